"""Which block comes next, which column, which free place: the geometry behind the arrow keys."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt

from forumplanner.gui.pages.programme.board.dragging import SNAP, Target
from forumplanner.gui.pages.programme.board.plan import NO_ROOM, SHORTEST, Block, Part, Plan
from forumplanner.snapshots.programme import SessionLine

_STEPS = {Qt.Key.Key_Up: (0, -SNAP), Qt.Key.Key_Down: (0, SNAP), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
ARROWS = frozenset(_STEPS)


def nudged(block: Block, at: Target, plan: Plan, key: Qt.Key, *, length: bool) -> Target | None:
    """Where an arrow key takes a block that hovers at `at`; with `length` its end alone. None at the edge."""
    across, down = _STEPS[key]
    if length:
        end = at.end + down
        return None if across or end < at.start + SHORTEST // 3 else Target(at.column, at.start, end)
    column = at.column + across
    if block.part is Part.EVERYBODY and across:
        return None
    if not 0 <= column < len(plan.columns) or at.start + down < 0:
        return None
    if across and plan.columns[column].room_id == NO_ROOM and block.session.room_ids:
        return None
    return Target(column, at.start + down, at.end + down)


def neighbour(plan: Plan, current: Block | None, key: Qt.Key) -> Block | None:
    """The block that Ctrl and an arrow lead to: the nearest in that direction, relays passed over."""
    blocks = [block for block in plan.blocks if block.part is not Part.RELAY]
    if current is None:
        return min(blocks, key=lambda b: (b.column, b.start), default=None)
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        ordered = sorted((b for b in blocks if _above(b, current)), key=lambda b: (b.start, b.end, b.key))
        place = next((n for n, b in enumerate(ordered) if b.session.id == current.session.id), 0)
        place += 1 if key == Qt.Key.Key_Down else -1
        return ordered[place] if 0 <= place < len(ordered) else None
    right = key == Qt.Key.Key_Right
    beside = [b for b in blocks if (b.column > current.column) == right and b.column != current.column]
    return min(beside, key=lambda b: (abs(b.column - current.column), abs(b.start - current.start)), default=None)


def _above(block: Block, current: Block) -> bool:
    """Whether a block lies in the same column, or over all of them."""
    return block.column == current.column or block.part is Part.EVERYBODY or current.part is Part.EVERYBODY


def free_place(plan: Plan, minutes: int, sessions: Sequence[SessionLine], room_id: str = "") -> Target | None:
    """The first stretch of that length in which a room is free and no break for everybody falls; its own room first."""
    order = sorted(range(len(plan.columns)), key=lambda n: (plan.columns[n].room_id != room_id, n))
    for column in order:
        busy = sorted(
            (block.start, block.end)
            for block in plan.blocks
            if block.column == column or (block.part is Part.EVERYBODY and _same_day(block, plan, column))
        )
        start = max(plan.first, min((s.start for s in sessions if s.start is not None), default=plan.first))
        for begins, ends in busy:
            if start + minutes <= begins:
                break
            start = max(start, ends)
        if start + minutes <= plan.last:
            return Target(column, start, start + minutes)
    return None


def _same_day(block: Block, plan: Plan, column: int) -> bool:
    day: dt.date | None = block.session.day
    return day == plan.columns[column].day
