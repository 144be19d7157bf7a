"""What needs attention in a forum: a snapshot in, findings out; one file for each family of checks.

A new check is a function of `Facts` that yields findings: add it to `ALL_CHECKS`, its kind to
`snapshots.findings.FindingKind` and its heading and severity to `checks.kinds`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from forumplanner.checks import forum, journeys, languages, names, online, people, roles, rooms, times
from forumplanner.checks.facts import Facts
from forumplanner.checks.kinds import DEFAULT_SEVERITIES, heading
from forumplanner.domain.kinds import Severity
from forumplanner.snapshots.checks import CheckedForum
from forumplanner.snapshots.findings import Finding, FindingKind

__all__ = ["ALL_CHECKS", "DEFAULT_SEVERITIES", "Check", "heading", "run"]

Check = Callable[[Facts], Iterable[Finding]]

ALL_CHECKS: Final[tuple[Check, ...]] = (
    people.overlaps,
    rooms.overlaps,
    times.ends_before_start,
    times.items_outside,
    times.parts_outside,
    journeys.arrivals,
    journeys.departures,
    online.waking_hours,
    rooms.too_small,
    rooms.without_room,
    roles.without_chair,
    names.missing_forms,
    languages.translations,
    forum.mailbox,
    roles.unsettled,
    times.without_time,
)

_SEVERITY_ORDER: Final = tuple(Severity)
_KIND_ORDER: Final = {kind: place for place, kind in enumerate(DEFAULT_SEVERITIES)}


def run(
    snapshot: CheckedForum,
    *,
    checks: Iterable[Check] = ALL_CHECKS,
    severities: Mapping[FindingKind, Severity] | None = None,
) -> list[Finding]:
    """Everything that the checks find, the gravest first, then by kind, time and id: the same list every time.

    `severities` replaces the default of some kinds; `Severity.OFF` leaves a kind out.
    """
    facts = Facts(snapshot)
    found = (_weighed(finding, severities or {}) for check in checks for finding in check(facts))
    return sorted((finding for finding in found if finding.severity is not Severity.OFF), key=_place_in_list)


def _weighed(finding: Finding, severities: Mapping[FindingKind, Severity]) -> Finding:
    chosen = severities.get(finding.kind, finding.severity)
    return finding if chosen is finding.severity else replace(finding, severity=chosen)


def _place_in_list(finding: Finding) -> tuple[int, int, str, str]:
    starts = (subject.start.isoformat() for subject in finding.subjects if subject.start)
    return (
        _SEVERITY_ORDER.index(finding.severity),
        _KIND_ORDER[finding.kind],
        max(starts, default="9999"),
        finding.id,
    )
