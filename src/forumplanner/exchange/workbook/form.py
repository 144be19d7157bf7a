"""How the workbook looks and helps: bilingual frozen headers, drop-downs in both languages, a sheet of instructions."""

import textwrap
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from forumplanner.domain.countries import country_name
from forumplanner.domain.text import EN, ZH
from forumplanner.exchange.workbook.columns import Column, Kind, Spot
from forumplanner.exchange.workbook.sheets import BY_SUBJECT, INSTRUCTIONS, LISTS, SHEETS
from forumplanner.exchange.workbook.words import NO, YES, choice_text, country_text
from forumplanner.i18n import in_language, localized

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS: Final = 2_000
"""Rows that drop-downs reach."""

_INK, _PAPER, _LINE = "FFFFFF", "0F5C6E", "C9D3D8"
_LINE_HEIGHT: Final = 16
"""Points of one line in a cell."""

_WIDE_FROM: Final = 0x2E80
"""Where Chinese characters and their punctuation begin in Unicode."""

_ADVICE_WIDTH: Final = 76
_FIRST_COUNTRIES: Final = ("CN", "VN", "LA", "MM", "TH", "KH", "MY", "SG", "ID", "PH", "BN", "TL",
                           "IN", "PK", "BD", "NP", "LK", "BT", "MV", "AF", "HK", "MO", "TW")  # fmt: skip


def dress_header(page: "Worksheet", spots: list[Spot]) -> None:
    """Write the header row in both languages; freeze it with the code column; give every column its width."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 - with openpyxl itself

    look = {
        "font": Font(bold=True, color=_INK),
        "fill": PatternFill("solid", fgColor=_PAPER),
        "alignment": Alignment(wrap_text=True, vertical="center"),
        "border": Border(bottom=Side("thin", color=_LINE)),
    }
    for at, spot in enumerate(spots, start=1):
        cell = page.cell(1, at, f"{spot.header[EN]}\n{spot.header[ZH]}")
        for name, value in look.items():
            setattr(cell, name, value)
        page.column_dimensions[cell.column_letter].width = spot.column.width
    page.row_dimensions[1].height = _LINE_HEIGHT * max(
        _lines(spot.header[EN], spot.column.width) + _lines(spot.header[ZH], spot.column.width) for spot in spots
    )
    page.freeze_panes = "B2"


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many letters; a Chinese character is two letters wide.

    Not every spreadsheet makes a row higher by itself. A sixth is kept for wider fonts than the usual one.
    """
    letters = "".join("xx" if ord(letter) > _WIDE_FROM else letter for letter in text)
    return len(textwrap.wrap(letters, width * 5 // 6))


def add_drop_downs(page: "Worksheet", spots: list[Spot]) -> None:
    """Offer codes with their words, countries, and the codes of other sheets; other spellings stay allowed."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - with openpyxl itself
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - with openpyxl itself

    for at, spot in enumerate(spots, start=1):
        if source := _source(spot.column):
            offer = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=False)
            letter = get_column_letter(at)
            offer.add(f"{letter}2:{letter}{_ROWS}")
            page.add_data_validation(offer)


def _source(column: Column) -> str:
    """The cells that a column's drop-down shows; "" for none."""
    if column.kind is Kind.REFERENCE and column.to:
        return f"'{BY_SUBJECT[column.to].name}'!$A$2:$A${_ROWS}"
    name = _list_of(column)
    if name not in lists():
        return ""
    letter = _letter(list(lists()).index(name) + 1)
    return f"'{LISTS}'!${letter}$2:${letter}${len(lists()[name]) + 1}"


def _list_of(column: Column) -> str:
    if column.kind is Kind.CHOICE and column.choices:
        return column.choices.__name__
    return {Kind.COUNTRY: "country", Kind.YES_NO: "yes_no"}.get(column.kind, "")


def _letter(at: int) -> str:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - with openpyxl itself

    return get_column_letter(at)


@cache
def lists() -> dict[str, tuple[str, ...]]:
    """Every closed list by name, each line with its code and its words in both languages."""
    kinds: dict[str, type[StrEnum]] = {c.choices.__name__: c.choices for s in SHEETS for c in s.columns if c.choices}
    found = {name: tuple(choice_text(member) for member in kind) for name, kind in sorted(kinds.items())}
    return {**found, "country": tuple(map(country_text, countries())), "yes_no": (YES, NO)}


def countries() -> tuple[str, ...]:
    """All countries, the region's first."""
    letters = [chr(ord("A") + n) for n in range(26)]
    codes = [one + other for one in letters for other in letters]
    known = [
        code for code in codes if country_name(code, EN) != code and code not in {"ZZ", "EU", "UN", "EZ", "XA", "XB"}
    ]
    return (*_FIRST_COUNTRIES, *(code for code in known if code not in _FIRST_COUNTRIES))


def add_lists(page: "Worksheet") -> None:
    """The hidden sheet that drop-downs read."""
    page.title = LISTS
    page.sheet_state = "hidden"
    for at, (name, lines) in enumerate(lists().items(), start=1):
        for row, text in enumerate((name, *lines), start=1):
            page.cell(row, at, text)


def add_instructions(page: "Worksheet") -> None:
    """The first sheet: how to fill in the others, in both languages, and what every column is."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - with openpyxl itself

    page.title = INSTRUCTIONS
    page.column_dimensions["A"].width = page.column_dimensions["B"].width = _ADVICE_WIDTH
    wrapped = Alignment(wrap_text=True, vertical="top")
    lines = [localized("Planning workbook"), *_advice(), *_sheets()]
    for row, line in enumerate(lines, start=1):
        page.row_dimensions[row].height = _LINE_HEIGHT * max(_lines(line[tag], _ADVICE_WIDTH) for tag in (ZH, EN)) + 4
        for at, tag in enumerate((ZH, EN), start=1):
            cell = page.cell(row, at, line[tag])
            cell.alignment = wrapped
            if row == 1:
                cell.font = Font(bold=True, size=14)


def _advice() -> list[dict[str, str]]:
    return [
        localized("One sheet a subject, one row a thing. Fill in what is known; leave empty what is not."),
        localized("An empty cell says nothing: it never deletes what the program knows."),
        localized(
            "The code column names a row. Other sheets refer to it by that code, or by an exact name that is unique."
        ),
        localized("Columns may stand in any order. Texts have one column a language; add “title [ru]” for another."),
        localized("A second post or journey goes into columns with a number: “institution 2”, “arrival 2”."),
        localized("Days: 2026-11-14. Times: 09:05; 25:10 is ten past one in the night after."),
        localized(
            "The mark that a text needs review is not in this workbook. A new text in one language marks the other; "
            "new texts in both mark none."
        ),
        localized("Leave out passport numbers, birth dates, diet and health: they are not read."),
    ]


def _sheets() -> list[dict[str, str]]:
    """One line a sheet with its columns."""
    lines = []
    for sheet in SHEETS:
        columns = {ZH: "、".join(c.zh for c in sheet.columns), EN: ", ".join(c.en for c in sheet.columns)}
        lines.append(
            {
                tag: in_language(tag, "{sheet}: {columns}", sheet=sheet.title[tag], columns=columns[tag])
                for tag in (ZH, EN)
            }
        )
    return lines
