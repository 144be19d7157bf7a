"""Ceremonies inside an item: their single acts, and what the crew does at its cue."""

import uuid

from sqlalchemy.orm import Mapped, mapped_column

from forumplanner.domain.kinds import CueKind
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records.base import Base, Keyed, refers_to


class Act(Keyed, Base):
    """One act of a ceremony: an agreement signed by two parties, a title conferred, a member admitted, a text adopted.

    `title`: of the agreement, honour, post or document. Who signs, witnesses, presents and receives are appearances of
    the same item that name the act; an institution that joins is an appearance as recipient.
    """

    __tablename__ = "act"

    item_id: Mapped[uuid.UUID] = mapped_column(refers_to("item"), index=True)
    title: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    position: Mapped[int] = mapped_column(default=0)


class Cue(Keyed, Base):
    """What the crew does in an item 提示: screen, sound, light, microphone, ushers, interpreters, spare plan, photo."""

    __tablename__ = "cue"

    item_id: Mapped[uuid.UUID] = mapped_column(refers_to("item"), index=True)
    kind: Mapped[CueKind]
    text: Mapped[LocalizedText] = mapped_column(default=EMPTY)
    position: Mapped[int] = mapped_column(default=0)
