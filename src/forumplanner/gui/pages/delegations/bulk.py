"""The bar that stands above the tree while members are ticked: what they are, where they go, out of the delegation."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from forumplanner.domain.delegations import DelegationRole
from forumplanner.gui import reading
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.menus import MenuButton
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


class BulkBar(Toolbar):
    """`roled(role)`, `moved()` into the chosen delegation, `left()` out of theirs, `cleared()`."""

    roled = Signal(object)
    moved = Signal()
    left = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__(name="delegationsBulk", height=38)
        self._ticks = 0
        self.number = Label(self._words, role="strong", name="delegationsTicked")
        self.role = MenuButton(lambda: _("Role"), _roles, name="delegationsBulkRole", icon="users")
        self.move_here = Button(
            lambda: _("Into the chosen delegation"),
            name="delegationsBulkMove",
            kind="ghost",
            icon="arrow-right",
            small=True,
        )
        self.out = Button(
            lambda: _("Take out"), name="delegationsBulkOut", kind="ghost", icon="x", small=True, key="Del"
        )
        self.clear = Button(lambda: _("Untick"), name="delegationsBulkClear", kind="ghost", small=True)
        self.add(self.number, self.role, self.move_here, self.out)
        self.stretch()
        self.add(self.clear)
        self.hide()
        self.role.picked.connect(lambda key: self.roled.emit(DelegationRole(key)))
        self.move_here.clicked.connect(lambda _checked: self.moved.emit())
        self.out.clicked.connect(lambda _checked: self.left.emit())
        self.clear.clicked.connect(lambda _checked: self.cleared.emit())

    def show_ticks(self, number: int, *, here: bool) -> None:
        """Show how many are ticked; `here`: whether a delegation is chosen for them to go to."""
        self._ticks = number
        self.number.say(self.number.setText, self._words)
        self.setVisible(number > 0)
        if here:
            self.move_here.enable()
        else:
            self.move_here.disable(lambda: _("Choose a delegation first."))

    def _words(self) -> str:
        return ngettext("{n} ticked", "{n} ticked", self._ticks)


def _roles() -> Sequence[tuple[str, str]]:
    return [(str(role), reading.word(role)) for role in DelegationRole]
