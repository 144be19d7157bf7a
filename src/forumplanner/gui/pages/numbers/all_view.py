"""All forums of the file over a period of years: what they came to, year by year, and each with its numbers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumplanner.domain import period_line
from forumplanner.domain.measure_words import measure_name
from forumplanner.domain.statistics import Basis, Counted, Counting, Measure
from forumplanner.domain.text import EN, ZH
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.numbers.charts import YearChart
from forumplanner.gui.pages.numbers.press_card import PressCard
from forumplanner.gui.pages.numbers.rows_panel import RowsPanel
from forumplanner.gui.pages.numbers.tiles import Tile, Tiles
from forumplanner.gui.widgets.attentive import Attentive
from forumplanner.gui.widgets.buttons import Button, Segmented
from forumplanner.gui.widgets.cards import Card
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.fields import Number
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.inspector import WithInspector
from forumplanner.gui.widgets.labels import Label
from forumplanner.gui.widgets.scroll import PageScroll
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext

if TYPE_CHECKING:  # loads the database's library, which the first paint does not wait for
    from forumplanner.snapshots.statistics import AllForums, ForumLine, ShownRow

_MEASURES = (
    Measure.EVENTS,
    Measure.AGREEMENTS,
    Measure.APPOINTMENTS,
    Measure.AWARDS,
    Measure.FOUNDING_MEMBERS,
    Measure.ADMISSIONS,
    Measure.PEOPLE,
    Measure.INSTITUTIONS,
    Measure.COUNTRIES,
)
_EARLIEST, _LATEST = 1949, 2199


class AllView(Attentive, QWidget):
    """`asked()` when another period or basis was chosen; `copied(text)`, `forum(id)`, `said(sentence)`."""

    asked = Signal()
    copied = Signal(str)
    forum = Signal(str)
    said = Signal(str)

    def __init__(self, read_rows: "Callable[[Counted], tuple[ShownRow, ...]]") -> None:
        super().__init__()
        self.setObjectName("numbersAll")
        self._read_rows = read_rows
        self._found: AllForums | None = None
        self._opened = ""
        self._whole = True
        self.since = Number(name="numbersSince", label=lambda: _("First year"), least=_EARLIEST, most=_LATEST)
        self.until = Number(name="numbersUntil", label=lambda: _("Last year"), least=_EARLIEST, most=_LATEST)
        self.every = Button(lambda: _("All years"), name="numbersEveryYear", kind="link")
        self.counting = Segmented(
            (
                (Counting.LISTED, lambda: _("On the list")),
                (Counting.CONFIRMED, lambda: _("Have confirmed")),
                (Counting.ATTENDED, lambda: _("Attended")),
            ),
            name="numbersAllCounting",
            label=lambda: _("Who is counted"),
        )
        self.press = PressCard(name="numbersAllPress")
        self.tiles = Tiles(name="numbersAllTiles")
        self.chart = YearChart(name="numbersYears")
        self.rows = RowsPanel(name="numbersAllRows")
        self.model: FastTableModel[ForumLine] = FastTableModel(
            self._columns(), identity=lambda line: line.forum_id, parent=self
        )
        self.table = FastTable(self.model, name="numbersForums", label=lambda: _("Forums of the period"))
        self.undated = Label("", role="note", name="numbersUndated", wrap=True)
        self.unentered = Label("", role="note", name="numbersUnentered", wrap=True)
        self.side = WithInspector(self._body(), self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self.side, 1)
        self._connect()

    def period(self) -> tuple[int | None, int | None]:
        """First and last year, whichever was typed first; None for all years."""
        if self._whole:
            return None, None
        first, last = sorted((self.since.value(), self.until.value()))
        return first, last

    def basis(self) -> Basis:
        """Who is counted; the host country is one of the countries."""
        return Basis(Counting(self.counting.choice()))

    def show_forums(self, found: "AllForums") -> None:
        """Show a period."""
        self._found = found
        if self._whole and found.first_year and found.last_year:
            self.since.set_value(found.first_year)
            self.until.set_value(found.last_year)
        self._show()

    def open_rows(self, code: str) -> None:
        """Show the rows of a measure."""
        self._opened = code
        self.side.set_open(open_=True)
        self._show_rows()

    def retranslate(self) -> None:
        """Sentences, figures and columns are made anew."""
        super().retranslate()
        self._show()

    def recolour(self) -> None:
        """Figures and columns take the scheme's colours."""
        super().recolour()
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        only = sum(line.reported for line in found.forums)
        sentences = {
            tag: period_line.sentence(found.number, tag, since=found.since, until=found.until, reported=only)
            for tag in (ZH, EN)
        }
        self.press.show_sentences(sentences, {}, ())
        self.tiles.show_tiles([Tile(measure, found.number(measure)) for measure in _MEASURES])
        self.chart.show_years(found.years)
        self.table.set_columns(self._columns())
        self.model.set_rows(found.forums)
        self.table.setFixedHeight(min(32 + 30 * max(len(found.forums), 1), 400))
        self.every.setVisible(not self._whole)
        words = ngettext(
            "{n} event or entry has no date and stands in no period.",
            "{n} events or entries have no date and stand in no period.",
            found.undated,
        )
        self.undated.setText(words)
        self.undated.setVisible(found.undated > 0 and not self._whole)
        self.unentered.setText(period_line.unentered(found.unentered, interface_language()))
        self.unentered.setVisible(bool(found.unentered))
        self._show_rows()

    def _show_rows(self) -> None:
        found = self._found
        if found is None or not self._opened:
            self.rows.show_rows("", 0, (), ())
            return
        measure = Measure(self._opened)
        counted = found.counted.get(measure, Counted(measure))
        self.tiles.mark(self._opened)
        title = lambda: measure_name(measure, interface_language())  # noqa: E731 - a word for a word
        self.rows.show_rows(title, counted.number, self._read_rows(counted), found.languages)

    def _columns(self) -> tuple[Column["ForumLine"], ...]:
        """What was reported only where something was."""
        counted: tuple[Column[ForumLine], ...] = (
            Column("title", lambda: _("Forum"), self._title, width=220, stretch=True, cell=Cell.STRONG),
            Column("start", lambda: _("First day"), _day, width=120, sort=lambda line: str(line.starts_on or "")),
            Column(
                "people", lambda: _("People"), _number("people"), width=90, right=True, sort=lambda line: line.people
            ),
            Column("countries", lambda: _("Countries"), _number("countries"), width=90, right=True),
            Column("institutions", lambda: _("Institutions"), _number("institutions"), width=100, right=True),
        )
        reported: Column[ForumLine] = Column(
            "reported", lambda: _("Reported"), _told, width=200, cell=Cell.MUTED, hide_below=760
        )
        told = self._found is None or any(line.told for line in self._found.forums)
        return (*counted, reported) if told else counted

    def _title(self, line: "ForumLine") -> str:
        return reading.words(line.title, self._found.languages if self._found else ()) or "–"

    def _bar(self) -> Toolbar:
        bar = Toolbar(name="numbersPeriod")
        bar.add(Label(lambda: _("From the year"), role="label", name="numbersFrom"), self.since)
        bar.add(Label(lambda: _("to the year"), role="label", name="numbersTo"), self.until, self.every)
        bar.rule()
        bar.add(self.counting)
        bar.stretch()
        return bar

    def _body(self) -> PageScroll:
        area = PageScroll(name="numbersAll")
        years = Card(name="numbersYearsCard", margin=12, gap=4)
        years.set_head(lambda: _("Events a year"))
        years.column.addWidget(self.chart)
        for widget in (self.press, self.tiles, self.unentered, self.undated, years, self.table):
            area.column.addWidget(widget)
        area.column.addStretch(1)
        return area

    def _connect(self) -> None:
        for field in (self.since, self.until):
            field.valueChanged.connect(lambda _value: self._choose(whole=False))
        self.every.clicked.connect(lambda: self._choose(whole=True))
        self.counting.picked.connect(lambda _key: self.asked.emit())
        self.tiles.opened.connect(self.open_rows)
        self.press.copied.connect(self.copied)
        self.rows.said.connect(self.said)
        self.table.opened.connect(lambda key: self.forum.emit(str(key)))

    def _choose(self, *, whole: bool) -> None:
        self._whole = whole
        self.asked.emit()


def _day(line: "ForumLine") -> str:
    return texting.day_of_year(line.starts_on) if line.starts_on else _("No date")


def _number(name: str) -> "Callable[[ForumLine], str]":
    """A number of a forum; of one known by reports only it is not counted."""
    return lambda line: "–" if line.reported else texting.number(getattr(line, name))


def _told(line: "ForumLine") -> str:
    told = [f"{measure_name(measure, interface_language())} {text}" for measure, text in line.told]
    return reading.listed(told)
