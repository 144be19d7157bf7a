"""Getting calendars ready to leave the house: every session in every calendar has an identity that lasts."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mailboxes import domain_of
from forumplanner.queries import calendar
from forumplanner.queries.calendar import Identity, Whose
from forumplanner.queries.calendar_facts import CANCELLED, facts_of, facts_of_event, fingerprint
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
    at = now().astimezone(dt.UTC).replace(microsecond=0)
    registry = Registry(plan, known, at, make_key)
    book = registry.book()
    if not registry.made:
        return book
    # What is new is decided once more inside the step, so that two exports at once agree on one identity. Nothing
    # here is journalled, so no step of the history comes of it.
    with store.step(StepKind.OTHER, count=len(registry.made)) as db:
        registry = Registry(plan, calendar.identities(db, forum_id=forum_id), at, make_key)
        book = registry.book()
        db.add_all(registry.records())
    return book


@dataclass
class Registry:
    """Finds or makes identities; `made` gathers the new ones with their session and participant.

    `known`: the newest identity of each session in each calendar; `now`: the stamp of new revisions.
    """

    plan: CalendarPlan
    known: dict[Whose, Identity]
    now: dt.datetime
    make_key: Callable[[], uuid.UUID]
    made: list[tuple[str, str, Identity]] = field(default_factory=list)
    _facts: dict[str, bytes] = field(init=False)

    def __post_init__(self) -> None:
        self._facts = facts_of(self.plan)

    def book(self) -> CalendarBook:
        """All calendars, each entry with its identity."""
        return CalendarBook(
            forum_id=self.plan.forum_id,
            title=self.plan.title,
            mailbox=self.plan.mailbox,
            events=self.plan.events,
            programme=tuple(self.entry(Attendance(event.session_id), "") for event in self.plan.events),
            people=tuple(self.calendar(person) for person in self.plan.people),
            left_out=self.plan.left_out,
        )

    def calendar(self, person: Attendee) -> PersonalCalendar:
        """That participant's calendar."""
        entries = tuple(self.entry(attendance, person.participant_id) for attendance in person.sessions)
        return PersonalCalendar(person.participant_id, person.number, person.name, entries)

    def entry(self, attendance: Attendance, participant: str) -> Entry:
        """A session in one calendar ("" = the programme's), under the identity it has or now gets there."""
        session, fingerprint = attendance.session_id, self.said(attendance)
        identity = self.known.get((session, participant))
        if identity is None or identity.fingerprint != fingerprint:
            identity = self._next(identity, fingerprint)
            self.made.append((session, participant, identity))
        return Entry(
            session, identity.uid, identity.sequence, identity.stamped_at, identity.created_at, attendance.note
        )

    def stay(self, event: CalendarEvent, participant: str) -> tuple[Entry, str]:
        """A person's whole stay, which is no session of the plan, with its fingerprint."""
        said = fingerprint(facts_of_event(event, self.plan), "")
        identity = self.known.get((event.session_id, participant))
        if identity is None or identity.fingerprint != said:
            identity = self._next(identity, said)
            self.made.append((event.session_id, participant, identity))
        return Entry(event.session_id, identity.uid, identity.sequence, identity.stamped_at, identity.created_at), said

    def cancelled(self, session: str, participant: str) -> Identity | None:
        """The revision that takes a session out of a calendar; None where it never stood there."""
        last = self.known.get((session, participant))
        if last is None:
            return None
        identity = last if last.fingerprint == CANCELLED else self._next(last, CANCELLED)
        if identity is not last:
            self.made.append((session, participant, identity))
        return identity

    def renewed(self, attendance: Attendance, participant: str) -> Entry:
        """The session under a UID of its own, for a calendar that never heard of the old one."""
        session = attendance.session_id
        identity = self._next(None, self.said(attendance))
        identity = identity._replace(stamped_at=self.now + dt.timedelta(seconds=1))
        self.made.append((session, participant, identity))
        return Entry(
            session, identity.uid, identity.sequence, identity.stamped_at, identity.created_at, attendance.note
        )

    def _next(self, last: Identity | None, fingerprint: str) -> Identity:
        if last is None:
            return Identity(f"{self.make_key()}@{self._domain()}", 0, self.now, self.now, fingerprint)
        return last._replace(sequence=last.sequence + 1, stamped_at=self.now, fingerprint=fingerprint)

    def records(self) -> Iterator[CalendarIdentity]:
        """The new identities as records."""
        forum = uuid.UUID(self.plan.forum_id)
        for session, participant, identity in self.made:
            yield CalendarIdentity(
                id=self.make_key(),
                forum_id=forum,
                session_id=uuid.UUID(session),
                participant_id=uuid.UUID(participant) if participant else None,
                **identity._asdict(),
            )

    def said(self, attendance: Attendance) -> str:
        """The fingerprint of a person's entry as it now is."""
        return fingerprint(self._facts[attendance.session_id], attendance.note)

    def _domain(self) -> str:
        return domain_of(self.plan.mailbox) if self.plan.mailbox else NO_DOMAIN
