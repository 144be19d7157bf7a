"""Reads what one person was told and what they answered, the newest first."""

import uuid
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import defer

from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.domain.times import instant
from forumplanner.queries import paper
from forumplanner.queries.knowing import BY_MOUTH
from forumplanner.records import ContactNote, MailRound, OutboxMessage, ReceivedReply
from forumplanner.snapshots.correspondence import AnswerLine, Correspondence, SentLine

_BY_HAND = frozenset(map(str, Channel)) - {str(Channel.EMAIL)}
_ANSWERED = {
    InvitationStatus.ACCEPTED: Participation.ACCEPTED,
    InvitationStatus.DECLINED: Participation.DECLINED,
    InvitationStatus.SUBSTITUTE_NAMED: Participation.DECLINED,
    InvitationStatus.RECEIVED: None,
}
"""Steps of the invitation that are answers."""


def load(db: Db, *, forum_id: uuid.UUID, participant_id: uuid.UUID) -> Correspondence:
    """Everything that was told to and heard from somebody in one forum; four statements."""
    zone = paper.forum_of(db, forum_id).zone
    rows = db.execute(
        select(OutboxMessage, MailRound.made_by)
        .outerjoin(MailRound, MailRound.id == OutboxMessage.round_id)
        .where(OutboxMessage.forum_id == forum_id, OutboxMessage.participant_id == participant_id)
        .options(defer(OutboxMessage.content))
    ).all()
    replies = (
        db.execute(
            select(ReceivedReply).where(
                ReceivedReply.forum_id == forum_id, ReceivedReply.participant_id == participant_id
            )
        )
        .scalars()
        .all()
    )
    titles = _titles(row.OutboxMessage for row in rows)
    sent = [_sent(row.OutboxMessage, row.made_by or "") for row in rows]
    answers = [_answer(row, titles) for row in replies]
    mailed = {row.participation for row in replies if row.session_id == forum_id and row.verdict is Verdict.TAKEN}
    noted = [_noted(row, zone) for row in _steps(db, forum_id, participant_id)]
    # The log says once more what a mail answered about the stay.
    answers += [line for line in noted if line.channel is not None or line.participation not in mailed]
    return Correspondence(zone, tuple(sorted((*sent, *answers), key=lambda line: line.at, reverse=True)))


def _titles(messages: Iterable[OutboxMessage]) -> dict[str, str]:
    """What each session was called when it was told."""
    return {
        str(one["session"]): str(one.get("summary", ""))
        for message in messages
        for one in message.tells
        if one["session"] != str(message.forum_id)
    }


def _sent(row: OutboxMessage, author: str) -> SentLine:
    by_mouth = row.account in BY_MOUTH
    return SentLine(
        at=row.settled_at or row.queued_at,
        kind=row.kind,
        state=row.state,
        subject=row.subject,
        mailbox=row.to_mailbox,
        channel=Channel(row.account) if by_mouth else None,
        words=row.words if by_mouth else "",
        author=author,
        said="" if by_mouth else row.words,
        answer=f"{row.code or ''} {row.answer}".strip(),
    )


def _answer(row: ReceivedReply, titles: dict[str, str]) -> AnswerLine:
    return AnswerLine(
        at=row.stamped_at or row.received_at,
        participation=row.participation,
        verdict=row.verdict,
        about=titles.get(str(row.session_id), ""),
        comment=row.comment,
        mailbox=row.from_mailbox,
        channel=Channel(row.source) if row.source in _BY_HAND else None,
        looked=bool(row.settled_by),
    )


def _steps(db: Db, forum_id: uuid.UUID, participant_id: uuid.UUID) -> Iterable[ContactNote]:
    """What the log of contacts says of answers."""
    return db.execute(
        select(ContactNote).where(
            ContactNote.forum_id == forum_id,
            ContactNote.participant_id == participant_id,
            ContactNote.status.in_(_ANSWERED),
        )
    ).scalars()


def _noted(row: ContactNote, zone: str) -> AnswerLine:
    mail = row.channel is Channel.EMAIL
    return AnswerLine(
        at=instant(row.day, row.minute or 0, zone),
        participation=_ANSWERED.get(row.status) if row.status else None,
        verdict=Verdict.TAKEN,
        comment=row.text,
        mailbox=row.contact if mail else "",
        channel=None if mail else row.channel,
        status=row.status,
        timed=row.minute is not None,
    )
