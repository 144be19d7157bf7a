"""Calendars that readers by others are given: thirteen zones from 2024 to 2030, and words of every kind."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from forumplanner.invitations.calendar import programme_file
from forumplanner.invitations.itip import Addressee, Inviter, Method, mailed
from forumplanner.snapshots.calendar import CalendarBook, CalendarEvent, Entry

ZONES = (
    "Asia/Shanghai",
    "Asia/Bangkok",
    "Asia/Ho_Chi_Minh",
    "Asia/Yangon",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Colombo",
    "Asia/Dhaka",
    "Asia/Karachi",
    "Asia/Kabul",
    "Asia/Jakarta",
    "Europe/Berlin",
    "America/New_York",
)
STAMP = dt.datetime(2026, 10, 9, 8, tzinfo=dt.UTC)
HOSTILE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff\u2028\u2029"),
    min_size=1,
    max_size=200,
)

Instants = list[tuple[float, float]]
"""Start and end of each event, seconds since 1970."""


def calendars(zone: str) -> Iterator[tuple[bytes, Instants]]:
    """A calendar for each year, with the instants that the zone database gives.

    One hour of every ninth day, and some of the nights around a change of the clocks.
    """
    here = ZoneInfo(zone)
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=9 * n) for n in range(284)]
    walls = [dt.datetime.combine(day, dt.time(9, 5)) for day in days]
    nights = [dt.date(year, *turn) for year in range(2024, 2031) for turn in ((3, 10), (3, 31), (10, 27), (11, 3))]
    walls += [dt.datetime.combine(night, dt.time(hour, 30)) for night in nights for hour in (0, 4, 23)]
    by_year: dict[int, list[CalendarEvent]] = {}
    for number, wall in enumerate(walls):
        start = wall.replace(tzinfo=here).astimezone(dt.UTC)
        event = CalendarEvent(str(number), start, start + dt.timedelta(minutes=50), zone, "Session")
        by_year.setdefault(start.year, []).append(event)
    for events in by_year.values():
        entries = tuple(Entry(one.session_id, f"{one.session_id}@y.example", 3, STAMP, STAMP) for one in events)
        book = CalendarBook("f", ("云岭论坛",), "office@yunling.example", tuple(events), entries)
        yield programme_file(book), [(one.start.timestamp(), one.end.timestamp()) for one in events]


def invitation(summary: str, method: Method = Method.REQUEST) -> bytes:
    """A mailed invitation to a session of that title: UID u@y.example, SEQUENCE 7, an hour from `STAMP`."""
    event = CalendarEvent("s", STAMP, STAMP + dt.timedelta(hours=1), "Asia/Shanghai", summary)
    return mailed(
        method,
        event,
        Entry("s", "u@y.example", 7, STAMP, STAMP),
        to=Addressee('Siri "S" Anurak', "siri@menam.example"),
        by=Inviter(("云岭论坛",), "office@yunling.example"),
    )
