"""Check of online speakers: what their own clock shows when they are to speak."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from forumplanner.checks.facts import Engagement, Facts
from forumplanner.checks.wording import (
    clock,
    day,
    engagement_subject,
    finding,
    part_called,
    person_name,
    person_subject,
)
from forumplanner.domain.kinds import Mode
from forumplanner.domain.times import local_clock, zone
from forumplanner.domain.zones import ClockPlace, clock_place
from forumplanner.i18n import localized
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Words

DEEP_NIGHT: Final = 4 * 60
"""Until this minute of the own clock it is late rather than early."""


def waking_hours(facts: Facts) -> Iterator[Finding]:
    """Online appearances outside the hours of the forum's planning rules, by the person's own clock.

    The clock is that of the institution's city where the zone table knows it, else of the country's capital; people
    of countries outside the table are left alone.
    """
    day = facts.forum.planning.online_from, facts.forum.planning.online_to
    for engagements in facts.engagements.values():
        for engagement in engagements:
            if (engagement.appearance.mode or engagement.person.mode) is Mode.ONLINE:
                home = clock_place(engagement.person.country, engagement.person.city)
                if home and (off := off_hours(engagement.start, engagement.end, home.zone, day)):
                    yield _finding(facts, engagement, home, *off)


def off_hours(
    start: dt.datetime, end: dt.datetime, zone_name: str, day: tuple[int, int]
) -> tuple[dt.datetime, int] | None:
    """Which moment of a stretch falls into the night of a zone, and by how many minutes; None for one by day.

    `day`: from when to when people may be asked, in minutes since midnight.
    """
    begins, ends = start.astimezone(zone(zone_name)), end.astimezone(zone(zone_name))
    wakes, rests = (begins.replace(hour=0, minute=0) + dt.timedelta(minutes=minutes) for minutes in day)
    if begins < wakes:
        return start, _minutes(begins, wakes)
    if ends > rests:
        return (start if begins >= rests else end), _minutes(rests, ends)
    return None


def _minutes(start: dt.datetime, end: dt.datetime) -> int:
    return round((end - start).total_seconds() / 60)


def _finding(facts: Facts, engagement: Engagement, home: ClockPlace, at: dt.datetime, minutes: int) -> Finding:
    told: dict[str, object] = {
        "day": day(facts, engagement.timed.session, engagement.start),
        "time": clock(facts, at),
        "here": facts.here,
        "local": local_clock(at, home.zone),
        "city": home.name,
        "person": person_name(engagement.person),
        "session": part_called(engagement.timed.session, engagement.part),
    }
    early = DEEP_NIGHT <= _minute(at, home) < facts.forum.planning.online_from
    return finding(
        FindingKind.ONLINE_AT_NIGHT,
        [person_subject(engagement.person), engagement_subject(engagement, engagement.start, engagement.end)],
        key=(engagement.appearance.id,),
        title=localized("{person} is online at {local} in {city}", **told),
        message=localized(
            "On {day}, {time} {here} is {local} in {city}, early for {person}, online in {session}.", **told
        )
        if early
        else localized("On {day}, {time} {here} is {local} in {city}, late for {person}, online in {session}.", **told),
        remedy=_remedy(facts, engagement, home),
        place=Place(Page.PROGRAMME, engagement.item.id if engagement.item else engagement.part.part.id),
        facts=(engagement.start, engagement.end, home.zone, engagement.mode),
        minutes=minutes,
    )


def _minute(at: dt.datetime, home: ClockPlace) -> int:
    """Minutes since midnight by the own clock."""
    local = at.astimezone(zone(home.zone))
    return local.hour * 60 + local.minute


def _remedy(facts: Facts, engagement: Engagement, home: ClockPlace) -> Words:
    midnight = engagement.start.astimezone(zone(home.zone)).replace(hour=0, minute=0)
    rules = facts.forum.planning
    return localized(
        "Choose a time between {first} and {last} {here}, when it is day in {city}, or play a recording.",
        first=clock(facts, midnight + dt.timedelta(minutes=rules.online_from)),
        last=clock(facts, midnight + dt.timedelta(minutes=rules.online_to)),
        here=facts.here,
        city=home.name,
    )
