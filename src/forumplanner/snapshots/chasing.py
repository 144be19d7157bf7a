"""The chase matrix 催办: who still owes what, a row a person, a column a kind of material."""

import datetime as dt
from dataclasses import dataclass, replace

from forumplanner.domain.guest_kinds import MaterialKind, MaterialState
from forumplanner.domain.kinds import Category
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.wordings import NameForms

KINDS = tuple(MaterialKind)
"""The columns in their order."""

OPEN = frozenset({MaterialState.WAITED, MaterialState.ASKED})
"""What is still to come."""


@dataclass(frozen=True, slots=True)
class MaterialCell:
    """One cell. `derived`: another record says so (a title, a photo, a flight); it can't be ticked here."""

    state: MaterialState
    derived: bool = False
    day: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChaseLine:
    """One person; `cells` in the order of `KINDS`. `keys`: what the person is found by, folded.

    `pinyin`, `latin`: what the person is sorted by.
    """

    participant_id: str
    name: NameForms
    category: Category
    institution: Lines
    cells: tuple[MaterialCell, ...]
    keys: str = ""
    pinyin: str = ""
    latin: str = ""

    def cell(self, kind: MaterialKind) -> MaterialCell:
        """The cell of one kind."""
        return self.cells[KINDS.index(kind)]

    @property
    def missing(self) -> tuple[MaterialKind, ...]:
        """What is still to come, in the order of the columns."""
        return tuple(kind for kind, cell in zip(KINDS, self.cells, strict=True) if cell.state in OPEN)


@dataclass(frozen=True, slots=True)
class Chase:
    """All who are chased, by Latin name; `year` of the forum, 0 where it has no day yet."""

    languages: tuple[str, ...]
    lines: tuple[ChaseLine, ...] = ()
    year: int = 0

    def by_name(self, *, chinese: bool) -> "Chase":
        """By pinyin for a Chinese reader, by Latin name for others."""
        if not chinese:
            return self
        lines = sorted(self.lines, key=lambda line: (line.pinyin or line.latin, line.name.zh, line.participant_id))
        return replace(self, lines=tuple(lines))

    def missing(self) -> tuple[ChaseLine, ...]:
        """Those who still owe something."""
        return tuple(line for line in self.lines if line.missing)
