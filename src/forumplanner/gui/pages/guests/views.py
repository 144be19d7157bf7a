"""The three views of the page under one row of tools: both lists, the phone list, the chase matrix."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forumplanner.gui.pages.guests import calls, words
from forumplanner.gui.pages.guests.bands import ConsularBand, HonourBand, Legend
from forumplanner.gui.pages.guests.chase import ChaseModel, ChaseTable
from forumplanner.gui.pages.guests.empty import empty_page
from forumplanner.gui.pages.guests.list import GuestList
from forumplanner.gui.pages.guests.rows import GuestRows
from forumplanner.gui.pages.guests.tools import APPROVE, CALLS, DUE, LISTS, MISSING, QUIET, GuestTools
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.cards import EmptyState
from forumplanner.gui.widgets.columns import Column
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.contacts import CallLine, Calls
from forumplanner.snapshots.guests import GuestLine, Guests


class GuestViews(QWidget):
    """`asked_new(honour)` and `asked_import()` from the empty page."""

    asked_new = Signal(bool)
    asked_import = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guestBody")
        self._languages: tuple[str, ...] = ()
        self._today, self._year = dt.date.min, 0
        self.tools = GuestTools()
        self.rows = GuestRows()
        self.consular_band, self.honour_band = ConsularBand(), HonourBand()
        self.list = GuestList(self.rows, (self.consular_band, self.honour_band))
        self.phone: FastTableModel[CallLine] = FastTableModel(
            self.call_columns(), identity=calls.key_of, search=calls.search(lambda: self._languages), parent=self
        )
        self.calls = FastTable(self.phone, name="callTable", label=lambda: _("Who is to be called"))
        self.matrix = ChaseModel()
        self.chase = ChaseTable(self.matrix)
        self.legend = Legend()
        self.none = _no_hits(self.tools.clear)
        self.quiet = EmptyState(
            lambda: _("Nobody is to be called"),
            lambda: _("Write the next call when you log a contact: Ctrl+L."),
            name="callsEmpty",
            icon="phone",
        )
        self.done = EmptyState(
            lambda: _("Nobody owes anything"),
            lambda: _("Guests, consular guests and speakers stand here until everything has come."),
            name="chaseEmpty",
            icon="circle-check",
        )
        self.empty = empty_page(
            lambda: self.asked_new.emit(False), lambda: self.asked_new.emit(True), self.asked_import.emit
        )
        self._lay_out()

    def view(self) -> str:
        """The view that is shown."""
        return self.tools.view()

    def focus_widget(self) -> QWidget | None:
        """What takes the keys of the view that is shown."""
        shown = self.content.currentWidget()
        return shown if shown in {self.list, self.calls, self.chase} else self.tools.views.button(self.view())

    def call_columns(self) -> tuple[Column[CallLine], ...]:
        """The columns of the phone list now."""
        return calls.columns(lambda: self._languages, lambda: self._today, lambda: self._year)

    def narrow(self, guests: Guests, known: Calls, today: dt.date) -> None:
        """Show what chips and search ask for, of these."""
        self._languages, self._today, self._year = guests.languages, today, guests.year
        query = self.tools.search.text()
        if self.view() == LISTS:
            self._narrow_lists(guests, fold(query).split(), today)
        elif self.view() == CALLS:
            self.phone.set_rows(calls.kept(known, quiet=self.tools.is_on(QUIET)))
            self.phone.set_filter(query)
            self._show(self.calls, self.quiet, some=self.phone.rowCount() > 0)
            self._preselect()
        else:
            self.matrix.set_filter(query, missing=self.tools.is_on(MISSING))
            self._show(self.chase, self.done, some=self.matrix.rowCount() > 0)

    def _preselect(self) -> None:
        """The first call is current where none of those shown is."""
        shown = [calls.key_of(line) for line in self.phone.shown()]
        if shown and self.calls.current_id() not in shown:
            self.calls.set_current(self.phone.id_at(0))

    def _narrow_lists(self, guests: Guests, wanted: list[str], today: dt.date) -> None:
        everybody = (*guests.consular, *guests.honour)
        kept = [line for line in everybody if self._keeps(line, today) and all(word in line.keys for word in wanted)]
        self.rows.show_guests(guests, kept)
        self.consular_band.show_lines(guests.consular)
        self.content.setCurrentWidget(self.list if kept else self.none if everybody else self.empty)
        self.legend.setVisible(bool(everybody))

    def _keeps(self, line: GuestLine, today: dt.date) -> bool:
        tests = {APPROVE: words.to_approve(line), DUE: words.is_due(line, today), QUIET: words.is_quiet(line)}
        asked = [held for chip, held in tests.items() if self.tools.is_on(chip)]
        return not asked or any(asked)

    def _show(self, full: QWidget, empty: QWidget, *, some: bool) -> None:
        self.content.setCurrentWidget(full if some else self.none if self.tools.filters() > 1 else empty)
        self.legend.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools.bar)
        self.content = QStackedWidget()
        self.content.setObjectName("guestContent")
        for widget in (self.list, self.calls, self.chase, self.none, self.quiet, self.done, self.empty):
            self.content.addWidget(widget)
        column.addWidget(self.content, 1)
        column.addWidget(self.legend)


class _NoHits(EmptyState):
    """Nobody matches: offers to take the conditions back."""

    def __init__(self, clear: Button) -> None:
        super().__init__(
            lambda: _("No guest matches"),
            lambda: _("Try initials, a post, or fewer conditions."),
            name="guestNoHits",
            icon="search-x",
            choices=(clear,),
        )


def _no_hits(clear: Callable[[], object]) -> _NoHits:
    button = Button(lambda: _("Clear all filters"), name="guestNoHitsClear")
    button.clicked.connect(lambda _checked: clear())
    return _NoHits(button)
