"""The row of tools above the tree: search, chips that narrow it, the order of the delegations, folding."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from forumplanner.domain.protocol import DelegationOrder, HostPlace
from forumplanner.gui import reading, texting
from forumplanner.gui.pages.delegations.cells import country_name
from forumplanner.gui.pages.delegations.rows import View, arrival_days
from forumplanner.gui.widgets.buttons import Button, Chip
from forumplanner.gui.widgets.fields import SearchField
from forumplanner.gui.widgets.head import Toolbar
from forumplanner.gui.widgets.menus import FilterChip, MenuButton
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.delegations import Delegations

ORDERED = frozenset({DelegationOrder.COUNTRY, DelegationOrder.PINYIN})
"""Orders in which the host country has a place of its own."""


def order_words(order: DelegationOrder) -> str:
    """What an order is called on its button."""
    return {
        DelegationOrder.COUNTRY: _("Countries A–Z"),
        DelegationOrder.PINYIN: _("Countries by pinyin"),
        DelegationOrder.PROTOCOL: _("Rank of heads"),
        DelegationOrder.CONFIRMED: _("Day of confirmation"),
        DelegationOrder.STROKES: _("Strokes of the head’s family name"),
        DelegationOrder.HAND: _("By hand"),
    }[order]


class DelegationsTools(Toolbar):
    """`asked(View)` when other conditions were chosen; `sorted_by(key)`: an order, or "host:" and its place."""

    asked = Signal(object)
    sorted_by = Signal(str)

    def __init__(self) -> None:
        super().__init__(name="delegationsTools")
        self._view = View()
        self._delegations = Delegations("", (), "UTC")
        self.search = SearchField(
            name="delegationsSearch",
            label=lambda: _("Search delegations"),
            hint=lambda: _("Country, institution"),
            width=190,
        )
        self.incomplete = Chip(self._incomplete_words, name="delegationsIncomplete")
        self.no_liaison = Chip(self._liaison_words, name="delegationsNoLiaison")
        self.day = FilterChip(lambda: _("Arrival"), self._days, name="delegationsDay")
        self.country = FilterChip(lambda: _("Country"), self._countries, name="delegationsCountry")
        self.order = MenuButton(self._order_words, self._orders, name="delegationsOrder", icon="arrow-up-down")
        self.order.set_tip(lambda: _("Order of the delegations, here and on papers"))
        self.fold = Button(
            "", name="delegationsFold", kind="icon", icon="list-tree", tip=lambda: _("Fold or unfold all countries")
        )
        self.details = Button(
            "", name="delegationsDetails", kind="icon", icon="panel-right", tip=lambda: _("Details"), key="F4"
        )
        self.add(self.search, self.incomplete, self.no_liaison, self.day, self.country)
        self.stretch()
        self.add(self.order, self.fold, self.details)
        self._connect()

    def view(self) -> View:
        """What is asked for."""
        return self._view

    def show_view(self, view: View) -> None:
        """Show which conditions hold."""
        self._view = view
        if self.search.text() != view.words:
            self.search.setText(view.words)
        for chip, on in ((self.incomplete, view.incomplete), (self.no_liaison, view.no_liaison)):
            chip.setChecked(on)
            chip.recolour()
        day = _("Arrive {day}", day=texting.short_day(view.day)) if view.day else ""
        self.day.show_on(frozenset({view.day.isoformat()} if view.day else ()), day)
        words = country_name(view.country) if view.country is not None else ""
        self.country.show_on(frozenset() if view.country is None else frozenset({view.country}), words)

    def show_delegations(self, delegations: Delegations) -> None:
        """Learn the numbers on the chips, and the order."""
        self._delegations = delegations
        self.incomplete.set_text(self._incomplete_words)
        self.no_liaison.set_text(self._liaison_words)
        self.order.set_text(self._order_words)
        self.show_view(self._view)

    def _connect(self) -> None:
        self.search.query.connect(lambda words: self._ask(replace(self._view, words=words)))
        self.incomplete.clicked.connect(lambda on: self._ask(replace(self._view, incomplete=on)))
        self.no_liaison.clicked.connect(lambda on: self._ask(replace(self._view, no_liaison=on)))
        self.day.flipped.connect(
            lambda key, on: self._ask(replace(self._view, day=dt.date.fromisoformat(key) if on else None))
        )
        self.day.cleared.connect(lambda: self._ask(replace(self._view, day=None)))
        self.country.flipped.connect(lambda key, on: self._ask(replace(self._view, country=key if on else None)))
        self.country.cleared.connect(lambda: self._ask(replace(self._view, country=None)))
        self.order.picked.connect(self.sorted_by)

    def _ask(self, view: View) -> None:
        if view != self._view:
            self.show_view(view)
            self.asked.emit(view)

    def _incomplete_words(self) -> str:
        number = sum(bool(line.needs) for line in self._delegations.lines)
        return _("Incomplete {n}", n=number) if number else _("Incomplete")

    def _liaison_words(self) -> str:
        number = sum(line.liaison is None for line in self._delegations.lines)
        return _("No liaison {n}", n=number) if number else _("No liaison")

    def _order_words(self) -> str:
        return _("Order: {order}", order=order_words(self._delegations.order))

    def _days(self) -> Sequence[tuple[str, str]]:
        return [
            (day.isoformat(), f"{texting.short_day(day)}  {number}") for day, number in arrival_days(self._delegations)
        ]

    def _countries(self) -> Sequence[tuple[str, str]]:
        codes = {line.country for line in self._delegations.lines}
        return sorted(((code, country_name(code)) for code in codes), key=lambda entry: (not entry[0], entry[1]))

    def _orders(self) -> Sequence[tuple[str, str]]:
        """Every order, the one that holds marked; and where the host stands, where that is asked."""
        chosen = self._delegations
        entries = [(str(order), _marked(order_words(order), on=order is chosen.order)) for order in DelegationOrder]
        if chosen.order in ORDERED:
            host = reading.country(chosen.host)
            words = {
                HostPlace.LAST: _("{country} last", country=host),
                HostPlace.FIRST: _("{country} first", country=host),
                HostPlace.ALPHABET: _("{country} in its place", country=host),
            }
            entries += [(f"host:{one}", _marked(said, on=one is chosen.host_place)) for one, said in words.items()]
        return entries


def _marked(words: str, *, on: bool) -> str:
    return f"✓ {words}" if on else f"    {words}"
