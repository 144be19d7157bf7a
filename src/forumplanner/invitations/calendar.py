"""Calendar files (.ics, RFC 5545) to publish: the forum's whole programme, and one file per participant.

Each session is put into bytes once and joined per person, since a thousand people share the same sessions. The same
book gives the same bytes, on every computer and in every run.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from forumplanner.files import PlannerError, safe_name
from forumplanner.i18n import gettext as _
from forumplanner.invitations.calendar_events import PRODID, EventBytes, organizer, vevent
from forumplanner.invitations.calendar_lines import line, text
from forumplanner.invitations.calendar_zones import vtimezone
from forumplanner.snapshots.calendar import CalendarBook, Entry

PROGRAMME: Final = "programme.ics"
"""Name of the file that holds all sessions."""


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


def files_by_person(book: CalendarBook) -> dict[str, bytes]:
    """Each participant's file by their key; people without a session have none."""
    writer = _Writer(book)
    return {person.participant_id: writer.file(person.entries) for person in book.people if person.entries}


def _file_name(wanted: str, taken: set[str]) -> str:
    name = safe_name(wanted, suffix=".ics")
    return name if name.casefold() not in taken else safe_name(wanted, suffix=".ics", taken=taken)


class _Writer:
    """Serialises the sessions of a book once, then joins them per calendar."""

    def __init__(self, book: CalendarBook) -> None:
        years = {at.year for event in book.events for at in (event.start, event.end)} or {1970}
        self._span = min(years) - 1, max(years) + 1
        self._head = self._calendar_head(book)
        by = organizer(book.title, book.mailbox)
        self._events = {
            event.session_id: EventBytes(event, vtimezone(event.zone, *self._span), by) for event in book.events
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
                *(vevent(entry, event) for entry, event in events),
                b"END:VCALENDAR\r\n",
            )
        )
