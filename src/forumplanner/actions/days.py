"""A whole day from a pattern: rooms and parallel forums that are missing, sessions, halves and breaks, in one step."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import found
from forumplanner.actions.whole import next_position
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId, SessionId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.patterns import DayPattern, PlannedPart, PlannedSession, letter, plan_day
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.domain.times import day_short, instant
from forumplanner.i18n import count_in_language, localized
from forumplanner.records import Forum, Item, Part, Room, Session, SessionRoom, Track
from forumplanner.store import Store


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the sessions of the day stand on."""

    forum_id: ForumId
    day: dt.date
    zone: str
    rooms: Sequence[uuid.UUID]
    tracks: Sequence[Track]


def make_day(store: Store, *, forum_id: ForumId, day: dt.date, pattern: DayPattern) -> tuple[SessionId, ...]:
    """Add the sessions of a pattern to a day and return their keys in order; what is there already stays.

    Rooms are taken in their order, and added where there are too few. Parallel forums that have no session yet are
    taken in their order, then new ones are added with the next free letters. Raises `patterns.PatternRefused`.
    """
    planned = plan_day(pattern)
    words = {tag: count_in_language(tag, "{n} session", "{n} sessions", len(planned)) for tag in (ZH, EN)}
    values = by_language("day", zh=day_short(day, ZH), en=day_short(day, EN))
    values |= by_language("sessions", zh=words[ZH], en=words[EN])
    with store.step(StepKind.MAKE_DAY, **values) as db:
        zone = found(db, Forum, forum_id).zone
        rooms = _rooms(db, forum_id, 1 + max((s.room for s in planned if s.room is not None), default=-1))
        tracks = _tracks(db, forum_id, sum(session.forum is not None for session in planned))
        ground = _Ground(forum_id, day, zone, rooms, tracks)
        first = next_position(db, Session.position, Session.forum_id == forum_id)
        return tuple(_add(db, ground, session, first + number) for number, session in enumerate(planned))


def _rooms(db: Db, forum_id: ForumId, needed: int) -> list[uuid.UUID]:
    """The first rooms of the forum; missing ones are added with names to be written over."""
    query = select(Room.id).where(Room.forum_id == forum_id).order_by(Room.position, Room.id)
    rooms = list(db.execute(query).scalars())[:needed]
    position = next_position(db, Room.position, Room.forum_id == forum_id)
    for number in range(len(rooms), needed):
        name = localized("Main hall") if number == 0 else localized("Room {n}", n=number + 1)
        made = Room(id=new_id(), forum_id=forum_id, name=LocalizedText.of(name), position=position + number)
        db.add(made)
        rooms.append(made.id)
    return rooms


def _tracks(db: Db, forum_id: ForumId, needed: int) -> list[Track]:
    """Parallel forums without a session, then new ones."""
    ordered = select(Track).where(Track.forum_id == forum_id).order_by(Track.position, Track.id)
    known = list(db.execute(ordered).scalars())
    busy = set(db.execute(select(Session.track_id).where(Session.forum_id == forum_id)).scalars())
    free = [track for track in known if track.id not in busy][:needed]
    taken = {track.code for track in known}
    letters = (code for number in range(len(known) + needed) if (code := letter(number)) not in taken)
    position = next_position(db, Track.position, Track.forum_id == forum_id)
    for number in range(needed - len(free)):
        code = next(letters)
        title = LocalizedText.of(localized("Parallel forum {code}", code=code))
        made = Track(id=new_id(), forum_id=forum_id, code=code, title=title, position=position + number)
        db.add(made)
        free.append(made)
    return free


def _add(db: Db, ground: _Ground, planned: PlannedSession, position: int) -> SessionId:
    session_id = SessionId(new_id())
    track = ground.tracks[planned.forum] if planned.forum is not None else None
    db.add(
        Session(
            id=session_id,
            forum_id=ground.forum_id,
            track_id=track.id if track else None,
            kind=planned.kind,
            title=(track.title if track else None) or planned.title,
            day=ground.day,
            starts_at=instant(ground.day, planned.start, ground.zone),
            ends_at=instant(ground.day, planned.end, ground.zone),
            zone=ground.zone,
            position=position,
        )
    )
    if planned.room is not None:
        db.add(SessionRoom(id=new_id(), session_id=session_id, room_id=ground.rooms[planned.room]))
    for number, part in enumerate(planned.parts):
        _add_part(db, ground, session_id, part, number, timed=len(planned.parts) > 1)
    return session_id


def _add_part(db: Db, ground: _Ground, session_id: SessionId, part: PlannedPart, position: int, *, timed: bool) -> None:
    """A part; the only one of a session has the session's times and none of its own."""
    part_id = new_id()
    times = [instant(ground.day, at, ground.zone) if timed else None for at in (part.start, part.end)]
    row = Part(id=part_id, session_id=session_id, title=part.title, position=position)
    row.starts_at, row.ends_at = times
    db.add(row)
    for number, item in enumerate(part.items):
        starts_at = None if item.start is None else instant(ground.day, item.start, ground.zone)
        made = Item(id=new_id(), part_id=part_id, kind=item.kind, title=item.title, minutes=item.minutes)
        made.starts_at, made.position = starts_at, number
        db.add(made)
