"""Reads what a press brief tells of a forum as it stands."""

import uuid

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.colours import accent_colour
from forumplanner.domain.ids import ForumId
from forumplanner.domain.statistics import Counted, Facts, Measure
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.domain.times import day_range
from forumplanner.queries import agenda, guest_list, paper, statistics, statistics_rows
from forumplanner.queries.columns import KEY
from forumplanner.records import Forum, Institution
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.press_brief import NamedInstitution, Outcome, PressBrief

_OUTCOMES = (
    Measure.FOUNDING_MEMBERS,
    Measure.ADMISSIONS,
    Measure.AGREEMENTS,
    Measure.APPOINTMENTS,
    Measure.AWARDS,
)


def load(db: Db, *, forum_id: uuid.UUID) -> PressBrief:
    """The brief of a forum; the number of statements does not grow with people. Raises `paper.NoSuchForum`."""
    forum = paper.forum_of(db, forum_id)
    tags, facts = forum.languages, statistics.facts(db, forum)
    return PressBrief(
        slug=forum.slug,
        languages=tags,
        titles=tuple(title.lines(tags) for title in forum.titles),
        short_title=(forum.short_title or next(iter(forum.titles), EMPTY)).lines(tags),
        dates=tuple(day_range(forum.starts_on, forum.ends_on, tag) for tag in tags),
        venue=_venue(forum, tags),
        accent=accent_colour(forum.accent),
        edition=agenda.edition(db, forum),
        facts=facts,
        institutions=_institutions(db, facts, tags),
        guests=guest_list.load(db, forum_id=forum_id).guests,
        outcomes=_outcomes(db, ForumId(forum_id), facts),
    )


def _venue(forum: Forum, tags: Lines) -> Lines:
    """City and venue; the city is not said twice."""
    return tuple(_place(forum.city, forum.venue, tag) for tag in tags)


def _place(city: LocalizedText, venue: LocalizedText, tag: str) -> str:
    hall, town = venue.get(tag), city.get(tag)
    if not town or town in hall:
        return hall
    return town + hall if paper.is_chinese(tag) else ", ".join(filter(None, (hall, town)))


def _institutions(db: Db, facts: Facts, tags: Lines) -> tuple[NamedInstitution, ...]:
    """Institutions that somebody or some delegation stands for."""
    wanted = {key for attendee in facts.attendees for key in attendee.institutions}
    wanted |= {party.institution for party in facts.parties}
    rows = db.execute(select(type_coerce(Institution.id, KEY).label("id"), Institution.name, Institution.kind))
    return tuple(NamedInstitution(row.id, row.name.lines(tags), row.kind) for row in rows if row.id in wanted)


def _outcomes(db: Db, forum_id: ForumId, facts: Facts) -> tuple[Outcome, ...]:
    fixed = {one.measure: one for one in facts.fixed}
    return tuple(_outcome(db, forum_id, fixed[measure]) for measure in _OUTCOMES if measure in fixed)


def _outcome(db: Db, forum_id: ForumId, counted: Counted) -> Outcome:
    shown = statistics_rows.load(db, forum_id=forum_id, rows=[row for row in counted.rows if row.count == 1])
    entries = tuple(one.name.texts for one in shown if one.name)
    return Outcome(counted.measure, entries, counted.number - len(entries))
