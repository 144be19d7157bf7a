"""The chips above the list of people: each opens its choices, says what is on, and takes it off with its cross."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.gui import reading
from forumplanner.gui.pages.people.filters import NOBODY_ASKED, WAITING, PeopleFilter
from forumplanner.gui.widgets.buttons import Chip
from forumplanner.gui.widgets.menus import FilterChip
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.people import PersonLine


class ChipRow(QObject):
    """`changed(PeopleFilter)` when a chip was used."""

    changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = PeopleFilter()
        self._incomplete = 0
        self._countries: tuple[str, ...] = ()
        self.category = FilterChip(lambda: _("Category"), lambda: _members(Category), name="chipCategory")
        self.reply = FilterChip(lambda: _("Reply"), _replies, name="chipReply")
        self.mode = FilterChip(lambda: _("Attendance"), lambda: _members(Mode), name="chipMode")
        self.country = FilterChip(lambda: _("Country"), self._country_choices, name="chipCountry")
        self.incomplete = Chip(self._incomplete_words, name="chipIncomplete")
        self.category.flipped.connect(lambda key, on: self._tell(self._filter.with_category(Category(key), on=on)))
        self.reply.flipped.connect(self._flip_reply)
        self.mode.flipped.connect(lambda key, on: self._tell(self._filter.with_mode(Mode(key), on=on)))
        self.country.flipped.connect(lambda key, on: self._tell(replace(self._filter, country=key if on else None)))
        self.incomplete.clicked.connect(lambda on: self._tell(replace(self._filter, incomplete=on)))
        self.category.cleared.connect(lambda: self._tell(replace(self._filter, categories=frozenset())))
        self.reply.cleared.connect(lambda: self._tell(replace(self._filter, replies=frozenset())))
        self.mode.cleared.connect(lambda: self._tell(replace(self._filter, modes=frozenset())))
        self.country.cleared.connect(lambda: self._tell(replace(self._filter, country=None)))

    def chips(self) -> tuple[Chip, ...]:
        """The chips in the order of Tab."""
        return (self.category, self.reply, self.mode, self.country, self.incomplete)

    def count(self, lines: Iterable[PersonLine]) -> None:
        """Learn which countries there are and how many people lack something."""
        rows = tuple(lines)
        self._incomplete = sum(bool(row.gaps) for row in rows)
        self._countries = tuple({row.country for row in rows if row.country})
        self.incomplete.set_text(self._incomplete_words)
        self.incomplete.recolour()

    def show_filter(self, shown: PeopleFilter) -> None:
        """Show what is on."""
        self._filter = shown
        categories = [member for member in Category if member in shown.categories]
        self.category.show_on(frozenset(map(str, shown.categories)), _said(categories, lambda: _("categories")))
        modes = [member for member in Mode if member in shown.modes]
        self.mode.show_on(frozenset(map(str, shown.modes)), _said(modes, lambda: _("ways")))
        keys = frozenset(NOBODY_ASKED if reply is None else str(reply) for reply in shown.replies)
        self.reply.show_on(keys, _said_replies(shown))
        country = shown.country
        words = "" if country is None else (reading.country(country) or _("No country"))
        self.country.show_on(frozenset() if country is None else frozenset({country}), words)
        self.incomplete.setChecked(shown.incomplete)
        self.incomplete.recolour()

    def _tell(self, wanted: PeopleFilter) -> None:
        self.changed.emit(wanted)

    def _flip_reply(self, key: str, on: bool) -> None:
        reply = None if key == NOBODY_ASKED else InvitationStatus(key)
        self._tell(self._filter.with_reply(reply, on=on))

    def _incomplete_words(self) -> str:
        return _("Incomplete {n}", n=self._incomplete) if self._incomplete else _("Incomplete")

    def _country_choices(self) -> list[tuple[str, str]]:
        return sorted(((code, reading.country(code)) for code in self._countries), key=lambda entry: entry[1])


def _members(kind: type[StrEnum]) -> list[tuple[str, str]]:
    return [(str(member), reading.word(member)) for member in kind]


def _replies() -> list[tuple[str, str]]:
    return [*_members(InvitationStatus), (NOBODY_ASKED, _("Nothing recorded"))]


def _said(members: Sequence[StrEnum], many: Callable[[], str]) -> str:
    """One word for one, a number for several."""
    if len(members) < 2:
        return reading.word(members[0]) if members else ""
    return f"{len(members)} {many()}"


def _said_replies(shown: PeopleFilter) -> str:
    if shown.replies == WAITING:
        return _("No answer yet")
    if shown.replies == {None}:
        return _("Nothing recorded")
    known = [member for member in InvitationStatus if member in shown.replies]
    return _said(known, lambda: _("replies"))
