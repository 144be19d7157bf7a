"""Times that can't be: ends before starts, items and parts outside their session, sessions without a time."""

import pytest

from checked_forum import forum, found, part, session, talk, told
from factories import text
from forumplanner.checks import filling, times
from forumplanner.domain.kinds import Role, Severity
from forumplanner.snapshots.findings import Page, Place


def test_a_session_that_ends_before_it_starts_is_found() -> None:
    (wrong,) = found(forum(session("1", "10:00", "09:00")), times.ends_before_start)

    assert (wrong.severity, wrong.minutes, wrong.place) == (Severity.ERROR, 60, Place(Page.PROGRAMME, "1"))
    assert wrong.message == {
        "zh-Hans": "“场次1”定为 11月14日 周六 10:00 开始，11月14日 周六 09:00 结束。",
        "en": "“Session 1” is set to start at Sat 14 Nov 10:00 and to end at Sat 14 Nov 09:00.",
    }


def test_a_session_without_length_is_found_and_one_past_midnight_is_not() -> None:
    sessions = session("1", "10:00", "10:00"), session("2", "23:30", "24:30")

    assert [f.subjects[0].id for f in found(forum(*sessions), times.ends_before_start)] == ["1"]


def test_a_part_that_ends_before_it_starts_is_named_within_its_session() -> None:
    halves = session("1", "14:00", "17:00", part(start="14:00", end="15:30"), part(start="16:00", end="15:50"))

    (wrong,) = found(forum(halves), times.ends_before_start)

    assert wrong.title == {
        "zh-Hans": "场次1第 2 节的结束时间不晚于开始时间",
        "en": "Session 1, part 2 doesn't end after it starts",
    }


@pytest.mark.parametrize(
    ("start", "minutes", "outside"),
    [("10:00", 20, [20]), ("08:50", 15, [10]), ("09:40", 20, []), ("11:00", 20, [20]), ("08:00", 180, [120])],
)
def test_minutes_of_an_item_outside_its_session_are_counted(start: str, minutes: int, outside: list[int]) -> None:
    whole = session("1", "09:00", "10:00", part(talk(start=start, minutes=minutes)))

    assert [f.minutes for f in found(forum(whole), times.items_outside)] == outside


def test_an_item_outside_says_by_how_much() -> None:
    over = session("1", "09:00", "10:00", part(talk(start="10:15", minutes=20, name="Two")))

    assert told(forum(over), times.items_outside) == [
        (
            "“报告Two”（10:15–10:35）有 20 分钟落在“场次1”（09:00–10:00）之外。",
            "20 minutes of “Two” (10:15–10:35) lie outside “Session 1” (09:00–10:00).",
        )
    ]


def test_an_item_that_only_takes_too_long_is_told_by_the_part_it_overfills() -> None:
    over = session("1", "09:00", "10:00", part(talk(minutes=50, name="One"), talk(minutes=30, name="Two")))

    assert found(forum(over), times.items_outside) == []
    assert told(forum(over), filling.overruns) == [
        (
            "“场次1”的议程到“报告Two”结束已是 10:20，而规定 10:00 结束。",
            "The items of “Session 1” end at 10:20 with “Two”, but its time is over at 10:00.",
        )
    ]


def test_an_item_of_no_minutes_is_found() -> None:
    nothing = session("1", "09:00", "10:00", part(talk(minutes=0)))

    assert told(forum(nothing), times.ends_before_start) == [
        ("“场次1”中的“报告Talk”时长填的是 0 分钟。", "“Talk” in “Session 1” is set to 0 minutes.")
    ]


def test_an_item_without_length_is_measured_by_its_start() -> None:
    early = session("1", "09:00", "10:00", part(talk(start="08:45", minutes=None), talk(start="09:00", minutes=60)))
    unknown = session("2", "09:00", "10:00", part(talk(start="10:15", minutes=None)))

    assert [f.minutes for f in found(forum(early), times.items_outside)] == [15]
    assert [f.minutes for f in found(forum(unknown), times.items_outside)] == [15]


def test_items_of_unknown_time_are_left_alone() -> None:
    unknown = session("1", "09:00", "10:00", part(talk(minutes=None), talk(minutes=20)))

    assert found(forum(unknown, session("2", None, None, part(talk(minutes=20)))), times.items_outside) == []


def test_a_part_that_begins_before_its_session_is_found() -> None:
    early = session("1", "14:00", "15:30", part(start="13:45", end="15:30", rahman=Role.CHAIR))

    assert told(forum(early), times.parts_outside) == [
        (
            "第 1 节（13:45–15:30）有 15 分钟落在“场次1”（14:00–15:30）之外。",
            "15 minutes of part 1 (13:45–15:30) lie outside “Session 1” (14:00–15:30).",
        )
    ]


def test_a_session_without_start_or_end_is_a_note() -> None:
    snapshot = forum(session("1", None, None), session("2", "09:00", None), session("3", "09:00", "10:00"))

    notes = found(snapshot, times.without_time)

    assert sorted((f.severity, f.subjects[0].id) for f in notes) == [(Severity.NOTE, "1"), (Severity.NOTE, "2")]


def test_a_session_without_a_title_is_called_by_its_kind() -> None:
    (note,) = found(forum(session("1", None, None, title=text())), times.without_time)

    assert note.title == {"zh-Hans": "招待会还没有排时间", "en": "Reception has no time yet"}
