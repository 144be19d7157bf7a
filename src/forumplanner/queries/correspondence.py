"""Reads what one person was told and what they answered, the newest first."""

import uuid
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import defer

from forumplanner.domain.guest_kinds import Channel
from forumplanner.queries import paper
from forumplanner.queries.knowing import BY_MOUTH
from forumplanner.records import MailRound, OutboxMessage, ReceivedReply
from forumplanner.snapshots.correspondence import AnswerLine, Correspondence, SentLine


def load(db: Db, *, forum_id: uuid.UUID, participant_id: uuid.UUID) -> Correspondence:
    """Everything that was told to and heard from somebody in one forum; three statements."""
    zone = paper.forum_of(db, forum_id).zone
    rows = db.execute(
        select(OutboxMessage, MailRound.made_by)
        .outerjoin(MailRound, MailRound.id == OutboxMessage.round_id)
        .where(OutboxMessage.forum_id == forum_id, OutboxMessage.participant_id == participant_id)
        .options(defer(OutboxMessage.content))
    ).all()
    replies = db.execute(
        select(ReceivedReply).where(ReceivedReply.forum_id == forum_id, ReceivedReply.participant_id == participant_id)
    ).scalars()
    titles = _titles(row.OutboxMessage for row in rows)
    sent = [_sent(row.OutboxMessage, row.made_by or "") for row in rows]
    answers = [_answer(row, titles) for row in replies]
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
    )
