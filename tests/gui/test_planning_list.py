"""Planning in the list, by keys alone: cut and paste, breaks, fit, swap, shift, what waits, pasted talks."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from forumplanner.actions import items
from forumplanner.domain.kinds import ItemKind
from forumplanner.gui.pages.programme import ProgrammePage, cutting
from forumplanner.gui.pages.programme.cells import Col
from forumplanner.gui.pages.programme.gives import Gives
from forumplanner.gui.pages.programme.rows import View
from forumplanner.gui.pages.programme.tools import LIST
from forumplanner.store import Store
from page_stand import Stand, find, press
from planned import Plan, make_plan
from planner_file import filling_of

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Room:
    """The page over the forum of `planned`, in the list."""

    stand: Stand
    page: ProgrammePage
    plan: Plan

    def at(self, name: str) -> None:
        """Make the row of a session, part or item current."""
        keys = {**{name: f"session:{key}" for name, key in self.plan.sessions.items()}}
        keys |= {name: f"part:{key}" for name, key in self.plan.parts.items() if name in {"A1", "A2"}}
        keys |= {name: f"item:{key}" for name, key in self.plan.items.items()}
        assert self.page.list.select(keys[name], int(Col.TIME)), name
        self.page.list.setFocus()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.page.list, key, modifiers)
        self.stand.settle()

    def titles(self, session: str, part: int = 0) -> list[str]:
        return [item.title.side(1) for item in self.plan.line(session).parts[part].items]

    def waiting(self) -> list[str]:
        return [line.title.side(1) for line in self.plan.programme().sessions if line.day is None]


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Room:
    QGuiApplication.clipboard().clear()
    store = Store.create(tmp_path / "plan.forumplanner", actor="Lin")
    plan = make_plan(store, lambda: filling_of(store))
    stand = Stand(store, plan.forum_id, qtbot)
    page = ProgrammePage(stand)
    stand.show(page)
    page.show_as(LIST)
    page.set_view(View(day=None))
    qtbot.waitUntil(page.list.isVisible)
    return Room(stand, page, plan)


def test_a_cut_item_is_put_behind_another_one_and_taken_back(room: Room) -> None:
    room.at("Address")
    room.key(Qt.Key.Key_X, CONTROL)
    assert room.stand.said[-1] == "Cut “Address”. Ctrl+V puts it after the current row."

    room.at("Talk")
    room.key(Qt.Key.Key_V, CONTROL)

    assert room.titles("Forum A") == ["Talk", "Address", "Discussion"]
    assert room.stand.said[-1] == "Moved item “Address” to “Forum A”"
    room.stand.store.undo()
    assert room.titles("Opening") == ["Address", "Speech"]


def test_on_a_part_a_cut_item_comes_first_and_stays_in_its_order_within_one(room: Room) -> None:
    room.at("Speech")
    room.key(Qt.Key.Key_X, CONTROL)
    room.at("A2")
    room.key(Qt.Key.Key_V, CONTROL)
    assert room.titles("Forum A", 1) == ["Speech"]

    room.at("Talk")
    room.key(Qt.Key.Key_X, CONTROL)
    room.at("Discussion")
    room.key(Qt.Key.Key_V, CONTROL)
    assert room.titles("Forum A", 0) == ["Discussion", "Talk"]


def test_esc_lets_go_of_what_was_cut(room: Room) -> None:
    room.at("Address")
    room.key(Qt.Key.Key_X, CONTROL)
    assert cutting.cut_key() == f"item:{room.plan.items['Address']}"

    room.key(Qt.Key.Key_Escape)

    assert cutting.cut_key() == ""
    assert QGuiApplication.clipboard().text() == "Address"


def test_a_cut_session_starts_when_the_current_one_ends_in_its_room(room: Room) -> None:
    room.at("Talks")
    room.key(Qt.Key.Key_X, CONTROL)
    room.at("Forum B")
    room.key(Qt.Key.Key_V, CONTROL)

    assert (room.plan.when("Talks"), room.plan.where("Talks")) == ("15:00-16:00", ["Room 302"])


def test_what_waits_goes_into_a_half_as_an_item_or_gets_a_time_as_a_session(room: Room) -> None:
    room.at("Waiting")
    room.key(Qt.Key.Key_X, CONTROL)
    room.at("Talk")
    room.key(Qt.Key.Key_V, CONTROL)
    assert (room.titles("Forum A"), room.waiting()) == (["Talk", "Waiting talk", "Discussion"], [])

    room.stand.store.undo()
    room.stand.settle()
    room.at("Waiting")
    room.key(Qt.Key.Key_X, CONTROL)
    room.at("Talks")
    room.key(Qt.Key.Key_V, CONTROL)
    assert (room.plan.when("Waiting"), room.plan.where("Waiting")) == ("17:00-17:20", ["Room 301"])


def test_ctrl_delete_takes_items_and_sessions_out_of_the_plan(room: Room) -> None:
    room.at("Address")
    room.key(Qt.Key.Key_Delete, CONTROL)
    assert room.waiting() == ["Waiting", "Address"]

    room.at("Talks")
    room.key(Qt.Key.Key_Delete, CONTROL)
    assert "Talks" in room.waiting()
    assert room.stand.said[-1] == "Took “Talks” out of the plan"


def test_delete_still_removes(room: Room) -> None:
    room.at("Address")
    room.key(Qt.Key.Key_Delete)

    assert (room.titles("Opening"), room.waiting()) == (["Speech"], ["Waiting"])


def test_the_bar_shows_what_waits_and_a_chip_leads_to_its_row(room: Room) -> None:
    chip = room.page.desk.bar.chip(str(room.plan.sessions["Waiting"]))
    assert chip is not None
    assert chip.text() == "Waiting, 20 min"
    assert room.page.desk.bar.title.text() == "Unscheduled 1"

    chip.click()
    assert room.page.list.current_key() == f"session:{room.plan.sessions['Waiting']}"


def test_a_chip_is_cut_and_what_is_pasted_on_one_waits(room: Room) -> None:
    chip = room.page.desk.bar.chip(str(room.plan.sessions["Waiting"]))
    assert chip is not None
    chip.setFocus()
    press(chip, Qt.Key.Key_X, CONTROL)
    assert cutting.cut_key() == f"session:{room.plan.sessions['Waiting']}"

    room.at("Address")
    room.key(Qt.Key.Key_X, CONTROL)
    chip.setFocus()
    press(chip, Qt.Key.Key_V, CONTROL)
    room.stand.settle()
    assert room.waiting() == ["Waiting", "Address"]


def test_tea_is_put_behind_an_item_or_a_session_and_spread_to_all_rooms(room: Room) -> None:
    room.at("Talk")
    room.key(Qt.Key.Key_B, CONTROL)
    assert room.titles("Forum A") == ["Talk", "Tea break", "Discussion"]

    room.at("Forum A")
    room.key(Qt.Key.Key_B, CONTROL)
    tea = next(line for line in room.plan.programme().sessions if line.title.side(1) == "Tea break")
    assert (tea.start, tea.end, tea.room_ids) == (930, 950, (str(room.plan.rooms["Room 301"]),))

    room.page.list.select(f"session:{tea.id}", int(Col.TIME))
    room.key(Qt.Key.Key_B, CONTROL | SHIFT)
    tea = next(line for line in room.plan.programme().sessions if line.id == tea.id)
    assert tea.room_ids == ()
    place = room.page.model.place_of(f"session:{tea.id}")
    assert room.page.model.data(room.page.model.index(place, int(Col.ROOM))) == "Everyone"
    room.key(Qt.Key.Key_B, CONTROL | SHIFT)
    assert room.stand.said[-1] == "This break already stands in every room."


def test_only_a_break_is_spread(room: Room) -> None:
    room.at("Opening")
    steps = room.stand.steps()
    room.key(Qt.Key.Key_B, CONTROL | SHIFT)

    assert room.stand.steps() == steps


def test_a_session_is_fitted_to_its_items(room: Room) -> None:
    room.at("Opening")
    room.key(Qt.Key.Key_E, CONTROL)
    assert room.stand.said[-1] == "“Opening” now runs from 09:00 to 09:48"

    room.at("Talks")
    room.key(Qt.Key.Key_E, CONTROL)
    assert room.stand.said[-1] == "None of its items has minutes yet, so the session's end stays as it is."


def test_a_cut_session_is_swapped_with_the_current_one(room: Room) -> None:
    room.at("Forum B")
    room.key(Qt.Key.Key_X, CONTROL | SHIFT)
    assert room.stand.said[-1] == "Cut a session first (Ctrl+X), then swap it with the current one."

    room.at("Keynotes")
    room.key(Qt.Key.Key_X, CONTROL)
    room.at("Forum B")
    room.key(Qt.Key.Key_X, CONTROL | SHIFT)

    assert (room.plan.when("Keynotes"), room.plan.when("Forum B")) == ("13:30-15:00", "10:30-12:00")
    assert room.stand.said[-1] == "Swapped “Keynotes” and “Forum B”"


def test_alt_down_on_a_session_changes_places_with_the_next_in_its_room(room: Room) -> None:
    room.at("Forum A")
    room.key(Qt.Key.Key_Down, ALT)
    assert (room.plan.when("Forum A"), room.plan.when("Talks")) == ("16:00-18:00", "13:30-14:30")

    room.at("Forum B")
    room.key(Qt.Key.Key_Down, ALT)
    assert room.stand.said[-1] == "No session stands before or after it in its room."


@pytest.mark.parametrize(
    ("key", "modifiers", "starts"),
    [
        (Qt.Key.Key_Down, CONTROL | SHIFT, ("09:05", "10:00", "10:30", "13:30")),
        (Qt.Key.Key_Up, CONTROL | SHIFT, ("08:55", "10:00", "10:30", "13:30")),
        (Qt.Key.Key_PageDown, CONTROL | SHIFT, ("09:05", "10:05", "10:35", "13:30")),
        (Qt.Key.Key_PageUp, CONTROL | ALT, ("08:55", "09:55", "10:25", "13:25")),
    ],
)
def test_what_follows_is_shifted_by_keys(
    room: Room, key: Qt.Key, modifiers: Qt.KeyboardModifier, starts: tuple[str, ...]
) -> None:
    room.at("Opening")
    room.key(key, modifiers)

    names = ("Opening", "Tea", "Keynotes", "Forum B")
    assert tuple(room.plan.when(name).split("-")[0] for name in names) == starts


def test_every_key_stands_in_the_menu_of_the_row(room: Room) -> None:
    room.at("Tea")
    words = [words.partition("\t") for _key, words in room.page.desk.bar.more._choices()]

    assert [(name, keys) for name, _tab, keys in words] == [
        ("Cut", "Ctrl+X"),
        ("Take out of the plan", "Ctrl+Del"),
        ("Insert a tea break", "Ctrl+B"),
        ("This break in all rooms", "Ctrl+Shift+B"),
        ("End with the last item", "Ctrl+E"),
        ("Swap with what was cut", "Ctrl+Shift+X"),
        ("5 min later, up to the next break", "Ctrl+Shift+Down"),
        ("5 min earlier, up to the next break", "Ctrl+Shift+Up"),
        ("5 min later, beyond breaks too", "Ctrl+Shift+PgDown"),
        ("5 min earlier, beyond breaks too", "Ctrl+Shift+PgUp"),
        ("5 min later in all rooms, to the end of the day", "Ctrl+Alt+PgDown"),
        ("5 min earlier in all rooms, to the end of the day", "Ctrl+Alt+PgUp"),
        ("Remove", "Del"),
        ("Paste", "Ctrl+V"),
        ("Rooms", ""),
        ("Day from a pattern", "Ctrl+Shift+D"),
    ]


def test_rows_of_talks_are_pasted_with_a_report_and_taken_back_in_one_step(room: Room) -> None:
    QGuiApplication.clipboard().setText(
        "题目\t报告人\t论坛\t分钟\n虚拟病人\t沈怀瑾\tA\t15\n叙事医学\t陈国强\t\t约20\nOpen data\tTBA\tQ\t10\n"
    )
    room.at("Opening")
    before = room.plan.programme()
    room.key(Qt.Key.Key_V, CONTROL)

    assert room.stand.said[-1] == "Added 3 talks, 1 speaker not found"
    assert [item.title.side(0) for item in room.plan.line("Forum A").parts[0].items] == ["报告", "虚拟病人", "讨论"]
    report = room.page.desk.pasting.report
    assert report.isVisible()
    assert report.title.text() == "2 rows to look at"
    assert [label.text() for label in report.findChildren(QLabel, "pasteReportLine")] == [
        "Row 3: “约20” is no number of minutes; it is left open.",
        "Row 3: “陈国强” is no participant yet; the name stands as it is.",
        "Row 4: forum “Q” or its half isn't in the programme; the talk waits.",
    ]

    room.stand.store.undo()
    assert room.plan.programme() == before


def test_the_report_speaks_the_other_language_and_closes(room: Room) -> None:
    QGuiApplication.clipboard().setText("Title\tMinutes\nTalk\tsoon\n")
    room.page.desk.paste()
    room.stand.settle()
    report = room.page.desk.pasting.report

    room.stand.speak(room.page, "zh-Hans")
    report.retranslate()
    assert report.text() == "第 2 行：“soon”不是分钟数，时长留空。"

    report.close_.click()
    assert not report.isVisible()


def test_what_is_no_table_is_said(room: Room) -> None:
    QGuiApplication.clipboard().setText("hello")
    steps = room.stand.steps()
    room.at("Opening")
    room.key(Qt.Key.Key_V, CONTROL)

    assert room.stand.said[-1].startswith("There are no rows to paste.")
    assert room.stand.steps() == steps


def test_the_lists_own_table_is_not_added_once_more(room: Room) -> None:
    room.page.copy()
    steps = room.stand.steps()
    room.at("Opening")
    room.key(Qt.Key.Key_V, CONTROL)

    assert room.stand.said[-1] == "These rows were copied from this list and are in the programme already."
    assert room.stand.steps() == steps


def test_a_day_from_a_pattern_is_previewed_kept_as_a_draft_and_added(room: Room) -> None:
    panel = room.page.desk.pattern
    room.page.desk.open_pattern()
    assert panel.isVisible()
    assert panel.start.hasFocus()
    words = [label.text() for label in panel.findChildren(QLabel, "patternWords")]
    assert words[:5] == ["Opening ceremony", "Group photo and tea break", "Keynotes × 4", "Lunch", "4 parallel forums"]

    panel.numbers["parallel"].setValue(2)
    panel.end.setText("13:40")
    assert panel.problem.text().startswith("Only 10 minutes are left for the parallel forums.")
    assert not panel.make.isEnabled()
    press(panel.start, Qt.Key.Key_Escape)
    assert not panel.isVisible()

    room.page.desk.open_pattern()
    assert (panel.numbers["parallel"].value(), panel.end.text()) == (2, "13:40")
    field = find(panel, QLineEdit, "patternEnd")
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, "16:30")
    before, steps = len(room.plan.programme().sessions), room.stand.steps()
    press(field, Qt.Key.Key_Return, CONTROL)
    room.stand.settle()

    assert not panel.isVisible()
    assert len(room.plan.programme().sessions) == before + 6
    assert room.stand.steps() == steps + 1
    assert room.stand.said[-1] == "Saturday, 14 November: added 6 sessions"


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("0928-1015", "09:28-10:15"),
        ("9:28", "09:28-10:28"),
        ("09:00-09:48", "09:00-09:48"),
        ("23:40-00:30", "23:40-+00:30"),
    ],
)
def test_a_typed_span_is_one_step_to_the_minute(room: Room, written: str, when: str) -> None:
    steps = room.stand.steps()
    room.at("Opening")
    room.key(Qt.Key.Key_F2)
    editor = find(room.page, QLineEdit, "programmeCell")
    editor.clear()
    QTest.keyClicks(editor, written)
    press(editor, Qt.Key.Key_Return)
    room.stand.settle()

    assert (room.plan.when("Opening"), room.stand.steps()) == (when, steps + 1)


def test_a_time_for_what_has_no_day_asks_for_the_day(room: Room) -> None:
    room.at("Waiting")
    room.key(Qt.Key.Key_F2)
    editor = find(room.page, QLineEdit, "programmeCell")
    QTest.keyClicks(editor, "09:28")
    press(editor, Qt.Key.Key_Return)
    room.stand.settle()

    assert room.stand.said[-1] == "The session has no day yet. Choose one in the details (F4) first."
    assert room.waiting() == ["Waiting"]


def test_findings_go_across_the_row_and_f8_finds_them(room: Room) -> None:
    room.at("Forum B")
    room.key(Qt.Key.Key_X, CONTROL)
    room.at("Opening")
    room.key(Qt.Key.Key_V, CONTROL)
    room.stand.settle()
    room.page.next_finding()

    row = room.page.list.current_row()
    assert row is not None
    assert row.finding is not None
    assert room.page.list.visualRect(room.page.list.currentIndex()).isValid()
    room.page.list.grab()


def test_alt_enter_moves_tea_and_enter_lets_the_discussion_shrink(room: Room, qtbot: QtBot) -> None:
    tea = {"zh-Hans": "茶歇", "en": "Tea"}
    items.add_item(room.plan.store, part_id=room.plan.parts["A1"], title=tea, kind=ItemKind.TEA, minutes=20)
    room.stand.settle()

    def write(minutes: str, modifiers: Qt.KeyboardModifier) -> list[str]:
        assert room.page.list.select(f"item:{room.plan.items['Talk']}", int(Col.MINUTES))
        room.page.list.setFocus()
        room.key(Qt.Key.Key_F2)
        editor = find(room.page, QLineEdit, "programmeCell")
        gives = find(room.page, Gives, "minutesGives")
        qtbot.waitUntil(gives.isVisible)
        editor.clear()
        QTest.keyClicks(editor, minutes)
        said = [label.text() for label in (gives.rest, gives.tea, gives.alone)]
        press(editor, Qt.Key.Key_Return, modifiers)
        room.stand.settle()
        return said

    assert write("20", ALT) == [
        "1 item moves 5 min later, discussion 15 min · 55 of 60 min",
        "Tea at 14:10",
        "Only this one; 0 fixed starts stay",
    ]
    assert room.plan.starts("Forum A") == ["13:30", "13:50", "14:10"]

    write("25", Qt.KeyboardModifier.NoModifier)
    assert room.plan.starts("Forum A") == ["13:30", "13:55", "14:10"]
    assert [item.minutes for item in room.plan.line("Forum A").parts[0].items] == [25, 15, 20]
