"""The menu of a row of the tree: everything that keys do there, with the keys beside it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from forumplanner.domain.delegations import DelegationRole
from forumplanner.gui import reading
from forumplanner.gui.pages.delegations.rows import Row, RowKind
from forumplanner.gui.pages.delegations.tree import DelegationsTree
from forumplanner.i18n import gettext as _

KEYS: Final = {
    "open": "Return",
    "request": "Ctrl+Shift+C",
    "call": "Ctrl+L",
    "up": "Alt+Up",
    "down": "Alt+Down",
    "tick": "Space",
    "out": "Del",
}
ROLE: Final = "role:"
"""Opens the key of an entry that gives a member a role."""

Acts = Mapping[str, Callable[[], object]]
"""What each entry does; entries of roles end in the role's code."""


def entries(row: Row) -> Iterator[tuple[str, str]]:
    """Keys and words of what can be done with a row."""
    if row.kind is RowKind.MEMBER:
        yield "open", _("To the person")
        yield from ((f"{ROLE}{role}", reading.word(role)) for role in DelegationRole)
        yield "tick", _("Tick")
        yield "out", _("Take out of the delegation")
    if row.kind in {RowKind.DELEGATION, RowKind.UNNAMED}:
        yield "request", _("Copy the request")
        yield "call", _("Log a call")
    if row.kind is not RowKind.UNNAMED:
        yield "up", _("Move up")
        yield "down", _("Move down")


def call(tree: DelegationsTree, at: QPoint, run: Callable[[str], object]) -> QMenu | None:
    """Open the menu of the current row at a point of the screen; `run` is told the chosen entry's key."""
    row = tree.current_row()
    if row is None:
        return None
    menu = QMenu(tree)
    menu.setObjectName("delegationsRowMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for key, words in entries(row):
        keys = QKeySequence(KEYS.get(key, "")).toString(QKeySequence.SequenceFormat.NativeText)
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.setObjectName(key)
        action.triggered.connect(lambda _on=False, key=key: run(key))
    menu.popup(at)
    return menu
