"""A room holds one session at a time, seats those who come, and is named."""

import pytest

from checked_forum import forum, found, session, told
from factories import text
from forumplanner.checks import rooms
from forumplanner.domain.kinds import ForumMode, SessionKind
from forumplanner.snapshots.checks import CheckedSession

MORNING = session("1", "09:00", "10:30", room="A")


def test_two_sessions_in_one_room_are_found_to_the_minute() -> None:
    (clash,) = found(forum(MORNING, session("2", "10:15", "12:00", room="A")), rooms.overlaps)

    assert clash.minutes == 15
    assert [subject.id for subject in clash.subjects] == ["A", "1", "2"]
    assert clash.message == {
        "zh-Hans": "11月14日 周六 10:15 起 15 分钟内，“场次1”和“场次2”都在A厅。",
        "en": "For 15 minutes from 10:15 on Sat 14 Nov, both “Session 1” and “Session 2” are in Room A.",
    }


def test_sessions_that_follow_one_another_share_a_room() -> None:
    assert found(forum(MORNING, session("2", "10:30", "12:00", room="A")), rooms.overlaps) == []


def test_another_room_is_another_room() -> None:
    assert found(forum(MORNING, session("2", "09:00", "10:30", room="B")), rooms.overlaps) == []


def test_a_relayed_session_takes_its_second_room_too() -> None:
    relayed = session("2", "09:30", "10:00", rooms=("B", "A"))

    assert [clash.minutes for clash in found(forum(MORNING, relayed), rooms.overlaps)] == [30]


def test_three_sessions_at_once_are_three_pairs() -> None:
    three = [session(str(n), "09:00", "10:00", room="A") for n in range(3)]

    pairs = {tuple(subject.id for subject in clash.subjects[1:]) for clash in found(forum(*three), rooms.overlaps)}

    assert pairs == {("0", "1"), ("0", "2"), ("1", "2")}


@pytest.mark.parametrize("kind", [SessionKind.REGISTRATION, SessionKind.EXHIBITION, SessionKind.BREAK])
def test_what_runs_beside_other_things_may_share_a_room(kind: SessionKind) -> None:
    assert found(forum(MORNING, session("2", "09:00", "10:00", room="A", kind=kind)), rooms.overlaps) == []


def test_a_session_that_ends_before_it_starts_takes_no_room() -> None:
    assert found(forum(MORNING, session("2", "10:00", "09:30", room="A")), rooms.overlaps) == []


def test_more_people_than_seats_are_counted() -> None:
    (small,) = found(forum(session("1", "09:00", "10:00", room="A", expected=132)), rooms.too_small)

    assert small.title == {"zh-Hans": "A厅预计 132 人，座位 120 个", "en": "Room A: 132 expected, 120 seats"}
    assert small.message == {
        "zh-Hans": "“场次1”预计 132 人，有 12 人没有座位。",
        "en": "“Session 1” expects 132 people; 12 have no seat.",
    }


@pytest.mark.parametrize(("expected", "held"), [(120, ("A",)), (270, ("A", "B")), (None, ("A",))])
def test_people_who_find_a_seat_are_no_finding(expected: int | None, held: tuple[str, ...]) -> None:
    assert found(forum(session("1", "09:00", "10:00", rooms=held, expected=expected)), rooms.too_small) == []


def test_a_session_without_a_room_or_a_place_is_found() -> None:
    nowhere = session("1", "09:00", "10:00", kind=SessionKind.PARALLEL)

    assert told(forum(nowhere), rooms.without_room) == [
        ("日程上看不出“场次1”在哪里举行。", "Nobody can read in the agenda where “Session 1” takes place.")
    ]


@pytest.mark.parametrize(
    "somewhere",
    [
        session("1", "09:00", "10:00", room="A", kind=SessionKind.PARALLEL),
        session("1", "09:00", "10:00", place=text("湖滨酒店"), kind=SessionKind.BANQUET),
        session("1", "09:00", "10:00", kind=SessionKind.TRANSFER),
    ],
)
def test_a_place_in_words_will_do_and_a_bus_needs_none(somewhere: CheckedSession) -> None:
    assert found(forum(somewhere), rooms.without_room) == []


def test_a_forum_held_online_needs_no_rooms() -> None:
    online = forum(session("1", "09:00", "10:00", kind=SessionKind.PARALLEL), mode=ForumMode.ONLINE)

    assert found(online, rooms.without_room) == []
