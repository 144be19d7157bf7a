"""Rooms: added, named, closed for a while, and removed only when it is said where its sessions go."""

import pytest
from sqlalchemy import select

from factories import DAY, at
from forumplanner.actions import rooms
from forumplanner.actions.found import NoLongerThere
from forumplanner.actions.moving import EndsTooEarly, OutsideTheDay
from forumplanner.actions.rooms import NoSuchCapacity, RoomInUse
from forumplanner.domain.ids import RoomId, new_id
from forumplanner.records import Room, RoomClosure
from forumplanner.store import Store
from planned import Plan, make_plan
from planner_file import Filling


@pytest.fixture
def plan(store: Store, filling: Filling) -> Plan:
    return make_plan(store, filling)


def names(plan: Plan) -> list[str]:
    return [room.name.side(1) for room in plan.programme().rooms]


def test_a_room_is_added_named_and_sized(plan: Plan) -> None:
    made = rooms.add_room(
        plan.store,
        forum_id=plan.forum_id,
        name={"zh-Hans": "小厅", "en": "Small Hall"},
        capacity=60,
        building={"en": "East"},
    )
    assert plan.said() == "Added room Small Hall"

    rooms.rename_room(plan.store, room_id=made, tag="en", text="Little Hall")
    rooms.set_capacity(plan.store, room_id=made, capacity=0)
    rooms.set_building(plan.store, room_id=made, tag="en", text="West")
    rooms.move_room(plan.store, room_id=made, place=1)

    assert plan.said() == "Edited room Little Hall"
    assert names(plan) == ["Hall", "Little Hall", "Room 301", "Room 302"]
    with plan.store.read() as db:
        room = db.get(Room, made)
        assert room is not None
        assert (room.capacity, room.building.get("en")) == (0, "West")


def test_a_room_can_not_hold_fewer_than_nobody(plan: Plan) -> None:
    with pytest.raises(NoSuchCapacity, match="can't hold -3 people"):
        rooms.set_capacity(plan.store, room_id=plan.rooms["Hall"], capacity=-3)
    with pytest.raises(NoSuchCapacity):
        rooms.add_room(plan.store, forum_id=plan.forum_id, name={"en": "X"}, capacity=-1)


def test_a_room_closes_for_a_while_and_opens_again(plan: Plan) -> None:
    made = rooms.close_room(
        plan.store, room_id=plan.rooms["Hall"], day=DAY, start=420, end=510, reason={"zh-Hans": "搭台", "en": "Set-up"}
    )

    with plan.store.read() as db:
        closure = db.execute(select(RoomClosure)).scalar_one()
        assert (closure.starts_at, closure.ends_at) == (at("07:00"), at("08:30"))
        assert closure.reason.get("en") == "Set-up"
    assert plan.said() == "Closed room Hall for a while"

    rooms.open_room(plan.store, closure_id=made)
    with plan.store.read() as db:
        assert db.execute(select(RoomClosure)).all() == []
    assert plan.said("zh-Hans") == "会场报告厅恢复使用"


def test_a_closure_has_a_length_and_a_day(plan: Plan) -> None:
    with pytest.raises(EndsTooEarly):
        rooms.close_room(plan.store, room_id=plan.rooms["Hall"], day=DAY, start=420, end=420)
    with pytest.raises(OutsideTheDay):
        rooms.close_room(plan.store, room_id=plan.rooms["Hall"], day=DAY, start=-1, end=420)


def test_a_room_in_use_is_not_removed_without_a_word(plan: Plan) -> None:
    before = plan.programme()

    with pytest.raises(RoomInUse) as refused:
        rooms.remove_room(plan.store, room_id=plan.rooms["Room 301"])

    assert str(refused.value) == (
        "3 sessions still take place in this room: “Opening”, “Forum A”, “Talks”."
        " Choose another room for them, or none."
    )
    assert plan.programme() == before


def test_its_sessions_go_to_another_room_and_one_that_is_there_already_stays_once(plan: Plan) -> None:
    rooms.close_room(plan.store, room_id=plan.rooms["Room 301"], day=DAY, start=420, end=510)
    before = plan.programme()

    assert rooms.remove_room(plan.store, room_id=plan.rooms["Room 301"], move_to=plan.rooms["Hall"]) == 3

    assert names(plan) == ["Hall", "Room 302"]
    assert [plan.where(name) for name in ("Opening", "Forum A", "Talks")] == [["Hall"], ["Hall"], ["Hall"]]
    assert plan.said() == "Removed room Room 301"
    plan.store.undo()
    assert plan.programme() == before


def test_its_sessions_may_be_left_without_a_room(plan: Plan) -> None:
    assert rooms.remove_room(plan.store, room_id=plan.rooms["Hall"], move_to=None) == 3

    assert [plan.where(name) for name in ("Opening", "Tea", "Keynotes")] == [["Room 301"], [], []]


def test_an_unused_room_just_goes(plan: Plan) -> None:
    made = rooms.add_room(plan.store, forum_id=plan.forum_id, name={"en": "Spare"})

    assert rooms.remove_room(plan.store, room_id=made) == 0
    assert names(plan) == ["Hall", "Room 301", "Room 302"]


def test_sessions_can_not_go_to_the_room_that_goes_or_to_one_that_is_gone(plan: Plan) -> None:
    with pytest.raises(RoomInUse):
        rooms.remove_room(plan.store, room_id=plan.rooms["Hall"], move_to=plan.rooms["Hall"])
    with pytest.raises(NoLongerThere):
        rooms.remove_room(plan.store, room_id=plan.rooms["Hall"], move_to=RoomId(new_id()))
