"""Pages of a list: head, column heads on every page, rows that are never split, the foot with version and page."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from forumplanner.documents.agenda.sheet import draw_stack, height_of
from forumplanner.documents.setting import Setting, Sizes, Stack
from forumplanner.documents.typesetting.pen import MM, Style
from forumplanner.domain.colours import GREY, HAIR, INK, ON_ACCENT, SIGNAL, TINT
from forumplanner.snapshots.guest_list import GuestList
from forumplanner.snapshots.paper import Lines

TITLE: Final = Sizes((20, 24), (12, 16), bold=True)
FORUM: Final = Sizes((9, 11), (8, 10))
HEAD: Final = Sizes((7.6, 9), (7, 9), colour=GREY)
_CAPTION: Final = Sizes((8.4, 11), (7.4, 10), colour=GREY)
_SUBTITLE: Final = Sizes((13, 16), (9.4, 12), bold=True)
_HEADS: Final = 6.0
_UNDER_TITLE: Final = 4.6
"""Height of a caption under a table's title, mm."""
_BETWEEN: Final = 7.0
"""Room between two tables on a page, mm."""
PADDING: Final = 2.1
_NARROW: Final = 14.0
"""A column of less than so many mm has its head in one language."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of the pages and their margins at the left and right, mm."""

    width: float
    height: float
    margin: float

    @property
    def right(self) -> float:
        """The right edge of the type area."""
        return self.width - self.margin

    @property
    def bottom(self) -> float:
        """Where rows end."""
        return self.height - 13.5 - 6.0


PORTRAIT: Final = Shape(210.0, 297.0, 18.0)
LANDSCAPE: Final = Shape(297.0, 210.0, 14.0)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its left edge and width, the message over it ("" for none), and how far its cells stand inside."""

    x: float
    width: float
    head: str
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in each column; `number`: large at the left. `band`: a heading across all columns instead.

    `least`: its height at least, mm. `mark` draws what is no text, with the row's top.
    """

    cells: tuple[Stack, ...] = ()
    number: str = ""
    band: tuple[tuple[str, Style], ...] = ()
    least: float = 0.0
    mark: Callable[[float], None] | None = None

    @property
    def height(self) -> float:
        """Height that it takes, mm."""
        if self.band:
            return 8.4
        return max(self.least, 6.0, *(height_of(stack) for stack in self.cells)) + 2 * PADDING


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one row of column heads, a title and what it says of their order over them.

    `opens`: begins a new page. `upright`: rules between the columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: Lines = ()
    caption: Lines = ()
    opens: bool = False
    upright: bool = False


