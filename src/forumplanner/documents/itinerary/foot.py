"""What stands at the foot of an itinerary: the box for the taxi driver in Chinese, the clock, the issue."""

from dataclasses import replace

from forumplanner.documents.itinerary.rows import LEFT, RIGHT
from forumplanner.documents.setting import Setting, Sizes
from forumplanner.documents.typesetting.pen import Block, Style
from forumplanner.domain.colours import GREY, HAIR, INK
from forumplanner.domain.text import ZH
from forumplanner.i18n import in_language
from forumplanner.snapshots.itinerary import Itinerary, ItineraryBook

FOOT = 199.0
"""Where the foot's rule stands, mm."""

_PAD = 4.0
_LABEL = Sizes((7.2, 9), (7.2, 9), colour=GREY)
_LARGE, _FLOOR = 13.0, 9.0
_SMALL = Style(6.8, 8.4, colour=GREY)


def taxi_lines(setting: Setting, book: ItineraryBook, card: Itinerary) -> list[Block]:
    """What the driver reads, set large: to the venue, to the hotel. None for who is online."""
    if card.online:
        return []
    hotel = card.hotel[book.languages.index(ZH)] if card.hotel and ZH in book.languages else ""
    places = dict.fromkeys(filter(None, (book.taxi, hotel if book.taxi else "")))
    return [_line(setting, in_language(ZH, "Please take me to: {place}", place=place), card) for place in places]


def _line(setting: Setting, text: str, card: Itinerary) -> Block:
    style, width = Style(_LARGE, _LARGE * 1.3, bold=True, lang="zh"), RIGHT - LEFT - 2 * _PAD
    size = _LARGE
    while size > _FLOOR and setting.pen.width(text, style.at(size)) > width:
        size -= 0.5
    return setting.block(text, style.at(size), width, card.shown)


def taxi_height(lines: list[Block]) -> float:
    """Height of the box, mm; 0 where there is none."""
    return 2.4 + 3.9 + sum(line.height + 1.4 for line in lines) + 1.2 if lines else 0.0


def draw_taxi(setting: Setting, book: ItineraryBook, lines: list[Block]) -> None:
    """The framed box just above the foot."""
    if not lines:
        return
    pen, height = setting.pen, taxi_height(lines)
    top = FOOT - 3.4 - height
    for y in (top, top + height):
        pen.rule(LEFT, y, RIGHT - LEFT, 0.9, INK)
    for x in (LEFT, RIGHT):
        pen.upright(x, top, height, 0.9, INK)
    pen.row(LEFT + _PAD, top + 2.4, *setting.row(setting.words("Show this to a taxi driver"), _LABEL), gap=1.2)
    if book.phone:
        said = f"{setting.one_line(setting.words('Secretariat'))} {book.phone}"
        pen.text(said, 0, top + 2.4, setting.style(_LABEL, 0), right=RIGHT - _PAD)
    at = top + 6.3
    for line in lines:
        at = pen.draw(line, LEFT + _PAD, at) + 1.4


def draw_foot(setting: Setting, book: ItineraryBook, card: Itinerary, number: int, of: int) -> None:
    """Whose clock the times are on, which issue, page of pages."""
    pen, style = setting.pen, _SMALL._replace(lang=setting.tongues[0].tag)
    pen.rule(LEFT, FOOT, RIGHT - LEFT, 0.35, HAIR)
    pages = f"{number} / {of}"
    pen.text(pages, 0, FOOT + 4.4, style._replace(lang="en"), right=RIGHT)
    edition = replace(book.edition, step=0)  # a guest has no use for the number of the planner's last step
    version = " · ".join(filter(None, (setting.best(book.short_title), setting.version(edition))))
    room = RIGHT - LEFT
    pen.text(clock := _clock(setting, book, card), LEFT, FOOT + 1.3, _narrowed(setting, clock, style, room))
    pen.text(version, LEFT, FOOT + 4.4, _narrowed(setting, version, style, room - pen.width(pages, style) - 3.0))


def _narrowed(setting: Setting, text: str, style: Style, room: float) -> Style:
    """The style at a size at which the text keeps to one line."""
    return style.at(style.size * min(1.0, room / setting.pen.width(text, style))) if text else style


def _clock(setting: Setting, book: ItineraryBook, card: Itinerary) -> str:
    """时间均为北京时间（UTC+8） All times: Beijing Time (UTC+8) · 金边 Phnom Penh −1 h."""
    if card.online and any(card.home):
        return setting.one_line(
            tuple(
                in_language(tag, "All times: {clock}; small: {city}", clock=clock, city=city)
                for tag, clock, city in zip(setting.languages, book.clock, card.home, strict=True)
            )
        )
    said = tuple(
        in_language(tag, "All times: {clock}", clock=clock)
        for tag, clock in zip(setting.languages, book.clock, strict=True)
    )
    if not any(card.home):
        return setting.one_line(said)
    hours, minutes = divmod(abs(card.ahead), 60)
    lead = f"{'−' if card.ahead < 0 else '+'}{hours}{f':{minutes:02d}' if minutes else ''} h"
    return f"{setting.one_line(said)} · {setting.one_line(card.home)} {lead}"
