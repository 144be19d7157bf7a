"""The alliance as its page shows it: members by standing, the ledger, years, and what of the ledger can't be true."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import InstitutionKind, Standing
from forumplanner.domain.ledger import Fault
from forumplanner.snapshots.organisers import InstitutionCard
from forumplanner.snapshots.wordings import NO_TEXT, Pair


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member on the day asked for; `number` over 1 or no `institution_id`: counted, not named.

    `entry_id`: the entry by which it was admitted.
    """

    id: str
    standing: Standing
    name: Pair = NO_TEXT
    institution_id: str = ""
    number: int = 1
    country: str = ""
    kind: InstitutionKind | None = None
    day: dt.date | None = None
    year: int | None = None
    entry_id: str = ""
    short_name: Pair = NO_TEXT


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A line of the ledger. `kept` is False where only the directory knows of it."""

    id: str
    change: AllianceChange
    institution_id: str = ""
    name: Pair = NO_TEXT
    unnamed: int = 0
    standing: Standing | None = None
    day: dt.date | None = None
    year: int | None = None
    occasion: Pair = NO_TEXT
    resolution: Pair = NO_TEXT
    item_id: str = ""
    item: Pair = NO_TEXT
    fault: Fault | None = None
    kept: bool = True


@dataclass(frozen=True, slots=True)
class YearSum:
    """A year of the ledger: admitted and gone in it, members at its end; None for entries without a year."""

    year: int | None
    admitted: int
    left: int
    members: int


@dataclass(frozen=True, slots=True)
class Difference:
    """An institution whose standing in the directory, from a file perhaps, isn't what the ledger comes to."""

    institution_id: str
    name: Pair
    directory: Standing | None
    ledger: Standing | None


@dataclass(frozen=True, slots=True)
class Alliance:
    """Who belongs to the alliance on `on` (None: today and after), with the whole ledger, its newest entry last.

    `institutions`: those that members and entries are about, in full.
    """

    languages: tuple[str, ...] = ()
    on: dt.date | None = None
    members: int = 0
    founding: int = 0
    later: int = 0
    observers: int = 0
    lines: tuple[MemberLine, ...] = ()
    entries: tuple[EntryLine, ...] = ()
    years: tuple[YearSum, ...] = ()
    institutions: tuple[InstitutionCard, ...] = ()
    differing: tuple[Difference, ...] = ()
