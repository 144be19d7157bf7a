"""The board by keys and mouse: rooms and hours, drags that say what they break, one step for each move."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factories import DAY
from forumplanner.gui.pages.programme import ProgrammePage
from forumplanner.gui.pages.programme.board import Board
from forumplanner.gui.pages.programme.board.blocks import BlockItem
from forumplanner.gui.pages.programme.rows import View
from forumplanner.store import Store
from page_stand import Stand, press
from planned import Plan, make_plan
from planner_file import filling_of

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@dataclass
class Room:
    """The page over the forum of `planned`, on the board."""

    stand: Stand
    page: ProgrammePage
    plan: Plan

    @property
    def board(self) -> Board:
        return self.page.board

    def item(self, name: str) -> BlockItem:
        found = self.board.view.item_of(str(self.plan.sessions[name]))
        assert found is not None, name
        return found

    def choose(self, name: str) -> None:
        assert self.board.select(f"session:{self.plan.sessions[name]}")
        self.board.view.setFocus()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(self.board.view, key, modifiers)

    def settle(self) -> None:
        self.board.settle()
        self.stand.settle()

    def point(self, room: str, minute: float) -> QPoint:
        """Where in the viewport a minute of a room lies."""
        plan = self.board.plan()
        column = next(c for c in plan.columns if c.room_id == str(self.plan.rooms[room]))
        self.board.view.ensureVisible(column.x, plan.y(minute), column.width, 10)
        return self.board.view.mapFromScene(QPointF(column.x + 40, plan.y(minute)))

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press, carry and let go; what comes of it is read again."""
        port = self.board.view.viewport()
        QTest.mousePress(port, LEFT, modifiers, start)
        QTest.mouseMove(port, start + QPoint(0, 6))
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, LEFT, modifiers, end)
        self.stand.bot.wait(10)
        self.stand.settle()

    def current(self) -> str:
        row = self.page.current_row()
        assert row is not None
        assert row.session is not None
        return row.session.title.side(1)


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    QGuiApplication.clipboard().clear()
    store = Store.create(tmp_path / "board.forumplanner", actor="Lin")
    plan = make_plan(store, lambda: filling_of(store))
    stand = Stand(store, plan.forum_id, qtbot)
    page = ProgrammePage(stand)
    stand.show(page)
    page.set_view(View(day=DAY))
    stand.settle()
    yield Room(stand, page, plan)
    store.close()


def test_the_board_comes_first_with_a_column_for_each_room(room: Room) -> None:
    columns = [column.room_id for column in room.board.plan().columns]

    assert room.page.content.currentWidget() is room.board
    assert columns == [str(key) for key in room.plan.rooms.values()]


def test_arrows_move_by_five_minutes_and_one_step_is_written(room: Room) -> None:
    before = room.plan.steps()
    room.choose("Forum A")

    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Down)
    room.settle()

    assert (room.plan.when("Forum A"), room.plan.steps()) == ("13:40-15:40", before + 1)


def test_escape_takes_a_move_by_keys_back_before_it_is_written(room: Room) -> None:
    before, when = room.plan.steps(), room.plan.when("Forum A")
    room.choose("Forum A")

    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Escape)
    room.settle()

    assert (room.plan.when("Forum A"), room.plan.steps()) == (when, before)


def test_left_and_right_change_the_room(room: Room) -> None:
    where = room.plan.where("Forum A")[0]
    names = list(room.plan.rooms)
    room.choose("Forum A")

    room.key(Qt.Key.Key_Left)
    room.settle()

    assert room.plan.where("Forum A")[0] == names[names.index(where) - 1]


def test_alt_and_arrows_change_the_length(room: Room) -> None:
    start, _dash, end = room.plan.when("Forum A").partition("-")
    room.choose("Forum A")

    room.key(Qt.Key.Key_Down, ALT)
    room.settle()

    now_start, _dash, now_end = room.plan.when("Forum A").partition("-")
    assert now_start == start
    assert minute(now_end) == minute(end) + 5


