"""Calendar files (.ics, RFC 5545) to publish: the forum's whole programme, and one file per participant.

Each session is put into bytes once and joined per person, since a thousand people share the same sessions. The same
book gives the same bytes, on every computer and in every run.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from forumplanner.domain.times import zone as _zone
from forumplanner.files import PlannerError, safe_name
from forumplanner.i18n import gettext as _
from forumplanner.invitations.calendar_lines import line, parameter, text, web_address
from forumplanner.invitations.calendar_zones import vtimezone
from forumplanner.snapshots.calendar import CalendarBook, CalendarEvent, Entry

PROGRAMME: Final = "programme.ics"
"""Name of the file that holds all sessions."""

PRODID: Final = "-//Forum Planner//Forum Planner 1//EN"
NO_MAILBOX: Final = "secretariat@forumplanner.invalid"
"""Organiser of a forum without a mailbox: PUBLISH must name one (RFC 5546 3.2.1), and nobody owns `.invalid`."""


class NothingToExport(PlannerError):
    """No session has both a start and an end, and an empty calendar is no calendar (RFC 5545 3.6)."""


def programme_file(book: CalendarBook) -> bytes:
    """All sessions of the forum that have a time, as one file. Raises `NothingToExport` where there is none."""
    if not book.programme:
        raise NothingToExport(
            _("No session has a start and an end yet, so there is no calendar to write. Enter their times first.")
        )
    return _Writer(book).file(book.programme)


def participant_files(book: CalendarBook) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each participant's file, in the book's order; people without a session have none.

    A file is called by badge number, else by name; no two names are the same, even where letter case is ignored.
    """
    writer = _Writer(book)
    taken = {PROGRAMME.casefold()}
    for person in book.people:
        if person.entries:
            name = _file_name(person.number or person.name, taken)
            taken.add(name.casefold())
            yield name, writer.file(person.entries)


def _file_name(wanted: str, taken: set[str]) -> str:
    name = safe_name(wanted, suffix=".ics")
    return name if name.casefold() not in taken else safe_name(wanted, suffix=".ics", taken=taken)


@dataclass(frozen=True)
class _Event:
    """The bytes of one session between those that differ from calendar to calendar."""

    event: CalendarEvent
    zone: bytes | None
    organizer: bytes

    @cached_property
    def times(self) -> bytes:
        return self._time("DTSTART", self.event.start) + self._time("DTEND", self.event.end)

    def _time(self, name: str, at: dt.datetime) -> bytes:
        local = at.astimezone(_zone(self.event.zone)) if self.zone else at
        if self.zone is None or local.fold:  # in an hour that comes twice, only UTC says which one is meant
            return line(f"{name}:{_utc(at)}")
        return line(f"{name};TZID={self.event.zone}:{local:%Y%m%dT%H%M%S}")

    @cached_property
    def head(self) -> bytes:
        """From DTSTART to LOCATION."""
        place = line(f"LOCATION:{text(self.event.location)}") if self.event.location else b""
        return self.times + line(f"SUMMARY:{text(self.event.summary)}") + place

    @cached_property
    def shared_description(self) -> bytes:
        return self.description("")

    def description(self, note: str) -> bytes:
        """What it says to everybody, after what it says to one person."""
        whole = "\n\n".join(filter(None, (note, self.event.description)))
        return line(f"DESCRIPTION:{text(whole)}") if whole else b""

    @cached_property
    def state(self) -> bytes:
        return line("STATUS:CONFIRMED") + line(f"TRANSP:{'OPAQUE' if self.event.busy else 'TRANSPARENT'}")

    @cached_property
    def tail(self) -> bytes:
        """From ORGANIZER to the end."""
        link = web_address(self.event.url)
        conference = line(f"CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL={parameter(_JOIN)}:{link}") if link else b""
        return self.organizer + conference + b"END:VEVENT\r\n"


_JOIN: Final = "线上参会 / Join online"


class _Writer:
    """Serialises the sessions of a book once, then joins them per calendar."""

    def __init__(self, book: CalendarBook) -> None:
        years = {at.year for event in book.events for at in (event.start, event.end)} or {1970}
        self._span = min(years) - 1, max(years) + 1
        self._head = self._calendar_head(book)
        organizer = _organizer(book)
        self._events = {
            event.session_id: _Event(event, vtimezone(event.zone, *self._span), organizer) for event in book.events
        }

    @staticmethod
    def _calendar_head(book: CalendarBook) -> bytes:
        name = text(" / ".join(book.title))
        rows = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
        if name:
            rows += [f"NAME:{name}", f"X-WR-CALNAME:{name}"]  # RFC 7986 5.1, and its older name
        return b"".join(line(row) for row in rows)

    def file(self, entries: Iterable[Entry]) -> bytes:
        """One calendar with these entries, which stand by start already."""
        events = [(entry, self._events[entry.session_id]) for entry in entries]
        zones = {event.event.zone: event.zone for _entry, event in events if event.zone}
        return b"".join(
            (
                self._head,
                *(zones[name] for name in sorted(zones)),
                *(_vevent(entry, event) for entry, event in events),
                b"END:VCALENDAR\r\n",
            )
        )


def _vevent(entry: Entry, event: _Event) -> bytes:
    stamped = _utc(entry.stamped_at)
    identity = line(f"UID:{text(entry.uid)}") + f"DTSTAMP:{stamped}\r\nSEQUENCE:{entry.sequence}\r\n".encode()
    return b"".join(
        (
            b"BEGIN:VEVENT\r\n",
            identity,
            event.head,
            event.description(entry.note) if entry.note else event.shared_description,
            event.state,
            f"CREATED:{_utc(entry.created_at)}\r\nLAST-MODIFIED:{stamped}\r\n".encode(),
            event.tail,
        )
    )


def _organizer(book: CalendarBook) -> bytes:
    name = f";CN={parameter(' / '.join(book.title))}" if book.title else ""
    return line(f"ORGANIZER{name}:mailto:{book.mailbox or NO_MAILBOX}")


def _utc(at: dt.datetime) -> str:
    return f"{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
