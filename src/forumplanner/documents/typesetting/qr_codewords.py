"""The codewords of a QR symbol (ISO/IEC 18004:2015, 7.4 to 7.6): data as bits, padded, with error correction."""

from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The alphanumeric set; two characters are one number of 11 bits, 45 x first + second."""

LARGEST = 40
"""The highest version; a version has 4 x version + 17 modules a side."""


class Level(IntEnum):
    """How much of a symbol may be lost: 15, 25, 30 %. Its value is what format information says (Table 12)."""

    M = 0b00
    Q = 0b11
    H = 0b10


_CORRECTION = {
    Level.M: "10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26" + " 28" * 19,
    Level.Q: "13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28" + " 30" * 14,
    Level.H: "17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24" + " 30" * 18,
}
"""Error correction codewords in each block, by version (Table 9)."""
_BLOCKS = {
    Level.M: "1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 "
    "17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49",
    Level.Q: "1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 "
    "23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68",
    Level.H: "1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 "
    "25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81",
}
"""Blocks by version (Table 9)."""

_ALPHANUMERIC, _BYTES = 0b0010, 0b0100
_PADDING = (0xEC, 0x11)
_FIELD = 0x11D
"""x^8 + x^4 + x^3 + x^2 + 1, the polynomial of the field that error correction reckons in (7.5.2)."""


class Shape(NamedTuple):
    """How the codewords of a version and level are dealt out: correction codewords a block, and each block's data."""

    correction: int
    data: tuple[int, ...]


class Message(NamedTuple):
    """A text in one mode: its indicator, how many characters it counts, their bits as text of 0 and 1."""

    mode: int
    characters: int
    bits: str

    def length(self, version: int) -> int:
        """Bits that it takes with mode and count."""
        return 4 + self._count_bits(version) + len(self.bits)

    def written(self, version: int) -> str:
        """All bits with mode and count."""
        return f"{self.mode:04b}{self.characters:0{self._count_bits(version)}b}{self.bits}"

    def _count_bits(self, version: int) -> int:
        """Table 3."""
        if self.mode == _BYTES:
            return 8 if version < 10 else 16
        return 9 if version < 10 else 11 if version < 27 else 13


def message(text: str) -> Message:
    """A text in alphanumeric mode where that has all of its characters, else as UTF-8 bytes."""
    if text and all(char in ALPHABET for char in text):
        values = [ALPHABET.index(char) for char in text]
        pairs = [f"{45 * one + other:011b}" for one, other in zip(values[::2], values[1::2], strict=False)]
        return Message(_ALPHANUMERIC, len(text), "".join(pairs) + (f"{values[-1]:06b}" if len(text) % 2 else ""))
    data = text.encode()
    return Message(_BYTES, len(data), "".join(f"{byte:08b}" for byte in data))


@cache
def shape_of(version: int, level: Level) -> Shape:
    """How the codewords of a symbol are dealt out; later blocks hold one more where they don't divide evenly."""
    correction, blocks = (int(table[level].split()[version - 1]) for table in (_CORRECTION, _BLOCKS))
    data = codewords(version) - correction * blocks
    short, longer = divmod(data, blocks)
    return Shape(correction, (short,) * (blocks - longer) + (short + 1,) * longer)


def codewords(version: int) -> int:
    """All codewords of a version: what function patterns leave free, in whole bytes."""
    modules = (16 * version + 128) * version + 64
    if version > 1:
        aligned = version // 7 + 2
        modules -= (25 * aligned - 10) * aligned - 55
    return (modules - (36 if version > 6 else 0)) // 8


def sequence(text: Message, version: int, level: Level) -> bytes:
    """Data and correction codewords in the order in which they are placed (7.6)."""
    shape = shape_of(version, level)
    room = 8 * sum(shape.data)
    bits = text.written(version)
    bits += "0" * min(4, room - len(bits))
    bits += "0" * (-len(bits) % 8)
    data = [int(bits[at : at + 8], 2) for at in range(0, len(bits), 8)]
    data += [_PADDING[n % 2] for n in range(sum(shape.data) - len(data))]
    blocks, start = [], 0
    for length in shape.data:
        blocks.append(data[start : start + length])
        start += length
    corrections = [_correction(block, shape.correction) for block in blocks]
    return bytes(_dealt(blocks) + _dealt(corrections))


def _dealt(blocks: Sequence[Sequence[int]]) -> list[int]:
    """The first of each block, then the second of each, and so on."""
    return [word for words in zip_longest(*blocks) for word in words if word is not None]


@cache
def _powers() -> tuple[list[int], list[int]]:
    """Powers of 2 in the field, twice over so that exponents needn't be reduced, and their logarithms."""
    powers, logs = [1] * 510, [0] * 256
    for at in range(1, 510):
        double = powers[at - 1] << 1
        powers[at] = double ^ (_FIELD if double > 0xFF else 0)
    for at in range(255):
        logs[powers[at]] = at
    return powers, logs


def _times(one: int, other: int) -> int:
    powers, logs = _powers()
    return powers[logs[one] + logs[other]] if one and other else 0


@cache
def _generator(count: int) -> tuple[int, ...]:
    """Coefficients of (x - 1)(x - 2)(x - 4)... with `count` factors, without the leading 1."""
    product: tuple[int, ...] = (1,)
    for root in _powers()[0][:count]:
        product = tuple(one ^ _times(other, root) for one, other in zip((*product, 0), (0, *product), strict=True))
    return product[1:]


def _correction(block: Sequence[int], count: int) -> list[int]:
    """The remainder of the block's polynomial by the generator."""
    rest = [0] * count
    for word in block:
        factor = word ^ rest[0]
        rest = [one ^ _times(other, factor) for one, other in zip([*rest[1:], 0], _generator(count), strict=True)]
    return rest
