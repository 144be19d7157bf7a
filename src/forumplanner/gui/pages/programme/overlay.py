"""A panel that lies over the page: a card on dimmed ground, left by Esc, which gives the focus back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forumplanner.gui import theme
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.cards import Card

_TOP = 56


class Overlay(Attentive, QWidget):
    """A subclass fills `card`; `width` is the card's, in pixels, if the page is that wide."""

    def __init__(self, parent: QWidget, *, name: str, card: str, width: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._below, self._width = parent, width
        self._back: QWidget | None = None
        self.card = Card(name=card, margin=20, gap=12)
        self.card.setParent(self)
        self.hide()
        parent.installEventFilter(self)

    def appear(self) -> None:
        """Show it, and remember who had the focus."""
        self._back = self.window().focusWidget()
        self.cover()
        self.show()
        self.raise_()

    def close_panel(self) -> None:
        """Leave, and give the focus back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    def finish(self) -> None:
        """Ctrl+Enter; a subclass that has something to finish overrides this."""
        self.close_panel()

    def cover(self) -> None:
        """Fill the page; the card keeps to its upper middle."""
        self.setGeometry(self._below.rect())
        self.card.setFixedWidth(min(self._width, self.width() - 32))
        self.card.adjustSize()
        top = max(8, min(_TOP, self.height() - self.card.height() - 8))
        self.card.move((self.width() - self.card.width()) // 2, top)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter finishes, Esc leaves; nothing reaches the page behind."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_panel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay as large as what lies below."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.cover()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Dim what lies below."""
        QPainter(self).fillRect(self.rect(), theme.colour("scrim"))
