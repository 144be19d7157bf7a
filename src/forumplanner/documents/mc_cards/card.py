"""One hand card: band with number and time, who is called, the words, what to do if they are absent, the next item."""

from dataclasses import dataclass
from typing import Final

from forumplanner.documents.agenda.sheet import draw_stack, height_of
from forumplanner.documents.mc_cards.words import Words, set_words
from forumplanner.documents.running_order.calling import forms
from forumplanner.documents.running_order.inspecting import place_of
from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.fit import NAME, TITLE, Policy, fit
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style, block_of
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.colours import GREY, INK, ON_ACCENT, ON_ACCENT_SECOND, SIGNAL, SIGNAL_TINT, TINT
from forumplanner.domain.kinds import CueKind, ItemKind, Mode
from forumplanner.domain.times import clock
from forumplanner.i18n import in_language
from forumplanner.snapshots.running_order import RunningItem, RunningOrder, RunningPerson, RunningSession

WIDTH, HEIGHT = 148.0, 210.0
"""A5 portrait, mm."""

LEFT, RIGHT = 10.0, 138.0
BAND, FOOT = 22.0, 20.0
_INSIDE = RIGHT - LEFT
_TOP = BAND + 7.6
_SEVERAL = 3
_ABSENT_WORDS = Sizes((10.2, 14), (8.6, 11.6))
_POST = Sizes((11, 14), (8.6, 11), colour=GREY, title=True)
_POST_SMALL = Sizes((8.8, 11.4), (7.8, 10), colour=GREY, title=True)
_SPEECHES: Final = frozenset({ItemKind.ADDRESS, ItemKind.WELCOME, ItemKind.KEYNOTE, ItemKind.REPORT})


@dataclass(frozen=True, slots=True)
class Card:
    """One card as planned; `part` of `parts` where the words go over to a second one."""

    session: RunningSession
    item: RunningItem
    words: Words
    head: Stack
    suffix: tuple[str, Style] | None
    absent: Stack
    part: int = 1
    parts: int = 1


def plan_cards(setting: Setting, session: RunningSession) -> list[Card]:
    """The cards of a session, one an item, more where its words need them."""
    cards: list[Card] = []
    for place, item in enumerate(session.items):
        following = session.items[place + 1] if place + 1 < len(session.items) else None
        cards += _cards(setting, session, item, following)
    return cards


def _cards(setting: Setting, session: RunningSession, item: RunningItem, following: RunningItem | None) -> list[Card]:
    where = place_of(setting, session, item)
    head, suffix = _called(setting, item, where)
    absent = _absent(setting, item, following, where)
    bottom = HEIGHT - FOOT - 5.0
    first = bottom - _words_top(head) - (height_of(absent) + 14.0 if absent else 0.0)
    pieces = set_words(setting, session, item, _INSIDE, (first, bottom - _TOP))
    return [
        Card(
            session,
            item,
            words,
            head if n == 0 else [],
            suffix if n == 0 else None,
            absent if n == 0 else [],
            n + 1,
            len(pieces),
        )
        for n, words in enumerate(pieces)
    ]


def _words_top(head: Stack) -> float:
    return _TOP + height_of(head) + 12.5 if head else _TOP


def _called(setting: Setting, item: RunningItem, where: str) -> tuple[Stack, tuple[str, Style] | None]:
    """Who is called: one person large, up to three smaller, more only in the words."""
    people = [person for person in item.people if not person.placeholder]
    if not 1 <= len(people) <= _SEVERAL or item.kind is ItemKind.INTRODUCTION:
        return [], None
    if len(people) == 1:
        return _large(setting, people[0], where)
    stack: Stack = []
    for person in people:
        one, _suffix = _large(setting, person, where, small=True)
        stack += [(3.0 if stack else 0.0, one[0][1]), *one[1:]]
    return stack, None


def _large(
    setting: Setting, person: RunningPerson, where: str, *, small: bool = False
) -> tuple[Stack, tuple[str, Style] | None]:
    """Post, name as large as it fits, the other language's name, how it is said."""
    stack: Stack = []
    first = setting.tongues[0]
    posts = _POST_SMALL if small else _POST
    if person.posts[first.place]:
        style = setting.style(posts, 0)
        stack.append((0.0, setting.block(person.posts[first.place], style, _INSIDE, where)))
    name = person.names[first.place] or person.shown
    suffix = person.courtesy if first.chinese and not small else ""
    behind = Style(13, 13, lang=first.tag)
    taken = setting.pen.width(suffix, behind) + 2.4 if suffix else 0.0
    stack.append((1.0 if stack else 0.0, _name(setting, name, 15.0 if small else 25.0, _INSIDE - taken, where)))
    for tongue in setting.tongues[1:]:
        other = (forms(person, tongue) or [""])[0]
        if other and other != name:
            size = 9.6 if small else 13.0
            stack.append((1.2, setting.block(other, Style(size, size * 1.25, lang=tongue.tag), _INSIDE, where)))
    if person.pronunciation:
        size = 9.6 if small else 13.0
        said = Style(size, size * 1.25, bold=True, colour="", lang="en")
        stack.append((1.2, setting.block(person.pronunciation, said, _INSIDE, where)))
    return stack, (suffix, behind) if suffix else None


