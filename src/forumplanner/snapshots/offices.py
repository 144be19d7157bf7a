"""The offices of an alliance: who holds which from when until when, and terms that overlap."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.guest_kinds import AllianceOffice
from forumplanner.domain.terms import TermState
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A term of office. `state`: on the day asked for. `clashes`: the ids of other terms of an office for one."""

    id: str
    office: AllianceOffice
    state: TermState
    institution_id: str = ""
    institution: Pair = NO_TEXT
    person_id: str = ""
    person: NameForms = NO_NAME
    since: dt.date | None = None
    until: dt.date | None = None
    item_id: str = ""
    item: Pair = NO_TEXT
    resolution: Pair = NO_TEXT
    clashes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offices:
    """All terms, the highest office first, in each the newest term first."""

    languages: tuple[str, ...] = ()
    on: dt.date | None = None
    lines: tuple[OfficeLine, ...] = ()
