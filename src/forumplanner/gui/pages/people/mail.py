"""The mail of one person: what they were told, when and how, how far each mail came, and what they answered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.mail_templates import kind_words
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.domain.times import zone as clock_of
from forumplanner.gui import reading, texting
from forumplanner.gui.authors import author
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.gui.widgets.sections import Rows, Section
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.correspondence import AnswerLine, Correspondence, SentLine

_STATES: dict[OutboxState, tuple[Text, str]] = {
    OutboxState.DRAFT: (lambda: _("Draft"), ""),
    OutboxState.QUEUED: (lambda: _("Queued"), ""),
    OutboxState.SENDING: (lambda: _("Sending"), "info"),
    OutboxState.SENT: (lambda: _("Sent"), "ok"),
    OutboxState.RETRY: (lambda: _("Retry"), "warn"),
    OutboxState.REFUSED: (lambda: _("Refused"), "danger"),
    OutboxState.UNKNOWN: (lambda: _("In doubt"), "warn"),
    OutboxState.HANDED_OVER: (lambda: _("Handed over"), "ok"),
    OutboxState.WITHDRAWN: (lambda: _("Taken out"), ""),
}
_ANSWERS: dict[Participation, tuple[Text, str]] = {
    Participation.ACCEPTED: (lambda: _("Accepted"), "ok"),
    Participation.DECLINED: (lambda: _("Declined"), "danger"),
    Participation.TENTATIVE: (lambda: _("Maybe"), "warn"),
}

_ANSWERED = frozenset({InvitationStatus.RECEIVED, InvitationStatus.ACCEPTED, InvitationStatus.DECLINED})
"""Steps of an invitation that an answer made; lists that were imported know the step alone."""


class MailSection(Section):
    """The newest first."""

    def __init__(self) -> None:
        super().__init__(lambda: _("Told and answered"), name="personMail", first=True)
        self.rows: Rows[tuple[SentLine | AnswerLine, str, str]] = Rows(_row, name="personMailRows", gap=12)
        self.none = Label(
            lambda: _("Nobody has told this person anything yet."), role="note", name="personMailNone", wrap=True
        )
        self.stands = Label("", role="small", name="personMailStands", wrap=True)
        self.column.addWidget(self.stands)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.none)

    def show_lines(self, mail: Correspondence, status: InvitationStatus | None = None) -> None:
        """Show the timeline of somebody; above it their `status` where no line says how they answered."""
        silent = status in _ANSWERED and not any(isinstance(line, AnswerLine) for line in mail.lines)
        word = reading.word(status) if status is not None else ""
        self.stands.setText(f"{word} · {_('as the invitation stands')}" if silent else "")
        self.stands.setVisible(silent)
        tag = i18n.interface_language()
        self.rows.show_values([(line, mail.zone, tag) for line in mail.lines])
        self.none.setVisible(not mail.lines)


def _row(value: tuple[SentLine | AnswerLine, str, str]) -> QWidget:
    line, zone, _tag = value
    made = QWidget()
    made.setObjectName("personMailRow")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    here = line.at.astimezone(clock_of(zone))
    word, tone = _sent_state(line) if isinstance(line, SentLine) else _answered(line)
    head = QHBoxLayout()
    head.setSpacing(8)
    clock = f" {here:%H:%M}" if isinstance(line, SentLine) or line.timed else ""
    head.addWidget(Label(f"{texting.short_day(here.date())}{clock}", role="note", name="personMailWhen"))
    head.addStretch(1)
    head.addWidget(Pill(word, tone=tone, name="personMailState"))
    column.addLayout(head)
    texts = _sent(line) if isinstance(line, SentLine) else _said(line)
    for role, text in zip(("", "small", "note"), texts, strict=True):
        if text:
            column.addWidget(Label(text, role=role, name=f"personMail{role.title() or 'What'}", wrap=True))
    if isinstance(line, SentLine) and line.said:
        _opens(column, line.said)
    return made


def _opens(column: QVBoxLayout, said: str) -> None:
    """A button that shows what a mail said, and hides it again."""
    words = Label(said, role="small", name="personMailSaid", wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    button = Button(_more, name="personMailOpen", kind="link", small=True)

    def turn() -> None:
        shown = words.isHidden()
        words.setVisible(shown)
        button.set_text(_less if shown else _more)

    button.clicked.connect(turn)
    column.addWidget(button)
    column.addWidget(words)
    words.hide()


def _more() -> str:
    return _("What it said")


def _less() -> str:
    return _("Close")


def _sent_state(line: SentLine) -> tuple[Text, str]:
    if line.channel is not None and line.state is OutboxState.HANDED_OVER:
        return (lambda: _("Told")), "ok"
    return _STATES[line.state]


def _sent(line: SentLine) -> tuple[str, str, str]:
    """What it was, what it said, how it went."""
    way = reading.word(line.channel) if line.channel else line.mailbox
    who = author(line.author) if line.author else ""
    how = " · ".join(filter(None, (way, who, line.answer if line.state is OutboxState.REFUSED else "")))
    return kind_words(line.kind, i18n.interface_language()), line.words or line.subject, how


def _answered(line: AnswerLine) -> tuple[Text, str]:
    if line.verdict is not Verdict.TAKEN:
        closed = line.looked or line.verdict in {Verdict.REPEATED, Verdict.OLDER, Verdict.SET_ASIDE}
        return ((lambda: _("Doesn’t count")), "") if closed else ((lambda: _("To be checked")), "warn")
    if line.status is not None:
        status = line.status
        tone = known[1] if line.participation and (known := _ANSWERS.get(line.participation)) else ""
        return (lambda: reading.word(status)), tone
    known = _ANSWERS.get(line.participation) if line.participation else None
    return known or ((lambda: _("No answer")), "")


def _said(line: AnswerLine) -> tuple[str, str, str]:
    """What it answers, what it says, where it came from."""
    what = _("Answer about “{title}”", title=line.about) if line.about else _("Answer to the invitation")
    return what, line.comment, reading.word(line.channel) if line.channel else line.mailbox
