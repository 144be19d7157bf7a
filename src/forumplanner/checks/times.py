"""Checks of times: ends before starts, parts and items outside their session, sessions without a time."""

import datetime as dt
from collections.abc import Iterator

from forumplanner.checks.facts import Facts, TimedItem, TimedPart, TimedSession
from forumplanner.checks.wording import (
    clock,
    finding,
    item_name,
    minutes_between,
    moment,
    part_called,
    part_name,
    session_called,
    session_name,
    session_subject,
)
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind, Words


def ends_before_start(facts: Facts) -> Iterator[Finding]:
    """Sessions and parts whose end is not after their start, and items of no length: no calendar can hold them."""
    for timed in facts.sessions:
        session = timed.session
        if session.start and session.end and session.end <= session.start:
            yield _reversed(facts, timed, session_subject(session), session_called(session))
        for part in timed.parts:
            start, end = part.part.start, part.part.end
            if start and end and end <= start:
                name = part_name(session, part)
                yield _reversed(
                    facts, timed, Subject(SubjectKind.PART, part.part.id, name, start, end), part_called(session, part)
                )
            for row in part.items:
                if row.item.minutes is not None and row.item.minutes <= 0:
                    yield _no_length(timed, row)


def _no_length(timed: TimedSession, row: TimedItem) -> Finding:
    name = item_name(row.item)
    return finding(
        FindingKind.ENDS_BEFORE_START,
        [Subject(SubjectKind.ITEM, row.item.id, name, row.start, row.end)],
        title=localized("“{item}” takes no time", item=name),
        message=count_localized(
            "“{item}” in {session} is set to {n} minute.",
            "“{item}” in {session} is set to {n} minutes.",
            row.item.minutes or 0,
            item=name,
            session=session_called(timed.session),
        ),
        remedy=localized("Enter how many minutes it takes, or leave the minutes blank."),
        place=Place(Page.PROGRAMME, row.item.id),
        facts=(row.item.minutes,),
    )


def _reversed(facts: Facts, timed: TimedSession, subject: Subject, called: Words) -> Finding:
    if subject.start is None or subject.end is None:
        raise ValueError("only what has a start and an end can have them the wrong way round")
    return finding(
        FindingKind.ENDS_BEFORE_START,
        [subject],
        title=localized("{what} doesn't end after it starts", what=subject.label),
        message=localized(
            "{what} is set to start at {start} and to end at {end}.",
            what=called,
            start=moment(facts, subject.start),
            end=moment(facts, subject.end),
        ),
        remedy=localized("Correct the start or the end."),
        place=Place(Page.PROGRAMME, timed.session.id),
        facts=(subject.start, subject.end),
        minutes=minutes_between(subject.end, subject.start),
    )


def parts_outside(facts: Facts) -> Iterator[Finding]:
    """Parts with times of their own that begin before their session or end after it."""
    for timed in facts.sessions:
        if timed.runs:
            for part in timed.parts:
                if outside := _minutes_outside(timed, part.part.start, part.part.end):
                    yield _part_outside(facts, timed, part, outside)


def _part_outside(facts: Facts, timed: TimedSession, part: TimedPart, minutes: int) -> Finding:
    session = timed.session
    name = localized("part {number}", number=part.number)
    subject = Subject(SubjectKind.PART, part.part.id, part_name(session, part), part.start, part.end)
    return finding(
        FindingKind.PART_OUTSIDE_SESSION,
        [subject, session_subject(session)],
        title=localized("A part of {session} runs outside it", session=session_name(session)),
        message=count_localized(
            "{n} minute of {part} ({stretch}) lies outside {session} ({whole}).",
            "{n} minutes of {part} ({stretch}) lie outside {session} ({whole}).",
            minutes,
            part=name,
            stretch=_stretch(facts, part.start, part.end),
            session=session_called(session),
            whole=_stretch(facts, session.start, session.end),
        ),
        remedy=localized("Move the part, or give the session more time."),
        place=Place(Page.PROGRAMME, session.id),
        facts=(part.start, part.end, session.start, session.end),
        minutes=minutes,
    )


def items_outside(facts: Facts) -> Iterator[Finding]:
    """Items that begin before their session, or have a start of their own at its end or later.

    Those that only take too long are `filling.overruns`.
    """
    for timed in facts.sessions:
        if timed.runs:
            for part in timed.parts:
                for row in part.items:
                    if lies_outside(timed, row) and (outside := _minutes_outside(timed, row.start, row.end)):
                        yield _item_outside(facts, timed, row, outside)


def lies_outside(timed: TimedSession, row: TimedItem) -> bool:
    """Whether an item begins where its session doesn't run."""
    start, end = timed.session.start, timed.session.end
    if row.start is None or start is None or end is None:
        return False
    return row.start < start or (row.item.start is not None and row.item.start >= end)


def _item_outside(facts: Facts, timed: TimedSession, row: TimedItem, minutes: int) -> Finding:
    session, name = timed.session, item_name(row.item)
    return finding(
        FindingKind.ITEM_OUTSIDE_SESSION,
        [Subject(SubjectKind.ITEM, row.item.id, name, row.start, row.end), session_subject(session)],
        title=localized("“{item}” runs outside its session", item=name),
        message=count_localized(
            "{n} minute of “{item}” ({stretch}) lies outside {session} ({whole}).",
            "{n} minutes of “{item}” ({stretch}) lie outside {session} ({whole}).",
            minutes,
            item=name,
            stretch=_stretch(facts, row.start, row.end),
            session=session_called(session),
            whole=_stretch(facts, session.start, session.end),
        ),
        remedy=localized("Shorten or move the item, or give the session more time."),
        place=Place(Page.PROGRAMME, row.item.id),
        facts=(row.start, row.end, session.start, session.end),
        minutes=minutes,
    )


def _minutes_outside(timed: TimedSession, start: dt.datetime | None, end: dt.datetime | None) -> int:
    """Minutes of a stretch before and after its session; a stretch without a length counts the minutes to it."""
    first, last = timed.session.start, timed.session.end
    if first is None or last is None:
        return 0
    start, end = start or end, end or start
    if start is None or end is None or end < start:
        return 0
    before = min(end, first) - start if start < first else dt.timedelta()
    after = end - max(start, last) if end > last else dt.timedelta()
    if start == end:
        before, after = max(first - start, dt.timedelta()), max(end - last, dt.timedelta())
    return minutes_between(first, first + before + after)


def _stretch(facts: Facts, start: dt.datetime | None, end: dt.datetime | None) -> str:
    return "–".join(clock(facts, at) for at in (start, end) if at)


def without_time(facts: Facts) -> Iterator[Finding]:
    """Sessions of which start or end is unknown: they print, but stand in no calendar file."""
    for timed in facts.sessions:
        session = timed.session
        if session.start and session.end:
            continue
        yield finding(
            FindingKind.SESSION_WITHOUT_TIME,
            [session_subject(session)],
            title=localized("{session} has no time yet", session=session_name(session)),
            message=localized(
                "Start or end of {session} isn't known yet, so no calendar file holds it.",
                session=session_called(session),
            ),
            remedy=localized("Enter its start and its end in the programme."),
            place=Place(Page.PROGRAMME, session.id),
            facts=(session.start, session.end),
        )
