"""Cards on a sheet: how many, where, with which gutters, in which order, so that cut piles stack in sequence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeVar

Card = TypeVar("Card")

BLEED: Final = 3.0
"""Millimetres of colour beyond the trim where colour touches the edge."""

MARK_OFFSET: Final = 3.5
MARK_LENGTH: Final = 4.5
"""Crop marks begin this far outside the trim (mm) and are this long."""

SHEETS: Final[dict[str, tuple[float, float]]] = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "Letter": (215.9, 279.4)}
"""Width and height of sheets, mm."""


class Place(NamedTuple):
    """Where a card lies: its trimmed top left on the sheet in mm, column and row from the top left."""

    x: float
    y: float
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards of one size on one sheet; all in mm. `bleed` is 0 where cards share their cuts.

    `turned`: the cards lie on their side, which brings more of them onto the sheet.
    """

    sheet: tuple[float, float]
    card: tuple[float, float]
    columns: int
    rows: int
    gutter: float
    bleed: float
    turned: bool

    @property
    def cell(self) -> tuple[float, float]:
        """Width and height of a card as it lies on the sheet."""
        width, height = self.card
        return (height, width) if self.turned else (width, height)

    @property
    def count(self) -> int:
        """Cards a sheet."""
        return self.columns * self.rows

    @property
    def margins(self) -> tuple[float, float]:
        """Free paper left and right, above and below the block."""
        (sheet_width, sheet_height), (width, height) = self.sheet, self.cell
        return (
            (sheet_width - _span(width, self.columns, self.gutter)) / 2,
            (sheet_height - _span(height, self.rows, self.gutter)) / 2,
        )

    def places(self) -> list[Place]:
        """Where the cards of a front lie, row by row."""
        (left, top), (width, height) = self.margins, self.cell
        return [
            Place(left + column * (width + self.gutter), top + row * (height + self.gutter), column, row)
            for row in range(self.rows)
            for column in range(self.columns)
        ]

    def back(self, place: Place) -> Place:
        """Where the back of a card lies, for a sheet that is turned over its long edge: columns are mirrored."""
        column = self.columns - 1 - place.column
        return self.places()[place.row * self.columns + column]

    def cuts(self) -> tuple[list[float], list[float]]:
        """Where the knife goes: x and y of all trim edges."""
        places, (width, height) = self.places(), self.cell
        xs = {round(p.x + side, 4) for p in places for side in (0.0, width)}
        ys = {round(p.y + side, 4) for p in places for side in (0.0, height)}
        return sorted(xs), sorted(ys)


def _span(card: float, count: int, gutter: float) -> float:
    return card * count + gutter * (count - 1)


def impose(card: tuple[float, float], sheet: tuple[float, float] = SHEETS["A4"], *, bleed: float = BLEED) -> Grid:
    """As many cards as fit, upright or turned; two bleeds of gutter and room for marks where the sheet has it.

    Otherwise neighbours share their cuts and nothing bleeds. Raises `ValueError` where not even one card fits.
    """
    upright, turned = _most(card, sheet), _most((card[1], card[0]), sheet)
    if not _count(upright) + _count(turned):
        raise ValueError(f"a card of {card[0]:g} x {card[1]:g} mm does not fit on the sheet")
    on_side = _count(turned) > _count(upright)
    columns, rows = turned if on_side else upright
    roomy = Grid(sheet, card, columns, rows, 2 * bleed, bleed, on_side)
    if bleed and min(roomy.margins) >= MARK_OFFSET + MARK_LENGTH:
        return roomy
    return Grid(sheet, card, columns, rows, 0.0, 0.0, on_side)


def _most(cell: tuple[float, float], sheet: tuple[float, float]) -> tuple[int, int]:
    return int((sheet[0] + 1e-6) // cell[0]), int((sheet[1] + 1e-6) // cell[1])


def _count(grid: tuple[int, int]) -> int:
    return grid[0] * grid[1]


def cut_stack(cards: Sequence[Card], places: int) -> Iterator[list[Card | None]]:
    """Cards sheet by sheet, so that after cutting each pile goes on where the pile before it ends.

    With 8 cards on 4 places: sheets [1, 3, 5, 7] and [2, 4, 6, 8]; piles 1 2, 3 4, 5 6, 7 8. Missing ones are None.
    """
    sheets = -(-len(cards) // places)
    for sheet in range(sheets):
        wanted = (pile * sheets + sheet for pile in range(places))
        yield [cards[at] if at < len(cards) else None for at in wanted]


def in_rows(cards: Sequence[Card], places: int) -> Iterator[list[Card | None]]:
    """Cards sheet by sheet in reading order; missing ones are None."""
    for start in range(0, len(cards), places):
        sheet: list[Card | None] = list(cards[start : start + places])
        yield sheet + [None] * (places - len(sheet))
