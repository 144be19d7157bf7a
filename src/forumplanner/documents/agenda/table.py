"""The table of an agenda: rows flow down pages under repeated heads, chair cells merge over the rows they lead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from forumplanner.documents.agenda.furniture import draw_mode
from forumplanner.documents.agenda.rows import (
    CHAIR_WIDTH,
    Row,
    Stack,
    break_row,
    item_row,
    name_stack,
    people_row,
    person_names,
    split,
)
from forumplanner.documents.agenda.sheet import LEFT, RIGHT, Job, Page, draw_stack, height_of
from forumplanner.documents.typesetting.pen import MM, Pen, Style
from forumplanner.domain.colours import ACCENT, GREY, HAIR, INK, TINT
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaPart, AgendaRoom, AgendaSession
from forumplanner.snapshots.paper import Lines

ITEM_X, PERSON_X, CHAIR_X = 40.0, 107.0, 164.0
BOTTOM = 273.6
"""Where rows end on a page, above the legend, mm."""

_TOP = 24.0
_HUNG = 1.8
_TALL, _WORTH_SPLITTING = 130.0, 40.0
"""A row higher than the first may be split where a page has the second left, mm."""
_HEAD_ABOVE, _HEAD_BELOW = 4.4, 1.9
_BETWEEN_CELLS = 0.8
_CHAIR_PADDING = 2.6


@dataclass(slots=True)
class Chair:
    """A chair cell: its text and, as a half may run over, how it reads when repeated."""

    text: Stack
    again: Stack


@dataclass(slots=True)
class Table:
    """Fills pages from the cursor `y` downwards; `fresh` makes the next page."""

    job: Job
    fresh: Callable[[], Page]
    page: Page
    y: float
    colour: str = INK
    accent: str = ACCENT
    tint: str = ""
    running: tuple[AgendaSession | None, Lines] = (None, ())
    numbers: int = 0
    _begins: float = 0.0

    def column_heads(self) -> None:
        """Labels of the columns; they open every page of a table."""
        y, job = self.y, self.job

        def draw(pen: Pen) -> None:
            for x, message in ((LEFT, "Time"), (ITEM_X, "Item"), (PERSON_X, "Speaker"), (CHAIR_X + 2.6, "Chair")):
                pen.row(x, y, *job.row(job.words(message), job.type.label), gap=1.0)
            pen.rule(LEFT, y + 4.4, RIGHT - LEFT, 0.35, HAIR)

        self.page.add(draw)
        self.y += 4.4
        self._begins = self.y

    def new_page(self) -> None:
        """Go on overleaf: the columns' heads again, and the session's with "cont."."""
        self.page = self.fresh()
        self.y = _TOP
        self.column_heads()
        session, title = self.running
        if session is not None:
            self.head(session, title, again=True)
        self._begins = self.y

    @property
    def _is_fresh(self) -> bool:
        """Whether nothing but heads stands on the page."""
        return self.y <= self._begins

    def room(self) -> float:
        """What is left of the page, mm."""
        return BOTTOM - self.y

    def session(self, session: AgendaSession, *, by_parts: bool = False) -> None:
        """A session: its head, then its parts; `by_parts` gives each named part a head of its own."""
        job = self.job
        if session.is_break:
            self.rows([break_row(session.start, session.end, _named(job, session), _place(job, session.rooms))], None)
            return
        parts = [part for part in session.parts if part.items or part.chairs or part.people]
        self.numbers = 0
        if not by_parts:
            self._start(session, _named(job, session), parts[:1])
            self._summary(session)
        for n, part in enumerate(parts):
            named = by_parts and not _only_breaks(part)
            if named:
                title = part.label if any(part.label) else _named(job, session)
                self._start(replace(session, start=part.start, end=part.end, rooms=()), title, [part])
            labelled = not by_parts
            if n and labelled and not _only_breaks(part) and not _only_breaks(parts[n - 1]):
                self._hair(self.y + _BETWEEN_CELLS / 4, CHAIR_X)
                self.y += _BETWEEN_CELLS / 2
            self._part(part, labelled=labelled)
        self.running = (None, ())

    def _start(self, session: AgendaSession, title: Lines, parts: Sequence[AgendaPart]) -> None:
        """The head, kept together with the first two rows under it."""
        first = [row for part in parts for row in self._rows(part)[:2]]
        needed = self._head_height(session, title) + sum(row.height for row in first)
        if needed > self.room() and not self._is_fresh:
            self.running = (None, ())
            self.new_page()
        self.head(session, title)
        self.running = (session, title)

    def _head_height(self, session: AgendaSession, title: Lines) -> float:
        return _HEAD_ABOVE + self._head_blocks(session, title, again=False)[2] + _HEAD_BELOW

    def _head_blocks(
        self, session: AgendaSession, title: Lines, *, again: bool
    ) -> tuple[Stack, list[tuple[str, Style]], float]:
        """Title in lines, or both languages on one line where they fit beside time and room; the height."""
        job, pair = self.job, self.job.type.head
        if again:
            marks = job.words("(cont.)")
            title = tuple(
                ("" if tag.startswith("zh") else " ").join(filter(None, (text, mark if text else "")))
                for text, mark, tag in zip(title, marks, job.paper.languages, strict=True)
            )
        right = self._head_side(session)
        taken = sum(job.pen.width(text, style) for text, style in right) + 2.4 * len(right)
        room = RIGHT - LEFT - taken - 4
        parts = job.row(title, pair)
        one_line = sum(job.pen.width(text, style) for text, style in parts) + 2.2
        if one_line <= room:
            return [], list(parts), pair.first.size / MM
        stack = job.stack(title, pair, room, title[0], gap=0.8)
        return stack, [], height_of(stack)

    def _head_side(self, session: AgendaSession) -> list[tuple[str, Style]]:
        job = self.job
        span = times(session.start, session.end)
        style = job.type.room
        side: list[tuple[str, Style]] = [(span, style.first._replace(bold=True))] if span else []
        side += [(text, st) for text, st in job.row(_place(job, session.rooms), style)]
        side += [(text, st) for text, st in job.row(session.access_label, style.coloured(GREY))]
        return side

    def head(self, session: AgendaSession, title: Lines, *, again: bool = False) -> None:
        """Draw a session's head: title, times and place over a rule; `again` adds "cont."."""
        stack, parts, height = self._head_blocks(session, title, again=again)
        side = self._head_side(session)
        y = self.y + _HEAD_ABOVE
        colour = self.colour

        def draw(pen: Pen) -> None:
            if stack:
                draw_stack(pen, stack, LEFT, y)
            else:
                pen.row(LEFT, y, *parts, gap=2.2)
            if side:
                size = side[0][1].size
                lower = (self.job.type.head.first.size - size) * 0.88 / MM
                pen.row(0, y + lower, *side, gap=2.2, right=RIGHT)
            pen.rule(LEFT, y + height + _HEAD_BELOW, RIGHT - LEFT, 1.0, colour)

        self.page.add(draw)
        self.y = y + height + _HEAD_BELOW

    def _summary(self, session: AgendaSession) -> None:
        """What a session is about, where it says so."""
        if not any(session.summary):
            return
        stack = self.job.stack(session.summary, self.job.type.post, RIGHT - ITEM_X, session.title[0], gap=0.8)
        if not stack:
            return
        y = self.y + self.job.padding
        self.page.add(lambda pen: draw_stack(pen, stack, ITEM_X, y))
        self.y = y + height_of(stack) + self.job.padding

    def _rows(self, part: AgendaPart) -> list[Row]:
        """The rows of a part, set once for all tries at its pages."""
        key = id(part), self.numbers
        rows = self.job.rows.get(key)
        if rows is None:
            rows = [people_row(self.job, part)] if part.people else []
            rows += [item_row(self.job, item, n) for n, item in enumerate(part.items, start=self.numbers + 1)]
            self.job.rows[key] = rows
        return [replace(row, padding=self.job.padding) for row in rows]

    def _part(self, part: AgendaPart, *, labelled: bool) -> None:
        """Rows of a part; break rows interrupt its chair cell."""
        rows = self._rows(part)
        self.numbers += len(part.items)
        chair = self._chair(part, labelled=labelled)
        if not rows and chair:
            rows = [Row("", "", "", None, [], [])]
        run: list[Row] = []
        for row in rows:
            if row.is_break:
                if run:
                    self.rows(run, chair)
                    chair = Chair(chair.again, chair.again) if chair else None
                run = []
                self.rows([row], None)
            else:
                run.append(row)
        if run:
            self.rows(run, chair)

    def _chair(self, part: AgendaPart, *, labelled: bool) -> Chair | None:
        """The text of a chair cell: the half, the role, the people."""
        if not part.chairs:
            return None
        return Chair(self._chair_text(part, labelled=labelled), self._chair_text(part, labelled=labelled, again=True))

    def _chair_text(self, part: AgendaPart, *, labelled: bool, again: bool = False) -> Stack:
        job = self.job
        stack: Stack = []
        where = job.one_line(part.label)
        pair = job.type.chair_label.coloured(self.accent)
        label = job.one_line(part.label)
        if labelled and label:
            stack.append((0.0, job.block(label, pair.first._replace(bold=True), CHAIR_WIDTH, where)))
        role = None
        for person in part.chairs:
            if person.role is not role:
                text = job.one_line(person.role_label) + (" " + job.one_line(job.words("(cont.)")) if again else "")
                stack.append((0.5 if stack else 0.0, job.block(text, pair.first, CHAIR_WIDTH, where)))
                role = person.role
            names, _quiet = person_names(job, person)
            stack += name_stack(
                job,
                names,
                person.posts,
                (job.type.chair_name, job.type.chair_post),
                width=CHAIR_WIDTH,
                where=where,
                gap=1.0 if stack else 0.0,
            )
        return stack

    def rows(self, rows: list[Row], chair: Chair | None) -> None:
        """Place rows under one chair cell; overleaf the cell is repeated."""
        left = list(rows)
        while left:
            count, left = self._fitting(left, chair)
            if not count:
                self.new_page()
                continue
            self._segment(count, chair, last=not left)
            if left:
                self.new_page()
                chair = Chair(chair.again, chair.again) if chair else None

    def _fitting(self, rows: list[Row], chair: Chair | None) -> tuple[list[Row], list[Row]]:
        """Rows that go onto this page, and the rest. One that is too tall is split; a fresh page takes something."""
        room = self.room()
        taken: list[Row] = []
        for at, row in enumerate(rows):
            if row.height <= room:
                taken.append(row)
                room -= row.height
                continue
            too_tall = row.natural > _TALL
            halves = (
                split(row, room) if (too_tall and room > _WORTH_SPLITTING) or (self._is_fresh and not taken) else None
            )
            if halves:
                return [*taken, halves[0]], [halves[1], *rows[at + 1 :]]
            if self._is_fresh and not taken:
                return [row], rows[at + 1 :]
            break
        rest = rows[len(taken) :]
        lonely = len(taken) == 1 and rest and chair
        crowded = not rest and chair and height_of(chair.text) + 2 * self.job.padding > _total(taken) + room
        if (lonely or crowded) and not self._is_fresh and self.y > _TOP + 60:
            return [], rows
        return taken, rest

    def _segment(self, rows: list[Row], chair: Chair | None, *, last: bool) -> None:
        """Draw rows that stand on one page, then their chair cell as one rectangle over them."""
        total = _total(rows)
        if chair and last:
            lacking = min(height_of(chair.text) + 2 * self.job.padding, self.room()) - total
            if lacking > 0:
                rows = [*rows[:-1], replace(rows[-1], stretch=lacking)]
                total += lacking
        top = self.y
        end = CHAIR_X if chair else RIGHT
        for n, row in enumerate(rows):
            self.page.add(self._drawing(row, self.y, end, rule=n < len(rows) - 1))
            self.y += row.height
        if not rows[-1].is_break and not chair:
            self._hair(self.y, end)
        if chair:
            self.page.add(self._cell(chair, top, total))

    def _hair(self, y: float, end: float) -> None:
        self.page.add(lambda pen: pen.rule(LEFT, y, end - LEFT, 0.35, HAIR))

    def _cell(self, chair: Chair, top: float, height: float) -> Callable[[Pen], None]:
        accent, tint, padding = self.accent, self.tint, self.job.padding

        def draw(pen: Pen) -> None:
            pen.rect(CHAIR_X, top, RIGHT - CHAIR_X, height - _BETWEEN_CELLS / 4, tint)
            pen.upright(CHAIR_X, top, height - _BETWEEN_CELLS / 4, 1.4, accent)
            draw_stack(pen, chair.text, CHAIR_X + _CHAIR_PADDING, top + padding)

        return draw

    def _drawing(self, row: Row, y: float, end: float, *, rule: bool) -> Callable[[Pen], None]:
        if row.is_break:
            return lambda pen: self._break(pen, row, y)

        def draw(pen: Pen) -> None:
            top = y + row.padding
            self._time(pen, row, top)
            if row.mode:
                draw_mode(self.job, pen, row.mode, LEFT, top + 3.7 + 1.3, colour=self.accent)
            draw_stack(pen, row.item, ITEM_X, top)
            draw_stack(pen, row.people, PERSON_X, top)
            for at, mode in row.people_modes:
                draw_mode(self.job, pen, mode, PERSON_X, top + at, colour=self.accent)
            if rule:
                pen.rule(LEFT, y + row.height, end - LEFT, 0.35, HAIR)

        return draw

    def _time(self, pen: Pen, row: Row, y: float, *, bold: bool = True) -> None:
        kind = self.job.type
        if row.start:
            end = (f"–{row.end}", kind.end) if row.end else ("", kind.end)
            pen.row(LEFT, y, (row.start, kind.start._replace(bold=bold)), end, gap=0.15)
        elif row.number:
            pen.text(row.number, LEFT, y, kind.start._replace(bold=False, colour=GREY))

    def _break(self, pen: Pen, row: Row, y: float) -> None:
        """A tinted band, hung out on both sides so that times stay on one axis."""
        kind = self.job.type
        pen.rect(LEFT - _HUNG, y, RIGHT - LEFT + 2 * _HUNG, BREAK_BAND, TINT)
        top = y + (BREAK_BAND - kind.start.size / MM) / 2
        self._time(pen, row, top, bold=False)
        lower = (kind.start.size - kind.rest.first.size) * 0.88 / MM
        place = self.job.row(row.place, kind.post.coloured(GREY))
        taken = sum(pen.width(text, style) for text, style in place) + 4
        parts = self.job.row(row.title, kind.rest)
        while len(parts) > 1 and sum(pen.width(text, style) for text, style in parts) + 2 > RIGHT - ITEM_X - taken:
            parts.pop()
        pen.row(ITEM_X, top + lower, *parts, gap=2.0)
        pen.row(0, top + (kind.start.size - kind.post.first.size) * 0.88 / MM, *place, gap=1.4, right=RIGHT)


