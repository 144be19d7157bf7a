"""The form of a round: proposes, counts, shows how mails read, makes nothing before somebody presses."""

import csv
import email
import email.policy
import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from forumplanner import settings
from forumplanner.actions import outbox
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.gui.pages.invitations.rounds import RoundForm
from forumplanner.gui.pages.invitations.rounds.building import BuildingCard
from forumplanner.gui.pages.invitations.rounds.handing import Way
from forumplanner.gui.pages.invitations.rounds.making import Making
from forumplanner.gui.pages.invitations.rounds.pasting import CopyNext
from forumplanner.gui.tasks import Progress
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Label
from forumplanner.records import Forum
from forumplanner.store import Store
from gui.invitations.round_office import Office, Round, files_below, mailbox
from gui_desk import Desk
from gui_walking import cut_words, low_words, nameless
from mail_server import Script, running

Open = Callable[..., Round]

SENDS = settings.Mail(mailbox="office@yunling.example", host="smtp.yunling.example", logs_in=False)
PROVEN = replace(SENDS, proven=SENDS.proof)


@pytest.fixture
def open_round(dressed: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Open]:
    del dressed
    stores = []

    def open_(people: int = 12, chats: int = 0) -> Round:
        store = Store.create(tmp_path / "round.forumplanner", actor="Zhou")
        stores.append(store)
        return Round(Office(store, people, chats), qtbot)

    yield open_
    for store in stores:
        store.close()


def said(form: QWidget, name: str) -> str:
    found = form.findChild(Label, name)
    assert found is not None
    return found.text()


def read(path: Path) -> EmailMessage:
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def test_it_proposes_programmes_for_everybody_and_makes_nothing(open_round: Open) -> None:
    round_ = open_round(12, chats=2)

    assert (round_.form.round.kind, said(round_.form, "roundCount")) == (MailKind.PROGRAMME, "14 people chosen")
    assert said(round_.form, "roundSaid_ready") == "12 are ready"
    assert said(round_.form, "roundSaid_chat") == "2 are reached in a chat"
    assert (round_.office.identities(), list(round_.office.messages())) == (0, [])


def test_whoever_was_written_to_this_week_gets_another_only_on_demand(open_round: Open, tmp_path: Path) -> None:
    round_ = open_round(12, chats=2)
    round_.form.what.card.setChecked(False)
    round_.stand.dialogs.answers.append(tmp_path)
    round_.form.foot.handed.emit(Way.DRAFTS)
    round_.settle()
    round_.again()

    assert said(round_.form, "roundSaid_recent") == "12 were written to within the last week"
    button = round_.form.findChild(Button, "roundAgain_recent")
    assert button is not None
    button.click()
    round_.settle()
    assert said(round_.form, "roundSaid_ready") == "12 are ready"


def test_600_drafts_open_with_their_own_recipient_subject_body_and_calendar(open_round: Open, tmp_path: Path) -> None:
    round_ = open_round(600)
    round_.form.what.card.setChecked(False)
    round_.stand.dialogs.answers.append(tmp_path / "out")
    round_.form.foot.handed.emit(Way.DRAFTS)
    round_.settle()
    readers = {reader.mailbox: reader for reader in round_.office.desk().plan.readers}
    paths = list(files_below(tmp_path / "out"))

    assert len(paths) == 600
    for path in paths:
        mail = read(path)
        (to,) = mail["To"].addresses
        body, calendar = (
            mail.get_body(("plain",)),
            next(p for p in mail.walk() if p.get_content_type() == "text/calendar"),
        )
        content = calendar.get_payload(decode=True)
        assert isinstance(content, bytes)
        (event,) = Calendar.from_ical(content).walk("VEVENT")
        reader = readers.pop(to.addr_spec)
        assert body is not None
        assert (to.display_name, mail["X-Unsent"], calendar.get_param("method")) == (reader.name.latin, "1", "REQUEST")
        assert str(mail["Subject"]).startswith("Your programme: ")
        assert f"Dear {reader.name.latin}," in body.get_content()
        assert f"尊敬的{reader.name.latin}：" in body.get_content()
        assert "Opening Ceremony" in body.get_content()
        assert str(event["ATTENDEE"]) == f"mailto:{to.addr_spec}"
    assert readers == {}
    assert Counter(line.state for line in round_.office.messages()) == {OutboxState.HANDED_OVER: 600}


