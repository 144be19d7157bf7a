"""Check of people: somebody who is needed in two sessions at the same time, in whatever roles."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from forumplanner.checks.facts import Engagement, Facts
from forumplanner.checks.relays import one_event, walks_through
from forumplanner.checks.wording import (
    clock,
    day,
    engagement_subject,
    finding,
    minutes_between,
    part_called,
    person_name,
    person_subject,
    where,
    words,
)
from forumplanner.domain.kinds import CHAIRING_ROLES, ItemKind, Role
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Words

Clash = tuple[Engagement, Engagement]


def overlaps(facts: Facts) -> Iterator[Finding]:
    """People needed in two sessions at once, one finding for each person and pair of sessions.

    Two roles in one session are no clash: a chair may speak in the own part. Nor are two sessions that are one event
    in two rooms (`relays`), or looking after a registration beside something else. The head of a delegation is a kind
    of its own.
    """
    for engagements in facts.engagements.values():
        if len(engagements) < 2:
            continue
        clashes: defaultdict[tuple[str, str], list[Clash]] = defaultdict(list)
        for first, second in _overlapping(engagements):
            if walks_through(first) or walks_through(second):
                continue
            ids = sorted((first.timed.session.id, second.timed.session.id))
            clashes[ids[0], ids[1]].append((first, second))
        for found in clashes.values():
            if not one_event(facts, found[0][0].timed.session, found[0][1].timed.session):
                yield _finding(facts, found)


def _overlapping(engagements: Sequence[Engagement]) -> Iterator[Clash]:
    """Pairs in different sessions that share minutes, by one sweep; `engagements` are sorted by start."""
    running: list[Engagement] = []
    for engagement in engagements:
        running = [other for other in running if other.end > engagement.start]
        session = engagement.timed.session.id
        yield from ((other, engagement) for other in running if other.timed.session.id != session)
        running.append(engagement)


def _finding(facts: Facts, clashes: list[Clash]) -> Finding:
    stretches = _united((max(a.start, b.start), min(a.end, b.end)) for a, b in clashes)
    minutes = sum(minutes_between(start, end) for start, end in stretches)
    first, second = _leading(clashes)
    person = first.person
    pair = sorted({first.timed.session.id, second.timed.session.id})
    return finding(
        FindingKind.HEAD_OVERLAP if person.heads else FindingKind.PERSON_OVERLAP,
        [person_subject(person), *(engagement_subject(e, e.start, e.end) for e in (first, second))],
        key=(person.id, *pair),
        title=_title(facts, first, second),
        message=_message(facts, first, second, minutes, stretches),
        remedy=localized("Move one of the two, or name somebody else for one of them."),
        place=Place(Page.PROGRAMME, second.timed.session.id),
        facts=sorted(
            f"{e.appearance.id} {e.start.isoformat()} {e.end.isoformat()}" for clash in clashes for e in clash
        ),
        minutes=minutes,
    )


def _leading(clashes: list[Clash]) -> Clash:
    """The clash to tell of: the earliest, and of several at that time a chair's; the chair is told first."""
    first, second = min(clashes, key=lambda clash: (max(clash[0].start, clash[1].start), *map(_follows, clash)))
    return (second, first) if _follows(first) and not _follows(second) else (first, second)


def _follows(engagement: Engagement) -> bool:
    return engagement.appearance.role not in CHAIRING_ROLES


def _united(stretches: Iterator[tuple[dt.datetime, dt.datetime]]) -> list[tuple[dt.datetime, dt.datetime]]:
    """The same minutes without counting any twice, by start."""
    united: list[tuple[dt.datetime, dt.datetime]] = []
    for start, end in sorted(stretches):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _title(facts: Facts, first: Engagement, second: Engagement) -> Words:
    name = person_name(first.person)
    if first.person.heads:
        return localized("{person}, head of {delegation}, is needed twice", person=name, delegation=_headed(first))
    if where(facts, first.timed.session) == where(facts, second.timed.session):
        return localized("{person} has two tasks at once", person=name)
    return localized("{person} is in two rooms at once", person=name)


def _headed(engagement: Engagement) -> Words:
    return words(engagement.person.heads)


def _message(
    facts: Facts, first: Engagement, second: Engagement, minutes: int, stretches: list[tuple[dt.datetime, dt.datetime]]
) -> Words:
    told = {
        "time": clock(facts, stretches[0][0]),
        "day": day(facts, second.timed.session, stretches[0][0]),
        "person": person_name(first.person),
        "first": _does(facts, first),
        "second": _does(facts, second),
    }
    if len(stretches) > 1:
        return localized(
            "For {n} minutes in all, first at {time} on {day}, {person} {first} and {second}.", n=minutes, **told
        )
    return count_localized(
        "For {n} minute from {time} on {day}, {person} {first} and {second}.",
        "For {n} minutes from {time} on {day}, {person} {first} and {second}.",
        minutes,
        **told,
    )


def _does(facts: Facts, engagement: Engagement) -> Words:
    """What the person does where: "chairs Forum 1 (Room A)" / "在A厅主持分论坛一"."""
    place = where(facts, engagement.timed.session)
    session = part_called(engagement.timed.session, engagement.part)
    spot = localized("{session} ({room})", session=session, room=place) if place else session
    return localized(deed(engagement), session=spot)


def deed(engagement: Engagement) -> str:
    """The message for what the person does; a speaker reports, gives an address, or has the floor."""
    role, item = engagement.appearance.role, engagement.item
    if role is not Role.SPEAKER or item is None or item.kind in _REPORTS:
        return DEEDS[role]
    return "gives an address in {session}" if item.kind in _ADDRESSES else "has the floor in {session}"


_REPORTS: Final = frozenset({ItemKind.REPORT, ItemKind.KEYNOTE})
_ADDRESSES: Final = frozenset({ItemKind.ADDRESS, ItemKind.WELCOME, ItemKind.VIDEO_ADDRESS})

DEEDS: Final = {
    Role.MC: "hosts {session}",
    Role.CHAIR: "chairs {session}",
    Role.MODERATOR: "moderates {session}",
    Role.SPEAKER: "speaks in {session}",
    Role.PANELIST: "is on the panel of {session}",
    Role.DISCUSSANT: "comments in {session}",
    Role.PRESENTER: "presents in {session}",
    Role.RECIPIENT: "is called up in {session}",
    Role.SIGNATORY: "signs in {session}",
    Role.WITNESS: "witnesses in {session}",
    Role.INTERPRETER: "interprets in {session}",
}
