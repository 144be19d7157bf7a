"""How much each finding matters in a forum, and the order in which findings are listed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from forumplanner.checks.kinds import DEFAULT_SEVERITIES
from forumplanner.domain.kinds import Severity
from forumplanner.snapshots.checks import CheckedForum
from forumplanner.snapshots.findings import Finding, FindingKind

Weights = Mapping[FindingKind, Severity]

_SEVERITY_ORDER: Final = {severity: place for place, severity in enumerate(Severity)}
_KIND_ORDER: Final = {kind: place for place, kind in enumerate(DEFAULT_SEVERITIES)}


def weights_of(forum: CheckedForum) -> dict[FindingKind, Severity]:
    """What the forum's secretariat decided; kinds of a newer program are passed over."""
    known = {str(kind): kind for kind in FindingKind}
    return {known[chosen.kind]: chosen.severity for chosen in forum.severities if chosen.kind in known}


def weighed(found: Iterable[Finding], weights: Weights) -> list[Finding]:
    """The findings with the forum's severities, those of kinds that are off left out; the gravest first.

    Then by kind, time and id, so that the same forum gives the same list every time.
    """
    chosen = (_with(finding, weights.get(finding.kind, finding.severity)) for finding in found)
    return sorted((finding for finding in chosen if finding.severity is not Severity.OFF), key=_place_in_list)


def _with(finding: Finding, severity: Severity) -> Finding:
    return finding if severity is finding.severity else replace(finding, severity=severity)


def _place_in_list(finding: Finding) -> tuple[int, int, str, str]:
    starts = (subject.start.isoformat() for subject in finding.subjects if subject.start)
    return (
        _SEVERITY_ORDER[finding.severity],
        _KIND_ORDER[finding.kind],
        max(starts, default="9999"),
        finding.id,
    )
