"""Times: conference days past midnight, half-hour zones, dates in words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain import times
from forumplanner.domain.times import Span

DAY = dt.date(2026, 10, 24)
ZONES = ["Asia/Shanghai", "Asia/Yangon", "Asia/Kathmandu", "Asia/Kabul", "Asia/Colombo"]


def test_half_past_midnight_belongs_to_the_day_before() -> None:
    at = times.instant(DAY, 1470, "Asia/Shanghai")

    assert at == dt.datetime(2026, 10, 24, 16, 30, tzinfo=dt.UTC)
    assert times.conference_day(at, "Asia/Shanghai") == DAY
    assert times.minutes_of(at, DAY, "Asia/Shanghai") == 1470
    assert times.clock(1470) == "00:30"


@pytest.mark.parametrize(
    ("zone", "clock"),
    [
        ("Asia/Ho_Chi_Minh", "08:05"),
        ("Asia/Yangon", "07:35"),
        ("Asia/Colombo", "06:35"),
        ("Asia/Kathmandu", "06:50"),
        ("Asia/Karachi", "06:05"),
        ("Asia/Kabul", "05:35"),
    ],
)
def test_five_past_nine_in_beijing_elsewhere(zone: str, clock: str) -> None:
    assert times.local_clock(times.instant(DAY, 545, "Asia/Shanghai"), zone) == clock


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 1800), st.sampled_from(ZONES))
def test_minutes_and_instants_agree_in_zones_without_summer_time(day: dt.date, minutes: int, zone: str) -> None:
    assert times.minutes_of(times.instant(day, minutes, zone), day, zone) == minutes


def test_days_are_written_in_both_languages() -> None:
    assert times.day_long(DAY, "zh-Hans") == "2026年10月24日（星期六）"
    assert times.day_long(DAY, "en") == "Saturday, 24 October 2026"
    assert times.day_short(DAY, "zh-Hans") == "10月24日 周六"
    assert times.day_short(DAY, "en") == "Sat 24 Oct"


@pytest.mark.parametrize(
    ("first", "last", "zh", "en"),
    [
        (DAY, DAY, "2026年10月24日", "24 October 2026"),
        (DAY, dt.date(2026, 10, 26), "2026年10月24–26日", "24–26 October 2026"),
        (DAY, dt.date(2026, 11, 2), "2026年10月24日–11月2日", "24 October – 2 November 2026"),
        (DAY, dt.date(2027, 1, 2), "2026年10月24日–2027年1月2日", "24 October 2026 – 2 January 2027"),
        (None, None, "", ""),
        (DAY, None, "2026年10月24日", "24 October 2026"),
    ],
)
def test_ranges_of_days(first: dt.date | None, last: dt.date | None, zh: str, en: str) -> None:
    assert times.day_range(first, last, "zh-Hans") == zh
    assert times.day_range(first, last, "en") == en


def test_the_zone_is_named() -> None:
    assert times.zone_label("Asia/Shanghai", DAY, "zh-Hans") == "北京时间（UTC+8）"
    assert times.zone_label("Asia/Kathmandu", DAY, "en") == "Kathmandu time (UTC+5:45)"


def test_spans_share_minutes_only_where_they_overlap() -> None:
    def span(start: int, end: int) -> Span:
        return Span(
            times.instant(DAY, start, "Asia/Shanghai"), times.instant(DAY, end, "Asia/Shanghai"), "Asia/Shanghai"
        )

    assert span(810, 1020).overlap(span(940, 960)) == 20
    assert span(810, 940).overlap(span(940, 960)) == 0
    assert span(940, 960).minutes == 20
