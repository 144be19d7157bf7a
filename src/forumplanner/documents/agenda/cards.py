"""Parallel forums at a glance: one card each, side by side, with letter, room, title and the chairs of each half."""

from collections.abc import Sequence

from forumplanner.documents.agenda.days import track_of
from forumplanner.documents.agenda.rows import Stack, person_names
from forumplanner.documents.agenda.sheet import Job, Pair, draw_stack, height_of
from forumplanner.documents.agenda.words import place_lines, session_title
from forumplanner.documents.typesetting.pen import Pen, Style
from forumplanner.domain.colours import GREY
from forumplanner.domain.times import clock
from forumplanner.snapshots.agenda import AgendaSession

GROUND = "#F4F6F7"
BAR = 1.6
"""Width of the colour bar at a block's left, and of the white between cards, mm."""

_MOST_COLUMNS = 6


class Card:
    """One of several parallel forums."""

    def __init__(
        self, job: Job, session: AgendaSession, index: int, count: int, across: tuple[float, float], *, brief: bool
    ) -> None:
        left, width = across
        self._job = job
        columns = min(count, _MOST_COLUMNS)
        rows = -(-count // columns)
        columns = -(-count // rows)
        self.row, column = divmod(index, columns)
        self._width = (width - BAR * (columns - 1)) / columns
        self._x = left + column * (self._width + BAR)
        self._track = track_of(job, session, index)
        many = columns > 4
        self._letter = Style(18 if many else 22, 22, bold=True, colour=self._track.colour, lang="en")
        first, last = job.tongues[0].tag, job.tongues[-1].tag
        size = 9.6 if many or not job.tongues[0].chinese else 11.0
        inner = self._width - BAR - 4.6
        title = self._track.title if any(self._track.title) else session_title(job, session)
        heads = Pair(
            Style(size, size * 1.36, bold=True, lang=first, title=True),
            Style(7.6 if many else 8.2, 10.8 if not many else 9.8, colour=GREY, lang=last),
        )
        self._title = job.stack(title, heads, inner, title[0], gap=0.9)
        letter = job.pen.width(self._track.code, self._letter) if self._track.code else 0.0
        rooms = Pair(Style(8.4, 10.6, bold=True, lang=first), Style(7.4, 9.4, colour=GREY, lang=last))
        self._rooms = job.stack(
            place_lines(job, session.rooms, floors=True), rooms, inner - letter - 1.6, title[0], gap=0.5
        )
        self._foot = [] if brief else _halves(job, session, inner)
        self._head = max(10.6, 3.0 + height_of(self._rooms) + 2.0)
        self.foot = _foot_height(self._foot)
        self.foot_room = self.foot

    @property
    def needs(self) -> float:
        """Height of all that is on it, mm; its foot as high as that of its neighbours."""
        return self._head + height_of(self._title) + (8.6 + self.foot_room if self.foot_room else 0.0) + 3.2

    def draw(self, pen: Pen, y: float, height: float) -> None:
        """Letter and room on top, title under them, chairs at the foot."""
        job, x = self._job, self._x + BAR + 2.3
        pen.rect(self._x, y, self._width, height, GROUND)
        pen.rect(self._x, y, BAR, height, self._track.colour)
        if self._track.code:
            pen.text(self._track.code, x, y + 1.8, self._letter)
        draw_stack(pen, self._rooms, x, y + 3.0, right=self._x + self._width - 1.8)
        draw_stack(pen, self._title, x, y + self._head)
        if not self._foot:
            return
        foot = y + height - 3.0 - self.foot_room
        pen.rule(x, foot - 5.6, 8.0, 0.8, self._track.colour)
        pen.row(x, foot - 4.2, *job.row(job.words("Chair"), job.type.label), gap=0.8)
        for time, stack, style in self._foot:
            if time:
                pen.text(time, x, foot + 0.2, style)
            foot = draw_stack(pen, stack, x + (9.4 if time else 0.0), foot) + 1.6


def _halves(job: Job, session: AgendaSession, width: float) -> list[tuple[str, Stack, Style]]:
    """Chairs per half, with the half's start."""
    first, last = job.tongues[0].tag, job.tongues[-1].tag
    pair = Pair(Style(8.6, 11, lang=first), Style(7.4, 9.4, colour=GREY, lang=last))
    halves = []
    for part in session.parts:
        if not part.chairs:
            continue
        time = clock(part.start) if part.start is not None else ""
        names = [person_names(job, person)[0] for person in part.chairs]
        joined = tuple(
            ("、" if tag.startswith("zh") else ", ").join(filter(None, (n[place] for n in names)))
            for place, tag in enumerate(job.paper.languages)
        )
        stack = job.stack(joined, pair, width - (9.4 if time else 0.0), time, gap=0.4)
        halves.append((time, stack, Style(8, 8, bold=True, lang=first)))
    return halves


def _foot_height(halves: Sequence[tuple[str, Stack, Style]]) -> float:
    return sum(height_of(stack) for _time, stack, _style in halves) + 1.6 * max(0, len(halves) - 1)
