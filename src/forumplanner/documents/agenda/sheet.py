"""What the pages of an agenda share: the printed languages, the type sizes for them, and pages planned before drawn."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from forumplanner.documents.typesetting.pen import Block, Pen, Style
from forumplanner.documents.typesetting.preflight import Inspection, Trouble
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.colours import ACCENT, GREY, INK
from forumplanner.i18n import in_language
from forumplanner.snapshots.agenda import AgendaPaper
from forumplanner.snapshots.paper import Lines

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT = 18.0, 192.0
"""A4 portrait and its type area, mm."""

ROOMY, TIGHT = 2.0, 1.5
"""White above and below a row's content, mm; the second where it spares a page."""


_INSTITUTION_ENDS = frozenset("学院校局会所部处厅馆社心系司")
"""Characters that end the name of an institution."""


class Pair(NamedTuple):
    """A style for the first printed language and one for the second."""

    first: Style
    second: Style

    def at(self, place: int) -> Style:
        """The style of the language at that place of the printed ones."""
        return self.first if place == 0 else self.second

    def coloured(self, colour: str, second: str = "") -> "Pair":
        """The same pair in another colour."""
        return Pair(self.first._replace(colour=colour), self.second._replace(colour=second or colour))

    def regular(self) -> "Pair":
        """The same pair without bold."""
        return Pair(self.first._replace(bold=False), self.second)


class Type(NamedTuple):
    """Type sizes of an agenda in the printed languages: stacked, or one alone."""

    page_title: Pair
    head: Pair
    start: Style
    end: Style
    item: Pair
    abstract: Pair
    person: Pair
    post: Pair
    chair_label: Pair
    chair_name: Pair
    chair_post: Pair
    rest: Pair
    label: Pair
    mode: Pair
    room: Pair
    small: Pair


def type_for(tongues: Sequence[Tongue], accent: str = ACCENT) -> Type:
    """The sizes for these languages; a single language other than Chinese is set at sizes of its own."""
    first, second = tongues[0].tag, tongues[-1].tag
    alone = not tongues[0].chinese

    def pair(
        size: tuple[float, float],
        other: tuple[float, float],
        *,
        bold: bool = False,
        bold_other: bool = False,
        colour: str = INK,
        colour_other: str = GREY,
        title: bool = False,
    ) -> Pair:
        return Pair(
            Style(*size, bold=bold, colour=colour, lang=first, title=title and not alone),
            Style(*other, bold=bold_other, colour=colour_other, lang=second),
        )

    return Type(
        page_title=pair((20, 26), (12, 16), bold=True),
        head=pair((14, 18), (10, 13), bold=True),
        start=Style(10.5, 10.5, bold=True, lang=first),
        end=Style(8, 8, colour=GREY, lang=first),
        item=pair((9.6, 12.8) if alone else (10, 14), (8.2, 11), bold=True, title=True),
        abstract=pair((8.2, 11), (7.4, 9.8), colour=GREY),
        person=pair((9.4, 12) if alone else (10, 13), (8.2, 10.6), bold=True, bold_other=True, colour_other=INK),
        post=pair((8.4, 11) if alone else (8.4, 11.8), (7.6, 10)),
        chair_label=pair((7.4, 9), (7.2, 9), colour=accent, colour_other=accent),
        chair_name=pair((8.8, 11.2) if alone else (9.6, 12.4), (7.8, 10), bold=True, bold_other=True, colour_other=INK),
        chair_post=pair((7.6, 10) if alone else (7.8, 10.8), (7.2, 9.4), colour=GREY if alone else INK, title=True),
        rest=pair((9.6, 12), (8, 10)),
        label=pair((7.6, 9), (7.2, 9), colour=GREY),
        mode=pair((6.8, 8), (6.6, 8), bold=True, bold_other=True, colour=accent, colour_other=accent),
        room=pair((9, 11), (7.8, 10)),
        small=pair((7.4, 9), (7, 9), colour=GREY),
    )


@dataclass(slots=True, eq=False, repr=False)  # nobody compares or prints it, and its making takes time
class Page:
    """A page as planned: what is drawn on it, its place in the bookmarks, what stands at the right of its header."""

    side: list[tuple[str, Style]] = field(default_factory=list)
    bookmark: str = ""
    level: int = 0
    bare: bool = False
    legend: bool = False
    wide: bool = False
    """A4 landscape."""
    drawings: list[Callable[[Pen], object]] = field(default_factory=list)

    def add(self, drawing: Callable[[Pen], object]) -> None:
        """Draw this when the page's turn comes."""
        self.drawings.append(drawing)


