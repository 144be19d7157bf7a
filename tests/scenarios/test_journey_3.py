"""Four parallel forums by keys alone: a day from a pattern, forty talks pasted, ten minutes later, all taken back."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from forumplanner.actions.forums import create_forum
from forumplanner.domain.kinds import ItemKind
from forumplanner.domain.text import LocalizedText
from forumplanner.gui.pages.programme import ProgrammePage
from forumplanner.gui.pages.programme.tools import LIST
from forumplanner.snapshots.programme import Programme
from forumplanner.store import Store
from gui.conftest import desk, dressed
from gui_desk import Desk

__all__ = ["desk", "dressed"]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FORUMS = "ABCD"
TALKS = 40


@pytest.fixture
def empty_forum(tmp_path: Path) -> Path:
    """A forum of one day without a programme."""
    path = tmp_path / "empty.forumplanner"
    store = Store.create(path, actor="Lin")
    title = LocalizedText.of({"zh-Hans": "云岭论坛", "en": "Yunling Forum"})
    create_forum(store, title=title, starts_on=dt.date(2026, 11, 14), ends_on=dt.date(2026, 11, 14))
    store.close()
    return path


def talks() -> str:
    """Forty rows as they come from a spreadsheet: title, speaker, forum, minutes; every seventh is to be announced."""
    rows = ["报告题目\t报告人\t分论坛\t时长"]
    for number in range(TALKS):
        speaker = "待定" if number % 7 == 0 else f"Speaker Number{number}"
        rows.append(f"第{number + 1}个报告\t{speaker}\t{FORUMS[number % 4]}\t15")
    return "\n".join(rows)


def plan_of(desk: Desk) -> Programme:
    page = desk.window.stack.page()
    assert isinstance(page, ProgrammePage)
    return page.model.programme


def test_four_forums_are_planned_by_keys_alone(desk: Desk, empty_forum: Path) -> None:
    desk.window.opening.open_path(empty_forum)
    desk.until(lambda: desk.window.shell.is_open() and desk.window.stack.key())
    desk.window.go("programme")
    desk.settle()

    desk.press(Qt.Key.Key_D, CONTROL | SHIFT)
    desk.until(lambda: desk.focused().objectName() == "patternStart")
    desk.press(Qt.Key.Key_Return, CONTROL)
    desk.until(lambda: len(plan_of(desk).sessions) == 8)

    QGuiApplication.clipboard().setText(talks())
    desk.press(Qt.Key.Key_V, CONTROL)
    desk.until(lambda: sum(len(part.items) for line in plan_of(desk).sessions for part in line.parts) > TALKS)
    desk.settle()
    forums = [line for line in plan_of(desk).sessions if line.track_id]
    kinds = {tuple(item.kind for item in part.items) for line in forums for part in line.parts}
    five = (ItemKind.REPORT,) * 5
    assert kinds == {(*five, ItemKind.DISCUSSION, ItemKind.TEA), (*five, ItemKind.DISCUSSION)}
    assert {line.parts[0].items[-1].begins for line in forums} == {15 * 60 + 20}
    assert {line.parts[1].items[0].begins for line in forums} == {15 * 60 + 40}
    assert [line for line in plan_of(desk).sessions if line.day is None] == []
    announced = [person for line in forums for part in line.parts for item in part.items for person in item.people]
    assert sum(person.label.side(0) == "待定" for person in announced) == 6

    page = desk.window.stack.page()
    assert isinstance(page, ProgrammePage)
    page.show_as(LIST)
    page.list.select(f"session:{forums[0].id}")
    page.list.setFocus()
    for _press in range(2):
        desk.press(Qt.Key.Key_PageDown, CONTROL | Qt.KeyboardModifier.AltModifier)
        desk.settle()
    assert {line.start for line in plan_of(desk).sessions if line.track_id} == {13 * 60 + 40}

    for _press in range(4):
        desk.press(Qt.Key.Key_Z, CONTROL)
        desk.settle()
    desk.until(lambda: plan_of(desk).sessions == ())
