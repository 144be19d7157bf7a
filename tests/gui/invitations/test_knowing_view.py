"""Who must know, as a secretary uses it: look, copy, call, note that somebody was told, take that back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evening import CHATTING, LISTENING, MAILED, Evening, evening_in
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import Channel
from forumplanner.gui.pages.invitations import InvitationsPage
from forumplanner.gui.pages.invitations.knowing import KnowingView
from forumplanner.gui.pages.invitations.knowing.lists import CHAT, MAIL, PHONE, SAID
from forumplanner.gui.pages.invitations.tools import KNOWING, TOLD
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Combo
from forumplanner.gui.widgets.labels import Elide, Label
from forumplanner.gui.widgets.writing import GrowingBox
from forumplanner.queries import contacts
from gui_desk import Desk
from gui_walking import cut_words, low_words, nameless
from page_stand import Stand, find, press

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Room:
    """The page on its second view, over an evening whose opening and third forum moved."""

    evening: Evening
    stand: Stand
    page: InvitationsPage

    @property
    def view(self) -> KnowingView:
        return self.page.views.knowing

    def figures(self) -> list[str]:
        names = ("knowingMail", "knowingChat", "knowingPhone", "knowingNothing")
        return [find(self.page, Label, f"{name}Figure").text() for name in names]

    def lines(self) -> list[tuple[str, ...]]:
        model = self.view.lines
        return [tuple(column.text(line) for column in model.columns) for line in model.shown()]

    def choose(self, pane: str) -> None:
        QTest.mouseClick(self.view.lists.ways.button(pane), Qt.MouseButton.LeftButton)
        self.stand.settle()

    def click(self, name: str) -> None:
        QTest.mouseClick(find(self.page, Button, name), Qt.MouseButton.LeftButton)
        self.stand.settle()

    def press(self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
        widget.setFocus()
        press(widget, key, modifiers)
        self.stand.settle()

    def calls(self) -> list[str]:
        return [row.name() for row in self.view.lists.phones.model.shown()]

    def notes(self, name: str) -> list[tuple[Channel | None, str]]:
        about = About.participant(self.evening.people[name])
        with self.evening.store.read() as db:
            lines = contacts.notes_of(db, forum_id=self.evening.forum, about=[about])
        return [(line.channel, line.text) for line in lines]


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    made = evening_in(tmp_path)
    with made.store:
        yield made


def opened(evening: Evening, bot: QtBot) -> Room:
    stand = Stand(evening.store, evening.forum, bot)
    page = InvitationsPage(stand)
    stand.show(page)
    page.show_target(KNOWING)
    stand.settle()
    return Room(evening, stand, page)


@pytest.fixture
def room(evening: Evening, dressed: QApplication, qtbot: QtBot) -> Room:
    evening.move_room()
    evening.start_opening("09:30")
    return opened(evening, qtbot)


def test_figures_say_how_many_hear_of_it_in_which_way(room: Room) -> None:
    everybody = str(MAILED + LISTENING)

    assert room.figures() == [everybody, str(CHATTING), "2", "0"]
    assert room.lines() == [
        ("All changes", "", "", everybody, str(CHATTING), "2"),
        ("Opening", "Moved", "09:00–10:00 → 09:30–10:00", everybody, str(CHATTING), "2"),
        ("Forum 3", "Moved", "Room 203 → Room 301", str(MAILED), str(CHATTING), "–"),
    ]


def test_a_chosen_change_narrows_every_list(room: Room) -> None:
    key = room.view.lines.shown()[2].key
    room.view.changes.set_current(key)

    assert (room.view.lists.people.rowCount(), room.calls()) == (MAILED, [])
    assert "Opening" not in room.view.lists.chats.box.toPlainText()


def test_the_chat_text_is_copied_as_it_stands(room: Room) -> None:
    room.choose(CHAT)
    chats = room.view.lists.chats
    assert [(group.name, len(group.rows)) for group in chats.model.shown()] == [
        ("Everybody concerned", MAILED + LISTENING + CHATTING + 2),
        ("Areca Delegation", CHATTING),
    ]
    chats.box.appendPlainText("Lin")
    room.press(chats.table, Qt.Key.Key_C, CTRL | SHIFT)

    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("各位老师，大家好！")
    assert copied.endswith("\nLin")
    assert room.stand.said[-1] == "Copied. Paste it into the chat, then say that it was written."


def test_a_chat_that_was_written_in_leaves_the_list(room: Room) -> None:
    room.choose(CHAT)
    room.click("chatTold")

    assert room.figures() == [str(MAILED + LISTENING), "0", "2", str(CHATTING)]
    assert room.view.lists.said.rowCount() == CHATTING
    assert room.stand.last_step() == "Logged a contact with Speaker38, Speaker39, Speaker40…"


def test_the_phone_list_says_whom_to_call_and_what_to_say(room: Room) -> None:
    room.choose(PHONE)
    assert room.calls() == ["Consul", "Governor"]
    room.view.lists.phones.table.set_current(str(room.evening.people["Governor"]))

    assert find(room.page, Elide, "phoneWho").whole() == "Governor · 0871-1"
    chinese, english = find(room.page, GrowingBox, "phoneSay").toPlainText().splitlines()
    assert english == (
        "“Opening” is now on Sat 14 Nov 09:30–10:00 instead of 09:00–10:00; the place stays: "
        "International Conference Centre, Yunling Medical University."
    )
    assert chinese.startswith("“开幕式”由09:00–10:00改为11月14日 周六")


def test_whoever_was_told_by_phone_leaves_the_list_with_a_line_in_the_log(room: Room) -> None:
    room.choose(PHONE)
    room.view.lists.phones.table.set_current(str(room.evening.people["Governor"]))
    room.press(room.view.lists.phones.table, Qt.Key.Key_L)

    assert room.calls() == ["Consul"]
    ((channel, said),) = room.notes("Governor")
    assert (channel, said.startswith("“Opening” is now on")) == (Channel.PHONE, True)
    assert room.stand.said[-1] == "Governor was told by phone. If not after all, take it back under “Told by hand”."


def test_ticked_people_are_told_together(room: Room) -> None:
    room.choose(PHONE)
    phones = room.view.lists.phones
    for row in range(2):
        phones.table.setCurrentIndex(phones.model.index(row, 1))
        press(phones.table, Qt.Key.Key_Space)
    assert phones.told.text().strip() == "Told 2 by phone"
    room.click("phoneTold")

    assert room.figures()[2] == "0"
    assert find(room.page, Label, "knowingNobodyTitle").text() == "Nobody stands in this list"


def test_what_was_noted_by_mistake_is_taken_back(room: Room) -> None:
    room.choose(PHONE)
    room.view.lists.phones.table.set_current(str(room.evening.people["Governor"]))
    room.click("phoneTold")
    room.choose(SAID)
    room.press(room.view.lists.told, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)

    assert (room.notes("Governor"), room.view.lists.said.rowCount()) == ([], 0)
    assert room.calls() == ["Consul", "Governor"]
    assert room.stand.said[-1] == "1 person must know again."


def test_the_phone_list_is_copied_as_text_and_as_a_table(room: Room) -> None:
    room.choose(PHONE)
    room.press(room.view.lists.phones.table, Qt.Key.Key_C, CTRL | SHIFT)
    text = QGuiApplication.clipboard().text()
    room.press(room.view.lists.phones.table, Qt.Key.Key_C)
    table = QGuiApplication.clipboard().text().splitlines()

    assert text.splitlines()[0] == "Calls that nobody has been given yet"
    assert [line.split("\t")[1:3] for line in sorted(table)] == [
        ["Consul", ""], ["Governor", "0871-1"], ["Whom", "Phone"],
    ]  # fmt: skip


def test_no_list_holds_an_address(room: Room) -> None:
    for pane in (MAIL, PHONE):
        room.choose(pane)
        room.view.copy(as_table=True)
        assert "@" not in QGuiApplication.clipboard().text()


def test_another_issue_in_their_hands_is_another_measure(room: Room) -> None:
    room.evening.hand_out("V3.1")
    room.stand.settle()
    assert room.figures()[2] == "0"

    issue = find(room.page, Combo, "knowingSince")
    issue.choose("V3.0")
    issue.picked.emit("V3.0")
    room.stand.settle()
    assert room.figures()[2] == "2"


def test_nothing_to_tell_says_so(evening: Evening, dressed: QApplication, qtbot: QtBot) -> None:
    room = opened(evening, qtbot)

    assert find(room.page, Elide, "knowingTitle").whole() == "Nobody has to be told anything"
    assert find(room.page, Label, "knowingNobodyTitle").text() == "Everybody knows the programme as it stands"


def test_chinese_says_the_same(room: Room) -> None:
    room.stand.speak(room.page, "zh-Hans")

    assert find(room.page, Elide, "knowingTitle").whole() == f"2 处变更，须通知 {MAILED + CHATTING + LISTENING + 2} 人"
    assert [line[:3] for line in room.lines()] == [
        ("全部变动", "", ""),
        ("开幕式", "变动", "09:00–10:00 → 09:30–10:00"),
        ("第三分论坛", "变动", "203会议室 → 301会议室"),
    ]


def test_the_key_leads_there_from_every_page(desk: Desk) -> None:
    desk.open_sample("people")
    desk.press(Qt.Key.Key_M, CTRL | SHIFT)
    desk.settle()

    page = desk.window.stack.page()
    assert isinstance(page, InvitationsPage)
    assert page.views.shown() == KNOWING
    assert page.views.knowing.isAncestorOf(desk.focused())


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_word_of_every_list_has_room(room: Room, language: str) -> None:
    room.stand.speak(room.page, language)
    cut: list[str] = []
    for width, height in ((1240, 800), (1080, 620)):
        room.page.resize(width, height)
        for pane in (MAIL, CHAT, PHONE, SAID):
            room.choose(pane)
            cut += cut_words(room.view) + low_words(room.view) + nameless(room.view)
    room.page.show_target(TOLD)
    room.stand.settle()
    cut += cut_words(room.page.views.told) + nameless(room.page.views.told)

    assert cut == []
