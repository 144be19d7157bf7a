"""What the rule asks of a guest, one question after the other, and which question decides between two.

VCCR: Vienna Convention on Consular Relations, 1963. VCDR: Vienna Convention on Diplomatic Relations, 1961.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from forumplanner.domain.guest_kinds import DiplomaticRank, PostKind, ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import ConsularClass, ConsularRole
from forumplanner.domain.protocol import Setting
from forumplanner.domain.ranks import Rank


class Ground(StrEnum):
    """What decides between two guests; `LIST` the foreign affairs office's list, `ALPHABET` nothing better."""

    GROUP = "group"
    LEVEL = "level"
    TIER = "tier"
    CLASS = "class"
    HONORARY = "honorary"
    ADMITTED = "admitted"
    PRESENTED = "presented"
    ACTING_SINCE = "acting_since"
    POST = "post"
    SENIORITY = "seniority"
    DIPLOMATIC = "diplomatic"
    CREDENTIALS = "credentials"
    LIST = "list"
    ALPHABET = "alphabet"


class Doubt(StrEnum):
    """`VALUE`: the answer is only presumed. `PLACE`: the answer is sure, but not where it stands among others."""

    VALUE = "value"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Step:
    """One answer: smaller values stand first, None is unknown. `listed`: the office's list answers instead."""

    ground: Ground
    value: int | None
    doubt: Doubt | None = None
    listed: bool = False


Steps = tuple[Step, ...]
Posts = Mapping[str, tuple[int, bool]]
"""Place of each post by its head of post, and whether that place is proven."""

_CONSULAR: Final = "consular"
_GROUPS: Final = (
    ProtocolGroup.DOMESTIC_LEADER,
    _CONSULAR,
    ProtocolGroup.FOREIGN_GUEST,
    ProtocolGroup.ALLIANCE_LEADER,
    ProtocolGroup.GUEST_OF_HONOUR,
    ProtocolGroup.HOST,
)
"""How groups follow each other in a mixed list: usual practice, states before institutions, the host's own last."""

_ROLES: Final = {ConsularRole.HEAD: 0, ConsularRole.ACTING: 1, ConsularRole.OFFICER: 2}
_DIPLOMATS: Final = -1
_CLASSES: Final = {one: n for n, one in enumerate(ConsularClass)}
_RANKS: Final = {one: n for n, one in enumerate(DiplomaticRank)}
_LEVELS: Final = {one: n for n, one in enumerate(ProtocolLevel)}
_HEADS_OF_MISSION: Final = frozenset({DiplomaticRank.AMBASSADOR, DiplomaticRank.CHARGE})
_HEAD_OF: Final = {
    PostKind.CONSULATE_GENERAL: ConsularClass.CONSUL_GENERAL,
    PostKind.CONSULATE: ConsularClass.CONSUL,
    PostKind.VICE_CONSULATE: ConsularClass.VICE_CONSUL,
    PostKind.CONSULAR_AGENCY: ConsularClass.CONSULAR_AGENT,
}
"""Who leads a post of each kind (VCCR articles 1 (1), 9); presumed where nobody has said."""


def steps_of(rank: Rank, setting: Setting, posts: Posts) -> Steps:
    """The rule's questions with this guest's answers.

    Consular guests (VCCR articles 9, 15, 16, 21): heads by class, career before honorary, day of provisional admission
    or exequatur, day of the commission; then acting heads by the day they took over; then officers by their own rank,
    their post, and their order in it. Members of an embassy: before them at a national event, by diplomatic rank (VCDR
    articles 14, 16, 17); at a provincial one where the office's list puts them. Others by group and level.
    """
    if not rank.post:
        return _of_honour(rank)
    group = Step(Ground.GROUP, _GROUPS.index(_CONSULAR))
    if not rank.is_embassy:
        return group, *_consular(rank, posts)
    if setting is Setting.NATIONAL:
        return group, Step(Ground.TIER, _DIPLOMATS), *_diplomatic(rank, posts)
    return group, Step(Ground.TIER, _ROLES[ConsularRole.HEAD]), Step(Ground.CLASS, None, listed=True)


def _of_honour(rank: Rank) -> Steps:
    known = rank.group is not None
    group = Step(
        Ground.GROUP, _GROUPS.index(rank.group or ProtocolGroup.GUEST_OF_HONOUR), None if known else Doubt.VALUE
    )
    return group, Step(Ground.LEVEL, _LEVELS[rank.level] if rank.level else None)


