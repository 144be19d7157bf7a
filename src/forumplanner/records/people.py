"""People and their posts, shared by all forums; and people as participants of one forum."""

import datetime as dt
import uuid

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forumplanner.domain.guest_kinds import Channel, ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import Category, Direction, InvitationStatus, Mode
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to
from forumplanner.records.institutions import Institution


class Person(Keyed, Base):
    """A person 人员. `sort_pinyin` and `sort_latin` are kept beside the name so that sorting never asks the database.

    `photo`: content hash of an asset. Contact data is ordinary; it stays out of public papers. Passport, birth date,
    diet and health have no column here.
    """

    __tablename__ = "person"

    code: Mapped[str] = mapped_column(default="", index=True)
    name: Mapped[PersonName] = mapped_column(default=PersonName())
    country: Mapped[str] = mapped_column(default="")
    languages: Mapped[tuple[str, ...]] = mapped_column(default=())
    emails: Mapped[tuple[str, ...]] = mapped_column(default=())
    phone: Mapped[str] = mapped_column(default="")
    sort_pinyin: Mapped[str] = mapped_column(default="")
    sort_latin: Mapped[str] = mapped_column(default="")
    photo: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(Text, default="")

    posts: Mapped[list["Post"]] = relationship(
        back_populates="person", order_by="(Post.position, Post.id)", passive_deletes="all"
    )


class Post(Keyed, Base):
    """What a person is somewhere 职务: institution (if any), title, order, from and until when."""

    __tablename__ = "post"

    person_id: Mapped[uuid.UUID] = mapped_column(refers_to("person"), index=True)
    institution_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("institution"), index=True)
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    position: Mapped[int] = mapped_column(default=0)
    since: Mapped[dt.date | None]
    until: Mapped[dt.date | None]

    person: Mapped[Person] = relationship(back_populates="posts")
    institution: Mapped[Institution | None] = relationship()


class PersonAlias(Keyed, Base):
    """What a merged person was before 合并: files that still name them lead to the one who stayed.

    `was_id`: the key of the record that went. `code`, `name`: as files may spell them.
    """

    __tablename__ = "person_alias"

    person_id: Mapped[uuid.UUID] = mapped_column(refers_to("person"), index=True)
    was_id: Mapped[uuid.UUID]
    code: Mapped[str] = mapped_column(default="", index=True)
    name: Mapped[PersonName] = mapped_column(default=PersonName())


class DistinctPair(Keyed, Base):
    """Two people of one name whom somebody declared to be two; `first_id` is the smaller key."""

    __tablename__ = "distinct_pair"
    __table_args__ = (UniqueConstraint("first_id", "second_id"),)

    first_id: Mapped[uuid.UUID] = mapped_column(refers_to("person"))
    second_id: Mapped[uuid.UUID] = mapped_column(refers_to("person"), index=True)


class Participant(Keyed, Base):
    """A person in one forum 参会者: category, the post used here, how and how far invited.

    `role_in_delegation`: "head", "deputy", "member" or "accompanying"; empty outside a delegation.
    `protocol_group`, `protocol_level`: of guests of honour. `stands_for_id`: whose place this participant took.
    `contact_by`: the only way to reach this person; None leaves it to the category's preset.
    """

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("forum_id", "person_id"),)

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    person_id: Mapped[uuid.UUID] = mapped_column(refers_to("person"), index=True)
    code: Mapped[str] = mapped_column(default="", index=True)
    category: Mapped[Category] = mapped_column(default=Category.DELEGATE)
    post_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("post"), index=True)
    mode: Mapped[Mode | None]
    status: Mapped[InvitationStatus | None]
    delegation_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("delegation"), index=True)
    role_in_delegation: Mapped[str] = mapped_column(default="")
    protocol_group: Mapped[ProtocolGroup | None]
    protocol_level: Mapped[ProtocolLevel | None]
    stands_for_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("participant"), index=True)
    contact_by: Mapped[Channel | None]
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")

    person: Mapped[Person] = relationship()
    post: Mapped[Post | None] = relationship()
    journeys: Mapped[list["Journey"]] = relationship(
        back_populates="participant", order_by="(Journey.position, Journey.id)", passive_deletes="all"
    )


class Journey(Keyed, Base):
    """An arrival or departure: the instant at the forum's city (if known), flight or train, place.

    `as_written` keeps what the list said where it is no time ("看情况").
    """

    __tablename__ = "journey"

    participant_id: Mapped[uuid.UUID] = mapped_column(refers_to("participant"), index=True)
    direction: Mapped[Direction]
    at: Mapped[dt.datetime | None]
    zone: Mapped[str] = mapped_column(default="Asia/Shanghai")
    carrier: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    as_written: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

    participant: Mapped[Participant] = relationship(back_populates="journeys")
