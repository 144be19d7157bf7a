"""A mail to oneself: it proves that the server takes mail from this account before anybody else gets any."""

import datetime as dt
import uuid

from forumplanner.domain.mailboxes import domain_of
from forumplanner.i18n import localized
from forumplanner.invitations.messages import Mail, mime


def trial_mail(mailbox: str, *, name: str = "", now: dt.datetime) -> bytes:
    """The mail from and to `mailbox`, in both languages of the program, as bytes."""
    subject = localized("Mail from the planner of this forum arrives")
    words = localized(
        "This mail was sent to its own sender. If you can read it, invitations and changes can be sent through this "
        "account; if it lies among unwanted mail, ask the mail administrator before you write to guests."
    )
    return mime(
        Mail(
            message_id=f"{uuid.uuid4()}@{domain_of(mailbox)}",
            date=now,
            from_name=name,
            from_mailbox=mailbox,
            to_name=name,
            to_mailbox=mailbox,
            subject=" / ".join(subject.values()),
            text="\n\n".join(words.values()) + "\n",
            language="zh-Hans",
        )
    )
