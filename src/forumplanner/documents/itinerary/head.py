"""The head of an itinerary: whose it is, where they sleep, their badge, and the liaison officer to call."""

from forumplanner.documents.itinerary.rows import LEFT, RIGHT
from forumplanner.documents.setting import Setting, Sizes
from forumplanner.documents.typesetting.bidi import needs_bidi
from forumplanner.documents.typesetting.characters import spread
from forumplanner.documents.typesetting.fit import NOMINAL_ASCENT
from forumplanner.documents.typesetting.marks import forum_mark
from forumplanner.documents.typesetting.pen import MM, Block, Style
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.colours import GREY, INK, tint
from forumplanner.snapshots.itinerary import Itinerary, ItineraryBook, Liaison
from forumplanner.snapshots.paper import Lines

_BAND = 3.0
_TOP = 10.0
_MARK = 11.0
_WIDTH = RIGHT - LEFT - _MARK - 4.0
_PAD = 4.0
_BESIDE = 2.6
"""White between texts on one line, mm."""

_LABEL = Sizes((8.6, 10.4), (8, 10), bold=True)
_SMALL = Sizes((7.4, 9), (7.2, 9), colour=GREY)
_VALUE = Sizes((9.2, 11.6), (8, 10.2), bold=True)
_LARGE, _SMALLEST = 19.0, 13.0
_UNDER = Style(10.2, 13)
_COUNTRY = Sizes((8.4, 11), (7.8, 10.2), colour=GREY)
_NAME = Sizes((11, 13), (9.4, 12), bold=True, colour_second=INK)
_PHONE = Style(16, 18, bold=True, lang="en")


def draw_head(setting: Setting, book: ItineraryBook, card: Itinerary) -> float:
    """Draw the whole head of a card; returns where the days may begin, mm from the top."""
    pen = setting.pen
    pen.rect(0, 0, 148, _BAND, book.accent)
    forum_mark(pen, RIGHT - _MARK, _TOP, _MARK, book.accent)
    _label(setting, book)
    y = _names(setting, card, _TOP + 4.6)
    origin = [
        setting.block(text, setting.style(_COUNTRY, place), _WIDTH, card.shown)
        for place, text in setting.printed(_origin(setting, card))
    ]
    y = _flowing(setting, origin, y, _WIDTH)
    y = _facts(setting, card, max(y, _TOP + _MARK) + 1.6)
    return _to_call(setting, book, card, y)


def again_end(setting: Setting, card: Itinerary) -> float:
    """Where the days may begin below the short head of a later page, mm from the top."""
    return _TOP + 4.8 + _again(setting, card).height + 4.4


def _again(setting: Setting, card: Itinerary) -> Block:
    return _fitted(setting, _forms(setting, card)[0], Style(12, 14.4, bold=True), RIGHT - LEFT, 9, card)


def draw_head_again(setting: Setting, book: ItineraryBook, card: Itinerary) -> None:
    """Draw the short head of a later page."""
    pen = setting.pen
    pen.rect(0, 0, 148, _BAND, book.accent)
    x = _label(setting, book)
    grey = setting.style(_SMALL, 0)
    pen.text(setting.one_line(setting.words("(cont.)")), x + 1.6, _TOP + 0.4, grey)
    if card.number:
        pen.text(card.number, 0, _TOP + 0.4, grey._replace(lang="en"), right=RIGHT)
    pen.draw(_again(setting, card), LEFT, _TOP + 4.8)


def _label(setting: Setting, book: ItineraryBook) -> float:
    parts = setting.row(setting.words("Personal itinerary"), _LABEL)
    parts = [(text, style._replace(colour=book.accent)) for text, style in parts]
    return setting.pen.row(LEFT, _TOP, *parts, gap=1.4)


def _forms(setting: Setting, card: Itinerary) -> list[tuple[str, str]]:
    """The printed forms of the name with their languages, the person's own first; never empty."""
    forms = []
    for place, text in setting.printed(card.names):
        tongue = setting.tongues[place]
        forms.append((spread(text) if tongue.chinese else text, tongue.tag, tongue.chinese))
    if card.latin_first:
        forms.sort(key=lambda form: form[2])
    found = [(text, tag) for text, tag, _chinese in forms]
    return found or [(card.shown or "–", card.native_language or setting.tongues[0].tag)]


def _names(setting: Setting, card: Itinerary, y: float) -> float:
    """The own form large, the others under it, side by side where there is room; returns their end."""
    first, *others = _forms(setting, card)
    above = _fitted(setting, first, Style(_LARGE, _LARGE * 1.2, bold=True), _WIDTH, _SMALLEST, card)
    y = setting.pen.draw(above, LEFT, y)
    if card.native and card.native != first[0]:
        others.append((card.native, card.native_language or "en"))
    blocks = [_fitted(setting, form, _UNDER, _WIDTH, 8.0, card) for form in others]
    y += 1.0 + _beyond(above.lines[-1].descent, 1 - NOMINAL_ASCENT, above)
    # What runs from the right stands alone: on one line with Latin, readers of the file turn its words round.
    room = 0.0 if needs_bidi(card.native) else _WIDTH
    return _flowing(setting, blocks, y, room)


def _flowing(setting: Setting, blocks: list[Block], y: float, width: float) -> float:
    """Draw blocks on one line if they fit, else under each other; returns their end."""
    beside = sum(block.width for block in blocks) + _BESIDE * (len(blocks) - 1) <= width
    rows = [blocks] if beside and blocks else [[block] for block in blocks]
    for row in rows:
        x, y = LEFT, y + max(_beyond(block.lines[0].ascent, NOMINAL_ASCENT, block) for block in row)
        base = row[0].style.size
        for block in row:
            setting.pen.draw(block, x, y + (base - block.style.size) * NOMINAL_ASCENT / MM)
            x += block.width + _BESIDE
        falls = max(_beyond(block.lines[-1].descent, 1 - NOMINAL_ASCENT, block) for block in row)
        y += max(block.height for block in row) + falls + 0.8
    return y


