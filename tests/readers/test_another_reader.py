"""What ical.js, a reader written by others in another language, makes of our calendars: zones, words, revisions."""

import datetime as dt
import json
import shutil
import subprocess
import warnings
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumplanner.invitations.calendar import programme_file
from forumplanner.invitations.itip import Addressee, Inviter, Method, mailed
from forumplanner.snapshots.calendar import CalendarBook, CalendarEvent, Entry

HERE = Path(__file__).parent
NODE = shutil.which("node")
READY = bool(NODE) and (HERE / "node_modules" / "ical.js").is_dir()
if not READY:
    warnings.warn("ical.js is not installed (make readers): a second reader of calendars is NOT tested", stacklevel=1)

pytestmark = pytest.mark.skipif(not READY, reason="ical.js is not installed: make readers")

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


def read(data: bytes) -> dict[str, object]:
    assert NODE
    done = subprocess.run([NODE, "read.mjs"], cwd=HERE, input=data, capture_output=True, check=True)
    answer = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return answer


def book(events: list[CalendarEvent]) -> CalendarBook:
    entries = tuple(Entry(one.session_id, f"{one.session_id}@y.example", 3, STAMP, STAMP) for one in events)
    return CalendarBook("f", ("云岭论坛",), "office@yunling.example", tuple(events), entries)


@pytest.mark.parametrize("zone", ZONES)
def test_every_wall_clock_from_2024_to_2030_is_the_instant_of_the_zone_database(zone: str) -> None:
    """One hour of every ninth day, and each hour of the nights around a change of the clocks."""
    here = ZoneInfo(zone)
    days = [dt.date(2024, 1, 1) + dt.timedelta(days=9 * n) for n in range(284)]
    walls = [dt.datetime.combine(day, dt.time(9, 5)) for day in days]
    nights = [dt.date(year, *turn) for year in range(2024, 2031) for turn in ((3, 10), (3, 31), (10, 27), (11, 3))]
    walls += [dt.datetime.combine(night, dt.time(hour, 30)) for night in nights for hour in (0, 4, 23)]
    events = []
    for number, wall in enumerate(walls):
        start = wall.replace(tzinfo=here).astimezone(dt.UTC)
        events.append(CalendarEvent(str(number), start, start + dt.timedelta(minutes=50), zone, "Session"))
    by_year: dict[int, list[CalendarEvent]] = {}
    for event in events:
        by_year.setdefault(event.start.year, []).append(event)

    for year in by_year.values():
        answer = read(programme_file(book(year)))["events"]
        assert isinstance(answer, list)
        assert [(one["start"], one["end"]) for one in answer] == [
            (event.start.timestamp(), event.end.timestamp()) for event in year
        ]


HOSTILE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff\u2028\u2029"),
    min_size=1,
    max_size=200,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(HOSTILE)
def test_words_come_back_as_they_were_written(summary: str) -> None:
    event = CalendarEvent("s", STAMP, STAMP + dt.timedelta(hours=1), "Asia/Shanghai", summary + r" \N \; , ;")
    answer = read(
        mailed(
            Method.REQUEST,
            event,
            Entry("s", "u@y.example", 7, STAMP, STAMP),
            to=Addressee('Siri "S" Anurak', "siri@menam.example"),
            by=Inviter(("云岭论坛",), "office@yunling.example"),
        )
    )

    assert answer == {
        "method": "REQUEST",
        "events": [
            {
                "uid": "u@y.example",
                "sequence": 7,
                "summary": summary + r" \N \; , ;",
                "start": STAMP.timestamp(),
                "end": STAMP.timestamp() + 3600,
            }
        ],
    }
