"""Who must know what: news about sessions, the people whom they concern, and how each of these is told."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.snapshots.paper import Lines


class What(StrEnum):
    """What became of a session for somebody."""

    MOVED = "moved"
    PART = "part"
    NEW = "new"
    CANCELLED = "cancelled"
    OPEN = "open"
    LEFT = "left"


class Way(StrEnum):
    """How somebody is told."""

    MAIL = "mail"
    CHAT = "chat"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Spot:
    """When and where; instants in UTC, `zone` is the clock on the wall there, `place` one text per forum language."""

    start: dt.datetime
    end: dt.datetime
    zone: str
    place: Lines


@dataclass(frozen=True, slots=True)
class News:
    """One change of one session: what it `was` for those who must know, and what it is `now`.

    OPEN: it has no new time yet. LEFT: it takes place, without this person. PART: time and place stay.
    """

    session_id: str
    what: What
    title: Lines
    was: Spot | None
    now: Spot | None


@dataclass(frozen=True, slots=True)
class Concerned:
    """Somebody who must know, and what.

    `unwritten`: told by mail as a rule, but no mail has ever told them anything, so the programme in their hands
    counts.
    """

    participant_id: str
    way: Way
    news: tuple[News, ...]
    unwritten: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of news and everybody whom it concerns, by participant."""

    news: News
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class MustKnow:
    """`people` in the order of the list, `reasons` in that of the programme; `nothing`: who is left in peace."""

    people: tuple[Concerned, ...] = ()
    reasons: tuple[Reason, ...] = ()
    nothing: int = 0

    def by(self, way: Way, only: Iterable[str] | None = None) -> tuple[Concerned, ...]:
        """Those who are told that way; `only`: of these people."""
        kept = None if only is None else frozenset(only)
        return tuple(one for one in self.people if one.way is way and (kept is None or one.participant_id in kept))
