"""Versions: issuing one by keyboard, comparing it with what stands now, and handing the changes on."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from forumplanner.actions.items import rename_item
from forumplanner.domain.ids import ItemId
from forumplanner.domain.kinds import ItemKind
from forumplanner.gui.pages.history import HistoryPage
from forumplanner.gui.pages.history.versions import VersionsPanel
from forumplanner.records import Item
from gui_desk import Desk

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(desk: Desk) -> VersionsPanel:
    desk.open_sample("history")
    page = desk.window.stack.page()
    assert isinstance(page, HistoryPage)
    desk.settle()
    return page.versions


def issue(desk: Desk, panel: VersionsPanel) -> str:
    """Issue the programme by the menu's key and Enter."""
    desk.window.commands.action("release").trigger()
    desk.until(lambda: panel.places.currentWidget() is panel.releasing)
    desk.settle()
    name = panel.releasing.name.text()
    panel.releasing.name.setFocus()
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: panel.list.count() and panel.list.item(0).text().startswith(name))
    desk.settle()
    return name


def retitle(desk: Desk, *texts: str) -> None:
    store = desk.window.shell.store
    with store.read() as db:
        talks = list(db.scalars(select(Item.id).where(Item.kind == ItemKind.REPORT).order_by(Item.id)))
    for key, text in zip(talks, texts, strict=False):
        rename_item(store, item_id=ItemId(key), tag="en", text=text)
    desk.settle()


def told(panel: VersionsPanel) -> list[str]:
    return [label.text() for label in panel.comparing.changes.findChildren(QLabel, "changeTold")]


def test_a_release_is_proposed_issued_and_compared_with_now(desk: Desk, panel: VersionsPanel) -> None:
    name = issue(desk, panel)
    retitle(desk, "A quite different title")
    desk.until(lambda: len(told(panel)) == 1)

    desk.until(lambda: desk.find(QLabel, "statusRelease").text() == "V2 + 1 change")
    assert name == "V2"
    assert panel.comparing.pair() == ("V2", "")
    assert told(panel)[0].endswith("→ A quite different title")
    assert [pill.text() for pill in panel.comparing.pills.values() if pill.isVisible()] == ["1 changed"]


def test_what_was_ticked_minor_stays_off_the_notice(desk: Desk, panel: VersionsPanel) -> None:
    issue(desk, panel)
    retitle(desk, "One slip put right", "A quite different title")

    desk.window.commands.action("release").trigger()
    desk.until(lambda: len(panel.releasing.changes.ticks) == 2)
    next(iter(panel.releasing.changes.ticks.values())).click()
    name = panel.releasing.name.text()
    panel.releasing.go.click()
    desk.until(lambda: panel.list.item(0).text().startswith(name))
    desk.settle()
    desk.until(lambda: panel.comparing.pair() == ("V2", "V2.1"))

    compared = panel.comparing.compared()
    assert compared is not None
    assert (len(compared.comparison.changes()), len(compared.comparison.minor())) == (1, 1)


def test_the_text_is_copied_with_one_key_and_the_notice_is_saved(
    desk: Desk, panel: VersionsPanel, tmp_path: Path
) -> None:
    issue(desk, panel)
    retitle(desk, "A quite different title")
    desk.until(lambda: len(told(panel)) == 1)
    panel.setFocus()

    desk.press(Qt.Key.Key_C, CTRL_SHIFT)
    desk.until(lambda: "A quite different title" in QGuiApplication.clipboard().text())
    desk.dialogs.answers.append(tmp_path / "changes.docx")
    panel.comparing.word.click()
    desk.until((tmp_path / "changes.docx").is_file)

    assert QGuiApplication.clipboard().text().startswith("【变更说明】")
    assert len(docx.Document(str(tmp_path / "changes.docx")).tables[0].rows) == 3


def test_esc_leaves_the_release_and_the_language_changes_live(desk: Desk, panel: VersionsPanel) -> None:
    issue(desk, panel)
    desk.window.commands.action("release").trigger()
    desk.until(lambda: panel.places.currentWidget() is panel.releasing)

    panel.releasing.cancel.click()
    desk.window.other_language()
    desk.settle()

    assert panel.places.currentWidget() is panel.comparing
    assert panel.list.item(0).text().splitlines()[0] == "V2  征求意见稿"
