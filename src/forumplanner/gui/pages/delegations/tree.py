"""The view over the tree's rows: folding, ticks, places by Alt and the arrows, a current row that is kept by key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from forumplanner import i18n
from forumplanner.domain.text import ZH
from forumplanner.gui.pages.delegations.cells import Col
from forumplanner.gui.pages.delegations.delegate import INDENTS, DelegationsDelegate
from forumplanner.gui.pages.delegations.model import DelegationsModel
from forumplanner.gui.pages.delegations.rows import Row, RowKind
from forumplanner.gui.widgets.folding import FoldingView
from forumplanner.i18n import gettext as _

_WIDTHS = {Col.HEAD: (142, 134), Col.PEOPLE: (62, 66), Col.LIAISON: (74, 86), Col.ARRIVAL: (132, 126)}
_WIDTHS |= {Col.HOTEL: (96, 100), Col.MISSING: (142, 150)}
"""Pixels in Chinese and in English; the name takes what is left."""

_HIDE_BELOW = {Col.HOTEL: 800, Col.LIAISON: 620, Col.HEAD: 540}
_BY_KEY = {Qt.Key.Key_Return: "open", Qt.Key.Key_Enter: "open", Qt.Key.Key_Delete: "remove"}


class DelegationsTree(FoldingView[Row]):
    """`opened(key)` on Enter or a double click; `removed`: take the members out that are ticked, or the current one."""

    opened = Signal(str)
    removed = Signal()
    _rows: DelegationsModel
    _painter: DelegationsDelegate

    def __init__(self, model: DelegationsModel) -> None:
        super().__init__(
            model, DelegationsDelegate, name="delegationsTree", label=lambda: _("Delegations of this forum")
        )

    def reveal(self, key: str) -> None:
        """Bring what stands in an unfolded row into sight, as far as there is room, and the row itself in any case."""
        rows, place = self._rows.rows(), self._rows.place_of(key)
        if place < 0 or not rows[place].open:
            return
        inside = (n for n in range(place + 1, len(rows)) if rows[n].level <= rows[place].level)
        last = next(inside, len(rows)) - 1
        for shown in (last, place):
            self.scrollTo(self._rows.index(shown, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters typed here search nothing; Ctrl+F is the way."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Fold, tick, move, open and remove by keys; the rest is Qt's."""
        row, key = self.current_row(), event.key()
        if row is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(row.key, -1 if key == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._tick_all()
        elif key == Qt.Key.Key_Space:
            self._flip_tick(row)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._sideways(row, right=key == Qt.Key.Key_Right)
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and Qt.Key(key) in _BY_KEY:
            self.opened.emit(row.key) if _BY_KEY[Qt.Key(key)] == "open" else self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the chevron folds; with Ctrl a member is ticked."""
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row(index.row()) if index.isValid() else None
        if row is not None and index.column() == Col.NAME and row.open is not None:
            left = INDENTS[row.level]
            if left - 6 <= event.position().x() <= left + 20:
                self.flipped.emit(row.key)
                return
        if row is not None and row.member is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._flip_tick(row)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Opens a member's person, folds anything else."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self._rows.row(index.row()).key)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrow trees show fewer columns; the name takes what is left."""
        super().resizeEvent(event)
        self._share()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The current row shows its frame."""
        super().focusInEvent(event)
        self._painter.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The frame goes with the focus."""
        super().focusOutEvent(event)
        self._painter.focused = False
        self.viewport().update()

    def retranslate(self) -> None:
        """New widths too."""
        super().retranslate()
        self._share()

    def _share(self) -> None:
        width, chinese = self.viewport().width(), i18n.interface_language() == ZH
        left = width
        for column, (in_chinese, in_english) in _WIDTHS.items():
            hidden = width < _HIDE_BELOW.get(column, 0)
            self.setColumnHidden(column, hidden)
            wanted = in_chinese if chinese else in_english
            self.setColumnWidth(column, wanted)
            left -= 0 if hidden else wanted
        self.setColumnWidth(Col.NAME, max(left, 160))

    def _sideways(self, row: Row, *, right: bool) -> None:
        """Right unfolds, Left folds; Left in a folded row goes to the one that it stands in."""
        if row.open is not None and row.open is not right:
            self.flipped.emit(row.key)
        elif not right and row.level:
            rows = self._rows.rows()
            above = range(self._rows.place_of(row.key) - 1, -1, -1)
            self.select(next((rows[place].key for place in above if rows[place].level < row.level), row.key))

    def _flip_tick(self, row: Row) -> None:
        """A member alone; of a delegation or country all members."""
        if row.member is not None:
            wanted = {row.member.participant_id}
        else:
            lines = row.group or ((row.line,) if row.line is not None else ())
            wanted = {member.participant_id for line in lines for member in line.members}
        self._rows.tick(wanted, on=not wanted <= self._rows.ticks())

    def _tick_all(self) -> None:
        """All members that are shown."""
        shown = {row.member.participant_id for row in self._rows.rows() if row.member is not None}
        self._rows.tick(shown, on=True)


def owner(row: Row | None) -> str:
    """The key of the delegation that a row belongs to; "" for a country's row and for none."""
    return row.line.id if row is not None and row.kind is not RowKind.COUNTRY and row.line is not None else ""
