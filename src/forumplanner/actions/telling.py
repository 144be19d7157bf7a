"""Getting mails ready: which revision of a session each of them speaks of, and what is too small to tell."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.calendar import Registry
from forumplanner.actions.found import NotPossible, found, titled
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId, ParticipantId, SessionId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.telling import Change, Due, Told, Wanted, step
from forumplanner.i18n import gettext as _
from forumplanner.queries import calendar, heard, identities, stays, telling
from forumplanner.queries.calendar_facts import CANCELLED
from forumplanner.records import Forum, MinorChange, Session
from forumplanner.snapshots.calendar import (
    Attendee,
    CalendarBook,
    CalendarEvent,
    CalendarPlan,
    PersonalCalendar,
)
from forumplanner.snapshots.outbox import Prepared, Programme
from forumplanner.store import Store


def prepare(
    store: Store,
    *,
    forum_id: ForumId,
    mails: Sequence[Due],
    now: dt.datetime | None = None,
    make_key: Callable[[], uuid.UUID] = uuid.uuid4,
) -> tuple[Prepared, ...]:
    """Give each mail its UID, SEQUENCE and stamp; identities are made only for the people in `mails`.

    A mail whose session has gone from the plan since is left out, as is a cancellation of what nobody knows. Raises
    `paper.NoSuchForum`; `StepRefused` where identities can't be kept.
    """
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).replace(microsecond=0)
    with store.read() as db:
        plan = calendar.plan(db, forum_id=forum_id)
        own = stays.of(plan, found(db, Forum, forum_id))
    with store.step(StepKind.OTHER, count=len(mails)) as db:
        registry = Registry(plan, identities.load(db, forum_id=forum_id), at, make_key)
        sheet = _Sheet(plan, registry, own)
        prepared = tuple(one for mail in mails if (one := sheet.prepared(mail)))
        db.add_all(registry.records())
    return prepared


def prepare_programmes(
    store: Store,
    *,
    forum_id: ForumId,
    people: Sequence[ParticipantId],
    now: dt.datetime | None = None,
    make_key: Callable[[], uuid.UUID] = uuid.uuid4,
) -> tuple[CalendarBook, tuple[Programme, ...]]:
    """Everything that these people's programme mails hold: their stay as one event, their sessions as a calendar.

    Identities are made only for `people`; whoever has no session with a time is left out. Raises as `prepare`.
    """
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).replace(microsecond=0)
    with store.read() as db:
        plan = calendar.plan(db, forum_id=forum_id)
        own = stays.of(plan, found(db, Forum, forum_id))
    chosen = {str(person) for person in people}
    events = {event.session_id: event for event in plan.events}
    with store.step(StepKind.OTHER, count=len(people)) as db:
        registry = Registry(plan, identities.load(db, forum_id=forum_id), at, make_key)
        made = [
            _programme(person, [events[one.session_id] for one in person.sessions], registry, own)
            for person in plan.people
            if person.participant_id in chosen and person.sessions
        ]
        db.add_all(registry.records())
    calendars = tuple(one[1] for one in made)
    book = CalendarBook(plan.forum_id, plan.title, plan.mailbox, plan.events, people=calendars)
    return book, tuple(one[0] for one in made)


def _programme(
    person: Attendee, own: Sequence[CalendarEvent], registry: Registry, stays_: Mapping[str, CalendarEvent]
) -> tuple[Programme, PersonalCalendar]:
    plan, stay = registry.plan, stays_[person.participant_id]
    entry, said = registry.stay(stay, person.participant_id)
    entries = tuple(registry.entry(attendance, person.participant_id) for attendance in person.sessions)
    sessions = tuple(
        Prepared(
            Due(person.participant_id, event.session_id, Change.NEW, ""),
            event,
            entry_,
            registry.said(attendance),
        )
        for event, entry_, attendance in zip(own, entries, person.sessions, strict=True)
    )
    whole = Prepared(Due(person.participant_id, plan.forum_id, Change.NEW, ""), stay, entry, said)
    return (
        Programme(person.participant_id, whole, sessions),
        PersonalCalendar(person.participant_id, person.number, person.name, entries),
    )


class _Sheet:
    """The plan by its keys, with people's stays and the registry that knows every revision."""

    def __init__(self, plan: CalendarPlan, registry: Registry, stays_: Mapping[str, CalendarEvent]) -> None:
        self._registry, self._stays = registry, stays_
        self._stay = plan.forum_id
        self._events = {event.session_id: event for event in plan.events}
        self._own = {(person.participant_id, own.session_id): own for person in plan.people for own in person.sessions}

    def prepared(self, mail: Due) -> Prepared | None:
        """The revision that a mail speaks of; None where there is nothing to say any more."""
        if mail.change is Change.CANCEL:
            return self._cancellation(mail)
        but = mail.was.uid if mail.fresh and mail.was else ""
        if mail.session_id == self._stay:
            return self._of_stay(mail, but)
        attendance = self._own.get((mail.participant_id, mail.session_id))
        if attendance is None:
            return None
        entry = self._registry.entry(attendance, mail.participant_id, but=but)
        return Prepared(mail, self._events[mail.session_id], entry, self._registry.said(attendance))

    def _of_stay(self, mail: Due, but: str) -> Prepared | None:
        event = self._stays.get(mail.participant_id)
        if event is None:
            return None
        entry, said = self._registry.stay(event, mail.participant_id, but=but)
        return Prepared(mail, event, entry, said)

    def _cancellation(self, mail: Due) -> Prepared | None:
        """What was told is taken back under the UID by which it is known there, one revision on (RFC 5546 3.2.5)."""
        was = mail.was
        if was is None or was.start is None or was.end is None:
            return None
        event = CalendarEvent(was.session_id, was.start, was.end, was.zone, was.summary, was.location)
        entry = self._registry.cancelled(mail.session_id, mail.participant_id, was.uid, was.sequence)
        return Prepared(mail, event, entry, CANCELLED)


