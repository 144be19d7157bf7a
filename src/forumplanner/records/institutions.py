"""Institutions and consular posts: the directory that all forums of a secretariat share."""

import datetime as dt
import uuid

from sqlalchemy.orm import Mapped, mapped_column, relationship

from forumplanner.domain.guest_kinds import PostKind
from forumplanner.domain.kinds import InstitutionKind, Standing
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to


class Institution(Keyed, Base):
    """A university, hospital, office or company 单位; `parent` for a school of a university.

    `country`: ISO 3166-1 alpha-2. `standing`: in the alliance, with its date and occasion;
    the ledger in `records.alliance` says how it came about. `logo`: content hash of an asset.
    """

    __tablename__ = "institution"

    code: Mapped[str] = mapped_column(default="", index=True)
    name: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    short_name: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    country: Mapped[str] = mapped_column(default="")
    city: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    kind: Mapped[InstitutionKind | None]
    parent_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("institution"), index=True)
    standing: Mapped[Standing | None]
    standing_since: Mapped[dt.date | None]
    standing_occasion: Mapped[str] = mapped_column(default="")
    logo: Mapped[str] = mapped_column(default="")

    parent: Mapped["Institution | None"] = relationship(remote_side="Institution.id")


class ConsularPost(Keyed, Base):
    """A consulate 领馆, or an embassy: `country` is the sending state, `city` its seat, `district` what it covers.

    `list_order`: its place in the list of the foreign affairs office. `contact`: the protocol secretary to call.
    """

    __tablename__ = "consular_post"

    code: Mapped[str] = mapped_column(default="", index=True)
    country: Mapped[str] = mapped_column(default="")
    city: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    name: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    kind: Mapped[PostKind] = mapped_column(default=PostKind.CONSULATE_GENERAL)
    district: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    address: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    contact: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    list_order: Mapped[int | None]
