"""The list of steps as Qt sees it: a head for each day, its steps, and below an open one the place for its details."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forumplanner.gui.authors import author
from forumplanner.gui.pages.history.looks import Group, group
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.i18n import interface_language
from forumplanner.snapshots.history import StepLine

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A day's head (`step` None) with its number of steps, a step, or the `details` below an open one."""

    day: dt.date
    step: StepLine | None = None
    number: int = 0
    details: bool = False


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """What is shown; None and "" ask for nothing."""

    group: Group | None = None
    actor: str = ""
    day: dt.date | None = None
    query: str = ""


def day_of(step: StepLine) -> dt.date:
    """The day of a step on this computer's clock."""
    return step.at.astimezone().date()


def chosen(steps: Sequence[StepLine], wanted: HistoryFilter, removing: Collection[int]) -> list[StepLine]:
    """The steps that pass, in their order; `removing`: numbers of those whose removals can be brought back."""
    words = fold(wanted.query).split()
    return [step for step in steps if _passes(step, wanted, removing) and (not words or _says(step, words))]


def _passes(step: StepLine, wanted: HistoryFilter, removing: Collection[int]) -> bool:
    if wanted.group is Group.REMOVED:
        fits = step.id in removing
    else:
        fits = wanted.group is None or group(step.kind) is wanted.group
    return fits and wanted.actor in {"", step.actor} and wanted.day in {None, day_of(step)}


def _says(step: StepLine, words: Sequence[str]) -> bool:
    told = fold("\n".join((*step.sentence.values(), step.actor, str(step.id))))
    return all(word in told for word in words)


def rows_of(steps: Sequence[StepLine], opened: int) -> tuple[HistoryRow, ...]:
    """Steps under a head for each day; below the step of number `opened` a place for its details."""
    days: dict[dt.date, list[StepLine]] = {}
    for step in steps:
        days.setdefault(day_of(step), []).append(step)
    rows: list[HistoryRow] = []
    for day, made in days.items():
        rows.append(HistoryRow(day, number=len(made)))
        for step in made:
            rows.append(HistoryRow(day, step))
            if step.id == opened:
                rows.append(HistoryRow(day, step, details=True))
    return tuple(rows)


class HistoryModel(QAbstractListModel):
    """Rows never change in place; `show_rows` replaces them all. `removing`: steps whose removals can come back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[HistoryRow, ...] = ()
        self.removing: frozenset[int] = frozenset()
        self.details_height = 0

    def show_rows(self, rows: tuple[HistoryRow, ...], removing: frozenset[int]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self.removing = rows, removing
        self.endResetModel()

    def row(self, place: int) -> HistoryRow:
        """The row at `place`."""
        return self._rows[place]

    def place_of(self, number: int, *, details: bool = False) -> int:
        """Where the step of that number stands (or its details), -1 if it isn't shown."""
        rows = enumerate(self._rows)
        return next((p for p, row in rows if row.step and row.step.id == number and row.details is details), -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only steps can be selected."""
        row = self._rows[index.row()] if index.isValid() else None
        if row is None or row.step is None:
            return Qt.ItemFlag.NoItemFlags
        if row.details:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for screen readers and tooltips; the delegate draws from the row."""
        row = self._rows[index.row()]
        if row.step is None or row.details:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (
                f"{row.step.at.astimezone():%H:%M} {author(row.step.actor)}: {row.step.sentence[interface_language()]}"
            )
        return row.step.sentence[interface_language()] if role == Qt.ItemDataRole.ToolTipRole else None
