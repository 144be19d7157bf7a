"""One approval: the paper, what it approved beside what stands now, and every departure with the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumplanner.domain import approval_words
from forumplanner.domain.approval import Deviation, DeviationKind, State
from forumplanner.domain.guest_kinds import ApprovalKind
from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.statistics import Measure, Words
from forumplanner.domain.times import day_range
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.approval.report import called
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.approval import ApprovalLine

_PLACES = {
    DeviationKind.RENAMED: ("overview", ""),
    DeviationKind.DATES: ("overview", ""),
    DeviationKind.VENUE: ("overview", ""),
    DeviationKind.MORE_FOREIGN: ("numbers", "foreign_people"),
    DeviationKind.MORE_COUNTRIES: ("numbers", "countries"),
}
"""Where a departure can be mended; all others on the page of people."""
_APART = 300
"""How wide the column of what was approved is, so that what stands now is read beside it."""


class LineCard(Card):
    """`went(page, target)`; `edited(id)`, `frozen(id)`, `removed(id)`, `copied(id)`, `listed(id)`."""

    went = Signal(str, str)
    edited = Signal(str)
    frozen = Signal(str)
    removed = Signal(str)
    copied = Signal(str)
    listed = Signal(str)

    def __init__(self, line: ApprovalLine, now: State, own_words: Words) -> None:
        super().__init__(name=f"approval_{line.id}", margin=16, gap=8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        tag = interface_language()
        whole = line.kind is ApprovalKind.FORUM
        number = len(line.deviations)
        words = ngettext("{n} deviation", "{n} deviations", number) if number else _("As approved")
        state = Pill(words, tone="warn" if number else "ok", name=f"approvalState_{line.id}")
        self.set_head(called(line, tag), *((state,) if whole else ()))
        day = texting.day(line.approved_on, year=True) if line.approved_on else _("no day")
        facts = " · ".join(filter(None, (reading.word(line.kind), line.authority.best(tag), day)))
        self.column.addWidget(Label(facts, role="small", name=f"approvalFacts_{line.id}", wrap=True))
        if line.conditions:
            words = _("Conditions: {text}", text=line.conditions)
            self.column.addWidget(Label(words, role="small", name=f"approvalConditions_{line.id}", wrap=True))
        if whole:
            self.column.addWidget(self._table(line, now))
            for one in line.deviations:
                self.column.addLayout(self._deviation(one, own_words))
        for remark in approval_words.remarks(line.approved, tag) if whole else ():
            self.column.addWidget(Label(remark, role="note", name="approvalRemark", wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(4)
        for button in self._buttons(line, whole=whole):
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addLayout(foot)

    def _buttons(self, line: ApprovalLine, *, whole: bool) -> list[QWidget]:
        made: list[QWidget] = []
        for name, words, icon, signal, shown in (
            ("Copy", _("Copy report"), "copy", self.copied, whole),
            ("List", _("Copy the approved list"), "copy", self.listed, bool(line.approved.listed)),
            ("Freeze", _("Approved as it stands now"), "check", self.frozen, whole and bool(line.deviations)),
            ("Edit", _("Edit…"), "", self.edited, True),
            ("Remove", _("Remove"), "trash-2", self.removed, True),
        ):
            if shown:
                button = Button(words, name=f"approval{name}_{line.id}", kind="ghost", icon=icon, small=True)
                button.clicked.connect(lambda _on=False, signal=signal: signal.emit(line.id))
                made.append(button)
        return made

    def _table(self, line: ApprovalLine, now: State) -> QWidget:
        """Approved and now, side by side."""
        table = QWidget()
        table.setObjectName("approvalTable")
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        for column, words in enumerate(("", _("Approved"), _("Now")), start=0):
            grid.addWidget(Label(words, role="label", name=f"approvalHead{column}"), 0, column)
        for row, (name, was, present) in enumerate(_rows(line.approved, now), start=1):
            grid.addWidget(Label(name, role="label", name=f"approvalRow{row}"), row, 0)
            approved = Label(was or "–", name=f"approvalWas{row}", wrap=True)
            approved.setMaximumWidth(_APART)
            grid.addWidget(approved, row, 1)
            differs = bool(was) and was != present
            role = "strong" if differs else ""
            grid.addWidget(Label(present or "–", role=role, name=f"approvalNow{row}", wrap=True), row, 2)
        grid.setColumnMinimumWidth(1, _APART)
        grid.setColumnStretch(2, 1)
        return table

    def _deviation(self, one: Deviation, own_words: Words) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = approval_words.said(one, interface_language(), own_words)
        row.addWidget(Label(words, role="warn", name=f"deviation_{one.kind}", wrap=True), 1)
        somebody = next((person.participant for person in one.people if person.participant), "")
        page, target = _PLACES.get(one.kind, ("people", somebody))
        go = Button(_shows(one, page), name=f"deviationGo_{one.kind}", kind="link", small=True)
        go.clicked.connect(lambda: self.went.emit(page, target))
        column = QVBoxLayout()
        column.addWidget(go)
        column.addStretch(1)
        row.addLayout(column)
        return row


def _shows(one: Deviation, page: str) -> str:
    """What a press shows."""
    if page == "overview":
        return _("To the overview")
    if page == "numbers":
        return _("Show the rows of the number")
    number = len(one.people)
    return ngettext("Show the {n} person", "Show the {n} people", number) if number else _("Show the list of people")


def _rows(approved: State, now: State) -> list[tuple[str, str, str]]:
    """Name, as approved, as it stands, for each thing that an approval speaks of."""
    tag = interface_language()
    rows = [(_("Name of the forum"), _title(approved, tag), _title(now, tag))]
    was, present = (day_range(state.starts_on, state.ends_on, tag) for state in (approved, now))
    rows.append((_("Dates"), was, present))
    rows.append((_("Venue"), approved.venue.best(tag), now.venue.best(tag)))
    for measure in (Measure.PEOPLE, Measure.FOREIGN_PEOPLE, Measure.COUNTRIES):
        number = approved.numbers.get(measure)
        told = texting.number(number) if number is not None else ""
        rows.append((measure_name(measure, tag), told, texting.number(now.numbers.get(measure, 0))))
    rows.append((_("On the list"), _length(approved), _length(now)))
    return rows


def _title(state: State, tag: str) -> str:
    return state.titles[0].best(tag) if state.titles else ""


def _length(state: State) -> str:
    return texting.number(len(state.listed)) if state.listed is not None else ""
