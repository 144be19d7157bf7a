"""Day pages of an agenda: the sessions of a day in order; parallel forums are listed with their pages."""

import datetime as dt
from collections.abc import Iterator

from forumplanner.documents.agenda.rows import ITEM_X
from forumplanner.documents.agenda.sheet import LEFT, RIGHT, Job, Page, draw_stack, height_of
from forumplanner.documents.agenda.table import BOTTOM, Table
from forumplanner.documents.agenda.words import place_lines, session_title
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style
from forumplanner.domain.colours import GREY, HAIR, tint
from forumplanner.domain.times import day_long, day_short
from forumplanner.snapshots.agenda import AgendaDay, AgendaSession, AgendaTrack
from forumplanner.snapshots.paper import Lines

_LETTER = 7.0
_WHITE = "#FFFFFF"


def day_pages(job: Job, day: AgendaDay) -> None:
    """Plan the pages of a day."""
    title = day_title(job, day.date)
    short = tuple(
        day_short(day.date, tag) if day.date else text for tag, text in zip(job.paper.languages, title, strict=True)
    )
    side = [
        (text, job.type.small.at(place)._replace(bold=place == 0, colour=GREY if place else job.type.item.first.colour))
        for place, text in job.printed(short)
    ]

    def fresh() -> Page:
        return job.page(Page(side=side, legend=True))

    page = fresh()
    page.bookmark = job.one_line(short)
    table = Table(job, fresh, page, 24.0, accent=job.paper.accent, tint=tint(job.paper.accent, 0.11))
    _title(job, table, title, day.date)
    table.column_heads()
    for group in grouped(day.sessions):
        if group[0].track:
            _parallel(job, table, group)
        else:
            table.session(group[0])


def day_title(job: Job, date: dt.date | None) -> Lines:
    """A day as a title; what has no day yet says so."""
    if date is None:
        return job.words("Date to be announced")
    return tuple(_spaced(day_long(date, tag)) for tag in job.paper.languages)


def _spaced(day: str) -> str:
    """The weekday behind a wide space instead of in brackets, as titles write it."""
    return day.replace("（", "\u3000").replace("）", "")


def _title(job: Job, table: Table, title: Lines, date: dt.date | None) -> None:
    """The day large; under it the second language, or the year, with the clock's zone."""
    pair = job.type.page_title
    last = job.tongues[-1]
    zone = job.paper.zone_label[last.place] if date else ""
    lines = [(text, pair.at(place)) for place, text in job.printed(title)]
    if date and job.tongues[0].chinese:
        lines[0] = (lines[0][0].removeprefix(f"{date.year}年"), lines[0][1])
    if len(lines) > 1:
        lines[-1] = (" · ".join(filter(None, (lines[-1][0], zone))), lines[-1][1])
    elif date and last.chinese:
        lines.append(("\u3000".join(filter(None, (f"{date.year}年", zone))), pair.second))
    elif zone:
        lines.append((zone, pair.second))
    stack = [(1.4 if n else 0.0, job.block(text, style, RIGHT - LEFT, text)) for n, (text, style) in enumerate(lines)]
    y = table.y
    table.page.add(lambda pen: draw_stack(pen, stack, LEFT, y))
    table.y = y + height_of(stack) + 3.4


def grouped(sessions: tuple[AgendaSession, ...]) -> Iterator[list[AgendaSession]]:
    """Sessions one by one, but parallel forums of one stretch of time together."""
    group: list[AgendaSession] = []
    for session in sessions:
        if session.track and (not group or _together(group, session)):
            group.append(session)
            continue
        if group:
            yield group
        group = [session] if session.track else []
        if not session.track:
            yield [session]
    if group:
        yield group


def _together(group: list[AgendaSession], session: AgendaSession) -> bool:
    """Whether a session overlaps what the group covers; without times all belong together."""
    ends = [other.end for other in group if other.end is not None]
    return session.start is None or not ends or session.start < max(ends)


