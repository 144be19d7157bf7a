"""The outbox beside the page: numbers that open their rows, a mail in full, what a person decides, the table."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forumplanner.actions import outbox
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState, Outdated
from forumplanner.gui.frame import look
from forumplanner.gui.pages.invitations.outbox import OutboxPanel
from forumplanner.gui.widgets.labels import Label
from forumplanner.invitations.run import Ended, Stop
from forumplanner.queries import telling
from forumplanner.records import OutboxMessage
from forumplanner.settings import Mail
from forumplanner.store import Store
from mail_post import MORNING, account, forum_in, queued, states, written
from page_stand import Stand, find, press

NOT_QUEUED = (
    (OutboxState.SENT, 250, "2.0.0 OK"),
    (OutboxState.SENT, 250, "2.0.0 OK"),
    (OutboxState.REFUSED, 550, "5.1.1 No such\tperson"),
    (OutboxState.REFUSED, 550, "5.1.1 No such person"),
    (OutboxState.UNKNOWN, None, "Connection unexpectedly closed"),
    (OutboxState.RETRY, 451, "4.7.1 Later"),
)
LONG = "international-cooperation-and-exchange-secretariat@department.of.medical-education.university.example"


class Post:
    """A panel over a round of ten mails that came differently far."""

    def __init__(self, store: Store, forum: ForumId, bot: QtBot) -> None:
        self.store, self.forum = store, forum
        self.stand = Stand(store, forum, bot)
        self.stand.mailing.now = lambda: MORNING + dt.timedelta(hours=1)
        self.stand.mailing.mail = account(25)
        self.panel = OutboxPanel(self.stand)
        bot.addWidget(self.panel)
        self.panel.resize(312, 760)
        self.panel.show()
        self.read()

    def read(self) -> None:
        with self.store.read() as db:
            self.panel.show_lines(telling.messages(db, forum_id=self.forum))
        self.stand.mailing.look()
        self.stand.settle()

    def names(self) -> list[str]:
        return [row.name for row in self.panel.model.shown()]

    def open(self, state: OutboxState) -> None:
        key = next(row.line.id for row in self.panel.model.rows() if row.line.state is state)
        self.panel.open_mail(key)
        self.stand.settle()

    def press(self, key: str) -> None:
        QTest.mouseClick(self.panel.opened.button(key), Qt.MouseButton.LeftButton)
        self.stand.settle()

    def fact(self, key: str) -> str:
        return find(self.panel, Label, f"outboxFact_{key}").text()

    def facts(self) -> set[str]:
        """Which facts are told of the mail that is open."""
        keys = ("to", "subject", "batch", "attempts", "answer")
        return {key for key in keys if not find(self.panel, Label, f"outboxFact_{key}").isHidden()}

    def shown(self) -> set[str]:
        """Which decisions are offered about the mail that is open."""
        keys = ("arrived", "again", "retried", "taken_out", "taken_back")
        return {key for key in keys if not self.panel.opened.button(key).isHidden()}


@pytest.fixture
def post(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Post]:
    with Store.create(tmp_path / "post.forumplanner", actor="Zhou") as store:
        forum = forum_in(store)
        queued(store, forum, 10)
        with store.step(StepKind.OTHER) as db:
            rows = db.query(OutboxMessage).order_by(OutboxMessage.position).all()
            for row, (state, code, answer) in zip(rows, NOT_QUEUED, strict=False):
                row.state, row.code, row.answer, row.attempts, row.settled_at = state, code, answer, 1, MORNING
                if state is OutboxState.RETRY:
                    row.next_at = MORNING + dt.timedelta(minutes=5)
        yield Post(store, forum, qtbot)


def counts(post: Post) -> dict[str, int]:
    return {str(state): post.panel.counts.button(state).number for state in OutboxState}


def test_numbers_of_all_states_are_the_mails_of_the_round(post: Post) -> None:
    assert counts(post) == {
        "draft": 0,
        "queued": 4,
        "sending": 0,
        "sent": 2,
        "retry": 1,
        "refused": 2,
        "unknown": 1,
        "handed_over": 0,
        "withdrawn": 0,
    }
    assert sum(counts(post).values()) == len(post.names()) == 10
    assert post.panel.counts.button(OutboxState.WITHDRAWN).isHidden()
    assert post.panel.card.sentence() == "5 mails wait. Go on?"


@pytest.mark.parametrize("state", list(OutboxState))
def test_every_number_opens_the_rows_behind_it(post: Post, state: OutboxState) -> None:
    button = post.panel.counts.button(state)

    button.click()
    behind = post.names()
    button.click()

    assert len(behind) == button.number
    assert len(post.names()) == 10


def test_states_are_said_with_what_they_mean(post: Post) -> None:
    said = {row.line.state: post.panel.model.said(row) for row in post.panel.model.rows()}

    assert said == {
        OutboxState.SENT: "Sent",
        OutboxState.REFUSED: "Refused",
        OutboxState.UNKNOWN: "In doubt, not resent",
        OutboxState.RETRY: "Retry at 09:05",
        OutboxState.QUEUED: "Queued",
    }


def test_a_row_opens_what_was_sent(post: Post) -> None:
    post.panel.list.setCurrentIndex(post.panel.model.index(5, 0))
    press(post.panel.list, Qt.Key.Key_Return)
    post.stand.settle()

    assert post.panel.opened.isVisible()
    assert post.panel.opened.text.toPlainText() == "Hello"
    assert {key: post.fact(key) for key in ("to", "subject", "batch", "attempts", "answer")} == {
        "to": "guest5@menam.example",
        "subject": "Your programme",
        "batch": "Own programme · 9 Oct 09:00 · Zhou",
        "attempts": "1, the next at 09:05",
        "answer": "451 4.7.1 Later",
    }
    assert post.shown() == {"retried", "taken_out"}

    post.panel.opened.back.click()
    assert (post.panel.opened.isVisible(), post.panel.list.isVisible()) == (False, True)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("state", [OutboxState.REFUSED, OutboxState.UNKNOWN])
def test_no_address_makes_the_panel_wider_than_it_is(post: Post, state: OutboxState, language: str) -> None:
    before = post.panel.minimumSizeHint().width()
    with post.store.step(StepKind.OTHER) as db:
        for row in db.query(OutboxMessage):
            row.to_mailbox = row.to_name = LONG
            row.answer = f"5.1.1 <{LONG}>:no-such-mailbox"
    try:
        look.speak(language)
        post.read()
        post.open(state)

        assert post.panel.minimumSizeHint().width() <= max(before, 312)
        assert (post.panel.width(), post.fact("to")) == (312, LONG)
    finally:
        look.speak("en")


def test_a_broken_address_is_copied_whole(post: Post) -> None:
    with post.store.step(StepKind.OTHER) as db:
        for row in db.query(OutboxMessage):
            row.to_mailbox = LONG
    post.read()
    post.open(OutboxState.SENT)
    address = find(post.panel, Label, "outboxFact_to")

    address.setSelection(0, 1000)
    press(address, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text() == LONG


@pytest.mark.parametrize(("key", "kept"), [("arrived", "sent"), ("again", "queued")])
def test_a_mail_in_doubt_is_decided_by_a_person(post: Post, key: str, kept: str) -> None:
    before = states(post.store)
    post.open(OutboxState.UNKNOWN)
    words = find(post.panel, Label, "outboxMailState").text()
    offered = post.shown()

    post.press(key)
    post.read()

    assert words == (
        "The line broke at the last moment of the mail to Guest 4; it may or may not have arrived. Look among your "
        "sent mail, then choose."
    )
    assert offered == {"arrived", "again"}
    assert states(post.store) == before - Counter(unknown=1) + Counter({kept: 1})


def test_refused_mails_are_tried_again_all_at_once_or_taken_out(post: Post) -> None:
    post.open(OutboxState.REFUSED)
    post.press("taken_out")
    post.read()
    assert counts(post)["withdrawn"] == 1

    post.panel.opened.back.click()
    post.panel.counts.choose(OutboxState.REFUSED)
    assert post.panel.all_again.isVisible()
    post.panel.all_again.click()
    post.stand.settle()

    assert states(post.store) == {"sent": 2, "unknown": 1, "retry": 1, "queued": 5, "withdrawn": 1}
    assert post.stand.said[-1] == "1 mail waits. Press Go on to send."


def test_mails_in_doubt_or_refused_call_for_somebody(post: Post) -> None:
    queued(post.store, post.forum, 3, first=10, at=MORNING + dt.timedelta(minutes=30))
    post.read()
    before = post.names()
    said = post.panel.trouble.sentence()

    post.panel.trouble.see.click()

    assert before == ["Guest 10", "Guest 11", "Guest 12"]
    assert said == "1 in doubt, 2 refused"
    assert post.names() == ["Guest 2", "Guest 3", "Guest 4"]


def test_nobody_is_called_where_no_mail_needs_it(post: Post) -> None:
    with post.store.step(StepKind.OTHER) as db:
        for row in db.query(OutboxMessage):
            row.state = OutboxState.SENT
    post.read()

    assert post.panel.trouble.isHidden()


def handed_over(post: Post, count: int) -> None:
    """A round of drafts for somebody else's mail program."""
    mails = [written(number) for number in range(10, 10 + count)]
    outbox.queue(
        post.store, forum_id=post.forum, kind=MailKind.PROGRAMME, mails=mails, account="", handed_over=True
    )  # fmt: skip
    post.read()


