"""Rows of an agenda's table on the page: times, items, speakers, break rows."""

from collections.abc import Callable

from forumplanner.documents.agenda.furniture import draw_mode
from forumplanner.documents.agenda.rows import BREAK_HEIGHT, CODE_ABOVE, ITEM_X, PERSON_X, Row, code_side
from forumplanner.documents.agenda.sheet import LEFT, RIGHT, Job, draw_stack
from forumplanner.documents.typesetting.pen import MM, Pen
from forumplanner.documents.typesetting.qr import draw_code
from forumplanner.domain.colours import GREY, HAIR, INK, TINT

_HUNG = 1.8


def row_drawing(job: Job, row: Row, y: float, end: float, accent: str, *, rule: bool) -> Callable[[Pen], None]:
    """A row with its top at y; its rule ends at `end`, where a chair cell begins."""
    if row.is_break:
        return lambda pen: _break(job, pen, row, y)

    def draw(pen: Pen) -> None:
        top = y + row.padding
        _time(job, pen, row, top)
        if row.mode:
            draw_mode(job, pen, row.mode, LEFT, top + 3.7 + 1.3, colour=accent)
        if row.code:
            below = top + 3.7 + (3.7 if row.mode else 0.0) + CODE_ABOVE
            draw_code(pen, row.code, LEFT, below, code_side(row.code), INK)
        draw_stack(pen, row.item, ITEM_X, top)
        draw_stack(pen, row.people, PERSON_X, top)
        for at, mode in row.people_modes:
            draw_mode(job, pen, mode, PERSON_X, top + at, colour=accent)
        if rule:
            pen.rule(LEFT, y + row.height, end - LEFT, 0.35, HAIR)

    return draw


def _time(job: Job, pen: Pen, row: Row, y: float, *, bold: bool = True) -> None:
    kind = job.type
    if row.start:
        end = (f"–{row.end}", kind.end) if row.end else ("", kind.end)
        start = kind.start if bold else kind.start._replace(bold=False)
        pen.row(LEFT, y, (row.start, start), end, gap=0.15)
    elif row.number:
        pen.text(row.number, LEFT, y, kind.start._replace(bold=False, colour=GREY))


def _break(job: Job, pen: Pen, row: Row, y: float) -> None:
    """A tinted band, hung out on both sides so that times stay on one axis."""
    kind = job.type
    pen.rect(LEFT - _HUNG, y, RIGHT - LEFT + 2 * _HUNG, BREAK_HEIGHT, TINT)
    top = y + (BREAK_HEIGHT - kind.start.size / MM) / 2
    _time(job, pen, row, top, bold=False)
    lower = (kind.start.size - kind.rest.first.size) * 0.88 / MM
    place = job.row(row.place, kind.post.coloured(GREY))
    taken = sum(pen.width(text, style) for text, style in place) + 4
    parts = job.row(row.title, kind.rest)
    while len(parts) > 1 and sum(pen.width(text, style) for text, style in parts) + 2 > RIGHT - ITEM_X - taken:
        parts.pop()
    pen.row(ITEM_X, top + lower, *parts, gap=2.0)
    pen.row(0, top + (kind.start.size - kind.post.first.size) * 0.88 / MM, *place, gap=1.4, right=RIGHT)
