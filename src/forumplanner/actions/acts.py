"""The single acts of a ceremony: agreements signed, honours conferred, members admitted, texts adopted; in order."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.appearances import Who
from forumplanner.actions.found import found, titled
from forumplanner.actions.whole import let_go_of_acts, next_position
from forumplanner.domain.ids import ActId, ItemId, new_id
from forumplanner.domain.kinds import Role, StepKind
from forumplanner.domain.text import LocalizedText
from forumplanner.records import Act, Appearance, Item
from forumplanner.store import Store


def add_act(
    store: Store,
    *,
    item_id: ItemId,
    title: Mapping[str, str] | None = None,
    people: Sequence[tuple[Who, Role]] = (),
) -> ActId:
    """Add an act at the end of an item's ceremony, with those who sign, present, receive or witness it."""
    act_id = ActId(new_id())
    with store.read() as db:
        values = titled(found(db, Item, item_id).title)
    with store.step(StepKind.EDIT_ACTS, **values) as db:
        place = next_position(db, Act.position, Act.item_id == item_id)
        db.add(Act(id=act_id, item_id=item_id, title=LocalizedText.of(title), position=place))
        first = next_position(db, Appearance.position, Appearance.item_id == item_id)
        for position, (who, role) in enumerate(people, start=first):
            db.add(
                Appearance(
                    id=new_id(),
                    item_id=item_id,
                    act_id=act_id,
                    participant_id=who.participant_id,
                    institution_id=who.institution_id,
                    label=who.text(),
                    role=role,
                    position=position,
                )
            )
    return act_id


def remove_act(store: Store, *, act_id: ActId) -> None:
    """Take an act out of its ceremony, with those who appear in it."""
    with store.read() as db:
        values = titled(found(db, Item, found(db, Act, act_id).item_id).title)
    with store.step(StepKind.EDIT_ACTS, **values) as db:
        for row in db.execute(select(Appearance).where(Appearance.act_id == act_id)).scalars():
            db.delete(row)
        let_go_of_acts(db, [act_id])
        db.flush()
        db.delete(found(db, Act, act_id))


def reorder_act(store: Store, *, act_id: ActId, by: int) -> bool:
    """Move an act `by` places within its ceremony. False at the edge: nothing moves, no step is made."""
    with store.read() as db:
        act = found(db, Act, act_id)
        values = titled(found(db, Item, act.item_id).title)
        acts = _acts(db, ItemId(act.item_id))
        if not 0 <= acts.index(act) + by < len(acts):
            return False
    with store.step(StepKind.EDIT_ACTS, **values) as db:
        act = found(db, Act, act_id)
        acts = _acts(db, ItemId(act.item_id))
        place = acts.index(act) + by
        acts.remove(act)
        acts.insert(place, act)
        for position, one in enumerate(acts):
            one.position = position
    return True


def _acts(db: Db, item_id: ItemId) -> list[Act]:
    return list(db.execute(select(Act).where(Act.item_id == item_id).order_by(Act.position, Act.id)).scalars())
