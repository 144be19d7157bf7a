"""The name on a badge: as large as it fits, in the person's own order of forms, smaller forms giving way by rule."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from forumplanner.documents.badges.presets import Preset, Range
from forumplanner.documents.typesetting.characters import spread
from forumplanner.documents.typesetting.fit import NAME, NOMINAL_ASCENT, fit
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style, block_of
from forumplanner.documents.typesetting.preflight import Inspection, Trouble
from forumplanner.domain.colours import GREY, INK
from forumplanner.snapshots.badges import BadgeCard

_TIGHT = 1.08
"""Baseline distance of large names, in em."""

_HOPES = (1.12, 1.06, 1.0)
"""How much more height than there is lines of plain letters are tried in."""

_UNDER_COURTESY, _UNDER_NAME, _ABOVE_NATIVE, _ABOVE_ZH = 0.5, 0.34, 0.36, 0.4
"""Gaps in em of the smaller form."""

_DESCENT = 0.12
"""How far (em) letters of the large name reach below its box."""

_WIDEST_LINE_SHARE = 0.7
"""A native or Chinese line under the name may shrink to this share before it wraps."""


class Form(Enum):
    """What a line of the name block is."""

    COURTESY = "courtesy"
    NAME = "name"
    UNDER = "under"
    NATIVE = "native"
    ZH = "zh"
    SUFFIX = "suffix"


class Piece(NamedTuple):
    """One form of the name, set: its gap above, its height and the way to its first baseline (mm)."""

    form: Form
    block: Block
    gap: float
    height: float
    first: float


class NameStack(NamedTuple):
    """The pieces of a name from the top, their height together, and what had to be dropped."""

    pieces: list[Piece]
    height: float
    dropped: tuple[Form, ...]
    overflow: str

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw the pieces with the stack's top at y."""
        for piece in self.pieces:
            y += piece.gap
            nominal = NOMINAL_ASCENT * piece.block.style.size / MM
            pen.draw(piece.block, x, y + piece.first - nominal)
            y += piece.height


