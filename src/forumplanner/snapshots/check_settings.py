"""What the checks of a forum reckon with, as the page of settings shows it."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.planning import PlanningRules
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.text import LocalizedText
from forumplanner.snapshots.checks import CheckedWalk, CheckSeverity

_USUAL = ProtocolRules()


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A national day or holiday that the secretariat added; `country` "" for everybody."""

    id: str
    day: dt.date
    name: LocalizedText
    country: str


@dataclass(frozen=True, slots=True)
class OwnCountry:
    """A country that this forum names otherwise than the program, in Chinese, in English or in both."""

    code: str
    chinese: str
    english: str


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """Rules, severities that differ from the program's, buildings of the rooms, walks and own days of one forum.

    `buildings`: by name in the forum's first language, as walks name them. `countries`: of those who take part or send
    somebody. `protocol`: the rules of order. `names`: countries with names of the forum's own. `host`: its country.
    """

    rules: PlanningRules
    severities: tuple[CheckSeverity, ...]
    buildings: tuple[str, ...]
    walks: tuple[CheckedWalk, ...]
    days: tuple[OwnDay, ...]
    countries: tuple[str, ...]
    protocol: ProtocolRules = _USUAL
    names: tuple[OwnCountry, ...] = ()
    host: str = ""
