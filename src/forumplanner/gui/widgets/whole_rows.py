"""Room for a table that ends after a whole row: a row that is cut in half at the foot reads as an error."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTableView, QWidget


class WholeRows(QWidget):
    """Holds one table at its top; what is left below its last whole row stays empty."""

    def __init__(self, table: QTableView) -> None:
        super().__init__()
        self.setObjectName(f"{table.objectName()}Rows")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._table = table
        table.setParent(self)
        self.setFocusProxy(table)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As the table wishes."""
        return self._table.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The table takes the width, and as many rows as there is height for."""
        super().resizeEvent(event)
        self._table.setGeometry(0, 0, self.width(), whole(self._table, self.height()))


def whole(table: QTableView, height: int) -> int:
    """The height of so many whole rows as `height` pixels hold, with the table's head."""
    row = table.verticalHeader().defaultSectionSize()
    return around(table) + max((height - around(table)) // row, 1) * row


def around(table: QTableView) -> int:
    """Pixels of a table that are no rows: its head and its frame."""
    return table.horizontalHeader().height() + 2 * table.frameWidth()
