"""What isn't two things though it looks so: overflow rooms, one event entered twice, what people walk through."""

import re
from typing import Final

from forumplanner.checks.facts import Engagement, Facts
from forumplanner.domain.kinds import SessionKind
from forumplanner.snapshots.checks import CheckedRoom, CheckedSession

_OVERFLOW: Final = re.compile(
    r"\b(?:live ?)?stream(?:ing)?\b|\boverflow\b|\brelay\b|\bbroadcast\b|直播|转播|分流|收看", re.IGNORECASE
)

WALKED_THROUGH: Final = frozenset({SessionKind.REGISTRATION, SessionKind.EXHIBITION, SessionKind.BREAK})
"""Events over hours that nobody has to attend from start to end."""


def is_overflow(room: CheckedRoom) -> bool:
    """Whether a room only shows what happens elsewhere, by its name: Stream, Overflow room, 直播间, 分流会场."""
    return any(_OVERFLOW.search(side.text) for side in room.name.wordings.values())


def overflow_rooms(facts: Facts) -> frozenset[str]:
    """The ids of all such rooms."""
    return frozenset(room.id for room in facts.forum.rooms if is_overflow(room))


def one_event(facts: Facts, first: CheckedSession, second: CheckedSession) -> bool:
    """Whether two sessions are one event in two rooms.

    They are where one of them runs in overflow rooms alone, or where both have the same title, times and people.
    """
    if (first.start, first.end) == (second.start, second.end) and _same_title(first, second):
        return _people(first) == _people(second)
    return any(_relayed(facts, session) for session in (first, second))


def _same_title(first: CheckedSession, second: CheckedSession) -> bool:
    one, other = ({tag: side.text for tag, side in s.title.wordings.items()} for s in (first, second))
    return bool(one) and one == other


def _people(session: CheckedSession) -> set[str | None]:
    leading = {appearance.participant_id for part in session.parts for appearance in part.appearances}
    items = (item for part in session.parts for item in part.items)
    return leading | {appearance.participant_id for item in items for appearance in item.appearances}


def _relayed(facts: Facts, session: CheckedSession) -> bool:
    rooms = [facts.rooms[room] for room in session.rooms if room in facts.rooms]
    return bool(rooms) and all(is_overflow(room) for room in rooms)


def walks_through(engagement: Engagement) -> bool:
    """Whether somebody only looks after an event over hours, such as the registration: free to be elsewhere too."""
    return engagement.item is None and engagement.timed.session.kind in WALKED_THROUGH
