"""Every file of a whole forum keeps the format's rules, and two readers find the same in it as the plan says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import vobject
from icalendar import Calendar
from sqlalchemy import select

from forumplanner import sample
from forumplanner.actions import calendar
from forumplanner.domain.ids import ForumId
from forumplanner.invitations.calendar import participant_files, programme_file
from forumplanner.records import Forum
from forumplanner.snapshots.calendar import CalendarBook
from forumplanner.store import Store


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CalendarBook]:
    path: Path = tmp_path_factory.mktemp("sample") / "sample.forumplanner"
    with Store.create(path, actor="Lin") as store:
        sample.write(store, sample.FEWEST)
        with store.read() as db:
            forum = db.scalars(select(Forum.id)).one()
        yield calendar.prepare(store, forum_id=ForumId(forum))


@pytest.fixture(scope="module")
def files(book: CalendarBook) -> dict[str, bytes]:
    return {"programme.ics": programme_file(book), **dict(participant_files(book))}


def test_everybody_has_a_file(book: CalendarBook, files: dict[str, bytes]) -> None:
    assert len(book.people) == sample.FEWEST
    assert len(files) == sample.FEWEST + 1


def test_every_line_keeps_the_rules_of_the_format(files: dict[str, bytes]) -> None:
    for data in files.values():
        lines = data.split(b"\r\n")

        assert lines[:2] == [b"BEGIN:VCALENDAR", b"VERSION:2.0"]
        assert lines[-2:] == [b"END:VCALENDAR", b""]
        assert max(len(line) for line in lines) <= 75
        assert [line for line in lines if b"\n" in line or b"\r" in line] == []


def test_every_zone_that_is_used_is_described(files: dict[str, bytes]) -> None:
    for data in files.values():
        read = Calendar.from_ical(data)

        assert {zone["TZID"] for zone in read.timezones} == read.get_used_tzids()


def test_icalendar_reads_every_event_of_everybody(book: CalendarBook, files: dict[str, bytes]) -> None:
    summaries = {event.session_id: event.summary for event in book.events}
    for person, data in zip(book.people, list(files.values())[1:], strict=True):
        read = Calendar.from_ical(data)

        assert read.errors == []
        assert [(str(e["UID"]), str(e["SUMMARY"])) for e in read.events] == [
            (entry.uid, summaries[entry.session_id]) for entry in person.entries
        ]


def test_vobject_finds_nothing_missing_in_any_file(book: CalendarBook, files: dict[str, bytes]) -> None:
    for person, data in zip(book.people, list(files.values())[1:], strict=True):
        read = vobject.readOne(data.decode())

        assert read.validate(raiseException=True)
        assert [event.uid.value for event in read.vevent_list] == [entry.uid for entry in person.entries]
