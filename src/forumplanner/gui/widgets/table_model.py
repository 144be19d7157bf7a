"""FastTableModel: a list of frozen rows, sorted and filtered by index lists; 10,000 rows in a few milliseconds."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from forumplanner.gui.widgets.attentive import spoken
from forumplanner.gui.widgets.columns import Cell, Column, R
from forumplanner.gui.widgets.search_keys import fold

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)


class FastTableModel(QAbstractTableModel, Generic[R]):
    """Rows never change in place: `set_rows` replaces them all, ids tell which row is which.

    `identity` gives a row's id, `search` its haystack (see search_keys; asked once per row, at the first filter).
    Ticks are ids, so they outlive refresh, sort and filter.
    """

    ticked = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        identity: Callable[[R], Hashable],
        search: Callable[[R], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identity, self._search = identity, search
        self._rows: tuple[R, ...] = ()
        self._ids: tuple[Hashable, ...] = ()
        self._stacks: tuple[str, ...] | None = None
        self._sorted: list[int] = []
        self._shown: list[int] = []
        self._place: dict[Hashable, int] = {}
        self._keys: dict[int, list[Any]] = {}
        self._by: tuple[int, bool] | None = None
        self._query: tuple[str, ...] = ()
        self._filtering = False
        self._keep: Callable[[R], bool] | None = None
        self._ticks: set[Hashable] = set()

    def set_rows(self, rows: Iterable[R]) -> None:
        """Show other rows, in the same order, filter and with the same ticks."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._ids = tuple(map(self._identity, self._rows))
        self._stacks, self._keys = None, {}
        self._ticks.intersection_update(self._ids)
        self._arrange()
        self.endResetModel()

    def set_filter(self, query: str = "", keep: Callable[[R], bool] | None = None) -> None:
        """Show only rows whose haystack holds every word of `query` and for which `keep` is true."""
        self.beginResetModel()
        self._query, self._keep, self._filtering = tuple(fold(query).split()), keep, True
        self._choose()
        self.endResetModel()

    def query(self) -> tuple[str, ...]:
        """The words of the filter, folded: what the delegate marks."""
        return self._query

    def set_marks(self, query: str) -> None:
        """Mark the words of `query` in rows that were filtered elsewhere."""
        self._query = tuple(fold(query).split())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; equal rows keep their order; -1 is the order of `set_rows`."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._ids[self._shown[index.row()]] for index in before]
        self._by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()
        after = [self.index(self._place[row_id], index.column()) for row_id, index in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def row_at(self, place: int) -> R:
        """The row shown at `place` (0 is the first shown)."""
        return self._rows[self._shown[place]]

    def id_at(self, place: int) -> Hashable:
        """The id of the row shown at `place`."""
        return self._ids[self._shown[place]]

    def place_of(self, row_id: Hashable) -> int:
        """Where the row of that id is shown, -1 if it isn't."""
        return self._place.get(row_id, -1)

    def rows(self) -> tuple[R, ...]:
        """All rows, shown or not, as they came."""
        return self._rows

    def shown(self) -> list[R]:
        """The rows shown, in their order."""
        return [self._rows[i] for i in self._shown]

    def ticks(self) -> frozenset[Hashable]:
        """Ids of the ticked rows."""
        return frozenset(self._ticks)

    def set_ticks(self, ids: Iterable[Hashable], *, on: bool = True) -> None:
        """Tick or untick rows."""
        changed = set(ids)
        self._ticks = self._ticks | changed if on else self._ticks - changed
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0), [_CHECK])
        self.ticked.emit()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """Rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """Columns, hidden ones too."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Words for screen readers, tooltips and copying; the delegate draws from the row itself."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.row_at(index.row())
        if column.cell is Cell.TICK:
            on = self.id_at(index.row()) in self._ticks
            return (Qt.CheckState.Checked if on else Qt.CheckState.Unchecked) if role == _CHECK else None
        if role in {_DISPLAY, _ACCESSIBLE, _TIP}:
            return column.text(row)
        if role == _ALIGN and column.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: N802 - Qt's name
        """Titles, in the interface's language at each call."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return spoken(self.columns[section].title)
        if role == _ALIGN:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _arrange(self) -> None:
        self._sorted = list(range(len(self._rows)))
        if self._by is not None:
            number, backwards = self._by
            keys = self._keys.get(number)
            if keys is None:
                keys = self._keys[number] = [self._sort_key(self.columns[number], row) for row in self._rows]
            self._sorted.sort(key=keys.__getitem__, reverse=backwards)
        self._choose()

    @staticmethod
    def _sort_key(column: Column[R], row: R) -> Any:
        return column.sort(row) if column.sort is not None else fold(column.text(row))

    def _choose(self) -> None:
        self._shown = self._sorted
        if self._filtering and self._query and self._search is not None:
            if self._stacks is None:
                self._stacks = tuple(map(self._search, self._rows))
            for word in self._query:
                stacks = self._stacks
                self._shown = [i for i in self._shown if word in stacks[i]]
        if self._keep is not None:
            keep, rows = self._keep, self._rows
            self._shown = [i for i in self._shown if keep(rows[i])]
        self._place = {self._ids[i]: place for place, i in enumerate(self._shown)}
