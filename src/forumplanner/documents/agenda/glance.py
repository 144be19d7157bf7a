"""The programme at a glance: one page a day on which every start can be read, heights honest but not linear."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from forumplanner.documents.agenda.cards import BAR, GROUND, Card
from forumplanner.documents.agenda.days import day_title, grouped
from forumplanner.documents.agenda.rows import person_names
from forumplanner.documents.agenda.sheet import WIDTH, Job, Page, Pair, draw_stack, height_of
from forumplanner.documents.agenda.table import place_lines, session_title
from forumplanner.documents.typesetting.fit import NOMINAL_ASCENT
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style
from forumplanner.domain.colours import GREY, INK, ON_ACCENT, ON_ACCENT_SECOND, TINT, tint
from forumplanner.domain.kinds import SessionKind
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaDay, AgendaItem, AgendaSession
from forumplanner.snapshots.paper import Lines

_TOP, _FIRST, _BOTTOM = 16.0, 38.5, 277.0
_TIME_X, _X = 18.0, 36.0
_REST = 9.4
_GAP, _PAUSE = 0.9, 4.0
_MOST, _LEAST = 0.45, 0.37
"""Millimetres a minute: what the page allows between these, less only where a day is too full."""

_LONG, _SHORT = 240, 55
_LINE_GAP = 2.0
_FULL = frozenset({SessionKind.OPENING, SessionKind.BANQUET, SessionKind.RECEPTION})
_TINTED = frozenset({SessionKind.KEYNOTES, SessionKind.WORK_MEETING, SessionKind.ROUND_TABLE})
_MOST_ENTRIES = 8

Stack = list[tuple[float, Block]]


class Detail(Enum):
    """What a crowded day leaves to its own pages: first the chairs of parallel forums, then the talks of keynotes."""

    ALL = 0
    NO_CHAIRS = 1
    NO_TALKS = 2


class Look(NamedTuple):
    """Colours of a block: ground, text, second language, and the bar at its left ("" for none)."""

    ground: str
    text: str
    second: str
    bar: str


@dataclass(frozen=True, slots=True)
class Slot:
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
    for level in Detail:
        slots = [_slot(job, group, width, level) for group in groups]
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


def _slot(job: Job, group: list[AgendaSession], width: float, detail: Detail) -> Slot:
    """The block of a session, or of parallel ones."""
    starts = [s.start for s in group if s.start is not None]
    ends = [s.end for s in group if s.end is not None]
    span = min(starts, default=None), max(ends, default=None)
    if group[0].is_break:
        return Slot(*span, _REST, rest=True, most=0, draw=lambda pen, y, h: _rest(job, pen, group[0], y, h))
    if group[0].track:
        return _cards(job, group, span, width, brief=detail is not Detail.ALL)
    block = _Plain(job, group[0], width, brief=detail is Detail.NO_TALKS)
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


class _Plain:
    """A session that has its time to itself."""

    def __init__(self, job: Job, session: AgendaSession, width: float, *, brief: bool) -> None:
        self._job = job
        self._width = width
        self._look = look_of(job, session)
        self._inset = 3.0 + (BAR + 0.4 if self._look.bar else 0.0)
        room = width - self._inset - 3.0
        side = Pair(Style(8.6, 11, lang=job.tongues[0].tag), Style(7.6, 10, lang=job.tongues[-1].tag))
        self._side = job.row(
            place_lines(job, session.rooms, floors=True), side.coloured(self._look.text, self._look.second)
        )
        taken = sum(job.pen.width(text, style) for text, style in self._side) + 6.0 if self._side else 0.0
        self._title = self._head(session, room - taken)
        self._lines = self._body(session, room)
        self._entries = _entries(job, session, room) if session.kind is SessionKind.KEYNOTES and not brief else []
        body = sum(line.gap + line.blocks[0].height for line in self._lines) + _entries_height(self._entries)
        self.needs = 2.6 + self._title_height + body + 2.8

    def _pair(self, first: float, second: float, *, bold: bool = False) -> Pair:
        job, look = self._job, self._look
        return Pair(
            Style(first, first * 1.36, bold=bold, colour=look.text, lang=job.tongues[0].tag, title=bold),
            Style(second, second * 1.3, colour=look.second, lang=job.tongues[-1].tag),
        )

    def _head(self, session: AgendaSession, room: float) -> Stack:
        """Title: both languages on one line where they fit, else one under the other."""
        job, pair = self._job, self._pair(12, 10, bold=True)
        title = session_title(job, session)
        self._row = job.row(title, pair)
        if sum(job.pen.width(text, style) for text, style in self._row) + 2.4 <= room:
            self._title_height = pair.first.size / MM
            return []
        stack = job.stack(title, pair, room, title[0], gap=0.8)
        self._title_height = height_of(stack)
        return stack

    def _body(self, session: AgendaSession, room: float) -> "list[_BodyLine]":
        """Summary, else what happens; then who leads it; then who may come."""
        job = self._job
        body: list[_BodyLine] = []
        for lines in (_summary(job, session), _leaders(job, session), session.access_label):
            pair = self._pair(9.4, 8.4)
            parts = job.row(lines, pair) if lines else []
            if not parts:
                continue
            if sum(job.pen.width(text, style) for text, style in parts) + 2.0 <= room and len(parts) > 1:
                body.append(_BodyLine(_LINE_GAP, [job.block(text, style, 0.0, text) for text, style in parts]))
                continue
            for n, (text, style) in enumerate(parts):
                body.append(_BodyLine(0.9 if n else _LINE_GAP, [job.block(text, style, room, text)]))
        return body

    def draw(self, pen: Pen, y: float, height: float) -> None:
        """Draw into a height, from the top."""
        look = self._look
        pen.rect(_X, y, self._width, height, look.ground)
        if look.bar:
            pen.rect(_X, y, BAR, height, look.bar)
        x = _X + self._inset
        tight = min(2.6, max(1.2, (height - self.needs) / 2 + 2.6))
        y += tight
        if self._side:
            pen.row(0, y + 0.5, *self._side, gap=1.4, right=_X + self._width - 3.0)
        if self._title:
            y = draw_stack(pen, self._title, x, y)
        else:
            pen.row(x, y, *self._row, gap=2.2)
            y += self._title_height
        for line in self._lines:
            y += line.gap
            _draw_line(pen, line.blocks, x, y)
            y += line.blocks[0].height
        _draw_entries(pen, self._entries, x, y, self._width - self._inset - 3.0)


class _BodyLine(NamedTuple):
    """Blocks side by side on one baseline: one language, or both where they have room; the gap above, mm."""

    gap: float
    blocks: list[Block]


def _draw_line(pen: Pen, blocks: Sequence[Block], x: float, y: float) -> None:
    for block in blocks:
        lower = (blocks[0].style.size - block.style.size) * NOMINAL_ASCENT / MM
        pen.draw(block, x, y + lower)
        x += block.width + 2.0


def look_of(job: Job, session: AgendaSession) -> Look:
    """Ceremonies in full colour, keynotes and meetings on a tint, the rest on grey."""
    accent = job.paper.accent
    if session.kind in _FULL:
        return Look(accent, ON_ACCENT, ON_ACCENT_SECOND, "")
    if session.kind in _TINTED:
        return Look(tint(accent, 0.11), INK, GREY, accent)
    return Look(GROUND, INK, GREY, accent)


def _summary(job: Job, session: AgendaSession) -> Lines:
    """What a session is about: its summary, else the kinds of its items, each once. Keynotes list their talks."""
    if any(session.summary):
        return session.summary
    items = [item for part in session.parts for item in part.items if not item.is_break]
    if session.kind is SessionKind.KEYNOTES or not items:
        return ()
    return tuple(
        ("\u3000" if tag.startswith("zh") else " · ").join(dict.fromkeys(item.kind_label[place] for item in items))
        for place, tag in enumerate(job.paper.languages)
    )


def _leaders(job: Job, session: AgendaSession) -> Lines:
    """Who leads: role and names, for sessions that list no talks."""
    people = [person for part in session.parts for person in part.chairs]
    if not people or session.kind is SessionKind.KEYNOTES:
        return ()
    label = people[0].role_label
    names = [person_names(job, person)[0] for person in people]
    return tuple(
        f"{label[place]}\u3000{'、'.join(filter(None, (n[place] for n in names)))}"
        if tag.startswith("zh")
        else f"{label[place]}: {', '.join(filter(None, (n[place] for n in names)))}"
        for place, tag in enumerate(job.paper.languages)
    )


class _Entry(NamedTuple):
    time: str
    stack: Stack
    style: Style


def _entries(job: Job, session: AgendaSession, room: float) -> list[_Entry]:
    """The talks of a keynote session in two columns; too many of them are left to the day's page."""
    items = [item for part in session.parts for item in part.items if not item.is_break]
    if len(items) > _MOST_ENTRIES:
        return []
    return [_entry(job, item, room / 2 - 3.0 - 12.5) for item in items]


