"""Reads the personal itineraries: days, journeys, hotel and whom to call of every participant, in fixed statements."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from forumplanner.domain.colours import accent_colour
from forumplanner.domain.countries import country_name
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import BadgeState, InvitationStatus, Mode
from forumplanner.domain.languages import language_name
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import ZH, LocalizedText
from forumplanner.domain.times import zone_label
from forumplanner.domain.zones import clock_place
from forumplanner.i18n import nearest
from forumplanner.queries import agenda, checks, orders, paper
from forumplanner.queries.itinerary_stops import Plan, Trip, ahead, journey
from forumplanner.queries.wordings import AnyRow
from forumplanner.records import Badge, Delegation, Forum, Institution, Journey, Participant, Person, Room
from forumplanner.snapshots.checks import CheckedPerson
from forumplanner.snapshots.itinerary import DelegationChoice, Itinerary, ItineraryBook, Liaison
from forumplanner.snapshots.paper import Lines

CHINESE_STREETS: Final = frozenset({"CN", "HK", "MO", "TW"})
"""Where a driver reads Chinese; people from here see the Chinese form of their name first."""

AFAR: Final = frozenset({Mode.ONLINE, Mode.VIDEO})


def load(db: Db, *, forum_id: uuid.UUID) -> ItineraryBook:
    """A card for each participant, by delegation in the forum's order. Raises `paper.NoSuchForum`."""
    forum = paper.forum_of(db, forum_id)
    tags = forum.languages
    entered = checks.programme(db, forum_id=forum.id)
    read = _Read(
        forum=forum,
        plan=Plan(entered, _rooms(db, forum), forum.live_url),
        people={person.id: person for person in entered.people},
        posts=paper.posts(db, forum.id),
        badges=_badges(db, forum),
        journeys=_journeys(db, forum),
        delegations=_delegations(db, forum),
    )
    order = {key: place for place, key in enumerate(orders.delegations(db, forum_id=ForumId(forum.id)))}
    rows = sorted(_participants(db, forum), key=lambda row: order.get(str(row.delegation_id), len(order)))
    day = forum.starts_on or dt.date(2000, 1, 1)
    title = forum.short_title or (forum.titles[0] if forum.titles else LocalizedText())
    return ItineraryBook(
        slug=forum.slug,
        languages=tags,
        short_title=title.lines(tags),
        edition=agenda.edition(db, forum),
        accent=accent_colour(forum.accent),
        clock=tuple(zone_label(forum.zone, day, tag) for tag in tags),
        venue=forum.venue.lines(tags),
        taxi=forum.venue.get(ZH) if forum.country in CHINESE_STREETS else "",
        phone=forum.phone,
        mailbox=forum.mailbox,
        delegations=tuple(read.delegations[key].choice for key in order if key in read.delegations),
        cards=tuple(read.card(row) for row in rows),
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """A delegation as the cards of its members name it."""

    choice: DelegationChoice
    hotel: Lines
    liaison: Liaison | None


@dataclass(frozen=True, slots=True)
class _Read:
    """What the cards say, by the key of participant or delegation."""

    forum: Forum
    plan: Plan
    people: Mapping[str, CheckedPerson]
    posts: paper.Posts
    badges: Mapping[str, str]
    journeys: Mapping[str, list[Trip]]
    delegations: Mapping[str, _Group]

    def card(self, row: AnyRow) -> Itinerary:
        """One participant's card."""
        key, tags, name = str(row.id), self.forum.languages, row.name
        group = self.delegations.get(str(row.delegation_id))
        post = self.posts.used(row.person_id, row.post_id)
        country = row.country or post.country
        online = row.mode in AFAR
        home, lead, zone = self._home(key, country)
        names = paper.name_lines(name, tags, paper.name_style(self.forum))
        return Itinerary(
            participant_id=key,
            code=row.code,
            number=self.badges.get(key, ""),
            category=row.category,
            names=names,
            country=tuple(
                country_name(country, tag, self.forum.words) if country and country != self.forum.country else ""
                for tag in tags
            ),
            institution=post.institution.lines(tags),
            native=name.native if name.native not in names else "",
            native_language=name.native_language,
            latin_first=name.latin_first or not name.zh or bool(country and country not in CHINESE_STREETS),
            delegation_id=str(row.delegation_id or ""),
            hotel=group.hotel if group and not online else (),
            liaison=group.liaison if group else None,
            online=online,
            away=row.status is InvitationStatus.DECLINED,
            home=home,
            ahead=lead,
            stops=self.plan.stops(key, self.journeys.get(key, ()), clock=zone if online else None),
        )

    def _home(self, key: str, country: str) -> tuple[Lines, int, str]:
        """City and lead of the person's own clock where it differs from the forum's, and its zone."""
        person = self.people.get(key)
        place = clock_place(country, person.city) if person else None
        if place is None:
            return (), 0, ""
        lead = ahead(self.forum.zone, place.zone, self.forum.starts_on or dt.date(2000, 1, 1))
        if not lead:
            return (), 0, ""
        return tuple(place.name[nearest(tag)] for tag in self.forum.languages), lead, place.zone


def _participants(db: Db, forum: Forum) -> list[AnyRow]:
    rows = db.execute(
        select(
            Participant.id,
            Participant.code,
            Participant.category,
            Participant.mode,
            Participant.status,
            Participant.post_id,
            Participant.delegation_id,
            Person.id.label("person_id"),
            Person.name,
            Person.country,
        )
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum.id)
        .order_by(Participant.position, Participant.id)
    )
    return list(rows.all())


