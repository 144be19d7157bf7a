"""The list of findings as Qt sees it: a heading per severity, its findings, at the end what was accepted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forumplanner.checks import heading
from forumplanner.domain.kinds import Severity
from forumplanner.gui import reading
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.snapshots.findings import Finding, FindingKind

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A heading (`finding` None) with its number, or a finding; `severity` None for those that were accepted."""

    severity: Severity | None
    finding: Finding | None = None
    number: int = 0

    @property
    def key(self) -> str:
        """What stays the same across refresh."""
        return self.finding.id if self.finding is not None else f"head:{self.severity or 'accepted'}"

    @property
    def title(self) -> str:
        """What a heading says."""
        return reading.word(self.severity) if self.severity else _("Accepted findings")


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What is shown; None and "" ask for nothing. `accepted`: only what somebody accepted."""

    severity: Severity | None = None
    kind: FindingKind | None = None
    query: str = ""
    accepted: bool = False


def chosen(findings: Sequence[Finding], wanted: FindingFilter) -> list[Finding]:
    """The findings that pass, in their order."""
    words = fold(wanted.query).split()
    return [
        finding
        for finding in findings
        if (wanted.severity is None or finding.severity is wanted.severity)
        and (wanted.kind is None or finding.kind is wanted.kind)
        and (not words or all(word in _haystack(finding) for word in words))
    ]


def _haystack(finding: Finding) -> str:
    texts = (*finding.title.values(), *finding.message.values(), *heading(finding.kind).values())
    return fold("\n".join(texts))


def rows_of(findings: Sequence[Finding], accepted: Sequence[Finding] = ()) -> tuple[FindingRow, ...]:
    """Findings under a heading for each severity, the gravest first; then those that were accepted."""
    rows: list[FindingRow] = []
    for severity in (*Severity, None):
        group = accepted if severity is None else [finding for finding in findings if finding.severity is severity]
        if group:
            rows.append(FindingRow(severity, number=len(group)))
            rows += [FindingRow(severity, finding) for finding in group]
    return tuple(rows)


class FindingModel(QAbstractListModel):
    """Rows never change in place; `show_rows` replaces them all."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[FindingRow, ...] = ()

    def show_rows(self, rows: tuple[FindingRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, place: int) -> FindingRow:
        """The row at `place`."""
        return self._rows[place]

    def place_of(self, key: str) -> int:
        """Where the row of that key stands, -1 if it isn't shown."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def nearest(self, place: int) -> int:
        """The row of a finding that stands where one was that is gone, else the last one; -1 where there is none."""
        places = [n for n, row in enumerate(self._rows) if row.finding is not None]
        return next((n for n in places if n >= place), places[-1] if places else -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 - Qt's name
        """Rows shown."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be selected."""
        if not index.isValid() or self._rows[index.row()].finding is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for screen readers and tooltips; the delegate draws from the row."""
        row = self._rows[index.row()]
        tag = interface_language()
        if row.finding is None:
            return f"{row.title} {row.number}" if role == Qt.ItemDataRole.DisplayRole else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{row.finding.title[tag]}. {row.finding.message[tag]} {row.finding.remedy[tag]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.finding.message[tag]}\n{row.finding.remedy[tag]}"
        return None
