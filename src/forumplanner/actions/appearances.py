"""Who does what in an item or part: add somebody, exchange the person, change role, mode and certainty, take out."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import found, named
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import AppearanceId, InstitutionId, ItemId, ParticipantId, PartId, new_id
from forumplanner.domain.kinds import Mode, Role, StepKind
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.i18n import localized
from forumplanner.records import Appearance, Institution, Item, Part, Participant, Person, Session
from forumplanner.store import Store


@dataclass(frozen=True, slots=True)
class Who:
    """Who appears: a participant, an institution, or only words; with none of them somebody to be announced."""

    participant_id: ParticipantId | None = None
    institution_id: InstitutionId | None = None
    label: Mapping[str, str] | None = None

    def text(self) -> LocalizedText:
        """The words that stand for nobody yet; none for a person or an institution."""
        if self.participant_id or self.institution_id:
            return LocalizedText()
        return LocalizedText.of(self.label or to_be_announced())


def to_be_announced() -> dict[str, str]:
    """待定 / To be announced: what an agenda prints while nobody is named."""
    return localized("To be announced")


def add_appearance(
    store: Store,
    *,
    place: ItemId | PartId,
    who: Who,
    role: Role = Role.SPEAKER,
    mode: Mode | None = None,
    provisional: bool = False,
) -> AppearanceId:
    """Let somebody appear in an item or lead a part, behind those who already do."""
    made = AppearanceId(new_id())
    with store.read() as db:
        values = {**_name_of(db, who), **_title_of(db, place)}
    with store.step(StepKind.ADD_APPEARANCE, **values) as db:
        item = db.get(Item, place)
        part = None if item else found(db, Part, place)
        here = Appearance.item_id == place if item else Appearance.part_id == place
        db.add(
            Appearance(
                id=made,
                item_id=item.id if item else None,
                part_id=part.id if part else None,
                participant_id=who.participant_id,
                institution_id=who.institution_id,
                label=who.text(),
                role=role,
                mode=mode,
                provisional=provisional,
                position=db.execute(select(func.count()).where(here)).scalar_one(),
            )
        )
    return made


def set_who(store: Store, *, appearance_id: AppearanceId, who: Who) -> None:
    """Exchange who appears; role, mode and place in the order stay."""

    def change(row: Appearance) -> None:
        row.participant_id, row.institution_id = who.participant_id, who.institution_id
        row.label, row.post_id = who.text(), None

    _edit(store, appearance_id, change)


def set_role(store: Store, *, appearance_id: AppearanceId, role: Role) -> None:
    """Say what somebody does there."""
    _edit(store, appearance_id, lambda row: setattr(row, "role", role))


def set_appearance_mode(store: Store, *, appearance_id: AppearanceId, mode: Mode | None) -> None:
    """Say how somebody appears; None takes what the participant's own mode says."""
    _edit(store, appearance_id, lambda row: setattr(row, "mode", mode))


def set_provisional(store: Store, *, appearance_id: AppearanceId, provisional: bool) -> None:
    """Mark an appearance as not confirmed yet, or as confirmed."""
    _edit(store, appearance_id, lambda row: setattr(row, "provisional", provisional))


def remove_appearance(store: Store, *, appearance_id: AppearanceId) -> None:
    """Take somebody out of an item or part."""
    with store.read() as db:
        row = found(db, Appearance, appearance_id)
        values = {**_name_of(db, _who(row)), **_title_of(db, _place(row))}
    with store.step(StepKind.REMOVE_APPEARANCE, **values) as db:
        db.delete(found(db, Appearance, appearance_id))


def _edit(store: Store, appearance_id: AppearanceId, change: Callable[[Appearance], None]) -> None:
    with store.read() as db:
        values = _title_of(db, _place(found(db, Appearance, appearance_id)))
    with store.step(StepKind.EDIT_APPEARANCE, **values) as db:
        change(found(db, Appearance, appearance_id))


def _place(row: Appearance) -> uuid.UUID:
    place = row.item_id or row.part_id
    assert place is not None  # noqa: S101 - the table's own rule: one of both is set
    return place


def _who(row: Appearance) -> Who:
    return Who(
        ParticipantId(row.participant_id) if row.participant_id else None,
        InstitutionId(row.institution_id) if row.institution_id else None,
        {tag: row.label.get(tag) for tag in row.label},
    )


def _title_of(db: Db, place: uuid.UUID) -> dict[str, str]:
    """The title of the item, of the part, or of the session it belongs to."""
    item = db.get(Item, place)
    part = None if item else found(db, Part, place)
    text = item.title if item else (part.title if part else LocalizedText())
    if not text and part:
        text = found(db, Session, part.session_id).title
    return by_language("title", zh=text.best(ZH), en=text.best(EN))


def _name_of(db: Db, who: Who) -> dict[str, str]:
    if who.participant_id:
        person_id = found(db, Participant, who.participant_id).person_id
        return named(found(db, Person, person_id).name)
    text = found(db, Institution, who.institution_id).name if who.institution_id else who.text()
    return by_language("person", zh=text.best(ZH), en=text.best(EN))