def test_one_folder_a_delegation_for_its_contact(open_round: Open, tmp_path: Path) -> None:
    round_ = open_round(9, chats=3)
    round_.form.what.card.setChecked(False)
    round_.stand.dialogs.answers.append(tmp_path / "out")
    round_.form.foot.handed.emit(Way.FOLDERS)
    round_.settle()

    paths = list(files_below(tmp_path / "out"))
    assert Counter(path.parent.name for path in paths) == {"Delegation 0": 4, "Delegation 1": 4, "Delegation 2": 4}
    addressed = [read(path) for path in paths]
    forwarded = [mail for mail in addressed if mail["To"] is None]
    assert len(forwarded) == 3
    for mail in forwarded:  # nobody is invited under an address that nobody has
        assert [part.get_filename() for part in mail.walk() if part.get_filename()] == ["programme.ics"]


def test_a_table_to_merge_has_one_row_a_person(open_round: Open, tmp_path: Path) -> None:
    round_ = open_round(9)
    round_.stand.dialogs.answers.append(tmp_path / "merge.csv")
    round_.form.foot.handed.emit(Way.TABLE)
    round_.settle()

    rows = list(csv.reader(io.StringIO((tmp_path / "merge.csv").read_text("utf-8-sig"), newline="")))
    assert rows[0] == ["Name", "E-mail", "Subject line", "Text"]
    assert sorted(row[1] for row in rows[1:]) == [mailbox(place) for place in range(9)]


def test_leaving_the_question_for_a_folder_makes_nothing(open_round: Open) -> None:
    round_ = open_round()
    round_.stand.dialogs.answers.append(None)
    round_.form.foot.handed.emit(Way.DRAFTS)
    round_.settle()

    assert (round_.office.identities(), list(round_.office.messages())) == (0, [])


def test_copy_next_pastes_20_different_texts(open_round: Open) -> None:
    round_ = open_round(12, chats=8)
    round_.form.foot.handed.emit(Way.COPY)
    round_.settle()
    (window,) = round_.form.findChildren(CopyNext)
    assert said(window, "copyPlace") == "1 of 20 · with 8 who are reached in a chat"
    pasted = []
    for _ in range(20):
        pasted.append(round_.pasted())
        QTest.keyClick(window, Qt.Key.Key_Space)

    handed = round_.office.messages(OutboxState.HANDED_OVER)
    assert (len(set(pasted)), len(handed)) == (20, 20)
    assert len({line.round_id for line in handed}) == 1
    assert said(window, "copyState") == "20 of 20 are noted as handed over."
    assert [text for text in pasted if "附后" in text or "本邮件" in text or "attached" in text] == []
    window.close()


def test_whoever_is_skipped_is_not_noted(open_round: Open) -> None:
    round_ = open_round(3)
    round_.form.foot.handed.emit(Way.COPY)
    round_.settle()
    (window,) = round_.form.findChildren(CopyNext)
    QTest.keyClick(window, Qt.Key.Key_Right)
    QTest.keyClick(window, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_Escape)

    assert len(round_.office.messages()) == 1


def test_without_an_account_nothing_can_be_started(open_round: Open) -> None:
    start = open_round().form.foot.start

    assert (start.isEnabled(), start.toolTip()) == (
        False,
        "No account is set up. Mails can be handed over all the same.",
    )


def test_start_queues_the_round_in_order_and_says_why_it_waits(open_round: Open) -> None:
    round_ = open_round(5)
    round_.stand.mailing.mail = replace(PROVEN, opens=0, closes=0)
    round_.form.what.card.setChecked(False)
    round_.again()
    round_.form.foot.start.click()
    round_.settle()

    queued = round_.office.messages(OutboxState.QUEUED)
    assert [line.to_mailbox for line in queued] == [mailbox(place) for place in (1, 0, 2, 3, 4)]
    assert round_.stand.said[-1].startswith("5 mails wait in the outbox. ")
    assert round_.stand.went[-1] == ("invitations", "outbox")


def test_a_round_that_is_called_off_queues_nothing(open_round: Open) -> None:
    round_ = open_round(200)
    round_.stand.mailing.mail = replace(PROVEN, opens=0, closes=24 * 60)
    round_.again()
    round_.form.foot.start.click()
    (card,) = round_.form.findChildren(BuildingCard)
    card.stop.click()
    round_.settle()

    assert list(round_.office.messages()) == []
    assert round_.stand.said[-1] == "Called off. Nothing was queued and nothing was kept."


