"""The list of people with their answers; a second word where single sessions were declined."""

from forumplanner import i18n
from forumplanner.gui.pages.invitations.replies import words
from forumplanner.gui.pages.invitations.replies.standing import PersonRow, Said
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.search_keys import fold
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext


def model() -> FastTableModel[PersonRow]:
    """An empty list, by participant."""
    return FastTableModel(_columns(), identity=lambda row: row.participant_id, search=_found_by)


def table(rows: FastTableModel[PersonRow]) -> FastTable:
    """The table over it."""
    return FastTable(rows, name="answersTable", label=lambda: _("People and their answers"))


def answer(row: PersonRow) -> str:
    """The state, and how many sessions were declined."""
    said = words.silent(row.status) if row.said is Said.SILENT else words.word(row.said)
    if not row.declined:
        return said
    single = ngettext("declined {n} session", "declined {n} sessions", len(row.declined))
    return f"{said} · {single}"


def _columns() -> tuple[Column[PersonRow], ...]:
    return (
        Column(
            "name",
            lambda: _("Name"),
            lambda row: row.name.shown(i18n.interface_language()),
            stretch=True,
            cell=Cell.STRONG,
        ),
        Column(
            "answer",
            lambda: _("Answer"),
            answer,
            width=150,
            cell=Cell.PILL,
            tone=lambda row: words.TONES[row.said],
            hits=False,
        ),
    )


def _found_by(row: PersonRow) -> str:
    return fold(f"{row.name.zh}\n{row.name.latin}\n{row.name.native}")
