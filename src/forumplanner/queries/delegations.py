"""Delegations of a forum as their page shows them, in the same number of statements for one and for three hundred."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain import captions
from forumplanner.domain.delegations import DelegationRole, role_of
from forumplanner.domain.ids import DelegationId, ForumId
from forumplanner.domain.kinds import Category, Direction, InvitationStatus, Mode
from forumplanner.domain.orders import MemberEntry
from forumplanner.domain.orders import members as in_order
from forumplanner.domain.protocol import DelegationOrder, ProtocolRules
from forumplanner.domain.text import EMPTY
from forumplanner.domain.times import conference_day, minutes_of
from forumplanner.queries import orders
from forumplanner.queries.columns import KEY, NAME, TEXTS
from forumplanner.queries.delegation_escorts import escorts
from forumplanner.queries.delegation_needs import Asked, housed, member_lacks, needs_of
from forumplanner.queries.paper import forum_of
from forumplanner.queries.wordings import AnyRow, pair
from forumplanner.records import (
    Appearance,
    ContactNote,
    Delegation,
    Forum,
    Institution,
    Item,
    Journey,
    Participant,
    Person,
    Post,
)
from forumplanner.snapshots.delegations import (
    DelegationDetail,
    DelegationLine,
    Delegations,
    Escort,
    MemberLine,
    Trip,
)
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.wordings import NameForms, Pair

BY_COUNTRY = frozenset({DelegationOrder.COUNTRY, DelegationOrder.PINYIN})
"""Orders that keep the delegations of a country together."""

_COLUMNS = (
    Delegation.id,
    Delegation.code,
    Delegation.country,
    Delegation.institution_id,
    Delegation.name,
    Delegation.hotel,
    Delegation.unnamed,
    Delegation.liaison_id,
    Delegation.interpreter_id,
    Delegation.contact,
    Delegation.contact_language,
    Delegation.confirmed_on,
    Delegation.notes,
)
_CATEGORIES = {str(one): one for one in Category}
_MODES: dict[str | None, Mode | None] = {None: None, **{str(one): one for one in Mode}}
_STATUSES: dict[str | None, InvitationStatus | None] = {None: None, **{str(one): one for one in InvitationStatus}}
_ROLES = {role: place for place, role in enumerate(DelegationRole)}


def load(db: Db, *, forum_id: ForumId) -> Delegations:
    """All delegations with their members, in the forum's order; raises `paper.NoSuchForum`."""
    forum = forum_of(db, forum_id)
    rules = ProtocolRules.of(forum.protocol)
    members = _members(db, forum)
    serving = escorts(db, forum_id=forum_id)
    requests = _requests(db, forum_id)
    rows = db.execute(
        select(*_COLUMNS, Institution.name.label("institution"))
        .outerjoin(Institution, Institution.id == Delegation.institution_id)
        .where(Delegation.forum_id == forum_id)
        .order_by(Delegation.position, Delegation.id)
    )
    lines = {}
    for row in rows:
        own = tuple(members.get(row.id.hex, ()))
        asked_on, asked = requests.get(row.id, (None, ()))
        lines[str(row.id)] = _line(row, forum, own, serving, asked_on=asked_on, asked=asked)
    return Delegations(
        forum_id=str(forum_id),
        languages=forum.languages,
        zone=forum.zone,
        host=forum.country,
        title=_title(forum),
        order=rules.delegations,
        host_place=rules.host_place,
        by_country=rules.delegations in BY_COUNTRY,
        caption=tuple(captions.caption(rules, tag, forum.words) for tag in forum.languages),
        own_caption=captions.CODE in (forum.words or {}),
        lines=tuple(lines[key] for key in orders.delegations(db, forum_id=forum_id) if key in lines),
    )


def _title(forum: Forum) -> Pair:
    short = pair(forum.short_title, forum.languages)
    return short or pair(forum.titles[0] if forum.titles else None, forum.languages)


