"""What is needed to tell people about the programme: the plan, what each was told, and how each can be reached."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.mailboxes import AddressFault
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.domain.telling import Told, Wanted
from forumplanner.snapshots.calendar import CalendarEvent, CalendarPlan
from forumplanner.snapshots.wordings import NameForms


class Reach(StrEnum):
    """How a person hears of changes. `NOT_COMING`: declined, or sends somebody else, and hears no more."""

    MAIL = "mail"
    PHONE = "phone"
    CHAT = "chat"
    NO_ADDRESS = "no_address"
    BAD_ADDRESS = "bad_address"
    NOT_COMING = "not_coming"


@dataclass(frozen=True, slots=True)
class Reader:
    """A person as a reader of mail.

    `mailbox`: "" unless `reach` is by mail. `address`: how they are addressed, one per forum language. `language`:
    the language that opens their mail. `zone`: their own clock (IANA), "" where it is the forum's.
    """

    participant_id: str
    name: NameForms
    category: Category
    reach: Reach
    mailbox: str = ""
    written: str = ""
    fault: AddressFault | None = None
    channel: Channel | None = None
    address: tuple[str, ...] = ()
    language: str = ""
    zone: str = ""
    country: str = ""
    mode: Mode | None = None
    status: InvitationStatus | None = None
    delegation_id: str = ""
    delegation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TellingPlan:
    """Everything that decides who is told what. `told`: the newest per person and session; `minor` as in `due`.

    `facts`: language, field of a mail, text. `words`: the forum's own texts: code, language, text. `stays`: what was
    told of people's stays as a whole, `wanted_stays` and `stay_events` what the plan says of them; their session is the
    forum itself. `strays`: entries under older UIDs that still stand in somebody's calendar. `declined`: who had
    declined before they were taken off the list.
    """

    forum_id: str
    languages: tuple[str, ...]
    zone: str
    plan: CalendarPlan
    readers: tuple[Reader, ...]
    wanted: tuple[Wanted, ...]
    told: tuple[Told, ...]
    minor: frozenset[tuple[str, str]]
    facts: tuple[tuple[str, str, str], ...] = ()
    words: tuple[tuple[str, str, str], ...] = ()
    stays: tuple[Told, ...] = ()
    strays: tuple[Told, ...] = ()
    wanted_stays: tuple[Wanted, ...] = ()
    stay_events: tuple[tuple[str, CalendarEvent], ...] = ()
    declined: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Revision:
    """What a mail says of a session, the forum's key for a whole stay; instants as they were kept, in ISO 8601."""

    session: str
    uid: str
    sequence: int
    fingerprint: str
    start: str = ""
    end: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message of the outbox or the log. `tells`: keys of the sessions that it speaks of.

    `says`: the same in full, of a mail that the outbox still has to deal with. `kept`: its bytes are there to be sent.
    """

    id: str
    round_id: str
    participant_id: str
    kind: MailKind
    method: str
    to_name: str
    to_mailbox: str
    subject: str
    state: OutboxState
    attempts: int
    queued_at: dt.datetime
    next_at: dt.datetime | None
    settled_at: dt.datetime | None
    code: int | None
    answer: str
    tells: tuple[str, ...] = ()
    says: tuple[Revision, ...] = ()
    kept: bool = True


@dataclass(frozen=True, slots=True)
class ReplyLine:
    """An answer that came in."""

    id: str
    participant_id: str
    session_id: str
    participation: Participation | None
    comment: str
    from_mailbox: str
    received_at: dt.datetime
    source: str
    verdict: Verdict
    settled_by: str
