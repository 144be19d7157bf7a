"""Numbers that the checks of a plan reckon with; a forum may set its own."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Self


@dataclass(frozen=True, slots=True)
class PlanningRules:
    """What a forum plans with. Minutes, or minutes since midnight at the forum's venue.

    `walk`: on foot between two buildings where no other time is given. `arrival_buffer`, `departure_buffer`: from
    landing to a first own item, from the last one to departure, in the same city. `prayer_from`, `prayer_to`: the
    Friday prayer; `meal_from`, `meal_to`: lunch. `online_from`, `online_to`: when people online can be asked to speak,
    at their own place.
    """

    walk: int = 10
    arrival_buffer: int = 60
    departure_buffer: int = 60
    prayer_from: int = 12 * 60 + 45
    prayer_to: int = 14 * 60
    meal_from: int = 12 * 60
    meal_to: int = 13 * 60
    online_from: int = 7 * 60
    online_to: int = 22 * 60

    @classmethod
    def of(cls, kept: Mapping[str, int] | None) -> Self:
        """The rules of a forum from what its record keeps; names of a newer program are passed over."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in (kept or {}).items() if name in known})

    def to_keep(self) -> dict[str, int] | None:
        """What differs from the defaults; None where nothing does."""
        usual = asdict(PlanningRules())
        return {name: value for name, value in asdict(self).items() if value != usual[name]} or None
