"""Calendar files that are mailed (iTIP, RFC 5546): a request or a cancellation of one event to one person."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.kinds import Role
from forumplanner.invitations.calendar_events import PRODID, EventBytes, organizer, vevent
from forumplanner.invitations.calendar_lines import line, parameter
from forumplanner.invitations.calendar_zones import vtimezone
from forumplanner.snapshots.calendar import CalendarEvent, Entry


class Method(StrEnum):
    """What a mailed calendar asks its reader to do (RFC 5546 3.2)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is invited: `mailbox` in ASCII, `role` in the session, None for the audience."""

    name: str
    mailbox: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Inviter:
    """Who invites: the forum's titles, one per language, and the mailbox that answers come back to."""

    title: tuple[str, ...]
    mailbox: str


_ROLES: Mapping[Role, str] = {Role.CHAIR: "CHAIR", Role.MODERATOR: "CHAIR", Role.MC: "CHAIR"}


def mailed(method: Method, event: CalendarEvent, entry: Entry, *, to: Addressee, by: Inviter) -> bytes:
    """One event with one ATTENDEE, since iTIP knows one UID a message and guests don't see each other.

    The same arguments give the same bytes. `entry.sequence` of a cancellation is one above what was sent last
    (RFC 5546 3.2.5).
    """
    span = min(event.start.year, event.end.year) - 1, max(event.start.year, event.end.year) + 1
    zone = vtimezone(event.zone, *span)
    lines = EventBytes(event, zone, organizer(by.title, by.mailbox))
    status = "CANCELLED" if method is Method.CANCEL else "CONFIRMED"
    return b"".join(
        (
            b"".join(line(row) for row in ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}")),
            line("CALSCALE:GREGORIAN") + line(f"METHOD:{method}"),
            zone or b"",
            vevent(entry, lines, attendee=_attendee(method, to), status=status),
            b"END:VCALENDAR\r\n",
        )
    )


def _attendee(method: Method, to: Addressee) -> bytes:
    """The one ATTENDEE line (RFC 5545 3.8.4.1); a cancellation asks for no answer."""
    name = f";CN={parameter(to.name)}" if to.name else ""
    role = _ROLES.get(to.role, "REQ-PARTICIPANT") if to.role else "REQ-PARTICIPANT"
    asks = "TRUE" if method is Method.REQUEST else "FALSE"
    status = ";PARTSTAT=NEEDS-ACTION" if method is Method.REQUEST else ""
    return line(f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE={role}{status};RSVP={asks}{name}:mailto:{to.mailbox}")
