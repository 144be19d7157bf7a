"""What fields of the alliance's registers offer: institutions and people of the directory, ceremonies of the forum."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.snapshots.wordings import NO_TEXT, NameForms, Pair


@dataclass(frozen=True, slots=True)
class InstitutionChoice:
    """An institution of the directory."""

    id: str
    name: Pair
    short_name: Pair = NO_TEXT
    country: str = ""


@dataclass(frozen=True, slots=True)
class PersonChoice:
    """Somebody of the directory, with the institution of the first post."""

    id: str
    name: NameForms
    institution: Pair = NO_TEXT


@dataclass(frozen=True, slots=True)
class CeremonyChoice:
    """An item of the forum's programme in which something is signed, handed over, admitted or adopted."""

    id: str
    title: Pair
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RegisterChoices:
    """All of them."""

    languages: tuple[str, ...] = ()
    institutions: tuple[InstitutionChoice, ...] = ()
    people: tuple[PersonChoice, ...] = ()
    ceremonies: tuple[CeremonyChoice, ...] = ()
