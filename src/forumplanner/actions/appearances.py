"""Who does what in an item or part: add, replace, role, mode, post, minutes, order, take out."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found, named
from forumplanner.actions.newcomers import enter_known, enter_newcomer
from forumplanner.actions.whole import next_position
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import (
    ActId,
    AppearanceId,
    ForumId,
    InstitutionId,
    ItemId,
    ParticipantId,
    PartId,
    PersonId,
    PostId,
    new_id,
)
from forumplanner.domain.kinds import CHAIRING_ROLES, Category, Mode, Role, StepKind
from forumplanner.domain.newcomers import Newcomer
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.i18n import gettext as _
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
    act_id: ActId | None = None,
) -> AppearanceId:
    """Let somebody appear in an item, in an act of it, or lead a part, behind those who already do."""
    made = AppearanceId(new_id())
    with store.read() as db:
        values = {**_name_of(db, who), **_title_of(db, place)}
    with store.step(StepKind.ADD_APPEARANCE, **values) as db:
        _add(db, made, place, who, role=role, mode=mode, provisional=provisional, act_id=act_id)
    return made


def add_newcomer(
    store: Store,
    *,
    forum_id: ForumId,
    place: ItemId | PartId,
    newcomer: Newcomer,
    role: Role = Role.SPEAKER,
    act_id: ActId | None = None,
) -> AppearanceId:
    """Let somebody appear who was on no list: directory, forum and appearance in one step.

    Raises `NotPossible` for a line without a name.
    """
    made = AppearanceId(new_id())
    _check(newcomer)
    with store.read() as db:
        values = {**named(newcomer.name), **_title_of(db, place)}
    with store.step(StepKind.ADD_APPEARANCE, **values) as db:
        key = enter_newcomer(db, forum_id=forum_id, newcomer=newcomer, category=Category.SPEAKER)
        db.flush()
        _add(db, made, place, Who(key), role=role, act_id=act_id)
    return made


def add_known(
    store: Store,
    *,
    forum_id: ForumId,
    place: ItemId | PartId,
    person_id: PersonId,
    role: Role = Role.SPEAKER,
    act_id: ActId | None = None,
) -> AppearanceId:
    """Let somebody appear whom the directory knows from another forum: they join this one in the same step."""
    made = AppearanceId(new_id())
    with store.read() as db:
        values = {**named(found(db, Person, person_id).name), **_title_of(db, place)}
    with store.step(StepKind.ADD_APPEARANCE, **values) as db:
        key = enter_known(db, forum_id=forum_id, person_id=person_id, category=Category.SPEAKER)
        db.flush()
        _add(db, made, place, Who(key), role=role, act_id=act_id)
    return made


def _check(newcomer: Newcomer) -> None:
    if not newcomer:
        raise NotPossible(_("A person needs a name in at least one script."))


def _add(db: Db, made: AppearanceId, place: ItemId | PartId, who: Who, **fields: object) -> None:
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
            position=next_position(db, Appearance.position, here),
            **fields,
        )
    )


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


def set_post(store: Store, *, appearance_id: AppearanceId, post_id: PostId | None) -> None:
    """Print another of the person's posts here; None prints the one that the forum's papers use."""
    _edit(store, appearance_id, lambda row: setattr(row, "post_id", post_id))


def set_own_minutes(store: Store, *, appearance_id: AppearanceId, minutes: int | None) -> None:
    """Give somebody minutes of their own within the item; None leaves them to the chair."""
    _edit(store, appearance_id, lambda row: setattr(row, "minutes", minutes))


def reorder_appearance(store: Store, *, appearance_id: AppearanceId, by: int) -> bool:
    """Move somebody `by` places among those shown with them. False at the edge: nothing moves, no step is made.

    Those who lead stand before the others, so nobody moves over that line; those of another act are passed over.
    """
    with store.read() as db:
        row = found(db, Appearance, appearance_id)
        values, near = _title_of(db, _place(row)), _neighbours(db, row)
        if not 0 <= near.index(row) + by < len(near):
            return False
    with store.step(StepKind.EDIT_APPEARANCE, **values) as db:
        row = found(db, Appearance, appearance_id)
        near = _neighbours(db, row)
        first = near[0].position
        target = near.index(row) + by
        near.remove(row)
        near.insert(target, row)
        for position, one in enumerate(near, start=first):
            one.position = position
    return True


def _neighbours(db: Db, row: Appearance) -> list[Appearance]:
    """Those of the same place and act who lead as well, or who don't either, in their order."""
    here = Appearance.item_id == row.item_id if row.item_id else Appearance.part_id == row.part_id
    rows = db.execute(select(Appearance).where(here).order_by(Appearance.position, Appearance.id)).scalars()
    leads = row.role in CHAIRING_ROLES
    return [one for one in rows if one.act_id == row.act_id and (one.role in CHAIRING_ROLES) is leads]


def move_appearance(store: Store, *, appearance_id: AppearanceId, place: ItemId | PartId, role: Role) -> None:
    """Let somebody lead a part instead of speaking in an item, or the other way round; mode and post go along."""
    with store.read() as db:
        values = _title_of(db, place)
    with store.step(StepKind.EDIT_APPEARANCE, **values) as db:
        row = found(db, Appearance, appearance_id)
        item = db.get(Item, place)
        part = None if item else found(db, Part, place)
        here = Appearance.item_id == place if item else Appearance.part_id == place
        row.position = next_position(db, Appearance.position, here)
        row.item_id, row.part_id = (item.id if item else None), (part.id if part else None)
        row.role, row.act_id = role, None


def replace_by(
    store: Store,
    *,
    appearances: Sequence[AppearanceId],
    forum_id: ForumId,
    who: Who | Newcomer,
    keep_mode: bool = True,
    provisional: bool | None = True,
) -> None:
    """Let another person appear instead: role, order and act go over, the post is the successor's own.

    The one who is replaced stays in the forum. `keep_mode` False lets the successor's own mode hold; `provisional` None
    leaves the certainty as it was. A `Newcomer` enters directory and forum in the same step.
    """
    with store.read() as db:
        first = found(db, Appearance, appearances[0])
        after = named(who.name) if isinstance(who, Newcomer) else _name_of(db, who)
        successor = {name.replace("person", "successor"): text for name, text in after.items()}
        values = {**_name_of(db, _who(first)), **successor, **_title_of(db, _place(first))}
    with store.step(StepKind.REPLACE_APPEARANCE, **values) as db:
        if isinstance(who, Newcomer):
            _check(who)
            key = enter_newcomer(db, forum_id=forum_id, newcomer=who, category=Category.SPEAKER)
            db.flush()
            who = Who(key)
        for appearance_id in appearances:
            row = found(db, Appearance, appearance_id)
            row.participant_id, row.institution_id = who.participant_id, who.institution_id
            row.label, row.post_id = who.text(), None
            row.provisional = row.provisional if provisional is None else provisional
            row.mode = row.mode if keep_mode else None


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
