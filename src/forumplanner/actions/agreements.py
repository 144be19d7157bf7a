"""What a secretary does with the register of agreements: enter one, its parties and who signed, its number and text."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found, titled
from forumplanner.actions.whole import next_position
from forumplanner.domain.guest_kinds import AgreementKind
from forumplanner.domain.ids import AgreementId, ForumId, InstitutionId, ItemId, PersonId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.labels import label
from forumplanner.domain.text import EN, ZH, LocalizedText, tidy
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.records import Agreement, AgreementParty, Institution
from forumplanner.store import Store

AgreementText = Literal["title", "resolution"]
"""The texts of an agreement in both languages."""


class PartyAlready(NotPossible):
    """The institution is a party of that agreement already."""


@dataclass(frozen=True, slots=True)
class Signing:
    """A party: the institution, and who signed for it."""

    institution_id: InstitutionId | None
    person_id: PersonId | None = None


def add_agreement(
    store: Store,
    *,
    forum_id: ForumId | None,
    kind: AgreementKind = AgreementKind.MEMORANDUM,
    title: Mapping[str, str] | None = None,
    parties: Sequence[Signing] = (),
    signed_on: dt.date | None = None,
) -> AgreementId:
    """Enter an agreement at the end of the register. Raises `PartyAlready` for a party named twice."""
    made = AgreementId(new_id())
    text = LocalizedText.of(title)
    with store.step(StepKind.EDIT_AGREEMENTS, **_words(kind, text)) as db:
        row = Agreement(id=made, forum_id=forum_id, kind=kind, title=text, signed_on=signed_on)
        enter_in(db, row, parties)
    return made


def enter_in(db: Db, row: Agreement, parties: Sequence[Signing]) -> None:
    """Put an agreement with its parties at the end of the register, within the step at hand."""
    row.position = next_position(db, Agreement.position, Agreement.id.is_not(None))
    db.add(row)
    for place, party in enumerate(parties):
        if any(party.institution_id and party.institution_id == other.institution_id for other in parties[:place]):
            raise _twice(db, party.institution_id)
        made = AgreementParty(id=new_id(), agreement_id=row.id, institution_id=party.institution_id)
        made.person_id, made.position = party.person_id, place
        db.add(made)


def write_agreement(store: Store, *, agreement_id: AgreementId, text: AgreementText, tag: str, words: str) -> None:
    """Write title or resolution in one language; the other side then needs review."""
    _edit(store, agreement_id, lambda row: setattr(row, text, getattr(row, text).edited(tag, words)))


def confirm_agreement(store: Store, *, agreement_id: AgreementId, text: AgreementText, tag: str) -> None:
    """Declare one language's text right as it stands."""
    _edit(store, agreement_id, lambda row: setattr(row, text, getattr(row, text).confirmed(tag)))


def set_agreement_kind(store: Store, *, agreement_id: AgreementId, kind: AgreementKind) -> None:
    """Say what kind of text it is."""
    _edit(store, agreement_id, lambda row: setattr(row, "kind", kind))


def set_agreement_number(store: Store, *, agreement_id: AgreementId, number: str) -> None:
    """Write its number in the register; twins are shown, not refused."""
    _edit(store, agreement_id, lambda row: setattr(row, "number", tidy(number)))


def set_signed_on(store: Store, *, agreement_id: AgreementId, day: dt.date | None) -> None:
    """Say on which day it was signed."""
    _edit(store, agreement_id, lambda row: setattr(row, "signed_on", day))


def set_agreement_item(store: Store, *, agreement_id: AgreementId, item_id: ItemId | None) -> None:
    """Link an agreement with its ceremony; the single act of another ceremony is let go."""

    def change(row: Agreement) -> None:
        if row.item_id != item_id:
            row.item_id, row.act_id = item_id, None

    _edit(store, agreement_id, change)


