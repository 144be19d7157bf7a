"""An alliance over its years: the ledger of members, terms of office, agreements and appointments."""

import datetime as dt
import uuid

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.domain.guest_kinds import AgreementKind, AllianceChange, AllianceOffice, AppointmentKind
from forumplanner.domain.kinds import Standing
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to


class LedgerEntry(Keyed, Base):
    """One line of the ledger of members 成员台账: who was admitted, got another standing or left, when and where.

    `unnamed`: institutions that the source counts without naming; then `institution_id` is None. `day`: None where only
    the `year` is known. `item_id`: the admission in a programme. `resolution`: the text that was adopted.
    """

    __tablename__ = "ledger_entry"

    institution_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("institution"), index=True)
    unnamed: Mapped[int] = mapped_column(default=0)
    change: Mapped[AllianceChange]
    standing: Mapped[Standing | None]
    day: Mapped[dt.date | None]
    year: Mapped[int | None]
    occasion: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    forum_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("forum"), index=True)
    item_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("item"), index=True)
    resolution: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")


class OfficeTerm(Keyed, Base):
    """An office of the alliance held by an institution or a person from one day until another."""

    __tablename__ = "office_term"

    office: Mapped[AllianceOffice]
    institution_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("institution"), index=True)
    person_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("person"), index=True)
    since: Mapped[dt.date | None]
    until: Mapped[dt.date | None]
    item_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("item"), index=True)
    resolution: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")


class Agreement(Keyed, Base):
    """A signed text 协议 in the register, with its ceremony where it was signed at a forum."""

    __tablename__ = "agreement"

    forum_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("forum"), index=True)
    number: Mapped[str] = mapped_column(default="")
    kind: Mapped[AgreementKind]
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    signed_on: Mapped[dt.date | None]
    item_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("item"), index=True)
    act_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("act"), index=True)
    resolution: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")


class AgreementParty(Keyed, Base):
    """A party of an agreement, with who signed for it."""

    __tablename__ = "agreement_party"

    agreement_id: Mapped[uuid.UUID] = mapped_column(refers_to("agreement"), index=True)
    institution_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("institution"), index=True)
    person_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("person"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class Appointment(Keyed, Base):
    """An entry in the register of appointments 聘书, honorary titles, certificates and plaques.

    `number`: serial, "证字第2026-0012号". `since`, `until`: the term. `presenter`: who hands
    it over. `handed_over`: done.
    """

    __tablename__ = "appointment"

    forum_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("forum"), index=True)
    number: Mapped[str] = mapped_column(default="")
    kind: Mapped[AppointmentKind]
    person_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("person"), index=True)
    institution_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("institution"), index=True)
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    since: Mapped[dt.date | None]
    until: Mapped[dt.date | None]
    issued_on: Mapped[dt.date | None]
    item_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("item"), index=True)
    act_id: Mapped[uuid.UUID | None] = mapped_column(refers_to("act"), index=True)
    presenter: Mapped[str] = mapped_column(default="")
    resolution: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    handed_over: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(Text, default="")
