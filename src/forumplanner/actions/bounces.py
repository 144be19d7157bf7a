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
    A report about another mailbox is of a copy that was passed on from there: it waits for a look and changes nothing.
    One that names no mail of ours is not kept: anybody could have written it.
    """
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    ours: list[bool] = []
    with store.step(StepKind.TAKE_ANSWERS, count=len(returned)) as db:
        for one in returned:
            row = _mail(db, forum_id, one)
            ours.append(row is not None)
            verdict = _verdict(row, one) if row is not None else Verdict.BOUNCED
            if row is not None and not _is_known(db, forum_id, one, verdict):
                db.add(_record(row, one, source, at, verdict))
                db.flush()
                if row.state in TOLD and verdict is Verdict.BOUNCED:
                    row.state, row.code, row.answer = OutboxState.REFUSED, one.code, one.said[:2000]
    return tuple(ours)


def _mail(db: Db, forum_id: ForumId, one: Returned) -> OutboxMessage | None:
    ours = (OutboxMessage.forum_id == forum_id) & (OutboxMessage.message_id == one.message_id)
    return db.execute(select(OutboxMessage).where(ours)).scalar_one_or_none() if one.message_id else None


def _verdict(row: OutboxMessage, one: Returned) -> Verdict:
    """Which mailbox it is about; some servers don't say, and then it is ours."""
    ours = not one.mailbox or one.mailbox.casefold() == row.to_mailbox.casefold()
    return Verdict.BOUNCED if ours else Verdict.COPY_BOUNCED


def _is_known(db: Db, forum_id: ForumId, one: Returned, verdict: Verdict) -> bool:
    rows = select(ReceivedReply.id).where(
        ReceivedReply.forum_id == forum_id,
        ReceivedReply.verdict == verdict,
        ReceivedReply.uid == one.message_id,
    )
    return db.execute(rows.limit(1)).first() is not None


def _record(row: OutboxMessage, one: Returned, source: str, at: dt.datetime, verdict: Verdict) -> ReceivedReply:
    sessions = {str(told["session"]) for told in row.tells}
    return ReceivedReply(
        forum_id=row.forum_id,
        participant_id=row.participant_id,
        session_id=uuid.UUID(sessions.pop()) if len(sessions) == 1 else None,
        uid=one.message_id,
        comment=one.said[:1000],
        from_mailbox=row.to_mailbox if verdict is Verdict.BOUNCED else one.mailbox,
        received_at=at,
        source=source[:200],
        verdict=verdict,
    )