@dataclass(slots=True, eq=False, repr=False)  # as above
class Job:
    """One agenda in the making: snapshot, languages, type, a pen to measure with, pages so far, what was noticed."""

    paper: AgendaPaper
    tongues: tuple[Tongue, ...]
    type: Type
    pen: Pen
    inspection: Inspection
    mark_all: bool = False
    abstracts: bool = False
    marks_provisional: bool = True
    logos: Mapping[str, bytes] | None = None
    """Pictures by the hashes of the snapshot; None prints no logos."""
    padding: float = ROOMY
    pages: list[Page] = field(default_factory=list)
    forum_pages: dict[str, int] = field(default_factory=dict)
    """Page number of each parallel forum, filled while its pages are planned."""
    rows: dict[tuple[int, int], list[Any]] = field(default_factory=dict)
    """Rows of parts that are already set, by part and number of the first."""
    chairs: dict[tuple[int, str, bool], Any] = field(default_factory=dict)
    """Chair cells that are already set, by part, accent and whether they are labelled."""

    def page(self, page: Page) -> Page:
        """Append a page."""
        self.pages.append(page)
        return page

    def plan(self, pages: Callable[[], None]) -> None:
        """Plan pages; where they run over, try tighter rows and keep what takes fewer pages."""
        start = len(self.pages)
        pages()
        roomy = self.pages[start:]
        if len(roomy) < 2:
            return
        del self.pages[start:]
        self.padding = TIGHT
        pages()
        self.padding = ROOMY
        if len(self.pages) - start >= len(roomy):
            self.pages[start:] = roomy

    def printed(self, lines: Lines) -> Iterator[tuple[int, str]]:
        """Place among the printed languages and text, where there is one."""
        for place, tongue in enumerate(self.tongues):
            text = lines[tongue.place] if tongue.place < len(lines) else ""
            if text:
                yield place, text

    def words(self, message: str, **values: object) -> Lines:
        """A message of the catalogue in the snapshot's languages."""
        return tuple(in_language(tag, message, **values) for tag in self.paper.languages)

    def row(self, lines: Lines, pair: Pair) -> list[tuple[str, Style]]:
        """A text in each printed language, for one line; said once where both languages say the same."""
        parts = [(text, pair.at(place)) for place, text in self.printed(lines)]
        return parts[:1] if len(parts) > 1 and parts[0][0] == parts[1][0] else parts

    def one_line(self, lines: Lines) -> str:
        """A text in all printed languages, one after the other."""
        return " ".join(dict.fromkeys(text for _place, text in self.printed(lines)))

    def block(self, text: str, style: Style, width: float, where: str) -> Block:
        """Set user text and note characters that no font has."""
        found = self.pen.block(text, style, width)
        self.inspection.characters(found.para, where)
        return found

    def posts(self, lines: Lines, pair: Pair, width: float, where: str) -> list[Block | None]:
        """Posts per printed language; a Chinese one on two lines breaks behind the institution where it can."""
        found: list[Block | None] = [None] * len(self.tongues)
        for place, text in self.printed(lines):
            style = pair.at(place)
            if self.tongues[place].chinese and self.pen.width(text, style) > width:
                found[place] = self.block(self._broken_post(text, style, width), style, width, where)
            else:
                found[place] = self.block(text, style, width, where)
        return found

    def _broken_post(self, text: str, style: Style, width: float) -> str:
        for at in range(len(text) - 2, 3, -1):
            fits = text[at - 1] in _INSTITUTION_ENDS and text[at] not in _INSTITUTION_ENDS
            if fits and all(self.pen.width(half, style) <= width for half in (text[:at], text[at:])):
                return f"{text[:at]}\n{text[at:]}"
        return text

    def stack(self, lines: Lines, pair: Pair, width: float, where: str, *, gap: float) -> list[tuple[float, Block]]:
        """A text in each printed language one under the other; the second language's absence is noted."""
        blocks: list[tuple[float, Block]] = []
        seen = ""
        printed = list(self.printed(lines))
        for place, text in printed:
            if text == seen:
                continue
            blocks.append((gap if blocks else 0.0, self.block(text, pair.at(place), width, where)))
            seen = text
        if seen and len(printed) < len(self.tongues):
            self.inspection.note(Trouble.MISSING_LANGUAGE, where, seen)
        return blocks


def height_of(stack: Sequence[tuple[float, Block]]) -> float:
    """Height of blocks with the gaps above them, mm."""
    return sum(gap + block.height for gap, block in stack)


def draw_stack(
    pen: Pen, stack: Sequence[tuple[float, Block]], x: float, y: float, *, right: float | None = None
) -> float:
    """Draw blocks one under the other; returns the end, mm."""
    for gap, block in stack:
        y = pen.draw(block, x, y + gap, right=right)
    return y
