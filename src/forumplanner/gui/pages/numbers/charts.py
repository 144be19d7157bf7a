"""Small charts of the numbers in the scheme's colours: countries, categories, ways, and columns year by year."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumplanner.domain.kinds import Category
from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.statistics import Counts, Facts, Measure, RowKind
from forumplanner.gui import fonts, reading, texting, theme
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.bars import BarLine, Portion, align_words
from forumplanner.gui.widgets.lines import LineCard
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.snapshots.statistics import YearCount

_MOST = 8
_WAYS = {
    Measure.ON_SITE: "accent",
    Measure.ONLINE: "info",
    Measure.VIDEO: "amber",
    Measure.WAY_UNKNOWN: "scroll",
}


def show_countries(card: LineCard, counts: Counts) -> None:
    """People by country, the largest first; a press opens the country's rows."""
    people = [(one.code, sum(row.kind is RowKind.PARTICIPANT for row in one.rows)) for one in counts.countries]
    people.sort(key=lambda one: -one[1])
    shown, rest = (people, []) if len(people) <= _MOST else (people[: _MOST - 1], people[_MOST - 1 :])
    most = max((number for _code, number in shown), default=1)
    lines = []
    for code, number in shown:
        line = BarLine(reading.country(code), (Portion(number, "accent"),), name=f"numbersCountry_{code}", most=most)
        card.lead(line, f"country:{code}")
        lines.append(line)
    if rest:
        words = ngettext("{n} more country", "{n} more countries", len(rest))
        number = sum(one[1] for one in rest)
        line = BarLine(words, (Portion(number, "scroll"),), name="numbersCountryRest", most=most, drawn=False)
        card.lead(line, str(Measure.COUNTRIES))
        lines.append(line)
    align_words(lines, most=120)
    card.fill(*lines)
    card.setVisible(bool(lines))


def show_categories(card: LineCard, counts: Counts, facts: Facts) -> None:
    """Those counted by category, in the categories' colours."""
    category = {attendee.id: attendee.category for attendee in facts.attendees}
    numbers: Counter[Category] = Counter(category[row.id] for row in counts.of(Measure.PEOPLE).rows)
    most = max(numbers.values(), default=1)
    lines = []
    for one, number in numbers.most_common():
        colour = theme.category_colour(one)
        name = f"numbersCategory_{one}"
        line = BarLine(reading.word(one), (Portion(number, colour),), name=name, most=most, square=colour)
        card.lead(line, f"category:{one}")
        lines.append(line)
    align_words(lines, most=120)
    card.fill(*lines)
    card.setVisible(bool(lines))


def show_ways(card: LineCard, counts: Counts) -> None:
    """On site, online, by video, not stated."""
    most = max((counts.number(measure) for measure in _WAYS), default=1)
    lines = []
    for measure, colour in _WAYS.items():
        if number := counts.number(measure):
            words = measure_name(measure, interface_language())
            line = BarLine(words, (Portion(number, colour),), name=f"numbersWay_{measure}", most=most, square=colour)
            card.lead(line, str(measure))
            lines.append(line)
    align_words(lines, most=120)
    card.fill(*lines)
    card.setVisible(bool(lines))


class YearChart(Attentive, QWidget):
    """Columns of events a year, those known by reports only in another colour, the year under each."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._years: tuple[YearCount, ...] = ()

    def show_years(self, years: Sequence[YearCount]) -> None:
        """Show these."""
        self._years = tuple(years)
        told = (f"{self._year(one)}: {texting.number(one.events)}" for one in years)
        self.setAccessibleName(f"{_('Events a year')}. {reading.listed(told)}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for columns, numbers and years."""
        return QSize(320, 150)

    @staticmethod
    def _year(one: YearCount) -> str:
        return str(one.year) if one.year is not None else _("No year")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Draw a column a year."""
        if not self._years:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(*(one.events for one in self._years), 1)
        step = self.width() / len(self._years)
        width = min(step * 0.6, 44.0)
        foot, top = self.height() - 22.0, 20.0
        painter.setPen(theme.colour("line_strong"))
        painter.drawLine(0, round(foot), self.width(), round(foot))
        for place, one in enumerate(self._years):
            middle = step * (place + 0.5)
            self._column(painter, QRectF(middle - width / 2, top, width, foot - top), one, most)
            painter.setFont(fonts.font(px=11))
            painter.setPen(theme.colour("text3"))
            if step >= 34 or place % 2 == 0:
                box = QRectF(middle - step, foot + 4, 2 * step, 16)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._year(one))

    @staticmethod
    def _column(painter: QPainter, box: QRectF, one: YearCount, most: int) -> None:
        bottom = box.bottom()
        painter.setPen(Qt.PenStyle.NoPen)
        for number, token in ((one.events - one.reported, "accent"), (one.reported, "scroll")):
            if number > 0:
                height = max(box.height() * number / most, 2.0)
                painter.setBrush(theme.colour(token))
                painter.drawRoundedRect(QRectF(box.left(), bottom - height, box.width(), height), 2, 2)
                bottom -= height
        if one.events:
            painter.setFont(fonts.font(px=12))
            painter.setPen(theme.colour("text"))
            above = QRectF(box.left() - 20, bottom - 18, box.width() + 40, 16)
            painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), texting.number(one.events))
