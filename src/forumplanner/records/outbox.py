"""What was told to whom: rounds of mail, their messages, the answers; outside the undo journal, for it left the house.

Keys of participants and sessions are no foreign keys: what was said to somebody stays said when they are gone.
"""

import datetime as dt
import uuid
from typing import Any

from sqlalchemy import JSON, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.domain.mail_kinds import MailKind, OutboxState
from forumplanner.domain.replies import Participation, Verdict
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed


class MailRound(Keyed, Base):
    """One round of mail: what for, the words it was made from, when and by whom."""

    __tablename__ = "mail_round"

    forum_id: Mapped[uuid.UUID] = mapped_column(index=True)
    kind: Mapped[MailKind]
    subject: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    body: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    made_at: Mapped[dt.datetime]
    made_by: Mapped[str] = mapped_column(default="")


class OutboxMessage(Keyed, Base):
    """One mail to one person.

    `method`: REQUEST or CANCEL where it invites, else "". `tells`: what it says of which session,
    `[{session, uid, sequence, fingerprint, summary, location, start, end, zone}]`, instants in ISO 8601.
    `words`: its plain text. `content`: the whole mail, compressed, until it was sent. `account`: user@host that it
    goes through, for limits per day. `code`, `answer`: the server's.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (Index(None, "forum_id", "participant_id"),)

    forum_id: Mapped[uuid.UUID]
    round_id: Mapped[uuid.UUID] = mapped_column(index=True)
    participant_id: Mapped[uuid.UUID | None]
    kind: Mapped[MailKind]
    method: Mapped[str] = mapped_column(default="")
    to_name: Mapped[str] = mapped_column(default="")
    to_mailbox: Mapped[str] = mapped_column(default="")
    subject: Mapped[str] = mapped_column(Text, default="")
    words: Mapped[str] = mapped_column(Text, default="")
    message_id: Mapped[str] = mapped_column(unique=True)
    tells: Mapped[list[dict[str, Any]]] = mapped_column(JSON(none_as_null=True), default=list)
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
    state: Mapped[OutboxState] = mapped_column(index=True)
    account: Mapped[str] = mapped_column(default="")
    attempts: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)
    queued_at: Mapped[dt.datetime]
    next_at: Mapped[dt.datetime | None]
    settled_at: Mapped[dt.datetime | None]
    code: Mapped[int | None]
    answer: Mapped[str] = mapped_column(Text, default="")


class ReceivedReply(Keyed, Base):
    """An answer that came in: who said what about which session, and whether it was taken or needs a look.

    `source`: the file or mailbox it came from. `settled_by`: who looked at it and decided, "" while nobody has.
    """

    __tablename__ = "received_reply"
    __table_args__ = (Index(None, "forum_id", "participant_id", "session_id"),)

    forum_id: Mapped[uuid.UUID]
    participant_id: Mapped[uuid.UUID | None]
    session_id: Mapped[uuid.UUID | None]
    uid: Mapped[str] = mapped_column(Text, default="")
    participation: Mapped[Participation | None]
    comment: Mapped[str] = mapped_column(Text, default="")
    from_mailbox: Mapped[str] = mapped_column(Text, default="")
    sequence: Mapped[int] = mapped_column(default=0)
    stamped_at: Mapped[dt.datetime | None]
    received_at: Mapped[dt.datetime]
    source: Mapped[str] = mapped_column(default="")
    verdict: Mapped[Verdict]
    settled_by: Mapped[str] = mapped_column(default="")
