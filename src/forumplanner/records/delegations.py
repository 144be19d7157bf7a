"""Delegations of countries and institutions, and the guests that consular posts send."""

import datetime as dt
import uuid

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forumplanner.domain.kinds import ConsularClass, ConsularRole
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to
from forumplanner.records.institutions import ConsularPost, Institution


class Delegation(Keyed, Base):
    """A delegation 代表团 of a country and/or an institution; `unnamed`: people announced without names.

    `liaison_id`, `interpreter_id`: participants who look after it. Members point here from Participant.
    """

    __tablename__ = "delegation"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    code: Mapped[str] = mapped_column(default="", index=True)
    country: Mapped[str] = mapped_column(default="")
    institution_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("institution"), index=True)
    name: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    unnamed: Mapped[int] = mapped_column(default=0)
    liaison_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("participant"))
    interpreter_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("participant"))
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")

    institution: Mapped[Institution | None] = relationship()


class ConsularGuest(Keyed, Base):
    """Somebody a consular post sends to a forum 领馆嘉宾; the person may be unknown for weeks.

    Dates rank heads of post: VCCR articles 9 (class), 15 (acting), 16 (provisional admission, exequatur, commission),
    21 (officers of one post, by `seniority`).
    """

    __tablename__ = "consular_guest"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    code: Mapped[str] = mapped_column(default="", index=True)
    consular_post_id: Mapped[uuid.UUID] = mapped_column(refers_to("consular_post"), index=True)
    participant_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("participant"), index=True)
    consular_class: Mapped[ConsularClass | None]
    role: Mapped[ConsularRole | None]
    honorary: Mapped[bool] = mapped_column(default=False)
    provisional_on: Mapped[dt.date | None]
    exequatur_on: Mapped[dt.date | None]
    commission_on: Mapped[dt.date | None]
    acting_since: Mapped[dt.date | None]
    seniority: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")

    consular_post: Mapped[ConsularPost] = relationship()
