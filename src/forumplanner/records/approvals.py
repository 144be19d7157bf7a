"""What the authorities approved, as it stood on that day."""

import datetime as dt
import uuid

from sqlalchemy import JSON, Text
from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.domain.guest_kinds import ApprovalKind
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to


class Approval(Keyed, Base):
    """What an authority approved 报批: name, dates, venue, numbers and list of participants as they stood then.

    `numbers`: approved figures by code of `domain.statistics`. `listed`: the participant list,
    `[{person_id, zh, latin, country, institution}]`. `conditions`: what the authority demands.
    """

    __tablename__ = "approval"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    kind: Mapped[ApprovalKind]
    authority: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    reference: Mapped[str] = mapped_column(default="")
    approved_on: Mapped[dt.date | None]
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    starts_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    venue: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    numbers: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    listed: Mapped[list[dict[str, str]] | None] = mapped_column(JSON(none_as_null=True))
    conditions: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")
