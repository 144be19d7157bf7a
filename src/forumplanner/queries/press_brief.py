"""Reads what a press brief tells of a forum as it stands."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain import press_line, times
from forumplanner.domain.colours import accent_colour
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Role
from forumplanner.domain.statistics import Counted, Facts, Measure, RowKind
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.domain.times import day_range
from forumplanner.i18n import in_language
from forumplanner.queries import agenda, guest_list, paper, statistics, statistics_rows
from forumplanner.queries.columns import KEY
from forumplanner.queries.wordings import name_forms
from forumplanner.records import Appearance, Forum, Institution, Item, Part, Participant, Person, Session
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.press_brief import NamedInstitution, Outcome, PressBrief
from forumplanner.snapshots.statistics import ShownRow

_OUTCOMES = (
    Measure.FOUNDING_MEMBERS,
    Measure.ADMISSIONS,
    Measure.AGREEMENTS,
    Measure.APPOINTMENTS,
    Measure.AWARDS,
)


def load(db: Db, *, forum_id: uuid.UUID, now: dt.datetime | None = None) -> PressBrief:
    """The brief of a forum; the number of statements does not grow with people.

    `now` (aware) replaces this computer's clock. Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(db, forum_id)
    tags, facts = forum.languages, statistics.facts(db, forum)
    today = (now or dt.datetime.now(dt.UTC)).astimezone(times.zone(forum.zone)).date()
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
        outcomes=_outcomes(db, ForumId(forum_id), facts, tags),
        planned=press_line.lies_ahead(forum.starts_on, today),
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


def _outcomes(db: Db, forum_id: ForumId, facts: Facts, tags: Lines) -> tuple[Outcome, ...]:
    fixed = {one.measure: one for one in facts.fixed}
    receiving = _receiving(db, forum_id, tags)
    return tuple(_outcome(db, forum_id, fixed[measure], receiving, tags) for measure in _OUTCOMES if measure in fixed)


def _outcome(db: Db, forum_id: ForumId, counted: Counted, receiving: Mapping[str, list[Lines]], tags: Lines) -> Outcome:
    shown = statistics_rows.load(db, forum_id=forum_id, rows=[row for row in counted.rows if row.count == 1])
    told = counted.measure is Measure.APPOINTMENTS
    entries = tuple(
        _appointed(one, receiving.get(one.row.id, []), tags) if told else one.name.texts for one in shown if one.name
    )
    return Outcome(counted.measure, entries, counted.number - len(entries))


def _appointed(one: ShownRow, receiving: Sequence[Lines], tags: Lines) -> Lines:
    """Whom and as what: 甲（客座教授） / "A, Visiting Professor"; an office alone says that its holder is to come."""
    if one.row.kind is RowKind.APPOINTMENT and one.beside:
        names, titles = [one.name.texts], one.beside.texts
    else:
        names, titles = list(receiving), one.name.texts
    said = []
    for place, tag in enumerate(tags):
        title = titles[place]
        whom = ("、" if paper.is_chinese(tag) else " and ").join(filter(None, (name[place] for name in names)))
        if whom and title:
            said.append(in_language(tag, "{name}, {title}", name=whom, title=title))
        elif title:
            said.append(in_language(tag, "{title} (name to be announced)", title=title))
        else:
            said.append(whom)
    return tuple(said)


def _receiving(db: Db, forum_id: ForumId, tags: Lines) -> dict[str, list[Lines]]:
    """Names of the people who receive something in an act, by the act's key."""
    rows = db.execute(
        select(type_coerce(Appearance.act_id, KEY).label("act_id"), Person.name)
        .join(Participant, Participant.id == Appearance.participant_id)
        .join(Person, Person.id == Participant.person_id)
        .join(Item, Item.id == Appearance.item_id)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id, Appearance.role == Role.RECIPIENT, Appearance.act_id.is_not(None))
        .order_by(Appearance.position, Appearance.id)
    )
    found: defaultdict[str, list[Lines]] = defaultdict(list)
    for row in rows:
        forms = name_forms(row.name)
        found[row.act_id].append(tuple(forms.shown(tag) for tag in tags))
    return found
