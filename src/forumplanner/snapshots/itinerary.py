"""The personal itinerary: the days of one participant on a card, with tasks, journeys and whom to call.

Minutes count from midnight of their conference day; None where nobody knows them yet.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.kinds import Category
from forumplanner.snapshots.paper import Edition, Lines


class StopKind(StrEnum):
    """What a row of the card is."""

    SESSION = "session"
    SPEECH = "speech"
    TURN = "turn"
    PART = "part"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"


@dataclass(frozen=True, slots=True)
class Stop:
    """One row. `deed`: what the person gives (`SPEECH`: a keynote), does (`TURN`) or is (`PART`: the chair).

    `place`: room of a session, airport or station of a journey; `carrier`: its flight or train; `as_written`: what the
    list says where it gives no time. `url`, `local`: link, and time on the person's own clock, for who is online.
    """

    kind: StopKind
    day: dt.date | None
    start: int | None
    title: Lines = ()
    place: Lines = ()
    deed: Lines = ()
    minutes: int | None = None
    carrier: str = ""
    as_written: str = ""
    url: str = ""
    local: str = ""

    @property
    def own(self) -> bool:
        """Whether the person has something to do in it."""
        return self.kind in {StopKind.SPEECH, StopKind.TURN, StopKind.PART}


@dataclass(frozen=True, slots=True)
class Liaison:
    """Who looks after the person's delegation, with phone and languages."""

    names: Lines
    phone: str = ""
    languages: Lines = ()


@dataclass(frozen=True, slots=True)
class Itinerary:
    """One card. `names`: one a language; `native`: in the person's own script, where neither says so.

    `home`: the city of the own clock, where it differs from the forum's, and `ahead` by how many minutes it is ahead of
    the forum's. `code`: as the lists name the person. `online`: takes part from there. `away`: declined, so only
    printed when asked for.
    """

    participant_id: str
    code: str
    number: str
    category: Category
    names: Lines
    country: Lines
    institution: Lines
    native: str = ""
    native_language: str = ""
    latin_first: bool = False
    delegation_id: str = ""
    hotel: Lines = ()
    liaison: Liaison | None = None
    online: bool = False
    away: bool = False
    home: Lines = ()
    ahead: int = 0
    stops: tuple[Stop, ...] = ()

    @property
    def shown(self) -> str:
        """The name in any form; never empty where there is one."""
        return next(filter(None, self.names), self.native)


@dataclass(frozen=True, slots=True)
class DelegationChoice:
    """A delegation whose cards can be printed together; `names`: code, name and country as anybody may write them."""

    id: str
    title: Lines
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItineraryBook:
    """The cards of a forum by delegation in the forum's order, then those of people in none.

    `clock`: the zone all times are in, in words. `venue`, `phone`, `mailbox`: of the forum and its secretariat.
    `taxi`: the venue for a driver, in Chinese; "" where drivers read another script.
    """

    slug: str
    languages: Lines
    short_title: Lines
    edition: Edition
    accent: str
    clock: Lines
    venue: Lines = ()
    taxi: str = ""
    phone: str = ""
    mailbox: str = ""
    delegations: tuple[DelegationChoice, ...] = ()
    cards: tuple[Itinerary, ...] = ()

    def chosen(self, *, person: str = "", delegation: str = "", category: str = "") -> tuple[Itinerary, ...]:
        """The card of one person, whatever was answered; else those of a delegation, of a category, or all who come."""
        if person:
            return tuple(card for card in self.cards if card.participant_id == person)
        return tuple(
            card
            for card in self.cards
            if not card.away and delegation in {"", card.delegation_id} and category in {"", card.category.value}
        )
