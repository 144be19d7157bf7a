"""Lines made pleasant: baseline distances that keep ink apart, and titles of even lines that break at their joints."""

from itertools import pairwise

from forumplanner.documents.typesetting.paragraph import Line, Paragraph
from forumplanner.documents.typesetting.wrapping import LineEnds, Span, trim

INK_GAP = 0.06
"""The least distance between the ink of two lines, in em."""

_JOINTS = frozenset("：，、；。")
_FULL_ENOUGH = 0.55
_LAST_LINE = 3
_HALVINGS = 12


def pitch(lines: list[Line], size: float, leading: float = 1.3) -> list[float]:
    """Drops in points: from the box's top to the first baseline, then from each baseline to the next.

    The distance is `leading` x `size`, or more where the ink of one line would meet the next (Burmese, Nastaliq).
    """
    em = size / 1000
    drops = [lines[0].ascent * em] if lines else []
    for above, below in pairwise(lines):
        drops.append(max(leading * size, (above.descent + below.ascent) * em + INK_GAP * size))
    return drops


def balance(para: Paragraph, units: float, *, ends: LineEnds = LineEnds.TEXT) -> list[Line]:
    """As many lines as `wrap` needs at `units`, but as even as possible."""
    lines = para.wrap(units, anywhere=False, ends=ends)
    count = len(lines)
    if count == 1:
        return lines
    low, high = para.natural() / count, units
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        tried = para.wrap(middle, anywhere=False, ends=ends)
        if len(tried) <= count and all(line.width <= middle + 1 for line in tried):
            high, lines = middle, tried
        else:
            low = middle
    return lines


def break_title(para: Paragraph, units: float) -> list[Line]:
    """Lines of a title: after ：，、 where that leaves a line at least 55 % full, else evened out.

    Never more lines than `wrap` needs, and never fewer than three characters on the last one if that can be helped.
    """
    lines = balance(para, units)
    if len(lines) == 1 or "\n" in para.text:
        return lines
    jointed = _at_joints(para, units, len(lines))
    return jointed or lines


def _at_joints(para: Paragraph, units: float, count: int) -> list[Line] | None:
    """At most `count` lines of which all but the last end at a joint, None where there is no such set."""
    text, end = para.text, trim(para.text, len(para.text))
    joints = [at for at in para.breaks().offsets if text[at - 1] in _JOINTS]
    spans: list[Span] = []
    start = 0
    while para.advance(start, end) > units:
        fitting = [at for at in joints if at > start and _FULL_ENOUGH * units <= para.advance(start, at) <= units]
        if not fitting or len(spans) + 1 == count:
            return None
        spans.append(Span(start, trim(text, fitting[-1]), hard=False))
        start = fitting[-1]
    if end - start < _LAST_LINE:
        return None
    return [para.line(span) for span in (*spans, Span(start, end, hard=True))]
