"""Calendar files: their bytes, what two readers make of them, and that nothing else decides them."""

import datetime as dt
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar, Event

from factories import at
from forumplanner.invitations.calendar import NothingToExport, participant_files, programme_file
from forumplanner.snapshots.calendar import CalendarBook, CalendarEvent, Entry, PersonalCalendar

SENT = dt.datetime(2026, 10, 9, 8, 30, tzinfo=dt.UTC)
CHANGED = dt.datetime(2026, 10, 12, 9, 0, tzinfo=dt.UTC)


def event(session_id: str, start: str, end: str, **fields: Any) -> CalendarEvent:
    begins, ends = at(start), at(end)
    assert begins is not None
    assert ends is not None
    values = {"zone": "Asia/Shanghai", "summary": f"场次{session_id} / Session {session_id}", **fields}
    return CalendarEvent(session_id=session_id, start=begins, end=ends, **values)


def entry(session_id: str, *, sequence: int = 0, note: str = "") -> Entry:
    stamped = SENT if sequence == 0 else CHANGED
    return Entry(session_id, f"{session_id}-uid@yunling.example", sequence, stamped, SENT, note)


OPENING = event(
    "1",
    "09:00",
    "09:50",
    summary="开幕式 / Opening Ceremony",
    location="昆明 云岭厅 / Yunling Hall, Kunming",
    description="云岭论坛\n9:00, 北京时间; 主持：冯岚",
    url="https://live.yunling.example/1",
)
NIGHT = event("2", "24:30", "25:15", summary="夜场 / Night session")
BOOK = CalendarBook(
    forum_id="f",
    title=("云岭论坛", "Yunling Forum"),
    mailbox="office@yunling.example",
    events=(OPENING, NIGHT),
    programme=(entry("1"), entry("2", sequence=2)),
    people=(
        PersonalCalendar("p1", "YL26-0001", "冯岚", (entry("1", note="您的任务：主持\nYou: Chair"), entry("2"))),
        PersonalCalendar("p2", "", "Aung Ko Ko", (entry("1"),)),
        PersonalCalendar("p3", "", "Nobody's Session"),
    ),
)


def files(book: CalendarBook) -> dict[str, bytes]:
    return dict(participant_files(book))


def events(data: bytes) -> list[Event]:
    calendar = Calendar.from_ical(data)
    assert calendar.errors == []
    return calendar.events


def moment(found: Event, name: str) -> dt.datetime:
    value = found.decoded(name)
    assert isinstance(value, dt.datetime)
    return value


def instants(data: bytes) -> list[dt.datetime]:
    return [moment(found, "DTSTART").astimezone(dt.UTC) for found in events(data)]


def test_a_file_is_these_bytes() -> None:
    one = replace(BOOK, events=(OPENING,), programme=(entry("1"),))

    assert programme_file(one).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Forum Planner//Forum Planner 1//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:云岭论坛 / Yunling Forum",
        "X-WR-CALNAME:云岭论坛 / Yunling Forum",
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Shanghai",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0800",
        "TZNAME:CST",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:1-uid@yunling.example",
        "DTSTAMP:20261009T083000Z",
        "SEQUENCE:0",
        "DTSTART;TZID=Asia/Shanghai:20261114T090000",
        "DTEND;TZID=Asia/Shanghai:20261114T095000",
        "SUMMARY:开幕式 / Opening Ceremony",
        "LOCATION:昆明 云岭厅 / Yunling Hall\\, Kunming",
        "DESCRIPTION:云岭论坛\\n9:00\\, 北京时间\\; 主持：冯岚",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "CREATED:20261009T083000Z",
        "LAST-MODIFIED:20261009T083000Z",
        'ORGANIZER;CN="云岭论坛 / Yunling Forum":mailto:office@yunling.example',
        'CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="线上参会 / Join online":https',
        " ://live.yunling.example/1",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_everybody_with_a_session_has_a_file_of_the_own_sessions() -> None:
    found = {name: [str(e["SUMMARY"]) for e in events(data)] for name, data in files(BOOK).items()}

    assert found == {
        "YL26-0001.ics": ["开幕式 / Opening Ceremony", "夜场 / Night session"],
        "Aung Ko Ko.ics": ["开幕式 / Opening Ceremony"],
    }


def test_a_persons_own_part_opens_the_description() -> None:
    own, shared = (events(data)[0]["DESCRIPTION"] for data in files(BOOK).values())

    assert own == f"您的任务：主持\nYou: Chair\n\n{OPENING.description}"
    assert shared == OPENING.description


def test_half_past_midnight_of_the_conference_day_is_the_next_calendar_day() -> None:
    night = moment(events(programme_file(BOOK))[1], "DTSTART")

    assert f"{night:%Y-%m-%d %H:%M}" == "2026-11-15 00:30"
    assert night.astimezone(dt.UTC) == dt.datetime(2026, 11, 14, 16, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("Asia/Yangon", ";TZID=Asia/Yangon:20261114T073000"),
        ("Asia/Kathmandu", ";TZID=Asia/Kathmandu:20261114T064500"),
        ("Asia/Kabul", ";TZID=Asia/Kabul:20261114T053000"),
        ("America/New_York", ";TZID=America/New_York:20261113T200000"),
        ("Africa/Casablanca", ":20261114T010000Z"),
        ("UTC", ":20261114T010000Z"),
        ("Nowhere/At_All", ":20261114T010000Z"),
    ],
)
def test_the_same_instant_is_written_on_each_zones_clock(zone: str, written: str) -> None:
    data = programme_file(replace(BOOK, events=(replace(OPENING, zone=zone),), programme=(entry("1"),)))

    assert f"DTSTART{written}\r\n".encode() in data
    assert instants(data) == [OPENING.start]


