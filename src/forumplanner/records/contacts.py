"""What passes between the secretariat and its guests: contact notes, materials, letters, places fixed by hand."""

import datetime as dt
import uuid

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.domain.guest_kinds import Channel, LetterKind, MaterialKind, MaterialState
from forumplanner.domain.kinds import InvitationStatus
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to


class ContactNote(Keyed, Base):
    """A call, letter or message 联系记录, and the step that an invitation took by it.

    About exactly one of participant, consular guest, consular post, delegation. `day`, `minute`: day and minute of the
    day on the forum's clock; None where only the day is known. `contact`: who was spoken to. `status`: what the
    invitation became, None for a mere note. `reference`: number of a letter or an approval. `asked`: codes of what was
    asked for. `next_on`, `next_action`: when to get in touch again and why; a later note about the same replaces it.
    """

    __tablename__ = "contact_note"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    participant_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("participant"), index=True)
    consular_guest_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("consular_guest"), index=True)
    consular_post_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("consular_post"), index=True)
    delegation_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("delegation"), index=True)
    day: Mapped[dt.date]
    minute: Mapped[int | None]
    channel: Mapped[Channel | None]
    contact: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[InvitationStatus | None]
    reference: Mapped[str] = mapped_column(default="")
    asked: Mapped[tuple[str, ...]] = mapped_column(default=())
    next_on: Mapped[dt.date | None]
    next_action: Mapped[str] = mapped_column(default="")
    author: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Material(Keyed, Base):
    """One cell of the chase matrix 催办: what a participant still owes, where the other records don't say it."""

    __tablename__ = "material"
    __table_args__ = (UniqueConstraint("participant_id", "kind"),)

    participant_id: Mapped[uuid.UUID] = mapped_column(refers_to("participant"), index=True)
    kind: Mapped[MaterialKind]
    state: Mapped[MaterialState]
    day: Mapped[dt.date | None]
    note: Mapped[str] = mapped_column(default="")


class Letter(Keyed, Base):
    """An outgoing letter 函件 in the register: its number, date and both texts as they were issued.

    `despite`: why it was issued before the approval was recorded, "" where nothing had to be overcome.
    """

    __tablename__ = "letter"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    kind: Mapped[LetterKind]
    number: Mapped[str] = mapped_column(default="")
    dated: Mapped[dt.date | None]
    consular_post_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("consular_post"), index=True)
    consular_guest_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("consular_guest"), index=True)
    participant_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("participant"), index=True)
    text: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    despite: Mapped[str] = mapped_column(Text, default="")
    issued_by: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class OrderOverride(Keyed, Base):
    """A place in an order of protocol that somebody fixed by hand, with the reason.

    `listing`: code of the list ("consular", "guests", "delegations", "addresses"); about exactly one guest, participant
    or delegation. `place`: from 1, in the list as it is printed.
    """

    __tablename__ = "order_override"

    forum_id: Mapped[uuid.UUID] = mapped_column(refers_to("forum"), index=True)
    listing: Mapped[str]
    consular_guest_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("consular_guest"), index=True)
    participant_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("participant"), index=True)
    delegation_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("delegation"), index=True)
    place: Mapped[int]
    reason: Mapped[str] = mapped_column(Text, default="")
    decided_by: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[dt.date | None]
