"""How the rows of the programme list are drawn: track bar, indent, chevron, titles in their own fonts, pills."""

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from forumplanner.domain.kinds import Access, ItemKind, SessionKind, Severity
from forumplanner.gui import fonts, icons, theme
from forumplanner.gui.pages.programme import cells
from forumplanner.gui.pages.programme.cells import Col
from forumplanner.gui.pages.programme.gives import Gives
from forumplanner.gui.pages.programme.model import ALONE, TEA, ProgrammeModel
from forumplanner.gui.pages.programme.rows import Row, RowKind
from forumplanner.gui.widgets.folding import RowPainter
from forumplanner.gui.widgets.table_delegate import draw_pill
from forumplanner.i18n import interface_language
from forumplanner.snapshots.programme import Programme

PAD = 8
_PALE = 0.45
"""What was cut and not yet pasted."""
BAR = 4
INDENT = 20
HEIGHTS = {RowKind.DAY: 34, RowKind.SESSION: 32, RowKind.PART: 30, RowKind.ITEM: 28, RowKind.FINDING: 32}
_NO_SIZE = QSize(0, 0)
_TRACKS = ("a", "b", "c", "d")
_CUPS = {ItemKind.TEA: "coffee", ItemKind.MEAL: "utensils", SessionKind.BREAK: "coffee", SessionKind.MEAL: "utensils"}
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


class ProgrammeDelegate(RowPainter):
    """Draws from the row itself. `hovered`: row under the pointer; `cell`: with the focus; `cut`: the row's key."""

    cut = ""
    cell: tuple[int, int] = (-1, -1)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.gives = Gives(parent)
        self._fonts: dict[tuple[str, int, QFont.Weight], QFont] = {}

    def forget_fonts(self) -> None:
        """Make fonts anew: the language changed."""
        self._fonts = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        """A height by the kind of row; the first cell says it for all, a thousand rows are asked seven times each."""
        if index.column():
            return _NO_SIZE
        row = _row(index)
        return QSize(40, 30 if row.kind is RowKind.SESSION and row.pause else HEIGHTS[row.kind])

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002, N802 - Qt's name and signature
        """A line of text in the cell, in the language of its column."""
        editor = QLineEdit(parent)
        editor.setObjectName("programmeCell")
        editor.setProperty("small", True)
        editor.setFont(self._font(self._tag(index), 13))
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        row = _row(index)
        if index.column() == Col.MINUTES and row.item is not None:
            # After the view has placed the editor and put the number in.
            programme = _model(index).programme
            QTimer.singleShot(0, editor, lambda: self.gives.follow(editor, row, programme))
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl+Enter in a minute changes only this item, Alt+Enter moves the next tea break in all rooms."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            watched.setProperty("way", _way(event.modifiers()) if enter else int(Qt.ItemDataRole.EditRole))
        return super().eventFilter(watched, event)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802 - Qt's name
        """Hand over what was written, and what is to give."""
        if isinstance(editor, QLineEdit):
            role = editor.property("way") or int(Qt.ItemDataRole.EditRole)
            model.setData(model.index(index.row(), index.column()), editor.text(), role)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Fill the cell."""
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(0, (rect.height() - 26) // 2, 0, -((rect.height() - 26) // 2)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row = _row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._ground(painter, rect, row, index, selected=bool(state & QStyle.StateFlag.State_Selected))
        if row.key == self.cut:
            painter.setOpacity(_PALE)
        if row.kind is RowKind.DAY:
            self._day(painter, rect, row, index)
        elif row.kind is RowKind.FINDING:
            self._finding(painter, rect, row, index)
        else:
            self._cell(painter, rect, row, index)
        if self.cell == (index.row(), index.column()) and row.kind not in {RowKind.DAY, RowKind.FINDING}:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, row: Row, index: Index, *, selected: bool) -> None:
        fill = "sunken" if row.pause or row.kind is RowKind.DAY else ""
        if row.finding is not None:
            fill = "danger_tint" if row.finding.severity is Severity.ERROR else "warn_tint"
        if index.row() == self.hovered and not fill:
            fill = "hover"
        if selected:
            fill = "sel"
        if fill:
            painter.fillRect(rect, theme.colour(fill))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if index.column() == Col.TIME and selected and row.kind is not RowKind.SESSION:
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))

    def _day(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        if index.column() == Col.TIME:
            painter.setFont(self._font("", 13, QFont.Weight.DemiBold))
            painter.setPen(theme.colour("text2"))
            painter.drawText(rect.adjusted(PAD + 12, 0, 0, 0), _VCENTER, cells.day_words(row.day))

    def _finding(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        finding = row.finding
        if finding is None or index.column() != Col.TIME:
            return
        tone = "danger" if finding.severity is Severity.ERROR else "warn"
        left = rect.left() + 58
        painter.drawPixmap(QPoint(left, rect.top() + 9), icons.pixmap("triangle-alert", tone, size=14))
        painter.setFont(self._font("", 13))
        painter.setPen(theme.colour(tone))
        box = QRect(left + 22, rect.top(), rect.right() - left - 30, rect.height() - 1)
        words = finding.message[interface_language()]
        painter.drawText(
            box, _VCENTER, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        )

    def _cell(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        column = Col(index.column())
        programme = _model(index).programme
        if column is Col.TIME:
            self._time(painter, rect, row, programme)
        elif column is Col.STATE:
            self._state(painter, rect, row, programme)
        else:
            self._words(painter, rect, row, column, index)

    def _time(self, painter: QPainter, rect: QRect, row: Row, programme: Programme) -> None:
        if row.kind is RowKind.SESSION:
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height() - 1, bar_colour(row, programme))
        left = rect.left() + PAD + INDENT * row.level
        if row.open is not None:
            icon = "chevron-down" if row.open else "chevron-right"
            painter.drawPixmap(
                QPoint(left, rect.top() + (rect.height() - 14) // 2), icons.pixmap(icon, "text2", size=14)
            )
        strong = row.kind is RowKind.SESSION and not row.pause
        painter.setFont(self._font("", 13, QFont.Weight.Medium if strong else QFont.Weight.Normal))
        quiet = row.pause or row.kind is RowKind.PART
        painter.setPen(theme.colour("text2" if quiet else "text"))
        painter.drawText(rect.adjusted(left - rect.left() + 20, 0, 0, -1), _VCENTER, cells.time(row))

    def _words(self, painter: QPainter, rect: QRect, row: Row, column: Col, index: Index) -> None:
        box = rect.adjusted(PAD, 0, -PAD, -1)
        if column is Col.FIRST and row.pause:
            box = self._cup(painter, box, row)
        if column is Col.PEOPLE and row.kind is RowKind.PART and row.part and row.part.chairs:
            painter.drawPixmap(
                QPoint(box.left(), box.top() + (box.height() - 14) // 2), icons.pixmap("user", "text2", size=14)
            )
            box = box.adjusted(20, 0, 0, 0)
        words = cells.text(row, column, _model(index).programme)
        strong = row.kind is RowKind.SESSION and column is Col.FIRST and not row.pause
        painter.setFont(self._font(self._tag(index), 13, QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
        painter.setPen(_ink(row, column))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if column is Col.MINUTES else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(side) | _VCENTER, shown)
        rest, ink = cells.used(row)
        if column is Col.FIRST and rest:
            box = box.adjusted(metrics.horizontalAdvance(shown) + 8, 0, 0, 0)
            painter.setFont(self._font("", 12))
            painter.setPen(theme.colour(ink))
            painter.drawText(box, _VCENTER, rest)

    def _cup(self, painter: QPainter, box: QRect, row: Row) -> QRect:
        kind = row.item.kind if row.item is not None else (row.session.kind if row.session else None)
        icon = _CUPS.get(kind, "") if kind else ""
        if not icon:
            return box
        painter.drawPixmap(
            QPoint(box.left(), box.top() + (box.height() - 15) // 2), icons.pixmap(icon, "text2", size=15)
        )
        return box.adjusted(21, 0, 0, 0)

    def _state(self, painter: QPainter, rect: QRect, row: Row, programme: Programme) -> None:
        left = rect.left() + PAD
        font = self._font("", 11, QFont.Weight.Medium)
        shown = cells.pills(row, programme)
        for words, tone in shown:
            if left > rect.right() - 30:
                break
            left += draw_pill(painter, left, rect, words, tone, font, QFontMetrics(font)) + 6
        if not shown and (note := cells.note(row)):
            painter.setFont(self._font("", 12))
            painter.setPen(theme.colour("text3"))
            painter.drawText(rect.adjusted(PAD, 0, 0, -1), _VCENTER, note)

    def _tag(self, index: Index) -> str:
        languages = _model(index).programme.languages
        place = index.column() - Col.FIRST
        return languages[place] if 0 <= place < len(languages) and place < 2 else ""

    def _font(self, tag: str, px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        key = (tag, px, weight)
        if key not in self._fonts:
            self._fonts[key] = fonts.font(tag, px=px, weight=weight)
        return self._fonts[key]


def _way(modifiers: Qt.KeyboardModifier) -> int:
    """The role under which Enter with these keys hands over a minute."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return ALONE
    return TEA if modifiers & Qt.KeyboardModifier.AltModifier else int(Qt.ItemDataRole.EditRole)


