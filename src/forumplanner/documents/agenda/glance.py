"""The programme at a glance: one page a day on which every start can be read, heights honest but not linear."""

from collections.abc import Callable, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from forumplanner.documents.agenda.cards import BAR, Card
from forumplanner.documents.agenda.days import day_title, grouped
from forumplanner.documents.agenda.plain import Plain
from forumplanner.documents.agenda.sheet import WIDTH, Job, Page
from forumplanner.documents.agenda.words import place_lines, session_title
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style
from forumplanner.domain.colours import GREY, TINT
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaDay, AgendaSession
from forumplanner.snapshots.paper import Lines

_TOP, _FIRST, _BOTTOM = 16.0, 38.5, 277.0
_TIME_X, _X = 18.0, 36.0
_REST = 9.4
_GAP, _PAUSE = 0.9, 4.0
_MOST, _LEAST = 0.45, 0.37
"""Millimetres a minute: what the page allows between these, less only where a day is too full."""

_LONG, _SHORT = 240, 55
Stack = list[tuple[float, Block]]


class Detail(Enum):
    """What a crowded day leaves to its own pages: first the chairs of parallel forums, then the talks of keynotes."""

    ALL = 0
    NO_CHAIRS = 1
    NO_TALKS = 2


class Slot(NamedTuple):
    """A block of the day, or parallel ones side by side: the height it needs, and how it is drawn into any height."""

    start: int | None
    end: int | None
    needs: float
    rest: bool
    most: int
    """Minutes beyond which it grows no more: an evening says little."""
    draw: Callable[[Pen, float, float], None]

    @property
    def minutes(self) -> int:
        """How long it lasts; 0 where unknown."""
        return self.end - self.start if self.start is not None and self.end is not None else 0


def glance_pages(job: Job, day: AgendaDay) -> None:
    """Plan the glance of a day; a day too full for one page takes a second."""
    width = WIDTH - _X - 18.0
    room = _BOTTOM - _FIRST
    groups = list(grouped(day.sessions))
    found: dict[tuple[int, bool], Slot] = {}
    for level in Detail:
        slots = []
        for n, group in enumerate(groups):
            key = n, level is not Detail.ALL if group[0].track else level is Detail.NO_TALKS
            if key not in found:
                found[key] = _slot(job, group, width, brief=key[1])
            slots.append(found[key])
        if needed(slots) <= room:
            break
    while slots:
        count = len(slots)
        while count > 1 and needed(slots[:count]) > room:
            count -= 1
        page = job.page(Page())
        _plan(job, page, day, slots[:count])
        slots = slots[count:]


def needed(slots: Sequence[Slot]) -> float:
    """The least height of slots with the white between them, mm."""
    return sum(slot.needs for slot in slots) + sum(pauses(slots))


def pauses(slots: Sequence[Slot]) -> list[float]:
    """White above each slot; more of it where the programme pauses."""
    pauses = [0.0]
    for before, slot in pairwise(slots):
        free = before.end is not None and slot.start is not None and slot.start > before.end
        pauses.append(_PAUSE if free else _GAP)
    return pauses[: len(slots)]


def _plan(job: Job, page: Page, day: AgendaDay, slots: Sequence[Slot]) -> None:
    scale = scale_of(slots, _BOTTOM - _FIRST)
    tall = [height_at(slot, scale) for slot in slots]
    title = job.words("Programme at a glance")
    page.bookmark = next((text for _place, text in job.printed(title)), "")
    page.add(lambda pen: _heading(job, pen, title, day))
    y = _FIRST
    for slot, height, pause in zip(slots, tall, pauses(slots), strict=True):
        y += pause
        page.add(_drawn(job, slot, y, height))
        y += height
    last = slots[-1]
    if last.end is not None:
        end = last.end
        style = job.type.end._replace(size=8.4)
        page.add(lambda pen: pen.text(f"–{clock(end)}", _TIME_X, y - 4.2, style))


def scale_of(slots: Sequence[Slot], room: float) -> float:
    """Millimetres a minute, as many as `room` mm allow."""
    room -= sum(pauses(slots))
    low, high = 0.0, _MOST
    for _halving in range(14):
        middle = (low + high) / 2
        if sum(height_at(slot, middle) for slot in slots) <= room:
            low = middle
        else:
            high = middle
    return low


