"""What can be counted of a forum, on which basis, and the rows that each number counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from forumplanner.domain.countries import country_name
from forumplanner.domain.kinds import Category, InvitationStatus, Mode

Words = Mapping[str, Mapping[str, str]]
"""A forum's own words: `{"country.VN": {tag: name}}`."""

REGIONS: Final = ("HK", "MO", "TW")
"""Hong Kong, Macao and Taiwan: parts of China that usage names beside countries and never counts as countries."""

WORKERS: Final = frozenset({Category.STAFF, Category.VOLUNTEER, Category.INTERPRETER, Category.SECURITY, Category.CREW})
"""People on the list who keep the forum running; nobody counts them when it is asked who came."""


class Counting(StrEnum):
    """Who is counted: all on the list who have not declined, those invited, those who said yes, those who came."""

    LISTED = "listed"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    ATTENDED = "attended"


class Presence(StrEnum):
    """Which way of taking part is counted."""

    ALL = "all"
    ON_SITE = "onsite"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a number means. `host`: the host country is one of the countries. `rounding`: 1, or floor to 10, 100, 1000.

    `workers`: staff, volunteers, interpreters, security and crew are counted too.
    """

    counting: Counting = Counting.LISTED
    host: bool = True
    presence: Presence = Presence.ALL
    rounding: int = 1
    workers: bool = False


USUAL: Final = Basis()


class Measure(StrEnum):
    """What is counted; the codes are kept with approvals and in reported numbers."""

    PEOPLE = "people"
    ON_SITE = "on_site"
    ONLINE = "online"
    VIDEO = "video"
    WAY_UNKNOWN = "way_unknown"
    BOTH_WAYS = "both_ways"
    FOREIGN_PEOPLE = "foreign_people"
    REGION_PEOPLE = "region_people"
    NO_COUNTRY = "no_country"
    UNNAMED = "unnamed"
    COUNTRIES = "countries"
    INSTITUTIONS = "institutions"
    FOREIGN_INSTITUTIONS = "foreign_institutions"
    DOMESTIC_INSTITUTIONS = "domestic_institutions"
    REGION_INSTITUTIONS = "region_institutions"
    INSTITUTIONS_WITHOUT_COUNTRY = "institutions_without_country"
    DELEGATIONS = "delegations"
    CONSULAR_GUESTS = "consular_guests"
    SPEAKERS = "speakers"
    ACADEMICIANS = "academicians"
    KEYNOTES = "keynotes"
    REPORTS = "reports"
    PARALLEL_FORUMS = "parallel_forums"
    FOUNDING_MEMBERS = "founding_members"
    ADMISSIONS = "admissions"
    AGREEMENTS = "agreements"
    APPOINTMENTS = "appointments"
    AWARDS = "awards"
    EVENTS = "events"


class RowKind(StrEnum):
    """What stands behind one row of a number."""

    PARTICIPANT = "participant"
    PERSON = "person"
    DELEGATION = "delegation"
    CONSULAR_GUEST = "consular_guest"
    COUNTRY = "country"
    INSTITUTION = "institution"
    ITEM = "item"
    TRACK = "track"
    SESSION = "session"
    LEDGER = "ledger"
    AGREEMENT = "agreement"
    APPOINTMENT = "appointment"
    ACT = "act"
    FORUM = "forum"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `count` is above 1 where a record stands for several things without names ("39 founding members")."""

    kind: RowKind
    id: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Counted:
    """A number: the sum of what its rows stand for."""

    measure: Measure
    rows: tuple[Row, ...] = ()

    @property
    def number(self) -> int:
        """How many."""
        return sum(row.count for row in self.rows)


@dataclass(frozen=True, slots=True)
class Country:
    """A country that is counted, with the people, delegations and consular guests that it is counted for."""

    code: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Attendee:
    """A participant as counts need them. `ways`: the usual way and those of single appearances.

    `institutions`: of the post used here, else of all posts. `country`: a code or whatever somebody typed. `person`:
    a key that tells people apart.
    """

    id: str
    person: str
    category: Category
    status: InvitationStatus | None = None
    ways: frozenset[Mode] = frozenset()
    country: str = ""
    institutions: tuple[str, ...] = ()
    delegation: str = ""
    academician: bool = False
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A delegation: its country, its institution, people announced without names, whether it is confirmed."""

    id: str
    country: str = ""
    institution: str = ""
    unnamed: int = 0
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Envoy:
    """A consular guest of whom only the post is known; `companions` without names."""

    id: str
    country: str = ""
    status: InvitationStatus | None = None
    companions: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a forum, to be counted on any basis. `houses`: the country of each institution by its key.

    `fixed`: numbers of programme and registers, which no basis changes. `reported`: numbers as somebody reported them.
    `words`: the forum's own, by which it names countries.
    """

    host: str = "CN"
    attendees: tuple[Attendee, ...] = ()
    parties: tuple[Party, ...] = ()
    envoys: tuple[Envoy, ...] = ()
    houses: Mapping[str, str] = field(default_factory=dict)
    fixed: tuple[Counted, ...] = ()
    reported: tuple[tuple[str, str], ...] = ()
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counts:
    """All numbers of a forum on one basis. `countries`: those counted; `regions`: which of `REGIONS` somebody is from.

    `host_here`: somebody of the host country is counted, whether or not the basis counts the country.
    """

    basis: Basis
    host: str
    counted: Mapping[Measure, Counted]
    countries: tuple[Country, ...] = ()
    regions: tuple[str, ...] = ()
    host_here: bool = False
    words: Words = field(default_factory=dict)

    def country(self, code: str, tag: str) -> str:
        """A country's name as the forum has it."""
        return country_name(code, tag, self.words)

    def of(self, measure: Measure) -> Counted:
        """The rows of a number; without rows where nothing is known."""
        return self.counted.get(measure) or Counted(measure)

    def number(self, measure: Measure) -> int:
        """How many."""
        return self.of(measure).number


NO_COUNTS: Final = Counts(USUAL, "CN", {})
"""Of a forum nothing is known about."""
