"""Guests as their page shows them: two ordered lists, and the whole of one guest beside them."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.guest_kinds import Channel, DiplomaticRank, PostKind, ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, InvitationStatus
from forumplanner.domain.names import PersonName
from forumplanner.domain.precedence import Ranked
from forumplanner.snapshots.contacts import NoteLine
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


@dataclass(frozen=True, slots=True)
class GuestLine:
    """One row: a consular guest, named or not, or a guest of honour.

    `id`: of the consular guest, else of the participant. `post`: the consular post, else title and institution.
    `stands_for`: the name of whoever is represented, which may be unknown; `absent_class` the class of that one.
    `place`: from 1 in its own list, 0 for who doesn't come.
    `due`: the day of the next call, `quiet`: days since the last word while an answer is owed, else None.
    """

    id: str
    consular: bool
    participant_id: str = ""
    person_id: str = ""
    post_id: str = ""
    name: NameForms = NO_NAME
    post: Pair = NO_TEXT
    institution: Pair = NO_TEXT
    country: str = ""
    consular_class: ConsularClass | None = None
    role: ConsularRole | None = None
    honorary: bool = False
    diplomatic_rank: DiplomaticRank | None = None
    group: ProtocolGroup | None = None
    level: ProtocolLevel | None = None
    status: InvitationStatus | None = None
    stands_for: NameForms = NO_NAME
    is_substitute: bool = False
    absent_class: ConsularClass | None = None
    place: int = 0
    ranked: Ranked | None = None
    due: dt.date | None = None
    quiet: int | None = None
    keys: str = ""


@dataclass(frozen=True, slots=True)
class MissionLine:
    """A post of the directory, to choose from."""

    id: str
    name: Pair
    country: str
    invited: bool = False


@dataclass(frozen=True, slots=True)
class Guests:
    """Both lists in their order, those who don't come at the end; `last_day` of the forum."""

    forum_id: str
    languages: tuple[str, ...]
    last_day: dt.date | None = None
    consular: tuple[GuestLine, ...] = ()
    honour: tuple[GuestLine, ...] = ()
    missions: tuple[MissionLine, ...] = ()

    @property
    def year(self) -> int:
        """The forum's year, 0 where it has no day yet."""
        return self.last_day.year if self.last_day else 0

    def line(self, key: str) -> GuestLine | None:
        """The row of that id."""
        return next((line for line in (*self.consular, *self.honour) if line.id == key), None)


@dataclass(frozen=True, slots=True)
class Mission:
    """What is known about the post of a consular guest."""

    id: str
    name: Pair
    country: str
    kind: PostKind
    contact: str = ""
    phone: str = ""
    email: str = ""
    list_order: int | None = None


@dataclass(frozen=True, slots=True)
class ConsularRecord:
    """A consular guest's own record; fields as there."""

    title: Pair = NO_TEXT
    consular_class: ConsularClass | None = None
    role: ConsularRole | None = None
    honorary: bool = False
    provisional_on: dt.date | None = None
    exequatur_on: dt.date | None = None
    commission_on: dt.date | None = None
    notified_on: dt.date | None = None
    acting_since: dt.date | None = None
    seniority: int | None = None
    diplomatic_rank: DiplomaticRank | None = None
    companions: int = 0
    plate: str = ""
    interpreting: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class GuestCard:
    """One guest in full. `instead`: who comes in this place; `notes`: the whole log, oldest first.

    `addresses`: how many places in the programme the person has. `approved`: the approval is recorded.
    """

    line: GuestLine
    languages: tuple[str, ...]
    last_day: dt.date | None = None
    name: PersonName | None = None
    category: Category | None = None
    contact_by: Channel | None = None
    phone: str = ""
    mission: Mission | None = None
    record: ConsularRecord | None = None
    instead: NameForms = NO_NAME
    instead_id: str = ""
    addresses: int = 0
    delegation: Pair = NO_TEXT
    approved: bool = False
    notes: tuple[NoteLine, ...] = ()
