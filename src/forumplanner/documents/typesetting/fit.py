"""A text made to fit its box: what gives way first, down to which size, and what is reported when nothing helps."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from forumplanner.documents.typesetting.layout import balance, break_title, pitch
from forumplanner.documents.typesetting.paragraph import Line, Paragraph
from forumplanner.documents.typesetting.wrapping import LineEnds

NOMINAL_ASCENT = 0.88
"""Share of the size above the first baseline in boxes that align with their neighbours."""

_ONE_LINE_WORTH = 0.85
_TWO_LINES_WORTH = 0.7
_TOLERANCE = 1e-6


class Policy(NamedTuple):
    """What a box lets give way: steps of the size in points, where lines end, and whether they look for joints."""

    step: float = 0.2
    joints: bool = False
    ends: LineEnds = LineEnds.TEXT

    @property
    def is_name(self) -> bool:
        """Whether the text is a personal name, which is never broken inside."""
        return self.ends is not LineEnds.TEXT


TEXT = Policy()
"""Wrap, then shrink in 0.2 pt steps."""
TITLE = Policy(joints=True)
"""As TEXT, with lines that end after ：，、 or are evened out."""
NAME = Policy(step=0.5, ends=LineEnds.SPACES)
"""One line, two, three: the largest size in 0.5 pt steps at which every word fits."""


class Fit(NamedTuple):
    """What `fit` found; size, height and first in points."""

    size: float
    lines: list[Line]
    leading: float
    height: float
    overflow: str
    broken: bool
    first: float


class _Box(NamedTuple):
    """A box and its rules while one text is tried in it."""

    para: Paragraph
    width: float
    height: float
    leading: float
    policy: Policy
    nominal: bool

    def set(self, lines: list[Line], size: float, *, overflow: str = "", broken: bool = False) -> Fit:
        drops = pitch(lines, size, self.leading)
        if self.nominal:
            first, last = NOMINAL_ASCENT * size, (1 - NOMINAL_ASCENT) * size
        else:
            first, last = drops[0], lines[-1].descent * size / 1000
        height = first + sum(drops[1:]) + last
        return Fit(size, lines, self.leading, height, overflow, broken, first)

    def lines(self, size: float) -> list[Line]:
        """The lines at a size, no word broken."""
        units = self.width * 1000 / size
        if self.policy.joints:
            return break_title(self.para, units)
        if self.policy.is_name:
            return balance(self.para, units, ends=self.policy.ends)
        return self.para.wrap(units, anywhere=False)

    def holds(self, found: Fit, max_lines: int) -> bool:
        wide = any(line.width * found.size / 1000 > self.width + _TOLERANCE for line in found.lines)
        return not wide and len(found.lines) <= max_lines and found.height <= self.height + _TOLERANCE

    def _bound(self, max_lines: int) -> float:
        """A size above which the text can't fit: its widest word, or all of it on `max_lines` full lines."""
        natural = self.para.natural()
        if max_lines == 1 and "\n" not in self.para.text:
            return self.width * 1000 / max(natural, 1.0)
        widest = self.para.breaks(self.policy.ends).widest
        full = 0.0 if "\n" in self.para.text else natural / max_lines
        return self.width * 1000 / max(widest, full, 1.0)

    def largest(self, sizes: Callable[[float], Iterator[float]], max_lines: int) -> Fit | None:
        """The largest size at which the text stands in at most `max_lines` lines, no word broken."""
        for size in sizes(self._bound(max_lines)):
            found = self.set(self.lines(size), size)
            if self.holds(found, max_lines):
                return found
        return None


def fit(
    para: Paragraph,
    width: float,
    height: float,
    *,
    size: float,
    floor: float,
    leading: float = 1.3,
    max_lines: int = 3,
    policy: Policy = TEXT,
    nominal: bool = False,
) -> Fit:
    """The largest setting of a text between `size` and `floor` that stands in a box of `width` x `height` points.

    Wrapping comes before shrinking. `overflow` is "height" where the lines at the floor are too many or too tall, and
    "width" where a name had to be broken; `broken` says that a word wider than the box was broken between graphemes.
    `nominal` measures from 0.88 x size above the first baseline to 0.12 x size below the last, else by ink.
    """
    box = _Box(para, width, height, leading, policy, nominal)

    def sizes(bound: float) -> Iterator[float]:
        """From `size` down to the floor in whole steps, leaving out what can't fit by width alone."""
        count = 0
        while (now := round(size - count * policy.step, 3)) > floor:
            if now <= bound + _TOLERANCE:
                yield now
            count += 1
        yield floor

    if not policy.is_name:
        return box.largest(sizes, max_lines) or _at_floor(box, floor, max_lines)
    hyphens = box._replace(policy=policy._replace(ends=LineEnds.HYPHENS))
    found = _fit_name(box, sizes, max_lines, size) or _fit_name(hyphens, sizes, max_lines, size)
    return found or _at_floor(hyphens, floor, max_lines)


def _fit_name(box: _Box, sizes: Callable[[float], Iterator[float]], max_lines: int, size: float) -> Fit | None:
    """One line unless it costs more than 15 %, two unless they fall under 70 % of the full size, else three."""
    best: Fit | None = None
    for count in range(1, max_lines + 1):
        found = box.largest(sizes, count)
        if found is None:
            continue
        if best is None or best.size < found.size * _ONE_LINE_WORTH:
            best = found
        if count > 1 and best.size >= size * _TWO_LINES_WORTH:
            break
    return best


def _at_floor(box: _Box, floor: float, max_lines: int) -> Fit:
    """Nothing fits: set it at the floor, break what is wider than the box, and say so."""
    lines = box.lines(floor)
    broken = any(line.width * floor / 1000 > box.width + _TOLERANCE for line in lines)
    if broken:
        lines = box.para.wrap(box.width * 1000 / floor, anywhere=True, ends=box.policy.ends)
    found = box.set(lines, floor, broken=broken)
    if len(lines) > max_lines or found.height > box.height + _TOLERANCE:
        return found._replace(overflow="height")
    return found._replace(overflow="width") if broken and box.policy.is_name else found
