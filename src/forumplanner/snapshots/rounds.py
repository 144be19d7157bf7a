"""What a round of mail weighs people by: their duties in the programme, and who looks after them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class Duty(StrEnum):
    """What makes somebody's mail go before others', the most important first."""

    CHAIR = "chair"
    SPEAKER = "speaker"
    HEAD = "head"


DUTIES: Final = tuple(Duty)


@dataclass(frozen=True, slots=True)
class Liaison:
    """Who looks after somebody, in each of the forum's languages, and under which number."""

    name: tuple[str, ...] = ()
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Duties:
    """By participant: duties in the forum, their own phone, and who looks after their delegation."""

    of: dict[str, frozenset[Duty]] = field(default_factory=dict)
    phones: dict[str, str] = field(default_factory=dict)
    liaisons: dict[str, Liaison] = field(default_factory=dict)
