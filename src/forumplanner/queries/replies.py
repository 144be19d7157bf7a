"""Reads what answers are judged by: which UID was sent to whom, under which addresses, in which newest revision."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain import times
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import TOLD, OutboxState
from forumplanner.domain.mailboxes import Mailbox, read_mailbox
from forumplanner.domain.replies import Invited, Participation, Weight
from forumplanner.domain.telling import Whose
from forumplanner.i18n import in_language
from forumplanner.queries import answered, telling
from forumplanner.queries.answered import Given
from forumplanner.queries.wordings import AnyRow
from forumplanner.records import CalendarIdentity, ContactNote, Forum, OutboxMessage, Participant, Person, Session

_MAY_HAVE_ARRIVED = (*TOLD, OutboxState.SENDING, OutboxState.RETRY, OutboxState.REFUSED, OutboxState.DRAFT)
"""Whoever answers has got the mail, whatever the outbox knows of it."""

_SAYS = {
    InvitationStatus.ACCEPTED: Participation.ACCEPTED,
    InvitationStatus.ATTENDED: Participation.ACCEPTED,
    InvitationStatus.DECLINED: Participation.DECLINED,
    InvitationStatus.SUBSTITUTE_NAMED: Participation.DECLINED,
}
"""Which answer a step of the invitation stands for."""

Noted = tuple[dt.datetime, Participation]


def invited(db: Db, *, forum_id: uuid.UUID, participant_id: uuid.UUID | None = None) -> dict[str, Invited]:
    """By UID, the oldest first: whom it invited, and under which of their addresses; eight statements.

    What was told to a record that another has taken in since is answered by the one who stayed. `participant_id`: only
    what stands in that person's calendar.
    """
    addresses, heirs = _addresses(db, forum_id, participant_id), telling.heirs(db, forum_id=forum_id)
    old = answered.replaced(db, forum_id=forum_id)
    found: dict[str, Invited] = {}
    written: defaultdict[str, set[str]] = defaultdict(set)
    for row in _mails(db, forum_id, participant_id):
        for one in row.tells:
            person = heirs.get(one["uid"], str(row.participant_id))
            if row.to_mailbox:  # what was told by mouth was written to nowhere
                written[person].add(row.to_mailbox.lower())
            known = found.get(one["uid"])
            if known is None or one["sequence"] >= known.sequence:
                over = (row.method == "CANCEL" and row.state in TOLD) or one["uid"] in old
                gone = person not in addresses
                found[one["uid"]] = Invited(
                    person, one["session"], frozenset(), one["sequence"], cancelled=over, gone=gone
                )
    noted, said = _noted(db, forum_id), _said(db, forum_id)
    return {
        uid: replace(
            known,
            mailboxes=frozenset(addresses.get(known.participant_id, set())),
            former=frozenset(written[known.participant_id] - addresses.get(known.participant_id, set())),
            noted=noted.get(known.participant_id) if known.session_id == str(forum_id) else None,
            answered=said.newest.get(uid),
            stamps=frozenset(said.stamps.get(uid, ())),
            by_hand=said.by_hand.get((known.participant_id, known.session_id)),
        )
        for uid, known in found.items()
    }


def _mails(db: Db, forum_id: uuid.UUID, participant_id: uuid.UUID | None) -> Iterator[AnyRow]:
    query = select(
        OutboxMessage.participant_id,
        OutboxMessage.to_mailbox,
        OutboxMessage.tells,
        OutboxMessage.method,
        OutboxMessage.state,
    ).where(
        OutboxMessage.forum_id == forum_id,
        OutboxMessage.participant_id.is_not(None),
        OutboxMessage.state.in_(_MAY_HAVE_ARRIVED),
    )
    if participant_id is not None:  # their own, and those of records that they have taken in
        own = select(CalendarIdentity.uid).where(CalendarIdentity.participant_id == participant_id)
        shared = select(CalendarIdentity.participant_id).where(CalendarIdentity.uid.in_(own))
        whose = OutboxMessage.participant_id
        query = query.where((whose == participant_id) | whose.in_(shared.where(CalendarIdentity.forum_id == forum_id)))
    yield from db.execute(query.order_by(OutboxMessage.queued_at, OutboxMessage.position, OutboxMessage.id))


def _addresses(db: Db, forum_id: uuid.UUID, participant_id: uuid.UUID | None) -> dict[str, set[str]]:
    """The mailboxes of everybody on the list, or of one of them, in lower case, by participant."""
    query = (
        select(Participant.id, Person.emails)
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id)
    )
    rows = db.execute(query if participant_id is None else query.where(Participant.id == participant_id))
    found: dict[str, set[str]] = {}
    for row in rows:
        read = [read_mailbox(written) for written in row.emails]
        found[str(row.id)] = {mailbox.address.lower() for mailbox in read if isinstance(mailbox, Mailbox)}
    return found


class _Said(NamedTuple):
    """What was taken already: by UID the newest, and all by revision and stamp; by person and session the hand's."""

    newest: dict[str, Weight]
    stamps: dict[str, set[tuple[int, dt.datetime]]]
    by_hand: dict[Whose, dt.datetime]


