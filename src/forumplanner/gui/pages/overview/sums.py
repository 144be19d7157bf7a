"""Two cards at the right: texts that are missing or need review, and the one line of numbers for outside."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from forumplanner.domain import press_line
from forumplanner.domain.statistics import Measure
from forumplanner.domain.text import EN, ZH
from forumplanner.gui import texting
from forumplanner.gui.pages.overview.counts import CountCard
from forumplanner.gui.undo import step_words
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.bars import LINE_INDENT, Figure
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label, Pill
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.overview import Overview
from forumplanner.store import Step, StepMode
from forumplanner.store.lock import user_name

_RECENT = 3


class TextCard(CountCard):
    """Titles without text in a language, and sides to look at again; leads to those texts, or to all."""

    def __init__(self) -> None:
        super().__init__(name="overviewTexts")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        every = Button(lambda: _("All texts"), name="overviewTextsAll", kind="link", small=True)
        every.clicked.connect(lambda _on=False: self.opened.emit(""))
        self.set_head(lambda: _("Both languages"), every)
        self.whole = Label(lambda: _("Every title stands in both languages."), role="note", name="overviewTextsWhole")
        self.whole.setContentsMargins(LINE_INDENT, 0, 0, 0)
        self.column.insertWidget(1, self.whole)

    def show_numbers(self, overview: Overview) -> None:
        """Show what is open."""
        known = {ZH: _("Chinese titles missing"), EN: _("English titles missing")}
        lines = []
        for tag, number in zip(overview.languages, overview.missing, strict=True):
            if number:
                words = known.get(tag) or _("Titles missing ({language})", language=tag)
                lines.append(self._line(words, number, f"missing_{tag}", "missing"))
        if overview.review:
            lines.append(self._line(_("Titles that need review"), overview.review, "review", "review"))
        self.fill(*lines)
        self.whole.setVisible(not lines)
        self.setVisible(overview.sessions > 0)

    def _line(self, words: str, number: int, name: str, target: str) -> Figure:
        line = Figure(words, number, name=f"texts_{name}", square="amber")
        self.lead(line, target)
        return line


class StartCard(CountCard):
    """The first steps of a forum without programme and people; `asked(page, target)`."""

    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(name="overviewStart")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.set_head(lambda: _("Start here"))
        row = QHBoxLayout()
        row.setSpacing(8)
        steps: tuple[tuple[str, Text, str, str, str], ...] = (
            ("Import", lambda: _("Import a table"), "file-input", "importing", ""),
            ("Session", lambda: _("New session"), "calendar-plus", "programme", ""),
            ("Person", lambda: _("New person"), "user-plus", "people", "new"),
        )
        for name, words, icon, page, target in steps:
            button = Button(words, name=f"overviewStart{name}", icon=icon)
            button.clicked.connect(lambda _on=False, page=page, target=target: self.asked.emit(page, target))
            row.addWidget(button)
        row.addStretch(1)
        row.setContentsMargins(LINE_INDENT, 0, LINE_INDENT, 0)
        self.column.insertLayout(1, row)

    def show_numbers(self, overview: Overview) -> None:
        """Only while there is nothing else to show."""
        self.setVisible(not overview.people and not overview.sessions)


class RecentCard(CountCard):
    """What was done last, as the history says it, and by whom where several people work in the file."""

    def __init__(self) -> None:
        super().__init__(name="overviewRecent")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.set_head(lambda: _("Last changes"))

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show what has room; steps that were taken back stay away."""
        shown = [step for step in steps if step.mode is StepMode.DO and not step.undone][:_RECENT]
        several = len({_author(step) for step in steps}) > 1
        self.fill(*(_step_line(step, actor=_author(step) if several else "") for step in shown))


def _author(step: Step) -> str:
    """Who took a step, by the name in the settings; a computer's account, which stands in for it, is nobody's name."""
    return "" if step.actor == user_name() else step.actor


def _step_line(step: Step, *, actor: str) -> QWidget:
    made = QWidget()
    made.setObjectName("overviewStep")
    made.setFixedHeight(24)
    row = QHBoxLayout(made)
    row.setContentsMargins(LINE_INDENT, 0, LINE_INDENT, 0)
    row.setSpacing(8)
    now = dt.datetime.now(tz=dt.UTC).astimezone()
    when = Label(texting.moment(step.at.astimezone(now.tzinfo), now), role="note", name="overviewStepTime")
    when.setMinimumWidth(72)
    row.addWidget(when)
    row.addWidget(Elide(step_words(step), name="overviewStepWords"), 1)
    if actor:
        row.addWidget(Label(actor, role="note", name="overviewStepActor"))
    return made


class SumCard(CountCard):
    """One sentence with its basis, to be copied; `copied(words)`."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__(name="overviewSums")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.copy = Button("", name="overviewCopy", kind="icon", icon="copy", tip=lambda: _("Copy the sentence"))
        every = Button(lambda: _("All numbers"), name="overviewNumbers", kind="link", small=True)
        every.clicked.connect(lambda _on=False: self.opened.emit(""))
        self.set_head(lambda: _("In one sentence"), every, self.copy)
        self.words = Label("", name="overviewSentence", wrap=True)
        self.basis = Pill(lambda: _("Without staff and declined"), name="overviewBasis")
        self.basis.say(
            self.basis.setToolTip,
            lambda: _("Without staff, volunteers, interpreters, security, crew and who declined; with the unanswered."),
        )
        self.host = Pill(lambda: _("Host country included"), name="overviewHost")
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.basis)
        row.addWidget(self.host)
        row.addStretch(1)
        for indented in (self.words, row):
            indented.setContentsMargins(LINE_INDENT, 0, LINE_INDENT, 0)
        self.column.insertWidget(1, self.words)
        self.column.insertSpacing(2, 6)
        self.column.insertLayout(3, row)
        self.copy.clicked.connect(lambda: self.copied.emit(self.words.text()))

    def show_numbers(self, overview: Overview) -> None:
        """Say the numbers; where nobody is counted the card is hidden."""
        self.setVisible(overview.counts.number(Measure.PEOPLE) > 0)
        self.words.setText(sentence(overview))


def sentence(overview: Overview) -> str:
    """The numbers in the interface's language."""
    return press_line.who(overview.counts, interface_language())
