"""The values that fill a letter's template, by language: what all letters of a forum share, and what one guest adds."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain import letter_style as style
from forumplanner.domain.counting import count
from forumplanner.domain.countries import country_name
from forumplanner.domain.guest_kinds import PostKind
from forumplanner.domain.kinds import BREAK_SESSIONS, SessionKind
from forumplanner.domain.labels import label
from forumplanner.domain.letter_templates import OFFICE, PURPOSE
from forumplanner.domain.names import PersonName
from forumplanner.domain.statistics import USUAL, Measure
from forumplanner.domain.text import LocalizedText
from forumplanner.domain.times import clock, conference_day, day_short, minutes_of
from forumplanner.i18n import in_language
from forumplanner.queries import statistics
from forumplanner.queries.paper import is_chinese
from forumplanner.records import ConsularGuest, ConsularPost, Forum, Session

_UNTOLD = frozenset({*BREAK_SESSIONS, SessionKind.OTHER})
"""Sessions that a plan for the authorities does not name."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """A consular guest with the post; `name` is None while nobody is named."""

    guest: ConsularGuest
    post: ConsularPost
    name: PersonName | None


def shared(
    db: Db, forum: Forum, hosts: Sequence[LocalizedText], guests: Sequence[Addressed]
) -> dict[str, dict[str, str]]:
    """What every letter of a forum may say, by language."""
    sessions = list(db.scalars(select(Session).where(Session.forum_id == forum.id, Session.track_id.is_(None))))
    counts = count(statistics.facts(db, forum), USUAL)
    people, countries = counts.number(Measure.PEOPLE), counts.number(Measure.COUNTRIES)
    return {
        tag: {
            "host": hosts[0].get(tag) if hosts else "",
            "hosts": _joined([host.get(tag) for host in hosts], tag),
            "forum": _titles(forum, tag),
            "theme": forum.theme.get(tag),
            "dates": style.letter_range(forum.starts_on, forum.ends_on, tag),
            "opening": _opening(sessions, tag),
            "venue": forum.venue.get(tag),
            "forum_city": forum.city.get(tag),
            "phone": forum.phone,
            "mailbox": forum.mailbox,
            "office": _own(forum, OFFICE, tag),
            "purpose": _own(forum, PURPOSE, tag),
            "plan": _plan(forum, sessions, (people, countries), tag),
            "list": "\n".join(_listed(forum, guests, tag)),
        }
        for tag in forum.languages
    }


def of_guest(forum: Forum, one: Addressed, tag: str) -> dict[str, str]:
    """What a letter about one guest says besides, in one language."""
    country = _country(forum, one.post.country, tag)
    city = one.post.city.get(tag)
    return {
        "post": post_name(forum, one.post, tag),
        "post_kind": label(one.post.kind, tag),
        "country": country,
        "city": city,
        "guest": _guest(one, tag),
    }


def post_name(forum: Forum, post: ConsularPost, tag: str) -> str:
    """A post's name as letters write it."""
    return style.post_name(post.name, post.kind, _country(forum, post.country, tag), post.city.get(tag), tag)


def _guest(one: Addressed, tag: str) -> str:
    if one.name is None:
        return ""
    guest = one.guest
    rank = guest.diplomatic_rank if one.post.kind is PostKind.EMBASSY else guest.consular_class
    office = style.office_of(guest.title, rank, tag, role=guest.role)
    return style.guest_named(one.name, office, tag, excellency=style.is_excellency(rank))


def _country(forum: Forum, code: str, tag: str) -> str:
    return country_name(code, tag, forum.words) if code else ""


def _own(forum: Forum, code: str, tag: str) -> str:
    """The forum's own words of that code."""
    return (forum.words or {}).get(code, {}).get(tag, "")


def _joined(names: Sequence[str], tag: str) -> str:
    known = [name for name in names if name]
    if is_chinese(tag) or len(known) < 2:
        return "、".join(known)
    return f"{', '.join(known[:-1])} and {known[-1]}"


def _titles(forum: Forum, tag: str) -> str:
    between = "暨" if is_chinese(tag) else " and the "
    return between.join(filter(None, (title.get(tag) for title in forum.titles)))


def _opening(sessions: Sequence[Session], tag: str) -> str:
    """When the opening ceremony begins, "" while nobody knows the day."""
    openings = [one for one in sessions if one.kind is SessionKind.OPENING]
    known = [(day, minute) for one in openings for day, minute in [_when(one)] if day is not None]
    if not known:
        return ""
    day, minute = min(known, key=lambda pair: (pair[0], pair[1] is None, pair[1] or 0))
    return style.letter_moment(day, minute, tag)


def _when(session: Session) -> tuple[dt.date | None, int | None]:
    start = session.starts_at
    day = session.day or (conference_day(start, session.zone) if start else None)
    return day, minutes_of(start, day, session.zone) if start and day else None


def _plan(forum: Forum, sessions: Sequence[Session], crowd: tuple[int, int], tag: str) -> str:
    """The forum in a few lines: when and where, theme, how many, what happens on each day."""
    where = " ".join(filter(None, (forum.venue.get(tag), "")))
    lines = []
    if dates := style.letter_range(forum.starts_on, forum.ends_on, tag).removeprefix("from ").removeprefix("on "):
        lines.append(in_language(tag, "Dates and venue: {dates}, {venue}", dates=dates, venue=where or "____"))
    if theme := forum.theme.get(tag):
        lines.append(in_language(tag, "Theme: {theme}", theme=theme))
    if crowd[0]:
        people, countries = crowd
        lines.append(
            in_language(
                tag, "Expected: {people} participants, {countries} countries", people=people, countries=countries
            )
        )
    if days := _days(sessions, tag):
        lines.append(in_language(tag, "Programme: {days}", days=days))
    return "\n".join(lines)


def _days(sessions: Sequence[Session], tag: str) -> str:
    """Each day's sessions with their start, breaks left out."""
    by_day: dict[dt.date, list[tuple[int, str]]] = {}
    for session in sessions:
        day, minute = _when(session)
        if day is None or minute is None or session.kind in _UNTOLD:
            continue
        by_day.setdefault(day, []).append((minute, session.title.get(tag) or label(session.kind, tag)))
    comma, stop, space = ("、", "；", "") if is_chinese(tag) else (", ", "; ", " ")
    days = []
    for day in sorted(by_day):
        told = comma.join(f"{clock(minute)}{space}{title}" for minute, title in sorted(by_day[day]))
        days.append(f"{day_short(day, tag)} {told}")
    return stop.join(days)


def _listed(forum: Forum, guests: Sequence[Addressed], tag: str) -> list[str]:
    """Each post with whom it is asked to send, one a line."""
    lines = []
    for number, one in enumerate(guests, start=1):
        own = of_guest(forum, one, tag)
        who = own["guest"] or in_language(tag, "(name to be announced)")
        lines.append(f"{number}．{own['post']}：{who}" if is_chinese(tag) else f"{number}. {own['post']}: {who}")
    return lines
