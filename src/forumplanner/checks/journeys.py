"""Checks of journeys: who lands after the own appearance or leaves before it, or with too little time between."""

import datetime as dt
from collections.abc import Iterator

from forumplanner.checks.facts import Engagement, Facts
from forumplanner.checks.wording import (
    engagement_subject,
    finding,
    minutes_between,
    moment,
    part_called,
    person_name,
    person_subject,
)
from forumplanner.domain.kinds import Direction, Mode
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.checks import CheckedPerson
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Words


def arrivals(facts: Facts) -> Iterator[Finding]:
    """People who appear on site before they arrive, or less than the forum's buffer after."""
    buffer = dt.timedelta(minutes=facts.forum.planning.arrival_buffer)
    for person, engagements in _travelling(facts):
        at = max(_times(person, Direction.ARRIVAL), default=None)
        if at is None or engagements[0].start >= at + buffer:
            continue
        here = _on_site(engagements)
        missed = [e for e in here if e.start < at]
        close = [e for e in here if at <= e.start < at + buffer]
        if missed:
            yield _finding(facts, FindingKind.ARRIVES_AFTER, missed[0], missed, at)
        elif close:
            yield _finding(facts, FindingKind.ARRIVES_CLOSE, close[0], close, at)


def departures(facts: Facts) -> Iterator[Finding]:
    """People who leave before the end of what they appear in on site, or less than the forum's buffer after it."""
    buffer = dt.timedelta(minutes=facts.forum.planning.departure_buffer)
    for person, engagements in _travelling(facts):
        at = min(_times(person, Direction.DEPARTURE), default=None)
        if at is None:
            continue
        by_end = sorted(_on_site(engagements), key=lambda e: e.end, reverse=True)
        missed = [e for e in by_end if e.end > at]
        close = [e for e in by_end if at - buffer < e.end <= at]
        if missed:
            yield _finding(facts, FindingKind.LEAVES_BEFORE, missed[0], missed, at)
        elif close:
            yield _finding(facts, FindingKind.LEAVES_CLOSE, close[0], close, at)


def _travelling(facts: Facts) -> Iterator[tuple[CheckedPerson, list[Engagement]]]:
    for engagements in facts.engagements.values():
        if engagements[0].person.journeys:
            yield engagements[0].person, engagements


def _on_site(engagements: list[Engagement]) -> list[Engagement]:
    return [engagement for engagement in engagements if engagement.mode is Mode.ON_SITE]


def _times(person: CheckedPerson, direction: Direction) -> Iterator[dt.datetime]:
    return (journey.at for journey in person.journeys if journey.direction is direction and journey.at)


def _finding(
    facts: Facts, kind: FindingKind, worst: Engagement, concerned: list[Engagement], at: dt.datetime
) -> Finding:
    """Tells of the engagement that is furthest off; the others are subjects too."""
    due = worst.start if kind in _ARRIVING else worst.end
    minutes = abs(minutes_between(at, due))
    told = {
        "person": person_name(worst.person),
        "at": moment(facts, at),
        "due": moment(facts, due),
        "session": part_called(worst.timed.session, worst.part),
    }
    title, message, remedy = _sentences(kind, minutes, told)
    return finding(
        kind,
        [person_subject(worst.person), *(engagement_subject(e, e.start, e.end) for e in concerned)],
        key=(worst.person.id,),
        title=title,
        message=message,
        remedy=remedy,
        place=Place(Page.PEOPLE, worst.person.id),
        facts=[at, *(f"{e.appearance.id} {e.start.isoformat()} {e.end.isoformat()}" for e in concerned)],
        minutes=minutes,
    )


_ARRIVING = frozenset({FindingKind.ARRIVES_AFTER, FindingKind.ARRIVES_CLOSE})


def _sentences(kind: FindingKind, minutes: int, told: dict[str, Words]) -> tuple[Words, Words, Words]:
    match kind:
        case FindingKind.ARRIVES_AFTER:
            return (
                localized("{person} arrives too late for a session", **told),
                localized("{person} arrives on {at}, but is due in {session} on {due}.", **told),
                localized("Move the appearance, or ask for an earlier arrival."),
            )
        case FindingKind.ARRIVES_CLOSE:
            return (
                localized("{person} arrives shortly before a session", **told),
                count_localized(
                    "{person} arrives on {at} and is due in {session} {n} minute later.",
                    "{person} arrives on {at} and is due in {session} {n} minutes later.",
                    minutes,
                    **told,
                ),
                localized("Send a car to the arrival, or move the appearance."),
            )
        case FindingKind.LEAVES_BEFORE:
            return (
                localized("{person} leaves before a session ends", **told),
                localized("{person} leaves on {at}, but is needed in {session} until {due}.", **told),
                localized("Move the appearance, or ask for a later departure."),
            )
        case _:
            return (
                localized("{person} leaves shortly after a session", **told),
                count_localized(
                    "{person} is needed in {session} until {due} and leaves {n} minute later.",
                    "{person} is needed in {session} until {due} and leaves {n} minutes later.",
                    minutes,
                    **told,
                ),
                localized("Keep a car at the door, or move the appearance."),
            )
