"""Checks of rooms: taken twice, closed, too small, not named."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from forumplanner.checks.facts import Facts
from forumplanner.checks.relays import is_overflow
from forumplanner.checks.wording import (
    clock,
    day,
    finding,
    minutes_between,
    plain,
    room_name,
    session_called,
    session_name,
    session_subject,
    words,
)
from forumplanner.domain.kinds import ForumMode, SessionKind
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.checks import CheckedClosure, CheckedRoom, CheckedSession
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind

SHARE_A_ROOM = frozenset(
    {SessionKind.REGISTRATION, SessionKind.BREAK, SessionKind.EXHIBITION, SessionKind.TRANSFER, SessionKind.VISIT}
)
"""Sessions that run beside others in the same hall or need none."""

NEED_NO_ROOM = frozenset({SessionKind.BREAK, SessionKind.TRANSFER, SessionKind.VISIT})
"""Sessions whose place goes without saying or lies outside."""


def overlaps(facts: Facts) -> Iterator[Finding]:
    """Two sessions in one room at the same time, for exactly how long; rooms that it is relayed to count.

    Overflow rooms ("Stream") may show several things at once.
    """
    taken: defaultdict[str, list[CheckedSession]] = defaultdict(list)
    for timed in facts.sessions:
        if timed.runs and timed.session.kind not in SHARE_A_ROOM:
            for room_id in timed.session.rooms:
                taken[room_id].append(timed.session)
    for room_id, sessions in taken.items():
        room = facts.rooms.get(room_id)
        if room and len(sessions) > 1 and not is_overflow(room):
            yield from (_overlap(facts, room, *pair) for pair in _overlapping(sessions))


def closed(facts: Facts) -> Iterator[Finding]:
    """Sessions in a room while it is closed, for exactly how long."""
    shut = {room.id: room for room in facts.forum.rooms if room.closures}
    if not shut:
        return
    for timed in facts.sessions:
        session = timed.session
        for room_id in session.rooms:
            for closure in shut[room_id].closures if room_id in shut else ():
                if session.start and session.end and session.start < closure.end and closure.start < session.end:
                    yield _closed(facts, shut[room_id], closure, session)


def _closed(facts: Facts, room: CheckedRoom, closure: CheckedClosure, session: CheckedSession) -> Finding:
    if session.start is None or session.end is None:
        raise ValueError("only a session with a time can be in a closed room")
    start, end = max(session.start, closure.start), min(session.end, closure.end)
    minutes = minutes_between(start, end)
    told = {
        "time": clock(facts, start),
        "day": day(facts, session, start),
        "session": session_called(session),
        "room": room_name(room),
        "reason": words(closure.reason),
    }
    because = localized(" ({reason})", **told) if closure.reason else plain("")
    return finding(
        FindingKind.ROOM_CLOSED,
        [_room_subject(room), _during(session, start, end)],
        key=(room.id, session.id, closure.start.isoformat()),
        title=localized("{room} is closed during {session}", **told),
        message=count_localized(
            "For {n} minute from {time} on {day}, {session} is in {room} while the room is closed{because}.",
            "For {n} minutes from {time} on {day}, {session} is in {room} while the room is closed{because}.",
            minutes,
            because=because,
            **told,
        ),
        remedy=localized("Take another room or another time, or ask for the room."),
        place=Place(Page.PROGRAMME, session.id),
        facts=(room.id, closure.start, closure.end, session.start, session.end),
        minutes=minutes,
    )


def _overlapping(sessions: list[CheckedSession]) -> Iterator[tuple[CheckedSession, CheckedSession]]:
    """Pairs that share minutes, found by one sweep over the starts."""
    running: list[tuple[dt.datetime, CheckedSession]] = []
    stretches = [(s.start, s.end, s) for s in sessions if s.start and s.end]
    for start, end, session in sorted(stretches, key=lambda stretch: (stretch[0], stretch[1], stretch[2].id)):
        running = [(until, other) for until, other in running if until > start]
        yield from ((other, session) for _, other in running)
        running.append((end, session))


def _overlap(facts: Facts, room: CheckedRoom, first: CheckedSession, second: CheckedSession) -> Finding:
    start, end = _shared(first, second)
    minutes = minutes_between(start, end)
    return finding(
        FindingKind.ROOM_OVERLAP,
        (_room_subject(room), session_subject(first), session_subject(second)),
        key=(room.id, *sorted((first.id, second.id))),
        title=localized("{room} is taken twice at once", room=room_name(room)),
        message=count_localized(
            "For {n} minute from {time} on {day}, both {first} and {second} are in {room}.",
            "For {n} minutes from {time} on {day}, both {first} and {second} are in {room}.",
            minutes,
            time=clock(facts, start),
            day=day(facts, second, start),
            first=session_called(first),
            second=session_called(second),
            room=room_name(room),
        ),
        remedy=localized("Give one of the two another room or another time."),
        place=Place(Page.PROGRAMME, second.id),
        facts=(room.id, first.start, first.end, second.start, second.end),
        minutes=minutes,
    )


def _shared(first: CheckedSession, second: CheckedSession) -> tuple[dt.datetime, dt.datetime]:
    starts = [at for at in (first.start, second.start) if at]
    ends = [at for at in (first.end, second.end) if at]
    return max(starts), min(ends)


def _during(session: CheckedSession, start: dt.datetime, end: dt.datetime) -> Subject:
    return Subject(SubjectKind.SESSION, session.id, session_name(session), start, end)


def _room_subject(room: CheckedRoom) -> Subject:
    return Subject(SubjectKind.ROOM, room.id, room_name(room))


def too_small(facts: Facts) -> Iterator[Finding]:
    """Sessions that expect more people than their rooms hold together."""
    for timed in facts.sessions:
        session = timed.session
        rooms = [facts.rooms[room_id] for room_id in session.rooms if room_id in facts.rooms]
        seats = [room.capacity for room in rooms if room.capacity is not None]
        if session.expected and seats and len(seats) == len(rooms) and session.expected > sum(seats):
            yield _too_small(session, rooms[0], sum(seats), session.expected)


def _too_small(session: CheckedSession, room: CheckedRoom, seats: int, expected: int) -> Finding:
    return finding(
        FindingKind.ROOM_TOO_SMALL,
        [session_subject(session), _room_subject(room)],
        key=(session.id,),
        title=localized(
            "{room}: {expected} expected, {seats} seats", room=room_name(room), expected=expected, seats=seats
        ),
        message=count_localized(
            "{session} expects {expected} people; {n} has no seat.",
            "{session} expects {expected} people; {n} have no seat.",
            expected - seats,
            session=session_called(session),
            expected=expected,
        ),
        remedy=localized("Take a larger room, add chairs, or relay it to a second room."),
        place=Place(Page.PROGRAMME, session.id),
        facts=(room.id, seats, expected),
    )


def without_room(facts: Facts) -> Iterator[Finding]:
    """Sessions for which nobody has said where; a forum held online needs no rooms."""
    for timed in facts.sessions:
        session = timed.session
        if session.rooms or session.place or session.kind in NEED_NO_ROOM or facts.forum.mode is ForumMode.ONLINE:
            continue
        yield finding(
            FindingKind.SESSION_WITHOUT_ROOM,
            [session_subject(session)],
            title=localized("{session} has no room", session=session_name(session)),
            message=localized(
                "Nobody can read in the agenda where {session} takes place.", session=session_called(session)
            ),
            remedy=localized("Choose a room, or write the place in words."),
            place=Place(Page.PROGRAMME, session.id),
            facts=(session.kind,),
        )
