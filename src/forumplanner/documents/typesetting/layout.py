"""Lines made pleasant: baseline distances that keep ink apart, and titles of even lines that break at their joints."""

from itertools import pairwise

from forumplanner.documents.typesetting.paragraph import Line, Paragraph
from forumplanner.documents.typesetting.wrapping import LineEnds, Span, trim

INK_GAP = 0.06
"""The least distance between the ink of two lines, in em."""

_JOINTS = frozenset("：，、；。:,;")
_FULL_ENOUGH = 0.55
_JOINT_WORTH = 0.35
"""How much unevenness (sum of squared shares of the width) a line end after a joint may cost."""
_LAST_LINE = 3
_TOO_SHORT = 1.0
_MANY_LINES = 8


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
    """As many lines as `wrap` needs at `units`, but as even as possible, the last of three characters at least."""
    return _even(para, units, ends, joint_worth=0.0)


def break_title(para: Paragraph, units: float) -> list[Line]:
    """Lines of a title: as even as possible, but rather ending after ：，、 where the line is at least 55 % full."""
    return _even(para, units, LineEnds.TEXT, joint_worth=_JOINT_WORTH)


def _even(para: Paragraph, units: float, ends: LineEnds, *, joint_worth: float) -> list[Line]:
    lines = para.wrap(units, anywhere=False, ends=ends)
    if not 1 < len(lines) <= _MANY_LINES or "\n" in para.text or any(line.width > units for line in lines):
        return lines
    breaks = para.breaks(ends)
    stops = [*breaks.offsets, len(para.text)]
    best: dict[int, tuple[float, list[Span]]] = {0: (0.0, [])}
    for number in range(len(lines), 0, -1):
        best = _one_line_more(para, units, stops, best, last=number == 1, mean=para.natural() / len(lines))
        if joint_worth:
            best = {
                at: (cost - joint_worth * _at_joint(para, units, spans), spans) for at, (cost, spans) in best.items()
            }
    found = best.get(len(para.text))
    return [para.line(span) for span in found[1]] if found else lines


def _one_line_more(
    para: Paragraph,
    units: float,
    stops: list[int],
    best: dict[int, tuple[float, list[Span]]],
    *,
    last: bool,
    mean: float,
) -> dict[int, tuple[float, list[Span]]]:
    """The cheapest way to reach every offset with one line more than the ways known so far."""
    found: dict[int, tuple[float, list[Span]]] = {}
    for start, (cost, spans) in best.items():
        for stop in stops[-1:] if last else stops:
            end = trim(para.text, stop)
            if end <= start:
                continue
            width = para.advance(start, end)
            if width > units:
                break
            new = cost + ((width - mean) / units) ** 2
            if last and end - start < _LAST_LINE:
                new += _TOO_SHORT
            if stop not in found or new < found[stop][0]:
                found[stop] = new, [*spans, Span(start, end, hard=last)]
    return found


def _at_joint(para: Paragraph, units: float, spans: list[Span]) -> bool:
    """Whether the newest line ends after a joint and is full enough for that."""
    start, end, hard = spans[-1]
    return not hard and para.text[end - 1] in _JOINTS and para.advance(start, end) >= _FULL_ENOUGH * units
