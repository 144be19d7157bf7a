"""What the checks look at on the guest side: delegations with their heads, consular guests with their place."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.ranks import Proof
from forumplanner.domain.text import EMPTY, LocalizedText


@dataclass(frozen=True, slots=True)
class CheckedDelegation:
    """A delegation by its name, else its institution's, else its country's; `heads`: names of those who lead it.

    `named`: how many of its people are known by name.
    """

    id: str
    name: LocalizedText = EMPTY
    heads: tuple[LocalizedText, ...] = ()
    named: int = 0


@dataclass(frozen=True, slots=True)
class CheckedEnvoy:
    """Whom a consular post sends; who declined is not among them. `name`: the post's while nobody is named.

    `proof`, `basis`: of the place in the order of protocol. `participant_id`: None while nobody is named.
    """

    id: str
    name: LocalizedText = EMPTY
    post: LocalizedText = EMPTY
    country: str = ""
    exequatur_on: dt.date | None = None
    participant_id: str | None = None
    proof: Proof = Proof.PROVEN
    basis: LocalizedText = EMPTY
