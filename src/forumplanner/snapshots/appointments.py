"""The register of appointments and honours as its page shows it."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.guest_kinds import AppointmentKind
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """A letter, title, certificate or plaque. `twin`: its number is another's too."""

    id: str
    kind: AppointmentKind
    number: str = ""
    person_id: str = ""
    person: NameForms = NO_NAME
    institution_id: str = ""
    institution: Pair = NO_TEXT
    title: Pair = NO_TEXT
    since: dt.date | None = None
    until: dt.date | None = None
    issued_on: dt.date | None = None
    item_id: str = ""
    item: Pair = NO_TEXT
    act_id: str = ""
    presenter: str = ""
    resolution: Pair = NO_TEXT
    handed_over: bool = False
    here: bool = True
    twin: bool = False


@dataclass(frozen=True, slots=True)
class Appointments:
    """The register in its order, and where its numbers have gaps or twins."""

    languages: tuple[str, ...] = ()
    lines: tuple[AppointmentLine, ...] = ()
    gaps: tuple[str, ...] = ()
    twins: tuple[str, ...] = ()
    bare: int = 0
