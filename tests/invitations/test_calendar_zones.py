"""VTIMEZONE: what a reader makes of it agrees with the zone database, hour by hour, or UTC is used."""

import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from forumplanner.domain import zones
from forumplanner.invitations.calendar_zones import vtimezone

ZONES = sorted({place.zone for place in zones._PLACES})
DAYLIGHT = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "Australia/Sydney",
    "Pacific/Auckland",
]


def shown(name: str, first: int = 2025, last: int = 2027) -> list[str]:
    written = vtimezone(name, first, last)
    return written.decode().split("\r\n")[:-1] if written else []


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        ("Asia/Shanghai", "+0800"),
        ("Asia/Yangon", "+0630"),
        ("Asia/Kathmandu", "+0545"),
        ("Asia/Kabul", "+0430"),
        ("Asia/Kolkata", "+0530"),
    ],
)
def test_a_zone_that_keeps_its_clock_is_one_rule_from_1970(name: str, offset: str) -> None:
    assert [row for row in shown(name) if not row.startswith("TZNAME")] == [
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_a_zone_with_daylight_saving_is_two_yearly_rules() -> None:
    assert shown("Europe/Berlin") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def as_read(name: str) -> dt.tzinfo:
    component = Timezone.from_ical(vtimezone(name, 2025, 2027) or b"")
    assert isinstance(component, Timezone)
    zone = component.to_tz(lookup_tzid=False)
    assert isinstance(zone, dt.tzinfo)
    return zone


@pytest.mark.parametrize("name", ZONES)
def test_a_reader_sees_the_same_clock_as_the_zone_database(name: str) -> None:
    read, truth = as_read(name), ZoneInfo(name)
    instants = [dt.datetime(2025, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=7 * n) for n in range(0, 3 * 1250, 3)]

    assert [at for at in instants if at.astimezone(read).utcoffset() != at.astimezone(truth).utcoffset()] == []


@pytest.mark.parametrize("name", DAYLIGHT)
def test_the_clock_turns_in_the_same_minute(name: str) -> None:
    read, truth = as_read(name), ZoneInfo(name)
    hours = [dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=n) for n in range(8760)]
    turns = [
        (b - dt.timedelta(minutes=1), b)
        for a, b in pairwise(hours)
        if a.astimezone(truth).dst() != b.astimezone(truth).dst()
    ]

    assert len(turns) == 2
    for before, after in turns:
        assert before.astimezone(read).utcoffset() == before.astimezone(truth).utcoffset()
        assert after.astimezone(read).utcoffset() == after.astimezone(truth).utcoffset()


@pytest.mark.parametrize("name", ["UTC", "Etc/UTC", "Mars/Olympus", "", "../etc/passwd", "Africa/Casablanca"])
def test_utc_unknown_names_and_clocks_without_a_rule_have_none(name: str) -> None:
    assert vtimezone(name, 2025, 2027) is None


def test_a_change_that_fell_a_week_later_in_one_year_has_no_rule() -> None:
    assert vtimezone("America/Santiago", 2021, 2023) is None
    assert shown("America/Santiago", 2025, 2027)[4] == "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1SU"


def test_a_year_in_which_a_zone_changed_for_good_has_no_rule() -> None:
    assert vtimezone("Asia/Almaty", 2023, 2025) is None
    assert shown("Asia/Almaty", 2025, 2027)[4:6] == ["TZOFFSETFROM:+0500", "TZOFFSETTO:+0500"]
