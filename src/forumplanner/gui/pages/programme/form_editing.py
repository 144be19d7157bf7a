"""From the fields of the inspector to the verbs of session and item."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject

from forumplanner.actions import items, sessions
from forumplanner.domain.kinds import Access, Interpretation, ItemKind, SessionKind
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.editing import CellEditing
from forumplanner.gui.pages.programme.inspector import ProgrammeInspector
from forumplanner.snapshots.programme import ItemLine, SessionLine


class FormEditing(QObject):
    """Calls `actions.sessions` and `actions.items` for the row that the inspector shows."""

    def __init__(self, frame: Frame, inspector: ProgrammeInspector, cells: CellEditing) -> None:
        super().__init__(inspector)
        self._frame, self._inspector, self._cells = frame, inspector, cells
        inspector.session.set.connect(self._set_session)
        inspector.item.set.connect(self._set_item)

    def _set_session(self, field: str, value: str) -> None:
        row = self._inspector.row()
        if row is None or row.session is None:
            return
        session = row.session
        if field == "start":
            self._cells.set_span(session, (int(value) if value else None, None))
        else:
            doing.done(self._frame, self._session_verb(session, field, value))

    def _session_verb(self, session: SessionLine, field: str, value: str) -> Callable[[], None]:
        store, key = self._frame.store, doing.session_id(session.id)
        number = int(value) if value.isdecimal() else None
        verbs: dict[str, Callable[[], None]] = {
            "day": lambda: sessions.put_on_day(
                store, session_id=key, day=dt.date.fromisoformat(value) if value else None
            ),
            "end": lambda: sessions.end_session(store, session_id=key, end=number),
            "room": lambda: sessions.put_in_room(store, session_id=key, room_id=doing.room_id(value)),
            "track": lambda: sessions.set_track(store, session_id=key, track_id=doing.track_id(value)),
            "kind": lambda: sessions.set_session_kind(store, session_id=key, kind=SessionKind(value)),
            "access": lambda: sessions.set_access(store, session_id=key, access=Access(value)),
            "expected": lambda: sessions.set_expected(store, session_id=key, expected=number),
        }
        return verbs[field]

    def _set_item(self, field: str, value: str) -> None:
        row = self._inspector.row()
        if row is not None and row.item is not None:
            doing.done(self._frame, self._item_verb(row.item, field, value))

    def _item_verb(self, item: ItemLine, field: str, value: str) -> Callable[[], None]:
        store, key = self._frame.store, doing.item_id(item.id)
        number = int(value) if value.isdecimal() else None
        verbs: dict[str, Callable[[], None]] = {
            "start": lambda: items.set_item_start(store, item_id=key, start=number),
            "minutes": lambda: items.set_item_minutes(store, item_id=key, minutes=number),
            "kind": lambda: items.set_item_kind(store, item_id=key, kind=ItemKind(value)),
            "interpretation": lambda: items.set_interpretation(
                store, item_id=key, interpretation=Interpretation(value), channel=item.channel
            ),
            "channel": lambda: items.set_interpretation(
                store, item_id=key, interpretation=item.interpretation, channel=value
            ),
        }
        return verbs[field]
