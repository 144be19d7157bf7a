"""Pages of a delegation sheet: head and facts, rows until a page is full, what is left to do, the foot."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from forumplanner.documents.delegation_sheet.facts import draw_facts
from forumplanner.documents.delegation_sheet.rows import (
    ARRIVAL_X,
    DEPARTURE_X,
    GIVEN_X,
    INSET,
    LEFT,
    NAME_X,
    NUMBER_X,
    RIGHT,
    TASKS_X,
    Row,
    draw_row,
    set_row,
    tick_box,
)
from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.pen import MM, Block, Style
from forumplanner.documents.typesetting.preflight import Trouble
from forumplanner.domain.colours import GREY, HAIR, INK, ON_ACCENT, SIGNAL, SIGNAL_TINT
from forumplanner.i18n import count_in_language
from forumplanner.snapshots.delegation_sheet import DelegationSheet, DelegationSheets
from forumplanner.snapshots.paper import Lines

WIDTH, HEIGHT = 297.0, 210.0
_SQUARE = 22.0
_TOP = 11.0
_TITLE_X = LEFT + _SQUARE + 6.0
_NUMBERS = 34.0
"""Room at the right for how many people there are, mm."""

_FIRST, _NEXT = 62.0, 37.0
"""Where the table's heads begin on the first page and on later ones."""

_HEADS = 9.6
_BOTTOM = HEIGHT - 13.5 - 5.4
_LABEL = Sizes((8.6, 10.4), (8, 10))
_TITLE = Sizes((19, 22), (11.4, 14), bold=True, title=True)
_HEAD = Sizes((7.8, 9.4), (7.2, 8.8), bold=True)
_DO = Sizes((8.2, 11), (8.2, 11))
_DO_HEAD = Sizes((9.4, 11), (8.4, 10), bold=True, bold_second=True)
_LOW = 6.0
_GAP = 5.0


@dataclass(slots=True)
class Sheet:
    """One page as planned; `rest`: whether what is left to do stands on it, from `end` on."""

    sheet: DelegationSheet | None
    rows: list[tuple[Row, float]] = field(default_factory=list)
    again: bool = False
    unnamed: float = 0.0
    rest: float = 0.0


def plan(setting: Setting, sheet: DelegationSheet) -> list[Sheet]:
    """The pages of one delegation; a row is never split."""
    where = sheet.heading(setting.tongues[0].place) or sheet.square
    _inspect(setting, sheet, where)
    pages, y = [Sheet(sheet)], _FIRST + _HEADS
    for person in sheet.people:
        row = set_row(setting, person, where)
        if y + row.height > _BOTTOM and pages[-1].rows:
            pages.append(Sheet(sheet, again=True))
            y = _NEXT + _HEADS
        pages[-1].rows.append((row, y))
        y += row.height
    if sheet.unnamed:
        if y + _LOW > _BOTTOM:
            pages.append(Sheet(sheet, again=True))
            y = _NEXT + _HEADS
        pages[-1].unnamed = y
        y += _LOW
    rest = _rest_height(setting, sheet)
    if rest and y + _GAP + rest > _BOTTOM:
        pages.append(Sheet(sheet, again=True))
        y = _NEXT
    pages[-1].rest = y + _GAP
    return pages


def _inspect(setting: Setting, sheet: DelegationSheet, where: str) -> None:
    """What to know before it is printed: who and what is still open, names without a form that is printed."""
    for what in _open(sheet):
        setting.inspection.note(Trouble.OPEN, where, what)
    for person in sheet.people:
        for tongue in setting.tongues:
            if not person.names[tongue.place]:
                form = (
                    setting.best(setting.words("Chinese")) if tongue.chinese else setting.best(setting.words("Latin"))
                )
                setting.inspection.note(Trouble.MISSING_FORM, where, person.shown, form)


