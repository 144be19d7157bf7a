"""Answers in the window: dropped, fetched, noted and settled; the counts and the findings follow at once."""

import uuid
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from answer_files import answer, hostile
from bounced import report
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.domain.replies import Participation
from forumplanner.gui.pages.invitations.page import InvitationsPage
from forumplanner.gui.pages.invitations.replies import RepliesPanel
from forumplanner.gui.pages.invitations.replies.dropping import answer_files
from forumplanner.gui.pages.invitations.replies.looks import LookCard
from forumplanner.gui.pages.invitations.replies.standing import Said
from forumplanner.invitations.imap import Inbox, Mark, NoInbox, PickedUp
from forumplanner.queries import replies as reading
from forumplanner.queries import statistics
from forumplanner.records import OutboxMessage, Participant
from gui_desk import Desk


class Answers:
    """The sample's page with its panel, and somebody who was told and is silent."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        desk.open_sample("invitations")
        self.desk, self.folder = desk, folder
        self.page = desk.find(InvitationsPage, "invitationsPage")
        self.page.show_target("replies")
        self.panel: RepliesPanel = self.page.inspector.replies
        desk.until(lambda: self.panel.standing.rows)
        desk.settle()
        silent = next(row for row in self.panel.standing.rows if row.said is Said.SILENT)
        with desk.window.shell.store.read() as db:
            row = (
                db.query(OutboxMessage)
                .filter(OutboxMessage.participant_id == uuid.UUID(silent.participant_id))
                .filter(OutboxMessage.state == OutboxState.SENT)
                .first()
            )
        assert row is not None
        self.silent, self.uids, self.mailbox = silent, [one["uid"] for one in row.tells], row.to_mailbox
        self.message_id = row.message_id

    def file(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def yes(self, participation: Participation = Participation.ACCEPTED, **given: str) -> bytes:
        return answer(self.uids[0], self.mailbox, participation, **given)

    def take(self, *paths: Path) -> str:
        self.panel.take_files(list(paths))
        return self.told()

    def told(self) -> str:
        self.desk.settle()
        self.desk.settle()
        return self.desk.window.toast_sentence()

    def count(self, said: Said) -> int:
        return self.panel.standing.counts().get(said, 0)

    def status(self) -> InvitationStatus | None:
        with self.desk.window.shell.store.read() as db:
            guest = db.get(Participant, uuid.UUID(self.silent.participant_id))
            assert guest
            return guest.status

    def cards(self) -> list[LookCard]:
        return [card for card in self.panel.looks.cards.widgets() if isinstance(card, LookCard)]

    def drop(self, *paths: Path) -> bool:
        """Let go of files over the middle of the page; whether the page took them."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        where, copy, left = QPoint(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(where, copy, data, left, Qt.KeyboardModifier.NoModifier)
        enter.ignore()
        QApplication.sendEvent(self.page, enter)
        if not enter.isAccepted():
            return False
        drop = QDropEvent(QPointF(where), copy, data, left, Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop)
        QApplication.sendEvent(self.page, drop)
        return drop.isAccepted()


@pytest.fixture
def answers(desk: Desk, tmp_path: Path) -> Answers:
    return Answers(desk, tmp_path)


def test_a_dropped_mail_counts_at_once_and_undo_takes_the_step_back(answers: Answers) -> None:
    before = {said: answers.count(said) for said in Said}

    assert answers.drop(answers.file("yes.eml", answers.yes()))
    assert answers.told() == "Took 1 answer."
    assert (answers.count(Said.YES), answers.count(Said.SILENT)) == (before[Said.YES] + 1, before[Said.SILENT] - 1)
    assert answers.status() is InvitationStatus.ACCEPTED
    answers.desk.window.shell.undoing.undo()
    answers.desk.settle()
    assert {said: answers.count(said) for said in Said} == before


def test_other_files_are_left_to_the_window(tmp_path: Path) -> None:
    def dragged(*names: str) -> list[Path]:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
        return answer_files(data)

    assert dragged("a.eml", "B.ICS") == [tmp_path / "a.eml", tmp_path / "B.ICS"]
    assert dragged("a.eml", "photo.jpg") == []


