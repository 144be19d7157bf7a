"""The page Programme as a secretary uses it: read, fold, edit in place, reorder, who appears, findings, take back."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import inspect

from factories import (
    DAY,
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    text,
)
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Access, ItemKind, Mode, Role, SessionKind
from forumplanner.domain.text import LocalizedText
from forumplanner.gui.pages.programme import ProgrammePage
from forumplanner.gui.pages.programme.cells import Col
from forumplanner.gui.pages.programme.editing import read_span
from forumplanner.gui.pages.programme.gives import Gives
from forumplanner.gui.pages.programme.inspector.appearing import NOBODY
from forumplanner.gui.pages.programme.rows import RowKind, Sieve, View
from forumplanner.gui.pages.programme.tools import LIST
from forumplanner.store import Store
from page_stand import Stand, press
from planner_file import filling_of


@dataclass
class Room:
    """The page over an opening, tea, a parallel forum with two halves, a clash, a banquet past midnight."""

    stand: Stand
    page: ProgrammePage
    ids: dict[str, str]

    def titles(self) -> list[str]:
        """First-column titles of all rows but findings."""
        return [self.cell(n, Col.FIRST) for n, row in enumerate(self.page.model.rows()) if row.finding is None]

    def cell(self, place: int, column: Col) -> str:
        return str(self.page.model.data(self.page.model.index(place, int(column))))

    def at(self, key: str, column: Col) -> str:
        return self.cell(self.page.model.place_of(self.key(key)), column)

    def key(self, name: str) -> str:
        return f"{name.split('/', maxsplit=1)[0]}:{self.ids[name]}"

    def write(self, name: str, column: Col, words: str) -> None:
        """Edit a cell in place, by keys."""
        assert self.page.list.select(self.key(name), int(column))
        self.page.list.setFocus()
        press(self.page.list, Qt.Key.Key_F2)
        editor = self.page.list.findChild(QLineEdit, "programmeCell")
        assert isinstance(editor, QLineEdit)
        editor.clear()
        QTest.keyClicks(editor, words)
        press(editor, Qt.Key.Key_Return)
        self.stand.settle()


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Room:
    store = Store.create(tmp_path / "programme.forumplanner", actor="Lin")
    ids: dict[str, str] = {}
    with filling_of(store) as db:
        forum = make_forum(db)
        hall = make_room(db, forum, "报告厅", "Grand Hall", capacity=800, position=0)
        small = make_room(db, forum, "B 厅", "Room B", capacity=90, position=1)
        rahman = make_participant(db, forum, make_person(db, "拉赫曼", "Samina Rahman"))
        shen = make_participant(db, forum, make_person(db, "沈怀瑾", "Shen Huaijin"))
        opening = make_session(
            db, forum, "开幕式", "Opening", start="09:00", end="09:50", kind=SessionKind.OPENING, rooms=(hall,)
        )
        part = make_part(db, opening)
        make_appearance(db, part, shen, Role.CHAIR)
        address = make_item(db, part, "致辞", "Address", minutes=28, kind=ItemKind.ADDRESS)
        make_appearance(db, address, shen)
        make_item(db, part, "揭牌", "Unveiling", minutes=2, position=1)
        tea = make_session(db, forum, "茶歇", "Tea", start="09:50", end="10:20", kind=SessionKind.BREAK)
        make_part(db, tea)
        fora = make_session(db, forum, start="13:30", end="17:00", rooms=(small,), kind=SessionKind.PARALLEL)
        fora.title = text("分论坛", "Forum 2").edited("zh-Hans", "分论坛二")
        first = make_part(db, fora, title=text("上半场", "Part 1"), start="13:30", end="15:20", position=0)
        second = make_part(db, fora, title=text("下半场", "Part 2"), start="15:40", end="17:00", position=1)
        talks = [make_item(db, first, f"报告{n}", f"Talk {n}", minutes=25, position=n) for n in range(2)]
        make_appearance(db, talks[0], rahman, mode=Mode.ON_SITE, provisional=True)
        last = make_item(db, second, "总结", "", minutes=20)
        clash = make_session(
            db, forum, "工作会议", "Work meeting", start="13:30", end="14:30", rooms=(hall,), access=Access.CLOSED
        )
        meeting = make_part(db, clash, start="13:30", end="14:30")
        make_appearance(db, meeting, rahman, Role.CHAIR)
        banquet = make_session(db, forum, "晚宴", "Banquet", start="22:30", end="24:30", rooms=(hall,))
        make_part(db, banquet)
        later = make_session(db, forum, "签约", "Signing", day=None)
        make_part(db, later)
        db.flush()
        for name, record in {
            "session/opening": opening,
            "item/address": address,
            "session/tea": tea,
            "session/forum": fora,
            "part/first": first,
            "item/talk0": talks[0],
            "item/talk1": talks[1],
            "item/last": last,
            "session/banquet": banquet,
            "session/signing": later,
            "person/rahman": rahman,
            "person/shen": shen,
            "room/small": small,
        }.items():
            (key,) = inspect(record).identity or ("",)
            ids[name] = str(key)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = ProgrammePage(stand)
    stand.show(page)
    page.show_as(LIST)
    return Room(stand, page, ids)


def test_the_list_shows_the_day_with_times_people_rooms_and_what_has_no_day_last(room: Room) -> None:
    assert room.titles() == [
        "开幕式",
        "致辞",
        "揭牌",
        "茶歇",
        "工作会议",
        "分论坛二",
        "上半场",
        "报告0",
        "报告1",
        "下半场",
        "总结",
        "晚宴",
        "",
        "签约",
    ]
    assert room.at("session/opening", Col.TIME) == "09:00–09:50"
    assert room.at("item/address", Col.MINUTES) == "28"
    assert room.at("session/opening", Col.PEOPLE) == "Chair Shen Huaijin"
    assert room.at("session/forum", Col.ROOM) == "Room B"
    assert room.at("item/talk0", Col.PEOPLE) == "Samina Rahman"
    assert room.at("session/banquet", Col.TIME) == "22:30–00:30⁺¹"
    assert room.page.facts() == "Saturday, 14 November: 5 sessions · 5 items"


def test_states_are_said_in_pills(room: Room) -> None:
    assert room.at("item/talk0", Col.STATE) == "Conflict · To be confirmed"
    assert room.at("session/signing", Col.STATE) == "No time yet"
    assert room.at("session/forum", Col.STATE) == "1 conflict · Needs review"


def test_a_clash_stands_below_both_sessions_and_f8_goes_from_one_to_the_other(room: Room) -> None:
    below = [
        room.page.model.row(place - 1).session
        for place, row in enumerate(room.page.model.rows())
        if row.kind is RowKind.FINDING
    ]
    assert [session.title.side(1) for session in below if session] == ["Work meeting", "Forum 2"]

    room.page.next_finding()
    first = room.page.list.current_key()
    room.page.next_finding()
    second = room.page.list.current_key()
    assert len({first, second}) == 2
    room.page.next_finding(back=True)
    assert room.page.list.current_key() == first
    assert room.page.conflicts.text().strip() == "1 clash to solve"


def test_sessions_fold_and_unfold_by_key_and_all_at_once(room: Room) -> None:
    room.page.list.select(room.key("session/opening"), int(Col.TIME))
    room.page.list.setFocus()
    press(room.page.list, Qt.Key.Key_Left)
    assert "致辞" not in room.titles()
    press(room.page.list, Qt.Key.Key_Right)
    assert "致辞" in room.titles()

    room.page.fold_all()
    assert room.titles() == ["开幕式", "茶歇", "工作会议", "分论坛二", "晚宴", "", "签约"]
    room.page.fold_all()
    assert len(room.titles()) == 14


def test_a_title_is_edited_in_place_as_one_step_and_undone(room: Room) -> None:
    steps = room.stand.steps()

    room.write("item/address", Col.SECOND, "Address by the President")

    assert room.at("item/address", Col.SECOND) == "Address by the President"
    assert room.at("item/address", Col.STATE) == "Needs review"
    assert room.stand.steps() == steps + 1
    assert room.page.list.current_key() == room.key("item/address")
    room.stand.store.undo()
    room.stand.settle()
    assert room.at("item/address", Col.SECOND) == "Address"


def test_minutes_are_exact_and_what_follows_moves(room: Room) -> None:
    room.write("item/talk0", Col.MINUTES, "28")

    assert room.at("item/talk1", Col.TIME) == "13:58"


def test_a_session_is_moved_by_its_time_and_keeps_its_length(room: Room) -> None:
    room.write("session/opening", Col.TIME, "9:28")

    assert room.at("session/opening", Col.TIME) == "09:28–10:18"
    assert room.stand.last_step() == "Moved “Opening” to Sat 14 Nov 09:28"


def test_an_item_gets_its_own_start_and_flows_again(room: Room) -> None:
    room.write("item/talk1", Col.TIME, "14:07")
    assert room.at("item/talk1", Col.TIME) == "14:07"

    room.write("item/talk1", Col.TIME, "")
    assert room.at("item/talk1", Col.TIME) == "13:55"


@pytest.mark.parametrize(("column", "words"), [(Col.TIME, "soon"), (Col.MINUTES, "ten")])
def test_what_is_no_time_is_said_and_changes_nothing(room: Room, column: Col, words: str) -> None:
    steps = room.stand.steps()

    room.write("item/talk1", column, words)

    assert room.stand.steps() == steps
    assert [sentence[: len(words) + 2] for sentence in room.stand.said] == [f"“{words}”"]


def test_items_are_reordered_by_alt_and_arrows(room: Room) -> None:
    room.page.list.select(room.key("item/talk1"))
    room.page.list.setFocus()

    press(room.page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    room.stand.settle()
    assert room.at("item/talk1", Col.TIME) == "13:30"
    assert room.page.list.current_key() == room.key("item/talk1")

    press(room.page.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert room.stand.said == ["The item is already at the edge of its session."]


def test_deleting_takes_the_session_and_undo_brings_it_back(room: Room) -> None:
    room.page.list.select(room.key("session/opening"))
    room.page.list.setFocus()
    press(room.page.list, Qt.Key.Key_Delete)
    room.stand.settle()

    assert "开幕式" not in room.titles()
    assert room.stand.said == ["Removed “Opening”"]
    room.stand.store.undo()
    room.stand.settle()
    assert room.titles()[:3] == ["开幕式", "致辞", "揭牌"]


def test_a_new_session_and_a_new_item_open_their_title_for_typing(room: Room, qtbot: QtBot) -> None:
    room.page.list.select(room.key("item/address"))
    room.page.adding.item(room.page.list.current_row() or room.page.model.row(0))
    qtbot.waitUntil(lambda: room.page.list.findChild(QLineEdit, "programmeCell") is not None)
    editor = room.page.list.findChild(QLineEdit, "programmeCell")
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "Introduction of guests")
    press(editor, Qt.Key.Key_Return)
    room.stand.settle()

    place = room.page.model.place_of(room.key("item/address")) + 1
    assert (room.cell(place, Col.SECOND), room.cell(place, Col.TIME)) == ("Introduction of guests", "09:28")


def test_filters_narrow_to_what_is_missing_and_say_how_many(room: Room) -> None:
    chips = {sieve: chip.text().strip() for sieve, chip in room.page.tools.sieves.items()}
    assert (chips[Sieve.MISSING], chips[Sieve.REVIEW]) == ("Text missing 1", "Needs review 1")

    room.page.tools.sieves[Sieve.MISSING].click()
    assert [
        row.session.title.side(1) for row in room.page.model.rows() if row.kind is RowKind.SESSION if row.session
    ] == ["Forum 2"]
    room.page.set_view(View(day=DAY, room=room.ids["room/small"]))
    assert room.titles()[0] == "分论坛二"


@pytest.mark.parametrize("target", ["item/last", "part/first", "session/banquet"])
def test_a_link_unfolds_and_selects_its_row(room: Room, target: str) -> None:
    room.page.fold_all()

    room.page.show_target(room.ids[target])

    assert room.page.list.current_key() == room.key(target)
    assert room.page.list.current_row() is not None


def test_the_details_show_both_languages_and_confirm_a_translation(room: Room) -> None:
    room.page.side.set_open(open_=True)
    room.page.list.select(room.key("session/forum"))
    title = room.page.inspector.title
    assert (title.side("zh-Hans").text(), title.side("en").text()) == ("分论坛二", "Forum 2")

    title.confirmed.emit("en")
    room.stand.settle()

    assert room.stand.last_step() == "Confirmed the translation of “Forum 2”"
    assert room.at("session/forum", Col.STATE) == "1 conflict"


def test_the_details_change_room_kind_access_and_times(room: Room) -> None:
    room.page.list.select(room.key("session/opening"))
    form = room.page.inspector.session
    for field, value in (
        ("room", room.ids["room/small"]),
        ("kind", str(SessionKind.CLOSING)),
        ("access", str(Access.CLOSED)),
        ("expected", "132"),
        ("end", str(10 * 60)),
        ("start", str(9 * 60 + 2)),
    ):
        form.set.emit(field, value)
        room.stand.settle()

    assert room.at("session/opening", Col.TIME) == "09:02–10:02"
    assert room.at("session/opening", Col.ROOM) == "Room B"
    assert room.at("session/opening", Col.STATE) == "132 / 90 seats · Closed"


def test_somebody_is_added_by_initials_exchanged_and_taken_out(room: Room) -> None:
    room.page.side.set_open(open_=True)
    room.page.list.select(room.key("item/talk1"))
    people = room.page.inspector.people
    people.add.setFocus()
    QTest.keyClicks(people.add, "shj")
    assert people.add.offered()[0] == "Shen Huaijin"
    press(people.add, Qt.Key.Key_Return)
    room.stand.settle()
    assert room.at("item/talk1", Col.PEOPLE) == "Shen Huaijin"

    row = people.rows()[0]
    row.who.picked.emit(NOBODY)
    room.stand.settle()
    assert room.at("item/talk1", Col.PEOPLE) == "To be announced"

    people.rows()[0].remove.click()
    room.stand.settle()
    assert room.at("item/talk1", Col.PEOPLE) == ""


def test_a_new_name_becomes_a_person_of_the_forum(room: Room) -> None:
    room.page.list.select(room.key("item/talk1"))

    room.page.inspector.people.add.asked.emit("李雷")
    room.stand.settle()

    assert room.at("item/talk1", Col.PEOPLE) == "李雷"


def test_a_chair_is_added_to_a_part(room: Room) -> None:
    room.page.list.select(room.key("part/first"))

    room.page.inspector.chairs.add.picked.emit(room.ids["person/shen"])
    room.stand.settle()

    assert room.at("part/first", Col.PEOPLE) == "Shen Huaijin"


def test_everything_speaks_the_other_language_and_the_row_stays(room: Room) -> None:
    room.page.list.select(room.key("item/talk0"), int(Col.FIRST))

    room.stand.speak(room.page, "zh-Hans")

    assert room.page.head.title.text() == "日程"
    assert room.page.model.headerData(int(Col.FIRST), Qt.Orientation.Horizontal) == "中文标题"
    assert room.at("item/talk0", Col.PEOPLE) == "拉赫曼"
    assert room.page.list.current_key() == room.key("item/talk0")


def test_an_empty_programme_says_where_one_comes_from(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    store = Store.create(tmp_path / "empty.forumplanner", actor="Lin")
    with filling_of(store) as db:
        forum = make_forum(db)
    stand = Stand(store, ForumId(forum.id), qtbot)
    page = ProgrammePage(stand)
    stand.show(page)

    assert page.content.currentWidget() is page.empty


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("09:28", (568, None)),
        ("9：00—9：10", (540, 550)),
        ("0928-1015", (568, 615)),
        ("22:30–00:30⁺¹", (1350, 1470)),
        ("22:30-24:30", (1350, 1470)),
        ("9至10", (540, 600)),
        ("", (None, None)),
        ("soon", None),
        ("9:75", None),
    ],
)
def test_times_are_read_as_people_write_them(words: str, span: tuple[int | None, int | None] | None) -> None:
    assert read_span(words) == span


def test_what_is_shown_is_copied_as_a_table_without_findings(room: Room) -> None:
    room.page.fold_all()
    room.page.copy()

    lines = QGuiApplication.clipboard().text().split("\n")

    assert lines[0] == "Time\tMin\tChinese title\tEnglish title\tPeople\tRoom\tState"
    assert lines[1] == "09:00–09:50\t50\t开幕式\tOpening\tChair Shen Huaijin\tGrand Hall\t2 items"
    assert len(lines) == 8


def test_while_a_minute_is_edited_a_box_says_what_gives_and_control_enter_moves_nothing_else(
    room: Room, qtbot: QtBot
) -> None:
    room.write("item/talk1", Col.TIME, "14:00")
    room.page.list.select(room.key("item/talk0"), int(Col.MINUTES))
    room.page.list.edit_cell()
    gives = room.page.list.findChild(Gives, "minutesGives")
    assert isinstance(gives, Gives)
    qtbot.waitUntil(gives.isVisible)
    editor = room.page.list.findChild(QLineEdit, "programmeCell")
    assert isinstance(editor, QLineEdit)

    editor.setText("40")
    assert gives.title.text() == "25 → 40 minutes: what gives"
    assert gives.rest.text() == "1 item moves 15 min later · 65 of 110 min"
    assert gives.alone.text() == "Only this one; 1 fixed start stays"

    press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.stand.settle()
    qtbot.waitUntil(lambda: not gives.isVisible())
    assert room.at("item/talk0", Col.MINUTES) == "40"
    assert room.at("item/talk1", Col.TIME) == "14:00"


def test_a_session_and_what_follows_are_shifted_by_five_minutes(room: Room) -> None:
    room.page.list.select(room.key("session/forum"))
    room.page.list.setFocus()

    press(room.page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    room.stand.settle()

    assert room.at("session/forum", Col.TIME) == "13:35–17:05"
    assert room.at("item/talk1", Col.TIME) == "14:00"
    assert room.page.list.current_key() == room.key("session/forum")


def test_typing_opens_the_cell_and_replaces_what_was_there(room: Room) -> None:
    room.page.list.select(room.key("item/talk0"), int(Col.MINUTES))
    room.page.list.setFocus()

    press(room.page.list, Qt.Key.Key_Space)
    assert not room.page.list.is_editing()
    press(room.page.list, Qt.Key.Key_4)
    editor = room.page.list.findChild(QLineEdit, "programmeCell")
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "1")
    press(editor, Qt.Key.Key_Return)
    room.stand.settle()

    assert room.at("item/talk0", Col.MINUTES) == "41"


def test_an_input_method_opens_the_cell_and_its_words_arrive(room: Room) -> None:
    room.page.list.select(room.key("item/talk0"), int(Col.FIRST))
    room.page.list.setFocus()

    QApplication.sendEvent(room.page.list, QInputMethodEvent("dengge", []))
    typed = QInputMethodEvent()
    typed.setCommitString("登革热")
    QApplication.sendEvent(room.page.list, typed)

    editor = room.page.list.findChild(QLineEdit, "programmeCell")
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "登革热"


def test_what_has_no_day_yet_has_a_place_of_its_own(room: Room) -> None:
    room.page.tools.days.button("undated").click()

    assert room.titles() == ["", "签约"]
    assert (room.page.facts(), room.page.head.facts.whole()) == ("1 session · 0 items", "No day yet")

    room.page.show_target(room.ids["item/last"])
    room.page.show_target(room.ids["session/signing"])
    assert (room.page.list.current_key(), room.page.tools.days.choice()) == (room.key("session/signing"), "undated")


def test_filters_and_folds_stay_on_another_day(room: Room) -> None:
    room.page.set_view(View(day=DAY, room=room.ids["room/small"]))

    room.page.fold_all()

    assert room.titles() == ["分论坛二"]


def test_import_and_print_are_one_click_away_and_name_their_keys(room: Room) -> None:
    tips = [button.toolTip() for button in (room.page.to_import, room.page.tools.paper)]
    room.page.to_import.click()
    room.page.tools.paper.click()

    assert tips == ["Import a table  Ctrl+I", "Print the agenda  Ctrl+P"]
    assert room.stand.went == [("importing", ""), ("documents", "agenda")]


def test_a_time_says_whether_it_flows(room: Room) -> None:
    place = room.page.model.place_of(room.key("item/talk1"))
    index = room.page.model.index(place, int(Col.TIME))
    before = index.data(Qt.ItemDataRole.ToolTipRole)
    room.write("item/talk1", Col.TIME, "14:07")
    after = room.page.model.index(place, int(Col.TIME)).data(Qt.ItemDataRole.ToolTipRole)

    assert (before, after) == ("Starts when the item before it ends", "Starts at its own time")


def test_a_long_role_stands_behind_the_name(room: Room) -> None:
    row = room.page.model.row(room.page.model.place_of(room.key("session/opening")))
    assert row.session is not None
    room.page.inspector.chairs.role_set.emit(row.session.parts[0].chairs[0].id, str(Role.MC))
    room.stand.settle()

    assert room.at("session/opening", Col.PEOPLE) == "Shen Huaijin · Master of Ceremonies"


def test_another_forum_brings_its_own_pair_of_languages(room: Room) -> None:
    with filling_of(room.stand.store) as db:
        other = make_forum(db, languages=("en", "th"))
        session = make_session(db, other, "", "Opening", start="09:00")
        session.title = LocalizedText.of(en="Opening", th="พิธีเปิด")
        make_part(db, session)
        room.stand.forum_id = ForumId(other.id)
    room.page.refresh(None)
    room.stand.settle()
    room.page.list.select(room.page.model.row(0).key)

    title = room.page.inspector.title
    assert (title.side("en").text(), title.side("th").text()) == ("Opening", "พิธีเปิด")
    title.edited.emit("th", "พิธีเปิดงาน")
    room.stand.settle()

    assert room.cell(0, Col.SECOND) == "พิธีเปิดงาน"
    assert room.page.model.headerData(int(Col.SECOND), Qt.Orientation.Horizontal) == "Title (th)"
