"""The band of facts under a delegation's name: who leads it, who looks after it, where it sleeps, when it lands."""

from collections.abc import Iterator

from forumplanner.documents.delegation_sheet.rows import LEFT, RIGHT, moment
from forumplanner.documents.setting import Setting, Sizes
from forumplanner.documents.typesetting.characters import spread
from forumplanner.documents.typesetting.pen import Block, Style
from forumplanner.domain.colours import GREY, SIGNAL, TINT
from forumplanner.snapshots.delegation_sheet import DelegationSheet, SheetServant
from forumplanner.snapshots.paper import Lines

TOP, HEIGHT = 36.5, 21.0
_COLUMNS = 5
_PAD = 4.0
_LABEL = Sizes((7.4, 9), (7.2, 9), colour=GREY)
_VALUE = Sizes((10.8, 13), (10.8, 13), bold=True)
_UNDER = Sizes((7.8, 9.6), (7.8, 9.6), colour=GREY)

Fact = tuple[str, str, Lines]
"""Message of the label, what stands bold, the lines under it; "" in bold: nobody and nothing yet."""


def draw_facts(setting: Setting, sheet: DelegationSheet) -> None:
    """Five facts on a tint; what is open stands in red."""
    pen, width = setting.pen, (RIGHT - LEFT) / _COLUMNS
    pen.rect(LEFT, TOP, RIGHT - LEFT, HEIGHT, TINT)
    for place, (message, value, under) in enumerate(_facts(setting, sheet)):
        x, room = LEFT + _PAD + place * width, width - _PAD - 1.0
        pen.row(x, TOP + 2.8, *setting.row(setting.words(message), _LABEL), gap=1.0)
        style = setting.style(_VALUE, 0)
        said = value or setting.one_line(setting.words("open"))
        shown = style if value else style._replace(colour=SIGNAL)
        pen.draw(_fitted(setting, said, shown, room, sheet), x, TOP + 7.0)
        y = TOP + 12.4
        for line in filter(None, under):
            y = pen.draw(_fitted(setting, line, setting.style(_UNDER, 0), room, sheet), x, y) + 0.3


def _facts(setting: Setting, sheet: DelegationSheet) -> Iterator[Fact]:
    heads = "、".join(setting.best(head.names) or head.shown for head in sheet.heads)
    second = [text for head in sheet.heads[:1] for text in (head.names[-1], *head.post) if text and text != heads]
    yield "Head", _spread(setting, heads), tuple(second[:1])
    yield "Liaison officer", *_served(setting, sheet.liaison)
    yield "Interpreter", *(_served(setting, sheet.interpreter) if sheet.interpreter else ("–", ()))
    hotel = [text for _place, text in setting.printed(sheet.hotel)] if sheet.hotel else []
    yield "Hotel", hotel[0] if hotel else "" if sheet.housed else "–", tuple(hotel[1:])
    trip = sheet.arrival
    when = moment(setting, trip.day, trip.start) if trip else ""
    scattered = setting.one_line(setting.words("one by one"))
    together = setting.one_line(setting.words("{n} together", n=sheet.together)) if sheet.together > 1 else ""
    how = " · ".join(filter(None, (trip.carrier, trip.place))) if trip else ""
    yield "Arrival", when or scattered, (how, together)


def _served(setting: Setting, servant: SheetServant | None) -> tuple[str, Lines]:
    """Name and phone, and below them the languages in each language; the phone is only the liaison officer's."""
    if servant is None:
        return "", ()
    name = _spread(setting, setting.best(servant.names) or servant.shown)
    return "  ".join(filter(None, (name, servant.phone))), tuple(
        text for _place, text in setting.printed(servant.languages)
    )


def _spread(setting: Setting, name: str) -> str:
    return spread(name) if setting.tongues[0].chinese else name


def _fitted(setting: Setting, text: str, style: Style, width: float, sheet: DelegationSheet) -> Block:
    """On one line, smaller if it must be; wrapped where even that is too wide."""
    for size in (style.size, style.size * 0.9, style.size * 0.8):
        if setting.pen.width(text, style.at(size)) <= width:
            return setting.block(text, style.at(size), 0.0, sheet.heading(0))
    return setting.block(text, style.at(style.size * 0.7), width, sheet.heading(0))
