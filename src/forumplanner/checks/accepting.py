"""Which findings somebody has accepted: as long as their facts are the same and the day has not come."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from forumplanner.snapshots.checks import Acknowledged
from forumplanner.snapshots.findings import Finding


def accepted(
    findings: Iterable[Finding], acknowledged: Iterable[Acknowledged], *, today: dt.date
) -> tuple[list[Finding], list[Finding]]:
    """The open findings and the accepted ones, each in its order; the accepted know by whom and why.

    A finding is open again as soon as its fingerprint is another, or on the day after `until`.
    """
    by_id = {(one.finding, one.facts): one for one in acknowledged if one.until is None or today <= one.until}
    open_: list[Finding] = []
    settled: list[Finding] = []
    for finding in findings:
        if one := by_id.get((finding.id, finding.fingerprint)):
            settled.append(replace(finding, acknowledged=one))
        else:
            open_.append(finding)
    return open_, settled
