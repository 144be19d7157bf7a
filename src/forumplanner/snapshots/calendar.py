"""What calendar files are made of: sessions with their words and times, and who has which of them under which UID."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """A session as every calendar shows it. Times are instants in UTC; `zone` (IANA) is the one they are told in.

    `summary`, `location` and `description` hold both languages of the forum already. `url`: where it is watched or
    joined online ("" = nowhere). `busy`: False for what runs beside other things (registration, exhibition).
    """

    session_id: str
    start: dt.datetime
    end: dt.datetime
    zone: str
    summary: str
    location: str = ""
    description: str = ""
    url: str = ""
    busy: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in one calendar: its identity there, and what it says to that person alone.

    `uid`, `sequence`, `stamped_at`: RFC 5545 3.8.4.7, 3.8.7.4, 3.8.7.2; `created_at` of its first revision.
    `note`: the person's own part in the session, in both languages; it opens the description ("" = none).
    """

    session_id: str
    uid: str
    sequence: int
    stamped_at: dt.datetime
    created_at: dt.datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class PersonalCalendar:
    """One participant's calendar; `number` is the printed badge number or the participant's code, where known."""

    participant_id: str
    number: str
    name: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A session that no calendar can hold yet, since its start or end is unknown; `title`: one per forum language."""

    session_id: str
    title: tuple[str, ...]
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Attendance:
    """A session in somebody's calendar before it has an identity there; `note` as in `Entry`."""

    session_id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attendee:
    """A participant and the sessions of theirs, by start."""

    participant_id: str
    number: str
    name: str
    sessions: tuple[Attendance, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """What calendars will say, before anything has an identity. `events` by start; `title`: one per language.

    `mailbox`: the organiser's address; "" where the forum has none that mail could reach.
    """

    forum_id: str
    title: tuple[str, ...]
    mailbox: str
    events: tuple[CalendarEvent, ...] = ()
    people: tuple[Attendee, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class CalendarBook:
    """All calendars of one forum: events by start, the forum's own programme, one calendar per participant.

    Fields as in `CalendarPlan`. People without any session have no entries, and so no file.
    """

    forum_id: str
    title: tuple[str, ...]
    mailbox: str
    events: tuple[CalendarEvent, ...] = ()
    programme: tuple[Entry, ...] = ()
    people: tuple[PersonalCalendar, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
