"""What a secretary does with sessions: add, rename, move, give rooms, remove."""

import datetime as dt
from collections.abc import Callable, Mapping

from forumplanner.actions.found import found, titled
from forumplanner.actions.moving import at, check_stretch, move_to, replace_room, session_day, where_to
from forumplanner.actions.planning import unschedule_session
from forumplanner.actions.whole import contents_of, next_position, whole_session
from forumplanner.domain.ids import ForumId, RoomId, SessionId, TrackId, new_id
from forumplanner.domain.kinds import Access, SessionKind, StepKind
from forumplanner.domain.text import LocalizedText
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
    """Add a session with one part at the end of its forum; `start`, `end` in minutes since midnight of `day`.

    Raises `moving.OutsideTheDay`, `moving.EndsTooEarly`.
    """
    check_stretch(start, end)
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

    `start` in minutes since midnight of its day; what is None stays as it is. Raises `moving.OutsideTheDay`.
    """
    check_stretch(start, None)
    with store.read() as db:
        row = found(db, Session, session_id)
        values = {**titled(row.title), **where_to(row, day, start)}
    with store.step(StepKind.MOVE_SESSION, **values) as db:
        session = whole_session(db, session_id)
        move_to(session, day, start)
        if room_id:
            replace_room(db, session, None, room_id)


def put_on_day(store: Store, *, session_id: SessionId, day: dt.date | None) -> None:
    """Put a session on another day at the same time; None takes it out of the plan: no day, no times."""
    if day is None:
        unschedule_session(store, session_id=session_id)
    else:
        move_session(store, session_id=session_id, day=day)


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
        replace_room(db, whole_session(db, session_id), None, room_id)


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
