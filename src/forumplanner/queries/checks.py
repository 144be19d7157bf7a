"""Reads what the checks look at: a forum's programme, people and rules, in as many statements whatever its size."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.countries import country_name
from forumplanner.domain.planning import PlanningRules
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.i18n import LANGUAGES
from forumplanner.queries import approval, checked_declines, checked_guests, paper, planning
from forumplanner.queries.wordings import AnyRow
from forumplanner.records import (
    Appearance,
    Delegation,
    Institution,
    Item,
    Journey,
    Part,
    Participant,
    Person,
    Post,
    Room,
    Session,
    SessionRoom,
    Track,
)
from forumplanner.snapshots.checks import (
    CheckedAppearance,
    CheckedForum,
    CheckedItem,
    CheckedJourney,
    CheckedPart,
    CheckedPerson,
    CheckedRoom,
    CheckedSession,
    CheckedTrack,
)

HEAD = "head"
"""How a participant's role in the delegation says that the person leads it."""

Groups = defaultdict[uuid.UUID, list[AnyRow]]


def load(db: Db, *, forum_id: uuid.UUID, now: dt.datetime | None = None) -> CheckedForum:
    """Everything that `checks.run` needs of one forum. Raises `paper.NoSuchForum`.

    Without `now` nothing is overdue and approvals are not compared.
    """
    forum = paper.forum_of(db, forum_id)
    return replace(
        programme(db, forum_id=forum_id),
        approval=approval.checked(db, forum_id=forum_id, now=now),
        delegations=checked_guests.delegations(db, forum),
        envoys=checked_guests.envoys(db, forum),
        texts=checked_guests.texts(db, forum),
        declines=checked_declines.load(db, forum_id),
    )


