"""The rooms of one forum with their closures: four statements, however many there are."""

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.ids import ForumId
from forumplanner.domain.times import conference_day, minutes_of
from forumplanner.queries.wordings import pair
from forumplanner.records import Forum, Room, RoomClosure, SessionRoom
from forumplanner.snapshots.rooms import ClosureLine, KeptRoom, Rooms


def load(db: Db, *, forum_id: ForumId) -> Rooms:
    """Everything the panel shows; an unknown forum has no rooms."""
    forum = db.execute(
        select(Forum.languages, Forum.zone, Forum.starts_on, Forum.ends_on).where(Forum.id == forum_id)
    ).one_or_none()
    if forum is None:
        return Rooms()
    return Rooms(
        languages=forum.languages,
        rooms=_rooms(db, forum_id, forum.languages),
        closures=_closures(db, forum_id, forum.languages, forum.zone),
        days=_days(forum.starts_on, forum.ends_on),
    )


def _rooms(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> tuple[KeptRoom, ...]:
    counted = db.execute(
        select(SessionRoom.room_id, func.count().label("sessions"))
        .join(Room, Room.id == SessionRoom.room_id)
        .where(Room.forum_id == forum_id)
        .group_by(SessionRoom.room_id)
    )
    uses = {row.room_id: int(row.sessions) for row in counted}
    rows = db.execute(
        select(Room.id, Room.name, Room.capacity, Room.building)
        .where(Room.forum_id == forum_id)
        .order_by(Room.position, Room.id)
    )
    return tuple(
        KeptRoom(str(r.id), pair(r.name, languages), r.capacity, pair(r.building, languages), uses.get(r.id, 0))
        for r in rows
    )


def _closures(db: Db, forum_id: ForumId, languages: tuple[str, ...], zone: str) -> tuple[ClosureLine, ...]:
    rows = db.execute(
        select(RoomClosure.id, RoomClosure.room_id, RoomClosure.starts_at, RoomClosure.ends_at, RoomClosure.reason)
        .join(Room, Room.id == RoomClosure.room_id)
        .where(Room.forum_id == forum_id)
        .order_by(RoomClosure.starts_at, RoomClosure.id)
    )
    found = []
    for row in rows:
        day = conference_day(row.starts_at, zone)
        start, end = minutes_of(row.starts_at, day, zone), minutes_of(row.ends_at, day, zone)
        found.append(ClosureLine(str(row.id), str(row.room_id), day, start, end, pair(row.reason, languages)))
    return tuple(found)


def _days(first: dt.date | None, last: dt.date | None) -> tuple[dt.date, ...]:
    if first is None:
        return ()
    return tuple(first + dt.timedelta(days=n) for n in range(min((max(first, last or first) - first).days, 30) + 1))
