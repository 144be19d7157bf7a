"""A forum at a glance: its numbers, what is dated, and titles read as columns for what is missing."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.counting import count
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category, Direction, InvitationStatus, SessionKind
from forumplanner.domain.statistics import USUAL
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.domain.times import conference_day
from forumplanner.queries import statistics
from forumplanner.queries.wordings import AnyRow, pair
from forumplanner.records import Forum, Item, Journey, Part, Participant, Person, Release, Session
from forumplanner.snapshots.overview import CountryCount, Milestone, MilestoneKind, Overview

_ACCEPTED = frozenset({InvitationStatus.ACCEPTED, InvitationStatus.ATTENDED})
_WAITING = frozenset({InvitationStatus.SENT, InvitationStatus.RECEIVED})
"""Invited and not answered yet."""

_SHOWN = (SessionKind.OPENING, SessionKind.CLOSING, SessionKind.VISIT, SessionKind.BANQUET)
"""Sessions that stand on the line of dates."""


def load(db: Db, *, forum_id: ForumId, today: dt.date) -> Overview | None:
    """What the first page shows; None where the forum is gone."""
    forum = db.get(Forum, forum_id)
    if forum is None:
        return None
    sessions = db.execute(_SESSIONS.where(Session.forum_id == forum_id)).all()
    titles = [row.title for row in sessions] + _item_titles(db, forum_id)
    people = _people(db, forum_id)
    return Overview(
        forum_id=str(forum_id),
        languages=forum.languages,
        zone=forum.zone,
        title=pair(forum.short_title or next(iter(forum.titles), EMPTY), forum.languages),
        host_country=forum.country,
        starts_on=forum.starts_on,
        ends_on=forum.ends_on,
        milestones=_milestones(db, forum, sessions, today),
        people=sum(row.number for row in people),
        counts=count(statistics.facts(db, forum), USUAL),
        by_category=_by_category(people),
        by_country=_by_country(people),
        by_status=_by_status(people),
        sessions=len(sessions),
        missing=tuple(sum(not title.get(tag) for title in titles) for tag in forum.languages),
        review=sum(any(title.needs_review(tag) for tag in forum.languages) for title in titles),
    )


_SESSIONS = select(Session.title, Session.kind, Session.day, Session.starts_at, Session.zone)


def _item_titles(db: Db, forum_id: ForumId) -> list[LocalizedText]:
    rows = db.execute(
        select(Item.title)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id)
    )
    return list(rows.scalars())


def _people(db: Db, forum_id: ForumId) -> list[AnyRow]:
    """Numbers of people by category, mode, status and country; the page's counts are sums of these."""
    fields = (Participant.category, Participant.mode, Participant.status, Person.country)
    query = (
        select(*fields, func.count().label("number"))
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id)
        .group_by(*fields)
    )
    return list(db.execute(query))


def _by_category(people: list[AnyRow]) -> tuple[tuple[Category, int], ...]:
    numbers: Counter[Category] = Counter()
    for row in people:
        numbers[row.category] += row.number
    return tuple(numbers.most_common())


def _by_status(people: list[AnyRow]) -> tuple[tuple[InvitationStatus | None, int], ...]:
    numbers: Counter[InvitationStatus | None] = Counter()
    for row in people:
        numbers[row.status] += row.number
    order: tuple[InvitationStatus | None, ...] = (*InvitationStatus, None)
    return tuple((status, numbers[status]) for status in order if numbers[status])


def _by_country(people: list[AnyRow]) -> tuple[CountryCount, ...]:
    """Largest first; people without a country stand under ""."""
    totals: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    waiting: Counter[str] = Counter()
    for row in people:
        totals[row.country] += row.number
        accepted[row.country] += row.number if row.status in _ACCEPTED else 0
        waiting[row.country] += row.number if row.status in _WAITING else 0
    return tuple(CountryCount(code, n, accepted[code], waiting[code]) for code, n in totals.most_common())


def _milestones(db: Db, forum: Forum, sessions: Sequence[AnyRow], today: dt.date) -> tuple[Milestone, ...]:
    """Only what is recorded: issues of the programme, journeys, the forum's days, its dated ceremonies and visits."""
    found = [Milestone(MilestoneKind.TODAY, today)]
    found += [issue for issue in _releases(db, forum) if issue.day <= today]
    found += _journeys(db, forum)
    shown = sorted((row for row in sessions if row.kind in _SHOWN and row.day), key=lambda row: row.starts_at or _NEVER)
    found += [Milestone(MilestoneKind.SESSION, row.day, pair(row.title, forum.languages)) for row in shown]
    taken = {milestone.day for milestone in found if milestone.kind is MilestoneKind.SESSION}
    if forum.starts_on and forum.starts_on not in taken:
        found.append(Milestone(MilestoneKind.START, forum.starts_on))
    if forum.ends_on and forum.ends_on not in taken | {forum.starts_on}:
        found.append(Milestone(MilestoneKind.END, forum.ends_on))
    return tuple(sorted(found, key=lambda milestone: milestone.day))


_NEVER = dt.datetime.max.replace(tzinfo=dt.UTC)


def _releases(db: Db, forum: Forum) -> list[Milestone]:
    rows = db.execute(select(Release.name, Release.issued_at).where(Release.forum_id == forum.id))
    return [Milestone(MilestoneKind.RELEASE, conference_day(row.issued_at, forum.zone), name=row.name) for row in rows]


def _journeys(db: Db, forum: Forum) -> list[Milestone]:
    """The day on which most people arrive and the one on which most leave."""
    rows = db.execute(
        select(Journey.direction, Journey.at)
        .join(Participant, Participant.id == Journey.participant_id)
        .where(Participant.forum_id == forum.id, Journey.at.is_not(None))
    )
    days: dict[Direction, Counter[dt.date]] = {direction: Counter() for direction in Direction}
    for row in rows:
        days[row.direction][conference_day(row.at, forum.zone)] += 1
    kinds = {Direction.ARRIVAL: MilestoneKind.ARRIVALS, Direction.DEPARTURE: MilestoneKind.DEPARTURES}
    return [
        Milestone(kinds[direction], day, count=number)
        for direction, counted in days.items()
        for day, number in counted.most_common(1)
    ]
