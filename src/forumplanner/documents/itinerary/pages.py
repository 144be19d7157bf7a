"""Pages of an itinerary: the head once, days until a page is full, the short head on the pages after it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from forumplanner.documents.itinerary.foot import FOOT, draw_foot, draw_taxi, taxi_height, taxi_lines
from forumplanner.documents.itinerary.head import again_end, draw_head, draw_head_again
from forumplanner.documents.itinerary.rows import (
    DAY_HEIGHT,
    LEFT,
    RIGHT,
    ROOMY,
    TIGHT,
    SetRow,
    draw_day,
    draw_row,
    set_row,
)
from forumplanner.documents.setting import Setting, Sizes
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.colours import GREY, tint
from forumplanner.snapshots.itinerary import Itinerary, ItineraryBook

WIDTH, HEIGHT = 148.0, 210.0
_DAY_GAP = {ROOMY: 3.8, TIGHT: 2.6}
_NOTHING = Sizes((9.4, 12.4), (7.8, 10), colour=GREY)

Placed = tuple[SetRow, float, bool]
"""A row, its top, and whether it is the last of its day on the page."""


@dataclass(slots=True)
class Sheet:
    """One page as planned: heads of days (day, top, whether it goes on) and rows."""

    padding: float
    days: list[tuple[dt.date | None, float, bool]] = field(default_factory=list)
    rows: list[Placed] = field(default_factory=list)


def plan(setting: Setting, book: ItineraryBook, card: Itinerary, start: float, taxi: float) -> list[Sheet]:
    """The pages of a card; `start`: where days may begin on the first, `taxi`: height of its box, mm."""
    _inspect(setting, card)
    rows = [set_row(setting, stop, book.accent, card.shown) for stop in card.stops]
    starts = start, again_end(setting, card)
    ends = (FOOT - 3.4 - (taxi + 3.0 if taxi else 0.0), FOOT - 2.4)
    roomy = _planned(setting, card, rows, starts, ends, ROOMY)
    if len(roomy) == 1:
        return roomy
    tight = _planned(setting, card, rows, starts, ends, TIGHT)
    return tight if len(tight) < len(roomy) else roomy


def _planned(
    setting: Setting,
    card: Itinerary,
    rows: list[SetRow],
    starts: tuple[float, float],
    ends: tuple[float, float],
    padding: float,
) -> list[Sheet]:
    sheets = [Sheet(padding)]
    y, bottom, day, begun = starts[0], ends[0], None, False
    for row in rows:
        new, height = not begun or row.stop.day != day, row.height(padding)
        gap = _DAY_GAP[padding] if new and sheets[-1].rows else 0.0
        if y + gap + (DAY_HEIGHT if new else 0.0) + height > bottom and (sheets[-1].rows or len(sheets) == 1):
            sheets.append(Sheet(padding))
            y, bottom, gap = starts[1], ends[1], 0.0
        if new or not sheets[-1].rows:
            if sheets[-1].rows:
                _end_day(sheets[-1])
            sheets[-1].days.append((row.stop.day, y + gap, not new))
            y += gap + DAY_HEIGHT
        if y + height > bottom:
            setting.inspection.note(Trouble.OVERFLOW, card.shown, next(filter(None, row.stop.title), ""))
        sheets[-1].rows.append((row, y, False))
        y, day, begun = y + height, row.stop.day, True
    for sheet in sheets:
        _end_day(sheet)
    return sheets


def _end_day(sheet: Sheet) -> None:
    """No rule is drawn under the last row of a day."""
    if sheet.rows:
        row, y, _last = sheet.rows[-1]
        sheet.rows[-1] = row, y, True


def _inspect(setting: Setting, card: Itinerary) -> None:
    """Tell of a name without a form that is printed."""
    for tongue in setting.tongues:
        if not card.names[tongue.place] and card.shown:
            form = setting.best(setting.words("Chinese" if tongue.chinese else "Latin"))
            setting.inspection.note(Trouble.MISSING_FORM, card.code or card.number, card.shown, form)


def draw_card(setting: Setting, book: ItineraryBook, card: Itinerary, show: Callable[[], object]) -> int:
    """Draw all pages of a card; `show` ends each of them. Returns how many they are."""
    pen = setting.pen
    pen.turn_page(HEIGHT)
    start = draw_head(setting, book, card)
    if not card.stops:
        _nothing(setting, start)
    taxi = taxi_lines(setting, book, card)
    sheets = plan(setting, book, card, start, taxi_height(taxi))
    wash = tint(book.accent, 0.12)
    for number, sheet in enumerate(sheets, start=1):
        if number == 1:
            draw_taxi(setting, book, taxi)
        else:
            pen.turn_page(HEIGHT)
            draw_head_again(setting, book, card)
        heads = list(sheet.days)
        for row, y, last in sheet.rows:
            while heads and heads[0][1] < y:
                day, top, again = heads.pop(0)
                draw_day(setting, day, top, again=again)
            draw_row(setting, row, y, sheet.padding, wash, last=last)
        draw_foot(setting, book, card, number, len(sheets))
        show()
    return len(sheets)


def _nothing(setting: Setting, y: float) -> None:
    words = setting.words("Nothing is planned for you yet; the secretariat will tell you.")
    for place, text in setting.printed(words):
        y = setting.pen.draw(setting.pen.block(text, setting.style(_NOTHING, place), RIGHT - LEFT), LEFT, y) + 0.6
