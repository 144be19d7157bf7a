"""From sheets of cells to draft rows: which sheet and column is which, what is not read and why."""

from typing import Final

from forumplanner.domain.text import EN, ZH
from forumplanner.exchange.workbook_columns import Sheet, Spot
from forumplanner.exchange.workbook_draft import Draft, DraftRow
from forumplanner.exchange.workbook_file import MAX_ROWS, Grid
from forumplanner.exchange.workbook_headers import is_sensitive, spot_meant
from forumplanner.exchange.workbook_sheets import SHEETS
from forumplanner.exchange.workbook_values import READABLE_ALONE, Refused, as_text, read_cell
from forumplanner.exchange.workbook_words import folded
from forumplanner.i18n import localized

INSTRUCTIONS: Final = "instructions 填写说明"
LISTS: Final = "lists 选项"
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
