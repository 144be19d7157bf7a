"""The ledger of an alliance's members: who belongs to it on a day, by standing, and whether the entries can be true.

An entry known only by its year counts from the first day of that year, one known by neither from the beginning.
Observers take part without being members, so they are counted apart.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import Final

from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import Standing

STANDINGS: Final = (
    Standing.CHAIR,
    Standing.SECRETARY_GENERAL,
    Standing.FOUNDING_MEMBER,
    Standing.MEMBER,
    Standing.OBSERVER,
)
"""Standings as a list of members ranks them."""
_LEADING: Final = frozenset({Standing.CHAIR, Standing.SECRETARY_GENERAL})


class Fault(StrEnum):
    """Why an entry can't be true beside the others."""

    ADMITTED_TWICE = "admitted_twice"
    NOT_A_MEMBER = "not_a_member"
    TOO_FEW_UNNAMED = "too_few_unnamed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger. `institution`: a key, "" for `unnamed` institutions that are only counted."""

    id: str
    change: AllianceChange
    institution: str = ""
    unnamed: int = 0
    standing: Standing | None = None
    day: dt.date | None = None
    year: int | None = None
    position: int = 0

    @property
    def number(self) -> int:
        """How many institutions the entry is about."""
        return 1 if self.institution else max(self.unnamed, 0)

    @property
    def in_year(self) -> int | None:
        """The year in which it happened, None where nobody knows."""
        return self.day.year if self.day else self.year

    @property
    def since(self) -> dt.date:
        """The first day on which the entry counts."""
        if self.day:
            return self.day
        return dt.date(self.year, 1, 1) if self.year else dt.date.min

    @property
    def order(self) -> tuple[dt.date, int, str]:
        """Where the entry stands in the ledger: by time, then as written."""
        return self.since, self.position, self.id


@dataclass(frozen=True, slots=True)
class Roll:
    """Who belongs to the alliance on a day.

    `standings`: by institution. `unnamed`: how many more have a standing. `founding`: members, named or not, that have
    belonged to it from its founding. `since`: the entry by which each institution was admitted.
    """

    standings: Mapping[str, Standing] = field(default_factory=dict)
    unnamed: Mapping[Standing, int] = field(default_factory=dict)
    founding: int = 0
    since: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def members(self) -> int:
        """How many members there are, named and unnamed, without observers."""
        return sum(self.number(standing) for standing in STANDINGS if standing is not Standing.OBSERVER)

    @property
    def later(self) -> int:
        """How many members were admitted since the founding."""
        return self.members - self.founding

    @property
    def observers(self) -> int:
        """How many observers there are."""
        return self.number(Standing.OBSERVER)

    def number(self, standing: Standing) -> int:
        """How many have that standing, named and unnamed."""
        return sum(one is standing for one in self.standings.values()) + self.unnamed.get(standing, 0)


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year of the ledger: members admitted and gone in it, members at its end. `year` is None for "not known"."""

    year: int | None
    admitted: int
    left: int
    members: int


@dataclass(frozen=True, slots=True)
class Joined:
    """An entry that made so many members, `founding` ones or later; an observer joins on becoming a member."""

    entry: Entry
    number: int
    founding: bool


def roll(entries: Iterable[Entry], day: dt.date | None = None) -> Roll:
    """Who belongs to the alliance on `day`; None is after the last entry. Entries that can't be true change nothing."""
    return _replayed(sorted(entries, key=lambda entry: entry.order), day).roll()


def faults(entries: Iterable[Entry]) -> dict[str, Fault]:
    """The entries, by key, that can't be true beside those before them."""
    return _replayed(sorted(entries, key=lambda entry: entry.order), None).faults


def joined(entries: Iterable[Entry]) -> tuple[Joined, ...]:
    """Every entry that made members, in order, reckoned as by `roll`; who left again has joined all the same."""
    book, found = _Book(), []
    ordered = sorted(entries, key=lambda entry: entry.order)
    first = _founding_day(ordered)
    for entry in ordered:
        before = book.of_members(entry)
        book.enter(entry)
        if (more := book.of_members(entry) - before) > 0:
            leads = entry.standing in _LEADING and first is not None and entry.since <= first
            admitted = entry.change is AllianceChange.ADMITTED
            founding = admitted and (entry.standing is Standing.FOUNDING_MEMBER or leads)
            found.append(Joined(entry, more, founding))
    return tuple(found)


