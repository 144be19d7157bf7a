"""What is done with the rows of the tree: their menu, ticked members, the clipboard, the paper."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from forumplanner.domain.delegations import DelegationRole
from forumplanner.gui.pages.delegations import cells, menu
from forumplanner.gui.pages.delegations.furniture import Furnished
from forumplanner.gui.pages.delegations.member_editing import MemberEditing
from forumplanner.gui.pages.delegations.tree import owner
from forumplanner.i18n import ngettext


class Acting(QObject):
    """`more`: what the page itself does for an entry of the menu, by its key; told the row's key."""

    def __init__(self, page: Furnished, membership: MemberEditing, more: dict[str, Callable[[str], object]]) -> None:
        super().__init__(page)
        self._page, self._membership, self._more = page, membership, more
        page.papers.clicked.connect(lambda _checked: self.print_sheet())
        page.tree.removed.connect(self.take_out)
        page.bulk.roled.connect(lambda role: membership.give_role(sorted(page.model.ticks()), role))
        page.bulk.left.connect(self.take_out)
        page.bulk.moved.connect(self.move_ticked)
        page.bulk.cleared.connect(self.untick)

    def run(self, key: str) -> None:
        """Do an entry of the menu at the current row."""
        row = self._page.tree.current_row()
        if row is None:
            return
        member = row.member.participant_id if row.member is not None else ""
        ticks = self._page.model.ticks()
        own: menu.Acts = {
            "tick": lambda: self._page.model.tick([member], on=member not in ticks),
            "out": lambda: self._membership.take_out([member]),
        }
        if key.startswith(menu.ROLE):
            self._membership.give_role([member], DelegationRole(key.removeprefix(menu.ROLE)))
        elif key in own:
            own[key]()
        else:
            self._more[key](row.key)

    def take_out(self) -> None:
        """Take the ticked members, else the current one, out of their delegation."""
        row = self._page.tree.current_row()
        own = [row.member.participant_id] if row is not None and row.member is not None else []
        self._membership.take_out(sorted(self._page.model.ticks()) or own)

    def move_ticked(self) -> None:
        """Put the ticked members into the delegation that is shown."""
        self._membership.join(sorted(self._page.model.ticks()))
        self.untick()

    def untick(self) -> None:
        """Tick nobody."""
        self._page.model.tick(self._page.model.ticks(), on=False)

    def print_sheet(self) -> None:
        """Show the paper of the current delegation, else of all."""
        key = owner(self._page.tree.current_row())
        self._page.frame.go("documents", f"delegation_sheet/{key}" if key else "delegation_sheet")

    def copy_table(self) -> None:
        """Ctrl+C: the rows as a table for a spreadsheet."""
        model = self._page.model
        QGuiApplication.clipboard().setText(cells.table(model.rows(), model.delegations.languages))
        self._page.frame.toast(ngettext("Copied {n} row.", "Copied {n} rows.", model.rowCount()))
