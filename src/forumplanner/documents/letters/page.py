"""Pages of a letter: head, number, title and body down the page, seal space and date at the end, marks of a draft."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from forumplanner.documents.letters.flow import (
    CHINESE,
    DATE_INDENT,
    ENGLISH,
    LEFT,
    MEASURE,
    ONE_PAGE,
    Half,
    SetLine,
    Type,
    draw_lines,
)
from forumplanner.documents.letters.furniture import SEAL, draw_foot, draw_head, draw_mark, draw_seal
from forumplanner.documents.setting import Setting
from forumplanner.documents.typesetting.pen import MM, Block, Style
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.snapshots.letters import Letters, LetterSheet

__all__ = ["HEIGHT", "WIDTH", "Half", "Page", "draw_pages", "plan"]

WIDTH, HEIGHT = 210.0, 297.0
RIGHT: Final = LEFT + MEASURE
_NUMBER: Final = 37.0
_TITLE: Final = 49.0
_NEXT: Final = 37.0
_BOTTOM: Final = HEIGHT - 35.0
_UNDER_TITLE: Final = 7.0
_BEFORE_SEAL: Final = 5.0
_FEWEST: Final = 2
"""Lines of the body that stand over the signers at least (GB/T 9704-2012, 7.3.5.4)."""

SetHalf = Callable[[Setting, LetterSheet, Tongue, Type], Half]


@dataclass(slots=True)
class Page:
    """A page as planned: of each half the lines on it; `opens`: titles stand on it, `closes`: signers and seal."""

    pieces: list[tuple[Half, tuple[SetLine, ...]]] = field(default_factory=list)
    opens: bool = True
    closes: bool = True


def plan(setting: Setting, sheet: LetterSheet, set_half: SetHalf, *, one_page: bool) -> list[Page]:
    """Each language on pages of its own, tightened where that saves a page; or all on one page, if they fit."""
    tongues = [tongue for tongue in setting.tongues if sheet.texts[tongue.place]]
    if one_page and len(tongues) > 1:
        halves = [set_half(setting, sheet, tongue, ONE_PAGE[0 if tongue.chinese else 1]) for tongue in tongues]
        if _height_of(halves) <= _BOTTOM - _TITLE:
            return [Page([(half, half.lines) for half in halves])]
    return [page for tongue in tongues for page in _of_one(setting, sheet, set_half, tongue)] or [Page()]


def _height_of(halves: list[Half]) -> float:
    """Height of several halves that share one seal, mm."""
    body = sum(half.title.height + _UNDER_TITLE + half.height for half in halves)
    return body + 9.0 * (len(halves) - 1) + _BEFORE_SEAL + SEAL


def _of_one(setting: Setting, sheet: LetterSheet, set_half: SetHalf, tongue: Tongue) -> list[Page]:
    sizes = CHINESE if tongue.chinese else ENGLISH
    for used in sizes:
        half = set_half(setting, sheet, tongue, used)
        if _height_of([half]) <= _BOTTOM - _TITLE:
            return [Page([(half, half.lines)])]
    return _over_pages(set_half(setting, sheet, tongue, sizes[0]))


def _over_pages(half: Half) -> list[Page]:
    """A long letter at full size; the page of the seal carries lines of the body too."""
    pages: list[Page] = []
    rest = list(half.lines)
    while rest or not pages:
        top = _TITLE + half.title.height + _UNDER_TITLE if not pages else _NEXT
        room = (_BOTTOM - top) * MM
        if sum(line.drop for line in rest) + (_BEFORE_SEAL + SEAL) * MM <= room:
            taken, rest = rest, []
        else:
            taken = _that_fit(rest, room)
            if len(rest) - len(taken) < _FEWEST:
                taken = rest[: max(1, len(rest) - _FEWEST)]
            rest = rest[len(taken) :]
        pages.append(Page([(half, tuple(taken))], opens=not pages, closes=not rest))
    return pages


def _that_fit(lines: list[SetLine], room: float) -> list[SetLine]:
    taken, used = [], 0.0
    for line in lines:
        used += line.drop
        if used > room:
            break
        taken.append(line)
    return taken or lines[:1]


def draw_pages(setting: Setting, snapshot: Letters, sheet: LetterSheet, pages: list[Page], *, head: bool) -> int:
    """Draw the pages of one letter; returns how many they are."""
    pen = setting.pen
    for number, page in enumerate(pages, start=1):
        pen.turn_page(HEIGHT)
        if head and page.opens:
            draw_head(setting, snapshot, _tags_on(page))
        draw_mark(setting, sheet)
        y = _NEXT
        if page.opens:
            _number(setting, sheet)
            y = _TITLE
        y = _body(setting, page, y)
        if page.closes and page.pieces:
            _signing(setting, sheet, page, y)
        draw_foot(setting, snapshot, sheet, number, len(pages), _tags_on(page))
        pen.canvas.showPage()
    return len(pages)


def _tags_on(page: Page) -> tuple[Tongue, ...]:
    return tuple(half.tongue for half, _lines in page.pieces)


def _number(setting: Setting, sheet: LetterSheet) -> None:
    """The number under the head, at the right as in letters (GB/T 9704-2012, 10.1)."""
    if sheet.number:
        setting.pen.text(sheet.number, 0, _NUMBER, Style(12, 12, lang="zh"), right=RIGHT)


def _body(setting: Setting, page: Page, y: float) -> float:
    """Titles and lines; returns where the last line ends."""
    pen = setting.pen
    for place, (half, lines) in enumerate(page.pieces):
        if page.opens and half.title.para.text:
            y += 9.0 if place else 0.0
            _centred(setting, half.title, LEFT + MEASURE / 2, y)
            y += half.title.height + _UNDER_TITLE
        y = draw_lines(pen, lines, y)
    return y


def _centred(setting: Setting, block: Block, axis: float, y: float) -> None:
    """A block's lines, each with its middle on the axis."""
    for line, drop in zip(block.lines, _running(block.drops), strict=True):
        single = block._replace(lines=[line], drops=(0.0,))
        width = line.width * block.style.size / 1000 / MM
        setting.pen.draw(single, axis - width / 2, y + drop / MM)


def _running(drops: tuple[float, ...]) -> list[float]:
    sums, total = [], 0.0
    for drop in drops:
        total += drop
        sums.append(total)
    return sums


def _signing(setting: Setting, sheet: LetterSheet, page: Page, y: float) -> None:
    """Signers over the date, the seal's circle over both, and a line for initials at the left."""
    halves = [half for half, _lines in page.pieces]
    top = min(y + _BEFORE_SEAL, _BOTTOM - SEAL)
    middle = top + SEAL / 2
    size = halves[0].lines[0].style.size if halves[0].lines else 16.0
    right = RIGHT - DATE_INDENT * size / MM
    blocks = [block for half in halves for block in half.signers]
    dates = [half.date for half in halves if half.date is not None]
    widest = max((block.width for block in [*blocks, *dates]), default=SEAL)
    axis = right - max(max((date.width for date in dates), default=0.0), 30.0) / 2
    axis = min(axis, RIGHT - widest / 2, RIGHT - SEAL / 2 + 4.0)
    draw_seal(setting, sheet, axis, middle, tuple(half.tongue for half in halves))
    height = sum(block.height + 2.2 for block in [*blocks, *dates]) - 2.2
    at = middle - height / 2
    for block in [*blocks, *dates]:
        _centred(setting, block, axis, at)
        at += block.height + 2.2