def _line(
    row: AnyRow,
    forum: Forum,
    members: tuple[MemberLine, ...],
    serving: Mapping[str, Escort],
    *,
    asked_on: dt.date | None,
    asked: tuple[str, ...],
) -> DelegationLine:
    languages, needed = forum.languages, housed(members, country=row.country, host=forum.country)
    liaison = serving.get(str(row.liaison_id)) if row.liaison_id else None
    hotel = pair(row.hotel, languages)
    return DelegationLine(
        id=str(row.id),
        code=row.code,
        country=row.country,
        institution_id=str(row.institution_id or ""),
        institution=row.institution.lines(languages) if row.institution else (),
        name=pair(row.name, languages),
        hotel=hotel,
        housed=needed,
        unnamed=row.unnamed,
        liaison=liaison,
        interpreter=serving.get(str(row.interpreter_id)) if row.interpreter_id else None,
        contact=row.contact,
        contact_language=row.contact_language,
        confirmed_on=row.confirmed_on,
        notes=row.notes,
        members=members,
        needs=needs_of(
            members=members,
            country=row.country,
            unnamed=row.unnamed,
            liaison=liaison is not None,
            lodged=not needed or bool(hotel),
        ),
        asked_on=asked_on,
        asked=asked,
    )


def _members(db: Db, forum: Forum) -> dict[str, list[MemberLine]]:
    """Members by the key of their delegation, in the order of its list."""
    arrivals, asked = _arrivals(db, forum), _asked(db, forum)
    tags, nothing = forum.languages, ("",) * len(forum.languages)
    first = _first_posts(db, forum)
    # By hand they stand as they were put; else as every list of the forum names them.
    rules = ProtocolRules.of(forum.protocol)
    by_hand = rules.delegations is DelegationOrder.HAND
    found: defaultdict[str, dict[str, MemberLine]] = defaultdict(dict)
    entries: defaultdict[str, list[MemberEntry]] = defaultdict(list)
    for row in db.connection().execute(_MEMBERS.where(Participant.forum_id == forum.id)).all():
        # Taken apart at once: a row's columns by name cost more than all that is done with them.
        key, delegation, post_id, title, role, country, photo, pinyin, latin, category, mode, status, name = row
        post = tuple([title[tag][0] if tag in title else "" for tag in tags]) if title else nothing
        if not post_id:
            post = first.get(key, nothing)
        forms, arrival = NameForms(name.zh, name.latin, name.native), arrivals.get(key)
        how, answer = _MODES[mode], _STATUSES[status]
        lacks = member_lacks(asked, name=forms, post=post, arrival=arrival, photo=photo, mode=how, status=answer)
        of = role_of(role), _CATEGORIES[category], post, how, answer
        found[delegation][key] = MemberLine(key, forms, *of, arrival, lacks, pinyin, latin)
        if not by_hand:
            entries[delegation].append(MemberEntry(key, name, role, country))
    if by_hand:
        return {key: sorted(lines.values(), key=lambda line: _ROLES[line.role]) for key, lines in found.items()}
    return {key: [found[key][one.key] for one in in_order(group, rules.single_name)] for key, group in entries.items()}


_MEMBERS = (
    select(
        type_coerce(Participant.id, KEY),
        type_coerce(Participant.delegation_id, String),
        type_coerce(Participant.post_id, String),
        type_coerce(Post.title, TEXTS),
        Participant.role_in_delegation,
        Person.country,
        Person.photo,
        Person.sort_pinyin,
        Person.sort_latin,
        type_coerce(Participant.category, String),
        type_coerce(Participant.mode, String),
        type_coerce(Participant.status, String),
        type_coerce(Person.name, NAME),
    )
    .join(Person, Person.id == Participant.person_id)
    .outerjoin(Post, Post.id == Participant.post_id)
    .where(Participant.delegation_id.is_not(None))
    .order_by(Participant.position, Participant.id)
)
"""Plain columns: the full types build an object a cell, which is most of the time for thousands."""


def _asked(db: Db, forum: Forum) -> Asked:
    """What is asked of everybody; photos once somebody's is there."""
    photo = (
        select(Person.id)
        .join(Participant, Participant.person_id == Person.id)
        .where(Participant.forum_id == forum.id, Person.photo != "")
        .limit(1)
    )
    return Asked.by(forum.languages, photos=db.execute(photo).first() is not None)


