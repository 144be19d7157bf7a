"""The list of findings: Enter leads to the place, 1, 2 and 3 apply a way out, so does a press on its button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView

from forumplanner.gui.pages.findings.delegate import FindingDelegate, WaysOf
from forumplanner.gui.pages.findings.rows import FindingModel
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _

_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class FindingList(Attentive, QListView):
    """`opened()` on Enter or double click; `applied(number)` for a way out of the current finding, from 0."""

    opened = Signal()
    applied = Signal(int)

    def __init__(self, model: FindingModel, ways: WaysOf) -> None:
        super().__init__()
        self.setObjectName("findingsList")
        self.say(self.setAccessibleName, lambda: _("Findings"))
        self._painter = FindingDelegate(self, ways)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter leads to the place; 1, 2, 3 press the buttons."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.opened.emit()
        elif event.key() in _KEYS and not event.modifiers():
            self.applied.emit(_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember the row under the pointer; a hand over its buttons."""
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        self._painter.hovered = index.row()
        over = index.isValid() and self._painter.button_at(index, at) >= 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A press on a button applies it; the row was made current when the button went down."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            number = self._painter.button_at(index, at)
            if number >= 0:
                self.applied.emit(number)
