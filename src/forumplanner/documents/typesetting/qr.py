"""QR codes (ISO/IEC 18004): tokens of one fixed length by one set-up and a few XORs each, any other text by segno.

With version, error level and mask fixed, a symbol is affine over GF(2) in its data bits: a code is the code of the
all-zero text XOR one basis symbol for each bit that is set. Error correction, interleaving and mask are linear or
constant, so nothing is computed twice. A code is drawn as a one-bit image mask, never as hundreds of rectangles.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from forumplanner.documents.typesetting.pen import MM, Pen, fill

ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""QR's alphanumeric set; two characters are one number of 11 bits, 45 x first + second."""

TOKEN_LENGTH: Final = 12
QUIET: Final = 4
"""Modules that stay white around a code."""

_VERSION, _ERROR, _MASK = 1, "m", 3
_PAIR_BITS = 11


class Code(NamedTuple):
    """A symbol: modules a side, and its modules row by row from the top left as one number, dark = 1."""

    side: int
    modules: int

    def rows(self) -> bytes:
        """Its rows from the top, each padded with light modules to whole bytes."""
        width = (self.side + 7) // 8
        mask = (1 << self.side) - 1
        rows = (
            ((self.modules >> self.side * (self.side - 1 - y)) & mask) << (8 * width - self.side)
            for y in range(self.side)
        )
        return b"".join(row.to_bytes(width, "big") for row in rows)


def token_code(token: str) -> Code:
    """The version 1, level M code of a token of twelve characters of `ALPHABET`; raises `ValueError` for others."""
    side, base, basis = _token_basis()
    if len(token) != TOKEN_LENGTH:
        raise ValueError(f"a token has {TOKEN_LENGTH} characters, not {len(token)}")
    modules = base
    for pair in range(TOKEN_LENGTH // 2):
        value = 45 * ALPHABET.index(token[2 * pair]) + ALPHABET.index(token[2 * pair + 1])
        for bit, flipped in enumerate(basis[pair]):
            if value >> bit & 1:
                modules ^= flipped
    return Code(side, modules)


@cache
def text_code(text: str) -> Code:
    """The smallest code of any text at level M or, where that takes no more room, a higher one: a link for instance.

    Letters beyond ASCII are UTF-8, which links are. Raises `ValueError` where the text is longer than 2,331 bytes.
    """
    import segno  # noqa: PLC0415 - it loads HTTP and mail, and many papers have no code

    return _code_of(segno.make_qr(text, error="m", encoding="utf-8").matrix)


@cache
def _token_basis() -> tuple[int, int, tuple[tuple[int, ...], ...]]:
    """Side, symbol of the all-zero token, and per pair of characters the symbols that its bits flip."""
    zero = "0" * TOKEN_LENGTH
    base = _fixed(zero)
    basis = tuple(
        tuple(
            _fixed(zero[: 2 * pair] + _characters(1 << bit) + zero[2 * pair + 2 :]).modules ^ base.modules
            for bit in range(_PAIR_BITS)
        )
        for pair in range(TOKEN_LENGTH // 2)
    )
    return base.side, base.modules, basis


def _characters(value: int) -> str:
    return ALPHABET[value // 45] + ALPHABET[value % 45]


def _fixed(text: str) -> Code:
    """Alphanumeric even for digits alone: the mode is part of the symbol."""
    import segno  # noqa: PLC0415 - as above

    symbol = segno.make_qr(text, version=_VERSION, error=_ERROR, mask=_MASK, mode="alphanumeric", boost_error=False)
    return _code_of(symbol.matrix)


def _code_of(matrix: Sequence[Sequence[int]]) -> Code:
    modules = 0
    for row in matrix:
        for module in row:
            modules = modules << 1 | module
    return Code(len(matrix), modules)


def draw_code(pen: Pen, code: Code, x: float, y: float, size: float, colour: str = "#000000") -> None:
    """Draw a code `size` mm wide with its top left at (x, y) mm; the quiet zone is the caller's to keep white."""
    left, bottom = pen.point(x, y + size)
    side, points = code.side, size * MM
    pen.canvas.write(
        f"q {fill(colour)} {points:.3f} 0 0 {points:.3f} {left:.3f} {bottom:.3f} cm "
        f"BI /W {side} /H {side} /IM true /BPC 1 /D [1 0] /F /AHx ID {code.rows().hex()}> EI Q"
    )


def tile_of(size: float, code: Code) -> float:
    """Width (mm) of the white tile that a code of `size` mm with its quiet zone needs."""
    return size * (code.side + 2 * QUIET) / code.side
