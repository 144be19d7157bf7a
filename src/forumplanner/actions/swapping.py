"""Two items of the agenda change places."""

from forumplanner.actions.found import found, titled
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ItemId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.text import EN, ZH
from forumplanner.records import Item
from forumplanner.store import Store


def swap_items(store: Store, *, first: ItemId, second: ItemId) -> None:
    """Let two items of any sessions change part, order and start with each other.

    Each keeps its minutes and its people. Raises `found.NoLongerThere`.
    """
    with store.read() as db:
        one, two = found(db, Item, first), found(db, Item, second)
        values = {**titled(one.title), **by_language("other", zh=two.title.best(ZH), en=two.title.best(EN))}
    with store.step(StepKind.SWAP_ITEMS, **values) as db:
        one, two = found(db, Item, first), found(db, Item, second)
        one.part_id, two.part_id = two.part_id, one.part_id
        one.position, two.position = two.position, one.position
        one.starts_at, two.starts_at = two.starts_at, one.starts_at
