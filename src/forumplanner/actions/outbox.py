"""The outbox: mails wait, are handed to a server one by one, and keep how far they came; nothing here is undone.

A row says `sending` before the server hears of it and `sent` after it answered, each committed. Whatever stands at
`sending` when a run begins was interrupted: nobody knows, so it becomes `unknown` and waits for a person. Before a mail
is taken it is held against the plan as it stands (`actions.outdated`).
"""

import datetime as dt
import uuid
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import defer

from forumplanner.actions import outdated
from forumplanner.actions.found import NotPossible, found
from forumplanner.actions.invited import note_arrived
from forumplanner.actions.outdated import Present
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import WAITING, MailKind, OutboxState
from forumplanner.domain.mail_templates import template
from forumplanner.domain.sending import lacks_sender, retry_at
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.queries import telling
from forumplanner.records import Forum, MailRound, OutboxMessage
from forumplanner.snapshots.outbox import Written
from forumplanner.store import Store


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail on its way out."""

    id: uuid.UUID
    to_mailbox: str
    content: bytes
    attempts: int


def queue(
    store: Store,
    *,
    forum_id: ForumId,
    kind: MailKind,
    mails: Sequence[Written],
    account: str,
    handed_over: bool = False,
    round_id: uuid.UUID | None = None,
    now: dt.datetime | None = None,
) -> uuid.UUID:
    """Put a round of mails into the outbox, in their order; `handed_over`: somebody else passes them on.

    `round_id`: of a round that goes on, as when one mail after the other is pasted into a chat. Gives back the
    round's key. A mail that waits there already, word for word or for the same revision, is left out. Raises
    `NotPossible` for a round without mails, and where the forum has no address that mail could come from.
    """
    if not mails:
        raise NotPossible(_("There is nothing to send. Nobody has to be told anything."))
    at = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    known, round_id = round_id, round_id or uuid.uuid4()
    state = OutboxState.HANDED_OVER if handed_over else OutboxState.QUEUED
    # Packed before the file is locked: who reads it meanwhile waits for the writing alone.
    rows = [_message(mail, forum_id, round_id, place, state, account, at) for place, mail in enumerate(mails)]
    with store.step(StepKind.OTHER, count=len(mails)) as db:
        forum = found(db, Forum, forum_id)
        if not handed_over:
            if lacks := lacks_sender(forum.mailbox):
                raise NotPossible(lacks)
            rows = _not_waiting(db, forum_id, rows)
        if known is None:
            words = _words(forum, kind)
            db.add(
                MailRound(
                    id=round_id, forum_id=forum_id, kind=kind, subject=words[0], body=words[1], made_at=at,
                    made_by=store.actor,
                )
            )  # fmt: skip
        db.add_all(rows)
    return round_id


def _not_waiting(db: Db, forum_id: ForumId, rows: Sequence[OutboxMessage]) -> list[OutboxMessage]:
    """Without what waits already: somebody pressed twice. Raises `NotPossible` where nothing is left."""
    query = select(OutboxMessage).where(
        OutboxMessage.forum_id == forum_id, OutboxMessage.state.in_({*WAITING, OutboxState.SENDING})
    )
    waiting = {_content(row) for row in db.execute(query.options(defer(OutboxMessage.content))).scalars()}
    left = [row for row in rows if _content(row) not in waiting]
    if not left:
        raise NotPossible(_("These mails wait in the outbox already. Nothing was added."))
    return left


def _content(row: OutboxMessage) -> tuple[object, ...]:
    """What makes two mails one and the same; a UID made anew for the same invitation is no difference."""
    cancels = row.method == "CANCEL"
    says = tuple((one["session"], one["fingerprint"], one["uid"] if cancels else "") for one in row.tells)
    words = () if says else (row.subject, row.words)
    return row.kind, row.participant_id, row.method, row.to_name, row.to_mailbox.casefold(), says, words


def size(store: Store, round_id: uuid.UUID) -> int:
    """How many mails a round has."""
    with store.read() as db:
        query = select(func.count()).where(OutboxMessage.round_id == round_id)
        return int(db.execute(query).scalar_one())


def _words(forum: Forum, kind: MailKind) -> tuple[LocalizedText, LocalizedText]:
    """Subject and body that a round is made from, in the forum's languages, as they stand now."""
    own = {(code, tag): text for code, texts in (forum.words or {}).items() for tag, text in texts.items()}
    subject, body = (
        LocalizedText.of({tag: template(kind, part, tag, own) for tag in forum.languages})
        for part in ("subject", "body")
    )
    return subject, body


