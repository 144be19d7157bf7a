"""The lists of an import: changes, repairs, and what is left out."""

from typing import Any

from forumplanner.gui.pages.importing.questions import said
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.search_keys import haystack
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.import_plan import ImportPlan, PlannedRow, Reject, Repair, RowAction, Subject, Texts

Numbered = tuple[int, Any]
"""A row and its place in the plan, which is its id."""


class Sheets:
    """Names of the workbook's sheets, from the plan's counts."""

    def __init__(self) -> None:
        self._titles: dict[Subject, Texts] = {}

    def read(self, plan: ImportPlan) -> None:
        """Take the names that a plan has."""
        self._titles = {count.sheet: count.title for count in plan.counts}

    def name(self, sheet: Subject) -> str:
        """In the interface's language."""
        return said(self._titles.get(sheet)) or sheet.value


def _action_words(action: RowAction) -> str:
    words = {RowAction.ADD: _("New"), RowAction.CHANGE: _("Changed"), RowAction.SAME: _("The same")}
    return words[action]


_TONES = {RowAction.ADD: "ok", RowAction.CHANGE: "accent", RowAction.SAME: ""}


def _fields(row: PlannedRow) -> str:
    """Such as "Post: Dean → Vice-Dean; Phone: 138 …" in one line."""
    if row.action is RowAction.CHANGE:
        return "; ".join(f"{said(f.header)}: {f.old or '—'} → {f.new or '—'}" for f in row.fields)
    return "; ".join(f.new for f in row.fields if f.new)


def change_table(sheets: Sheets) -> tuple[FastTableModel[Numbered], FastTable]:
    """Every row that was understood."""

    def words(entry: Numbered) -> str:
        return _fields(entry[1])

    model: FastTableModel[Numbered] = FastTableModel(
        (
            Column(
                "action",
                lambda: _("What"),
                lambda e: _action_words(e[1].action),
                92,
                cell=Cell.PILL,
                tone=lambda e: _TONES[e[1].action],
            ),
            Column("sheet", lambda: _("Sheet"), lambda e: sheets.name(e[1].sheet), 120, cell=Cell.MUTED),
            Column(
                "row",
                lambda: _("Row"),
                lambda e: str(e[1].row or ""),
                56,
                sort=lambda e: e[1].row,
                right=True,
                cell=Cell.MUTED,
            ),
            Column("label", lambda: _("Entry"), lambda e: e[1].label, 240, cell=Cell.STRONG),
            Column("fields", lambda: _("Values"), words, stretch=True),
        ),
        identity=lambda e: e[0],
        search=lambda e: haystack(e[1].label, _fields(e[1])),
    )
    return model, FastTable(model, name="importChanges", label=lambda: _("Changes"))


def repair_table(sheets: Sheets) -> tuple[FastTableModel[Numbered], FastTable]:
    """Every cell that was read as something else than what stands in it."""

    def repair(entry: Numbered) -> Repair:
        row: Repair = entry[1]
        return row

    model: FastTableModel[Numbered] = FastTableModel(
        (
            Column("sheet", lambda: _("Sheet"), lambda e: sheets.name(repair(e).sheet), 120, cell=Cell.MUTED),
            Column(
                "row",
                lambda: _("Row"),
                lambda e: str(repair(e).row),
                56,
                sort=lambda e: repair(e).row,
                right=True,
                cell=Cell.MUTED,
            ),
            Column("column", lambda: _("Column"), lambda e: repair(e).column, 130),
            Column("old", lambda: _("In your sheet"), lambda e: repair(e).old, 210, cell=Cell.MUTED),
            Column("new", lambda: _("Read as"), lambda e: repair(e).new or "—", 210, cell=Cell.STRONG),
            Column("why", lambda: _("Why"), lambda e: said(repair(e).why), stretch=True),
        ),
        identity=lambda e: e[0],
    )
    return model, FastTable(model, name="importRepairs", label=lambda: _("Repairs"))


def reject_table(sheets: Sheets) -> tuple[FastTableModel[Numbered], FastTable]:
    """Every cell and row that is left out."""

    def reject(entry: Numbered) -> Reject:
        row: Reject = entry[1]
        return row

    model: FastTableModel[Numbered] = FastTableModel(
        (
            Column("sheet", lambda: _("Sheet"), lambda e: sheets.name(reject(e).sheet), 120, cell=Cell.MUTED),
            Column(
                "row",
                lambda: _("Row"),
                lambda e: str(reject(e).row),
                56,
                sort=lambda e: reject(e).row,
                right=True,
                cell=Cell.MUTED,
            ),
            Column("column", lambda: _("Column"), lambda e: reject(e).column or _("Whole row"), 130),
            Column("value", lambda: _("In your sheet"), lambda e: reject(e).value, 240, cell=Cell.STRONG),
            Column("why", lambda: _("Why it is left out"), lambda e: said(reject(e).why), stretch=True),
        ),
        identity=lambda e: e[0],
    )
    return model, FastTable(model, name="importRejects", label=lambda: _("Left out"))
