"""Agenda rows flow from one another; what can't be known stays unknown."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from factories import at
from forumplanner.domain.flow import Stretch, flow


def stretch(start: str | None, end: str | None) -> Stretch:
    return at(start), at(end)


def test_rows_without_a_start_begin_where_the_one_before_ends() -> None:
    assert flow([(None, 28), (None, 2), (at("09:40"), 5), (None, 10)], start=at("09:00")) == [
        stretch("09:00", "09:28"),
        stretch("09:28", "09:30"),
        stretch("09:40", "09:45"),
        stretch("09:45", "09:55"),
    ]


def test_a_row_without_minutes_ends_where_the_next_one_starts_by_itself() -> None:
    assert flow([(None, None), (at("09:40"), 5), (None, None)], start=at("09:00"), end=at("10:00")) == [
        stretch("09:00", "09:40"),
        stretch("09:40", "09:45"),
        stretch("09:45", "10:00"),
    ]


def test_after_a_row_of_unknown_length_the_time_is_unknown_until_the_next_start() -> None:
    assert flow([(None, None), (None, 10), (at("10:00"), 10)], start=at("09:00")) == [
        stretch("09:00", None),
        stretch(None, None),
        stretch("10:00", "10:10"),
    ]


def test_a_next_start_that_lies_before_is_no_end() -> None:
    assert flow([(at("10:00"), None), (at("09:00"), 10)])[0] == stretch("10:00", None)


def test_without_any_start_nothing_is_known() -> None:
    assert flow([(None, 10), (None, 5)]) == [stretch(None, None), stretch(None, None)]
    assert flow([]) == []


@given(st.lists(st.integers(0, 240)))
def test_rows_with_minutes_leave_no_gap(minutes: list[int]) -> None:
    start = dt.datetime(2026, 11, 14, 1, tzinfo=dt.UTC)

    rows = flow([(None, length) for length in minutes], start=start)

    assert [row[0] for row in rows] == [start, *(row[1] for row in rows)][: len(rows)]
    assert all(
        end - begin == dt.timedelta(minutes=m) for (begin, end), m in zip(rows, minutes, strict=True) if begin and end
    )
