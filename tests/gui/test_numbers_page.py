"""The page Numbers: every choice counts again, a number opens as many rows, sentences are copied with their basis."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from factories import DAY, make_delegation, make_forum, make_institution, make_participant, make_person
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.domain.statistics import Measure
from forumplanner.gui.pages.numbers import NumbersPage
from forumplanner.gui.pages.numbers.tiles import Tile
from forumplanner.gui.widgets.fields import Number
from forumplanner.gui.widgets.labels import Label, Pill
from forumplanner.records import Forum
from forumplanner.store import Store
from page_stand import Stand, find
from planner_file import filling_of


@dataclass
class Room:
    """The page over a small forum."""

    stand: Stand
    page: NumbersPage

    def press(self, name: str) -> None:
        find(self.page, QPushButton, name).click()
        self.stand.settle()

    def number(self, measure: Measure) -> int:
        return find(self.page.forum, Tile, f"tile_{measure}").number()

    def rows(self) -> list[str]:
        model = self.page.forum.rows.model
        return [model.row_at(place).name.texts[1] for place in range(model.rowCount())]


ON_THE_LIST = (
    ("Chen", "CN", Category.GUEST, InvitationStatus.ATTENDED, Mode.ON_SITE),
    ("Sanya", "TH", Category.SPEAKER, InvitationStatus.ACCEPTED, Mode.ONLINE),
    ("Hung", "VN", Category.DELEGATE, None, None),
    ("Nobody", "", Category.DELEGATE, InvitationStatus.ATTENDED, Mode.ON_SITE),
    ("Helper", "CN", Category.STAFF, None, None),
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "numbers.forumplanner", actor="Lin")


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, store: Store) -> Room:
    with filling_of(store) as db:
        forum = make_forum(db, reported={"countries_incl_host": "12", "attendees": "3+", "mood": "good"})
        school = make_institution(db)
        for latin, country, category, status, mode in ON_THE_LIST:
            person = make_person(db, "人", latin, country=country, institution=school)
            make_participant(db, forum, person, category, status=status, mode=mode)
        make_delegation(db, forum, country="NP", unnamed=6)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = NumbersPage(stand)
    stand.show(page)
    return Room(stand, page)


def test_the_sentence_stands_in_both_languages_with_its_basis(room: Room) -> None:
    press = room.page.forum.press

    assert press.words["en"].text() == ("Taking part: 4 people from 1 institution in 4 countries, 1 of them online.")
    assert press.words["zh-Hans"].text() == "来自4个国家1家单位的4人（其中线上1人）参会。"
    assert room.page.facts() == (
        "Counted: all on the list but who declined or is stood in for, "
        "without staff, volunteers, interpreters, security and crew; 4 countries including China; "
        "1 person without a country, in no number of countries; "
        "6 announced by delegations and consulates without names, not counted."
    )


def test_copy_takes_the_sentence_and_the_basis(room: Room) -> None:
    room.press("numbersPressCopy_zh-Hans")

    assert QGuiApplication.clipboard().text() == (
        "来自4个国家1家单位的4人（其中线上1人）参会。\n统计口径：名单上未婉拒、未由他人代替的人员，"
        "不含工作人员、志愿者、译员、安保与技术保障；"
        "4个国家（含中国）；1人国别不详，未计入国家数；代表团和领馆另报6人、未报姓名，未计入。"
    )
    assert room.stand.said == ["Copied."]


def test_every_choice_counts_again(room: Room) -> None:
    said = []
    for name in ("numbersCounting_attended", "numbersHost_out", "numbersCounting_listed", "numbersPresence_online"):
        room.press(name)
        said.append((room.number(Measure.PEOPLE), room.number(Measure.COUNTRIES)))

    assert said == [(2, 1), (2, 0), (4, 3), (1, 1)]


def test_each_number_opens_as_many_rows_as_it_says(room: Room) -> None:
    for tile in room.page.forum.findChildren(Tile):
        room.page.forum.open_rows(str(tile.measure))

        assert len(room.rows()) == tile.number(), tile.measure


def test_a_part_of_the_basis_opens_whom_it_speaks_of(room: Room) -> None:
    room.press("numbersNote_no_country")

    assert room.rows() == ["Nobody"]
    assert find(room.page, Label, "numbersRowsTitle").text() == "Without a country · 1"
    room.page.forum.rows.table.opened.emit(room.page.forum.rows.model.id_at(0))
    assert room.stand.went[-1][0] == "people"


def test_charts_open_the_rows_of_a_country_and_a_category(room: Room) -> None:
    room.press("numbersCountry_TH")
    thai = room.rows()
    room.press("numbersCategory_delegate")

    assert (thai, room.rows()) == (["Sanya"], ["Hung", "Nobody"])


def test_countries_say_how_many_people_they_count_for(room: Room) -> None:
    room.press("tile_countries")
    model = room.page.forum.rows.model
    beside = [model.row_at(place).beside.texts[1] for place in range(model.rowCount())]

    assert list(zip(room.rows(), beside, strict=True)) == [
        ("Nepal", "delegation or post"),
        ("Thailand", "1 person"),
        ("Viet Nam", "1 person"),
        ("China", "1 person"),
    ]


def test_reported_numbers_stand_beside_with_the_difference(room: Room) -> None:
    verdicts = {code: find(room.page, Pill, f"reportedVerdict_{code}").text() for code in ("attendees", "mood")}

    assert find(room.page, Label, "reported_countries_incl_host").text() == "Countries, host included: 12"
    assert find(room.page, Pill, "reportedVerdict_countries_incl_host").text() == "8 fewer"
    assert verdicts == {"attendees": "Agrees", "mood": "Not counted here"}
    assert find(room.page, Tile, "tile_countries").remark() == "reported 12"


def test_rounding_is_offered_only_where_it_is_true(room: Room) -> None:
    thousands = find(room.page, QPushButton, "numbersRounding_1000")

    assert not thousands.isEnabled()
    assert thousands.toolTip() == "There are 4 people: “over 1,000” would be too much."


def test_the_list_is_copied(room: Room) -> None:
    room.press("tile_online")
    room.press("numbersRowsCopy")

    assert QGuiApplication.clipboard().text() == "Sanya\tYunling Medical University"
    assert room.stand.said == ["Copied 1 row."]


def test_a_forum_with_nobody_says_what_to_do(dressed: QApplication, qtbot: QtBot, store: Store) -> None:
    with filling_of(store) as db:
        forum = make_forum(db)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = NumbersPage(stand)
    stand.show(page)

    assert page.views.currentWidget() is page.empty
    page.to_import.click()
    page.to_people.click()
    assert stand.went == [("importing", ""), ("people", "")]


def test_all_forums_over_years(room: Room, store: Store) -> None:
    with filling_of(store) as db:
        make_forum(db, starts_on=dt.date(2019, 7, 11), reported={"attendees": "1000+"})
    room.page.show_target("all")
    room.stand.settle()
    view = room.page.all
    everything = view.press.words["en"].text()
    find(room.page, Number, "numbersSince").setValue(2020)
    room.stand.settle()

    assert everything == ("In all years: 2 events (1 known by reports only), 4 people, 1 institution and 4 countries.")
    assert view.press.words["zh-Hans"].text() == f"2020至{DAY.year}年：活动1场、4人、1家单位、4个国家。"
    room.press("numbersEveryYear")
    assert view.press.words["en"].text() == everything


def test_years_may_be_typed_in_either_order(room: Room) -> None:
    room.page.show_target("all")
    room.stand.settle()
    find(room.page, Number, "numbersSince").setValue(DAY.year + 3)
    find(room.page, Number, "numbersUntil").setValue(DAY.year - 3)

    assert room.page.all.period() == (DAY.year - 3, DAY.year + 3)


def test_the_table_of_forums_marks_what_is_only_reported(room: Room, store: Store) -> None:
    with filling_of(store) as db:
        other: Forum = make_forum(db, starts_on=dt.date(2019, 7, 11), reported={"attendees": "1000+"})
    room.page.show_target("all")
    room.stand.settle()
    model = room.page.all.model
    cells = [column.text(model.row_at(0)) for column in model.columns[1:]]

    assert cells == ["11 Jul 2019", "–", "–", "–", "People 1000+"]
    room.page.all.table.opened.emit(str(other.id))
    assert room.stand.forum_id == other.id


def test_the_head_leads_to_approval_and_press_brief(room: Room) -> None:
    room.press("numbersApproval")
    room.press("numbersBrief")

    assert room.stand.went == [("approval", ""), ("documents", "press_brief")]


def test_another_language_says_everything_again(room: Room) -> None:
    room.press("tile_people")
    room.stand.speak(room.page, "zh-Hans")

    assert find(room.page, Label, "numbersRowsTitle").text() == "总人数 · 4"
    assert find(room.page, QPushButton, "numbersNote_countries").text() == "4个国家（含中国）"
    room.stand.speak(room.page, "en")
