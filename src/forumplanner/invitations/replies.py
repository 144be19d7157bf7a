"""Reads answers to invitations from mails (.eml) and calendar files (.ics) of any make."""

import datetime as dt
import email
import email.policy
import re
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message
from email.utils import getaddresses
from typing import Final

from forumplanner.domain.replies import Answer, Participation
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _

LARGEST: Final = 1_000_000
"""Bytes of an answer; a calendar answer is a few kilobytes."""

DEEPEST: Final = 20
"""Parts within parts that a mail may have."""

_FOLD: Final = re.compile(rb"(?:\r\n|\r|\n)[ \t]")
_CALENDARS: Final = frozenset({"text/calendar", "application/ics"})
_MOST_EVENTS: Final = 50

Property = tuple[str, Mapping[str, object], str]
"""Name in upper case, parameters, value (RFC 5545 3.1)."""


class UnreadableReply(PlannerError):
    """A file that is no answer, or too large or too entangled to be one; nothing of it is taken."""


def read(name: str, data: bytes) -> tuple[Answer, ...]:
    """What a mail or calendar file called `name` answers, in its order.

    Raises `UnreadableReply` in one sentence; no content, however broken, raises anything else.
    """
    if len(data) > LARGEST:
        raise UnreadableReply(
            _("“{name}” is larger than an answer can be, so nothing was taken from it. Open it by hand.", name=name)
        )
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR":
        return _found(name, _answers(data, ""))
    try:
        mail = email.message_from_bytes(data, policy=email.policy.compat32)
        sender = _sender(mail)
        calendars = tuple(_calendars(mail))
    except RecursionError as error:
        raise UnreadableReply(_entangled(name)) from error
    answers = [answer for calendar in calendars for answer in _answers(calendar, sender)]
    return _found(name, tuple(dict.fromkeys(answers)))


def _sender(mail: Message) -> str:
    """The one mailbox that a mail is from; where it names several or none that can be read, all that it says of it."""
    said = [" ".join(str(one).split()) for one in mail.get_all("From", [])]
    return sole_mailbox(said) or ", ".join(said)[:254]


def sole_mailbox(said: Sequence[str]) -> str:
    """The only mailbox in the fields of a mail, in lower case; "" where there are several or none."""
    found = {mailbox.lower() for _name, mailbox in getaddresses(list(said))}
    return found.pop() if len(found) == 1 else ""


def _found(name: str, answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    if not answers:
        raise UnreadableReply(
            _("“{name}” holds no calendar answer. Read it, and note what it says at the person.", name=name)
        )
    return answers


def _entangled(name: str) -> str:
    return _("“{name}” holds mails within mails, deeper than can be read. Open it by hand.", name=name)


def _calendars(mail: Message, depth: int = 0) -> Iterator[bytes]:
    """The calendar parts of a mail, without those of mails that it quotes."""
    if depth > DEEPEST:
        raise RecursionError
    if mail.is_multipart() and mail.get_content_maintype() == "multipart":
        for part in mail.get_payload():
            if isinstance(part, Message):
                yield from _calendars(part, depth + 1)
    elif mail.get_content_type() in _CALENDARS:
        content = mail.get_payload(decode=True)
        if isinstance(content, bytes):
            yield content


def _answers(calendar: bytes, sender: str) -> tuple[Answer, ...]:
    method, events = _components(calendar)
    return tuple(answer for event in events[:_MOST_EVENTS] if (answer := _answer(method, event, sender)))


def _components(calendar: bytes) -> tuple[str, list[list[Property]]]:
    """METHOD and the properties of each VEVENT; what stands in its VALARM is left out."""
    method, events, inside = "", list[list[Property]](), list[str]()
    for name, parameters, value in _properties(calendar):
        if name == "BEGIN":
            inside.append(value.upper())
            if inside[-1] == "VEVENT":
                events.append([])
        elif name == "END":
            if value.upper() in inside:
                del inside[inside.index(value.upper()) :]
        elif inside[-1:] == ["VEVENT"]:
            events[-1].append((name, parameters, value))
        elif name == "METHOD":
            method = value.strip().upper()
    return method, events


def _properties(calendar: bytes) -> Iterator[Property]:
    """The content lines of a calendar, unfolded as bytes since a fold may cut a character; others are passed over."""
    from icalendar.parser import Contentline  # noqa: PLC0415 - takes 100 ms to load

    for row in _FOLD.sub(b"", calendar).decode("utf-8-sig", "replace").splitlines():
        try:
            name, parameters, value = Contentline(row).parts()  # type: ignore[no-untyped-call]  # the library's gap
        except ValueError:  # no colon, or a broken parameter: no property that an answer needs
            continue
        yield name.upper(), parameters, value


def _answer(method: str, event: list[Property], sender: str) -> Answer | None:
    values = {name: value.strip() for name, _parameters, value in reversed(event)}
    uid = values.get("UID", "")
    if not uid:
        return None
    return Answer(
        method=method,
        uid=uid,
        sequence=_whole(values.get("SEQUENCE", "")),
        stamped_at=_instant(values.get("DTSTAMP", "")),
        attendees=tuple(_attendee(parameters, value) for name, parameters, value in event if name == "ATTENDEE"),
        comment=values.get("COMMENT", "")[:1000],
        from_mailbox=sender,
    )


def _attendee(parameters: Mapping[str, object], value: str) -> tuple[str, Participation | None]:
    mailbox = value.strip()
    if mailbox.lower().startswith("mailto:"):
        mailbox = mailbox[7:]
    said = str(parameters.get("PARTSTAT", "")).upper()
    known = said in Participation.__members__.values()
    return mailbox.strip().lower(), Participation(said) if known else None


def _whole(text: str) -> int:
    """SEQUENCE; 0 where it is missing (RFC 5545 3.8.7.4) or no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _instant(text: str) -> dt.datetime | None:
    """DTSTAMP, which is always in UTC (RFC 5545 3.8.7.2)."""
    try:
        return dt.datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)
    except ValueError:
        return None
