"""What a plan has to respect, and what somebody decided about its findings."""

import datetime as dt
import uuid

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.domain.kinds import Severity
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to


class RoomClosure(Keyed, Base):
    """A stretch in which a room can't be used: set-up, another event, cleaning."""

    __tablename__ = "room_closure"

    room_id: Mapped[uuid.UUID] = mapped_column(refers_to("room"), index=True)
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime]
    reason: Mapped[LocalizedText] = mapped_column(default=EMPTY)


class Walk(Keyed, Base):
    """Minutes on foot between two buildings, either way; each by its name in the forum's first language."""

    __tablename__ = "walk"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    building: Mapped[str]
    other: Mapped[str]
    minutes: Mapped[int]


class SpecialDay(Keyed, Base):
    """A day that a forum's secretariat adds to the known national days and holidays; `country`: ISO 3166-1 alpha-2."""

    __tablename__ = "special_day"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    country: Mapped[str] = mapped_column(default="")
    day: Mapped[dt.date]
    name: Mapped[LocalizedText] = mapped_column(default=EMPTY)


class CheckSetting(Keyed, Base):
    """How much one kind of finding matters in one forum, where it isn't what the program thinks.

    `kind`: a code of FindingKind, kept as text so that an older program opens a file with newer kinds.
    """

    __tablename__ = "check_setting"
    __table_args__ = (UniqueConstraint("forum_id", "kind"),)

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    kind: Mapped[str] = mapped_column()
    severity: Mapped[Severity]


class Acknowledgement(Keyed, Base):
    """A finding that somebody accepted 已知悉, with the reason in the writer's words.

    `finding`: the finding's id; `facts`: fingerprint of what it rested on. It holds while the facts stay the same and
    `until` (a day, if any) has not passed.
    """

    __tablename__ = "acknowledgement"
    __table_args__ = (UniqueConstraint("forum_id", "finding"),)

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    finding: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column()
    facts: Mapped[str] = mapped_column()
    reason: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(default="")
    accepted_by: Mapped[str] = mapped_column(default="")
    accepted_at: Mapped[dt.datetime]
    until: Mapped[dt.date | None]
