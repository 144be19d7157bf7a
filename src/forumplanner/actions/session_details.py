"""What else is said about a session: its link, notes, and the rooms that relay it."""

from collections.abc import Callable

from forumplanner.actions.found import found, titled
from forumplanner.actions.links import tidy_link
from forumplanner.actions.whole import whole_session
from forumplanner.domain.ids import RoomId, SessionId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Session, SessionRoom
from forumplanner.store import Store


def set_session_url(store: Store, *, session_id: SessionId, url: str) -> None:
    """Give a session its live stream, meeting or replay; "" takes it away. Raises `NotPossible` for what is no link."""
    link = tidy_link(url)
    _edit(store, session_id, lambda session: setattr(session, "url", link))


def set_session_notes(store: Store, *, session_id: SessionId, notes: str) -> None:
    """Write what the secretariat notes about a session; it stands on no paper."""
    _edit(store, session_id, lambda session: setattr(session, "notes", notes.strip()))


def relay_session(store: Store, *, session_id: SessionId, room_id: RoomId) -> bool:
    """Broadcast a session into one more room; a session without a place takes it as its place. False: it is there."""
    with store.read() as db:
        session = whole_session(db, session_id)
        values = titled(session.title)
        if any(row.room_id == room_id for row in session.rooms):
            return False
    with store.step(StepKind.EDIT_SESSION, **values) as db:
        rooms = whole_session(db, session_id).rooms
        place = rooms[-1].position + 1 if rooms else 0
        db.add(SessionRoom(id=new_id(), session_id=session_id, room_id=room_id, position=place))
    return True


def stop_relay(store: Store, *, session_id: SessionId, room_id: RoomId) -> None:
    """Take a room that relays a session away; its place stays."""
    with store.read() as db:
        values = titled(found(db, Session, session_id).title)
    with store.step(StepKind.EDIT_SESSION, **values) as db:
        session = whole_session(db, session_id)
        for row in session.rooms[1:]:
            if row.room_id == room_id:
                db.delete(row)


def _edit(store: Store, session_id: SessionId, change: Callable[[Session], None]) -> None:
    with store.read() as db:
        values = titled(found(db, Session, session_id).title)
    with store.step(StepKind.EDIT_SESSION, **values) as db:
        change(found(db, Session, session_id))
