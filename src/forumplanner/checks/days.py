"""Checks of days: the Friday prayer, national days of those who come, lunch."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from forumplanner.checks.facts import Facts, TimedSession
from forumplanner.checks.holidays import FRIDAY_PRAYER, holidays
from forumplanner.checks.roles import LED
from forumplanner.checks.wording import (
    clock,
    day_of,
    finding,
    listed,
    minutes_between,
    session_called,
    session_name,
    session_subject,
    words,
)
from forumplanner.domain import times
from forumplanner.domain.countries import country_name
from forumplanner.domain.kinds import ItemKind
from forumplanner.i18n import LANGUAGES, count_localized, localized
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind, Words

Window = tuple[dt.datetime, dt.datetime]
FRIDAY = 4


def friday_prayer(facts: Facts) -> Iterator[Finding]:
    """Sessions during the Friday prayer, where people from countries come that keep it; one finding a Friday."""
    countries = sorted({person.country for person in facts.forum.people} & FRIDAY_PRAYER)
    if not countries:
        return
    rules = facts.forum.planning
    for day, sessions in _by_day(facts):
        if day.weekday() == FRIDAY:
            window = _window(facts, day, rules.prayer_from, rules.prayer_to)
            if against := [timed for timed in sessions if _shared(timed, window)]:
                yield _prayer(facts, day, window, against, countries)


def _prayer(
    facts: Facts, day: dt.date, window: Window, sessions: Sequence[TimedSession], countries: Sequence[str]
) -> Finding:
    return finding(
        FindingKind.FRIDAY_PRAYER,
        [session_subject(timed.session) for timed in sessions],
        key=(facts.forum.id, day.isoformat()),
        title=count_localized(
            "{n} session during the Friday prayer", "{n} sessions during the Friday prayer", len(sessions)
        ),
        message=localized(
            "On {day}, the Friday prayer ({from_}–{to}), which guests from {countries} may keep, meets {sessions}.",
            sessions=listed([session_called(timed.session) for timed in sessions]),
            day=_day(day),
            from_=clock(facts, window[0]),
            to=clock(facts, window[1]),
            countries=listed([_country(code) for code in countries]),
        ),
        remedy=localized("Leave the time free, or show where and when guests can pray."),
        place=Place(Page.PROGRAMME, sessions[0].session.id),
        facts=[*window, *countries, *(timed.session.id for timed in sessions)],
        minutes=max(_shared(timed, window) for timed in sessions),
    )


def national_days(facts: Facts) -> Iterator[Finding]:
    """Days with sessions that are a national day or holiday in a country from which somebody comes."""
    forum = facts.forum
    countries = {person.country for person in forum.people} | {""}
    own = defaultdict(list)
    for added in forum.days:
        own[added.day].append((added.country, words(added.name)))
    for day, sessions in _by_day(facts):
        names: dict[tuple[str, ...], tuple[Words, list[str]]] = {}
        for country, name in (*own.get(day, ()), *holidays().get(day, ())):
            if country in countries and country not in names.get(tuple(name.values()), (name, []))[1]:
                names.setdefault(tuple(name.values()), (name, []))[1].append(country)
        for name, kept in names.values():
            yield _national_day(facts, day, name, sorted(filter(None, kept)), sessions[0])


def _national_day(facts: Facts, day: dt.date, name: Words, countries: list[str], first: TimedSession) -> Finding:
    told: dict[str, object] = {"day": _day(day), "name": name, "countries": listed([_country(c) for c in countries])}
    return finding(
        FindingKind.NATIONAL_DAY,
        [Subject(SubjectKind.FORUM, facts.forum.id, words(facts.forum.titles[0]) if facts.forum.titles else name)],
        key=(facts.forum.id, day.isoformat(), name["en"] or name["zh-Hans"], *countries),
        title=localized("{day} is {name} in {countries}", **told)
        if countries
        else localized("{day} is {name}", **told),
        message=localized("Guests from {countries} keep {name} on {day}, a day of the programme.", **told)
        if countries
        else localized("{name} falls on {day}, a day of the programme.", **told),
        remedy=localized("Congratulate them in the opening words, and don't plan what would disturb the day."),
        place=Place(Page.PROGRAMME, first.session.id),
        facts=(day.isoformat(), name["en"], *countries),
    )


def over_lunch(facts: Facts) -> Iterator[Finding]:
    """Sessions that take half of lunchtime or more and hold no meal; the gap between two parts is free time."""
    rules = facts.forum.planning
    if rules.meal_to <= rules.meal_from:
        return
    windows: dict[dt.date, Window] = {}
    for timed in facts.sessions:
        session = timed.session
        if session.kind not in LED or not session.start or not session.end or session.end <= session.start:
            continue
        day = day_of(facts, session, session.start)
        window = windows.get(day) or windows.setdefault(day, _window(facts, day, rules.meal_from, rules.meal_to))
        if session.end <= window[0] or session.start >= window[1]:
            continue
        busy = _busy(timed, window)
        if busy * 2 >= minutes_between(*window) and not _has_meal(timed):
            yield _lunch(facts, timed, window, busy)


def _has_meal(timed: TimedSession) -> bool:
    return any(row.item.kind is ItemKind.MEAL for part in timed.parts for row in part.items)


def _busy(timed: TimedSession, window: Window) -> int:
    """Minutes of the window that the session's parts take; of a session with one part, the session itself."""
    stretches = [(part.start, part.end) for part in timed.parts if part.start and part.end]
    if len(stretches) < 2:
        return _shared(timed, window)
    return sum(max(0, minutes_between(max(s, window[0]), min(e, window[1]))) for s, e in stretches)


def _lunch(facts: Facts, timed: TimedSession, window: Window, busy: int) -> Finding:
    session = timed.session
    return finding(
        FindingKind.OVER_LUNCH,
        [session_subject(session)],
        title=localized("{session} runs over lunchtime", session=session_name(session)),
        message=count_localized(
            "{session} takes {n} minute of lunchtime ({from_}–{to}).",
            "{session} takes {n} minutes of lunchtime ({from_}–{to}).",
            busy,
            session=session_called(session),
            from_=clock(facts, window[0]),
            to=clock(facts, window[1]),
        ),
        remedy=localized("End it earlier, start it later, or add a meal to it."),
        place=Place(Page.PROGRAMME, session.id),
        facts=(session.start, session.end, *window),
        minutes=busy,
    )


def _by_day(facts: Facts) -> list[tuple[dt.date, list[TimedSession]]]:
    """Sessions that somebody leads, by conference day and start."""
    days: defaultdict[dt.date, list[TimedSession]] = defaultdict(list)
    for timed in facts.sessions:
        if timed.runs and timed.session.start and timed.session.kind in LED:
            days[day_of(facts, timed.session, timed.session.start)].append(timed)
    for sessions in days.values():
        sessions.sort(key=lambda timed: (timed.session.start, timed.session.id))
    return sorted(days.items())


def _window(facts: Facts, day: dt.date, first: int, last: int) -> Window:
    zone = facts.forum.zone
    return times.instant(day, first, zone), times.instant(day, last, zone)


def _shared(timed: TimedSession, window: Window) -> int:
    start, end = timed.session.start, timed.session.end
    return max(0, minutes_between(max(start, window[0]), min(end, window[1]))) if start and end else 0


def _day(day: dt.date) -> Words:
    return {tag: times.day_short(day, tag) for tag in LANGUAGES}


def _country(code: str) -> Words:
    return {tag: country_name(code, tag) for tag in LANGUAGES}
