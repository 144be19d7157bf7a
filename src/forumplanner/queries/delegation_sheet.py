"""Reads the delegation sheets: the tree of delegations, with badges, departures and tasks in the programme."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.colours import accent_colour
from forumplanner.domain.countries import country_name
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import BadgeState, Direction, ItemKind, Mode, Role
from forumplanner.domain.labels import label
from forumplanner.domain.languages import language_name
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.domain.times import conference_day, minutes_of
from forumplanner.i18n import nearest
from forumplanner.queries import agenda, checks, delegations, paper
from forumplanner.queries.calendar_text import rows_of
from forumplanner.records import Badge, Forum, Institution, Journey, Participant, Person
from forumplanner.snapshots.checks import CheckedAppearance, CheckedForum, CheckedItem, CheckedSession
from forumplanner.snapshots.delegation_sheet import (
    DelegationSheet,
    DelegationSheets,
    SheetNeed,
    SheetPerson,
    SheetServant,
    SheetTask,
    SheetTrip,
)
from forumplanner.snapshots.delegations import DelegationLine, Escort, MemberLine, Need, Trip
from forumplanner.snapshots.paper import Lines

_NAMED = 8
"""So many names stand in a line of what is to do."""


def load(db: Db, *, forum_id: uuid.UUID) -> DelegationSheets:
    """A sheet for each delegation, in the forum's order. Raises `paper.NoSuchForum`."""
    forum = paper.forum_of(db, forum_id)
    tree = delegations.load(db, forum_id=ForumId(forum.id))
    read = _Read(
        forum,
        names=_names(db, forum),
        posts=paper.posts(db, forum.id),
        badges=_badges(db, forum),
        departures=_departures(db, forum),
        tasks=_tasks(checks.programme(db, forum_id=forum.id), forum.languages),
        standings=_standings(db, forum.languages),
    )
    return DelegationSheets(
        slug=forum.slug,
        languages=forum.languages,
        short_title=tree.title.texts or ("",) * len(forum.languages),
        edition=agenda.edition(db, forum),
        accent=accent_colour(forum.accent),
        caption=tree.caption,
        sheets=tuple(read.sheet(line) for line in tree.lines),
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """What the sheets say beyond the tree; by the key of participant, person or institution."""

    forum: Forum
    names: Mapping[str, tuple[PersonName, uuid.UUID, uuid.UUID | None]]
    posts: paper.Posts
    badges: Mapping[str, str]
    departures: Mapping[str, SheetTrip]
    tasks: Mapping[str, list[SheetTask]]
    standings: Mapping[str, Lines]

    def sheet(self, line: DelegationLine) -> DelegationSheet:
        """One delegation."""
        tags = self.forum.languages
        main, together = _together(line)
        people = tuple(self._person(line, member, main) for member in line.members)
        return DelegationSheet(
            id=line.id,
            code=line.code,
            square=line.country,
            country=tuple(country_name(line.country, tag, self.forum.words) if line.country else "" for tag in tags),
            name=line.title() or ("",) * len(tags),
            standing=self._standing(line),
            delegates=line.delegates,
            companions=line.companions,
            unnamed=line.unnamed,
            heads=tuple(
                one
                for one, member in zip(people, line.members, strict=True)
                if member.role is DelegationRole.HEAD and member.comes
            ),
            liaison=self._servant(line.liaison, phone=True),
            interpreter=self._servant(line.interpreter, phone=False),
            hotel=line.hotel.texts or ("",) * len(tags),
            housed=line.housed,
            arrival=_trip(main),
            together=together,
            people=people,
            needs=tuple(_need(need, tags) for need in line.needs),
            contact=line.contact,
            notes=line.notes,
        )

    def _standing(self, line: DelegationLine) -> Lines:
        return self.standings.get(line.institution_id, ("",) * len(self.forum.languages))

    def _person(self, line: DelegationLine, member: MemberLine, main: Trip | None) -> SheetPerson:
        tags = self.forum.languages
        name, person_id, post_id = self.names[member.participant_id]
        post = self.posts.used(person_id, post_id)
        elsewhere = tuple(post.institution.lines(tags)) != tuple(line.institution)
        plain = member.role is DelegationRole.MEMBER
        in_person = member.mode in {None, Mode.ON_SITE}
        return SheetPerson(
            number=self.badges.get(member.participant_id, ""),
            names=paper.name_lines(name, tags, paper.name_style(self.forum)),
            shown=name.shown(*tags),
            post=tuple(_post(post, tag, elsewhere=elsewhere) for tag in tags),
            role=tuple("" if plain else label(member.role, tag) for tag in tags),
            arrival=_trip(member.arrival),
            departure=self.departures.get(member.participant_id),
            apart=in_person and member.comes and main is not None and member.arrival != main,
            online=() if in_person or member.mode is None else tuple(label(member.mode, tag) for tag in tags),
            away=not member.comes,
            tasks=tuple(self.tasks.get(member.participant_id, ())),
        )

    def _servant(self, escort: Escort | None, *, phone: bool) -> SheetServant | None:
        if escort is None:
            return None
        tags = self.forum.languages
        known = self.names.get(escort.participant_id)
        style = paper.name_style(self.forum)
        spoken = [language_name(tag) for tag in escort.languages]
        return SheetServant(
            names=paper.name_lines(known[0], tags, style)
            if known
            else (escort.name.zh, escort.name.latin)[: len(tags)],
            shown=escort.name.shown(tags[0]),
            phone=escort.phone if phone else "",
            languages=tuple(
                ("、" if paper.is_chinese(tag) else ", ").join(names[nearest(tag)] for names in spoken) for tag in tags
            ),
        )


def _need(need: Need, tags: Lines) -> SheetNeed:
    """What is missing; whose, as far as a line holds it, else of how many."""
    named = "、".join(name.shown(tags[0]) for name in need.people[:_NAMED])
    more = "…" if len(need.people) > _NAMED else ""
    number = str(need.number) if need.number > 1 else ""
    return SheetNeed(tuple(label(need.lack, tag) for tag in tags), f"{named}{more}" if named else number)


def _post(post: paper.HeldPost, tag: str, *, elsewhere: bool) -> str:
    """The title; the institution too where it isn't the one that sends the delegation."""
    title, institution = post.title.get(tag), post.institution.get(tag) if elsewhere else ""
    if paper.is_chinese(tag):
        return institution + title
    return ", ".join(filter(None, (title, institution)))


def _together(line: DelegationLine) -> tuple[Trip | None, int]:
    """The arrival that most share, if two at least do, and how many they are."""
    known = Counter(m.arrival for m in line.members if m.travels and m.arrival is not None and m.arrival.known)
    for trip, number in known.most_common(1):
        if number > 1 or len(known) == 1:
            return trip, number
    return None, 0


def _trip(trip: Trip | None) -> SheetTrip | None:
    return SheetTrip(trip.day, trip.start, trip.carrier, trip.place, trip.as_written) if trip else None


def _names(db: Db, forum: Forum) -> dict[str, tuple[PersonName, uuid.UUID, uuid.UUID | None]]:
    rows = db.execute(
        select(Participant.id, Person.name, Person.id, Participant.post_id)
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum.id)
    )
    return {str(key): (name, person, post) for key, name, person, post in rows}


