"""The programme's board over a planned forum, for tests that drag and press keys."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
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
class BoardRoom:
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


def board_room(folder: Path, bot: QtBot) -> BoardRoom:
    """The page on the board at the forum's day."""
    QGuiApplication.clipboard().clear()
    store = Store.create(folder / "board.forumplanner", actor="Lin")
    plan = make_plan(store, lambda: filling_of(store))
    stand = Stand(store, plan.forum_id, bot)
    page = ProgrammePage(stand)
    stand.show(page)
    page.set_view(View(day=DAY))
    stand.settle()
    return BoardRoom(stand, page, plan)
