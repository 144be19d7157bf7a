"""One line as PDF operators, in the way that poppler, pdfium, pypdf and pdf.js all read back whole.

Simple runs are plain text. Words of complex left-to-right scripts are shaped glyphs, one character a glyph where that
works and with ActualText where it doesn't; glyphs that stand for no character are drawn as outlines, so that no
reader sees a character for them. Right-to-left runs are outlines, with their text invisible over them: readers expect
it in visual order, in one showing operator.
"""

from itertools import groupby
from typing import NamedTuple

from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.paragraph import Paragraph, Setting
from forumplanner.documents.typesetting.pdffont import PdfFont
from forumplanner.documents.typesetting.shape import Glyph
from forumplanner.documents.typesetting.shown_text import ShownText

_NOTICEABLE = 0.01


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
        run, words, glyphs = segment.setting
        width = self._para.advance(segment.start, segment.end)
        if self._stretched:
            width += sum(self._stretched.get(at, 0.0) for at in range(segment.start, segment.end))
        font = self._canvas.font(run.face)
        if glyphs is None:
            self._select(font)
            if words is None:
                self._write_characters(font, segment.start, segment.end)
            else:
                self._write_words(font, segment)
        else:
            here = [g for g in glyphs if segment.start <= run.start + g.start < segment.end]
            if run.level & 1:
                self._write_right_to_left(font, here, self._para.text[run.start : run.end])
            else:
                self._select(font)
                self._write_complex(font, here, run.start)
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

    def _write_complex(self, font: PdfFont, glyphs: list[Glyph], offset: int) -> None:
        """Shaped words; the spaces between them stay plain."""
        text = self._para.text
        loose: list[tuple[Glyph, float]] = []
        at = 0.0
        for is_space, group in groupby(glyphs, key=lambda g: text[offset + g.start] == " "):
            word = list(group)
            if is_space:
                for glyph in word:
                    self._shown.glyphs(font.code(glyph.id, " "))
                    space = glyph.advance - font.face.advance_of[glyph.id]
                    space += self._extra.get(offset + glyph.start, 0.0)
                    self._shown.move(space)
                    at += glyph.advance + self._extra.get(offset + glyph.start, 0.0)
                continue
            loose += [(glyph, at + way) for glyph, way in self._write_word(font, word, offset)]
            at += sum(glyph.advance for glyph in word)
        if glyphs and text[offset + glyphs[-1].start] != " ":
            self._shown.move(self._extra.get(offset + max(glyph.end for glyph in glyphs) - 1, 0.0))
        if loose:
            self._leave_text()
            for glyph, way in loose:
                self._draw_outline(font, glyph, self._x + way * self._em)
            self._enter_text()

    def _write_word(self, font: PdfFont, word: list[Glyph], offset: int) -> list[tuple[Glyph, float]]:
        """One shaped word; return the glyphs that stand for no character, with their way from the word's start."""
        text = self._para.text
        standing, exact = _texts(word, text[offset : offset + max(glyph.end for glyph in word)])
        spanned = not exact or any(glyph.dy for glyph in word)
        if spanned:
            start, end = min(glyph.start for glyph in word), max(glyph.end for glyph in word)
            self._out += self._shown.flush()
            self._out.append(f"/Span <</ActualText {_utf16(text[offset + start : offset + end])}>> BDC")
        loose: list[tuple[Glyph, float]] = []
        at = rise = 0.0
        for glyph, stands_for in zip(word, standing, strict=True):
            if not stands_for:
                loose.append((glyph, at))
                at += glyph.advance
                self._shown.move(glyph.advance)
                continue
            at += glyph.advance
            if glyph.dy != rise:
                self._out += self._shown.flush()
                self._out.append(f"{glyph.dy * self._em:.3f} Ts")
                rise = glyph.dy
            self._shown.move(glyph.dx)
            self._shown.glyphs(font.code(glyph.id, stands_for))
            self._shown.move(glyph.advance - font.face.advance_of[glyph.id] - glyph.dx)
        if rise or spanned:
            self._out += self._shown.flush()
        self._out += ["0 Ts"] * bool(rise) + ["EMC"] * spanned
        return loose

    def _write_right_to_left(self, font: PdfFont, glyphs: list[Glyph], text: str) -> None:
        self._leave_text()
        at = self._x
        for glyph in glyphs:
            self._draw_outline(font, glyph, at)
            at += glyph.advance * self._em
        self._write_invisible(font, _visual_text(glyphs, text), at - self._x)
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

    def _draw_outline(self, font: PdfFont, glyph: Glyph, x: float) -> None:
        form = self._canvas.glyph_form(font.face, glyph.id)
        if form:
            unit = self._size / font.face.units_per_em
            x, y = x + glyph.dx * self._em, self._y + glyph.dy * self._em
            self._out.append(f"q {unit:.5f} 0 0 {unit:.5f} {x:.2f} {y:.2f} cm /{form} Do Q")


def _texts(word: list[Glyph], text: str) -> tuple[list[str], bool]:
    """What each glyph stands for: a cluster's characters go to its glyphs in order, the last takes the rest.

    The second value says whether every glyph stands for exactly one character.
    """
    standing: list[str] = []
    exact = True
    for _start, group in groupby(word, key=lambda glyph: glyph.start):
        glyphs = list(group)
        chars = text[glyphs[0].start : glyphs[0].end]
        if len(glyphs) == len(chars) == 1:
            standing.append(chars)
            continue
        exact = False
        shared = min(len(glyphs), len(chars))
        standing += [chars[at] if at < shared - 1 else chars[at:] for at in range(shared)]
        standing += [""] * (len(glyphs) - shared)
    return standing, exact


def _visual_text(glyphs: list[Glyph], text: str) -> str:
    """Characters of a right-to-left run as they stand from left to right."""
    clusters = [(start, next(group).end) for start, group in groupby(glyphs, key=lambda glyph: glyph.start)]
    return "".join(text[start:end][::-1] for start, end in clusters)


def _utf16(text: str) -> str:
    """A PDF text string."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