def minute(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def test_minutes_are_typed_exactly(room: Room) -> None:
    room.choose("Forum A")

    room.key(Qt.Key.Key_F2)
    assert room.board.minutes.isVisible()
    room.board.minutes.setText("13:28-14:13")
    press(room.board.minutes, Qt.Key.Key_Return)
    room.stand.settle()

    assert room.plan.when("Forum A") == "13:28-14:13"


def test_control_and_arrows_go_from_session_to_session(room: Room) -> None:
    room.choose("Opening")

    room.key(Qt.Key.Key_Down, CONTROL)
    after = room.current()
    room.key(Qt.Key.Key_Up, CONTROL)

    assert after != "Opening"
    assert room.current() == "Opening"


def test_delete_removes_and_undo_brings_back(room: Room) -> None:
    room.choose("Forum B")

    room.key(Qt.Key.Key_Delete)
    room.stand.settle()
    assert "Forum B" not in [line.title.side(1) for line in room.plan.programme().sessions]

    room.plan.store.undo()
    room.stand.settle()
    assert room.plan.where("Forum B")


def test_a_drag_takes_a_session_to_another_room_and_time(room: Room) -> None:
    line = room.plan.line("Forum A")
    other = next(name for name in room.plan.rooms if name != room.plan.where("Forum A")[0])
    assert line.start is not None
    start = room.point(room.plan.where("Forum A")[0], line.start + 20)
    plan = room.board.plan()
    target = next(c for c in plan.columns if c.room_id == str(room.plan.rooms[other]))
    end = room.board.view.mapFromScene(QPointF(target.x + 40, plan.y(line.start + 80)))

    room.drag(start, end)

    assert room.plan.where("Forum A") == [other]
    assert minute(room.plan.when("Forum A").partition("-")[0]) == line.start + 60
    assert room.plan.said().startswith("Moved “Forum A” to")


def test_a_drag_by_the_lower_edge_stretches(room: Room) -> None:
    room.choose("Forum A")
    room.page.refresh(None)
    room.stand.settle()
    block = room.item("Forum A").block
    room.board.view.ensureVisible(block.x, block.y + block.height, 10, 20)
    start = room.board.view.mapFromScene(QPointF(block.x + 40, block.y + block.height - 3))

    room.drag(start, start + QPoint(0, round(room.board.plan().scale.hour / 4) + 3))

    assert minute(room.plan.when("Forum A").partition("-")[2]) == block.end + 15


def test_a_drop_outside_the_board_moves_nothing_and_says_so(room: Room) -> None:
    line = room.plan.line("Forum A")
    assert line.start is not None
    before = room.plan.steps()
    start = room.point(room.plan.where("Forum A")[0], line.start + 20)

    room.drag(start, QPoint(-300, start.y()))

    assert room.plan.steps() == before
    assert room.stand.said[-1] == "That lies outside the board. Nothing was moved."


def test_a_drag_says_what_it_breaks_on_both_sessions(room: Room) -> None:
    forum_a, forum_b = room.item("Forum A").block, room.item("Forum B").block
    port, view = room.board.view.viewport(), room.board.view
    start = view.mapFromScene(QPointF(forum_a.x + 40, forum_a.y + 20))
    over = view.mapFromScene(QPointF(forum_b.x + 40, forum_b.y + 20))

    QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(port, start + QPoint(0, 6))
    QTest.mouseMove(port, over)

    dragged, other = room.item("Forum A"), room.item("Forum B")
    assert any("302" in reason for reason in dragged.words.reasons)
    assert any("302" in reason for reason in other.words.reasons)
    assert other.look.marks != ()

    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, over)
    room.stand.settle()
    assert room.item("Forum B").words.reasons == ()
    assert room.plan.where("Forum A") == ["Room 301"]


def test_what_waits_is_placed_by_enter_and_by_a_drag(room: Room) -> None:
    (chip,) = [chip for chip in room.board.tray.chips() if chip.thing.draggable]
    chip.setFocus()

    press(chip, Qt.Key.Key_Return)
    room.stand.settle()
    assert room.board.tray.chips() == []
    assert room.plan.store.undo() is not None
    room.stand.settle()

    (chip,) = [chip for chip in room.board.tray.chips() if chip.thing.draggable]
    over = room.point("Room 302", 17 * 60)
    chip.dragged.emit(room.board.view.viewport().mapToGlobal(over))
    chip.dropped.emit(room.board.view.viewport().mapToGlobal(over))
    room.stand.bot.wait(10)
    room.stand.settle()
    assert room.plan.where(chip.thing.title) == ["Room 302"]
    assert room.plan.when(chip.thing.title).startswith("17:00")


def test_a_screen_reader_hears_forum_room_and_time(room: Room) -> None:
    room.choose("Forum A")

    assert room.board.view.accessibleDescription().startswith("Forum A, ")
    assert "Room 301" in room.board.view.accessibleDescription()


def test_zoom_keeps_sessions_and_draws_hours_higher(room: Room) -> None:
    before = room.item("Forum A").block.height

    room.board.zoom(1)

    assert room.item("Forum A").block.height > before
    assert room.page.tools.percent.text() == "75%"
    room.board.zoom(0)
    assert room.item("Forum A").block.height == before


