"""The band of a badge: colour, word and edge of its category, the white tile for the code, the printed number."""

from forumplanner.documents.badges.presets import Preset
from forumplanner.documents.typesetting.characters import spread
from forumplanner.documents.typesetting.fit import fit
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style, block_of
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.colours import CATEGORY_COLOURS, CONSULAR_EDGE, WORKING_CATEGORIES
from forumplanner.domain.kinds import Category
from forumplanner.snapshots.badges import BadgeCard

_WHITE = "#FFFFFF"
_EDGE = 1.4
_ALONE_LIFT = 0.6
"""How much higher a word stands that is alone in its band, in sizes of the second language."""

_HOLE, _HOLE_PITCH = 2.5, 5.0


class BandDrawer:
    """Draws the bands of one batch."""

    def __init__(self, pen: Pen, preset: Preset, tongues: tuple[Tongue, ...]) -> None:
        self._pen = pen
        self._preset = preset
        self._tongues = tongues

    def draw(self, card: BadgeCard, bleed: float) -> None:
        """Band, edge, words and tile: colour and word and edge, since grey paper shows only the last two."""
        pen, preset, band = self._pen, self._preset, self._preset.band
        colour = CATEGORY_COLOURS[card.category]
        if preset.rule:
            pen.rule(preset.side, preset.rule, preset.width - 2 * preset.side, 0.6, colour)
        pen.rect(band.x - bleed, band.y, band.width + 2 * bleed, band.height + bleed, colour)
        if card.category is Category.CONSULAR:
            pen.rect(band.x - bleed, band.y, band.width + 2 * bleed, _EDGE, CONSULAR_EDGE)
        if card.category in WORKING_CATEGORIES:
            self._perforate()
        if not preset.wide:
            pen.rect(*preset.tile, _WHITE)
        self._words(card)

    def _perforate(self) -> None:
        pen, preset, band = self._pen, self._preset, self._preset.band
        end = band.width - 1.5 if preset.wide else preset.tile.x - 1.5
        x = preset.side if not preset.wide else 1.8
        while x + _HOLE <= end:
            pen.rect(x, band.y + (0.7 if preset.wide else 1.3), _HOLE, _HOLE if not preset.wide else 2.1, _WHITE)
            x += _HOLE_PITCH

    def _words(self, card: BadgeCard) -> None:
        """The category in words; the first language is the large one."""
        preset, band = self._preset, self._preset.band
        first, *others = self._tongues
        large = Style(preset.word_zh, preset.word_zh, bold=True, colour=_WHITE, lang=first.tag)
        small = Style(preset.word_en, preset.word_en, bold=True, colour=_WHITE, lang=first.tag)
        word = spread(card.words[first.place]) if first.chinese else card.words[first.place]
        second = card.words[others[0].place] if others else ""
        if preset.wide:
            y = band.y + (band.height + 1.4) / 2 - preset.word_zh / MM / 2
            style = small._replace(lang=others[0].tag) if others else small
            self._pen.row(preset.side, y, (word, large), (second, style), gap=2.4)
            return
        bottom = band.y + band.height - 4.4 - preset.number / MM - 1.7
        if second:
            bottom -= preset.word_en / MM
            self._pen.text(second, preset.side, bottom, small._replace(lang=others[0].tag))
            bottom -= 1.6
        else:
            bottom -= _ALONE_LIFT * preset.word_en / MM
        block = self._fitted_word(word, large, preset.tile.x - preset.side - 2)
        self._pen.draw(block, preset.side, bottom - block.height)

    def _fitted_word(self, word: str, style: Style, width: float) -> Block:
        para = self._pen.texts.get(word, bold=True, lang=style.lang)
        found = fit(
            para, width * MM, 40, size=style.size, floor=style.size / 2, leading=1.05, max_lines=2, nominal=True
        )
        return block_of(para, list(found.lines), style._replace(leading=style.size * 1.05).at(found.size))

    def number(self, card: BadgeCard) -> None:
        """The number under the words, or at the right of a wide badge."""
        preset, band = self._preset, self._preset.band
        style = Style(preset.number, preset.number, colour=_WHITE, lang="en")
        if preset.wide:
            y = band.y + (band.height + 1.4) / 2 - preset.number / MM / 2
            self._pen.text(card.number, 0, y, style, right=preset.width - preset.side)
        else:
            self._pen.text(card.number, preset.side, band.y + band.height - 4.4 - preset.number / MM, style)
