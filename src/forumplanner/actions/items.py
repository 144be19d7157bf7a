"""What a secretary does with agenda items: add, name, time, order, remove."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found, titled
from forumplanner.actions.links import tidy_link
from forumplanner.actions.moving import at, begins_of, session_day
from forumplanner.actions.whole import contents_of, whole_part, whole_session
from forumplanner.domain.ids import ItemId, PartId, SessionId, new_id
from forumplanner.domain.kinds import Interpretation, ItemKind, StepKind
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.records import Item, Part, Session
from forumplanner.store import Store


def add_item(
    store: Store,
    *,
    part_id: PartId,
    title: Mapping[str, str],
    kind: ItemKind = ItemKind.REPORT,
    minutes: int | None = None,
    after: ItemId | None = None,
) -> ItemId:
    """Add an item to a part, behind `after`, else at its end; it flows from the one before it."""
    item_id = ItemId(new_id())
    text = LocalizedText.of(title)
    with store.step(StepKind.ADD_ITEM, **titled(text)) as db:
        items = list(whole_part(db, part_id).items)
        made = Item(id=item_id, part_id=part_id, title=text, kind=kind, minutes=minutes)
        place = next((n + 1 for n, item in enumerate(items) if item.id == after), len(items))
        items.insert(place, made)
        _number(items)
        db.add(made)
    return item_id


def rename_item(store: Store, *, item_id: ItemId, tag: str, text: str) -> None:
    """Write one language's title; the other then needs review."""
    _edit(store, item_id, lambda item: setattr(item, "title", item.title.edited(tag, text)))


def confirm_item_title(store: Store, *, item_id: ItemId, tag: str) -> None:
    """Declare one language's title right as it stands."""

    def confirm(item: Item) -> None:
        item.title = item.title.confirmed(tag)

    _edit(store, item_id, confirm, StepKind.CONFIRM_TRANSLATION)


def set_item_kind(store: Store, *, item_id: ItemId, kind: ItemKind) -> None:
    """Say what an item is."""
    _edit(store, item_id, lambda item: setattr(item, "kind", kind))


def set_item_start(store: Store, *, item_id: ItemId, start: int | None) -> None:
    """Give an item a start of its own, in minutes since midnight of its day; None lets it flow again."""
    with store.read() as db:
        item = found(db, Item, item_id)
        session = db.execute(
            select(Session).join(Part, Part.session_id == Session.id).where(Part.id == item.part_id)
        ).scalar_one()
        starts_at = at(session_day(session), start, session.zone)
    if start is not None and starts_at is None:
        raise NotPossible(_("The session has no day yet, so an item in it can't have a time. Give it a day first."))
    _edit(store, item_id, lambda item: setattr(item, "starts_at", starts_at))


def set_item_minutes(store: Store, *, item_id: ItemId, minutes: int | None, rest_moves: bool = True) -> None:
    """Set how long an item takes; later items of its part with starts of their own move along if `rest_moves`."""

    def change(db: Db, item: Item) -> None:
        by = (minutes or 0) - (item.minutes or 0)
        known = minutes is not None and item.minutes is not None
        item.minutes = minutes
        if rest_moves and known:
            _move_rest(whole_part(db, PartId(item.part_id)).items, item, by)

    _edit_with(store, item_id, change)


def _move_rest(items: Sequence[Item], item: Item, by: int) -> None:
    """Move what follows `item` by so many minutes."""
    for later in items[items.index(item) + 1 :]:
        later.starts_at = later.starts_at + dt.timedelta(minutes=by) if later.starts_at else None


def set_interpretation(store: Store, *, item_id: ItemId, interpretation: Interpretation, channel: str = "") -> None:
    """Say how an item is interpreted, and on which channel."""

    def change(item: Item) -> None:
        item.interpretation, item.channel = interpretation, channel

    _edit(store, item_id, change)


def set_item_languages(store: Store, *, item_id: ItemId, languages: Sequence[str]) -> None:
    """Say which languages are spoken in an item, as BCP 47 tags, the main one first."""
    _edit(store, item_id, lambda item: setattr(item, "languages", tuple(languages)))


