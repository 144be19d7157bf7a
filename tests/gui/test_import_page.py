"""Import: nothing is done before it is wanted; questions can wait; the whole is one step that comes back.

A table goes into the forum that it names, else into the one that is shown, and never into the sample.
"""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QRadioButton

from forumplanner.domain.kinds import StepKind
from forumplanner.gui.frame.newforum import NewForum
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
    return saved(book, path)


def write_workbook(path: Path, *, slug: str, title: str) -> Path:
    """A planning workbook that names its forum."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "论坛"
    sheet.append(["代码", "名称1（英文）"])
    sheet.append([slug, title])
    people = book.create_sheet("参会人员")
    people.append(HEADERS)
    people.append(["阮文安", "NGUYEN Van An", "越南", "代表", None])
    return saved(book, path)


def saved(book: openpyxl.Workbook, path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    book.save(path)
    return path


def open_lake(desk: Desk, tmp_path: Path) -> None:
    """A planner file with one forum, the Lake Forum."""
    desk.window.opening.create(tmp_path / "lake.forumplanner", NewForum(title_en="Lake Forum"))
    desk.until(desk.window.shell.shown_card)


def shown(desk: Desk, source: str) -> ImportPage:
    """The page, once it has read the table of that name."""
    desk.until(lambda: desk.window.stack.key() == "importing")
    page = desk.window.stack.page()
    assert isinstance(page, ImportPage)
    desk.until(lambda: (plan := page.plan()) is not None and plan.source == source)
    return page


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(
        tmp_path / "tables" / "回执汇总.xlsx",
        ["阮文安", "NGUYEN Van An", "越南", "代表", "８６-138 0000 0000"],
        ["王明/李华", None, "中国", "志愿者", None],
    )


@pytest.fixture
def page(desk: Desk, table: Path, tmp_path: Path) -> ImportPage:
    open_lake(desk, tmp_path)
    desk.window.files.take(table)
    desk.until(lambda: desk.focused().objectName() == "importApply")
    return shown(desk, table.name)


def kinds(desk: Desk) -> list[StepKind]:
    return [step.kind for step in desk.window.shell.store.history()]


def test_a_dropped_table_is_shown_and_nothing_is_done(desk: Desk, page: ImportPage) -> None:
    plan = page.plan()

    assert plan is not None
    assert kinds(desk) == [StepKind.CREATE_FORUM]
    assert page.apply_button.text() == "Import 1 row"
    assert page.summary.whole() == "1 new · 0 changed · 1 question stays open · 1 row waits for its answer"
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
    assert done == [StepKind.IMPORT_WORKBOOK, StepKind.CREATE_FORUM]
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

    assert kinds(desk) == [StepKind.CREATE_FORUM]
    assert page.plan() is None
    assert desk.window.stack.key() == "overview"


def test_the_plan_speaks_the_other_language_at_once(desk: Desk, page: ImportPage) -> None:
    desk.window.set_language("zh-Hans")

    assert page.apply_button.text() == "导入 1 行"
    assert page.view.tabs.tab("questions").text() == "请您决定 1"


def test_a_table_without_a_forum_goes_into_the_one_that_is_shown(page: ImportPage) -> None:
    assert page.view.goes.text() == "Goes into: Lake Forum"


def test_a_workbook_about_another_forum_makes_that_forum_and_shows_it(desk: Desk, tmp_path: Path) -> None:
    open_lake(desk, tmp_path)
    desk.window.files.take(write_workbook(tmp_path / "hill.xlsx", slug="hill-2027", title="Hill Forum"))
    page = shown(desk, "hill.xlsx")
    said = page.view.goes.text()

    page.apply()
    desk.until(lambda: desk.window.shell.card.name("en") == "Hill Forum")
    desk.until(lambda: desk.window.stack.key() == "overview")

    assert said == "Makes a new forum: Hill Forum"
    assert sorted(card.name("en") for card in desk.window.shell.cards) == ["Hill Forum", "Lake Forum"]


def test_a_workbook_goes_into_the_forum_it_names_though_another_is_shown(desk: Desk, tmp_path: Path) -> None:
    open_lake(desk, tmp_path)
    lake = desk.window.shell.card.id
    desk.window.files.take(write_workbook(tmp_path / "hill.xlsx", slug="hill-2027", title="Hill Forum"))
    shown(desk, "hill.xlsx").apply()
    desk.until(lambda: desk.window.shell.card.name("en") == "Hill Forum")
    hill = desk.window.shell.card.id
    desk.window.shell.choose_forum(lake)

    desk.window.files.take(write_workbook(tmp_path / "again.xlsx", slug="hill-2027", title="Hill Forum 2027"))
    page = shown(desk, "again.xlsx")
    plan = page.plan()

    assert desk.window.shell.card.id == lake
    assert page.view.goes.text() == "Goes into: Hill Forum"
    assert plan is not None
    assert plan.forum_id == hill


def test_a_table_dropped_on_the_sample_asks_for_a_file_of_its_own(desk: Desk, table: Path, tmp_path: Path) -> None:
    desk.open_sample()
    desk.dialogs.answers.append(tmp_path / "own.forumplanner")

    desk.window.files.take(table)
    page = shown(desk, table.name)

    assert desk.dialogs.asked == ["Where to keep the forum"]
    assert desk.window.shell.store.path == tmp_path / "own.forumplanner"
    assert page.view.goes.text() == "Makes a new forum: 回执汇总"


def test_a_table_dropped_on_the_sample_changes_nothing_without_a_file(desk: Desk, table: Path) -> None:
    desk.open_sample()

    desk.window.files.take(table)
    desk.settle()

    assert kinds(desk) == [StepKind.MAKE_SAMPLE]
    assert desk.window.stack.key() == "documents"


def test_the_empty_workbook_is_saved_where_it_is_wanted(desk: Desk, tmp_path: Path) -> None:
    desk.dialogs.answers.append(tmp_path / "form")

    desk.find(Button, "welcomeBlank").click()
    desk.until(desk.window.toast_sentence)

    assert desk.window.toast_sentence() == "“form.xlsx” is saved. Fill it in, then drop it on this window."
    assert "people 参会人员" in openpyxl.load_workbook(tmp_path / "form.xlsx").sheetnames


def test_a_table_chosen_on_the_page_does_not_go_into_the_sample_either(desk: Desk, table: Path, tmp_path: Path) -> None:
    desk.open_sample()
    desk.window.go("importing")
    desk.dialogs.answers += [table, tmp_path / "own.forumplanner"]

    desk.find(Button, "importChoose").click()
    desk.until(lambda: desk.window.shell.is_open() and desk.window.shell.store.path == tmp_path / "own.forumplanner")
    page = shown(desk, table.name)

    assert desk.dialogs.asked == ["Import a table", "Where to keep the forum"]
    assert page.view.goes.text() == "Makes a new forum: 回执汇总"