def test_the_mail_that_is_shown_comes_to_oneself_and_invites_nobody(open_round: Open) -> None:
    round_ = open_round(5)
    script = Script()
    with running(script) as port:
        sends = replace(SENDS, host="127.0.0.1", port=port, security="none")
        round_.stand.mailing.mail = replace(sends, proven=sends.proof)
        round_.again()
        round_.form.look.mine.click()
        round_.settle()
        round_.settle()

    ((to, data),) = script.taken
    mail = email.message_from_bytes(data, policy=email.policy.default)
    subject = " ".join(str(mail["Subject"]).split())  # a folded header may gain a blank
    assert (to, subject) == ("office@yunling.example", said(round_.form, "roundLookSubject"))
    assert [part.get_filename() for part in mail.walk() if part.get_filename()] == ["itinerary.pdf"]
    assert [part for part in mail.walk() if part.get_content_type() == "text/calendar"] == []
    assert (round_.office.identities(), list(round_.office.messages())) == (0, [])


def test_a_second_press_begins_nothing_else(open_round: Open) -> None:
    round_ = open_round(20)
    round_.stand.mailing.mail = replace(PROVEN, opens=0, closes=0)
    round_.again()
    round_.form.foot.start.click()
    round_.form.foot.start.click()
    round_.settle()

    assert len(round_.office.messages(OutboxState.QUEUED)) == 20


def test_who_got_the_mail_since_the_people_were_chosen_gets_no_second(open_round: Open) -> None:
    round_ = open_round(3)
    office, drawn = round_.office, round_.form._drawn
    assert drawn is not None
    assert drawn.chosen.facts is not None
    everybody = tuple(reader.participant_id for reader in drawn.roll.ready)
    newest = drawn.chosen.facts.newest

    def made() -> int:
        one = Making(office.store, office.forum, MailKind.PROGRAMME, everybody, newest=newest)
        mails = one(Progress(lambda _done, _of: None))
        if mails:
            kind = MailKind.PROGRAMME
            outbox.queue(office.store, forum_id=office.forum, kind=kind, mails=mails, account="", handed_over=True)
        return len(mails)

    assert (made(), made()) == (3, 0)


def test_a_forum_without_an_address_sends_nothing_and_says_where_to_enter_it(open_round: Open) -> None:
    round_ = open_round(3)
    round_.stand.mailing.mail = PROVEN
    with round_.office.store.step(StepKind.EDIT_FORUM) as db:
        db.get_one(Forum, round_.office.forum).mailbox = ""
    round_.again()

    assert not round_.form.foot.start.isEnabled()
    assert said(round_.form, "roundNote") == (
        "The forum has no address that mail can come from. Enter it in the settings of the forum, then send."
    )


def test_the_forecast_names_the_days(open_round: Open) -> None:
    round_ = open_round(12)
    round_.stand.mailing.mail = replace(PROVEN, per_day=5, per_minute=1)
    round_.again()

    assert said(round_.form, "roundWhen") == ("12 mails · today 5, Saturday 5, Sunday 2. Done Sunday about 08:32.")


def test_words_are_looked_at_while_they_are_typed_and_kept_when_left(open_round: Open) -> None:
    round_ = open_round()
    pane = next(pane for pane in round_.form.what.panes if pane.tag == "en")
    pane.box.setPlainText("Welcome, {address}!")
    QTest.qWait(300)

    assert "Welcome, " in said(round_.form, "roundLookText")
    pane.finish()
    round_.again()
    assert {words[:2]: words[2] for words in round_.office.desk().plan.words} == {
        ("mail.programme.body", "en"): "Welcome, {address}!"
    }
    assert pane.mark.text() == "English · The forum’s own text"
    pane.leave.click()
    assert round_.office.desk().plan.words == ()


def test_a_field_that_mails_lack_is_put_right_first(open_round: Open, tmp_path: Path) -> None:
    round_ = open_round()
    pane = next(pane for pane in round_.form.what.panes if pane.tag == "en")
    pane.box.setPlainText("In {room}")
    round_.stand.dialogs.answers.append(tmp_path)
    round_.form.foot.handed.emit(Way.DRAFTS)
    round_.settle()

    assert said(round_.form, "roundWrong_en") == "No field of mails: {room}. It can’t be kept like this."
    assert list(round_.office.messages()) == []
    round_.again()
    round_.form.what.chosen.emit(MailKind.THANKS)
    assert (round_.form.what.kind(), pane.text("body")) == (MailKind.PROGRAMME, "In {room}")


