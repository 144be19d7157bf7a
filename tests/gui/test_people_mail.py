"""The tab Mail of a person: what they were told and answered, in words, the newest first."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from evening import NOW, Evening, evening_in
from forumplanner.actions import settling
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.replies import Participation
from forumplanner.gui.pages.people import PeoplePage
from forumplanner.gui.pages.people.inspector import MAIL
from forumplanner.gui.widgets.buttons import Button
from page_stand import Stand, find


class Room:
    """The page People over an evening, on the tab Mail."""

    def __init__(self, evening: Evening, bot: QtBot) -> None:
        self.evening = evening
        self.stand = Stand(evening.store, evening.forum, bot)
        self.page = PeoplePage(self.stand)
        self.stand.show(self.page)
        self.page.inspector.tabs.choose(MAIL)

    def lines(self, name: str) -> list[list[str]]:
        self.page.show_target(str(self.evening.people[name]))
        self.stand.settle()
        return [
            [label.text() for label in row.findChildren(QLabel) if label.text() and not label.isHidden()]
            for row in self.page.inspector.mail.rows.widgets()
        ]


@pytest.fixture
def room(tmp_path: Path, dressed: QApplication, qtbot: QtBot) -> Room:
    evening = evening_in(tmp_path)
    evening.start_opening("09:30")
    evening.say("Governor")
    return Room(evening, qtbot)


def test_a_mail_says_what_it_was_and_where_it_went(room: Room) -> None:
    subject = "Your programme: Yunling International Medical Education Forum / 您的日程：云岭国际医学教育论坛"

    assert room.lines("Speaker00") == [
        ["13 Nov 19:40", "Handed over", "Own programme", subject, "p0@menam.example · Lin"]
    ]


def test_a_call_says_what_was_told(room: Room) -> None:
    assert room.lines("Governor") == [["13 Nov 19:40", "Told", "Change", "said to Governor", "Phone · Lin"]]


def test_whoever_was_told_nothing_has_one_sentence(room: Room) -> None:
    assert room.lines("Consul") == []
    assert find(room.page, QLabel, "personMailNone").text() == "Nobody has told this person anything yet."


def test_another_language_says_it_anew(room: Room) -> None:
    room.lines("Governor")
    room.stand.speak(room.page, "zh-Hans")

    assert room.lines("Governor")[0][:2] == ["11月13日 19:40", "已通知"]


def test_a_mail_opens_to_what_it_said(room: Room) -> None:
    room.lines("Speaker00")
    said, button = find(room.page, QLabel, "personMailSaid"), find(room.page, Button, "personMailOpen")
    button.click()

    assert said.isVisible()
    assert "Opening" in said.text()
    assert button.text() == "Close"


def test_an_answer_noted_by_phone_says_what_and_how(room: Room) -> None:
    settling.note(
        room.evening.store,
        forum_id=room.evening.forum,
        participant_id=room.evening.people["Consul"],
        session_id=None,
        said=Participation.ACCEPTED,
        channel=Channel.PHONE,
        text="He comes",
        now=NOW,
    )

    assert room.lines("Consul") == [["13 Nov 19:40", "Accepted", "Answer to the invitation", "He comes", "Phone"]]
