"""The programme of one forum as list and details show it: ten statements, whatever its size; columns only."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.flow import flow
from forumplanner.domain.ids import ForumId
from forumplanner.domain.times import conference_day, minutes_of
from forumplanner.queries import programme_people
from forumplanner.queries.programme_people import AppearingPeople
from forumplanner.queries.wordings import AnyRow, pair
from forumplanner.records import (
    Forum,
    Item,
    Part,
    Room,
    Session,
    SessionRoom,
    Track,
)
from forumplanner.snapshots.programme import (
    ItemLine,
    PartLine,
    Programme,
    RoomLine,
    SessionLine,
    TrackLine,
)

_LATE = 99_999


def load(db: Db, *, forum_id: ForumId) -> Programme:
    """Everything the list shows; an unknown forum gives an empty programme in no language."""
    forum = db.execute(
        select(Forum.languages, Forum.zone, Forum.starts_on, Forum.ends_on).where(Forum.id == forum_id)
    ).one_or_none()
    if forum is None:
        return Programme(str(forum_id), (), "UTC")
    rooms = _rooms(db, forum_id, forum.languages)
    sessions = _sessions(db, forum_id, forum.languages)
    return Programme(
        forum_id=str(forum_id),
        languages=forum.languages,
        zone=forum.zone,
        days=_days(forum.starts_on, forum.ends_on, sessions),
        rooms=rooms,
        tracks=_tracks(db, forum_id, forum.languages),
        sessions=_sorted(sessions, {room.id: place for place, room in enumerate(rooms)}),
        posts=programme_people.posts(db, forum_id=forum_id, languages=forum.languages),
    )


def _rooms(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> tuple[RoomLine, ...]:
    rows = db.execute(
        select(Room.id, Room.name, Room.capacity, Room.building, Room.floor)
        .where(Room.forum_id == forum_id)
        .order_by(Room.position, Room.id)
    )
    return tuple(
        RoomLine(str(row.id), pair(row.name, languages), row.capacity, pair(row.building, languages), row.floor)
        for row in rows
    )


def _tracks(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> tuple[TrackLine, ...]:
    rows = db.execute(
        select(Track.id, Track.code, Track.title, Track.colour)
        .where(Track.forum_id == forum_id)
        .order_by(Track.position, Track.id)
    )
    return tuple(
        TrackLine(str(row.id), row.code, pair(row.title, languages), place, row.colour)
        for place, row in enumerate(rows)
    )


def _sessions(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> list[SessionLine]:
    rows = db.execute(
        select(
            Session.id,
            Session.kind,
            Session.title,
            Session.day,
            Session.starts_at,
            Session.ends_at,
            Session.zone,
            Session.track_id,
            Session.place,
            Session.access,
            Session.expected,
            Session.notes,
            Session.summary,
            Session.url,
        )
        .where(Session.forum_id == forum_id)
        .order_by(Session.position, Session.id)
    ).all()
    rooms = _rooms_of(db, forum_id)
    parts = _parts(db, forum_id)
    items = _items(db, forum_id)
    people = programme_people.load(db, forum_id=forum_id, languages=languages)
    return [_session(row, rooms[row.id], parts[row.id], items, people, languages) for row in rows]


@dataclass(frozen=True, slots=True)
class _Wall:
    """Turns instants into minutes of one conference day; no day, no minutes."""

    day: dt.date | None
    zone: str

    def minutes(self, at: dt.datetime | None) -> int | None:
        return minutes_of(at, self.day, self.zone) if at and self.day else None


def _session(
    row: AnyRow,
    rooms: Sequence[uuid.UUID],
    parts: Sequence[AnyRow],
    items: dict[uuid.UUID, list[AnyRow]],
    people: AppearingPeople,
    languages: tuple[str, ...],
) -> SessionLine:
    wall = _Wall(row.day or (conference_day(row.starts_at, row.zone) if row.starts_at else None), row.zone)
    cursor = row.starts_at
    lines = []
    for part in parts:
        line, cursor = _part(part, items[part.id], people, languages, wall, cursor)
        lines.append(line)
    return SessionLine(
        id=str(row.id),
        kind=row.kind,
        title=pair(row.title, languages),
        day=wall.day,
        start=wall.minutes(row.starts_at),
        end=wall.minutes(row.ends_at),
        zone=row.zone,
        track_id=str(row.track_id or ""),
        room_ids=tuple(str(room) for room in rooms),
        place=pair(row.place, languages),
        access=row.access,
        expected=row.expected,
        notes=row.notes,
        parts=tuple(lines),
        summary=pair(row.summary, languages),
        url=row.url,
    )


def _part(
    row: AnyRow,
    items: Sequence[AnyRow],
    people: AppearingPeople,
    languages: tuple[str, ...],
    wall: _Wall,
    cursor: dt.datetime | None,
) -> tuple[PartLine, dt.datetime | None]:
    """A part and its end; it flows from `cursor`, the end of what stands before it, unless it has its own start."""
    start = row.starts_at or cursor
    stretches = flow(((item.starts_at, item.minutes) for item in items), start=start, end=row.ends_at)
    begins = row.starts_at or (stretches[0][0] if stretches else start)
    ends = row.ends_at or (stretches[-1][1] if stretches else start)
    line = PartLine(
        id=str(row.id),
        title=pair(row.title, languages),
        begins=wall.minutes(begins),
        ends=wall.minutes(ends),
        start=wall.minutes(row.starts_at),
        end=wall.minutes(row.ends_at),
        chairs=tuple(people.at[row.id]),
        items=tuple(
            _item(item, people, languages, wall, begin) for item, (begin, _) in zip(items, stretches, strict=True)
        ),
    )
    return line, ends


def _item(
    row: AnyRow,
    people: AppearingPeople,
    languages: tuple[str, ...],
    wall: _Wall,
    begins: dt.datetime | None,
) -> ItemLine:
    return ItemLine(
        id=str(row.id),
        kind=row.kind,
        title=pair(row.title, languages),
        begins=wall.minutes(begins),
        start=wall.minutes(row.starts_at),
        minutes=row.minutes,
        languages=row.languages,
        interpretation=row.interpretation,
        channel=row.channel,
        people=tuple(people.at[row.id]),
        abstract=pair(row.abstract, languages),
        media=row.media,
        url=row.url,
        notes=row.notes,
        acts=people.acts_of(row.id),
        script=pair(row.script, languages),
    )


def _grouped(rows: Iterable[AnyRow], key: Callable[[AnyRow], uuid.UUID]) -> dict[uuid.UUID, list[AnyRow]]:
    groups: dict[uuid.UUID, list[AnyRow]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _rooms_of(db: Db, forum_id: ForumId) -> dict[uuid.UUID, list[uuid.UUID]]:
    rows = db.execute(
        select(SessionRoom.session_id, SessionRoom.room_id)
        .join(Session, Session.id == SessionRoom.session_id)
        .where(Session.forum_id == forum_id)
        .order_by(SessionRoom.position, SessionRoom.id)
    )
    found: dict[uuid.UUID, list[uuid.UUID]] = defaultdict(list)
    for row in rows:
        found[row.session_id].append(row.room_id)
    return found


def _parts(db: Db, forum_id: ForumId) -> dict[uuid.UUID, list[AnyRow]]:
    rows = db.execute(
        select(Part.id, Part.session_id, Part.title, Part.starts_at, Part.ends_at)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id)
        .order_by(Part.position, Part.id)
    )
    return _grouped(rows, lambda row: row.session_id)


def _items(db: Db, forum_id: ForumId) -> dict[uuid.UUID, list[AnyRow]]:
    rows = db.execute(
        select(
            Item.id,
            Item.part_id,
            Item.kind,
            Item.title,
            Item.starts_at,
            Item.minutes,
            Item.languages,
            Item.interpretation,
            Item.channel,
            Item.abstract,
            Item.media,
            Item.url,
            Item.notes,
            Item.script,
        )
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id)
        .order_by(Item.position, Item.id)
    )
    return _grouped(rows, lambda row: row.part_id)


def _days(first: dt.date | None, last: dt.date | None, sessions: Iterable[SessionLine]) -> tuple[dt.date, ...]:
    """The forum's own days and every day on which a session lies."""
    days = {session.day for session in sessions if session.day}
    if first:
        stop = max(first, last or first)
        days |= {first + dt.timedelta(days=n) for n in range(min((stop - first).days, 30) + 1)}
    return tuple(sorted(days))


def _sorted(sessions: Iterable[SessionLine], rooms: dict[str, int]) -> tuple[SessionLine, ...]:
    """By day, start and room as the board shows them; what has no day, then no time, stands last."""
    return tuple(
        sorted(
            sessions,
            key=lambda line: (
                line.day or dt.date.max,
                _LATE if line.start is None else line.start,
                rooms.get(line.room_ids[0], _LATE) if line.room_ids else _LATE,
            ),
        )
    )