def presumed(rank: Rank) -> tuple[ConsularRole, ConsularClass]:
    """Role and class as recorded; else as the post's kind suggests: its head, unless the own class is another."""
    head = _HEAD_OF.get(rank.kind, ConsularClass.CONSUL_GENERAL)
    own = rank.consular_class or head
    role = rank.role or (ConsularRole.HEAD if own is head else ConsularRole.OFFICER)
    if rank.consular_class is None and role is ConsularRole.OFFICER:
        own = ConsularClass.ATTACHE
    return role, own


def _consular(rank: Rank, posts: Posts) -> Steps:
    role, own = presumed(rank)
    tier = Step(Ground.TIER, _ROLES[role], None if rank.role else Doubt.VALUE)
    classed = Step(Ground.CLASS, _CLASSES[own], None if rank.consular_class else Doubt.VALUE)
    if role is ConsularRole.HEAD:
        honorary = Step(Ground.HONORARY, int(rank.honorary))
        days = _day(Ground.ADMITTED, rank.admitted_on), _day(Ground.PRESENTED, rank.presented_on)
        return tier, classed, honorary, *days
    if role is ConsularRole.ACTING:
        return tier, _day(Ground.ACTING_SINCE, rank.acting_since)
    return tier, classed, _post(rank, posts), Step(Ground.SENIORITY, rank.seniority)


def _diplomatic(rank: Rank, posts: Posts) -> Steps:
    own = Step(Ground.DIPLOMATIC, _RANKS[rank.diplomatic_rank] if rank.diplomatic_rank else None)
    if rank.diplomatic_rank in _HEADS_OF_MISSION:
        return own, _day(Ground.CREDENTIALS, rank.presented_on or rank.acting_since)
    return own, _post(rank, posts), Step(Ground.SENIORITY, rank.seniority)


def _post(rank: Rank, posts: Posts) -> Step:
    place, sure = posts.get(rank.post, (None, False))
    return Step(Ground.POST, place, None if sure else Doubt.PLACE)


def _day(ground: Ground, day: dt.date | None) -> Step:
    return Step(ground, day.toordinal() if day else None)


@dataclass(frozen=True, slots=True)
class Decision:
    """What decides between two guests, and whether both have what it needs."""

    ground: Ground
    proven: bool


def decision(one: Rank, steps: Steps, other: Rank, other_steps: Steps, *, first: bool = True) -> Decision:
    """The question that parts two guests; `first`: whether `one` really stands before `other`.

    Proven only if both answers are known for sure, and differ.
    """
    for mine, theirs in zip(steps, other_steps, strict=False):
        if mine.listed or theirs.listed:
            return Decision(Ground.LIST, _listed(one, other, first=first))
        if mine.value is None or theirs.value is None or Doubt.VALUE in {mine.doubt, theirs.doubt}:
            return Decision(mine.ground, proven=False)
        if mine.value != theirs.value:
            return Decision(mine.ground, mine.doubt is theirs.doubt is None)
    return Decision(Ground.ALPHABET, proven=False)


def _listed(one: Rank, other: Rank, *, first: bool) -> bool:
    """Whether the office's list says what the order shows; inside one embassy its diplomatic ranks do."""
    if one.post == other.post and one.is_embassy and other.is_embassy:
        mine, theirs = one.diplomatic_rank, other.diplomatic_rank
        return bool(mine and theirs) and mine is not theirs
    if one.list_order is None or other.list_order is None or one.list_order == other.list_order:
        return False
    return (one.list_order < other.list_order) is first


def fallback(rank: Rank) -> tuple[int, str, int, int, str, str]:
    """Where nothing is known: the office's list, the English alphabet, then what makes every order repeatable."""
    return (
        rank.list_order if rank.list_order is not None else _LAST,
        rank.country_en.casefold(),
        _RANKS[rank.diplomatic_rank] if rank.diplomatic_rank else _LAST,
        rank.seniority if rank.seniority is not None else _LAST,
        rank.sort,
        rank.key,
    )


def alphabetical(rank: Rank) -> tuple[str, int, str, str]:
    """Where every answer is the same: the country in the English alphabet, the list, then the name."""
    listed = rank.list_order if rank.list_order is not None else _LAST
    return rank.country_en.casefold(), listed, rank.sort, rank.key


_LAST: Final = 10**6


def gap(rank: Rank, ordered: Sequence[Rank]) -> int:
    """Where among `ordered` the office's list puts a guest: contradicting as few as possible, else behind them.

    A comparison by list for some pairs and by date for others would run in circles; one place never does.
    """
    if rank.list_order is None:
        return len(ordered)
    cost = best = place = 0
    for n, other in enumerate(ordered, start=1):
        if other.list_order is not None:
            cost += (other.list_order > rank.list_order) - (other.list_order < rank.list_order)
        if cost <= best:
            best, place = cost, n
    return place
