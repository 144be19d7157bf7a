"""The front of a badge: what all share, what a category shares, and what is the person's own."""

from forumplanner.documents.badges.name import Form, NameSetter
from forumplanner.documents.badges.presets import Preset
from forumplanner.documents.typesetting.fit import fit
from forumplanner.documents.typesetting.marks import forum_mark
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style, block_of
from forumplanner.documents.typesetting.preflight import Inspection, Trouble
from forumplanner.documents.typesetting.qr import draw_code, token_code
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.colours import CATEGORY_COLOURS, CONSULAR_EDGE, GREY, WORKING_CATEGORIES
from forumplanner.domain.kinds import Category
from forumplanner.domain.names import spread_zh
from forumplanner.i18n import in_language
from forumplanner.snapshots.badges import BadgeBatch, BadgeCard

_WHITE = "#FFFFFF"
_EDGE = 1.4
_ALONE_LIFT = 0.6
"""How much higher a word stands that is alone in its band, in sizes of the second language."""

_HOLE, _HOLE_PITCH = 2.5, 5.0
_ABOVE_COUNTRY, _BETWEEN_POSTS = 1.8, 0.8
_LOWEST_DETAILS = 12.0
"""How far (mm) a long post may grow into the name's box before it overflows."""


class FrontDrawer:
    """Draws the fronts of one batch."""

    def __init__(
        self, pen: Pen, batch: BadgeBatch, preset: Preset, tongues: tuple[Tongue, ...], inspection: Inspection
    ) -> None:
        self._pen = pen
        self._batch = batch
        self._preset = preset
        self._tongues = tongues
        self._inspection = inspection
        self._names = NameSetter(
            pen,
            preset,
            chinese=any(tongue.chinese for tongue in tongues),
            latin=any(not tongue.chinese for tongue in tongues),
            inspection=inspection,
        )

    def draw(self, card: BadgeCard, bleed: float) -> None:
        """Draw the front of a card with its trim's top left at the pen's origin."""
        pen, preset = self._pen, self._preset
        pen.repeated("badge.head", (0, 0, preset.width, preset.band.y), self._head)
        box = (-bleed, 0, preset.width + 2 * bleed, preset.height + bleed)
        pen.repeated(f"badge.{card.category}", box, lambda: self._category(card, bleed))
        self._number(card)
        inset = (preset.tile.width - preset.qr) / 2
        draw_code(pen, token_code(card.token), preset.tile.x + inset, preset.tile.y + inset, preset.qr)
        if card.is_blank:
            self._blank()
        else:
            self._person(card)

    def _person(self, card: BadgeCard) -> None:
        preset, name = self._preset, self._preset.name
        where = f"{card.number} {card.latin or card.zh or card.native}"
        details = self._details(card, where, "")
        grown = self._excess(details)
        stack = self._names.set(card, where, name.height - grown)
        if Form.ZH in stack.dropped:
            details = self._details(card, where, card.zh)
            grown = self._excess(details)
        if grown > _LOWEST_DETAILS * preset.height / 130:
            self._inspection.note(Trouble.OVERFLOW, where, " ".join(card.post).strip())
        free = name.height - grown - stack.height
        stack.draw(self._pen, name.x, name.y + free / 2)
        self._draw_details(details, card)

    def _head(self) -> None:
        """Mark of the forum and its name; the whole head shrinks together until it fits."""
        pen, preset, logo = self._pen, self._preset, self._preset.logo
        forum_mark(pen, logo.x, logo.y, logo.width, self._batch.accent)
        x = logo.x + logo.width + 0.27 * logo.width
        room = (preset.rule - 1.2 if preset.rule else preset.name.y) - logo.y
        blocks: list[Block] = []
        for share in (1.0, 0.94, 0.88, 0.82, 0.76, 0.7):
            blocks = self._head_blocks(preset.width - preset.side - x, share)
            if _stacked(blocks, 0.5) <= room:
                break
        else:
            self._inspection.note(Trouble.OVERFLOW, preset.code, " ".join(self._batch.forum))
        y = logo.y
        for block in blocks:
            self._inspection.characters(block.para, preset.code)
            y = pen.draw(block, x, y) + 0.5

    def _head_blocks(self, width: float, share: float) -> list[Block]:
        preset = self._preset
        large, small = (Style(size * share, size * share * 1.22) for size in (preset.head_zh, preset.head_en))
        blocks = []
        for n, (tongue, text) in enumerate(self._head_texts(width, small)):
            style = small._replace(colour=GREY, lang=tongue.tag) if n else large._replace(bold=True, lang=tongue.tag)
            blocks.append(self._pen.block(text, style, width))
        return blocks

    def _head_texts(self, width: float, small: Style) -> list[tuple[Tongue, str]]:
        """The forum in each language; place and date under it, on wide badges behind it if there is room."""
        texts = [(tongue, self._batch.forum[tongue.place]) for tongue in self._tongues]
        texts = [(tongue, text) for tongue, text in texts if text]
        last = self._tongues[-1]
        when = self._batch.place_date[last.place]
        if not when or not self._preset.country_zh:
            return texts
        if self._preset.wide and len(texts) > 1:
            joined = f"{texts[-1][1]} · {when}"
            if self._pen.width(joined, small._replace(lang=last.tag)) <= width:
                return [*texts[:-1], (last, joined)]
        return [*texts, (last, when)]

    def _category(self, card: BadgeCard, bleed: float) -> None:
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
        word = spread_zh(card.words[first.place]) if first.chinese else card.words[first.place]
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

    def _number(self, card: BadgeCard) -> None:
        preset, band = self._preset, self._preset.band
        style = Style(preset.number, preset.number, colour=_WHITE, lang="en")
        if preset.wide:
            y = band.y + (band.height + 1.4) / 2 - preset.number / MM / 2
            self._pen.text(card.number, 0, y, style, right=preset.width - preset.side)
        else:
            self._pen.text(card.number, preset.side, band.y + band.height - 4.4 - preset.number / MM, style)

    def _details(self, card: BadgeCard, where: str, zh: str) -> list[Block]:
        """Post and institution per language; `zh` is a Chinese name that found no room above."""
        preset = self._preset
        blocks = []
        for tongue in self._tongues:
            text = card.post[tongue.place] if card.post else ""
            if not preset.country_zh:
                text = self._with_country(card, tongue, text)
            if not text and card.post and any(card.post):
                self._inspection.note(Trouble.MISSING_LANGUAGE, where, next(filter(None, card.post)))
            if tongue.chinese and zh:
                text = "\u3000".join(filter(None, (zh, text)))
            if text:
                blocks.append(self._detail(text, tongue, where))
        return blocks

    def _excess(self, blocks: list[Block]) -> float:
        """How much (mm) posts and country are higher than their box: so much the name gives away."""
        country = self._preset.country_zh / MM + _ABOVE_COUNTRY if self._preset.country_zh else 0.0
        return max(0.0, _stacked(blocks, _BETWEEN_POSTS) + country - self._preset.details.height)

    def _with_country(self, card: BadgeCard, tongue: Tongue, text: str) -> str:
        """Small cards name the country behind the post, in the last language only."""
        if tongue is not self._tongues[-1] or not card.country:
            return text
        return " · ".join(filter(None, (text, card.country[tongue.place])))

    def _detail(self, text: str, tongue: Tongue, where: str) -> Block:
        preset = self._preset
        main = tongue is self._tongues[0]
        size = preset.post_zh if main else preset.post_en
        floor = min(size, 8.0 if tongue.chinese and not preset.wide else preset.floor_en)
        style = Style(size, size * 1.24, colour=Style(0, 0).colour if main else GREY, lang=tongue.tag)
        para = self._pen.texts.get(text, lang=tongue.tag)
        self._inspection.characters(para, where)
        simple = self._pen.one_line(para, style, preset.details.width)
        if simple is not None:
            return simple
        found = fit(
            para,
            preset.details.width * MM,
            preset.details.height * MM * 2,
            size=size,
            floor=floor,
            leading=1.24,
            max_lines=2 if tongue.chinese or preset.wide else 3,
            nominal=True,
        )
        if found.overflow or found.broken:
            self._inspection.note(Trouble.OVERFLOW, where, text)
        elif found.size < size:
            self._inspection.note(Trouble.SHRUNK, where, text, f"{found.size:g}")
        return block_of(para, list(found.lines), style.at(found.size))

    def _draw_details(self, blocks: list[Block], card: BadgeCard) -> None:
        """Bottom-aligned: the country last, the posts above it."""
        preset, pen = self._preset, self._pen
        bottom = preset.details.y + preset.details.height
        if preset.country_zh and any(card.country):
            bottom -= preset.country_zh / MM
            sizes = (preset.country_zh, preset.country_en)
            parts = [
                (card.country[tongue.place], Style(size, size, bold=n == 0, lang=tongue.tag))
                for n, (tongue, size) in enumerate(zip(self._tongues, sizes, strict=False))
            ]
            pen.row(preset.details.x, bottom, *parts, gap=1.8)
            bottom -= _ABOVE_COUNTRY
        for block in reversed(blocks):
            bottom -= block.height
            pen.draw(block, preset.details.x, bottom)
            bottom -= _BETWEEN_POSTS

    def _blank(self) -> None:
        """Rules to write on, for people who come without notice."""
        pen, preset = self._pen, self._preset
        top, end = preset.name.y, preset.details.y + preset.details.height
        for share, message in ((0.33, "Name"), (0.63, "Institution"), (0.9, "Country")):
            y = top + (end - top) * share
            pen.rule(preset.name.x, y, preset.name.width, 0.5, GREY)
            size = max(6.5, preset.post_en * 0.95)
            parts = [
                (in_language(tongue.tag, message), Style(size - (0.4 if n else 0), size, colour=GREY, lang=tongue.tag))
                for n, tongue in enumerate(self._tongues)
            ]
            pen.row(preset.name.x, y + 0.9, *parts, gap=1.0)


def _stacked(blocks: list[Block], gap: float) -> float:
    return sum(block.height for block in blocks) + gap * max(0, len(blocks) - 1)
