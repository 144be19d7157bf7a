"""The panel of rooms: names, seats, closing for a while, and where sessions go when their room goes."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from forumplanner.gui.pages.programme import ProgrammePage
from forumplanner.gui.pages.programme.rooms import NOWHERE, RoomsPanel
from forumplanner.gui.widgets.buttons import Button
from forumplanner.gui.widgets.fields import Field
from forumplanner.store import Store
from page_stand import Stand, find, press
from planned import Plan, make_plan
from planner_file import filling_of


@dataclass
class Halls:
    """The open panel over the forum of `planned`."""

    stand: Stand
    panel: RoomsPanel
    plan: Plan

    def names(self) -> list[str]:
        return [room.name.side(1) for room in self.plan.programme().rooms]

    def field(self, place: int, name: str) -> Field:
        return find(self.panel.rows.widgets()[place], Field, name)

    def write(self, field: QLineEdit, words: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        press(field, key)
        self.stand.settle()

    def remove(self, place: int) -> None:
        find(self.panel.rows.widgets()[place], Button, "roomRemove").click()
        self.stand.settle()


@pytest.fixture
def halls(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Halls:
    store = Store.create(tmp_path / "rooms.forumplanner", actor="Lin")
    plan = make_plan(store, lambda: filling_of(store))
    stand = Stand(store, plan.forum_id, qtbot)
    page = ProgrammePage(stand)
    stand.show(page)
    page.show_target("rooms")
    qtbot.waitUntil(page.desk.rooms.isVisible)
    return Halls(stand, page.desk.rooms, plan)


def test_a_name_is_written_in_place_and_the_focus_goes_on(halls: Halls) -> None:
    halls.write(halls.field(1, "roomName1"), "Tower Room")

    assert halls.names() == ["Hall", "Tower Room", "Room 302"]
    assert halls.stand.last_step() == "Edited room Room 301"
    assert halls.panel.window().focusWidget() is halls.field(1, "roomBuilding")


def test_leaving_a_field_as_it_was_is_no_step(halls: Halls) -> None:
    steps = halls.stand.steps()
    halls.field(0, "roomName0").setFocus()
    for _press in range(4):
        press(halls.panel.window().focusWidget(), Qt.Key.Key_Tab)
    halls.stand.settle()

    assert halls.stand.steps() == steps


def test_a_new_room_waits_for_its_name(halls: Halls) -> None:
    press(halls.panel.add, Qt.Key.Key_Space)
    halls.stand.settle()

    assert halls.names()[-1] == "New room"
    assert halls.panel.window().focusWidget() is halls.field(3, "roomName1")


def test_a_room_in_use_asks_where_its_sessions_go(halls: Halls) -> None:
    halls.remove(1)
    assert halls.panel.problem.text().startswith("3 sessions still take place in this room")
    assert [halls.panel.target.itemText(n) for n in range(3)] == ["No room", "Hall", "Room 302"]

    halls.panel.target.choose(str(halls.plan.rooms["Room 302"]))
    halls.panel.go.click()
    halls.stand.settle()

    assert halls.names() == ["Hall", "Room 302"]
    assert halls.plan.where("Talks") == ["Room 302"]
    assert not halls.panel.target.isVisible()


def test_its_sessions_may_lose_their_room(halls: Halls) -> None:
    halls.remove(0)
    halls.panel.target.choose(NOWHERE)
    halls.panel.go.click()
    halls.stand.settle()

    assert (halls.names(), halls.plan.where("Keynotes")) == (["Room 301", "Room 302"], [])


def test_a_room_is_closed_for_a_while_and_opened_again(halls: Halls) -> None:
    closures = halls.panel.closures
    closures.add.click()
    assert closures.start.hasFocus()

    halls.write(closures.start, "07:00")
    halls.write(closures.end, "08:30")
    halls.write(closures.reason, "Set-up")
    closures.add.click()
    halls.stand.settle()
    words = [label.accessibleName() for label in closures.lines.findChildren(QLabel, "closureWords")]
    assert words == ["Hall · Saturday, 14 November 07:00–08:30 · Set-up"]
    assert halls.stand.last_step() == "Closed room Hall for a while"

    find(closures.lines, Button, "closureOpen").click()
    halls.stand.settle()
    assert closures.lines.widgets() == []
    assert halls.stand.last_step() == "Took back a closure of room Hall"


def test_an_end_before_the_start_is_said(halls: Halls) -> None:
    closures = halls.panel.closures
    halls.write(closures.start, "09:00")
    halls.write(closures.end, "08:30")
    closures.add.click()

    assert halls.stand.said[-1] == "08:30 isn't later than the start 09:00. Nothing was changed."


def test_esc_leaves_and_the_panel_speaks_both_languages(halls: Halls) -> None:
    halls.panel.retranslate()
    press(halls.field(0, "roomName0"), Qt.Key.Key_Escape)

    assert not halls.panel.isVisible()
