"""The bytes of a VEVENT (RFC 5545 3.6.1): what all calendars share of a session, and what one of them adds."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from forumplanner.domain.times import zone as _zone
from forumplanner.invitations.calendar_lines import line, parameter, text, web_address
from forumplanner.snapshots.calendar import CalendarEvent, Entry

PRODID: Final = "-//Forum Planner//Forum Planner 1//EN"
NO_MAILBOX: Final = "secretariat@forumplanner.invalid"
"""Organiser of a forum without a mailbox: one must be named (RFC 5546 3.2.1), and nobody owns `.invalid`."""


@dataclass(frozen=True)
class EventBytes:
    """The bytes of one session between those that differ from calendar to calendar."""

    event: CalendarEvent
    zone: bytes | None
    organizer: bytes

    @cached_property
    def times(self) -> bytes:
        """DTSTART and DTEND, in the session's zone where that says it plainly."""
        return self._time("DTSTART", self.event.start) + self._time("DTEND", self.event.end)

    def _time(self, name: str, at: dt.datetime) -> bytes:
        local = at.astimezone(_zone(self.event.zone)) if self.zone else at
        if self.zone is None or _comes_twice(local):  # readers disagree about which of the two is meant
            return line(f"{name}:{utc(at)}")
        return line(f"{name};TZID={self.event.zone}:{local:%Y%m%dT%H%M%S}")

    @cached_property
    def head(self) -> bytes:
        """From DTSTART to LOCATION."""
        place = line(f"LOCATION:{text(self.event.location)}") if self.event.location else b""
        return self.times + line(f"SUMMARY:{text(self.event.summary)}") + place

    @cached_property
    def shared_description(self) -> bytes:
        """What it says to everybody."""
        return self.description("")

    def description(self, note: str) -> bytes:
        """What it says to everybody, after what it says to one person."""
        whole = "\n\n".join(filter(None, (note, self.event.description)))
        return line(f"DESCRIPTION:{text(whole)}") if whole else b""

    def state(self, status: str) -> bytes:
        """STATUS and TRANSP."""
        return line(f"STATUS:{status}") + line(f"TRANSP:{'OPAQUE' if self.event.busy else 'TRANSPARENT'}")

    @cached_property
    def tail(self) -> bytes:
        """From ORGANIZER to the end."""
        link = web_address(self.event.url)
        conference = line(f"CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL={parameter(_JOIN)}:{link}") if link else b""
        return self.organizer + conference + b"END:VEVENT\r\n"


def _comes_twice(local: dt.datetime) -> bool:
    """Whether the clocks show this time twice, since they are put back that night."""
    return local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()


_JOIN: Final = "线上参会 / Join online"


def vevent(entry: Entry, event: EventBytes, *, attendee: bytes = b"", status: str = "CONFIRMED") -> bytes:
    """One entry of a calendar; `attendee`: its ATTENDEE lines, `status`: CONFIRMED or CANCELLED."""
    stamped = utc(entry.stamped_at)
    identity = line(f"UID:{text(entry.uid)}") + f"DTSTAMP:{stamped}\r\nSEQUENCE:{entry.sequence}\r\n".encode()
    return b"".join(
        (
            b"BEGIN:VEVENT\r\n",
            identity,
            event.head,
            event.description(entry.note) if entry.note else event.shared_description,
            event.state(status),
            f"CREATED:{utc(entry.created_at)}\r\nLAST-MODIFIED:{stamped}\r\n".encode(),
            attendee,
            event.tail,
        )
    )


def organizer(title: tuple[str, ...], mailbox: str) -> bytes:
    """The ORGANIZER line of a forum."""
    name = f";CN={parameter(' / '.join(title))}" if title else ""
    return line(f"ORGANIZER{name}:mailto:{mailbox or NO_MAILBOX}")


def utc(at: dt.datetime) -> str:
    """An instant as a UTC DATE-TIME (RFC 5545 3.3.5)."""
    return f"{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