def height_at(slot: Slot, scale: float) -> float:
    """A slot as high as it needs and, at that scale, as long as it lasts."""
    return slot.needs if slot.rest else max(slot.needs, min(slot.minutes, slot.most) * scale)


def _heading(job: Job, pen: Pen, title: Lines, day: AgendaDay) -> None:
    y = _TOP
    for place, text in job.printed(title):
        y = pen.text(text, _TIME_X, y, job.type.page_title.at(place)) + 1.6
    y = _TOP + 4.4
    zone = job.paper.zone_label[job.tongues[-1].place] if day.date else ""
    right = WIDTH - 18.0
    dates = list(job.printed(day_title(job, day.date)))
    for place, text in dates:
        last = place == dates[-1][0]
        style = Style(8.6, 11, colour=GREY, lang=job.tongues[place].tag) if place else _bold(job, 11)
        pen.text(f"{text} · {zone}" if last and zone and place else text, 0, y, style, right=right)
        y += style.size / MM + 1.3
    if len(dates) == 1 and zone:
        pen.text(zone, 0, y, Style(8.6, 11, colour=GREY, lang=job.tongues[0].tag), right=right)


def _bold(job: Job, size: float) -> Style:
    return Style(size, size * 1.36, bold=True, lang=job.tongues[0].tag)


def _drawn(job: Job, slot: Slot, y: float, height: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        if slot.start is not None:
            style = Style(9.4, 9.4, bold=not slot.rest, lang=job.tongues[0].tag)
            pen.text(clock(slot.start), _TIME_X, y + 0.8, style)
        slot.draw(pen, y, height)

    return draw


def _slot(job: Job, group: list[AgendaSession], width: float, *, brief: bool) -> Slot:
    """The block of a session, or of parallel ones; `brief` leaves out what its own pages say."""
    starts = [s.start for s in group if s.start is not None]
    ends = [s.end for s in group if s.end is not None]
    span = min(starts, default=None), max(ends, default=None)
    if group[0].is_break:
        return Slot(*span, _REST, rest=True, most=0, draw=lambda pen, y, h: _rest(job, pen, group[0], y, h))
    if group[0].track:
        return _cards(job, group, span, width, brief=brief)
    block = Plain(job, group[0], (_X, width), brief=brief)
    most = _LONG if group[0].parts else _SHORT
    return Slot(*span, block.needs, rest=False, most=most, draw=block.draw)


def _cards(
    job: Job, group: list[AgendaSession], span: tuple[int | None, int | None], width: float, *, brief: bool
) -> Slot:
    """Parallel forums in one row, or two where they are many; the feet of a row stand on one line."""
    cards = [Card(job, session, n, len(group), (_X, width), brief=brief) for n, session in enumerate(group)]
    rows = [[card for card in cards if card.row == row] for row in range(max(card.row for card in cards) + 1)]
    needs = []
    for row in rows:
        for card in row:
            card.foot_room = max(other.foot for other in row)
        needs.append(max(card.needs for card in row))
    total = sum(needs) + BAR * (len(rows) - 1)

    def draw(pen: Pen, y: float, height: float) -> None:
        spare = (height - total) / len(rows)
        for row, need in zip(rows, needs, strict=True):
            for card in row:
                card.draw(pen, y, need + spare)
            y += need + spare + BAR

    return Slot(*span, total, rest=False, most=_LONG, draw=draw)


def _rest(job: Job, pen: Pen, session: AgendaSession, y: float, height: float) -> None:
    """A break: words at the left, place at the right, on one line."""
    width = WIDTH - _X - 18.0
    pen.rect(_X, y, width, height, TINT)
    pair = job.type.rest
    top = y + (height - pair.first.size / MM) / 2
    place = job.row(place_lines(job, session.rooms, floors=True), job.type.post.coloured(GREY))
    end = WIDTH - 18.0 - 3.0
    taken = sum(pen.width(text, style) for text, style in place) + 8
    parts = job.row(session_title(job, session), pair)
    while len(parts) > 1 and sum(pen.width(text, style) for text, style in parts) + 8 > width - taken:
        parts.pop()
    pen.row(_X + 3.0, top, *parts, gap=2.0)
    pen.row(0, top + 0.4, *place, gap=1.4, right=end)