def test_whoever_did_not_answer_two_reminders_is_called(open_round: Open) -> None:
    round_ = open_round(3)
    office = round_.office
    everybody = tuple(reader.participant_id for reader in office.desk().plan.readers)
    for kind in (MailKind.PROGRAMME, MailKind.REMINDER, MailKind.REMINDER):
        made = Making(office.store, office.forum, kind, everybody)(Progress(lambda _done, _of: None))
        outbox.queue(office.store, forum_id=office.forum, kind=kind, mails=made, account="", handed_over=True)
    round_.again()

    assert round_.form.round.kind is MailKind.REMINDER
    assert said(round_.form, "roundSaid_reminded") == "3 did not answer two reminders: better called than written to"
    button = round_.form.findChild(Button, "roundCalls")
    assert button is not None
    button.click()
    assert round_.pasted().splitlines()[0] == "Nobody looks after them yet"
    assert len(round_.pasted().splitlines()) == 4


def test_choosing_whoever_owes_an_answer_proposes_a_reminder(open_round: Open) -> None:
    round_ = open_round(3)
    form = round_.form
    form.who.silent.click()
    proposed = (form.round.kind, form.round.card, said(form, "roundProposedWhy"))
    back = form.findChild(Button, "roundProposedBack")
    assert back is not None
    words = back.text()
    back.click()

    assert proposed == (
        MailKind.REMINDER, False, "They were asked and have not answered, so a reminder is proposed."
    )  # fmt: skip
    assert words == "Back to “Own programme”"
    assert (form.round.kind, form.round.card, form.round.whom.silent) == (MailKind.PROGRAMME, True, True)
    assert form.what.proposed.isHidden()


def test_a_reminder_that_was_proposed_leaves_with_its_chip(open_round: Open) -> None:
    round_ = open_round(3)
    round_.form.who.silent.click()
    round_.form.who.silent.click()

    assert (round_.form.round.kind, round_.form.what.kind()) == (MailKind.PROGRAMME, MailKind.PROGRAMME)


def test_no_word_of_the_form_is_cut(desk: Desk) -> None:
    desk.open_sample("invitations")
    desk.window.go("invitations", "round")
    form = desk.find(RoundForm, "roundForm")
    desk.until(lambda: form.round.facts is not None)
    for language in ("en", "zh-Hans"):
        desk.window.set_language(language)
        for width, height in ((1440, 900), (1366, 768), (1280, 720)):
            desk.window.resize(width, height)
            desk.settle()

            assert (language, width, cut_words(form), low_words(form), nameless(form)) == (language, width, [], [], [])


def test_the_form_speaks_the_other_language_at_once(desk: Desk) -> None:
    desk.open_sample("invitations")
    desk.window.go("invitations", "round")
    form = desk.find(RoundForm, "roundForm")
    desk.until(lambda: form.round.facts is not None)
    desk.settle()
    desk.window.set_language("zh-Hans")
    desk.settle()

    assert said(form, "roundCount") == "已选 67 人"
    assert said(form, "roundSaid_phone").endswith("人只打电话")
    assert form.foot.start.text().strip() == "开始发送 45 封"


def test_a_round_is_handed_over_by_keys_alone(desk: Desk, tmp_path: Path) -> None:
    desk.open_sample("invitations")
    desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = desk.find(RoundForm, "roundForm")
    desk.until(lambda: form.round.facts is not None)
    desk.settle()

    assert desk.focused().objectName() == "roundUntold"
    form.what.card.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.dialogs.answers.append(tmp_path / "drafts")
    form.foot.hand.setFocus()
    form.foot.hand.picked.emit(Way.DRAFTS)  # a menu that closes takes the offscreen window's keys with it
    desk.settle()
    desk.until(lambda: form.round.facts is not None and len(form.round.facts.known.told) > 200)

    assert (len(list(files_below(tmp_path / "drafts"))), desk.focused().objectName()) == (45, "roundHand")
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert not form.isVisible()
