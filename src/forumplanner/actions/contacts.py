"""What a secretary notes about contacts: a call, a letter, the step an invitation took, and when to call again."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found
from forumplanner.actions.whole import next_position
from forumplanner.domain import times
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import (
    ConsularGuestId,
    ConsularPostId,
    ContactNoteId,
    DelegationId,
    ForumId,
    ParticipantId,
    new_id,
)
from forumplanner.domain.invitation_chain import comes
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.labels import label
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.records import ConsularGuest, ConsularPost, ContactNote, Delegation, Forum, Participant, Person
from forumplanner.store import Store

__all__ = ["About", "NoteInFuture", "Noted", "log", "moment", "note_steps", "remove", "rewrite", "write_note"]


class NoteInFuture(NotPossible):
    """A contact is to be noted on a day that is still to come."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a contact note says; fields as in the record."""

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


def log(
    store: Store,
    *,
    forum_id: ForumId,
    about: About,
    day: dt.date,
    minute: int | None = None,
    channel: Channel | None = None,
    contact: str = "",
    text: str = "",
    status: InvitationStatus | None = None,
    reference: str = "",
    asked: Sequence[str] = (),
    next_on: dt.date | None = None,
    next_action: str = "",
    today: dt.date | None = None,
) -> ContactNoteId:
    """Note a contact, and with `status` the step that the invitation took by it; both in one step.

    `day`, `minute`: on the forum's clock. `today` replaces this computer's date. A step about a post is taken by all
    its guests of this forum who still come. Raises `NoteInFuture` for a day after today, `NoLongerThere`.
    """
    noted = Noted(
        day, minute, channel, contact, text, status, reference, tuple(asked), next_on=next_on, next_action=next_action
    )
    with store.read() as db:
        _require_past(day, today or _today(db, forum_id))
        values = _called(db, about) | _status_words(status)
    kind = StepKind.LOG_STATUS if status else StepKind.LOG_CONTACT
    with store.step(kind, **values) as db:
        return write_note(db, forum_id=forum_id, about=about, author=store.actor, noted=noted)


def rewrite(store: Store, *, note_id: ContactNoteId, noted: Noted, today: dt.date | None = None) -> None:
    """Correct a note. Its status, if that was the newest step of the invitation, is corrected with it.

    Raises `NoteInFuture`, `NoLongerThere`.
    """
    with store.read() as db:
        row = found(db, ContactNote, note_id)
        _require_past(noted.day, today or _today(db, ForumId(row.forum_id)))
        values = _called(db, _about(row))
    with store.step(StepKind.EDIT_CONTACT, **values) as db:
        row = found(db, ContactNote, note_id)
        newest = _newest_step(db, _about(row), ForumId(row.forum_id)) is row
        if newest and noted.status is not row.status and noted.status is not None:
            _take_step(db, _about(row), ForumId(row.forum_id), noted.status)
        _fill(row, noted)


def remove(store: Store, *, note_id: ContactNoteId) -> None:
    """Take a note out of the log; an invitation whose newest step it was goes back to the step before."""
    with store.read() as db:
        values = _called(db, _about(found(db, ContactNote, note_id)))
    with store.step(StepKind.REMOVE_CONTACT, **values) as db:
        row = found(db, ContactNote, note_id)
        about, forum_id = _about(row), ForumId(row.forum_id)
        newest = _newest_step(db, about, forum_id) is row
        db.delete(row)
        db.flush()
        if newest:
            before = _newest_step(db, about, forum_id)
            _take_step(db, about, forum_id, before.status if before else None)


def write_note(db: Db, *, forum_id: ForumId, about: About, author: str, noted: Noted) -> ContactNoteId:
    """The same as `log`, inside a step that is open already: for verbs that also do something else."""
    made = ContactNoteId(new_id())
    note = ContactNote(
        id=made,
        forum_id=forum_id,
        author=author,
        position=next_position(db, ContactNote.position, ContactNote.forum_id == forum_id),
        **{about.column: about.key},
    )
    _fill(note, noted)
    db.add(note)
    if noted.status is not None:
        _take_step(db, about, forum_id, noted.status)
    db.flush()
    return made


