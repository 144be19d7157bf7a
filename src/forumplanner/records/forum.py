"""A forum, the institutions that organise it, and the issues of its programme that left the house."""

import datetime as dt
import uuid

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from forumplanner.domain.kinds import ForumMode, OrganiserRole, ReleaseKind
from forumplanner.domain.text import DEFAULT_LANGUAGES, EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to
from forumplanner.records.institutions import Institution


class Forum(Keyed, Base):
    """One edition of a forum 论坛.

    `titles`: the official titles, joined by 暨. `languages`: the ordered pair that papers print. `zone`: IANA name.
    `reported`: numbers as somebody reported them, `{code: text}`; never mixed with counted ones.
    `live_url`, `replay_url`: links on cover and posters. `mailbox`: the address the secretariat reads; ORGANIZER of
    calendar files and, by its domain, of UIDs. `badge_prefix`: opens the printed number ("YL26").
    `planning`: numbers that checks reckon with, where they differ from `domain.planning.PlanningRules`.
    `protocol`: choices of order and style, where they differ from `domain.protocol.ProtocolRules`.
    `words`: this forum's own words `{code: {tag: text}}`: "organiser.host", "country.VN", "letter.consular_invitation".
    """

    __tablename__ = "forum"
    __table_args__ = (UniqueConstraint("slug"),)

    slug: Mapped[str]
    titles: Mapped[tuple[LocalizedText, ...]] = mapped_column(default=())
    short_title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    theme: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    series: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    edition: Mapped[str] = mapped_column(default="")
    umbrella: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    starts_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    country: Mapped[str] = mapped_column(default="CN")
    city: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    venue: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    zone: Mapped[str] = mapped_column(default="Asia/Shanghai")
    languages: Mapped[tuple[str, ...]] = mapped_column(default=DEFAULT_LANGUAGES)
    mode: Mapped[ForumMode | None]
    live_url: Mapped[str] = mapped_column(default="")
    replay_url: Mapped[str] = mapped_column(default="")
    mailbox: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    badge_prefix: Mapped[str] = mapped_column(default="")
    accent: Mapped[str] = mapped_column(default="")
    notes: Mapped[tuple[str, ...]] = mapped_column(default=())
    reported: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    planning: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    protocol: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    words: Mapped[dict[str, dict[str, str]] | None] = mapped_column(JSON(none_as_null=True))

    organisers: Mapped[list["Organiser"]] = relationship(
        back_populates="forum", order_by="(Organiser.position, Organiser.id)", passive_deletes="all"
    )


class Organiser(Keyed, Base):
    """An institution that organises a forum, or one of its parallel forums, in a rank 主办 / 承办 / 协办."""

    __tablename__ = "organiser"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    track_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("track"), index=True)
    institution_id: Mapped[uuid.UUID] = mapped_column(refers_to("institution"), index=True)
    role: Mapped[OrganiserRole]
    position: Mapped[int] = mapped_column(default=0)

    forum: Mapped[Forum] = relationship(back_populates="organisers")
    institution: Mapped[Institution] = relationship()


class Release(Keyed, Base):
    """An issue of the programme 版本: its name ("V3.1"), what it is for, when it was issued, which one it replaces.

    `step`: the journal step whose state it froze. `content`: content hash of the frozen snapshot in Asset, if kept.
    `note`: what it is for or what changed, as the secretariat puts it.
    """

    __tablename__ = "release"
    __table_args__ = (UniqueConstraint("forum_id", "name"),)

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    name: Mapped[str]
    kind: Mapped[ReleaseKind]
    issued_at: Mapped[dt.datetime]
    issued_by: Mapped[str] = mapped_column(default="")
    replaces: Mapped[str] = mapped_column(default="")
    step: Mapped[int | None]
    content: Mapped[str] = mapped_column(default="")
    note: Mapped[LocalizedText] = mapped_column(default=EMPTY)
