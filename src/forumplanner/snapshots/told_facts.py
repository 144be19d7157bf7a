"""What the outbox keeps of a session that somebody was told of, so that the next change can say what was."""

import hashlib
import re
from functools import lru_cache
from typing import Any, Final

from forumplanner.domain.times import conference_day, minutes_of
from forumplanner.snapshots.calendar import CalendarEvent, CalendarPlan
from forumplanner.snapshots.outbox import Prepared

_CLOCK: Final = re.compile(r"^\d\d:\d\d ", re.MULTILINE)
_TIME: Final = re.compile(r"(?<![\d:])(\d\d):(\d\d)(?![\d:])")
_BETWEEN: Final = "\x1f"
_HEAD: Final = 2
"""Lines of a description that name the forum and the time, in each language."""


def told(one: Prepared, writer: str = "") -> dict[str, Any]:
    """Its identity, what the calendar shows, and what it holds in short; fields as in `OutboxMessage.tells`.

    `writer`: the house that tells it, "" where that isn't known.
    """
    return {
        "session": one.event.session_id,
        "uid": one.entry.uid,
        "sequence": one.entry.sequence,
        "fingerprint": one.fingerprint,
        "summary": one.event.summary,
        "location": one.event.location,
        "start": one.event.start.isoformat(),
        "end": one.event.end.isoformat(),
        "zone": one.event.zone,
        "url": one.event.url,
        "about": about(one.event),
        "part": part(one.entry.note, one.event),
        "house": writer,
    }


def house(plan: CalendarPlan) -> str:
    """Stands for who writes: the forum's name, then its mailbox."""
    return f"{digest(_BETWEEN.join(plan.title))} {digest(plan.mailbox)}"


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
