"""What of a session differs from what somebody was told of it."""

from collections.abc import Iterator

from forumplanner.domain.telling import Told
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.changes_to_tell import Sort
from forumplanner.snapshots.told_facts import about, part


def differences(was: Told, now: CalendarEvent, note: str) -> Iterator[Sort]:
    """What differs for one person; `note`: what their entry says to them alone. At least one sort."""
    found = False
    for sort, differs in (
        (Sort.TIME, (was.start, was.end) != (now.start, now.end)),
        (Sort.PLACE, was.location != now.location),
        (Sort.TITLE, was.summary != now.summary),
        (Sort.LINK, bool(was.about) and was.url != now.url),
        (Sort.CONTENT, bool(was.about) and was.about != about(now)),
        (Sort.PART, bool(was.part) and was.part != part(note, now)),
    ):
        found = found or differs
        if differs:
            yield sort
    if not found:
        yield Sort.CONTENT
