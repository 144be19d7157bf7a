"""The log of contacts: dated lines about somebody, all that an invitation ever was, and who is to be called."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import func, or_, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.contacts import About
from forumplanner.domain.ids import ConsularGuestId, ConsularPostId, ForumId, ParticipantId
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.queries.columns import KEY
from forumplanner.queries.wordings import AnyRow
from forumplanner.records import ConsularGuest, ContactNote
from forumplanner.snapshots.contacts import NoteLine, Subject

_NOTES = select(
    *(
        type_coerce(getattr(ContactNote, name), KEY).label(name)
        for name in ("id", "participant_id", "consular_guest_id", "consular_post_id", "delegation_id")
    ),
    ContactNote.day,
    ContactNote.minute,
    ContactNote.channel,
    ContactNote.contact,
    ContactNote.text,
    ContactNote.status,
    ContactNote.reference,
    ContactNote.asked,
    ContactNote.next_on,
    ContactNote.next_action,
    ContactNote.author,
).order_by(ContactNote.position, ContactNote.id)

NO_MINUTE = 24 * 60 + 1
"""A note without a time of day comes after those of the same day that have one."""


def notes_of(db: Db, *, forum_id: ForumId, about: Iterable[About]) -> tuple[NoteLine, ...]:
    """The dated lines about any of these in one forum, oldest first, in one statement."""
    wanted = [getattr(ContactNote, one.column) == one.key for one in about]
    if not wanted:
        return ()
    query = _NOTES.where(ContactNote.forum_id == forum_id, or_(*wanted))
    return in_order(map(_line, db.execute(query)))


def abouts_of(db: Db, *, guest_id: ConsularGuestId) -> tuple[About, ...]:
    """Whom the history of a consular guest is about: the guest, the person if known, and the post; none if gone."""
    guest = db.get(ConsularGuest, guest_id)
    if guest is None:
        return ()
    found = [About.guest(guest_id), About.post(ConsularPostId(guest.consular_post_id))]
    if guest.participant_id is not None:
        found.append(About.participant(ParticipantId(guest.participant_id)))
    return tuple(found)


def statuses_of(db: Db, *, guest_id: ConsularGuestId) -> frozenset[InvitationStatus]:
    """All that the invitation of a consular guest ever was, for `invitation_chain.may_issue`."""
    guest = db.get(ConsularGuest, guest_id)
    if guest is None:
        return frozenset()
    notes = notes_of(db, forum_id=ForumId(guest.forum_id), about=abouts_of(db, guest_id=guest_id))
    return frozenset(status for status in (guest.status, *(note.status for note in notes)) if status)


def all_notes(db: Db, *, forum_id: ForumId) -> tuple[NoteLine, ...]:
    """Every note of a forum, oldest first, in one statement."""
    return in_order(map(_line, db.execute(_NOTES.where(ContactNote.forum_id == forum_id))))


def newest_notes(db: Db, *, forum_id: ForumId) -> tuple[NoteLine, ...]:
    """The newest note about each participant, guest, post and delegation of a forum, in one statement."""
    about = (
        ContactNote.participant_id,
        ContactNote.consular_guest_id,
        ContactNote.consular_post_id,
        ContactNote.delegation_id,
    )
    newest_first = (
        ContactNote.day.desc(),
        func.coalesce(ContactNote.minute, NO_MINUTE).desc(),
        ContactNote.position.desc(),
        ContactNote.id.desc(),
    )
    place = func.row_number().over(partition_by=about, order_by=newest_first).label("place")
    placed = select(ContactNote.id, place).where(ContactNote.forum_id == forum_id).subquery()
    query = _NOTES.join(placed, placed.c.id == ContactNote.id).where(placed.c.place == 1)
    return in_order(map(_line, db.execute(query)))


def in_order(lines: Iterable[NoteLine]) -> tuple[NoteLine, ...]:
    """Oldest first; what was noted later on the same minute comes later."""
    return tuple(sorted(lines, key=_when))


def _when(line: NoteLine) -> tuple[dt.date, int]:
    return line.day, NO_MINUTE if line.minute is None else line.minute


def _line(row: AnyRow) -> NoteLine:
    subject, key = _subject(row)
    return NoteLine(
        id=row.id,
        subject=subject,
        subject_id=key,
        day=row.day,
        minute=row.minute,
        channel=row.channel,
        contact=row.contact,
        text=row.text,
        status=row.status,
        reference=row.reference,
        asked=row.asked,
        next_on=row.next_on,
        next_action=row.next_action,
        author=row.author,
    )


def _subject(row: AnyRow) -> tuple[Subject, str]:
    if row.consular_guest_id:
        return Subject.GUEST, row.consular_guest_id
    if row.participant_id:
        return Subject.PARTICIPANT, row.participant_id
    if row.consular_post_id:
        return Subject.POST, row.consular_post_id
    return Subject.DELEGATION, row.delegation_id