def test_a_mail_that_nobody_handed_over_is_taken_back(post: Post) -> None:
    handed_over(post, 2)
    post.open(OutboxState.HANDED_OVER)
    offered, told = post.shown(), post.facts()

    post.press("taken_back")
    post.read()

    assert (offered, told) == ({"taken_back"}, {"to", "subject", "batch"})
    assert (counts(post)["handed_over"], counts(post)["withdrawn"]) == (1, 1)
    assert post.stand.said == ["1 mail was not handed over: who was to get it must know again."]


def test_a_whole_batch_that_nobody_handed_over_is_taken_back(post: Post) -> None:
    handed_over(post, 3)
    hidden = post.panel.all_back.isHidden()
    post.panel.counts.choose(OutboxState.HANDED_OVER)
    assert post.panel.all_back.isVisible()
    post.panel.all_back.click()
    post.read()

    assert hidden
    assert counts(post)["withdrawn"] == 3
    assert states(post.store)["queued"] == 4
    assert post.stand.said == ["3 mails were not handed over: who was to get them must know again."]


def test_the_list_is_searched_by_name_and_address(post: Post) -> None:
    QTest.keyClicks(post.panel.search, "guest7@")

    assert post.names() == ["Guest 7"]


def test_the_log_is_copied_as_a_table(post: Post) -> None:
    post.panel.counts.choose(OutboxState.REFUSED)
    press(post.panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QApplication.clipboard().text().splitlines() == [
        "Name\tE-mail\tKind\tSubject line\tState\tWhen\tAttempts\tServer said",
        (
            "Guest 2\tguest2@menam.example\tOwn programme\tYour programme\tRefused\t2026-10-09 09:00\t1\t"
            "550 5.1.1 No such person"
        ),
        (
            "Guest 3\tguest3@menam.example\tOwn programme\tYour programme\tRefused\t2026-10-09 09:00\t1\t"
            "550 5.1.1 No such person"
        ),
    ]
    assert post.stand.said == ["2 mails copied as a table."]


def test_the_newest_round_is_shown_and_others_can_be_chosen(post: Post) -> None:
    assert post.panel.rounds.isHidden()
    queued(post.store, post.forum, 3, first=10, at=MORNING + dt.timedelta(minutes=30))
    post.read()
    newest = post.names()
    post.panel.rounds.choose("all")
    post.panel.rounds.picked.emit("all")

    assert post.panel.rounds.itemText(0) == "Batch 2 · Own programme · 09:30"
    assert newest == ["Guest 10", "Guest 11", "Guest 12"]
    assert (len(post.names()), sum(counts(post).values())) == (13, 13)


def test_the_card_says_why_a_run_ended(post: Post) -> None:
    post.stand.mailing.last = Ended(Stop.LOGIN, why="The login was refused.")
    post.stand.mailing.turned.emit()

    assert post.panel.card.sentence() == "The login was refused. So far: 0 sent, 0 in doubt, 5 waiting."


def test_an_account_that_is_not_tried_leads_to_the_account(post: Post) -> None:
    post.stand.mailing.keep(Mail())
    post.panel.card.account.click()

    assert post.panel.card.sentence().endswith("Enter its address under Account.")
    assert post.panel.card.go_on.isHidden()
    assert post.stand.went == [("invitations", "account")]


def test_an_empty_outbox_says_so(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    with Store.create(tmp_path / "empty.forumplanner", actor="Zhou") as store:
        stand = Stand(store, forum_in(store), qtbot)
        panel = OutboxPanel(stand)
        qtbot.addWidget(panel)
        panel.show()

        assert panel.empty.text().startswith("Nothing was sent from here yet.")
        assert panel.card.isHidden()


def test_both_languages(post: Post) -> None:
    try:
        look.speak("zh-Hans")
        post.read()
        said = {row.line.state: post.panel.model.said(row) for row in post.panel.model.rows()}

        assert said[OutboxState.UNKNOWN] == "存疑，不重发"
        assert post.panel.card.sentence() == "还有 5 封没有发。继续吗？"
    finally:
        look.speak("en")


def test_why_a_mail_was_taken_out_by_itself_is_said(post: Post) -> None:
    with post.store.step(StepKind.OTHER) as db:
        row = db.query(OutboxMessage).filter(OutboxMessage.state == OutboxState.QUEUED).first()
        assert row is not None
        row.state, row.answer = OutboxState.WITHDRAWN, Outdated.CHANGED
    post.read()
    post.open(OutboxState.WITHDRAWN)

    why = "Not sent: the programme has changed since the mail was written. What holds now is proposed again."
    assert find(post.panel, Label, "outboxMailState").text() == why
    assert post.fact("answer") == "–"
