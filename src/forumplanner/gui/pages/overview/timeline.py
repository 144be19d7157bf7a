"""The line of dates at the top of the Overview: only days that something recorded happens on, drawn to order."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumplanner.gui import fonts, reading, texting, theme
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.overview import Milestone, MilestoneKind

_MOST = 8
_STRONG = frozenset({MilestoneKind.TODAY, MilestoneKind.START, MilestoneKind.SESSION})


class Timeline(Attentive, QWidget):
    """Dots on a line with a word and a date below each; those without room are left out, the nearest days stay."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("overviewTimeline")
        self._milestones: tuple[Milestone, ...] = ()
        self._languages: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_milestones(self, milestones: Sequence[Milestone], languages: tuple[str, ...]) -> None:
        """Show these, in their order."""
        self._milestones, self._languages = tuple(milestones), languages
        said = (f"{self._words(one)} {texting.short_day(one.day)}" for one in self._milestones)
        self.setAccessibleName(_("Dates: {dates}", dates="; ".join(said)))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a dot and two lines."""
        return QSize(400, 56)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Draw the line, the dots and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._fitting()
        if not shown:
            return
        step = self.width() / len(shown)
        xs = [step * (place + 0.5) for place in range(len(shown))]
        painter.setPen(QPen(theme.colour("line_strong"), 2))
        for left, right in pairwise(xs):
            painter.drawLine(QPointF(left + 10, 10), QPointF(right - 10, 10))
        for place, (x, milestone) in enumerate(zip(xs, shown, strict=True)):
            self._draw(painter, x, step, milestone)
            year = place > 0 and milestone.day.year != shown[place - 1].day.year
            day = texting.day_of_year(milestone.day) if year else texting.short_day(milestone.day)
            self._line(painter, x, 37, step, day, fonts.font(px=11), "text3")

    def _fitting(self) -> tuple[Milestone, ...]:
        """The first stays (today or the last release), then as many as have room."""
        room = max(2, min(_MOST, self.width() // 124))
        if len(self._milestones) <= room:
            return self._milestones
        places = [n for n, one in enumerate(self._milestones) if one.kind is MilestoneKind.TODAY]
        start = max(0, min(places[0] - 1 if places else 0, len(self._milestones) - room))
        return self._milestones[start : start + room]

    def _draw(self, painter: QPainter, x: float, step: float, milestone: Milestone) -> None:
        strong = milestone.kind in _STRONG
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if strong else "scroll"))
        radius = 5.5 if strong else 4
        painter.drawEllipse(QPointF(x, 10), radius, radius)
        weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
        self._line(painter, x, 20, step, self._words(milestone), fonts.font(px=12, weight=weight), "text")

    @staticmethod
    def _line(painter: QPainter, x: float, top: float, step: float, words: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(theme.colour(token))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, round(step - 8))
        painter.drawText(QRectF(x - step / 2, top, step, 18), int(Qt.AlignmentFlag.AlignCenter), shown)

    def _words(self, milestone: Milestone) -> str:
        match milestone.kind:
            case MilestoneKind.TODAY:
                words = _("Today")
            case MilestoneKind.RELEASE:
                words = _("Programme {name}", name=milestone.name)
            case MilestoneKind.ARRIVALS:
                words = ngettext("{n} arrival", "{n} arrivals", milestone.count)
            case MilestoneKind.DEPARTURES:
                words = ngettext("{n} departure", "{n} departures", milestone.count)
            case MilestoneKind.START:
                words = _("First day")
            case MilestoneKind.END:
                words = _("Last day")
            case MilestoneKind.SESSION:
                words = reading.words(milestone.title, self._languages)
        return words
