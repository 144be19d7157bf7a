"""Reads how the outbox stands: rounds with the number of mails at each state, what went today, what one mail says."""

import datetime as dt
import uuid
import zlib
from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.mail_kinds import OutboxState, Outdated
from forumplanner.queries import telling
from forumplanner.records import MailRound, OutboxMessage
from forumplanner.snapshots.batches import Batch, Letter, Standing


def standing(db: Db, *, account: str, since: dt.datetime) -> Standing:
    """All rounds of the file, the newest first, and what `account` sent since an instant; four statements."""
    counts = _counts(db)
    numbers: dict[uuid.UUID, int] = defaultdict(int)
    batches: list[Batch] = []
    for row in db.execute(select(MailRound).order_by(MailRound.made_at, MailRound.id)).scalars():
        numbers[row.forum_id] += 1
        batches.append(
            Batch(
                id=str(row.id),
                forum_id=str(row.forum_id),
                number=numbers[row.forum_id],
                kind=row.kind,
                made_at=row.made_at,
                made_by=row.made_by,
                counts=tuple(counts.get(row.id, {}).items()),
            )
        )
    sent = telling.sent_today(db, account=account, since=since) if account else 0
    return Standing(tuple(reversed(batches)), sent, next_try(db, account=account))


def _counts(db: Db) -> dict[uuid.UUID, dict[OutboxState, int]]:
    counts: dict[uuid.UUID, dict[OutboxState, int]] = defaultdict(dict)
    query = select(OutboxMessage.round_id, OutboxMessage.state, func.count()).group_by(
        OutboxMessage.round_id, OutboxMessage.state
    )
    for round_id, state, count in db.execute(query):
        counts[round_id][state] = count
    return counts


def next_try(db: Db, *, account: str) -> dt.datetime | None:
    """When the first mail of the account is tried again that the server would not take; None where there is none."""
    query = select(func.min(OutboxMessage.next_at)).where(
        OutboxMessage.account == account, OutboxMessage.state == OutboxState.RETRY
    )
    return db.execute(query).scalar_one_or_none()


def outdated(db: Db, *, account: str, since: dt.datetime) -> int:
    """How many mails of the account were withdrawn since an instant because they were true no longer; one statement."""
    query = select(func.count()).where(
        OutboxMessage.account == account,
        OutboxMessage.state == OutboxState.WITHDRAWN,
        OutboxMessage.settled_at >= since,
        OutboxMessage.answer.in_(list(Outdated)),
    )
    return int(db.execute(query).scalar_one())


def letter(db: Db, *, message_id: uuid.UUID) -> Letter | None:
    """What one mail says, None where it is gone; one statement."""
    row = db.execute(
        select(
            OutboxMessage.message_id,
            OutboxMessage.words,
            OutboxMessage.account,
            OutboxMessage.content,
            MailRound.made_by,
        )
        .outerjoin(MailRound, MailRound.id == OutboxMessage.round_id)
        .where(OutboxMessage.id == message_id)
    ).one_or_none()
    if row is None:
        return None
    content = zlib.decompress(row.content) if row.content else None
    return Letter(row.message_id, row.words, row.made_by or "", row.account, content)
