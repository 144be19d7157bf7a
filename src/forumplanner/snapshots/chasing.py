"""The chase matrix 催办: who still owes what, a row a person, a column a kind of material."""

import datetime as dt
from dataclasses import dataclass

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
    """One person; `cells` in the order of `KINDS`. `keys`: what the person is found by, folded."""

    participant_id: str
    name: NameForms
    category: Category
    institution: Lines
    cells: tuple[MaterialCell, ...]
    keys: str = ""

    def cell(self, kind: MaterialKind) -> MaterialCell:
        """The cell of one kind."""
        return self.cells[KINDS.index(kind)]

    @property
    def missing(self) -> tuple[MaterialKind, ...]:
        """What is still to come, in the order of the columns."""
        return tuple(kind for kind, cell in zip(KINDS, self.cells, strict=True) if cell.state in OPEN)


@dataclass(frozen=True, slots=True)
class Chase:
    """All who are chased, by Latin name."""

    languages: tuple[str, ...]
    lines: tuple[ChaseLine, ...] = ()

    def missing(self) -> tuple[ChaseLine, ...]:
        """Those who still owe something."""
        return tuple(line for line in self.lines if line.missing)
