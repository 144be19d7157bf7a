"""Import: nothing is done before it is wanted; questions can wait; the whole is one step that comes back."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QRadioButton

from forumplanner.domain.kinds import StepKind
from forumplanner.gui.pages.importing import ImportPage
from forumplanner.gui.widgets.buttons import Button
from gui_desk import Desk

HEADERS = ["中文姓名", "护照姓名", "国家", "类别", "手机"]


def write_table(path: Path, *rows: list[str | None]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "参会人员"
    sheet.append(HEADERS)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(
        tmp_path / "回执汇总.xlsx",
        ["阮文安", "NGUYEN Van An", "越南", "代表", "８６-138 0000 0000"],
        ["王明/李华", None, "中国", "志愿者", None],
    )


@pytest.fixture
def page(desk: Desk, table: Path) -> ImportPage:
    desk.open_sample("documents")
    desk.window.files.take(table)
    desk.until(lambda: desk.focused().objectName() == "importApply")
    shown = desk.window.stack.page()
    assert isinstance(shown, ImportPage)
    return shown


def kinds(desk: Desk) -> list[StepKind]:
    return [step.kind for step in desk.window.shell.store.history()]


def test_a_dropped_table_is_shown_and_nothing_is_done(desk: Desk, page: ImportPage) -> None:
    plan = page.plan()

    assert plan is not None
    assert kinds(desk) == [StepKind.MAKE_SAMPLE]
    assert page.apply_button.text() == "Import 1 row"
    assert page.summary.whole() == "1 new · 0 changed · 1 question stays open"
    assert page.view.tabs.tab("repairs").text() == f"Repaired {len(plan.repairs)}"


def test_an_answer_reads_the_table_once_more(desk: Desk, page: ImportPage) -> None:
    before = page.plan()
    radio = desk.find(QRadioButton, "choice2")

    radio.click()
    desk.until(lambda: page.plan() is not before)
    after = page.plan()

    assert before is not None
    assert after is not None
    assert (len(before.open_questions()), len(after.open_questions())) == (1, 0)
    assert page.apply_button.text() == "Import 3 rows"


def test_the_import_is_one_step_and_comes_back(desk: Desk, page: ImportPage) -> None:
    page.apply()
    desk.until(desk.window.toast_sentence)
    said = desk.window.toast_sentence()
    done = kinds(desk)

    desk.find(Button, "toastUndo").click()
    desk.until(lambda: len(kinds(desk)) == 3)

    assert said == "Added 1, changed 0. 1 question is kept for later."
    assert done == [StepKind.IMPORT_WORKBOOK, StepKind.MAKE_SAMPLE]
    assert desk.window.stack.key() == "overview"


def test_the_same_table_twice_has_nothing_to_say(desk: Desk, page: ImportPage, tmp_path: Path) -> None:
    clean = write_table(tmp_path / "clean.xlsx", ["阮文安", "NGUYEN Van An", "越南", "代表", None])
    page.show_target(str(clean))
    desk.until(lambda: (plan := page.plan()) is not None and plan.source == "clean.xlsx")
    page.apply()
    desk.until(desk.window.toast_sentence)

    desk.window.files.take(clean)
    desk.until(lambda: (plan := page.plan()) is not None and plan.source == "clean.xlsx")

    plan = page.plan()
    assert plan is not None
    assert [(c.added, c.changed) for c in plan.counts if c.added or c.changed] == []
    assert page.apply_button.isEnabled() is False
    assert page.summary.whole() == "This file says the same as last time. There is nothing to update."


def test_a_file_that_is_no_table_is_refused_in_place(desk: Desk, page: ImportPage, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.xlsx"
    wrong.write_bytes(b"not a workbook")

    page.show_target(str(wrong))
    desk.until(page.error.isVisible)

    assert "wrong.xlsx" in page.error.text.text()
    assert page.apply_button.isEnabled() is False


def test_leaving_changes_nothing(desk: Desk, page: ImportPage) -> None:
    desk.find(Button, "importCancel").click()
    desk.settle()

    assert kinds(desk) == [StepKind.MAKE_SAMPLE]
    assert page.plan() is None
    assert desk.window.stack.key() == "overview"


def test_the_plan_speaks_the_other_language_at_once(desk: Desk, page: ImportPage) -> None:
    desk.window.set_language("zh-Hans")

    assert page.apply_button.text() == "导入 1 行"
    assert page.view.tabs.tab("questions").text() == "请您决定 1"
