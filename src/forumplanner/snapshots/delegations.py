"""Delegations as their page and the papers about them show them: countries, delegations, members, what is missing."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from forumplanner.domain.delegations import GRAVE, OURS, DelegationRole, Lack
from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.domain.protocol import DelegationOrder, HostPlace
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


@dataclass(frozen=True, slots=True)
class Trip:
    """An arrival or departure; `day` and `start` (minutes) on the forum city's clock, `as_written` where it is none."""

    day: dt.date | None
    start: int | None
    carrier: str = ""
    place: str = ""
    as_written: str = ""

    @property
    def known(self) -> bool:
        """Whether somebody could be waiting there."""
        return self.day is not None


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that is missing: what, whose (those whose names are known), and how many people it concerns."""

    lack: Lack
    people: tuple[NameForms, ...] = ()
    number: int = 0

    @property
    def grave(self) -> bool:
        """Whether a guest would stand alone without it."""
        return self.lack in GRAVE

    @property
    def ours(self) -> bool:
        """Whether the secretariat finds it by itself."""
        return self.lack in OURS


class MemberLine(NamedTuple):
    """A member; a tuple, since five thousand are made at once.

    `lacks`: what is missing of them alone; `sort_pinyin`, `sort_latin`: what they are found by.
    """

    participant_id: str
    name: NameForms
    role: DelegationRole
    category: Category
    post: Lines
    mode: Mode | None
    status: InvitationStatus | None
    arrival: Trip | None = None
    lacks: tuple[Lack, ...] = ()
    sort_pinyin: str = ""
    sort_latin: str = ""

    @property
    def comes(self) -> bool:
        """False for who declined."""
        return self.status is not InvitationStatus.DECLINED

    @property
    def travels(self) -> bool:
        """Whether they come in person, as far as is known."""
        return self.comes and self.mode in {None, Mode.ON_SITE}


@dataclass(frozen=True, slots=True)
class Escort:
    """A liaison officer or interpreter. `groups`: how many delegations of the forum they look after."""

    participant_id: str
    name: NameForms = NO_NAME
    languages: tuple[str, ...] = ()
    phone: str = ""
    groups: int = 0
    category: Category = Category.STAFF
    delegation_id: str = ""
    keys: str = ""


@dataclass(frozen=True, slots=True)
class DelegationLine:
    """A delegation with its members in the order of its list. `asked_on`, `asked`: the newest request for data.

    `housed`: somebody comes in person from abroad, so a hotel is needed.
    """

    id: str
    code: str
    country: str
    institution_id: str
    institution: Lines
    name: Pair
    hotel: Pair
    unnamed: int
    liaison: Escort | None
    interpreter: Escort | None
    contact: str
    contact_language: str
    confirmed_on: dt.date | None
    notes: str
    members: tuple[MemberLine, ...] = ()
    needs: tuple[Need, ...] = ()
    asked_on: dt.date | None = None
    asked: tuple[str, ...] = ()
    housed: bool = False

    @property
    def heads(self) -> tuple[MemberLine, ...]:
        """Who leads it: one, none yet, or by an import several."""
        return tuple(member for member in self.members if member.role is DelegationRole.HEAD)

    @property
    def companions(self) -> int:
        """How many accompany the others."""
        return sum(member.role is DelegationRole.ACCOMPANYING for member in self.members if member.comes)

    @property
    def delegates(self) -> int:
        """How many come as delegates, those without names included."""
        return sum(member.comes for member in self.members) - self.companions + self.unnamed

    @property
    def people(self) -> int:
        """How many come in all."""
        return self.delegates + self.companions

    @property
    def grave(self) -> bool:
        """Whether something grave is missing."""
        return any(need.grave for need in self.needs)

    def title(self) -> Lines:
        """Its name, else the name of the institution that sends it; empty sides where there is none."""
        own = self.name.texts or self.institution
        return tuple(text or self._other(place) for place, text in enumerate(own))

    def _other(self, place: int) -> str:
        return self.institution[place] if place < len(self.institution) and not self.name.side(place) else ""


@dataclass(frozen=True, slots=True)
class Delegations:
    """All delegations of a forum, in its order. `caption`: what stands under their lists; `own_caption`: as written.

    `by_country`: whether the order keeps countries together. `host`: the host country.
    """

    forum_id: str
    languages: tuple[str, ...]
    zone: str
    host: str = "CN"
    title: Pair = NO_TEXT
    order: DelegationOrder = DelegationOrder.COUNTRY
    host_place: HostPlace = HostPlace.LAST
    by_country: bool = True
    caption: Lines = ()
    own_caption: bool = False
    lines: tuple[DelegationLine, ...] = ()

    def alarm(self) -> tuple[int, str]:
        """How many delegations would stand alone, else how many lack something; red is left to what the checks find."""
        grave = sum(line.grave for line in self.lines)
        return grave or sum(bool(line.needs) for line in self.lines), "warn"

    def line(self, delegation_id: str) -> DelegationLine | None:
        """The delegation of that key."""
        return next((line for line in self.lines if line.id == delegation_id), None)


@dataclass(frozen=True, slots=True)
class DelegationDetail:
    """What only the open delegation shows: how its people leave, and what its head does in the programme."""

    delegation_id: str
    departures: tuple[Trip, ...] = ()
    head_does: tuple[Pair, ...] = ()
