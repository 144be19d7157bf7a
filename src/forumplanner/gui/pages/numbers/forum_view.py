"""The numbers of one forum: sentences, figures, charts, and the rows of whichever was pressed."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumplanner.domain import press_line, stated_basis
from forumplanner.domain.counting import count
from forumplanner.domain.kinds import Category
from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.reported import Comparison, compare
from forumplanner.domain.statistics import NO_COUNTS, Counted, Counts, Measure, RowKind
from forumplanner.domain.text import EN, ZH
from forumplanner.gui import reading
from forumplanner.gui.pages.numbers import charts
from forumplanner.gui.pages.numbers.basis_bar import BasisBar
from forumplanner.gui.pages.numbers.press_card import PressCard
from forumplanner.gui.pages.numbers.reported_card import ReportedCard
from forumplanner.gui.pages.numbers.rows_panel import RowsPanel
from forumplanner.gui.pages.numbers.tiles import Tile, Tiles
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.gui.widgets.lines import LineCard
from forumplanner.gui.widgets.scroll import PageScroll
from forumplanner.i18n import count_in_language, in_language, interface_language
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.wordings import Pair

if TYPE_CHECKING:  # loads the database's library, which the first paint does not wait for
    from forumplanner.snapshots.statistics import ForumNumbers, ShownRow

Reading = Callable[[Counted], "tuple[ShownRow, ...]"]

ALWAYS = (
    Measure.PEOPLE,
    Measure.ON_SITE,
    Measure.ONLINE,
    Measure.FOREIGN_PEOPLE,
    Measure.COUNTRIES,
    Measure.INSTITUTIONS,
    Measure.FOREIGN_INSTITUTIONS,
    Measure.DOMESTIC_INSTITUTIONS,
    Measure.DELEGATIONS,
    Measure.SPEAKERS,
)
"""Numbers that stand there at 0 too."""
WHERE_KNOWN = (
    Measure.VIDEO,
    Measure.WAY_UNKNOWN,
    Measure.REGION_PEOPLE,
    Measure.REGION_INSTITUTIONS,
    Measure.CONSULAR_GUESTS,
    Measure.ACADEMICIANS,
    Measure.KEYNOTES,
    Measure.REPORTS,
    Measure.PARALLEL_FORUMS,
    Measure.FOUNDING_MEMBERS,
    Measure.ADMISSIONS,
    Measure.AGREEMENTS,
    Measure.APPOINTMENTS,
    Measure.AWARDS,
)


class ForumView(Attentive, QWidget):
    """`copied(text)`, `went(page, target)`, `said(sentence)`; counts again at each choice of the basis."""

    copied = Signal(str)
    went = Signal(str, str)
    said = Signal(str)

    def __init__(self, read_rows: Reading) -> None:
        super().__init__()
        self.setObjectName("numbersForum")
        self._read_rows = read_rows
        self._numbers: ForumNumbers | None = None
        self._counts: Counts = NO_COUNTS
        self._opened = ""
        self.bar = BasisBar()
        self.press = PressCard(name="numbersPress")
        self.tiles = Tiles(name="numbersTiles")
        self.reported = ReportedCard()
        self.countries = LineCard(name="numbersCountries")
        self.countries.set_head(lambda: _("By country"))
        self.categories = LineCard(name="numbersCategories")
        self.categories.set_head(lambda: _("By category"))
        self.ways = LineCard(name="numbersWays")
        self.ways.set_head(lambda: _("How they take part"))
        self.rows = RowsPanel(name="numbersRows")
        self.area = PageScroll(name="numbers")
        self._fill_area()
        self.side = WithInspector(self.area, self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.side, 1)
        self._connect()

    def show_numbers(self, numbers: "ForumNumbers") -> None:
        """Show a forum's numbers on the basis that is chosen."""
        self._numbers = numbers
        self._show()

    def open_rows(self, code: str) -> None:
        """Show the rows of a measure, "country:VN" or "category:speaker"."""
        self._opened = code
        self.side.set_open(open_=True)
        self._show_rows()

    def counts(self) -> Counts:
        """What is shown."""
        return self._counts

    def retranslate(self) -> None:
        """Sentences and figures are made anew."""
        super().retranslate()
        self._show()

    def recolour(self) -> None:
        """Bars take the scheme's colours."""
        super().recolour()
        self._show()

    def _show(self) -> None:
        if self._numbers is None:
            return
        facts, counts = self._numbers.facts, count(self._numbers.facts, self.bar.basis())
        self.bar.offer_rounding(counts.number(Measure.PEOPLE))
        if self.bar.basis() != counts.basis:
            counts = count(facts, self.bar.basis())
        self._counts = counts
        tags = (ZH, EN)
        today = dt.datetime.now().astimezone().date()
        planned = press_line.lies_ahead(self._numbers.starts_on, today)
        self.press.show_sentences(
            {tag: press_line.sentence(counts, tag, planned=planned) for tag in tags},
            {tag: stated_basis.basis(counts, tag) for tag in tags},
            stated_basis.notes(counts, interface_language()),
        )
        compared = compare(facts, counts.basis)
        self.reported.show_comparisons(compared)
        self.tiles.show_tiles([self._tile(measure, compared) for measure in self._measures()])
        charts.show_countries(self.countries, counts)
        charts.show_categories(self.categories, counts, facts)
        charts.show_ways(self.ways, counts)
        self._show_rows()

    def _measures(self) -> list[Measure]:
        return [*ALWAYS, *(measure for measure in WHERE_KNOWN if self._counts.number(measure))]

    def _tile(self, measure: Measure, compared: tuple[Comparison, ...]) -> Tile:
        """The figure of a number; a report on the same basis stands beside it."""
        host = self._counts.basis.host
        for one in compared:
            if one.reported.measure is measure and one.reported.host in {None, host}:
                remark = _("reported {text}", text=one.reported.text)
                tone = "ok" if one.agrees else "warn"
                return Tile(measure, self._counts.number(measure), remark, tone=tone)
        return Tile(measure, self._counts.number(measure))

    def _show_rows(self) -> None:
        numbers = self._numbers
        if numbers is None or not self._opened:
            self.rows.show_rows("", 0, (), ())
            self.tiles.mark("")
            return
        kind, _colon, value = self._opened.partition(":")
        counted, title = self._chosen(kind, value)
        self.tiles.mark(self._opened)
        rows = self._read_rows(counted)
        if counted.measure is Measure.COUNTRIES:
            rows = tuple(self._with_people(one, numbers.languages) for one in rows)
        self.rows.show_rows(title, counted.number, rows, numbers.languages)

    def _with_people(self, shown: "ShownRow", languages: tuple[str, ...]) -> "ShownRow":
        """A country with how many people it is counted for."""
        rows = next((one.rows for one in self._counts.countries if one.code == shown.row.id), ())
        number = sum(row.kind is RowKind.PARTICIPANT for row in rows)
        said = (
            count_in_language(tag, "{n} person", "{n} people", number)
            if number
            else in_language(tag, "delegation or post")
            for tag in languages
        )
        return replace(shown, beside=Pair(tuple(said)))

    def _chosen(self, kind: str, value: str) -> tuple[Counted, Callable[[], str]]:
        """The rows that are asked for, and what they are called."""
        if kind == "country":
            rows = next((one.rows for one in self._counts.countries if one.code == value), ())
            return Counted(Measure.PEOPLE, rows), lambda: reading.country(value)
        if kind == "category" and self._numbers is not None:
            of = {attendee.id: attendee.category for attendee in self._numbers.facts.attendees}
            rows = tuple(row for row in self._counts.of(Measure.PEOPLE).rows if of.get(row.id) == value)
            return Counted(Measure.PEOPLE, rows), lambda: reading.word(Category(value))
        measure = Measure(kind)
        return self._counts.of(measure), lambda: measure_name(measure, interface_language())

    def _fill_area(self) -> None:
        column = self.area.column
        column.addWidget(self.press)
        column.addWidget(self.tiles)
        column.addWidget(self.reported)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.countries, 1, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.categories)
        right.addWidget(self.ways)
        right.addStretch(1)
        row.addLayout(right, 1)
        column.addLayout(row)
        column.addStretch(1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._show)
        for source in (self.press, self.tiles, self.countries, self.categories, self.ways):
            source.opened.connect(self.open_rows)
        self.press.copied.connect(self.copied)
        self.rows.went.connect(self.went)
        self.rows.said.connect(self.said)
