"""From the programme and its findings to the rows of the list: folded, filtered, findings below their session."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from forumplanner.domain.kinds import BREAK_ITEMS, BREAK_SESSIONS, Severity
from forumplanner.snapshots.findings import Finding, FindingKind
from forumplanner.snapshots.programme import AppearanceLine, ItemLine, PartLine, Programme, SessionLine
from forumplanner.snapshots.wordings import Pair


class RowKind(IntEnum):
    """What a row is about."""

    DAY = 0
    SESSION = 1
    PART = 2
    ITEM = 3
    FINDING = 4


class Sieve(StrEnum):
    """What the list can be narrowed to."""

    FINDINGS = "findings"
    MISSING = "missing"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` outlives refresh ("session:…", "finding:…"); `open`: unfolded, None where nothing is inside."""

    kind: RowKind
    key: str
    day: dt.date | None = None
    session: SessionLine | None = None
    part: PartLine | None = None
    item: ItemLine | None = None
    finding: Finding | None = None
    open: bool | None = None
    level: int = 0
    found: tuple[Finding, ...] = ()

    @property
    def pause(self) -> bool:
        """True for breaks, meals and the like: drawn quietly."""
        if self.kind is RowKind.SESSION and self.session:
            return self.session.kind in BREAK_SESSIONS
        return self.kind is RowKind.ITEM and self.item is not None and self.item.kind in BREAK_ITEMS


@dataclass(frozen=True, slots=True)
class View:
    """What the user asked to see. `day` None shows all days; `undated`: only what has no day; `sieves` narrow it."""

    day: dt.date | None = None
    folded: frozenset[str] = frozenset()
    sieves: frozenset[Sieve] = frozenset()
    room: str = ""
    undated: bool = False

    def shows(self, day: dt.date | None) -> bool:
        """Whether sessions of that day are shown; what has no day stands at the end of every day."""
        return day is None if self.undated else self.day is None or day in {self.day, None}

    def counts(self, day: dt.date | None) -> bool:
        """Whether sessions of that day belong to what is shown, not only stand at its end."""
        return self.shows(day) and (self.day is None or day is not None)


ROW_FINDINGS = frozenset(
    {
        FindingKind.PERSON_OVERLAP,
        FindingKind.HEAD_OVERLAP,
        FindingKind.ROOM_OVERLAP,
        FindingKind.ROOM_CLOSED,
        FindingKind.ROOM_TOO_SMALL,
        FindingKind.ENDS_BEFORE_START,
        FindingKind.SESSION_OVERRUN,
        FindingKind.ITEM_OVERLAP,
        FindingKind.PART_OVERLAP,
        FindingKind.WALK_SHORT,
        FindingKind.PART_OUTSIDE_SESSION,
        FindingKind.ITEM_OUTSIDE_SESSION,
        FindingKind.ARRIVES_AFTER,
        FindingKind.LEAVES_BEFORE,
        FindingKind.ARRIVES_CLOSE,
        FindingKind.LEAVES_CLOSE,
        FindingKind.ONLINE_AT_NIGHT,
    }
)
"""Findings about time and place stand below their session; missing words and names are said by a pill."""


@dataclass(slots=True)
class Found:
    """Findings by the id of what they are about."""

    by_id: dict[str, list[Finding]] = field(default_factory=dict)

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> "Found":
        """Sort them by their subjects."""
        made = cls()
        for finding in findings:
            for identity in dict.fromkeys((*(subject.id for subject in finding.subjects), finding.place.id)):
                made.by_id.setdefault(identity, []).append(finding)
        return made

    def about(self, *ids: str) -> tuple[Finding, ...]:
        """Findings about any of these, each once."""
        return tuple({found.id: found for identity in ids for found in self.by_id.get(identity, ())}.values())


def build(programme: Programme, found: Found, view: View) -> tuple[Row, ...]:
    """The rows, in the order of the list."""
    rows: list[Row] = []
    day: dt.date | None = dt.date.min
    for session in programme.sessions:
        if not view.shows(session.day):
            continue
        if view.room and view.room not in session.room_ids:
            continue
        if not _passes(session, found, view.sieves, len(programme.languages)):
            continue
        if session.day != day and (view.day is None or session.day is None):
            rows.append(Row(RowKind.DAY, f"day:{session.day or ''}", day=session.day))
        day = session.day
        rows += _session_rows(session, found, view)
    return tuple(rows)


