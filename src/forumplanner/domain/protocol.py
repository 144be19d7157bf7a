"""Choices of order and style of one forum's protocol, each with a usual preset."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final, Self

from forumplanner.domain.name_rules import NameStyle


class DelegationOrder(StrEnum):
    """How delegations are listed; which caption stands under the list follows from it."""

    COUNTRY = "country"
    PROTOCOL = "protocol"
    CONFIRMED = "confirmed"
    PINYIN = "pinyin"
    STROKES = "strokes"
    HAND = "hand"


class HostPlace(StrEnum):
    """Where the host country stands among countries in the English alphabet."""

    LAST = "last"
    FIRST = "first"
    ALPHABET = "alphabet"


class SingleName(StrEnum):
    """How a given name of one character is placed in stroke order: with an empty second slot, or without one."""

    SLOT = "slot"
    NO_SLOT = "no_slot"


class Setting(StrEnum):
    """Whether embassies come before consular posts: at a national event by rank, at a provincial one by the list."""

    PROVINCIAL = "provincial"
    NATIONAL = "national"


class AddressOrder(StrEnum):
    """In which order addresses are proposed."""

    DESCENDING = "descending"
    ASCENDING = "ascending"
    HOST_FIRST = "host_first"


class Regime(StrEnum):
    """Whose rules of approval apply; `domain.regimes` says what each demands. `NONE`: no authority has to approve.

    `OPEN`: nobody has chosen yet, since only the reader knows whose rules bind the forum.
    """

    OPEN = "open"
    BNU = "bnu2025"
    SNNU = "snnu"
    CAS = "cas"
    NONE = "none"


class Subject(StrEnum):
    """Social or natural sciences: rules of approval have other limits for each."""

    SOCIAL = "social"
    NATURAL = "natural"


@dataclass(frozen=True, slots=True)
class ProtocolRules:
    """What a forum chose; anything not chosen is the usual way.

    `regime`, `subject`, `sensitive` ("yes": ministers, bodies of the United Nations, sensitive subjects) and
    `file_days` (days before the first day by which an application is filed; "" as the regime has it): of approval.
    """

    delegations: DelegationOrder = DelegationOrder.COUNTRY
    host_place: HostPlace = HostPlace.LAST
    single_name: SingleName = SingleName.SLOT
    setting: Setting = Setting.PROVINCIAL
    addresses: AddressOrder = AddressOrder.DESCENDING
    names: NameStyle = NameStyle.CAPITALS
    regime: Regime = Regime.OPEN
    subject: Subject = Subject.SOCIAL
    sensitive: str = ""
    file_days: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, str] | None) -> Self:
        """The rules of a forum from what its record keeps; names of a newer program are passed over."""
        known = {name: value for name, value in (kept or {}).items() if name in _KINDS}
        return cls(**{name: _KINDS[name](value) for name, value in known.items()})

    def to_keep(self) -> dict[str, str] | None:
        """What differs from the defaults; None where nothing does."""
        usual = asdict(ProtocolRules())
        return {name: str(value) for name, value in asdict(self).items() if value != usual[name]} or None


_KINDS: Final[dict[str, Any]] = {
    "delegations": DelegationOrder,
    "host_place": HostPlace,
    "single_name": SingleName,
    "setting": Setting,
    "addresses": AddressOrder,
    "names": NameStyle,
    "regime": Regime,
    "subject": Subject,
    "sensitive": str,
    "file_days": str,
}
