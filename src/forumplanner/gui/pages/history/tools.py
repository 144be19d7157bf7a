"""The row of tools above the steps: search, chips by kind, who did it, on which day."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal

from forumplanner.gui import texting
from forumplanner.gui.authors import author
from forumplanner.gui.pages.history.looks import Group
from forumplanner.gui.pages.history.rows import HistoryFilter, day_of
from forumplanner.gui.widgets.attentive import Text
from forumplanner.gui.widgets.buttons import Chip
from forumplanner.gui.widgets.fields import Combo, SearchField
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.history import History


class HistoryTools(Toolbar):
    """`wanted(HistoryFilter)`: the user asked for other steps."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(name="historyTools")
        self._filter = HistoryFilter()
        self._removed = 0
        self.search = SearchField(
            name="historySearch", label=lambda: _("Search the history"), hint=lambda: _("Person, session, file")
        )
        self.add(self.search)
        words: dict[Group, Text] = {
            Group.PROGRAMME: lambda: _("Programme"),
            Group.PEOPLE: lambda: _("People"),
            Group.IMPORTS: lambda: _("Imports"),
            Group.REMOVED: self._removed_words,
        }
        self.chips = {group: Chip(text, name=f"historyChip_{group}") for group, text in words.items()}
        for group, chip in self.chips.items():
            chip.clicked.connect(lambda checked, group=group: self._pick(group if checked else None))
            self.add(chip)
        self.stretch()
        self.who = Combo(name="historyWho", label=lambda: _("Who did it"), small=True, letters=10)
        self.day = Combo(name="historyDay", label=lambda: _("Day"), small=True, letters=10)
        self.who.picked.connect(lambda key: self._ask(replace(self._filter, actor=key)))
        self.day.picked.connect(
            lambda key: self._ask(replace(self._filter, day=dt.date.fromisoformat(key) if key else None))
        )
        self.search.query.connect(lambda query: self._ask(replace(self._filter, query=query)))
        self.add(self.who, self.day)

    def show_history(self, history: History) -> None:
        """Offer the people and days that there are."""
        self._removed = len(history.removed)
        self.chips[Group.REMOVED].set_text(self._removed_words)
        actors = sorted({step.actor for step in history.steps})
        self.who.set_choices([("", lambda: _("Everybody")), *((actor, author(actor)) for actor in actors)])
        days = dict.fromkeys(day_of(step) for step in history.steps)
        self.day.set_choices([("", lambda: _("All days")), *map(_day_choice, days)])

    def show_filter(self, wanted: HistoryFilter) -> None:
        """Show what is asked for, without a signal."""
        self._filter = wanted
        for group, chip in self.chips.items():
            chip.setChecked(group is wanted.group)
        self.who.choose(wanted.actor)
        self.day.choose(wanted.day.isoformat() if wanted.day else "")
        if self.search.text() != wanted.query:
            self.search.blockSignals(True)
            self.search.setText(wanted.query)
            self.search.blockSignals(False)

    def _removed_words(self) -> str:
        return _("Removed {n}", n=self._removed) if self._removed else _("Removed")

    def _pick(self, group: Group | None) -> None:
        self._ask(replace(self._filter, group=group))

    def _ask(self, wanted: HistoryFilter) -> None:
        self.wanted.emit(wanted)


def _day_choice(day: dt.date) -> tuple[str, Text]:
    return day.isoformat(), lambda: texting.day_of_year(day)
