"""Planning: sessions and items are placed, resized, swapped, fitted, taken out; an overlap is a finding, no refusal."""

import datetime as dt
from collections.abc import Sequence

from forumplanner.actions.found import found, titled
from forumplanner.actions.moving import (
    NoDayYet,
    NoTimeYet,
    check_stretch,
    clear_times,
    end_of_items,
    place_of,
    put_at,
    replace_room,
    room_words,
    session_day,
    start_of,
    where_to,
)
from forumplanner.actions.moving import at as instant_at
from forumplanner.actions.whole import whole_part, whole_session
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ItemId, PartId, RoomId, SessionId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.text import EN, ZH
from forumplanner.domain.times import clock, minutes_of
from forumplanner.i18n import gettext as _
from forumplanner.records import Item, Session
from forumplanner.store import Store


def place_session(
    store: Store,
    *,
    session_id: SessionId,
    day: dt.date,
    start: int,
    room_id: RoomId | None = None,
    from_room: RoomId | None = None,
    end: int | None = None,
) -> None:
    """Put a session at a minute of a day, and into a room; parts and items with starts of their own move along.

    `start`, `end` in minutes since midnight of `day`, over 1440 past midnight; without `end` the length stays.
    `room_id` replaces `from_room` (None: its place), rooms that relay it stay; None leaves all rooms as they are.
    Raises `moving.OutsideTheDay`, `moving.EndsTooEarly`.
    """
    check_stretch(start, end)
    with store.read() as db:
        row = found(db, Session, session_id)
        values = {**titled(row.title), **where_to(row, day, start), **room_words(db, room_id)}
    kind = StepKind.MOVE_SESSION_TO_ROOM if room_id else StepKind.MOVE_SESSION
    with store.step(kind, **values) as db:
        session = whole_session(db, session_id)
        put_at(session, day, start)
        if end is not None:
            session.ends_at = instant_at(day, end, session.zone)
        if room_id:
            replace_room(db, session, from_room, room_id)


def resize_session(store: Store, *, session_id: SessionId, start: int, end: int) -> None:
    """Say from when to when a session runs, in minutes since midnight of its day; what is in it stays where it is.

    Raises `moving.NoDayYet`, `moving.OutsideTheDay`, `moving.EndsTooEarly`.
    """
    check_stretch(start, end)
    with store.read() as db:
        row = found(db, Session, session_id)
        if session_day(row) is None:
            raise NoDayYet(_("The session has no day yet. Give it a day first; nothing was changed."))
        values = {**titled(row.title), "start": clock(start), "end": clock(end)}
    with store.step(StepKind.RESIZE_SESSION, **values) as db:
        session = found(db, Session, session_id)
        day = session_day(session)
        session.day, zone = day, session.zone
        session.starts_at, session.ends_at = instant_at(day, start, zone), instant_at(day, end, zone)


def unschedule_session(store: Store, *, session_id: SessionId) -> None:
    """Take a session out of the plan: no day and no times, with all that is in it; its rooms stay."""
    with store.read() as db:
        values = titled(found(db, Session, session_id).title)
    with store.step(StepKind.UNSCHEDULE_SESSION, **values) as db:
        session = whole_session(db, session_id)
        session.day = None
        clear_times(session)


def fit_session(store: Store, *, session_id: SessionId) -> None:
    """Let a session end when its last item does; a part that would end later ends with it.

    Raises `moving.NoTimeYet` where the session has no start, or none of its items has minutes.
    """
    with store.read() as db:
        row = whole_session(db, session_id)
        day, end = session_day(row), end_of_items(row)
        if day is None or row.starts_at is None:
            raise NoTimeYet(_("The session has no time yet, so it can't be fitted to its items."))
        if end is None or end <= row.starts_at:
            raise NoTimeYet(_("None of its items has minutes yet, so the session's end stays as it is."))
        start, fitted = start_of(row) or 0, minutes_of(end, day, row.zone)
        values = {**titled(row.title), "start": clock(start), "end": clock(fitted)}
    with store.step(StepKind.RESIZE_SESSION, **values) as db:
        session = whole_session(db, session_id)
        session.ends_at = end
        for part in session.parts:
            part.ends_at = min(part.ends_at, end) if part.ends_at else None


def swap_sessions(store: Store, *, first: SessionId, second: SessionId) -> None:
    """Let two sessions change day, start and place with each other; each keeps its length and the rooms that relay it.

    Where one of them has no time, the other loses its own.
    """
    with store.read() as db:
        one, two = found(db, Session, first), found(db, Session, second)
        other = by_language("other", zh=two.title.best(ZH), en=two.title.best(EN))
        values = {**titled(one.title), **other}
    with store.step(StepKind.SWAP_SESSIONS, **values) as db:
        one, two = whole_session(db, first), whole_session(db, second)
        slots = [(session_day(row), start_of(row)) for row in (one, two)]
        places = place_of(one), place_of(two)
        _put_into(one, *slots[1])
        _put_into(two, *slots[0])
        if places[0] != places[1]:
            replace_room(db, one, None, RoomId(places[1]) if places[1] else None)
            replace_room(db, two, None, RoomId(places[0]) if places[0] else None)


def _put_into(session: Session, day: dt.date | None, start: int | None) -> None:
    if day is not None and start is not None:
        put_at(session, day, start)
        return
    clear_times(session)
    session.day = day


def move_item(store: Store, *, item_id: ItemId, part_id: PartId, place: int) -> None:
    """Put an item at a place of a part, counted from 0 among those that stay there, in any session of the forum.

    Within its part starts of their own stay with their place in the order; in another part the item flows. Raises
    `found.NoLongerThere`.
    """
    with store.read() as db:
        title = found(db, Item, item_id).title
        target = whole_part(db, part_id).session.title
        values = {**titled(title), **by_language("session", zh=target.best(ZH), en=target.best(EN))}
    with store.step(StepKind.MOVE_ITEM, **values) as db:
        item, part = found(db, Item, item_id), whole_part(db, part_id)
        if item.part_id == part_id:
            _reorder(list(part.items), item, place)
        else:
            staying = [entry for entry in whole_part(db, PartId(item.part_id)).items if entry is not item]
            coming = list(part.items)
            coming.insert(place, item)
            item.part_id, item.starts_at = part_id, None
            _number(staying)
            _number(coming)


def _reorder(items: list[Item], item: Item, place: int) -> None:
    starts = [entry.starts_at for entry in items]
    items.remove(item)
    items.insert(place, item)
    _number(items)
    for entry, start in zip(items, starts, strict=True):
        entry.starts_at = start


def _number(items: Sequence[Item]) -> None:
    for place, item in enumerate(items):
        item.position = place
