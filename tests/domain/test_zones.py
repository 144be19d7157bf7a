"""Whose clock: every place of the table is a real zone, and the countries of the region have the offsets they have."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from factories import text
from forumplanner.domain.text import LocalizedText
from forumplanner.domain.zones import _PLACES, ClockPlace, city_of, clock_place

NOON = dt.datetime(2026, 11, 14, 4, tzinfo=dt.UTC)


@pytest.mark.parametrize("place", _PLACES, ids=lambda place: place.en)
def test_every_place_is_in_a_zone_that_exists(place: ClockPlace) -> None:
    assert NOON.astimezone(ZoneInfo(place.zone)).utcoffset() is not None


@pytest.mark.parametrize(
    ("country", "clock"),
    [
        ("CN", "12:00"),
        ("MM", "10:30"),
        ("NP", "09:45"),
        ("AF", "08:30"),
        ("IN", "09:30"),
        ("LK", "09:30"),
        ("BD", "10:00"),
        ("BT", "10:00"),
        ("PK", "09:00"),
        ("MV", "09:00"),
        ("TH", "11:00"),
        ("VN", "11:00"),
        ("LA", "11:00"),
        ("KH", "11:00"),
        ("ID", "11:00"),
        ("MY", "12:00"),
        ("SG", "12:00"),
        ("PH", "12:00"),
        ("BN", "12:00"),
        ("TL", "13:00"),
        ("KZ", "09:00"),
        ("KG", "10:00"),
        ("UZ", "09:00"),
        ("TJ", "09:00"),
        ("TM", "09:00"),
        ("MN", "12:00"),
    ],
)
def test_noon_in_beijing_on_the_regions_clocks(country: str, clock: str) -> None:
    place = clock_place(country)

    assert place is not None
    assert f"{NOON.astimezone(ZoneInfo(place.zone)):%H:%M}" == clock


def test_a_city_decides_in_any_language_and_only_in_its_country() -> None:
    assert _zone("RU", text(en="VLADIVOSTOK")) == "Asia/Vladivostok"
    assert _zone("RU", text("符拉迪沃斯托克")) == "Asia/Vladivostok"
    assert _zone("RU", text(en="Atlantis")) == "Europe/Moscow"
    assert _zone("TH", text(en="Vladivostok")) == "Asia/Bangkok"


def _zone(country: str, city: LocalizedText) -> str | None:
    place = clock_place(country, city)
    return place.zone if place else None


def test_a_country_outside_the_table_has_no_clock() -> None:
    assert clock_place("XK") is None
    assert clock_place("") is None


def test_a_zone_is_called_by_its_city() -> None:
    assert city_of("Asia/Shanghai") == {"zh-Hans": "北京", "en": "Beijing"}
    assert city_of("Asia/Ho_Chi_Minh") == {"zh-Hans": "河内", "en": "Hanoi"}
    assert city_of("Pacific/Port_Moresby") == {"zh-Hans": "Port Moresby", "en": "Port Moresby"}
