"""What the checks look at on the guest side: delegations with their heads, consular guests with their place."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

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


class TextGroup(StrEnum):
    """Texts of the guest side that are mended at one place."""

    POSTS = "posts"
    TITLES = "titles"
    DELEGATIONS = "delegations"
    REGISTERS = "registers"
    RANKS = "ranks"
    CAPTION = "caption"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A text of the guest side: `owner` is the id of what it belongs to, `called` the owner's name or what it is.

    `column`: which text of its owner. `target`: what the page of its group selects.
    """

    group: TextGroup
    owner: str
    text: LocalizedText
    called: LocalizedText = EMPTY
    column: str = ""
    target: str = ""
