"""Terms of office: whether one runs on a day, and where two overlap in an office that one alone can hold."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from forumplanner.domain.guest_kinds import AllianceOffice


class TermState(StrEnum):
    """A term, seen from one day."""

    TO_COME = "to_come"
    HELD = "held"
    ENDED = "ended"


SINGLE: Final = frozenset(
    {
        AllianceOffice.CHAIR_INSTITUTION,
        AllianceOffice.SECRETARY_GENERAL_INSTITUTION,
        AllianceOffice.CHAIRMAN,
        AllianceOffice.SECRETARY_GENERAL,
    }
)
"""Offices that one alone holds; vice-chairmen, council members and honorary titles are several at a time."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from `since` until `until`, both days included; None is open."""

    id: str
    office: AllianceOffice
    since: dt.date | None = None
    until: dt.date | None = None

    def state(self, day: dt.date) -> TermState:
        """How the term stands on `day`."""
        if self.since and day < self.since:
            return TermState.TO_COME
        return TermState.ENDED if self.until and self.until < day else TermState.HELD


def overlaps(terms: Iterable[Term]) -> dict[str, tuple[str, ...]]:
    """Terms of an office for one that share a day with another term of it, each with the ids of the others."""
    found: dict[str, tuple[str, ...]] = {}
    by_office: dict[AllianceOffice, list[Term]] = {}
    for term in terms:
        if term.office in SINGLE:
            by_office.setdefault(term.office, []).append(term)
    for rivals in by_office.values():
        for term in rivals:
            if others := _sharing(term, rivals):
                found[term.id] = others
    return found


def _sharing(term: Term, rivals: Sequence[Term]) -> tuple[str, ...]:
    return tuple(other.id for other in rivals if other.id != term.id and _meet(term, other))


def _meet(one: Term, other: Term) -> bool:
    first = max(one.since or dt.date.min, other.since or dt.date.min)
    last = min(one.until or dt.date.max, other.until or dt.date.max)
    return first <= last
