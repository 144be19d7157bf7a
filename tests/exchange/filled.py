"""Planning workbooks for tests: the empty form filled in by English header, read, applied and written again."""

import io
import uuid
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from forumplanner.actions import importing
from forumplanner.exchange import workbook
from forumplanner.queries import workbook as query
from forumplanner.snapshots.import_plan import ImportPlan, PlannedRow, Subject
from forumplanner.snapshots.workbook import KnownForum, Record
from forumplanner.store import Store

Row = Mapping[str, Any]
FORUM: Row = {
    "code": "yunling-2026",
    "title [zh-Hans]": "云岭国际医学教育论坛",
    "title [en]": "Yunling International Medical Education Forum",
    "start date": "2026-11-14",
    "end date": "2026-11-15",
}
"""A forum sheet with one row that has no gap."""

YUNLING: Row = {
    "code": "I1",
    "name [zh-Hans]": "云岭医科大学",
    "name [en]": "Yunling Medical University",
    "country": "CN",
}


def book_of(sheets: Mapping[str, list[Row]], *, languages: tuple[str, ...] = ("zh-Hans", "en")) -> Workbook:
    """The empty form with those rows; a header that the form lacks is added at the right. "forum" has a default.

    Of the form there are the sheets with rows only, and all of it where no rows are given: to load and to save the
    whole form at every test would take most of the time.
    """
    given = {"forum": [FORUM], **sheets}
    book = openpyxl.load_workbook(io.BytesIO(_form(languages, frozenset(given) if sheets else frozenset())))
    for name, rows in given.items():
        page = page_of(book, name)
        for number, row in enumerate(rows, start=2):
            for header, value in row.items():
                page.cell(number, place_of(page, header), value)
    return book


@cache
def _form(languages: tuple[str, ...], sheets: frozenset[str]) -> bytes:
    """The empty form with some of its sheets; with none named as it is."""
    if not sheets:
        return workbook.template(languages)
    book = openpyxl.load_workbook(io.BytesIO(_form(languages, frozenset())))
    for page in [page for page in book.worksheets if page.title.split()[0] not in sheets]:
        del book[page.title]
    return bytes_of(book)


def page_of(book: Workbook, name: str) -> Worksheet:
    return next(page for page in book.worksheets if page.title.split()[0] == name)


def place_of(page: Worksheet, header: str) -> int:
    """The column of an English header, added where there is none."""
    headers = [str(cell.value).split("\n")[0] for cell in page[1]]
    if header not in headers:
        page.cell(1, len(headers) + 1, header)
        return len(headers) + 1
    return headers.index(header) + 1


def bytes_of(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def filled(**sheets: list[Row]) -> bytes:
    """The bytes of a filled workbook: `filled(people=[{"code": "P1", "Chinese name": "沈砚秋"}])`."""
    return bytes_of(book_of(sheets))


def plan_of(**sheets: list[Row]) -> ImportPlan:
    """What a filled workbook would do where nothing is known."""
    return workbook.read(filled(**sheets))


def known_of(store: Store) -> KnownForum:
    """What a planner file with at most one forum knows."""
    with store.read() as db:
        forums = list(query.known(db, None).forums.values())
        return query.known(db, uuid.UUID(forums[0]) if forums else None)


def import_into(store: Store, source: bytes | Path, answers: Mapping[str, str] | None = None) -> ImportPlan:
    """Read a workbook against what the file knows, apply the plan, give it back."""
    plan = workbook.read(source, known_of(store), answers=answers)
    importing.apply(store, plan)
    return plan


def only(known: KnownForum, table: str) -> Record:
    """The one record of a table."""
    (record,) = known.table(table).values()
    return record


def row_of(plan: ImportPlan, sheet: Subject, number: int = 2) -> PlannedRow:
    """The planned row of a sheet's row; raises StopIteration where there is none."""
    return next(row for row in plan.rows if (row.sheet, row.row) == (sheet, number))


def cells_of(source: bytes) -> dict[str, list[list[object]]]:
    """Every cell of every sheet."""
    book = openpyxl.load_workbook(io.BytesIO(source))
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book.worksheets}


def round_trip(folder: Path, known: KnownForum) -> tuple[bytes, bytes]:
    """A forum's workbook, and the same once more after it went through an empty planner file."""
    first = workbook.export(known)
    with Store.create(folder / f"{uuid.uuid4()}.forumplanner", actor="Lin") as store:
        import_into(store, first)
        return first, workbook.export(known_of(store))
