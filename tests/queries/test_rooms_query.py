"""Rooms as they are kept: order, seats, how much they are used, when they are closed; the same statements for all."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import DAY, at, make_forum, make_room, make_session, new_database, text
from forumplanner.domain.ids import ForumId, new_id
from forumplanner.queries import rooms
from forumplanner.records import Forum, RoomClosure
from forumplanner.snapshots.rooms import Rooms


@pytest.fixture
def db() -> Iterator[Db]:
    with new_database() as session:
        yield session


def forum_with(db: Db, number: int) -> Forum:
    forum = make_forum(db)
    for place in reversed(range(number)):
        room = make_room(db, forum, f"{place}厅", f"Room {place}", position=place, capacity=10 * place)
        make_session(db, forum, "场", "Session", start="09:00", end="10:00", rooms=(room,))
        db.add(
            RoomClosure(
                id=new_id(), room_id=room.id, starts_at=at("22:00"), ends_at=at("25:30"), reason=text("", "Set-up")
            )
        )
    db.flush()
    return forum


def test_rooms_stand_in_order_with_their_use_and_closures_past_midnight(db: Db) -> None:
    forum = forum_with(db, 2)
    make_room(db, forum, "空厅", "Spare", position=9)
    db.flush()

    found = rooms.load(db, forum_id=ForumId(forum.id))

    assert [(room.name.side(1), room.capacity, room.sessions) for room in found.rooms] == [
        ("Room 0", 0, 1),
        ("Room 1", 10, 1),
        ("Spare", None, 0),
    ]
    assert {(line.day, line.start, line.end, line.reason.side(1)) for line in found.closures} == {
        (DAY, 1320, 1530, "Set-up")
    }
    assert found.days == (DAY,)


def test_an_unknown_forum_has_no_rooms(db: Db) -> None:
    assert rooms.load(db, forum_id=ForumId(new_id())) == Rooms()


@pytest.mark.parametrize("number", [1, 40])
def test_it_takes_four_statements(db: Db, number: int) -> None:
    forum = forum_with(db, number)
    said: list[str] = []
    event.listen(db.get_bind(), "before_cursor_execute", lambda *given: said.append(given[2]))

    rooms.load(db, forum_id=ForumId(forum.id))

    assert len(said) == 4
