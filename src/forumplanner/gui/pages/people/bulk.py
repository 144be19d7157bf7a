"""The bar that appears while people are ticked: what is done to all of them is one step."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal

from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.gui import reading
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.menus import Choices, MenuButton
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.people import PersonLine


class BulkBar(Toolbar):
    """`asked(field, key, ids)`: "category", "reply", "mode" or "delegation" of these people; `copied()`: as text.

    `merged(person, person)`: the two that are ticked; `joined(people)`: those who are not in this forum yet;
    `badges()`: their badges. `delegations`: keys and names to choose from.
    """

    asked = Signal(str, str, object)
    copied = Signal()
    merged = Signal(str, str)
    joined = Signal(object)
    badges = Signal()

    def __init__(self, model: FastTableModel[PersonLine], delegations: Choices) -> None:
        super().__init__(name="peopleBulk", height=38)
        self._model = model
        self.number = Label("", role="link", name="peopleBulkNumber")
        self.buttons = {
            "category": MenuButton(
                lambda: _("Set category"), lambda: _members(Category), name="bulkCategory", icon="tag"
            ),
            "reply": MenuButton(
                lambda: _("Set reply"), lambda: _members(InvitationStatus), name="bulkReply", icon="mail"
            ),
            "mode": MenuButton(lambda: _("Set attendance"), lambda: _members(Mode), name="bulkMode", icon="wifi"),
            "delegation": MenuButton(lambda: _("Add to delegation"), delegations, name="bulkDelegation", icon="flag"),
        }
        self.print = Button(lambda: _("Print badges"), name="bulkBadges", kind="ghost", icon="id-card", small=True)
        self.merge = Button(lambda: _("Merge two people…"), name="bulkMerge", kind="ghost", icon="copy", small=True)
        self.join = Button(lambda: _("Add to this forum"), name="bulkJoin", kind="ghost", icon="user-plus", small=True)
        self.copy = Button(name="bulkCopy", kind="icon", icon="scroll-text", tip=lambda: _("Copy as text"), small=True)
        self.clear = Button(name="bulkClear", kind="icon", icon="x", tip=lambda: _("Untick all"), small=True)
        self.add(self.number)
        self.rule()
        self.add(self.join, *self.buttons.values(), self.merge, self.print)
        self.stretch()
        self.add(self.copy, self.clear)
        for field, button in self.buttons.items():
            button.picked.connect(lambda key, field=field: self.asked.emit(field, key, self._ids()))
        self.copy.clicked.connect(self.copied)
        self.print.clicked.connect(self.badges)
        self.merge.clicked.connect(self.merge_ticked)
        self.join.clicked.connect(lambda: self.joined.emit([row.person_id for row in self._ticked() if not row.here]))
        self.clear.clicked.connect(lambda: model.set_ticks(model.ticks(), on=False))
        model.ticked.connect(self._show)
        model.modelReset.connect(self._show)
        self._show()

    def merge_ticked(self) -> bool:
        """Compare the two that are ticked; False where there are not two."""
        rows = self._ticked()
        if len(rows) != 2:
            return False
        self.merged.emit(rows[0].person_id, rows[1].person_id)
        return True

    def _ticked(self) -> list[PersonLine]:
        """In the order of the list."""
        ticks = self._model.ticks()
        return [row for row in self._model.rows() if row.participant_id in ticks]

    def _ids(self) -> list[str]:
        """Those in this forum."""
        return [row.participant_id for row in self._ticked() if row.here]

    def _show(self) -> None:
        ticked = self._ticked() if self._model.ticks() else []
        number = len(ticked)
        here = sum(row.here for row in ticked)
        self.setVisible(number > 0)
        for button in self.buttons.values():
            button.setVisible(here > 0)
        self.print.setVisible(here > 0 and number != 2)
        self.merge.setVisible(number == 2)
        self.join.setVisible(here < number)
        self.number.say(self.number.setText, lambda: ngettext("{n} ticked", "{n} ticked", number))


def _members(kind: type[StrEnum]) -> Sequence[tuple[str, str]]:
    return [(str(member), reading.word(member)) for member in kind]
