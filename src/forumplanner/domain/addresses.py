"""In which order the addresses of a ceremony are proposed: a usual way that every forum may choose otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from forumplanner.domain.guest_kinds import ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import ItemKind
from forumplanner.domain.placing import placed
from forumplanner.domain.precedence import Ranked
from forumplanner.domain.protocol import AddressOrder
from forumplanner.domain.ranks import Override

KINDS: Final = frozenset({ItemKind.WELCOME, ItemKind.ADDRESS, ItemKind.VIDEO_ADDRESS})
"""Items that are addresses."""

_LEVELS: Final = {one: n for n, one in enumerate(ProtocolLevel)}
_HOME: Final = (ProtocolGroup.DOMESTIC_LEADER, ProtocolGroup.HOST)


@dataclass(frozen=True, slots=True)
class Address:
    """One address: `key` of its item, and its speaker's place in the order of protocol."""

    key: str
    speaker: Ranked


def proposed(
    addresses: Sequence[Address], order: AddressOrder, overrides: Mapping[str, Override] | None = None
) -> tuple[Address, ...]:
    """Addresses in the order that the forum chose, with speakers whose place was fixed by hand put in.

    Descending: by level of office, a leader before the host and a guest from abroad of the same level; then whoever has
    no level, by protocol. Ascending: the other way round. Host first: the host, then descending.
    """
    ordered = sorted(addresses, key=lambda one: _weight(one.speaker))
    if order is AddressOrder.ASCENDING:
        ordered.reverse()
    if order is AddressOrder.HOST_FIRST:
        ordered.sort(key=lambda one: one.speaker.rank.group is not ProtocolGroup.HOST)
    return placed(ordered, overrides or {}, lambda one: one.speaker.key)


def _weight(speaker: Ranked) -> tuple[bool, int, int, int]:
    rank = speaker.rank
    at_home = rank.group in _HOME
    level = _LEVELS[rank.level] if rank.level else len(_LEVELS)
    group = _HOME.index(rank.group) if rank.group in _HOME else len(_HOME)
    return rank.level is None and not at_home, level, group, speaker.place
