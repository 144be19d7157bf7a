"""Days and times as lists write them are read; what could mean two things is not guessed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.exchange.workbook.days import clock_text, day_of, moment_of, seconds_of, span_of

FORUM_DAY = dt.date(2024, 10, 26)


@pytest.mark.parametrize(
    "written",
    [
        "2024-10-26", "2024/10/26", "2024.10.26", "2024年10月26日", "2024年10月26日（星期六）", "10月26日", "10月26号",
        "二〇二四年十月二十六日", "十月二十六日", "２０２４－１０－２６", "26 October 2024", "26-Oct-2024",
        "Oct 26th, 2024",
        "Saturday, 26 October 2024", "26 Oct", "26/10/2024", "26.10.2024", "20241026", "45591", "2567-10-26",
        45591, 45591.0, 20241026, dt.datetime(2024, 10, 26), dt.date(2024, 10, 26),  # noqa: DTZ001 - a cell has no zone
    ],
)  # fmt: skip
def test_spellings_of_one_day(written: object) -> None:
    assert day_of(written, FORUM_DAY) == FORUM_DAY


def test_day_and_month_in_doubt_are_the_ones_near_the_forum() -> None:
    assert day_of("05/10/2024", FORUM_DAY) == dt.date(2024, 10, 5)
    assert day_of("05/10/2024", None) is None
    assert day_of("07/06/2024", dt.date(2024, 6, 20)) is None


@pytest.mark.parametrize("written", ["32/13/2024", "2024-02-30", "看情况", "10/26", "26", "", 3, True, "10月26日" * 2])
def test_what_is_no_day_stays_unread(written: object) -> None:
    assert day_of(written, FORUM_DAY) is None


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("9:00", "09:00"), ("9：00", "09:00"), ("9.00", "09:00"), ("9.00~", "09:00"), ("上午九点", "09:00"),
        ("9点半", "09:30"),
        ("9点一刻", "09:15"), ("九点三十分", "09:30"), ("下午2点", "14:00"), ("晚上8点", "20:00"),
        ("中午12点", "12:00"),
        ("凌晨12:30", "00:30"), ("2:00 PM", "14:00"), ("12:30 a.m.", "00:30"), ("14h30", "14:30"), ("0900", "09:00"),
        ("９：０５", "09:05"), ("9:00:30", "09:00:30"), ("25:10", "25:10"), (0.375, "09:00"), (dt.time(9, 5), "09:05"),
        (dt.timedelta(hours=25, minutes=10), "25:10"), ("二十三点", "23:00"),
    ],
)  # fmt: skip
def test_spellings_of_times(written: object, clock: str) -> None:
    seconds = seconds_of(written)
    assert seconds is not None
    assert clock_text(seconds) == clock


@pytest.mark.parametrize("written", ["9", "看情况", "49:00", "9:60", "", 9, 9.5, True])
def test_what_is_no_time_stays_unread(written: object) -> None:
    assert seconds_of(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "10月25日 14:30", "10月25日14:30", "10月25日下午2点半", "25/10/2024 14:30", "2024-10-25T14:30", "14:30 25 Oct",
        "2024年10月25日（星期五）下午2：30", "Oct 25, 2024 2:30 PM", 45590.604166666664,
        dt.datetime(2024, 10, 25, 14, 30),  # noqa: DTZ001 - a cell has no zone
    ],
)  # fmt: skip
def test_spellings_of_one_moment(written: object) -> None:
    assert moment_of(written, FORUM_DAY) == (dt.date(2024, 10, 25), 14 * 3600 + 30 * 60)


@pytest.mark.parametrize("written", ["10月25日", "14:30", "晚上到", "看情况", 45590, dt.datetime(2024, 10, 25)])  # noqa: DTZ001 - a cell has no zone
def test_a_day_without_a_time_is_no_moment(written: object) -> None:
    assert moment_of(written, FORUM_DAY) is None


def test_two_times_in_one_cell() -> None:
    assert span_of("9：00—9：10") == ("9:00", "9:10")
    assert span_of("9:00 至 9:10") == ("9:00", "9:10")
    assert span_of("9:00") is None


@given(st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2110, 12, 31)))
def test_days_as_we_write_them_are_read_back(day: dt.date) -> None:
    assert day_of(day.isoformat(), None) == day


@given(st.integers(min_value=0, max_value=48 * 3600 - 1))
def test_times_as_we_write_them_are_read_back(seconds: int) -> None:
    assert seconds_of(clock_text(seconds)) == seconds


@given(st.text())
def test_any_text_is_read_or_left_never_an_error(text: str) -> None:
    assert day_of(text, FORUM_DAY) is None or isinstance(day_of(text, FORUM_DAY), dt.date)
    assert seconds_of(text) is None or 0 <= (seconds_of(text) or 0) < 48 * 3600
    assert moment_of(text, FORUM_DAY) is None or seconds_of(text) is None
