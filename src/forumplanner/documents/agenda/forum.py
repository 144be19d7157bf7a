"""Pages of one parallel forum: its letter and title, four facts, then the table in its own colour."""

from collections.abc import Callable

from forumplanner.documents.agenda.days import letter_square
from forumplanner.documents.agenda.logos import HEIGHTS, Band, left_out, logos_of
from forumplanner.documents.agenda.sheet import LEFT, RIGHT, Job, Page, draw_stack, height_of
from forumplanner.documents.agenda.table import Table
from forumplanner.documents.agenda.words import place_lines, times
from forumplanner.documents.typesetting.pen import Block, Pen
from forumplanner.domain.colours import GREY, HAIR, INK, tint
from forumplanner.domain.times import day_short
from forumplanner.snapshots.agenda import AgendaDay, AgendaSession, AgendaTrack
from forumplanner.snapshots.paper import Lines

_SQUARE = 20.0
_TITLE_X = 42.2
_NARROWEST_TITLE = 80.0
_SMALLEST_FACT = 0.7
_COLUMNS = (18.0, 63.0, 104.0, 156.0)


def forum_pages(job: Job, track: AgendaTrack) -> None:
    """Plan the pages of a parallel forum; one without sessions has none."""
    meetings = [(day, s) for day in job.paper.days for s in day.sessions if s.track == track.id]
    if not meetings:
        return
    words = job.words("Forum {code}", code=track.code) if track.code else track.title
    side = [
        (text, job.type.small.at(place)._replace(bold=place == 0, colour=GREY if place else INK))
        for place, text in job.printed(words)
    ]

    def fresh() -> Page:
        return job.page(Page(side=side, legend=True))

    page = fresh()
    job.forum_pages[track.id] = len(job.pages)
    page.bookmark = " ".join(filter(None, (job.one_line(words), next((t for _p, t in job.printed(track.title)), ""))))
    page.level = 1
    table = Table(job, fresh, page, 24.0, colour=track.colour, accent=track.colour, tint=tint(track.colour))
    _opening(job, table, track, meetings)
    table.column_heads()
    several = len(meetings) > 1
    for _day, session in meetings:
        table.session(session, by_parts=not several)


def _opening(job: Job, table: Table, track: AgendaTrack, meetings: list[tuple[AgendaDay, AgendaSession]]) -> None:
    """Square, label, title; then the facts between two rules."""
    y = table.y
    title = track.title if any(track.title) else meetings[0][1].title
    label = job.row(job.words("Parallel Forum"), job.type.label.coloured(track.colour))
    first, second = job.type.page_title.first, job.type.page_title.second
    big = type(job.type.page_title)(first.at(17)._replace(title=True), second.at(11.5))
    stack = job.stack(title, big, RIGHT - _TITLE_X, track.code, gap=1.6)
    band = _logos(job, track, stack, lambda width: job.stack(title, big, width, track.code, gap=1.6))
    if band:
        stack = job.stack(title, big, _beside(band), track.code, gap=1.6)

    def draw(pen: Pen) -> None:
        letter_square(pen, track, LEFT, y, _SQUARE)
        pen.row(_TITLE_X, y + 0.2, *[(t, s._replace(bold=n == 0)) for n, (t, s) in enumerate(label)], gap=1.2)
        draw_stack(pen, stack, _TITLE_X, y + 4.6)
        if band:
            band.draw(pen, RIGHT - band.width, y + (_SQUARE - band.height) / 2)

    table.page.add(draw)
    table.y = max(y + _SQUARE, y + 4.6 + height_of(stack)) + 8.0
    _facts(job, table, track, meetings)


def _logos(
    job: Job, track: AgendaTrack, whole: list[tuple[float, Block]], titled: Callable[[float], list[tuple[float, Block]]]
) -> Band | None:
    """The conveners' logos in one row at the right, where the title has room beside them; else the first one alone."""
    logos = logos_of(job, [(track.conveners, track.logos)])
    room = max(height_of(whole), _SQUARE - 4.6)
    for some in (logos, logos[:1]) if logos else ():
        for size in HEIGHTS:
            band = Band((some,), size)
            if _beside(band) >= _NARROWEST_TITLE and height_of(titled(_beside(band))) <= room:
                left_out(job, logos[len(some) :], track.title)
                return band
    left_out(job, logos, track.title)
    return None


