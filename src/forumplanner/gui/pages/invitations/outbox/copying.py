"""The log as a table for a spreadsheet: each recipient with state, time, attempts and the server's answer."""

from collections.abc import Sequence

from forumplanner import i18n
from forumplanner.domain.mail_templates import kind_words
from forumplanner.gui import mail_words
from forumplanner.gui.mailing import Mailing
from forumplanner.gui.pages.invitations.outbox import words
from forumplanner.gui.pages.invitations.outbox.reasons import reason
from forumplanner.gui.pages.invitations.outbox.rows import Row
from forumplanner.i18n import gettext as _


def as_table(rows: Sequence[Row], mailing: Mailing) -> str:
    """Tabs between the cells, a row each, with a head; times by the clock of the forum."""
    tag = i18n.interface_language()
    head = (
        _("Name"),
        _("E-mail"),
        _("Kind"),
        _("Subject line"),
        _("State"),
        _("When"),
        _("Attempts"),
        _("Server said"),
    )
    cells = [
        (
            row.name,
            row.line.to_mailbox,
            kind_words(row.line.kind, tag),
            row.line.subject,
            words.state(row.line.state),
            mail_words.stamp(mailing, row.line.settled_at or row.line.queued_at),
            str(row.line.attempts),
            words.answer(row.line) or reason(row.line),
        )
        for row in rows
    ]
    return "\n".join("\t".join(map(_in_one_cell, row)) for row in (head, *cells))


def _in_one_cell(text: str) -> str:
    return " ".join(text.split())
