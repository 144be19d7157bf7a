"""The lists as clean text for a message, and as a table for a spreadsheet."""

from collections.abc import Sequence

from forumplanner import i18n
from forumplanner.gui import reading
from forumplanner.gui.pages.guests import words
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.contacts import CallLine, Subject
from forumplanner.snapshots.guests import GuestLine, Guests
from forumplanner.snapshots.wordings import NO_NAME


def as_text(guests: Guests, shown: Sequence[GuestLine]) -> str:
    """Both lists, numbered, a line a guest; who doesn't come is left out, no refusal is passed on."""
    blocks = []
    sections = ((_("Consular guests"), guests.consular), (_("Guests of honour"), guests.honour))
    for title, lines in sections:
        here = [line for line in lines if line in shown and line.place]
        if here:
            blocks.append("\n".join([title, *(_text_line(line, guests.languages) for line in here)]))
    return "\n\n".join(blocks)


def _text_line(line: GuestLine, languages: tuple[str, ...]) -> str:
    rank = words.class_words(line) if line.name != NO_NAME else ""
    parts = (words.title(line), rank, words.under(line, languages))
    mark = _("order unproven") if line.ranked and line.ranked.proof == "unproven" else ""
    return f"{line.place}. " + reading.listed(filter(None, (*parts, mark)))


def as_table(guests: Guests, shown: Sequence[GuestLine]) -> str:
    """All that the lists show, tabs between the cells."""
    head = (_("No."), _("Name"), _("Post or office"), _("Class"), _("Basis"), _("Proof"), _("Status"))
    rows = [
        (
            str(line.place or ""),
            words.title(line),
            words.under(line, guests.languages),
            words.class_words(line),
            words.basis(line),
            words.proof_words(line.ranked.proof) if line.ranked else "",
            words.status_words(line),
        )
        for line in (*guests.consular, *guests.honour)
        if line in shown
    ]
    return "\n".join("\t".join(row) for row in (head, *rows))


def calls_as_text(lines: Sequence[CallLine], languages: tuple[str, ...], year: int = 0) -> str:
    """The phone list: who, number, why, the last line of the log."""
    return "\n".join(_call_line(line, languages, year) for line in lines)


def _call_line(line: CallLine, languages: tuple[str, ...], year: int) -> str:
    told = (
        call_title(line, languages),
        line.phone,
        line.contact if line.subject is Subject.DELEGATION or "@" not in line.contact else "",
        words.day(line.next_on, year) if line.next_on else "",
        line.next_action,
    )
    return reading.listed(filter(None, told))


def call_title(line: CallLine, languages: tuple[str, ...]) -> str:
    """The person, else the post or delegation."""
    if line.name != NO_NAME:
        return line.name.shown(i18n.interface_language())
    return reading.words(line.called, languages)
