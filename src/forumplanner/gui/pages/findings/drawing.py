"""What clashes, drawn to scale: a bar for each side, the hours below, the minutes they share in red."""

import datetime as dt

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from forumplanner.gui import fonts, theme
from forumplanner.i18n import interface_language
from forumplanner.snapshots.findings import Finding, Subject

BAR = 30
GAP = 6
AXIS = 20
MOST = 3
_STRETCHED = 2
"""So many stretches are needed for a drawing."""


class Stretches(QWidget):
    """Hidden where a finding isn't about two stretches of time."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findingStretches")
        self._bars: list[tuple[str, dt.datetime, dt.datetime]] = []
        self._shared: tuple[dt.datetime, dt.datetime] | None = None
        self._zone: dt.tzinfo = dt.UTC

    def show_finding(self, finding: Finding | None, zone: dt.tzinfo) -> None:
        """Draw the stretches of a finding's subjects on the clock of `zone`."""
        tag = interface_language()
        self._zone = zone
        timed = [s for s in (finding.subjects if finding else ()) if s.start and s.end and s.end > s.start]
        self._bars = [(s.label[tag], s.start, s.end) for s in _apart(timed)[:MOST] if s.start and s.end]
        self._shared = None
        if len(self._bars) >= _STRETCHED:
            start, end = max(bar[1] for bar in self._bars[:2]), min(bar[2] for bar in self._bars[:2])
            self._shared = (start, end) if start < end else None
        self.setVisible(len(self._bars) >= _STRETCHED)
        self.setFixedHeight(len(self._bars) * (BAR + GAP) + AXIS)
        self.setAccessibleName(" · ".join(f"{words} {self._span(first, last)}" for words, first, last in self._bars))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Grid, bars, shared minutes, hours."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = self._edges()
        hours = self._hours(first, last)
        bottom = self.height() - AXIS
        painter.setFont(fonts.font(px=11))
        for hour in hours:
            x = self._x(hour, first, last)
            painter.fillRect(QRectF(x, 0, 1, bottom), theme.colour("line"))
            painter.setPen(theme.colour("text3"))
            box = QRectF(min(max(x - 20, 0), self.width() - 40), bottom + 3, 40, AXIS - 3)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), f"{hour.astimezone(self._zone):%H:%M}")
        for place, (words, start, end) in enumerate(self._bars):
            left, right = self._x(start, first, last), self._x(end, first, last)
            self._bar(painter, QRectF(left, place * (BAR + GAP), max(6.0, right - left), BAR), words)
        if self._shared:
            start, end = self._shared
            self._veil(painter, self._x(start, first, last), self._x(end, first, last), bottom)

    @staticmethod
    def _bar(painter: QPainter, box: QRectF, words: str) -> None:
        painter.setPen(QPen(theme.colour("line_strong")))
        painter.setBrush(theme.colour("accent_tint"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.fillRect(QRectF(box.left(), box.top() + 2, 4, box.height() - 4), theme.colour("accent"))
        painter.setPen(theme.colour("text"))
        painter.setFont(fonts.font(px=12))
        room = box.adjusted(10, 0, -4, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _veil(self, painter: QPainter, left: float, right: float, bottom: float) -> None:
        veil = QColor(theme.colour("danger"))
        veil.setAlphaF(0.14)
        width = max(2.0, right - left)
        painter.fillRect(QRectF(left, 0, width, bottom), veil)
        for place in range(min(len(self._bars), _STRETCHED)):
            line = QRectF(left, place * (BAR + GAP) + BAR - 5, width, 5)
            painter.fillRect(line, theme.colour("danger"))

    def _edges(self) -> tuple[dt.datetime, dt.datetime]:
        """The full hour before the first bar and the one after the last."""
        first, last = min(bar[1] for bar in self._bars), max(bar[2] for bar in self._bars)
        begin = first.astimezone(self._zone).replace(minute=0, second=0, microsecond=0)
        hours = -(-(last - begin) // dt.timedelta(hours=1))
        return begin, begin + dt.timedelta(hours=hours)

    def _x(self, at: dt.datetime, first: dt.datetime, last: dt.datetime) -> float:
        return (at - first) / (last - first) * (self.width() - 2)

    def _hours(self, first: dt.datetime, last: dt.datetime) -> list[dt.datetime]:
        """Full hours; every second or third one where they would stand too close."""
        number = int((last - first) / dt.timedelta(hours=1))
        step = 1 + number * 44 // max(1, self.width())
        return [first + dt.timedelta(hours=n) for n in range(0, number + 1, step)]

    def _span(self, first: dt.datetime, last: dt.datetime) -> str:
        return f"{first.astimezone(self._zone):%H:%M}–{last.astimezone(self._zone):%H:%M}"


def _apart(subjects: list[Subject]) -> list[Subject]:
    """Each thing once, in the order of the finding."""
    return list({(subject.id, subject.start): subject for subject in subjects}.values())
