"""What a secretary does with sessions: add, rename, move, give rooms, remove."""

import datetime as dt
from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import selectinload

from forumplanner.actions.found import found, titled
from forumplanner.actions.whole import contents_of, next_position, whole_session
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId, RoomId, SessionId, TrackId, new_id
from forumplanner.domain.kinds import BREAK_SESSIONS, Access, SessionKind, StepKind
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.domain.times import clock, conference_day, day_short, instant, minutes_of
from forumplanner.records import Forum, Part, Session, SessionRoom
from forumplanner.store import Store


def add_session(
    store: Store,
    *,
    forum_id: ForumId,
    title: Mapping[str, str],
    kind: SessionKind = SessionKind.OTHER,
    day: dt.date | None = None,
    start: int | None = None,
    end: int | None = None,
    room_id: RoomId | None = None,
) -> SessionId:
    """Add a session with one part at the end of its forum; `start`, `end` in minutes since midnight of `day`."""
    session_id = SessionId(new_id())
    text = LocalizedText.of(title)
    with store.step(StepKind.ADD_SESSION, **titled(text)) as db:
        zone = found(db, Forum, forum_id).zone
        db.add(
            Session(
                id=session_id,
                forum_id=forum_id,
                title=text,
                kind=kind,
                day=day,
                starts_at=at(day, start, zone),
                ends_at=at(day, end, zone),
                zone=zone,
                position=next_position(db, Session.position, Session.forum_id == forum_id),
            )
        )
        db.add(Part(id=new_id(), session_id=session_id))
        if room_id:
            db.add(SessionRoom(id=new_id(), session_id=session_id, room_id=room_id))
    return session_id


def rename_session(store: Store, *, session_id: SessionId, tag: str, text: str) -> None:
    """Write one language's title; the other then needs review."""
    _edit(store, session_id, lambda session: setattr(session, "title", session.title.edited(tag, text)))


def confirm_session_title(store: Store, *, session_id: SessionId, tag: str) -> None:
    """Declare one language's title right as it stands."""

    def confirm(session: Session) -> None:
        session.title = session.title.confirmed(tag)

    _edit(store, session_id, confirm, StepKind.CONFIRM_TRANSLATION)


def move_session(
    store: Store,
    *,
    session_id: SessionId,
    day: dt.date | None = None,
    start: int | None = None,
    room_id: RoomId | None = None,
) -> None:
    """Move a session with all that is in it to another day, start or room; its length stays.

    `start` in minutes since midnight of its day; what is None stays as it is.
    """
    with store.read() as db:
        row = found(db, Session, session_id)
        values = {**titled(row.title), **_where_to(row, day, start)}
    with store.step(StepKind.MOVE_SESSION, **values) as db:
        session = whole_session(db, session_id)
        _shift(session, day, start)
        if room_id:
            _give_room(db, session, room_id)


def put_on_day(store: Store, *, session_id: SessionId, day: dt.date | None) -> None:
    """Put a session on another day at the same time; None takes it out of the plan: no day, no times."""
    if day is not None:
        move_session(store, session_id=session_id, day=day)
        return
    with store.read() as db:
        title = found(db, Session, session_id).title
    with store.step(StepKind.EDIT_SESSION, **titled(title)) as db:
        session = whole_session(db, session_id)
        session.day = session.starts_at = session.ends_at = None
        for part in session.parts:
            part.starts_at = part.ends_at = None
            for item in part.items:
                item.starts_at = None


def shift_following(store: Store, *, session_id: SessionId, by: int) -> int:
    """Move a session, and what follows it in the same room up to the next break, by so many minutes.

    Returns how many sessions were moved; 0 where the session has no time yet. One step for all of them.
    """
    with store.read() as db:
        row = whole_session(db, session_id)
        chosen = _following(db, row)
        start = minutes_of(row.starts_at, row.day, row.zone) + by if row.starts_at and row.day else None
        values = {**titled(row.title), **_where_to(row, None, start)}
    if not chosen:
        return 0
    with store.step(StepKind.MOVE_SESSION, **values) as db:
        for key in chosen:
            session = whole_session(db, key)
            if session.starts_at and session.day:
                _shift(session, None, minutes_of(session.starts_at, session.day, session.zone) + by)
    return len(chosen)


def _following(db: Db, first: Session) -> list[SessionId]:
    """The session and those after it in its room on its day; a break ends the row and stays where it is."""
    if first.starts_at is None or first.day is None:
        return []
    rooms = {row.room_id for row in first.rooms[:1]}
    later = db.execute(
        select(Session)
        .where(Session.forum_id == first.forum_id, Session.day == first.day, Session.starts_at >= first.starts_at)
        .order_by(Session.starts_at, Session.position, Session.id)
        .options(selectinload(Session.rooms))
    ).scalars()
    found = [SessionId(first.id)]
    for session in later:
        place = {row.room_id for row in session.rooms[:1]}
        if session.kind in BREAK_SESSIONS and session.id != first.id and (not place or place == rooms):
            break
        if session.id != first.id and place and place == rooms:
            found.append(SessionId(session.id))
    return found