def test_a_decline_shows_in_the_numbers_at_once(answers: Answers) -> None:
    store, forum_id = answers.desk.window.shell.store, answers.desk.window.shell.forum_id
    answers.take(answers.file("yes.eml", answers.yes()))
    with store.read() as db:
        before = statistics.load(db, forum_id=forum_id)
    answers.take(answers.file("no.eml", answers.yes(Participation.DECLINED, stamp="20261102T080000Z")))
    with store.read() as db:
        after = statistics.load(db, forum_id=forum_id)

    assert answers.status() is InvitationStatus.DECLINED
    assert (before != after, answers.count(Said.NO) > 0) == (True, True)


def test_hostile_files_are_told_and_the_window_lives(answers: Answers) -> None:
    folder = answers.folder / "mails"
    folder.mkdir()
    for name, data in hostile(answers.uids[0], answers.mailbox).items():
        (folder / name).write_bytes(data)
    said = answers.take(folder)

    assert "need a look." in said
    assert "4 files held no answer." in said
    assert answers.desk.window.isVisible()
    assert answers.take(answers.file("large.eml", b"x" * 2_000_000)).startswith("“large.eml” is larger than")


def test_what_needs_a_look_is_said_and_settled(answers: Answers) -> None:
    waiting = len(answers.cards())
    answers.take(answers.file("no.eml", answers.yes(Participation.DECLINED, sender="office@c.example")))
    card = next(card for card in answers.cards() if card.item.participant_id == answers.silent.participant_id)

    assert len(answers.cards()) == waiting + 1
    assert "office@c.example writes that" in card.item.sentence
    card.meant.emit(Participation.DECLINED, card.item.participant_id, True)
    assert answers.told() == "The answer counts now."
    assert (answers.status(), len(answers.cards())) == (InvitationStatus.DECLINED, waiting)


def test_an_answer_is_put_aside(answers: Answers) -> None:
    waiting = len(answers.cards())
    answers.cards()[0].aside.emit()

    assert answers.told() == "Put aside; it changes nothing."
    assert len(answers.cards()) == waiting - 1


def test_mail_that_came_back_asks_for_the_address(answers: Answers) -> None:
    assert answers.take(answers.file("back.eml", report(answers.message_id, answers.mailbox))) == "1 mail came back."
    card = next(card for card in answers.cards() if card.item.participant_id == answers.silent.participant_id)

    assert "Correct the address" in card.item.sentence


def test_an_answer_by_chat_is_noted_for_a_session_and_taken_back(answers: Answers) -> None:
    panel = answers.panel
    panel.table.set_current(answers.silent.participant_id)
    panel.start_note(answers.silent.participant_id)
    (_stay, (session, _title), *_others) = panel.noting.about._choices
    panel.noting.about.choose(session)
    panel.noting.said.choose(str(Participation.DECLINED))
    panel.noting.finish()

    assert answers.told() == "Noted."
    row = next(row for row in panel.standing.rows if row.participant_id == answers.silent.participant_id)
    assert (row.said, len(row.declined)) == (Said.NO, 1)
    (line,) = panel.person.lines._values or ()
    assert line.reply_id
    panel.person.taken_back.emit(line.reply_id)
    assert answers.told() == "Taken back; it counts no longer."
    assert answers.count(Said.SILENT) > 0


def test_an_answer_about_the_stay_is_undone(answers: Answers) -> None:
    answers.panel.start_note(answers.silent.participant_id)
    answers.panel.noting.finish()

    assert answers.told() == "Noted."
    assert answers.status() is InvitationStatus.ACCEPTED
    answers.desk.window.shell.undoing.undo()
    answers.desk.settle()
    assert answers.status() is not InvitationStatus.ACCEPTED


def test_nobody_is_noted_before_a_person_is_chosen(answers: Answers) -> None:
    answers.panel.start_note()
    answers.panel.noting.finish()

    assert answers.panel.noting.wrong.text() == "Choose the person first."


def test_the_counts_filter_the_list(answers: Answers) -> None:
    answers.panel.counts.chip(Said.NO).click()

    assert {row.said for row in answers.panel.rows.shown()} == {Said.NO}
    answers.panel.counts.chip(Said.NO).click()
    assert len(answers.panel.rows.shown()) == len(answers.panel.standing.rows)


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
    mailing = answers.desk.window.shell.mailing
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
    assert answers.desk.window.shell.mailing.mail.imap_marks == ""


def test_answers_and_findings_agree(answers: Answers) -> None:
    store, forum_id = answers.desk.window.shell.store, answers.desk.window.shell.forum_id
    with store.read() as db:
        counted = reading.answers(db, forum_id=forum_id)

    assert answers.panel.desk is not None
    assert dict(answers.panel.desk.answers) == counted
