"""Badges 证件: the opaque token in the QR code, the printed number, and whose it is."""

import uuid

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.domain.kinds import BadgeState, Category
from forumplanner.records.base import Base, Keyed, refers_to


class Badge(Keyed, Base):
    """A badge of one forum. `token`: see `domain.tokens`, never used twice. `number`: printed, "YL26-0001" or "W001".

    `participant_id` is empty for a blank that becomes somebody's at the desk.
    """

    __tablename__ = "badge"
    __table_args__ = (UniqueConstraint("token"), UniqueConstraint("forum_id", "number"))

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    token: Mapped[str]
    number: Mapped[str]
    participant_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("participant"), index=True)
    category: Mapped[Category | None]
    state: Mapped[BadgeState] = mapped_column(default=BadgeState.VALID)
