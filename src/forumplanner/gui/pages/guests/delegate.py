"""How a guest's row is drawn: number, name over post, class, basis with its mark, six steps and their word."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumplanner import i18n
from forumplanner.gui import fonts, icons, theme
from forumplanner.gui.pages.guests import words
from forumplanner.gui.pages.guests.rows import GuestRows, ListRow, RowKind
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.guests import GuestLine
from forumplanner.snapshots.wordings import NO_NAME

BAND = 40
TITLES = 30
ROW = 46
NONE = 40
NUMBER = 44
SEGMENTS = 6
SEGMENT = (11, 4, 14)
"""Width, height and pitch of one segment of the bar, in pixels."""

_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)
_HEIGHTS = {RowKind.BAND: BAND, RowKind.TITLES: TITLES, RowKind.GUEST: ROW, RowKind.NONE: NONE}

Index = QModelIndex | QPersistentModelIndex


def edges(width: int) -> tuple[int, int, int, int]:
    """Where name, class, basis and status begin; narrow lists give the class less room."""
    zh = i18n.interface_language() == "zh-Hans"
    status = 176 if zh else 208
    basis = 178 if width >= 760 else 150
    rank = (88 if zh else 128) if width >= 680 else 76
    left = width - status
    return 52, left - basis - rank, left - basis, left


class GuestDelegate(QStyledItemDelegate):
    """Draws from the row itself; `hovered` is the row under the pointer."""

    hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        """Each kind of row has its height."""
        return QSize(200, _HEIGHTS[_row(index).kind])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = _row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if row.kind is RowKind.TITLES:
            _titles(painter, rect)
        elif row.kind is RowKind.NONE:
            _nobody(painter, rect, row)
        elif row.line is not None:
            selected = bool(state & QStyle.StateFlag.State_Selected)
            _ground(painter, rect, selected=selected, hovered=index.row() == self.hovered)
            _guest(painter, rect, row.line, cast("GuestRows", index.model()).languages)
        painter.restore()


def _row(index: Index) -> ListRow:
    return cast("GuestRows", index.model()).row(index.row())


def _titles(painter: QPainter, rect: QRect) -> None:
    painter.fillRect(rect, theme.colour("sunken"))
    painter.fillRect(rect.left(), rect.top(), rect.width(), 1, theme.colour("line"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
    painter.setFont(fonts.font(px=12, weight=QFont.Weight.Medium))
    painter.setPen(theme.colour("text2"))
    name, rank, basis, status = edges(rect.width())
    titles = (_("No."), _("Name and post"), _("Class"), _("Basis"), _("Status"))
    for left, title in zip((8, name, rank, basis, status), titles, strict=True):
        painter.drawText(rect.adjusted(left, 0, 0, 0), _VCENTER, title)


def _nobody(painter: QPainter, rect: QRect, row: ListRow) -> None:
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
    painter.setFont(fonts.font(px=12))
    painter.setPen(theme.colour("text3"))
    words_ = _("No consular guest here yet.") if row.consular else _("No guest of honour here yet.")
    painter.drawText(rect.adjusted(52, 0, 0, 0), _VCENTER, words_)


def _ground(painter: QPainter, rect: QRect, *, selected: bool, hovered: bool) -> None:
    if selected:
        painter.fillRect(rect, theme.colour("sel"))
        painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
    elif hovered:
        painter.fillRect(rect, theme.colour("hover"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))


def _guest(painter: QPainter, rect: QRect, line: GuestLine, languages: tuple[str, ...]) -> None:
    name, rank, basis, status = edges(rect.width())
    here = bool(line.place)
    number = QRect(rect.left(), rect.top(), NUMBER - 8, rect.height())
    painter.setFont(fonts.font())
    painter.setPen(theme.colour("text2"))
    painter.drawText(number.adjusted(8, 0, 0, 0), int(Qt.AlignmentFlag.AlignCenter), str(line.place or "—"))
    upper = QRect(rect.left() + name, rect.top() + 5, rank - name - 12, 19)
    unnamed = line.name == NO_NAME
    font = fonts.font(weight=QFont.Weight.Normal if unnamed or not here else QFont.Weight.Medium)
    _text(painter, upper, words.title(line), font, "text2" if unnamed or not here else "text")
    _text(painter, upper.translated(0, 17), words.under(line, languages), fonts.font(px=12), "text3")
    box = QRect(rect.left() + rank, rect.top(), basis - rank - 8, rect.height() - 1)
    _text(painter, box, words.class_words(line), fonts.font(), "text" if here else "text3")
    _basis(painter, QRect(rect.left() + basis, rect.top(), status - basis - 10, rect.height() - 1), line)
    _status(painter, QRect(rect.left() + status, rect.top(), rect.width() - status - 8, rect.height() - 1), line)


def _basis(painter: QPainter, box: QRect, line: GuestLine) -> None:
    if line.ranked is None:
        return
    icon, tone = words.PROOFS[line.ranked.proof]
    painter.drawPixmap(QPointF(box.left(), box.top() + (box.height() - 15) / 2), icons.pixmap(icon, tone, size=15))
    _text(painter, box.adjusted(21, 0, 0, 0), words.basis(line), fonts.font(px=12), "text2")


def _status(painter: QPainter, box: QRect, line: GuestLine) -> None:
    done, tone = words.bar(line)
    width, height, pitch = SEGMENT
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    top = box.top() + (box.height() - height) / 2
    for number in range(SEGMENTS):
        painter.setBrush(theme.colour(tone if number < done else "line_strong"))
        painter.drawRoundedRect(QRectF(box.left() + number * pitch, top, width, height), 2, 2)
    words_ = box.adjusted(SEGMENTS * pitch + 6, 0, 0, 0)
    _text(painter, words_, words.status_words(line), fonts.font(px=12), words.status_tone(line))


def _text(painter: QPainter, box: QRect, text: str, font: QFont, token: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(box.width(), 0))
    painter.drawText(box, _VCENTER, shown)
