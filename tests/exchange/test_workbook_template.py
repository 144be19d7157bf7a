"""The empty planning workbook: sheets, bilingual headers, drop-downs and instructions, for any languages."""

import io
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook

from exchange.filled import page_of, place_of
from forumplanner.domain import kinds
from forumplanner.exchange import workbook
from forumplanner.exchange.workbook.columns import Column
from forumplanner.exchange.workbook.form import countries
from forumplanner.exchange.workbook.sheets import SHEETS
from forumplanner.exchange.workbook.words import choice_meant, choice_text, country_meant, country_text
from forumplanner.records import Base


@pytest.fixture(scope="module")
def form() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook.template()))


def test_the_sheets_in_their_order(form: Workbook) -> None:
    assert form.sheetnames == [
        "instructions 填写说明",
        "forum 论坛",
        "organisers 组织单位",
        "institutions 单位",
        "people 参会人员",
        "delegations 代表团",
        "consular 领馆嘉宾",
        "rooms 会场",
        "tracks 分论坛",
        "sessions 场次",
        "parts 半场",
        "items 议程项",
        "appearances 出场",
        "lists 选项",
    ]
    assert [page.title for page in form.worksheets if page.sheet_state == "hidden"] == ["lists 选项"]


def test_every_sheet_opens_with_a_code_under_a_frozen_header_in_two_languages(form: Workbook) -> None:
    for sheet in SHEETS:
        page = page_of(form, sheet.subject)
        assert (page["A1"].value, page.freeze_panes) == ("code\n编号", "B2")
        assert all("\n" in str(cell.value) for cell in page[1])
        assert all(page.column_dimensions[get_column_letter(at)].width >= 8 for at in range(1, page.max_column + 1))


def test_rows_are_high_enough_for_what_stands_in_them(form: Workbook) -> None:
    advice, people = form.worksheets[0], page_of(form, "people")
    long = next(row for row in range(1, advice.max_row + 1) if str(advice.cell(row, 2).value).startswith("People: "))

    assert [page.row_dimensions[row].height for page, row in ((advice, 2), (people, 1))] == [36, 80]
    assert (advice.row_dimensions[long].height or 0) > 16 * len(str(advice.cell(long, 2).value)) / 76


def test_codes_have_drop_downs_that_show_both_languages(form: Workbook) -> None:
    page = page_of(form, "people")
    letter = get_column_letter(place_of(page, "category"))

    (offer,) = [v for v in page.data_validations.dataValidation if f"{letter}2" in v.sqref]

    name, cells = str(offer.formula1).split("!")
    lines = [row[0].value for row in form[name.strip("'")][cells.replace("$", "")]]
    assert lines == [choice_text(category) for category in kinds.Category]
    assert lines[0] == "guest 嘉宾 Distinguished Guest"


def test_references_offer_the_codes_of_their_sheet(form: Workbook) -> None:
    page = page_of(form, "items")
    letter = get_column_letter(place_of(page, "part"))

    (offer,) = [v for v in page.data_validations.dataValidation if f"{letter}2" in v.sqref]

    assert offer.formula1 == "'parts 半场'!$A$2:$A$2000"


def test_instructions_stand_in_both_languages(form: Workbook) -> None:
    page = form.worksheets[0]
    assert [cell.value for cell in page[1]] == ["筹备工作簿", "Planning workbook"]
    assert all(page.cell(row, at).value for row in range(1, page.max_row + 1) for at in (1, 2))


def test_any_languages_have_their_columns(tmp_path: Path) -> None:
    workbook.write_template(tmp_path / "form.xlsx", ("ru", "lo"))

    page = page_of(openpyxl.load_workbook(tmp_path / "form.xlsx"), "rooms")
    assert [cell.value for cell in page[1]][1:3] == ["name [ru]\n名称［ru］", "name [lo]\n名称［lo］"]


def test_instructions_say_what_does_not_travel(form: Workbook) -> None:
    chinese, english = ([str(row[at].value) for row in form.worksheets[0].iter_rows()] for at in (0, 1))

    assert [line.split("。")[0] for line in chinese if "待核对" in line] == ["“待核对”标记不写入本表"]
    assert [line.split(".")[0] for line in english if "review" in line] == [
        "The mark that a text needs review is not in this workbook"
    ]


KINDS = {column.choices.__name__: column.choices for sheet in SHEETS for column in sheet.columns if column.choices}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_line_of_a_drop_down_means_its_code(name: str) -> None:
    kind = KINDS[name]
    assert [choice_meant(kind, choice_text(member)) for member in kind] == list(kind)


def test_countries_of_the_drop_down_are_read_back() -> None:
    lines = countries()
    assert [country_meant(country_text(code)) for code in lines] == list(lines)
    assert lines[:2] == ("CN", "VN")


def fills(column: Column) -> tuple[str, str]:
    table = "journey" if column.record in {"arrival", "departure"} else column.record
    return table, column.path.split(".")[0].split("[")[0]


def test_every_column_fills_an_attribute_of_a_record() -> None:
    known = {(table.name, column.name) for table in Base.metadata.tables.values() for column in table.columns}
    filled = {fills(column) for sheet in SHEETS for column in sheet.columns if column.path}
    assert filled - known == {("session", "rooms")}


def test_every_attribute_that_a_secretary_enters_has_a_column() -> None:
    given = {"id", "version", "forum_id", "person_id", "participant_id", "direction", "sort_pinyin", "sort_latin"}
    tables = {fills(column)[0] for sheet in SHEETS for column in sheet.columns if column.path}
    kept = {(t.name, c.name) for t in Base.metadata.tables.values() if t.name in tables for c in t.columns}
    filled = {fills(column) for sheet in SHEETS for column in sheet.columns if column.path}
    missing = {(table, name) for table, name in kept - filled if name not in given}
    assert missing == {
        ("consular_guest", "consular_post_id"),  # the row's own consular post
        ("person", "code"),  # the code column is the participant's
        ("post", "position"),  # the number in the header
        ("journey", "position"),
        ("forum", "planning"),  # how the program plans and checks, set on its own page
        ("forum", "protocol"),  # as above
        ("forum", "words"),  # as above
        ("person", "photo"),  # a picture is no cell
        ("institution", "logo"),  # as above
        ("appearance", "act_id"),  # acts of ceremonies have no sheet
    }
