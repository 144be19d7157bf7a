"""What of a session differs from what somebody was told of it."""

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from forumplanner.domain.telling import Told
from forumplanner.domain.times import conference_day, minutes_of
from forumplanner.snapshots.calendar import CalendarEvent
from forumplanner.snapshots.changes_to_tell import Sort

_CLOCK: Final = re.compile(r"^\d\d:\d\d ", re.MULTILINE)
_TIME: Final = re.compile(r"(?<![\d:])(\d\d):(\d\d)(?![\d:])")
_HEAD: Final = 2
"""Lines of a description that name the forum and the time, in each language."""


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


@lru_cache(maxsize=4096)
def about(event: CalendarEvent) -> str:
    """Stands for what a session holds - summary, parts, chairs, talks - wherever and whenever it takes place."""
    places = set(event.location.split(" / "))
    blocks = event.description.removesuffix(event.url).split("\n\n")
    lines = (line for block in blocks for line in block.split("\n")[_HEAD:] if line not in places)
    return digest(_CLOCK.sub("", "\n".join(lines)))


def part(note: str, event: CalendarEvent) -> str:
    """Stands for what somebody does in a session, and how long after its start."""
    start = minutes_of(event.start, conference_day(event.start, event.zone), event.zone)

    def after(found: re.Match[str]) -> str:
        return f"+{(int(found[1]) * 60 + int(found[2]) - start) % (24 * 60)}"

    return digest(_TIME.sub(after, note))


def digest(text: str) -> str:
    """A short stand-in for a text, by which a change of it is seen."""
    return hashlib.blake2b(text.encode(), digest_size=6).hexdigest()
