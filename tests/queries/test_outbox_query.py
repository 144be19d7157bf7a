"""How the outbox stands: rounds by number with their states, and as many statements for one mail as for hundreds."""

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session as Db

from forumplanner.actions import outbox_accounts
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.queries import outbox
from forumplanner.records import OutboxMessage
from forumplanner.snapshots.batches import Standing
from forumplanner.store import Store
from mail_post import BOX, MORNING, forum_in, queued

ACCOUNT = f"{BOX}@127.0.0.1"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "outbox.forumplanner", actor="Zhou") as made:
        yield made


@pytest.fixture
def forum(store: Store) -> ForumId:
    return forum_in(store)


def standing(store: Store) -> Standing:
    with store.read() as db:
        return outbox.standing(db, account=ACCOUNT, since=MORNING)


def set_state(store: Store, place: int, state: OutboxState, **values: object) -> None:
    with store.step(StepKind.OTHER) as db:
        row = db.execute(select(OutboxMessage).where(OutboxMessage.position == place)).scalars().one()
        row.state = state
        for name, value in values.items():
            setattr(row, name, value)


def statements(db: Db) -> int:
    seen: list[str] = []
    bind = db.get_bind()
    event.listen(bind, "before_cursor_execute", lambda *given: seen.append(given[2]))
    outbox.standing(db, account=ACCOUNT, since=MORNING)
    return len(seen)


def test_rounds_are_numbered_and_the_newest_comes_first(store: Store, forum: ForumId) -> None:
    queued(store, forum, 2)
    queued(store, forum, 3, first=2, at=MORNING + dt.timedelta(hours=1))

    assert [(batch.number, batch.total) for batch in standing(store).batches] == [(2, 3), (1, 2)]
    assert standing(store).waiting == 5


def test_each_state_is_counted_once(store: Store, forum: ForumId) -> None:
    queued(store, forum, 8)
    due = MORNING + dt.timedelta(minutes=5)
    set_state(store, 0, OutboxState.SENT, settled_at=MORNING)
    set_state(store, 1, OutboxState.UNKNOWN, settled_at=MORNING)
    set_state(store, 2, OutboxState.REFUSED, settled_at=MORNING)
    set_state(store, 3, OutboxState.RETRY, next_at=due)
    set_state(store, 4, OutboxState.WITHDRAWN)
    set_state(store, 5, OutboxState.SENDING)
    read = standing(store)
    (batch,) = read.batches

    assert (batch.total, batch.waiting, batch.done, batch.going) == (8, 3, 3, 7)
    assert sum(batch.of(state) for state in OutboxState) == 8
    assert (read.sent_today, read.next_try) == (2, due)


def test_as_many_statements_for_one_mail_as_for_hundreds(store: Store, forum: ForumId) -> None:
    queued(store, forum, 1)
    with store.read() as db:
        one = statements(db)
    queued(store, forum, 300, first=1)
    with store.read() as db:
        assert statements(db) == one == 4


def test_a_mail_keeps_its_words_after_it_was_sent(store: Store, forum: ForumId) -> None:
    queued(store, forum, 1)
    with store.read() as db:
        key = db.execute(select(OutboxMessage.id)).scalar_one()
        before = outbox.letter(db, message_id=key)
    set_state(store, 0, OutboxState.SENT, content=None)
    with store.read() as db:
        after = outbox.letter(db, message_id=key)
        gone = outbox.letter(db, message_id=uuid.uuid4())

    assert before is not None
    assert after is not None
    assert (before.words, before.made_by, bool(before.content)) == ("Hello", "Zhou", True)
    assert (after.words, after.content, gone) == ("Hello", None, None)


def test_what_waits_goes_through_the_new_account_and_what_went_keeps_the_old(store: Store, forum: ForumId) -> None:
    queued(store, forum, 3)
    set_state(store, 0, OutboxState.SENT)

    moved = outbox_accounts.take_over(store, account="zhou@smtp.yunling.example")
    again = outbox_accounts.take_over(store, account="zhou@smtp.yunling.example")

    with store.read() as db:
        accounts = list(db.execute(select(OutboxMessage.account).order_by(OutboxMessage.position)).scalars())
    assert (moved, again) == (2, 0)
    assert accounts == [ACCOUNT, *["zhou@smtp.yunling.example"] * 2]
