"""The work in hand while a workbook becomes a plan: its rows, what is known and planned so far, what was noticed."""

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from forumplanner.exchange.workbook.cells import Read, Unread, as_text
from forumplanner.exchange.workbook.columns import Sheet, Spot
from forumplanner.exchange.workbook.reading.former import Former
from forumplanner.snapshots.import_plan import (
    PlannedRow,
    Question,
    Reject,
    Repair,
    Subject,
    Texts,
    Write,
)
from forumplanner.snapshots.workbook import KnownForum, Record, Table

Slot = tuple[str, int]
"""One record of a row: ("person", 1), ("post", 2)."""


@dataclass(slots=True)
class DraftRow:
    """One row of a sheet. `keys`: the record that each slot stands for; `fresh`: those of them that are new.

    `former`: it calls somebody by what they were before a merge, so it fills gaps and changes nothing.
    """

    sheet: Sheet
    number: int
    cells: dict[Spot, object]
    read: dict[Spot, Read] = field(default_factory=dict)
    keys: dict[Slot, str] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    left_out: bool = False
    former: bool = False
    also: list[Write] = field(default_factory=list)

    @property
    def main(self) -> Slot:
        """The slot of the record that the row as a whole stands for."""
        return (self.sheet.table, 1)

    @property
    def key(self) -> str:
        """The key of that record."""
        return self.keys[self.main]

    @property
    def code(self) -> str:
        """The code in the row, "" for none."""
        return next((str(read.value) for spot, read in self.read.items() if spot.column.key == "code"), "")

    def record(self, slot: Slot) -> Record:
        """What the cells read so far say about one record of the row."""
        return {spot.path: read.value for spot, read in self.read.items() if spot.slot == slot and spot.path}

    def spot(self, column: str, number: int = 1) -> Spot | None:
        """The cell's place of a column with that key."""
        return next((s for s in self.cells if s.column.key == column and s.number == number), None)

    def slots(self) -> Iterator[Slot]:
        """The records that the row's cells speak of, each once."""
        yield from dict.fromkeys(spot.slot for spot in self.cells if spot.column.path)


@dataclass(slots=True)
class Draft:
    """Everything that planning reads and fills. `tables`: what is known, with what is planned so far laid over it.

    `known_posts`: keys of each person's posts in order; `posts`: by number, as the people sheet has them; `places`: the
    next position among the rows of one parent; `said`: which row spoke first of an attribute of a record.
    """

    known: KnownForum
    tables: dict[str, Table]
    languages: tuple[str, ...]
    answers: Mapping[str, str]
    forum_id: str = ""
    around: dt.date | None = None
    zone: str = "Asia/Shanghai"
    rows: dict[Subject, list[DraftRow]] = field(default_factory=dict)
    known_posts: dict[str, list[str]] = field(default_factory=dict)
    posts: dict[str, dict[int, str]] = field(default_factory=dict)
    places: dict[tuple[str, str], int] = field(default_factory=dict)
    said: dict[tuple[str, str], int] = field(default_factory=dict)
    planned: list[PlannedRow] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    remarks: list[Texts] = field(default_factory=list)
    former: Former = field(default_factory=Former)

    @classmethod
    def over(cls, known: KnownForum, languages: tuple[str, ...], answers: Mapping[str, str]) -> "Draft":
        """An empty draft over what is known."""
        tables = {name: {key: dict(record) for key, record in table.items()} for name, table in known.tables.items()}
        return cls(known, tables, languages, answers, former=Former.of(known))

    def table(self, name: str) -> Table:
        """A table of what is known and planned."""
        return self.tables.setdefault(name, {})

    def working_rows(self, subject: Subject) -> Iterator[DraftRow]:
        """The rows of a sheet that are not left out."""
        return (row for row in self.rows.get(subject, ()) if not row.left_out)

    def note_cell(self, row: DraftRow, spot: Spot, result: Read | Unread) -> None:
        """Keep what a cell was read as; list a repair or a cell left out."""
        if isinstance(result, Unread):
            self.reject(row, result.why, spot)
            return
        row.read[spot] = result
        if result.why:
            old = as_text(row.cells[spot]) if not isinstance(row.cells[spot], str) else str(row.cells[spot])
            self.repairs.append(Repair(row.sheet.subject, row.number, spot.key, old, result.shown, result.why))

    def reject(self, row: DraftRow, why: Texts, spot: Spot | None = None) -> None:
        """List a cell, or without `spot` the whole row, as left out."""
        value = as_text(row.cells[spot]) if spot else ""
        self.rejects.append(Reject(row.sheet.subject, row.number, spot.key if spot else "", value, why))
        if spot is None:
            row.left_out = True


def fresh_key() -> str:
    """A key for a record that is yet to be made."""
    return str(uuid.uuid4())
