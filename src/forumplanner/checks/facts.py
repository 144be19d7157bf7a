"""A forum's snapshot made ready for checking: indexed by id, every agenda row with the time it really runs."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from forumplanner.domain.flow import flow
from forumplanner.domain.kinds import Mode
from forumplanner.domain.zones import city_of
from forumplanner.snapshots.checks import (
    CheckedAppearance,
    CheckedForum,
    CheckedItem,
    CheckedPart,
    CheckedPerson,
    CheckedRoom,
    CheckedSession,
    CheckedTrack,
)


@dataclass(frozen=True, slots=True)
class TimedItem:
    """An item with its own or flowing times, as far as they are known."""

    item: CheckedItem
    start: dt.datetime | None
    end: dt.datetime | None


@dataclass(frozen=True, slots=True)
class TimedPart:
    """A part with its own times, or those of its items and of the session around it."""

    part: CheckedPart
    number: int
    start: dt.datetime | None
    end: dt.datetime | None
    items: tuple[TimedItem, ...]


@dataclass(frozen=True, slots=True)
class TimedSession:
    """A session with its parts in order."""

    session: CheckedSession
    parts: tuple[TimedPart, ...]

    @property
    def runs(self) -> bool:
        """True where start and end are known and in that order."""
        start, end = self.session.start, self.session.end
        return start is not None and end is not None and start < end


@dataclass(frozen=True, slots=True)
class Engagement:
    """A stretch of time for which somebody is needed in a session; `item` is None for a role in the whole part."""

    person: CheckedPerson
    appearance: CheckedAppearance
    timed: TimedSession
    part: TimedPart
    item: CheckedItem | None
    start: dt.datetime
    end: dt.datetime

    @property
    def mode(self) -> Mode:
        """How the person takes part here: as said for this appearance, else for the forum, else on site."""
        return self.appearance.mode or self.person.mode or Mode.ON_SITE


class Facts:
    """Everything a check may ask about one forum; built once for all checks."""

    def __init__(self, forum: CheckedForum) -> None:
        self.forum = forum
        self.people: dict[str, CheckedPerson] = {person.id: person for person in forum.people}
        self.rooms: dict[str, CheckedRoom] = {room.id: room for room in forum.rooms}
        self.tracks: dict[str, CheckedTrack] = {track.id: track for track in forum.tracks}
        self.sessions: tuple[TimedSession, ...] = tuple(timed(session) for session in forum.sessions)

    @cached_property
    def engagements(self) -> dict[str, list[Engagement]]:
        """By participant, each list by start; who appears by recorded video is not needed in the room."""
        found: defaultdict[str, list[Engagement]] = defaultdict(list)
        for engagement in self._engagements():
            if engagement.mode is not Mode.VIDEO:
                found[engagement.person.id].append(engagement)
        for engagements in found.values():
            engagements.sort(key=lambda e: (e.start, e.end, e.appearance.id))
        return dict(found)

    def _engagements(self) -> Iterator[Engagement]:
        for session in self.sessions:
            for part in session.parts:
                yield from self._within(session, part, None, part.start, part.end)
                for row in part.items:
                    yield from self._within(session, part, row.item, row.start, row.end)

    def _within(
        self,
        session: TimedSession,
        part: TimedPart,
        item: CheckedItem | None,
        start: dt.datetime | None,
        end: dt.datetime | None,
    ) -> Iterator[Engagement]:
        appearances = part.part.appearances if item is None else item.appearances
        if not appearances or start is None or end is None or end <= start:
            return
        for appearance in appearances:
            person = self.people.get(appearance.participant_id or "")
            if person:
                yield Engagement(person, appearance, session, part, item, start, end)

    @cached_property
    def here(self) -> dict[str, str]:
        """The city whose clock the forum's times are told by."""
        return city_of(self.forum.zone)


def timed(session: CheckedSession) -> TimedSession:
    """The session with the times of its parts and items; a part without a start follows the one before."""
    parts: list[TimedPart] = []
    cursor = session.start
    for number, part in enumerate(session.parts, start=1):
        last = number == len(session.parts)
        timed_part = _timed_part(part, number, part.start or cursor, part.end or (session.end if last else None))
        parts.append(timed_part)
        cursor = timed_part.end
    return TimedSession(session, tuple(parts))


def _timed_part(part: CheckedPart, number: int, start: dt.datetime | None, end: dt.datetime | None) -> TimedPart:
    stretches = flow([(item.start, item.minutes) for item in part.items], start=start, end=end)
    items = tuple(TimedItem(item, *stretch) for item, stretch in zip(part.items, stretches, strict=True))
    begins = part.start or (items[0].start if items else start)
    ends = end or (items[-1].end if items else None)
    return TimedPart(part, number, begins, ends, items)
