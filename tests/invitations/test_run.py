"""Runs of the outbox against a real server: limits, hours, pauses, refusals, and what a crash leaves behind."""

import datetime as dt
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from factories import make_forum
from forumplanner.actions import outbox
from forumplanner.actions.found import NotPossible
from forumplanner.actions.outbox import AccountOutbox
from forumplanner.domain.ids import ForumId
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.sending import Limits
from forumplanner.invitations.run import Ended, Run, Stop
from forumplanner.invitations.smtp import Account, Line, Security
from forumplanner.records import OutboxMessage
from forumplanner.snapshots.outbox import Written
from forumplanner.store import Store
from mail_server import TOOK, Script, running
from planner_file import filling_of

ACCOUNT = "office@127.0.0.1"
MORNING = dt.datetime(2026, 10, 9, 1, 0, tzinfo=dt.UTC)
"""09:00 in Beijing."""

OPEN_ALL_DAY = Limits(per_minute=60_000, per_day=10_000, opens=0, closes=24 * 60)


def written(number: int) -> Written:
    message_id = f"{number}@yunling.example"
    content = f"From: office@yunling.example\r\nMessage-ID: <{message_id}>\r\n\r\nHello {number}\r\n".encode()
    to = f"guest{number}@menam.example"
    return Written("", MailKind.PROGRAMME, "", f"Guest {number}", to, "Hello", "Hello", message_id, content)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "mail.forumplanner", actor="Zhou") as made:
        yield made


@pytest.fixture
def forum(store: Store) -> ForumId:
    with filling_of(store) as db:
        made = make_forum(db, mailbox="office@yunling.example")
    return ForumId(made.id)


@pytest.fixture
def script() -> Script:
    return Script()


def queued(store: Store, forum: ForumId, count: int) -> None:
    outbox.queue(
        store, forum_id=forum, kind=MailKind.PROGRAMME, mails=[written(n) for n in range(count)], account=ACCOUNT
    )


def run(
    store: Store,
    port: int,
    *,
    limits: Limits = OPEN_ALL_DAY,
    now: dt.datetime = MORNING,
    pause: Callable[[float], bool] = lambda _seconds: False,
) -> Ended:
    line = Line(Account("127.0.0.1", port, Security.NONE), str)
    sender = "office@yunling.example"
    return Run(AccountOutbox(store, ACCOUNT), line, sender, limits, pause, now=lambda: now).go()


def states(store: Store) -> Counter[str]:
    with store.read() as db:
        return Counter(str(state) for state in db.execute(select(OutboxMessage.state)).scalars())


def test_everybody_gets_one_mail_in_the_order_of_the_round(store: Store, forum: ForumId, script: Script) -> None:
    queued(store, forum, 5)
    with running(script) as port:
        first, second = run(store, port), run(store, port)

    assert first == Ended(Stop.DONE, sent=5)
    assert second == Ended(Stop.DONE)
    assert script.ids() == [f"<{n}@yunling.example>" for n in range(5)]
    assert states(store) == {"sent": 5}


def test_what_the_server_answers_is_kept(store: Store, forum: ForumId, script: Script) -> None:
    queued(store, forum, 4)
    script.rcpt = ["550 5.1.1 Unknown", TOOK, "451 4.7.1 Later", TOOK]
    script.data = ["drop", TOOK]
    with running(script) as port:
        ended = run(store, port)

    assert ended == Ended(Stop.DONE, sent=1, in_doubt=1, refused=1, later=1)
    assert states(store) == {"refused": 1, "unknown": 1, "retry": 1, "sent": 1}
    with store.read() as db:
        (refused,) = db.execute(select(OutboxMessage).where(OutboxMessage.state == OutboxState.REFUSED)).scalars()
        assert (refused.code, refused.answer, refused.to_mailbox) == (550, "5.1.1 Unknown", "guest0@menam.example")


def test_a_mail_to_be_tried_again_waits_longer_each_time_and_then_for_a_person(
    store: Store, forum: ForumId, script: Script
) -> None:
    queued(store, forum, 1)
    script.rcpt = ["451 4.7.1 Later"] * 5
    now, tried = MORNING, []
    with running(script) as port:
        run(store, port, now=now)
        for minutes in (1, 5, 15, 60):
            due = now + dt.timedelta(minutes=minutes)
            early = run(store, port, now=due - dt.timedelta(seconds=1))
            now, in_time = due, run(store, port, now=due)
            tried.append((early.later, in_time.later, in_time.refused))

    assert tried == [(0, 1, 0)] * 3 + [(0, 0, 1)]
    assert states(store) == {"refused": 1}


def test_a_server_that_takes_no_more_is_not_pestered(store: Store, forum: ForumId, script: Script) -> None:
    queued(store, forum, 10)
    script.rcpt = [TOOK] * 4 + ["452 4.2.2 Quota"] * 6
    with running(script) as port:
        ended = run(store, port)

    assert (ended.stop, ended.sent, ended.later) == (Stop.SERVER_TAKES_NO_MORE, 4, 3)
    assert states(store) == {"sent": 4, "retry": 3, "queued": 3}


def test_the_days_number_counts_over_restarts(store: Store, forum: ForumId, script: Script) -> None:
    queued(store, forum, 5)
    limits = Limits(per_minute=60_000, per_day=2, opens=0, closes=24 * 60)
    with running(script) as port:
        ends = [run(store, port, limits=limits, now=MORNING + dt.timedelta(hours=h)) for h in (0, 1, 24, 48)]

    assert [(ended.stop, ended.sent) for ended in ends] == [
        (Stop.DAY_IS_FULL, 2),
        (Stop.DAY_IS_FULL, 0),
        (Stop.DAY_IS_FULL, 2),
        (Stop.DONE, 1),
    ]


