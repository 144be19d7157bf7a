"""The words of a letter in one language as lines under each other: title, whom it goes to, paragraphs, who signs."""

from dataclasses import dataclass
from typing import Final

from forumplanner.documents.running_order.calling import kept_names
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.draw import can_stretch, line_body
from forumplanner.documents.typesetting.layout import pitch
from forumplanner.documents.typesetting.paragraph import Line, Paragraph
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style, fill
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.letter_style import letter_day
from forumplanner.domain.letters import parts
from forumplanner.snapshots.letters import LetterSheet

LEFT: Final = 28.0
"""The binding side, mm (GB/T 9704-2012, 5.2.1)."""
MEASURE: Final = 156.0
"""Width of the type area, mm."""
_SIGNERS: Final = 88.0
"""A signer's name is broken over lines of at most so many mm, so that the seal still covers some of it."""
DATE_INDENT: Final = 4
"""Characters that the date keeps from the right edge (7.3.5.1)."""


@dataclass(frozen=True, slots=True)
class Type:
    """Sizes and baseline distances (pt) of a half: body, title, and the white between paragraphs in mm."""

    size: float
    leading: float
    title: float
    between: float = 0.0


CHINESE: Final = (
    Type(16, 29, 22),
    Type(16, 27, 22),
    Type(15, 25, 21),
    Type(14, 23, 20),
)
"""GB/T 9704: body 3号 (16 pt), 22 lines of 28 characters; tightened a little where that keeps a letter on its page."""

ENGLISH: Final = (
    Type(13, 20, 19, 2.6),
    Type(12.5, 19, 18, 2.4),
    Type(12, 18, 18, 2.2),
    Type(11, 16, 17, 2.0),
)
ONE_PAGE: Final = (Type(11.5, 18.5, 17, 0.6), Type(9.8, 14, 13, 1.1))
"""Chinese and English where both stand on one page."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of the body: the way from the baseline above it (pt), and whether it is drawn to both edges."""

    para: Paragraph
    line: Line
    style: Style
    drop: float
    justified: bool


@dataclass(frozen=True, slots=True)
class Half:
    """A letter in one language, set at one size: title, lines of the body, who signs, the date."""

    tongue: Tongue
    title: Block
    lines: tuple[SetLine, ...]
    signers: tuple[Block, ...]
    date: Block | None

    @property
    def height(self) -> float:
        """Height of the body, mm."""
        return sum(line.drop for line in self.lines) / MM

    @property
    def signing(self) -> float:
        """Height of signers and date, mm."""
        blocks = [*self.signers, *([self.date] if self.date else [])]
        return sum(block.height + 2.2 for block in blocks)


def set_half(setting: Setting, sheet: LetterSheet, tongue: Tongue, used: Type) -> Half:
    """Set a letter's text in one language."""
    text = sheet.texts[tongue.place]
    read = parts(text)
    where = sheet.number or setting.best(sheet.to)
    lang = tongue.tag
    body = Style(used.size, used.leading, lang=lang)
    title = setting.block(
        read.title, Style(used.title, used.title * 1.36, bold=True, lang=lang, serif=True, title=True), MEASURE, where
    )
    lines: list[SetLine] = []
    if read.addressed:
        lines += _set(setting, kept_names(read.addressed, sheet.kept), body, where, between=0.0)
    for paragraph in read.paragraphs:
        indented = f"\u3000\u3000{paragraph}" if tongue.chinese else paragraph
        lines += _set(setting, kept_names(indented, sheet.kept), body, where, between=used.between)
    signers = tuple(
        setting.block(name, body._replace(leading=used.size * 1.3), _SIGNERS, where) for name in read.signers
    )
    day = letter_day(sheet.dated, lang) if sheet.dated else ""
    date = setting.block(day, body, 0.0, where) if day and read.signers else None
    return Half(tongue, title, tuple(lines), signers, date)


def _set(setting: Setting, text: str, style: Style, where: str, *, between: float) -> list[SetLine]:
    para = setting.pen.texts.get(text, lang=style.lang)
    setting.inspection.characters(para, where)
    lines = para.wrap(MEASURE * MM * 1000 / style.size)
    drops = [style.leading + between * MM, *pitch(lines, style.size, style.leading / style.size)[1:]]
    return [
        SetLine(para, line, style, drop, justified=number < len(lines) - 1)
        for number, (line, drop) in enumerate(zip(lines, drops, strict=True))
    ]


def draw_lines(pen: Pen, lines: tuple[SetLine, ...], y: float) -> float:
    """Draw lines of a body from y downwards; returns where the last line's box ends, mm."""
    if not lines:
        return y
    style = lines[0].style
    baseline = y + (0.88 * style.size - lines[0].drop) / MM
    for one in lines:
        baseline += one.drop / MM
        left, bottom = pen.point(LEFT, baseline)
        free = MEASURE * MM - one.line.width * one.style.size / 1000
        stretched = one.justified and not one.line.hard and can_stretch(one.para, one.line, free * 1000 / style.size)
        if one.para.base and not stretched:  # a paragraph from right to left begins at the right
            left += free
        body = line_body(pen.canvas, one.para, one.line, one.style.size, free if stretched else 0.0)
        if body:
            pen.canvas.write_text(fill(one.style.colour), f"BT {left:.2f} {bottom:.2f} Td {body} ET")
    return baseline + 0.12 * style.size / MM
