"""A forum's snapshot made ready for checking: indexed by id, every agenda row with the time it really runs."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from forumplanner.domain.flow import flow
from forumplanner.domain.kinds import Mode
from forumplanner.domain.zones import city_of
from forumplanner.snapshots.checks import (
    CheckedAppearance,
    CheckedDecline,
    CheckedForum,
    CheckedItem,
    CheckedPart,
    CheckedPerson,
    CheckedRoom,
    CheckedSession,
)


class TimedItem(NamedTuple):
    """An item with its own or flowing times, as far as they are known."""

    item: CheckedItem
    start: dt.datetime | None
    end: dt.datetime | None


class TimedPart(NamedTuple):
    """A part with its own times, or those of its items and of the session around it."""

    part: CheckedPart
    number: int
    start: dt.datetime | None
    end: dt.datetime | None
    items: tuple[TimedItem, ...]


class TimedSession(NamedTuple):
    """A session with its parts in order."""

    session: CheckedSession
    parts: tuple[TimedPart, ...]

    @property
    def runs(self) -> bool:
        """True where start and end are known and in that order."""
        start, end = self.session.start, self.session.end
        return start is not None and end is not None and start < end


class Engagement(NamedTuple):
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


By = dict[str, list[Engagement]]


class Facts:
    """Everything a check may ask about one forum; each index is made when the first check asks for it.

    `narrowed` gives the same people and rooms with a part of the programme, where not all of it is asked about.
    """

    def __init__(self, forum: CheckedForum) -> None:
        self.forum = forum

    def narrowed(self, sessions: Sequence[TimedSession], engagements: By) -> "Facts":
        """The same forum, of its programme only these sessions and engagements."""
        facts = Facts(self.forum)
        facts.__dict__.update(
            people=self.people, rooms=self.rooms, here=self.here, sessions=tuple(sessions), engagements=engagements
        )
        return facts

    @cached_property
    def people(self) -> dict[str, CheckedPerson]:
        """Participants by id."""
        return {person.id: person for person in self.forum.people}

    @cached_property
    def rooms(self) -> dict[str, CheckedRoom]:
        """Rooms by id."""
        return {room.id: room for room in self.forum.rooms}

    @cached_property
    def sessions(self) -> tuple[TimedSession, ...]:
        """The sessions with the times of their parts and items."""
        return tuple([timed(session) for session in self.forum.sessions])

    @cached_property
    def timed(self) -> dict[str, TimedSession]:
        """Sessions by id."""
        return {timed.session.id: timed for timed in self.sessions}

    @cached_property
    def engagements(self) -> By:
        """By participant, each list by start; who appears by recorded video is not needed in the room."""
        found: By = {}
        for session in self.sessions:
            for engagement in self.engaged(session):
                found.setdefault(engagement.person.id, []).append(engagement)
        for engagements in found.values():
            if len(engagements) > 1:
                engagements.sort(key=by_start)
        return found

    def engaged(self, session: TimedSession) -> Iterator[Engagement]:
        """Who is needed in a session and when, in the order of its agenda."""
        people = self.people
        for part in session.parts:
            rows = ((None, part.start, part.end, part.part.appearances), *map(_row, part.items))
            for item, start, end, appearances in rows:
                if not appearances or start is None or end is None or end <= start:
                    continue
                for appearance in appearances:
                    person = people.get(appearance.participant_id or "")
                    if person and (appearance.mode or person.mode) is not Mode.VIDEO:
                        yield Engagement(person, appearance, session, part, item, start, end)

    @cached_property
    def declines(self) -> dict[tuple[str, str], CheckedDecline]:
        """What was declined by participant and session; "" stands for the whole stay."""
        return {(one.participant_id, one.session_id): one for one in self.forum.declines}

    def declined(self, participant: str, session: str) -> CheckedDecline | None:
        """What keeps somebody from a session: that they declined it, else that they don't come at all."""
        return self.declines.get((participant, session)) or self.declines.get((participant, ""))

    @cached_property
    def here(self) -> dict[str, str]:
        """The city whose clock the forum's times are told by."""
        return city_of(self.forum.zone)


def by_start(engagement: Engagement) -> tuple[dt.datetime, dt.datetime, str]:
    """The order in which somebody's engagements are listed."""
    return engagement.start, engagement.end, engagement.appearance.id


def _row(
    row: TimedItem,
) -> tuple[CheckedItem | None, dt.datetime | None, dt.datetime | None, tuple[CheckedAppearance, ...]]:
    return row.item, row.start, row.end, row.item.appearances


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
    items = tuple([TimedItem(item, *stretch) for item, stretch in zip(part.items, stretches, strict=True)])
    begins = part.start or (items[0].start if items else start)
    ends = end or (items[-1].end if items else None)
    return TimedPart(part, number, begins, ends, items)
