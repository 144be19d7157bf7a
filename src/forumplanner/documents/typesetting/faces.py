"""One static TrueType file as HarfBuzz sees it: which characters it has, how wide and how tall its glyphs are."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from forumplanner.documents.typesetting.characters import UNDRAWN, needs_no_glyph

Ink = tuple[float, float, float, float]
"""Left, bottom, right, top of a glyph's ink in 1/1000 em, from its origin."""

_PROBES = {True: "国（龑永", False: "Abdl(0gpqy"}


class _Filled(dict[Any, Any]):
    """A dictionary that computes what it lacks, once: glyph lookups are the innermost loop of every paper."""

    def __init__(self, compute: Callable[[Any], Any]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, key: object) -> object:
        found = self[key] = self._compute(key)
        return found


class Face:
    """One file, opened when it is first asked; all measures are in 1/1000 em."""

    def __init__(self, name: str, path: Path) -> None:
        """`name` is the PostScript name: faces of one name are one font in a document."""
        self.name = name
        self.path = path
        self.glyph_of: dict[str, int] = _Filled(lambda char: self.font.get_nominal_glyph(ord(char)) or 0)
        self.advance_of: dict[int, float] = _Filled(lambda glyph: self.font.get_glyph_h_advance(glyph) * self.scale)
        self.char_advance: dict[str, float] = _Filled(self._char_advance)
        self._ink: dict[int, Ink] = _Filled(self._measure_ink)
        self._proved: set[str] = set()
        self._no_taller: dict[bool, set[str]] = {True: set(), False: set()}

    def __repr__(self) -> str:
        return f"Face({self.name!r})"

    @cached_property
    def font(self) -> Any:
        """HarfBuzz's font, scaled to the face's own units."""
        return hb.Font(hb.Face(hb.Blob.from_file_path(str(self.path))))

    @cached_property
    def units_per_em(self) -> int:
        """The face's design units in one em."""
        return int(self.font.face.upem)

    @cached_property
    def scale(self) -> float:
        """1/1000 em in one design unit."""
        return 1000 / self.units_per_em

    def sets(self, text: str) -> bool:
        """Whether the face draws all of a text; joiners and variation selectors only steer shaping."""
        chars = set(text) - self._proved
        if not all(needs_no_glyph(char) or self.glyph_of[char] for char in chars):
            return False
        self._proved |= chars
        return True

    def open(self) -> None:
        """Open the file now, so that it may be moved away later."""
        self.has(" ")

    def has(self, char: str) -> bool:
        """Whether the face draws this character by itself."""
        return self.glyph_of[char] != 0

    def ink(self, glyph: int) -> Ink:
        """The box of a glyph's ink; all zero for blank glyphs."""
        return self._ink[glyph]

    def line_ink(self, text: str, *, han: bool) -> tuple[float, float]:
        """Ink above and below the baseline of a text, and at least that of a full square or of plain letters.

        So lines with and without ascenders keep one pitch, and only what is really taller moves them apart.
        """
        top, bottom = self._probed[han]
        known = self._no_taller[han]
        ascent, descent = top, bottom
        for char in set(text) - known:
            box = self.ink(self.glyph_of[char])
            if box[3] <= top and -box[1] <= bottom:
                known.add(char)
            ascent, descent = max(ascent, box[3]), max(descent, -box[1])
        return ascent, descent

    @cached_property
    def _probed(self) -> dict[bool, tuple[float, float]]:
        """Ink above and below the baseline of the probes, for Han and for letters."""
        boxes = {han: [self.ink(self.glyph_of[char]) for char in probes] for han, probes in _PROBES.items()}
        return {han: (max(box[3] for box in found), max(-box[1] for box in found)) for han, found in boxes.items()}

    @cached_property
    def ascent_descent(self) -> tuple[float, float]:
        """The file's own ascent and descent, for the font descriptor; far more than ink for many scripts."""
        extents = self.font.get_font_extents("ltr")
        return extents.ascender * self.scale, -extents.descender * self.scale

    def _char_advance(self, char: str) -> float:
        return 0.0 if char in UNDRAWN else self.advance_of[self.glyph_of[char]]

    def _measure_ink(self, glyph: int) -> Ink:
        box = self.font.get_glyph_extents(glyph)
        if box is None:
            return (0.0, 0.0, 0.0, 0.0)
        left, top = box.x_bearing * self.scale, box.y_bearing * self.scale
        return (left, top + box.height * self.scale, left + box.width * self.scale, top)