def _session_rows(session: SessionLine, found: Found, view: View) -> Iterator[Row]:
    key = f"session:{session.id}"
    inside = shown_parts(session)
    has_inside = any(part.items for part in session.parts) or len(inside) > 1
    is_open = key not in view.folded if has_inside else None
    about = found.about(session.id, *(part.id for part in session.parts), *_item_ids(session))
    yield Row(RowKind.SESSION, key, session.day, session, open=is_open, found=about)
    for finding in about:
        if finding.kind in ROW_FINDINGS and finding.severity in {Severity.ERROR, Severity.WARNING}:
            yield Row(RowKind.FINDING, f"finding:{finding.id}@{session.id}", session.day, session, finding=finding)
    if is_open:
        for part in session.parts:
            yield from _part_rows(session, part, found, view, headed=part in inside)


def _part_rows(session: SessionLine, part: PartLine, found: Found, view: View, *, headed: bool) -> Iterator[Row]:
    key = f"part:{part.id}"
    level = 1
    if headed:
        is_open = key not in view.folded if part.items else None
        yield Row(
            RowKind.PART,
            key,
            session.day,
            session,
            part,
            open=is_open,
            level=1,
            found=_with_people(found, session, part.id, part.chairs),
        )
        level = 2
        if is_open is False:
            return
    for item in part.items:
        about = _with_people(found, session, item.id, item.people)
        yield Row(RowKind.ITEM, f"item:{item.id}", session.day, session, part, item, level=level, found=about)


def _with_people(
    found: Found, session: SessionLine, identity: str, people: Iterable[AppearanceLine]
) -> tuple[Finding, ...]:
    """Findings about a place, and those about its people in this session: who clashes is marked where they appear."""
    about = {finding.id: finding for finding in found.about(identity)}
    for line in people:
        about |= {f.id: f for f in found.about(line.participant_id) if line.participant_id and f.about(session.id)}
    return tuple(about.values())


def shown_parts(session: SessionLine) -> Sequence[PartLine]:
    """Parts that have a row of their own: not the only, unnamed one of a simple session."""
    if len(session.parts) == 1 and not session.parts[0].title:
        return ()
    return session.parts


def _item_ids(session: SessionLine) -> Iterator[str]:
    return (item.id for part in session.parts for item in part.items)


def titles(session: SessionLine) -> Iterator[Pair]:
    """Every title in a session: its own and those of its items."""
    yield session.title
    yield from (item.title for part in session.parts for item in part.items)


def lacks(session: SessionLine, languages: int) -> bool:
    """True where a title in it has no text in one of the forum's languages."""
    return any(not title.side(place) for title in titles(session) for place in range(languages))


def stale(session: SessionLine) -> bool:
    """True where one side of a title was edited after the other."""
    return any(any(title.review) for title in titles(session))


def _passes(session: SessionLine, found: Found, sieves: frozenset[Sieve], languages: int) -> bool:
    if Sieve.FINDINGS in sieves and not found.about(
        session.id, *(part.id for part in session.parts), *_item_ids(session)
    ):
        return False
    if Sieve.MISSING in sieves and not lacks(session, languages):
        return False
    return Sieve.REVIEW not in sieves or stale(session)


def foldable(programme: Programme) -> frozenset[str]:
    """Keys of all sessions that have something inside."""
    return frozenset(
        f"session:{session.id}" for session in programme.sessions if any(part.items for part in session.parts)
    )


def key_of(programme: Programme, identity: str) -> str:
    """The key of the row that shows a session, part or item; "" where it is gone."""
    for session in programme.sessions:
        if session.id == identity:
            return f"session:{identity}"
        for part in session.parts:
            if part.id == identity:
                return f"part:{identity}" if part in shown_parts(session) else f"session:{session.id}"
            if any(item.id == identity for item in part.items):
                return f"item:{identity}"
    return ""


def holds(session: SessionLine, key: str) -> bool:
    """Whether the row of that key stands in or below the session's row."""
    kind, _, identity = key.partition(":")
    if kind == "finding":
        return identity.endswith(f"@{session.id}")
    inside = {session.id, *(part.id for part in session.parts), *_item_ids(session)}
    return identity in inside


def first_day(programme: Programme) -> dt.date | None:
    """The day with the most sessions: there the work is."""
    days = [session.day for session in programme.sessions if session.day]
    return max(sorted(set(days)), key=days.count, default=None)


def clashes(programme: Programme, found: Found) -> frozenset[str]:
    """Ids of the findings that have a row of their own on any day."""
    rows = build(programme, found, View(folded=foldable(programme)))
    return frozenset(row.finding.id for row in rows if row.finding is not None)
