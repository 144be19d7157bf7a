"""The view over the programme's rows: cells that are edited in place, folding, reordering, findings by F8."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from forumplanner.gui.pages.programme import cutting
from forumplanner.gui.pages.programme.cells import Col
from forumplanner.gui.pages.programme.delegate import INDENT, PAD, ProgrammeDelegate
from forumplanner.gui.pages.programme.model import ProgrammeModel
from forumplanner.gui.pages.programme.rows import Row, RowKind
from forumplanner.gui.widgets.folding import FoldingView
from forumplanner.i18n import gettext as _

_WIDTHS = {Col.TIME: 152, Col.MINUTES: 54, Col.PEOPLE: 184, Col.ROOM: 148, Col.STATE: 140}
_FIRST_SHARE = 44
"""Percent of both titles' room for the first, which is mostly Chinese and shorter."""
_HIDE_BELOW = {Col.PEOPLE: 900, Col.ROOM: 780}


class ProgrammeList(FoldingView[Row]):
    """`removed(key)`, `opened(key)` and `closed()`, when an editor was put away, ask for a verb."""

    removed = Signal(str)
    opened = Signal(str)
    closed = Signal()
    _rows: ProgrammeModel
    _painter: ProgrammeDelegate

    def __init__(self, model: ProgrammeModel) -> None:
        super().__init__(model, ProgrammeDelegate, name="programmeList", label=lambda: _("Programme"))
        self._column = int(Col.FIRST)
        # Any key, and any input method, opens the cell as in a spreadsheet; what is typed replaces what was there.
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.AnyKeyPressed)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        # The view lets go of the editor in the same turn; what waits for it comes in the next one.
        self._painter.closeEditor.connect(lambda: QTimer.singleShot(0, self, self.closed.emit))
        QGuiApplication.clipboard().dataChanged.connect(self._show_cut)

    def rows_model(self) -> ProgrammeModel:
        """The rows that it shows."""
        return self._rows

    def is_editing(self) -> bool:
        """Whether an editor stands open in a cell."""
        return self.state() is QAbstractItemView.State.EditingState

    def to_finding(self, *, back: bool = False) -> bool:
        """F8: the next row of a finding, round the end; False where there is none."""
        rows = self._rows.rows()
        here = self.currentIndex().row()
        order = list(range(here + 1, len(rows))) + list(range(here + 1)) if here >= 0 else list(range(len(rows)))
        if back:
            order = list(range(here - 1, -1, -1)) + list(range(len(rows) - 1, here - 1, -1))
        place = next((n for n in order if 0 <= n < len(rows) and rows[n].kind is RowKind.FINDING), None)
        return place is not None and self.select(rows[place].key, int(Col.TIME))

    def edit_cell(self) -> None:
        """Enter and F2: open the editor in the current cell; for a finding, go where it leads."""
        index = self.currentIndex()
        if index.isValid() and self._rows.row(index.row()).kind is RowKind.FINDING:
            self.opened.emit(self._key)
        elif index.isValid() and self._rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Edit, fold, reorder and remove by keys; the rest is Qt's."""
        key = event.key()
        if self.is_editing() or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(self._key, -1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_cell()
        elif key == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.removed.emit(self._key)
        elif key == Qt.Key.Key_Escape and cutting.cut_key():
            cutting.let_go()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Backspace}:
            event.ignore()  # else the cell would be written over by a blank
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._sideways(1 if key == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)

    def _sideways(self, by: int) -> None:
        """In the first cell Left folds and Right unfolds; else to the neighbouring cell."""
        row, column = self.current_row(), self.currentIndex().column()
        folds = row is not None and column == Col.TIME and row.open is (by < 0)
        if folds:
            self.flipped.emit(self._key)
            return
        shown = [n for n in range(len(Col)) if not self.isColumnHidden(n)]
        place = shown.index(column) + by if column in shown else 0
        if 0 <= place < len(shown):
            self.setCurrentIndex(self._rows.index(self.currentIndex().row(), shown[place]))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the chevron folds."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Col.TIME:
            row = self._rows.row(index.row())
            left = PAD + INDENT * row.level
            if row.open is not None and left - 4 <= event.position().x() <= left + 20:
                self.flipped.emit(row.key)
                return
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrow lists show fewer columns; both titles share what is left."""
        super().resizeEvent(event)
        width = self.viewport().width()
        for column, least in _HIDE_BELOW.items():
            self.setColumnHidden(column, width < least)
        rest = width - sum(w for column, w in _WIDTHS.items() if not self.isColumnHidden(column))
        first = rest * _FIRST_SHARE // 100
        self.setColumnWidth(Col.FIRST, max(first, 120))
        self.setColumnWidth(Col.SECOND, max(rest - first, 120))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The current cell shows its frame."""
        super().focusInEvent(event)
        self.mark(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The frame goes with the focus."""
        super().focusOutEvent(event)
        self._painter.cell = (-1, -1)
        self.viewport().update()

    def drawRow(  # noqa: N802 - Qt's name
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Headings and findings go across all columns; Qt's own spans cost milliseconds a row."""
        if self._rows.row(index.row()).kind not in {RowKind.DAY, RowKind.FINDING}:
            super().drawRow(painter, option, index)
            return
        whole = QStyleOptionViewItem(option)
        if self.selectionModel().isSelected(index):
            whole.state = whole.state | QStyle.StateFlag.State_Selected
        self._painter.paint(painter, whole, self._rows.index(index.row(), int(Col.TIME)))

    def _show_cut(self) -> None:
        """What was cut is drawn pale."""
        self._painter.cut = cutting.cut_key()
        self.viewport().update()

    def mark(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """The current cell shows its frame while the list has the focus; the next row is entered in its column."""
        if index.isValid():
            self._column = index.column()
        self._painter.cell = (index.row(), index.column()) if self.hasFocus() else (-1, -1)
        self.viewport().update()
