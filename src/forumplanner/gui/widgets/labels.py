"""Words on the window: labels by role, labels that elide, pills, counts and keys."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from forumplanner.gui import icons
from forumplanner.gui.widgets.attentive import Attentive, Text


class Label(Attentive, QLabel):
    """Words of one role: figure, hero, title, lead, strong, muted, small, label, note, micro, danger, warn, ok."""

    def __init__(self, text: Text = "", *, role: str = "", name: str = "", wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setObjectName(name or f"label{role.title()}")
        self.setWordWrap(wrap)
        self.say(self.setText, text)

    def set_role(self, role: str) -> None:
        """Change the look."""
        if self.property("role") != role:
            self.setProperty("role", role)
            repolish(self)


class Elide(Label):
    """One line of words that gives way: "…" at the end, the whole text as a tooltip."""

    def __init__(self, text: Text = "", *, role: str = "", name: str = "", least: int = 24) -> None:
        self._whole = ""
        self._least = least
        super().__init__("", role=role, name=name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(self.set_text, text)

    def set_text(self, text: str) -> None:
        """Set the whole words."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def whole(self) -> str:
        """The words before eliding."""
        return self._whole

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Down to a few letters."""
        return QSize(min(self._least, self.sizeHint().width()), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the whole text."""
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, max(super().sizeHint().height(), 16))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again in another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class Pill(Attentive, QLabel):
    """A state in a word on its tint: danger, warn, ok, info, accent, solid or neutral ("")."""

    def __init__(self, text: Text = "", *, tone: str = "", name: str = "pill") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("pill", True)
        self.setProperty("tone", tone)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(self.setText, text)

    def set_tone(self, tone: str) -> None:
        """Change what the pill means."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)


class Count(QLabel):
    """A number in a small round badge: danger (must fix), warn (should fix) or neutral (news); hidden at 0."""

    def __init__(self, *, tone: str = "", name: str = "count") -> None:
        super().__init__()
        self.setProperty("count", True)
        self.setProperty("tone", tone)
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumWidth(20)
        self.hide()

    def show_number(self, number: int, *, tone: str | None = None) -> None:
        """Show `number`, in another tone if given."""
        if tone is not None and self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)
        self.setText(str(number) if number < 1000 else "999+")
        self.setVisible(number > 0)


class Key(QLabel):
    """The name of a key in a small box."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("key", True)
        self.setObjectName("key")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Picture(Attentive, QLabel):
    """An icon that stands by itself, in a token's colour; decoration beside words, so screen readers skip it."""

    def __init__(self, icon: str, colour: str = "text2", *, size: int = icons.SIZE) -> None:
        super().__init__()
        self.setObjectName("picture")
        self.setFixedSize(size, size)
        self.set_icon(icon, colour)

    def set_icon(self, icon: str, colour: str) -> None:
        """Another picture or colour."""
        self._icon, self._token = icon, colour
        self.recolour()

    def recolour(self) -> None:
        """Draw in the scheme's colour."""
        self.setPixmap(icons.pixmap(self._icon, self._token, size=self.width()))


class Rule(QFrame):
    """A hairline, lying or standing."""

    def __init__(self, *, standing: bool = False) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.setProperty("rule", "v" if standing else "h")


class Plain(QWidget):
    """A QWidget subclass that a style sheet may give a background."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Let the sheet paint the background."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)


def repolish(widget: QWidget) -> None:
    """Let the sheet look at the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
