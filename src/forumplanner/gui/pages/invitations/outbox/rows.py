"""Rows of the outbox: a mail with the name it is listed under, filtered by state and by what is searched for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.gui.mailing import Mailing
from forumplanner.gui.pages.invitations.outbox import words
from forumplanner.gui.pages.invitations.outbox.reasons import reason
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.snapshots.telling import MessageLine

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One mail. `name`: whom it goes to, as the reader's language writes it."""

    line: MessageLine
    name: str


class OutboxModel(QAbstractListModel):
    """The rows of one round, or of all. `states`: those that are shown, empty for all."""

    def __init__(self, mailing: Mailing, parent: QObject) -> None:
        super().__init__(parent)
        self._mailing = mailing
        self._all: tuple[Row, ...] = ()
        self._shown: list[Row] = []
        self._words: tuple[str, ...] = ()
        self.states: frozenset[OutboxState] = frozenset()

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other mails, under the same filter."""
        self._all = tuple(rows)
        self._choose()

    def set_states(self, states: frozenset[OutboxState] | set[OutboxState]) -> None:
        """Show only mails of these states; of all for none."""
        self.states = frozenset(states)
        self._choose()

    def set_query(self, query: str) -> None:
        """Show only mails whose name, address or subject hold every word."""
        self._words = tuple(fold(query).split())
        self._choose()

    def rows(self) -> tuple[Row, ...]:
        """All of them, shown or not."""
        return self._all

    def shown(self) -> list[Row]:
        """Those that are shown."""
        return self._shown

    def row_at(self, index: Index) -> Row:
        """The mail of a row."""
        return self._shown[index.row()]

    def place_of(self, key: str) -> int:
        """Where a mail is shown, -1 where it isn't."""
        return next((place for place, row in enumerate(self._shown) if row.line.id == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """Rows shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Words for screen readers and tooltips; the delegate draws from the row itself."""
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}:
            return f"{row.name}, {self.said(row)}"
        if role == int(Qt.ItemDataRole.ToolTipRole):
            return "\n".join(
                filter(None, (row.line.to_mailbox, row.line.subject, words.answer(row.line), reason(row.line)))
            )
        return None

    def said(self, row: Row) -> str:
        """The state at the end of a row."""
        return words.standing(row.line, self._mailing)

    def _choose(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if self._keeps(row)]
        self.endResetModel()

    def _keeps(self, row: Row) -> bool:
        if self.states and row.line.state not in self.states:
            return False
        if not self._words:
            return True
        hay = fold(f"{row.name} {row.line.to_name} {row.line.to_mailbox} {row.line.subject}")
        return all(word in hay for word in self._words)
