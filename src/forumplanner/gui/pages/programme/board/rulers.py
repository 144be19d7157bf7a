"""The frozen edges of the board: rooms above, hours at the left; they scroll with the blocks, never away."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forumplanner.gui import fonts, reading, texting, theme
from forumplanner.gui.pages.programme.board.plan import Plan
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.programme import Programme, RoomLine

AXIS, HEAD = 52, 46
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class RoomRuler(QWidget):
    """The rooms: name over seats, building and floor; with several days the day before the name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("boardRooms")
        self._plan, self._programme, self._shift = Plan(), Programme("", (), "UTC"), 0

    def show_plan(self, plan: Plan, programme: Programme) -> None:
        """Name other columns."""
        self._plan, self._programme = plan, programme
        self.update()

    def scroll_to(self, x: int) -> None:
        """Begin at that pixel of the board."""
        self._shift = x
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Draw the names of the columns in sight."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
        rooms = {room.id: room for room in self._programme.rooms}
        several = len({column.day for column in self._plan.columns}) > 1
        painter.setClipRect(AXIS, 0, self.width() - AXIS, self.height())
        for column in self._plan.columns:
            left = AXIS + column.x - self._shift
            if left + column.width < AXIS or left > self.width():
                continue
            painter.fillRect(QRectF(left, 0, 1, self.height()), theme.colour("line"))
            room = rooms.get(column.room_id)
            name = reading.words(room.name, self._programme.languages) if room else _("No room yet")
            below = _facts(room, self._programme) if room else ""
            if several:
                below = " · ".join(filter(None, [texting.short_day(column.day), below]))
            _write(painter, QRectF(left + 8, 5, column.width - 12, 18), name, "text", strong=True)
            _write(painter, QRectF(left + 8, 23, column.width - 12, 17), below, "text2", strong=False)


class HourRuler(QWidget):
    """The hours."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("boardHours")
        self._plan, self._shift = Plan(), 0

    def show_plan(self, plan: Plan) -> None:
        """Count other hours."""
        self._plan = plan
        self.update()

    def scroll_to(self, y: int) -> None:
        """Begin at that pixel of the board."""
        self._shift = y
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Draw the hours in sight."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setFont(fonts.font(px=11))
        painter.setPen(theme.colour("text3"))
        for minute in range(self._plan.first + -self._plan.first % 60, self._plan.last + 1, 60):
            y = self._plan.y(minute) - self._shift
            if -20 < y < self.height() + 20:
                words = f"{minute // 60 % 24:02d}:00" + ("⁺¹" if minute >= 1440 else "")
                painter.drawText(QRectF(0, y - 8, AXIS - 8, 16), _RIGHT, words)


def _write(painter: QPainter, box: QRectF, words: str, ink: str, *, strong: bool) -> None:
    font = fonts.font(px=13 if strong else 12, weight=QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(box, _LEFT, QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, round(box.width())))


def _facts(room: RoomLine, programme: Programme) -> str:
    """How many it seats, building and floor."""
    where = " ".join(filter(None, [reading.words(room.building, programme.languages), room.floor]))
    seats = ngettext("{n} seat", "{n} seats", room.capacity) if room.capacity else ""
    return " · ".join(filter(None, [seats, where]))
