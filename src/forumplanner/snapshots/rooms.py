"""The rooms of a forum as the secretary keeps them: names, seats, what uses them, when they are closed."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.snapshots.wordings import NO_TEXT, Pair


@dataclass(frozen=True, slots=True)
class ClosureLine:
    """A stretch in which a room can't be used; `start`, `end` in minutes since midnight of `day`."""

    id: str
    room_id: str
    day: dt.date
    start: int
    end: int
    reason: Pair = NO_TEXT


@dataclass(frozen=True, slots=True)
class KeptRoom:
    """One room; `sessions`: how many use it, relays too."""

    id: str
    name: Pair
    capacity: int | None = None
    building: Pair = NO_TEXT
    sessions: int = 0


@dataclass(frozen=True, slots=True)
class Rooms:
    """All rooms in their order, and all closures by time."""

    languages: tuple[str, ...] = ()
    rooms: tuple[KeptRoom, ...] = ()
    closures: tuple[ClosureLine, ...] = ()
    days: tuple[dt.date, ...] = ()