def _badges(db: Db, forum: Forum) -> dict[str, str]:
    """The number on each participant's valid badge without the prefix that all share."""
    rows = db.execute(
        select(Badge.participant_id, Badge.number)
        .where(Badge.forum_id == forum.id, Badge.state == BadgeState.VALID, Badge.participant_id.is_not(None))
        .order_by(Badge.number.desc())
    )
    return {str(key): number.removeprefix(f"{forum.badge_prefix}-") for key, number in rows}


def _departures(db: Db, forum: Forum) -> dict[str, SheetTrip]:
    rows = db.execute(
        select(Journey.participant_id, Journey.at, Journey.carrier, Journey.place, Journey.as_written)
        .join(Participant, Participant.id == Journey.participant_id)
        .where(
            Participant.forum_id == forum.id,
            Participant.delegation_id.is_not(None),
            Journey.direction == Direction.DEPARTURE,
        )
        .order_by(Journey.position, Journey.id)
    )
    found: dict[str, SheetTrip] = {}
    for key, at, carrier, place, written in rows:
        day = conference_day(at, forum.zone) if at else None
        start = minutes_of(at, day, forum.zone) if at and day else None
        found.setdefault(str(key), SheetTrip(day, start, carrier, place, written))
    return found


def _standings(db: Db, tags: Lines) -> dict[str, Lines]:
    rows = db.execute(select(Institution.id, Institution.standing).where(Institution.standing.is_not(None)))
    return {str(key): tuple(label(standing, tag) for tag in tags) for key, standing in rows if standing}


def _tasks(checked: CheckedForum, tags: Lines) -> dict[str, list[SheetTask]]:
    """By participant: everything they do, by time."""
    rooms = {room.id: room.name for room in checked.rooms}
    found: defaultdict[str, list[SheetTask]] = defaultdict(list)
    for session in checked.sessions:
        place = rooms.get(session.rooms[0], EMPTY) if session.rooms else session.place
        rows = rows_of(session)
        for part in session.parts:
            for one in part.appearances:
                found[one.participant_id or ""].append(_task(session, place, one, None, part.start, tags))
            for row in rows[part.id]:
                for one in row.item.appearances:
                    found[one.participant_id or ""].append(_task(session, place, one, row.item, row.start, tags))
    for tasks in found.values():
        tasks.sort(key=lambda task: (task.day is None, task.day, task.start is None, task.start or 0))
    return found


def _task(
    session: CheckedSession,
    place: LocalizedText,
    one: CheckedAppearance,
    item: CheckedItem | None,
    start: dt.datetime | None,
    tags: Lines,
) -> SheetTask:
    at = start or (session.start if item is None else None)
    day = session.day or (conference_day(at, session.zone) if at else None)
    title = (item.title if item else EMPTY) or session.title
    return SheetTask(
        day=day,
        start=minutes_of(at, day, session.zone) if at and day else None,
        title=title.lines(tags),
        role=tuple(_deed(one.role, item, tag) for tag in tags),
        room=place.lines(tags),
    )


def _deed(role: Role, item: CheckedItem | None, tag: str) -> str:
    """What a speaker's item is (address, keynote) says more than "speaker"."""
    speaks = item is not None and role is Role.SPEAKER and item.kind is not ItemKind.OTHER
    return label(item.kind, tag) if speaks and item is not None else label(role, tag)
