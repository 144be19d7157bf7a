"""One mail of the outbox in full: what was sent to whom, what the server said, and what a person can do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from forumplanner import i18n
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.mail_templates import kind_words
from forumplanner.gui import mail_words, texting
from forumplanner.gui.mailing import Mailing
from forumplanner.gui.pages.invitations.outbox import words
from forumplanner.gui.pages.invitations.outbox.breaking import Breaking
from forumplanner.gui.pages.invitations.outbox.rows import Row
from forumplanner.gui.widgets.attentive import Attentive, Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label, Picture
from forumplanner.gui.widgets.writing import WritingBox
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.batches import Letter

_LABEL = 76


class OpenedMail(Attentive, QWidget):
    """`left()`: back to the list; the other signals: what was decided about the mail, as in `deciding`."""

    left = Signal()
    arrived = Signal()
    again = Signal()
    retried = Signal()
    taken_out = Signal()
    taken_back = Signal()

    def __init__(self, mailing: Mailing) -> None:
        super().__init__()
        self.setObjectName("outboxMail")
        self._mailing = mailing
        self._row: Row | None = None
        self._letter: Letter | None = None
        self.back = Button(lambda: _("Back"), name="outboxBack", kind="text", small=True, icon="chevron-left")
        self._picture = Picture("mail", "text2", size=15)
        self._name = Elide("", role="strong", name="outboxMailName")
        self._state = Breaking(role="small", name="outboxMailState")
        self._buttons = {
            "arrived": self._button(lambda: _("It arrived"), "arrived"),
            "again": self._button(lambda: _("Send again"), "again"),
            "retried": self._button(lambda: _("Try again"), "retried"),
            "taken_out": self._button(lambda: _("Take out"), "taken_out"),
            "taken_back": self._button(lambda: _("Not handed over after all"), "taken_back"),
        }
        self._facts = QGridLayout()
        self._values: dict[str, tuple[Label, Breaking]] = {}
        self.text = WritingBox(name="outboxMailWords")
        self.text.setReadOnly(True)
        self.text.say(self.text.setAccessibleName, lambda: _("What the mail says"))
        self._lay_out()
        self.back.clicked.connect(self.left)

    def key(self) -> str:
        """The key of the mail that is shown, "" for none."""
        return self._row.line.id if self._row is not None else ""

    def show_mail(self, row: Row, letter: Letter | None = None) -> None:
        """Show a mail; its words may follow."""
        if letter is None and row.line.id == self.key():
            letter = self._letter
        self._row, self._letter = row, letter
        self._say()

    def forget(self) -> None:
        """Show none."""
        self._row = self._letter = None

    def retranslate(self) -> None:
        """Say it in the interface's language; the mail's own words stay."""
        super().retranslate()
        self._say()

    def button(self, key: str) -> Button:
        """The button of one decision."""
        return self._buttons[key]

    def _button(self, text: Text, key: str) -> Button:
        button = Button(text, name=f"outbox_{key}", small=True)
        button.clicked.connect(lambda: getattr(self, key).emit())
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self._picture)
        head.addWidget(self._name, 1)
        column.addLayout(head)
        card = Card(name="outboxMailCard", look="sunken", margin=12, gap=8)
        card.column.addWidget(self._state)
        deeds = QHBoxLayout()
        deeds.setSpacing(6)
        for button in self._buttons.values():
            deeds.addWidget(button)
        deeds.addStretch(1)
        card.column.addLayout(deeds)
        column.addWidget(card)
        self._facts.setHorizontalSpacing(8)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        self._fact("to", lambda: _("Goes to"))
        self._fact("subject", lambda: _("Subject line"))
        self._fact("batch", lambda: _("Batch"))
        self._fact("attempts", lambda: _("Attempts"))
        self._fact("answer", lambda: _("Server said"))
        column.addLayout(self._facts)
        column.addWidget(self.text, 1)

    def _fact(self, key: str, text: Text) -> None:
        label = Label(text, role="label", name=f"outboxFact_{key}Label")
        label.setFixedWidth(_LABEL)
        value = Breaking(name=f"outboxFact_{key}")
        place = len(self._values)
        self._facts.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(value, place, 1)
        self._values[key] = label, value

    def _tell(self, key: str, text: str) -> None:
        """Show a fact; one that there is nothing to say of isn't shown."""
        label, value = self._values[key]
        value.setText(text)
        for widget in (label, value):
            widget.setVisible(bool(text))

    def _say(self) -> None:
        if self._row is None:
            return
        line, state = self._row.line, self._row.line.state
        self._picture.set_icon(*words.picture(state))
        self._name.set_text(self._row.name)
        self._state.setText(words.meaning(line, self._mailing))
        made = self._letter.made_by if self._letter else ""
        when = f"{texting.short_day(line.queued_at.date())} {mail_words.time(self._mailing, line.queued_at)}"
        kind = kind_words(line.kind, i18n.interface_language())
        tries = str(line.attempts)
        if state is OutboxState.RETRY and line.next_at is not None:
            tries += _(", the next at {clock}", clock=mail_words.clock(self._mailing, line.next_at))
        by_server = state is not OutboxState.HANDED_OVER  # what somebody else sends no server was asked to take
        self._tell("to", line.to_mailbox)
        self._tell("subject", line.subject)
        self._tell("batch", " · ".join(filter(None, (kind, when, made))))
        self._tell("attempts", tries if by_server else "")
        self._tell("answer", (words.answer(line) or "–") if by_server else "")
        self.text.setPlainText(self._letter.words if self._letter else "")
        shown = {
            "arrived": state is OutboxState.UNKNOWN,
            "again": state is OutboxState.UNKNOWN,
            "retried": state in {OutboxState.REFUSED, OutboxState.RETRY},
            "taken_out": state in {OutboxState.QUEUED, OutboxState.RETRY, OutboxState.REFUSED, OutboxState.DRAFT},
            "taken_back": state is OutboxState.HANDED_OVER,
        }
        for key, button in self._buttons.items():
            button.setVisible(shown[key])
