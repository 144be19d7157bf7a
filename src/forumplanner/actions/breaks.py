"""Breaks: one is put into a day, or spread to the other rooms."""

import datetime as dt
import uuid
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import selectinload

from forumplanner.actions.found import NotPossible, titled
from forumplanner.actions.moving import NoTimeYet, check_stretch, place_of, session_day
from forumplanner.actions.sessions import add_session
from forumplanner.actions.whole import next_position, whole_session
from forumplanner.domain.ids import ForumId, RoomId, SessionId, new_id
from forumplanner.domain.kinds import BREAK_SESSIONS, SessionKind, StepKind
from forumplanner.i18n import gettext as _
from forumplanner.i18n import localized
from forumplanner.records import Part, Room, Session, SessionRoom
from forumplanner.store import Store

TEA_MINUTES = 20
"""How long a tea break is if nobody says."""


class NotABreak(NotPossible):
    """Only a break can be spread over rooms."""


def add_break(
    store: Store,
    *,
    forum_id: ForumId,
    day: dt.date,
    start: int,
    minutes: int = TEA_MINUTES,
    room_id: RoomId | None = None,
) -> SessionId:
    """Put a tea break into a day, for everybody or in one room; `start` in minutes since midnight of `day`."""
    check_stretch(start, start + minutes)
    return add_session(
        store,
        forum_id=forum_id,
        title=localized("Tea break"),
        kind=SessionKind.BREAK,
        day=day,
        start=start,
        end=start + minutes,
        room_id=room_id,
    )


def copy_break(store: Store, *, session_id: SessionId) -> int:
    """Spread the break of one room to all rooms; returns in how many more rooms it then stands.

    Where no other room has a break at that time it becomes one break for everybody: it loses its room and stays one
    row of the agenda. Else each room without an overlapping break gets one of its own. A break for everybody already
    stands everywhere: 0, and no step. Raises `NotABreak`, `moving.NoTimeYet`.
    """
    with store.read() as db:
        row = whole_session(db, session_id)
        if row.kind not in BREAK_SESSIONS:
            raise NotABreak(_("Only a break can be copied to the other rooms; this is no break."))
        if row.starts_at is None or row.ends_at is None:
            raise NoTimeYet(_("The break has no time yet, so it can't be copied to the other rooms."))
        rooms = _other_rooms(db, row)
        free = _without_break(db, row, rooms)
        title = titled(row.title)
    if place_of(row) is None or not free:
        return 0
    with store.step(StepKind.COPY_BREAK, count=len(free), **title) as db:
        session = whole_session(db, session_id)
        if len(free) == len(rooms):
            for use in list(session.rooms):
                session.rooms.remove(use)
                db.delete(use)
        else:
            for room in free:
                _copy(db, session, room)
    return len(free)


def _other_rooms(db: Db, session: Session) -> list[uuid.UUID]:
    used = {use.room_id for use in session.rooms}
    rooms = db.execute(select(Room.id).where(Room.forum_id == session.forum_id).order_by(Room.position, Room.id))
    return [room for room in rooms.scalars() if room not in used]


def _without_break(db: Db, session: Session, rooms: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """The rooms in which no other break overlaps; a break for everybody leaves none."""
    overlapping = db.execute(
        select(Session)
        .where(
            Session.forum_id == session.forum_id,
            Session.kind.in_(BREAK_SESSIONS),
            Session.id != session.id,
            Session.starts_at < session.ends_at,
            Session.ends_at > session.starts_at,
        )
        .options(selectinload(Session.rooms))
    ).scalars()
    taken: set[uuid.UUID] = set()
    for other in overlapping:
        taken |= {use.room_id for use in other.rooms} or set(rooms)
    return [room for room in rooms if room not in taken]


def _copy(db: Db, session: Session, room_id: uuid.UUID) -> None:
    made = new_id()
    db.add(
        Session(
            id=made,
            forum_id=session.forum_id,
            kind=session.kind,
            title=session.title,
            day=session_day(session),
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            zone=session.zone,
            access=session.access,
            position=next_position(db, Session.position, Session.forum_id == session.forum_id),
        )
    )
    db.add(Part(id=new_id(), session_id=made))
    db.add(SessionRoom(id=new_id(), session_id=made, room_id=room_id))