def add_party(store: Store, *, agreement_id: AgreementId, institution_id: InstitutionId) -> uuid.UUID:
    """Add a party behind the others; returns its key. Raises `PartyAlready`."""
    made = new_id()
    with store.read() as db:
        found(db, Institution, institution_id)
        if _party(db, agreement_id, institution_id) is not None:
            raise _twice(db, institution_id)

    def change(db: Db, row: Agreement) -> None:
        place = next_position(db, AgreementParty.position, AgreementParty.agreement_id == row.id)
        db.add(AgreementParty(id=made, agreement_id=row.id, institution_id=institution_id, position=place))

    _edit_with(store, agreement_id, change)
    return made


def set_signatory(store: Store, *, party_id: uuid.UUID, person_id: PersonId | None) -> None:
    """Say who signed for a party."""
    with store.read() as db:
        agreement_id = AgreementId(found(db, AgreementParty, party_id).agreement_id)
    _edit_with(
        store, agreement_id, lambda db, _row: setattr(found(db, AgreementParty, party_id), "person_id", person_id)
    )


def move_party(store: Store, *, party_id: uuid.UUID, by: int) -> bool:
    """Move a party `by` places; False at the edge."""
    with store.read() as db:
        agreement_id = AgreementId(found(db, AgreementParty, party_id).agreement_id)
        order = [one.id for one in _parties(db, agreement_id)]
        place = order.index(party_id) + by
        if not 0 <= place < len(order):
            return False

    def change(db: Db, _row: Agreement) -> None:
        rows = _parties(db, agreement_id)
        rows.insert(place, rows.pop(order.index(party_id)))
        for position, one in enumerate(rows):
            one.position = position

    _edit_with(store, agreement_id, change)
    return True


def remove_party(store: Store, *, party_id: uuid.UUID) -> None:
    """Take a party off an agreement."""
    with store.read() as db:
        agreement_id = AgreementId(found(db, AgreementParty, party_id).agreement_id)
    _edit_with(store, agreement_id, lambda db, _row: db.delete(found(db, AgreementParty, party_id)))


def remove_agreement(store: Store, *, agreement_id: AgreementId) -> None:
    """Take an agreement out of the register, with its parties."""

    def change(db: Db, row: Agreement) -> None:
        for party in _parties(db, agreement_id):
            db.delete(party)
        db.flush()
        db.delete(row)

    _edit_with(store, agreement_id, change)


def _party(db: Db, agreement_id: AgreementId, institution_id: InstitutionId) -> AgreementParty | None:
    there = select(AgreementParty).where(
        AgreementParty.agreement_id == agreement_id, AgreementParty.institution_id == institution_id
    )
    return db.execute(there).scalars().first()


def _parties(db: Db, agreement_id: AgreementId) -> list[AgreementParty]:
    own = select(AgreementParty).where(AgreementParty.agreement_id == agreement_id)
    return list(db.execute(own.order_by(AgreementParty.position, AgreementParty.id)).scalars())


def _twice(db: Db, institution_id: uuid.UUID | None) -> PartyAlready:
    row = db.get(Institution, institution_id) if institution_id else None
    name = row.name.best(interface_language()) if row else ""
    return PartyAlready(
        _("{institution} is a party already. Choose another institution, or leave it as it stands.", institution=name)
    )


def _words(kind: AgreementKind, title: LocalizedText) -> dict[str, str]:
    return titled(title or LocalizedText.of({ZH: label(kind, ZH), EN: label(kind, EN)}))


def _edit(store: Store, agreement_id: AgreementId, change: Callable[[Agreement], None]) -> None:
    _edit_with(store, agreement_id, lambda _db, row: change(row))


def _edit_with(store: Store, agreement_id: AgreementId, change: Callable[[Db, Agreement], None]) -> None:
    with store.read() as db:
        row = found(db, Agreement, agreement_id)
        words = _words(row.kind, row.title)
    with store.step(StepKind.EDIT_AGREEMENTS, **words) as db:
        change(db, found(db, Agreement, agreement_id))
