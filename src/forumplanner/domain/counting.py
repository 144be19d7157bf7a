"""Counts a forum's facts on a basis; nothing is guessed, and what can't be counted has a number of its own."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Final

from forumplanner.domain.countries import country_code, country_name
from forumplanner.domain.kinds import InvitationStatus, Mode
from forumplanner.domain.statistics import (
    REGIONS,
    WORKERS,
    Attendee,
    Basis,
    Counted,
    Counting,
    Country,
    Counts,
    Facts,
    Measure,
    Party,
    Presence,
    Row,
    RowKind,
)

_GONE: Final = frozenset({InvitationStatus.DECLINED, InvitationStatus.SUBSTITUTE_NAMED})
"""Who declined, and who is stood in for by somebody else on the list."""
_CONFIRMED: Final = frozenset({InvitationStatus.ACCEPTED, InvitationStatus.ATTENDED})
_INVITED: Final = _CONFIRMED | {InvitationStatus.SENT, InvitationStatus.RECEIVED}
_COUNTED: Final = {
    Counting.INVITED: _INVITED,
    Counting.CONFIRMED: _CONFIRMED,
    Counting.ATTENDED: frozenset({InvitationStatus.ATTENDED}),
}
_ACADEMICIAN: Final = re.compile(
    r"院士(?!专家|工作站|团队|办|联络|科研)|\bacademician\b(?! (?:expert|work))", re.IGNORECASE
)


def is_counted(status: InvitationStatus | None, counting: Counting) -> bool:
    """Whether somebody whose invitation has come this far is counted; an unknown state counts on the list only."""
    return status not in _GONE if counting is Counting.LISTED else status in _COUNTED[counting]


def is_academician(*titles: str) -> bool:
    """Whether a title names a member of an academy (院士), rather than somebody who runs an academician's office.

    >>> is_academician("Dean; Academician of CAS"), is_academician("院士工作站主任")
    (True, False)
    """
    return any(
        _ACADEMICIAN.search(title) for title in titles if "院士" in title or "cademician" in title or title.isupper()
    )


@cache
def known_country(text: str) -> str:
    """The alpha-2 code of a country however it is called; "" where nothing known is meant."""
    if len(text) == 2 and text.isascii() and text.isupper() and country_name(text, "en") != text:
        return text  # a code; names in all languages of the region take a third of a second to load
    return (country_code(text) or "") if text else ""


def state_of(code: str) -> str:
    """The country that a code is counted as: regions of China count as China."""
    return "CN" if code in REGIONS else code


def count(facts: Facts, basis: Basis) -> Counts:
    """Every number on that basis."""
    tally = _Tally(facts, basis)
    for attendee in facts.attendees:
        tally.take(attendee)
    for party in facts.parties:
        tally.take_party(party)
    for envoy in facts.envoys:
        if basis.presence is Presence.ALL and is_counted(envoy.status, basis.counting):
            row = Row(RowKind.CONSULAR_GUEST, envoy.id)
            tally.add(Measure.CONSULAR_GUESTS, row)
            tally.add_unnamed(row, envoy.companions)
            tally.add_country(envoy.country, row)
    return tally.counts()


class _Tally:
    """Rows by measure while they are counted; sets keep everything from being counted twice."""

    def __init__(self, facts: Facts, basis: Basis) -> None:
        self._facts, self._basis = facts, basis
        self._rows: defaultdict[Measure, dict[str, Row]] = defaultdict(dict)
        self._countries: defaultdict[str, list[Row]] = defaultdict(list)
        self._regions: set[str] = set()
        self._present: set[str] = set()
        self._people: set[str] = set()
        self._members: defaultdict[str, list[InvitationStatus | None]] = defaultdict(list)
        for attendee in facts.attendees:
            self._members[attendee.delegation].append(attendee.status)

    def add(self, measure: Measure, row: Row) -> None:
        """One row of a number, once."""
        self._rows[measure].setdefault(f"{row.kind}{row.id}", row)

    def add_unnamed(self, row: Row, number: int) -> None:
        """People who are announced without names."""
        if number > 0:
            self.add(Measure.UNNAMED, Row(row.kind, row.id, number))

    def take(self, attendee: Attendee) -> None:
        """Count a participant, if the basis does; a person who is listed twice is one."""
        if not self._counts(attendee) or attendee.person in self._people:
            return
        self._people.add(attendee.person)
        row = Row(RowKind.PARTICIPANT, attendee.id)
        self.add(Measure.PEOPLE, row)
        self._add_way(attendee, row)
        self._add_origin(attendee, row)
        if attendee.speaks:
            self.add(Measure.SPEAKERS, row)
        if attendee.academician:
            self.add(Measure.ACADEMICIANS, row)
        for institution in attendee.institutions:
            self.add_institution(institution)
        if attendee.delegation:
            self._present.add(attendee.delegation)

    def _counts(self, attendee: Attendee) -> bool:
        basis = self._basis
        if attendee.category in WORKERS and not basis.workers:
            return False
        if basis.presence is Presence.ON_SITE and Mode.ON_SITE not in attendee.ways:
            return False
        online = Mode.ONLINE in attendee.ways and Mode.ON_SITE not in attendee.ways
        if basis.presence is Presence.ONLINE and not online:
            return False
        return is_counted(attendee.status, basis.counting)

    def _add_way(self, attendee: Attendee, row: Row) -> None:
        """On site counts before online, online before a video."""
        ways = attendee.ways
        if Mode.ON_SITE in ways:
            self.add(Measure.ON_SITE, row)
            if Mode.ONLINE in ways:
                self.add(Measure.BOTH_WAYS, row)
        elif Mode.ONLINE in ways:
            self.add(Measure.ONLINE, row)
        else:
            self.add(Measure.VIDEO if ways else Measure.WAY_UNKNOWN, row)

    def _add_origin(self, attendee: Attendee, row: Row) -> None:
        code = known_country(attendee.country)
        if not code:
            self.add(Measure.NO_COUNTRY, row)
            return
        self.add_country(code, row)
        if code in REGIONS and state_of(self._facts.host) == "CN":
            self.add(Measure.REGION_PEOPLE, row)
        elif state_of(code) != state_of(self._facts.host):
            self.add(Measure.FOREIGN_PEOPLE, row)

    def add_country(self, text: str, row: Row) -> None:
        """A country counts for a row; a region of China counts as none but is named."""
        code = known_country(text)
        if code in REGIONS:
            self._regions.add(code)
        elif code:
            self._countries[code].append(row)

    def add_institution(self, key: str) -> None:
        """An institution counts once, among the foreign, the domestic or those without a country."""
        row = Row(RowKind.INSTITUTION, key)
        code = known_country(self._facts.houses.get(key, ""))
        host = state_of(self._facts.host)
        self.add(Measure.INSTITUTIONS, row)
        if not code:
            self.add(Measure.INSTITUTIONS_WITHOUT_COUNTRY, row)
        elif code in REGIONS and host == "CN":
            self.add(Measure.REGION_INSTITUTIONS, row)
        else:
            foreign = state_of(code) != host
            self.add(Measure.FOREIGN_INSTITUTIONS if foreign else Measure.DOMESTIC_INSTITUTIONS, row)

    def take_party(self, party: Party) -> None:
        """A delegation counts with a member who counts; without one, as far as it is itself listed or confirmed."""
        basis = self._basis
        stands = basis.counting in {Counting.LISTED, Counting.INVITED}
        stands = stands or (basis.counting is Counting.CONFIRMED and party.confirmed)
        stands = stands and basis.presence is Presence.ALL and not self._all_gone(party)
        if not stands and party.id not in self._present:
            return
        row = Row(RowKind.DELEGATION, party.id)
        self.add(Measure.DELEGATIONS, row)
        self.add_country(party.country, row)
        if party.institution:
            self.add_institution(party.institution)
        if stands:
            self.add_unnamed(row, party.unnamed)

    def _all_gone(self, party: Party) -> bool:
        """Whether everybody of a delegation declined."""
        members = self._members.get(party.id, [])
        return bool(members) and not party.unnamed and all(status in _GONE for status in members)

    def counts(self) -> Counts:
        """What was counted."""
        host = state_of(self._facts.host)
        codes = [code for code in self._countries if self._basis.host or code != host]
        here = host in self._countries
        countries = tuple(Country(code, tuple(self._countries[code])) for code in _in_order(codes, host))
        self._rows[Measure.COUNTRIES] = {one.code: Row(RowKind.COUNTRY, one.code) for one in countries}
        counted = {measure: Counted(measure, tuple(rows.values())) for measure, rows in self._rows.items()}
        fixed = {one.measure: one for one in self._facts.fixed}
        regions = tuple(code for code in REGIONS if code in self._regions)
        return Counts(self._basis, self._facts.host, {**counted, **fixed}, countries, regions, here, self._facts.words)


def _in_order(codes: Iterable[str], host: str) -> list[str]:
    """The English alphabet, the host last."""
    return sorted(codes, key=lambda code: (code == host, country_name(code, "en")))
