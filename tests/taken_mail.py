"""Mails as they were taken by a server, read again."""

import email
import email.policy
from email.message import EmailMessage

from icalendar import Calendar, Event


def mail_of(content: bytes) -> EmailMessage:
    """A mail from its bytes."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def event_of(mail: EmailMessage) -> tuple[str, Event]:
    """METHOD and the one event of the invitation in a mail."""
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    (event,) = calendar.walk("VEVENT")
    assert isinstance(event, Event)
    return str(calendar["METHOD"]), event
