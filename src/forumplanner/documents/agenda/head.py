"""The head of a session: title at the left, times and place at the right, a rule under both."""

from collections.abc import Callable

from forumplanner.documents.agenda.rows import Stack
from forumplanner.documents.agenda.sheet import LEFT, RIGHT, Job, draw_stack, height_of
from forumplanner.documents.agenda.words import place_lines, times
from forumplanner.documents.typesetting.pen import MM, Pen, Style
from forumplanner.domain.colours import GREY
from forumplanner.snapshots.agenda import AgendaSession
from forumplanner.snapshots.paper import Lines

_ABOVE, _BELOW = 4.4, 1.9


class Head:
    """A session's head, set; `again` adds "cont." to the title."""

    def __init__(self, job: Job, session: AgendaSession, title: Lines, *, again: bool = False) -> None:
        self._job = job
        self._side = _side(job, session)
        pair = job.type.head
        if again:
            title = _continued(job, title)
        taken = sum(job.pen.width(text, style) for text, style in self._side) + 2.4 * len(self._side)
        room = RIGHT - LEFT - taken - 4
        self._stack: Stack = []
        self._row = job.row(title, pair)
        tall = pair.first.size / MM
        if sum(job.pen.width(text, style) for text, style in self._row) + 2.2 > room:
            self._stack = job.stack(title, pair, room, title[0], gap=0.8)
            tall = height_of(self._stack)
        self.height = _ABOVE + tall + _BELOW

    def drawing(self, y: float, colour: str) -> Callable[[Pen], None]:
        """Draw it with its top at y over a rule of that colour."""

        def draw(pen: Pen) -> None:
            top = y + _ABOVE
            if self._stack:
                draw_stack(pen, self._stack, LEFT, top)
            else:
                pen.row(LEFT, top, *self._row, gap=2.2)
            if self._side:
                lower = (self._job.type.head.first.size - self._side[0][1].size) * 0.88 / MM
                pen.row(0, top + lower, *self._side, gap=2.2, right=RIGHT)
            pen.rule(LEFT, y + self.height, RIGHT - LEFT, 1.0, colour)

        return draw


def _continued(job: Job, title: Lines) -> Lines:
    return tuple(
        ("" if tag.startswith("zh") else " ").join(filter(None, (text, mark if text else "")))
        for text, mark, tag in zip(title, job.words("(cont.)"), job.paper.languages, strict=True)
    )


def _side(job: Job, session: AgendaSession) -> list[tuple[str, Style]]:
    """Times, place, who may come in."""
    style = job.type.room
    span = times(session.start, session.end)
    side = [(span, style.first._replace(bold=True))] if span else []
    side += job.row(place_lines(job, session.rooms), style)
    return side + job.row(session.access_label, style.coloured(GREY))
