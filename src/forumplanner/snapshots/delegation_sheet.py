"""The delegation sheet: what the reception team holds in hand for one delegation, a sheet each in the forum's order.

Minutes count from midnight of their conference day; None where nobody knows them yet.
"""

import datetime as dt
from dataclasses import dataclass

from forumplanner.snapshots.paper import Edition, Lines


@dataclass(frozen=True, slots=True)
class SheetTrip:
    """An arrival or departure; `as_written` where the list gave no time."""

    day: dt.date | None = None
    start: int | None = None
    carrier: str = ""
    place: str = ""
    as_written: str = ""


@dataclass(frozen=True, slots=True)
class SheetTask:
    """What a member does in the programme: when, what, as what, where."""

    day: dt.date | None
    start: int | None
    title: Lines
    role: Lines
    room: Lines = ()


@dataclass(frozen=True, slots=True)
class SheetPerson:
    """A member. `number`: of the badge, without the forum's prefix; `role`: in the delegation, "" for a plain member.

    `apart`: arrives otherwise than most. `online`: how, of somebody who does not come in person. `away`: declined.
    """

    number: str
    names: Lines
    shown: str
    post: Lines
    role: Lines
    arrival: SheetTrip | None = None
    departure: SheetTrip | None = None
    apart: bool = False
    online: Lines = ()
    away: bool = False
    tasks: tuple[SheetTask, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetServant:
    """The liaison officer, with phone and languages; or the interpreter, whose phone stays off paper."""

    names: Lines
    shown: str
    phone: str = ""
    languages: Lines = ()


@dataclass(frozen=True, slots=True)
class SheetNeed:
    """Something to do before the delegation comes: what is missing, and of whom."""

    what: Lines
    whose: str = ""


@dataclass(frozen=True, slots=True)
class DelegationSheet:
    """One delegation. `code`: as the workbook names it. `square`: the country's code, "" where nobody knows it.

    `standing`: in the alliance. `together`: how many come by `arrival`.
    `housed`: somebody comes from abroad and in person, so a hotel is needed.
    """

    id: str
    code: str
    square: str
    country: Lines
    name: Lines
    standing: Lines
    delegates: int
    companions: int
    unnamed: int
    heads: tuple[SheetPerson, ...] = ()
    liaison: SheetServant | None = None
    interpreter: SheetServant | None = None
    hotel: Lines = ()
    housed: bool = True
    arrival: SheetTrip | None = None
    together: int = 0
    people: tuple[SheetPerson, ...] = ()
    needs: tuple[SheetNeed, ...] = ()
    contact: str = ""
    notes: str = ""

    def heading(self, place: int) -> str:
        """Its name, else its country's, in the language at that place."""
        return next((text for text in (self.name[place], self.country[place]) if text), "")


@dataclass(frozen=True, slots=True)
class DelegationSheets:
    """All delegations of a forum in its order. `caption`: what their order means."""

    slug: str
    languages: Lines
    short_title: Lines
    edition: Edition
    accent: str
    caption: Lines
    sheets: tuple[DelegationSheet, ...] = ()

    def chosen(self, key: str) -> tuple[DelegationSheet, ...]:
        """The one of that id; all of them for "" and for one that is gone."""
        return tuple(sheet for sheet in self.sheets if sheet.id == key) or self.sheets
