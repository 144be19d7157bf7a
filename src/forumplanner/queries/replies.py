"""Reads what answers are judged by: which UID was sent to whom, under which addresses, in which newest revision."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain import times
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import TOLD, OutboxState
from forumplanner.domain.mailboxes import Mailbox, read_mailbox
from forumplanner.domain.replies import Invited, Participation, Verdict
from forumplanner.domain.telling import Whose
from forumplanner.i18n import in_language
from forumplanner.queries import telling
from forumplanner.queries.wordings import AnyRow
from forumplanner.records import ContactNote, Forum, OutboxMessage, Participant, Person, ReceivedReply, Session

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


def invited(db: Db, *, forum_id: uuid.UUID) -> dict[str, Invited]:
    """By UID: whom it invited, under every address that they were ever written to or now have; six statements.

    What was told to a record that another has taken in since is answered by the one who stayed.
    """
    addresses, heirs = _addresses(db, forum_id), telling.heirs(db, forum_id=forum_id)
    found: dict[str, Invited] = {}
    written: defaultdict[str, set[str]] = defaultdict(set)
    for row in _mails(db, forum_id):
        for one in row.tells:
            person = heirs.get(one["uid"], str(row.participant_id))
            if row.to_mailbox:  # what was told by mouth was written to nowhere
                written[person] |= {row.to_mailbox.lower()} - {""}  # what was told by word of mouth went to no address
            known = found.get(one["uid"])
            if known is None or one["sequence"] >= known.sequence:
                over = row.method == "CANCEL" and row.state in TOLD
                gone = person not in addresses
                found[one["uid"]] = Invited(
                    person, one["session"], frozenset(), one["sequence"], cancelled=over, gone=gone
                )
    answered, noted = _answered(db, forum_id), _noted(db, forum_id)
    return {
        uid: replace(
            known,
            mailboxes=frozenset(written[known.participant_id] | addresses.get(known.participant_id, set())),
            answered=answered.get(uid),
            noted=noted.get(known.participant_id) if known.session_id == str(forum_id) else None,
        )
        for uid, known in found.items()
    }


def _mails(db: Db, forum_id: uuid.UUID) -> Iterator[AnyRow]:
    yield from db.execute(
        select(
            OutboxMessage.participant_id,
            OutboxMessage.to_mailbox,
            OutboxMessage.tells,
            OutboxMessage.method,
            OutboxMessage.state,
        )
        .where(
            OutboxMessage.forum_id == forum_id,
            OutboxMessage.participant_id.is_not(None),
            OutboxMessage.state.in_(_MAY_HAVE_ARRIVED),
        )
        .order_by(OutboxMessage.queued_at, OutboxMessage.position, OutboxMessage.id)
    )


def _addresses(db: Db, forum_id: uuid.UUID) -> dict[str, set[str]]:
    """The mailboxes of everybody on the list, in lower case, by participant."""
    rows = db.execute(
        select(Participant.id, Person.emails)
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id)
    )
    found: dict[str, set[str]] = {}
    for row in rows:
        read = [read_mailbox(written) for written in row.emails]
        found[str(row.id)] = {mailbox.address.lower() for mailbox in read if isinstance(mailbox, Mailbox)}
    return found


def _answered(db: Db, forum_id: uuid.UUID) -> dict[str, tuple[int, dt.datetime]]:
    """The answer that counts so far of each UID."""
    rows = db.execute(
        select(ReceivedReply.uid, ReceivedReply.sequence, ReceivedReply.stamped_at).where(
            ReceivedReply.forum_id == forum_id,
            ReceivedReply.verdict == Verdict.TAKEN,
            ReceivedReply.stamped_at.is_not(None),
        )
    )
    found: dict[str, tuple[int, dt.datetime]] = {}
    for row in rows:
        this = (row.sequence, row.stamped_at)
        found[row.uid] = max(found.get(row.uid, this), this)
    return found


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
    """By participant and session: the answer that counts, whichever way it came; four statements.

    The forum's own id stands for the stay as a whole.
    """
    mailed = taken(db, forum_id=forum_id)
    found = {whose: row.participation for whose, row in mailed.items() if row.participation}
    for person, (at, said) in _noted(db, forum_id).items():
        stay = (person, str(forum_id))
        if stay not in mailed or (mailed[stay].stamped_at or at) < at:
            found[stay] = said
    return found


def taken(db: Db, *, forum_id: uuid.UUID) -> dict[Whose, ReceivedReply]:
    """By participant and session: the newest answer that was taken, the log of contacts aside; two statements."""
    heirs = telling.heirs(db, forum_id=forum_id)
    rows = db.execute(
        select(ReceivedReply)
        .where(ReceivedReply.forum_id == forum_id, ReceivedReply.verdict == Verdict.TAKEN)
        .order_by(ReceivedReply.sequence, ReceivedReply.stamped_at, ReceivedReply.received_at)
    ).scalars()
    return {
        (heirs.get(row.uid, str(row.participant_id)), str(row.session_id)): row
        for row in rows
        if row.participation and row.participant_id
    }


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
