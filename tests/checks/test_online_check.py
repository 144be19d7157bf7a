"""Nobody is asked to speak at night: the clock of the speaker's own city decides, half hours included."""

from dataclasses import replace

import pytest

from checked_forum import PERERA, appears, forum, found, part, session, talk
from factories import at, text
from forumplanner.checks import online
from forumplanner.domain.kinds import Mode
from forumplanner.snapshots.checks import CheckedForum
from forumplanner.snapshots.findings import FindingKind


def speaking(start: str, country: str = "LK", minutes: int = 20, city: str = "") -> CheckedForum:
    person = replace(PERERA, country=country, mode=Mode.ONLINE, city=text(en=city))
    whole = session("1", "00:10", "24:00", part(talk(appears("perera"), start=start, minutes=minutes)))
    return forum(whole, people=(person,))


def test_early_in_colombo_is_told_with_the_local_clock() -> None:
    (early,) = found(speaking("09:05"), online.waking_hours)

    assert (early.kind, early.minutes) == (FindingKind.ONLINE_AT_NIGHT, 25)
    assert early.message == {
        "zh-Hans": "11月14日 周六，北京时间 09:05 是科伦坡 06:35，对线上参加“场次1”的佩雷拉偏早。",
        "en": "On Sat 14 Nov, 09:05 Beijing is 06:35 in Colombo, early for Nimal Perera, online in “Session 1”.",
    }
    assert early.remedy == {
        "zh-Hans": "北京时间 09:30 至 00:30 是科伦坡的白天，请移到其间，或改播录像。",
        "en": "Choose a time between 09:30 and 00:30 Beijing, when it is day in Colombo, or play a recording.",
    }


def test_late_in_wellington_is_told_by_the_end() -> None:
    (late,) = found(speaking("16:50", "NZ"), online.waking_hours)

    assert late.minutes == 10
    assert late.message["en"] == (
        "On Sat 14 Nov, 17:10 Beijing is 22:10 in Wellington, late for Nimal Perera, online in “Session 1”."
    )


@pytest.mark.parametrize(
    ("country", "too_early", "fine"),
    [
        ("MM", "08:29", "08:30"),
        ("NP", "09:14", "09:15"),
        ("AF", "10:29", "10:30"),
        ("IN", "09:29", "09:30"),
        ("TH", "07:59", "08:00"),
        ("PK", "09:59", "10:00"),
        ("CN", "06:59", "07:00"),
    ],
)
def test_seven_in_the_morning_is_seven_on_the_own_clock(country: str, too_early: str, fine: str) -> None:
    assert [f.minutes for f in found(speaking(too_early, country), online.waking_hours)] == [1]
    assert found(speaking(fine, country), online.waking_hours) == []


@pytest.mark.parametrize(("start", "minutes", "off"), [("21:40", 20, []), ("21:41", 20, [1]), ("22:30", 20, [50])])
def test_ten_in_the_evening_is_the_end(start: str, minutes: int, off: list[int]) -> None:
    assert [f.minutes for f in found(speaking(start, "SG", minutes), online.waking_hours)] == off


def test_deep_night_is_late_not_early() -> None:
    (night,) = found(speaking("10:00", "GB"), online.waking_hours)

    assert night.title["en"] == "Nimal Perera is online at 02:00 in London"
    assert "late for Nimal Perera" in night.message["en"]


def test_across_the_speakers_midnight_the_night_is_found() -> None:
    (night,) = found(speaking("12:50", "US", minutes=20), online.waking_hours)

    assert night.message["en"].startswith("On Sat 14 Nov, 12:50 Beijing is 23:50 in Washington")


def test_a_city_of_another_zone_decides_before_the_capital() -> None:
    assert [f.minutes for f in found(speaking("09:30", "RU", city="Vladivostok"), online.waking_hours)] == []
    assert [f.minutes for f in found(speaking("09:30", "RU"), online.waking_hours)] == [150]


def test_a_country_outside_the_table_is_left_alone() -> None:
    assert found(speaking("03:00", "XK"), online.waking_hours) == []


def test_who_comes_in_person_keeps_the_forums_hours() -> None:
    here = replace(PERERA, mode=Mode.ONLINE)
    on_site = part(talk(appears("perera", mode=Mode.ON_SITE), start="06:00"))

    assert found(forum(session("1", "06:00", "07:00", on_site), people=(here,)), online.waking_hours) == []


def test_the_mode_of_one_appearance_wins() -> None:
    for_once = part(talk(appears("perera", mode=Mode.ONLINE), start="06:00"))
    (early,) = found(forum(session("1", "06:00", "07:00", for_once)), online.waking_hours)

    assert early.title["zh-Hans"] == "佩雷拉线上出场时，科伦坡是 03:30"
    assert at("06:00") in {subject.start for subject in early.subjects}
