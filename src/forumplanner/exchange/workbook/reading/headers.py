"""From sheets of cells to draft rows: which sheet a tab means, which column a header means, what is not read and why.

Headers are Chinese, English or both, in any letter case, with line breaks, numbers and [languages].
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from forumplanner.domain.names import HAN
from forumplanner.domain.text import EN, ZH
from forumplanner.exchange.workbook.cells import READABLE_ALONE, Refused, as_text, read_cell
from forumplanner.exchange.workbook.columns import Column, Sheet, Spot
from forumplanner.exchange.workbook.reading.draft import Draft, DraftRow
from forumplanner.exchange.workbook.reading.file import MAX_ROWS, Grid
from forumplanner.exchange.workbook.sheets import INSTRUCTIONS, LISTS, SHEETS
from forumplanner.exchange.workbook.words import canonical_tag, folded
from forumplanner.i18n import localized

_BRACKETS: Final = re.compile(r"\s*[\[(【<{〔]([^\])】>}〕]*)[\])】>}〕]\s*")
_LANGUAGE_FIRST: Final = re.compile(r"(?i)(中文|英文|英语|chinese|english)\s*(?=\S)(.+)", re.DOTALL)
_SENSITIVE: Final = re.compile(
    r"护照|身份证|证件号|通行证|出生|生日|民族|宗教|饮食|忌口|清真|素食|过敏|疾病|健康状况|病史|"
    r"passport|\bid (card|number|no)|identity|birth|\bdob\b|diet|halal|vegetarian|allerg|religio|medical|health",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The words of a header without brackets and number, folded; its language or code, its number."""

    base: str
    tag: str
    number: int


def spot_meant(sheet: Sheet, header: str, languages: tuple[str, ...]) -> Spot | None:
    """The column of `sheet` that a header cell names; None for a column we don't know.

    `languages`: the forum's; a localized header without a language means the one it is written in, else the first.
    """
    for meaning in _meanings(header):
        if spot := _spot(sheet, meaning, header, languages):
            return spot
    return None


def is_sensitive(header: str) -> bool:
    """True for a column of passport, identity, birth, diet, religion or health data."""
    return bool(_SENSITIVE.search(unicodedata.normalize("NFKC", header)))


def _meanings(header: str) -> Iterator[Meaning]:
    """The readings to try: the whole cell, each of its lines, its Chinese and its other words alone."""
    text = unicodedata.normalize("NFKC", header)
    brackets = [found.strip() for found in _BRACKETS.findall(text)]
    tag = next((tag for tag in brackets if tag), "")
    bare = _BRACKETS.sub(" ", text)
    lines = [line for line in re.split(r"[\n\r/|]+", bare) if line.strip()]
    chinese = "".join(c for c in bare if HAN.match(c))
    other = "".join(" " if HAN.match(c) else c for c in bare)
    seen: set[Meaning] = set()
    for words in (bare, *lines, other, chinese):
        for meaning in (_meaning(words, tag), _language_first(words)):
            if meaning and meaning.base and meaning not in seen:
                seen.add(meaning)
                yield meaning


def _meaning(words: str, tag: str) -> Meaning:
    numbers = re.findall(r"\d+", words)
    number = int(numbers[0]) if numbers and len(set(numbers)) == 1 and len(numbers[0]) < 3 else 1
    return Meaning(folded(re.sub(r"\d+", " ", words)), tag, max(number, 1))


def _language_first(words: str) -> Meaning | None:
    """The language stands before the word: "英文标题", "English title"."""
    found = _LANGUAGE_FIRST.fullmatch(words.strip())
    return _meaning(found[2], found[1]) if found else None


def _spot(sheet: Sheet, meaning: Meaning, header: str, languages: tuple[str, ...]) -> Spot | None:
    tag = canonical_tag(meaning.tag)
    fixed, open_ = _index(sheet)
    column = fixed.get((meaning.base, tag)) or (fixed.get((meaning.base, "")) if not meaning.tag else None)
    if column is None or column.localized or column.keyed:
        column = open_.get(meaning.base)
    if column is None:
        return None
    number = meaning.number if column.numbered else 1
    if column.keyed:
        return Spot(column, meaning.tag, number) if meaning.tag else None
    if not column.localized:
        return Spot(column, "", number)
    if meaning.tag and not tag:
        return None
    return Spot(column, tag or _language_of(header, languages), number)


def _language_of(header: str, languages: tuple[str, ...]) -> str:
    """The language of a header that names none: its own where it is in one language, else the forum's first."""
    chinese = bool(HAN.search(header))
    other = bool(re.search(r"[A-Za-z]", header))
    if chinese == other:
        return languages[0]
    wanted = ZH if chinese else EN
    return wanted if wanted in languages else languages[0]


@cache
def _index(sheet: Sheet) -> tuple[dict[tuple[str, str], Column], dict[str, Column]]:
    """Columns by folded words and language, and those that take any language or code by folded words."""
    fixed: dict[tuple[str, str], Column] = {}
    open_: dict[str, Column] = {}
    for column in sheet.columns:
        spellings = (column.en, column.zh, column.key, f"{column.en}{column.zh}", f"{column.zh}{column.en}")
        for spelling in (*spellings, *column.aliases):
            if column.localized or column.keyed:
                open_.setdefault(folded(re.sub(r"\d+", " ", spelling)), column)
            for meaning in _meanings(spelling):
                fixed.setdefault((meaning.base, canonical_tag(meaning.tag)), column)
    return fixed, open_


