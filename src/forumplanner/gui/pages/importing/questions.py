"""Questions as cards in two columns: what was found, side by side, and the answers; 'later' always exists."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from forumplanner import i18n
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Elide, Label, Picture, Pill
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.import_plan import ImportPlan, Question, Texts

LATER = "later"
SHOWN = 40
"""Cards built at once; the rest come when these are answered."""


def said(texts: Texts | None) -> str:
    """A message of a plan in the interface's language."""
    if not texts:
        return ""
    return texts.get(i18n.interface_language()) or next(iter(texts.values()))


class Questions(QScrollArea):
    """`answered(id, code)` for each choice."""

    answered = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("importQuestions")
        self.setAccessibleName(_("Questions"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[str, ...] = ()
        self._cards: dict[str, QuestionCard] = {}

    def show_plan(self, plan: ImportPlan) -> None:
        """One card a question; cards that are there already only change their sign."""
        ids = tuple(question.id for question in plan.questions[:SHOWN])
        if ids != self._shown or not self._cards:
            self._rebuild(plan)
        for question in plan.questions[:SHOWN]:
            self._cards[question.id].show_answer(question.answer)

    def rebuild(self, plan: ImportPlan) -> None:
        """Say everything again in another language."""
        self._shown = ()
        self.show_plan(plan)

    def _rebuild(self, plan: ImportPlan) -> None:
        self._shown = tuple(question.id for question in plan.questions[:SHOWN])
        body = QWidget()
        body.setObjectName("questionsBody")
        outer = QVBoxLayout(body)
        outer.setContentsMargins(24, 12, 24, 16)
        grid = QGridLayout()
        grid.setSpacing(12)
        self._cards = {}
        columns = (QVBoxLayout(), QVBoxLayout())
        for place, question in enumerate(plan.questions[:SHOWN]):
            card = QuestionCard(question)
            card.chosen.connect(lambda code, key=question.id: self.answered.emit(key, code))
            columns[place % 2].addWidget(card)
            self._cards[question.id] = card
        for place, column in enumerate(columns):
            column.setSpacing(12)
            column.addStretch(1)
            grid.addLayout(column, 0, place)
            grid.setColumnStretch(place, 1)
        outer.addLayout(grid)
        if len(plan.questions) > SHOWN:
            more = _("{n} more questions follow when these are answered.", n=len(plan.questions) - SHOWN)
            outer.addWidget(Label(more, role="small", name="questionsMore"))
        outer.addStretch(1)
        self.setWidget(body)


class QuestionCard(Card):
    """Message, what differs, choices."""

    chosen = Signal(str)

    def __init__(self, question: Question) -> None:
        super().__init__(name="questionCard", margin=14, gap=6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._sign = Picture("circle-question-mark", "warn")
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(said(question.message), role="strong", name="questionMessage", wrap=True), 1)
        if question.row:
            row = Pill(lambda: _("Row {row}", row=question.row), name="questionRow")
            head.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        if question.compared:
            self.column.addLayout(_comparison(question))
        group = QButtonGroup(self)
        self._radios: dict[str, QRadioButton] = {}
        for number, choice in enumerate(question.choices, 1):
            radio = QRadioButton(f"{said(choice.label)}")
            radio.setObjectName(f"choice{number}")
            radio.clicked.connect(lambda _checked=False, code=choice.code: self.chosen.emit(code))
            group.addButton(radio)
            line = QHBoxLayout()
            line.setContentsMargins(24, 0, 0, 0)
            line.addWidget(radio)
            line.addStretch(1)
            self.column.addLayout(line)
            self._radios[choice.code] = radio
        effect = Label(said(question.effect), role="note", name="questionEffect", wrap=True)
        effect.setContentsMargins(24, 0, 0, 0)
        self.column.addWidget(effect)

    def show_answer(self, answer: str) -> None:
        """The answer given by now."""
        if answer in self._radios:
            self._radios[answer].setChecked(True)
        settled = answer not in {"", LATER}
        self._sign.set_icon("circle-check" if settled else "circle-question-mark", "ok" if settled else "warn")


def _comparison(question: Question) -> QGridLayout:
    """Two columns to compare; what differs is strong."""
    grid = QGridLayout()
    grid.setContentsMargins(24, 2, 0, 4)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    grid.addWidget(Label(said(question.left_title), role="label", name="leftTitle"), 0, 1)
    grid.addWidget(Label(said(question.right_title), role="label", name="rightTitle"), 0, 2)
    for place, line in enumerate(question.compared, 1):
        role = "strong" if line.differs else ""
        grid.addWidget(Label(said(line.header), role="small", name="comparedHeader"), place, 0)
        grid.addWidget(Elide(line.left or "—", role=role, name="comparedLeft"), place, 1)
        grid.addWidget(Elide(line.right or "—", role=role, name="comparedRight"), place, 2)
    return grid


def answers_of(plan: ImportPlan) -> Mapping[str, str]:
    """The answers that a plan was read with."""
    return {question.id: question.answer for question in plan.questions if question.answer}
