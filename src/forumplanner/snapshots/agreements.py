"""The register of agreements as its page shows it."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.guest_kinds import AgreementKind
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party of an agreement, with who signed for it."""

    id: str
    institution_id: str = ""
    institution: Pair = NO_TEXT
    person_id: str = ""
    person: NameForms = NO_NAME


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """A signed text. `here`: of the forum that the window shows; `twin`: its number is another's too."""

    id: str
    kind: AgreementKind
    number: str = ""
    title: Pair = NO_TEXT
    signed_on: dt.date | None = None
    parties: tuple[PartyLine, ...] = ()
    item_id: str = ""
    item: Pair = NO_TEXT
    act_id: str = ""
    resolution: Pair = NO_TEXT
    here: bool = True
    twin: bool = False


@dataclass(frozen=True, slots=True)
class Agreements:
    """The register in its order."""

    languages: tuple[str, ...] = ()
    lines: tuple[AgreementLine, ...] = ()
