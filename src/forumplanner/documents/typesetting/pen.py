"""Draws on a page in millimetres from the top left: rectangles, rules and texts in the line boxes of the papers.

A line box is exactly as high as its type: the first baseline lies 0.88 x size below its top, and the box ends
0.12 x size under the last baseline, in every language, so that neighbouring cells align.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.draw import line_body
from forumplanner.documents.typesetting.fit import NOMINAL_ASCENT
from forumplanner.documents.typesetting.layout import break_title, pitch
from forumplanner.documents.typesetting.paragraph import Line, Paragraph, ParagraphCache
from forumplanner.documents.typesetting.pictures import Picture, draw_picture
from forumplanner.domain.colours import INK

MM = 72 / 25.4
"""Points in a millimetre."""


class Style(NamedTuple):
    """How a text is set: size and baseline distance in points, weight, colour, language of the line."""

    size: float
    leading: float
    bold: bool = False
    colour: str = INK
    lang: str = "zh"
    serif: bool = False
    title: bool = False
    """Titles break at their joints and even their lines out."""

    def at(self, size: float) -> "Style":
        """The same style at another size, the baseline distance in proportion."""
        return self._replace(size=size, leading=self.leading * size / self.size)


class Block(NamedTuple):
    """A text set into lines: it knows its height (mm) and can be drawn anywhere."""

    para: Paragraph
    lines: list[Line]
    style: Style
    drops: tuple[float, ...]
    height: float

    @property
    def width(self) -> float:
        """Width of its widest line, mm."""
        return max(line.width for line in self.lines) * self.style.size / 1000 / MM


@cache
def fill(colour: str) -> str:
    """The operator that makes `#RRGGBB` the colour of fills and of text."""
    return f"{_channels(colour)} rg"


@cache
def stroke(colour: str) -> str:
    """The operator that makes `#RRGGBB` the colour of rules."""
    return f"{_channels(colour)} RG"


def _channels(colour: str) -> str:
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3g}" for i in (1, 3, 5))


class Pen:
    """A canvas with the paragraphs of a document, and the page's height for measures from the top left."""

    def __init__(self, canvas: Canvas, texts: ParagraphCache, *, height: float) -> None:
        """`height` in mm; `shift` moves the origin."""
        self.canvas = canvas
        self.texts = texts
        self._left = 0.0
        self._top = height * MM
        self._blocks: dict[tuple[str, Style, float], Block] = {}
        self._bodies: dict[int, tuple[Block, tuple[str, ...]]] = {}

    def turn_page(self, height: float) -> None:
        """Measure from the top of a page `height` mm high from now on."""
        self._left, self._top = 0.0, height * MM

    @contextmanager
    def shift(self, x: float, y: float) -> Iterator[None]:
        """Measure from the point (x, y) mm for a while."""
        before = self._left, self._top
        self._left += x * MM
        self._top -= y * MM
        yield
        self._left, self._top = before

    @contextmanager
    def turned(self, x: float, y: float, width: float) -> Iterator[None]:
        """Draw on its side what is `width` mm wide upright: its top left comes to the lower left of the cell (x, y)."""
        left, bottom = self.point(x, y + width)
        before = self._left, self._top
        self.canvas.write(f"q 0 1 -1 0 {left:.3f} {bottom:.3f} cm")
        self._left = self._top = 0.0
        yield
        self.canvas.write("Q")
        self._left, self._top = before

    def rect(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        left, bottom = self._left + x * MM, self._top - (y + height) * MM
        self.canvas.write(f"{fill(colour)} {left:.3f} {bottom:.3f} {width * MM:.3f} {height * MM:.3f} re f")

    def rule(self, x: float, y: float, width: float, points: float, colour: str) -> None:
        """A horizontal rule, `points` thick, its middle at y."""
        left, at = self._left + x * MM, self._top - y * MM
        self.canvas.write(f"{stroke(colour)} {points:g} w {left:.3f} {at:.3f} m {left + width * MM:.3f} {at:.3f} l S")

    def upright(self, x: float, y: float, height: float, points: float, colour: str) -> None:
        """A vertical rule, `points` thick, its middle at x."""
        at, top = self._left + x * MM, self._top - y * MM
        self.canvas.write(f"{stroke(colour)} {points:g} w {at:.3f} {top:.3f} m {at:.3f} {top - height * MM:.3f} l S")

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """A picture in a box of its own shape."""
        left, bottom = self._left + x * MM, self._top - (y + height) * MM
        draw_picture(self.canvas, picture, left, bottom, width * MM, height * MM)

    def path(self, operators: Callable[[float, float], str]) -> None:
        """Operators of a drawing that is placed at the origin of this pen, in points."""
        self.canvas.write(operators(self._left, self._top))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A place as the canvas counts it: points from the bottom left."""
        return self._left + x * MM, self._top - y * MM

    def block(self, text: str, style: Style, width: float = 0.0) -> Block:
        """Set a text into lines of at most `width` mm; 0 keeps it on one line."""
        key = (text, style, width)
        found = self._blocks.get(key)
        if found is None:
            para = self.texts.get(text, bold=style.bold, lang=style.lang, serif=style.serif)
            found = self._blocks[key] = set_block(para, style, width)
        return found

    def one_line(self, para: Paragraph, style: Style, width: float) -> Block | None:
        """The paragraph on one line, if `width` mm hold it: most texts need no search for the best setting."""
        if "\n" in para.text or para.natural() * style.size / 1000 > width * MM:
            return None
        return block_of(para, para.wrap(1e12), style)

    def draw(self, block: Block, x: float, y: float, *, right: float | None = None, colour: str = "") -> float:
        """Draw a block with its box's top at y; `right` aligns its lines there. Returns the box's end, mm."""
        para, lines, style, drops, height = block
        canvas, size = self.canvas, style.size
        known = self._bodies.get(id(block))
        if known is None:
            bodies = tuple(line_body(canvas, para, line, size) for line in lines)
            known = self._bodies[id(block)] = block, bodies  # the block too, so that no other is given its id
        left = self._left + x * MM
        baseline = self._top - y * MM - NOMINAL_ASCENT * size
        texts = []
        for line, drop, body in zip(lines, drops, known[1], strict=True):
            baseline -= drop
            if right is not None:
                left = self._left + right * MM - line.width * (size / 1000)
            if body:
                texts.append(f"BT {left:.2f} {baseline:.2f} Td {body} ET")
        if texts:
            canvas.write_text(fill(colour or style.colour), " ".join(texts))
        return y + height

    def text(
        self, text: str, x: float, y: float, style: Style, *, width: float = 0.0, right: float | None = None
    ) -> float:
        """Set and draw a text at once; returns where its box ends, mm."""
        return self.draw(self.block(text, style, width), x, y, right=right)

    def width(self, text: str, style: Style) -> float:
        """Width of a text on one line, mm."""
        return self.texts.get(text, bold=style.bold, lang=style.lang, serif=style.serif).width(style.size) / MM

    def row(self, x: float, y: float, *parts: tuple[str, Style], gap: float, right: float | None = None) -> float:
        """Texts one after the other on one baseline, that of the first; empty ones are left out.

        `right` puts the end of the row there instead. Returns the end of the row, mm from the left.
        """
        blocks = [self.block(text, style) for text, style in parts if text]
        if right is not None:
            x = right - sum(block.width for block in blocks) - gap * (len(blocks) - 1)
        for block in blocks:
            lower = (blocks[0].style.size - block.style.size) * NOMINAL_ASCENT / MM
            self.draw(block, x, y + lower)
            x += block.width + gap
        return x - gap if blocks else x

    def repeated(self, name: str, box: tuple[float, float, float, float], content: Callable[[], object]) -> None:
        """Draw `content` at this pen's origin; what is drawn again under the same name is stored only once.

        `box`: left, top, width, height (mm) of all that it touches.
        """
        canvas = self.canvas
        if not canvas.hasForm(name):
            self._store(name, box, content)
        canvas.write(f"q 1 0 0 1 {self._left:.3f} {self._top:.3f} cm")
        canvas.doForm(name)
        canvas.write("Q")

    def _store(self, name: str, box: tuple[float, float, float, float], content: Callable[[], object]) -> None:
        before = self._left, self._top
        self._left = self._top = 0.0
        left, top, width, height = (measure * MM for measure in box)
        with self.canvas.form(name, (left, -top - height, left + width, -top)):
            content()
        self._left, self._top = before


def set_block(para: Paragraph, style: Style, width: float) -> Block:
    """Set a paragraph into lines of at most `width` mm; 0 keeps it on one line."""
    units = width * MM * 1000 / style.size if width else 1e12
    lines = break_title(para, units) if style.title else para.wrap(units)
    return block_of(para, lines, style)


def block_of(para: Paragraph, lines: list[Line], style: Style) -> Block:
    """Lines that are already found, as a block."""
    drops = (0.0, *pitch(lines, style.size, style.leading / style.size)[1:])
    return Block(para, lines, style, drops, (style.size + sum(drops)) / MM)
