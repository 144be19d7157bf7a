"""The rows of the tree as Qt sees them: a flat table whose folding the page decides."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from forumplanner.gui.pages.delegations import cells
from forumplanner.gui.pages.delegations.cells import Col
from forumplanner.gui.pages.delegations.rows import Row, RowKind
from forumplanner.gui.widgets.folding import FoldingModel, Index
from forumplanner.snapshots.delegations import Delegations


class DelegationsModel(FoldingModel[Row]):
    """`ticked` when the ticks of members changed; they are kept by key across refresh, folding and filters."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, columns=len(Col))
        self.delegations = Delegations("", (), "UTC")
        self.words: tuple[str, ...] = ()
        self._ticks: set[str] = set()

    def show_rows(self, delegations: Delegations, rows: tuple[Row, ...], words: tuple[str, ...] = ()) -> None:
        """Show other rows; `words` are marked in them."""
        self.beginResetModel()
        self.delegations, self.words = delegations, words
        self.put_rows(rows)
        there = {member.participant_id for line in delegations.lines for member in line.members} if self._ticks else ()
        self._ticks.intersection_update(there)
        self.endResetModel()
        self.ticked.emit()

    def ticks(self) -> frozenset[str]:
        """Participants' keys of the ticked members."""
        return frozenset(self._ticks)

    def tick(self, participants: Iterable[str], *, on: bool) -> None:
        """Tick or untick members."""
        wanted = set(participants)
        self._ticks = self._ticks | wanted if on else self._ticks - wanted
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.ticked.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for tooltips, copying and screen readers; the delegate draws from the row."""
        row, column = self._rows[index.row()], Col(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._said(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self._said(row, col) for col in (Col if column is Col.NAME else (column,)))
            return ", ".join(filter(None, parts))
        if role == Qt.ItemDataRole.CheckStateRole and column is Col.NAME and row.member is not None:
            on = row.member.participant_id in self._ticks
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        """Titles, in the interface's language at each call."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.heading(Col(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _said(self, row: Row, column: Col) -> str:
        first, _token, second = cells.cell(row, column, self.delegations.languages)
        beside = cells.pill(row)[0] if column is Col.NAME and row.kind is RowKind.MEMBER else ""
        return " · ".join(filter(None, (first, beside, second)))
