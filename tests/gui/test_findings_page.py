"""The page Findings: grouped by severity, narrowed by kind and words, each leading to its place."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from factories import (
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
)
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Role, StepKind
from forumplanner.gui.pages.findings import FindingsPage
from forumplanner.gui.pages.findings.inspector import FindingInspector
from forumplanner.records import Participant, Person
from forumplanner.store import Store
from page_stand import Stand, find, press
from planner_file import filling_of


@dataclass
class Room:
    """The page over one clash, texts without English and a person without a Latin name."""

    stand: Stand
    page: FindingsPage
    clashing: str
    nameless: str

    def rows(self) -> list[str]:
        """Headings with their numbers, findings by their kind."""
        model = self.page.model
        rows = [model.row(place) for place in range(model.rowCount())]
        return [str(row.finding.kind) if row.finding else f"{row.severity} {row.number}" for row in rows]


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Room:
    store = Store.create(tmp_path / "findings.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db, mailbox="office@yunling.example")
        rooms = (make_room(db, forum, "甲厅", "Hall A"), make_room(db, forum, "乙厅", "Hall B"))
        chair = make_participant(db, forum, make_person(db, "沈怀瑾", "Shen Huaijin"))
        nameless = make_participant(db, forum, make_person(db, "孙若溪"))
        sessions = []
        for place, en, start in zip(rooms, ("Opening", ""), ("09:00", "09:05"), strict=True):
            session = make_session(db, forum, "会议", en, start=start, end="10:00", rooms=(place,))
            part = make_part(db, session, start=start, end="10:00")
            make_appearance(db, part, chair, Role.CHAIR)
            make_item(db, part, "致辞", "Address", minutes=20)
            sessions.append(session)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = FindingsPage(stand)
    stand.show(page)
    return Room(stand, page, str(sessions[0].id), str(nameless.id))


def test_findings_stand_under_their_severity_the_gravest_first(room: Room) -> None:
    assert room.rows() == ["error 1", "person_overlap", "warning 2", "name_form_missing", "translation_missing"]
    assert room.page.facts() == "3 findings"


def test_the_time_of_the_check_and_the_key_to_the_next_are_said(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    nine = dt.datetime(2026, 11, 1, 9, 5, tzinfo=dt.UTC)
    monkeypatch.setattr(FindingsPage, "now", lambda _page: nine)
    room.page.refresh(None)
    room.stand.settle()

    assert room.page.checked.text() == "Checked at 09:05"
    assert (room.page.next.text().strip(), room.page.next.toolTip()) == ("Next  F8", "Next finding  F8")


def test_the_way_out_says_where_it_leads(room: Room) -> None:
    assert room.page.open.text().strip() == "To the programme"

    room.page.step()

    assert room.page.open.text().strip() == "To the person"


def test_a_kind_and_a_severity_narrow_the_list_and_a_second_press_takes_them_back(room: Room) -> None:
    room.page.facets.kinds["name_form_missing"].click()
    assert room.rows() == ["warning 1", "name_form_missing"]
    assert room.page.head.facts.whole() == "3 findings · 1 shown"

    room.page.facets.kinds["name_form_missing"].click()
    room.page.facets.severities["error"].click()
    assert room.rows() == ["error 1", "person_overlap"]


@pytest.mark.parametrize("words", ["孙若溪", "latin name", "badge"])
def test_findings_are_searched_in_both_languages(room: Room, words: str) -> None:
    room.page.search.setText(words)

    assert room.rows() == ["warning 1", "name_form_missing"]


def test_enter_leads_to_the_place_of_the_remedy(room: Room) -> None:
    room.page.list.setFocus()
    press(room.page.list, Qt.Key.Key_Return)
    page, target = room.stand.went[-1]
    assert (page, len(target)) == ("programme", 36)

    room.page.step()
    room.page.go()
    assert room.stand.went[-1] == ("people", room.nameless)


def test_f8_goes_round_and_skips_headings(room: Room) -> None:
    seen = []
    for _ in range(4):
        finding = room.page.current()
        seen.append(str(finding.kind) if finding else "")
        room.page.step()

    assert seen == ["person_overlap", "name_form_missing", "translation_missing", "person_overlap"]
    room.page.step(back=True)
    finding = room.page.current()
    assert finding is not None
    assert str(finding.kind) == "person_overlap"


@pytest.mark.parametrize(
    ("target", "expected"),
    [("kind:person_overlap", ["error 1", "person_overlap"]), ("severity:error", ["error 1", "person_overlap"])],
)
def test_a_link_shows_its_kind_or_severity(room: Room, target: str, expected: list[str]) -> None:
    room.page.show_target(target)

    assert room.rows() == expected


def test_the_current_finding_stays_when_the_language_changes(room: Room) -> None:
    room.page.step()
    before = room.page.current()

    room.stand.speak(room.page, "zh-Hans")

    assert room.page.current() == before
    assert room.page.facets.severities["error"].text().strip() == "必须处理"


def test_the_list_is_copied_as_text(room: Room) -> None:
    room.page.facets.severities["error"].click()
    room.page.copy()

    assert QGuiApplication.clipboard().text().startswith("Must fix · Shen Huaijin is in two rooms at once: ")


def test_a_mended_fault_goes_away_by_itself(room: Room) -> None:
    with room.stand.store.step(StepKind.OTHER) as db:
        person = db.get(Participant, UUID(room.nameless))
        assert person is not None
        whole = db.get(Person, person.person_id)
        assert whole is not None
        whole.name = replace(whole.name, latin="Sun Ruoxi")
    room.stand.settle()

    assert room.rows() == ["error 1", "person_overlap", "warning 1", "translation_missing"]


def test_nothing_to_do_is_said(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "calm.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db, mailbox="office@yunling.example")
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = FindingsPage(stand)
    stand.show(page)

    assert page.content.currentWidget() is page.content.calm
    assert not page.open.isEnabled()
    assert page.open.toolTip() == "No finding is selected."


def details(room: Room) -> FindingInspector:
    return room.page.inspector


def test_the_clash_is_told_whole_with_its_ways_out(room: Room) -> None:
    assert details(room).finding() == room.page.model.row(1).finding
    assert find(room.page, QLabel, "findingTitle").text() == "Shen Huaijin is in two rooms at once"
    assert find(room.page, QLabel, "way_0Words").text() == "Start “会议” at 10:00"
    assert find(room.page, QLabel, "way_0Effect").text() == "Moves 1 session, 1 person to be told"


def test_key_1_applies_the_first_way_out_as_one_step(room: Room) -> None:
    before = room.stand.steps()

    press(room.page.list, Qt.Key.Key_1)
    room.stand.settle()

    assert room.stand.steps() == before + 1
    assert room.stand.said == ["Done: Start “会议” at 10:00"]
    assert room.rows()[0] == "warning 2"


def test_a_press_on_a_painted_button_applies_it(room: Room) -> None:
    index = room.page.model.index(1)
    rect = room.page.list.visualRect(index)

    QTest.mouseClick(
        room.page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 80, rect.bottom() - 18)
    )
    room.stand.settle()

    assert room.stand.said == ["Done: Start “会议” at 10:00"]


def test_a_key_without_a_way_out_does_nothing(room: Room) -> None:
    before = room.stand.steps()

    press(room.page.list, Qt.Key.Key_3)

    assert room.stand.steps() == before


def test_accepting_needs_a_reason(room: Room) -> None:
    before = room.stand.steps()

    find(room.page, QPushButton, "findingAccept").click()

    assert room.stand.steps() == before
    assert find(room.page, QLineEdit, "findingReason").toolTip() == "Write a short reason."


def test_an_accepted_finding_stands_apart_and_counts_no_longer(room: Room) -> None:
    find(room.page, QLineEdit, "findingReason").setText("由副院长代主持")
    find(room.page, QLineEdit, "findingUntil").setText("2099-12-01")
    find(room.page, QPushButton, "findingAccept").click()
    room.stand.settle()

    assert room.rows() == [
        "warning 2",
        "name_form_missing",
        "translation_missing",
        "None 1",
        "person_overlap",
    ]
    assert room.page.facts() == "2 findings · 1 accepted"
    assert room.stand.badges["programme"] == (0, "danger")
    assert room.stand.last_step() == "Accepted “Shen Huaijin is in two rooms at once”: 由副院长代主持"


def test_what_was_accepted_is_shown_with_its_reason_and_can_be_reopened(room: Room) -> None:
    find(room.page, QLineEdit, "findingReason").setText("由副院长代主持")
    find(room.page, QPushButton, "findingAccept").click()
    room.stand.settle()
    room.page.show_target("accepted")

    assert room.rows() == ["None 1", "person_overlap"]
    assert find(room.page, QLabel, "findingWhy").text() == "Reason: “由副院长代主持”"
    find(room.page, QPushButton, "findingReopen").click()
    room.stand.settle()
    room.page.show_target("severity:error")

    assert room.rows() == ["error 1", "person_overlap"]


def test_two_stretches_are_drawn_and_named_for_those_who_listen(room: Room) -> None:
    drawing = details(room).drawing

    assert drawing.isVisible()
    assert drawing.accessibleName() == "Opening 09:00–10:00 · 会议 09:05–10:00"


def test_whoever_goes_down_the_list_goes_on_below_what_was_settled(room: Room) -> None:
    room.page.list.setCurrentIndex(room.page.model.index(3))
    find(room.page, QLineEdit, "findingReason").setText("下周补")
    find(room.page, QPushButton, "findingAccept").click()
    room.stand.settle()

    assert room.rows()[:4] == ["error 1", "person_overlap", "warning 1", "translation_missing"]
    assert room.page.list.currentIndex().row() == 3
