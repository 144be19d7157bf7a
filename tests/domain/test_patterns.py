"""A day from a pattern: six numbers give a day in which every half is long enough and tea is shared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.kinds import ItemKind, SessionKind
from forumplanner.domain.patterns import DayPattern, PatternRefused, PlannedSession, letter, plan_day
from forumplanner.domain.text import EN, ZH


def lines(sessions: tuple[PlannedSession, ...]) -> list[str]:
    """Each session as "09:00-10:00 room title"."""
    return [
        f"{s.start // 60:02d}:{s.start % 60:02d}-{s.end // 60:02d}:{s.end % 60:02d} {s.room} {s.title.get(EN)}"
        for s in sessions
    ]


def test_the_usual_day_has_opening_tea_keynotes_lunch_and_four_forums() -> None:
    assert lines(plan_day(DayPattern())) == [
        "09:00-10:00 0 Opening ceremony",
        "10:00-10:20 None Group photo and tea break",
        "10:20-12:00 0 Keynotes",
        "12:00-13:30 None Lunch",
        "13:30-17:30 1 Parallel forum A",
        "13:30-17:30 2 Parallel forum B",
        "13:30-17:30 3 Parallel forum C",
        "13:30-17:30 4 Parallel forum D",
    ]


def test_each_half_is_a_part_and_tea_stands_at_the_same_time_in_all_rooms() -> None:
    forums = [s for s in plan_day(DayPattern()) if s.kind is SessionKind.PARALLEL]
    first, second = forums[0].parts

    assert {forum.parts for forum in forums} == {forums[0].parts}
    assert [(p.title.get(EN), p.start, p.end, p.talks) for p in (first, second)] == [
        ("First half", 810, 940, 5),
        ("Second half", 940, 1050, 5),
    ]
    assert [(item.kind, item.minutes, item.start) for item in first.items] == [
        (ItemKind.DISCUSSION, 25, None),
        (ItemKind.TEA, 20, 920),
    ]
    assert [item.kind for item in second.items] == [ItemKind.DISCUSSION]


def test_a_day_of_forums_alone_starts_with_them() -> None:
    pattern = DayPattern(start=540, opening=0, keynotes=0, end=720, parallel=2, rooms=2)

    assert lines(plan_day(pattern)) == ["09:00-12:00 1 Parallel forum A", "09:00-12:00 0 Parallel forum B"]


def test_a_short_morning_goes_on_with_forums_after_tea() -> None:
    pattern = DayPattern(opening=30, keynotes=0, end=12 * 60, parallel=1, rooms=1, halves=1)

    assert lines(plan_day(pattern)) == [
        "09:00-09:30 0 Opening ceremony",
        "09:30-09:50 None Tea break",
        "09:50-12:00 0 Parallel forum A",
    ]


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        (DayPattern(end=14 * 60 + 10), "Only 40 minutes are left for the parallel forums."),
        (DayPattern(end=8 * 60), "08:00 isn't later than the start 09:00."),
        (DayPattern(parallel=6), "6 parallel forums need 6 rooms, but there are 5."),
        (DayPattern(talk=0), "A number of the day is below zero, or a talk has no minutes."),
        (DayPattern(opening=0, keynotes=0, parallel=0), "A day needs an opening, keynotes or parallel forums."),
        (DayPattern(parallel=0, end=11 * 60), "The day would end at 12:00, after 11:00."),
        (DayPattern(parallel=99, rooms=99), "At most 40 parallel forums fit a day."),
    ],
)
def test_numbers_that_give_no_day_are_refused_in_a_sentence(pattern: DayPattern, sentence: str) -> None:
    with pytest.raises(PatternRefused) as refused:
        plan_day(pattern)

    assert str(refused.value).startswith(sentence)


def test_every_title_stands_in_both_languages() -> None:
    titles = [
        title
        for s in plan_day(DayPattern(halves=3))
        for title in (s.title, *(p.title for p in s.parts if p.title), *(i.title for p in s.parts for i in p.items))
    ]

    assert [title.missing((ZH, EN)) for title in titles] == [()] * len(titles)
    assert all(title.get(ZH) != title.get(EN) for title in titles)


def test_letters_go_on_after_z() -> None:
    assert [letter(number) for number in (0, 3, 25, 26, 51, 52)] == ["A", "D", "Z", "AA", "AZ", "BA"]


@given(
    st.builds(
        DayPattern,
        start=st.integers(0, 12 * 60),
        opening=st.integers(0, 180),
        keynotes=st.integers(0, 8),
        keynote=st.integers(0, 60),
        talk=st.integers(1, 60),
        discussion=st.integers(0, 30),
        tea=st.integers(0, 60),
        end=st.integers(8 * 60, 26 * 60),
        parallel=st.integers(0, 8),
        halves=st.integers(1, 4),
        rooms=st.integers(1, 9),
    )
)
def test_a_day_runs_forwards_inside_its_hours_and_no_room_holds_two_sessions_at_once(pattern: DayPattern) -> None:
    try:
        sessions = plan_day(pattern)
    except PatternRefused:
        return

    for session in sessions:
        assert pattern.start <= session.start < session.end <= pattern.end
        assert session.parts[0].start == session.start
        assert [part.end for part in session.parts[:-1]] == [part.start for part in session.parts[1:]]
        assert session.parts[-1].end == session.end
        for part in session.parts:
            assert sum(item.minutes for item in part.items) <= part.end - part.start
    for one in sessions:
        for two in sessions:
            if one is not two and one.room == two.room:
                assert one.end <= two.start or two.end <= one.start
