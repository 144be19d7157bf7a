"""A mail as bytes (MIME, RFC 2045 to 2049): words in two forms, the invitation, what is attached.

The parts stand as mail programs want them: multipart/mixed of multipart/alternative (plain, HTML, calendar last) and
the files. Everything is base64. The same message gives the same bytes.
"""

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from functools import lru_cache
from typing import Final

from forumplanner.invitations.itip import Method
from forumplanner.invitations.page import as_html
from forumplanner.invitations.tables import Section

_NOT_FOR_HEADERS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along: `media_type` as "application/pdf"."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to one person.

    `message_id`: without its angle brackets, kept before anything is sent. `invitation`: a calendar file of iTIP and
    its method; it stands in the body and, as "invite.ics", among the files. `draft`: opened in the user's own mail
    program, ready to be sent there. `sections`: the words of `text` by language, for the HTML part.
    """

    message_id: str
    date: dt.datetime
    from_name: str
    from_mailbox: str
    to_name: str
    to_mailbox: str
    subject: str
    text: str
    language: str
    invitation: tuple[Method, bytes] | None = None
    files: tuple[Attachment, ...] = ()
    draft: bool = False
    sections: tuple[Section, ...] = ()


def mime(mail: Mail) -> bytes:
    """The mail as it goes over the wire, CRLF at line ends."""
    # Letters before the @ go into a head of UTF-8 (RFC 6532), which only servers with SMTPUTF8 are given.
    root = EmailMessage(policy=SMTP if (mail.from_mailbox + mail.to_mailbox).isascii() else SMTPUTF8)
    root["From"] = _address(mail.from_name, mail.from_mailbox)
    if mail.to_mailbox:  # words to be pasted somewhere go to no address
        root["To"] = _address(mail.to_name, mail.to_mailbox)
    root["Subject"] = _header(mail.subject)
    root["Date"] = format_datetime(mail.date.astimezone(dt.UTC))
    root["Message-ID"] = f"<{mail.message_id}>"
    root["Auto-Submitted"] = "auto-generated"  # RFC 3834 section 5
    root["Content-Language"] = mail.language
    if mail.draft:
        root["X-Unsent"] = "1"
    root.add_header("MIME-Version", "1.0")
    head = root.as_bytes().removesuffix(b"\r\n")
    parts = (_body(mail), *(_file(file) for file in _files(mail)))
    return head + _multipart("mixed", _boundary(mail, "mixed"), parts)


def _multipart(kind: str, boundary: str, parts: Iterable[bytes]) -> bytes:
    """The parts between their boundaries (RFC 2046 5.1.1), below the header that names it.

    Written here and not by `email`, which splits and joins a file's lines four times over.
    """
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode()
    opening = f"--{boundary}\r\n".encode()
    return b"".join((head, opening, (b"\r\n" + opening).join(parts), f"\r\n--{boundary}--\r\n".encode()))


def _body(mail: Mail) -> bytes:
    parts = [
        _part(mail.text.encode(), "text/plain", charset="utf-8"),
        _part(as_html(mail.text, mail.language, mail.sections).encode(), "text/html", charset="utf-8"),
    ]
    if mail.invitation:
        method, calendar = mail.invitation
        parts.append(_part(calendar, "text/calendar", charset="UTF-8", method=str(method)))  # RFC 6047 2.4
    return _multipart("alternative", _boundary(mail, "alternative"), parts)


def _files(mail: Mail) -> tuple[Attachment, ...]:
    invite = (Attachment("invite.ics", "application/ics", mail.invitation[1]),) if mail.invitation else ()
    return (*invite, *mail.files)


def _part(data: bytes, media_type: str, *, name: str = "", **parameters: str) -> bytes:
    """A part with its headers; `name` makes it a file."""
    head = _part_head(media_type, name, tuple(parameters.items()))
    return head + base64.encodebytes(data).replace(b"\n", b"\r\n")


@lru_cache(maxsize=256)
def _part_head(media_type: str, name: str, parameters: tuple[tuple[str, str], ...]) -> bytes:
    """The headers of a part; most mails share them."""
    part = EmailMessage(policy=SMTP)
    part.add_header("Content-Type", media_type, **dict(parameters))
    part.add_header("Content-Transfer-Encoding", "base64")
    if name:
        part.add_header("Content-Disposition", "attachment", filename=name)
    return part.as_bytes()


def _file(file: Attachment) -> bytes:
    return _part(file.data, file.media_type, name=_header(file.name))


def _address(name: str, mailbox: str) -> Address:
    """A mailbox with its display name; line breaks and control characters never reach a header."""
    local, _at, domain = mailbox.rpartition("@")
    return Address(display_name=_header(name), username=local, domain=domain)


def _header(text: str) -> str:
    return _NOT_FOR_HEADERS.sub(" ", text).strip()


def _boundary(mail: Mail, part: str) -> str:
    """Different for each mail and part, the same in every run; base64 lines can't hold it."""
    return f"=_{hashlib.blake2b(f'{mail.message_id} {part}'.encode(), digest_size=12).hexdigest()}"
