"""The rows of a register as text: a table for a spreadsheet, or lines for a message."""

from collections.abc import Sequence
from typing import TypeVar

from forumplanner.gui.widgets.attentive import spoken
from forumplanner.gui.widgets.columns import Cell, Column

R = TypeVar("R")


def table_of(columns: Sequence[Column[R]], rows: Sequence[R]) -> str:
    """A line a row under the columns' titles, cells parted by tabs; ticks stay away."""
    shown = [column for column in columns if column.cell is not Cell.TICK]
    lines = ["\t".join(spoken(column.title) for column in shown)]
    return "\n".join([*lines, *("\t".join(column.text(row) for column in shown) for row in rows)])


def lines_of(columns: Sequence[Column[R]], rows: Sequence[R]) -> str:
    """A line a row, its filled cells parted by dots."""
    return "\n".join(" · ".join(filter(None, (column.text(row) for column in columns))) for row in rows)
