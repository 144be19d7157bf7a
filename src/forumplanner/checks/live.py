"""Checks while a session is dragged: what would be amiss if it stood there, in a few milliseconds.

The forum is indexed once; each move then looks only at the session itself, at what shares its rooms, and at the other
engagements of its people.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from forumplanner.checks import days, filling, journeys, online, people, rooms, times, walking
from forumplanner.checks.facts import By, Facts, TimedSession, by_start, timed
from forumplanner.checks.rooms import SHARE_A_ROOM
from forumplanner.checks.substitutes import is_here
from forumplanner.checks.weighing import weighed, weights_of
from forumplanner.domain.kinds import Mode
from forumplanner.snapshots.checks import CheckedForum, CheckedPart, CheckedSession
from forumplanner.snapshots.findings import Finding

Check = Callable[[Facts], Iterable[Finding]]

OF_A_SESSION: Final[tuple[Check, ...]] = (
    times.ends_before_start,
    times.items_outside,
    times.parts_outside,
    filling.overruns,
    rooms.closed,
    rooms.too_small,
    days.over_lunch,
)
"""Need nothing but the session."""

OF_ROOMS: Final[tuple[Check, ...]] = (rooms.overlaps,)
"""Need the sessions in the same rooms too."""

OF_PEOPLE: Final[tuple[Check, ...]] = (people.overlaps, walking.between_buildings)
"""Need all engagements of the session's people."""

OF_JOURNEYS: Final[tuple[Check, ...]] = (journeys.arrivals, journeys.departures, online.waking_hours)
"""Need the engagements of the session's people in that session alone."""


class LiveChecks:
    """A forum as it stands, ready to be asked about one session at other times or in other rooms."""

    def __init__(self, snapshot: CheckedForum) -> None:
        self._facts = Facts(snapshot)
        self._weights = weights_of(snapshot)

    @property
    def facts(self) -> Facts:
        """The forum as it stands."""
        return self._facts

    def is_taken(self, room: str, start: dt.datetime, end: dt.datetime, *, without: str = "") -> bool:
        """Whether another session that shares no room runs in a room then, or the room is closed: a quick look."""
        known = self._facts.rooms.get(room)
        if known and any(start < closure.end and closure.start < end for closure in known.closures):
            return True
        return any(
            other.session.start < end and start < other.session.end
            for other in self._in_room[room]
            if other.session.start and other.session.end and other.session.id != without
            if other.session.kind not in SHARE_A_ROOM
        )

    def are_busy(self, timed: TimedSession, by: dt.timedelta) -> bool:
        """Whether somebody of a session would be elsewhere or travelling if it ran that much later: a quick look."""
        rules = self._facts.forum.planning
        for engagement in self._facts.engaged(timed):
            start, end = engagement.start + by, engagement.end + by
            if engagement.mode is Mode.ON_SITE and not is_here(engagement.person, start, end, rules):
                return True
            for other in self._facts.engagements[engagement.person.id]:
                if other.timed.session.id != timed.session.id and other.start < end and start < other.end:
                    return True
        return False

    def moved(
        self,
        session_id: str,
        *,
        day: dt.date | None = None,
        start: dt.datetime | None,
        end: dt.datetime | None,
        rooms: Sequence[str] | None = None,
    ) -> tuple[Finding, ...]:
        """The time, room and person findings that concern the session if it ran then and there.

        `day`, `rooms` (ids, the place first): None leaves them as they are. `start`, `end`: instants; parts and items
        move along, so a new end alone keeps them in place. Findings name both sides, as `checks.run` would, with the
        same ids. A session of an unknown id has none.
        """
        old = self._facts.timed.get(session_id)
        if old is None:
            return ()
        moved = timed(shifted(old.session, day=day, start=start, end=end, rooms=rooms))
        found = (finding for finding in self._found(moved) if finding.about(session_id) or _inside(moved, finding))
        return tuple(weighed(found, self._weights))

    def _found(self, moved: TimedSession) -> Iterator[Finding]:
        own: By = {}
        for engagement in self._facts.engaged(moved):
            own.setdefault(engagement.person.id, []).append(engagement)
        for checks, facts in (
            (OF_A_SESSION, self._about([moved], {})),
            (OF_ROOMS, self._about([*self._sharing(moved), moved], {})),
            (OF_PEOPLE, self._about([moved], self._beside(moved, own))),
            (OF_JOURNEYS, self._about([moved], own)),
        ):
            for check in checks:
                yield from check(facts)

    def _about(self, sessions: Sequence[TimedSession], engagements: By) -> Facts:
        """The forum's people and rooms, and these sessions and engagements alone."""
        return self._facts.narrowed(sessions, engagements)

    def _sharing(self, moved: TimedSession) -> list[TimedSession]:
        """Other sessions in the moved one's rooms that share minutes with it."""
        start, end = moved.session.start, moved.session.end
        if start is None or end is None:
            return []
        beside = {other.session.id: other for room in moved.session.rooms for other in self._in_room[room]}
        beside.pop(moved.session.id, None)
        return [
            other
            for other in beside.values()
            if other.session.start and other.session.end and other.session.start < end and start < other.session.end
        ]

    @cached_property
    def _in_room(self) -> defaultdict[str, list[TimedSession]]:
        found: defaultdict[str, list[TimedSession]] = defaultdict(list)
        for session in self._facts.sessions:
            for room in session.session.rooms:
                found[room].append(session)
        return found

    def _beside(self, moved: TimedSession, own: By) -> By:
        """The engagements of the moved session's people, with those in other sessions."""
        found: By = {}
        for person, engagements in own.items():
            others = [e for e in self._facts.engagements.get(person, ()) if e.timed.session.id != moved.session.id]
            found[person] = sorted((*others, *engagements), key=by_start)
        return found


def _inside(moved: TimedSession, finding: Finding) -> bool:
    """Whether a finding is about a part or an item of the moved session."""
    ids = {subject.id for subject in finding.subjects}
    return any(part.part.id in ids or any(row.item.id in ids for row in part.items) for part in moved.parts)


def shifted(
    session: CheckedSession,
    *,
    day: dt.date | None = None,
    start: dt.datetime | None,
    end: dt.datetime | None,
    rooms: Sequence[str] | None = None,
) -> CheckedSession:
    """The session at another time, with starts and ends of its parts and items moved by as much as its own start."""
    by = start - session.start if start and session.start else dt.timedelta()
    return replace(
        session,
        day=day or session.day,
        start=start,
        end=end,
        rooms=session.rooms if rooms is None else tuple(rooms),
        parts=tuple(_shifted(part, by) for part in session.parts) if by else session.parts,
    )


def _shifted(part: CheckedPart, by: dt.timedelta) -> CheckedPart:
    items = tuple(replace(item, start=item.start + by) if item.start else item for item in part.items)
    start, end = part.start and part.start + by, part.end and part.end + by
    return replace(part, start=start, end=end, items=items)