class NameSetter:
    """Sets the names of one batch: preset, languages and pen stay the same."""

    def __init__(self, pen: Pen, preset: Preset, *, chinese: bool, latin: bool, inspection: Inspection) -> None:
        """`chinese`, `latin`: whether lines in Chinese, or in any other language, are printed."""
        self._pen = pen
        self._preset = preset
        self._chinese = chinese
        self._latin = latin
        self._inspection = inspection

    def set(self, card: BadgeCard, where: str, height: float) -> NameStack:
        """The name of a card in a box of `height` mm: what is dropped, and in which order, is the rule of the house.

        First the courtesy title, then the native line, then the Chinese name, which moves in front of the post.
        """
        dropped: tuple[Form, ...] = ()
        for form in (None, Form.COURTESY, Form.NATIVE, Form.ZH):
            dropped = (*dropped, form) if form else dropped
            stack = self._stack(card, height, dropped)
            if not stack.overflow:
                break
        for form in stack.dropped:
            if form is not Form.ZH:
                self._inspection.note(Trouble.LEFT_OUT, where, _text_of(card, form))
        if stack.overflow:
            self._inspection.note(Trouble.OVERFLOW, where, card.latin or card.zh or card.native)
        for piece in stack.pieces:
            self._inspection.characters(piece.block.para, where)
        return stack

    def _stack(self, card: BadgeCard, height: float, dropped: Sequence[Form]) -> NameStack:
        zh_leads = bool(card.zh) and self._chinese and not (card.latin_first and self._latin and card.latin)
        forms = list(self._zh_first(card) if zh_leads else self._latin_first(card))
        kept = [(form, text) for form, text in forms if text and form not in dropped]
        small = {form: self._small(form, text, card) for form, text in kept if form is not Form.NAME}
        rest = height - sum(piece.gap + piece.height for piece in small.values())
        if Form.NATIVE in small or Form.ZH in small:
            rest -= _DESCENT * self._preset.latin_name.most / MM
        pieces, overflow = [], ""
        for form, text in kept:
            if form is Form.NAME:
                gap = self._preset.courtesy * _UNDER_COURTESY / MM if Form.COURTESY in small else 0.0
                piece, overflow = self._large(text, rest - gap, gap, chinese=zh_leads)
                pieces.append(piece)
            elif pieces and pieces[-1].form is Form.NAME and form is not Form.UNDER:
                below = _DESCENT * pieces[-1].block.style.size / MM
                pieces.append(small[form]._replace(gap=small[form].gap + below))
            else:
                pieces.append(small[form])
        lost = tuple(form for form, text in forms if text and form in dropped)
        return NameStack(pieces, sum(piece.gap + piece.height for piece in pieces), lost, overflow)

    def _zh_first(self, card: BadgeCard) -> Iterator[tuple[Form, str]]:
        yield Form.NAME, spread(card.zh)
        if self._latin:
            yield Form.UNDER, _with_suffix(card)
            yield Form.NATIVE, card.native

    def _latin_first(self, card: BadgeCard) -> Iterator[tuple[Form, str]]:
        name = card.latin or card.native or card.zh
        yield Form.COURTESY, card.courtesy if self._latin and card.latin else ""
        yield Form.NAME, name
        yield Form.SUFFIX, card.suffix if self._latin and card.latin else ""
        yield Form.NATIVE, card.native if name != card.native else ""
        yield Form.ZH, spread(card.zh) if self._chinese and name != card.zh else ""

    def _large(self, text: str, height: float, gap: float, *, chinese: bool) -> tuple[Piece, str]:
        sizes = self._preset.zh_name if chinese else self._preset.latin_name
        style = Style(sizes.most, sizes.most * _TIGHT, bold=True, lang="zh" if chinese else "en")
        block, overflow = self._fitted(text, style, sizes, height, lines=3)
        return _piece(Form.NAME, block, gap), overflow

    def _small(self, form: Form, text: str, card: BadgeCard) -> Piece:
        """A smaller form at its own size; wider than the box it shrinks, then wraps."""
        preset = self._preset
        if form in {Form.COURTESY, Form.SUFFIX}:
            style = Style(preset.courtesy, preset.courtesy * 1.2, colour=GREY, lang="en")
            return _piece(form, self._line(text, style), 0.0)
        if form is Form.UNDER:
            sizes = preset.latin_under
            style = Style(sizes.most, sizes.most * 1.15, bold=True, lang="en")
            block, _overflow = self._fitted(text, style, sizes, preset.name.height / 2, lines=2)
            return _piece(form, block, preset.latin_under.most * _UNDER_NAME / MM)
        if form is Form.NATIVE:
            style = Style(preset.native, preset.native * 1.25, colour=INK, lang=card.native_language or "en")
            return _ink_piece(form, self._line(text, style), preset.native * _ABOVE_NATIVE / MM)
        style = Style(preset.zh_line, preset.zh_line * 1.2, lang="zh")
        return _piece(form, self._line(text, style), preset.zh_line * _ABOVE_ZH / MM)

    def _line(self, text: str, style: Style) -> Block:
        sizes = Range(style.size, style.size * _WIDEST_LINE_SHARE)
        block, _overflow = self._fitted(text, style, sizes, self._preset.name.height, lines=2)
        return block

    def _fitted(self, text: str, style: Style, sizes: Range, height: float, *, lines: int) -> tuple[Block, str]:
        """The largest setting in `height` mm.

        Lines of plain letters may stand closer than the text layer keeps lines that could carry two accents, so a
        little more height is tried first and the result measured.
        """
        para = self._pen.texts.get(text, bold=style.bold, lang=style.lang)
        simple = self._pen.one_line(para, style, self._preset.name.width)
        if simple is not None and simple.height <= height:
            return simple, ""
        for more in _HOPES if text.isascii() else (1.0,):
            found = fit(
                para,
                self._preset.name.width * MM,
                height * more * MM,
                size=sizes.most,
                floor=sizes.least,
                leading=style.leading / style.size,
                max_lines=lines,
                policy=NAME,
                nominal=True,
            )
            block = block_of(para, list(found.lines), style.at(found.size))
            if text.isascii():
                block = _closed_up(block)
            if found.overflow or block.height <= height:
                break
        return block, found.overflow


def _closed_up(block: Block) -> Block:
    """The same lines at the style's own baseline distance."""
    drops = (0.0, *(block.style.leading for _line in block.lines[1:]))
    return block._replace(drops=drops, height=(block.style.size + sum(drops)) / MM)


def _piece(form: Form, block: Block, gap: float) -> Piece:
    return Piece(form, block, gap, block.height, NOMINAL_ASCENT * block.style.size / MM)


def _ink_piece(form: Form, block: Block, gap: float) -> Piece:
    """A piece measured by its ink: Thai, Burmese and Nastaliq rise and fall beyond the box of Latin."""
    em = block.style.size / 1000 / MM
    first, last = block.lines[0].ascent * em, block.lines[-1].descent * em
    return Piece(form, block, gap, first + sum(block.drops) / MM + last, first)


def _with_suffix(card: BadgeCard) -> str:
    return f"{card.latin}, {card.suffix}" if card.latin and card.suffix else card.latin


def _text_of(card: BadgeCard, form: Form) -> str:
    return {Form.COURTESY: card.courtesy, Form.NATIVE: card.native, Form.ZH: card.zh}.get(form, card.latin)
