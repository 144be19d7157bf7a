"""Toast: one line at the bottom centre that says what was done, with Undo; eight seconds, held by pointer and focus."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from forumplanner.gui import theme
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label, Picture
from forumplanner.i18n import gettext as _

SECONDS = 8
_TICK_MS = 100


class Toast(QFrame):
    """A child of the window, above the status bar; a second message takes the place of the first."""

    def __init__(self, window: QWidget, *, clearance: int = 42) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self.setFixedHeight(38)
        self._window, self._clearance = window, clearance
        self._left_ms = 0
        self._act: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(Picture("circle-check", "tip_text"))
        self._words = Label("", name="toastText")
        row.addWidget(self._words)
        self._button = Button(lambda: _("Undo"), name="toastUndo", kind="toast")
        self._button.clicked.connect(self._do)
        row.addWidget(self._button)
        close = Button("", name="toastClose", kind="toast", icon="x", tip=lambda: _("Close"))
        close.set_icon("x", "tip_text")
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        window.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, *, undo: Callable[[], object] | None = None, word: Text | None = None) -> None:
        """Show `sentence` for eight seconds; `undo` is what the button does, `word` what it says instead of Undo."""
        self._words.setText(sentence)
        self._act = undo
        self._button.set_text(word if word is not None else lambda: _("Undo"))
        self._button.setVisible(undo is not None)
        self._left_ms = SECONDS * 1000
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def sentence(self) -> str:
        """What it says now, "" while hidden."""
        return self._words.text() if self.isVisible() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the window's size."""
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the thin bar that counts down."""
        super().paintEvent(event)
        painter = QPainter(self)
        bar = QColor(theme.colour("tip_text"))
        bar.setAlpha(110)
        width = round((self.width() - 16) * self._left_ms / (SECONDS * 1000))
        painter.fillRect(8, self.height() - 2, width, 2, bar)

    def _place(self) -> None:
        window = self._window
        self.setMaximumWidth(max(window.width() - 32, 200))
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - self._clearance)

    def _tick(self) -> None:
        if self.underMouse() or self._has_focus():
            return
        self._left_ms -= _TICK_MS
        self.update()
        if self._left_ms <= 0:
            self._timer.stop()
            self.hide()

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _do(self) -> None:
        act, self._act = self._act, None
        self._timer.stop()
        self.hide()
        if act is not None:
            act()
