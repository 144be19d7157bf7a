"""Who else could take a role: people of the same session or forum who are free, on site and there in time."""

import datetime as dt
from collections.abc import Iterator

from forumplanner.checks.facts import Engagement, Facts
from forumplanner.domain.kinds import CHAIRING_ROLES, Direction, Mode
from forumplanner.snapshots.checks import CheckedPerson


def substitutes(facts: Facts, engagement: Engagement, *, most: int = 1) -> list[CheckedPerson]:
    """People who lead something and are free for that stretch: those of the same session first, then by name."""
    leading = {e.person.id for e in _leading(facts)} - {engagement.person.id}
    here = {e.person.id for e in facts.engaged(engagement.timed)}
    chosen = sorted(
        (facts.people[identity] for identity in leading),
        key=lambda person: (person.id not in here, person.name.latin or person.name.zh, person.id),
    )
    free = (person for person in chosen if _is_free(facts, person, engagement))
    return [person for person, _number in zip(free, range(most), strict=False)]


def _leading(facts: Facts) -> Iterator[Engagement]:
    for engagements in facts.engagements.values():
        yield from (e for e in engagements if e.item is None and e.appearance.role in CHAIRING_ROLES)


def _is_free(facts: Facts, person: CheckedPerson, asked: Engagement) -> bool:
    if person.mode not in {None, Mode.ON_SITE}:
        return False
    rules = facts.forum.planning
    ready = dt.timedelta(minutes=rules.arrival_buffer), dt.timedelta(minutes=rules.departure_buffer)
    for journey in person.journeys:
        if journey.at and journey.direction is Direction.ARRIVAL and asked.start < journey.at + ready[0]:
            return False
        if journey.at and journey.direction is Direction.DEPARTURE and asked.end > journey.at - ready[1]:
            return False
    return all(e.end <= asked.start or e.start >= asked.end for e in facts.engagements.get(person.id, ()))
