"""One line as PDF operators, in the way that poppler, pdfium and pypdf all read back whole.

Simple runs are plain text. Complex scripts are shaped clusters, one code each: without moves and raises inside a word,
no reader sees a space or a new line in it. Right-to-left runs stand in visual order, as readers expect them.
"""

from typing import NamedTuple

from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import Paragraph, Setting
from forumplanner.documents.typesetting.pdffont import PdfFont
from forumplanner.documents.typesetting.shape import Cluster, Word
from forumplanner.documents.typesetting.shown_text import ShownText
from forumplanner.documents.typesetting.spelling import spell_backwards, spell_forwards


class Segment(NamedTuple):
    """Part of a run on one line, in offsets of the paragraph's text."""

    setting: Setting
    start: int
    end: int


class LineWriter:
    """Writes the segments of one line from left to right, all hanging on the place where the line begins."""

    def __init__(self, canvas: Canvas, para: Paragraph, size: float, stretched: dict[int, float]) -> None:
        """`stretched` is extra advance after characters, in 1/1000 em: a justified line."""
        self._canvas = canvas
        self._text = para.text
        self._widened = para.widened
        self._size = size
        self._extra = para.extra
        if stretched:
            self._extra = {at: para.extra.get(at, 0.0) + stretched.get(at, 0.0) for at in {**para.extra, **stretched}}
        self._out: list[str] = []
        self._shown = ShownText()
        self._font = ""

    def finish(self) -> str:
        """The operators after the one that sets the line's place."""
        self._out += self._shown.flush()
        return " ".join(self._out)

    def write(self, segment: Segment) -> None:
        """Write one segment."""
        font = self._canvas.font(segment.setting.run.face)
        if font.internal != self._font:
            self._out += self._shown.flush()
            self._out.append(f"/{font.internal} {self._size:g} Tf")
            self._font = font.internal
        if segment.setting.clusters is not None:
            self._write_clusters(font, segment, segment.setting.clusters)
        elif segment.setting.words is not None:
            run = segment.setting.run
            if self._extra or segment.start != run.start or segment.end != run.end:
                self._write_words(font, segment, segment.setting.words)
            else:
                self._write_all(font, segment.setting.words)
        else:
            self._write_characters(font, segment.start, segment.end)

    def _write_characters(self, font: PdfFont, start: int, end: int) -> None:
        code = font.char_codes.__getitem__
        if self._extra or self._widened:
            for at in range(start, end):
                if at in self._widened:
                    self._shown.glyphs("".join(map(code, self._text[start:at])))
                    self._shown.glyphs(font.widened(self._text[at], self._widened[at]))
                    start = at + 1
                if at in self._extra:
                    self._shown.glyphs("".join(map(code, self._text[start : at + 1])))
                    self._shown.move(self._extra[at])
                    start = at + 1
        self._shown.glyphs("".join(map(code, self._text[start:end])))

    def _write_all(self, font: PdfFont, words: tuple[Word, ...]) -> None:
        """Words of a whole run, with no space added anywhere: nearly every line of Latin is written so."""
        codes = ""
        for word in words:
            for piece, kern in font.pieces(word):
                codes += piece
                if kern:
                    self._shown.glyphs(codes)
                    self._shown.move(kern)
                    codes = ""
        self._shown.glyphs(codes)

    def _write_words(self, font: PdfFont, segment: Segment, words: tuple[Word, ...]) -> None:
        offset = segment.setting.run.start
        for word in words:
            start, end = offset + word.start, offset + word.start + len(word.text)
            if end <= segment.start or start >= segment.end:
                continue
            if start >= segment.start and end <= segment.end:
                pieces = font.pieces(word)
            else:
                pieces = font.part(word, max(segment.start, start) - start, min(segment.end, end) - start)
            for codes, kern in pieces:
                self._shown.glyphs(codes)
                self._shown.move(kern)
            # Gaps and stretched spaces only ever follow the last character of a word.
            if end <= segment.end:
                self._shown.move(self._extra.get(end - 1, 0.0))

    def _write_clusters(self, font: PdfFont, segment: Segment, clusters: tuple[Cluster, ...]) -> None:
        run = segment.setting.run
        here = (c for c in clusters if segment.start <= run.start + c.start < segment.end)
        spell = spell_backwards if run.level & 1 else spell_forwards
        for cluster in spell(here, self._text[run.start : run.end]):
            start, end = run.start + cluster.start, run.start + cluster.end
            self._shown.glyphs(font.cluster(cluster, self._text[start:end]))
            self._shown.move(self._extra.get(end - 1, 0.0))
