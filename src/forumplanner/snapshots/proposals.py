"""What a programme's ceremonies would enter into the alliance's registers, before anybody has said yes."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.guest_kinds import AgreementKind, AppointmentKind
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


class Register(StrEnum):
    """Which register a proposal belongs to."""

    LEDGER = "ledger"
    AGREEMENTS = "agreements"
    APPOINTMENTS = "appointments"


@dataclass(frozen=True, slots=True)
class ProposedParty:
    """Who signs, joins or receives: an institution, a person, or both."""

    institution_id: str = ""
    institution: Pair = NO_TEXT
    person_id: str = ""
    person: NameForms = NO_NAME


@dataclass(frozen=True, slots=True)
class Proposal:
    """One record that the programme speaks of and no register holds. `id`: stable while the programme stays.

    `parties`: the signatories of an agreement in order, else the one recipient. `presenter`: in the interface's words.
    """

    id: str
    register: Register
    item_id: str
    item: Pair
    act_id: str = ""
    title: Pair = NO_TEXT
    day: dt.date | None = None
    parties: tuple[ProposedParty, ...] = ()
    agreement: AgreementKind | None = None
    appointment: AppointmentKind | None = None
    presenter: str = ""


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that the forum's ceremonies would enter, in the order of the programme."""

    languages: tuple[str, ...] = ()
    lines: tuple[Proposal, ...] = ()

    def of(self, register: Register) -> tuple[Proposal, ...]:
        """Those of one register."""
        return tuple(line for line in self.lines if line.register is register)
