"""Delegations of countries and institutions, and the guests that consular posts send."""

import datetime as dt
import uuid

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forumplanner.domain.guest_kinds import DiplomaticRank
from forumplanner.domain.kinds import ConsularClass, ConsularRole, InvitationStatus
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to
from forumplanner.records.institutions import ConsularPost, Institution


class Delegation(Keyed, Base):
    """A delegation 代表团 of a country and/or an institution; `unnamed`: people announced without names.

    `liaison_id`, `interpreter_id`: participants who look after it. Members point here from Participant.
    `contact`: whom to ask for what is missing, in `contact_language`. `confirmed_on`: the day it was confirmed.
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
    contact: Mapped[str] = mapped_column(default="")
    contact_language: Mapped[str] = mapped_column(default="")
    confirmed_on: Mapped[dt.date | None]
    hotel: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")

    institution: Mapped[Institution | None] = relationship()


class ConsularGuest(Keyed, Base):
    """Somebody a consular post sends to a forum 领馆嘉宾; the person may be unknown for weeks.

    Dates rank heads of post: VCCR articles 9 (class), 11 (`notified_on`: the notice that stands for a commission),
    12 (exequatur), 13 (provisional admission), 15 (acting), 16 (order), 21 (officers of one post, by `seniority`).
    `diplomatic_rank`: of an embassy's member. `title`: as the post writes it. `status`: how far the invitation to the
    post has come, also while nobody is named; a contact note says when and how. `stands_for_id`: whom this guest
    represents, at the own rank. `companions`: unnamed people besides. `plate`: of the car that needs a pass.
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
    notified_on: Mapped[dt.date | None]
    diplomatic_rank: Mapped[DiplomaticRank | None]
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    status: Mapped[InvitationStatus | None]
    stands_for_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("consular_guest"), index=True)
    companions: Mapped[int] = mapped_column(default=0)
    plate: Mapped[str] = mapped_column(default="")
    interpreting: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")

    consular_post: Mapped[ConsularPost] = relationship()
