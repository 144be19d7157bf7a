"""The programme: rooms, parallel forums, sessions, their parts, the items in them and who appears in each."""

import datetime as dt
import uuid

from sqlalchemy import CheckConstraint, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forumplanner.domain.kinds import Access, Interpretation, ItemKind, Mode, Role, SessionKind
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to


class Room(Keyed, Base):
    """A room 会场 of the forum's venue; `booths`: interpretation booths."""

    __tablename__ = "room"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    code: Mapped[str] = mapped_column(default="", index=True)
    name: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    building: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    floor: Mapped[str] = mapped_column(default="")
    capacity: Mapped[int | None]
    layout: Mapped[str] = mapped_column(default="")
    equipment: Mapped[str] = mapped_column(default="")
    booths: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)


class Track(Keyed, Base):
    """A parallel forum 分论坛: code (A, B ...), titles, convening institution, colour `#RRGGBB` ("" = by order)."""

    __tablename__ = "track"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    code: Mapped[str] = mapped_column(default="")
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    convener_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("institution"), index=True)
    colour: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Session(Keyed, Base):
    """One stretch of the programme 场次.

    `day`: the conference day it belongs to (00:30 belongs to the day before), known before any time is.
    `starts_at`, `ends_at`: instants where known, `zone` beside them. `expected`: people expected.
    """

    __tablename__ = "session"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    code: Mapped[str] = mapped_column(default="", index=True)
    track_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("track"), index=True)
    kind: Mapped[SessionKind] = mapped_column(default=SessionKind.OTHER)
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    summary: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    day: Mapped[dt.date | None]
    starts_at: Mapped[dt.datetime | None]
    ends_at: Mapped[dt.datetime | None]
    zone: Mapped[str] = mapped_column(default="Asia/Shanghai")
    place: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    access: Mapped[Access] = mapped_column(default=Access.OPEN)
    url: Mapped[str] = mapped_column(default="")
    expected: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")

    rooms: Mapped[list["SessionRoom"]] = relationship(
        back_populates="session", order_by="(SessionRoom.position, SessionRoom.id)", passive_deletes="all"
    )
    parts: Mapped[list["Part"]] = relationship(
        back_populates="session", order_by="(Part.position, Part.id)", passive_deletes="all"
    )


class SessionRoom(Keyed, Base):
    """A room that a session uses; several where it is broadcast: the first is the place, the others relay it."""

    __tablename__ = "session_room"
    __table_args__ = (UniqueConstraint("session_id", "room_id"),)

    session_id: Mapped[uuid.UUID] = mapped_column(refers_to("session"), index=True)
    room_id: Mapped[uuid.UUID] = mapped_column(refers_to("room"), index=True)
    position: Mapped[int] = mapped_column(default=0)

    session: Mapped[Session] = relationship(back_populates="rooms")
    room: Mapped[Room] = relationship()


class Part(Keyed, Base):
    """A stretch of a session with its own chairs and moderators 半场; every session has at least one."""

    __tablename__ = "part"

    session_id: Mapped[uuid.UUID] = mapped_column(refers_to("session"), index=True)
    code: Mapped[str] = mapped_column(default="", index=True)
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    starts_at: Mapped[dt.datetime | None]
    ends_at: Mapped[dt.datetime | None]
    position: Mapped[int] = mapped_column(default=0)

    session: Mapped[Session] = relationship(back_populates="parts")
    items: Mapped[list["Item"]] = relationship(
        back_populates="part", order_by="(Item.position, Item.id)", passive_deletes="all"
    )


class Item(Keyed, Base):
    """One row of the agenda 议程项: own start, or flowing from the one before; order may be known before any time.

    `minutes`: duration. `languages`: spoken in it. `media`: file name or link of a video. `channel`: interpretation.
    `url`: live stream or replay of this item alone. `script`: what the host says 主持词.
    """

    __tablename__ = "item"

    part_id: Mapped[uuid.UUID] = mapped_column(refers_to("part"), index=True)
    code: Mapped[str] = mapped_column(default="", index=True)
    kind: Mapped[ItemKind] = mapped_column(default=ItemKind.OTHER)
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    abstract: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    starts_at: Mapped[dt.datetime | None]
    minutes: Mapped[int | None]
    languages: Mapped[tuple[str, ...]] = mapped_column(default=())
    interpretation: Mapped[Interpretation] = mapped_column(default=Interpretation.NONE)
    channel: Mapped[str] = mapped_column(default="")
    media: Mapped[str] = mapped_column(default="")
    url: Mapped[str] = mapped_column(default="")
    script: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")

    part: Mapped[Part] = relationship(back_populates="items")


class Appearance(Keyed, Base):
    """Who does what in an item or in a whole part 出场.

    Exactly one of `item_id` and `part_id` is set. A person (`participant_id`), an organisation (`institution_id`) or
    only words (`label`: "speaker to be announced"); the last two never become a person, a badge or an invitation.
    `act_id`: the act of its item's ceremony that this is about, such as one agreement of several that are signed.
    """

    __tablename__ = "appearance"
    __table_args__ = (CheckConstraint("(item_id IS NULL) <> (part_id IS NULL)", name="one_place"),)

    code: Mapped[str] = mapped_column(default="", index=True)
    item_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("item"), index=True)
    part_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("part"), index=True)
    act_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("act"), index=True)
    participant_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("participant"), index=True)
    institution_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("institution"), index=True)
    label: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    role: Mapped[Role] = mapped_column(default=Role.SPEAKER)
    mode: Mapped[Mode | None]
    post_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("post"), index=True)
    provisional: Mapped[bool] = mapped_column(default=False)
    minutes: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
