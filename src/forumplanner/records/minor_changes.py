"""Changes of sessions that somebody found too small to tell anybody about."""

import uuid

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.records.base import Base, Keyed, refers_to


class MinorChange(Keyed, Base):
    """A session as it now stands needs no mail: `fingerprint` of what a calendar shows of it, until that changes.

    The session is no foreign key: the decision stays where the session goes, and counts again when it comes back.
    """

    __tablename__ = "minor_change"
    __table_args__ = (UniqueConstraint("session_id", "fingerprint"),)

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    session_id: Mapped[uuid.UUID] = mapped_column(index=True)
    fingerprint: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
