"""Boxes for more than a line: WritingBox, GrowingBox as high as its words, TextBox for a text of one language."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from forumplanner.gui import fonts
from forumplanner.gui.widgets.attentive import Attentive

_TALL = 6
"""Lines that a text of its own shows at least."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class WritingBox(Attentive, QPlainTextEdit):
    """`finished` when it was left or with Ctrl+Enter, which also goes `on`. Esc puts back; Tab leaves.

    `quiet`: reasons for losing the focus that don't end the writing. `enter_ends`: Enter alone finishes too.
    """

    finished = Signal()
    on = Signal()
    quiet: frozenset[Qt.FocusReason] = frozenset({Qt.FocusReason.PopupFocusReason})

    def __init__(self, *, name: str, enter_ends: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("grows", True)  # else the sheet makes it one line high
        self.setTabChangesFocus(True)
        self._enter_ends, self._kept = enter_ends, ""

    def set_text(self, text: str) -> None:
        """Show another text; one that is being typed in keeps its letters."""
        self._kept = text
        if not (self.hasFocus() and self.document().isModified()) and text != self.toPlainText():
            self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter ends; Esc puts back what stood there."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _ENTER and (control or self._enter_ends):
            self.finished.emit()
            self.on.emit()
        elif event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._kept:
            self.setPlainText(self._kept)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leaving ends the writing; a pop-up over it doesn't."""
        super().focusOutEvent(event)
        if event.reason() not in self.quiet:
            self.finished.emit()


class GrowingBox(WritingBox):
    """As high as its words: from `least` to `most` lines, then it scrolls. `frame`: pixels above and below them."""

    def __init__(self, *, name: str, least: int, most: int, frame: int, enter_ends: bool = False) -> None:
        super().__init__(name=name, enter_ends=enter_ends)
        self._least, self._most, self._frame = least, most, frame
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self._fit)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As many lines as there are, within reason."""
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        return QSize(160, lines * self.fontMetrics().lineSpacing() + self._frame)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No lower than its lines."""
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width needs other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        many = round(self.document().size().height()) > self._most
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if many else off)
        self.updateGeometry()


class TextBox(WritingBox):
    """Paragraphs in one language's fonts; `entered` tells where somebody wrote last, where fields are put."""

    entered = Signal()
    quiet = WritingBox.quiet | {Qt.FocusReason.ActiveWindowFocusReason}

    def __init__(self, *, name: str, tag: str) -> None:
        super().__init__(name=name)
        self.setFont(fonts.font(tag))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(_TALL * self.fontMetrics().lineSpacing())
        self.document().setDocumentMargin(4)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Fields are put where somebody wrote last."""
        super().focusInEvent(event)
        self.entered.emit()
