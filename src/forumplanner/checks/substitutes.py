"""Who is free when: people who could take over a role, and talks that could change places."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from forumplanner.checks.facts import Engagement, Facts, TimedItem, TimedSession
from forumplanner.checks.online import off_hours
from forumplanner.checks.wording import day_of
from forumplanner.domain.kinds import CHAIRING_ROLES, Direction, Mode
from forumplanner.domain.planning import PlanningRules
from forumplanner.domain.zones import clock_place
from forumplanner.snapshots.checks import CheckedItem, CheckedPerson


@dataclass(frozen=True, slots=True)
class Swap:
    """An item with which another could change places; `concerned`: the participants of both."""

    other: TimedItem
    session: TimedSession
    concerned: tuple[str, ...]


def substitutes(facts: Facts, engagement: Engagement, *, most: int = 1) -> list[CheckedPerson]:
    """People who lead something and are free for that stretch: those of the same session first, then by name."""
    leading = {e.person.id for e in _leading(facts)} - {engagement.person.id}
    here = {e.person.id for e in facts.engaged(engagement.timed)}
    chosen = sorted(
        (facts.people[identity] for identity in leading),
        key=lambda person: (person.id not in here, person.name.latin or person.name.zh, person.id),
    )
    stretch = engagement.start, engagement.end
    return list(islice((p for p in chosen if _on_site(p) and _is_free(facts, p, stretch)), most))


def _leading(facts: Facts) -> Iterator[Engagement]:
    for engagements in facts.engagements.values():
        yield from (e for e in engagements if e.item is None and e.appearance.role in CHAIRING_ROLES)


def _on_site(person: CheckedPerson) -> bool:
    return person.mode in {None, Mode.ON_SITE}


def swaps(facts: Facts, engagement: Engagement, *, most: int = 1) -> list[Swap]:
    """Items of the same kind, length and day that could change places with the engagement's own.

    Everybody in both is free then. Those of the same session come first, then the nearest in time.
    """
    item = engagement.item
    if item is None or item.minutes is None:
        return []
    here = engagement.timed.session
    day = day_of(facts, here, engagement.start)
    found: list[tuple[bool, dt.timedelta, str, Swap]] = []
    for timed in facts.sessions:
        if timed.session.start is None or day_of(facts, timed.session, timed.session.start) != day:
            continue
        for row in (row for part in timed.parts for row in part.items):
            other = row.item
            if other.id == item.id or (other.kind, other.minutes) != (item.kind, item.minutes):
                continue
            if row.start and _can_swap(facts, engagement, row, timed):
                concerned = tuple(sorted(_people(item) | _people(other)))
                away = timed.session.id != here.id
                found.append((away, abs(row.start - engagement.start), other.id, Swap(row, timed, concerned)))
    return [swap for _away, _time, _id, swap in sorted(found, key=lambda one: one[:3])[:most]]


def _can_swap(facts: Facts, engagement: Engagement, row: TimedItem, timed: TimedSession) -> bool:
    item, here = engagement.item, engagement.timed.session.id
    if item is None or row.start is None or row.end is None or _people(item) & _people(row.item):
        return False
    gone = {item.id, row.item.id}
    there, back = (row.start, row.end), (engagement.start, engagement.end)
    return all(
        _is_free(facts, facts.people[person], stretch, without=gone, beside=session)
        for one, stretch, session in ((item, there, timed.session.id), (row.item, back, here))
        for person in _people(one)
        if person in facts.people
    )


def _people(item: CheckedItem) -> set[str]:
    return {appearance.participant_id for appearance in item.appearances if appearance.participant_id}


def _is_free(
    facts: Facts,
    person: CheckedPerson,
    stretch: tuple[dt.datetime, dt.datetime],
    *,
    without: set[str] | None = None,
    beside: str = "",
) -> bool:
    """Whether somebody is here, awake and not engaged.

    Engagements in the items `without` and in the session `beside` are no hindrance.
    """
    start, end = stretch
    rules = facts.forum.planning
    if person.mode is Mode.ONLINE:
        home = clock_place(person.country, person.city)
        if home and off_hours(start, end, home.zone, (rules.online_from, rules.online_to)):
            return False
    elif not is_here(person, start, end, rules):
        return False
    return all(
        e.end <= start
        or e.start >= end
        or e.timed.session.id == beside
        or (e.item is not None and e.item.id in (without or ()))
        for e in facts.engagements.get(person.id, ())
    )


def is_here(person: CheckedPerson, start: dt.datetime, end: dt.datetime, rules: PlanningRules) -> bool:
    """Whether somebody's journeys leave that stretch free, with the buffers of the rules."""
    first, last = start - dt.timedelta(minutes=rules.arrival_buffer), end + dt.timedelta(minutes=rules.departure_buffer)
    return all(
        journey.at <= first if journey.direction is Direction.ARRIVAL else journey.at >= last
        for journey in person.journeys
        if journey.at
    )
