"""The way of one invitation as a ladder of dated steps; what is still to come stands grey below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.invitation_chain import CHAIN, comes, place
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.gui import icons, reading, theme
from forumplanner.gui.pages.guests import words
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.contacts import NoteLine

STEP = 40


@dataclass(frozen=True, slots=True)
class Step:
    """One rung. `state`: "done", "now" or "later"; `tag` makes it anew in another language."""

    word: str
    day: str
    detail: str
    state: str
    tone: str
    first: bool
    last: bool
    tag: str


class StatusSection(Section):
    """`asked()`: a step is to be logged."""

    asked = Signal()

    def __init__(self) -> None:
        self.log = Button(lambda: _("Log a call or a step…"), name="guestLogStep", kind="link", key="Ctrl+L")
        self.log.set_tip(lambda: _("Note a call, a letter or a step"))
        super().__init__(lambda: _("Status"), self.log, name="guestStatus", first=True)
        self.rungs: Rows[Step] = Rows(Rung, name="guestSteps", gap=0)
        self.column.addWidget(self.rungs)
        self.log.clicked.connect(self.asked)

    def show_steps(self, status: InvitationStatus | None, notes: Sequence[NoteLine], year: int = 0) -> None:
        """The six steps, each with the newest note that made it; `year` of the forum, 0 for none."""
        self.rungs.show_values(steps(status, notes, year))


def steps(status: InvitationStatus | None, notes: Sequence[NoteLine], year: int = 0) -> list[Step]:
    """What the ladder shows; an answer other than yes stands in the place of yes."""
    newest = {note.status: note for note in notes if note.status is not None}
    answer = status if status is not None and not comes(status) else InvitationStatus.ACCEPTED
    ladder = [answer if step is InvitationStatus.ACCEPTED else step for step in CHAIN]
    if answer is not InvitationStatus.ACCEPTED:
        ladder = ladder[:-1]
    return [
        replace(_step(step, status, note, ladder), day=words.day(note.day, year) if note else "")
        for step, note in ((step, newest.get(step)) for step in ladder)
    ]


def _step(
    step: InvitationStatus, status: InvitationStatus | None, note: NoteLine | None, ladder: Sequence[InvitationStatus]
) -> Step:
    reached = place(status) >= place(step)
    now = reached and step is status
    return Step(
        word=words.step_words(step),
        day="",
        detail=said(note) if note else _missing(step, reached=reached),
        state="now" if now else "done" if reached else "later",
        tone="danger" if step is InvitationStatus.DECLINED else "info" if not comes(step) else "ok",
        first=step is ladder[0],
        last=step is ladder[-1],
        tag=i18n.interface_language(),
    )


def _missing(step: InvitationStatus, *, reached: bool) -> str:
    if reached:
        return _("No date recorded")
    return _("Recorded at check-in") if step is InvitationStatus.ATTENDED else ""


def said(note: NoteLine) -> str:
    """What a note says besides its day and step."""
    channel = reading.word(note.channel) if note.channel else ""
    return " · ".join(filter(None, (note.reference, channel, note.contact, note.text)))


class Rung(QWidget):
    """A sign on the ladder's line, the word with its day, what was said."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.setObjectName("guestStep")
        self.setMinimumHeight(STEP)
        self._step = step
        row = QHBoxLayout(self)
        row.setContentsMargins(27, 0, 0, 0)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 4)
        later = step.state == "later"
        column.addWidget(Elide(step.word, role="muted" if later else "", name="guestStepWord"))
        detail = Label(step.detail, role="note", name="guestStepDetail", wrap=True)
        detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column.addWidget(detail)
        column.addStretch(1)
        row.addLayout(column, 1)
        row.addWidget(Label(step.day, role="small", name="guestStepDay"), 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(" · ".join(filter(None, (step.word, step.day, step.detail))))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """The line from the step before to the one after, and the sign on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.colour("line_strong" if self._step.state == "later" else self._step.tone)
        painter.setPen(QPen(theme.colour("line_strong"), 1.5))
        if not self._step.first:
            painter.drawLine(QPointF(8, 0), QPointF(8, 2))
        if not self._step.last:
            painter.drawLine(QPointF(8, 19), QPointF(8, self.height()))
        if self._step.state == "done":
            painter.drawPixmap(QPointF(0, 2), icons.pixmap("circle-check", self._step.tone))
            return
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if self._step.state == "now" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(1.25, 3.25, 13.5, 13.5))
        if self._step.state == "now":
            painter.drawPixmap(QPointF(3, 5), icons.pixmap("check", "surface", size=10))
