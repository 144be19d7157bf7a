"""A small field over a block, in which its minutes are typed exactly: "09:28-10:13"."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from forumplanner.gui.pages.programme.board.words import clock
from forumplanner.gui.widgets.fields import Field
from forumplanner.i18n import gettext as _

_WIDTH, _HEIGHT = 132, 32


class MinutesField(Field):
    """`typed(text)` on Enter; Esc and losing the focus leave things as they were."""

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(name="boardMinutes", label=lambda: _("Start and end"), hint=lambda: _("09:28-10:13"))
        self.setParent(parent)
        self.hide()

    def open_at(self, box: QRect, start: int, end: int | None) -> None:
        """Show the minutes of a block at its upper left corner, all selected."""
        self.setText(clock(start) if end is None else f"{clock(start)}-{clock(end)}")
        self.setGeometry(box.left() + 6, max(box.top() + 4, 0), _WIDTH, _HEIGHT)
        self.show()
        self.raise_()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter hands over, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            text = self.text()
            self._close()
            self.typed.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing was decided."""
        super().focusOutEvent(event)
        self.hide()

    def _close(self) -> None:
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()