def _founding_day(entries: Iterable[Entry]) -> dt.date | None:
    """The last day on which a named founder was admitted; those that lead the alliance are founders until then."""
    days = (
        entry.since
        for entry in entries
        if entry.institution and entry.change is AllianceChange.ADMITTED and entry.standing is Standing.FOUNDING_MEMBER
    )
    return max(days, default=None)


def years(entries: Sequence[Entry]) -> tuple[YearLine, ...]:
    """The ledger year by year, from the first; what has no year stands first."""
    book, lines = _Book(), []
    for year, inside in groupby(sorted(entries, key=lambda entry: entry.order), key=lambda entry: entry.in_year):
        here = list(inside)
        for entry in here:
            book.enter(entry)
        admitted = sum(_of_members(entry) for entry in here if entry.change is AllianceChange.ADMITTED)
        left = sum(_of_members(entry) for entry in here if entry.change is AllianceChange.LEFT)
        lines.append(YearLine(year, admitted, left, book.roll().members))
    return tuple(lines)


def _of_members(entry: Entry) -> int:
    return 0 if entry.standing is Standing.OBSERVER else entry.number


@dataclass(slots=True)
class _Book:
    """The ledger while it is read from the first entry to the last."""

    standings: dict[str, Standing] = field(default_factory=dict)
    unnamed: Counter[Standing] = field(default_factory=Counter)
    since: dict[str, Entry] = field(default_factory=dict)
    unnamed_founders: int = 0
    faults: dict[str, Fault] = field(default_factory=dict)

    def enter(self, entry: Entry) -> None:
        """Do what an entry says, or note why it can't be."""
        fault = self._named(entry) if entry.institution else self._counted(entry)
        if fault is not None:
            self.faults[entry.id] = fault

    def of_members(self, entry: Entry) -> int:
        """How many members there are now among those whom an entry is about."""
        if entry.institution:
            return int(self.standings.get(entry.institution, Standing.OBSERVER) is not Standing.OBSERVER)
        standing = entry.standing or Standing.MEMBER
        return 0 if standing is Standing.OBSERVER else self.unnamed[standing]

    def _named(self, entry: Entry) -> Fault | None:
        key, inside = entry.institution, entry.institution in self.standings
        if entry.change is AllianceChange.ADMITTED:
            if inside:
                return Fault.ADMITTED_TWICE
            self.standings[key], self.since[key] = entry.standing or Standing.MEMBER, entry
            return None
        if not inside:
            return Fault.NOT_A_MEMBER
        if entry.change is AllianceChange.LEFT:
            del self.standings[key], self.since[key]
        elif entry.standing:
            self.standings[key] = entry.standing
        return None

    def _counted(self, entry: Entry) -> Fault | None:
        standing = entry.standing or Standing.MEMBER
        if entry.change is AllianceChange.ADMITTED:
            self.unnamed[standing] += entry.number
            self.unnamed_founders += entry.number if standing is Standing.FOUNDING_MEMBER else 0
        elif entry.change is AllianceChange.LEFT:
            if self.unnamed[standing] < entry.number:
                return Fault.TOO_FEW_UNNAMED
            self.unnamed[standing] -= entry.number
            self.unnamed_founders -= entry.number if standing is Standing.FOUNDING_MEMBER else 0
        return None

    def roll(self) -> Roll:
        """What stands at the end."""
        unnamed = {standing: number for standing, number in self.unnamed.items() if number}
        return Roll(dict(self.standings), unnamed, self._founders() + self.unnamed_founders, dict(self.since))

    def _founders(self) -> int:
        """Institutions admitted as founders; those that lead the alliance count where they came no later."""
        members = [entry for key, entry in self.since.items() if self.standings[key] is not Standing.OBSERVER]
        founders = [entry for entry in members if entry.standing is Standing.FOUNDING_MEMBER]
        first = max((entry.since for entry in founders), default=None)
        leading = [entry for entry in members if entry.standing in _LEADING]
        return len(founders) + sum(first is not None and entry.since <= first for entry in leading)


def _replayed(ordered: Iterable[Entry], day: dt.date | None) -> _Book:
    book = _Book()
    for entry in ordered:
        if day is None or entry.since <= day:
            book.enter(entry)
    return book
