"""How the list of steps is drawn: time, picture, who, what (names heavier), what came of it at the right."""

import datetime as dt
import re
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumplanner.gui import fonts, icons, texting, theme
from forumplanner.gui.authors import author
from forumplanner.gui.pages.history import looks
from forumplanner.gui.pages.history.rows import HistoryModel, HistoryRow
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.history import Standing, StepLine

HEAD, ROW = 30, 34
TIME, PICTURE, WHO, WHAT = 20, 66, 92, 186
"""Where the columns begin, in pixels."""
_NAMES = re.compile(r"(“[^”]*”)")
_VCENTER = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)

Index = QModelIndex | QPersistentModelIndex


class HistoryDelegate(QStyledItemDelegate):
    """Draws from the row itself; `hovered` is the row under the pointer, `opened` the number of the open step."""

    hovered = -1
    opened = 0

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name and signature
        """Heads are low; details are as high as their widget."""
        row = _row(index)
        if row.details:
            return QSize(200, cast("HistoryModel", index.model()).details_height)
        return QSize(200, HEAD if row.step is None else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = _row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if row.step is None:
            _head(painter, rect, row)
        else:
            open_ = row.step.id == self.opened
            self._ground(painter, rect, index, lit=open_ or bool(state & QStyle.StateFlag.State_Selected))
            if not row.details:
                removing = row.step.id in cast("HistoryModel", index.model()).removing
                _step(painter, rect, row.step, removing=removing)
                if not open_:
                    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, index: Index, *, lit: bool) -> None:
        if lit:
            painter.fillRect(rect, theme.colour("sel"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, theme.colour("hover"))


def day_words(day: dt.date, today: dt.date) -> str:
    """Such as "Today, Friday 9 October", "昨天 10月8日 星期四"; with the year where it isn't this one."""
    named = texting.day(day, year=day.year != today.year)
    words = f"{named} {texting.weekday(day)}" if interface_language() != "en" else f"{texting.weekday(day)} {named}"
    if day == today:
        return _("Today, {day}", day=words)
    return _("Yesterday, {day}", day=words) if day == today - dt.timedelta(days=1) else words


def _head(painter: QPainter, rect: QRect, row: HistoryRow) -> None:
    painter.fillRect(rect, theme.colour("sunken"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
    painter.setFont(fonts.font(weight=QFont.Weight.DemiBold))
    painter.setPen(theme.colour("text"))
    words = day_words(row.day, dt.datetime.now().astimezone().date())
    painter.drawText(rect.adjusted(TIME, 0, 0, 0), _VCENTER, words)
    left = TIME + painter.fontMetrics().horizontalAdvance(words) + 10
    painter.setFont(fonts.font(px=12))
    painter.setPen(theme.colour("text3"))
    painter.drawText(rect.adjusted(left, 0, 0, 0), _VCENTER, ngettext("{n} step", "{n} steps", row.number))


def _step(painter: QPainter, rect: QRect, step: StepLine, *, removing: bool) -> None:
    grey = step.standing in {Standing.TAKEN_BACK, Standing.TURN}
    painter.setFont(fonts.font(px=12))
    painter.setPen(theme.colour("text3"))
    painter.drawText(rect.adjusted(TIME, 0, 0, 0), _VCENTER, f"{step.at.astimezone():%H:%M}")
    picture = "undo-2" if step.standing is Standing.TURN else looks.icon(step.kind)
    place = QPoint(rect.left() + PICTURE, rect.top() + (ROW - icons.SIZE) // 2)
    painter.drawPixmap(place, icons.pixmap(picture, "text3" if grey else "text2"))
    who = painter.fontMetrics().elidedText(author(step.actor), Qt.TextElideMode.ElideRight, WHAT - WHO - 10)
    painter.setPen(theme.colour("text3" if grey else "text2"))
    painter.drawText(rect.adjusted(WHO, 0, 0, 0), _VCENTER, who)
    outcome = _outcome(step, removing=removing)
    room = QFontMetrics(fonts.font(px=12)).horizontalAdvance(outcome) + 16 if outcome else 0
    painter.setPen(theme.colour("text3"))
    painter.drawText(rect.adjusted(0, 0, -16, 0), _RIGHT, outcome)
    _sentence(painter, rect.adjusted(WHAT, 0, -16 - room, 0), step.sentence[interface_language()], grey=grey)


def _sentence(painter: QPainter, box: QRect, words: str, *, grey: bool) -> None:
    """Names stand between quotation marks; they are drawn heavier, except in grey lines."""
    painter.setPen(theme.colour("text3" if grey else "text"))
    left = box.left()
    for place, part in enumerate(_NAMES.split(words)):
        heavy = place % 2 == 1 and not grey
        painter.setFont(fonts.font(weight=QFont.Weight.DemiBold) if heavy else fonts.font())
        room = box.right() - left
        shown = painter.fontMetrics().elidedText(part, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, box.top(), max(room, 0), box.height()), _VCENTER, shown)
        left += painter.fontMetrics().horizontalAdvance(part)
        if shown != part:
            return


def _outcome(step: StepLine, *, removing: bool) -> str:
    if step.standing is Standing.TAKEN_BACK:
        return _("taken back")
    if step.standing is Standing.BARRIER:
        return _("nothing goes back over this")
    if removing:
        return _("can be brought back")
    return ngettext("{n} entry", "{n} entries", step.entries) if step.entries > 1 else ""


def _row(index: Index) -> HistoryRow:
    return cast("HistoryModel", index.model()).row(index.row())
