"""Rows of a change notice: number, kind, what it is about, was struck through, now in bold."""

from dataclasses import dataclass

from forumplanner.changes.kinds import kind_word
from forumplanner.changes.noting import differing
from forumplanner.documents.agenda.sheet import draw_stack, height_of
from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.pen import MM, Block, Pen, Style
from forumplanner.domain.colours import GREY, HAIR, INK, SIGNAL, TINT
from forumplanner.domain.times import clock, day_short
from forumplanner.snapshots.changes import Change, ChangeGroup, ChangeKind
from forumplanner.snapshots.paper import Lines

LEFT, RIGHT = 18.0, 192.0
KIND_X, ITEM_X, WAS_X, NOW_X = 26.0, 46.0, 82.0, 134.0
_ITEM, _WAS, _NOW = 33.0, 49.0, RIGHT - NOW_X
_PADDING = 2.6
GROUP_HEIGHT = 7.4

COLOURS: dict[ChangeKind, str] = {
    ChangeKind.ADDED: "#2E7D32",
    ChangeKind.CANCELLED: SIGNAL,
    ChangeKind.TIME: "#8F4E0E",
    ChangeKind.ROOM: "#1F5FA8",
    ChangeKind.TITLE: "#0B6E75",
    ChangeKind.PERSON: "#6A3FA0",
    ChangeKind.CHAIR: "#A02C6D",
    ChangeKind.OTHER: GREY,
}
"""White words on these: at least 5:1. The word stands on each, so colour is never alone."""

_WHAT = Sizes((9.6, 13), (7.8, 10.4), bold=True)
_OLD = Sizes((9, 12.6), (7.8, 10.4), colour=GREY)
_NEW = Sizes((9.8, 13.4), (8, 10.6), bold=True, colour_second=INK)
_GROUP = Sizes((9, 11), (7.8, 10), bold=True)


@dataclass(frozen=True, slots=True)
class Row:
    """One change, set; or the head of a session where `change` is None."""

    number: int
    change: Change | None
    group: ChangeGroup
    what: Stack
    was: Stack
    now: Stack

    @property
    def height(self) -> float:
        """Height it takes, mm."""
        if self.change is None:
            return GROUP_HEIGHT
        return max(8.8, *(height_of(stack) for stack in (self.what, self.was, self.now))) + 2 * _PADDING


def head_row(group: ChangeGroup) -> Row:
    """The head over the changes of a session."""
    return Row(0, None, group, [], [], [])


def change_row(setting: Setting, change: Change, group: ChangeGroup, number: int) -> Row:
    """A change with its texts in the printed languages; what has none of them is a dash."""
    where = setting.best(change.what)

    def stack(lines: Lines, sizes: Sizes, width: float) -> Stack:
        return setting.stack(lines if any(lines) else ("–",), sizes, width, where, gap=0.9)

    was, now = differing(change)
    what, before = stack(change.what, _WHAT, _ITEM), stack(was, _OLD, _WAS)
    return Row(number, change, group, what, before, stack(now, _NEW, _NOW))


def draw_row(setting: Setting, row: Row, y: float) -> None:
    """A row with its top at y."""
    pen = setting.pen
    if row.change is None:
        _group(setting, row.group, y)
        return
    top = y + _PADDING
    pen.text(str(row.number), LEFT, top, Style(11, 11, bold=True, lang="en"))
    _tag(setting, row.change.kind, top)
    draw_stack(pen, row.what, ITEM_X, top)
    draw_stack(pen, row.now, NOW_X, top)
    line = top
    for place, (gap, block) in enumerate(row.was):
        line += gap
        pen.draw(block, WAS_X, line)
        if place == 0 and any(row.change.was):
            strike(pen, block, WAS_X, line)
        line += block.height
    pen.rule(LEFT, y + row.height, RIGHT - LEFT, 0.35, HAIR)


def _group(setting: Setting, group: ChangeGroup, y: float) -> None:
    """Which session, with day and time at the right."""
    pen = setting.pen
    pen.rect(LEFT - 1.8, y + 0.4, RIGHT - LEFT + 3.6, GROUP_HEIGHT - 0.8, TINT)
    tag = setting.tongues[0].tag
    times = clock(group.start) if group.start is not None else ""
    when = " ".join(filter(None, (day_short(group.day, tag) if group.day else "", times)))
    style = Style(8, 10, colour=GREY, lang=tag)
    pen.text(when, 0, y + 2.3, style, right=RIGHT)
    parts = setting.row(group.title, _GROUP)
    room = RIGHT - LEFT - pen.width(when, style) - 6
    while len(parts) > 1 and sum(pen.width(*part) for part in parts) + 2.2 > room:
        parts.pop()
    pen.row(LEFT, y + 2.1, *parts, gap=2.2)


def _tag(setting: Setting, kind: ChangeKind, y: float) -> None:
    """The kind as a word on its colour, the second language under it."""
    pen, colour = setting.pen, COLOURS[kind]
    words = tuple(kind_word(kind, tag) for tag in setting.languages)
    for place, text in setting.printed(words):
        tag = setting.tongues[place].tag
        if place == 0:
            style = Style(8, 8, bold=True, colour="#FFFFFF", lang=tag)
            pen.rect(KIND_X, y - 0.3, pen.width(text, style) + 3.0, 4.3, colour)
            pen.text(text, KIND_X + 1.5, y + 0.5, style)
        else:
            pen.text(text, KIND_X, y + 5.0, Style(6.8, 8, bold=True, colour=colour, lang=tag))


def strike(pen: Pen, block: Block, x: float, y: float) -> None:
    """A line through every line of a text; the text under it stays text."""
    size = block.style.size
    baseline = y + 0.88 * size / MM
    for place, line in enumerate(block.lines):
        baseline += block.drops[place] / MM if place else 0.0
        pen.rule(x, baseline - 0.32 * size / MM, line.width * size / 1000 / MM, 0.5, GREY)
