"""Mails that wait against the plan as it stands: what holds no longer is withdrawn, and is due anew by itself.

The plan of a forum is read once for all its mails, and again as soon as the file moved on. Whether it did is asked
in the very transaction in which a mail is taken, so that none leaves that was untrue at that moment.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import defer

from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import WAITING, OutboxState, Outdated
from forumplanner.domain.replies import Verdict
from forumplanner.queries import telling
from forumplanner.records import Forum, OutboxMessage, ReceivedReply
from forumplanner.records.journal import JournalStep
from forumplanner.snapshots.outdated import Outlook
from forumplanner.store import Store

_Moment = tuple[int, int, int, int]
_MOST = 400
_BY_HAND = (OutboxState.HANDED_OVER, OutboxState.UNKNOWN)
"""States that people change while a run goes, besides those that it comes by itself."""


class Present:
    """The plans of the forums whose mails wait, as they stand."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._at: _Moment | None = None
        self._outlooks: dict[uuid.UUID, Outlook | None] = {}

    def read(self, forums: Iterable[uuid.UUID]) -> None:
        """Know the plans of these forums as the file stands; what is known already is not read again."""
        with self._store.read() as db:
            at = _moment(db)
            if at != self._at:
                self._at, self._outlooks = at, {}
            for key in set(forums) - self._outlooks.keys():
                there = db.get(Forum, key) is not None
                self._outlooks[key] = Outlook(telling.load(db, forum_id=key)) if there else None

    def holds(self, db: Db, row: OutboxMessage) -> bool:
        """True while the plan of that mail is known as this session sees the file."""
        return row.forum_id in self._outlooks and _moment(db) == self._at

    def why(self, row: OutboxMessage) -> Outdated | None:
        """Why a mail may not leave; of a forum that is gone none may."""
        outlook = self._outlooks[row.forum_id]
        return Outdated.GONE if outlook is None else outlook.why(telling.line_of(row))


def _moment(db: Db) -> _Moment:
    """Changes with everything that mails are judged by: steps, mails that were added, addresses that mail came from."""
    step = db.execute(select(func.max(JournalStep.id))).scalar_one() or 0
    mails = db.execute(select(func.count(OutboxMessage.id))).scalar_one()
    by_hand = select(func.count(OutboxMessage.id)).where(OutboxMessage.state.in_(_BY_HAND))
    returned = select(func.count()).where(ReceivedReply.verdict == Verdict.BOUNCED, ReceivedReply.settled_by == "")
    return step, mails, db.execute(by_hand).scalar_one(), db.execute(returned).scalar_one()


def withdraw(row: OutboxMessage, why: Outdated, now: dt.datetime) -> None:
    """It is not sent; the log says why."""
    row.state, row.answer, row.code, row.next_at, row.settled_at = OutboxState.WITHDRAWN, why, None, None, now


def look_over(
    store: Store,
    *,
    now: dt.datetime,
    account: str | None = None,
    messages: Sequence[uuid.UUID] | None = None,
    present: Present | None = None,
) -> int:
    """Withdraw what is true no longer of the mails that wait, of one account or of `messages`; how many.

    One step outside the history; none where all of them hold.
    """
    present = present or Present(store)
    with store.read() as db:
        rows = list(_waiting(db, account, messages))
    present.read({row.forum_id for row in rows})
    untrue = [row.id for row in rows if present.why(row)]
    if not untrue:
        return 0
    withdrawn = 0
    with store.step(StepKind.OTHER, count=len(untrue)) as db:
        for row in _waiting(db, None, untrue):
            if present.holds(db, row) and (why := present.why(row)):
                withdraw(row, why, now)
                withdrawn += 1
    return withdrawn


def _waiting(db: Db, account: str | None, messages: Sequence[uuid.UUID] | None) -> list[OutboxMessage]:
    """Without their bytes, which may be many."""
    query = select(OutboxMessage).where(OutboxMessage.state.in_(WAITING)).options(defer(OutboxMessage.content))
    if account is not None:
        query = query.where(OutboxMessage.account == account)
    if messages is None:
        return list(db.execute(query).scalars())
    found: list[OutboxMessage] = []
    for start in range(0, len(messages), _MOST):
        found += db.execute(query.where(OutboxMessage.id.in_(messages[start : start + _MOST]))).scalars()
    return found
