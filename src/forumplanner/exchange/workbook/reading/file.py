"""Opens a workbook that came from outside: size and shape are checked before a library touches it."""

import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from forumplanner.exchange.workbook.cells import Refused
from forumplanner.files import PlannerError, read_capped
from forumplanner.i18n import gettext as _
from forumplanner.i18n import localized

MAX_FILE: Final = 20_000_000
"""Bytes of a workbook file."""

MAX_UNPACKED: Final = 40_000_000
"""Bytes of all its parts together; a forum of 1,000 people takes 3,000,000."""

MAX_RATIO: Final = 150
"""How many times larger than in the file a part over 1,000,000 bytes may be; honest sheets stay under 40."""

MAX_PARTS: Final = 500
MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 400

_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ERRORS: Final = frozenset({"#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!"})
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


class WorkbookRefused(PlannerError):
    """A file is no workbook that can be read; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its name and its rows that hold anything, each with the number that the spreadsheet shows.

    A cell is None, str, int, float, bool, date, datetime, time, timedelta or `Refused`.
    """

    name: str
    rows: tuple[tuple[int, tuple[object, ...]], ...]
    cut: bool = False


def open_workbook(source: Path | bytes, *, name: str) -> tuple[Grid, ...]:
    """The sheets of a workbook. `name`: what to call it in a sentence.

    Raises `FileRefused` where the file can't be read, `WorkbookRefused` where it is no workbook, too large or unsafe.
    """
    data = source if isinstance(source, bytes) else read_capped(source, limit=MAX_FILE)
    if len(data) > MAX_FILE:
        raise WorkbookRefused(
            _("“{name}” is larger than {limit} MB. Nothing was changed.", name=name, limit=MAX_FILE // 10**6)
        )
    _check_parts(data, name)
    try:
        return _grids(data)
    except PlannerError:
        raise
    except Exception as error:  # whatever a damaged file makes the library raise has one meaning for the reader
        raise _not_a_workbook(name) from error


def _not_a_workbook(name: str) -> WorkbookRefused:
    return WorkbookRefused(
        _(
            "“{name}” is no workbook that can be read. Save it once more as .xlsx and try again. Nothing was changed.",
            name=name,
        )
    )


def _check_parts(data: bytes, name: str) -> None:
    """Refuse what is no zip of XML, what unpacks too large, and documents that declare entities."""
    if data.startswith(_OLD_EXCEL):
        raise WorkbookRefused(
            _(
                "“{name}” is an old .xls file or has a password. Save it as .xlsx without one. Nothing was changed.",
                name=name,
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive, name)
            _check_markup(archive, name)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise _not_a_workbook(name) from error
    except Exception as error:
        if type(error).__module__ == "zlib":  # zlib's own error has no public base
            raise _not_a_workbook(name) from error
        raise


def _check_sizes(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    bloated = any(part.file_size > 10**6 and part.file_size > MAX_RATIO * part.compress_size for part in parts)
    if unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS or bloated:
        raise WorkbookRefused(
            _(
                "“{name}” unpacks to {size} MB, far more than any planning workbook. It was not opened.",
                name=name,
                size=round(unpacked / 1e6),
            )
        )
    if "xl/workbook.xml" not in archive.namelist() and "[Content_Types].xml" not in archive.namelist():
        raise _not_a_workbook(name)


def _check_markup(archive: zipfile.ZipFile, name: str) -> None:
    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels", ".vml")):
            text = archive.read(part).replace(b"\x00", b"")  # UTF-16 would hide the words
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise WorkbookRefused(
                    _(
                        "“{name}” declares entities, which no spreadsheet does. It was not opened.",
                        name=name,
                    )
                )


def _grids(data: bytes) -> tuple[Grid, ...]:
    from openpyxl import load_workbook  # noqa: PLC0415 - takes 140 ms, the window's first paint does without

    values = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    formulas = load_workbook(io.BytesIO(data), read_only=True) if _has_formulas(data) else None
    grids = []
    for sheet in values.worksheets:
        uncalculated = _formulas(formulas[sheet.title]) if formulas else {}
        grids.append(_grid(sheet, uncalculated))
    return tuple(grids)


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [part for part in archive.namelist() if part.startswith("xl/worksheets/") and part.endswith(".xml")]
        return any(re.search(rb"<(\w+:)?f[ >/]", archive.read(part)) for part in sheets)


def _formulas(sheet: Any) -> dict[tuple[int, int], str]:
    """The formulas of a sheet by row and column."""
    sheet.reset_dimensions()
    cells = (cell for row in sheet.iter_rows(max_row=MAX_ROWS) for cell in row[:MAX_COLUMNS])
    return {(c.row, c.column): str(c.value) for c in cells if getattr(c, "data_type", "") == "f"}


def _grid(sheet: Any, formulas: dict[tuple[int, int], str]) -> Grid:
    sheet.reset_dimensions()
    rows = []
    for number, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1, values_only=True), start=1):
        row = tuple(_cell(value, formulas.get((number, at))) for at, value in enumerate(cells[:MAX_COLUMNS], start=1))
        if any(value is not None for value in row):
            rows.append((number, row))
    cut = bool(rows) and rows[-1][0] > MAX_ROWS
    return Grid(sheet.title, tuple(rows[:-1] if cut else rows), cut)


def _cell(value: object, formula: str | None) -> object:
    """A value as it is read; a formula without a calculated value, and a formula's error, are refused."""
    if value is None:
        why = localized("The formula here was never calculated; write the value itself.") if formula else None
        return Refused(formula or "", why) if why else None
    if isinstance(value, str):
        if formula is not None and value in _ERRORS:
            return Refused(value, localized("The formula here gives an error; write the value itself."))
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value
        return text if text.strip() else None
    known = isinstance(value, bool | int | float | dt.date | dt.time | dt.timedelta)
    return value if known else str(value)
