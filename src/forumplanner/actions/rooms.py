"""What a secretary does with rooms: add, name, close for a while, remove."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import selectinload

from forumplanner.actions.found import NotPossible, found
from forumplanner.actions.moving import EndsTooEarly, check_stretch, replace_room, room_words
from forumplanner.actions.whole import next_position
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId, RoomId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.domain.times import instant
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.records import Forum, Room, RoomClosure, Session, SessionRoom
from forumplanner.store import Store

NAMED: Final = 3
"""How many sessions a refusal names; the others are counted."""


class RoomInUse(NotPossible):
    """A room is to go in which sessions still take place."""


class NoSuchCapacity(NotPossible):
    """A room can't hold fewer than nobody."""


class InUse(Enum):
    """What becomes of the sessions in a room that is removed, where nobody said."""

    REFUSE = "refuse"


def add_room(
    store: Store,
    *,
    forum_id: ForumId,
    name: Mapping[str, str],
    capacity: int | None = None,
    building: Mapping[str, str] | None = None,
) -> RoomId:
    """Add a room behind the others."""
    room_id = RoomId(new_id())
    text = LocalizedText.of(name)
    _check_capacity(capacity)
    with store.step(StepKind.ADD_ROOM, **by_language("room", zh=text.best(ZH), en=text.best(EN))) as db:
        found(db, Forum, forum_id)
        position = next_position(db, Room.position, Room.forum_id == forum_id)
        room = Room(id=room_id, forum_id=forum_id, name=text, capacity=capacity, position=position)
        room.building = LocalizedText.of(building)
        db.add(room)
    return room_id


def rename_room(store: Store, *, room_id: RoomId, tag: str, text: str) -> None:
    """Write one language's name of a room; the other then needs review."""
    _edit(store, room_id, lambda room: setattr(room, "name", room.name.edited(tag, text)))


def set_building(store: Store, *, room_id: RoomId, tag: str, text: str) -> None:
    """Write one language's name of the building that a room is in."""
    _edit(store, room_id, lambda room: setattr(room, "building", room.building.edited(tag, text)))


def set_capacity(store: Store, *, room_id: RoomId, capacity: int | None) -> None:
    """Say how many people a room holds; None where nobody knows. Raises `NoSuchCapacity`."""
    _check_capacity(capacity)
    _edit(store, room_id, lambda room: setattr(room, "capacity", capacity))


def move_room(store: Store, *, room_id: RoomId, place: int) -> None:
    """Put a room at a place in the order of rooms, counted from 0."""

    def change(db: Db, room: Room) -> None:
        rooms = select(Room).where(Room.forum_id == room.forum_id).order_by(Room.position, Room.id)
        order = [other for other in db.execute(rooms).scalars() if other.id != room.id]
        order.insert(max(0, place), room)
        for position, other in enumerate(order):
            other.position = position

    _edit_with(store, room_id, change)


def close_room(
    store: Store, *, room_id: RoomId, day: dt.date, start: int, end: int, reason: Mapping[str, str] | None = None
) -> uuid.UUID:
    """Say that a room can't be used from `start` to `end`, minutes since midnight of `day` at the forum's venue.

    Returns the closure's key. Raises `moving.OutsideTheDay`, `moving.EndsTooEarly`.
    """
    check_stretch(start, end)
    with store.read() as db:
        row = found(db, Room, room_id)
        zone = found(db, Forum, row.forum_id).zone
        values = room_words(db, room_id)
    closed = instant(day, start, zone), instant(day, end, zone)
    if closed[1] <= closed[0]:
        raise EndsTooEarly(_("The clocks change in that stretch, so it has no length. Choose a later end."))
    made = new_id()
    with store.step(StepKind.CLOSE_ROOM, **values) as db:
        text = LocalizedText.of(reason)
        db.add(RoomClosure(id=made, room_id=room_id, starts_at=closed[0], ends_at=closed[1], reason=text))
    return made


def open_room(store: Store, *, closure_id: uuid.UUID) -> None:
    """Take a closure back."""
    with store.read() as db:
        values = room_words(db, found(db, RoomClosure, closure_id).room_id)
    with store.step(StepKind.OPEN_ROOM, **values) as db:
        db.delete(found(db, RoomClosure, closure_id))


def remove_room(store: Store, *, room_id: RoomId, move_to: RoomId | InUse | None = InUse.REFUSE) -> int:
    """Remove a room with its closures; what takes place in it goes to `move_to`, or loses its room with None.

    Returns how many sessions changed. Raises `RoomInUse`, which names them, where there are some and nobody said what
    becomes of them; `found.NoLongerThere` where the other room is gone.
    """
    with store.read() as db:
        values = room_words(db, found(db, Room, room_id).id)
        users = _users(db, room_id)
        if users and move_to is InUse.REFUSE:
            raise RoomInUse(_in_use(users))
        if isinstance(move_to, uuid.UUID):
            found(db, Room, RoomId(move_to))
    target = None if move_to is InUse.REFUSE else move_to
    if target == room_id:
        raise RoomInUse(_in_use(users))
    with store.step(StepKind.REMOVE_ROOM, **values) as db:
        for session in _users(db, room_id):
            replace_room(db, session, room_id, target)
        for closure in db.execute(select(RoomClosure).where(RoomClosure.room_id == room_id)).scalars():
            db.delete(closure)
        db.delete(found(db, Room, room_id))
    return len(users)


def _users(db: Db, room_id: RoomId) -> list[Session]:
    query = (
        select(Session).join(SessionRoom, SessionRoom.session_id == Session.id).where(SessionRoom.room_id == room_id)
    )
    ordered = query.order_by(Session.starts_at, Session.position, Session.id).options(selectinload(Session.rooms))
    return list(db.execute(ordered).scalars())


def _in_use(users: Sequence[Session]) -> str:
    tag = interface_language()
    names = ("、" if tag == ZH else ", ").join(f"“{session.title.best(tag)}”" for session in users[:NAMED])
    return ngettext(
        "{n} session still takes place in this room: {names}. Choose another room for it, or none.",
        "{n} sessions still take place in this room: {names}. Choose another room for them, or none.",
        len(users),
        names=names + ("…" if len(users) > NAMED else ""),
    )


def _check_capacity(capacity: int | None) -> None:
    if capacity is not None and capacity < 0:
        raise NoSuchCapacity(_("A room can't hold {n} people. Write a number, or leave it empty.", n=capacity))


def _edit(store: Store, room_id: RoomId, change: Callable[[Room], None]) -> None:
    _edit_with(store, room_id, lambda _db, room: change(room))


def _edit_with(store: Store, room_id: RoomId, change: Callable[[Db, Room], None]) -> None:
    with store.read() as db:
        values = room_words(db, found(db, Room, room_id).id)
    with store.step(StepKind.EDIT_ROOM, **values) as db:
        change(db, found(db, Room, room_id))
