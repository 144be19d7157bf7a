"""The front of a badge: head, name, post and country, band with the code; or rules to write on."""

from forumplanner.documents.badges.band import BandDrawer
from forumplanner.documents.badges.details import DetailSetter
from forumplanner.documents.badges.head import HeadDrawer
from forumplanner.documents.badges.name import Form, NameSetter
from forumplanner.documents.badges.presets import Preset
from forumplanner.documents.typesetting.pen import Pen, Style
from forumplanner.documents.typesetting.preflight import Inspection, Trouble
from forumplanner.documents.typesetting.qr import draw_code, token_code
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.colours import GREY
from forumplanner.i18n import in_language
from forumplanner.snapshots.badges import BadgeBatch, BadgeCard

_LOWEST_DETAILS = 12.0
"""How far (mm) a long post may grow into the name's box before it overflows."""


class FrontDrawer:
    """Draws the fronts of one batch."""

    def __init__(
        self, pen: Pen, batch: BadgeBatch, preset: Preset, tongues: tuple[Tongue, ...], inspection: Inspection
    ) -> None:
        self._pen = pen
        self._preset = preset
        self._tongues = tongues
        self._inspection = inspection
        self._head = HeadDrawer(pen, batch, preset, tongues, inspection)
        self._band = BandDrawer(pen, preset, tongues)
        self._details = DetailSetter(pen, preset, tongues, inspection)
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
        pen.repeated("badge.head", (0, 0, preset.width, preset.band.y), self._head.draw)
        box = (-bleed, 0, preset.width + 2 * bleed, preset.height + bleed)
        pen.repeated(f"badge.{card.category}", box, lambda: self._band.draw(card, bleed))
        self._band.number(card)
        inset = (preset.tile.width - preset.qr) / 2
        draw_code(pen, token_code(card.token), preset.tile.x + inset, preset.tile.y + inset, preset.qr)
        if card.is_blank:
            self._blank()
        else:
            self._person(card)

    def _person(self, card: BadgeCard) -> None:
        preset, name = self._preset, self._preset.name
        where = f"{card.number} {card.latin or card.zh or card.native}"
        details = self._details.set(card, where)
        grown = self._details.excess(details)
        stack = self._names.set(card, where, name.height - grown)
        if Form.ZH in stack.dropped:
            details = self._details.set(card, where, card.zh)
            grown = self._details.excess(details)
        if grown > _LOWEST_DETAILS * preset.height / 130:
            self._inspection.note(Trouble.OVERFLOW, where, " ".join(card.post).strip())
        free = name.height - grown - stack.height
        stack.draw(self._pen, name.x, name.y + free / 2)
        self._details.draw(details, card)

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