def _beyond(ink: float, nominal: float, block: Block) -> float:
    """How far ink reaches beyond its line's box, mm: Burmese and Nastaliq rise and fall further than Latin."""
    return max(0.0, ink / 1000 - nominal) * block.style.size / MM


def _fitted(
    setting: Setting, form: tuple[str, str], style: Style, width: float, floor: float, card: Itinerary
) -> Block:
    """On one line, smaller if it must be; at the floor it wraps, and what is too wide even so is told."""
    text, tag = form
    size, set_in = style.size, style._replace(lang=tag)
    while size > floor and setting.pen.width(text, set_in.at(size)) > width:
        size -= 0.5
    block = setting.block(text, set_in.at(max(size, floor)), width, card.shown)
    if block.width > width + 0.1:
        setting.inspection.note(Trouble.OVERFLOW, card.shown, text)
    return block


def _origin(setting: Setting, card: Itinerary) -> Lines:
    """柬埔寨　洞里萨健康科学大学 / Tonle Sap University of Health Sciences, Cambodia."""
    lines = []
    for place, tag in enumerate(setting.languages):
        country, house = card.country[place], card.institution[place]
        chinese = tag.startswith("zh")
        known = [country, house] if chinese else [house, country]
        lines.append(("\u3000" if chinese else ", ").join(filter(None, known)))
    return tuple(lines)


def _facts(setting: Setting, card: Itinerary, y: float) -> float:
    """Hotel and badge number, each behind its label; on one line where there is room. Returns their end."""
    pen, rows = setting.pen, []
    if any(card.hotel):
        rows.append([*setting.row(setting.words("Hotel"), _SMALL), *setting.row(card.hotel, _VALUE)])
    if card.number:
        value = setting.style(_VALUE, 0)._replace(lang="en")
        rows.append([*setting.row(setting.words("Badge no."), _SMALL), (card.number, value)])
    widths = [sum(pen.width(*part) + 1.4 for part in row) for row in rows]
    if len(rows) == 2 and sum(widths) + 4.0 <= RIGHT - LEFT:
        _line(setting, rows[0], LEFT, y)
        return _line(setting, rows[1], RIGHT - widths[1] + 1.4, y) + 1.0
    for row, width in zip(rows, widths, strict=True):
        if width <= RIGHT - LEFT:
            y = _line(setting, row, LEFT, y)
        else:
            for text, style in row:
                y = pen.draw(setting.block(text, style, RIGHT - LEFT, card.shown), LEFT, y) + 0.6
    return y + 1.0 if rows else y


def _line(setting: Setting, row: list[tuple[str, Style]], x: float, y: float) -> float:
    """Texts on the baseline of the largest; returns where the next line may begin."""
    largest = max(style.size for _text, style in row)
    setting.pen.row(x, y + (largest - row[0][1].size) * NOMINAL_ASCENT / MM, *row, gap=1.4)
    return y + 4.6


def _to_call(setting: Setting, book: ItineraryBook, card: Itinerary, y: float) -> float:
    """The liaison officer's box, else the secretariat's; returns its end with the gap below it."""
    liaison = card.liaison
    message = "Your liaison officer" if liaison else "Secretariat"
    if liaison is None:
        if not (book.phone or book.mailbox):
            return y + 1.0
        liaison = Liaison((book.mailbox,) * len(book.languages), book.phone)
    pen, x = setting.pen, LEFT + _PAD
    phone = pen.block(liaison.phone, _PHONE) if liaison.phone else None
    room = RIGHT - LEFT - 2 * _PAD - (phone.width + 3.0 if phone else 0.0)
    names = _liaison_names(setting, liaison, room, card)
    spoken = setting.one_line(liaison.languages) if liaison.languages else ""
    said = [setting.block(spoken, setting.style(_SMALL, 0), room, card.shown)] if spoken else []
    beside = sum(block.width for block in names) + _BESIDE * (len(names) - 1) <= room
    rows = [names] if beside else [[block] for block in names]
    rows += [said] if said else []
    height = 2.2 + 3.8 + sum(max(block.height for block in row) + 0.8 for row in rows) + 1.4
    pen.rect(LEFT, y, RIGHT - LEFT, height, tint(book.accent, 0.12))
    label = [(text, style._replace(colour=book.accent)) for text, style in setting.row(setting.words(message), _SMALL)]
    pen.row(x, y + 2.2, *label, gap=1.2)
    at = y + 6.0
    for row in rows:
        left, base = x, row[0].style.size
        for block in row:
            pen.draw(block, left, at + (base - block.style.size) * NOMINAL_ASCENT / MM)
            left += block.width + _BESIDE
        at += max(block.height for block in row) + 0.8
    if phone:
        pen.draw(phone, 0, y + (height - phone.height) / 2, right=RIGHT - _PAD)
    return y + height + 4.2


def _liaison_names(setting: Setting, liaison: Liaison, room: float, card: Itinerary) -> list[Block]:
    """Both forms of the name, side by side where there is room for them."""
    forms = [
        (place, spread(text) if setting.tongues[place].chinese else text)
        for place, text in setting.printed(liaison.names)
    ]
    forms = forms or [(0, next(filter(None, liaison.names), "–"))]
    return [setting.block(text, setting.style(_NAME, place), room, card.shown) for place, text in forms]
