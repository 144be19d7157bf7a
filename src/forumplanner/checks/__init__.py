"""What needs attention in a forum: a snapshot in, findings out; one file for each family of checks.

A new check is a function of `Facts` that yields findings: add it to `ALL_CHECKS`, its kind to
`snapshots.findings.FindingKind` and its heading and severity to `checks.kinds`.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from forumplanner.checks import (
    approval,
    chairs,
    days,
    declining,
    delegations,
    filling,
    forum,
    guests,
    journeys,
    languages,
    names,
    numbers,
    online,
    organisers,
    people,
    roles,
    rooms,
    technics,
    times,
    walking,
)
from forumplanner.checks.accepting import accepted
from forumplanner.checks.facts import Facts
from forumplanner.checks.kinds import DEFAULT_SEVERITIES, heading
from forumplanner.checks.weighing import weighed, weights_of
from forumplanner.domain.kinds import Severity
from forumplanner.snapshots.checks import CheckedForum
from forumplanner.snapshots.findings import Finding, FindingKind

__all__ = ["ALL_CHECKS", "DEFAULT_SEVERITIES", "Check", "accepted", "heading", "run"]

Check = Callable[[Facts], Iterable[Finding]]

ALL_CHECKS: Final[tuple[Check, ...]] = (
    people.overlaps,
    rooms.overlaps,
    rooms.closed,
    times.ends_before_start,
    filling.overruns,
    times.items_outside,
    times.parts_outside,
    filling.part_overlaps,
    filling.item_overlaps,
    journeys.arrivals,
    journeys.departures,
    walking.between_buildings,
    online.waking_hours,
    rooms.too_small,
    rooms.without_room,
    roles.without_chair,
    declining.on_programme,
    technics.videos,
    technics.interpretation,
    numbers.differences,
    names.missing_forms,
    languages.translations,
    organisers.in_two_ranks,
    delegations.heads,
    guests.without_country,
    guests.exequaturs,
    guests.unproven,
    approval.deviating,
    approval.overdue,
    forum.mailbox,
    roles.unsettled,
    times.without_time,
    filling.gaps,
    chairs.presenting,
    days.over_lunch,
    days.friday_prayer,
    days.national_days,
    approval.refused_words,
    approval.too_long,
)


def run(
    snapshot: CheckedForum,
    *,
    checks: Iterable[Check] = ALL_CHECKS,
    severities: Mapping[FindingKind, Severity] | None = None,
) -> list[Finding]:
    """Everything that the checks find, the gravest first, then by kind, time and id: the same list every time.

    The forum's own severities replace the default of some kinds, `severities` those of the forum; `Severity.OFF`
    leaves a kind out. What somebody accepted is among them: `accepted` tells the two apart.
    """
    facts = Facts(snapshot)
    weights = {**weights_of(snapshot), **(severities or {})}
    return weighed((finding for check in checks for finding in check(facts)), weights)
