"""Getting mails ready: which revision of a session each of them speaks of, and what is too small to tell."""

import datetime as dt
import uuid
from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.calendar import Registry
from forumplanner.actions.found import NotPossible, found, titled
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId, ParticipantId, SessionId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.telling import Change, Due
from forumplanner.i18n import gettext as _
from forumplanner.queries import calendar
from forumplanner.queries.calendar_facts import CANCELLED, facts_of, fingerprint
from forumplanner.records import Forum, MinorChange, Session
from forumplanner.snapshots.calendar import (
    Attendee,
    CalendarBook,
    CalendarEvent,
    CalendarPlan,
    Entry,
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
    with store.step(StepKind.OTHER, count=len(mails)) as db:
        registry = Registry(plan, calendar.identities(db, forum_id=forum_id), at, make_key)
        sheet = _Sheet(plan, registry)
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
        place = _place(db, forum_id)
    chosen = {str(person) for person in people}
    events = {event.session_id: event for event in plan.events}
    with store.step(StepKind.OTHER, count=len(people)) as db:
        registry = Registry(plan, calendar.identities(db, forum_id=forum_id), at, make_key)
        made = [
            _programme(person, [events[own.session_id] for own in person.sessions], registry, place)
            for person in plan.people
            if person.participant_id in chosen and person.sessions
        ]
        db.add_all(registry.records())
    calendars = tuple(one[1] for one in made)
    book = CalendarBook(plan.forum_id, plan.title, plan.mailbox, plan.events, people=calendars)
    return book, tuple(one[0] for one in made)


def _programme(
    person: Attendee, own: Sequence[CalendarEvent], registry: Registry, place: tuple[str, str]
) -> tuple[Programme, PersonalCalendar]:
    plan, (where, zone) = registry.plan, place
    start, end = min(event.start for event in own), max(event.end for event in own)
    stay = CalendarEvent(plan.forum_id, start, end, zone, " / ".join(plan.title), where, busy=False)
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


def _place(db: Db, forum_id: ForumId) -> tuple[str, str]:
    """Where the forum takes place, in its languages, and on whose clock."""
    forum = found(db, Forum, forum_id)
    lines = [", ".join(filter(None, (forum.venue.get(tag), forum.city.get(tag)))) for tag in forum.languages]
    return " / ".join(dict.fromkeys(filter(None, lines))), forum.zone


class _Sheet:
    """The plan by its keys, with the registry that knows every revision."""

    def __init__(self, plan: CalendarPlan, registry: Registry) -> None:
        self._registry = registry
        self._events = {event.session_id: event for event in plan.events}
        self._own = {(person.participant_id, own.session_id): own for person in plan.people for own in person.sessions}

    def prepared(self, mail: Due) -> Prepared | None:
        """The revision that a mail speaks of; None where there is nothing to say any more."""
        if mail.change is Change.CANCEL:
            return self._cancellation(mail)
        attendance = self._own.get((mail.participant_id, mail.session_id))
        if attendance is None:
            return None
        make = self._registry.renewed if mail.fresh else self._registry.entry
        entry = make(attendance, mail.participant_id)
        return Prepared(mail, self._events[mail.session_id], entry, self._registry.said(attendance))

    def _cancellation(self, mail: Due) -> Prepared | None:
        """What was told is taken back under the UID by which it is known there, one revision on (RFC 5546 3.2.5)."""
        was = mail.was
        if was is None or was.start is None or was.end is None:
            return None
        event = CalendarEvent(was.session_id, was.start, was.end, was.zone, was.summary, was.location)
        stays = (mail.participant_id, mail.session_id) in self._own
        known = None if stays else self._registry.cancelled(mail.session_id, mail.participant_id)
        sequence = max(known.sequence if known and known.uid == was.uid else 0, was.sequence + 1)
        now = self._registry.now
        return Prepared(mail, event, Entry(was.session_id, was.uid, sequence, now, now), CANCELLED)


def mark_minor(store: Store, *, forum_id: ForumId, session_id: SessionId, reason: str = "") -> None:
    """Tell nobody about a session as it now stands; the next change is told again, with this one. One step.

    Raises `NotPossible` where the session stands in no calendar.
    """
    with store.read() as db:
        plan = calendar.plan(db, forum_id=forum_id)
        known = _minor(db, session_id)
    event = next((event for event in plan.events if event.session_id == str(session_id)), None)
    if event is None:
        raise NotPossible(_("This session has no time yet, so nobody was told of it. Nothing was changed."))
    said = fingerprint(facts_of(plan)[event.session_id], "")
    if said in known:
        return
    title = by_language("title", zh=event.summary, en=event.summary)
    with store.step(StepKind.MARK_MINOR, **title) as db:
        db.add(MinorChange(forum_id=forum_id, session_id=session_id, fingerprint=said, reason=reason.strip()))


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