def _model(index: Index) -> ProgrammeModel:
    return cast("ProgrammeModel", index.model())


def _row(index: Index) -> Row:
    return _model(index).row(index.row())


def _ink(row: Row, column: Col) -> QColor:
    if row.pause or column is Col.MINUTES or row.kind is RowKind.PART:
        return theme.colour("text2")
    if column is Col.PEOPLE:
        return theme.colour("text2" if row.kind is RowKind.SESSION or cells.unnamed(row) else "text")
    if column is Col.SECOND:
        return theme.colour("text" if row.kind is RowKind.SESSION else "text2")
    return theme.colour("text")


def track_key(row: Row, programme: Programme) -> str:
    """Which of the session colours a row takes: its parallel forum's, closed, break, else plenary."""
    session = row.session
    if session is None or row.pause:
        return "break"
    place = next((track.place for track in programme.tracks if track.id == session.track_id), None)
    if place is not None:
        return _TRACKS[place % len(_TRACKS)]
    return "closed" if session.access is Access.CLOSED else "plenary"


def bar_colour(row: Row, programme: Programme) -> QColor:
    """The bar at the left edge; the colour chosen for a parallel forum rules."""
    session = row.session
    chosen = next((t.colour for t in programme.tracks if session and t.id == session.track_id and t.colour), "")
    return QColor(chosen) if chosen else theme.track_colours(track_key(row, programme))[0]
