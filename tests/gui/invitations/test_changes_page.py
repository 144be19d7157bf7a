"""The page Invitations as a secretary uses it: look at changes, tick, read the mail, review, send, save, take back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factories import text
from forumplanner import settings
from forumplanner.actions import telling
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.mail_kinds import OutboxState
from forumplanner.gui.pages.invitations import InvitationsPage
from forumplanner.gui.pages.invitations.rounds.pane import MailPane
from forumplanner.gui.pages.invitations.tools import CHANGES, KNOWING, REVIEW, ROUND, TOLD
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.queries import identities
from forumplanner.queries import telling as reading
from forumplanner.records import Forum
from forumplanner.snapshots.telling import MessageLine
from forumplanner.store import Store
from mail_server import Script, running
from page_stand import Stand, find, press
from told_forum import SENT, ToldForum

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ACCOUNT = settings.Mail(mailbox="office@yunling.example", host="127.0.0.1", port=1, security="none", logs_in=False)


@dataclass
class Room:
    """The page over a forum whose people were told, with three changes since."""

    house: ToldForum
    stand: Stand
    page: InvitationsPage

    def lines(self) -> list[tuple[str, str, str, str]]:
        """Title, what differs, people, action of each row shown."""
        model = self.page.views.changes.model
        assert model.speak is not None
        return [
            (model.speak.title(row), model.speak.under(row), str(row.people), model.columns[4].text(row))
            for row in model.shown()
        ]

    def choose(self, title: str) -> None:
        changes = self.page.views.changes
        assert changes.model.speak is not None
        key = next(row.id for row in changes.model.shown() if changes.model.speak.title(row) == title)
        changes.table.set_current(key)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.page.views.changes.table, key, modifiers)
        self.stand.settle()

    def words(self, name: str) -> str:
        found = find(self.page, Label, name)
        return found.whole() if isinstance(found, Elide) else found.text()

    def click(self, name: str) -> None:
        QTest.mouseClick(find(self.page, Button, name), Qt.MouseButton.LeftButton)
        self.stand.settle()

    def messages(self) -> list[MessageLine]:
        """What lies in the outbox since the first round."""
        with self.house.store.read() as db:
            found = reading.messages(db, forum_id=self.house.forum)
        return [one for one in found if one.queued_at != SENT]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[ToldForum]:
    with Store.create(tmp_path / "told.forumplanner", actor="Lin") as store:
        yield ToldForum(store)


def opened(house: ToldForum, bot: QtBot) -> Room:
    stand = Stand(house.store, house.forum, bot)
    page = InvitationsPage(stand)
    stand.show(page)
    return Room(house, stand, page)


@pytest.fixture
def room(house: ToldForum, dressed: QApplication, qtbot: QtBot) -> Room:
    house.tell()
    house.move("14:20", "16:20")
    house.put_into("301")
    house.change(lambda one: setattr(one, "title", one.title.edited("en", "Opening keynotes")), house.keynotes)
    house.write_to("Hung", "hung@new.example")
    return opened(house, qtbot)


def test_changes_are_listed_old_to_new(room: Room) -> None:
    assert room.lines() == [
        ("Opening keynotes", "title: “Keynotes” → “Opening keynotes”", "2", "Send"),
        ("Forum 3", "starts 14:00 → 14:20 · Hall → Room 301", "2", "Send"),
        ("Hung", "1 cancellation there, 1 invitation here: hung@redriver.example → hung@new.example", "1", "Send"),
    ]


def test_the_band_says_people_and_mails(room: Room) -> None:
    assert room.words("mailSummaryTitle") == "Since the last mail, 9 Oct 09:00: 3 changes for 3 people"
    assert room.words("mailSummaryText") == "6 mails: one mail per person and session."
    figures = ("mailUpdatesFigure", "mailNewFigure", "mailCancellationsFigure", "mailPeaceFigure")
    assert [room.words(name) for name in figures] == ["4", "1", "1", "0"]
    assert room.words("mailHeadRowFacts") == "6 people · 3 told"
    assert (room.page.send.text().strip(), room.stand.badges["invitations"]) == ("Review and send 6", (3, ""))


def test_the_mail_below_is_that_of_the_current_row(room: Room) -> None:
    room.choose("Forum 3")

    assert room.words("letterTo") == "Perera <perera@mahaweli.example>"
    assert room.words("letterSubject") == "Change: Forum 3 / 日程变更：第三分论坛"
    assert (room.words("letterHereOld"), room.words("letterHereNew")) == ("14:00", "14:20–16:20")
    assert (room.words("letterThereWhat"), room.words("letterThereOld")) == ("Colombo time", "11:30")
    assert (room.words("letterPlaceOld"), room.words("letterPlaceNew")) == ("Hall", "Room 301")


def test_the_pager_goes_through_the_people_of_a_change(room: Room) -> None:
    room.choose("Forum 3")
    first = room.words("letterTo"), room.words("previewPager")
    room.click("previewAfter")

    assert first == ("Perera <perera@mahaweli.example>", "1 of 2")
    assert (room.words("letterTo"), room.words("previewPager")) == ("Siri <siri@menam.example>", "2 of 2")
    assert not room.page.views.changes.preview.after.isEnabled()


def test_left_and_right_turn_the_mails_and_up_and_down_the_changes(room: Room) -> None:
    room.choose("Forum 3")
    room.press(Qt.Key.Key_Right)
    second = room.words("previewPager")
    room.press(Qt.Key.Key_Left)
    first = room.words("previewPager")
    room.press(Qt.Key.Key_Down)

    assert (first, second, room.words("letterTo")) == ("1 of 2", "2 of 2", "Hung <hung@redriver.example>")


def test_space_makes_an_update_minor_and_undo_takes_it_back(room: Room) -> None:
    room.choose("Opening keynotes")
    room.press(Qt.Key.Key_Space)
    minor = room.lines()[0][3], room.page.send.text().strip(), room.stand.said[-1]
    room.house.store.undo()
    room.stand.settle()

    assert minor == ("Minor, don’t send", "Review and send 4", "“Opening keynotes”: nobody is told of this change.")
    assert (room.lines()[0][3], room.page.send.text().strip()) == ("Send", "Review and send 6")


def test_what_is_unticked_counts_nowhere(room: Room) -> None:
    room.choose("Hung")
    room.press(Qt.Key.Key_Space)
    figures = ("mailUpdatesFigure", "mailNewFigure", "mailCancellationsFigure", "mailPeaceFigure")

    assert room.words("mailSummaryTitle") == "Since the last mail, 9 Oct 09:00: 2 changes for 2 people"
    assert room.words("mailSummaryText") == "4 mails: one mail per person and session. · 1 more change is not told"
    assert [room.words(name) for name in figures] == ["4", "0", "0", "1"]
    assert room.stand.badges["invitations"] == (2, "")


def test_space_again_tells_it_after_all(room: Room) -> None:
    room.choose("Opening keynotes")
    room.press(Qt.Key.Key_Space)
    room.press(Qt.Key.Key_Space)

    assert (room.lines()[0][3], room.stand.said[-1]) == ("Send", "“Opening keynotes” is told after all.")


def test_anything_else_is_only_left_out_this_time(room: Room) -> None:
    steps = room.stand.steps()
    room.choose("Hung")
    room.press(Qt.Key.Key_Space)

    assert (room.lines()[2][3], room.page.send.text().strip()) == ("Not this time", "Review and send 4")
    assert room.stand.steps() == steps


def test_what_is_left_out_is_asked_again_once_it_says_something_else(room: Room) -> None:
    room.choose("Hung")
    room.press(Qt.Key.Key_Space)
    room.house.write_to("Hung", "hung@third.example")
    room.stand.settle()

    assert room.lines()[2][3] == "Send"


def test_another_name_of_the_forum_goes_out_only_where_somebody_asks(
    house: ToldForum, dressed: QApplication, qtbot: QtBot
) -> None:
    house.tell()
    house.move("14:20", "16:20")
    with house.store.step(StepKind.OTHER) as db:
        db.get_one(Forum, house.forum).short_title = text("云岭新论坛", "New Yunling Forum")
    room = opened(house, qtbot)
    line, send, title = room.lines()[-1], room.page.send.text().strip(), room.words("mailSummaryTitle")
    steps = room.stand.steps()
    room.choose("The forum’s own name or mailbox")
    room.press(Qt.Key.Key_Space)
    ticked = room.lines()[-1][3], room.page.send.text().strip()
    room.page.refresh(None)
    room.stand.settle()

    assert line == (
        "The forum’s own name or mailbox",
        "the forum is now called “New Yunling Forum”",
        "3",
        "Not this time",
    )
    assert (send, ticked) == ("Review and send 2", ("Send", "Review and send 5"))
    assert title == "Since the last mail, 9 Oct 09:00: 1 change for 2 people"
    assert (room.lines()[-1][3], room.stand.steps()) == ("Send", steps)


def test_the_review_says_numbers_days_and_what_is_final(room: Room) -> None:
    room.stand.mailing.mail, room.stand.mailing.now = ACCOUNT, lambda: SENT
    room.page.views.changes.table.setFocus()
    room.press(Qt.Key.Key_Return, CTRL)

    assert room.page.views.shown() == REVIEW
    assert room.words("reviewTitle") == "6 mails to 3 people"
    assert room.words("reviewKinds") == (
        "4 updates · 1 new invitation · 1 cancellation\n"
        "Hung gets 1 cancellation (old mailbox) and 1 new invitation (new mailbox): calendars ask for that"
    )
    assert room.words("reviewWhenLines").splitlines() == [
        "From office@yunling.example; answers go there.",
        "Today: 6",
        "Done about 09:01.",
    ]
    assert not find(room.page, QWidget, "reviewOthers").isVisible()
    assert room.words("reviewFinalTitle") == "Mail can’t be called back once it is sent."


def test_the_review_names_whom_no_mail_reaches(room: Room) -> None:
    room.house.write_to("Perera", "perera@mahaweli,example")
    room.stand.settle()
    room.page.review()

    assert room.words("reviewTitle") == "4 mails to 2 people"
    assert room.words("reviewOthersLines") == "1 without an address that works: Perera (perera@mahaweli,example)"


def test_without_an_account_nothing_can_be_sent_and_the_way_there_is_shown(room: Room) -> None:
    room.page.review()
    sentence = room.words("reviewHinderedTitle")
    enabled = find(room.page, Button, "reviewSend").isEnabled()
    room.click("reviewAccount")

    assert (sentence, enabled) == (room.stand.mailing.why_not(), False)
    assert (room.page.inspector.tabs.choice(), room.messages()) == ("account", [])


def test_the_review_can_be_led_to_before_anything_was_read(room: Room) -> None:
    page = InvitationsPage(room.stand)
    page.show_target(REVIEW)
    room.stand.show(page)

    assert (page.views.shown(), len(page.views.review.mails)) == (REVIEW, 6)


def test_the_review_goes_once_there_is_nothing_left_to_send(room: Room) -> None:
    room.page.review()
    room.house.write_to("Hung", "hung@redriver.example")
    telling.mark_minor(room.house.store, forum_id=room.house.forum, session_id=room.house.keynotes)
    telling.mark_minor(room.house.store, forum_id=room.house.forum, session_id=room.house.talk)
    room.stand.settle()

    assert (room.page.views.shown(), room.stand.said[-1]) == (
        CHANGES,
        "There is nothing to tell: tick a change, or start a new round.",
    )


def test_views_leave_the_inspector_as_it_was_but_a_round_needs_the_room(room: Room) -> None:
    room.page.side.set_open(open_=False)
    room.page.views.tools.show_view(TOLD)
    closed = room.page.inspector.isVisible()
    room.page.show_view(ROUND)
    room.page.go_back()

    assert (closed, room.page.inspector.isVisible()) == (False, True)


def test_esc_leaves_the_review_and_nothing_has_happened(room: Room) -> None:
    with room.house.store.read() as db:
        before = identities.load(db, forum_id=room.house.forum)
    room.page.review()
    press(room.page.views.review, Qt.Key.Key_Escape)
    with room.house.store.read() as db:
        after = identities.load(db, forum_id=room.house.forum)

    assert (room.page.views.shown(), after, room.messages()) == (CHANGES, before, [])


def test_sending_queues_exactly_the_ticked_mails_and_the_rows_go(room: Room) -> None:
    room.stand.mailing.mail = ACCOUNT
    room.choose("Opening keynotes")
    room.press(Qt.Key.Key_Space)
    room.page.review()
    label = find(room.page, Button, "reviewSend").text().strip()
    room.click("reviewSend")

    queued = room.messages()
    assert label == "Put 4 mails into the outbox"  # the account was never tried
    assert sorted((one.to_mailbox, one.method, one.state) for one in queued) == [
        ("hung@new.example", "REQUEST", OutboxState.QUEUED),
        ("hung@redriver.example", "CANCEL", OutboxState.QUEUED),
        ("perera@mahaweli.example", "REQUEST", OutboxState.QUEUED),
        ("siri@menam.example", "REQUEST", OutboxState.QUEUED),
    ]
    assert [line[0] for line in room.lines()] == ["Opening keynotes"]
    assert (room.page.views.shown(), room.stand.said[-1]) == (
        CHANGES,
        "4 mails are in the outbox; nothing was sent.",
    )


def test_the_same_review_sent_twice_queues_nothing_twice(room: Room) -> None:
    room.stand.mailing.mail = ACCOUNT
    room.page.review()
    reviewed = room.page.views.review.mails
    room.click("reviewSend")
    room.page.acting.send(reviewed, done=lambda: None)
    room.stand.settle()

    assert (len(room.messages()), len(reviewed)) == (6, 6)


def test_a_held_key_sends_nothing(room: Room) -> None:
    keys = [one for one in room.page.findChildren(QShortcut) if one.key().toString() in {"Ctrl+Return", "Ctrl+Enter"}]

    assert [one for one in keys if one.autoRepeat()] == []
    assert len(keys) > 0


def test_without_an_address_of_the_forum_nothing_is_queued(room: Room) -> None:
    room.stand.mailing.mail = ACCOUNT
    with room.house.store.step(StepKind.EDIT_FORUM) as db:
        db.get_one(Forum, room.house.forum).mailbox = ""
    room.stand.settle()
    room.page.review()

    assert not find(room.page, Button, "reviewSend").isEnabled()
    assert room.words("reviewHinderedTitle") == (
        "The forum has no address that mail can come from. Enter it in the settings of the forum, then send."
    )


def test_one_to_oneself_goes_nowhere_else(room: Room) -> None:
    script = Script()
    with running(script) as port:
        room.stand.mailing.mail = replace(ACCOUNT, port=port)
        room.page.review()
        room.click("reviewTry")

    ((to, content),) = script.taken
    assert (to, str(message_from_bytes(content, policy=policy.default)["To"])) == ("office@yunling.example",) * 2
    assert (room.stand.said[-1], room.messages()) == (
        "One mail is on its way to office@yunling.example; nobody else got any.",
        [],
    )


def test_what_is_sent_arrives_and_nothing_is_due_any_more(room: Room) -> None:
    script = Script()
    with running(script) as port:
        mail = replace(ACCOUNT, port=port, per_minute=60_000, opens=0, closes=24 * 60)
        room.stand.mailing.mail = replace(mail, proven=mail.proof)
        room.page.review()
        label = find(room.page, Button, "reviewSend").text().strip()
        room.click("reviewSend")
        room.stand.bot.waitUntil(lambda: not room.stand.mailing.is_running(), timeout=20_000)
        room.stand.settle()

    assert (label, len(script.taken)) == ("Send 6 mails", 6)
    assert room.stand.said[-1] == "6 mails are on their way."
    assert room.lines() == []


def test_what_changed_after_the_review_is_not_sent_as_it_was(room: Room) -> None:
    room.stand.mailing.mail = ACCOUNT
    room.page.review()
    reviewed = room.page.views.review.mails
    room.page.fetching.blockSignals(True)
    room.house.leave("Siri")
    room.stand.settle()
    room.page.views.review.mails = reviewed
    room.page.send_now()
    room.stand.settle()

    assert [one.method for one in room.messages() if one.to_mailbox == "siri@menam.example"] == ["REQUEST"]


def reworded(room: Room, tag: str = "en") -> MailPane:
    """Open the words of the mail that is shown, in one language."""
    room.choose("Forum 3")
    room.click("previewReword")
    return next(pane for pane in room.page.views.changes.preview.texts.panes.panes if pane.tag == tag)


def test_the_words_of_a_change_are_written_beside_the_mail_that_follows(room: Room, qtbot: QtBot) -> None:
    pane = reworded(room)
    shown = room.words("rewordingTitle"), pane.mark.text(), room.page.views.changes.table.isVisible()
    pane.box.setPlainText("Dear {address}, it moved.\n{changes}")
    qtbot.waitUntil(lambda: "Dear Perera, it moved." in room.words("letterText"))
    kept = room.house.plan().words
    press(pane.box, Qt.Key.Key_Escape)
    pane.box.setPlainText("Dear {address}, it moved.\n{changes}")
    room.click("rewordingDone")

    assert shown == ("Text of the mail “Change”", "English · Standard text", False)
    assert kept == ()
    assert room.house.plan().words == (("mail.change.body", "en", "Dear {address}, it moved.\n{changes}"),)
    assert room.stand.said[-1] == "The text is kept for this forum"
    assert room.page.views.changes.table.isVisible()
    assert "Dear Perera, it moved." in room.words("letterText")


def test_the_words_go_back_by_undo_and_to_the_programs_own(room: Room) -> None:
    pane = reworded(room)
    pane.subject.setText("Moved: {title}")
    pane.finish()
    room.stand.settle()
    whose = pane.mark.text(), room.words("letterSubject")
    room.house.store.undo()
    room.stand.settle()
    undone = pane.mark.text(), room.words("letterSubject")
    room.house.store.redo()
    room.stand.settle()
    pane.leave.click()
    room.stand.settle()

    assert whose == ("English · The forum’s own text", "Moved: Forum 3 / 日程变更：第三分论坛")
    assert undone == ("English · Standard text", "Change: Forum 3 / 日程变更：第三分论坛")
    assert room.house.plan().words == ()


def test_each_kind_of_mail_has_words_of_its_own(room: Room) -> None:
    titles = []
    room.house.leave("Siri")
    room.stand.settle()
    for number in range(len(room.lines())):
        room.page.views.changes.table.set_current(room.page.views.changes.model.shown()[number].id)
        room.click("previewReword")
        titles.append(room.words("rewordingTitle"))
        room.click("rewordingDone")

    assert set(titles) >= {"Text of the mail “Change”", "Text of the mail “Cancellation”"}


def test_words_with_a_field_that_is_none_stay_and_nothing_is_reviewed(room: Room) -> None:
    pane = reworded(room)
    pane.box.setPlainText("In {room}")
    room.page.review()
    room.click("rewordingDone")

    assert room.page.views.shown() == CHANGES
    assert room.page.views.changes.preview.texts.isVisible()
    assert room.house.plan().words == ()
    assert room.stand.said[-1].startswith("A text names a field that mails don’t have.")


def test_what_is_typed_is_kept_before_the_review(room: Room) -> None:
    pane = reworded(room, "zh-Hans")
    pane.box.setPlainText("{changes}")
    room.page.review()
    room.stand.settle()

    assert room.page.views.shown() == REVIEW
    assert room.house.plan().words == (("mail.change.body", "zh-Hans", "{changes}"),)


def test_drafts_are_saved_and_count_as_handed_over(room: Room, tmp_path: Path) -> None:
    room.stand.dialogs.answers.append(tmp_path)
    room.click("mailDrafts")

    assert len(list(tmp_path.rglob("*.eml"))) == 6
    assert {one.state for one in room.messages()} == {OutboxState.HANDED_OVER}
    assert room.lines() == []


def test_search_finds_sessions_rooms_and_people(room: Room) -> None:
    found = {}
    for query in ("301", "siri", "hung", "keyn", "zzz"):
        room.page.views.tools.search.setText(query)
        found[query] = [line[0] for line in room.lines()]

    assert found == {
        "301": ["Forum 3"],
        "siri": ["Opening keynotes", "Forum 3"],
        "hung": ["Hung"],
        "keyn": ["Opening keynotes"],
        "zzz": [],
    }
    assert room.page.views.changes.content.currentWidget() is room.page.views.changes.none


def test_copying_gives_text_and_a_table(room: Room) -> None:
    press(room.page.views.changes.table, Qt.Key.Key_C, CTRL | SHIFT)
    text = QGuiApplication.clipboard().text()
    press(room.page.views.changes.table, Qt.Key.Key_C, CTRL)
    table = QGuiApplication.clipboard().text()

    assert text.splitlines()[1] == "Forum 3: starts 14:00 → 14:20 · Hall → Room 301 (2 people)"
    assert table.splitlines()[0].split("\t") == ["Title", "Change", "Mail", "People", "Action", "Names"]
    assert table.splitlines()[2].split("\t")[2:] == ["Update", "2", "Send", "Perera, Siri"]


def test_everybody_up_to_date_is_said(house: ToldForum, dressed: QApplication, qtbot: QtBot) -> None:
    house.tell()
    room = opened(house, qtbot)

    assert room.page.views.changes.content.currentWidget() is room.page.views.changes.clear
    assert room.words("mailSummaryTitle") == "Since the last mail, 9 Oct 09:00: nothing has changed for anybody"
    assert (room.page.send.isEnabled(), room.page.send.toolTip()) == (
        False,
        "There is nothing to tell: tick a change, or start a new round.",
    )


def test_before_the_first_mail_the_page_leads_to_a_round(house: ToldForum, dressed: QApplication, qtbot: QtBot) -> None:
    room = opened(house, qtbot)
    shown = room.page.views.changes.content.currentWidget()
    notice = room.words("noticeWords")
    room.click("mailEmptyRound")

    assert shown is room.page.views.changes.untold
    assert notice == "6 not told yet: 3 by mail, 1 by phone only, 1 has no address, 1 address can’t work"
    assert (room.page.views.shown(), room.page.inspector.isVisible()) == (ROUND, False)


def test_the_outbox_that_waits_is_shown_and_leads_there(room: Room) -> None:
    room.house.tell(state=OutboxState.QUEUED)
    room.page.fetching.load()
    room.stand.settle()
    words = find(room.page, Button, "noticeWaiting").text().strip()
    room.page.inspector.choose("replies")
    room.click("noticeWaiting")

    assert (words, room.page.inspector.tabs.choice(), room.lines()) == ("3 in the outbox", "outbox", [])


def test_a_new_language_keeps_row_and_mail(room: Room) -> None:
    room.choose("Forum 3")
    room.click("previewAfter")
    room.stand.speak(room.page, "zh-Hans")

    assert room.lines()[1][:2] == ("第三分论坛", "开始 14:00 → 14:20 · 大厅 → 301 会议室")
    assert room.words("letterTo") == "Siri <siri@menam.example>"


@pytest.mark.parametrize(
    ("target", "view", "tab"),
    [
        ("knowing", KNOWING, "outbox"),
        ("told", TOLD, "outbox"),
        ("replies", CHANGES, "replies"),
        ("account", CHANGES, "account"),
        ("round", ROUND, "outbox"),
        ("review", REVIEW, "outbox"),
    ],
)
def test_every_part_can_be_led_to(room: Room, target: str, view: str, tab: str) -> None:
    room.page.show_target(target)

    assert (room.page.views.shown(), room.page.inspector.tabs.choice()) == (view, tab)


def test_a_step_elsewhere_keeps_the_current_row(room: Room) -> None:
    room.choose("Forum 3")
    telling.mark_minor(room.house.store, forum_id=room.house.forum, session_id=room.house.keynotes)
    room.stand.settle()
    current = room.page.views.changes.current()

    assert current is not None
    assert (current.session_id, room.lines()[0][3]) == (str(room.house.talk), "Minor, don’t send")


def test_the_status_bar_says_which_mailbox_and_whether_the_line_is_safe(room: Room) -> None:
    mail = replace(ACCOUNT, security="tls")
    none = room.page.facts()
    room.stand.mailing.mail = mail
    before = room.page.facts()
    room.stand.mailing.mail = replace(mail, proven=mail.proof)

    assert none == "No mail account yet"
    assert before == "From office@yunling.example"
    assert room.page.facts() == "From office@yunling.example · TLS verified"


def test_mails_that_go_out_do_not_read_the_plan_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    monkeypatch.setattr(reading, "load", lambda *_a, **_k: read.append(None))
    with room.house.store.step(StepKind.OTHER):
        pass
    room.page.hear_mail()
    room.stand.settle()

    assert read == []
    assert len(room.lines()) == 3


def test_every_widget_has_a_name(room: Room) -> None:
    nameless = [one for one in room.page.views.changes.findChildren(QWidget) if not one.objectName()]

    assert [type(one).__name__ for one in nameless if type(one).__module__.startswith("forumplanner")] == []