def _name(setting: Setting, name: str, size: float, width: float, where: str) -> Block:
    """A name on one line if it can be, never broken inside a word."""
    style = Style(size, size * 1.15, bold=True, lang=setting.tongues[0].tag)
    return _fitted(setting, name, style, (width, 26.0), floor=size * 0.6, policy=NAME, where=where)


def _fitted(
    setting: Setting, text: str, style: Style, box: tuple[float, float], *, floor: float, policy: Policy, where: str
) -> Block:
    para = setting.pen.texts.get(text, bold=style.bold, lang=style.lang)
    setting.inspection.characters(para, where)
    found = fit(
        para,
        box[0] * MM,
        box[1] * MM,
        size=style.size,
        floor=floor,
        leading=style.leading / style.size,
        max_lines=2,
        policy=policy,
        nominal=True,
    )
    if found.overflow:
        setting.inspection.note(Trouble.OVERFLOW, where, text)
    return block_of(para, list(found.lines), style.at(found.size))


def _absent(setting: Setting, item: RunningItem, following: RunningItem | None, where: str) -> Stack:
    """What to do if somebody is not there: the spare plan, else on to the next item."""
    spare = [cue.text for cue in item.cues if cue.kind is CueKind.SPARE]
    stack: Stack = []
    for text in spare:
        stack += setting.stack(text, _ABSENT_WORDS, _INSIDE - 8, where, gap=0.8)
    speaks = item.kind in _SPEECHES and any(person.mode is not Mode.VIDEO for person in item.people)
    if not stack and speaks and following is not None:
        titles = following.title if any(following.title) else following.kind_label
        lines = tuple(
            in_language(
                tag, "Go straight to item {n}: {title}.", n=following.number, title=title or setting.best(titles)
            )
            for tag, title in zip(setting.languages, titles, strict=True)
        )
        stack += setting.stack(lines, _ABSENT_WORDS, _INSIDE - 8, where, gap=0.8)
    return stack


def draw_card(setting: Setting, order: RunningOrder, card: Card) -> None:
    """Everything on a card."""
    pen = setting.pen
    _band(setting, order, card)
    y = _TOP
    if card.head:
        y = _head(pen, order, card, y)
    for gap, block in card.words:
        y = block.draw(pen, LEFT, y + gap)
    if card.absent:
        _absent_box(setting, card)
    _foot(setting, order, card)


def _head(pen: Pen, order: RunningOrder, card: Card, y: float) -> float:
    """The person, the courtesy behind the name, a rule; returns where the words begin."""
    for gap, block in card.head:
        y += gap
        coloured = block._replace(style=block.style._replace(colour=block.style.colour or order.accent))
        end = pen.draw(coloured, LEFT, y)
        if card.suffix and block.style.bold and block.style.colour:
            text, style = card.suffix
            lower = (block.style.size - style.size) * 0.88 / MM + (end - y - block.style.size / MM)
            last = block.lines[-1].width * block.style.size / 1000 / MM
            pen.text(text, LEFT + last + 2.4, y + lower, style)
        y = end
    pen.rule(LEFT, y + 6.0, _INSIDE, 0.9, INK)
    return y + 12.5


def _band(setting: Setting, order: RunningOrder, card: Card) -> None:
    """Number, what it is, how many there are, when and how long."""
    pen, item = setting.pen, card.item
    pen.rect(0, 0, WIDTH, BAND, order.accent)
    large = Style(38, 38, bold=True, colour=ON_ACCENT, lang="en")
    number = str(item.number)
    pen.text(number, LEFT, 2.6, large)
    x = LEFT + max(16.0, pen.width(number, large) + 4.0)
    time = Style(19, 19, bold=True, colour=ON_ACCENT, lang="en")
    small = Style(8.6, 9, colour=ON_ACCENT_SECOND, lang=setting.tongues[0].tag)
    if item.start is not None:
        pen.text(clock(item.start), 0, 4.4, time, right=RIGHT)
    if item.minutes:
        minutes = setting.one_line(setting.words("min"))
        space = "" if setting.tongues[0].chinese else " "
        pen.text(f"{item.minutes}{space}{minutes}", 0, 12.9, small, right=RIGHT)
    room = RIGHT - x - 24.0
    titles = item.title if any(item.title) else item.kind_label
    style = Style(13, 14.6, bold=True, colour=ON_ACCENT, lang=setting.tongues[0].tag, title=True)
    where = place_of(setting, card.session, item)
    block = _fitted(setting, setting.best(titles), style, (room, 11.2), floor=9.0, policy=TITLE, where=where)
    two = len(block.lines) > 1
    end = pen.draw(block, x, 2.6 if two else 4.6)
    style = small._replace(lang=setting.tongues[-1].tag)
    pen.text(_standing(setting, card), x, max(end + (0.8 if two else 1.6), 12.9), style)


