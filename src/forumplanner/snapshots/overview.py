"""A forum at a glance: what is dated, who is counted how, which texts are missing."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.statistics import NO_COUNTS, Counts
from forumplanner.snapshots.wordings import NO_TEXT, Pair


class MilestoneKind(StrEnum):
    """What happens on a dated day of the forum."""

    TODAY = "today"
    RELEASE = "release"
    ARRIVALS = "arrivals"
    START = "start"
    SESSION = "session"
    END = "end"
    DEPARTURES = "departures"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day that something recorded happens on; `title` for sessions, `count` for journeys, `name` for releases."""

    kind: MilestoneKind
    day: dt.date
    title: Pair = NO_TEXT
    count: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class CountryCount:
    """How many of a country take part, and how many of them accepted or have not answered yet."""

    country: str
    total: int
    accepted: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The numbers of one forum; every one can be listed by the same rule on the page it leads to."""

    forum_id: str
    languages: tuple[str, ...]
    zone: str
    title: Pair
    host_country: str
    starts_on: dt.date | None
    ends_on: dt.date | None
    milestones: tuple[Milestone, ...] = ()
    people: int = 0
    counts: Counts = NO_COUNTS
    """All numbers on the usual basis, for the sentence to the outside."""
    by_category: tuple[tuple[Category, int], ...] = ()
    by_country: tuple[CountryCount, ...] = ()
    by_status: tuple[tuple[InvitationStatus | None, int], ...] = ()
    sessions: int = 0
    missing: tuple[int, ...] = ()
    """Per language: titles of sessions and items that have no text in it."""
    review: int = 0
    """Titles of sessions and items of which one side was edited after the other."""
