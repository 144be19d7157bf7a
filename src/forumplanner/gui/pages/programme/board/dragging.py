"""From the pointer to minutes and rooms: what a drag means, in values that a test can write down."""

from dataclasses import dataclass
from enum import StrEnum

from forumplanner.gui.pages.programme.board.plan import NO_ROOM, SHORTEST, Block, Part, Plan

SNAP = 5
HANDLE = 6.0
LONGEST = 24 * 60


class Grip(StrEnum):
    """By which end a block is held."""

    WHOLE = "whole"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a block would go: a column, and minutes since midnight of that column's day."""

    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Drag:
    """A block that is being dragged. `offset`: minutes from its start to where it was taken."""

    block: Block
    grip: Grip
    offset: float

    @classmethod
    def take(cls, block: Block, plan: Plan, y: float, *, selected: bool) -> "Drag":
        """Take a block at a height of the board; only the selected one shows its handles."""
        grip = Grip.WHOLE
        if selected and block.height > 3 * HANDLE:
            if y - block.y <= HANDLE:
                grip = Grip.START
            elif block.y + block.height - y <= HANDLE:
                grip = Grip.END
        return cls(block, grip, plan.minute(y) - block.start)

    def target(self, plan: Plan, x: float, y: float, *, fine: bool = False) -> Target | None:
        """Where the block would go from here; None outside the board. `fine`: to the minute, else to five."""
        step = 1 if fine else SNAP
        minute = plan.minute(y)
        block = self.block
        if self.grip is Grip.START:
            start = snapped(minute, step)
            return Target(block.column, min(start, block.end - SHORTEST // 3), block.end)
        if self.grip is Grip.END:
            end = snapped(minute, step)
            return Target(block.column, block.start, max(end, block.start + SHORTEST // 3))
        column = plan.column_at(x)
        if column is None or not plan.first - 30 <= minute <= plan.last + 30:
            return None
        if block.part is Part.EVERYBODY and plan.columns[column].day == plan.columns[block.column].day:
            column = block.column
        if plan.columns[column].room_id == NO_ROOM and block.session.room_ids:
            column = _home(block, plan, column)  # a session keeps its room until it gets another
        start = snapped(minute - self.offset, step)
        return Target(column, start, start + block.end - block.start)


def _home(block: Block, plan: Plan, column: int) -> int:
    """The column of the block's room on the day of another column; that column itself where there is none."""
    day, room = plan.columns[column].day, plan.columns[block.column].room_id
    return next((n for n, one in enumerate(plan.columns) if (one.day, one.room_id) == (day, room)), column)


def snapped(minute: float, step: int) -> int:
    """The nearest whole step."""
    return round(minute / step) * step


def new_target(plan: Plan, x: float, y: float, length: int) -> Target | None:
    """Where something of that length, dragged in from outside, would go; None outside the board."""
    column = plan.column_at(x)
    minute = plan.minute(y)
    if column is None or not plan.first - 30 <= minute <= plan.last:
        return None
    start = snapped(minute, SNAP)
    return Target(column, start, start + length)