def programme(db: Db, *, forum_id: uuid.UUID) -> CheckedForum:
    """The same without what only the checks of guests, texts and approvals ask for: calendars and papers need no more.

    Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(db, forum_id)
    decided = planning.load(db, forum_id)
    return CheckedForum(
        id=str(forum.id),
        zone=forum.zone,
        languages=forum.languages,
        titles=forum.titles,
        theme=forum.theme,
        city=forum.city,
        venue=forum.venue,
        mailbox=forum.mailbox,
        mode=forum.mode,
        sessions=_sessions(db, forum_id),
        rooms=_rooms(db, forum_id),
        tracks=_tracks(db, forum_id),
        people=_people(db, forum_id),
        planning=PlanningRules.of(forum.planning),
        walks=decided.walks,
        days=decided.days,
        organisers=decided.organisers,
        releases=decided.releases,
        ends_on=forum.ends_on or forum.starts_on,
        severities=decided.severities,
        acknowledged=decided.acknowledged,
    )


def _rooms(db: Db, forum_id: uuid.UUID) -> tuple[CheckedRoom, ...]:
    rows = db.execute(
        select(Room.id, Room.name, Room.capacity, Room.building)
        .where(Room.forum_id == forum_id)
        .order_by(Room.position, Room.id)
    ).all()
    closures = planning.closures(db, forum_id)
    return tuple(
        CheckedRoom(str(row.id), row.name, row.capacity, row.building, tuple(closures[row.id])) for row in rows
    )


def _tracks(db: Db, forum_id: uuid.UUID) -> tuple[CheckedTrack, ...]:
    rows = db.execute(
        select(Track.id, Track.title, Track.code).where(Track.forum_id == forum_id).order_by(Track.position, Track.id)
    )
    return tuple(CheckedTrack(str(row.id), row.title, row.code) for row in rows)


def _people(db: Db, forum_id: uuid.UUID) -> tuple[CheckedPerson, ...]:
    rows = db.execute(
        select(
            Participant.id,
            Participant.post_id,
            Participant.category,
            Participant.mode,
            Participant.person_id,
            Participant.role_in_delegation,
            Person.name,
            Person.country,
            Delegation.name.label("delegation"),
            Delegation.country.label("delegation_country"),
        )
        .join(Person, Person.id == Participant.person_id)
        .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Participant.position, Participant.id)
    ).all()
    posts, first = _posts(db, forum_id)
    journeys = _journeys(db, forum_id)
    return tuple(_person(row, posts.get(row.post_id or first.get(row.person_id)), journeys[row.id]) for row in rows)


def _person(row: AnyRow, post: AnyRow | None, journeys: Sequence[AnyRow]) -> CheckedPerson:
    values = {"post": post.title, "city": post.city} if post else {}
    return CheckedPerson(
        id=str(row.id),
        name=row.name,
        country=(post.country if post else "") or row.country,
        category=row.category,
        mode=row.mode,
        journeys=tuple(CheckedJourney(journey.direction, journey.at, journey.carrier) for journey in journeys),
        heads=_headed(row),
        **{name: text for name, text in values.items() if text},
    )


def _headed(row: AnyRow) -> LocalizedText:
    """The delegation that a participant leads: its name, else its country."""
    if row.role_in_delegation != HEAD:
        return EMPTY
    country = row.delegation_country
    return row.delegation or LocalizedText.of({tag: country_name(country, tag) for tag in LANGUAGES if country})


def _posts(db: Db, forum_id: uuid.UUID) -> tuple[dict[uuid.UUID | None, AnyRow], dict[uuid.UUID, uuid.UUID]]:
    """All posts of the forum's people by key, and each person's first one."""
    rows = db.execute(
        select(Post.id, Post.person_id, Post.title, Institution.city, Institution.country)
        .join(Participant, Participant.person_id == Post.person_id)
        .outerjoin(Institution, Institution.id == Post.institution_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Post.position, Post.id)
    ).all()
    first: dict[uuid.UUID, uuid.UUID] = {}
    for row in rows:
        first.setdefault(row.person_id, row.id)
    return {row.id: row for row in rows}, first


def _journeys(db: Db, forum_id: uuid.UUID) -> Groups:
    rows = db.execute(
        select(Journey.participant_id, Journey.direction, Journey.at, Journey.carrier)
        .join(Participant, Participant.id == Journey.participant_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Journey.position, Journey.id)
    )
    return _grouped(rows.all(), "participant_id")


def _sessions(db: Db, forum_id: uuid.UUID) -> tuple[CheckedSession, ...]:
    rows = db.execute(
        select(
            Session.id,
            Session.title,
            Session.kind,
            Session.starts_at,
            Session.ends_at,
            Session.day,
            Session.track_id,
            Track.code.label("letter"),
            Session.summary,
            Session.place,
            Session.access,
            Session.url,
            Session.expected,
            Session.zone,
        )
        .outerjoin(Track, Track.id == Session.track_id)
        .where(Session.forum_id == forum_id)
        .order_by(Session.starts_at, Session.position, Session.id)
    ).all()
    rooms, parts = _session_rooms(db, forum_id), _parts(db, forum_id)
    in_track = Counter(row.track_id for row in rows)
    return tuple(
        _session(row, rooms[row.id], tuple(parts[row.id]), letter=row.letter if in_track[row.track_id] == 1 else "")
        for row in rows
    )


def _session(
    row: AnyRow, rooms: Sequence[AnyRow], parts: tuple[CheckedPart, ...], *, letter: str | None
) -> CheckedSession:
    return CheckedSession(
        id=str(row.id),
        title=row.title,
        kind=row.kind,
        start=row.starts_at,
        end=row.ends_at,
        day=row.day,
        track_id=str(row.track_id) if row.track_id else None,
        letter=letter or "",
        rooms=tuple(str(room.room_id) for room in rooms),
        parts=parts,
        summary=row.summary,
        place=row.place,
        access=row.access,
        url=row.url,
        expected=row.expected,
        zone=row.zone,
    )


def _session_rooms(db: Db, forum_id: uuid.UUID) -> Groups:
    rows = db.execute(
        select(SessionRoom.session_id, SessionRoom.room_id)
        .join(Session, Session.id == SessionRoom.session_id)
        .where(Session.forum_id == forum_id)
        .order_by(SessionRoom.position, SessionRoom.id)
    )
    return _grouped(rows.all(), "session_id")


def _parts(db: Db, forum_id: uuid.UUID) -> defaultdict[uuid.UUID, list[CheckedPart]]:
    """The parts of each session, with their items and whoever appears in either."""
    rows = db.execute(
        select(Part.id, Part.session_id, Part.title, Part.starts_at, Part.ends_at)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id)
        .order_by(Part.position, Part.id)
    ).all()
    items, appearances = _items(db, forum_id), _appearances(db, forum_id)
    parts: defaultdict[uuid.UUID, list[CheckedPart]] = defaultdict(list)
    for row in rows:
        parts[row.session_id].append(
            CheckedPart(
                id=str(row.id),
                title=row.title,
                start=row.starts_at,
                end=row.ends_at,
                items=tuple(_item(item, tuple(appearances[item.id])) for item in items[row.id]),
                appearances=tuple(appearances[row.id]),
            )
        )
    return parts


def _items(db: Db, forum_id: uuid.UUID) -> Groups:
    rows = db.execute(
        select(
            Item.id,
            Item.part_id,
            Item.kind,
            Item.title,
            Item.abstract,
            Item.starts_at,
            Item.minutes,
            Item.interpretation,
            Item.channel,
            Item.media,
            Item.url,
        )
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id)
        .order_by(Item.position, Item.id)
    )
    return _grouped(rows.all(), "part_id")


def _item(row: AnyRow, appearances: tuple[CheckedAppearance, ...]) -> CheckedItem:
    return CheckedItem(
        id=str(row.id),
        kind=row.kind,
        title=row.title,
        abstract=row.abstract,
        start=row.starts_at,
        minutes=row.minutes,
        appearances=appearances,
        interpretation=row.interpretation,
        channel=row.channel,
        media=row.media,
        url=row.url,
    )


def _appearances(db: Db, forum_id: uuid.UUID) -> defaultdict[uuid.UUID, list[CheckedAppearance]]:
    """By the item or part they stand in; those of items and those of parts are read by one statement each."""
    columns = (
        Appearance.id,
        Appearance.item_id,
        Appearance.part_id,
        Appearance.role,
        Appearance.participant_id,
        Appearance.institution_id,
        Appearance.label,
        Appearance.mode,
        Appearance.provisional,
    )
    of_items = select(*columns).join(Item, Item.id == Appearance.item_id).join(Part, Part.id == Item.part_id)
    of_parts = select(*columns).join(Part, Part.id == Appearance.part_id)
    found: defaultdict[uuid.UUID, list[CheckedAppearance]] = defaultdict(list)
    for statement in (of_items, of_parts):
        rows = db.execute(
            statement.join(Session, Session.id == Part.session_id)
            .where(Session.forum_id == forum_id)
            .order_by(Appearance.position, Appearance.id)
        )
        for row in rows:
            found[row.item_id or row.part_id].append(_appearance(row))
    return found


def _appearance(row: AnyRow) -> CheckedAppearance:
    return CheckedAppearance(
        id=str(row.id),
        role=row.role,
        participant_id=str(row.participant_id) if row.participant_id else None,
        institution_id=str(row.institution_id) if row.institution_id else None,
        label=row.label,
        mode=row.mode,
        provisional=row.provisional,
    )


def _grouped(rows: Sequence[AnyRow], key: str) -> Groups:
    groups: Groups = defaultdict(list)
    for row in rows:
        groups[getattr(row, key)].append(row)
    return groups
