"""Getting mails ready: which revision of a session each of them speaks of, and what is too small to tell."""

import datetime as dt
import uuid
from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.calendar import Registry
from forumplanner.actions.found import NotPossible, titled
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ForumId, SessionId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.telling import Change, Due
from forumplanner.i18n import gettext as _
from forumplanner.queries import calendar
from forumplanner.queries.calendar_facts import CANCELLED, facts_of, fingerprint
from forumplanner.records import MinorChange, Session
from forumplanner.snapshots.calendar import CalendarEvent, CalendarPlan, Entry
from forumplanner.snapshots.outbox import Prepared
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


class _Sheet:
    """The plan by its keys, with the registry that knows every revision."""

    def __init__(self, plan: CalendarPlan, registry: Registry) -> None:
        self._registry = registry
        self._facts = facts_of(plan)
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
        said = fingerprint(self._facts[mail.session_id], attendance.note)
        return Prepared(mail, self._events[mail.session_id], entry, said)

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
