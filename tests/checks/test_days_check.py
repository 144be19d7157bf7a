"""Days: the table of national days is sound, and each day is told once with the countries that keep it."""

import datetime as dt

import pytest

from checked_forum import PERERA, forum, found, part, session
from factories import text
from forumplanner.checks import days
from forumplanner.checks.holidays import FIRST_YEAR, LAST_YEAR, holidays
from forumplanner.domain.countries import country_name
from forumplanner.domain.kinds import Role, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.snapshots.checks import CheckedDay, CheckedForum, CheckedPerson


def on(day: dt.date, *countries: str, own: tuple[CheckedDay, ...] = ()) -> CheckedForum:
    """Keynotes at three in the afternoon, with people of these countries."""
    people = tuple(CheckedPerson(code, PersonName(latin=code), code) for code in countries)
    keynotes = session("1", "15:00", "16:00", part(perera=Role.CHAIR), room="A", day=day, kind=SessionKind.KEYNOTES)
    return forum(keynotes, people=(PERERA, *people), days=own)


def told_on(day: dt.date, *countries: str, own: tuple[CheckedDay, ...] = ()) -> list[str]:
    return [finding.title["en"] for finding in found(on(day, *countries, own=own), days.national_days)]


@pytest.mark.parametrize(
    ("day", "countries", "told"),
    [
        (dt.date(2026, 12, 2), ("LA", "TH"), ["Wed 2 Dec is National Day in Lao PDR"]),
        (dt.date(2026, 12, 2), ("TH",), []),
        (dt.date(2027, 2, 6), ("CN", "VN"), ["Sat 6 Feb is Lunar New Year in China, Viet Nam"]),
        (
            dt.date(2026, 4, 14),
            ("BD", "LA"),
            ["Tue 14 Apr is Bengali New Year in Bangladesh", "Tue 14 Apr is Lao New Year in Lao PDR"],
        ),
        (dt.date(2028, 5, 5), ("PK",), ["Fri 5 May is Eid al-Adha in Pakistan"]),
    ],
)
def test_a_national_day_is_told_where_somebody_keeps_it(
    day: dt.date, countries: tuple[str, ...], told: list[str]
) -> None:
    assert sorted(told_on(day, *countries)) == told


def test_an_own_day_of_everybody_names_no_country() -> None:
    day = dt.date(2026, 11, 14)

    assert told_on(day, own=(CheckedDay(day, text("校庆", "Founders’ Day")),)) == ["Sat 14 Nov is Founders’ Day"]


def test_an_own_day_that_the_table_knows_is_told_once() -> None:
    day = dt.date(2026, 12, 2)

    assert told_on(day, "LA", own=(CheckedDay(day, text("国庆日", "National Day"), "LA"),)) == [
        "Wed 2 Dec is National Day in Lao PDR"
    ]


def test_the_table_holds_known_countries_and_days_within_its_years() -> None:
    table = holidays()

    assert {day.year for day in table} == set(range(FIRST_YEAR, LAST_YEAR + 1))
    assert all(country_name(country, "en") != country for kept in table.values() for country, _name in kept)
    assert all(name["zh-Hans"] and name["en"] for kept in table.values() for _country, name in kept)


def test_every_country_has_its_national_day_in_every_year() -> None:
    countries = {country for kept in holidays().values() for country, _name in kept}

    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        here = {country for day, kept in holidays().items() if day.year == year for country, _name in kept}
        assert here == countries
    assert len(countries) == 20
