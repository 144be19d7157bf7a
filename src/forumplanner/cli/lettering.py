"""Verbs of letters: issuing them with numbers of the register, and listing the register."""

import argparse
import datetime as dt
from uuid import UUID

from forumplanner.actions.letters import issue_letters
from forumplanner.cli import output
from forumplanner.cli.opened import chosen_forum, opened
from forumplanner.domain.guest_kinds import LetterKind
from forumplanner.domain.ids import ConsularGuestId, ForumId
from forumplanner.domain.labels import label
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, ngettext
from forumplanner.queries import letters as reading
from forumplanner.snapshots.letters import Letters
from forumplanner.store import Store


class WrongLetter(PlannerError):
    """A code that no guest has, or a date that is none."""


def letter(given: argparse.Namespace) -> int:
    """Issue letters, or list those issued. Raises `WrongLetter`, `NotApproved`, `NumberTaken`."""
    with opened(given.file, writable=not given.list) as store:
        forum_id = ForumId(chosen_forum(store, given.forum).key)
        with store.read() as db:
            letters = reading.load(db, forum_id=forum_id)
        if given.list:
            return _list(letters)
        return _issue(store, forum_id, letters, given)


def _list(letters: Letters) -> int:
    for sheet in letters.issued:
        to = sheet.addressee(interface_language(), letters.languages)
        day = sheet.dated.isoformat() if sheet.dated else ""
        kind = label(sheet.kind, interface_language())
        output.say("  ".join(filter(None, (sheet.number, day, kind, to, sheet.despite))))
    return 0


def _issue(store: Store, forum_id: ForumId, letters: Letters, given: argparse.Namespace) -> int:
    known = {draft.code: draft.guest_id for draft in letters.drafts if draft.code}
    unknown = [code for code in given.codes if code not in known]
    if unknown:
        raise WrongLetter(
            _(
                "No consular guest has the code “{code}”; choose among {known}.",
                code=unknown[0],
                known=", ".join(known) or "–",
            )
        )
    kind = LetterKind.APPROVAL_REQUEST if given.request else LetterKind.CONSULAR_INVITATION
    keys = issue_letters(
        store,
        forum_id=forum_id,
        kind=kind,
        guest_ids=[ConsularGuestId(UUID(known[code])) for code in given.codes],
        number=given.number,
        dated=_date(given.date),
        despite=given.despite,
    )
    with store.read() as db:
        issued = {sheet.id: sheet.number for sheet in reading.load(db, forum_id=forum_id).issued}
    numbers = ", ".join(issued[str(key)] for key in keys)
    output.say(ngettext("Issued {n} letter: {numbers}.", "Issued {n} letters: {numbers}.", len(keys), numbers=numbers))
    return 0


def _date(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise WrongLetter(_("“{date}” is no date; write it as 2026-09-18.", date=text)) from None
