"""The rows of the programme list as Qt sees them: a flat table whose folding the page decides."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from forumplanner.domain.text import EN, ZH
from forumplanner.gui import reading
from forumplanner.gui.pages.programme import cells
from forumplanner.gui.pages.programme.cells import Col
from forumplanner.gui.pages.programme.rows import Row, RowKind
from forumplanner.gui.widgets.folding import FoldingModel, Index
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.programme import Programme

ALONE = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which minutes are written that move nothing else."""
TEA = ALONE + 1
"""The role under which minutes are written that move the next tea break in all rooms."""

_EDITED = frozenset({Col.TIME, Col.FIRST, Col.SECOND})


class ProgrammeModel(FoldingModel[Row]):
    """`edited(row, column, text)` when a cell was rewritten; the page turns it into a verb.

    `edited_alone(row, text)`: minutes were rewritten and what follows is to stay; `edited_tea`: and tea is to move.
    """

    edited = Signal(object, int, str)
    edited_alone = Signal(object, str)
    edited_tea = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, columns=len(Col))
        self.programme = Programme("", (), "UTC")

    def show_rows(self, programme: Programme, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.programme = programme
        self.put_rows(rows)
        self.endResetModel()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Times, minutes of items and titles can be edited in place; headings of days can't even be selected."""
        row = self._rows[index.row()]
        if row.kind is RowKind.DAY:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        there = index.column() - Col.FIRST < len(self.programme.languages) or index.column() > Col.SECOND
        if there and editable(row, Col(index.column())):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for editing, tooltips, copying and screen readers; the delegate draws from the row."""
        row, column = self._rows[index.row()], Col(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return cells.text(row, column, self.programme)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Tell what was written, if it differs."""
        row, column = self._rows[index.row()], Col(index.column())
        text = str(value).strip()
        if role not in {int(Qt.ItemDataRole.EditRole), ALONE, TEA} or text == cells.text(row, column, self.programme):
            return False
        if role == ALONE and column is Col.MINUTES:
            self.edited_alone.emit(row, text)
        elif role == TEA and column is Col.MINUTES and row.item is not None:
            self.edited_tea.emit(row, text)
        else:
            self.edited.emit(row, int(column), text)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        """Titles, in the interface's language at each call."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(Col(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == Col.MINUTES else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _heading(self, column: Col) -> str:
        match column:
            case Col.TIME:
                return _("Time")
            case Col.MINUTES:
                return _("Min")
            case Col.PEOPLE:
                return _("People")
            case Col.ROOM:
                return _("Room")
            case Col.STATE:
                return _("State")
        return self._title_heading(column - Col.FIRST)

    def _title_heading(self, place: int) -> str:
        known = {ZH: _("Chinese title"), EN: _("English title")}
        languages = self.programme.languages
        tag = languages[place] if place < len(languages) else ""
        return known.get(tag, _("Title ({language})", language=tag)) if tag else ""

    def _tip(self, row: Row, column: Col) -> str:
        if row.finding is not None:
            tag = interface_language()
            return f"{row.finding.message[tag]}\n{row.finding.remedy[tag]}"
        if column is Col.STATE and row.found:
            return "\n".join(found.title[interface_language()] for found in row.found[:6])
        if column is Col.TIME and row.item is not None:
            return _("Starts when the item before it ends") if row.item.start is None else _("Starts at its own time")
        return cells.text(row, column, self.programme)

    def _spoken(self, row: Row, column: Col) -> str:
        """The first cell says the whole row, so that a screen reader needs no walk through the columns."""
        if row.finding is not None:
            return row.finding.message[interface_language()]
        if column is not Col.TIME:
            return cells.text(row, column, self.programme)
        kind = reading.word(row.item.kind) if row.item else ""
        parts = (cells.time(row), kind, *(cells.text(row, col, self.programme) for col in list(Col)[2:]))
        return ", ".join(filter(None, parts))


def editable(row: Row, column: Col) -> bool:
    """Whether a cell can be written in place."""
    if row.kind in {RowKind.DAY, RowKind.FINDING}:
        return False
    return column in _EDITED or (column is Col.MINUTES and row.kind in {RowKind.ITEM, RowKind.SESSION})
