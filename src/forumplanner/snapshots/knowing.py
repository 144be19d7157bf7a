"""Who must know, beside the mail: the programme that people hold, whom to call, and what was told by mouth."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.guest_kinds import Channel
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.wordings import NO_NAME, NameForms


@dataclass(frozen=True, slots=True)
class Slot:
    """A session as one issue of the programme shows it; `title` and `place` in each of the forum's languages.

    `start` and `end` are None while the time is open; two issues of one forum are read on one clock, `zone`.
    `for_all`: it stands in everybody's programme. `parts`: who has which part in it, as codes that differ when the
    role, the item or its minutes from the session's start do.
    """

    session_id: str
    title: Lines
    start: dt.datetime | None
    end: dt.datetime | None
    zone: str
    place: Lines
    url: str = ""
    for_all: bool = False
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class InHands:
    """The programme that people hold: an issue's name, its day in words, and its sessions."""

    name: str
    issued: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """How to reach somebody by word of mouth. `by`: who makes the call, as a rule; `contact`: whom to ask for there."""

    participant_id: str
    phone: str = ""
    by: NameForms = NO_NAME
    by_phone: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class SaidTo:
    """Something that was told by word of mouth: to whom, of which sessions, when, how, and who said so."""

    message_id: str
    participant_id: str
    name: str
    sessions: tuple[str, ...]
    at: dt.datetime
    channel: Channel
    author: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class KnowingFacts:
    """`since`: the issue in people's hands, None while none was released or chosen. `issues`: names to choose from."""

    now: tuple[Slot, ...]
    since: InHands | None = None
    issues: tuple[tuple[str, str], ...] = ()
    calls: tuple[Call, ...] = ()
    said: tuple[SaidTo, ...] = ()
