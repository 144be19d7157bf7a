"""FastTable: the view over a FastTableModel, with ticks, row hover, and a current row that is kept by id."""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.table_delegate import FastDelegate
from forumplanner.gui.widgets.table_model import FastTableModel


class FastTable(Attentive, QTableView):
    """`picked(id)` when another row becomes current, `opened(id)` on Enter or double click.

    Space ticks the current row, Ctrl+A all shown; ticks are the model's. Refresh, sort, filter and language keep
    the current row; while a filter hides it, it is remembered and comes back.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, model: FastTableModel[Any], *, name: str, label: Text, row_height: int = 30) -> None:
        super().__init__()
        self.setObjectName(name)
        self.say(self.setAccessibleName, label)
        self._rows = model
        self._current: Hashable | None = None
        self._painter = FastDelegate(row_height)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self._dress(row_height)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._note)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._rows.id_at(index.row())))

    def current_id(self) -> Hashable | None:
        """The id of the current row, also while a filter hides it."""
        return self._current

    def set_current(self, row_id: Hashable | None) -> None:
        """Make a row current; no signal if it already is."""
        if row_id != self._current:
            self._current = row_id
            self.picked.emit(row_id)
        self._restore()

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Other columns, as many as before: another language asks for another order and other widths."""
        self._rows.columns = tuple(columns)
        for number, column in enumerate(columns):
            self.setColumnWidth(number, column.width)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters typed here search nothing: Qt would ask all 10,000 rows; Ctrl+F is the way."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space, Ctrl+A and Enter."""
        place = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and place >= 0 and self._has_ticks():
            self._flip(place)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            if self._has_ticks():
                self._rows.set_ticks([self._rows.id_at(i) for i in range(self._rows.rowCount())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and place >= 0:
            self.opened.emit(self._rows.id_at(place))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on a tick ticks; with Shift, all from the current row to here."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._rows.columns[index.column()].cell is Cell.TICK:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.currentIndex().isValid():
                low, high = sorted((self.currentIndex().row(), index.row()))
                self._rows.set_ticks([self._rows.id_at(i) for i in range(low, high + 1)])
            else:
                self._flip(index.row())
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """No row under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrow tables show fewer columns."""
        super().resizeEvent(event)
        width = self.viewport().width()
        for number, column in enumerate(self._rows.columns):
            if column.hide_below:
                self.setColumnHidden(number, width < column.hide_below)

    def retranslate(self) -> None:
        """New titles, new fonts."""
        super().retranslate()
        self._painter.forget_fonts()
        self.horizontalHeader().viewport().update()
        self.viewport().update()

    def _dress(self, row_height: int) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row_height)
        rows.setMinimumSectionSize(row_height)
        rows.hide()
        head = self.horizontalHeader()
        head.setObjectName(f"{self.objectName()}Header")
        head.setFixedHeight(30)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(24)
        for number, column in enumerate(self._rows.columns):
            self.setColumnWidth(number, column.width)
            if column.stretch:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def _has_ticks(self) -> bool:
        return any(column.cell is Cell.TICK for column in self._rows.columns)

    def _flip(self, place: int) -> None:
        row_id = self._rows.id_at(place)
        self._rows.set_ticks([row_id], on=row_id not in self._rows.ticks())

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()

    def _restore(self) -> None:
        place = self._rows.place_of(self._current) if self._current is not None else -1
        if place < 0:
            self.selectionModel().clear()
            return
        first = next((n for n, c in enumerate(self._rows.columns) if c.cell is not Cell.TICK), 0)
        self.setCurrentIndex(self._rows.index(place, first))
        self.scrollTo(self._rows.index(place, first))

    def _note(self, now: QModelIndex | QPersistentModelIndex, before: QModelIndex | QPersistentModelIndex) -> None:  # noqa: ARG002 - the signal's signature
        if now.isValid() and (row_id := self._rows.id_at(now.row())) != self._current:
            self._current = row_id
            self.picked.emit(row_id)
