"""The list of guests: arrows pass over bands and titles, Enter opens, Alt and an arrow asks for another place."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from forumplanner.gui.pages.guests.delegate import GuestDelegate
from forumplanner.gui.pages.guests.rows import GuestRows, Index
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _


class GuestList(Attentive, QListView):
    """`picked(id)` when another guest became current, `opened()` on Enter or a double click, `moved(by)` on Alt."""

    picked = Signal(str)
    opened = Signal()
    moved = Signal(int)

    def __init__(self, model: GuestRows, bands: tuple[QWidget, QWidget]) -> None:
        super().__init__()
        self.setObjectName("guestList")
        self.say(self.setAccessibleName, lambda: _("Consular guests and guests of honour"))
        self._rows, self._bands = model, bands
        self._current = ""
        self._painter = GuestDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        for band in bands:
            band.setParent(self.viewport())
        model.modelReset.connect(self._restore)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place_bands())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def current_id(self) -> str:
        """The id of the current guest, also while a filter hides it."""
        return self._current

    def set_current(self, key: str) -> None:
        """Make a guest current."""
        changed, self._current = key != self._current, key
        self._restore()
        if changed:
            self.picked.emit(key)

    def currentChanged(self, now: Index, before: Index) -> None:  # noqa: N802 - Qt's name
        """Remember by id."""
        super().currentChanged(now, before)
        line = self._rows.row(now.row()).line if now.isValid() else None
        if line is not None and line.id != self._current:
            self._current = line.id
            self.picked.emit(line.id)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters typed here search nothing; Ctrl+F is the way."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens; with Alt the arrows ask for another place."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        elif by and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(by)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """No row under the pointer."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The bands are as wide as the list."""
        super().resizeEvent(event)
        self._place_bands()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """The bands stand where the rows now are."""
        super().updateGeometries()
        self._place_bands()

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered:
            self._painter.hovered = row
            self.viewport().update()

    def _step(self, by: int) -> None:
        """The next guest that way; bands and titles are passed over."""
        place = (
            self.currentIndex().row() if self.currentIndex().isValid() else (-1 if by > 0 else self._rows.rowCount())
        )
        place += by
        while 0 <= place < self._rows.rowCount() and self._rows.row(place).line is None:
            place += by
        if 0 <= place < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(place, 0))

    def _restore(self) -> None:
        place = self._rows.place_of(self._current)
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))
            self.scrollTo(self._rows.index(place, 0))
        else:
            self.selectionModel().clear()
        self._place_bands()

    def _place_bands(self) -> None:
        for place, band in zip(self._rows.bands(), self._bands, strict=True):
            band.setVisible(place >= 0)
            if place >= 0:
                band.setGeometry(self.visualRect(self._rows.index(place, 0)))
