"""How findings call things: sessions, parts, items, people, moments, each in every language of the program."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence

from forumplanner.checks.facts import Engagement, Facts, TimedPart
from forumplanner.checks.kinds import DEFAULT_SEVERITIES
from forumplanner.domain import times
from forumplanner.domain.kinds import Role
from forumplanner.domain.labels import label
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import LANGUAGES, localized
from forumplanner.snapshots.checks import CheckedItem, CheckedPerson, CheckedRoom, CheckedSession
from forumplanner.snapshots.findings import Finding, FindingKind, Place, Subject, SubjectKind, Words

LISTED = 4
"""So many things are named in a sentence; the rest is counted."""


def finding(
    kind: FindingKind,
    subjects: Sequence[Subject],
    *,
    title: Words,
    message: Words,
    remedy: Words,
    place: Place,
    facts: Iterable[object],
    key: Sequence[str] = (),
    minutes: int | None = None,
) -> Finding:
    """A finding with its stable id (of kind and `key`, else the subjects' ids) and the fingerprint of its facts."""
    identity = key or [subject.id for subject in subjects]
    return Finding(
        id=f"{kind}-{_digest(identity)}",
        kind=kind,
        severity=DEFAULT_SEVERITIES[kind],
        subjects=tuple(subjects),
        title=title,
        message=message,
        remedy=remedy,
        fingerprint=_digest(facts),
        place=place,
        minutes=minutes,
    )


def _digest(values: Iterable[object]) -> str:
    text = "\x1f".join(v.isoformat() if isinstance(v, dt.datetime) else str(v) for v in values)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def words(text: LocalizedText) -> Words:
    """A text for each reader, in the reader's language where it has one."""
    return {tag: text.best(tag) for tag in LANGUAGES}


def plain(text: str) -> Words:
    """The same text for each reader."""
    return dict.fromkeys(LANGUAGES, text)


def person_name(person: CheckedPerson) -> Words:
    """A person's full name for each reader."""
    return {tag: person.name.shown(tag) for tag in LANGUAGES}


def session_name(session: CheckedSession) -> Words:
    """A session's title, or what kind of session it is where it has none."""
    return {tag: session.title.best(tag) or label(session.kind, tag) for tag in LANGUAGES}


def session_called(session: CheckedSession) -> Words:
    """How a sentence names a session: “its title” in quotes, a parallel forum by its letter, which is shorter."""
    if session.letter:
        return localized("Forum {letter}", letter=session.letter)
    return localized("“{session}”", session=session_name(session)) if session.title else session_name(session)


def item_name(item: CheckedItem) -> Words:
    """An item's title, or what kind of item it is."""
    return {tag: item.title.best(tag) or label(item.kind, tag) for tag in LANGUAGES}


def part_name(session: CheckedSession, part: TimedPart) -> Words:
    """The part within its session; of a session with one part the session itself."""
    return _part_of(session, part, session_name(session))


def part_called(session: CheckedSession, part: TimedPart) -> Words:
    """How a sentence names a part: within its session as `session_called` has it."""
    return _part_of(session, part, session_called(session))


def _part_of(session: CheckedSession, part: TimedPart, whole: Words) -> Words:
    if len(session.parts) < 2:
        return whole
    if part.part.title:
        return localized("{session}, {part}", session=whole, part=words(part.part.title))
    return localized("{session}, part {number}", session=whole, number=part.number)


def role_name(role: Role) -> Words:
    """What somebody does, as the agenda calls it."""
    return {tag: label(role, tag) for tag in LANGUAGES}


def room_name(room: CheckedRoom) -> Words:
    """A room's name for each reader."""
    return words(room.name)


def where(facts: Facts, session: CheckedSession) -> Words | None:
    """The session's first room, else its place in words; None where neither is known."""
    room = facts.rooms.get(session.rooms[0]) if session.rooms else None
    if room and room.name:
        return room_name(room)
    return words(session.place) if session.place else None


def day_of(facts: Facts, session: CheckedSession, at: dt.datetime) -> dt.date:
    """The conference day that a moment of a session belongs to."""
    return session.day or times.conference_day(at, facts.forum.zone)


def day(facts: Facts, session: CheckedSession, at: dt.datetime) -> Words:
    """That conference day: 11月14日 周六 / Sat 14 Nov."""
    date = day_of(facts, session, at)
    return {tag: times.day_short(date, tag) for tag in LANGUAGES}


def clock(facts: Facts, at: dt.datetime) -> str:
    """What a clock in the forum's city shows."""
    return times.local_clock(at, facts.forum.zone)


def moment(facts: Facts, at: dt.datetime) -> Words:
    """Calendar day and clock in the forum's city: 11月14日 周六 08:50 / Sat 14 Nov 08:50."""
    date = at.astimezone(times.zone(facts.forum.zone)).date()
    return {tag: f"{times.day_short(date, tag)} {clock(facts, at)}" for tag in LANGUAGES}


def minutes_between(start: dt.datetime, end: dt.datetime) -> int:
    """Whole minutes from one instant to another, rounded up: half a minute short is short."""
    return -int((start - end).total_seconds() // 60)


def listed(names: Sequence[Words]) -> Words:
    """The first few names and how many more: "A, B, C, D and 8 more" / “A、B、C、D，另有 8 项”."""
    shown = {tag: _separator(tag).join(name[tag] for name in names[:LISTED]) for tag in LANGUAGES}
    rest = len(names) - LISTED
    return shown if rest <= 0 else localized("{names} and {n} more", n=rest, names=shown)


def _separator(tag: str) -> str:
    return "、" if tag.startswith("zh") else ", "


def session_subject(session: CheckedSession) -> Subject:
    """The session as a subject, with its time."""
    return Subject(SubjectKind.SESSION, session.id, session_name(session), session.start, session.end)


def person_subject(person: CheckedPerson) -> Subject:
    """The participant as a subject."""
    return Subject(SubjectKind.PARTICIPANT, person.id, person_name(person))


def engagement_subject(engagement: Engagement, start: dt.datetime, end: dt.datetime) -> Subject:
    """The session somebody is needed in, with the stretch for which."""
    session = engagement.timed.session
    return Subject(SubjectKind.SESSION, session.id, part_name(session, engagement.part), start, end)
