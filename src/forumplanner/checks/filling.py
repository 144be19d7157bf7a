"""Checks of what fills a session: more items than time, items or parts at once, empty minutes in between."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from forumplanner.checks.facts import Facts, TimedItem, TimedPart, TimedSession
from forumplanner.checks.relays import WALKED_THROUGH
from forumplanner.checks.roles import LED
from forumplanner.checks.times import lies_outside
from forumplanner.checks.wording import (
    clock,
    finding,
    item_name,
    minutes_between,
    part_called,
    part_name,
    session_called,
    session_name,
    session_subject,
)
from forumplanner.i18n import count_localized, localized
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind

GAP: Final = 5
"""Fewer empty minutes than these are a change of speakers."""


def overruns(facts: Facts) -> Iterator[Finding]:
    """Parts whose items end after the part has to: at its own end, where the next one starts, or with the session.

    Items that begin outside the session are told by `times.items_outside` instead.
    """
    for timed in facts.sessions:
        if not timed.runs:
            continue
        for part in timed.parts:
            bound, last = _bound(timed, part), None
            if bound is None:
                continue
            for row in part.items:
                if row.end and row.end > bound and (last is None or row.end > last[0]) and not lies_outside(timed, row):
                    last = row.end, row
            if last:
                yield _overrun(facts, timed, part, last[1], bound)


def _bound(timed: TimedSession, part: TimedPart) -> dt.datetime | None:
    """When a part has to be over."""
    session_end = timed.session.end
    if part.part.end:
        return min(part.part.end, session_end) if session_end else part.part.end
    following = timed.parts[part.number].part.start if part.number < len(timed.parts) else None
    return following if following and (part.start is None or following > part.start) else session_end


def _overrun(facts: Facts, timed: TimedSession, part: TimedPart, row: TimedItem, bound: dt.datetime) -> Finding:
    end = row.end or bound
    minutes = minutes_between(bound, end)
    session = timed.session
    return finding(
        FindingKind.SESSION_OVERRUN,
        [
            Subject(SubjectKind.PART, part.part.id, part_name(session, part), bound, end),
            Subject(SubjectKind.ITEM, row.item.id, item_name(row.item), row.start, row.end),
            session_subject(session),
        ],
        key=(part.part.id,),
        title=count_localized(
            "{part} is {n} minute too full", "{part} is {n} minutes too full", minutes, part=part_name(session, part)
        ),
        message=localized(
            "The items of {part} end at {end} with “{item}”, but its time is over at {bound}.",
            part=part_called(session, part),
            end=clock(facts, end),
            item=item_name(row.item),
            bound=clock(facts, bound),
        ),
        remedy=localized("Shorten an item, move one away, or let it end later."),
        place=Place(Page.PROGRAMME, row.item.id),
        facts=(bound, end),
        minutes=minutes,
    )


def item_overlaps(facts: Facts) -> Iterator[Finding]:
    """Items of one part that have starts of their own and share minutes; events over hours are left alone."""
    for timed in facts.sessions:
        if timed.session.kind in WALKED_THROUGH:
            continue
        for part in timed.parts:
            running: TimedItem | None = None
            for row in part.items:
                if row.item.start and running and _runs_at(running, row.item.start):
                    yield _items_at_once(facts, timed, running, row)
                if row.end and (running is None or running.end is None or row.end > running.end):
                    running = row


def _runs_at(row: TimedItem, at: dt.datetime) -> bool:
    return row.start is not None and row.end is not None and row.start <= at < row.end


def _items_at_once(facts: Facts, timed: TimedSession, first: TimedItem, second: TimedItem) -> Finding:
    start = second.start or first.start
    end = min(at for at in (first.end, second.end) if at)
    minutes = minutes_between(start, end) if start else 0
    session = timed.session
    return finding(
        FindingKind.ITEM_OVERLAP,
        [
            *(Subject(SubjectKind.ITEM, r.item.id, item_name(r.item), r.start, r.end) for r in (first, second)),
            session_subject(session),
        ],
        key=(first.item.id, second.item.id),
        title=localized("“{second}” starts before “{first}” is over", **_named(first, second)),
        message=count_localized(
            "In {session}, “{second}” starts at {start}, but “{first}” takes until {end}: {n} minute too early.",
            "In {session}, “{second}” starts at {start}, but “{first}” takes until {end}: {n} minutes too early.",
            minutes,
            session=session_called(session),
            start=clock(facts, start) if start else "",
            end=clock(facts, first.end) if first.end else "",
            **_named(first, second),
        ),
        remedy=localized("Let the second follow the first, or shorten the first."),
        place=Place(Page.PROGRAMME, second.item.id),
        facts=(first.start, first.end, second.start, second.end),
        minutes=minutes,
    )


def _named(first: TimedItem, second: TimedItem) -> dict[str, dict[str, str]]:
    return {"first": item_name(first.item), "second": item_name(second.item)}


def part_overlaps(facts: Facts) -> Iterator[Finding]:
    """Parts of one session whose own times share minutes."""
    for timed in facts.sessions:
        if len(timed.parts) < 2:
            continue
        own = [part for part in timed.parts if part.part.start and part.part.end and part.part.start < part.part.end]
        for first, second in pairwise(own):
            starts = [at for at in (first.part.start, second.part.start) if at]
            ends = [at for at in (first.part.end, second.part.end) if at]
            if max(starts) < min(ends):
                yield _parts_at_once(facts, timed, first, second, (max(starts), min(ends)))


def _parts_at_once(
    facts: Facts, timed: TimedSession, first: TimedPart, second: TimedPart, shared: tuple[dt.datetime, dt.datetime]
) -> Finding:
    session, minutes = timed.session, minutes_between(*shared)
    return finding(
        FindingKind.PART_OVERLAP,
        [
            *(Subject(SubjectKind.PART, p.part.id, part_name(session, p), *shared) for p in (first, second)),
            session_subject(session),
        ],
        title=localized("Two parts of {session} run at once", session=session_name(session)),
        message=count_localized(
            "For {n} minute from {start}, parts {first} and {second} of {session} run at once.",
            "For {n} minutes from {start}, parts {first} and {second} of {session} run at once.",
            minutes,
            start=clock(facts, shared[0]),
            first=first.number,
            second=second.number,
            session=session_called(session),
        ),
        remedy=localized("Start the second part when the first one is over."),
        place=Place(Page.PROGRAMME, second.part.id),
        facts=(first.part.start, first.part.end, second.part.start, second.part.end),
        minutes=minutes,
    )


def gaps(facts: Facts) -> Iterator[Finding]:
    """Empty minutes between two items of one part; the tea break between two parts is none."""
    for timed in facts.sessions:
        if timed.session.kind not in LED:
            continue
        for part in timed.parts:
            before: TimedItem | None = None
            for row in part.items:
                if before and before.end and row.item.start:
                    empty = minutes_between(before.end, row.item.start)
                    if empty >= GAP:
                        yield _gap(facts, timed, before, row, empty)
                if before is None or before.end is None or row.end is None or row.end > before.end:
                    before = row


def _gap(facts: Facts, timed: TimedSession, before: TimedItem, after: TimedItem, empty: int) -> Finding:
    session = timed.session
    return finding(
        FindingKind.SESSION_GAP,
        [
            Subject(SubjectKind.ITEM, before.item.id, item_name(before.item), before.start, before.end),
            Subject(SubjectKind.ITEM, after.item.id, item_name(after.item), after.start, after.end),
            session_subject(session),
        ],
        key=(after.item.id,),
        title=count_localized(
            "{session}: {n} empty minute", "{session}: {n} empty minutes", empty, session=session_name(session)
        ),
        message=localized(
            "In {session}, nothing is planned from {start} to {end}, between “{before}” and “{after}”.",
            session=session_called(session),
            start=clock(facts, before.end) if before.end else "",
            end=clock(facts, after.start) if after.start else "",
            before=item_name(before.item),
            after=item_name(after.item),
        ),
        remedy=localized("Let the next item follow at once, or write what the time is for."),
        place=Place(Page.PROGRAMME, after.item.id),
        facts=(before.end, after.start),
        minutes=empty,
    )
