"""What a mail says of times and places before it is written: rows that become indented lines, or a table in HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from forumplanner.i18n import in_language, nearest

BLOCKS: Final = "\n\n" + "· · ·" + "\n\n"
"""Between the two languages of a mail."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A stretch of time in words: `here` on the clock of `zone`, `there` on the reader's own in `city`, where known.

    `day`: named with the time; "" where it stands above.
    """

    here: str
    zone: str
    there: str = ""
    city: str = ""
    day: str = ""

    def line(self, tag: str) -> str:
        """Thu 12 Nov 09:05–09:50 Beijing Time (UTC+8) (Colombo 06:35–07:20)."""
        said = f"{self.here} {self.zone}"
        if self.there:
            said = in_language(tag, "{here} ({city} {clock})", here=said, city=self.city, clock=self.there)
        return f"{self.day} {said}" if self.day else said


@dataclass(frozen=True, slots=True)
class Row:
    """When and where. `label`: a message with `{when}`, as "Was: {when}"; `over`: that is true no longer."""

    when: Clock | None
    place: str = ""
    title: str = ""
    label: str = ""
    over: bool = False

    def line(self, tag: str) -> str:
        """Time and place behind the label."""
        between = "，" if nearest(tag) == "zh-Hans" else ", "
        said = between.join(filter(None, (self.when.line(tag) if self.when else "", self.place)))
        return in_language(tag, self.label, when=said) if self.label else said

    def caption(self, tag: str) -> str:
        """The label alone: "Was"."""
        return in_language(tag, self.label, when="").strip(" :：") if self.label else ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a heading: the sessions of a day, or one session as it was and is.

    `above`, `notes`: sentences before and after the rows.
    """

    heading: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """All that a mail says in one language: paragraphs, and tables between them."""

    tag: str
    parts: tuple[str | Table, ...]


def as_text(sections: Iterable[Section]) -> str:
    """The words of a mail as plain text."""
    return BLOCKS.join(filter(None, map(_section, sections))) + "\n"


def _section(section: Section) -> str:
    runs = groupby(section.parts, key=lambda part: isinstance(part, str))
    return "".join(
        ("" if plain else "\n\n").join(part if isinstance(part, str) else _lines(part, section.tag) for part in run)
        for plain, run in runs
    )


def _lines(table: Table, tag: str) -> str:
    """A heading on a line of its own, below it what was and is, or time, title and place of each session."""
    rows = [f"  {line}" for row in table.rows for line in _row(row, tag)]
    sentences = [f"  {said}" for said in table.notes]
    return "\n".join((table.heading, *(f"  {said}" for said in table.above), *rows, *sentences))


def _row(row: Row, tag: str) -> tuple[str, ...]:
    if not row.title:
        return (row.line(tag),)
    first = f"{row.when.line(tag) if row.when else ''}  {row.title}"
    return (first, f"  {row.place}") if row.place else (first,)
