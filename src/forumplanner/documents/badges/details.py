"""Post, institution and country of a badge, bottom-aligned over the band."""

from forumplanner.documents.badges.presets import Preset
from forumplanner.documents.typesetting.fit import fit
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style, block_of
from forumplanner.documents.typesetting.preflight import Inspection, Trouble
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.colours import GREY, INK
from forumplanner.snapshots.badges import BadgeCard

_ABOVE_COUNTRY, _BETWEEN_POSTS = 1.8, 0.8


class DetailSetter:
    """Sets the details of one batch."""

    def __init__(self, pen: Pen, preset: Preset, tongues: tuple[Tongue, ...], inspection: Inspection) -> None:
        self._pen = pen
        self._preset = preset
        self._tongues = tongues
        self._inspection = inspection

    def set(self, card: BadgeCard, where: str, zh: str = "") -> list[Block]:
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

    def excess(self, blocks: list[Block]) -> float:
        """How much (mm) posts and country are higher than their box: so much the name gives away."""
        height = sum(block.height for block in blocks) + _BETWEEN_POSTS * max(0, len(blocks) - 1)
        country = self._preset.country_zh / MM + _ABOVE_COUNTRY if self._preset.country_zh else 0.0
        return max(0.0, height + country - self._preset.details.height)

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
        style = Style(size, size * 1.24, colour=INK if main else GREY, lang=tongue.tag)
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

    def draw(self, blocks: list[Block], card: BadgeCard) -> None:
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
