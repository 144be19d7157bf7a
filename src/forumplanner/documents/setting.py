"""A paper in the making: the printed languages, a pen to measure and draw with, and what was noticed meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forumplanner.documents.typesetting.pen import Block, Pen, Style
from forumplanner.documents.typesetting.preflight import Inspection
from forumplanner.documents.typesetting.tongues import Tongue
from forumplanner.domain.colours import GREY, INK
from forumplanner.i18n import in_language
from forumplanner.snapshots.paper import Edition, Lines

Stack = list[tuple[float, Block]]
"""Blocks under each other, each with the gap above it, mm."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Size and baseline distance (pt) for the first printed language and for the one under it."""

    first: tuple[float, float]
    second: tuple[float, float]
    bold: bool = False
    bold_second: bool = False
    colour: str = INK
    colour_second: str = GREY
    title: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What every part of a paper needs. `languages`: those of the snapshot, `tongues`: those that are printed."""

    languages: Lines
    tongues: tuple[Tongue, ...]
    pen: Pen
    inspection: Inspection

    def style(self, sizes: Sizes, place: int) -> Style:
        """The style of the language at that place of the printed ones."""
        first = place == 0
        size, leading = sizes.first if first else sizes.second
        return Style(
            size,
            leading,
            bold=sizes.bold if first else sizes.bold_second,
            colour=sizes.colour if first else sizes.colour_second,
            lang=self.tongues[place].tag,
            title=sizes.title and first and self.tongues[0].chinese,
        )

    def words(self, message: str, **values: object) -> Lines:
        """A message of the catalogue in the snapshot's languages."""
        return tuple(in_language(tag, message, **values) for tag in self.languages)

    def printed(self, lines: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Place among the printed languages and text, where there is one; said once where both say the same."""
        seen: set[str] = set()
        for place, tongue in enumerate(self.tongues):
            text = lines[tongue.place] if tongue.place < len(lines) else ""
            if text and text not in seen:
                seen.add(text)
                yield place, text

    def one_line(self, lines: Sequence[str]) -> str:
        """A text in all printed languages, one after the other."""
        return " ".join(text for _place, text in self.printed(lines))

    def best(self, lines: Sequence[str]) -> str:
        """A text in the first printed language that has one, else in any."""
        return next((text for _place, text in self.printed(lines)), next(filter(None, lines), ""))

    def row(self, lines: Sequence[str], sizes: Sizes) -> list[tuple[str, Style]]:
        """A text in each printed language, for one line."""
        return [(text, self.style(sizes, place)) for place, text in self.printed(lines)]

    def block(self, text: str, style: Style, width: float, where: str) -> Block:
        """Set user text and note characters that no font has."""
        found = self.pen.block(text, style, width)
        self.inspection.characters(found.para, where)
        return found

    def stack(self, lines: Sequence[str], sizes: Sizes, width: float, where: str, *, gap: float) -> Stack:
        """A text in each printed language one under the other."""
        blocks: Stack = []
        for place, text in self.printed(lines):
            blocks.append((gap if blocks else 0.0, self.block(text, self.style(sizes, place), width, where)))
        return blocks

    def version(self, edition: Edition) -> str:
        """Which issue this is: a release, when issued and what it replaces; else the draft, after which release."""
        if not edition.name:
            step = self.one_line(self.words("step {n}", n=edition.step)) if edition.step else ""
            draft = self.words("Draft after {name}", name=edition.after) if edition.after else self.words("Draft")
            return " · ".join(filter(None, (self.one_line(draft), step, edition.issued)))
        if not any(tongue.chinese for tongue in self.tongues):
            tag = self.tongues[0].tag
            issued = in_language(tag, "issued {at}", at=edition.issued) if edition.issued else ""
            replaces = in_language(tag, "replaces {name}", name=edition.replaces) if edition.replaces else ""
            return " · ".join(filter(None, (edition.name, issued, replaces)))
        issued = f"{edition.issued} {self.one_line(self.words('issued'))}" if edition.issued else ""
        replaces = f"{self.one_line(self.words('replaces'))} {edition.replaces}" if edition.replaces else ""
        return "\u3000".join(filter(None, (edition.name, issued, replaces)))
