"""How a finding is drawn: icon, title, what is wrong, its ways out as buttons, and its minutes at the right."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumplanner.gui import fonts, icons, leading, texting, theme
from forumplanner.gui.pages.findings.rows import FindingModel, FindingRow
from forumplanner.gui.widgets.table_delegate import draw_pill
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.findings import Finding, WayOut

HEAD = 32
ROW = 74
ACCEPTED = 50
LINE = 19
BUTTON = 26
FIGURE = 84
LEFT = 44
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)

Index = QModelIndex | QPersistentModelIndex
WaysOf = Callable[[Finding], Sequence[WayOut]]


class FindingDelegate(QStyledItemDelegate):
    """Draws from the row itself; `hovered` is the row under the pointer. `ways`: what has buttons of its own."""

    hovered = -1

    def __init__(self, view: QListView, ways: WaysOf) -> None:
        super().__init__(view)
        self._view = view
        self._ways = ways

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        """Headings are low, findings have three lines, or four where the sentence needs two, and their buttons."""
        row = _row(index)
        if row.finding is None:
            return QSize(200, HEAD)
        if row.severity is None:
            return QSize(200, ACCEPTED)
        width = self._view.viewport().width()
        buttons = BUTTON - LINE + 8 if self._ways(row.finding) else 0
        return QSize(200, ROW + LINE * (_lines(row.finding, width) - 1) + buttons)

    def button_at(self, index: Index, at: QPoint) -> int:
        """Which way out is drawn under a point of the view, from 0; -1 for none."""
        finding = _row(index).finding
        if finding is None or _row(index).severity is None:
            return -1
        rects = self._rects(self._view.visualRect(cast("QModelIndex", index)), finding)
        return next((number for number, rect in enumerate(rects) if rect.contains(at)), -1)

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
            (self._finding if row.severity else self._accepted)(painter, rect, row.finding)
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, row: FindingRow) -> None:
        painter.fillRect(rect, theme.colour("sunken"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        painter.setFont(fonts.font(weight=QFont.Weight.DemiBold))
        painter.setPen(theme.colour("text"))
        painter.drawText(rect.adjusted(16, 0, 0, 0), _VCENTER, row.title)
        left = rect.left() + 16 + painter.fontMetrics().horizontalAdvance(row.title) + 10
        font = fonts.font(px=11, weight=QFont.Weight.Medium)
        painter.setFont(font)
        tone = leading.tone(row.severity) if row.severity else "ok"
        draw_pill(painter, left, rect, texting.number(row.number), tone, font, painter.fontMetrics())
        if row.severity is None:
            painter.setFont(fonts.font(px=12))
            painter.setPen(theme.colour("text3"))
            right = int(Qt.AlignmentFlag.AlignRight) | _VCENTER
            painter.drawText(rect.adjusted(0, 0, -16, 0), right, _("Returns when its facts change"))

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
        width = _width(finding, rect.width())
        lines = _lines(finding, rect.width())
        ways = self._ways(finding)
        texts = [
            (finding.title[tag], fonts.font(weight=QFont.Weight.DemiBold), "text", 1),
            (finding.message[tag], fonts.font(), "text2", lines),
        ]
        if not ways:
            texts.append((finding.remedy[tag], fonts.font(px=12), "text3", 1))
        top = rect.top() + 9
        for words, font, ink, high in texts:
            painter.setFont(font)
            painter.setPen(theme.colour(ink))
            box = QRect(rect.left() + LEFT, top, width, LINE * high)
            if high == 1:
                shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
                painter.drawText(box, _VCENTER, shown)
            else:
                painter.drawText(box, _VCENTER | int(Qt.TextFlag.TextWordWrap), words)
            top += LINE * high
        for number, (way, box) in enumerate(zip(ways, self._rects(rect, finding), strict=False)):
            _button(painter, box, way.words[tag], framed=number == 0)
        if finding.minutes is not None:
            self._figure(painter, rect, finding.minutes, tone)

    def _rects(self, rect: QRect, finding: Finding) -> list[QRect]:
        """Where the buttons stand; those that have no room are left to the column at the right."""
        top = rect.top() + 9 + LINE * (1 + _lines(finding, rect.width())) + 5
        room, left = rect.left() + LEFT + _width(finding, rect.width()), rect.left() + LEFT
        metrics = QFontMetrics(fonts.font(px=12, weight=QFont.Weight.Medium))
        found: list[QRect] = []
        for way in self._ways(finding):
            width = metrics.horizontalAdvance(way.words[interface_language()]) + 22
            if left + width > room and found:
                break
            found.append(QRect(left, top, min(width, room - left), BUTTON))
            left += width + 8
        return found

    @staticmethod
    def _accepted(painter: QPainter, rect: QRect, finding: Finding) -> None:
        tag, given = interface_language(), finding.acknowledged
        painter.drawPixmap(QPoint(rect.left() + 16, rect.top() + 17), icons.pixmap("circle-check", "ok"))
        width = rect.width() - LEFT - 16
        if given is None:
            return
        day = texting.short_day(given.at.astimezone()) if given.at else ""
        by = " · ".join(filter(None, (given.by, day)))
        painter.setFont(fonts.font(px=12))
        painter.setPen(theme.colour("text3"))
        right = painter.fontMetrics().horizontalAdvance(by) + 12
        line = QRect(rect.left() + LEFT, rect.top() + 6, width, LINE)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight) | _VCENTER, by)
        why = painter.fontMetrics().elidedText(reason(finding), Qt.TextElideMode.ElideRight, width)
        painter.drawText(line.translated(0, LINE), _VCENTER, why)
        painter.setFont(fonts.font())
        painter.setPen(theme.colour("text"))
        title = painter.fontMetrics().elidedText(finding.title[tag], Qt.TextElideMode.ElideRight, width - right)
        painter.drawText(line, _VCENTER, title)

    @staticmethod
    def _figure(painter: QPainter, rect: QRect, minutes: int, tone: str) -> None:
        box = QRect(rect.right() - FIGURE + 8, rect.top() + 16, FIGURE - 16, 22)
        painter.setFont(fonts.font(px=15, weight=QFont.Weight.DemiBold))
        painter.setPen(theme.colour(tone))
        painter.drawText(box, _MIDDLE, texting.number(minutes))
        painter.setFont(fonts.font(px=11))
        painter.setPen(theme.colour("text3"))
        painter.drawText(box.translated(0, 19), _MIDDLE, _("min"))


def reason(finding: Finding) -> str:
    """Why somebody accepted it, in the writer's words; another reader is told in which language they are."""
    given = finding.acknowledged
    if given is None:
        return ""
    told = _("Reason: “{reason}”", reason=given.reason)
    if given.until:
        told = _("{reason}, until {day}", reason=told, day=texting.short_day(given.until))
    if not given.language or given.language == interface_language():
        return told
    note = _("(note in Chinese)") if given.language.startswith("zh") else _("(note in English)")
    return f"{told} {note}"


def _button(painter: QPainter, rect: QRect, words: str, *, framed: bool) -> None:
    painter.setFont(fonts.font(px=12, weight=QFont.Weight.Medium))
    if framed:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line_strong")))
        painter.drawRoundedRect(rect.adjusted(0, 0, -1, -1), 6, 6)
    painter.setPen(theme.colour("text" if framed else "accent_text"))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - 14)
    painter.drawText(rect, _MIDDLE, shown)


def _width(finding: Finding, whole: int) -> int:
    """What the texts of a finding may take of a row's width."""
    return whole - LEFT - (FIGURE if finding.minutes is not None else 16)


def _lines(finding: Finding, whole: int) -> int:
    """How many lines the sentence needs: one to three."""
    words, metrics = finding.message[interface_language()], QFontMetrics(fonts.font())
    width = _width(finding, whole)
    if metrics.horizontalAdvance(words) <= width:
        return 1
    wrapped = metrics.boundingRect(QRect(0, 0, width, 1000), int(Qt.TextFlag.TextWordWrap), words)
    return min(3, -(-wrapped.height() // metrics.lineSpacing()))


def _row(index: Index) -> FindingRow:
    return cast("FindingModel", index.model()).row(index.row())
