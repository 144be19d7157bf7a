"""A QR symbol (ISO/IEC 18004:2015, 6.3 and 7.7 to 7.9): function patterns, placed codewords, the mask that suits best.

Squares of modules are integers here, a bit a module, row by row from the top left; dark is 1.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise, product
from typing import NamedTuple

from forumplanner.documents.typesetting.qr_codewords import LARGEST, Level, Message, sequence, shape_of

_MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda y, x: (y + x) % 2,
    lambda y, _x: y % 2,
    lambda _y, x: x % 3,
    lambda y, x: (y + x) % 3,
    lambda y, x: (y // 2 + x // 3) % 2,
    lambda y, x: y * x % 2 + y * x % 3,
    lambda y, x: (y * x % 2 + y * x % 3) % 2,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2,
)
"""A module is turned over where its mask is 0 (Table 10)."""
_RUNS = re.compile("0{5,}|1{5,}")
_LIKE_A_FINDER = re.compile("(?<=0000)1011101|1011101(?=0000)")
_FORMAT, _FORMAT_MASK, _VERSION = 0b10100110111, 0b101010000010010, 0b1111100100101

Square = dict[tuple[int, int], int]
"""Modules by (row, column)."""


class Symbol(NamedTuple):
    """A symbol: modules a side, and all of them as one number."""

    side: int
    modules: int


def smallest(text: Message) -> tuple[int, Level]:
    """The lowest version that holds a text at level M, and the highest level that it holds there, which costs nothing.

    Raises `ValueError` where no version holds it.
    """
    for version in range(1, LARGEST + 1):
        for level in (Level.H, Level.Q, Level.M):
            if text.length(version) <= 8 * sum(shape_of(version, level).data):
                return version, level
    raise ValueError("the text is too long for a QR code")


def symbol(text: Message, version: int, level: Level, mask: int | None = None) -> Symbol:
    """The symbol of a text; without a mask that with the fewest penalty points, the first of several."""
    side = 4 * version + 17
    placed = _fixed(version) | _number(side, _placed(sequence(text, version, level), version))
    if mask is None:
        # Format information isn't judged with the rest: it depends on the mask (7.8).
        mask = min(range(len(_MASKS)), key=lambda number: penalty(side, placed ^ _mask(version, number)))
    return Symbol(side, placed ^ _mask(version, mask) | _number(side, _format(side, level, mask)))


def _number(side: int, square: Square) -> int:
    last = side * side - 1
    return sum(dark << (last - y * side - x) for (y, x), dark in square.items())


@cache
def _patterns(version: int) -> Square:
    """Finders with their separators, timing, alignment, the dark module, version and the places of format."""
    side = 4 * version + 17
    square: Square = {(6, at): 1 - at % 2 for at in range(side)}
    square |= {(at, 6): 1 - at % 2 for at in range(side)}
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        for y, x in product(range(-1, 8), repeat=2):
            if 0 <= top + y < side and 0 <= left + x < side:
                square[top + y, left + x] = max(abs(y - 3), abs(x - 3)) in {0, 1, 3}
    for top, left in _alignments(version):
        for y, x in product(range(-2, 3), repeat=2):
            square[top + y, left + x] = max(abs(y), abs(x)) != 1
    if version > 6:
        bits = version << 12 | _remainder(version << 12, _VERSION)
        for n in range(18):
            square[n // 3, side - 11 + n % 3] = square[side - 11 + n % 3, n // 3] = bits >> n & 1
    square |= dict.fromkeys(_format(side, Level.M, 0), 0)
    return square


def _alignments(version: int) -> Iterator[tuple[int, int]]:
    """Centres of the alignment patterns (Annex E); none where a finder stands."""
    if version == 1:
        return
    count = version // 7 + 2
    step = 26 if version == LARGEST - 8 else (version * 4 + count * 2 + 1) // (count * 2 - 2) * 2
    places = [6, *(4 * version + 10 - step * n for n in range(count - 2, -1, -1))]
    corners = {(6, 6), (6, places[-1]), (places[-1], 6)}
    yield from ((y, x) for y, x in product(places, repeat=2) if (y, x) not in corners)


def _remainder(value: int, divisor: int) -> int:
    """The remainder of two polynomials over GF(2)."""
    while value.bit_length() >= divisor.bit_length():
        value ^= divisor << (value.bit_length() - divisor.bit_length())
    return value


def _format(side: int, level: Level, mask: int) -> Square:
    """Format information, twice, and the dark module beside it (7.9)."""
    data = (level << 3 | mask) << 10
    bits = (data | _remainder(data, _FORMAT)) ^ _FORMAT_MASK
    down = [*range(6), 7, 8, *range(side - 7, side)]
    square: Square = {(side - 8, 8): 1}
    for n in range(15):
        square[down[n], 8] = square[8, down[14 - n] if n > 7 else side - 1 - n] = bits >> n & 1
    return square


@cache
def _fixed(version: int) -> int:
    return _number(4 * version + 17, _patterns(version))


@cache
def _free(version: int) -> tuple[tuple[int, int], ...]:
    """Places of data in their order: two columns at a time from the right, up and down in turn (7.7.3)."""
    side, taken = 4 * version + 17, _patterns(version)
    columns = [*range(side - 1, 6, -2), *range(5, 0, -2)]
    places = []
    for n, right in enumerate(columns):
        rows = range(side) if n % 2 else range(side - 1, -1, -1)
        places += [(y, x) for y in rows for x in (right, right - 1) if (y, x) not in taken]
    return tuple(places)


def _placed(words: bytes, version: int) -> Square:
    bits = "".join(f"{word:08b}" for word in words)
    return {place: int(bit) for place, bit in zip(_free(version), bits, strict=False)}


@cache
def _mask(version: int, number: int) -> int:
    """The modules that a mask turns over."""
    rule = _MASKS[number]
    return _number(4 * version + 17, {(y, x): not rule(y, x) for y, x in _free(version)})


def penalty(side: int, modules: int) -> int:
    """How much a symbol looks like what confuses readers (7.8.3): runs, blocks, what resembles a finder, imbalance."""
    bits = f"{modules:0{side * side}b}"
    rows = [bits[at : at + side] for at in range(0, side * side, side)]
    points = 0
    for line in (*rows, *map("".join, zip(*rows, strict=True))):
        points += sum(len(run) - 2 for run in _RUNS.findall(line))
        points += 40 * len(_LIKE_A_FINDER.findall(f"0000{line}0000"))  # the quiet zone is light
    numbers = [int(row, 2) for row in rows]
    inside = (1 << side - 1) - 1
    for one, other in pairwise(numbers):
        same = ~(one ^ other)
        points += 3 * (same & same >> 1 & ~(one ^ one >> 1) & inside).bit_count()
    dark = 100 * modules.bit_count() / (side * side)
    return points + 10 * int(abs(dark - 50) / 5)
