"""How many mails stand at each state: a button each, pressed to see the rows behind it."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.gui import fonts, icons, texting, theme
from forumplanner.gui.pages.invitations.outbox import words
from forumplanner.gui.widgets.attentive import Attentive

_HEIGHT = 24
_ICON = 14


class StateCount(Attentive, QPushButton):
    """Picture, word and number of one state."""

    def __init__(self, state: OutboxState) -> None:
        super().__init__()
        self.setObjectName(f"outboxCount_{state}")
        self.setProperty("kind", "bar")
        self.setCheckable(True)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.state, self.number = state, 0

    def show_number(self, number: int) -> None:
        """Show another number."""
        self.number = number
        self.setAccessibleName(f"{words.state(self.state)} {texting.number(number)}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Half of the panel."""
        return QSize(120, _HEIGHT)

    def retranslate(self) -> None:
        """Another word."""
        super().retranslate()
        self.show_number(self.number)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The button's ground, then picture, word and number."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -1), 5, 5)
        icon, token = words.picture(self.state)
        painter.drawPixmap(QPointF(4, (self.height() - _ICON) / 2), icons.pixmap(icon, token, size=_ICON))
        strong = fonts.font(weight=QFont.Weight.DemiBold)
        number = texting.number(self.number)
        width = QFontMetrics(strong).horizontalAdvance(number)
        painter.setPen(theme.colour("text"))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(fonts.font())
        room = self.width() - width - _ICON - 22
        painter.drawText(QRectF(_ICON + 10, 0, room, self.height()), middle, self._word(room))
        painter.setFont(strong)
        painter.drawText(QRectF(self.width() - width - 8, 0, width + 2, self.height()), middle, number)

    def _word(self, room: int) -> str:
        return QFontMetrics(fonts.font()).elidedText(words.state(self.state), Qt.TextElideMode.ElideRight, room)


class StateCounts(QWidget):
    """`picked(state)`: only that state's rows are wanted; None for all."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("outboxCounts")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        self._buttons = {state: StateCount(state) for state in (*words.ALWAYS, *words.SOMETIMES)}
        for place, (state, button) in enumerate(self._buttons.items()):
            grid.addWidget(button, place // 2, place % 2)
            button.clicked.connect(lambda on, state=state: self._pick(state, on=on))
        self.show_counts({})

    def show_counts(self, counts: Mapping[OutboxState, int]) -> None:
        """Show these; what is rare is shown only where it is."""
        for state, button in self._buttons.items():
            button.show_number(counts.get(state, 0))
            button.setVisible(state in words.ALWAYS or counts.get(state, 0) > 0)

    def button(self, state: OutboxState) -> StateCount:
        """The button of one state."""
        return self._buttons[state]

    def choose(self, state: OutboxState | None) -> None:
        """Mark that state as the one whose rows are shown, with a signal."""
        for one, button in self._buttons.items():
            button.setChecked(one is state)
        self.picked.emit(state)

    def _pick(self, state: OutboxState, *, on: bool) -> None:
        self.choose(state if on else None)