def _beside(band: Band) -> float:
    """How wide the title may be, mm."""
    return RIGHT - _TITLE_X - band.width - 6.0


def _facts(job: Job, table: Table, track: AgendaTrack, meetings: list[tuple[AgendaDay, AgendaSession]]) -> None:
    """Time, room, organiser, contact: only those that are known."""
    day, session = meetings[0]
    facts = [
        ("Time", _when(job, day, session) if len(meetings) == 1 else _days(job, meetings)),
        ("Place", _where(job, session)),
        ("Organised by", _conveners(job, track)),
        ("Contact", tuple(track.contact for _tag in job.paper.languages)),
    ]
    known = [(message, lines) for message, lines in facts if any(lines)]
    xs = (
        _COLUMNS
        if len(known) == 4
        else tuple(LEFT + n * (RIGHT - LEFT) / max(1, len(known)) for n in range(len(known)))
    )
    ends = (*xs[1:], RIGHT)
    y = table.y
    columns = [
        (x, message, _fact(job, lines, end - x - (4 if end < RIGHT else 0)))
        for (message, lines), x, end in zip(known, xs, ends, strict=True)
    ]
    height = max((height_of(stack) for _x, _message, stack in columns), default=0.0) + 9.4

    def draw(pen: Pen) -> None:
        pen.rule(LEFT, y, RIGHT - LEFT, 0.9, INK)
        for x, message, stack in columns:
            pen.row(x, y + 2.6, *job.row(job.words(message), job.type.label), gap=1.0)
            draw_stack(pen, stack, x, y + 6.2)
        pen.rule(LEFT, y + height, RIGHT - LEFT, 0.35, HAIR)

    if columns:
        table.page.add(draw)
        table.y = y + height + 5.0


def _fact(job: Job, lines: Lines, width: float) -> list[tuple[float, Block]]:
    """The value of a fact; an address that is wider than its column is set smaller rather than broken."""
    kind = job.type
    first = kind.post.first._replace(size=9.6, leading=12.4, bold=True)
    pair = type(kind.post)(first, kind.post.second._replace(size=8, leading=10))
    widest = max((job.pen.width(word, first) for line in lines for word in line.split() if word.isascii()), default=0.0)
    if widest > width:
        first = first.at(first.size * max(_SMALLEST_FACT, width / widest))
    return job.stack(lines, type(kind.post)(first, pair.second), width, lines[0], gap=0.9)


def _when(job: Job, day: AgendaDay, session: AgendaSession) -> Lines:
    """Date and time; the second language names the weekday instead of repeating the time."""
    span = times(session.start, session.end)
    lines = []
    for place, tag in enumerate(job.paper.languages):
        date = day_short(day.date, tag) if day.date else ""
        if place == job.tongues[0].place:
            lines.append(" ".join(filter(None, (date.partition(" ")[0] if tag.startswith("zh") else date, span))))
        else:
            lines.append(date)
    return tuple(lines)


def _days(job: Job, meetings: list[tuple[AgendaDay, AgendaSession]]) -> Lines:
    """Several meetings: the days they are on."""
    dates = list(dict.fromkeys(day.date for day, _session in meetings if day.date))
    return tuple(
        ("、" if tag.startswith("zh") else ", ").join(day_short(date, tag) for date in dates)
        for tag in job.paper.languages
    )


def _where(job: Job, session: AgendaSession) -> Lines:
    """Room with floor and building in the language that has words for it."""
    names = place_lines(job, session.rooms)
    if len(session.rooms) != 1:
        return names
    room = session.rooms[0]
    more = []
    for place, name in enumerate(names):
        building = room.building[place] if place < len(room.building) else ""
        parts = [
            name,
            room.floor if place == job.tongues[-1].place else "",
            building if place == job.tongues[-1].place else "",
        ]
        more.append(", ".join(filter(None, parts)))
    return tuple(more)


def _conveners(job: Job, track: AgendaTrack) -> Lines:
    return tuple(
        ("、" if tag.startswith("zh") else ", ").join(names[place] for names in track.conveners if names[place])
        for place, tag in enumerate(job.paper.languages)
    )