def test_the_hour_that_comes_twice_in_autumn_is_written_in_utc() -> None:
    first = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
    hours = tuple(
        CalendarEvent(
            str(n), first + dt.timedelta(hours=n), first + dt.timedelta(hours=n, minutes=20), "Europe/Berlin", "x"
        )
        for n in range(2)
    )
    data = programme_file(replace(BOOK, events=hours, programme=(entry("0"), entry("1"))))

    assert [row for row in data.decode().split("\r\n") if row.startswith("DTSTART") and "2026" in row] == [
        "DTSTART:20261025T003000Z",
        "DTSTART:20261025T013000Z",
    ]
    assert instants(data) == [hour.start for hour in hours]


def test_zones_stand_in_order_and_only_those_that_are_used() -> None:
    abroad = replace(NIGHT, zone="Asia/Bangkok")
    data = programme_file(replace(BOOK, events=(OPENING, abroad))).decode()
    alone = files(replace(BOOK, events=(OPENING, abroad)))["Aung Ko Ko.ics"].decode()

    assert [row for row in data.split("\r\n") if row.startswith("TZID:")] == ["TZID:Asia/Bangkok", "TZID:Asia/Shanghai"]
    assert [row for row in alone.split("\r\n") if row.startswith("TZID:")] == ["TZID:Asia/Shanghai"]


def test_both_readers_agree_on_every_file() -> None:
    for data in (programme_file(BOOK), *files(BOOK).values()):
        read = vobject.readOne(data.decode())
        theirs = [
            (e.uid.value, e.summary.value, e.dtstart.value.astimezone(dt.UTC), e.dtend.value.astimezone(dt.UTC))
            for e in read.vevent_list
        ]
        ours = [
            (str(e["UID"]), str(e["SUMMARY"]), *(moment(e, name).astimezone(dt.UTC) for name in ("DTSTART", "DTEND")))
            for e in events(data)
        ]

        assert theirs == ours


def test_a_published_calendar_names_the_organiser_and_invites_nobody() -> None:
    for data in files(BOOK).values():
        calendar = Calendar.from_ical(data)

        assert str(calendar["METHOD"]) == "PUBLISH"
        assert [str(e["ORGANIZER"]) for e in calendar.events] == ["mailto:office@yunling.example"] * len(
            calendar.events
        )
        assert [e for e in calendar.events if "ATTENDEE" in e] == []


def test_a_forum_without_a_mailbox_has_an_organiser_nobody_owns() -> None:
    data = programme_file(replace(BOOK, mailbox=""))

    assert [str(e["ORGANIZER"]) for e in events(data)] == ["mailto:secretariat@forumplanner.invalid"] * 2


def test_the_online_link_is_one_conference_property() -> None:
    conference = events(programme_file(BOOK))[0]["CONFERENCE"]

    assert str(conference) == "https://live.yunling.example/1"
    assert dict(conference.params) == {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": "线上参会 / Join online"}


def test_a_changed_session_says_so() -> None:
    night = events(programme_file(BOOK))[1]

    assert night["SEQUENCE"] == 2
    assert [moment(night, name) for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED")] == [CHANGED, CHANGED, SENT]


def test_what_runs_beside_other_things_makes_nobody_busy() -> None:
    data = programme_file(replace(BOOK, events=(replace(OPENING, busy=False), NIGHT)))

    assert [str(e["TRANSP"]) for e in events(data)] == ["TRANSPARENT", "OPAQUE"]


def test_file_names_are_safe_and_never_the_same() -> None:
    people = [
        ("", "陈国强"),
        ("", "陈国强"),
        ("", "CHEN/Guo:qiang"),
        ("", "con"),
        ("", "programme"),
        ("A1", ""),
        ("a1", ""),
    ]
    book = replace(BOOK, people=tuple(PersonalCalendar(str(n), *who, (entry("1"),)) for n, who in enumerate(people)))

    assert list(files(book)) == [
        "陈国强.ics",
        "陈国强 (2).ics",
        "CHEN_Guo_qiang.ics",
        "_con.ics",
        "programme (2).ics",
        "A1.ics",
        "a1 (2).ics",
    ]


def test_a_programme_without_times_makes_no_file() -> None:
    empty = CalendarBook(forum_id="f", title=("云岭论坛",), mailbox="")

    assert files(empty) == {}
    with pytest.raises(NothingToExport, match="No session has a start and an end yet"):
        programme_file(empty)


def test_no_hash_seed_changes_a_byte() -> None:
    code = (
        "import hashlib, test_calendar as t;"
        "print(hashlib.sha256(b''.join([t.programme_file(t.BOOK), *t.files(t.BOOK).values()])).hexdigest())"
    )
    here = Path(__file__).resolve().parent
    path = os.pathsep.join(map(str, (here, here.parent, here.parent.parent / "src")))
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "42")
    }

    assert len(seen) == 1
