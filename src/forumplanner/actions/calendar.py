"""Getting calendars ready to leave the house: every session in every calendar has an identity that lasts."""

import datetime as dt
import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mailboxes import domain_of
from forumplanner.queries import calendar
from forumplanner.records import CalendarIdentity
from forumplanner.snapshots.calendar import (
    Attendance,
    Attendee,
    CalendarBook,
    CalendarEvent,
    CalendarPlan,
    Entry,
    PersonalCalendar,
)
from forumplanner.store import Store

NO_DOMAIN = "forumplanner.invalid"
"""Stands in UIDs of a forum without a mailbox; `.invalid` never belongs to anybody (RFC 2606)."""


def prepare(
    store: Store,
    *,
    forum_id: ForumId,
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    make_key: Callable[[], uuid.UUID] = uuid.uuid4,
) -> CalendarBook:
    """All calendars of a forum as they are about to be written, with the identities they are known by.

    A session gets its UID when it first stands in a calendar and keeps it. What differs from the last time gets
    SEQUENCE + 1 and a new stamp (RFC 5545 3.8.7.4); what doesn't keeps all, so that the files are the same bytes.
    Identities are kept beside the history, since what has left the house can't be undone: this is no step.
    Raises `paper.NoSuchForum`; `StepRefused` where an identity must be kept and the file can't be written.
    """
    with store.read() as db:
        plan = calendar.plan(db, forum_id=forum_id)
        known = calendar.identities(db, forum_id=forum_id)
    registry = _Registry(plan, known, now().astimezone(dt.UTC).replace(microsecond=0), make_key)
    book = CalendarBook(
        forum_id=plan.forum_id,
        title=plan.title,
        mailbox=plan.mailbox,
        events=plan.events,
        programme=tuple(registry.entry(Attendance(event.session_id), None) for event in plan.events),
        people=tuple(registry.calendar(person) for person in plan.people),
        left_out=plan.left_out,
    )
    if registry.made:
        with store.step(StepKind.OTHER, count=len(registry.made)) as db:  # changes no journalled row, so leaves no step
            db.add_all(registry.made)
    return book


@dataclass
class _Registry:
    """Finds or makes identities; `made` gathers the new ones."""

    plan: CalendarPlan
    known: dict[calendar.Whose, CalendarIdentity]
    now: dt.datetime
    make_key: Callable[[], uuid.UUID]
    made: list[CalendarIdentity] = field(default_factory=list)
    _facts: dict[str, bytes] = field(init=False)

    def __post_init__(self) -> None:
        house = "\x1f".join((self.plan.mailbox, *self.plan.title))
        self._facts = {event.session_id: _facts(event, house) for event in self.plan.events}

    def calendar(self, person: Attendee) -> PersonalCalendar:
        """That participant's calendar."""
        key = uuid.UUID(person.participant_id)
        entries = tuple(self.entry(attendance, key) for attendance in person.sessions)
        return PersonalCalendar(person.participant_id, person.number, person.name, entries)

    def entry(self, attendance: Attendance, participant: uuid.UUID | None) -> Entry:
        """A session in one calendar, under the identity it has or now gets there."""
        identity = self._identity(attendance, participant)
        return Entry(
            attendance.session_id,
            identity.uid,
            identity.sequence,
            identity.stamped_at,
            identity.created_at,
            attendance.note,
        )

    def _identity(self, attendance: Attendance, participant: uuid.UUID | None) -> CalendarIdentity:
        session = uuid.UUID(attendance.session_id)
        fingerprint = self._fingerprint(attendance)
        last = self.known.get((session, participant))
        if last is not None and last.fingerprint == fingerprint:
            return last
        identity = CalendarIdentity(
            id=self.make_key(),
            forum_id=uuid.UUID(self.plan.forum_id),
            session_id=session,
            participant_id=participant,
            uid=last.uid if last else f"{self.make_key()}@{self._domain()}",
            sequence=last.sequence + 1 if last else 0,
            stamped_at=self.now,
            created_at=last.created_at if last else self.now,
            fingerprint=fingerprint,
        )
        self.made.append(identity)
        return identity

    def _fingerprint(self, attendance: Attendance) -> str:
        return hashlib.blake2b(
            self._facts[attendance.session_id] + attendance.note.encode(), digest_size=16
        ).hexdigest()

    def _domain(self) -> str:
        return domain_of(self.plan.mailbox) if self.plan.mailbox else NO_DOMAIN


def _facts(event: CalendarEvent, house: str) -> bytes:
    """The canonical fields that a calendar shows, so that a change of any of them makes a new revision."""
    return "\x1f".join(
        (
            event.start.isoformat(),
            event.end.isoformat(),
            event.zone,
            event.summary,
            event.location,
            event.description,
            event.url,
            str(event.busy),
            house,
            "",
        )
    ).encode()
