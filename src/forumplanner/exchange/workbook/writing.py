"""Writes a forum as a planning workbook, and the empty workbook to fill in: one writer for both."""

import io
import re
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from forumplanner.domain.text import DEFAULT_LANGUAGES
from forumplanner.exchange.workbook.columns import Column, Kind, Sheet, Spot
from forumplanner.exchange.workbook.contents import Cells, contents
from forumplanner.exchange.workbook.form import add_drop_downs, add_instructions, add_lists, dress_header
from forumplanner.exchange.workbook.sheets import SHEETS
from forumplanner.files import PlannerError, write_atomically
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.workbook import KnownForum

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

MAX_CELL: Final = 32_767
"""Letters that a spreadsheet's cell holds."""

_USUAL: Final = {"title": 2, "note": 3, "post": 2}
"""How many of a numbered column an empty form offers."""

_FORMULA_FIRST: Final = frozenset("=+-@\t\r＝＋－＠")
_LOOKS_ESCAPED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class TextTooLong(PlannerError):
    """A text has more letters than a spreadsheet's cell holds."""


def template(languages: tuple[str, ...] = DEFAULT_LANGUAGES) -> bytes:
    """The empty planning workbook, with a column of each text for each of `languages` (BCP 47 tags)."""
    return _workbook({}, languages)


def export(snapshot: KnownForum) -> bytes:
    """A forum as a workbook: reading it into an empty planner file and writing it again gives the same cells.

    Raises `TextTooLong` where a cell can't hold a text.
    """
    written = contents(snapshot)
    rows = {sheet: written.rows.get(sheet.subject, ()) for sheet in SHEETS}
    return _workbook(rows, written.languages or DEFAULT_LANGUAGES)


def write_template(path: Path, languages: tuple[str, ...] = DEFAULT_LANGUAGES) -> None:
    """Write the empty planning workbook to a file; raises `FileRefused` where it can't be written."""
    write_atomically(path, template(languages))


def write(path: Path, snapshot: KnownForum) -> None:
    """Write a forum as a workbook to a file; raises `FileRefused` where it can't be written, and as `export`."""
    write_atomically(path, export(snapshot))


def spots_of(sheet: Sheet, languages: tuple[str, ...], rows: Iterable[Cells]) -> list[Spot]:
    """The columns of a sheet in order: each in every language, numbered groups as often as the rows need."""
    used = {spot for cells in rows for spot in cells}
    spots: list[Spot] = []
    for _group, columns in groupby(
        sheet.columns, key=lambda c: c.record + c.path * ("{n}" in c.path) if c.numbered else c.key
    ):
        run = list(columns)
        numbers = max([_usual(run[0]), *(spot.number for spot in used if spot.column in run)])
        for number in range(1, numbers + 1):
            spots += [Spot(column, tag, number) for column in run for tag in _tags(column, languages, used)]
    return spots


def _usual(column: Column) -> int:
    return _USUAL.get(column.record if "{n}" not in column.path else column.key, 1) if column.numbered else 1


def _tags(column: Column, languages: tuple[str, ...], used: set[Spot]) -> list[str]:
    """The forum's languages, then any other that a text has; the codes of a keyed column."""
    if not (column.localized or column.keyed):
        return [""]
    others = sorted({spot.tag for spot in used if spot.column is column} - set(languages))
    return [*(languages if column.localized else ()), *others]


def _workbook(rows: dict[Sheet, tuple[Cells, ...]], languages: tuple[str, ...]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - takes 140 ms, the window's first paint does without

    book = Workbook()
    book.properties.creator = "Forum Planner"
    if book.active is not None:
        add_instructions(book.active)
    for sheet in SHEETS:
        page = book.create_sheet(sheet.name)
        spots = spots_of(sheet, languages, rows.get(sheet, ()))
        dress_header(page, spots)
        add_drop_downs(page, spots)
        _fill(page, sheet, spots, rows.get(sheet, ()))
    add_lists(book.create_sheet())
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(page: "Worksheet", sheet: Sheet, spots: list[Spot], rows: Iterable[Cells]) -> None:
    columns = {spot: at for at, spot in enumerate(spots, start=1)}
    for number, cells in enumerate(rows, start=2):
        for spot, value in cells.items():
            cell = page.cell(number, columns[spot])
            if isinstance(value, int):
                cell.value = value
            else:
                _write_text(cell, value, sheet, spot)


def _write_text(cell: "Cell | MergedCell", text: str, sheet: Sheet, spot: Spot) -> None:
    """Text as text: never a formula, in this program or when somebody edits the cell in a spreadsheet."""
    safe = _LOOKS_ESCAPED.sub("_x005F_", _NOT_IN_XML.sub("\ufffd", text))
    if len(safe) > MAX_CELL:
        raise TextTooLong(
            _(
                "“{sheet}”, column “{column}”, row {row}: {n} letters are more than a spreadsheet's cell holds.",
                sheet=sheet.name,
                column=spot.key,
                row=cell.row,
                n=len(text),
            )
        )
    cell.value = safe
    cell.data_type = "s"
    if safe[:1] in _FORMULA_FIRST:
        cell.quotePrefix = True
    if spot.column.kind is not Kind.LONG:
        cell.number_format = "@"
