"""Guests in order of precedence as lists print them: for all, for the secretariat, the office and the press."""

from dataclasses import dataclass

from forumplanner.domain.ranks import Proof
from forumplanner.snapshots.letters import LetterSheet
from forumplanner.snapshots.paper import Edition, Lines


@dataclass(frozen=True, slots=True)
class ListedGuest:
    """A guest at a place, from 1. `posts`: office and institution as papers print them; `country`: its name.

    `basis`: what the place stands on, `reason`: why somebody fixed it by hand, `why_next`: why this guest stands before
    the next one; these three stay inside. `confirmed`: the guest has accepted.
    """

    place: int
    names: Lines
    posts: Lines
    country: Lines
    consular: bool = False
    proof: Proof = Proof.PROVEN
    basis: Lines = ()
    reason: str = ""
    why_next: Lines = ()
    confirmed: bool = False

    @property
    def named(self) -> bool:
        """Whether anybody knows who comes."""
        return any(self.names)


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A member of a delegation as a list for the press names them. `confirmed`: this member comes as far as known."""

    names: Lines
    posts: Lines
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class ListedDelegation:
    """A delegation with its members in order; `unnamed`: people announced without names."""

    name: Lines
    members: tuple[ListedPerson, ...]
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class GuestList:
    """All that these lists show. `guests`: leaders, consular guests and guests of honour; `consular`: those alone.

    `caption`: under the delegations. `flags`: countries whose flags are to be prepared, the host's first. `cover`: the
    words around the sheet for the foreign affairs office. Nobody's phone, mail or plate number is in here.
    """

    slug: str
    languages: Lines
    short_title: Lines
    accent: str
    edition: Edition
    guests: tuple[ListedGuest, ...]
    consular: tuple[ListedGuest, ...]
    delegations: tuple[ListedDelegation, ...]
    caption: Lines
    flags: tuple[Lines, ...]
    cover: LetterSheet
