"""A forum's facts to be counted, the rows behind a number as lists show them, and all forums of a file in a period."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.statistics import Counted, Facts, Measure, Row
from forumplanner.snapshots.wordings import NO_TEXT, Pair


@dataclass(frozen=True, slots=True)
class ForumNumbers:
    """What is counted of one forum, with the name and dates that stand over the numbers."""

    forum_id: str
    languages: tuple[str, ...]
    title: Pair
    starts_on: dt.date | None
    ends_on: dt.date | None
    facts: Facts

    @property
    def without_dates(self) -> bool:
        """Nothing says when the forum is."""
        return self.starts_on is None and self.ends_on is None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row behind a number: `name` and `beside` in the forum's languages, and the page and key to go to ("" none).

    `country`, `status`, `category`: of people.
    """

    row: Row
    name: Pair
    beside: Pair = NO_TEXT
    country: str = ""
    page: str = ""
    target: str = ""
    category: Category | None = None
    status: InvitationStatus | None = None


@dataclass(frozen=True, slots=True)
class ForumLine:
    """One forum of the file in a period. `reported`: its numbers stand for it, since nobody is on its list."""

    forum_id: str
    title: Pair
    starts_on: dt.date | None
    people: int
    countries: int
    institutions: int
    reported: bool = False
    told: tuple[tuple[Measure, str], ...] = ()
    """Reported numbers that could be read, as they were reported."""


@dataclass(frozen=True, slots=True)
class YearCount:
    """A year and how much fell into it; `year` None: nobody knows when."""

    year: int | None
    events: int = 0
    reported: int = 0
    agreements: int = 0
    appointments: int = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class AllForums:
    """Everything in the file that falls into a period of whole years; None leaves an end open.

    `undated`: forums, agreements and appointments without a date, which no period with an end holds. `unentered`: what
    programmes show and no register holds, so that no number counts it. `first_year`, `last_year`: of the whole file.
    """

    since: int | None
    until: int | None
    languages: tuple[str, ...]
    counted: Mapping[Measure, Counted] = field(default_factory=dict)
    forums: tuple[ForumLine, ...] = ()
    years: tuple[YearCount, ...] = ()
    undated: int = 0
    first_year: int | None = None
    last_year: int | None = None
    unentered: Mapping[Measure, int] = field(default_factory=dict)

    def number(self, measure: Measure) -> int:
        """How many."""
        return self.counted[measure].number if measure in self.counted else 0
