"""A file with a round of mail in its outbox, for what sends it and what shows it."""

import datetime as dt
from collections import Counter

from sqlalchemy import select

from factories import make_forum
from forumplanner.actions import outbox
from forumplanner.domain.ids import ForumId
from forumplanner.domain.mail_kinds import MailKind
from forumplanner.records import OutboxMessage
from forumplanner.settings import Mail
from forumplanner.snapshots.outbox import Written
from forumplanner.store import Store
from planner_file import filling_of

BOX = "office@yunling.example"
MORNING = dt.datetime(2026, 10, 9, 1, 0, tzinfo=dt.UTC)
"""09:00 in Beijing."""


def written(number: int) -> Written:
    """A mail to somebody, with a number of its own."""
    message_id = f"{number}@yunling.example"
    content = f"From: {BOX}\r\nMessage-ID: <{message_id}>\r\n\r\nHello {number}\r\n".encode()
    to = f"guest{number}@menam.example"
    return Written("", MailKind.PROGRAMME, "", f"Guest {number}", to, "Your programme", "Hello", message_id, content)


def account(port: int, **chosen: object) -> Mail:
    """An account at the loopback server that proved itself and asks for no login."""
    mail = Mail(
        mailbox=BOX, host="127.0.0.1", port=port, security="none", logs_in=False, per_minute=60_000, per_day=10_000
    )
    mail = Mail(**{field: getattr(mail, field) for field in Mail.__dataclass_fields__} | chosen)
    return Mail(**{field: getattr(mail, field) for field in Mail.__dataclass_fields__} | {"proven": mail.proof})


def forum_in(store: Store) -> ForumId:
    """A forum without people."""
    with filling_of(store) as db:
        return ForumId(make_forum(db, mailbox="office@yunling.example").id)


def queued(store: Store, forum: ForumId, count: int, *, first: int = 0, at: dt.datetime = MORNING) -> None:
    """A round of so many mails."""
    mails = [written(number) for number in range(first, first + count)]
    account = f"{BOX}@127.0.0.1"
    outbox.queue(store, forum_id=forum, kind=MailKind.PROGRAMME, mails=mails, account=account, now=at)


def states(store: Store) -> Counter[str]:
    """How many mails stand at each state."""
    with store.read() as db:
        return Counter(str(state) for state in db.execute(select(OutboxMessage.state)).scalars())
