"""What stands around the words of a letter: the head, the marks of a draft, the seal's place, initials, the foot."""

from typing import Final

from forumplanner.documents.letters.flow import LEFT, MEASURE
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.marks import circle
from forumplanner.documents.typesetting.pen import MM, Block, Style, stroke
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.colours import GREY, HAIR, INK, ON_ACCENT, SIGNAL
from forumplanner.snapshots.letters import Letters, LetterSheet

SEAL: Final = 42.0
"""Diameter of an official seal with the white around it, mm."""

_RIGHT: Final = LEFT + MEASURE
_RULE: Final = 33.4
_SMALLEST: Final = 10.0
"""Below this size (pt) a name in the head is rather broken over lines."""


def draw_head(setting: Setting, snapshot: Letters, tongues: tuple[Tongue, ...]) -> None:
    """The writer's name in the languages of the page over a rule in the forum's colour, and how to reach it."""
    pen = setting.pen
    contact = Style(8, 10, colour=GREY, lang="en")
    room = MEASURE - (pen.width(snapshot.contact, contact) + 6.0 if snapshot.contact else 0.0)
    hosts = [(snapshot.host[tongue.place], tongue) for tongue in tongues if snapshot.host[tongue.place]]
    named = list(enumerate(hosts[:2]))
    blocks = [_name(setting, name, tongue, room if place == 0 else MEASURE, place) for place, (name, tongue) in named]
    y = _RULE - 3.4 - sum(block.height + 1.2 for block in blocks) + 1.2
    for block in blocks:
        y = pen.draw(block, LEFT, y) + 1.2
    if snapshot.contact:
        pen.text(snapshot.contact, 0, 24.6, contact, right=_RIGHT)
    pen.rule(LEFT, _RULE, MEASURE, 1.4, snapshot.accent)


def _name(setting: Setting, name: str, tongue: Tongue, room: float, place: int) -> Block:
    """The writer's name, as large as one line allows, on two lines where it is very long."""
    size = (19.0 if tongue.chinese else 15.0) if place == 0 else 10.5
    style = Style(size, size * 1.2, bold=True, lang=tongue.tag, serif=True, colour=GREY if place else INK)
    while setting.pen.width(name, style) > room and style.size > _SMALLEST:
        style = style.at(style.size - 0.5)
    return setting.block(name, style, room, name)


def draw_mark(setting: Setting, sheet: LetterSheet) -> None:
    """待批 Not approved in a red field, or 草稿 Draft in an outlined one; an issued letter carries neither."""
    if not sheet.is_draft and not sheet.held:
        return
    pen = setting.pen
    words = setting.one_line(setting.words("Not approved") if sheet.held else setting.words("Draft"))
    style = Style(11, 11, bold=True, colour=ON_ACCENT if sheet.held else GREY, lang=setting.tongues[0].tag)
    width = pen.width(words, style) + 7.0
    left, top = _RIGHT - width, 8.6
    if sheet.held:
        pen.rect(left, top, width, 7.4, SIGNAL)
    else:
        for y in (top, top + 7.4):
            pen.rule(left, y, width, 0.6, GREY)
        for x in (left, left + width):
            pen.upright(x, top, 7.4, 0.6, GREY)
    pen.text(words, left + 3.5, top + (7.4 - style.size / MM) / 2, style)


def draw_seal(setting: Setting, sheet: LetterSheet, x: float, y: float, tongues: tuple[Tongue, ...]) -> None:
    """A dotted circle of the seal's size around (x, y), its word at the circle's foot, and the line for initials.

    What may not go yet says so here too, where a seal would be set.
    """
    pen, radius = setting.pen, SEAL / 2
    left, bottom = pen.point(x, y)
    pen.canvas.write(f"q {stroke(HAIR)} 0.7 w 1 J [0 3] 0 d {circle(left, bottom, radius * MM)} S Q")
    grey = Style(7.4, 9, colour=GREY, lang=tongues[0].tag)
    words = _in(setting, "Seal", tongues)
    pen.text(words, x - pen.width(words, grey) / 2, y + radius - 6.4, grey)
    if sheet.held:
        red = Style(10, 12, bold=True, colour=SIGNAL, lang=tongues[0].tag)
        mark = _in(setting, "Not approved", tongues)
        pen.text(mark, x - pen.width(mark, red) / 2, y - radius + 4.6, red)
    initials = _in(setting, "Initials", tongues)
    pen.text(initials, LEFT, y + 7.0, grey)
    pen.rule(LEFT + pen.width(initials, grey) + 2.0, y + 9.6, 34.0, 0.5, GREY)


def _in(setting: Setting, message: str, tongues: tuple[Tongue, ...]) -> str:
    """A word in the languages of the page only: a half speaks one."""
    words = setting.words(message)
    return " ".join(dict.fromkeys(words[tongue.place] for tongue in tongues))


def draw_foot(
    setting: Setting, snapshot: Letters, sheet: LetterSheet, number: int, of: int, tongues: tuple[Tongue, ...]
) -> None:
    """Which forum and letter, in the first language of the page, and the page where there are several."""
    pen, y = setting.pen, 283.5
    tongue = next(iter(tongues), setting.tongues[0])
    style = Style(7, 7, colour=GREY, lang=tongue.tag)
    pen.rule(LEFT, y, MEASURE, 0.35, HAIR)
    note = " · ".join(
        filter(None, (snapshot.short_title[tongue.place] or setting.best(snapshot.short_title), sheet.number))
    )
    pen.text(note, LEFT, y + 1.3, style)
    if of > 1:
        pen.text(f"{number} / {of}", 0, y + 1.3, style, right=_RIGHT)
