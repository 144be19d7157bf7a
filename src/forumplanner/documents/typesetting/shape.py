"""Shaping by HarfBuzz: the glyphs of a run with their places, each tied to the characters it stands for."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from forumplanner.documents.typesetting.characters import joins
from forumplanner.documents.typesetting.faces import Face
from forumplanner.documents.typesetting.itemise import SIMPLE, Run

_KERNING_ONLY = {"liga": False, "clig": False, "ccmp": False, "locl": False, "calt": False, "rlig": False}
_NASTALIQ_SPACE = 230.0
"""Nastaliq kerns its word space almost away; a line of names needs one that is seen."""


class Glyph(NamedTuple):
    """One glyph in visual order; measures in 1/1000 em, start and end count inside the run's text."""

    id: int
    advance: float
    dx: float
    dy: float
    start: int
    end: int


class Word(NamedTuple):
    """A word of a simple script with its trailing space: one glyph and one advance for each character."""

    start: int
    text: str
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]


def is_simple(run: Run, text: str) -> bool:
    """Whether the run's characters are drawn one glyph each, from left to right."""
    return run.script in SIMPLE and not run.level & 1 and (text.isascii() or not any(map(joins, text)))


def shape(
    face: Face, text: str, script: str, *, right_to_left: bool, features: Mapping[str, bool] | None = None
) -> list[Glyph]:
    """Glyphs of a text in visual order."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.direction = "rtl" if right_to_left else "ltr"
    if script not in {"Zyyy", "Zinh", "Zzzz"}:
        buffer.script = script
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer, dict(features or {}))
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    scale = face.scale
    starts = sorted({info.cluster for info in infos})
    end_of = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return [
        Glyph(i.codepoint, p.x_advance * scale, p.x_offset * scale, p.y_offset * scale, i.cluster, end_of[i.cluster])
        for i, p in zip(infos, positions, strict=True)
    ]


@lru_cache(20000)
def shape_complex(face: Face, text: str, script: str, *, right_to_left: bool) -> tuple[Glyph, ...]:
    """Glyphs of a run of a complex script or of a right-to-left run."""
    glyphs = shape(face, text, script, right_to_left=right_to_left)
    if script == "Arab":
        glyphs = [g._replace(advance=max(g.advance, _NASTALIQ_SPACE)) if text[g.start] == " " else g for g in glyphs]
    return tuple(glyphs)


def kerned_words(face: Face, text: str) -> tuple[Word, ...]:
    """The words of a Latin run, kerned."""
    words = []
    start = 0
    while start < len(text):
        space = text.find(" ", start)
        end = len(text) if space < 0 else space + 1
        word = text[start:end]
        words.append(Word(start, word, *_kern(face, word)))
        start = end
    return tuple(words)


@lru_cache(60000)
def _kern(face: Face, word: str) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Glyphs and advances of one word, one for each character: no ligatures, so that every letter can be copied."""
    shaped = shape(face, word, "Latn", right_to_left=False, features=_KERNING_ONLY)
    if len(shaped) != len(word) or any(glyph.dx or glyph.dy for glyph in shaped):
        return tuple(map(face.glyph_of.__getitem__, word)), tuple(map(face.char_advance.__getitem__, word))
    return tuple(glyph.id for glyph in shaped), tuple(glyph.advance for glyph in shaped)
