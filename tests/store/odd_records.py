"""Records that the program doesn't have yet but may get: composite keys, blobs, decimals, floats, circles, orphans.

Their tables are called like ours where the store asks for them by name (person, session).
"""

import datetime as dt
import decimal
import enum
import uuid
from typing import Any

from sqlalchemy import JSON, BigInteger, LargeBinary, MetaData, Numeric, UniqueConstraint, func
from sqlalchemy.ext.mutable import MutableDict
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from forumplanner.records import NOT_JOURNALLED
from forumplanner.records import Base as RealBase
from forumplanner.records.base import NAMING, Keyed, Utc, Versioned, refers_to
from forumplanner.store.schema import Schema


class OddBase(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it once, nobody writes it
        dt.datetime: Utc(),
        dict[str, Any]: JSON(none_as_null=True),
        decimal.Decimal: Numeric(12, 2),
    }


class Presence(enum.Enum):
    HERE = "here"
    AWAY = "away"


class Person(Keyed, OddBase):
    __tablename__ = "person"
    __table_args__ = (UniqueConstraint("email"),)

    email: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    name: Mapped[dict[str, Any]] = mapped_column(default=dict)
    extra: Mapped[dict[str, Any]] = mapped_column(MutableDict.as_mutable(JSON(none_as_null=True)), default=dict)
    score: Mapped[float | None]
    big: Mapped[int | None] = mapped_column(BigInteger)
    fee: Mapped[decimal.Decimal | None]
    photo: Mapped[bytes | None] = mapped_column(LargeBinary)
    presence: Mapped[Presence] = mapped_column(default=Presence.HERE)
    born_on: Mapped[dt.date | None]
    wakes_at: Mapped[dt.time | None]
    vip: Mapped[bool] = mapped_column(default=False)
    country: Mapped[str] = mapped_column(server_default="CN")
    made_at: Mapped[dt.datetime] = mapped_column(server_default=func.current_timestamp())
    touched: Mapped[int] = mapped_column(default=0, onupdate=7)
    roles: Mapped[list["Role"]] = relationship(back_populates="person", cascade="all, delete-orphan")


class Session(Keyed, OddBase):
    __tablename__ = "session"

    title: Mapped[str] = mapped_column(default="")
    head_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("person"))
    before_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("session"))
    roles: Mapped[list["Role"]] = relationship(back_populates="session", cascade="all, delete-orphan")
    guests: Mapped[list["Guest"]] = relationship(back_populates="session")


class Role(Versioned, OddBase):
    """A row whose key is where it stands: moving it changes the key."""

    __tablename__ = "role"

    session_id: Mapped[uuid.UUID] = mapped_column(refers_to("session"), primary_key=True)
    person_id: Mapped[uuid.UUID] = mapped_column(refers_to("person"), primary_key=True)
    name: Mapped[str] = mapped_column(default="speaker")
    session: Mapped[Session] = relationship(back_populates="roles")
    person: Mapped[Person] = relationship(back_populates="roles")


class Guest(Keyed, OddBase):
    """A row that the unit of work itself lets go when its session is deleted."""

    __tablename__ = "guest"

    session_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("session"))
    session: Mapped[Session | None] = relationship(back_populates="guests")


for _name in ("journal_step", "journal_row", "asset", "planner_file"):
    RealBase.metadata.tables[_name].to_metadata(OddBase.metadata)

ODD = Schema.of(OddBase, not_journalled=NOT_JOURNALLED)