def set_item_url(store: Store, *, item_id: ItemId, url: str) -> None:
    """Give an item a stream or replay of its own; "" takes it away. Raises `NotPossible` for what is no link."""
    link = tidy_link(url)
    _edit(store, item_id, lambda item: setattr(item, "url", link))


def set_item_media(store: Store, *, item_id: ItemId, media: str) -> None:
    """Name the video of an item: a file or a link."""
    _edit(store, item_id, lambda item: setattr(item, "media", media.strip()))


def set_item_notes(store: Store, *, item_id: ItemId, notes: str) -> None:
    """Write what the secretariat notes about an item; it stands on no paper."""
    _edit(store, item_id, lambda item: setattr(item, "notes", notes.strip()))


def remove_item(store: Store, *, item_id: ItemId) -> None:
    """Remove an item with who appears in it. Nobody else is moved: the next item keeps the time it had."""
    with store.read() as db:
        title = found(db, Item, item_id).title
    with store.step(StepKind.REMOVE_ITEM, **titled(title)) as db:
        item = found(db, Item, item_id)
        part = whole_part(db, PartId(item.part_id))
        begins = begins_of(whole_session(db, SessionId(part.session_id)))
        following = part.items[part.items.index(item) + 1 :][:1]
        for row in contents_of(db, [], [item_id]):
            db.delete(row)
        db.delete(item)
        for after in following:
            after.starts_at = after.starts_at or begins.get(after.id)


def reorder_items(store: Store, *, item_id: ItemId, by: int) -> bool:
    """Move an item `by` places within its part; at the edge it goes over to the neighbouring part. False: no room.

    Starts of their own stay with their place in the order, so that the clock still runs forwards.
    """
    with store.read() as db:
        title = found(db, Item, item_id).title
        if not _target(db, found(db, Item, item_id), by):
            return False
    with store.step(StepKind.REORDER_ITEMS, **titled(title)) as db:
        item = found(db, Item, item_id)
        target = _target(db, item, by)
        if target is None:
            return False
        part, place = target
        if part.id == item.part_id:
            _swap_within(list(part.items), item, place)
        else:
            _hand_over(whole_part(db, PartId(item.part_id)), part, item, place)
    return True


def _target(db: Db, item: Item, by: int) -> tuple[Part, int] | None:
    """The part and place that an item comes to when it moves by so many places."""
    part = whole_part(db, PartId(item.part_id))
    place = part.items.index(item) + by
    if 0 <= place < len(part.items):
        return part, place
    parts = list(
        db.execute(select(Part).where(Part.session_id == part.session_id).order_by(Part.position, Part.id)).scalars()
    )
    neighbour = parts.index(part) + (1 if by > 0 else -1)
    if not 0 <= neighbour < len(parts):
        return None
    other = whole_part(db, PartId(parts[neighbour].id))
    return other, 0 if by > 0 else len(other.items)


def _swap_within(items: list[Item], item: Item, place: int) -> None:
    starts = [entry.starts_at for entry in items]
    items.remove(item)
    items.insert(place, item)
    _number(items)
    for entry, start in zip(items, starts, strict=True):
        entry.starts_at = start


def _hand_over(source: Part, target: Part, item: Item, place: int) -> None:
    """Put the item into another part, where it flows."""
    staying = [entry for entry in source.items if entry is not item]
    coming = list(target.items)
    coming.insert(place, item)
    item.part_id = target.id
    item.starts_at = None
    _number(staying)
    _number(coming)


def _number(items: Sequence[Item]) -> None:
    for place, item in enumerate(items):
        item.position = place


def _edit(store: Store, item_id: ItemId, change: Callable[[Item], None], kind: StepKind = StepKind.EDIT_ITEM) -> None:
    _edit_with(store, item_id, lambda _db, item: change(item), kind)


def _edit_with(
    store: Store, item_id: ItemId, change: Callable[[Db, Item], None], kind: StepKind = StepKind.EDIT_ITEM
) -> None:
    with store.read() as db:
        title = found(db, Item, item_id).title
    with store.step(kind, **titled(title)) as db:
        change(db, found(db, Item, item_id))
