"""Badges: fronts, and backs where the size has one, single for a print shop or several on a sheet with crop marks."""

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from forumplanner.documents.badges.back import BackDrawer
from forumplanner.documents.badges.front import FrontDrawer
from forumplanner.documents.badges.presets import PRESETS, NoSuchPreset, Preset, preset_of
from forumplanner.documents.memory import uncollected
from forumplanner.documents.paper import Paper
from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.imposition import BLEED, SHEETS, Grid, cut_stack, impose, in_rows
from forumplanner.documents.typesetting.marks import check_line, crop_marks
from forumplanner.documents.typesetting.paragraph import ParagraphCache
from forumplanner.documents.typesetting.pen import MM, Pen, Style
from forumplanner.documents.typesetting.preflight import Inspection, Trouble
from forumplanner.documents.typesetting.process import own_texts
from forumplanner.documents.typesetting.tongues import Tongue, tongues_of
from forumplanner.domain.colours import GREY
from forumplanner.i18n import in_language
from forumplanner.snapshots.badges import BadgeBatch, BadgeCard

__all__ = ["PRESETS", "BadgeOptions", "NoSuchPreset", "Order", "badges"]


class Order(StrEnum):
    """In which order badges come off the pile."""

    NUMBER = "number"
    NAME = "name"
    DELEGATION = "delegation"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class BadgeOptions:
    """How a batch is printed.

    `preset`: a key of `PRESETS`. `languages`: tags out of the snapshot's, () for all of them. `sheet`: "A4", "A3",
    "Letter", or "" for one badge a page with its bleed, as print shops want it. `back`: with backs, for turning over
    the long edge. `stacked`: cut piles go on one after the other, else reading order.
    """

    preset: str = "90x130"
    languages: tuple[str, ...] = ()
    sheet: str = "A4"
    back: bool = False
    order: Order = Order.NUMBER
    stacked: bool = True


def badges(batch: BadgeBatch, options: BadgeOptions | None = None, *, texts: ParagraphCache | None = None) -> Paper:
    """Print a batch. The same batch and options give the same bytes; `texts` may be shared between papers.

    Raises `NoSuchPreset`.
    """
    chosen = options or BadgeOptions()
    preset = preset_of(chosen.preset)
    tongues = tongues_of(batch.languages, chosen.languages)
    with uncollected():
        return _Press(batch, chosen, preset, tongues, texts or own_texts()).print()


_KEYS: dict[Order, Callable[[BadgeCard], tuple[str, ...]]] = {
    Order.NUMBER: lambda card: (card.number,),
    Order.NAME: lambda card: (card.sort_key, card.number),
    Order.DELEGATION: lambda card: (card.delegation, card.sort_key, card.number),
    Order.CATEGORY: lambda card: (card.category, card.sort_key, card.number),
}


