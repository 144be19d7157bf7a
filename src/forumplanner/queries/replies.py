"""Reads what answers are judged by: which UID was sent to whom, under which addresses, in which newest revision."""

import datetime as dt
import uuid
from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.mail_kinds import TOLD
from forumplanner.domain.mailboxes import Mailbox, read_mailbox
from forumplanner.domain.replies import Invited, Participation, Verdict
from forumplanner.domain.telling import Whose
from forumplanner.records import OutboxMessage, Participant, Person, ReceivedReply


def invited(db: Db, *, forum_id: uuid.UUID) -> dict[str, Invited]:
    """By UID: whom it invited, under every address that they were ever written to or now have; three statements."""
    addresses = _addresses(db, forum_id)
    found: dict[str, Invited] = {}
    for row in db.execute(
        select(OutboxMessage.participant_id, OutboxMessage.to_mailbox, OutboxMessage.tells).where(
            OutboxMessage.forum_id == forum_id,
            OutboxMessage.participant_id.is_not(None),
            OutboxMessage.state.in_(TOLD),
        )
    ):
        person = str(row.participant_id)
        addresses[person].add(row.to_mailbox.lower())
        for one in row.tells:
            known = found.get(one["uid"])
            sequence = max(one["sequence"], known.sequence if known else 0)
            found[one["uid"]] = Invited(person, one["session"], frozenset(), sequence)
    answered = _answered(db, forum_id)
    return {
        uid: Invited(
            known.participant_id,
            known.session_id,
            frozenset(addresses[known.participant_id]),
            known.sequence,
            answered.get(uid),
        )
        for uid, known in found.items()
    }


def _addresses(db: Db, forum_id: uuid.UUID) -> defaultdict[str, set[str]]:
    rows = db.execute(
        select(Participant.id, Person.emails)
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id)
    )
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        read = [read_mailbox(written) for written in row.emails]
        found[str(row.id)] |= {mailbox.address.lower() for mailbox in read if isinstance(mailbox, Mailbox)}
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


def answers(db: Db, *, forum_id: uuid.UUID) -> dict[Whose, Participation]:
    """By participant and session: the answer that counts; one statement."""
    rows = db.execute(
        select(ReceivedReply)
        .where(ReceivedReply.forum_id == forum_id, ReceivedReply.verdict == Verdict.TAKEN)
        .order_by(ReceivedReply.sequence, ReceivedReply.stamped_at, ReceivedReply.received_at)
    ).scalars()
    return {
        (str(row.participant_id), str(row.session_id)): row.participation
        for row in rows
        if row.participation and row.participant_id
    }
