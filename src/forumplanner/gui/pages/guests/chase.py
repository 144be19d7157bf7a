"""The chase matrix as a table: who still owes what; Space ticks, Shift+Space notes that it was asked for."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from forumplanner import i18n
from forumplanner.domain.guest_kinds import MaterialKind, MaterialState
from forumplanner.gui import fonts, icons, reading, theme
from forumplanner.gui.pages.guests import words
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.chasing import KINDS, Chase, ChaseLine, MaterialCell

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
NAME, MISSING = 0, len(KINDS) + 1
ROW = 30
SIGNS = {
    MaterialState.RECEIVED: ("circle-check", "ok"),
    MaterialState.ASKED: ("clock", "warn"),
    MaterialState.WAITED: ("circle-dashed", "text3"),
    MaterialState.NOT_NEEDED: ("minus", "disabled"),
}
"""Icon and colour of each state; the tooltip says it in words."""


class ChaseModel(QAbstractTableModel):
    """Replaced as a whole; rows filtered by words and by whether something is missing."""

    def __init__(self) -> None:
        super().__init__()
        self._chase = Chase(())
        self._query: tuple[str, ...] = ()
        self._missing = True
        self._shown: tuple[ChaseLine, ...] = ()

    def show_chase(self, chase: Chase) -> None:
        """Other rows."""
        self._chase = chase
        self._arrange()

    def set_filter(self, query: str, *, missing: bool) -> None:
        """Only those who have every word, and if asked only those who owe something."""
        self._query, self._missing = tuple(fold(query).split()), missing
        self._arrange()

    def shown(self) -> tuple[ChaseLine, ...]:
        """The rows shown."""
        return self._shown

    def chase(self) -> Chase:
        """All of it."""
        return self._chase

    def cell(self, index: Index) -> MaterialCell | None:
        """The cell at an index; None for name and count."""
        if not index.isValid() or not NAME < index.column() < MISSING:
            return None
        return self._shown[index.row()].cells[index.column() - 1]

    def words(self, line: ChaseLine, column: int) -> str:
        """One cell in words."""
        if column == NAME:
            return line.name.shown(i18n.interface_language())
        if column == MISSING:
            return str(len(line.missing)) if line.missing else ""
        cell = line.cells[column - 1]
        day = words.day(cell.day, self._chase.year) if cell.day else ""
        return " ".join(filter(None, (reading.word(cell.state), day, cell.note)))

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """People."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Name, materials, how many are missing."""
        return 0 if parent.isValid() else MISSING + 1

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Words, for readers of the screen and tooltips."""
        if not index.isValid() or role not in _SPOKEN:
            return None
        line, column = self._shown[index.row()], index.column()
        told = self.words(line, column)
        if role == int(Qt.ItemDataRole.ToolTipRole) and NAME < column < MISSING:
            where = _("from its own record") if line.cells[column - 1].derived else ""
            return " · ".join(filter(None, (reading.word(KINDS[column - 1]), told, where)))
        return told

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:  # noqa: N802 - Qt's name
        """Titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == int(Qt.ItemDataRole.TextAlignmentRole) and section == NAME:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != _DISPLAY:
            return None
        if section == NAME:
            return _("Name")
        return _("Still owed") if section == MISSING else reading.word(KINDS[section - 1])

    def _arrange(self) -> None:
        self.beginResetModel()
        chase = self._chase.by_name(chinese=i18n.interface_language() == "zh-Hans")
        lines = chase.missing() if self._missing else chase.lines
        self._shown = tuple(line for line in lines if all(word in line.keys for word in self._query))
        self.endResetModel()


_SPOKEN = frozenset(
    map(int, (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole))
)


