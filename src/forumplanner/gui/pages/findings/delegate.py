"""How a finding is drawn: icon, title, what is wrong, what to do, and its minutes at the right."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumplanner.gui import fonts, icons, leading, reading, texting, theme
from forumplanner.gui.pages.findings.rows import FindingModel, FindingRow
from forumplanner.gui.widgets.table_delegate import draw_pill
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.findings import Finding

HEAD = 32
ROW = 74
LINE = 19
FIGURE = 84
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Draws from the row itself; `hovered` is the row under the pointer."""

    hovered = -1

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        """Headings are low, findings have three lines, or four where the sentence needs two."""
        finding = _row(index).finding
        width = self._view.viewport().width()
        return QSize(200, HEAD if finding is None else ROW + LINE * (_lines(finding, width) - 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = _row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if row.finding is None:
            self._head(painter, rect, row)
        else:
            self._ground(painter, rect, index, selected=bool(state & QStyle.StateFlag.State_Selected))
            self._finding(painter, rect, row.finding)
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, row: FindingRow) -> None:
        painter.fillRect(rect, theme.colour("sunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        painter.setFont(fonts.font(weight=QFont.Weight.DemiBold))
        painter.setPen(theme.colour("text"))
        words = reading.word(row.severity)
        painter.drawText(rect.adjusted(16, 0, 0, 0), _VCENTER, words)
        left = rect.left() + 16 + painter.fontMetrics().horizontalAdvance(words) + 10
        font = fonts.font(px=11, weight=QFont.Weight.Medium)
        painter.setFont(font)
        tone = leading.tone(row.severity)
        draw_pill(painter, left, rect, texting.number(row.number), tone, font, painter.fontMetrics())

    def _ground(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:
        if selected:
            painter.fillRect(rect, theme.colour("sel"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))

    def _finding(self, painter: QPainter, rect: QRect, finding: Finding) -> None:
        tag, tone = interface_language(), leading.tone(finding.severity)
        painter.drawPixmap(QPoint(rect.left() + 16, rect.top() + 12), icons.pixmap(leading.icon(finding.kind), tone))
        left = rect.left() + 44
        width = _width(finding, rect.width())
        lines = _lines(finding, rect.width())
        texts = (
            (finding.title[tag], fonts.font(weight=QFont.Weight.DemiBold), "text", 1),
            (finding.message[tag], fonts.font(), "text2", lines),
            (finding.remedy[tag], fonts.font(px=12), "text3", 1),
        )
        top = rect.top() + 9
        for words, font, ink, high in texts:
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            box = QRect(left, top, width, LINE * high)
            if high == 1:
                shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
                painter.drawText(box, _VCENTER, shown)
            else:
                painter.drawText(box, _VCENTER | int(Qt.TextFlag.TextWordWrap), words)
            top += LINE * high
        if finding.minutes is not None:
            self._figure(painter, rect, finding.minutes, tone)

    @staticmethod
    def _figure(painter: QPainter, rect: QRect, minutes: int, tone: str) -> None:
        box = QRect(rect.right() - FIGURE + 8, rect.top() + 16, FIGURE - 16, 22)
        painter.setFont(fonts.font(px=15, weight=QFont.Weight.DemiBold))
        painter.setPen(theme.colour(tone))
        painter.drawText(box, _MIDDLE, texting.number(minutes))
        painter.setFont(fonts.font(px=11))
        painter.setPen(theme.colour("text3"))
        painter.drawText(box.translated(0, 19), _MIDDLE, _("min"))


def _width(finding: Finding, whole: int) -> int:
    """What the texts of a finding may take of a row's width."""
    return whole - 44 - (FIGURE if finding.minutes is not None else 16)


def _lines(finding: Finding, whole: int) -> int:
    """How many lines the sentence needs: one or two."""
    need = QFontMetrics(fonts.font()).horizontalAdvance(finding.message[interface_language()])
    return 2 if need > _width(finding, whole) else 1


def _row(index: Index) -> FindingRow:
    return cast("FindingModel", index.model()).row(index.row())