def note_steps(db: Db, *, people: Sequence[Participant], status: InvitationStatus | None, author: str) -> None:
    """Give all these people one status, each with a dated step; who has it already gets none. For bulk verbs.

    None takes the status back and leaves no line: nothing happened on that day.
    """
    changed = [person for person in people if person.status is not status]
    if not changed:
        return
    forum_id = ForumId(changed[0].forum_id)
    now = moment(db, forum_id)
    position = next_position(db, ContactNote.position, ContactNote.forum_id == forum_id)
    for place, person in enumerate(changed, start=position):
        person.status = status
        if status is None:
            continue
        note = ContactNote(
            id=new_id(), forum_id=forum_id, participant_id=person.id, author=author, position=place, status=status
        )
        note.day, note.minute = now.day, now.minute
        db.add(note)
    here = ConsularGuest.participant_id.in_([person.id for person in changed]) & (ConsularGuest.forum_id == forum_id)
    for guest in db.execute(select(ConsularGuest).where(here)).scalars():
        guest.status = status


def moment(db: Db, forum_id: ForumId, now: dt.datetime | None = None) -> Noted:
    """An empty note of this minute on the forum's clock; `now` replaces this computer's clock."""
    here = (now or dt.datetime.now(tz=dt.UTC)).astimezone(times.zone(found(db, Forum, forum_id).zone))
    return Noted(here.date(), here.hour * 60 + here.minute)


def _fill(row: ContactNote, noted: Noted) -> None:
    clean = replace(
        noted,
        contact=" ".join(noted.contact.split()),
        text=noted.text.strip(),
        reference=" ".join(noted.reference.split()),
        next_action=noted.next_action.strip(),
    )
    for name in Noted.__slots__:
        setattr(row, name, getattr(clean, name))


def _take_step(db: Db, about: About, forum_id: ForumId, status: InvitationStatus | None) -> None:
    """Write a status into the guest and, where the person is known, the participant: both say the same."""
    guests = list(db.execute(select(ConsularGuest).where(_guests_of(about, forum_id))).scalars())
    if about.consular_post_id is not None:
        guests = [guest for guest in guests if comes(guest.status)]
    for guest in guests:
        guest.status = status
    people = {guest.participant_id for guest in guests} | {about.participant_id}
    known = [key for key in people if key is not None]
    for participant in db.execute(select(Participant).where(Participant.id.in_(known))).scalars():
        participant.status = status


def _guests_of(about: About, forum_id: ForumId) -> ColumnElement[bool]:
    if about.delegation_id is not None:
        return ConsularGuest.id.is_(None)
    column = ConsularGuest.id if about.consular_guest_id else getattr(ConsularGuest, about.column)
    return (ConsularGuest.forum_id == forum_id) & (column == about.key)


def _newest_step(db: Db, about: About, forum_id: ForumId) -> ContactNote | None:
    """The note by which the invitation of `about` became what it is."""
    same = (ContactNote.forum_id == forum_id) & (getattr(ContactNote, about.column) == about.key)
    rows = db.execute(select(ContactNote).where(same & ContactNote.status.is_not(None))).scalars()
    return max(rows, key=lambda row: (row.day, 1441 if row.minute is None else row.minute, row.position), default=None)


def _about(row: ContactNote) -> About:
    return About(
        participant_id=ParticipantId(row.participant_id) if row.participant_id else None,
        consular_guest_id=ConsularGuestId(row.consular_guest_id) if row.consular_guest_id else None,
        consular_post_id=ConsularPostId(row.consular_post_id) if row.consular_post_id else None,
        delegation_id=DelegationId(row.delegation_id) if row.delegation_id else None,
    )


def _called(db: Db, about: About) -> dict[str, str]:
    """Who it is about, as the step's values keep it."""
    if about.participant_id is not None:
        name = found(db, Person, found(db, Participant, about.participant_id).person_id).name
        return by_language("who", zh=name.shown(ZH), en=name.shown(EN))
    if about.consular_guest_id is not None:
        guest = found(db, ConsularGuest, about.consular_guest_id)
        if guest.participant_id is not None:
            return _called(db, About(participant_id=ParticipantId(guest.participant_id)))
        return _worded(found(db, ConsularPost, guest.consular_post_id).name)
    if about.consular_post_id is not None:
        return _worded(found(db, ConsularPost, about.consular_post_id).name)
    return _worded(found(db, Delegation, about.key).name)


def _worded(text: LocalizedText) -> dict[str, str]:
    return by_language("who", zh=text.best(ZH), en=text.best(EN))


def _status_words(status: InvitationStatus | None) -> dict[str, str]:
    return by_language("status", zh=label(status, ZH), en=label(status, EN)) if status else {}


def _today(db: Db, forum_id: ForumId) -> dt.date:
    return moment(db, forum_id).day


def _require_past(day: dt.date, today: dt.date) -> None:
    if day > today:
        raise NoteInFuture(
            _(
                "{day} is still to come. Choose the day of the contact, or put {day} under “Next call”. "
                "Nothing was logged.",
                day=day.isoformat(),
            )
        )
