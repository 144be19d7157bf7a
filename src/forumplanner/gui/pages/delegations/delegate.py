"""How the rows of the tree are drawn: indent, chevron, one line or two, the member's role, what is missing."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from forumplanner import i18n
from forumplanner.domain.names import HAN
from forumplanner.domain.text import EN, ZH
from forumplanner.gui import fonts, icons, theme
from forumplanner.gui.pages.delegations import cells
from forumplanner.gui.pages.delegations.cells import Col
from forumplanner.gui.pages.delegations.model import DelegationsModel
from forumplanner.gui.pages.delegations.rows import Row, RowKind
from forumplanner.gui.widgets.folding import RowPainter
from forumplanner.gui.widgets.search_keys import hits
from forumplanner.gui.widgets.table_delegate import draw_pill, draw_tick

PAD = 8
CHEVRON = 14
INDENTS = (PAD, 28, 45)
"""Where the chevron of each level begins, pixels."""

HEIGHTS = {RowKind.COUNTRY: 30, RowKind.DELEGATION: 46, RowKind.MEMBER: 30, RowKind.UNNAMED: 30}
_BAR = 3
_TEXT = CHEVRON + 6
_NO_SIZE = QSize(0, 0)
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


class DelegationsDelegate(RowPainter):
    """Draws from the row itself. `hovered`: row under the pointer; `focused`: whether the tree has the focus."""

    focused = False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fonts: dict[tuple[str, int, QFont.Weight], tuple[QFont, QFontMetrics]] = {}

    def forget_fonts(self) -> None:
        """Make fonts anew: the language changed."""
        self._fonts = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        """A height by the kind of row; the first cell says it for all."""
        return _NO_SIZE if index.column() else QSize(40, HEIGHTS[_row(index).kind])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row, rect, column = _row(index), option.rect, Col(index.column())
        state: QStyle.StateFlag = option.state
        painter.save()
        self._ground(painter, rect, row, index, selected=bool(state & QStyle.StateFlag.State_Selected))
        if column is Col.NAME:
            self._name(painter, rect, row, index)
        elif column is Col.MISSING:
            self._missing(painter, rect, row, index)
        else:
            self._lines(painter, rect.adjusted(PAD, 0, -4, -1), row, column, index)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, row: Row, index: Index, *, selected: bool) -> None:
        fill = "sunken" if row.kind is RowKind.COUNTRY else ""
        fill = "hover" if index.row() == self.hovered else fill
        fill = "sel" if selected else fill
        if fill:
            painter.fillRect(rect, theme.colour(fill))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if selected and index.column() == Col.NAME:
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), theme.colour("accent"))
        if selected and self.focused:
            painter.setPen(QPen(theme.colour("sel_line"), 1))
            painter.drawLine(rect.left(), rect.top(), rect.right(), rect.top())
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())

    def _name(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        left = rect.left() + INDENTS[row.level]
        if row.open is not None:
            icon = "chevron-down" if row.open else "chevron-right"
            top = rect.top() + (rect.height() - CHEVRON) // 2
            painter.drawPixmap(QPoint(left, top), icons.pixmap(icon, "text2", size=CHEVRON))
        left += _TEXT
        box = QRect(left, rect.top(), rect.right() - left - 4, rect.height() - 1)
        model = _model(index)
        if row.member is not None and row.member.participant_id in model.ticks():
            draw_tick(painter, QRect(left - 24, rect.top(), 20, rect.height()), on=True)
        if row.kind is RowKind.COUNTRY:
            self._country(painter, box, row, model)
        elif row.kind is RowKind.DELEGATION:
            self._lines(painter, box, row, Col.NAME, index)
        else:
            self._member(painter, box, row, model)

    def _country(self, painter: QPainter, box: QRect, row: Row, model: DelegationsModel) -> None:
        words = cells.cell(row, Col.NAME, model.delegations.languages)[0]
        box = self._words(painter, box, words, "text", weight=QFont.Weight.DemiBold)
        self._words(painter, box.adjusted(8, 0, 0, 0), _delegations(len(row.group)), "text3", px=12)

    def _member(self, painter: QPainter, box: QRect, row: Row, model: DelegationsModel) -> None:
        """The name gives way to the role's pill, which keeps its width."""
        words, token, _second = cells.cell(row, Col.NAME, model.delegations.languages)
        pill, tone = cells.pill(row)
        font, metrics = self._font("", 11, QFont.Weight.Medium)
        room = metrics.horizontalAdvance(pill) + 12 + 8 if pill else 0
        rest = self._words(painter, box.adjusted(0, 0, -room, 0), words, token, marks=model.words)
        left = rest.left() + 8
        if pill:
            left += draw_pill(painter, left, box, pill, tone, font, metrics) + 8
        native = cells.native(row)
        if native and box.right() - left > 24:
            tag = "" if HAN.search(native) else EN
            self._words(
                painter, QRect(left, box.top(), box.right() - left, box.height()), native, "text3", px=12, tag=tag
            )

    def _lines(self, painter: QPainter, box: QRect, row: Row, column: Col, index: Index) -> None:
        """One line in the middle, or two: the second smaller and grey, in the other language's font."""
        model = _model(index)
        first, token, second = cells.cell(row, column, model.delegations.languages)
        strong = row.kind is RowKind.DELEGATION and column is Col.NAME
        weight = QFont.Weight.Medium if strong else QFont.Weight.Normal
        if not second:
            marks = model.words if column in {Col.NAME, Col.LIAISON} else ()
            self._words(painter, box, first, token, weight=weight, marks=marks)
            return
        half = box.height() // 2
        upper = QRect(box.left(), box.top() + 4, box.width(), half - 3)
        lower = QRect(box.left(), box.top() + half, box.width(), half - 3)
        self._words(painter, upper, first, token, weight=weight, marks=model.words if strong else ())
        self._words(painter, lower, second, "text3", px=12, tag=_other_tag() if strong else "")

    def _missing(self, painter: QPainter, rect: QRect, row: Row, index: Index) -> None:
        words, token, _second = cells.cell(row, Col.MISSING, _model(index).delegations.languages)
        if not words:
            return
        left = rect.left() + PAD
        sign = cells.sign(row, token)
        if sign:
            tone = "ok" if sign == "circle-check" else token
            top = rect.top() + (rect.height() - 15) // 2
            painter.drawPixmap(QPoint(left, top), icons.pixmap(sign, tone, size=14))
        box = QRect(left + 20, rect.top(), rect.right() - left - 24, rect.height() - 1)
        self._words(painter, box, words, "text2" if token in {"ok", "text3"} else token, px=12)

    def _words(
        self,
        painter: QPainter,
        box: QRect,
        words: str,
        token: str,
        *,
        px: int = 13,
        weight: QFont.Weight = QFont.Weight.Normal,
        tag: str = "",
        marks: tuple[str, ...] = (),
    ) -> QRect:
        """Words that give way, hits marked; what is left of the box behind them."""
        font, metrics = self._font(tag, px, weight)
        painter.setFont(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(box.width(), 0))
        for word in marks:
            for start, length in hits(shown, word):
                self._mark(painter, box, metrics, shown[:start], shown[start : start + length])
        painter.setPen(theme.colour(token))
        painter.drawText(box, _VCENTER, shown)
        return box.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)

    @staticmethod
    def _mark(painter: QPainter, box: QRect, metrics: QFontMetrics, before: str, marked: str) -> None:
        left = metrics.horizontalAdvance(before)
        width = metrics.horizontalAdvance(before + marked) - left
        top = box.top() + (box.height() - metrics.height()) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hit"))
        painter.drawRoundedRect(QRectF(box.left() + left - 0.5, top, width + 1, metrics.height()), 3, 3)

    def _font(self, tag: str, px: int, weight: QFont.Weight) -> tuple[QFont, QFontMetrics]:
        key = (tag, px, weight)
        if key not in self._fonts:
            made = fonts.font(tag, px=px, weight=weight)
            self._fonts[key] = (made, QFontMetrics(made))
        return self._fonts[key]


def _delegations(number: int) -> str:
    return i18n.ngettext("{n} delegation", "{n} delegations", number)


def _other_tag() -> str:
    """The language of the second line: the one that the window doesn't speak."""
    return EN if i18n.interface_language() == ZH else ZH


def _model(index: Index) -> DelegationsModel:
    return cast("DelegationsModel", index.model())


def _row(index: Index) -> Row:
    return _model(index).row(index.row())
