"""Who is to be called: the next calls of a forum with the last line of each log, in six statements."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.ids import ForumId
from forumplanner.domain.invitation_chain import QUIET_DAYS, WAITING, comes
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.queries.columns import KEY, NAME
from forumplanner.queries.contacts import newest_notes
from forumplanner.queries.wordings import AnyRow, name_forms, pair
from forumplanner.records import ConsularGuest, ConsularPost, ContactNote, Delegation, Forum, Participant, Person
from forumplanner.snapshots.contacts import CallLine, Calls, NoteLine, Subject

_Key = tuple[Subject, str]


def load(db: Db, *, forum_id: ForumId, today: dt.date) -> Calls:
    """All who have a next call or owe an answer, by the day of the next call, those without one last.

    Notes about a named consular guest and about the person are one log; the newest note decides the next call.
    """
    languages = db.execute(select(Forum.languages).where(Forum.id == forum_id)).scalar_one_or_none() or ()
    guests = db.execute(_GUESTS.where(ConsularGuest.forum_id == forum_id)).all()
    of_person = {row.participant_id: row.id for row in guests if row.participant_id}
    subjects = {
        **_participants(db, forum_id),
        **{(Subject.GUEST, row.id): _guest_line(row, languages) for row in guests},
        **_posts(db, forum_id, languages),
        **_delegations(db, forum_id, languages),
    }
    for person, guest in of_person.items():
        if line := subjects.get((Subject.PARTICIPANT, person)):
            whole = subjects[Subject.GUEST, guest]
            subjects[Subject.GUEST, guest] = replace(whole, name=line.name, phone=line.phone or whole.phone)
    newest = _newest(newest_notes(db, forum_id=forum_id), of_person)
    lines = (_with_note(subjects[key], note, today) for key, note in newest.items() if key in subjects)
    return Calls(languages, tuple(sorted(filter(_matters, lines), key=_urgency)))


def waiting(db: Db, *, forum_id: ForumId, today: dt.date) -> int:
    """How many wait for the secretary: consular guests to be approved, calls that are due, invitations gone quiet."""
    pending = (ConsularGuest.forum_id == forum_id) & (ConsularGuest.status == InvitationStatus.TO_APPROVE)
    to_approve = db.execute(select(type_coerce(ConsularGuest.id, KEY)).where(pending)).scalars()
    return len(load(db, forum_id=forum_id, today=today).waiting(today, QUIET_DAYS) | frozenset(to_approve))


_GUESTS = select(
    type_coerce(ConsularGuest.id, KEY).label("id"),
    type_coerce(ConsularGuest.participant_id, KEY).label("participant_id"),
    ConsularGuest.status,
    ConsularPost.name,
    ConsularPost.contact,
    ConsularPost.phone,
).join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)


def _guest_line(row: AnyRow, languages: tuple[str, ...]) -> CallLine:
    called = pair(row.name, languages)
    return CallLine(Subject.GUEST, row.id, called=called, contact=row.contact, phone=row.phone, status=row.status)


def _participants(db: Db, forum_id: ForumId) -> dict[_Key, CallLine]:
    """Those who have a note or are a consular guest: the others are nobody's call."""
    noted = select(ContactNote.participant_id).where(ContactNote.forum_id == forum_id)
    guests = select(ConsularGuest.participant_id).where(ConsularGuest.forum_id == forum_id)
    rows = db.execute(
        select(
            type_coerce(Participant.id, KEY).label("id"),
            type_coerce(Person.name, NAME).label("name"),
            Person.phone,
            Participant.status,
        )
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.id.in_(noted.union(guests)))
    )
    return {
        (Subject.PARTICIPANT, row.id): CallLine(
            Subject.PARTICIPANT, row.id, name=name_forms(row.name), phone=row.phone, status=row.status
        )
        for row in rows
    }


def _posts(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> dict[_Key, CallLine]:
    noted = select(ContactNote.consular_post_id).where(ContactNote.forum_id == forum_id)
    rows = db.execute(
        select(
            type_coerce(ConsularPost.id, KEY).label("id"), ConsularPost.name, ConsularPost.contact, ConsularPost.phone
        ).where(ConsularPost.id.in_(noted))
    )
    return {
        (Subject.POST, row.id): CallLine(
            Subject.POST, row.id, called=pair(row.name, languages), contact=row.contact, phone=row.phone
        )
        for row in rows
    }


def _delegations(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> dict[_Key, CallLine]:
    rows = db.execute(
        select(type_coerce(Delegation.id, KEY).label("id"), Delegation.name, Delegation.contact).where(
            Delegation.forum_id == forum_id
        )
    )
    return {
        (Subject.DELEGATION, row.id): CallLine(
            Subject.DELEGATION, row.id, called=pair(row.name, languages), contact=row.contact
        )
        for row in rows
    }


def _newest(notes: Iterable[NoteLine], of_person: Mapping[str, str]) -> dict[_Key, NoteLine]:
    found: dict[_Key, NoteLine] = {}
    for note in notes:
        guest = of_person.get(note.subject_id) if note.subject is Subject.PARTICIPANT else None
        found[(Subject.GUEST, guest) if guest else (note.subject, note.subject_id)] = note
    return found


def _with_note(line: CallLine, note: NoteLine, today: dt.date) -> CallLine:
    quiet = (today - note.day).days if line.status in WAITING else None
    # a call that was planned after a no is meant; one that was planned before it, the no has settled
    next_on = note.next_on if comes(line.status) or note.status is None else None
    return replace(line, next_on=next_on, next_action=note.next_action, quiet=quiet, last=note)


def _matters(line: CallLine) -> bool:
    return line.next_on is not None or line.quiet is not None


def _urgency(line: CallLine) -> tuple[Any, ...]:
    return line.next_on or dt.date.max, -(line.quiet or 0), line.subject_id
