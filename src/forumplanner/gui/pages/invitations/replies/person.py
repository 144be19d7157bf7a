"""What one person answered, line by line, and what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.gui.widgets.sections import Rows
from forumplanner.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer that counts: what it says, where it came from; `reply_id` where it can be taken back."""

    sentence: str
    source: str
    reply_id: str = ""


class PersonAnswers(Card):
    """`noted()`: an answer is to be noted; `went()`: to the person; `taken_back(reply)`."""

    noted = Signal()
    went = Signal()
    taken_back = Signal(str)

    def __init__(self) -> None:
        super().__init__(name="personAnswers", look="sunken", margin=12, gap=8)
        self.name = Elide("", role="strong", name="personAnswersName")
        self.column.addWidget(self.name)
        self.lines: Rows[AnswerLine] = Rows(self._line, name="personAnswersLines")
        self.column.addWidget(self.lines)
        self.note = Button(lambda: _("Note an answer…"), name="personNote", small=True, icon="pencil")
        self.go = Button(lambda: _("To the person"), name="personGo", kind="text", small=True)
        row = QHBoxLayout()
        row.addWidget(self.note)
        row.addWidget(self.go)
        row.addStretch(1)
        self.column.addLayout(row)
        self.note.clicked.connect(lambda _checked: self.noted.emit())
        self.go.clicked.connect(lambda _checked: self.went.emit())
        self.hide()

    def show_person(self, name: str, lines: list[AnswerLine]) -> None:
        """Show somebody's answers; without any it says so."""
        self.name.set_text(name)
        self.lines.show_values(lines or [AnswerLine(_("No answer so far."), "")])
        self.show()

    def forget(self) -> None:
        """The language changed."""
        self.lines.forget()

    def _line(self, line: AnswerLine) -> QWidget:
        card = Card(name="personAnswer", margin=8, gap=2)
        card.column.addWidget(Label(line.sentence, name="personAnswerSentence", wrap=True))
        if line.source:
            card.column.addWidget(Label(line.source, role="note", name="personAnswerSource", wrap=True))
        if line.reply_id:
            back = Button(lambda: _("Take it back"), name="personAnswerBack", kind="link", small=True)
            back.clicked.connect(lambda: self.taken_back.emit(line.reply_id))
            card.column.addWidget(back)
        return card