def _first_posts(db: Db, forum: Forum) -> dict[str, Lines]:
    """The title of the first post of members for whom none is chosen, by the participant's key."""
    rows = db.execute(
        select(type_coerce(Participant.id, KEY), type_coerce(Post.title, TEXTS))
        .join(Participant, Participant.person_id == Post.person_id)
        .where(
            Participant.forum_id == forum.id,
            Participant.delegation_id.is_not(None),
            Participant.post_id.is_(None),
        )
        .order_by(Post.position, Post.id)
    )
    found: dict[str, Lines] = {}
    for key, title in rows:
        found.setdefault(key, tuple([title[tag][0] if tag in title else "" for tag in forum.languages]))
    return found


def _arrivals(db: Db, forum: Forum) -> dict[str, Trip]:
    """The first arrival of each member, by the participant's key."""
    rows = db.execute(
        _journeys(Direction.ARRIVAL).where(Participant.forum_id == forum.id, Participant.delegation_id.is_not(None))
    )
    found: dict[str, Trip] = {}
    for key, at, carrier, place, written in rows:
        if key not in found:
            found[key] = _trip(at, forum.zone, carrier, place, written)
    return found


def _journeys(direction: Direction) -> Select[*tuple[Any, ...]]:
    """Participant's key, instant, flight or train, place, as written; in the order of the list."""
    return (
        select(type_coerce(Journey.participant_id, KEY), Journey.at, Journey.carrier, Journey.place, Journey.as_written)
        .join(Participant, Participant.id == Journey.participant_id)
        .where(Journey.direction == direction)
        .order_by(Journey.position, Journey.id)
    )


@lru_cache(maxsize=4096)
def _trip(at: dt.datetime | None, zone: str, carrier: str, place: str, written: str) -> Trip:
    day = conference_day(at, zone) if at else None
    return Trip(day, minutes_of(at, day, zone) if at and day else None, carrier, place, written)


def named(db: Db, *, forum_id: ForumId) -> tuple[tuple[str, Lines, str], ...]:
    """Key, name (else the institution's) and country of every delegation, in one statement."""
    rows = db.execute(
        select(
            Delegation.id, Delegation.name, Delegation.country, Institution.name.label("institution"), Forum.languages
        )
        .join(Forum, Forum.id == Delegation.forum_id)
        .outerjoin(Institution, Institution.id == Delegation.institution_id)
        .where(Delegation.forum_id == forum_id)
        .order_by(Delegation.position, Delegation.id)
    )
    return tuple(
        (str(row.id), (row.name or row.institution or EMPTY).lines(row.languages), row.country) for row in rows
    )


def _requests(db: Db, forum_id: ForumId) -> dict[UUID | None, tuple[dt.date, tuple[str, ...]]]:
    """The newest day on which a delegation was asked for something, and for what."""
    rows = db.execute(
        select(ContactNote.delegation_id, ContactNote.day, ContactNote.asked)
        .where(ContactNote.forum_id == forum_id, ContactNote.delegation_id.is_not(None))
        .order_by(ContactNote.day, ContactNote.position, ContactNote.id)
    )
    return {row.delegation_id: (row.day, row.asked) for row in rows if row.asked}


def detail(db: Db, *, delegation_id: DelegationId) -> DelegationDetail:
    """How its people leave and what its head does, in three statements; empty where the delegation is gone."""
    forum = db.execute(
        select(Forum.zone, Forum.languages)
        .join(Delegation, Delegation.forum_id == Forum.id)
        .where(Delegation.id == delegation_id)
    ).one_or_none()
    if forum is None:
        return DelegationDetail(str(delegation_id))
    rows = db.execute(_journeys(Direction.DEPARTURE).where(Participant.delegation_id == delegation_id))
    departures: dict[str, Trip] = {}
    for key, at, carrier, place, written in rows:
        departures.setdefault(key, _trip(at, forum.zone, carrier, place, written))
    heads = db.execute(
        select(Item.title)
        .join(Appearance, Appearance.item_id == Item.id)
        .join(Participant, Participant.id == Appearance.participant_id)
        .where(
            Participant.delegation_id == delegation_id,
            Participant.role_in_delegation == str(DelegationRole.HEAD),
        )
        .order_by(Item.starts_at, Item.id)
    ).scalars()
    does = tuple(pair(title, forum.languages) for title in heads if title)
    return DelegationDetail(str(delegation_id), tuple(departures.values()), does)
