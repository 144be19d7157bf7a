"""What calendars know a person's session by; append-only and outside the undo journal, since it has left the house."""

import datetime as dt
import uuid

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.records.base import Base, Keyed


class CalendarIdentity(Keyed, Base):
    """UID, SEQUENCE and DTSTAMP (RFC 5545 3.8.4.7, 3.8.7.4, 3.8.7.2) of one session in one person's calendar.

    `participant_id` is empty for the forum's own `programme.ics`. `fingerprint`: hash of the fields a calendar shows;
    a new row with `sequence` + 1 is added when it differs at an export. The newest row counts.
    The keys are no foreign keys: an identity outlives its session and even its forum, since a calendar out there
    still holds it.
    """

    __tablename__ = "calendar_identity"
    __table_args__ = (Index("ix_calendar_identity_whose", "forum_id", "session_id", "participant_id"),)

    forum_id: Mapped[uuid.UUID]
    session_id: Mapped[uuid.UUID]
    participant_id: Mapped[uuid.UUID | None]
    uid: Mapped[str]
    sequence: Mapped[int] = mapped_column(default=0)
    stamped_at: Mapped[dt.datetime]
    created_at: Mapped[dt.datetime]
    fingerprint: Mapped[str]
