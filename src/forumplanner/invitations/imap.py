"""Picking up answers from a mailbox (IMAP, RFC 9051): read only, each mail once, only those that carry a calendar."""

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.invitations.replies import LARGEST
from forumplanner.invitations.smtp import xoauth2

SECONDS: Final = 30
_MOST: Final = 500
"""Mails looked at in one go; the rest follows the next time."""

_NAMED: Final = (b'"calendar"', b'"ics"', b'"delivery-status"')
"""What the structure of a mail names that answers an invitation, or that came back."""

_SIZE: Final = re.compile(rb"RFC822\.SIZE (\d+)")


@dataclass(frozen=True, slots=True)
class Inbox:
    """Where answers arrive; always by TLS with a verified certificate. `signed_in`: as in `smtp.Account`."""

    host: str
    port: int
    user: str
    folder: str = "INBOX"
    signed_in: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a mailbox was read: UIDVALIDITY and the last UID (RFC 9051 2.3.1.1); a new validity starts anew."""

    validity: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class PickedUp:
    """What was found: name and bytes of each mail with a calendar in it, and how far the mailbox is read now."""

    mails: tuple[tuple[str, bytes], ...]
    mark: Mark


class NoInbox(PlannerError):
    """The mailbox can't be read: no server, an untrusted certificate, a refused login, no such folder."""


def pick_up(inbox: Inbox, password: Callable[[], str], mark: Mark, *, trust: ssl.SSLContext | None = None) -> PickedUp:
    """Read what came since `mark`; nothing in the mailbox is changed, not even what is unread. Raises `NoInbox`."""
    context = trust or ssl.create_default_context()
    try:
        with imaplib.IMAP4_SSL(inbox.host, inbox.port, ssl_context=context, timeout=SECONDS) as line:
            _log_in(line, inbox, password())
            _introduce(line)
            return _read(line, inbox, mark)
    except (OSError, imaplib.IMAP4.error, UnicodeEncodeError) as error:  # the last: letters in the login or its code
        raise NoInbox(
            _(
                "The mailbox {folder} of {user} at {host} can't be read ({error}). No answer was taken from it.",
                folder=inbox.folder,
                user=inbox.user,
                host=inbox.host,
                error=_words(error),
            )
        ) from error


def _log_in(line: imaplib.IMAP4_SSL, inbox: Inbox, password: str) -> None:
    if not inbox.signed_in:
        line.login(inbox.user, password)
        return
    words = xoauth2(inbox.user, password).encode()
    told: list[bytes] = []

    def answer(_challenge: bytes) -> bytes:
        """The token once; a second challenge says why it was refused, and is answered by nothing."""
        told.append(b"" if told else words)
        return told[-1]

    line.authenticate("XOAUTH2", answer)


def _introduce(line: imaplib.IMAP4_SSL) -> None:
    """Say which program this is (RFC 2971): some large Chinese services open no folder to one that doesn't."""
    if "ID" in line.capabilities:
        line.xatom("ID", '("name" "Forum Planner")')


def _words(error: Exception) -> str:
    said = error.args[0] if error.args else ""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(error)


def _read(line: imaplib.IMAP4_SSL, inbox: Inbox, mark: Mark) -> PickedUp:
    answer, _count = line.select(f'"{inbox.folder}"', readonly=True)
    if answer != "OK":
        raise imaplib.IMAP4.error(_("there is no folder {folder}", folder=inbox.folder))
    validity = int(line.response("UIDVALIDITY")[1][0] or 0)
    since = mark.uid if validity == mark.validity else 0
    _answer, found = line.uid("SEARCH", f"UID {since + 1}:*")
    uids = sorted(uid for uid in map(int, (found[0] or b"").split()) if uid > since)[:_MOST]
    mails = tuple(mail for uid in uids if (mail := _with_calendar(line, uid)))
    return PickedUp(mails, Mark(validity, uids[-1] if uids else since))


def _with_calendar(line: imaplib.IMAP4_SSL, uid: int) -> tuple[str, bytes] | None:
    """A mail whose structure names a calendar and that is no larger than an answer can be."""
    _answer, parts = line.uid("FETCH", str(uid), "(RFC822.SIZE BODYSTRUCTURE)")
    structure = b" ".join(_bytes(parts))
    size = _SIZE.search(structure)
    named = any(word in structure.lower() for word in _NAMED)
    if not named or size is None or int(size[1]) > LARGEST:
        return None
    _answer, parts = line.uid("FETCH", str(uid), "(BODY.PEEK[])")
    content = next((part[1] for part in parts if isinstance(part, tuple)), b"")
    return (f"{uid}.eml", content) if content else None


def _bytes(parts: list[bytes | tuple[bytes, bytes] | None]) -> Iterator[bytes]:
    for part in parts:
        yield from part if isinstance(part, tuple) else (part or b"",)
