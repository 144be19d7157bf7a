"""One line as PDF operators, in the way that poppler, pdfium, pypdf and pdf.js all read back whole.

Simple runs are plain text. Complex left-to-right scripts are shaped clusters, one code each: without moves and raises
inside a word, no reader sees a space or a new line in it. Right-to-left runs are outlines, with their text invisible
over them: readers expect it in visual order, in one showing operator.
"""

from typing import NamedTuple

from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import Paragraph, Setting
from forumplanner.documents.typesetting.pdffont import PdfFont
from forumplanner.documents.typesetting.shape import Cluster, Part
from forumplanner.documents.typesetting.shown_text import ShownText


class Segment(NamedTuple):
    """Part of a run on one line, in offsets of the paragraph's text."""

    setting: Setting
    start: int
    end: int


class LineWriter:
    """Writes the segments of one line from left to right."""

    def __init__(
        self, canvas: Canvas, para: Paragraph, x: float, y: float, size: float, stretched: dict[int, float]
    ) -> None:
        self.movable = True
        """Whether everything hangs on the first text matrix, so that the line can be repeated elsewhere."""
        self._canvas = canvas
        self._para = para
        self._x, self._y, self._size = x, y, size
        self._em = size / 1000
        self._stretched = stretched
        self._extra = {**para.extra, **stretched} if stretched else para.extra
        for at in stretched.keys() & para.extra.keys():
            self._extra[at] = stretched[at] + para.extra[at]
        self._out = ["BT"]
        self._shown = ShownText()
        self._font = ""
        self._placed = False

    def finish(self) -> str:
        """All operators of the line."""
        self._out += self._shown.flush()
        self._out.append("ET")
        return " ".join(self._out)

    def write(self, segment: Segment) -> None:
        """Write one segment and move on by its width."""
        run, words, clusters = segment.setting
        width = self._para.advance(segment.start, segment.end)
        if self._stretched:
            width += sum(self._stretched.get(at, 0.0) for at in range(segment.start, segment.end))
        font = self._canvas.font(run.face)
        if clusters is None:
            self._select(font)
            if words is None:
                self._write_characters(font, segment.start, segment.end)
            else:
                self._write_words(font, segment)
        else:
            here = [c for c in clusters if segment.start <= run.start + c.start < segment.end]
            if run.level & 1:
                self._write_right_to_left(font, here, self._para.text[run.start : run.end])
            else:
                self._select(font)
                self._write_clusters(font, here, run.start)
        self._x += width * self._em

    def _select(self, font: PdfFont) -> None:
        """Make sure that the text position stands and the font is the current one."""
        if not self._placed:
            self._out.append(f"1 0 0 1 {self._x:.3f} {self._y:.3f} Tm")
            self._shown.forget_move()
            self._placed = True
        if font.internal != self._font:
            self._out += self._shown.flush()
            self._out.append(f"/{font.internal} {self._size:g} Tf")
            self._font = font.internal

    def _leave_text(self) -> None:
        self._out += self._shown.flush()
        self._out.append("ET")

    def _enter_text(self) -> None:
        self._out.append("BT")
        self._font = ""
        self._placed = self.movable = False

    def _write_characters(self, font: PdfFont, start: int, end: int) -> None:
        code = font.char_codes.__getitem__
        text, extra = self._para.text, self._extra
        if extra:
            for at in range(start, end):
                if at in extra:
                    self._shown.glyphs("".join(map(code, text[start : at + 1])))
                    self._shown.move(extra[at])
                    start = at + 1
        self._shown.glyphs("".join(map(code, text[start:end])))

    def _write_words(self, font: PdfFont, segment: Segment) -> None:
        run, words, _ = segment.setting
        for word in words or ():
            start, end = run.start + word.start, run.start + word.start + len(word.text)
            if end <= segment.start:
                continue
            if start >= segment.end:
                break
            if start >= segment.start and end <= segment.end:
                pieces = font.pieces(word)
            else:
                pieces = font.part(word, max(segment.start, start) - start, min(segment.end, end) - start)
            for codes, kern in pieces:
                self._shown.glyphs(codes)
                self._shown.move(kern)
            # Gaps and stretched spaces only ever follow the last character of a word.
            self._shown.move(self._extra.get(end - 1, 0.0) if end <= segment.end else 0.0)

    def _write_clusters(self, font: PdfFont, clusters: list[Cluster], offset: int) -> None:
        text, extra = self._para.text, self._extra
        for cluster in clusters:
            start, end = offset + cluster.start, offset + cluster.end
            code, rest = font.cluster(cluster, text[start:end])
            self._shown.glyphs(code)
            self._shown.move(rest + (extra.get(end - 1, 0.0) if extra else 0.0))

    def _write_right_to_left(self, font: PdfFont, clusters: list[Cluster], text: str) -> None:
        self._leave_text()
        at = self._x
        for cluster in clusters:
            for part in cluster.parts:
                self._draw_outline(font, part, at)
            at += cluster.advance * self._em
        visual = "".join(text[cluster.start : cluster.end][::-1] for cluster in clusters)
        self._write_invisible(font, visual, at - self._x)
        self._enter_text()

    def _write_invisible(self, font: PdfFont, text: str, width: float) -> None:
        """Text for readers only, one code a character, in ONE Tj scaled to the run: pdfium finds it no other way."""
        if not text.strip():
            return
        space = font.face.glyph_of[" "]
        scale = 100 * width / (font.face.advance_of[space] * self._em * len(text))
        codes = "".join(font.code(space, char) for char in text)
        self._out.append(
            f"BT 3 Tr /{font.internal} {self._size:g} Tf {scale:.3f} Tz 1 0 0 1 {self._x:.3f} {self._y:.3f} Tm "
            f"<{codes}> Tj 100 Tz 0 Tr ET"
        )

    def _draw_outline(self, font: PdfFont, part: Part, x: float) -> None:
        form = self._canvas.glyph_form(font.face, part.glyph)
        if form:
            unit = self._size / font.face.units_per_em
            x, y = x + part.x * self._em, self._y + part.y * self._em
            self._out.append(f"q {unit:.5f} 0 0 {unit:.5f} {x:.2f} {y:.2f} cm /{form} Do Q")
