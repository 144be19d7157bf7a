"""The lists as clean text for a message, and as a table for a spreadsheet; nobody's address is in them."""

from collections.abc import Sequence
from itertools import groupby

from forumplanner.gui.pages.invitations.knowing.people import Row, by_caller
from forumplanner.i18n import gettext as _


def calls_as_text(rows: Sequence[Row]) -> str:
    """The phone list, a block for each who calls: whom, the number, what to say in each language."""
    blocks = []
    for caller, own in groupby(by_caller(rows), key=Row.caller):
        head = _("Calls for {name}", name=caller) if caller else _("Calls that nobody has been given yet")
        blocks.append("\n".join([head, *(_call(place, row) for place, row in enumerate(own, start=1))]))
    return "\n\n".join(blocks)


def _call(place: int, row: Row) -> str:
    number = row.number() or _("no number")
    return "\n".join([f"{place}. {row.name()} {number}", *(f"   {said}" for said in row.said().values())])


def calls_as_table(rows: Sequence[Row]) -> str:
    """The same with tabs between the cells."""
    head = (_("Who calls"), _("Whom"), _("Phone"), _("What to say"))
    lines = [(row.caller(), row.name(), row.number(), " ".join(row.said().values())) for row in by_caller(rows)]
    return "\n".join("\t".join(line) for line in (head, *lines))


def mail_as_text(rows: Sequence[Row]) -> str:
    """Who gets a mail, a line a person."""
    return "\n".join(" · ".join(filter(None, (row.name(), row.group(), row.titles()))) for row in rows)


def mail_as_table(rows: Sequence[Row]) -> str:
    """The same with tabs between the cells."""
    head = (_("Name"), _("Delegation"), _("What about"))
    return "\n".join("\t".join(line) for line in (head, *((row.name(), row.group(), row.titles()) for row in rows)))
