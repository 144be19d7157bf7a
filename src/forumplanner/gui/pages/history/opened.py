"""An open step: each field before and after, what can be done about it, and what going back would take along."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from forumplanner.gui.authors import author
from forumplanner.gui.pages.history.delegate import WHAT
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.row_history import entry_words, field_grid
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.history import Change, Standing, StepDetail, StepLine

LISTED = 8
"""Entries of one kind, or steps that would go along, that are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What is known of an open step. `refusal`: why it can't be taken back alone, "" if it can."""

    step: StepLine
    detail: StepDetail
    refusal: str = ""


class OpenStep(Attentive, QFrame):
    """`undo()`, `ask_back()`, `go_back()`, `show_where()` are what was pressed; `grown()` asks for another height."""

    undo = Signal()
    ask_back = Signal()
    go_back = Signal()
    show_where = Signal()
    grown = Signal()

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.setObjectName("openStep")
        self._opened = opened
        column = QVBoxLayout(self)
        column.setContentsMargins(WHAT - 108, 2, 16, 12)
        column.setSpacing(10)
        column.addWidget(_changes(opened))
        self.undo_button = Button(lambda: _("Undo this step"), name="historyUndoStep", icon="undo-2", small=True)
        self.back = Button(
            lambda: _("Go back to before this…"), name="historyGoBack", kind="text", icon="history", small=True
        )
        self.where = Button(lambda: _("Show where"), name="historyWhere", kind="text", icon="arrow-right", small=True)
        self.note = Label(self._note(), role="note", name="historyNote", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.undo_button, self.back, self.where):
            row.addWidget(button)
        row.addSpacing(8)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.note, 1)
        column.addLayout(row)
        self._column = column
        self.asking: Card | None = None
        self._set_up()

    def show_way_back(self, steps: Sequence[StepLine]) -> None:
        """What going back would take along, with the button that does it."""
        self.leave_way_back()
        card = Card(name="historyAsking", look="warn", margin=14, gap=4)
        title = ngettext("{n} step would be taken back:", "{n} steps would be taken back:", len(steps))
        card.column.addWidget(Label(title, role="strong", name="historyAskingTitle"))
        tag = interface_language()
        for step in steps[:LISTED]:
            card.column.addWidget(Label(f"{author(step.actor)}: {step.sentence[tag]}", role="small", wrap=True))
        if len(steps) > LISTED:
            rest = ngettext("and {n} more step", "and {n} more steps", len(steps) - LISTED)
            card.column.addWidget(Label(rest, role="note"))
        row = QHBoxLayout()
        row.setSpacing(8)
        leave = Button(lambda: _("Leave everything as it is"), name="historyLeave", small=True)
        leave.clicked.connect(lambda _checked: self.leave_way_back())
        doing = ngettext("Take back {n} step", "Take back {n} steps", len(steps))
        self.sure = Button(doing, name="historySure", kind="danger", small=True)
        self.sure.clicked.connect(lambda _checked: self.go_back.emit())
        row.addWidget(leave)
        row.addWidget(self.sure)
        row.addStretch(1)
        card.column.addSpacing(4)
        card.column.addLayout(row)
        self._column.addWidget(card)
        self.asking = card
        card.show()
        leave.setFocus()
        self.grown.emit()

    def leave_way_back(self) -> None:
        """Take the question away."""
        if self.asking is not None:
            self._column.removeWidget(self.asking)
            self.asking.hide()
            self.asking.deleteLater()
            self.asking = None
            self.grown.emit()

    def _note(self) -> str:
        standing = self._opened.step.standing
        if standing is Standing.STANDS:
            return self._opened.refusal or _("Nobody touched it since.")
        return {
            Standing.TAKEN_BACK: _("This step is taken back."),
            Standing.TURN: _("This step took another one back or did it again."),
        }.get(standing, _("Nothing goes back over this step."))

    def _set_up(self) -> None:
        opened = self._opened
        stands = opened.step.standing is Standing.STANDS
        self.undo_button.clicked.connect(lambda _checked: self.undo.emit())
        self.back.clicked.connect(lambda _checked: self.ask_back.emit())
        self.where.clicked.connect(lambda _checked: self.show_where.emit())
        if not stands or opened.refusal:
            self.undo_button.disable(self._note())
        if not stands:
            self.back.disable(self._note())
        self.where.setVisible(bool(opened.detail.page))


def _changes(opened: Opened) -> Card:
    card = Card(name="historyChanges", margin=14, gap=6)
    edited = [entry for entry in opened.detail.entries if entry.change is Change.EDITED]
    for entry in edited:
        if len(opened.detail.entries) > 1:
            card.column.addWidget(Label(entry_words(entry), role="strong", name="changedEntry", wrap=True))
        card.column.addLayout(field_grid(list(entry.fields)))
    others = [entry for entry in opened.detail.entries if entry.change is not Change.EDITED]
    for entry in others[:LISTED]:
        card.column.addWidget(Label(entry_words(entry), role="", name="changedEntry", wrap=True))
    more = opened.detail.more + len(others[LISTED:])
    if more:
        card.column.addWidget(Label(ngettext("and {n} more entry", "and {n} more entries", more), role="note"))
    if not opened.detail.entries:
        nothing = _("Nothing in it that a reader would see: order, keys or a confirmation.")
        card.column.addWidget(Label(nothing, role="muted", wrap=True))
    return card
