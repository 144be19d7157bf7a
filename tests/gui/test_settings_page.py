"""The page Settings: what is set reaches the file or this computer at once, and shows what holds after an undo."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from factories import make_forum, make_participant, make_person, make_room, text
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Severity
from forumplanner.domain.planning import PlanningRules
from forumplanner.domain.protocol import AddressOrder, HostPlace, ProtocolRules
from forumplanner.gui.pages.settings import SettingsPage
from forumplanner.gui.widgets.fields import Combo, Number
from forumplanner.queries import check_settings
from forumplanner.snapshots.check_settings import CheckSettings, OwnCountry, OwnDay
from forumplanner.snapshots.checks import CheckedWalk, CheckSeverity
from forumplanner.snapshots.findings import FindingKind
from forumplanner.store import Store
from page_stand import Stand, find
from planner_file import filling_of


@dataclass
class Place:
    """The page over a forum with two buildings and a guest from Thailand."""

    stand: Stand
    page: SettingsPage

    def kept(self) -> CheckSettings:
        with self.stand.store.read() as db:
            return check_settings.load(db, forum_id=self.stand.forum_id)

    def write(self, name: str, words: str) -> None:
        field = find(self.page, QLineEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.stand.settle()


@pytest.fixture
def place(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Place:
    store = Store.create(tmp_path / "settings.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db)
        for building, english in (("会议中心", "Centre"), ("图书馆", "Library")):
            make_room(db, forum, building=text(building, english))
        make_participant(db, forum, make_person(db, latin="Sanya", country="TH"))
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = SettingsPage(stand)
    stand.show(page)
    return Place(stand, page)


def test_what_holds_is_shown(place: Place) -> None:
    assert find(place.page, QLineEdit, "rule_prayer_from").text() == "12:45"
    assert find(place.page, Number, "rule_walk").value() == 10
    assert find(place.page, Combo, "check_room_overlap").currentText() == "Must fix (usual)"
    assert find(place.page, QLabel, "walk_会议中心_图书馆_note").text() == "as usual"


def test_a_time_is_set_and_comes_back_with_undo(place: Place) -> None:
    place.write("rule_meal_to", "13:30")

    assert place.kept().rules == PlanningRules(meal_to=13 * 60 + 30)
    place.stand.store.undo()
    place.stand.settle()
    assert find(place.page, QLineEdit, "rule_meal_to").text() == "13:00"


def test_a_time_that_cannot_be_is_refused_and_the_old_one_shown(place: Place) -> None:
    place.write("rule_meal_to", "11:00")

    assert place.kept().rules == PlanningRules()
    assert place.stand.said == ["That time would end before it starts. Nothing was changed; enter the other end first."]
    assert find(place.page, QLineEdit, "rule_meal_to").text() == "13:00"


def test_a_kind_is_switched_off_and_back_to_usual(place: Place) -> None:
    combo = find(place.page, Combo, "check_over_lunch")

    for row, kept in ((4, (CheckSeverity("over_lunch", Severity.OFF),)), (0, ())):
        combo.setCurrentIndex(row)
        combo.activated.emit(row)
        place.stand.settle()
        assert place.kept().severities == kept


def test_every_kind_can_be_weighed(place: Place) -> None:
    assert list(place.page.checks.combos) == sorted(FindingKind, key=list(place.page.checks.combos).index)
    assert len(place.page.checks.combos) == len(FindingKind)


def test_a_walk_gets_minutes_of_its_own_and_gives_them_back(place: Place) -> None:
    find(place.page, Number, "walk_会议中心_图书馆_minutes").setValue(12)
    place.stand.settle()
    assert place.kept().walks == (CheckedWalk("会议中心", "图书馆", 12),)

    find(place.page, QPushButton, "walk_会议中心_图书馆_usual").click()
    place.stand.settle()
    assert place.kept().walks == ()


def test_a_day_is_added_and_taken_out(place: Place) -> None:
    place.write("newDay", "2026-11-24")
    place.write("newDayEnglish", "Loy Krathong")
    country = find(place.page, Combo, "newDayCountry")
    country.setCurrentIndex(1)
    find(place.page, QPushButton, "newDayAdd").click()
    place.stand.settle()

    (day,) = place.kept().days
    assert day == OwnDay(day.id, dt.date(2026, 11, 24), text(en="Loy Krathong"), "TH")
    assert find(place.page, QLabel, f"day_{day.id}Words").toolTip() in {"", "24 Nov 2026 · Loy Krathong · Thailand"}
    assert find(place.page, QLineEdit, "newDay").text() == ""

    find(place.page, QPushButton, f"day_{day.id}Remove").click()
    place.stand.settle()
    assert place.kept().days == ()


def test_a_day_without_a_date_is_asked_for(place: Place) -> None:
    before = place.stand.steps()

    find(place.page, QPushButton, "newDayAdd").click()

    assert place.stand.steps() == before
    assert find(place.page, QLineEdit, "newDay").toolTip() == "Enter the day first, such as 2027-10-23."


def test_language_scheme_and_name_are_asked_of_the_window(place: Place) -> None:
    find(place.page, QPushButton, "settingsLanguage_zh-Hans").click()
    find(place.page, QPushButton, "settingsScheme_dark").click()
    place.write("settingsUser", "Zhou Min")

    assert place.stand.said == ["language: zh-Hans", "scheme: dark", "name: Zhou Min"]


def test_a_group_leads_to_its_card(place: Place) -> None:
    place.page.resize(900, 400)
    find(place.page, QPushButton, "group_settingsDays").click()
    place.stand.settle()

    card = find(place.page, QWidget, "settingsDays")
    assert not card.visibleRegion().isEmpty()


def choose(place: Place, name: str, key: str) -> None:
    combo = find(place.page, Combo, name)
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())
    place.stand.settle()


def test_a_rule_of_protocol_is_chosen_and_undone(place: Place) -> None:
    choose(place, "protocol_addresses", "ascending")
    choose(place, "protocol_host_place", "first")

    assert place.kept().protocol == ProtocolRules(addresses=AddressOrder.ASCENDING, host_place=HostPlace.FIRST)
    assert place.stand.last_step() == "Changed the rules of protocol"
    place.stand.store.undo()
    place.stand.settle()
    assert find(place.page, Combo, "protocol_host_place").key() == "last"
    assert find(place.page, Combo, "protocol_addresses").key() == "ascending"


def test_a_country_is_named_in_the_forums_own_way_and_given_back(place: Place) -> None:
    choose(place, "ownCountry", "TH")
    assert find(place.page, QLineEdit, "ownCountryEnglish").text() == "Thailand"
    find(place.page, QLineEdit, "ownCountryEnglish").setText("Kingdom of Thailand")
    QTest.mouseClick(find(place.page, QPushButton, "ownCountryKeep"), Qt.MouseButton.LeftButton)
    place.stand.settle()

    assert place.kept().names == (OwnCountry("TH", "", "Kingdom of Thailand"),)
    assert place.stand.last_step() == "Wrote how Thailand is named in this forum"
    QTest.mouseClick(find(place.page, QPushButton, "country_THRemove"), Qt.MouseButton.LeftButton)
    place.stand.settle()
    assert place.kept().names == ()