def _message(
    mail: Written, forum: ForumId, round_id: uuid.UUID, place: int, state: OutboxState, account: str, at: dt.datetime
) -> OutboxMessage:
    done = state is OutboxState.HANDED_OVER
    return OutboxMessage(
        forum_id=forum,
        round_id=round_id,
        participant_id=uuid.UUID(mail.participant_id) if mail.participant_id else None,
        kind=mail.kind,
        method=mail.method,
        to_name=mail.to_name[:200],
        to_mailbox=mail.to_mailbox,
        subject=mail.subject,
        words=mail.words,
        message_id=mail.message_id,
        tells=[dict(one) for one in mail.tells],
        content=None if done else zlib.compress(mail.content),
        state=state,
        account=account,
        position=place,
        queued_at=at,
        settled_at=at if done else None,
    )


def recover(store: Store) -> int:
    """What stood at `sending` when the program ended is in doubt; the number of such mails."""
    with store.read() as db:
        stuck = _of(db, {OutboxState.SENDING})
    if not stuck:
        return 0
    with store.step(StepKind.OTHER, count=len(stuck)) as db:
        for row in _rows(db, stuck):
            if row.state is OutboxState.SENDING:
                row.state, row.settled_at = OutboxState.UNKNOWN, dt.datetime.now(dt.UTC)
    return len(stuck)


def _of(db: Db, states: Iterable[OutboxState]) -> list[uuid.UUID]:
    return list(db.execute(select(OutboxMessage.id).where(OutboxMessage.state.in_(list(states)))).scalars())


def _rows(db: Db, ids: Sequence[uuid.UUID]) -> list[OutboxMessage]:
    found: list[OutboxMessage] = []
    for start in range(0, len(ids), 400):
        found += db.execute(select(OutboxMessage).where(OutboxMessage.id.in_(ids[start : start + 400]))).scalars()
    return found


def begin_next(store: Store, *, account: str, now: dt.datetime, present: Present | None = None) -> Outgoing | None:
    """Take the next mail that may go, marked `sending` before anybody hears of it; None where none may go now.

    A mail that is true no longer is withdrawn instead, and the next one taken. `present`: the plans, as a run knows
    them.
    """
    present = present or Present(store)
    while True:
        with store.read() as db:
            chosen = db.execute(_next(account, now)).one_or_none()
        if chosen is None:
            return None
        present.read([chosen.forum_id])
        with store.step(StepKind.OTHER, count=1) as db:
            taken = _take(db, chosen.id, present, now)
        if taken is not None:
            return taken


def _take(db: Db, key: uuid.UUID, present: Present, now: dt.datetime) -> Outgoing | None:
    """The mail, if it still waits and is true; None where another has to be looked for."""
    (row,) = _rows(db, [key])
    if row.state not in WAITING or row.content is None or not present.holds(db, row):
        return None
    if why := present.why(row):
        outdated.withdraw(row, why, now)
        return None
    row.state, row.attempts = OutboxState.SENDING, row.attempts + 1
    return Outgoing(row.id, row.to_mailbox, zlib.decompress(row.content), row.attempts)


def _next(account: str, now: dt.datetime) -> Any:
    may_go = OutboxMessage.next_at.is_(None) | (OutboxMessage.next_at <= now)
    return (
        select(OutboxMessage.id, OutboxMessage.forum_id)
        .where(
            OutboxMessage.account == account,
            OutboxMessage.state.in_(WAITING),
            OutboxMessage.content.is_not(None),
            may_go,
        )
        .order_by(OutboxMessage.queued_at, OutboxMessage.position, OutboxMessage.id)
        .limit(1)
    )


