"""Sending from the window: its own run against a server of ours, paused, closed, killed, at night, and refused."""

import asyncio
import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiosmtpd import smtp
from aiosmtpd.smtp import Envelope, Session
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from forumplanner import settings
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.files import PlannerError
from forumplanner.gui import mail_run
from forumplanner.gui.mailing import Mailing
from forumplanner.gui.widgets.labels import Elide
from forumplanner.invitations.run import Ended, Stop
from forumplanner.records import OutboxMessage
from forumplanner.store import Store
from gui_desk import Desk
from mail_post import BOX, MORNING, account, forum_in, queued, states
from mail_server import TOOK, Script, running, silent


class Full(Script):
    """A server that takes so many mails and no more that day."""

    most = 200

    async def handle_RCPT(  # noqa: N802 - the server calls it so
        self, server: smtp.SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if len(self.taken) >= self.most:
            return "452 4.5.3 Too many mails today"
        return await super().handle_RCPT(server, session, envelope, address, options)


class Silent(Script):
    """A server that says nothing after the final dot."""

    async def handle_DATA(self, server: smtp.SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802 - as above
        self.rcpt.append("heard")
        await asyncio.sleep(60)
        return TOOK


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """In memory where the system has such a folder: every mail is written down twice, which disks take time for."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder) / "mail.forumplanner"


@pytest.fixture
def forum(file: Path) -> ForumId:
    with Store.create(file, actor="Zhou") as store:
        return forum_in(store)


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def port(script: Script) -> Iterator[int]:
    with running(script) as port:
        yield port


def fill(file: Path, forum: ForumId, count: int) -> None:
    with Store.open(file, actor="Zhou") as store:
        queued(store, forum, count)


def opened(desk: Desk, file: Path, port: int, **chosen: object) -> Mailing:
    """The window with that file open and an account at our server, in the morning."""
    mailing = desk.window.shell.mailing
    mailing.now = lambda: MORNING
    mailing.keep(account(port, **chosen))
    desk.window.opening.open_path(file)
    desk.until(desk.window.shell.is_open)
    desk.settle()
    return mailing


def ends(mailing: Mailing) -> list[Ended]:
    heard: list[Ended] = []
    mailing.ended.connect(heard.append)
    return heard


def words(desk: Desk) -> str:
    return desk.window.mail_strip.sentence()


def test_a_round_goes_out_while_the_strip_counts(
    desk: Desk, file: Path, forum: ForumId, script: Script, port: int
) -> None:
    fill(file, forum, 30)
    mailing = opened(desk, file, port)
    counted: list[tuple[int, int]] = []
    mailing.progressed.connect(lambda done, of: counted.append((done, of)))
    heard = ends(mailing)
    assert words(desk) == "30 mails wait. Go on?"

    QTest.mouseClick(desk.find(QPushButton, "mailStripGo"), Qt.MouseButton.LeftButton)
    desk.until(lambda: heard)
    desk.settle()

    assert heard == [Ended(Stop.DONE, sent=30)]
    assert counted[-1] == (30, 30)
    assert words(desk) == "Done: 30 sent, 0 in doubt, 0 waiting."
    assert len(script.ids()) == 30


def test_a_server_that_stops_at_200_and_five_kills_leave_600_mails_accounted_for(
    desk: Desk, file: Path, forum: ForumId
) -> None:
    fill(file, forum, 600)
    script = Full()
    with running(script) as port:
        taken = _killed_five_times(script, file, port)
        mailing = opened(desk, file, port)
        sums = [mailing.tally.standing.batches[0].total]
        mailing.turned.connect(lambda: sums.extend(batch.total for batch in mailing.tally.standing.batches))
        heard = ends(mailing)
        assert len(script.taken) == taken  # nothing goes by itself
        mailing.start()
        desk.until(lambda: heard)
        desk.settle()
        kept = states(desk.window.shell.store)

    arrived = Counter(script.ids())
    assert heard[0].stop is Stop.SERVER_TAKES_NO_MORE
    assert set(sums) == {600}
    assert sum(kept.values()) == 600
    assert (len(script.taken), max(arrived.values())) == (200, 1)
    assert kept["sent"] + kept["unknown"] >= 200
    assert kept["retry"] == 3
    assert kept["sending"] == 0
    waiting = kept["queued"] + kept["retry"]
    assert words(desk) == (
        f"The server takes no more today: {heard[0].sent} sent, 0 in doubt, {waiting} waiting, none twice. "
        "You'll be asked to go on tomorrow at 08:30."
    )


KILLED = """
import os, sys
sys.path[:0] = sys.argv[3:]
from PySide6.QtCore import QCoreApplication
from forumplanner.gui.mailing import Mailing
from forumplanner.gui.widgets.labels import Elide
from forumplanner.gui.tasks import Tasks
from forumplanner.store import Store
from mail_post import MORNING, account
import forumplanner.actions.outbox, forumplanner.gui.mail_run, forumplanner.queries.outbox

def child():
    application = QCoreApplication([])
    mailing = Mailing(account(int(sys.argv[2])), Tasks())
    mailing.now = lambda: MORNING
    mailing.use(Store.open(sys.argv[1], actor="Zhou"))
    mailing.start()
    application.exec()

for line in sys.stdin:
    pid = os.fork()
    if pid == 0:
        child()
        os._exit(0)
    print(pid, flush=True)
    sys.stdin.readline()
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    print("dead", flush=True)
"""


def _killed_five_times(script: Script, file: Path, port: int) -> int:
    """A program that sends from the file is killed five times; how many mails the server took meanwhile."""
    tests = Path(__file__).parents[1]
    command = [sys.executable, "-c", KILLED.replace("Store.open(sys.argv[1]", "Store.open(Path(sys.argv[1])")]
    command[2] = "from pathlib import Path\n" + command[2]
    command += [str(file), str(port), str(tests), str(tests.parent / "src")]
    environment = {**os.environ, "HOME": str(file.parent)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        for number in range(1, 6):
            program.stdin.write("go\n")
            program.stdin.flush()
            program.stdout.readline()
            while len(script.taken) < number * 20:
                assert program.poll() is None
                time.sleep(0.005)
            program.stdin.write("kill\n")
            program.stdin.flush()
            assert program.stdout.readline() == "dead\n"
        program.stdin.close()
    return len(script.taken)


def test_after_eight_in_the_evening_nothing_goes(
    desk: Desk, file: Path, forum: ForumId, script: Script, port: int
) -> None:
    fill(file, forum, 3)
    mailing = opened(desk, file, port, opens=8 * 60 + 30, closes=20 * 60)
    mailing.now = lambda: dt.datetime.fromisoformat("2026-10-09T20:00+08:00")

    started = mailing.start()
    desk.settle()

    assert (started, mailing.is_running(), script.taken) == (False, False, [])
    assert words(desk) == (
        "3 mails wait. Mail goes between 08:30 and 20:00 only, by the clock of the forum. Nothing is sent now."
    )
    assert desk.find(QPushButton, "mailStripGo").isHidden()


def test_a_run_ends_when_the_hours_do(desk: Desk, file: Path, forum: ForumId, script: Script, port: int) -> None:
    fill(file, forum, 5)
    mailing = opened(desk, file, port, opens=8 * 60 + 30, closes=20 * 60)
    evening = dt.datetime.fromisoformat("2026-10-09T19:59+08:00")
    mailing.now = lambda: evening if len(script.taken) < 2 else evening + dt.timedelta(minutes=1)
    heard = ends(mailing)

    mailing.start()
    desk.until(lambda: heard)

    assert heard == [Ended(Stop.CLOSED, sent=2)]
    assert states(desk.window.shell.store) == {"sent": 2, "queued": 3}


def test_pause_is_heard_at_once_and_go_on_goes_on(
    desk: Desk, file: Path, forum: ForumId, script: Script, port: int
) -> None:
    """One mail a minute: the run waits for its next one when it is paused."""
    fill(file, forum, 3)
    mailing = opened(desk, file, port, per_minute=1)
    heard = ends(mailing)
    mailing.start()
    desk.until(lambda: len(script.taken) == 1)

    QTest.mouseClick(desk.find(QPushButton, "mailStripPause"), Qt.MouseButton.LeftButton)
    desk.until(lambda: heard)
    desk.settle()
    paused = words(desk)
    mailing.keep(replace(mailing.mail, per_minute=60_000))
    mailing.start()
    desk.until(lambda: len(heard) == 2)

    assert heard == [Ended(Stop.PAUSED, sent=1), Ended(Stop.DONE, sent=2)]
    assert paused == "Paused: 1 sent, 0 in doubt, 2 waiting."
    assert len(script.ids()) == 3


def test_whoever_stops_for_today_is_told_when_it_is_asked_again(
    desk: Desk, file: Path, forum: ForumId, script: Script, port: int
) -> None:
    fill(file, forum, 3)
    mailing = opened(desk, file, port, per_minute=1)
    heard = ends(mailing)
    mailing.start()
    desk.until(lambda: len(script.taken) == 1)

    mailing.stop()
    desk.until(lambda: heard)
    desk.settle()
    stopped = words(desk)
    mailing.start()
    again = mailing.is_stopped_today()

    assert stopped == (
        "No more goes today: 1 sent, 0 in doubt, 2 waiting. You'll be asked tomorrow at 08:30 whether to go on."
    )
    assert not again


def test_strip_and_card_offer_one_button_to_go_on(desk: Desk, file: Path, forum: ForumId, port: int) -> None:
    fill(file, forum, 3)
    opened(desk, file, port)
    desk.settle()
    strip = desk.find(QPushButton, "mailStripGo")
    elsewhere = strip.isVisible()

    desk.window.go("invitations", "outbox")
    desk.until(lambda: desk.find(QPushButton, "outboxGo").isVisible())
    beside = strip.isVisible()
    desk.window.go("invitations", "account")
    desk.settle()

    assert (elsewhere, beside, strip.isVisible()) == (True, False, True)


def test_closing_the_file_ends_the_run_and_the_next_opening_asks(
    desk: Desk, file: Path, forum: ForumId, script: Script, port: int
) -> None:
    fill(file, forum, 5)
    mailing = opened(desk, file, port, per_minute=1)
    mailing.start()
    desk.until(lambda: len(script.taken) == 1)

    desk.window.files.close()
    said = desk.window.toast_sentence()
    desk.settle()
    with Store.open(file, actor="Zhou") as store:
        assert states(store) == {"sent": 1, "queued": 4}
    assert said == "Sending is paused. When the file is opened next, you are asked whether to go on."
    desk.window.opening.open_path(file)
    desk.until(lambda: words(desk))
    desk.settle()

    assert words(desk) == "4 mails wait. Go on?"
    assert (mailing.is_running(), len(script.taken)) == (False, 1)


def test_a_silent_server_leaves_the_mail_in_doubt_when_the_window_closes(
    desk: Desk, file: Path, forum: ForumId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_run, "_GRACE", 0.3)
    fill(file, forum, 2)
    script = Silent()
    with running(script) as port:
        mailing = opened(desk, file, port)
        mailing.start()
        desk.until(lambda: script.rcpt == ["heard"])
        desk.window.close()
    with Store.open(file, actor="Zhou") as store:
        assert states(store) == {"unknown": 1, "queued": 1}


def test_nobody_waits_for_a_server_that_does_not_take_the_line(
    desk: Desk, file: Path, forum: ForumId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_run, "_GRACE", 3600)
    fill(file, forum, 2)
    with silent() as port:
        mailing = opened(desk, file, port)
        mailing.start()
        desk.bot.wait(100)
        desk.window.close()
        with Store.open(file, actor="Zhou") as store:
            assert states(store) == {"queued": 2}


def test_a_mail_put_off_goes_when_it_is_due_while_the_run_lasts(
    desk: Desk, file: Path, forum: ForumId, script: Script, port: int
) -> None:
    fill(file, forum, 2)
    script.rcpt = ["451 4.7.1 Later"]
    mailing = opened(desk, file, port)
    heard = ends(mailing)
    mailing.start()
    desk.until(lambda: mailing.next_try is not None)
    desk.settle()
    assert (mailing.next_try, len(script.taken)) == (MORNING + dt.timedelta(minutes=1), 1)
    assert desk.find(Elide, "mailStripPace").whole() == "The rest is tried again at 09:01"

    mailing.now = lambda: MORNING + dt.timedelta(minutes=1)
    desk.until(lambda: heard)

    assert heard == [Ended(Stop.DONE, sent=2)]


def test_a_mail_at_the_server_when_the_program_died_is_in_doubt_at_the_next_opening(
    desk: Desk, file: Path, forum: ForumId, port: int
) -> None:
    fill(file, forum, 2)
    with Store.open(file, actor="Zhou") as store, store.step(StepKind.OTHER) as db:
        db.query(OutboxMessage).filter(OutboxMessage.position == 0).one().state = OutboxState.SENDING

    opened(desk, file, port)

    assert states(desk.window.shell.store) == {"unknown": 1, "queued": 1}
    assert words(desk) == "1 mail waits. Go on?"


def test_stopped_for_today_nobody_is_asked_again_today(
    desk: Desk, file: Path, forum: ForumId, script: Script, port: int
) -> None:
    fill(file, forum, 3)
    mailing = opened(desk, file, port, per_minute=1)
    heard = ends(mailing)
    mailing.start()
    desk.until(lambda: len(script.taken) == 1)
    mailing.stop()
    desk.until(lambda: heard)
    desk.window.files.close()
    desk.settle()
    assert settings.load().mail.stopped_on == "2026-10-09"

    desk.window.opening.open_path(file)
    desk.until(lambda: mailing.waiting() == 2)
    desk.settle()
    assert words(desk) == ""

    mailing.now = lambda: MORNING + dt.timedelta(days=1)
    mailing.look()
    desk.until(lambda: words(desk))
    assert words(desk) == "2 mails wait. Go on?"


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        (settings.Mail(), "No mail account is set up on this computer. Enter its address under Account."),
        (
            settings.Mail(mailbox=BOX, host="127.0.0.1", logs_in=False),
            "This account is not tried yet. Under Account, send one mail to yourself first.",
        ),
        (
            settings.Mail(mailbox=BOX, host="127.0.0.1"),
            f"The authorisation code of {BOX} isn't known here. Enter it under Account.",
        ),
        (replace(account(25), per_day=0), "Today's 0 mails have gone. Go on tomorrow from 08:30."),
    ],
)
def test_what_keeps_the_account_from_sending_is_said(
    desk: Desk, file: Path, forum: ForumId, chosen: settings.Mail, why: str
) -> None:
    fill(file, forum, 1)
    mailing = opened(desk, file, 25)
    mailing.keep(chosen)

    assert (mailing.start(), mailing.why_not()) == (False, why)
    assert words(desk) == f"1 mail waits. {why}"


def test_another_server_or_login_has_to_prove_itself_anew() -> None:
    proven = account(25)

    assert proven.is_proven
    assert replace(proven, per_day=50).is_proven
    assert not replace(proven, host="smtp.yunling.example").is_proven
    assert not replace(proven, user="zhou").is_proven
    assert not replace(proven, mailbox="zhou@yunling.example").is_proven


def test_a_mail_to_myself_proves_the_account(desk: Desk, script: Script, port: int) -> None:
    mailing = desk.window.shell.mailing
    mailing.keep(replace(account(port), proven=""))
    said: list[str] = []

    mailing.send_to_myself(done=lambda: said.append("taken"), failed=lambda error: said.append(str(error)))
    desk.until(lambda: said)

    assert (said, mailing.mail.is_proven, settings.load().mail.is_proven) == (["taken"], True, True)
    assert [to for to, _content in script.taken] == [BOX]


def test_a_server_that_does_not_take_it_proves_nothing(desk: Desk, script: Script, port: int) -> None:
    script.rcpt = ["553 5.7.1 Mail from must equal authorized user"]
    mailing = desk.window.shell.mailing
    mailing.keep(replace(account(port), proven=""))
    said: list[PlannerError] = []

    mailing.send_to_myself(done=lambda: None, failed=said.append)
    desk.until(lambda: said)

    assert str(said[0]) == (
        f"The server did not take the mail to {BOX}: 553 5.7.1 Mail from must equal authorized user. Nobody else got "
        "anything. Check the address; most servers only take mail that comes from the address of the login."
    )
    assert not mailing.mail.is_proven


def test_mails_that_wait_go_through_the_account_that_is_used_now(
    desk: Desk, file: Path, forum: ForumId, script: Script, port: int
) -> None:
    fill(file, forum, 2)
    mailing = opened(desk, file, port, user="another")
    heard = ends(mailing)

    mailing.start()
    desk.until(lambda: heard)

    assert heard == [Ended(Stop.DONE, sent=2)]


def test_nobody_of_the_sample_gets_mail(desk: Desk, port: int) -> None:
    mailing = desk.window.shell.mailing
    mailing.keep(account(port))

    desk.open_sample()

    assert (mailing.start(), mailing.is_running()) == (False, False)
    assert mailing.why_not().startswith("The people of the sample don't exist")


def test_pause_and_go_on_are_a_command_too(desk: Desk, file: Path, forum: ForumId, script: Script, port: int) -> None:
    fill(file, forum, 2)
    mailing = opened(desk, file, port, per_minute=1)
    heard = ends(mailing)
    command = desk.window.commands.action("pause_mail")

    command.trigger()
    desk.until(lambda: len(script.taken) == 1)
    command.trigger()
    desk.until(lambda: heard)
    desk.settle()

    assert heard == [Ended(Stop.PAUSED, sent=1)]
    mailing.keep(settings.Mail())
    command.trigger()
    assert desk.window.toast_sentence().startswith("No mail account is set up on this computer.")


def test_what_is_done_leaves_the_strip_by_itself(
    desk: Desk, file: Path, forum: ForumId, script: Script, port: int
) -> None:
    fill(file, forum, 1)
    mailing = opened(desk, file, port)
    heard = ends(mailing)
    desk.window.mail_strip.findChildren(QTimer)[0].setInterval(300)
    mailing.start()
    desk.until(lambda: heard)

    desk.until(lambda: not words(desk))

    assert (len(script.taken), desk.window.mail_strip.isHidden()) == (1, True)
