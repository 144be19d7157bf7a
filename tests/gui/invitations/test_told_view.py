"""Who was told what, as a secretary reads it: answers of each session, and calendars that are behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evening import CHATTING, LISTENING, MAILED, NOW, Evening, evening_in
from forumplanner.actions import replies
from forumplanner.domain.kinds import InvitationStatus, StepKind
from forumplanner.domain.replies import Answer, Participation
from forumplanner.gui.pages.invitations import InvitationsPage
from forumplanner.gui.pages.invitations.told import ToldView
from forumplanner.gui.pages.invitations.told.view import BEHIND
from forumplanner.gui.pages.invitations.tools import TOLD
from forumplanner.queries import telling
from forumplanner.records import Participant
from page_stand import Stand

EVERYBODY = MAILED + CHATTING + LISTENING + 2


@dataclass
class Room:
    """The page on its third view."""

    evening: Evening
    stand: Stand
    page: InvitationsPage

    @property
    def view(self) -> ToldView:
        return self.page.views.told

    def sessions(self) -> list[tuple[str, ...]]:
        model = self.view.sessions
        return [tuple(column.text(one) for column in model.columns) for one in model.shown()]

    def pick(self, stand: str) -> None:
        QTest.mouseClick(self.view.stands.button(stand), Qt.MouseButton.LeftButton)
        self.stand.settle()

    def names(self) -> list[str]:
        return [row.name() for row in self.view.people.shown()]


@pytest.fixture
def room(tmp_path: Path, dressed: QApplication, qtbot: QtBot) -> Iterator[Room]:
    evening = evening_in(tmp_path)
    with evening.store as store:
        with store.step(StepKind.EDIT_PARTICIPANTS) as db:
            db.get_one(Participant, evening.people["Speaker00"]).status = InvitationStatus.ACCEPTED
            db.get_one(Participant, evening.people["Speaker01"]).status = InvitationStatus.ACCEPTED
        evening.move_room()
        stand = Stand(store, evening.forum, qtbot)
        page = InvitationsPage(stand)
        stand.show(page)
        page.show_target(TOLD)
        stand.settle()
        yield Room(evening, stand, page)


def test_each_session_counts_its_answers_and_old_calendars(room: Room) -> None:
    assert room.sessions() == [
        (
            "Opening",
            "14 Nov 09:00–10:00",
            str(EVERYBODY),
            "2",
            "–",
            "–",
            str(MAILED + LISTENING - 2),
            str(CHATTING + 2),
            "",
        ),
        (
            "Forum 3",
            "14 Nov 14:00–16:00",
            str(MAILED + CHATTING),
            "2",
            "–",
            "–",
            str(MAILED - 2),
            str(CHATTING),
            str(MAILED),
        ),
    ]


def test_the_session_that_somebody_has_wrong_is_chosen_first(room: Room) -> None:
    session = room.view.session()

    assert session is not None
    assert session.title == ("第三分论坛", "Forum 3")
    assert room.names()[:3] == ["Speaker00", "Speaker01", "Speaker02"]


def test_old_calendars_say_what_stands_in_them(room: Room) -> None:
    room.pick(BEHIND)
    rows = room.view.people.shown()

    assert len(rows) == MAILED
    assert {row.calendar().partition(",")[0] for row in rows} == {"Room 203"}


def test_a_line_adds_up_to_its_people(room: Room) -> None:
    for _title, _when, people, *answers, _behind in room.sessions():
        assert sum(int(number) for number in answers if number != "–") == int(people)


def test_whoever_heard_the_old_time_by_phone_is_out_of_date(room: Room) -> None:
    room.evening.start_opening("09:30")
    room.evening.say("Governor")
    room.evening.start_opening("09:45")
    room.page.refresh(None)
    room.stand.settle()
    room.view.table.set_current(str(room.evening.opening))
    room.pick(BEHIND)

    said = {row.name(): row.calendar() for row in room.view.people.shown()}
    assert said["Governor"] == "told by mouth: 09:30–10:00 (old)"


def test_an_answer_shows_only_those_who_gave_it(room: Room) -> None:
    room.pick("accepted")

    assert room.names() == ["Speaker00", "Speaker01"]


def test_the_list_is_copied_to_phone_by(room: Room) -> None:
    room.pick("accepted")
    room.view.copy(as_table=True)
    head, *lines = QGuiApplication.clipboard().text().splitlines()

    assert head.split("\t") == ["Name", "Delegation", "Answer", "What they go by", "Phone"]
    assert [line.split("\t")[:3] for line in lines] == [
        ["Speaker00", "Areca Delegation", "Accepted"], ["Speaker01", "Areca Delegation", "Accepted"],
    ]  # fmt: skip


def test_after_the_mails_went_no_calendar_is_behind(room: Room) -> None:
    room.evening.send()
    room.page.refresh(None)
    room.stand.settle()

    assert [line[-1] for line in room.sessions()] == ["", ""]


def test_an_answer_to_the_earlier_time_is_said_once_the_new_one_was_told(room: Room) -> None:
    evening = room.evening
    with evening.store.read() as db:
        speaker, forum_3 = str(evening.people["Speaker00"]), room.view.sessions.shown()[1].session_id
        told = telling.told(db, forum_id=evening.forum)[speaker, forum_3]
    yes = Answer("REPLY", told.uid, told.sequence, NOW, ((told.mailbox.lower(), Participation.ACCEPTED),))
    replies.take(evening.store, forum_id=evening.forum, source="yes.eml", answers=[yes])
    evening.send()
    room.page.refresh(None)
    room.stand.settle()
    room.view.table.set_current(forum_3)
    room.stand.settle()

    said = {row.name(): row.calendar() for row in room.view.people.shown() if row.person.told and row.calendar()}
    assert said == {"Speaker00": "answered an earlier time or place"}
