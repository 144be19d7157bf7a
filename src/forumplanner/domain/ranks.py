"""What is known of somebody who has a place in an order of protocol, and a place that was fixed by hand."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.guest_kinds import DiplomaticRank, PostKind, ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import ConsularClass, ConsularRole
from forumplanner.domain.text import EMPTY, LocalizedText


class Proof(StrEnum):
    """How sure a place is: by the rule, not decided by what is known, or fixed by a person."""

    PROVEN = "proven"
    UNPROVEN = "unproven"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Rank:
    """One guest. `key` tells guests apart; `post` is the key of the consular post or embassy, "" for anybody else.

    Consular fields and dates: see `records.ConsularGuest`; of an embassy's head of mission `commission_on` is the day
    on which functions were taken up (VCDR article 13). `list_order`: place in the foreign affairs office's list; of
    guests without a post, place in the secretariat's own. `country_en`: by it the English alphabet decides.
    `sort`: a key of the name. `stands_for`: the name of whom a substitute represents, at the substitute's own rank.
    """

    key: str
    name: LocalizedText = EMPTY
    post: str = ""
    post_name: LocalizedText = EMPTY
    kind: PostKind = PostKind.CONSULATE_GENERAL
    role: ConsularRole | None = None
    consular_class: ConsularClass | None = None
    honorary: bool = False
    provisional_on: dt.date | None = None
    exequatur_on: dt.date | None = None
    commission_on: dt.date | None = None
    notified_on: dt.date | None = None
    acting_since: dt.date | None = None
    seniority: int | None = None
    diplomatic_rank: DiplomaticRank | None = None
    group: ProtocolGroup | None = None
    level: ProtocolLevel | None = None
    list_order: int | None = None
    country_en: str = ""
    sort: str = ""
    stands_for: LocalizedText = EMPTY

    @property
    def is_embassy(self) -> bool:
        """Whether an embassy sends this guest: by the post's kind, else by a rank that only embassies have."""
        diplomat = self.diplomatic_rank is not None and self.role is None and self.consular_class is None
        return bool(self.post) and (self.kind is PostKind.EMBASSY or diplomat)

    @property
    def admitted_on(self) -> dt.date | None:
        """The day that ranks a head: provisional admission if it came first, else exequatur (VCCR art. 16(1), (2))."""
        return min(filter(None, (self.provisional_on, self.exequatur_on)), default=None)

    @property
    def ranks_by_provisional(self) -> bool:
        """Whether the provisional admission came before the exequatur, and so keeps deciding (VCCR article 16 (2))."""
        return self.admitted_on == self.provisional_on != self.exequatur_on

    @property
    def presented_on(self) -> dt.date | None:
        """The day on which the commission, or the notice instead of it, was presented (VCCR art. 11(3), 16(3))."""
        return self.commission_on or self.notified_on

    def shown(self, tag: str) -> str:
        """The name for a reader of `tag`; the post's where nobody is named yet."""
        return (self.name or self.post_name).best(tag)


@dataclass(frozen=True, slots=True)
class Override:
    """A place fixed by hand, counted from 1, and why."""

    place: int
    reason: str
