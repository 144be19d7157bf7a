"""Where else a session could take place: up to three free slots and rooms, the nearest first.

Pure and deterministic: the same forum gives the same offers. A place is offered only where nothing about the
session's time, rooms and people would have to be fixed, and which leaves lunch free.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from forumplanner.checks.facts import Facts, TimedSession
from forumplanner.checks.live import LiveChecks
from forumplanner.checks.relays import is_overflow
from forumplanner.checks.rooms import SHARE_A_ROOM
from forumplanner.checks.wording import day_of
from forumplanner.domain import times
from forumplanner.domain.kinds import SessionKind, Severity
from forumplanner.snapshots.checks import CheckedRoom, CheckedSession
from forumplanner.snapshots.findings import Finding, FindingKind

OFFERS: Final = 3
STEP: Final = 5
"""Minutes between two starts that are tried."""
DAY_FROM, DAY_TO = 8 * 60, 21 * 60
"""Sessions are offered no place outside these minutes of a day, unless they lie there today."""
TRIED: Final = 40
"""Places that look free and are checked in full, at most; far ones are no help anyway."""
_FOR_EVERYBODY: Final = frozenset({SessionKind.OPENING, SessionKind.CLOSING, SessionKind.KEYNOTES, SessionKind.BANQUET})
_GRAVE: Final = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass(frozen=True, slots=True)
class Offer:
    """A place for a session; `start` in minutes since midnight of `day`, `room` "" where it has none.

    `shift`: minutes later (or earlier) than today, None on another day. `concerned`: the participants whose time or
    room changes; one session moves, nobody else does.
    """

    session_id: str
    day: dt.date
    start: int
    length: int
    room: str
    shift: int | None
    concerned: tuple[str, ...]


def offers(
    live: LiveChecks, session_id: str, *, rooms: bool = True, slots: bool = True, most: int = OFFERS
) -> tuple[Offer, ...]:
    """The nearest places without a fault, at most `most`; none for a session without a time or an unknown one.

    `rooms`: other rooms at the same time; `slots`: other times, in its own room and in others.
    """
    timed = live.facts.timed.get(session_id)
    if timed is None or not timed.runs:
        return ()
    found: list[Offer] = []
    tried = 0
    for offer in _candidates(live.facts, timed, rooms=rooms, slots=slots):
        if tried == TRIED or len(found) == most:
            break
        if _spread(found, offer) and _looks_free(live, timed, offer):
            tried += 1
            if next(_faults(live, timed.session, offer), None) is None:
                found.append(offer)
    return tuple(found)


def _looks_free(live: LiveChecks, timed: TimedSession, offer: Offer) -> bool:
    """A quick look at rooms and people, which spares nearly every place the full check."""
    session = timed.session
    start, end = _stretch(live.facts, session, offer)
    held = (offer.room, *session.rooms[1:]) if offer.room else session.rooms
    if _keeps_from_the_hall(live.facts, session, start, end):
        return False
    if session.kind not in SHARE_A_ROOM and any(live.is_taken(r, start, end, without=session.id) for r in held):
        return False
    return session.start is None or not live.are_busy(timed, start - session.start)


def _keeps_from_the_hall(facts: Facts, session: CheckedSession, start: dt.datetime, end: dt.datetime) -> bool:
    """Whether it would run during a session that everybody is to attend, and doesn't today."""
    for other in facts.sessions:
        hall = other.session
        if hall.kind not in _FOR_EVERYBODY or hall.id == session.id or hall.start is None or hall.end is None:
            continue
        today = bool(session.start and session.end and session.start < hall.end and hall.start < session.end)
        if start < hall.end and hall.start < end and not today:
            return True
    return False


def _stretch(facts: Facts, session: CheckedSession, offer: Offer) -> tuple[dt.datetime, dt.datetime]:
    start = times.instant(offer.day, offer.start, facts.forum.zone)
    return start, start + (session.end - session.start if session.start and session.end else dt.timedelta())


def _spread(found: list[Offer], offer: Offer) -> bool:
    """Offers differ in room, or by half an hour at least: three starts in a row are one offer."""
    return all(o.room != offer.room or o.day != offer.day or abs(o.start - offer.start) >= 30 for o in found)


def _now(facts: Facts, session: CheckedSession) -> tuple[dt.date, int, str]:
    start = session.start
    if start is None:
        raise ValueError("only a session with a time has a place to be moved from")
    day = day_of(facts, session, start)
    return day, times.minutes_of(start, day, facts.forum.zone), session.rooms[0] if session.rooms else ""


def _faults(live: LiveChecks, session: CheckedSession, offer: Offer) -> Iterator[Finding]:
    start, end = _stretch(live.facts, session, offer)
    held = (offer.room, *session.rooms[1:]) if offer.room else session.rooms
    for finding in live.moved(session.id, day=offer.day, start=start, end=end, rooms=held):
        if finding.severity in _GRAVE or finding.kind is FindingKind.OVER_LUNCH:
            yield finding


def _candidates(facts: Facts, timed: TimedSession, *, rooms: bool, slots: bool) -> Iterator[Offer]:
    """Places by how little they change: the room alone, then the time, then both, then other days."""
    session = timed.session
    day, start, here = _now(facts, session)
    length = times.minutes_of(session.end, day, facts.forum.zone) - start if session.end else 0
    concerned = tuple(sorted({e.person.id for e in facts.engaged(timed)}))
    others = [room.id for room in _fitting(facts, session, here)] if rooms else []

    def offer(on: dt.date, at: int, room: str) -> Offer:
        return Offer(session.id, on, at, length, room, at - start if on == day else None, concerned)

    yield from (offer(day, start, room) for room in others)
    if not slots:
        return
    starts = [at for at in _around(start) if at >= DAY_FROM and at + length <= DAY_TO]
    for room in (here, *others[:4]):
        yield from (offer(day, at, room) for at in starts)
    for other in _days(facts, day):
        yield from (offer(other, start, room) for room in (here, *others[:4]))


def _around(start: int) -> list[int]:
    """Starts by their distance, later before earlier."""
    return sorted(
        (at for at in range(start % STEP, 24 * 60, STEP) if at != start), key=lambda at: (abs(at - start), -at)
    )


def _days(facts: Facts, day: dt.date) -> list[dt.date]:
    """The other days of the programme, the nearest first."""
    days = {day_of(facts, t.session, t.session.start) for t in facts.sessions if t.session.start} - {day}
    return sorted(days, key=lambda other: (abs((other - day).days), other))


def _fitting(facts: Facts, session: CheckedSession, here: str) -> list[CheckedRoom]:
    """Other rooms that seat who is expected: in the same building first, then the smallest."""
    building = facts.rooms[here].building if here in facts.rooms else None
    need = session.expected or 0
    fitting = [
        room
        for room in facts.forum.rooms
        if room.id not in session.rooms and not is_overflow(room) and (room.capacity or need) >= need
    ]
    usual = facts.rooms[here].capacity if here in facts.rooms else None
    wanted = need or usual or 0
    return sorted(fitting, key=lambda r: (r.building != building, abs((r.capacity or wanted) - wanted), r.id))
