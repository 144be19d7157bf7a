"""Putting the addresses of a ceremony into the order that the forum's rule proposes."""

import datetime as dt
import uuid
from collections.abc import Sequence

from forumplanner.actions.found import found, titled
from forumplanner.actions.whole import whole_part
from forumplanner.domain.ids import PartId, SessionId
from forumplanner.domain.kinds import StepKind
from forumplanner.queries import address_order
from forumplanner.queries.address_order import AddressOrder
from forumplanner.records import Item, Session
from forumplanner.store import Store


def sort_addresses(store: Store, *, session_id: SessionId) -> int:
    """Put a session's addresses into the proposed order, part by part, in one step; how many changed their place.

    They take each other's places; every other item stays where it is. Where addresses follow each other without a
    pause, those behind start when the one before them ends.
    """
    with store.read() as db:
        title = found(db, Session, session_id).title
        orders = [order for order in address_order.load(db, session_id=session_id) if order.moved]
    moved = sum(order.moved for order in orders)
    if not moved:
        return 0
    with store.step(StepKind.SORT_ADDRESSES, count=moved, **titled(title)) as db:
        for order in orders:
            _deal(list(whole_part(db, PartId(uuid.UUID(order.part_id))).items), order)
    return moved


def _deal(items: Sequence[Item], order: AddressOrder) -> None:
    """Give the places of `order.now` to the items of `order.proposed`."""
    by_key = {str(item.id): item for item in items}
    slots = [by_key[key] for key in order.now]
    places = {by_key[key].id: slot for key, slot in zip(order.proposed, slots, strict=True)}
    before = [(item.starts_at, item.minutes) for item in items]
    turn = {slot.id: n for n, slot in enumerate(items)}
    after = sorted(items, key=lambda item: turn[places[item.id].id] if item.id in places else turn[item.id])
    starts = _starts(before, after)
    for position, (item, start) in enumerate(zip(after, starts, strict=True)):
        item.position, item.starts_at = position, start


def _starts(before: Sequence[tuple[dt.datetime | None, int | None]], after: Sequence[Item]) -> list[dt.datetime | None]:
    """The starts of the places, pushed along where one began as the one before it ended."""
    starts = [start for start, _minutes in before]
    for n in range(1, len(starts)):
        was, minutes = before[n - 1]
        now, own = starts[n - 1], before[n][0]
        follows = was is not None and minutes is not None and own == was + dt.timedelta(minutes=minutes)
        if follows and now is not None and after[n - 1].minutes is not None:
            starts[n] = now + dt.timedelta(minutes=after[n - 1].minutes or 0)
    return starts
