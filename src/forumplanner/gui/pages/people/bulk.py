"""The bar that appears while people are ticked: what is done to all of them is one step."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal

from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.gui import reading
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.menus import MenuButton
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.people import PersonLine


class BulkBar(Toolbar):
    """`asked(field, key, ids)`: "category", "reply" or "mode" of these people; `copied()`: as text."""

    asked = Signal(str, str, object)
    copied = Signal()

    def __init__(self, model: FastTableModel[PersonLine]) -> None:
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
            "mode": MenuButton(
                lambda: _("Set way of taking part"), lambda: _members(Mode), name="bulkMode", icon="wifi"
            ),
        }
        self.copy = Button(lambda: _("Copy as text"), name="bulkCopy", kind="ghost", icon="copy", small=True)
        self.clear = Button(lambda: _("Untick all"), name="bulkClear", kind="ghost", icon="x", small=True)
        self.add(self.number)
        self.rule()
        self.add(*self.buttons.values(), self.copy)
        self.stretch()
        self.add(self.clear)
        for field, button in self.buttons.items():
            button.picked.connect(lambda key, field=field: self.asked.emit(field, key, self._ids()))
        self.copy.clicked.connect(self.copied)
        self.clear.clicked.connect(lambda: model.set_ticks(model.ticks(), on=False))
        model.ticked.connect(self._show)
        model.modelReset.connect(self._show)
        self._show()

    def _ids(self) -> list[str]:
        """In the order of the list."""
        ticks = self._model.ticks()
        return [row.participant_id for row in self._model.rows() if row.participant_id in ticks]

    def _show(self) -> None:
        number = len(self._model.ticks())
        self.setVisible(number > 0)
        self.number.say(self.number.setText, lambda: ngettext("{n} ticked", "{n} ticked", number))


def _members(kind: type[StrEnum]) -> Sequence[tuple[str, str]]:
    return [(str(member), reading.word(member)) for member in kind]
