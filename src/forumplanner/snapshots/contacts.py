"""Contacts as pages show them: dated lines of a history, and who is to be called."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


class Subject(StrEnum):
    """What a contact note is about."""

    PARTICIPANT = "participant"
    GUEST = "consular_guest"
    POST = "consular_post"
    DELEGATION = "delegation"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One dated line. `day`, `minute`: on the forum's clock; `status`: what the invitation became, None for none."""

    id: str
    subject: Subject
    subject_id: str
    day: dt.date
    minute: int | None = None
    channel: Channel | None = None
    contact: str = ""
    text: str = ""
    status: InvitationStatus | None = None
    reference: str = ""
    asked: tuple[str, ...] = ()
    next_on: dt.date | None = None
    next_action: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class CallLine:
    """Somebody to get in touch with: who, how, when, why, and the last line of the log.

    `name`: of the person, `called`: of the post or delegation; either may be missing. `quiet`: days since the last
    word where an invitation waits for its answer, else None.
    """

    subject: Subject
    subject_id: str
    name: NameForms = NO_NAME
    called: Pair = NO_TEXT
    contact: str = ""
    phone: str = ""
    status: InvitationStatus | None = None
    next_on: dt.date | None = None
    next_action: str = ""
    quiet: int | None = None
    last: NoteLine | None = None


@dataclass(frozen=True, slots=True)
class Calls:
    """All who have a next call or are quiet, by next call; `languages` of the pairs."""

    languages: tuple[str, ...]
    lines: tuple[CallLine, ...] = ()

    def due(self, today: dt.date) -> tuple[CallLine, ...]:
        """Those who are to be called by `today`."""
        return tuple(line for line in self.lines if line.next_on is not None and line.next_on <= today)

    def quiet(self, days: int) -> tuple[CallLine, ...]:
        """Those who owe an answer and have not been heard of for `days` days."""
        return tuple(line for line in self.lines if line.quiet is not None and line.quiet >= days)

    def waiting(self, today: dt.date, days: int) -> frozenset[str]:
        """Ids of those who are to be called by `today` or have been quiet for `days` days."""
        return frozenset(line.subject_id for line in (*self.due(today), *self.quiet(days)))
