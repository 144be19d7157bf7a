"""A paragraph in which some stretches are bold: wrapped by the widths that they really have, names never broken."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from forumplanner.documents.typesetting.characters import take_marks
from forumplanner.documents.typesetting.draw import draw_line
from forumplanner.documents.typesetting.fit import NOMINAL_ASCENT
from forumplanner.documents.typesetting.layout import pitch
from forumplanner.documents.typesetting.paragraph import Line, Paragraph
from forumplanner.documents.typesetting.pen import MM, Pen, Style, fill
from forumplanner.documents.typesetting.wrapping import LineEnds, Span, find_breaks, wrap


@dataclass(frozen=True, slots=True)
class Runs:
    """A text set in both weights; `bold`: stretches in the bold one."""

    plain: Paragraph
    strong: Paragraph
    bold: tuple[tuple[int, int], ...]
    kept: frozenset[int]

    @classmethod
    def of(cls, pen: Pen, text: str, bold: Sequence[tuple[int, int]], lang: str) -> "Runs":
        """Set a text; offsets of `bold` count without the marks that keep names whole."""
        plain, strong = (pen.texts.get(text, bold=weight, lang=lang) for weight in (False, True))
        _clean, kept, _widened = take_marks(text)
        return cls(plain, strong, tuple(bold), frozenset(kept))

    def spans(self, width: float, size: float) -> list[Span]:
        """Its lines on `width` mm at a size."""
        text = self.plain.text
        in_bold = [any(start <= at < end for start, end in self.bold) for at in range(len(text))]
        advances = [(self.strong if heavy else self.plain).advance(at, at + 1) for at, heavy in enumerate(in_bold)]
        cumulated = list(accumulate(advances, initial=0.0))
        breaks = find_breaks(text, cumulated, LineEnds.TEXT, kept=self.kept)
        return wrap(text, cumulated, breaks, width * MM * 1000 / size, anywhere=True)

    def pieces(self, span: Span) -> list[tuple[Paragraph, Line]]:
        """The stretches of one line, each in its weight."""
        edges = sorted({span.start, span.end, *(at for pair in self.bold for at in pair if span.start < at < span.end)})
        return [
            (para, para.line(Span(start, end, hard=True)))
            for start, end in pairwise(edges)
            for para in ((self.strong if self._is_bold(start) else self.plain),)
        ]

    def _is_bold(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.bold)


@dataclass(frozen=True, slots=True)
class RunBlock:
    """Runs set into lines, in a style; `drops`: from each baseline to the next, points."""

    runs: Runs
    spans: tuple[Span, ...]
    style: Style
    drops: tuple[float, ...]

    @property
    def height(self) -> float:
        """From 0.88 x size above the first baseline to 0.12 x size below the last, mm."""
        return (self.style.size + sum(self.drops)) / MM

    def lines(self, start: int, end: int) -> "RunBlock":
        """Some of its lines."""
        return set_spans(self.runs, self.spans[start:end], self.style)

    def draw(self, pen: Pen, x: float, y: float) -> float:
        """Draw with the top at y; returns the end, mm."""
        canvas, size = pen.canvas, self.style.size
        left, top = pen.point(x, y)
        baseline = top - NOMINAL_ASCENT * size
        canvas.write(fill(self.style.colour))
        for span, drop in zip(self.spans, self.drops, strict=True):
            baseline -= drop
            at = left
            for para, line in self.runs.pieces(span):
                draw_line(canvas, para, line, at, baseline, size)
                at += para.advance(line.start, line.end) * size / 1000
        return y + self.height


def set_runs(pen: Pen, text: str, bold: Sequence[tuple[int, int]], style: Style, width: float) -> RunBlock:
    """Set a text into lines of at most `width` mm."""
    runs = Runs.of(pen, text, bold, style.lang)
    return set_spans(runs, runs.spans(width, style.size), style)


def set_spans(runs: Runs, spans: Sequence[Span], style: Style) -> RunBlock:
    """Lines that are already found, as a block."""
    lines = [runs.plain.line(span) for span in spans]
    drops = (0.0, *pitch(lines, style.size, style.leading / style.size)[1:])
    return RunBlock(runs, tuple(spans), style, drops)
