"""Numbers that somebody reported, beside those that were counted: read where they can be, compared, never mixed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from forumplanner.domain.counting import count
from forumplanner.domain.statistics import Basis, Counts, Facts, Measure

_NUMBER: Final = re.compile(r"\d+(?:[,，]\d{3})*")
_MORE: Final = re.compile(r"\+|余|多|over|more than|以上|at least|>", re.IGNORECASE)
_OTHER_NAMES: Final = {
    "attendees": Measure.PEOPLE,
    "participants": Measure.PEOPLE,
    "delegates": Measure.PEOPLE,
    "foreigners": Measure.FOREIGN_PEOPLE,
    "parallel": Measure.PARALLEL_FORUMS,
    "members": Measure.ADMISSIONS,
    "new_members": Measure.ADMISSIONS,
    "mous": Measure.AGREEMENTS,
    "papers": Measure.REPORTS,
}


@dataclass(frozen=True, slots=True)
class Reported:
    """One reported number. `number` None: its text holds none. `at_least`: "1000+". `host`: None where it says nothing.

    `measure` None: nobody knows what it counts; it is shown as it stands.
    """

    code: str
    text: str
    measure: Measure | None = None
    number: int | None = None
    at_least: bool = False
    host: bool | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A reported number beside the one counted on the same basis; `difference`: counted less reported."""

    reported: Reported
    counted: int | None
    difference: int | None

    @property
    def agrees(self) -> bool:
        """Whether what was counted bears the report out."""
        if self.difference is None:
            return False
        return self.difference >= 0 if self.reported.at_least else self.difference == 0


def read(entries: Iterable[tuple[str, str]]) -> tuple[Reported, ...]:
    """Reported numbers by their codes: "countries_incl_host: 12", "attendees: 1000+"."""
    return tuple(_read(code, text) for code, text in entries)


def _read(code: str, text: str) -> Reported:
    found = _NUMBER.search(text)
    number = int(re.sub(r"\D", "", found.group())) if found else None
    measure, host = _meant(code)
    return Reported(code, text, measure, number, bool(found and _MORE.search(text)), host)


def _meant(code: str) -> tuple[Measure | None, bool | None]:
    """What a code counts; countries also say whether the host is one of them."""
    plain = code.casefold()
    if "countries" in plain:
        host = True if "incl" in plain else False if re.search("foreign|excl|other_than_host", plain) else None
        return Measure.COUNTRIES, host
    if plain in _OTHER_NAMES:
        return _OTHER_NAMES[plain], None
    return (Measure(plain), None) if plain in set(Measure) else (None, None)


def compare(facts: Facts, basis: Basis) -> tuple[Comparison, ...]:
    """Each reported number beside the counted one; countries with or without the host as the report has it."""
    by_host: dict[bool, Counts] = {}
    made = []
    for one in read(facts.reported):
        counted = None
        if one.measure is not None:
            host = basis.host if one.host is None else one.host
            if host not in by_host:
                by_host[host] = count(facts, replace(basis, host=host))
            counted = by_host[host].number(one.measure)
        known = counted is not None and one.number is not None
        made.append(Comparison(one, counted, counted - one.number if known else None))  # type: ignore[operator]  # known
    return tuple(made)


def one_list(entries: Iterable[Reported]) -> tuple[Reported, Reported] | None:
    """Two reports of one list: so many countries with the host country, one fewer without; None where there are none.

    >>> one_list(read((("countries_incl_host", "12"), ("countries_foreign", "11")))) is not None
    True
    """
    countries = [one for one in entries if one.measure is Measure.COUNTRIES and one.number is not None]
    for first in countries:
        for second in countries:
            if first.host is True and second.host is False and first.number == (second.number or 0) + 1:
                return first, second
    return None
