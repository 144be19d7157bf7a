"""Mail that came back: the person knows nothing of it, and the address needs a look."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import TOLD, OutboxState
from forumplanner.domain.replies import Verdict
from forumplanner.records import OutboxMessage, ReceivedReply
from forumplanner.store import Store


class Returned(Protocol):
    """A mail that did not arrive, as a report of its delivery tells it."""

    @property
    def message_id(self) -> str:
        """Of the mail, without brackets."""

    @property
    def mailbox(self) -> str:
        """Where it was to go."""

    @property
    def code(self) -> int:
        """The reply code."""

    @property
    def said(self) -> str:
        """The server's words."""


def take(
    store: Store, *, forum_id: ForumId, source: str, returned: Sequence[Returned], now: dt.datetime | None = None
) -> tuple[bool, ...]:
    """Keep reports of failed deliveries; for each whether it is about a mail of ours, new or known. One step.

    The mail is refused from then on, so that what it told counts as told no longer, and the address waits for a look.
    A report that names no mail of ours is not kept: anybody could have written it.
    """
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    ours: list[bool] = []
    with store.step(StepKind.TAKE_ANSWERS, count=len(returned)) as db:
        for one in returned:
            row = _mail(db, forum_id, one)
            ours.append(row is not None)
            if row is not None and not _is_known(db, forum_id, one):
                db.add(_record(row, one, source, at))
                db.flush()
                if row.state in TOLD:
                    row.state, row.code, row.answer = OutboxState.REFUSED, one.code, one.said[:2000]
    return tuple(ours)


def _mail(db: Db, forum_id: ForumId, one: Returned) -> OutboxMessage | None:
    ours = (OutboxMessage.forum_id == forum_id) & (OutboxMessage.message_id == one.message_id)
    return db.execute(select(OutboxMessage).where(ours)).scalar_one_or_none() if one.message_id else None


def _is_known(db: Db, forum_id: ForumId, one: Returned) -> bool:
    rows = select(ReceivedReply.id).where(
        ReceivedReply.forum_id == forum_id,
        ReceivedReply.verdict == Verdict.BOUNCED,
        ReceivedReply.uid == one.message_id,
    )
    return db.execute(rows.limit(1)).first() is not None


def _record(row: OutboxMessage, one: Returned, source: str, at: dt.datetime) -> ReceivedReply:
    sessions = {str(told["session"]) for told in row.tells}
    return ReceivedReply(
        forum_id=row.forum_id,
        participant_id=row.participant_id,
        session_id=uuid.UUID(sessions.pop()) if len(sessions) == 1 else None,
        uid=one.message_id,
        comment=one.said[:1000],
        from_mailbox=row.to_mailbox,
        received_at=at,
        source=source[:200],
        verdict=Verdict.BOUNCED,
    )
