"""Check of ways: whether people have the minutes to walk from one building to the next."""

import datetime as dt
from collections.abc import Iterator

from forumplanner.checks.facts import Engagement, Facts
from forumplanner.checks.wording import (
    day,
    engagement_subject,
    finding,
    minutes_between,
    part_called,
    person_name,
    person_subject,
    words,
)
from forumplanner.domain.kinds import Mode
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place


def between_buildings(facts: Facts) -> Iterator[Finding]:
    """People with too few minutes between two sessions in different buildings; one a person and pair of sessions.

    The walk is that of the two buildings, else the forum's usual one. Rooms without a building are left alone.
    """
    buildings = _buildings(facts)
    if len({str(name) for name in buildings.values()}) < 2:
        return
    walks = _walks(facts)
    longest = dt.timedelta(minutes=max(walks.values(), default=0))
    longest = max(longest, dt.timedelta(minutes=facts.forum.planning.walk))
    for engagements in facts.engagements.values():
        if len(engagements) > 1:
            yield from _short(facts, engagements, buildings, walks, longest)


def _short(
    facts: Facts,
    engagements: list[Engagement],
    buildings: dict[str, str],
    walks: dict[frozenset[str], int],
    longest: dt.timedelta,
) -> Iterator[Finding]:
    """Of each pair of sessions the tightest way."""
    tightest: dict[frozenset[str], tuple[int, int, Engagement, Engagement]] = {}
    for place, later in enumerate(engagements):
        for earlier in engagements[:place]:
            if not earlier.end <= later.start < earlier.end + longest:
                continue
            one, other = (_building(e, buildings) for e in (earlier, later))
            if not one or not other or one == other or not _on_site(earlier, later):
                continue
            walk = walks.get(frozenset((one, other)), facts.forum.planning.walk)
            free = minutes_between(earlier.end, later.start)
            pair = frozenset((earlier.timed.session.id, later.timed.session.id))
            if free < walk and (pair not in tightest or walk - free > tightest[pair][0]):
                tightest[pair] = (walk - free, free, earlier, later)
    for short, free, earlier, later in tightest.values():
        yield _finding(facts, earlier, later, free=free, short=short)


def _on_site(*engagements: Engagement) -> bool:
    return all(engagement.mode is Mode.ON_SITE for engagement in engagements)


def _finding(facts: Facts, earlier: Engagement, later: Engagement, *, free: int, short: int) -> Finding:
    person, walk = earlier.person, free + short
    told = {
        "person": person_name(person),
        "day": day(facts, later.timed.session, later.start),
        "first": part_called(earlier.timed.session, earlier.part),
        "second": part_called(later.timed.session, later.part),
        "from_": words(_name(facts, earlier)),
        "to": words(_name(facts, later)),
        "walk": walk,
    }
    return finding(
        FindingKind.WALK_SHORT,
        [person_subject(person), *(engagement_subject(e, e.start, e.end) for e in (earlier, later))],
        key=(person.id, *sorted((earlier.timed.session.id, later.timed.session.id))),
        title=localized("{person} has too little time to walk", **told),
        message=count_localized(
            "On {day}, {person} has {n} minute from {first} in {from_} to {second} in {to}; the walk takes {walk}.",
            "On {day}, {person} has {n} minutes from {first} in {from_} to {second} in {to}; the walk takes {walk}.",
            free,
            **told,
        ),
        remedy=localized("Start the second later, send a car, or name somebody else."),
        place=Place(Page.PROGRAMME, later.item.id if later.item else later.part.part.id),
        facts=(earlier.appearance.id, earlier.end, later.appearance.id, later.start, walk),
        minutes=short,
    )


def _name(facts: Facts, engagement: Engagement) -> LocalizedText:
    return facts.rooms[engagement.timed.session.rooms[0]].building


def _buildings(facts: Facts) -> dict[str, str]:
    """The building of each room, by its name in the forum's first language; rooms without one are missing."""
    rooms = ((room.id, room.building.best(*facts.forum.languages)) for room in facts.forum.rooms)
    return {room: building for room, building in rooms if building}


def _building(engagement: Engagement, buildings: dict[str, str]) -> str:
    rooms = engagement.timed.session.rooms
    return buildings.get(rooms[0], "") if rooms else ""


def _walks(facts: Facts) -> dict[frozenset[str], int]:
    return {frozenset((walk.building, walk.other)): walk.minutes for walk in facts.forum.walks}
