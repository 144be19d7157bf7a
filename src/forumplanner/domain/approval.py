"""What was approved beside what stands now: other names, dates and places, more people, people not on the list."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from forumplanner.domain.counting import known_country
from forumplanner.domain.statistics import Measure
from forumplanner.domain.text import EMPTY, LocalizedText


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the list of participants, as the list was approved or as it stands now.

    `participant`: the key on today's list, "" on an approved one.
    """

    person_id: str
    zh: str = ""
    latin: str = ""
    country: str = ""
    institution: str = ""
    participant: str = field(default="", compare=False)

    def shown(self, tag: str) -> str:
        """The name for a reader of `tag`."""
        first, second = (self.zh, self.latin) if tag.startswith("zh") else (self.latin, self.zh)
        return first or second

    def to_keep(self) -> dict[str, str]:
        """As an approval keeps it."""
        return {
            "person_id": self.person_id,
            "zh": self.zh,
            "latin": self.latin,
            "country": self.country,
            "institution": self.institution,
        }

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "Listed":
        """From what an approval keeps."""
        return cls(**{name: str(kept.get(name, "")) for name in ("person_id", "zh", "latin", "country", "institution")})


@dataclass(frozen=True, slots=True)
class State:
    """A forum as one approves it: names, dates, venue, numbers by code of `statistics.Measure`, list of participants.

    `listed` None: the approval has no list; a number that is missing was not approved by number.
    """

    titles: tuple[LocalizedText, ...] = ()
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    venue: LocalizedText = EMPTY
    numbers: Mapping[str, int] = field(default_factory=dict)
    listed: tuple[Listed, ...] | None = None


class DeviationKind(StrEnum):
    """In what a forum departs from its approval."""

    RENAMED = "renamed"
    DATES = "dates"
    VENUE = "venue"
    MORE_PEOPLE = "more_people"
    MORE_FOREIGN = "more_foreign"
    MORE_COUNTRIES = "more_countries"
    NEW_PEOPLE = "new_people"
    GONE_PEOPLE = "gone_people"
    OTHER_COUNTRY = "other_country"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One departure. `was`, `now`: texts. `days`: first and last as approved, then as they are; `numbers`: likewise."""

    kind: DeviationKind
    was: LocalizedText = EMPTY
    now: LocalizedText = EMPTY
    days: tuple[dt.date | None, ...] = ()
    numbers: tuple[int, int] | None = None
    people: tuple[Listed, ...] = ()

    @property
    def by(self) -> int:
        """How many more than approved, or how many people it is about."""
        return self.numbers[1] - self.numbers[0] if self.numbers else len(self.people)


_NUMBERS: Final = (
    (Measure.PEOPLE, DeviationKind.MORE_PEOPLE),
    (Measure.FOREIGN_PEOPLE, DeviationKind.MORE_FOREIGN),
    (Measure.COUNTRIES, DeviationKind.MORE_COUNTRIES),
)


def deviations(approved: State, now: State) -> tuple[Deviation, ...]:
    """What departs from the approval; what either side doesn't know is compared with nothing."""
    found = [*_names(approved, now), *_dates(approved, now), *_venue(approved, now), *_more(approved, now)]
    if approved.listed is not None:
        found += _people(approved.listed, now.listed or ())
    return tuple(found)


def _names(approved: State, now: State) -> Iterable[Deviation]:
    for was, present in zip(approved.titles, now.titles, strict=False):
        if any(was.get(tag) and was.get(tag) != present.get(tag) for tag in was):
            yield Deviation(DeviationKind.RENAMED, was, present)


def _dates(approved: State, now: State) -> Iterable[Deviation]:
    was, present = (approved.starts_on, approved.ends_on), (now.starts_on, now.ends_on)
    if any(day is not None and day != other for day, other in zip(was, present, strict=True)):
        yield Deviation(DeviationKind.DATES, days=(*was, *present))


def _venue(approved: State, now: State) -> Iterable[Deviation]:
    if any(approved.venue.get(tag) != now.venue.get(tag) for tag in approved.venue):
        yield Deviation(DeviationKind.VENUE, approved.venue, now.venue)


def _more(approved: State, now: State) -> Iterable[Deviation]:
    for measure, kind in _NUMBERS:
        was, present = approved.numbers.get(measure), now.numbers.get(measure, 0)
        if was is not None and present > was:
            yield Deviation(kind, numbers=(was, present))


def _people(approved: tuple[Listed, ...], now: tuple[Listed, ...]) -> list[Deviation]:
    before = {one.person_id: one for one in approved}
    after = {one.person_id: one for one in now}
    new = tuple(one for key, one in after.items() if key not in before)
    gone = tuple(one for key, one in before.items() if key not in after)
    moved = tuple(
        one
        for key, one in after.items()
        if key in before and before[key].country and _country(one) != _country(before[key])
    )
    groups = ((DeviationKind.NEW_PEOPLE, new), (DeviationKind.GONE_PEOPLE, gone), (DeviationKind.OTHER_COUNTRY, moved))
    return [Deviation(kind, people=people) for kind, people in groups if people]


def _country(one: Listed) -> str:
    return known_country(one.country) or one.country
