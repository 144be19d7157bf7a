"""Shifting: a session and what follows it, earlier or later, in its room or everywhere."""

import uuid
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import selectinload

from forumplanner.actions.found import titled
from forumplanner.actions.moving import check_stretch, move_to, place_of, room_words, session_day, start_of, where_to
from forumplanner.actions.whole import whole_session
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import SessionId
from forumplanner.domain.kinds import BREAK_SESSIONS, StepKind
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import count_in_language
from forumplanner.records import Part, Session
from forumplanner.store import Store


def shift_following(
    store: Store, *, session_id: SessionId, by: int, everywhere: bool = False, beyond_break: bool = False
) -> int:
    """Move a session, and what follows it on its day up to the next break, by so many minutes; one step for all.

    In the same room, or with `everywhere` in all of them. With `beyond_break` the breaks move along and what stands
    behind them too; a break for everybody moves only with `everywhere`. Returns how many sessions were moved, 0 where
    the session has no time yet. Raises `moving.OutsideTheDay` where one would start before midnight.
    """
    with store.read() as db:
        row = whole_session(db, session_id)
        chosen = _following(db, row, everywhere=everywhere, beyond_break=beyond_break) if by else []
        for session in chosen:
            check_stretch((start_of(session) or 0) + by, None)
        keys = [session.id for session in chosen]
        values = _values(db, row, by, len(keys), everywhere=everywhere)
    if not keys:
        return 0
    with store.step(StepKind.MOVE_SESSION if len(keys) == 1 else StepKind.SHIFT_SESSIONS, **values) as db:
        for session in _whole(db, keys):
            move_to(session, None, (start_of(session) or 0) + by)
    return len(keys)


def _following(db: Db, first: Session, *, everywhere: bool, beyond_break: bool) -> list[Session]:
    """The session and those after it, in the order in which they start."""
    if first.starts_at is None:
        return []
    day = session_day(first)
    later = db.execute(
        select(Session)
        .where(Session.forum_id == first.forum_id, Session.starts_at >= first.starts_at, Session.id != first.id)
        .order_by(Session.starts_at, Session.position, Session.id)
        .options(selectinload(Session.rooms))
    ).scalars()
    place, chosen = place_of(first), [first]
    for session in later:
        if session_day(session) != day:
            continue
        theirs, pause = place_of(session), session.kind in BREAK_SESSIONS
        if pause and not beyond_break and theirs in {None, place}:
            break
        if everywhere or (theirs is not None and theirs == place):
            chosen.append(session)
    return chosen


def _whole(db: Db, keys: Iterable[uuid.UUID]) -> list[Session]:
    """Sessions with their parts and items, in three statements."""
    inside = selectinload(Session.parts).selectinload(Part.items)
    return list(db.execute(select(Session).where(Session.id.in_(list(keys))).options(inside)).scalars())


def _values(db: Db, first: Session, by: int, count: int, *, everywhere: bool) -> dict[str, str]:
    """What the step remembers: one session by its title and new start, several by their number and where they are."""
    start = start_of(first)
    if count == 1:
        return {**titled(first.title), **where_to(first, None, None if start is None else start + by)}
    where = (
        by_language("where", zh="所有会场", en="all rooms") if everywhere else room_words(db, place_of(first), "where")
    )
    return {**where, **_stretch(by), **_sessions(count)}


_SIDES = (("zh", ZH), ("en", EN))


def _stretch(by: int) -> dict[str, str]:
    sides = {
        tag: count_in_language(tag, "{n} minute later", "{n} minutes later", by)
        if by > 0
        else count_in_language(tag, "{n} minute earlier", "{n} minutes earlier", -by)
        for tag in (ZH, EN)
    }
    return by_language("by", zh=sides[ZH], en=sides[EN])


def _sessions(count: int) -> dict[str, str]:
    sides = {tag: count_in_language(tag, "{n} session", "{n} sessions", count) for tag in (ZH, EN)}
    return by_language("sessions", zh=sides[ZH], en=sides[EN])
