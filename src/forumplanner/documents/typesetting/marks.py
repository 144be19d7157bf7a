"""Marks that are drawn, never set from a font: modes of appearance, crop marks, the check line, a forum's own mark."""

from typing import Final

from forumplanner.documents.typesetting.imposition import MARK_LENGTH, MARK_OFFSET, Grid
from forumplanner.documents.typesetting.pen import MM, Pen, fill, stroke
from forumplanner.domain.colours import ACCENT, GREY
from forumplanner.domain.kinds import Mode

MARK_WIDTH: Final = 1.8
"""Width that a mode's mark takes, mm; all of them are 1.8 mm high."""

CHECK_LINE: Final = 80.0
"""Length of the line that must measure exactly this on paper, mm; exposes "fit to page"."""

SLUG_END: Final = 6.9
"""Where the slug line at the top of a sheet ends, mm; crop marks keep below it."""

_SLUG_AIR = 0.2
_CIRCLE = 0.5522847498
"""Length of the handles that make four Bezier curves a circle of radius 1."""

_BLACK = "#000000"
_WHITE = "#FFFFFF"
_MARK_POINTS = 0.25


def mode_mark(pen: Pen, mode: Mode, x: float, y: float, colour: str = ACCENT) -> None:
    """Draw the mark of a mode in a box 1.8 mm high with its top left at (x, y) mm.

    On-site: a disc; online: a ring around a dot; video: a triangle to the right. Their shapes survive grey and fax.
    """
    middle_x, middle_y = pen.point(x + 0.8, y + 0.9)
    if mode is Mode.ON_SITE:
        pen.canvas.write(f"{fill(colour)} {circle(middle_x, middle_y, 0.6 * MM)} f")
    elif mode is Mode.ONLINE:
        pen.canvas.write(f"{stroke(colour)} 0.7 w {circle(middle_x, middle_y, 0.8 * MM)} S")
        pen.canvas.write(f"{fill(colour)} {circle(middle_x, middle_y, 0.3 * MM)} f")
    else:
        (left, top), (right, middle), (_left, bottom) = (
            pen.point(x, y),
            pen.point(x + 1.6, y + 0.9),
            pen.point(x, y + 1.8),
        )
        pen.canvas.write(
            f"{fill(colour)} {left:.3f} {top:.3f} m {right:.3f} {middle:.3f} l {left:.3f} {bottom:.3f} l h f"
        )


def circle(x: float, y: float, radius: float) -> str:
    """Path operators of a circle, in points."""
    k = radius * _CIRCLE
    corners = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
    path = [f"{x + radius:.3f} {y:.3f} m"]
    for ax, ay, bx, by in corners:
        points = (
            x + ax * radius + bx * k,
            y + ay * radius + by * k,
            x + bx * radius + ax * k,
            y + by * radius + ay * k,
            x + bx * radius,
            y + by * radius,
        )
        path.append(" ".join(f"{value:.3f}" for value in points) + " c")
    return " ".join(path)


def crop_marks(pen: Pen, grid: Grid) -> bool:
    """Draw crop marks at the outer edges of the block only; False where the paper has no room for all of them."""
    xs, ys = grid.cuts()
    (left, top), (width, height) = grid.margins, grid.sheet
    sides = _length(left)
    ends = _length(top - SLUG_END + _SLUG_AIR)
    for x in xs:
        if ends:
            pen.upright(x, top - MARK_OFFSET - ends, ends, _MARK_POINTS, _BLACK)
            pen.upright(x, height - top + MARK_OFFSET, ends, _MARK_POINTS, _BLACK)
    for y in ys:
        if sides:
            pen.rule(left - MARK_OFFSET - sides, y, sides, _MARK_POINTS, _BLACK)
            pen.rule(width - left + MARK_OFFSET, y, sides, _MARK_POINTS, _BLACK)
    return bool(sides and ends)


def _length(margin: float) -> float:
    """How long a mark in that margin can be: none under a millimetre, the rest is for the printer's grip."""
    free = min(MARK_LENGTH, margin - MARK_OFFSET)
    return free if free >= 1 else 0.0


def check_line(pen: Pen, x: float, y: float) -> None:
    """The line of 80 mm with its left end at (x, y) mm."""
    pen.rule(x, y, CHECK_LINE, 0.5, GREY)
    for at in (0.0, CHECK_LINE / 2, CHECK_LINE):
        pen.upright(x + at, y - 1, 2, 0.5, GREY)


def forum_mark(pen: Pen, x: float, y: float, size: float, colour: str, bars: str = _WHITE) -> None:
    """The mark that stands for a forum without a logo: its programme, four bars in a square of its accent."""
    pen.rect(x, y, size, size, colour)
    unit = size / 12
    for row, (start, length) in enumerate(((2, 5), (2, 8), (5, 5), (3, 4))):
        pen.rect(x + start * unit, y + (2.2 + 2 * row) * unit, length * unit, 1.4 * unit, bars)
