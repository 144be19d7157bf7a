"""The board by keys and mouse: rooms and hours, drags that say what they break, one step for each move."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from board_room import ALT, CONTROL, LEFT, BoardRoom, board_room
from page_stand import press


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[BoardRoom]:
    made = board_room(tmp_path, qtbot)
    yield made
    made.plan.store.close()


def test_the_board_comes_first_with_a_column_for_each_room(room: BoardRoom) -> None:
    columns = [column.room_id for column in room.board.plan().columns]

    assert room.page.content.currentWidget() is room.board
    assert columns == [str(key) for key in room.plan.rooms.values()]


def test_arrows_move_by_five_minutes_and_one_step_is_written(room: BoardRoom) -> None:
    before = room.plan.steps()
    room.choose("Forum A")

    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Down)
    room.settle()

    assert (room.plan.when("Forum A"), room.plan.steps()) == ("13:40-15:40", before + 1)


def test_escape_takes_a_move_by_keys_back_before_it_is_written(room: BoardRoom) -> None:
    before, when = room.plan.steps(), room.plan.when("Forum A")
    room.choose("Forum A")

    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Escape)
    room.settle()

    assert (room.plan.when("Forum A"), room.plan.steps()) == (when, before)


def test_left_and_right_change_the_room(room: BoardRoom) -> None:
    where = room.plan.where("Forum A")[0]
    names = list(room.plan.rooms)
    room.choose("Forum A")

    room.key(Qt.Key.Key_Left)
    room.settle()

    assert room.plan.where("Forum A")[0] == names[names.index(where) - 1]


def test_alt_and_arrows_change_the_length(room: BoardRoom) -> None:
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


def test_minutes_are_typed_exactly(room: BoardRoom) -> None:
    room.choose("Forum A")

    room.key(Qt.Key.Key_F2)
    assert room.board.minutes.isVisible()
    room.board.minutes.setText("13:28-14:13")
    press(room.board.minutes, Qt.Key.Key_Return)
    room.stand.settle()

    assert room.plan.when("Forum A") == "13:28-14:13"


def test_control_and_arrows_go_from_session_to_session(room: BoardRoom) -> None:
    room.choose("Opening")

    room.key(Qt.Key.Key_Down, CONTROL)
    after = room.current()
    room.key(Qt.Key.Key_Up, CONTROL)

    assert after != "Opening"
    assert room.current() == "Opening"


def test_delete_removes_and_undo_brings_back(room: BoardRoom) -> None:
    room.choose("Forum B")

    room.key(Qt.Key.Key_Delete)
    room.stand.settle()
    assert "Forum B" not in [line.title.side(1) for line in room.plan.programme().sessions]

    room.plan.store.undo()
    room.stand.settle()
    assert room.plan.where("Forum B")


def test_a_drag_takes_a_session_to_another_room_and_time(room: BoardRoom) -> None:
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


def test_a_drag_by_the_lower_edge_stretches(room: BoardRoom) -> None:
    room.choose("Forum A")
    room.page.refresh(None)
    room.stand.settle()
    block = room.item("Forum A").block
    room.board.view.ensureVisible(block.x, block.y + block.height, 10, 20)
    start = room.board.view.mapFromScene(QPointF(block.x + 40, block.y + block.height - 3))

    room.drag(start, start + QPoint(0, round(room.board.plan().scale.hour / 4) + 3))

    assert minute(room.plan.when("Forum A").partition("-")[2]) == block.end + 15


def test_a_drop_outside_the_board_moves_nothing_and_says_so(room: BoardRoom) -> None:
    line = room.plan.line("Forum A")
    assert line.start is not None
    before = room.plan.steps()
    start = room.point(room.plan.where("Forum A")[0], line.start + 20)

    room.drag(start, QPoint(-300, start.y()))

    assert room.plan.steps() == before
    assert room.stand.said[-1] == "That lies outside the board. Nothing was moved."


def test_a_drag_says_what_it_breaks_on_both_sessions(room: BoardRoom) -> None:
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


def test_what_waits_is_placed_by_enter_and_by_a_drag(room: BoardRoom) -> None:
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


def test_a_screen_reader_hears_forum_room_and_time(room: BoardRoom) -> None:
    room.choose("Forum A")

    assert room.board.view.accessibleDescription().startswith("Forum A, ")
    assert "Room 301" in room.board.view.accessibleDescription()


def test_zoom_keeps_sessions_and_draws_hours_higher(room: BoardRoom) -> None:
    before = room.item("Forum A").block.height

    room.board.zoom(1)

    assert room.item("Forum A").block.height > before
    assert room.page.tools.percent.text() == "75%"
    room.board.zoom(0)
    assert room.item("Forum A").block.height == before


def test_board_and_list_share_what_is_current(room: BoardRoom) -> None:
    room.choose("Forum B")

    room.page.show_as("list")
    assert room.current() == "Forum B"
    room.page.show_as("board")
    assert room.current() == "Forum B"
