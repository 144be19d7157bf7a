"""From the details to the verbs of session, part and item: fields, texts, acts, relays, the order of items."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject

from forumplanner import i18n
from forumplanner.actions import (
    acknowledgements,
    acts,
    cures,
    items,
    order_of_addresses,
    parts,
    session_details,
    sessions,
    translations,
)
from forumplanner.domain.kinds import Access, Interpretation, ItemKind, SessionKind
from forumplanner.gui import doing
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.editing import CellEditing
from forumplanner.gui.pages.programme.inspector import ProgrammeInspector
from forumplanner.gui.widgets.row_history import RowHistory
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.completeness import TextRef
from forumplanner.snapshots.findings import Finding, WayOut
from forumplanner.snapshots.programme import ItemLine, PartLine, SessionLine

Verbs = dict[str, Callable[[], object]]


class FormEditing(QObject):
    """Calls the verbs for what the inspector shows."""

    def __init__(self, frame: Frame, inspector: ProgrammeInspector, cells: CellEditing) -> None:
        super().__init__(inspector)
        self._frame, self._inspector, self._cells = frame, inspector, cells
        self.history = RowHistory(frame, name="programmeRowHistory")
        inspector.details.set_history(self.history)
        inspector.head.history_wanted.connect(self._show_history)
        inspector.session.set.connect(self._set_session)
        inspector.part.set.connect(self._set_part)
        inspector.item.set.connect(self._set_item)
        inspector.more.set.connect(self._set_more)
        inspector.port.written.connect(self._write)
        inspector.port.approved.connect(self._approve)
        inspector.acts.added.connect(self._add_act)
        inspector.acts.removed.connect(self._remove_act)
        inspector.acts.moved.connect(self._move_act)
        inspector.outline.moved.connect(self._move_item)
        inspector.details.foot.sort.clicked.connect(self._sort_addresses)
        inspector.removed_inside.connect(lambda row: cells.remove(row, inspector.programme()))
        inspector.findings.shown.connect(self._show_finding)
        inspector.findings.applied.connect(self._apply)
        inspector.findings.accepted.connect(self._accept)

    def _show_history(self, key: str) -> None:
        kind, _colon, identity = key.partition(":")
        self.history.show_record(kind, identity)

    def _set_session(self, field: str, value: str) -> None:
        row = self._inspector.row()
        if row is None or row.session is None:
            return
        session = row.session
        if field == "start":
            self._cells.set_span(session, (int(value) if value else None, None))
        else:
            doing.done(self._frame, self._session_verbs(session, value)[field])

    def _session_verbs(self, session: SessionLine, value: str) -> Verbs:
        store, key = self._frame.store, doing.session_id(session.id)
        number = int(value) if value.isdecimal() else None
        return {
            "day": lambda: sessions.put_on_day(
                store, session_id=key, day=dt.date.fromisoformat(value) if value else None
            ),
            "end": lambda: sessions.end_session(store, session_id=key, end=number),
            "room": lambda: sessions.put_in_room(store, session_id=key, room_id=doing.room_id(value)),
            "relay": lambda: self._relay(session, value, on=True),
            "unrelay": lambda: self._relay(session, value, on=False),
            "track": lambda: sessions.set_track(store, session_id=key, track_id=doing.track_id(value)),
            "kind": lambda: sessions.set_session_kind(store, session_id=key, kind=SessionKind(value)),
            "access": lambda: sessions.set_access(store, session_id=key, access=Access(value)),
            "expected": lambda: sessions.set_expected(store, session_id=key, expected=number),
            "url": lambda: session_details.set_session_url(store, session_id=key, url=value),
            "notes": lambda: session_details.set_session_notes(store, session_id=key, notes=value),
        }

    def _relay(self, session: SessionLine, value: str, *, on: bool) -> None:
        room, key = doing.room_id(value), doing.session_id(session.id)
        if room is None:
            return
        verb = session_details.relay_session if on else session_details.stop_relay
        verb(self._frame.store, session_id=key, room_id=room)

    def _sort_addresses(self) -> None:
        row = self._inspector.row()
        if row is None or row.session is None:
            return
        store, key = self._frame.store, doing.session_id(row.session.id)
        count = doing.done(self._frame, lambda: order_of_addresses.sort_addresses(store, session_id=key))
        if count is not None:
            words = ngettext("{n} address has another place now", "{n} addresses have other places now", count)
            same = _("The addresses already stand in the order that the rules of protocol propose")
            self._frame.toast(words if count else same, undo=bool(count))

    def _set_part(self, field: str, value: str) -> None:
        row = self._inspector.row()
        if row is not None and row.part is not None:
            doing.done(self._frame, self._part_verbs(row.part, value)[field])

    def _part_verbs(self, part: PartLine, value: str) -> Verbs:
        store, key = self._frame.store, doing.part_id(part.id)
        number = int(value) if value.isdecimal() else None
        return {
            "start": lambda: parts.start_part(store, part_id=key, start=number),
            "end": lambda: parts.end_part(store, part_id=key, end=number),
        }

    def _set_item(self, field: str, value: str) -> None:
        row = self._inspector.row()
        if row is not None and row.item is not None:
            doing.done(self._frame, self._item_verbs(row.item, value)[field])

    def _item_verbs(self, item: ItemLine, value: str) -> Verbs:
        store, key = self._frame.store, doing.item_id(item.id)
        number = int(value) if value.isdecimal() else None
        return {
            "start": lambda: items.set_item_start(store, item_id=key, start=number),
            "minutes": lambda: items.set_item_minutes(store, item_id=key, minutes=number),
            "kind": lambda: items.set_item_kind(store, item_id=key, kind=ItemKind(value)),
            "interpretation": lambda: items.set_interpretation(
                store, item_id=key, interpretation=Interpretation(value), channel=item.channel
            ),
            "channel": lambda: items.set_interpretation(
                store, item_id=key, interpretation=item.interpretation, channel=value
            ),
            "languages": lambda: items.set_item_languages(store, item_id=key, languages=value.split()),
            "url": lambda: items.set_item_url(store, item_id=key, url=value),
            "media": lambda: items.set_item_media(store, item_id=key, media=value),
            "notes": lambda: items.set_item_notes(store, item_id=key, notes=value),
        }

    def _set_more(self, field: str, value: str) -> None:
        row = self._inspector.row()
        if row is not None:
            (self._set_item if row.item is not None else self._set_session)(field, value)

    def _write(self, ref: TextRef, tag: str, text: str) -> None:
        doing.done(self._frame, lambda: translations.write_text(self._frame.store, ref=ref, tag=tag, text=text))

    def _approve(self, ref: TextRef) -> None:
        doing.done(self._frame, lambda: translations.confirm_texts(self._frame.store, refs=[ref]))

    def _add_act(self) -> None:
        row = self._inspector.row()
        if row is not None and row.item is not None:
            key = doing.item_id(row.item.id)
            doing.done(self._frame, lambda: acts.add_act(self._frame.store, item_id=key))

    def _remove_act(self, act: str) -> None:
        key = doing.act_id(act)
        doing.done(self._frame, lambda: acts.remove_act(self._frame.store, act_id=key), say=_("Removed"))

    def _move_act(self, act: str, by: int) -> None:
        key = doing.act_id(act)
        doing.done(self._frame, lambda: acts.reorder_act(self._frame.store, act_id=key, by=by))

    def _move_item(self, key: str, by: int) -> None:
        kind, _colon, identity = key.partition(":")
        if kind == "item":
            item = doing.item_id(identity)
            moved = doing.done(self._frame, lambda: items.reorder_items(self._frame.store, item_id=item, by=by))
            if moved is False:
                self._frame.toast(_("The item is already at the edge of its session."))

    def _apply(self, way: WayOut) -> None:
        words = way.words[i18n.interface_language()]
        doing.done(self._frame, lambda: cures.apply(self._frame.store, way), say=words)

    def _accept(self, finding: Finding, reason: str) -> None:
        store, forum_id = self._frame.store, self._frame.forum_id
        doing.done(
            self._frame,
            lambda: acknowledgements.accept_finding(store, forum_id=forum_id, finding=finding, reason=reason),
            say=_("Accepted"),
        )

    def _show_finding(self, finding: Finding | None) -> None:
        self._frame.go("findings", finding.id if finding is not None else "")
