"""Where else a session could go: the nearest free places first, none with a fault, the same offers every time."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checked_forum import PERERA, RAHMAN, ROOM_A, ROOM_B, arrives, forum, part, session
from factories import DAY, text
from forumplanner.checks.live import LiveChecks
from forumplanner.checks.places import Offer, offers
from forumplanner.domain.kinds import Role, Severity
from forumplanner.domain.times import clock, instant
from forumplanner.snapshots.checks import CheckedForum, CheckedRoom

LARGE = CheckedRoom("L", text("大厅", "Large Hall"), capacity=500)
STREAM = CheckedRoom("S", text("直播间", "Stream"), capacity=900)
CLASH = forum(
    session("1", "09:00", "10:00", room="A"),
    session("2", "09:30", "10:30", part(rahman=Role.CHAIR), room="A", expected=100),
    rooms=(ROOM_A, STREAM, LARGE, ROOM_B),
)


def told(found: tuple[Offer, ...]) -> list[str]:
    return [f"{offer.room} {clock(offer.start)}" for offer in found]


def test_rooms_at_the_same_time_come_by_how_well_they_fit() -> None:
    assert told(offers(LiveChecks(CLASH), "2", slots=False)) == ["B 09:30", "L 09:30"]


def test_other_times_in_the_own_room_come_by_how_near_they_are() -> None:
    assert told(offers(LiveChecks(CLASH), "2", rooms=False)) == ["A 10:00", "A 10:30", "A 11:00"]


def test_an_offer_says_who_is_concerned_and_by_how_much_it_moves() -> None:
    first = offers(LiveChecks(CLASH), "2")[0]

    assert first == Offer("2", DAY, 9 * 60 + 30, 60, "B", 0, ("rahman",))


def test_a_room_that_is_too_small_is_no_offer() -> None:
    crowd = replace(CLASH, sessions=(CLASH.sessions[0], replace(CLASH.sessions[1], expected=300)))

    assert told(offers(LiveChecks(crowd), "2", slots=False)) == ["L 09:30"]


def test_a_time_before_its_people_arrive_is_no_offer() -> None:
    late = replace(CLASH, people=(replace(RAHMAN, journeys=(arrives("11:00"),)), PERERA))

    assert told(offers(LiveChecks(late), "2", rooms=False)) == ["A 12:00", "A 12:30", "A 13:00"]


@pytest.mark.parametrize("identity", ["none", "3"])
def test_what_has_no_time_has_no_other_place(identity: str) -> None:
    tray = replace(CLASH, sessions=(*CLASH.sessions, session("3", None, None, room="A")))

    assert offers(LiveChecks(tray), identity) == ()


SLOTS = st.lists(
    st.tuples(st.integers(8 * 12, 18 * 12), st.integers(3, 24), st.sampled_from("AB")), min_size=2, max_size=8
)


def _forum(plan: list[tuple[int, int, str]]) -> CheckedForum:
    sessions = (
        session(str(n), clock(first * 5), clock(first * 5 + length * 5), part(rahman=Role.CHAIR), room=room)
        for n, (first, length, room) in enumerate(plan)
    )
    return forum(*sessions)


@settings(deadline=None, max_examples=40)
@given(SLOTS)
def test_an_offer_has_no_fault_and_is_the_same_in_any_order(plan: list[tuple[int, int, str]]) -> None:
    whole = _forum(plan)
    live = LiveChecks(whole)

    found = offers(live, "0")

    assert found == offers(LiveChecks(replace(whole, sessions=whole.sessions[::-1])), "0")
    assert len(found) <= 3
    for offer in found:
        start = instant(offer.day, offer.start, whole.zone)
        end = instant(offer.day, offer.start + offer.length, whole.zone)
        faults = live.moved("0", day=offer.day, start=start, end=end, rooms=(offer.room,))
        assert [f.kind for f in faults if f.severity in {Severity.ERROR, Severity.WARNING}] == []
