"""Getting calendars ready to leave the house: every session in every calendar has an identity that lasts."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mailboxes import domain_of
from forumplanner.queries import calendar, identities
from forumplanner.queries.calendar_facts import CANCELLED, facts_of, facts_of_event, fingerprint
from forumplanner.queries.identities import Identities, Identity, Whose
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

_TICK = dt.timedelta(seconds=1)
"""The least by which a stamp can be later than another one (RFC 5545 3.3.5)."""

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
        known = identities.load(db, forum_id=forum_id)
    at = now().astimezone(dt.UTC).replace(microsecond=0)
    registry = Registry(plan, known, at, make_key)
    book = registry.book()
    if not registry.made:
        return book
    # What is new is decided once more inside the step, so that two exports at once agree on one identity. Nothing
    # here is journalled, so no step of the history comes of it.
    with store.step(StepKind.OTHER, count=len(registry.made)) as db:
        registry = Registry(plan, identities.load(db, forum_id=forum_id), at, make_key)
        book = registry.book()
        db.add_all(registry.records())
    return book


@dataclass
class Registry:
    """Finds or makes identities; `made` gathers the new ones with their session and participant.

    `known`: what calendars know sessions by; `now`: the stamp of new revisions. Where the clock was put back they are
    stamped behind the last one all the same, since calendars take the later stamp for the truth (RFC 5546 2.1.5).
    """

    plan: CalendarPlan
    known: Identities
    now: dt.datetime
    make_key: Callable[[], uuid.UUID]
    made: list[tuple[str, str, Identity]] = field(default_factory=list)
    _facts: dict[str, bytes] = field(init=False)
    _newest: dict[Whose, Identity] = field(init=False)
    _by_uid: dict[str, Identity] = field(init=False)

    def __post_init__(self) -> None:
        self._facts = facts_of(self.plan)
        self._newest, self._by_uid = dict(self.known.newest), dict(self.known.by_uid)

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

    def entry(self, attendance: Attendance, participant: str, *, but: str = "") -> Entry:
        """A session in one calendar ("" = the programme's), under the identity it has or now gets there.

        `but`: a UID that another address knows already, so that another one is used.
        """
        session = attendance.session_id
        return self._entry(session, participant, self.said(attendance), but, attendance.note)

    def stay(self, event: CalendarEvent, participant: str, *, but: str = "") -> tuple[Entry, str]:
        """A person's whole stay, which is no session of the plan, with its fingerprint; `but` as for a session."""
        said = fingerprint(facts_of_event(event, self.plan), "")
        return self._entry(event.session_id, participant, said, but), said

    def cancelled(self, session: str, participant: str, uid: str, sequence: int) -> Entry:
        """The revision that takes an entry out of a calendar, later than `sequence`, which its reader knows."""
        last = self._by_uid.get(uid)
        if last is None:  # told by word of mouth: nobody's calendar holds it
            return Entry(session, uid, sequence + 1, self.now, self.now)
        if last.fingerprint != CANCELLED or last.sequence <= sequence:
            last = self._keep(session, participant, self._next(last, CANCELLED, sequence))
        return Entry(session, uid, last.sequence, last.stamped_at, last.created_at)

    def _entry(self, session: str, participant: str, said: str, but: str, note: str = "") -> Entry:
        identity = self._newest.get((session, participant))
        if identity is None or (but and identity.uid == but):
            identity = self._keep(session, participant, self._born(identity, said))
        elif identity.fingerprint != said:
            identity = self._keep(session, participant, self._next(identity, said))
        return Entry(session, identity.uid, identity.sequence, identity.stamped_at, identity.created_at, note)

    def _born(self, before: Identity | None, said: str) -> Identity:
        """A UID of its own, born later than the one before."""
        at = self.now if before is None else max(self.now, before.created_at + _TICK)
        return Identity(f"{self.make_key()}@{self._domain()}", 0, at, at, said)

    def _next(self, last: Identity, said: str, sequence: int = 0) -> Identity:
        """One revision on from the highest that the UID ever had in any calendar."""
        highest = self._by_uid.get(last.uid, last)
        return last._replace(
            sequence=max(highest.sequence, sequence) + 1,
            stamped_at=max(self.now, highest.stamped_at + _TICK),
            fingerprint=said,
        )

    def _keep(self, session: str, participant: str, identity: Identity) -> Identity:
        self.made.append((session, participant, identity))
        self._by_uid[identity.uid] = identity
        newest = self._newest.get((session, participant))
        if newest is None or newest.created_at <= identity.created_at:
            self._newest[session, participant] = identity
        return identity

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
