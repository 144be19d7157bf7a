"""The rows of the page's list: a band for each of the two lists, a line of titles, and the guests."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from forumplanner.gui.pages.guests import words
from forumplanner.snapshots.guests import GuestLine, Guests

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowKind(StrEnum):
    """What a row is."""

    BAND = "band"
    TITLES = "titles"
    GUEST = "guest"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row; `consular` tells which of the two lists it belongs to."""

    kind: RowKind
    consular: bool
    line: GuestLine | None = None


class GuestRows(QAbstractListModel):
    """Replaced as a whole; guests are told apart by their id."""

    def __init__(self) -> None:
        super().__init__()
        self.languages: tuple[str, ...] = ()
        self._rows: tuple[ListRow, ...] = ()

    def show_guests(self, guests: Guests, keep: Sequence[GuestLine]) -> None:
        """Both lists with those of their guests that are among `keep`."""
        self.beginResetModel()
        self.languages = guests.languages
        kept = {line.id for line in keep}
        self._rows = (*_section(guests.consular, kept, consular=True), *_section(guests.honour, kept, consular=False))
        self.endResetModel()

    def row(self, place: int) -> ListRow:
        """The row at a place."""
        return self._rows[place]

    def lines(self) -> tuple[GuestLine, ...]:
        """The guests shown, in order."""
        return tuple(row.line for row in self._rows if row.line is not None)

    def place_of(self, key: str) -> int:
        """Where a guest stands, -1 for nowhere."""
        return next((place for place, row in enumerate(self._rows) if row.line and row.line.id == key), -1)

    def bands(self) -> tuple[int, int]:
        """Where the two bands stand; -1 for one that is not there."""
        found = {row.consular: place for place, row in enumerate(self._rows) if row.kind is RowKind.BAND}
        return found.get(True, -1), found.get(False, -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Rows, bands and titles too."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only guests take the focus."""
        if index.isValid() and self._rows[index.row()].kind is RowKind.GUEST:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The row in words, for readers of the screen and tooltips."""
        line = self._rows[index.row()].line if index.isValid() else None
        if line is None or role not in _SPOKEN:
            return None
        told = (
            str(line.place or ""),
            words.title(line),
            words.under(line, self.languages),
            words.class_words(line),
            words.basis(line),
            words.proof_words(line.ranked.proof) if line.ranked else "",
            words.status_words(line),
        )
        return " · ".join(filter(None, told))


_SPOKEN = frozenset(
    map(int, (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole))
)


def _section(lines: Sequence[GuestLine], kept: set[str], *, consular: bool) -> list[ListRow]:
    rows = [ListRow(RowKind.GUEST, consular, line) for line in lines if line.id in kept]
    head = [ListRow(RowKind.BAND, consular), ListRow(RowKind.TITLES, consular)]
    return [*head, *(rows or [ListRow(RowKind.NONE, consular)])]
