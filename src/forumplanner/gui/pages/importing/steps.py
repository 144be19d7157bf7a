"""The steps at the left of an import: which are done, which is on, what is left."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.gui import fonts, icons, theme
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label, Picture
from forumplanner.i18n import gettext as _

WIDTH = 260
ROUND = 24
STEP = 56


class StepsPanel(QFrame):
    """File, questions, changes, done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("importSteps")
        self.setProperty("place", "side")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(0)
        column.addWidget(Label(lambda: _("Import a table"), role="lead", name="importTitle"))
        column.addSpacing(18)
        titles: tuple[Callable[[], str], ...] = (
            lambda: _("Choose the file"),
            lambda: _("Questions and repairs"),
            lambda: _("Look at the changes"),
            lambda: _("Import"),
        )
        self._steps = [StepRow(number, title, last=number == len(titles)) for number, title in enumerate(titles, 1)]
        for step in self._steps:
            column.addWidget(step)
        column.addStretch(1)
        column.addWidget(_promise())

    def show_step(self, number: int, notes: tuple[str, ...]) -> None:
        """Which step is on (from 1), and a note under each."""
        for place, step in enumerate(self._steps, 1):
            step.show_state("done" if place < number else "on" if place == number else "open", notes[place - 1])


class StepRow(QWidget):
    """A round sign with a line to the next, a title, a note."""

    def __init__(self, number: int, title: Callable[[], str], *, last: bool) -> None:
        super().__init__()
        self.setObjectName(f"importStep{number}")
        self.setFixedHeight(STEP)
        self._number, self._last, self._state = number, last, "open"
        row = QHBoxLayout(self)
        row.setContentsMargins(ROUND + 10, 2, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(1)
        self._title = Label(title, name=f"importStep{number}Title")
        self._note = Elide("", role="small", name=f"importStep{number}Note")
        words.addWidget(self._title)
        words.addWidget(self._note)
        words.addStretch(1)
        row.addLayout(words)

    def show_state(self, state: str, note: str) -> None:
        """State is "done", "on" or "open"."""
        self._state = state
        self._title.set_role("strong" if state == "on" else "muted" if state == "open" else "")
        self._note.set_text(note)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """The sign and its line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        done, on = self._state == "done", self._state == "on"
        if not self._last:
            painter.setPen(QPen(theme.colour("accent" if done else "line_strong"), 2))
            painter.drawLine(QPointF(ROUND / 2, ROUND + 2), QPointF(ROUND / 2, STEP))
        edge = theme.colour("accent" if done or on else "line_strong")
        painter.setPen(QPen(edge, 2))
        painter.setBrush(theme.colour("accent") if done else theme.colour("surface"))
        painter.drawEllipse(QRectF(1, 1, ROUND - 2, ROUND - 2))
        if done:
            painter.drawPixmap(QPointF(5, 5), icons.pixmap("check", "on_accent", size=14))
            return
        painter.setPen(theme.colour("accent_text" if on else "text3"))
        painter.setFont(fonts.font(px=12, weight=QFont.Weight.DemiBold))
        painter.drawText(QRectF(0, 0, ROUND, ROUND), int(Qt.AlignmentFlag.AlignCenter), str(self._number))


def _promise() -> Card:
    card = Card(name="importPromise", margin=14, gap=4)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Picture("shield-check", "ok"))
    row.addWidget(
        Label(lambda: _("Your file is never changed"), role="strong", name="importPromiseTitle", wrap=True), 1
    )
    card.column.addLayout(row)
    words = Label(
        lambda: _("The import is one step and can be undone."), role="small", name="importPromiseText", wrap=True
    )
    card.column.addWidget(words)
    return card
