"""Files and cells that mean harm, are damaged or too large: one clear sentence each, and nothing half done."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.filled import (
    FORUM,
    book_of,
    bytes_of,
    filled,
    import_into,
    known_of,
    only,
    page_of,
    place_of,
    plan_of,
    row_of,
)
from forumplanner.exchange import workbook
from forumplanner.exchange.workbook.cells import MAX_LONG
from forumplanner.files import FileRefused, PlannerError
from forumplanner.snapshots.import_plan import ImportPlan, Subject
from forumplanner.store import Store


def rewritten(source: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same zip with every part passed through `change(name, content)`."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part)))
    return result.getvalue()


def with_formula(source: bytes, cell: str, formula: str, cached: str = "") -> bytes:
    """The people sheet with a formula in a cell, as a spreadsheet or a library without a calculator would save it."""
    book = openpyxl.load_workbook(io.BytesIO(source))
    page_of(book, "people")[cell] = formula
    saved = bytes_of(book)
    before = f"<f>{formula[1:]}</f><v></v>".encode(), f"<f>{formula[1:]}</f><v />".encode()
    after = f"<f>{formula[1:]}</f><v>{cached}</v>".encode() if cached else before[0]
    return rewritten(saved, lambda _, content: content.replace(before[0], after).replace(before[1], after))


def refusal_of(source: bytes | Path) -> str:
    with pytest.raises(PlannerError) as refused:
        workbook.read(source, name="list.xlsx")
    return str(refused.value)


NOT_A_WORKBOOK = (
    "“list.xlsx” is no workbook that can be read. Save it once more as .xlsx and try again. Nothing was changed."
)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"name;post\nShen;President\n",
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"PK\x03\x04" + bytes(100),
        bytes_of(book_of({}))[:4000],
    ],
)
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    assert refusal_of(content) == NOT_A_WORKBOOK


def test_another_kind_of_zip_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal_of(file.getvalue()) == NOT_A_WORKBOOK


def test_an_old_or_locked_workbook_says_what_to_do() -> None:
    sentence = "“list.xlsx” is an old .xls file or has a password. Save it as .xlsx without one. Nothing was changed."
    assert refusal_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)) == sentence


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"“none\.xlsx” was not found"):
        workbook.read(tmp_path / "none.xlsx")


def test_a_file_that_unpacks_to_far_too_much_is_not_opened() -> None:
    bomb = rewritten(filled(), lambda name, old: old + b" " * 60_000_000 if name.endswith("sheet3.xml") else old)

    assert len(bomb) < 1_000_000
    assert refusal_of(bomb) == "“list.xlsx” unpacks to 60 MB, far more than any planning workbook. It was not opened."


def test_a_part_that_is_packed_far_too_well_is_not_opened() -> None:
    bomb = rewritten(filled(), lambda name, old: old + b" " * 20_000_000 if name.endswith("sheet3.xml") else old)

    assert refusal_of(bomb) == "“list.xlsx” unpacks to 20 MB, far more than any planning workbook. It was not opened."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    evil = rewritten(filled(), lambda name, old: laughs.encode(encoding) if name.endswith("styles.xml") else old)

    assert refusal_of(evil) == "“list.xlsx” declares entities, which no spreadsheet does. It was not opened."


def test_damaged_markup_is_no_workbook() -> None:
    assert (
        refusal_of(rewritten(filled(), lambda name, old: old[: len(old) // 2] if "sheet" in name else old))
        == NOT_A_WORKBOOK
    )


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_one_sentence(content: bytes) -> None:
    assert refusal_of(content).startswith("“list.xlsx” ")


@cache
def one_person() -> bytes:
    return filled(people=[{"code": "P1", "Chinese name": "沈砚秋"}])


@settings(max_examples=25, deadline=None)
@given(place=st.integers(min_value=0, max_value=20_000), byte=st.integers(min_value=0, max_value=255))
def test_a_flipped_byte_gives_a_plan_or_a_sentence(place: int, byte: int) -> None:
    damaged = bytearray(one_person())
    damaged[place % len(damaged)] = byte
    with suppress(PlannerError):
        assert isinstance(workbook.read(bytes(damaged), name="list.xlsx"), ImportPlan)


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x.example")', "+1+1", "-2", "@SUM(A1)", "＝1＋1", "＠cmd", "\t=1"]
)
def test_text_that_looks_like_a_formula_stays_text_in_and_out(store: Store, text: str) -> None:
    book = book_of({"rooms": [{"code": "R1"}]})
    page = page_of(book, "rooms")
    cell = page.cell(2, place_of(page, "name [en]"), text)
    cell.data_type = "s"
    import_into(store, bytes_of(book))

    page = page_of(openpyxl.load_workbook(io.BytesIO(workbook.export(known_of(store)))), "rooms")
    written = page.cell(2, place_of(page, "name [en]"))

    assert only(known_of(store), "room")["name[en]"] == text.strip()
    assert (written.value, written.data_type, written.quotePrefix) == (text.strip(), "s", True)


def test_a_calculated_formula_is_read_as_its_value(store: Store) -> None:
    source = filled(people=[{"code": "P1", "Chinese name": "沈砚秋"}])

    import_into(store, with_formula(source, "C2", "=LEN(A2)", cached="7"))

    assert only(known_of(store), "person")["name.latin"] == "7"


def test_a_formula_that_was_never_calculated_is_refused_and_the_rest_of_the_row_is_read() -> None:
    plan = workbook.read(with_formula(filled(people=[{"code": "P1", "Chinese name": "沈砚秋"}]), "C2", "=LEN(A2)"))

    assert [(r.row, r.column, r.value, r.why["en"]) for r in plan.rejects] == [
        (2, "name_latin", "=LEN(A2)", "The formula here was never calculated; write the value itself.")
    ]
    assert row_of(plan, Subject.PEOPLE).label == "沈砚秋"


def test_a_formula_instead_of_a_reference_or_an_arrival_is_refused_too() -> None:
    source = filled(people=[{"code": "P1", "Chinese name": "沈砚秋", "arrival": "x", "institution": "y"}])
    page = page_of(openpyxl.load_workbook(io.BytesIO(source)), "people")
    cells = [page.cell(2, place_of(page, header)).coordinate for header in ("arrival", "institution")]
    for cell in cells:
        source = with_formula(source, cell, "=LEN(A2)")

    plan = workbook.read(source)

    assert {r.why["en"] for r in plan.rejects} == {"The formula here was never calculated; write the value itself."}
    assert {r.column for r in plan.rejects} == {"arrival", "institution"}


def test_a_long_text_is_taken_up_to_the_cap_and_refused_beyond_it(store: Store) -> None:
    long = "云" * 10_000
    plan = import_into(
        store, filled(rooms=[{"code": "R1", "name [en]": long}, {"code": "R2", "name [en]": "x" * (MAX_LONG + 1)}])
    )

    rooms = {str(room["code"]): room.get("name[en]") for room in known_of(store).table("room").values()}
    assert rooms == {"R1": long, "R2": None}
    assert [r.why["en"] for r in plan.rejects] == ["20001 letters do not fit; at most 20000 are kept here."]


@pytest.mark.parametrize("header", ["护照号", "Passport No.", "饮食", "Diet", "出生日期", "身份证号码"])
def test_protected_columns_are_refused_and_their_values_kept_nowhere(store: Store, header: str) -> None:
    plan = import_into(store, filled(people=[{"code": "P1", "Chinese name": "沈砚秋", header: "E12345678"}]))

    (remark,) = plan.remarks
    assert remark["en"].startswith(f"“people 参会人员”: the column “{header}” was not read.")
    assert remark["zh-Hans"].startswith(f"“people 参会人员”的“{header}”列没有读取")
    assert b"E12345678" not in workbook.report(plan)
    assert b"E12345678" not in store.path.read_bytes()


def test_unknown_columns_and_sheets_are_named_and_kept_out() -> None:
    book = book_of({"people": [{"code": "P1", "Chinese name": "沈砚秋", "Shoe size": 38}]})
    book.create_sheet("Budget")["A1"] = "secret"
    plan = workbook.read(bytes_of(book))

    assert sorted(remark["en"] for remark in plan.remarks) == [
        "The sheet “Budget” is none of ours and was not read.",
        "“people 参会人员”: the column “Shoe size” is unknown and was not read.",
    ]


def test_a_sheet_without_headers_is_named() -> None:
    book = book_of({})
    page = page_of(book, "rooms")
    page.delete_rows(1)
    page["A1"] = "Hall"

    assert [remark["en"] for remark in workbook.read(bytes_of(book)).remarks] == [
        "“rooms 会场” has no row of headers that we know; it was not read."
    ]


def test_a_cell_far_away_costs_nothing_and_is_not_read() -> None:
    book = book_of({"rooms": [{"code": "R1"}]})
    page_of(book, "rooms")["A1048576"] = "R2"
    plan = workbook.read(bytes_of(book))

    assert [row.row for row in plan.rows if row.sheet is Subject.ROOMS] == [2]


def test_numbers_that_lost_digits_are_refused() -> None:
    plan = plan_of(people=[{"code": "P1", "Chinese name": "沈砚秋", "phone": 8613800000000123456}])

    assert [(r.column, r.why["en"]) for r in plan.rejects] == [
        ("phone", "A spreadsheet keeps 15 digits of a number; the last ones are lost. Write it as text.")
    ]


def test_control_characters_are_taken_out_and_listed(store: Store) -> None:
    source = rewritten(
        filled(rooms=[{"code": "R1", "name [en]": "HallMARK"}]),
        lambda _, content: content.replace(b"HallMARK", b"Ha_x0007_ll_x000D_\nTwo"),
    )
    plan = import_into(store, source)

    assert only(known_of(store), "room")["name[en]"] == "Hall\nTwo"
    assert [(repair.column, repair.why["en"]) for repair in plan.repairs] == [("name [en]", "control characters")]


def test_a_second_forum_row_is_left_out() -> None:
    plan = plan_of(forum=[FORUM, {"code": "other"}])

    assert [(r.sheet, r.row, r.why["en"]) for r in plan.rejects] == [
        (Subject.FORUM, 3, "A workbook holds one forum; only the first row counts.")
    ]


def test_a_forum_that_the_file_has_already_must_be_chosen(store: Store) -> None:
    import_into(store, filled())
    known = known_of(store)

    with pytest.raises(workbook.WorkbookRefused, match="holds the forum “yunling-2026” already"):
        workbook.read(filled(), type(known)("", {}, frozenset(), known.forums))


def test_a_workbook_without_a_forum_goes_into_one_named_after_the_file(store: Store) -> None:
    plan = workbook.read(filled(forum=[], rooms=[{"code": "R1"}]), known_of(store), name="回执 汇总(1).xlsx")

    assert (plan.new_forum, plan.forum_slug) == (True, "回执-汇总-1")
    assert [remark["en"] for remark in plan.remarks] == [
        "The workbook names no forum; a new one is called after the file 回执 汇总(1).xlsx."
    ]


def test_the_empty_form_has_nothing_to_do() -> None:
    plan = workbook.read(workbook.template())

    assert (plan.nothing_to_do, plan.rows, plan.remarks) == (True, (), ())
