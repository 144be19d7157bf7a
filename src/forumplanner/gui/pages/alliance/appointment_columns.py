"""The columns of the register of appointments and honours."""

from collections.abc import Callable

from forumplanner.gui import reading
from forumplanner.gui.pages.alliance.words import term, who
from forumplanner.gui.widgets.columns import Cell, Column
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.appointments import AppointmentLine

Languages = Callable[[], tuple[str, ...]]


def appointment_columns(languages: Languages) -> list[Column[AppointmentLine]]:
    """Number, recipient, what, kind, term, whether it was handed over."""
    return [
        Column("number", lambda: _("Number"), lambda row: row.number, width=152),
        Column("who", lambda: _("Recipient"), lambda row: who(row.person, row.institution, languages()), width=170),
        Column(
            "title",
            lambda: _("As, or for what"),
            lambda row: reading.words(row.title, languages()),
            stretch=True,
        ),
        Column(
            "kind",
            lambda: _("Kind"),
            lambda row: reading.word(row.kind),
            width=130,
            cell=Cell.MUTED,
            hits=False,
            hide_below=780,
        ),
        Column(
            "term",
            lambda: _("Term"),
            lambda row: term(row.since, row.until),
            width=170,
            cell=Cell.MUTED,
            hits=False,
            hide_below=900,
        ),
        Column(
            "done",
            lambda: _("Presented"),
            lambda row: _("presented") if row.handed_over else _("waiting"),
            width=112,
            cell=Cell.PILL,
            tone=lambda row: "ok" if row.handed_over else "warn",
        ),
    ]
