"""The page People as a secretary uses it: find, filter, edit in place, change many, add on the spot, take back."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from factories import (
    make_appearance,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    text,
)
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category, InvitationStatus, Mode
from forumplanner.domain.names import PersonName
from forumplanner.gui.pages.people import PeoplePage
from forumplanner.gui.pages.people.filters import PeopleFilter
from forumplanner.gui.widgets.inspector import DRAWER_BELOW
from forumplanner.store import Store
from page_stand import Stand, press
from planner_file import filling_of


@dataclass
class Room:
    """The page over five people."""

    stand: Stand
    page: PeoplePage
    ids: dict[str, str]

    def shown(self) -> list[str]:
        return [row.name.latin or row.name.zh for row in self.page.model.shown()]

    def search(self, words: str) -> list[str]:
        self.page.search.setText(words)
        return self.shown()


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Room:
    store = Store.create(tmp_path / "people.forumplanner", actor="Lin")
    ids: dict[str, str] = {}
    with filling_of(store) as db:
        forum = make_forum(db)
        donghu = make_institution(db, "东湖医学院", "Donghu Medical College")
        for zh, latin, country, category, status in (
            ("阮松海", "Nguyễn Song Hải", "VN", Category.DELEGATE, InvitationStatus.SENT),
            ("沈怀瑾", "Shen Huaijin", "CN", Category.SPEAKER, InvitationStatus.ACCEPTED),
            ("宋承岳", "Song Chengyue", "CN", Category.GUEST, InvitationStatus.ACCEPTED),
            ("诗丽蓬·阿努拉", "Siriporn Anurak", "TH", Category.SPEAKER, None),
        ):
            person = make_person(db, zh, latin, country=country, title=text("院长", "Dean"), institution=donghu)
            made = make_participant(db, forum, person, category, status=status)
            ids[latin] = str(made.id)
            if category is Category.GUEST:
                part = make_part(db, make_session(db, forum, "主旨报告", "Keynotes", start="10:20"))
                item = make_item(db, part, "报告", "Talk")
                make_appearance(db, item, made)
                ids["talk"] = str(item.id)
        bare = make_person(db, name=PersonName(zh="孙若溪"), country="")
        ids["孙若溪"] = str(make_participant(db, forum, bare, Category.STAFF, mode=Mode.ONLINE).id)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = PeoplePage(stand)
    stand.show(page)
    return Room(stand, page, ids)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sc", ["Song Chengyue"]),
        ("ruan", ["Nguyễn Song Hải"]),
        ("nguyen", ["Nguyễn Song Hải"]),
        ("沈", ["Shen Huaijin"]),
        ("slp", ["Siriporn Anurak"]),
        ("sun", ["孙若溪"]),
        ("donghu song", ["Nguyễn Song Hải", "Song Chengyue"]),
        ("h", ["Nguyễn Song Hải", "Shen Huaijin"]),
    ],
)
def test_people_are_found_by_initials_pinyin_latin_chinese_and_institution(
    room: Room, words: str, expected: list[str]
) -> None:
    assert room.search(words) == expected


def test_nobody_found_names_the_query_and_offers_two_ways(room: Room) -> None:
    room.search("xqz")

    assert room.page.content.currentWidget() is room.page.nothing
    assert room.page.nothing.title.text() == "Nobody matches “xqz”"

    room.page.nothing.clear.click()
    assert len(room.shown()) == 5


def test_chips_filter_and_say_what_is_on(room: Room) -> None:
    room.page.set_filter(PeopleFilter(categories=frozenset({Category.SPEAKER})))
    assert room.shown() == ["Shen Huaijin", "Siriporn Anurak"]
    assert room.page.chips.category.text().strip() == "Speaker"
    assert room.page.head.facts.whole() == "5 people · 2 shown"

    room.page.chips.category.click()
    assert len(room.shown()) == 5

    room.page.chips.incomplete.click()
    assert room.shown() == ["孙若溪"]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("category:guest", ["Song Chengyue"]),
        ("country:VN", ["Nguyễn Song Hải"]),
        ("country:", ["孙若溪"]),
        ("reply:waiting", ["Nguyễn Song Hải"]),
        ("reply:accepted", ["Shen Huaijin", "Song Chengyue"]),
        ("reply:none", ["孙若溪", "Siriporn Anurak"]),
        ("mode:online", ["孙若溪"]),
        ("incomplete", ["孙若溪"]),
    ],
)
def test_a_number_elsewhere_leads_to_its_rows(room: Room, target: str, expected: list[str]) -> None:
    room.page.show_target(target)

    assert room.shown() == expected


def test_an_id_leads_to_the_person(room: Room) -> None:
    room.page.show_target(room.ids["Siriporn Anurak"])

    card = room.page.inspector.card()
    assert card is not None
    assert card.name.latin == "Siriporn Anurak"


def test_the_current_person_stays_through_sorting_filtering_and_language(room: Room) -> None:
    room.page.table.set_current(room.ids["Song Chengyue"])
    room.page.model.sort(2, Qt.SortOrder.DescendingOrder)
    room.search("shen")
    room.search("")
    room.stand.speak(room.page, "zh-Hans")

    card = room.page.inspector.card()
    assert card is not None
    assert card.name.zh == "宋承岳"
    assert room.page.inspector.head.name.whole() == "宋承岳"
    assert room.page.head.title.text() == "人员"


def test_renaming_in_the_inspector_is_one_step_that_undo_takes_back(room: Room) -> None:
    room.page.table.set_current(room.ids["Shen Huaijin"])
    steps = room.stand.steps()
    field = room.page.inspector.names.fields["latin"]

    field.setFocus()
    field.setText("Shen Huai-jin")
    field.editingFinished.emit()
    room.stand.settle()

    assert room.stand.steps() == steps + 1
    assert "Shen Huai-jin" in room.shown()
    room.stand.store.undo()
    room.stand.settle()
    assert room.shown().count("Shen Huaijin") == 1


def test_a_name_can_be_confirmed(room: Room) -> None:
    room.page.table.set_current(room.ids["Shen Huaijin"])

    room.page.inspector.names.marks["zh"].button.click()
    room.stand.settle()

    assert room.page.inspector.names.marks["zh"].button.text().strip() == "Confirmed"


def test_an_empty_name_is_refused_with_a_sentence_and_nothing_changes(room: Room) -> None:
    room.page.table.set_current(room.ids["孙若溪"])
    field = room.page.inspector.names.fields["zh"]

    field.setText("")
    field.editingFinished.emit()
    room.stand.settle()

    assert room.stand.said == ["A person needs a name in at least one script."]
    assert "孙若溪" in room.shown()


def test_ticked_people_change_category_in_one_step(room: Room) -> None:
    wanted = [room.ids["Shen Huaijin"], room.ids["Siriporn Anurak"]]
    room.page.model.set_ticks(wanted)
    assert room.page.bulk.isVisible()

    room.page.bulk.buttons["category"].picked.emit(str(Category.OBSERVER))
    room.stand.settle()

    assert {row.category for row in room.page.model.rows() if row.participant_id in wanted} == {Category.OBSERVER}
    assert room.stand.last_step() == "Changed 2 participants"
    assert room.page.model.ticks() == frozenset(wanted)


def test_a_new_person_is_added_shown_and_selected(room: Room) -> None:
    room.page.start_new("李雷")
    room.page.adding.latin.setText("Li Lei")
    press(room.page.adding.latin, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.stand.settle()

    card = room.page.inspector.card()
    assert card is not None
    assert (card.name.zh, card.name.latin) == ("李雷", "Li Lei")
    assert not room.page.adding.isVisible()
    assert room.stand.said == ["Added 李雷"]


def test_a_namesake_is_pointed_out_while_typing(room: Room) -> None:
    room.page.start_new()

    room.page.adding.zh.setText("沈怀瑾")

    assert room.page.adding.twin.text() == "Already in the list: Shen Huaijin · Donghu Medical College"


def test_taking_somebody_off_the_list_can_be_taken_back(room: Room) -> None:
    room.page.table.set_current(room.ids["Song Chengyue"])

    room.page.inspector.remove.click()
    room.stand.settle()

    assert "Song Chengyue" not in room.shown()
    room.stand.store.undo()
    room.stand.settle()
    assert "Song Chengyue" in room.shown()


def test_an_appearance_leads_to_the_programme(room: Room) -> None:
    room.page.table.set_current(room.ids["Song Chengyue"])
    row = room.page.inspector.doing.rows.widgets()[0]

    row.findChildren(QPushButton)[0].click()

    assert room.stand.went == [("programme", f"item:{room.ids['talk']}")]


def test_what_is_shown_can_be_copied_as_a_table_and_as_text(room: Room) -> None:
    room.search("song")
    room.page.copy(as_table=True)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == ["Name", "Nguyễn Song Hải", "Song Chengyue"]

    room.page.model.set_ticks([room.ids["Song Chengyue"]])
    room.page.copy(as_table=False)
    assert QGuiApplication.clipboard().text() == "Song Chengyue, Donghu Medical College, Distinguished Guest"


def test_an_empty_forum_says_where_people_come_from(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "empty.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = PeoplePage(stand)
    stand.show(page)

    assert page.content.currentWidget() is page.empty
    assert page.empty.title.text() == "Nobody here yet"


def test_chinese_readers_find_people_by_pinyin_and_english_readers_by_latin_letters(room: Room) -> None:
    english = room.shown()

    room.stand.speak(room.page, "zh-Hans")

    latin = ["Nguyễn Song Hải", "Shen Huaijin", "Siriporn Anurak", "Song Chengyue"]
    assert [name for name in english if name != "孙若溪"] == latin
    assert [row.name.zh for row in room.page.model.shown()] == ["阮松海", "沈怀瑾", "诗丽蓬·阿努拉", "宋承岳", "孙若溪"]


@pytest.mark.parametrize("tag", ["en", "zh-Hans"])
def test_native_names_are_shown_beside_the_inspector(room: Room, tag: str) -> None:
    room.page.resize(DRAWER_BELOW, 900)
    room.stand.speak(room.page, tag)

    table = room.page.table
    native = [column.key for column in room.page.model.columns].index("native")
    assert room.page.inspector.isVisible()
    assert table.isColumnHidden(native) is False
    assert table.columnWidth(native) == 104