_NOT_DATA: Final = frozenset(
    folded(word) for word in (INSTRUCTIONS, LISTS, "instructions", "填写说明", "说明", "lists")
)
_HEADER_WITHIN: Final = 12
"""Rows from the top among which the header row is looked for: titles may stand above it."""


def sheet_meant(name: str) -> Sheet | None:
    """The sheet of the workbook that a tab names, in Chinese, English or both."""
    wanted = folded(name)
    for sheet in SHEETS:
        spellings = (sheet.subject, sheet.zh, sheet.en, sheet.name, f"{sheet.zh}{sheet.subject}", *sheet.aliases)
        if wanted in {folded(spelling) for spelling in spellings}:
            return sheet
    return None


def draft_rows(draft: Draft, grids: tuple[Grid, ...]) -> None:
    """Turn the sheets into rows of the draft; say which sheets and columns are not read."""
    for grid in grids:
        sheet = sheet_meant(grid.name)
        if sheet is None:
            if folded(grid.name) not in _NOT_DATA and grid.rows:
                draft.remarks.append(
                    localized("The sheet “{sheet}” is none of ours and was not read.", sheet=grid.name)
                )
        elif sheet.subject in draft.rows:
            draft.remarks.append(localized("There is a second sheet “{sheet}”; it was not read.", sheet=grid.name))
        else:
            draft.rows[sheet.subject] = _rows(draft, sheet, grid)


def _rows(draft: Draft, sheet: Sheet, grid: Grid) -> list[DraftRow]:
    if grid.cut:
        draft.remarks.append(
            localized("“{sheet}” has more than {n} rows; the rest was not read.", sheet=grid.name, n=MAX_ROWS)
        )
    found = _header(sheet, grid, draft.languages)
    if found is None:
        if grid.rows:
            draft.remarks.append(
                localized("“{sheet}” has no row of headers that we know; it was not read.", sheet=grid.name)
            )
        return []
    place, spots = found
    _say_what_is_not_read(draft, grid, grid.rows[place][1], spots)
    rows = []
    for number, cells in grid.rows[place + 1 :]:
        given = {spot: cells[at] for at, spot in spots.items() if at < len(cells) and cells[at] is not None}
        if given and not _is_header_again(spots, cells):
            rows.append(DraftRow(sheet, number, given))
    return rows


def _header(sheet: Sheet, grid: Grid, languages: tuple[str, ...]) -> tuple[int, dict[int, Spot]] | None:
    """The row with most headers that we know, and the column of each place; of two alike the first wins."""
    best: tuple[int, dict[int, Spot]] | None = None
    for place, (_, cells) in enumerate(grid.rows[:_HEADER_WITHIN]):
        spots: dict[int, Spot] = {}
        for at, cell in enumerate(cells):
            spot = spot_meant(sheet, cell, languages) if isinstance(cell, str) and len(cell) < 200 else None
            if spot and spot not in spots.values():
                spots[at] = spot
        if spots and (best is None or len(spots) > len(best[1])):
            best = place, spots
    return best


def _is_header_again(spots: dict[int, Spot], cells: tuple[object, ...]) -> bool:
    """Long lists repeat their header on each printed page."""
    headers = [(spot, cells[at]) for at, spot in spots.items() if at < len(cells) and cells[at] is not None]
    return len(headers) > 1 and all(folded(as_text(cell)) in _spellings(spot) for spot, cell in headers)


def _spellings(spot: Spot) -> set[str]:
    zh, en = spot.header[ZH], spot.header[EN]
    return {folded(words) for words in (zh, en, zh + en, en + zh)}


def _say_what_is_not_read(draft: Draft, grid: Grid, header: tuple[object, ...], spots: dict[int, Spot]) -> None:
    """Columns of protected data are refused, others that we don't know are named; neither is read or kept."""
    for at, cell in enumerate(header):
        words = " ".join(as_text(cell).split())
        if not words or at in spots:
            continue
        if is_sensitive(words):
            draft.remarks.append(
                localized(
                    "“{sheet}”: the column “{column}” was not read. Identity, passport, birth, diet and health data "
                    "have no protected place here yet.",
                    sheet=grid.name,
                    column=words[:100],
                )
            )
        else:
            draft.remarks.append(
                localized(
                    "“{sheet}”: the column “{column}” is unknown and was not read.", sheet=grid.name, column=words[:100]
                )
            )


def read_alone(draft: Draft, row: DraftRow) -> None:
    """Read the cells of a row that need no other row; repairs and cells left out are listed."""
    for spot, raw in list(row.cells.items()):
        if isinstance(raw, Refused):
            draft.reject(row, raw.why, spot)
            del row.cells[spot]
        elif spot.column.kind in READABLE_ALONE:
            draft.note_cell(row, spot, read_cell(spot.column, raw, around=draft.around))
