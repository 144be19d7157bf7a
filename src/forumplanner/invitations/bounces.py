"""Reads mail that came back: which message could not be delivered to whom, in the server's words (RFC 3464)."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from typing import Final

from forumplanner.invitations.replies import DEEPEST, LARGEST, sole_mailbox

_CODE: Final = re.compile(r"\b([45]\d\d)\b")
_MOST: Final = 50


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail that did not arrive. `message_id`: of our mail, without brackets, "" where the report doesn't say.

    `mailbox`: where it was to go, in lower case, "" where that is not one mailbox. `status`: such as 5.1.1 (RFC 3463).
    `said`: the server's words.
    """

    message_id: str
    mailbox: str
    status: str
    said: str

    @property
    def code(self) -> int:
        """The reply code that the server gave; else 550 for what will never arrive, 450 for what took too long."""
        found = _CODE.search(self.said)
        if found:
            return int(found[1])
        return 450 if self.status.startswith("4") else 550


def read(data: bytes) -> tuple[Bounce, ...]:
    """The deliveries that failed for good by this mail; none for any other mail. Nothing broken raises anything.

    A report of a delay is none, since the server is still trying.
    """
    if len(data) > LARGEST:
        return ()
    try:
        mail = email.message_from_bytes(data, policy=email.policy.compat32)
        parts = list(_parts(mail))
    except RecursionError:
        return ()
    about = next(filter(None, map(_message_id, parts)), "")
    failed = [one for part in parts if part.get_content_type() == _REPORT for one in _failed(part, about)]
    plain = failed or [Bounce(about, one, "", "") for one in _by_header(mail) if about]
    return tuple(dict.fromkeys(plain[:_MOST]))


_REPORT: Final = "message/delivery-status"
_QUOTED: Final = frozenset({"message/rfc822", "text/rfc822-headers", "message/global", "message/rfc822-headers"})


def _parts(mail: Message, depth: int = 0) -> Iterator[Message]:
    """The parts of a mail, reports and quoted mails whole."""
    if depth > DEEPEST:
        raise RecursionError
    yield mail
    if mail.get_content_maintype() == "multipart" and mail.is_multipart():
        for part in mail.get_payload():
            if isinstance(part, Message):
                yield from _parts(part, depth + 1)


def _message_id(part: Message) -> str:
    """The Message-ID of the mail that a part quotes, whole or by its head."""
    if part.get_content_type() not in _QUOTED:
        return ""
    content = part.get_payload()
    if isinstance(content, list):
        quoted = content[0] if content else None
    else:
        quoted = email.message_from_string(str(content), policy=email.policy.compat32)
    return str(quoted.get("Message-ID", "")).strip().strip("<>")[:200] if isinstance(quoted, Message) else ""


def _failed(report: Message, about: str) -> Iterator[Bounce]:
    """A report is one group of fields about the mail and one for each recipient (RFC 3464 2.1)."""
    groups = report.get_payload()
    for group in groups if isinstance(groups, list) else ():
        if isinstance(group, Message) and str(group.get("Action", "")).strip().lower() == "failed":
            to = str(group.get("Original-Recipient") or group.get("Final-Recipient") or "")
            said = " ".join(str(group.get("Diagnostic-Code", "")).partition(";")[2].split())
            yield Bounce(about, _mailbox(to.rpartition(";")[2]), str(group.get("Status", "")).strip()[:20], said[:500])


def _by_header(mail: Message) -> list[str]:
    """The recipients that some servers name in the head alone."""
    return [_mailbox(one) for one in str(mail.get("X-Failed-Recipients", "")).split(",") if one.strip()]


def _mailbox(text: str) -> str:
    return sole_mailbox([text.strip()])[:254]
