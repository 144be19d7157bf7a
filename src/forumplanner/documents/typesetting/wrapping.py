"""Greedy line ends: which stretches of a measured text stand on a line of a given width."""

from bisect import bisect_right
from enum import Enum
from typing import NamedTuple

from forumplanner.documents.typesetting.breaks import opportunities
from forumplanner.documents.typesetting.characters import joins

_TRIMMED = " \n\u200b\u3000"
_SPACES = frozenset(" \u200b\u3000\n")
_HYPHENS = _SPACES | frozenset("-\u2010·・‧")
_TOLERANCE = 1e-6


class LineEnds(Enum):
    """Where lines may end: wherever the language allows, at spaces only, or also after the hyphens in a name."""

    TEXT = 0
    SPACES = 1
    HYPHENS = 2


class Span(NamedTuple):
    """One line: text[start:end] without trailing spaces; `hard` where the paragraph or a newline ends it."""

    start: int
    end: int
    hard: bool


class Breaks(NamedTuple):
    """Where lines may end, what remains of the text before each end, and how wide that is (1/1000 em)."""

    offsets: list[int]
    trimmed: list[int]
    widths: list[float]
    hard: list[int]
    widest: float
    """Width of the widest stretch that no break divides: below it every line is overfull."""


def trim(text: str, end: int) -> int:
    """`end` without the spaces before it."""
    while end and text[end - 1] in _TRIMMED:
        end -= 1
    return end


def find_breaks(text: str, cumulated: list[float], ends: LineEnds, *, kept: frozenset[int]) -> Breaks:
    """The line ends of a text; `kept` are offsets where none is allowed."""
    offsets, hard = opportunities(text)
    if ends is not LineEnds.TEXT:
        allowed = _SPACES if ends is LineEnds.SPACES else _HYPHENS
        offsets = [at for at in offsets if text[at - 1] in allowed]
    if kept:
        offsets = [at for at in offsets if at not in kept]
    trimmed = [trim(text, at) for at in offsets]
    starts = [0, *offsets]
    stops = [*trimmed, trim(text, len(text))]
    widest = max(cumulated[max(end, start)] - cumulated[start] for start, end in zip(starts, stops, strict=True))
    return Breaks(offsets, trimmed, [cumulated[at] for at in trimmed], hard, widest)


def wrap(text: str, cumulated: list[float], breaks: Breaks, units: float, *, anywhere: bool) -> list[Span]:
    """Fill lines of at most `units` (1/1000 em).

    A word wider than that is broken between graphemes, or with `anywhere` False left overfull.
    """
    spans: list[Span] = []
    start = passed = 0
    while start < len(text):
        limit = cumulated[start] + units + _TOLERANCE
        while passed < len(breaks.hard) and breaks.hard[passed] <= start:
            passed += 1
        stop = breaks.hard[passed] if passed < len(breaks.hard) else len(text)
        content = max(trim(text, stop), start)
        if cumulated[content] <= limit:
            spans.append(Span(start, content, hard=True))
            start = stop
            continue
        fitting = _last_fitting(breaks, limit, start, stop)
        if fitting is not None:
            spans.append(Span(start, breaks.trimmed[fitting], hard=False))
            start = breaks.offsets[fitting]
        elif anywhere:
            end = _emergency_end(text, cumulated, start, limit)
            spans.append(Span(start, end, hard=False))
            start = end
        else:
            following = bisect_right(breaks.offsets, start)
            end = min(breaks.offsets[following], stop) if following < len(breaks.offsets) else stop
            spans.append(Span(start, max(trim(text, end), start), hard=False))
            start = end
    return spans or [Span(0, 0, hard=True)]


def _last_fitting(breaks: Breaks, limit: float, start: int, stop: int) -> int | None:
    """Index of the last break before `stop` whose line fits and isn't empty."""
    at = bisect_right(breaks.widths, limit) - 1
    while at >= 0 and breaks.offsets[at] >= stop:
        at -= 1
    return at if at >= 0 and breaks.trimmed[at] > start else None


def _emergency_end(text: str, cumulated: list[float], start: int, limit: float) -> int:
    """The last cluster edge that fits; one whole cluster where not even that does."""
    furthest = max(bisect_right(cumulated, limit) - 1, start + 1)
    end = furthest
    while end > start + 1 and not _is_edge(text, cumulated, end):
        end -= 1
    if _is_edge(text, cumulated, end):
        return end
    while not _is_edge(text, cumulated, furthest):
        furthest += 1
    return furthest


def _is_edge(text: str, cumulated: list[float], at: int) -> bool:
    """Whether a cluster begins at `at`: shaping puts a cluster's whole width on its first character."""
    if at >= len(text):
        return True
    inside = cumulated[at + 1] == cumulated[at] and not text[at].isspace()
    return not (joins(text[at]) or inside or text[at - 1] == "\u200d")
