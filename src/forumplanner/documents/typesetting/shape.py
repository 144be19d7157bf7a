"""Shaping by HarfBuzz: the glyphs of a run with their places, each tied to the characters it stands for."""

from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

import uharfbuzz as hb

from forumplanner.documents.typesetting.characters import joins
from forumplanner.documents.typesetting.faces import Face
from forumplanner.documents.typesetting.itemise import SIMPLE, Run

_KERNING_ONLY = {"liga": False, "clig": False, "ccmp": False, "locl": False, "calt": False, "rlig": False}
_CHINESE_DASH = "——"
"""Han faces have one glyph for the two, without a gap in the middle."""
_NASTALIQ_SPACE = 230.0
"""Nastaliq kerns its word space almost away; a line of names needs one that is seen."""


class Part(NamedTuple):
    """One glyph of a cluster, with its place from the cluster's origin in 1/1000 em."""

    glyph: int
    x: float
    y: float


class Cluster(NamedTuple):
    """Glyphs that stand together for some characters; start and end count inside the run's text.

    `ascent` and `descent` are their ink above and below the baseline; all measures are in 1/1000 em.
    """

    parts: tuple[Part, ...]
    advance: float
    start: int
    end: int
    ascent: float = 0.0
    descent: float = 0.0


class Word(NamedTuple):
    """A word of a simple script with its trailing space: one glyph and one advance for each character."""

    start: int
    text: str
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]


def is_simple(run: Run, text: str) -> bool:
    """Whether the run's characters are drawn one glyph each, from left to right."""
    if run.script not in SIMPLE or run.level & 1:
        return False
    return text.isascii() or (_CHINESE_DASH not in text and not any(map(joins, text)))


def _shaped(face: Face, text: str, script: str, direction: str, features: dict[str, bool] | None) -> Any:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.direction = direction
    if script not in {"Zyyy", "Zinh", "Zzzz"}:
        buffer.script = script
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer, features)
    return buffer


def shape(
    face: Face, text: str, script: str, *, right_to_left: bool, features: dict[str, bool] | None = None
) -> list[Cluster]:
    """Clusters of a text from left to right: the smallest stretches that HarfBuzz keeps apart."""
    buffer = _shaped(face, text, script, "rtl" if right_to_left else "ltr", features)
    shaped = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
    starts = sorted({info.cluster for info, _ in shaped})
    end_of = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    clusters = []
    for start, group in groupby(shaped, key=lambda pair: int(pair[0].cluster)):
        parts = []
        pen = 0.0
        for info, place in group:
            parts.append(Part(info.codepoint, pen + place.x_offset * face.scale, place.y_offset * face.scale))
            pen += place.x_advance * face.scale
        clusters.append(Cluster(tuple(parts), pen, start, end_of[start]))
    return clusters


@lru_cache(20000)
def shape_complex(face: Face, text: str, script: str, *, right_to_left: bool) -> tuple[Cluster, ...]:
    """Clusters of a run of a complex script or of a right-to-left run."""
    found = shape(face, text, script, right_to_left=right_to_left)
    if script == "Arab":
        found = [c._replace(advance=max(c.advance, _NASTALIQ_SPACE)) if text[c.start] == " " else c for c in found]
    return tuple(_with_ink(face, cluster) for cluster in found)


def _with_ink(face: Face, cluster: Cluster) -> Cluster:
    boxes = [(face.ink(part.glyph), part.y) for part in cluster.parts]
    ascent = max(top + y for (_left, _bottom, _right, top), y in boxes)
    descent = max(-bottom - y for (_left, bottom, _right, _top), y in boxes)
    return cluster._replace(ascent=max(ascent, 0.0), descent=max(descent, 0.0))


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
    if len(word) > 1:
        buffer = _shaped(face, word, "Latn", "ltr", _KERNING_ONLY)
        glyphs, places = buffer.glyph_infos, [place.position for place in buffer.glyph_positions]
        one_each = [glyph.cluster for glyph in glyphs] == list(range(len(word)))
        if one_each and not any(x or y for x, y, _wide, _high in places):
            scale = face.scale
            return tuple([glyph.codepoint for glyph in glyphs]), tuple([wide * scale for _x, _y, wide, _high in places])
    return tuple(map(face.glyph_of.__getitem__, word)), tuple(map(face.char_advance.__getitem__, word))