BREAK_BAND = 6.8


def _total(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


def _only_breaks(part: AgendaPart) -> bool:
    return bool(part.items) and all(item.is_break for item in part.items)


def times(start: int | None, end: int | None) -> str:
    """09:00–10:00, or as much of it as is known."""
    return "–".join(clock(minute) for minute in (start, end) if minute is not None)


def _named(job: Job, session: AgendaSession) -> Lines:
    """A session's title; where it has none at all, what kind of session it is."""
    if not any(session.title):
        return session.kind_label
    if any(text for _place, text in job.printed(session.title)):
        return session.title
    return tuple(next(filter(None, session.title)) for _tag in session.title)


session_title = _named


def _place(job: Job, rooms: Sequence[AgendaRoom], *, floors: bool = False) -> Lines:
    """The names of rooms, the first one's only where there are more than three: the others relay it.

    `floors` adds them in the last printed language.
    """
    shown = rooms if len(rooms) <= 3 else rooms[:1]
    last = job.tongues[-1].place if floors else -1
    return tuple(
        _joined([_room(room, place, floor=place == last) for room in shown if room.name[place]], tag)
        for place, tag in enumerate(job.paper.languages)
    )


def _room(room: AgendaRoom, place: int, *, floor: bool) -> str:
    return f"{room.name[place]}, {room.floor}" if floor and room.floor else room.name[place]


def _joined(names: list[str], tag: str) -> str:
    return ("、" if tag.startswith("zh") else ", ").join(dict.fromkeys(names))


place_lines = _place
