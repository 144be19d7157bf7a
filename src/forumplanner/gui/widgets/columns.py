"""Column: what one column of a fast table shows of a row, how it sorts and how it is drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtGui import QColor

from forumplanner.gui.widgets.attentive import Text

R = TypeVar("R")


class Cell(StrEnum):
    """How a cell is drawn."""

    TEXT = "text"
    STRONG = "strong"
    MUTED = "muted"
    SQUARE = "square"
    PILL = "pill"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column. `text` gives the words of a row; all else has a default.

    `sort`: a comparable key, else the folded text. `swatch` colours the square of a SQUARE cell; `tone` the pill of a
    PILL cell (an empty text draws no pill). `beside`: icon and word to the right of a pill ("wifi", "Online").
    `tag`: BCP 47 language whose fonts the cell takes, "" for the interface's. `width` in pixels; `stretch` takes what
    is left. `hide_below`: width of the table, in pixels, under which the column is not shown. `faint`: rows in grey.
    """

    key: str
    title: Text
    text: Callable[[R], str]
    width: int = 120
    stretch: bool = False
    sort: Callable[[R], Any] | None = None
    cell: Cell = Cell.TEXT
    swatch: Callable[[R], QColor] | None = None
    tone: Callable[[R], str] | None = None
    beside: Callable[[R], tuple[str, str]] | None = None
    tag: str = ""
    right: bool = False
    hide_below: int = 0
    hits: bool = True
    faint: Callable[[R], bool] | None = None


def ticks() -> Column[Any]:
    """The first column of a table whose rows can be ticked."""
    return Column(key="tick", title="", text=lambda _: "", width=36, cell=Cell.TICK, sort=lambda _: 0, hits=False)
