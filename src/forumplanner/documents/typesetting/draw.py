"""Lines on a page: aligned, justified, and written so that every reader finds the text that is seen."""

from itertools import groupby

from forumplanner.documents.typesetting import bidi
from forumplanner.documents.typesetting.canvas import Canvas
from forumplanner.documents.typesetting.layout import pitch
from forumplanner.documents.typesetting.line_writer import LineWriter, Segment
from forumplanner.documents.typesetting.paragraph import Line, Paragraph

_ENDLESS = 1e12
_MAX_SPACE = 500.0
_MAX_HAN_GAP = 120.0
_SPACES_FIRST = 250.0
_HAN_BEGINS = "\u2e7f"
_TO_THE_LEFT = {"left": 0.0, "center": 0.5, "right": 1.0}


def draw(
    canvas: Canvas,
    para: Paragraph,
    x: float,
    y: float,
    size: float,
    width: float | None = None,
    *,
    align: str = "start",
    leading: float = 1.3,
    lines: list[Line] | None = None,
) -> float:
    """Draw a paragraph with its first baseline at `y`, downwards; return the last baseline.

    `x` and `width` are the box in points; without a width nothing wraps and lines are aligned at `x`. `align` is
    "start" (right for a right-to-left paragraph), "left", "center", "right" or "justify" (lines that would be torn
    apart, and lines with right-to-left text, stay ragged).
    """
    if lines is None:
        lines = para.wrap(width * 1000 / size if width else _ENDLESS)
    for line, drop in zip(lines, [0.0, *pitch(lines, size, leading)[1:]], strict=True):
        y -= drop
        free = (width or 0.0) - line.width * size / 1000
        if align == "justify" and width and not line.hard and can_stretch(para, line, free * 1000 / size):
            draw_line(canvas, para, line, x, y, size, slack=free)
            continue
        side = align
        if align in {"start", "justify"}:
            side = "right" if para.base and width else "left"
        draw_line(canvas, para, line, x + free * _TO_THE_LEFT[side], y, size)
    return y


def draw_line(canvas: Canvas, para: Paragraph, line: Line, x: float, y: float, size: float, slack: float = 0.0) -> None:
    """Draw one line with its left edge at `x` and its baseline at `y`; `slack` points widen spaces and Han gaps."""
    body = line_body(canvas, para, line, size, slack)
    if body:
        canvas.write(f"BT {x:.2f} {y:.2f} Td {body} ET")


def line_body(canvas: Canvas, para: Paragraph, line: Line, size: float, slack: float = 0.0) -> str:
    """The operators that set a line, between the one that moves to its place and ET; "" for an empty line."""
    if line.end <= line.start:
        return ""
    key = (para, line.start, line.end, size, slack)
    body = canvas.line_bodies.get(key)
    if body is None:
        stretched = stretch(para, line, slack * 1000 / size) if slack > 0 else {}
        writer = LineWriter(canvas, para, size, stretched)
        for segment in _visual_segments(para, line):
            writer.write(segment)
        body = canvas.line_bodies[key] = writer.finish()
    return body


def can_stretch(para: Paragraph, line: Line, slack: float) -> bool:
    """Whether `slack` (1/1000 em) can be spread over the line without tearing it apart."""
    if any(run.level & 1 and run.end > line.start and run.start < line.end for run, _, _ in para.settings):
        return False
    spread = stretch(para, line, slack)
    limits = ((para.text[at], space) for at, space in spread.items())
    return bool(spread) and all(space <= (_MAX_SPACE if char == " " else _MAX_HAN_GAP) for char, space in limits)


def stretch(para: Paragraph, line: Line, slack: float) -> dict[int, float]:
    """Extra advance after characters of a justified line (1/1000 em).

    Word spaces take a quarter of an em first, gaps between Han an eighth, then word spaces what is left.
    """
    text = para.text
    inside = range(line.start, line.end - 1)
    spaces = [at for at in inside if text[at] == " "]
    gaps = [at for at in inside if text[at] > _HAN_BEGINS and text[at + 1] > _HAN_BEGINS]
    if not gaps:
        return dict.fromkeys(spaces, slack / len(spaces)) if spaces else {}
    each = min(slack / len(spaces), _SPACES_FIRST) if spaces else 0.0
    gap = (slack - each * len(spaces)) / len(gaps)
    if spaces and gap > _MAX_HAN_GAP:
        gap = _MAX_HAN_GAP
        each = (slack - gap * len(gaps)) / len(spaces)
    spread = dict.fromkeys(spaces, each)
    spread.update(dict.fromkeys(gaps, gap))
    return spread


def _visual_segments(para: Paragraph, line: Line) -> list[Segment]:
    """The parts of runs that stand on the line, from left to right."""
    parts = [
        (setting, max(setting.run.start, line.start), min(setting.run.end, line.end))
        for setting in para.settings
        if setting.run.end > line.start and setting.run.start < line.end
    ]
    if not para.base and not any(setting.run.level for setting, _, _ in parts):
        return [Segment(*part) for part in parts]
    levels = [setting.run.level for setting, start, end in parts for _ in range(start, end)]
    on_line = bidi.line_levels(para.text[line.start : line.end], levels, para.base)
    segments, segment_levels = [], []
    for setting, start, end in parts:
        for level, group in groupby(range(start, end), key=lambda at: on_line[at - line.start]):
            offsets = list(group)
            segments.append(Segment(setting, offsets[0], offsets[-1] + 1))
            segment_levels.append(level)
    return [segments[at] for at in bidi.visual_order(segment_levels)]