def _delegations(db: Db, forum: Forum) -> dict[str, _Group]:
    """Delegations with hotel and liaison officer; one statement."""
    officer, tags = aliased(Person), forum.languages
    rows = db.execute(
        select(
            Delegation.id,
            Delegation.code,
            Delegation.country,
            Delegation.name,
            Delegation.hotel,
            Institution.name.label("institution"),
            officer.id.label("officer_id"),
            officer.name.label("officer"),
            officer.phone,
            officer.languages,
        )
        .outerjoin(Institution, Institution.id == Delegation.institution_id)
        .outerjoin(Participant, Participant.id == Delegation.liaison_id)
        .outerjoin(officer, officer.id == Participant.person_id)
        .where(Delegation.forum_id == forum.id)
    )
    found = {}
    for row in rows:
        names = (row.name or row.institution or LocalizedText()).lines(tags)
        countries = tuple(country_name(row.country, tag, forum.words) if row.country else "" for tag in tags)
        title = tuple(own or country for own, country in zip(names, countries, strict=True))
        known = tuple(dict.fromkeys(filter(None, (row.code, row.country, *names, *countries))))
        liaison = _liaison(row.officer, row.phone, row.languages, forum) if row.officer_id else None
        found[str(row.id)] = _Group(DelegationChoice(str(row.id), title, known), row.hotel.lines(tags), liaison)
    return found


def _liaison(name: PersonName, phone: str, languages: tuple[str, ...], forum: Forum) -> Liaison:
    tags, spoken = forum.languages, [language_name(tag) for tag in languages]
    names = paper.name_lines(name, tags, paper.name_style(forum))
    return Liaison(
        names if any(names) else (name.native,) * len(tags),
        phone,
        tuple(("、" if paper.is_chinese(tag) else ", ").join(one[nearest(tag)] for one in spoken) for tag in tags),
    )


def _rooms(db: Db, forum: Forum) -> dict[str, Lines]:
    tags = forum.languages
    rows = db.execute(select(Room.id, Room.name, Room.floor).where(Room.forum_id == forum.id))
    return {str(key): _on_floor(name.lines(tags), floor, tags) for key, name, floor in rows}


def _on_floor(room: Lines, floor: str, tags: Lines) -> Lines:
    """A room with its floor, unless its name says so in one language: 云岭厅 3F, Room 301, 3F."""
    if any(floor in text for text in room):
        return room
    between = (" " if paper.is_chinese(tag) else ", " for tag in tags)
    return tuple(f"{text}{gap}{floor}" if text else "" for text, gap in zip(room, between, strict=True))


def _badges(db: Db, forum: Forum) -> dict[str, str]:
    """The whole number on each participant's valid badge."""
    rows = db.execute(
        select(Badge.participant_id, Badge.number)
        .where(Badge.forum_id == forum.id, Badge.state == BadgeState.VALID, Badge.participant_id.is_not(None))
        .order_by(Badge.number.desc())
    )
    return {str(key): number for key, number in rows}


def _journeys(db: Db, forum: Forum) -> dict[str, list[Trip]]:
    rows = db.execute(
        select(
            Journey.participant_id, Journey.direction, Journey.at, Journey.carrier, Journey.place, Journey.as_written
        )
        .join(Participant, Participant.id == Journey.participant_id)
        .where(Participant.forum_id == forum.id)
        .order_by(Journey.position, Journey.id)
    )
    found: defaultdict[str, list[Trip]] = defaultdict(list)
    for key, direction, at, carrier, place, written in rows:
        found[str(key)].append(journey(direction, at, forum.zone, carrier, place, written, forum.languages))
    return found
