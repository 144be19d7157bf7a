"""From delegations to the rows of the tree: country, delegation, member; folded, searched, filtered."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Self

from forumplanner.domain.sorting import initials
from forumplanner.gui import reading
from forumplanner.gui.widgets.search_keys import fold, haystack
from forumplanner.snapshots.delegations import DelegationLine, Delegations, MemberLine, Trip

Keys = Callable[[str, tuple[str, ...]], str]


class RowKind(IntEnum):
    """What a row is about."""

    COUNTRY = 0
    DELEGATION = 1
    MEMBER = 2
    UNNAMED = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` outlives refresh ("country:LA", "delegation:…", "member:…"); `open`: None where nothing is inside.

    `group`: the delegations of a country's row.
    """

    kind: RowKind
    key: str
    level: int = 0
    open: bool | None = None
    country: str = ""
    group: tuple[DelegationLine, ...] = ()
    line: DelegationLine | None = None
    member: MemberLine | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What the user asked to see: `folded` countries, `unfolded` delegations, words, and what must hold of them."""

    folded: frozenset[str] = frozenset()
    unfolded: frozenset[str] = frozenset()
    words: str = ""
    incomplete: bool = False
    no_liaison: bool = False
    day: dt.date | None = None
    country: str | None = None

    def flipped(self, key: str) -> Self:
        """With one row folded or unfolded."""
        if key.startswith("country:"):
            return replace(self, folded=self.folded ^ {key})
        return replace(self, unfolded=self.unfolded ^ {key})

    def number(self) -> int:
        """How many conditions it makes."""
        asked = (self.words.strip(), self.incomplete, self.no_liaison, self.day, self.country is not None)
        return sum(map(bool, asked))

    def everything(self) -> Self:
        """The same folds without any condition."""
        return replace(self, words="", incomplete=False, no_liaison=False, day=None, country=None)


class Finder:
    """Which delegations and members hold the typed words; what they are found by is made at the first key press."""

    def __init__(self, delegations: Delegations) -> None:
        self._delegations = delegations
        self._lines: dict[str, str] = {}
        self._members: dict[str, str] = {}

    def line(self, line: DelegationLine, words: Sequence[str]) -> bool:
        """Whether a delegation itself, not one of its members, holds all words."""
        if line.id not in self._lines:
            liaison = line.liaison.name if line.liaison else None
            texts = (*line.title(), *line.institution, reading.country(line.country), line.country, line.contact)
            escort = (liaison.zh, liaison.latin) if liaison else ()
            self._lines[line.id] = haystack(*texts, *escort, rare=False)
        return all(word in self._lines[line.id] for word in words)

    def member(self, member: MemberLine, words: Sequence[str]) -> bool:
        """Whether a member's names hold all words."""
        if member.participant_id not in self._members:
            self._members[member.participant_id] = _keys(member)
        return all(word in self._members[member.participant_id] for word in words)


def _keys(member: MemberLine) -> str:
    pinyin, latin = member.sort_pinyin, member.sort_latin
    native = fold(member.name.native) if member.name.native else ""
    names = (member.name.zh, pinyin.replace(" ", ""), initials(pinyin), latin, initials(latin), native)
    return "\n".join(filter(None, names))


def build(delegations: Delegations, view: View, finder: Finder) -> tuple[Row, ...]:
    """The rows, in the forum's order; a search opens what holds its hits."""
    words = tuple(fold(view.words).split())
    shown: list[tuple[DelegationLine, frozenset[str] | None]] = []
    for line in delegations.lines:
        if not passes(line, view):
            continue
        hits = _hits(line, words, finder)
        if hits is None or hits:
            shown.append((line, hits))
    rows: list[Row] = []
    if not delegations.by_country:
        for line, hits in shown:
            rows += _rows_of(line, hits, view, 0)
        return tuple(rows)
    for country, group in _groups(shown):
        key = f"country:{country}"
        is_open = bool(words) or key not in view.folded
        lines = tuple(line for line, _hits in group)
        rows.append(Row(RowKind.COUNTRY, key, 0, is_open, country, lines))
        if is_open:
            for line, hits in group:
                rows += _rows_of(line, hits, view, 1)
    return tuple(rows)


def _groups(
    shown: Sequence[tuple[DelegationLine, frozenset[str] | None]],
) -> list[tuple[str, list[tuple[DelegationLine, frozenset[str] | None]]]]:
    """Delegations by country, each country where its first one stands."""
    groups: dict[str, list[tuple[DelegationLine, frozenset[str] | None]]] = {}
    for line, hits in shown:
        groups.setdefault(line.country, []).append((line, hits))
    return list(groups.items())


def _hits(line: DelegationLine, words: Sequence[str], finder: Finder) -> frozenset[str] | None:
    """The members found; None where the whole delegation is shown; nothing where it holds no hit."""
    if not words or finder.line(line, words):
        return None
    return frozenset(member.participant_id for member in line.members if finder.member(member, words))


def _rows_of(line: DelegationLine, hits: frozenset[str] | None, view: View, level: int) -> Iterator[Row]:
    key = f"delegation:{line.id}"
    has_inside = bool(line.members or line.unnamed)
    is_open = bool(hits) or key in view.unfolded
    yield Row(RowKind.DELEGATION, key, level, is_open if has_inside else None, line.country, line=line)
    if not (has_inside and is_open):
        return
    for member in line.members:
        if hits is None or member.participant_id in hits:
            key = f"member:{member.participant_id}"
            yield Row(RowKind.MEMBER, key, level + 1, None, line.country, line=line, member=member)
    if line.unnamed and hits is None:
        yield Row(RowKind.UNNAMED, f"unnamed:{line.id}", level + 1, None, line.country, line=line)


def passes(line: DelegationLine, view: View) -> bool:
    """Whether a delegation meets the conditions other than the typed words."""
    if view.incomplete and not line.needs:
        return False
    if view.no_liaison and line.liaison is not None:
        return False
    if view.country is not None and line.country != view.country:
        return False
    return view.day is None or any(trip.day == view.day for trip in trips(line))


def trips(line: DelegationLine) -> Iterator[Trip]:
    """The arrivals of all who come in person, as far as they are known."""
    for member in line.members:
        if member.travels and member.arrival is not None:
            yield member.arrival


def main_trip(line: DelegationLine) -> tuple[Trip | None, int]:
    """The arrival that most members share, the earliest of several; and how many don't come with it."""
    known = Counter(trip for trip in trips(line) if trip.known)
    if not known:
        return None, 0
    most = max(known.values())
    main = min((trip for trip, number in known.items() if number == most), key=_when)
    return main, sum(known.values()) - most


def _when(trip: Trip) -> tuple[dt.date, int, str]:
    return trip.day or dt.date.max, trip.start if trip.start is not None else 24 * 60, trip.carrier


def groups(line: DelegationLine) -> list[tuple[Trip, int]]:
    """Arrivals that are known, with how many come by each, the earliest first."""
    counted = Counter(trip for trip in trips(line) if trip.known)
    return sorted(counted.items(), key=lambda entry: _when(entry[0]))


def arrival_days(delegations: Delegations) -> list[tuple[dt.date, int]]:
    """How many members arrive on which day, of all delegations."""
    days = Counter(trip.day for line in delegations.lines for trip in trips(line) if trip.day)
    return sorted(days.items())