def _open(sheet: DelegationSheet) -> Iterator[str]:
    """Messages of the labels of what the band of facts shows as open."""
    if not sheet.heads:
        yield "Head"
    if sheet.liaison is None:
        yield "Liaison officer"
    if sheet.housed and not any(sheet.hotel):
        yield "Hotel"


def draw_sheet(setting: Setting, sheets: DelegationSheets, page: Sheet, number: int, of: int) -> None:
    """Everything on a page."""
    if page.sheet is not None:
        _head(setting, sheets, page.sheet, again=page.again)
        if not page.again:
            draw_facts(setting, page.sheet)
        if page.rows or page.unnamed or not page.again:
            _column_heads(setting, _NEXT if page.again else _FIRST)
        for row, y in page.rows:
            draw_row(setting, row, y)
        if page.unnamed:
            _unnamed(setting, page.sheet, page.unnamed)
        if page.rest:
            _rest(setting, page.sheet, page.rest)
    _foot(setting, sheets, number, of)


def _head(setting: Setting, sheets: DelegationSheets, sheet: DelegationSheet, *, again: bool) -> None:
    """The country's code on the accent, what the paper is, whose it is, how many they are."""
    pen = setting.pen
    pen.rect(LEFT, _TOP, _SQUARE, _SQUARE, sheets.accent)
    code = Style(30, 30, bold=True, colour=ON_ACCENT, lang="en")
    square = sheet.square or "–"
    pen.text(square, LEFT + (_SQUARE - pen.width(square, code)) / 2, _TOP + (_SQUARE - code.size / MM) / 2, code)
    label = setting.row(setting.words("Delegation sheet"), _LABEL)
    label = [(text, style._replace(colour=sheets.accent, bold=place == 0)) for place, (text, style) in enumerate(label)]
    if again:
        label.append((setting.one_line(setting.words("(cont.)")), setting.style(_LABEL, 0)._replace(colour=GREY)))
    pen.row(_TITLE_X, _TOP, *label, gap=1.6)
    y = _TOP + 5.4
    for place, block in enumerate(_titles(setting, sheet)):
        y = pen.draw(block, _TITLE_X, y) + (1.6 if place == 0 else 0.8)
    _numbers(setting, sheet)


def _titles(setting: Setting, sheet: DelegationSheet) -> list[Block]:
    """Country and name; a long one gives way, first in size, then on two lines."""
    width = RIGHT - _NUMBERS - _TITLE_X
    blocks = []
    for place, text in setting.printed(_titled(setting, sheet)):
        style = setting.style(_TITLE, place)
        for size in (style.size, style.size * 0.8, style.size * 0.62):
            block = setting.block(text, style.at(size), width, text)
            if len(block.lines) == 1:
                break
        blocks.append(block)
    return blocks


def _titled(setting: Setting, sheet: DelegationSheet) -> Lines:
    titles = []
    for place, tag in enumerate(setting.languages):
        country, name, standing = sheet.country[place], sheet.name[place], sheet.standing[place]
        if tag.startswith("zh"):
            titles.append("\u3000".join(filter(None, (country if country not in name else "", name))))
        else:
            whole = ", ".join(filter(None, (name, country if country not in name else "")))
            titles.append(" · ".join(filter(None, (whole, standing))))
    return tuple(titles)


def _numbers(setting: Setting, sheet: DelegationSheet) -> None:
    pen, grey = setting.pen, setting.style(Sizes((7.8, 9.4), (7.8, 9.4), colour=GREY), 0)
    people = sheet.delegates + sheet.companions
    pen.text(setting.one_line(setting.words("Persons")), 0, _TOP, grey, right=RIGHT)
    pen.text(str(people), 0, _TOP + 4.2, Style(23, 24, bold=True, colour=INK, lang="en"), right=RIGHT)
    if sheet.companions:
        words = setting.words("{delegates} + {n} accompanying", delegates=sheet.delegates, n=sheet.companions)
        for place, text in setting.printed(words):
            pen.text(text, 0, _TOP + 14.6 + 3.8 * place, grey, right=RIGHT)