def _said(db: Db, forum_id: uuid.UUID) -> _Said:
    said = _Said({}, defaultdict(set), {})
    for one in answered.given(db, forum_id=forum_id):
        if one.by_hand:
            said.by_hand[one.whose] = max(said.by_hand.get(one.whose, one.at), one.at)
            continue
        said.newest[one.uid] = max(said.newest.get(one.uid, one.weight), one.weight)
        said.stamps[one.uid].add((one.sequence, one.stamped_at))
    return said


def _noted(db: Db, forum_id: uuid.UUID) -> dict[str, Noted]:
    """By participant: the newest answer that the log of contacts has, mails aside, since those are kept as answers."""
    zone = db.execute(select(Forum.zone).where(Forum.id == forum_id)).scalar_one()
    rows = db.execute(
        select(ContactNote.participant_id, ContactNote.day, ContactNote.minute, ContactNote.status)
        .where(
            ContactNote.forum_id == forum_id,
            ContactNote.participant_id.is_not(None),
            ContactNote.status.in_(_SAYS),
            ContactNote.channel.is_(None) | (ContactNote.channel != Channel.EMAIL),
        )
        .order_by(ContactNote.day, ContactNote.minute, ContactNote.position)
    )
    return {str(row.participant_id): (times.instant(row.day, row.minute or 0, zone), _SAYS[row.status]) for row in rows}


def answers(db: Db, *, forum_id: uuid.UUID) -> dict[Whose, Participation]:
    """By participant and session: the answer that counts, whichever way it came; five statements.

    The forum's own id stands for the stay as a whole.
    """
    mailed = taken(db, forum_id=forum_id)
    found = {whose: one.said for whose, one in mailed.items()}
    for person, (at, said) in _noted(db, forum_id).items():
        stay = (person, str(forum_id))
        if stay not in mailed or mailed[stay].at < at:
            found[stay] = said
    return found


def taken(db: Db, *, forum_id: uuid.UUID) -> dict[Whose, Given]:
    """By participant and session: the answer that counts, the log of contacts aside; three statements."""
    return answered.counting(answered.given(db, forum_id=forum_id))


def called(db: Db, *, forum_id: uuid.UUID, tag: str) -> dict[str, str]:
    """How sentences call people, sessions and the forum itself, by key, for a reader of `tag`; three statements."""
    forum = db.execute(select(Forum.short_title, Forum.titles).where(Forum.id == forum_id)).one()
    title = forum.short_title.best(tag) or (forum.titles[0].best(tag) if forum.titles else "")
    people = db.execute(
        select(Participant.id, Person.name)
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id)
    )
    sessions = db.execute(select(Session.id, Session.title).where(Session.forum_id == forum_id))
    return {
        str(forum_id): title,
        **{str(row.id): row.name.shown(tag) for row in people},
        **{str(row.id): in_language(tag, "“{session}”", session=row.title.best(tag)) for row in sessions},
    }
