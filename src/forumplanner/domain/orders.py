"""The order of delegations in a list, and of the people inside one."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from forumplanner.domain.delegations import DelegationRole, role_of
from forumplanner.domain.guest_kinds import ProtocolLevel
from forumplanner.domain.names import PersonName
from forumplanner.domain.placing import placed
from forumplanner.domain.protocol import DelegationOrder, HostPlace, ProtocolRules, SingleName
from forumplanner.domain.ranks import Override
from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.domain.strokes import stroke_key
from forumplanner.domain.text import EMPTY, EN, ZH, LocalizedText

_LEVELS: Final = {one: n for n, one in enumerate(ProtocolLevel)}
_ROLES: Final = {one: n for n, one in enumerate(DelegationRole)}
_CHINESE: Final = frozenset({"CN", "HK", "MO", "TW"})


@dataclass(frozen=True, slots=True)
class DelegationEntry:
    """What orders a delegation. `country`: the name of its country, or of its institution's; empty where unknown.

    `institution`: or the delegation's own name. `head`, `level`: of the head of delegation. `host`: of the host
    country. `position`: as it was entered.
    """

    key: str
    country: LocalizedText = EMPTY
    institution: LocalizedText = EMPTY
    head: str = ""
    level: ProtocolLevel | None = None
    confirmed_on: dt.date | None = None
    host: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """What orders somebody in a delegation. `role`: code of `DelegationRole`, "" for a plain member."""

    key: str
    name: PersonName
    role: str = ""
    country: str = ""


def delegations(
    entries: Iterable[DelegationEntry], rules: ProtocolRules, overrides: Mapping[str, Override] | None = None
) -> tuple[DelegationEntry, ...]:
    """Delegations in the order that the forum chose, with places fixed by hand put in.

    Whatever decides first, the country in the English alphabet decides next, then the institution in English. The
    host country stands first or last where countries are listed alphabetically. What a delegation lacks puts it behind
    the others.
    """
    keys: dict[DelegationOrder, Callable[[DelegationEntry], tuple[Any, ...]]] = {
        DelegationOrder.COUNTRY: lambda one: (_host(one, rules),),
        DelegationOrder.PROTOCOL: lambda one: (_LEVELS[one.level] if one.level else len(_LEVELS),),
        DelegationOrder.CONFIRMED: lambda one: (one.confirmed_on or dt.date.max,),
        DelegationOrder.PINYIN: lambda one: (_host(one, rules), *_pinyin(one)),
        DelegationOrder.STROKES: lambda one: (stroke_key(one.head, rules.single_name),),
        DelegationOrder.HAND: lambda one: (one.position,),
    }
    chosen = keys[rules.delegations]
    ordered = sorted(entries, key=lambda one: (*chosen(one), *_alphabet(one)))
    return placed(ordered, overrides or {}, lambda one: one.key)


def _host(one: DelegationEntry, rules: ProtocolRules) -> int:
    if rules.host_place is HostPlace.ALPHABET or not one.host:
        return 0
    return -1 if rules.host_place is HostPlace.FIRST else 1


def _alphabet(one: DelegationEntry) -> tuple[bool, str, bool, str, int, str]:
    country, institution = latin_key(one.country.get(EN)), latin_key(one.institution.best(EN))
    return not country, country, not institution, institution, one.position, one.key


def _pinyin(one: DelegationEntry) -> tuple[bool, str, str]:
    country = pinyin_key(one.country.get(ZH))
    return not country, country, pinyin_key(one.institution.get(ZH))


def members(entries: Iterable[MemberEntry], single: SingleName = SingleName.SLOT) -> tuple[MemberEntry, ...]:
    """The people of one delegation: head, deputies, members, accompanying persons.

    Inside a role Chinese names stand by strokes of the family name, then foreigners by the family name in the passport.
    """
    return tuple(sorted(entries, key=lambda one: (_ROLES[role_of(one.role)], *_name(one, single), one.key)))


def _name(one: MemberEntry, single: SingleName) -> tuple[bool, tuple[Any, ...]]:
    name = one.name
    chinese = bool(name.zh) and (one.country in _CHINESE or not name.latin)
    if chinese:
        return False, stroke_key(name.zh, single)
    latin = latin_key(name.latin)
    return True, (not latin, latin_key(name.family) or latin, latin)
