"""Where everything stands on the board: columns of rooms, blocks of sessions, in pixels; no painting, no Qt."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from forumplanner.domain.kinds import SessionKind
from forumplanner.snapshots.programme import Programme, SessionLine

HOUR = 106.0
"""Pixels of an hour at 100 %; at 60 % a day from 08:30 to 18:00 fits 1440x900 without scrolling."""
LEAST_COLUMN = 160.0
NO_ROOM = ""
FIRST, LAST = 8 * 60 + 30, 18 * 60
"""What a day shows at least, in minutes since midnight."""
_FOR_EVERYBODY = frozenset({SessionKind.BREAK, SessionKind.MEAL})
SHORTEST = 15
"""A session is drawn as if it took this many minutes at least; one without an end as if it took half an hour."""
UNKNOWN = 30
_WELL_AFTER = 25
"""Minutes after which a session may lie on another, whose time and title stay in sight above it."""
_STEP = 16.0


class Part(StrEnum):
    """What a block says about its session: its place, a room that relays it, or a break for everybody."""

    PLACE = "place"
    RELAY = "relay"
    EVERYBODY = "everybody"


@dataclass(frozen=True, slots=True)
class Column:
    """A room on a day; `room_id` is NO_ROOM for what has none yet."""

    day: dt.date
    room_id: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Block:
    """A session where it stands. `column`: index of its column; `lane`: its share of a column that it has to share.

    `start`, `end`: minutes since midnight of its day, as drawn.
    """

    session: SessionLine
    part: Part
    column: int
    start: int
    end: int
    x: float
    y: float
    width: float
    height: float

    @property
    def key(self) -> str:
        """What names this block: a session has one for each room."""
        return f"{self.session.id}@{self.column}"


@dataclass(frozen=True, slots=True)
class Scale:
    """How large the board is drawn: pixels an hour, and pixels for all columns together."""

    hour: float = HOUR * 0.6
    room: float = 0.0

    def y(self, minute: float, first: int) -> float:
        """Where a minute lies."""
        return (minute - first) * self.hour / 60


@dataclass(frozen=True, slots=True)
class Plan:
    """One board: what it shows from `first` to `last` minute."""

    columns: tuple[Column, ...] = ()
    blocks: tuple[Block, ...] = ()
    first: int = FIRST
    last: int = LAST
    scale: Scale = Scale()

    @property
    def width(self) -> float:
        """Pixels of all columns."""
        return self.columns[-1].x + self.columns[-1].width if self.columns else 0.0

    @property
    def height(self) -> float:
        """Pixels from the first minute to the last."""
        return self.scale.y(self.last, self.first)

    def y(self, minute: float) -> float:
        """Where a minute lies."""
        return self.scale.y(minute, self.first)

    def minute(self, y: float) -> float:
        """Which minute lies there."""
        return self.first + y * 60 / self.scale.hour

    def column_at(self, x: float) -> int | None:
        """Which column lies there."""
        return next((n for n, column in enumerate(self.columns) if column.x <= x < column.x + column.width), None)

    def blocks_of(self, session_id: str) -> list[Block]:
        """Where a session stands, its place first."""
        return [block for block in self.blocks if block.session.id == session_id]


def make_plan(programme: Programme, *, days: Sequence[dt.date], scale: Scale, room: str = "") -> Plan:
    """The board of these days; with `room` only of that room.

    Sessions that share minutes in a column stand side by side. A break without a room spans all rooms of its day.
    """
    shown = [s for s in programme.sessions if s.day in set(days) and s.start is not None]
    columns = _columns(programme, days, shown, scale, room)
    first, last = _stretch(shown)
    blocks: list[Block] = []
    for place, column in enumerate(columns):
        here = [(s, part) for s in shown if (part := _part(s, column)) is not None]
        blocks += _side_by_side(here, place, column, first, scale)
    for session in shown:
        if is_for_everybody(session):
            own = [(n, column) for n, column in enumerate(columns) if column.day == session.day]
            blocks += _across(session, own, first, scale)
    return Plan(columns, tuple(blocks), first, last, scale)


def is_for_everybody(session: SessionLine) -> bool:
    """A break without a room stands across all of them."""
    return session.kind in _FOR_EVERYBODY and not session.room_ids


def end_of(session: SessionLine) -> int:
    """When a session ends as far as the board draws it."""
    start = session.start or 0
    return start + UNKNOWN if session.end is None or session.end <= start else session.end


def is_waiting(session: SessionLine) -> bool:
    """Without a day or a start it waits in the tray."""
    return session.day is None or session.start is None


def moved(block: Block, plan: Plan, *, column: int, start: int, end: int) -> Block:
    """The block at another place, as wide as its new column."""
    to = plan.columns[column]
    width = block.width if block.part is Part.EVERYBODY else to.width
    x = block.x if block.part is Part.EVERYBODY else to.x
    height = plan.y(max(end, start + SHORTEST)) - plan.y(start)
    return replace(block, column=column, start=start, end=end, x=x, y=plan.y(start), width=width, height=height)


def _columns(
    programme: Programme, days: Sequence[dt.date], shown: Sequence[SessionLine], scale: Scale, room: str
) -> tuple[Column, ...]:
    keys = []
    for day in days:
        own = [s for s in shown if s.day == day]
        used = {room_id for s in own for room_id in s.room_ids}
        rooms = [r.id for r in programme.rooms if (not room or r.id == room) and (len(days) == 1 or r.id in used)]
        homeless = any(not s.room_ids and not is_for_everybody(s) for s in own)
        keys += [(day, key) for key in rooms] + ([(day, NO_ROOM)] if homeless or not rooms else [])
    width = max(LEAST_COLUMN, scale.room / max(len(keys), 1))
    return tuple(Column(day, key, n * width, width) for n, (day, key) in enumerate(keys))


def _stretch(shown: Iterable[SessionLine]) -> tuple[int, int]:
    """The first and last minute, in whole half hours, with the usual day inside."""
    starts = [s.start for s in shown if s.start is not None]
    ends = [end_of(s) for s in shown]
    first, last = min([*starts, FIRST]), max([*ends, LAST])
    return first - first % 30, last + -last % 30


def _part(session: SessionLine, column: Column) -> Part | None:
    """What a session is to a column, if anything."""
    if session.day != column.day or is_for_everybody(session):
        return None
    if not session.room_ids:
        return Part.PLACE if column.room_id == NO_ROOM else None
    if column.room_id not in session.room_ids:
        return None
    return Part.PLACE if session.room_ids[0] == column.room_id else Part.RELAY


def _side_by_side(
    here: Sequence[tuple[SessionLine, Part]], place: int, column: Column, first: int, scale: Scale
) -> Iterator[Block]:
    """Sessions that share minutes share the column's width; where one begins well after the other it lies on it."""
    ordered = sorted(here, key=lambda pair: (pair[0].start or 0, -end_of(pair[0]), pair[0].id))
    for cluster in _clusters(ordered):
        lanes: list[int] = []
        taken: list[int] = []
        for session, _its_part in cluster:
            start = session.start or 0
            free = next((n for n, until in enumerate(taken) if until <= start), len(taken))
            taken[free : free + 1] = [end_of(session)]
            lanes.append(free)
        starts = sorted(session.start or 0 for session, _its_part in cluster)
        cascade = all(late - early >= _WELL_AFTER for early, late in pairwise(starts))
        for (session, part), lane in zip(cluster, lanes, strict=True):
            share = column.width / len(taken)
            left, width = (lane * _STEP, column.width - lane * _STEP) if cascade else (lane * share, share)
            yield _block(session, part, place, (column.x + left, width), first, scale)


def _clusters(ordered: Sequence[tuple[SessionLine, Part]]) -> Iterator[list[tuple[SessionLine, Part]]]:
    """Sessions that hang together by shared minutes."""
    cluster: list[tuple[SessionLine, Part]] = []
    until = 0
    for pair in ordered:
        if cluster and (pair[0].start or 0) >= until:
            yield cluster
            cluster = []
        cluster.append(pair)
        until = max(until if len(cluster) > 1 else 0, end_of(pair[0]))
    if cluster:
        yield cluster


def _across(session: SessionLine, columns: Sequence[tuple[int, Column]], first: int, scale: Scale) -> Iterator[Block]:
    """One block over all rooms of a day."""
    if columns:
        left, right = columns[0][1], columns[-1][1]
        stretch = (left.x, right.x + right.width - left.x)
        yield _block(session, Part.EVERYBODY, columns[0][0], stretch, first, scale)


def _block(
    session: SessionLine, part: Part, place: int, across: tuple[float, float], first: int, scale: Scale
) -> Block:
    start, end = session.start or 0, end_of(session)
    y = scale.y(start, first)
    height = scale.y(max(end, start + SHORTEST), first) - y
    return Block(session, part, place, start, end, across[0], y, across[1], height)