def settle(
    store: Store, *, message_id: uuid.UUID, state: OutboxState, code: int, answer: str, now: dt.datetime
) -> OutboxState:
    """Keep what the server said, and give back the state it leads to.

    A mail to be tried again waits longer each time and is listed as refused after the last.
    """
    with store.step(StepKind.OTHER, count=1) as db:
        (row,) = _rows(db, [message_id])
        row.code, row.answer, row.settled_at = code or None, answer[:2000], now
        row.next_at = retry_at(row.attempts, now) if state is OutboxState.RETRY else None
        given_up = state is OutboxState.RETRY and row.next_at is None
        row.state = OutboxState.REFUSED if given_up else state
        if row.state is OutboxState.SENT:
            row.content = None
        return row.state


def resolve(store: Store, *, message_id: uuid.UUID, arrived: bool, now: dt.datetime | None = None) -> OutboxState:
    """Somebody looked in the folder of sent mail: a mail in doubt arrived, or is to be sent again; where that leads.

    What is true no longer is withdrawn instead of sent again. Raises `NotPossible` where it is in doubt no longer.
    """
    with store.step(StepKind.OTHER, count=1) as db:
        (row,) = _rows(db, [message_id])
        if row.state is not OutboxState.UNKNOWN:
            raise NotPossible(_("This mail is in doubt no longer. Nothing was changed."))
        if arrived:
            row.state, row.content = OutboxState.SENT, None
        else:
            row.state, row.next_at, row.settled_at, row.attempts = OutboxState.QUEUED, None, None, 0
    if arrived:
        note_arrived(store)
        return OutboxState.SENT
    untrue = outdated.look_over(store, messages=[message_id], now=now or dt.datetime.now(dt.UTC))
    return OutboxState.WITHDRAWN if untrue else OutboxState.QUEUED


def try_again(store: Store, *, messages: Sequence[uuid.UUID], now: dt.datetime | None = None) -> int:
    """Put refused mails back into the queue, to be tried as often as at first; how many wait there now.

    What is true no longer is withdrawn instead. One that came back after it was sent is not kept any more.
    """
    turned = _turn(store, messages, {OutboxState.REFUSED, OutboxState.RETRY}, OutboxState.QUEUED)
    return turned - outdated.look_over(store, messages=messages, now=now or dt.datetime.now(dt.UTC))


def withdraw(store: Store, *, messages: Sequence[uuid.UUID]) -> int:
    """Take mails that wait out of the outbox; how many. What has left the house stays."""
    return _turn(store, messages, {*WAITING, OutboxState.REFUSED, OutboxState.DRAFT}, OutboxState.WITHDRAWN)


def _turn(store: Store, messages: Sequence[uuid.UUID], from_: set[OutboxState], state: OutboxState) -> int:
    turned = 0
    with store.step(StepKind.OTHER, count=len(messages)) as db:
        for row in _rows(db, messages):
            if row.state in from_ and (state is not OutboxState.QUEUED or row.content is not None):
                row.state, row.next_at, turned = state, None, turned + 1
                row.attempts = 0 if state is OutboxState.QUEUED else row.attempts
    return turned


class Going(Protocol):
    """Anything with a mail's key."""

    @property
    def id(self) -> uuid.UUID:
        """The key."""


class Said(Protocol):
    """What a server said: its code and words."""

    @property
    def code(self) -> int:
        """The reply code, 0 for none."""

    @property
    def answer(self) -> str:
        """Its words."""


class AccountOutbox:
    """The mails of one account (user@host), as a run of the outbox takes and settles them."""

    def __init__(self, store: Store, account: str) -> None:
        self.store, self.account = store, account
        self._present = Present(store)

    def recover(self) -> int:
        """See `recover`."""
        return recover(self.store)

    def look_over(self, now: dt.datetime) -> int:
        """Withdraw what is true no longer; how many."""
        return outdated.look_over(self.store, account=self.account, now=now, present=self._present)

    def sent_today(self, since: dt.datetime) -> int:
        """How many mails went through the account since an instant, over restarts."""
        with self.store.read() as db:
            return telling.sent_today(db, account=self.account, since=since)

    def begin_next(self, now: dt.datetime) -> Outgoing | None:
        """See `begin_next`."""
        return begin_next(self.store, account=self.account, now=now, present=self._present)

    def settle(self, mail: Going, state: OutboxState, delivery: Said, now: dt.datetime) -> OutboxState:
        """See `settle`."""
        return settle(self.store, message_id=mail.id, state=state, code=delivery.code, answer=delivery.answer, now=now)
