"""Mail without a server: drafts in a folder, folders for those who pass things on, words to paste, a table to merge."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from forumplanner.files import safe_name
from forumplanner.i18n import gettext as _
from forumplanner.snapshots.outbox import Written
from forumplanner.snapshots.telling import Reader

Files = Iterator[tuple[tuple[str, ...], bytes]]
"""Folders and name of a file below the chosen folder, and its bytes."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def drafts(mails: Iterable[Written]) -> Files:
    """One .eml a mail, in order; mail programs open them as drafts ready to be sent."""
    taken: set[str] = set()
    for place, mail in enumerate(mails, start=1):
        name = safe_name(f"{place:03} {mail.to_name or mail.to_mailbox}", suffix=".eml", taken=taken)
        taken.add(name.casefold())
        yield (name,), mail.content


def by_delegation(mails: Iterable[Written], readers: Sequence[Reader], tag_at: int = 0) -> Files:
    """The same in one folder a delegation, for its contact to forward; people of none stand in a folder of their own.

    `tag_at`: which of the forum's languages names the folders.
    """
    groups = {reader.participant_id: reader for reader in readers}
    folders: dict[str, str] = {}
    taken: dict[str, set[str]] = {}
    for mail in mails:
        reader = groups.get(mail.participant_id)
        key = reader.delegation_id if reader else ""
        if key not in folders:
            lines = reader.delegation if reader and key else ()
            name = next(filter(None, (*lines[tag_at:], *lines)), "") or _("Without a delegation")
            folders[key] = safe_name(name, taken={folder.casefold() for folder in folders.values()})
        names = taken.setdefault(key, set())
        name = safe_name(mail.to_name or mail.to_mailbox, suffix=".eml", taken=names)
        names.add(name.casefold())
        yield (folders[key], name), mail.content


def merge_table(mails: Iterable[Written]) -> bytes:
    """A CSV for a mail merge: name, address, subject, text. Nothing in it can become a formula."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow([_("Name"), _("E-mail"), _("Subject line"), _("Text")])
    for mail in mails:
        writer.writerow([_harmless(cell) for cell in (mail.to_name, mail.to_mailbox, mail.subject, mail.words)])
    return page.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """The cell as text: what a spreadsheet would take for a formula gets an apostrophe."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
