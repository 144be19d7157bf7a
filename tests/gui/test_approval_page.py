"""The page Approval: rules and dates, an approval beside the forum as it stands, each departure with its way."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from factories import DAY, make_forum, make_participant, make_person, text
from forumplanner.actions import approval as verbs
from forumplanner.domain.ids import ForumId
from forumplanner.domain.protocol import ProtocolRules, Regime
from forumplanner.gui.pages.approval import ApprovalPage
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.records import Forum
from forumplanner.snapshots.approval import ApprovalLine
from forumplanner.store import Store
from page_stand import Stand, find
from planner_file import filling_of


@dataclass
class Room:
    """The page over a forum of three countries, 100 days before it begins."""

    stand: Stand
    page: ApprovalPage

    def press(self, name: str) -> None:
        find(self.page, QPushButton, name).click()
        self.stand.settle()

    def label(self, name: str) -> str:
        return find(self.page, Label, name).text()

    def newest(self) -> ApprovalLine:
        found = self.page._found
        assert found is not None
        assert found.newest is not None
        return found.newest


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setattr(ApprovalPage, "today", lambda _page: DAY - dt.timedelta(days=100))
    store = Store.create(tmp_path / "approval.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(
            db,
            titles=(text("首届云岭论坛", "Yunling Forum"),),
            protocol=ProtocolRules(regime=Regime.BNU).to_keep(),
        )
        for latin, country in (("Chen", "CN"), ("Sanya", "TH"), ("Hung", "VN")):
            make_participant(db, forum, make_person(db, "", latin, country=country))
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = ApprovalPage(stand)
    stand.show(page)
    return Room(stand, page)


def record(room: Room, **fields: object) -> None:
    values: dict[str, object] = {"reference": "A-12", "numbers": {"people": 3}, **fields}
    verbs.record_approval(room.stand.store, forum_id=room.stand.forum_id, paper=verbs.Paper(**values))  # type: ignore[arg-type]  # fields by name, for short tests
    room.stand.settle()


def test_without_an_approval_the_page_says_what_to_do_and_what_is_due(room: Room) -> None:
    assert room.page.nothing.isVisibleTo(room.page)
    assert room.page.facts() == "No approval is recorded yet"
    assert room.label("approvalClass") == (
        "An international conference: 3 countries.\n"
        "General: 2 from abroad (limit 100), 3 in all (limit 400).\n"
        "“首届” in the name is not wanted (Beijing Normal University)."
    )
    file = find(room.page, Pill, "due_fileLeft")
    assert (file.text(), file.property("tone")) == ("7 days ago", "danger")
    assert room.label("approvalSource") == (
        "After Beijing Normal University, 2025. Confirm with the foreign affairs office."
    )


def test_another_preset_has_other_dates_in_one_step(room: Room) -> None:
    room.page.rules.regime.choose(str(Regime.CAS))
    room.page.rules.regime.picked.emit(str(Regime.CAS))
    room.stand.settle()

    assert "Chinese Academy of Sciences names no date for filing." in room.label("approvalClass")
    assert room.stand.last_step() == "Changed which rules of approval apply"
    room.stand.store.undo()
    room.stand.settle()
    assert room.page.rules.regime.key() == str(Regime.BNU)


def test_own_days_before_the_forum(room: Room) -> None:
    room.page.rules.days.setValue(60)
    room.stand.settle()

    assert room.label("due_fileDay") == "15 September 2026"
    assert find(room.page, Pill, "due_fileLeft").text() == "in 40 days"


def test_recording_keeps_what_the_paper_says(room: Room) -> None:
    room.press("approvalRecord")
    form = room.page.form
    form.reference.setText("云外〔2026〕12号")
    form.authority["zh-Hans"].setText("省外办")
    form.day.setText("2026-06-01")
    next(iter(form.numbers.values())).setText("2")
    room.press("approvalSave")

    newest = room.newest()
    assert (newest.reference, newest.approved_on, newest.approved.numbers) == (
        "云外〔2026〕12号",
        dt.date(2026, 6, 1),
        {"people": 2},
    )
    assert room.stand.said == ["The approval is recorded."]
    assert room.label("deviation_more_people") == "1 person more than approved: 3 on the list, 2 approved."
    assert not form.isVisible()


def test_a_number_that_is_none_is_said_and_nothing_is_recorded(room: Room) -> None:
    room.press("approvalRecord")
    room.page.form.reference.setText("A-12")
    next(iter(room.page.form.numbers.values())).setText("many")
    room.press("approvalSave")

    assert room.stand.steps() == 1
    assert room.page.form.isVisible()


def test_an_empty_form_is_refused_in_a_sentence(room: Room) -> None:
    room.press("approvalRecord")
    room.press("approvalSave")

    assert room.stand.said == ["An approval needs an authority, a number or a day. Nothing was recorded; enter one."]


def test_departures_stand_with_their_way(room: Room) -> None:
    record(room)
    with filling_of(room.stand.store) as db:
        forum = db.get(Forum, room.stand.forum_id)
        assert forum is not None
        forum.venue = text("图书馆", "Library")
        make_participant(db, forum, make_person(db, "", "New", country="LA"))
    room.page.refresh(None)

    assert room.page.facts() == "3 deviations"
    room.press("deviationGo_new_people")
    room.press("deviationGo_venue")
    (new,) = next(one.people for one in room.newest().deviations if str(one.kind) == "new_people")
    assert new.participant
    assert room.stand.went == [("people", new.participant), ("overview", "")]


def test_the_report_is_copied_in_both_languages(room: Room) -> None:
    record(room, numbers={"people": 2})
    room.press(f"approvalCopy_{room.newest().id}")

    said = QGuiApplication.clipboard().text()
    assert said == (
        "首届云岭论坛：与批复 A-12 对照\n超出批复人数 1 人：名单 3 人，批复 2 人。\n\n"
        "Yunling Forum: beside the approval A-12\n1 person more than approved: 3 on the list, 2 approved."
    )


def test_the_approved_list_is_copied_as_a_table(room: Room) -> None:
    record(room)
    room.press(f"approvalList_{room.newest().id}")

    assert QGuiApplication.clipboard().text() == "\tChen\tChina\t\n\tHung\tViet Nam\t\n\tSanya\tThailand\t"


def test_an_approved_change_is_kept_as_it_stands_and_undone(room: Room) -> None:
    record(room, numbers={})
    with filling_of(room.stand.store) as db:
        forum = db.get(Forum, room.stand.forum_id)
        assert forum is not None
        forum.titles = (text("云岭会议", "Yunling Meeting"),)
    room.page.refresh(None)
    assert room.page.facts() == "1 deviation"
    room.press(f"approvalFreeze_{room.newest().id}")

    assert room.page.facts() == "As approved"
    room.stand.store.undo()
    room.stand.settle()
    assert room.page.facts() == "1 deviation"


def test_correcting_and_removing(room: Room) -> None:
    record(room)
    room.press(f"approvalEdit_{room.newest().id}")
    assert room.page.form.title.text() == "Correct the approval"
    room.page.form.reference.setText("A-13")
    room.press("approvalSave")
    assert room.newest().reference == "A-13"
    room.press(f"approvalRemove_{room.newest().id}")

    assert room.page.facts() == "No approval is recorded yet"


def test_another_language_says_everything_again(room: Room) -> None:
    record(room, numbers={"people": 2})
    room.stand.speak(room.page, "zh-Hans")

    assert room.label("deviation_more_people") == "超出批复人数 1 人：名单 3 人，批复 2 人。"
    assert find(room.page, Pill, "due_fileLeft").text() == "已过 7 天"
    room.stand.speak(room.page, "en")