def _parallel(job: Job, table: Table, group: list[AgendaSession]) -> None:
    """The list of parallel forums: letter, title, room, page."""
    starts = [s.start for s in group if s.start is not None]
    ends = [s.end for s in group if s.end is not None]
    head = AgendaSession(
        id="",
        kind=group[0].kind,
        kind_label=group[0].kind_label,
        title=job.words("Parallel Forums"),
        summary=(),
        rooms=(),
        start=min(starts, default=None),
        end=max(ends, default=None),
        access=group[0].access,
        access_label=(),
        is_break=False,
    )
    lines = [_Line(job, session, index) for index, session in enumerate(group)]
    if table.y + 14 + sum(line.height for line in lines[:2]) > BOTTOM:
        table.new_page()
    table.head(head, head.title)
    for n, line in enumerate(lines):
        if line.height > table.room():
            table.new_page()
            table.head(head, head.title, again=True)
        y = table.y
        table.page.add(line.drawing(y, rule=n < len(lines) - 1))
        table.y += line.height


class _Line:
    """One parallel forum in a day's list."""

    def __init__(self, job: Job, session: AgendaSession, index: int) -> None:
        self.job = job
        self.session = session
        self.track = track_of(job, session, index)
        title = session.title if any(session.title) else self.track.title
        if not any(title):
            title = session_title(job, session)
        self.stack = job.stack(title, job.type.item, 104, title[0], gap=1.1)
        self.rooms = job.stack(place_lines(job, session.rooms), job.type.post, 36, title[0], gap=0.6)
        self.height = max(height_of(self.stack), height_of(self.rooms), _LETTER) + 4.0

    def drawing(self, y: float, *, rule: bool) -> "_Draw":
        return _Draw(self, y, rule)


class _Draw:
    """Draws a parallel forum's line; its page number is known only then."""

    def __init__(self, line: _Line, y: float, rule: bool) -> None:
        self._line, self._y, self._rule = line, y, rule

    def __call__(self, pen: Pen) -> None:
        line, job, y = self._line, self._line.job, self._y + 2.0
        letter_square(pen, line.track, LEFT, y, _LETTER)
        draw_stack(pen, line.stack, ITEM_X - 11, y + _lower(line.stack))
        draw_stack(pen, line.rooms, 138, y + _lower(line.rooms))
        number = job.forum_pages.get(line.session.track)
        if number:
            style = job.type.post.coloured(GREY)
            words = job.words("p. {n}", n=number)
            pen.row(0, y + (_LETTER - 3.0) / 2, *job.row(words, style)[:1], gap=1.0, right=RIGHT)
        if self._rule:
            pen.rule(LEFT, self._y + line.height, RIGHT - LEFT, 0.35, HAIR)


def _lower(stack: list[tuple[float, Block]]) -> float:
    """What centres a text lower than the letter beside it."""
    return max(0.0, (_LETTER - height_of(stack)) / 2)


def letter_square(pen: Pen, track: AgendaTrack, x: float, y: float, size: float) -> None:
    """The filled square with a forum's letter; longer codes are set smaller."""
    pen.rect(x, y, size, size, track.colour)
    points = size * 2.0
    style = Style(points, points, bold=True, colour=_WHITE, lang="en")
    width = pen.width(track.code, style) if track.code else 0.0
    if width > size * 0.8:
        style = style.at(points * size * 0.8 / width)
        width = size * 0.8
    if track.code:
        pen.text(track.code, x + (size - width) / 2, y + size / 2 - style.size / MM * 0.53, style)


def track_of(job: Job, session: AgendaSession, index: int) -> AgendaTrack:
    """The parallel forum of a session."""
    for track in job.paper.tracks:
        if track.id == session.track:
            return track
    return AgendaTrack(session.track, chr(65 + index % 26), session.title, job.paper.accent)