def test_board_and_list_share_what_is_current(room: Room) -> None:
    room.choose("Forum B")

    room.page.show_as("list")
    assert room.current() == "Forum B"
    room.page.show_as("board")
    assert room.current() == "Forum B"


def test_a_session_dropped_into_the_tray_waits_and_can_be_brought_back(room: Room) -> None:
    line = room.plan.line("Forum B")
    assert line.start is not None
    start = room.point("Room 302", line.start + 20)
    port, tray = room.board.view.viewport(), room.board.tray
    end = port.mapFromGlobal(tray.mapToGlobal(tray.rect().center()))

    room.drag(start, end)

    assert room.plan.when("Forum B") == "-"
    assert room.stand.said[-1] == "“Forum B” waits in the tray now."
    assert [chip.thing.title for chip in tray.chips()] == ["Forum B", "Waiting"]
    assert room.plan.store.undo() is not None
    assert room.plan.when("Forum B") == "13:30-15:00"


def test_what_comes_from_the_tray_is_drawn_where_it_would_stand(room: Room) -> None:
    (chip,) = [chip for chip in room.board.tray.chips() if chip.thing.draggable]
    over = room.point("Room 302", 13 * 60 + 40)
    blocks = len(room.board.view.scene().items())

    chip.dragged.emit(room.board.view.viewport().mapToGlobal(over))

    assert len(room.board.view.scene().items()) == blocks + 1
    assert any("Waiting" in reason for reason in room.item("Forum B").words.reasons)
    chip.left.emit()
    assert len(room.board.view.scene().items()) == blocks
    assert room.item("Forum B").words.reasons == ()


def test_control_and_a_click_swap_two_sessions(room: Room) -> None:
    line = room.plan.line("Forum B")
    assert line.start is not None
    room.choose("Talks")
    point = room.point("Room 302", line.start + 20)

    QTest.mouseClick(room.board.view.viewport(), LEFT, CONTROL, point)
    room.stand.settle()

    assert (room.plan.where("Forum B"), room.plan.where("Talks")) == (["Room 301"], ["Room 302"])
    assert room.current() == "Talks"


def test_control_shift_right_swaps_with_the_session_in_the_next_room(room: Room) -> None:
    room.choose("Forum A")

    room.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    room.stand.settle()

    assert (room.plan.where("Forum A"), room.plan.where("Forum B")) == (["Room 302"], ["Room 301"])


def test_the_board_creeps_on_below_a_drag_at_its_edge(room: Room) -> None:
    for _ in range(6):
        room.board.zoom(1)
    view, port = room.board.view, room.board.view.viewport()
    view.verticalScrollBar().setValue(0)
    block = room.item("Opening").block
    start = view.mapFromScene(QPointF(block.x + 40, block.y + 40))

    QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(port, start + QPoint(0, 10))
    QTest.mouseMove(port, QPoint(start.x(), port.height() - 6))
    room.stand.bot.waitUntil(lambda: view.verticalScrollBar().value() > 60)
    there = room.item("Opening").pos().y()
    QTest.keyClick(view, Qt.Key.Key_Escape)

    assert there > block.y
    assert room.item("Opening").pos().y() == block.y


def test_the_choice_of_board_or_list_is_told_to_the_window(room: Room) -> None:
    room.page.tools.shapes.picked.emit("list")

    assert room.stand.said[-1] == "programme: list"
    assert room.page.content.currentWidget() is room.page.desk


def test_what_follows_moves_as_ghosts_up_to_the_break_and_then_in_one_step(room: Room) -> None:
    before = room.plan.steps()
    room.choose("Opening")
    at = room.item("Opening").pos().y()

    room.page.tools.shift.click()
    assert room.stand.said[-1] == "A break begins at 10:00. Press again to go beyond it."
    assert room.item("Opening").pos().y() == at
    room.page.tools.shift.click()
    assert room.item("Tea").pos().y() == room.item("Tea").block.y > 0
    assert (room.item("Opening").pos().y() > at, room.plan.steps()) == (True, before)
    room.settle()

    assert [room.plan.when(name) for name in ("Opening", "Tea", "Keynotes")] == [
        "09:05-10:05",
        "10:05-10:35",
        "10:35-12:05",
    ]
    assert room.plan.steps() == before + 1


def test_escape_takes_ghosts_away_again(room: Room) -> None:
    before = room.plan.steps()
    room.choose("Forum B")
    at = room.item("Forum B").pos().y()

    room.page.tools.shift.click()
    room.key(Qt.Key.Key_Escape)
    room.settle()

    assert (room.item("Forum B").pos().y(), room.plan.steps()) == (at, before)