class _Press:
    """One run: a canvas, the drawers of both sides, and the sheets."""

    def __init__(
        self,
        batch: BadgeBatch,
        options: BadgeOptions,
        preset: Preset,
        tongues: tuple[Tongue, ...],
        texts: ParagraphCache,
    ) -> None:
        self._batch = batch
        self._options = options
        self._preset = preset
        self._tongues = tongues
        self._inspection = Inspection()
        self._with_back = options.back and preset.has_back
        self._grid = impose(preset.size, SHEETS[options.sheet]) if options.sheet else None
        self._bleed = self._grid.bleed if self._grid else BLEED
        width, height = SHEETS[options.sheet] if options.sheet else tuple(side + 2 * BLEED for side in preset.size)
        self._buffer = io.BytesIO()
        title = in_language(tongues[0].tag, "Badges")
        forum = batch.forum[tongues[0].place] if batch.forum else ""
        self._canvas = Canvas(
            self._buffer,
            (width * MM, height * MM),
            lang=tongues[0].tag,
            title=f"{forum} {title}".strip(),
            subject=preset.code,
            **(self._boxes(width, height) if not options.sheet else {}),
        )
        self._pen = Pen(self._canvas, texts, height=height)
        self._front = FrontDrawer(self._pen, batch, preset, tongues, self._inspection)
        self._back = BackDrawer(self._pen, batch, preset, tongues, self._inspection)
        self._pages = 0

    def _boxes(self, width: float, height: float) -> dict[str, Any]:
        """TrimBox and BleedBox of a single badge's page, for the shop that cuts it."""
        trim = (BLEED * MM, BLEED * MM, (width - BLEED) * MM, (height - BLEED) * MM)
        return {"trimBox": trim, "bleedBox": (0, 0, width * MM, height * MM)}

    def print(self) -> Paper:
        """Draw every page and save."""
        cards = sorted(self._batch.badges, key=_KEYS[self._options.order])
        self._check(cards)
        if self._grid:
            self._sheets(cards, self._grid)
        else:
            for card in cards:
                self._single(card)
        if not cards:
            self._show()
        self._canvas.save()
        return Paper(self._buffer.getvalue(), self._pages, self._inspection.report())

    def _single(self, card: BadgeCard) -> None:
        for draw in (self._front.draw, self._back.draw)[: 2 if self._with_back else 1]:
            with self._pen.shift(BLEED, BLEED):
                draw(card, BLEED)
            self._show()

    def _sheets(self, cards: Sequence[BadgeCard], grid: Grid) -> None:
        deal = cut_stack if self._options.stacked else in_rows
        sheets = list(deal(cards, grid.count))
        for number, sheet in enumerate(sheets, start=1):
            self._sheet(sheet, grid, (number, len(sheets)), back=False)
            if self._with_back:
                self._sheet(sheet, grid, (number, len(sheets)), back=True)

    def _sheet(self, cards: Sequence[BadgeCard | None], grid: Grid, number: tuple[int, int], *, back: bool) -> None:
        draw = self._back.draw if back else self._front.draw
        for card, place in zip(cards, grid.places(), strict=True):
            if card is None:
                continue
            where = grid.back(place) if back else place
            if grid.turned:
                with self._pen.turned(where.x, where.y, grid.card[0]):
                    draw(card, grid.bleed)
            else:
                with self._pen.shift(where.x, where.y):
                    draw(card, grid.bleed)
        self._pen.repeated("sheet.marks", (0, 0, *grid.sheet), lambda: self._marks(grid))
        self._slug(grid, number, back=back)
        self._show()

    def _marks(self, grid: Grid) -> None:
        if not crop_marks(self._pen, grid):
            self._inspection.note(
                Trouble.SHEET, "", "The badges leave no room for all crop marks; print without margins."
            )
        elif not grid.bleed:
            self._inspection.note(Trouble.SHEET, "", "Neighbouring badges share their cuts; colour has no bleed.")
        left, top = grid.margins
        if top >= 8:
            y = grid.sheet[1] - top + 2.6 if grid.bleed == 0 else grid.sheet[1] - 9.0
            check_line(self._pen, max(left, 5) + 5, y)
            style = Style(6.4, 6.4, colour=GREY, lang=self._tongues[0].tag)
            text = self._both("Must measure 80 mm")
            self._pen.text(text, max(left, 5) + 5, y + 1.4, style)

    def _slug(self, grid: Grid, number: tuple[int, int], *, back: bool) -> None:
        """What the sheet is, the same on every sheet of a side, and at the right which of how many it is."""
        left, top = grid.margins
        if top < 8:
            return
        edge = max(left, 5) + 8
        style = Style(6.4, 6.4, colour=GREY, lang=self._tongues[0].tag)
        side = "back" if back else "front"
        self._pen.repeated(
            f"sheet.{side}", (0, 0, *grid.sheet), lambda: self._pen.text(self._batch_line(back=back), edge, 4.4, style)
        )
        counted = self._both("Sheet {n} / {all}", n=number[0], all=number[1])
        self._pen.text(counted, 0, 4.4, style, right=grid.sheet[0] - edge)

    def _batch_line(self, *, back: bool) -> str:
        parts = (
            " ".join((self._both("Badges"), self._preset.code.replace("x", "×"))),
            self._both("Back, turn over the long edge" if back else "Front"),
            self._both("Cut, then stack the piles") if self._options.stacked else "",
            _edition(self._batch),
        )
        return "\u3000".join(filter(None, parts))

    def _both(self, message: str, **values: object) -> str:
        """A message in all printed languages, one after the other."""
        return " ".join(dict.fromkeys(in_language(tongue.tag, message, **values) for tongue in self._tongues))

    def _show(self) -> None:
        self._canvas.showPage()
        self._pages += 1

    def _check(self, cards: Sequence[BadgeCard]) -> None:
        """What concerns the whole batch: twice the same name, number or token, forms that the languages need."""
        named = [(card.number, card.latin or card.zh or card.native) for card in cards]
        self._inspection.duplicates(named)
        self._inspection.duplicates((name, number) for number, name in named)
        for card in cards:
            for form in _missing_forms(card, self._tongues):
                self._inspection.note(Trouble.MISSING_FORM, card.number, card.latin or card.zh or card.native, form)


def _missing_forms(card: BadgeCard, tongues: Sequence[Tongue]) -> Iterator[str]:
    if card.is_blank:
        return
    if not card.zh and any(tongue.chinese for tongue in tongues):
        yield "zh"
    if not card.latin and any(not tongue.chinese for tongue in tongues):
        yield "latin"


def _edition(batch: BadgeBatch) -> str:
    step = f"#{batch.edition.step}" if batch.edition.step else ""
    return " ".join(filter(None, (batch.edition.name or step, batch.edition.issued)))