def _where_to(session: Session, day: dt.date | None, start: int | None) -> dict[str, str]:
    """The new day and time as the step remembers them."""
    new_day = day or session_day(session)
    old = minutes_of(session.starts_at, new_day, session.zone) if session.starts_at and new_day else None
    begins = old if start is None else start
    words = {tag: day_short(new_day, tag) if new_day else "" for tag in (ZH, EN)}
    time = "" if begins is None else clock(begins)
    return by_language("start", zh=f"{words[ZH]} {time}".strip(), en=f"{words[EN]} {time}".strip())


def _shift(session: Session, day: dt.date | None, start: int | None) -> None:
    """Move the session's own times and those of its parts and items by the same stretch."""
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


def start_session(store: Store, *, session_id: SessionId, start: int | None) -> None:
    """Set when a session starts and leave its end and items alone; None takes its time away."""
    _edit(store, session_id, lambda row: setattr(row, "starts_at", at(session_day(row), start, row.zone)))


def end_session(store: Store, *, session_id: SessionId, end: int | None) -> None:
    """Set when a session ends, in minutes since midnight of its day; None leaves it open."""
    _edit(store, session_id, lambda row: setattr(row, "ends_at", at(session_day(row), end, row.zone)))


def put_in_room(store: Store, *, session_id: SessionId, room_id: RoomId | None) -> None:
    """Give a session its place; rooms that relay it stay. None takes the place away."""
    with store.read() as db:
        title = found(db, Session, session_id).title
    with store.step(StepKind.EDIT_SESSION, **titled(title)) as db:
        _give_room(db, whole_session(db, session_id), room_id)


def _give_room(db: Db, session: Session, room_id: RoomId | None) -> None:
    """Replace the first room; a room that relayed the session and now is its place relays it no more."""
    first = session.rooms[0] if session.rooms else None
    if first and first.room_id == room_id:
        return
    for row in session.rooms[1:]:
        if row.room_id == room_id:
            db.delete(row)
            db.flush()  # else the place would be taken twice for a moment
    if first is None and room_id:
        db.add(SessionRoom(id=new_id(), session_id=session.id, room_id=room_id))
    elif first is not None and room_id:
        first.room_id = room_id
    elif first is not None:
        db.delete(first)


def set_session_kind(store: Store, *, session_id: SessionId, kind: SessionKind) -> None:
    """Say what a session is."""
    _edit(store, session_id, lambda session: setattr(session, "kind", kind))


def set_access(store: Store, *, session_id: SessionId, access: Access) -> None:
    """Say who may come in."""
    _edit(store, session_id, lambda session: setattr(session, "access", access))


def set_expected(store: Store, *, session_id: SessionId, expected: int | None) -> None:
    """Say how many people are expected; None where nobody knows."""
    _edit(store, session_id, lambda session: setattr(session, "expected", expected))


def set_track(store: Store, *, session_id: SessionId, track_id: TrackId | None) -> None:
    """Put a session into a parallel forum, or into none."""
    _edit(store, session_id, lambda session: setattr(session, "track_id", track_id))


def remove_session(store: Store, *, session_id: SessionId) -> None:
    """Remove a session with its rooms, parts, items and appearances; undo brings all of them back."""
    with store.read() as db:
        title = found(db, Session, session_id).title
    with store.step(StepKind.REMOVE_SESSION, **titled(title)) as db:
        session = whole_session(db, session_id)
        items = [item for part in session.parts for item in part.items]
        gone = contents_of(db, [part.id for part in session.parts], [item.id for item in items])
        for row in (*gone, *items, *session.parts, *session.rooms, session):
            db.delete(row)


def session_day(session: Session) -> dt.date | None:
    """The conference day a session belongs to, given or by its start."""
    return session.day or (conference_day(session.starts_at, session.zone) if session.starts_at else None)


def at(day: dt.date | None, minutes: int | None, zone: str) -> dt.datetime | None:
    """The instant of a minute of a day; None where either is unknown."""
    return None if day is None or minutes is None else instant(day, minutes, zone)


def _edit(
    store: Store,
    session_id: SessionId,
    change: Callable[[Session], None],
    kind: StepKind = StepKind.EDIT_SESSION,
) -> None:
    with store.read() as db:
        title = found(db, Session, session_id).title
    with store.step(kind, **titled(title)) as db:
        change(found(db, Session, session_id))
