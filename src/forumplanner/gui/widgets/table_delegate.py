"""How the cells of a fast table are drawn: one look at the row, no style engine, hits marked while typing."""

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumplanner.gui import fonts, icons, theme
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.search_keys import hits
from forumplanner.gui.widgets.table_model import FastTableModel

PAD = 8
BAR = 3
SQUARE = 8
TICK = 16


class FastDelegate(QStyledItemDelegate):
    """Draws text, category square with word, pills and ticks. `hovered` is the row under the pointer."""

    hovered = -1

    def __init__(self, height: int = 30) -> None:
        super().__init__()
        self.setObjectName("fastDelegate")
        self._height = height
        self._fonts: dict[tuple[str, str, int], tuple[QFont, QFontMetrics]] = {}

    def forget_fonts(self) -> None:
        """Make fonts anew: the language changed."""
        self._fonts = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        """One height for all."""
        return QSize(40, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        model = cast("FastTableModel[Any]", index.model())
        column, row = model.columns[index.column()], model.row_at(index.row())
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        ticked = model.id_at(index.row()) in model.ticks() if column.cell is Cell.TICK else False
        self._ground(painter, rect, index, current=current)
        if column.cell is Cell.TICK:
            draw_tick(painter, rect, on=ticked)
        elif column.cell is Cell.PILL:
            self._pill(painter, rect, column, row)
        else:
            self._words(painter, rect, column, row, model.query())

    def _ground(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, *, current: bool
    ) -> None:
        if current:
            painter.fillRect(rect, theme.colour("sel"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if current and rect.left() <= 0:
            painter.fillRect(rect.left(), rect.top(), BAR, rect.height(), theme.colour("accent"))

    def _words(self, painter: QPainter, rect: QRect, column: Column[Any], row: Any, query: tuple[str, ...]) -> None:
        text = column.text(row)
        box = rect.adjusted(PAD, 0, -PAD, -1)
        if column.swatch is not None and text:
            top = box.top() + (box.height() - SQUARE) // 2
            draw_square(painter, box.left(), top, column.swatch(row))
            box.setLeft(box.left() + SQUARE + 6)
        if not text:
            return
        font, metrics = self._font(column)
        painter.setFont(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        if column.hits:
            for word in query:
                for start, length in hits(shown, word):
                    self._mark(painter, box, metrics, shown[:start], shown[start : start + length])
        faint = column.faint is not None and column.faint(row)
        painter.setPen(theme.colour("text3" if faint else "text2" if column.cell is Cell.MUTED else "text"))
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def _mark(self, painter: QPainter, box: QRect, metrics: QFontMetrics, before: str, marked: str) -> None:
        left = metrics.horizontalAdvance(before)
        width = metrics.horizontalAdvance(before + marked) - left
        height = metrics.height()
        frame = QRectF(box.left() + left - 0.5, box.top() + (box.height() - height) / 2, width + 1, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hit"))
        painter.drawRoundedRect(frame, 3, 3)

    def _pill(self, painter: QPainter, rect: QRect, column: Column[Any], row: Any) -> None:
        text = column.text(row)
        left = rect.left() + PAD
        font, metrics = self._font(column, px=11)
        if text:
            left += draw_pill(painter, left, rect, text, column.tone(row) if column.tone else "", font, metrics) + PAD
        icon, word = column.beside(row) if column.beside else ("", "")
        if icon:
            painter.drawPixmap(
                QPointF(left, rect.top() + (rect.height() - 14) / 2), icons.pixmap(icon, "text3", size=14)
            )
            left += 18
        if word:
            small, _ = self._font(column, px=12)
            painter.setFont(small)
            painter.setPen(theme.colour("text3"))
            painter.drawText(rect.adjusted(left - rect.left(), 0, -2, -1), int(Qt.AlignmentFlag.AlignVCenter), word)

    def _font(self, column: Column[Any], px: int = fonts.BODY_PX) -> tuple[QFont, QFontMetrics]:
        key = (column.tag, column.cell, px)
        if key not in self._fonts:
            weight = QFont.Weight.DemiBold if column.cell is Cell.STRONG else QFont.Weight.Normal
            made = fonts.font(column.tag, px=px, weight=QFont.Weight.Medium if px == 11 else weight)
            self._fonts[key] = (made, QFontMetrics(made))
        return self._fonts[key]


def draw_square(painter: QPainter, left: float, top: float, colour: QColor) -> None:
    """The category's small square."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(left, top, SQUARE, SQUARE), 2, 2)


def draw_pill(
    painter: QPainter, left: int, rect: QRect, text: str, tone: str, font: QFont, metrics: QFontMetrics
) -> int:
    """A pill at `left`, in the middle of `rect`'s height; gives its width. It keeps its width, texts give way."""
    words, ground = theme.tone_colours(tone)
    width = min(metrics.horizontalAdvance(text) + 12, max(rect.right() - left, 0))
    box = QRectF(left, rect.top() + (rect.height() - 19) / 2, width, 18)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(words)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 10)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    return width


def draw_tick(painter: QPainter, rect: QRect, *, on: bool) -> None:
    """A check box in the middle of `rect`."""
    box = QRectF(
        rect.left() + (rect.width() - TICK) / 2 + 0.5, rect.top() + (rect.height() - TICK) / 2 - 0.5, TICK, TICK
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent" if on else "field"), 1))
    painter.setBrush(theme.colour("accent" if on else "surface"))
    painter.drawRoundedRect(box, 4, 4)
    if on:
        path = QPainterPath(QPointF(box.left() + 4, box.center().y() + 0.5))
        path.lineTo(box.left() + 7, box.bottom() - 4.5)
        path.lineTo(box.right() - 3.5, box.top() + 5)
        painter.setPen(
            QPen(
                theme.colour("on_accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
