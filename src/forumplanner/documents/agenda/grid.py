"""Several days at a glance on one landscape page: a column a day, every start printed."""

from collections.abc import Callable

from forumplanner.documents.agenda.cards import BAR, GROUND
from forumplanner.documents.agenda.days import day_title, grouped, track_of
from forumplanner.documents.agenda.glance import Slot, height_at, needed, pauses, scale_of
from forumplanner.documents.agenda.plain import look_of
from forumplanner.documents.agenda.sheet import HEIGHT, LEFT, WIDTH, Job, Page, Pair, draw_stack, height_of
from forumplanner.documents.agenda.words import place_lines, session_title
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style
from forumplanner.domain.colours import GREY, INK, TINT
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaDay, AgendaSession
from forumplanner.snapshots.paper import Lines

_MOST_DAYS = 4
_TOP, _HEADS, _FIRST, _BOTTOM = 16.0, 33.0, 45.5, WIDTH - 20.0
_BETWEEN = 7.0
_TIME = 12.0
_REST = 6.4
_LONG, _SHORT = 240, 60
_BETWEEN_LINES = 0.8


def grid_page(job: Job, days: list[AgendaDay]) -> bool:
    """Plan one page for two to four days; False where they are more, fewer or too full, and nothing is planned."""
    if not 2 <= len(days) <= _MOST_DAYS:
        return False
    width = (HEIGHT - 2 * LEFT - _BETWEEN * (len(days) - 1)) / len(days)
    for rooms in (True, False):
        columns = [
            [_slot(job, group, LEFT + n * (width + _BETWEEN), width, rooms=rooms) for group in grouped(day.sessions)]
            for n, day in enumerate(days)
        ]
        if max(needed(slots) for slots in columns) <= _BOTTOM - _FIRST:
            break
    else:
        return False
    page = job.page(Page(wide=True))
    scale = min(scale_of(slots, _BOTTOM - _FIRST) for slots in columns)
    title = job.words("Programme at a glance")
    page.bookmark = next((text for _place, text in job.printed(title)), "")
    page.add(lambda pen: _heading(job, pen))
    for n, (day, slots) in enumerate(zip(days, columns, strict=True)):
        _column(
            job, page, day, [(slot, height_at(slot, scale)) for slot in slots], (LEFT + n * (width + _BETWEEN), width)
        )
    return True


def _heading(job: Job, pen: Pen) -> None:
    """Title of the page; the clock's zone at the right."""
    y = _TOP
    for place, text in job.printed(job.words("Programme at a glance")):
        y = pen.text(text, LEFT, y, job.type.page_title.at(place)) + 1.4
    zone = job.row(job.paper.zone_label, job.type.post.coloured(GREY))
    pen.row(0, _TOP + 4.0, *zone, gap=2.0, right=HEIGHT - LEFT)


def _column(job: Job, page: Page, day: AgendaDay, slots: list[tuple[Slot, float]], box: tuple[float, float]) -> None:
    """A day: its date over a rule, then its slots with their heights."""
    x, width = box
    head = Pair(
        Style(11, 14, bold=True, lang=job.tongues[0].tag), Style(8.4, 10.6, colour=GREY, lang=job.tongues[-1].tag)
    )
    title = day_title(job, day.date)
    stack = [
        (0.9 if n else 0.0, job.block(text, style, width, text)) for n, (text, style) in enumerate(job.row(title, head))
    ]
    page.add(lambda pen: draw_stack(pen, stack, x, _HEADS))
    page.add(lambda pen: pen.rule(x, _FIRST - 2.4, width, 0.9, INK))
    y = _FIRST
    for (slot, height), pause in zip(slots, pauses([slot for slot, _height in slots]), strict=True):
        y += pause
        page.add(_drawn(job, slot, x, y, height))
        y += height
    last, height = (slots[-1][0].end, slots[-1][1]) if slots else (None, 0.0)
    if last is not None:
        end = y - 3.4 if height > _REST + 2.0 else y + 0.6
        page.add(lambda pen: pen.text(f"–{clock(last)}", x, end, job.type.end))


