"""Answers beside the outbox: taken, fetched, noted and settled; the counts and the numbers follow at once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from answer_files import answer, hostile
from answering_office import SESSION, STAY, UID, Office
from bounced import report
from forumplanner.domain.counting import count
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.replies import Participation
from forumplanner.domain.statistics import Basis, Counting, Measure
from forumplanner.gui.bridge import Bridge
from forumplanner.gui.frame import look
from forumplanner.gui.pages.invitations.desk import Desk
from forumplanner.gui.pages.invitations.replies import RepliesPanel
from forumplanner.gui.pages.invitations.replies.dropping import answer_files
from forumplanner.gui.pages.invitations.replies.looks import LookCard
from forumplanner.gui.pages.invitations.replies.standing import Said
from forumplanner.invitations.imap import Inbox, Mark, NoInbox, PickedUp
from forumplanner.queries import answered, statistics, telling
from forumplanner.queries import replies as reading
from forumplanner.store import Store
from gui_walking import cut_words, low_words, nameless
from page_stand import Stand


class Answers:
    """The panel over a forum of two: Siri was told of her stay and of one session, and is silent."""

    def __init__(self, store: Store, folder: Path, bot: QtBot) -> None:
        self.office, self.folder = Office(store), folder
        self.stand = Stand(store, self.office.forum, bot)
        self.panel = RepliesPanel(self.stand)
        bot.addWidget(self.panel)
        self.panel.resize(344, 800)
        self.panel.show()
        self.stand.mailing.answered.connect(self.read)
        Bridge(store, self.panel).changed.connect(lambda _changed: self.read())
        self.mailbox, self.siri = "siri@menam.example", str(self.office.guest)
        self.read()

    def read(self) -> None:
        """Read as the page does."""
        forum_id = self.office.forum
        with self.office.store.read() as db:
            plan = telling.load(db, forum_id=forum_id)
            messages, lines = telling.messages(db, forum_id=forum_id), telling.replies(db, forum_id=forum_id)
            answers, old = reading.answers(db, forum_id=forum_id), answered.outdated(db, forum_id=forum_id)
            self.panel.show_desk(Desk(plan, (), messages, lines, answers, old))

    def file(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def yes(self, participation: Participation = Participation.ACCEPTED, **given: Any) -> bytes:
        return answer(STAY, self.mailbox, participation, **given)

    def take(self, *paths: Path) -> str:
        self.panel.take_files(list(paths))
        return self.told()

    def told(self) -> str:
        self.stand.settle()
        return self.stand.said[-1]

    def count(self, said: Said) -> int:
        return self.panel.standing.counts().get(said, 0)

    def numbers(self) -> list[int]:
        """How many are listed, and how many have confirmed."""
        with self.office.store.read() as db:
            found = statistics.load(db, forum_id=self.office.forum)
        assert found is not None
        bases = (Basis(), Basis(counting=Counting.CONFIRMED))
        return [count(found.facts, basis).number(Measure.PEOPLE) for basis in bases]

    def cards(self) -> list[LookCard]:
        return [card for card in self.panel.looks.cards.widgets() if isinstance(card, LookCard)]


@pytest.fixture
def answers(tmp_path: Path, qtbot: QtBot) -> Iterator[Answers]:
    with Store.create(tmp_path / "answers.forumplanner", actor="Zhou") as store:
        yield Answers(store, tmp_path, qtbot)


def test_an_answer_counts_at_once_and_undo_takes_the_step_back(answers: Answers) -> None:
    assert (answers.count(Said.YES), answers.count(Said.SILENT)) == (0, 1)

    assert answers.take(answers.file("yes.eml", answers.yes())) == "Took 1 answer."
    assert (answers.count(Said.YES), answers.count(Said.SILENT)) == (1, 0)
    assert answers.office.status() is InvitationStatus.ACCEPTED
    answers.office.store.undo()
    answers.stand.settle()
    assert (answers.count(Said.YES), answers.count(Said.SILENT)) == (0, 1)


def test_a_whole_delivery_is_one_step(answers: Answers) -> None:
    paths = [
        answers.file("yes.eml", answers.yes()),
        answers.file("again.eml", answers.yes(Participation.DECLINED, stamp="20261101T090000Z")),
        answers.file("back.eml", report(f"1.{STAY}", answers.mailbox)),
        answers.file("arrived.eml", answer(STAY, answers.mailbox, Participation.DECLINED, sequence=1)),
        answers.file("session.eml", answer(UID, answers.mailbox, Participation.ACCEPTED)),
    ]

    assert answers.take(*paths) == "Took 4 answers. 1 mail came back."
    taken = [step for step in answers.office.store.history() if step.kind == StepKind.TAKE_ANSWERS]
    assert [step.values["count"] for step in taken] == [4]
    assert answers.office.status() is InvitationStatus.DECLINED
    assert answers.office.states()[STAY] is OutboxState.SENT  # whoever has answered has got the mail
    answers.office.store.undo()
    assert answers.office.status() is None


def test_other_files_are_left_to_the_window(tmp_path: Path) -> None:
    def dragged(*names: str) -> list[Path]:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        return answer_files(data)

    assert dragged("a.eml", "B.ICS") == [tmp_path / "a.eml", tmp_path / "B.ICS"]
    assert dragged("a.eml", "photo.jpg") == []


def test_a_decline_shows_in_the_numbers_at_once(answers: Answers) -> None:
    answers.take(answers.file("yes.eml", answers.yes()))
    before, declined = answers.numbers(), answers.count(Said.NO)
    answers.take(answers.file("no.eml", answers.yes(Participation.DECLINED, stamp="20261102T080000Z")))

    assert answers.office.status() is InvitationStatus.DECLINED
    assert answers.count(Said.NO) == declined + 1
    assert answers.numbers() == [number - 1 for number in before]


def test_hostile_files_are_told_and_the_window_lives(answers: Answers) -> None:
    folder = answers.folder / "mails"
    folder.mkdir()
    for name, data in hostile(STAY, answers.mailbox).items():
        (folder / name).write_bytes(data)
    said = answers.take(folder)

    assert "need a look." in said
    assert "4 files held no answer." in said
    assert answers.take(answers.file("large.eml", b"x" * 2_000_000)).startswith("“large.eml” is larger than")


def test_what_needs_a_look_is_said_and_settled(answers: Answers) -> None:
    waiting = len(answers.cards())
    answers.take(answers.file("no.eml", answers.yes(Participation.DECLINED, sender="office@c.example")))
    card = next(card for card in answers.cards() if card.item.participant_id == answers.siri)

    assert len(answers.cards()) == waiting + 1
    assert "office@c.example writes that" in card.item.sentence
    card.meant.emit(Participation.DECLINED, card.item.participant_id, True)
    assert answers.told() == "The answer counts now."
    assert (answers.office.status(), len(answers.cards())) == (InvitationStatus.DECLINED, waiting)


def test_an_answer_is_put_aside(answers: Answers) -> None:
    answers.take(answers.file("no.eml", answers.yes(sender="office@c.example")))
    answers.cards()[0].aside.emit()

    assert answers.told() == "Put aside; it changes nothing."
    assert answers.cards() == []


def test_mail_that_came_back_asks_for_the_address(answers: Answers) -> None:
    assert answers.take(answers.file("back.eml", report(f"1.{STAY}", answers.mailbox))) == "1 mail came back."
    card = next(card for card in answers.cards() if card.item.participant_id == answers.siri)

    assert "Correct the address" in card.item.sentence


def test_an_answer_by_chat_is_noted_for_a_session_and_taken_back(answers: Answers) -> None:
    panel = answers.panel
    panel.table.set_current(answers.siri)
    panel.start_note(answers.siri)
    panel.noting.show_sessions([(SESSION, "Forum 3")])
    panel.noting.about.choose(SESSION)
    panel.noting.said.choose(str(Participation.DECLINED))
    panel.noting.finish()

    assert answers.told() == "Noted."
    row = next(row for row in panel.standing.rows if row.participant_id == answers.siri)
    assert (row.said, len(row.declined)) == (Said.NO, 1)
    (line,) = panel.person.lines._values or ()
    assert line.reply_id
    panel.person.taken_back.emit(line.reply_id)
    assert answers.told() == "Taken back; it counts no longer."
    assert answers.count(Said.SILENT) > 0


def test_an_answer_to_an_earlier_time_says_so(answers: Answers) -> None:
    answers.office.update(2, start="2026-10-24T01:00:00+00:00")
    answers.take(answers.file("yes.eml", answer(UID, answers.mailbox, Participation.ACCEPTED, sequence=2)))
    answers.panel.table.set_current(answers.siri)
    (line,) = answers.panel.person.lines._values or ()
    assert "earlier" not in line.source

    answers.office.update(3, start="2026-10-24T02:00:00+00:00")
    answers.read()
    (line,) = answers.panel.person.lines._values or ()
    assert line.source.endswith(" · answered an earlier time or place")


def test_an_answer_about_the_stay_is_undone(answers: Answers) -> None:
    answers.panel.start_note(answers.siri)
    answers.panel.noting.said.choose(str(Participation.ACCEPTED))
    answers.panel.noting.finish()

    assert answers.told() == "Noted."
    assert answers.office.status() is InvitationStatus.ACCEPTED
    answers.office.store.undo()
    assert answers.office.status() is not InvitationStatus.ACCEPTED


def test_nobody_is_noted_before_a_person_is_chosen(answers: Answers) -> None:
    answers.panel.start_note()
    answers.panel.noting.finish()

    assert answers.panel.noting.wrong.text() == "Choose the person first."


def test_no_answer_is_chosen_beforehand(answers: Answers) -> None:
    answers.panel.start_note(answers.siri)
    answers.panel.noting.finish()

    assert answers.panel.noting.wrong.text() == "Choose the answer first."


def test_the_counts_filter_the_list(answers: Answers) -> None:
    shown = answers.panel.rows.shown
    answers.panel.counts.chip(Said.NO).click()
    assert shown() == []

    answers.panel.counts.chip(Said.SILENT).click()
    assert [row.said for row in shown()] == [Said.SILENT]
    answers.panel.counts.chip(Said.SILENT).click()
    assert len(shown()) == 1


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_word_has_room_while_all_is_shown(answers: Answers, language: str) -> None:
    answers.panel.resize(312, 2200)
    folder = answers.folder / "mails"
    folder.mkdir()
    for name, data in hostile(STAY, answers.mailbox).items():
        (folder / name).write_bytes(data)
    answers.take(folder)
    answers.take(answers.file("back.eml", report(f"1.{STAY}", answers.mailbox)))
    answers.panel.looks.all.click()
    answers.panel.table.set_current(answers.siri)
    answers.panel.start_note(answers.siri)
    look.speak(language)
    answers.stand.settle()

    assert (cut_words(answers.panel), low_words(answers.panel), nameless(answers.panel)) == ([], [], [])


class Mailhouse:
    """Stands for the mailbox: mails by UID, given two at a time."""

    def __init__(self, *mails: bytes) -> None:
        self.mails = list(enumerate(mails, start=1))
        self.asked: list[tuple[Inbox, Mark]] = []

    def pick_up(self, inbox: Inbox, _password: object, mark: Mark) -> PickedUp:
        self.asked.append((inbox, mark))
        new = [(uid, data) for uid, data in self.mails if uid > mark.uid][:2]
        mails = tuple((f"{uid}.eml", data) for uid, data in new)
        return PickedUp(mails, Mark(7, new[-1][0] if new else mark.uid))


def set_account(answers: Answers) -> None:
    mailing = answers.stand.mailing
    mailing.keep(replace(mailing.mail, mailbox="o@y.example", host="smtp.y.example", imap_host="imap.y.example"))


def test_the_mailbox_is_read_once_and_the_mark_is_kept(answers: Answers) -> None:
    set_account(answers)
    stranger = answer("nobody@c.example", "x@c.example", Participation.ACCEPTED)
    house = Mailhouse(answers.yes(), stranger, report("foreign@c.example", "x@c.example"))
    answers.panel.pick_up = house.pick_up
    answers.panel.fetch.click()

    assert answers.told() == "Took 1 answer. 1 is not about this forum."
    assert [mark for _inbox, mark in house.asked] == [Mark(), Mark(7, 2), Mark(7, 3)]
    assert answers.panel.fetch.isEnabled()
    answers.panel.fetch.click()
    assert answers.told() == "No answers came in."
    assert house.asked[-1][1] == Mark(7, 3)


def test_without_a_server_the_button_says_what_is_missing(answers: Answers) -> None:
    answers.panel.fetch.click()

    assert answers.told().startswith("No server to read answers from is set up")


def test_a_mailbox_that_refuses_is_said_and_can_be_tried_again(answers: Answers) -> None:
    def refuse(_inbox: Inbox, _password: object, _mark: Mark) -> PickedUp:
        raise NoInbox("The mailbox INBOX can't be read.")

    set_account(answers)
    answers.panel.pick_up = refuse
    answers.panel.fetch.click()

    assert answers.told() == "The mailbox INBOX can't be read."
    assert answers.panel.fetch.isEnabled()
    assert answers.stand.mailing.mail.imap_marks == ""
