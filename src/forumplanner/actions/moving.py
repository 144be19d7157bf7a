"""Moving a session: the pieces of which the verbs of planning are made; none of them opens a step."""

import datetime as dt
import uuid

from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible
from forumplanner.domain.flow import flow
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import RoomId, new_id
from forumplanner.domain.text import EN, ZH
from forumplanner.domain.times import DAY_STARTS, clock, conference_day, day_short, instant, minutes_of
from forumplanner.i18n import gettext as _
from forumplanner.records import Room, Session, SessionRoom

DAY_ENDS = 24 * 60 + DAY_STARTS
"""Minutes since midnight from which a start belongs to the next conference day."""


class OutsideTheDay(NotPossible):
    """A start that isn't within the conference day it was given for."""


class EndsTooEarly(NotPossible):
    """An end that doesn't come after its start."""


class NoDayYet(NotPossible):
    """A time was given for a session that has no day."""


class NoTimeYet(NotPossible):
    """Something was asked for that needs a start, where there is none."""


def check_stretch(start: int | None, end: int | None) -> None:
    """Refuse a start before midnight or after the small hours, and an end that doesn't come after its start."""
    if start is not None and not 0 <= start < DAY_ENDS:
        raise OutsideTheDay(_("The start lies outside the day, which runs from 00:00 to 04:00 of the next morning."))
    if start is not None and end is not None and end <= start:
        raise EndsTooEarly(
            _("{end} isn't later than the start {start}. Nothing was changed.", start=clock(start), end=clock(end))
        )


def session_day(session: Session) -> dt.date | None:
    """The conference day a session belongs to, given or by its start."""
    return session.day or (conference_day(session.starts_at, session.zone) if session.starts_at else None)


def at(day: dt.date | None, minutes: int | None, zone: str) -> dt.datetime | None:
    """The instant of a minute of a day; None where either is unknown."""
    return None if day is None or minutes is None else instant(day, minutes, zone)


def start_of(session: Session) -> int | None:
    """When a session starts, in minutes since midnight of its day."""
    day = session_day(session)
    return minutes_of(session.starts_at, day, session.zone) if session.starts_at and day else None


def move_to(session: Session, day: dt.date | None, start: int | None) -> None:
    """Move the session's own times and those of its parts and items by the same stretch; None stays as it is."""
    old_day = session_day(session)
    new_day = day or old_day
    if session.starts_at is None or old_day is None or new_day is None:
        session.day = new_day
        session.starts_at = at(new_day, start, session.zone)
        return
    minutes = minutes_of(session.starts_at, old_day, session.zone) if start is None else start
    by = instant(new_day, minutes, session.zone) - session.starts_at
    session.day = new_day
    session.starts_at += by
    session.ends_at = session.ends_at + by if session.ends_at else None
    for part in session.parts:
        part.starts_at = part.starts_at + by if part.starts_at else None
        part.ends_at = part.ends_at + by if part.ends_at else None
        for item in part.items:
            item.starts_at = item.starts_at + by if item.starts_at else None


def put_at(session: Session, day: dt.date, start: int) -> None:
    """Move a session to a start; one that had no time yet ends when what is in it does, as far as that is known."""
    fresh = session.starts_at is None
    move_to(session, day, start)
    if fresh and session.ends_at is None:
        session.ends_at = end_of_items(session)


def clear_times(session: Session) -> None:
    """Take the times of a session away, and those of all that is in it."""
    session.starts_at = session.ends_at = None
    for part in session.parts:
        part.starts_at = part.ends_at = None
        for item in part.items:
            item.starts_at = None


def end_of_items(session: Session) -> dt.datetime | None:
    """When the last item ends, each flowing from the one before; None where no item has minutes or nothing a start."""
    cursor, last = session.starts_at, None
    for part in session.parts:
        stretches = flow(((item.starts_at, item.minutes) for item in part.items), start=part.starts_at or cursor)
        ends = [end for _start, end in stretches if end]
        cursor = part.ends_at or (stretches[-1][1] if stretches else cursor)
        known = [last, *ends, None if ends else part.ends_at]
        last = max((end for end in known if end), default=None)
    return last


def begins_of(session: Session) -> dict[uuid.UUID, dt.datetime]:
    """When each item begins, by its own start or flowing from the one before; unknown starts are left out."""
    found: dict[uuid.UUID, dt.datetime] = {}
    cursor = session.starts_at
    for part in session.parts:
        stretches = flow(((item.starts_at, item.minutes) for item in part.items), start=part.starts_at or cursor)
        found |= {item.id: start for item, (start, _end) in zip(part.items, stretches, strict=True) if start}
        cursor = part.ends_at or (stretches[-1][1] if stretches else cursor)
    return found


def replace_room(db: Db, session: Session, old: RoomId | None, new: RoomId | None) -> None:
    """Put `new` where the session used `old`, the other rooms stay; a room it already uses is then used once.

    `old` None: its place, that is its first room. `new` None takes the room away.
    """
    rows = list(session.rooms)
    if not rows:
        if new:
            session.rooms.append(SessionRoom(id=new_id(), session_id=session.id, room_id=new))
        return
    replaced = next((row for row in rows if old and row.room_id == old), rows[0])
    twin = next((row for row in rows if row.room_id == new), None)
    if replaced is twin:
        return
    if twin is not None and replaced is rows[0]:
        _forget(db, session, twin)
        replaced.room_id = twin.room_id
    elif new is None or twin is not None:
        _forget(db, session, replaced)
    else:
        replaced.room_id = new


def _forget(db: Db, session: Session, row: SessionRoom) -> None:
    """Delete at once, else a room would be taken twice for a moment."""
    session.rooms.remove(row)
    db.delete(row)
    db.flush()


def where_to(session: Session, day: dt.date | None, start: int | None) -> dict[str, str]:
    """The new day and time as the step remembers them; None stays as it is."""
    new_day = day or session_day(session)
    begins = start_of(session) if start is None else start
    words = {tag: day_short(new_day, tag) if new_day else "" for tag in (ZH, EN)}
    time = "" if begins is None else clock(begins)
    return by_language("start", zh=f"{words[ZH]} {time}".strip(), en=f"{words[EN]} {time}".strip())


def room_words(db: Db, room_id: uuid.UUID | None, name: str = "room") -> dict[str, str]:
    """A room's name as a step's values keep it; nothing where there is none."""
    room = db.get(Room, room_id) if room_id else None
    return by_language(name, zh=room.name.best(ZH) or room.code, en=room.name.best(EN) or room.code) if room else {}


def place_of(session: Session) -> uuid.UUID | None:
    """The room that is a session's place: the first; the others relay it."""
    return session.rooms[0].room_id if session.rooms else None
