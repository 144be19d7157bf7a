"""A text analysed once: runs, glyphs and widths at size 1, ready for every size and every line width.

All widths are in 1/1000 em, so setting at size s into w points is wrapping into w * 1000 / s units; nothing is shaped
twice.
"""

from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from forumplanner.documents.typesetting import wrapping
from forumplanner.documents.typesetting.characters import clean, take_marks
from forumplanner.documents.typesetting.fonts import FontBook, Voice
from forumplanner.documents.typesetting.itemise import HAN, Run, itemise
from forumplanner.documents.typesetting.shape import Cluster, Word, is_simple, kerned_words, shape_complex
from forumplanner.documents.typesetting.wrapping import Breaks, LineEnds, Span

HAN_GAP = 125.0
"""An eighth of an em between Han and a Latin letter; none at digits, so that dates and room numbers stay closed."""

_EM = 1000.0
_HALF = 500.0
_FULL_WIDTH = 990.0
_CLOSING = frozenset("，。、；：）》」』”’】〕")
_OPENING = frozenset("（《「『“‘【〔")
_MARKS = _CLOSING | _OPENING


class Line(NamedTuple):
    """One line of a paragraph; measures in 1/1000 em."""

    start: int
    end: int
    width: float
    hard: bool
    ascent: float
    descent: float


class Setting(NamedTuple):
    """How a run is drawn: by kerned words, by shaped clusters, or (neither) character by character."""

    run: Run
    words: tuple[Word, ...] | None = None
    clusters: tuple[Cluster, ...] | None = None


class Paragraph:
    """User text, analysed. Never markup: every character stands for itself."""

    __slots__ = (
        "_breaks",
        "_cumulated",
        "_extents",
        "_inks",
        "_kept",
        "base",
        "extra",
        "missing",
        "settings",
        "text",
        "widened",
    )

    def __init__(self, text: str, book: FontBook, voice: Voice, *, base: int | None = None) -> None:
        """Analyse `text` in the faces of `voice`; `base` forces left-to-right (0) or right-to-left (1)."""
        self.text, self._kept, widened = take_marks(clean(text))
        self.base, runs, self.missing = itemise(self.text, book, voice, base)
        advances = [0.0] * len(self.text)
        self.settings = [_set(run, self.text[run.start : run.end], advances) for run in runs]
        self.widened = {at: advances[at] + _EM for at in widened if _is_drawn_alone(self.settings, at)}
        for at, width in self.widened.items():
            advances[at] = width
        self.extra = _east_asian_spacing(self.text, runs, advances)
        for at, space in self.extra.items():
            advances[at] += space
        self._cumulated = list(accumulate(advances, initial=0.0))
        self._breaks: dict[LineEnds, Breaks] = {}
        self._extents: dict[tuple[int, int], tuple[float, float]] = {}
        self._inks: dict[int, tuple[float, float]] = {}

    def natural(self) -> float:
        """Width of the text on one line."""
        return self._cumulated[wrapping.trim(self.text, len(self.text))]

    def width(self, size: float) -> float:
        """Width of the text on one line at a size, in points."""
        return self.natural() * size / 1000

    def advance(self, start: int, end: int) -> float:
        """Width of a stretch of the text."""
        return self._cumulated[end] - self._cumulated[start]

    def breaks(self, ends: LineEnds = LineEnds.TEXT) -> Breaks:
        """Where lines may end; computed only when something must wrap."""
        found = self._breaks.get(ends)
        if found is None:
            found = wrapping.find_breaks(self.text, self._cumulated, ends, kept=self._kept)
            self._breaks[ends] = found
        return found

    def wrap(self, units: float, anywhere: bool = True, *, ends: LineEnds = LineEnds.TEXT) -> list[Line]:
        """Greedy lines of at most `units`.

        A word wider than that is broken between graphemes, or with `anywhere` False left overfull.
        """
        if "\n" not in self.text and self.natural() <= units:
            return [self.line(Span(0, wrapping.trim(self.text, len(self.text)), hard=True))]
        spans = wrapping.wrap(self.text, self._cumulated, self.breaks(ends), units, anywhere=anywhere)
        return [self.line(span) for span in spans]

    def line(self, span: Span) -> Line:
        """Measure a stretch of the text as a line; a gap to what would follow doesn't count."""
        start, end, hard = span
        ascent, descent = self.extents(start, end)
        gap = max(self.extra.get(end - 1, 0.0), 0.0) if end > start else 0.0
        return Line(start, end, self.advance(start, end) - gap, hard, ascent, descent)

    def extents(self, start: int, end: int) -> tuple[float, float]:
        """Ink above and below the baseline: by glyph for complex scripts, by run for simple ones."""
        found = self._extents.get((start, end))
        if found is None:
            found = self._extents[start, end] = self._measure(start, end)
        return found

    def _measure(self, start: int, end: int) -> tuple[float, float]:
        ascent = descent = 0.0
        for run, _words, clusters in self.settings:
            if run.end <= start or run.start >= end:
                continue
            if clusters is None:
                above, below = self._simple_ink(run)
                ascent, descent = max(ascent, above), max(descent, below)
                continue
            here = [c for c in clusters if start <= run.start + c.start < end]
            ascent = max(ascent, *(c.ascent for c in here)) if here else ascent
            descent = max(descent, *(c.descent for c in here)) if here else descent
        return ascent, descent

    def _simple_ink(self, run: Run) -> tuple[float, float]:
        """Ink of a whole run of a simple script, one for all its lines."""
        found = self._inks.get(run.start)
        if found is None:
            text = self.text[run.start : run.end]
            found = self._inks[run.start] = run.face.line_ink(text, han=run.script in HAN)
        return found