class ChaseTable(Attentive, QTableView):
    """`ticked(kind, ids, state)`: "received", "asked", "not_needed" or "" to clear; `opened(id)` on Enter."""

    ticked = Signal(str, object, str)
    opened = Signal(str)
    derived = Signal(str)

    def __init__(self, model: ChaseModel) -> None:
        super().__init__()
        self.setObjectName("chaseTable")
        self.say(self.setAccessibleName, lambda: _("Who still owes what"))
        self._rows = model
        self._kept: tuple[str, int] = ("", 1)
        self.setModel(model)
        self.setItemDelegate(_ChaseCell(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setFixedHeight(30)
        head.setHighlightSections(False)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(48)
        self._fit()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._flip)

    def current_id(self) -> str:
        """The participant of the current row, "" for none."""
        place = self.currentIndex().row()
        return self._rows.shown()[place].participant_id if 0 <= place < len(self._rows.shown()) else ""

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Letters typed here search nothing; Ctrl+F is the way."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks, Shift+Space asks, Delete says that it is not needed, Enter opens the person."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Space:
            if shift:
                self.mark(MaterialState.ASKED)
            else:
                self._flip(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.mark(MaterialState.NOT_NEEDED)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_id():
            self.opened.emit(self.current_id())
        else:
            super().keyPressEvent(event)

    def mark(self, state: MaterialState | None) -> None:
        """Write one state into the selected cells of the current column; those that other records say stay."""
        index = self.currentIndex()
        if not index.isValid() or not NAME < index.column() < MISSING:
            return
        places = {one.row() for one in self.selectedIndexes() if one.column() == index.column()} | {index.row()}
        kind, lines = KINDS[index.column() - 1], [self._rows.shown()[place] for place in sorted(places)]
        free = [line.participant_id for line in lines if not line.cell(kind).derived]
        if free:
            self.ticked.emit(str(kind), free, str(state or ""))
        else:
            self.derived.emit(str(kind))

    def retranslate(self) -> None:
        """Titles in another language need another width."""
        super().retranslate()
        self._rows.show_chase(self._rows.chase())
        self._fit()
        self.horizontalHeader().viewport().update()

    def _flip(self, index: Index) -> None:
        cell = self._rows.cell(index)
        if cell is not None:
            self.mark(None if cell.state is MaterialState.RECEIVED and not cell.derived else MaterialState.RECEIVED)

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        for column in range(1, MISSING + 1):
            title = self._rows.headerData(column, Qt.Orientation.Horizontal)
            self.setColumnWidth(column, max(metrics.horizontalAdvance(str(title)) + 22, 56))

    def _keep(self) -> None:
        if self.current_id():
            self._kept = self.current_id(), self.currentIndex().column()

    def _restore(self) -> None:
        key, column = self._kept
        found = [place for place, line in enumerate(self._rows.shown()) if line.participant_id == key]
        if found or self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(found[0] if found else 0, max(column, 1)))


class _ChaseCell(QStyledItemDelegate):
    """A sign in the middle; the name at the left; the current cell in a frame."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        view, model = cast("ChaseTable", self.parent()), cast("ChaseModel", index.model())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        here = index.row() == view.currentIndex().row()
        painter.save()
        if here or bool(state & QStyle.StateFlag.State_Selected):
            painter.fillRect(rect, theme.colour("sel"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if here and index.column() == NAME:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
        cell = model.cell(index)
        if cell is None:
            line = model.shown()[index.row()]
            if index.column() == NAME:
                _who(painter, rect, model.words(line, NAME), reading.line(line.institution, model.chase().languages))
            else:
                _number(painter, rect, model.words(line, index.column()))
        else:
            icon, token = SIGNS[cell.state]
            if cell.derived and cell.state is MaterialState.RECEIVED:
                icon = "check"
            middle = QPointF(rect.center().x() - 7, rect.center().y() - 7)
            painter.drawPixmap(middle, icons.pixmap(icon, token, size=15))
        if index == view.currentIndex() and view.hasFocus() and index.column() != NAME:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()


def _who(painter: QPainter, rect: QRect, name: str, place: str) -> None:
    """The name, and in grey what is left of the room for the institution."""
    box = rect.adjusted(20, 0, -8, -1)
    painter.setFont(fonts.font(weight=QFont.Weight.Medium))
    painter.setPen(theme.colour("text"))
    shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
    box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(shown) + 10)
    painter.setFont(fonts.font(px=12))
    painter.setPen(theme.colour("text3"))
    if box.width() > 40:
        grey = painter.fontMetrics().elidedText(place, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), grey)


def _number(painter: QPainter, rect: QRect, text: str) -> None:
    painter.setFont(fonts.font())
    painter.setPen(theme.colour("warn"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)


def chase_text(lines: Sequence[ChaseLine]) -> str:
    """Who owes what, a line a person, for a message."""
    tag = i18n.interface_language()
    told = (
        (line.name.shown(tag), [kind for kind in line.missing if kind is not MaterialKind.INVITATION]) for line in lines
    )
    owing = ((name, reading.listed(map(reading.word, kinds))) for name, kinds in told if kinds)
    return "\n".join(_("{name}: {what}", name=name, what=what) for name, what in owing)


def chase_table(model: ChaseModel) -> str:
    """All that the matrix shows, tabs between the cells."""
    columns = range(MISSING + 1)
    head = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    rows = ([model.words(line, column) for column in columns] for line in model.shown())
    return "\n".join("\t".join(row) for row in (head, *rows))
