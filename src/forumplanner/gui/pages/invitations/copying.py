"""The list of changes as clean text for a message, and as a table for a spreadsheet."""

from collections.abc import Container, Sequence

from forumplanner.gui.pages.invitations import words
from forumplanner.gui.pages.invitations.words import RowWords
from forumplanner.i18n import gettext as _
from forumplanner.i18n import ngettext
from forumplanner.snapshots.changes_to_tell import ChangeToTell


def as_text(rows: Sequence[ChangeToTell], speak: RowWords, ticks: Container[object]) -> str:  # noqa: ARG001 - as below
    """A line a change: what, how, how many people."""
    return "\n".join(
        f"{speak.title(row)}: {speak.under(row)} ({ngettext('{n} person', '{n} people', row.people)})" for row in rows
    )


def as_table(rows: Sequence[ChangeToTell], speak: RowWords, ticks: Container[object]) -> str:
    """All that the list shows and the names of the people, tabs between the cells."""
    head = (_("Title"), _("Change"), _("Mail"), _("People"), _("Action"), _("Names"))
    cells = [
        (
            speak.title(row),
            speak.under(row),
            words.mail(row),
            str(row.people),
            words.action(row, ticked=row.id in ticks),
            speak.names(row),
        )
        for row in rows
    ]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in (head, *cells))
