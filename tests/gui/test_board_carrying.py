"""What is carried over the board: to and from the tray, swapped, past its edge, with all that follows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from board_room import CONTROL, LEFT, SHIFT, BoardRoom, board_room


@pytest.fixture
def room(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[BoardRoom]:
    made = board_room(tmp_path, qtbot)
    yield made
    made.plan.store.close()


def test_a_session_dropped_into_the_tray_waits_and_can_be_brought_back(room: BoardRoom) -> None:
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


def test_what_comes_from_the_tray_is_drawn_where_it_would_stand(room: BoardRoom) -> None:
    (chip,) = [chip for chip in room.board.tray.chips() if chip.thing.draggable]
    over = room.point("Room 302", 13 * 60 + 40)
    blocks = len(room.board.view.scene().items())

    chip.dragged.emit(room.board.view.viewport().mapToGlobal(over))

    assert len(room.board.view.scene().items()) == blocks + 1
    assert any("Waiting" in reason for reason in room.item("Forum B").words.reasons)
    chip.left.emit()
    assert len(room.board.view.scene().items()) == blocks
    assert room.item("Forum B").words.reasons == ()


def test_control_and_a_click_swap_two_sessions(room: BoardRoom) -> None:
    line = room.plan.line("Forum B")
    assert line.start is not None
    room.choose("Talks")
    point = room.point("Room 302", line.start + 20)

    QTest.mouseClick(room.board.view.viewport(), LEFT, CONTROL, point)
    room.stand.settle()

    assert (room.plan.where("Forum B"), room.plan.where("Talks")) == (["Room 301"], ["Room 302"])
    assert room.current() == "Talks"


def test_control_shift_right_swaps_with_the_session_in_the_next_room(room: BoardRoom) -> None:
    room.choose("Forum A")

    room.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    room.stand.settle()

    assert (room.plan.where("Forum A"), room.plan.where("Forum B")) == (["Room 302"], ["Room 301"])


def test_the_board_creeps_on_below_a_drag_at_its_edge(room: BoardRoom) -> None:
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


def test_the_choice_of_board_or_list_is_told_to_the_window(room: BoardRoom) -> None:
    room.page.tools.shapes.picked.emit("list")

    assert room.stand.said[-1] == "programme: list"
    assert room.page.content.currentWidget() is room.page.desk


def test_what_follows_moves_as_ghosts_up_to_the_break_and_then_in_one_step(room: BoardRoom) -> None:
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


def test_escape_takes_ghosts_away_again(room: BoardRoom) -> None:
    before = room.plan.steps()
    room.choose("Forum B")
    at = room.item("Forum B").pos().y()

    room.page.tools.shift.click()
    room.key(Qt.Key.Key_Escape)
    room.settle()

    assert (room.item("Forum B").pos().y(), room.plan.steps()) == (at, before)
