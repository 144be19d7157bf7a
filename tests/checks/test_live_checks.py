"""A dragged session is told what would be amiss where it stands, in the words of the whole check and no others."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checked_forum import PERERA, RAHMAN, appears, arrives, forum, part, session, talk
from factories import DAY, at
from forumplanner.checks import run
from forumplanner.checks.live import LiveChecks, shifted
from forumplanner.domain.kinds import Mode, Role, Severity
from forumplanner.snapshots.checks import CheckedForum, CheckSeverity
from forumplanner.snapshots.findings import Finding, FindingKind

CHAIRED = session("1", "14:00", "15:30", part(rahman=Role.CHAIR), room="A")
SPOKEN = session("2", "16:00", "16:40", part(talk(appears("rahman"), start="16:10", minutes=20)), room="B")
CALM = forum(CHAIRED, SPOKEN)
LIVE_KINDS = {
    FindingKind.PERSON_OVERLAP,
    FindingKind.ROOM_OVERLAP,
    FindingKind.ROOM_TOO_SMALL,
    FindingKind.ITEM_OUTSIDE_SESSION,
    FindingKind.SESSION_OVERRUN,
}


def there(start: str, end: str, *rooms: str, snapshot: CheckedForum = CALM) -> tuple[Finding, ...]:
    return LiveChecks(snapshot).moved("2", day=DAY, start=at(start), end=at(end), rooms=rooms or None)


def test_where_nothing_is_amiss_nothing_is_said() -> None:
    assert there("16:00", "16:40") == ()


def test_a_person_is_found_to_the_minute_with_items_moving_along() -> None:
    (clash,) = there("15:10", "15:50")

    assert (clash.kind, clash.minutes) == (FindingKind.PERSON_OVERLAP, 10)
    assert clash.message["en"] == (
        "For 10 minutes from 15:20 on Sat 14 Nov, Karim Rahman chairs “Session 1” (Room A) "
        "and speaks in “Session 2” (Room B)."
    )


def test_a_room_is_found_where_it_is_dragged_to() -> None:
    kinds = {(finding.kind, finding.minutes) for finding in there("15:00", "15:40", "A")}

    assert kinds == {(FindingKind.ROOM_OVERLAP, 30), (FindingKind.PERSON_OVERLAP, 20)}


def test_an_end_dragged_too_far_up_leaves_too_little_time() -> None:
    assert [finding.minutes for finding in there("16:00", "16:20")] == [10]


def test_a_session_from_the_tray_flows_from_where_it_is_dropped() -> None:
    tray = session("2", None, None, part(talk(appears("rahman"), minutes=20)), room="B")

    (clash,) = there("15:20", "15:40", snapshot=forum(CHAIRED, tray))

    assert clash.minutes == 10


def test_who_arrives_later_is_told() -> None:
    late = forum(SPOKEN, people=(replace(RAHMAN, journeys=(arrives("15:00"),)), PERERA))

    assert [f.kind for f in there("14:00", "14:40", snapshot=late)] == [FindingKind.ARRIVES_AFTER]


def test_who_is_online_is_asked_by_the_own_clock() -> None:
    online = forum(SPOKEN, people=(replace(RAHMAN, mode=Mode.ONLINE), PERERA))

    assert [f.kind for f in there("08:00", "08:40", snapshot=online)] == [FindingKind.ONLINE_AT_NIGHT]


def test_severities_of_the_forum_hold_while_dragging() -> None:
    quiet = replace(
        CALM, severities=(CheckSeverity("person_overlap", Severity.OFF), CheckSeverity("new", Severity.OFF))
    )

    assert there("15:10", "15:50", snapshot=quiet) == ()


def test_a_session_that_is_gone_has_nothing() -> None:
    assert LiveChecks(CALM).moved("9", start=at("09:00"), end=at("10:00")) == ()


CLOCKS = st.integers(8 * 12, 20 * 12).map(lambda n: n * 5)
PLANS = st.lists(
    st.tuples(CLOCKS, st.integers(1, 30), st.sampled_from("AB"), st.sampled_from(["rahman", "perera"])),
    min_size=2,
    max_size=6,
)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


@given(PLANS, CLOCKS, st.sampled_from("AB"))
def test_a_move_finds_what_checking_the_whole_moved_forum_finds(
    plan: list[tuple[int, int, str, str]], start: int, room: str
) -> None:
    sessions = [
        session(
            str(n),
            _clock(first),
            _clock(first + 5 * fives),
            part(talk(appears(who), minutes=5 * fives, name=f"T{n}")),
            room=where,
        )
        for n, (first, fives, where, who) in enumerate(plan)
    ]
    snapshot = forum(*sessions)
    begins = at(_clock(start)) or dt.datetime.now(tz=dt.UTC)
    ends = begins + dt.timedelta(minutes=5 * plan[0][1])
    moved = shifted(sessions[0], start=begins, end=ends, rooms=(room,))
    whole = [f for f in run(replace(snapshot, sessions=(moved, *sessions[1:]))) if f.kind in LIVE_KINDS]

    live = LiveChecks(snapshot).moved("0", start=begins, end=ends, rooms=(room,))

    told = [(f.id, f.minutes, f.message) for f in live if f.kind in LIVE_KINDS]
    assert told == [(f.id, f.minutes, f.message) for f in whole if f.about("0") or f.about("T0")]


@pytest.mark.parametrize("rooms", [("A",), ("B", "A")])
def test_shifting_moves_parts_and_items_by_as_much(rooms: tuple[str, ...]) -> None:
    halves = session(
        "1", "14:00", "17:00", part(talk(start="14:10"), talk(name="Flows"), start="14:00", end="15:30"), part()
    )

    moved = shifted(halves, start=at("15:00"), end=at("18:00"), rooms=rooms)

    assert moved == session(
        "1",
        "15:00",
        "18:00",
        replace(
            halves.parts[0],
            start=at("15:00"),
            end=at("16:30"),
            items=(replace(halves.parts[0].items[0], start=at("15:10")), halves.parts[0].items[1]),
        ),
        halves.parts[1],
        rooms=rooms,
    )