def _standing(setting: Setting, card: Card) -> str:
    """What kind of item it is, where it stands, which of its cards this is: in the last printed language."""
    tag, item = setting.tongues[-1].tag, card.item
    parts = [
        item.kind_label[setting.tongues[-1].place],
        in_language(tag, "item {n} of {total}", n=item.number, total=len(card.session.items)),
    ]
    if card.parts > 1:
        parts.append(in_language(tag, "card {n} of {total}", n=card.part, total=card.parts))
    return " · ".join(parts)


def _absent_box(setting: Setting, card: Card) -> None:
    """A tinted box over the foot."""
    pen = setting.pen
    height = height_of(card.absent) + 9.6
    top = HEIGHT - FOOT - 6.0 - height
    pen.rect(LEFT, top, _INSIDE, height, SIGNAL_TINT)
    pen.rect(LEFT, top, 0.6, height, SIGNAL)
    style = Style(10, 10, bold=True, colour=SIGNAL, lang=setting.tongues[0].tag)
    pen.text(setting.one_line(setting.words("If absent")), LEFT + 3.6, top + 2.6, style)
    draw_stack(pen, card.absent, LEFT + 3.6, top + 7.2)


def _foot(setting: Setting, order: RunningOrder, card: Card) -> None:
    """The next item, and which version this card is of."""
    pen, top = setting.pen, HEIGHT - FOOT
    pen.rect(0, top, WIDTH, FOOT, TINT)
    small = Style(7.8, 10, colour=GREY, lang=setting.tongues[0].tag)
    issued = order.edition.issued[5:] if order.edition.issued else ""
    version = order.edition.name or setting.one_line(setting.words("Draft"))
    edge = RIGHT - max(pen.width(text, small._replace(size=7)) for text in (version, issued, "–"))
    for n, text in enumerate(filter(None, (version, issued))):
        pen.text(text, 0, top + 6.2 + n * 3.6, small._replace(size=7), right=RIGHT)
    goes_on = card.part < card.parts
    items = card.session.items
    place = next(n for n, item in enumerate(items) if item.id == card.item.id) + (0 if goes_on else 1)
    x = LEFT + 15.0
    for n, (_place, text) in enumerate(setting.printed(setting.words("Next item"))):
        pen.text(text, LEFT, top + 6.4 + n * 3.6, small)
    if place >= len(items):
        pen.text(
            setting.one_line(setting.words("Last item")), x, top + 6.0, Style(11, 13, lang=small.lang, colour=GREY)
        )
        return
    following = items[place]
    _next(setting, following, x, top, edge - x - 4, part=card.part + 1 if goes_on else 0)


def _next(setting: Setting, item: RunningItem, x: float, top: float, room: float, *, part: int) -> None:
    pen = setting.pen
    titles = item.title if any(item.title) else item.kind_label
    for n, (place, title) in enumerate(setting.printed(titles)):
        tongue = setting.tongues[place]
        person = next((one for one in item.people if not one.placeholder), None)
        name = (forms(person, tongue) or [""])[0] if person else ""
        start = clock(item.start) if item.start is not None else ""
        gap = "\u3000" if tongue.chinese else " · "
        parts = [
            f"{item.number}{gap if tongue.chinese else ' '}{title}",
            name,
            start if n or len(setting.tongues) == 1 else "",
        ]
        if part:
            parts = [setting.one_line(setting.words("card {n} of this item", n=part))] if n == 0 else []
        style = Style(11.4, 13, bold=True, lang=tongue.tag) if n == 0 else Style(8.2, 10, colour=GREY, lang=tongue.tag)
        text = gap.join(filter(None, parts))
        while len(parts) > 1 and pen.width(text, style) > room:
            parts = parts[:-1]
            text = gap.join(filter(None, parts))
        width = pen.width(text, style) if text else 0.0
        if width > room:
            style = style.at(max(6.5, style.size * room / width))
        if text:
            pen.text(text, x, top + (5.6 if n == 0 else 11.2), style)
