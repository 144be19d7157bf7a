"""What the findings say about each session of the board: a few reasons, and the minutes that are marked red."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from forumplanner.domain.kinds import Severity
from forumplanner.domain.times import minutes_of
from forumplanner.gui.pages.programme.rows import ROW_FINDINGS, Found
from forumplanner.snapshots.findings import Finding
from forumplanner.snapshots.programme import SessionLine

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2, Severity.OFF: 3}


@dataclass(frozen=True, slots=True)
class Clash:
    """What stands on a block: findings, the gravest first, and stretches of minutes since midnight of its day."""

    findings: tuple[Finding, ...] = ()
    stretches: tuple[tuple[int, int], ...] = ()


def clash_of(session: SessionLine, found: Found) -> Clash:
    """What is amiss with a session, its halves and its items as to time, room and people."""
    ids = (session.id, *(part.id for part in session.parts), *(item.id for p in session.parts for item in p.items))
    own = [finding for finding in found.about(*ids) if counts(finding)]
    own.sort(key=lambda finding: (_ORDER[finding.severity], finding.id))
    grave = [finding for finding in own if finding.severity is Severity.ERROR]
    return Clash(tuple(own), tuple(dict.fromkeys(s for finding in grave for s in _stretches(finding, session, ids))))


def counts(finding: Finding) -> bool:
    """Whether a finding is drawn on the board: open, about time, room or people, and more than a note."""
    grave = finding.severity in {Severity.ERROR, Severity.WARNING}
    return grave and finding.kind in ROW_FINDINGS and finding.acknowledged is None


@dataclass(slots=True)
class Hovering(Found):
    """Findings while a session is dragged: some of `still` are `gone`, others have come (`by_id`)."""

    still: Found = field(default_factory=Found)
    gone: frozenset[str] = frozenset()

    def about(self, *ids: str) -> tuple[Finding, ...]:
        """Findings about any of these, each once."""
        rest = {finding.id: finding for finding in self.still.about(*ids) if finding.id not in self.gone}
        come = {found.id: found for identity in ids for found in self.by_id.get(identity, ())}
        return tuple((rest | come).values())


def merged(static: Found, live: Sequence[Finding], session: SessionLine) -> Found:
    """The findings while a session is dragged: those about it are replaced by what would hold where it hovers."""
    ids = {session.id, *(p.id for p in session.parts), *(item.id for p in session.parts for item in p.items)}
    gone = frozenset(finding.id for finding in static.about(*ids))
    return Hovering(Found.of(live).by_id, static, gone)


def sessions_of(findings: Iterable[Finding]) -> set[str]:
    """Everything that these findings are about."""
    return {subject.id for finding in findings for subject in finding.subjects}


def _stretches(finding: Finding, session: SessionLine, ids: Sequence[str]) -> list[tuple[int, int]]:
    """The minutes that a finding is about, in those of the session's day: shared ones where two sides have some."""
    day = session.day
    spans = [(subject.id in ids, subject.start, subject.end) for subject in finding.subjects]
    timed = [(own, start, end) for own, start, end in spans if start is not None and end is not None]
    if day is None or not timed:
        return []
    start, end = max(start for _own, start, _end in timed), min(end for _own, _start, end in timed)
    # not at once, such as a walk between two buildings: what is the session's own
    stretches = [(start, end)] if start < end else [(start, end) for own, start, end in timed if own]
    return [(minutes_of(a, day, session.zone), minutes_of(b, day, session.zone)) for a, b in stretches]