def mark_minor(store: Store, *, forum_id: ForumId, session_id: SessionId, reason: str = "") -> None:
    """Tell nobody of a session's change, from what each was told to how it now stands. One step.

    The next change is told again, with this one; the mark ends with it, though the session come back to this state.
    Raises `NotPossible` where the session stands in no calendar.
    """
    key = str(session_id)
    with store.read() as db:
        plan = calendar.plan(db, forum_id=forum_id)
        known = _minor(db, session_id)
        told = {one.participant_id: one for one in heard.load(db, forum_id=forum_id).told if one.session_id == key}
    event = next((event for event in plan.events if event.session_id == key), None)
    if event is None:
        raise NotPossible(_("This session has no time yet, so nobody was told of it. Nothing was changed."))
    new = sorted(_steps(telling.wanted(plan), told, key) - known)
    if not new:
        return
    title = by_language("title", zh=event.summary, en=event.summary)
    with store.step(StepKind.MARK_MINOR, **title) as db:
        db.add_all(
            MinorChange(forum_id=forum_id, session_id=session_id, fingerprint=one, reason=reason.strip()) for one in new
        )


def _steps(wanted: Iterable[Wanted], told: Mapping[str, Told], session: str) -> set[str]:
    """The changes of a session for each who was told of it, and for those who know it from the last issue alone."""
    steps = set()
    for want in wanted:
        if want.session_id == session:
            last = told.get(want.participant_id)
            if last is None:
                steps.add(step("", want.shared))
            elif last.fingerprint != want.fingerprint:
                steps.add(step(last.fingerprint, want.fingerprint))
    return steps


def tell_after_all(store: Store, *, session_id: SessionId) -> None:
    """Take back that a session's change was too small to tell. One step; none where nothing was marked."""
    with store.read() as db:
        if not _minor(db, session_id):
            return
        values = titled(session.title) if (session := db.get(Session, session_id)) else {}
    with store.step(StepKind.MARK_MINOR, **values) as db:
        for row in db.execute(select(MinorChange).where(MinorChange.session_id == session_id)).scalars():
            db.delete(row)


def _minor(db: Db, session_id: SessionId) -> frozenset[str]:
    query = select(MinorChange.fingerprint).where(MinorChange.session_id == session_id)
    return frozenset(db.execute(query).scalars())