def _column_heads(setting: Setting, y: float) -> None:
    heads = (
        ("Badge no.", NUMBER_X),
        ("Name, post", NAME_X),
        ("Arrival", ARRIVAL_X),
        ("Departure", DEPARTURE_X),
        ("Own part in the programme", TASKS_X),
        ("Given out", GIVEN_X),
    )
    for message, x in heads:
        at = y
        for text, style in setting.row(setting.words(message), _HEAD):
            at = setting.pen.text(text, x + INSET, at, style) + 0.8
    setting.pen.rule(LEFT, y + _HEADS - 1.4, RIGHT - LEFT, 0.9, INK)


def _unnamed(setting: Setting, sheet: DelegationSheet, y: float) -> None:
    pen, style = setting.pen, setting.style(_DO, 0)
    pen.rect(LEFT, y + 0.3, RIGHT - LEFT, _LOW - 0.6, SIGNAL_TINT)
    words = tuple(
        count_in_language(tag, "{n} person without a name yet", "{n} people without names yet", sheet.unnamed)
        for tag in setting.languages
    )
    pen.text(setting.one_line(words), NAME_X + INSET, y + (_LOW - style.size / MM) / 2, style)


def _rest_blocks(setting: Setting, sheet: DelegationSheet) -> tuple[Stack, Stack]:
    """What is left to do, and what is noted."""
    style, width, where = setting.style(_DO, 0), (RIGHT - LEFT) / 2 - 12.0, sheet.heading(0)
    needs = [": ".join(filter(None, (setting.one_line(need.what), need.whose))) for need in sheet.needs]
    do = [(0.9, setting.block(text, style, width, where)) for text in needs]
    contact = f"{setting.one_line(setting.words('Contact'))}: {sheet.contact}" if sheet.contact else ""
    noted = [(0.9, setting.block(text, style, width, where)) for text in (contact, *sheet.notes.split("\n")) if text]
    return do, noted


def _rest_height(setting: Setting, sheet: DelegationSheet) -> float:
    columns = _rest_blocks(setting, sheet)
    tallest = max(sum(gap + block.height for gap, block in column) for column in columns)
    return tallest and tallest + 5.0


def _rest(setting: Setting, sheet: DelegationSheet, y: float) -> None:
    pen, middle = setting.pen, (LEFT + RIGHT) / 2
    do, noted = _rest_blocks(setting, sheet)
    head = [(text, style._replace(colour=SIGNAL)) for text, style in setting.row(setting.words("To do"), _DO_HEAD)]
    if do:
        pen.row(LEFT, y, *head, gap=1.4)
        at = y + 5.0
        for gap, block in do:
            tick_box(pen, LEFT, at + gap)
            at = pen.draw(block, LEFT + 4.4, at + gap)
    if noted:
        left = middle if do else LEFT
        plain = [(text, style._replace(colour=INK)) for text, style in setting.row(setting.words("Notes"), _DO_HEAD)]
        pen.row(left, y, *plain, gap=1.4)
        at = y + 5.0
        for gap, block in noted:
            at = pen.draw(block, left, at + gap)


def _foot(setting: Setting, sheets: DelegationSheets, number: int, of: int) -> None:
    """Who may see it, which issue, page of pages; above them what the order of the sheets means."""
    pen, y = setting.pen, HEIGHT - 13.5
    style = Style(7, 7, colour=GREY, lang=setting.tongues[0].tag)
    pen.text(setting.one_line(sheets.caption), LEFT, y - 4.0, style)
    pen.rule(LEFT, y, RIGHT - LEFT, 0.35, HAIR)
    note = setting.one_line(setting.words("Reception team only"))
    pen.text(" · ".join(filter(None, (note, setting.best(sheets.short_title)))), LEFT, y + 1.3, style)
    version = setting.version(sheets.edition)
    pen.text(version, (LEFT + RIGHT - pen.width(version, style)) / 2, y + 1.3, style)
    pen.text(f"{number} / {of}", 0, y + 1.3, style, right=RIGHT)
