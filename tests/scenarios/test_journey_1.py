"""First start to first printed agenda, by keyboard alone: sample, overview, Ctrl+P, Save PDF, and her own table."""

from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from forumplanner.gui.pages.documents import DocumentsPage
from gui.conftest import desk, dressed
from gui_desk import Desk

__all__ = ["desk", "dressed"]

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def her_table(tmp_path: Path) -> Path:
    """A list as it comes: full-width digits, an old country name, two people in one cell."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "参会人员"
    sheet.append(["中文姓名", "护照姓名", "国家", "类别", "手机"])
    sheet.append(["阮文安", "NGUYEN Van An", "越南", "代表", "８６-138 0000 0000"])
    sheet.append(["苏米达", "Sumita CHAKMA", "Burma", "演讲嘉宾", None])
    sheet.append(["王明/李华", None, "中国", "志愿者", None])
    path = tmp_path / "回执汇总.xlsx"
    book.save(path)
    return path


def test_the_sample_agenda_is_saved_by_keys_alone(desk: Desk, tmp_path: Path) -> None:
    window = desk.window
    desk.until(lambda: QApplication.focusWidget() is not None)
    assert desk.focused().objectName() == "tile_sample"

    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: window.stack.key() == "overview")
    desk.press(Qt.Key.Key_P, CTRL)
    desk.until(lambda: window.stack.key() == "documents")
    desk.until(lambda: desk.focused().objectName() == "printPaper")

    target = tmp_path / "agenda"
    desk.dialogs.answers.append(target)
    desk.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.focused().objectName() == "savePdf"
    desk.press(Qt.Key.Key_Space)
    saved = tmp_path / "agenda.pdf"
    desk.until(saved.is_file)

    assert PdfReader(saved).pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)
    desk.until(lambda: desk.focused().objectName() == "outcomeOpen")
    desk.press(Qt.Key.Key_Space)
    assert desk.dialogs.shown == [saved]


def test_enter_on_print_sends_every_page_to_the_printer(desk: Desk) -> None:
    desk.open_sample("documents")

    desk.press(Qt.Key.Key_Space)

    page = desk.window.stack.page()
    assert isinstance(page, DocumentsPage)
    assert desk.dialogs.printed == [page.preview.desk.file()]
    assert page.outcome.sentence() == f"{page.preview.desk.pages()} pages went to the printer"


def test_her_own_table_becomes_a_forum(desk: Desk, her_table: Path, tmp_path: Path) -> None:
    before = her_table.read_bytes()
    window = desk.window
    desk.dialogs.answers += [her_table, tmp_path / "ours.forumplanner"]

    desk.press(Qt.Key.Key_Tab)
    assert desk.focused().objectName() == "tile_table"
    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: desk.focused().objectName() == "importApply")
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.until(lambda: window.stack.key() == "overview")

    desk.until(lambda: window.toast_sentence().startswith("Added "))
    assert her_table.read_bytes() == before
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.until(lambda: window.toast_sentence().startswith("Taken back: Import of"))