@dataclass(slots=True)
class Sheets:
    """A list in the making: what stands on top of the first page, the tables, what stands under the last row."""

    setting: Setting
    snapshot: GuestList
    shape: Shape
    title: Lines
    tag: Lines = ()
    caption: Lines = ()
    tables: list[Table] = field(default_factory=list)
    opening: Callable[[float], float] | None = None
    closing: Callable[[float], None] | None = None
    closing_height: float = 0.0
    _pages: int = 0

    def draw(self) -> int:
        """Draw all pages; returns how many they are. They are laid out once before, to know how many there will be."""
        pages = self._laid_out()
        for number, page in enumerate(pages, start=1):
            self.setting.pen.turn_page(self.shape.height)
            self.setting.pen.canvas.setPageSize((self.shape.width * MM, self.shape.height * MM))
            if number == 1:
                self._head()
            for drawing in page:
                drawing()
            self._foot(number, len(pages))
            self.setting.pen.canvas.showPage()
        return len(pages)

    def _laid_out(self) -> list[list[Callable[[], object]]]:
        """What is to be drawn on each page."""
        pages: list[list[Callable[[], object]]] = [[]]
        y = 41.0
        if self.opening is not None:
            opening = self.opening
            pages[0].append(lambda: opening(35.0))
            y = self._opening_end
        for table in self.tables:
            if table.opens and pages[-1]:
                pages.append([])
                y = 18.0
            y = self._lay_table(table, pages, y)
        if self.closing is not None:
            if y + self.closing_height > self.shape.bottom:
                pages.append([])
                y = 18.0
            closing, at = self.closing, y
            pages[-1].append(lambda: closing(at))
        return pages

    _opening_end: float = 41.0

    def set_opening(self, drawing: Callable[[float], float], end: float) -> None:
        """What stands between the title and the first table, and where it ends, mm."""
        self.opening, self._opening_end = drawing, end

    def _lay_table(self, table: Table, pages: list[list[Callable[[], object]]], y: float) -> float:
        over = (9.0 if table.title else 0.0) + (_UNDER_TITLE if any(table.caption) else 0.0)
        if over and not table.opens and y > 41.0:
            y += _BETWEEN
        if over and y + over + _HEADS + sum(row.height for row in table.rows[:2]) > self.shape.bottom:
            pages.append([])
            y = 18.0
        if table.title:
            pages[-1].append(lambda at=y: self._subtitle(table, at))  # type: ignore[misc]  # binds this table's top
        y += over
        pages[-1].append(lambda at=y: self._column_heads(table, at))  # type: ignore[misc]  # as above
        y += _HEADS
        for place, row in enumerate(table.rows):
            needed = row.height
            if row.band and place + 1 < len(table.rows):
                needed += table.rows[place + 1].height
            if y + needed > self.shape.bottom:
                pages.append([lambda: self._column_heads(table, 16.0)])
                y = 16.0 + _HEADS
            pages[-1].append(lambda row=row, at=y: self._row(table, row, at))  # type: ignore[misc]  # binds this row
            y += row.height
        return y

    def _head(self) -> None:
        """What it is at the left, for whom at the right, the forum and the caption under it."""
        setting, pen = self.setting, self.setting.pen
        left, right = self.shape.margin, self.shape.right
        edge = self._tag(right) if self.tag else right
        parts = setting.row(self.title, TITLE)
        while len(parts) > 1 and sum(pen.width(*part) for part in parts) + 3.0 > edge - left - 4:
            parts.pop()
        pen.row(left, 15.0, *parts, gap=3.0)
        forum = setting.row(self.snapshot.short_title, FORUM)
        pen.row(left, 24.8, *forum, gap=2.0)
        if any(self.caption):
            pen.row(left, 30.6, *setting.row(self.caption, _CAPTION), gap=2.0)

    def _tag(self, right: float) -> float:
        """A red tag for what stays inside; returns its left edge."""
        pen = self.setting.pen
        style = Style(9, 9, bold=True, colour=ON_ACCENT, lang=self.setting.tongues[0].tag)
        words = self.setting.one_line(self.tag)
        width = pen.width(words, style) + 5.4
        pen.rect(right - width, 16.0, width, 5.8, SIGNAL)
        pen.text(words, right - width + 2.7, 16.0 + (5.8 - style.size / MM) / 2, style)
        return right - width

    def _subtitle(self, table: Table, y: float) -> None:
        pen, setting, left = self.setting.pen, self.setting, self.shape.margin
        pen.row(left, y, *setting.row(table.title, _SUBTITLE), gap=2.4)
        if any(table.caption):
            pen.row(left, y + 7.4, *setting.row(table.caption, _CAPTION), gap=2.0)

    def _column_heads(self, table: Table, y: float) -> None:
        for column in table.columns:
            if column.head:
                words = self.setting.words(column.head)
                parts = self.setting.row(words, HEAD)
                self.setting.pen.row(column.x, y, *parts[: 1 if column.width < _NARROW else 2], gap=1.0)
        self.setting.pen.rule(self.shape.margin, y + 5.2, self.shape.right - self.shape.margin, 0.9, INK)

    def _row(self, table: Table, row: Row, y: float) -> None:
        pen, shape = self.setting.pen, self.shape
        if row.band:
            pen.rect(shape.margin, y + 1.6, shape.right - shape.margin, row.height - 1.6, TINT)
            pen.row(shape.margin + 1.6, y + 3.4, *row.band, gap=2.0)
            return
        if row.number:
            pen.text(row.number, shape.margin, y + PADDING - 0.3, Style(12, 12, bold=True, lang="en"))
        for column, stack in zip(table.columns[-len(row.cells) :], row.cells, strict=True):
            draw_stack(pen, stack, column.x + column.indent, y + PADDING)
        if row.mark is not None:
            row.mark(y + PADDING)
        if table.upright:
            for column in table.columns[1:]:
                pen.upright(column.x - 1.6, y, row.height, 0.35, HAIR)
        pen.rule(shape.margin, y + row.height, shape.right - shape.margin, 0.35, HAIR)

    def _foot(self, number: int, of: int) -> None:
        pen, shape, setting = self.setting.pen, self.shape, self.setting
        y = shape.height - 13.5
        pen.rule(shape.margin, y, shape.right - shape.margin, 0.35, HAIR)
        style = Style(7, 7, colour=GREY, lang=setting.tongues[0].tag)
        pen.text(setting.best(self.snapshot.short_title), shape.margin, y + 1.3, style)
        version = setting.version(self.snapshot.edition)
        pen.text(version, (shape.width - pen.width(version, style)) / 2, y + 1.3, style)
        pen.text(f"{number} / {of}", 0, y + 1.3, style, right=shape.right)
