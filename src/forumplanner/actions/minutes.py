"""Minutes of an item, and what gives: the discussion shrinks and the rest moves, tea moves in all rooms, or nothing."""

import datetime as dt
from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import selectinload

from forumplanner.actions.found import NotPossible, found, titled
from forumplanner.actions.moving import NoDayYet, at, check_stretch, session_day
from forumplanner.actions.whole import whole_part, whole_session
from forumplanner.domain.flow import flow
from forumplanner.domain.giving import Gives, absorbed, break_after, discussion_after
from forumplanner.domain.ids import ItemId, PartId, SessionId
from forumplanner.domain.kinds import BREAK_ITEMS, StepKind
from forumplanner.i18n import gettext as _
from forumplanner.records import Item, Part, Session
from forumplanner.store import Store


class NoBreakAfter(NotPossible):
    """Tea was to move, but none stands behind the item in its part."""


def change_minutes(store: Store, *, item_id: ItemId, minutes: int | None, gives: Gives = Gives.REST) -> int:
    """Set how long an item takes; returns in how many sessions something changed.

    REST: the discussion at the end of its stretch takes up what it can, later starts of the part move by what is
    left. TEA: what stands before the next break moves, that break in every session of the day in which it begins at
    the same time, and what follows it; sessions end as before. ALONE: nothing else changes. Raises `NoBreakAfter`.
    """
    with store.read() as db:
        row = found(db, Item, item_id)
        title = row.title
        if gives is Gives.TEA and _tea_of(list(whole_part(db, PartId(row.part_id)).items), row) is None:
            raise NoBreakAfter(_("No tea break stands after this item in its half, so none can move."))
    with store.step(StepKind.EDIT_ITEM, **titled(title)) as db:
        item = found(db, Item, item_id)
        by = (minutes or 0) - (item.minutes or 0)
        known = minutes is not None and item.minutes is not None
        touched = 1
        if known and gives is Gives.TEA:
            touched = _move_tea(db, item, by)
        item.minutes = minutes
        if known and gives is Gives.REST:
            _move_rest(list(whole_part(db, PartId(item.part_id)).items), item, by)
    return touched


def span_item(store: Store, *, item_id: ItemId, start: int, end: int) -> None:
    """Give an item a start of its own and an end, in minutes since midnight of its session's day; the rest stays.

    Raises `moving.NoDayYet`, `moving.OutsideTheDay`, `moving.EndsTooEarly`.
    """
    check_stretch(start, end)
    with store.read() as db:
        row = found(db, Item, item_id)
        session = whole_part(db, PartId(row.part_id)).session
        title, starts_at = row.title, at(session_day(session), start, session.zone)
    if starts_at is None:
        raise NoDayYet(_("The session has no day yet. Give it a day first; nothing was changed."))
    with store.step(StepKind.EDIT_ITEM, **titled(title)) as db:
        item = found(db, Item, item_id)
        item.starts_at, item.minutes = starts_at, end - start


def _move_rest(items: Sequence[Item], item: Item, by: int) -> None:
    place = items.index(item)
    talk = discussion_after([entry.kind for entry in items], place)
    taken = absorbed(by, items[talk].minutes) if talk is not None else 0
    if talk is not None and taken:
        items[talk].minutes = (items[talk].minutes or 0) - taken
    for later, entry in enumerate(items[place + 1 :], start=place + 1):
        move = by if talk is None or later <= talk else by - taken
        _push(entry, move)


def _push(item: Item, by: int) -> None:
    item.starts_at = item.starts_at + dt.timedelta(minutes=by) if item.starts_at else None


def _tea_of(items: Sequence[Item], item: Item) -> Item | None:
    place = break_after([entry.kind for entry in items], items.index(item))
    return items[place] if place is not None else None


def _move_tea(db: Db, item: Item, by: int) -> int:
    """The break behind the item and those that begin with it, before the item itself has its new minutes."""
    home = whole_session(db, SessionId(found(db, Part, item.part_id).session_id))
    entries = next(list(part.items) for part in home.parts if part.id == item.part_id)
    tea = _tea_of(entries, item)
    when = next((begins for entry, begins in _begins(home) if entry is tea), None)
    if tea is None:
        return 1
    together = list(_together(db, home, when)) if when else []
    for entry in entries[entries.index(item) + 1 : entries.index(tea) + (not together)]:
        _push(entry, by)
    for session, pause, begins in together:
        _move_from(session, pause, begins, by)
    return max(1, len(together))


def _together(db: Db, home: Session, when: dt.datetime) -> Iterator[tuple[Session, Item, dt.datetime]]:
    """The sessions of the day with a break that begins then."""
    for session in _same_day(db, home):
        pause = next((e for e, begins in _begins(session) if e.kind in BREAK_ITEMS and begins == when), None)
        if pause is not None:
            yield session, pause, when


def _begins(session: Session) -> Iterator[tuple[Item, dt.datetime | None]]:
    """Every item with its start, own or flowing."""
    cursor = session.starts_at
    for part in session.parts:
        rows = [(item.starts_at, item.minutes) for item in part.items]
        stretches = flow(rows, start=part.starts_at or cursor, end=part.ends_at)
        yield from zip(part.items, (start for start, _end in stretches), strict=True)
        cursor = part.ends_at or (stretches[-1][1] if stretches else cursor)


def _same_day(db: Db, home: Session) -> list[Session]:
    inside = selectinload(Session.parts).selectinload(Part.items)
    query = select(Session).where(Session.forum_id == home.forum_id, Session.starts_at.is_not(None)).options(inside)
    day = session_day(home)
    return [session for session in db.execute(query).scalars() if session_day(session) == day]


def _move_from(session: Session, pause: Item, when: dt.datetime, by: int) -> None:
    """Move a break and what stands behind it in its session; the last part ends as before."""
    step, behind = dt.timedelta(minutes=by), False
    for number, part in enumerate(session.parts):
        last = number == len(session.parts) - 1
        if behind:
            part.starts_at = part.starts_at + step if part.starts_at else None
        for item in part.items:
            if item is pause:
                behind = True
                item.starts_at = when + step
            elif behind:
                _push(item, by)
        if behind and not last:
            part.ends_at = part.ends_at + step if part.ends_at else None