def _drawn(job: Job, slot: Slot, x: float, y: float, height: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        if slot.start is not None:
            style = Style(8.4, 8.4, bold=not slot.rest, lang=job.tongues[0].tag)
            pen.text(clock(slot.start), x, y + 1.2, style)
        slot.draw(pen, y, height)

    return draw


def _pair(job: Job, first: float, second: float, *, bold: bool = False) -> Pair:
    return Pair(
        Style(first, first * 1.3, bold=bold, lang=job.tongues[0].tag, title=bold and job.tongues[0].chinese),
        Style(second, second * 1.25, colour=GREY, lang=job.tongues[-1].tag),
    )


def _slot(job: Job, group: list[AgendaSession], x: float, width: float, *, rooms: bool) -> Slot:
    """A session, or parallel ones one under the other, in a column."""
    starts = [s.start for s in group if s.start is not None]
    ends = [s.end for s in group if s.end is not None]
    span = min(starts, default=None), max(ends, default=None)
    box = x + _TIME, width - _TIME
    if group[0].is_break:
        return Slot(*span, _REST, rest=True, most=0, draw=lambda pen, y, h: _rest(job, pen, group[0], (*box, y, h)))
    if group[0].track:
        return _parallel(job, group, span, box, rooms=rooms)
    return _plain(job, group[0], span, box, rooms=rooms)


def _rest(job: Job, pen: Pen, session: AgendaSession, box: tuple[float, float, float, float]) -> None:
    x, width, y, height = box
    pen.rect(x, y, width, height, TINT)
    parts = job.row(session_title(job, session), _pair(job, 8.4, 7.4))
    while len(parts) > 1 and sum(pen.width(text, style) for text, style in parts) + 6 > width:
        parts.pop()
    text, style = parts[0]
    if pen.width(text, style) > width - 4:
        parts[0] = text, style.at(max(7.0, style.size * (width - 4) / pen.width(text, style)))
    pen.row(x + 2.2, y + (height - style.size / MM) / 2, *parts, gap=1.6)


def _plain(
    job: Job, session: AgendaSession, span: tuple[int | None, int | None], box: tuple[float, float], *, rooms: bool
) -> Slot:
    x, width = box
    look = look_of(job, session)
    inset = 2.4 + (BAR if look.bar else 0.0)
    heads = _pair(job, 9.6, 8, bold=True).coloured(look.text, look.second)
    text = _Text(job, session, session_title(job, session), heads, width - inset - 2.2, look.second, rooms=rooms)

    def draw(pen: Pen, y: float, height: float) -> None:
        pen.rect(x, y, width, height, look.ground)
        if look.bar:
            pen.rect(x, y, BAR, height, look.bar)
        text.draw(pen, x + inset, y + 1.8)

    return Slot(*span, text.height + 3.8, rest=False, most=_LONG if session.parts else _SHORT, draw=draw)


class _Text:
    """Title and room of a session: the room at the right of the title where it has room, else under it if asked."""

    def __init__(
        self, job: Job, session: AgendaSession, title: Lines, heads: Pair, width: float, colour: str, *, rooms: bool
    ) -> None:
        self._width = width
        self._stack = job.stack(title, heads, width, title[0], gap=0.6)
        self._side: Block | None = None
        place = job.row(place_lines(job, session.rooms), _pair(job, 7.4, 7).coloured(colour))
        if place:
            style = place[0][1]
            block = job.block(place[0][0], style, 0.0, title[0])
            if self._stack and len(self._stack[0][1].lines) == 1 and self._stack[0][1].width + block.width + 3 <= width:
                self._side = block
            elif rooms:
                self._stack.append((0.8, job.block(place[0][0], style, width, title[0])))
        self.height = height_of(self._stack)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        if self._side:
            pen.draw(self._side, x, y + 0.5, right=x + self._width)
        draw_stack(pen, self._stack, x, y)


def _parallel(
    job: Job,
    group: list[AgendaSession],
    span: tuple[int | None, int | None],
    box: tuple[float, float],
    *,
    rooms: bool,
) -> Slot:
    """Parallel forums one under the other: letter, title, room."""
    x, width = box
    tracks = [track_of(job, session, n) for n, session in enumerate(group)]
    texts = [
        _Text(
            job,
            session,
            track.title if any(track.title) else session_title(job, session),
            _pair(job, 8.8, 7.4, bold=True),
            width - BAR - 6.6 - 2.2,
            GREY,
            rooms=rooms,
        )
        for track, session in zip(tracks, group, strict=True)
    ]
    total = sum(text.height + 2.8 for text in texts) + _BETWEEN_LINES * (len(texts) - 1)

    def draw(pen: Pen, y: float, height: float) -> None:
        spare = (height - total) / len(texts)
        for track, text in zip(tracks, texts, strict=True):
            tall = text.height + 2.8 + spare
            pen.rect(x, y, width, tall, GROUND)
            pen.rect(x, y, BAR, tall, track.colour)
            pen.text(track.code, x + BAR + 1.6, y + 1.3, Style(10, 10, bold=True, colour=track.colour, lang="en"))
            text.draw(pen, x + BAR + 6.6, y + 1.4)
            y += tall + _BETWEEN_LINES

    return Slot(*span, total, rest=False, most=_LONG, draw=draw)
