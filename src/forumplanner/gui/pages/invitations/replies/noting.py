"""Noting an answer that came by phone, chat or word of mouth: whose, about what, which, how, and what was said."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.replies import Participation
from forumplanner.gui import reading
from forumplanner.gui.pages.invitations.replies.words import MEANINGS
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.fields import Combo, Field
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.picker import Pick, Picker
from forumplanner.i18n import gettext as _

STAY = ""
"""Key of the whole stay among what can be answered."""

UNSAID = ""
"""Key of the answer that is still to be chosen."""

_CHANNELS = (Channel.CHAT, Channel.PHONE, Channel.IN_PERSON, Channel.OFFICE)


@dataclass(frozen=True, slots=True)
class AnswerByHand:
    """What was noted; `session_id` is "" for the whole stay."""

    participant_id: str
    session_id: str
    said: Participation
    channel: Channel
    text: str


class NoteAnswer(Card):
    """`made(AnswerByHand)`, `asked_about(participant)`: their sessions are wanted, `left()`."""

    made = Signal(object)
    asked_about = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(name="noteAnswer", look="accent", margin=12, gap=8)
        self.set_head(lambda: _("Note an answer"))
        self._participant = ""
        self.person = Picker(name="notePerson", label=lambda: _("Who"), hint=lambda: _("Find the person"))
        self.about = Combo(name="noteAbout", label=lambda: _("About"), letters=12)
        self.said = Combo(_said(), name="noteSaid", label=lambda: _("Answer"), letters=6)
        self.channel = Combo(_channels(), name="noteChannel", label=lambda: _("How"), letters=6)
        self.text = Field(name="noteText", label=lambda: _("What was said"))
        self.wrong = Label("", role="warn", name="noteWrong", wrap=True)
        self.save = Button(lambda: _("Note it"), name="noteSave", kind="primary", small=True)
        self.leave = Button(lambda: _("Cancel"), name="noteLeave", kind="text", small=True)
        self._lay_out()
        self.person.picked.connect(self._choose)
        self.text.returnPressed.connect(self.finish)
        self.save.clicked.connect(self.finish)
        self.leave.clicked.connect(self.left)
        self.hide()

    def start(self, people: tuple[Pick, ...], participant: str = "") -> None:
        """Begin, about somebody or about nobody yet."""
        self.person.set_choices(people)
        self.text.clear()
        self.said.choose(UNSAID)
        self.wrong.hide()
        self._choose(participant)
        self.person.show_chosen(next((pick.words for pick in people if pick.id == participant), ""))
        self.show()
        (self.said if participant else self.person).setFocus()

    def show_sessions(self, sessions: list[tuple[str, str]]) -> None:
        """What the chosen person may answer about, beside the whole stay."""
        stay: list[tuple[str, Text]] = [(STAY, lambda: _("The whole stay"))]
        self.about.set_choices([*stay, *sessions])
        self.about.choose(STAY)

    def finish(self) -> None:
        """Tell what was chosen; a person and an answer are needed."""
        wrong = self._missing()
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        if not wrong:
            said, channel = Participation(self.said.key()), Channel(self.channel.key())
            self.made.emit(AnswerByHand(self._participant, self.about.key(), said, channel, self.text.text()))

    def _missing(self) -> str:
        if not self._participant:
            return _("Choose the person first.")
        return "" if self.said.key() else _("Choose the answer first.")

    def _choose(self, participant: str) -> None:
        self._participant = participant
        self.show_sessions([])
        if participant:
            self.asked_about.emit(participant)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        for place in (0, 1):
            grid.setColumnStretch(place, 1)
        rows: tuple[tuple[tuple[Text, QWidget], ...], ...] = (
            ((lambda: _("Who"), self.person),),
            ((lambda: _("About"), self.about),),
            ((lambda: _("Answer"), self.said), (lambda: _("How"), self.channel)),
            ((lambda: _("What was said"), self.text),),
        )
        for number, row in enumerate(rows):
            for place, (words, field) in enumerate(row):
                wide = 2 if len(row) == 1 else 1
                label = Label(words, role="label", name=f"{field.objectName()}Label")
                grid.addWidget(label, 2 * number, place, 1, wide)
                grid.addWidget(field, 2 * number + 1, place, 1, wide)
        self.column.addLayout(grid)
        self.column.addWidget(self.wrong)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.save)
        self.column.addLayout(foot)


def _said() -> list[tuple[str, Text]]:
    """Nothing is chosen beforehand: an answer is never given by mistake."""
    return [(UNSAID, lambda: _("Choose…")), *((str(meaning), text) for meaning, text in MEANINGS)]


def _channels() -> list[tuple[str, Text]]:
    return [(str(one), _word(one)) for one in _CHANNELS]


def _word(channel: Channel) -> Text:
    return lambda: reading.word(channel)
