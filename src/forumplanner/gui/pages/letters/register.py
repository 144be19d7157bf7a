"""The register of letters: number, date, what it is, to whom, by whom, and why before the approval."""

from collections.abc import Callable

from forumplanner import i18n
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.domain.letter_style import letter_day
from forumplanner.gui import reading
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.gui.widgets.table import FastTable
from forumplanner.gui.widgets.table_model import FastTableModel
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.letters import Letters, LetterSheet


class RegisterTable(FastTable):
    """Newest first; Enter shows the letter as it was issued."""

    def __init__(self) -> None:
        self._languages: tuple[str, ...] = ()
        self.rows: FastTableModel[LetterSheet] = FastTableModel(
            _columns(lambda: self._languages), identity=lambda row: row.id
        )
        super().__init__(self.rows, name="letterRegister", label=lambda: _("Register of letters"), row_height=34)

    def show_letters(self, letters: Letters) -> None:
        """Other rows."""
        self._languages = letters.languages
        self.rows.set_rows(reversed(letters.issued))


def _columns(languages: Callable[[], tuple[str, ...]]) -> tuple[Column[LetterSheet], ...]:
    return (
        Column(
            "number",
            lambda: _("Number of the letter"),
            lambda row: row.number,
            width=170,
            cell=Cell.STRONG,
            tag="zh-Hans",
        ),
        Column(
            "dated",
            lambda: _("Date"),
            lambda row: letter_day(row.dated, i18n.interface_language()) if row.dated else "",
            width=150,
            sort=lambda row: (row.dated is None, row.dated),
        ),
        Column("kind", lambda: _("What it is"), lambda row: _kind(row.kind), width=250),
        Column("to", lambda: _("Addressed to"), lambda row: reading.line(row.to, languages()), stretch=True),
        Column("by", lambda: _("By"), lambda row: row.issued_by, width=96, cell=Cell.MUTED, hide_below=760),
        Column(
            "despite",
            lambda: _("Why before the approval"),
            lambda row: row.despite,
            width=260,
            cell=Cell.MUTED,
            hide_below=980,
        ),
    )


def _kind(kind: LetterKind) -> str:
    return reading.word(kind)
