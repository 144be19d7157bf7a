"""Mails before they leave: what each is due to say, and what goes into the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forumplanner.domain.mail_kinds import MailKind
from forumplanner.domain.telling import Due
from forumplanner.snapshots.calendar import CalendarEvent, Entry


@dataclass(frozen=True, slots=True)
class Prepared:
    """A mail that is due, the revision that it speaks of, and the session as it is told; `fingerprint`: of both."""

    due: Due
    event: CalendarEvent
    entry: Entry
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A person's programme as one mail tells it: the stay, which is invited to, and the sessions by start."""

    participant_id: str
    stay: Prepared
    sessions: tuple[Prepared, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A mail ready to be queued: whom it goes to, what it tells, and its bytes. Fields as in `OutboxMessage`."""

    participant_id: str
    kind: MailKind
    method: str
    to_name: str
    to_mailbox: str
    subject: str
    words: str
    message_id: str
    content: bytes
    tells: tuple[Mapping[str, Any], ...] = ()
