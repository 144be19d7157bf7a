"""From a rewritten cell, or a key, to the verb: each edit of the programme is one step."""

import re
from collections.abc import Callable

from PySide6.QtCore import QObject

from forumplanner.actions import items, parts, planning, sessions, shifting
from forumplanner.actions.minutes import change_minutes, span_item
from forumplanner.domain.giving import Gives
from forumplanner.gui import doing, reading
from forumplanner.gui.page import Frame
from forumplanner.gui.pages.programme.cells import Col
from forumplanner.gui.pages.programme.rows import Row, RowKind
from forumplanner.gui.widgets.clock import read
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.programme import ItemLine, PartLine, Programme, SessionLine

_DASH = re.compile(r"\s*[–—~～至-]+\s*")
Span = tuple[int | None, int | None]


class CellEditing(QObject):
    """Calls `actions.sessions`, `parts` and `items`; what can't be read as a time is said and changes nothing."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame

    def take(self, row: Row, column: int, text: str, programme: Programme) -> None:
        """A cell was rewritten."""
        match Col(column):
            case Col.TIME:
                self._time(row, text)
            case Col.MINUTES:
                self._minutes(row, text)
            case Col.FIRST | Col.SECOND:
                self.title(row, programme.languages[column - Col.FIRST], text)

    def minutes_alone(self, row: Row, text: str) -> None:
        """Minutes of one item; starts of those that follow stay."""
        self._minutes(row, text, Gives.ALONE)

    def minutes_tea(self, row: Row, text: str) -> None:
        """Minutes of one item; the tea break behind it moves in all rooms where it begins at that time."""
        self._minutes(row, text, Gives.TEA)

    def title(self, row: Row, tag: str, text: str) -> None:
        """Write one language's title of a session, part or item."""
        store = self._frame.store
        if row.item is not None:
            item = doing.item_id(row.item.id)
            self._do(lambda: items.rename_item(store, item_id=item, tag=tag, text=text))
        elif row.part is not None:
            part = doing.part_id(row.part.id)
            self._do(lambda: parts.rename_part(store, part_id=part, tag=tag, text=text))
        elif row.session is not None:
            session = doing.session_id(row.session.id)
            self._do(lambda: sessions.rename_session(store, session_id=session, tag=tag, text=text))

    def confirm(self, row: Row, tag: str) -> None:
        """Declare one language's title right as it stands."""
        store = self._frame.store
        if row.item is not None:
            item = doing.item_id(row.item.id)
            self._do(lambda: items.confirm_item_title(store, item_id=item, tag=tag))
        elif row.part is not None:
            part = doing.part_id(row.part.id)
            self._do(lambda: parts.confirm_part_title(store, part_id=part, tag=tag))
        elif row.session is not None:
            session = doing.session_id(row.session.id)
            self._do(lambda: sessions.confirm_session_title(store, session_id=session, tag=tag))

    def move(self, row: Row, by: int) -> None:
        """Alt+Up, Alt+Down: an item goes to another place in its order."""
        if row.item is not None:
            key = doing.item_id(row.item.id)
            if self._do(lambda: items.reorder_items(self._frame.store, item_id=key, by=by)) is False:
                self._frame.toast(_("The item is already at the edge of its session."))

    def shift(self, row: Row, by: int) -> None:
        """Ctrl+Shift+Up, Down: the session and what follows in its room, up to the next break, by some minutes."""
        if row.session is None:
            return
        key = doing.session_id(row.session.id)
        moved = self._do(lambda: shifting.shift_following(self._frame.store, session_id=key, by=by))
        if moved == 0:
            self._frame.toast(_("The session has no time yet, so there is nothing to shift."))
        elif isinstance(moved, int) and moved > 1:
            words = ngettext("Moved {n} session by {by} min", "Moved {n} sessions by {by} min", moved, by=f"{by:+d}")
            self._frame.toast(words, undo=True)

    def remove(self, row: Row, programme: Programme) -> None:
        """Remove what the row is about, with all that is in it; the toast offers to take it back."""
        store = self._frame.store
        if row.item is not None:
            item, words = doing.item_id(row.item.id), reading.words(row.item.title, programme.languages)
            self._do(lambda: items.remove_item(store, item_id=item), say=_removed(words))
        elif row.part is not None:
            part, words = doing.part_id(row.part.id), reading.words(row.part.title, programme.languages)
            self._do(lambda: parts.remove_part(store, part_id=part), say=_removed(words))
        elif row.session is not None and row.kind is RowKind.SESSION:
            session, words = doing.session_id(row.session.id), reading.words(row.session.title, programme.languages)
            self._do(lambda: sessions.remove_session(store, session_id=session), say=_removed(words))

    def set_item_start(self, item: ItemLine, start: int | None) -> None:
        """Give an item its own start, or let it flow."""
        key = doing.item_id(item.id)
        self._do(lambda: items.set_item_start(self._frame.store, item_id=key, start=start))

    def set_span(self, session: SessionLine, span: Span) -> None:
        """Move a session to a start, keeping its length, unless an end was written too; one step."""
        store, key = self._frame.store, doing.session_id(session.id)
        start, end = span
        if start is None:
            self._do(lambda: sessions.start_session(store, session_id=key, start=None))
        elif session.day is None:
            self._frame.toast(_("The session has no day yet. Choose one in the details (F4) first."))
        elif start != session.start:
            day = session.day
            self._do(lambda: planning.place_session(store, session_id=key, day=day, start=start, end=end))
        elif end is not None and end != session.end:
            self._do(lambda: planning.resize_session(store, session_id=key, start=start, end=end))

    def _time(self, row: Row, text: str) -> None:
        span = read_span(text)
        if span is None:
            self._frame.toast(_("“{text}” is no time. Write 09:28, or 09:28-10:15.", text=text))
        elif row.item is not None:
            self._item_span(row.item, span)
        elif row.part is not None:
            self._part_span(row.part, span)
        elif row.session is not None:
            self.set_span(row.session, span)

    def _item_span(self, item: ItemLine, span: Span) -> None:
        start, end = span
        if start is not None and end is not None:
            store, key = self._frame.store, doing.item_id(item.id)
            self._do(lambda: span_item(store, item_id=key, start=start, end=end))
        elif start != item.start:
            self.set_item_start(item, start)

    def _part_span(self, part: PartLine, span: Span) -> None:
        store, key = self._frame.store, doing.part_id(part.id)
        start, end = span
        if start != part.start:
            self._do(lambda: parts.start_part(store, part_id=key, start=start))
        if end != part.end:
            self._do(lambda: parts.end_part(store, part_id=key, end=end))

    def _minutes(self, row: Row, text: str, gives: Gives = Gives.REST) -> None:
        if text and not text.isdecimal():
            self._frame.toast(_("“{text}” is no number of minutes.", text=text))
            return
        minutes = int(text) if text else None
        if row.item is not None:
            self._set_minutes(row.item, minutes, gives)
        elif row.session is not None and row.session.start is not None and minutes:
            self.set_span(row.session, (row.session.start, row.session.start + minutes))

    def _set_minutes(self, item: ItemLine, minutes: int | None, gives: Gives = Gives.REST) -> None:
        store, key = self._frame.store, doing.item_id(item.id)
        self._do(lambda: change_minutes(store, item_id=key, minutes=minutes, gives=gives))

    def _do(self, verb: Callable[[], object], *, say: str = "") -> object:
        return doing.done(self._frame, verb, say=say)


def _removed(words: str) -> str:
    return _("Removed “{what}”", what=words) if words else _("Removed")


def read_span(text: str) -> Span | None:
    """Start and end of "09:28", "09:28-10:15" or ""; an end that reads earlier lies past midnight. None: no time."""
    clean = text.replace("⁺¹", "").strip()
    if not clean:
        return (None, None)
    pieces = [piece for piece in _DASH.split(clean, maxsplit=1) if piece]
    times = [read(piece) for piece in pieces]
    if not times or len(times) > 2 or any(time is None for time in times):
        return None
    start, end = times[0], times[1] if len(times) > 1 else None
    if start is not None and end is not None and end < start:
        end += 24 * 60
    return (start, end)