class ParagraphCache:
    """Paragraphs by text and voice: names, institutions and rooms repeat all over an event's papers."""

    def __init__(self, book: FontBook, *, size: int = 20000) -> None:
        """Remember the last `size` paragraphs set in the faces of `book`."""
        self.book = book
        self._make = lru_cache(size)(self._analyse)
        self._voices: dict[tuple[bool, bool, str], Voice] = {}

    def get(
        self, text: str, *, bold: bool = False, lang: str = "zh", serif: bool = False, base: int | None = None
    ) -> Paragraph:
        """The paragraph of a text; `lang` is the language of the line it stands on (papers mix two)."""
        voice = self._voices.get((bold, serif, lang))
        if voice is None:
            voice = self._voices[bold, serif, lang] = Voice(bold=bold, serif=serif, chinese=lang.startswith("zh"))
        return self._make(text, voice, base)

    def _analyse(self, text: str, voice: Voice, base: int | None) -> Paragraph:
        return Paragraph(text, self.book, voice, base=base)


def _set(run: Run, text: str, advances: list[float]) -> Setting:
    """Choose how a run is drawn and note its characters' widths."""
    if not is_simple(run, text):
        clusters = shape_complex(run.face, text, run.script, right_to_left=bool(run.level & 1))
        for cluster in clusters:
            advances[run.start + cluster.start] += cluster.advance
        return Setting(run, clusters=clusters)
    if run.script == "Latn":
        words = kerned_words(run.face, text)
        for word in words:
            at = run.start + word.start
            advances[at : at + len(word.text)] = word.advances
        return Setting(run, words=words)
    advances[run.start : run.end] = map(run.face.char_advance.__getitem__, text)
    return Setting(run)


def _is_drawn_alone(settings: list[Setting], at: int) -> bool:
    """Whether a character is drawn by itself, neither in a kerned word nor in a cluster."""
    return any(run.start <= at < run.end for run, words, clusters in settings if words is None and clusters is None)


def _east_asian_spacing(text: str, runs: list[Run], advances: list[float]) -> dict[int, float]:
    """Space to add after characters: a gap from Han to letters; of two full-width marks one loses half an em."""
    extra: dict[int, float] = {}
    for before, run in pairwise(runs):
        if (before.script in HAN) != (run.script in HAN):
            one, other = text[run.start - 1], text[run.start]
            if one.isalpha() and other.isalpha():
                extra[run.start - 1] = HAN_GAP
    if _MARKS.isdisjoint(text):
        return extra
    for run in runs:
        if run.script not in HAN:
            continue
        for at in range(run.start, run.end - 1):
            one, other = text[at], text[at + 1]
            closes = one in _CLOSING and (other in _CLOSING or other in _OPENING)
            if (closes or (one in _OPENING and other in _OPENING)) and advances[at] >= _FULL_WIDTH:
                extra[at] = extra.get(at, 0.0) - _HALF
    return extra
