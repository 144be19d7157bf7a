"""A day from a pattern stands in the file as one step: rooms and forums that exist are used, missing ones are made."""

import datetime as dt

import pytest

from factories import DAY, make_forum, make_room, make_track
from forumplanner.actions import days
from forumplanner.domain.ids import ForumId
from forumplanner.domain.patterns import DayPattern, PatternRefused
from forumplanner.queries import programme
from forumplanner.snapshots.programme import Programme
from forumplanner.store import Store
from planner_file import Filling


def loaded(store: Store, forum_id: ForumId) -> Programme:
    with store.read() as db:
        return programme.load(db, forum_id=forum_id)


@pytest.fixture
def forum_id(filling: Filling) -> ForumId:
    with filling() as db:
        forum = make_forum(db, zone="Asia/Yangon")
        make_room(db, forum, "国际会议厅", "Grand Hall", position=0)
        make_track(db, forum, "B", position=0)
    return ForumId(forum.id)


def test_an_empty_forum_gets_rooms_forums_halves_and_breaks(store: Store, forum_id: ForumId) -> None:
    before = loaded(store, forum_id)

    made = days.make_day(store, forum_id=forum_id, day=DAY, pattern=DayPattern())

    plan = loaded(store, forum_id)
    assert [str(key) for key in made] == [line.id for line in plan.sessions]
    assert [room.name.side(1) for room in plan.rooms] == ["Grand Hall", "Room 2", "Room 3", "Room 4", "Room 5"]
    assert [(track.code, track.title.side(0)) for track in plan.tracks] == [
        ("B", ""),
        ("A", "分论坛 A"),
        ("C", "分论坛 C"),
        ("D", "分论坛 D"),
    ]
    forums = [line for line in plan.sessions if line.track_id]
    assert [(line.start, line.end, len(line.room_ids)) for line in forums] == [(810, 1050, 1)] * 4
    assert [(part.title.side(0), part.start, part.end) for part in forums[0].parts] == [
        ("上半场", 810, 940),
        ("下半场", 940, 1050),
    ]
    assert {line.parts[0].items[-1].begins for line in forums} == {920}
    assert store.history(1)[0].values["sessions.en"] == "8 sessions"
    store.undo()
    assert loaded(store, forum_id) == before


def test_a_second_day_takes_new_letters_and_the_same_rooms(store: Store, forum_id: ForumId) -> None:
    pattern = DayPattern(parallel=2, rooms=3)
    days.make_day(store, forum_id=forum_id, day=DAY, pattern=pattern)
    days.make_day(store, forum_id=forum_id, day=DAY + dt.timedelta(days=1), pattern=pattern)

    plan = loaded(store, forum_id)

    assert [track.code for track in plan.tracks] == ["B", "A", "C", "D"]
    assert len(plan.rooms) == 3
    assert len(plan.sessions) == 12


def test_numbers_that_give_no_day_change_nothing(store: Store, forum_id: ForumId) -> None:
    steps = len(store.history())

    with pytest.raises(PatternRefused):
        days.make_day(store, forum_id=forum_id, day=DAY, pattern=DayPattern(end=8 * 60))

    assert len(store.history()) == steps