def _entry(job: Job, item: AgendaItem, width: float) -> _Entry:
    first, last = job.tongues[0].tag, job.tongues[-1].tag
    pair = Pair(Style(9, 12, lang=first), Style(7.8, 10, colour=GREY, lang=last))
    names = [person_names(job, person)[0] for person in item.people[:2]]
    title = item.title if any(item.title) else item.kind_label
    lines = []
    for place, tag in enumerate(job.paper.languages):
        who = ("、" if tag.startswith("zh") else ", ").join(filter(None, (n[place] for n in names)))
        both = place == job.tongues[0].place
        if tag.startswith("zh"):
            lines.append("\u3000".join(filter(None, (who, title[place] if both or not who else ""))))
        else:
            lines.append(": ".join(filter(None, (who, title[place] if both or not who else ""))))
    start = clock(item.start) if item.start is not None else ""
    return _Entry(start, job.stack(tuple(lines), pair, width, start, gap=0.5), Style(8.4, 8.4, bold=True, lang=first))


def _entries_height(entries: Sequence[_Entry]) -> float:
    rows = [entries[n : n + 2] for n in range(0, len(entries), 2)]
    return sum(max(height_of(entry.stack) for entry in row) + 1.9 for row in rows) + (0.8 if rows else 0.0)


def _draw_entries(pen: Pen, entries: Sequence[_Entry], x: float, y: float, width: float) -> None:
    y += 0.8
    for n in range(0, len(entries), 2):
        row = entries[n : n + 2]
        y += 1.9
        for column, entry in enumerate(row):
            left = x + column * width / 2
            pen.text(entry.time, left, y + 0.2, entry.style)
            draw_stack(pen, entry.stack, left + 11.0, y)
        y += max(height_of(entry.stack) for entry in row)
