"""The table of an agenda: rows flow down pages under repeated heads, chair cells merge over the rows they lead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from forumplanner.documents.agenda.acts import act_rows
from forumplanner.documents.agenda.chairs import BETWEEN_CELLS, Chair, cell_drawing, chair_of
from forumplanner.documents.agenda.drawing import row_drawing
from forumplanner.documents.agenda.head import Head
from forumplanner.documents.agenda.rows import (
    CHAIR_X,
    ITEM_X,
    PERSON_X,
    Row,
    Stack,
    break_row,
    cut,
    item_row,
    people_row,
    split,
)
from forumplanner.documents.agenda.sheet import LEFT, RIGHT, Job, Page, draw_stack, height_of
from forumplanner.documents.agenda.words import place_lines, session_title
from forumplanner.documents.typesetting.pen import Pen
from forumplanner.domain.colours import ACCENT, HAIR, INK
from forumplanner.snapshots.agenda import AgendaPart, AgendaSession
from forumplanner.snapshots.paper import Lines

BOTTOM = 273.6
"""Where rows end on a page, above the legend, mm."""

_TOP = 24.0
_TALL, _WORTH_SPLITTING = 130.0, 40.0
"""A row higher than the first may be split where a page has the second left, mm."""
_EMPTY = Row("", "", "", None, [], [])
"""What a chair cell stands beside where there is no row, or no more of them."""


@dataclass(slots=True, eq=False, repr=False)  # nobody compares or prints it, and its making takes time
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
            self.rows(
                [break_row(session.start, session.end, session_title(job, session), place_lines(job, session.rooms))],
                None,
            )
            return
        parts = [part for part in session.parts if part.items or part.chairs or part.people]
        self.numbers = 0
        if not by_parts:
            self._start(session, session_title(job, session), parts[:1])
            self._summary(session)
        for n, part in enumerate(parts):
            named = by_parts and not _only_breaks(part)
            if named:
                title = part.label if any(part.label) else session_title(job, session)
                self._start(replace(session, start=part.start, end=part.end, rooms=()), title, [part])
            labelled = not by_parts
            if n and labelled and not _only_breaks(part) and not _only_breaks(parts[n - 1]):
                self._hair(self.y + BETWEEN_CELLS / 4, CHAIR_X)
                self.y += BETWEEN_CELLS / 2
            self._part(part, labelled=labelled)
        self.running = (None, ())

    def _start(self, session: AgendaSession, title: Lines, parts: Sequence[AgendaPart]) -> None:
        """The head, kept together with the first two rows under it."""
        first = [row for part in parts for row in self._rows(part)[:2]]
        head = Head(self.job, session, title)
        if head.height + _total(first) > self.room() and not self._is_fresh:
            self.running = (None, ())
            self.new_page()
        self._place(head)
        self.running = (session, title)

    def head(self, session: AgendaSession, title: Lines, *, again: bool = False) -> None:
        """Draw a session's head and go on under it."""
        self._place(Head(self.job, session, title, again=again))

    def _place(self, head: Head) -> None:
        self.page.add(head.drawing(self.y, self.colour))
        self.y += head.height

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
        job, key = self.job, (id(part), self.numbers)
        rows = job.rows.get(key)
        if rows is None:
            rows = [people_row(job, part)] if part.people else []
            for n, item in enumerate(part.items, start=self.numbers + 1):
                rows += [item_row(job, item, n), *act_rows(job, item)]
        elif any(row.padding != job.padding for row in rows):
            rows = [replace(row, padding=job.padding) for row in rows]
        job.rows[key] = rows
        return rows

    def _part(self, part: AgendaPart, *, labelled: bool) -> None:
        """Rows of a part; break rows interrupt its chair cell."""
        rows = self._rows(part)
        self.numbers += len(part.items)
        chair = self._chair(part, labelled=labelled)
        if not rows and chair:
            rows = [_EMPTY]
        run: list[Row] = []
        for row in rows:
            if row.is_break:
                if run:
                    self.rows(run, chair)
                    chair = Chair(chair.again(), chair.again) if chair else None
                run = []
                self.rows([row], None)
            else:
                run.append(row)
        if run:
            self.rows(run, chair)

    def _chair(self, part: AgendaPart, *, labelled: bool) -> Chair | None:
        """The chair cell of a part, set once for all tries at its pages."""
        chairs, key = self.job.chairs, (id(part), self.accent, labelled)
        if key not in chairs:
            chairs[key] = chair_of(self.job, part, self.accent, labelled=labelled)
        chair: Chair | None = chairs[key]
        return chair

    def rows(self, rows: list[Row], chair: Chair | None) -> None:
        """Place rows under one chair cell; overleaf the cell is repeated."""
        left = list(rows)
        while left:
            count, left = self._fitting(left, chair)
            if not count:
                self.new_page()
                continue
            overleaf = self._segment(count, chair, last=not left)
            if overleaf and not left:
                left = [_EMPTY]
            if left:
                self.new_page()
                chair = Chair(overleaf or chair.again(), chair.again) if chair else None

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
        while len(taken) > 1 and len(taken) < len(rows) and taken[-1].keeps:
            room += taken.pop().height
        rest = rows[len(taken) :]
        lonely = len(taken) == 1 and rest and chair
        crowded = not rest and chair and height_of(chair.text) + 2 * self.job.padding > _total(taken) + room
        if (lonely or crowded) and not self._is_fresh and self.y > _TOP + 60:
            return [], rows
        return taken, rest

    def _segment(self, rows: list[Row], chair: Chair | None, *, last: bool) -> Stack:
        """Draw rows that stand on one page, then their chair cell as one rectangle over them.

        Returns what of the chair's text is taller than that cell can be.
        """
        total = _total(rows)
        if chair and last:
            lacking = min(height_of(chair.text) + 2 * self.job.padding, self.room()) - total
            if lacking > 0:
                rows = [*rows[:-1], replace(rows[-1], stretch=lacking)]
                total += lacking
        top = self.y
        end = CHAIR_X if chair else RIGHT
        for n, row in enumerate(rows):
            self.page.add(
                row_drawing(self.job, row, self.y, end, self.accent, rule=n < len(rows) - 1 and not row.keeps)
            )
            self.y += row.height
        if not rows[-1].is_break and not chair:
            self._hair(self.y, end)
        if not chair:
            return []
        text, overleaf = cut(chair.text, total - 2 * self.job.padding)
        self.page.add(cell_drawing(text, top, total, (self.accent, self.tint), self.job.padding))
        return overleaf

    def _hair(self, y: float, end: float) -> None:
        self.page.add(lambda pen: pen.rule(LEFT, y, end - LEFT, 0.35, HAIR))


def _total(rows: Sequence[Row]) -> float:
    return sum(row.height for row in rows)


def _only_breaks(part: AgendaPart) -> bool:
    return bool(part.items) and all(item.is_break for item in part.items)
