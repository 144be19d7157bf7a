"""What a press brief tells: the forum, what is counted of it, names in order, what came of it."""

from dataclasses import dataclass

from forumplanner.domain.kinds import InstitutionKind
from forumplanner.domain.statistics import Facts, Measure
from forumplanner.snapshots.guest_list import ListedGuest
from forumplanner.snapshots.paper import Edition, Lines


@dataclass(frozen=True, slots=True)
class NamedInstitution:
    """An institution by its key."""

    id: str
    name: Lines
    kind: InstitutionKind | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a forum, in one number: each entry by name; `unnamed` entries that are only counted."""

    measure: Measure
    entries: tuple[Lines, ...]
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class PressBrief:
    """Everything but the basis, which is chosen when it is printed. `guests`: in order of precedence.

    `planned`: the forum lies ahead, and its outcomes are planned only.
    """

    slug: str
    languages: Lines
    titles: tuple[Lines, ...]
    short_title: Lines
    dates: Lines
    venue: Lines
    accent: str
    edition: Edition
    facts: Facts
    institutions: tuple[NamedInstitution, ...]
    guests: tuple[ListedGuest, ...]
    outcomes: tuple[Outcome, ...]
    planned: bool = False
