"""Mails that wait go through the account that is used now: whoever corrects a login has not to make them anew."""

from sqlalchemy import select

from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import WAITING
from forumplanner.records import OutboxMessage
from forumplanner.store import Store


def take_over(store: Store, *, account: str) -> int:
    """Let everything that waits go through `account` (user@host); how many mails went through another before."""
    others = select(OutboxMessage.id).where(OutboxMessage.state.in_(WAITING), OutboxMessage.account != account)
    with store.read() as db:
        if db.execute(others.limit(1)).first() is None:
            return 0
    with store.step(StepKind.OTHER, count=1) as db:
        rows = list(
            db.execute(
                select(OutboxMessage).where(OutboxMessage.state.in_(WAITING), OutboxMessage.account != account)
            ).scalars()
        )
        for row in rows:
            row.account = account
    return len(rows)