@pytest.mark.parametrize(("clock", "stop"), [("08:29", Stop.CLOSED), ("08:30", Stop.DONE), ("20:00", Stop.CLOSED)])
def test_nothing_goes_outside_the_hours(store: Store, forum: ForumId, script: Script, clock: str, stop: Stop) -> None:
    queued(store, forum, 1)
    now = dt.datetime.fromisoformat(f"2026-10-09T{clock}+08:00")
    with running(script) as port:
        ended = run(store, port, limits=Limits(), now=now)

    assert ended.stop is stop
    assert len(script.taken) == (stop is Stop.DONE)


def test_a_pause_stops_after_the_mail_under_way(store: Store, forum: ForumId, script: Script) -> None:
    queued(store, forum, 5)
    with running(script) as port:
        paused = run(store, port, pause=lambda _seconds: len(script.taken) == 3)
        resumed = run(store, port)

    assert (paused, resumed) == (Ended(Stop.PAUSED, sent=3), Ended(Stop.DONE, sent=2))


def test_no_server_leaves_everything_waiting(store: Store, forum: ForumId) -> None:
    queued(store, forum, 2)
    with running(Script()) as port:
        pass

    ended = run(store, port)

    assert ended.stop is Stop.NO_CONNECTION
    assert str(port) in ended.why
    assert states(store) == {"queued": 2}


def test_a_mail_in_doubt_waits_for_a_person(store: Store, forum: ForumId, script: Script) -> None:
    queued(store, forum, 2)
    script.data = ["drop", "lose"]
    with running(script) as port:
        run(store, port)
        with store.read() as db:
            first, second = db.execute(select(OutboxMessage.id).order_by(OutboxMessage.position)).scalars()
        idle = run(store, port)
        outbox.resolve(store, message_id=first, arrived=True)
        outbox.resolve(store, message_id=second, arrived=False)
        again = run(store, port)

    assert (idle, again) == (Ended(Stop.DONE), Ended(Stop.DONE, sent=1))
    assert Counter(script.ids()) == {"<0@yunling.example>": 1, "<1@yunling.example>": 1}
    with pytest.raises(NotPossible, match="in doubt no longer"):
        outbox.resolve(store, message_id=first, arrived=False)


def test_what_waits_can_be_taken_back_and_what_left_cannot(store: Store, forum: ForumId, script: Script) -> None:
    queued(store, forum, 3)
    with running(script) as port:
        run(store, port, pause=lambda _seconds: True)
    with store.read() as db:
        ids = list(db.execute(select(OutboxMessage.id)).scalars())

    assert outbox.withdraw(store, messages=ids) == 2
    assert states(store) == {"sent": 1, "withdrawn": 2}
    assert outbox.try_again(store, messages=ids) == 0


def test_a_round_of_nothing_is_refused(store: Store, forum: ForumId) -> None:
    with pytest.raises(NotPossible, match="Nobody has to be told anything"):
        queued(store, forum, 0)


def test_mail_is_outside_the_history(store: Store, forum: ForumId) -> None:
    before = store.head()
    queued(store, forum, 1)

    assert store.head() == before


KILLED = """
import os, random, signal, sys, time
sys.path[:0] = sys.argv[4:]
from pathlib import Path
from test_run import ACCOUNT, OPEN_ALL_DAY, AccountOutbox, Account, Line, Run, Security, Store

file, port, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)

def child(told):
    with Store.open(file, actor="Zhou") as store:
        line = Line(Account("127.0.0.1", port, Security.NONE), str)
        outbox, report = AccountOutbox(store, ACCOUNT), lambda _mail, _state: os.write(told, b".")
        Run(outbox, line, "office@yunling.example", OPEN_ALL_DAY, lambda s: False, report).go()
    os._exit(0)

kills = 0
while kills < 60:
    heard, told = os.pipe()
    pid = os.fork()
    if pid == 0:
        child(told)
    os.close(told)
    gone = [os.read(heard, 1) for _mail in range(chance.randint(1, 2))]
    time.sleep(chance.uniform(0, 0.04))
    os.close(heard)
    os.kill(pid, signal.SIGKILL)
    if os.waitpid(pid, 0)[1] != signal.SIGKILL or b"" in gone:
        break
    kills += 1
print(kills)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to be killed often enough")
def test_killed_at_any_moment_nobody_gets_two_mails_and_nobody_is_forgotten(
    store: Store, forum: ForumId, script: Script
) -> None:
    """Two hundred mails, a server that says 451 to 5 % and drops 1 %, a program that is killed again and again."""
    queued(store, forum, 200)
    file = store.path
    store.close()
    script.rcpt = ["451 4.7.1 Later" if n % 20 == 7 else TOOK for n in range(400)]
    script.data = ["drop" if n % 100 == 50 else TOOK for n in range(400)]
    paths = [str(Path(__file__).parent), str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "src")]
    with running(script) as port:
        command = [sys.executable, "-c", KILLED, str(file), str(port), "7", *paths]
        kills = int(subprocess.run(command, check=True, capture_output=True).stdout)
        with Store.open(file, actor="Zhou") as again:
            for hours in (0, 1, 2, 3, 4):
                run(again, port, now=dt.datetime.now(dt.UTC) + dt.timedelta(hours=hours))
            kept = states(again)
            with again.read() as db:
                rows = list(db.execute(select(OutboxMessage.message_id, OutboxMessage.state)))

    arrived = Counter(script.ids())
    assert kills == 60
    assert max(arrived.values()) == 1
    assert kept.keys() <= {"sent", "unknown"}
    assert kept.total() == 200
    assert {f"<{row.message_id}>" for row in rows if row.state is OutboxState.SENT} <= arrived.keys()
