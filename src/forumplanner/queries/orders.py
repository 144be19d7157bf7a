"""Reads the orders of a forum: consular guests and guests of honour by protocol, delegations, and who is in each.

Every function takes the same few statements for one guest and for a thousand.
"""

import uuid
from collections import defaultdict
from typing import Final

from sqlalchemy import ColumnElement, select, type_coerce
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from forumplanner.domain.countries import country_name
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.guest_kinds import ProtocolGroup
from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.labels import label
from forumplanner.domain.names import PersonName
from forumplanner.domain.orders import DelegationEntry, MemberEntry
from forumplanner.domain.orders import delegations as in_order
from forumplanner.domain.orders import members as inside
from forumplanner.domain.precedence import Override, Rank, Ranked, ranked, woven
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.domain.strokes import by_strokes
from forumplanner.domain.text import EMPTY, EN, ZH, LocalizedText
from forumplanner.queries import paper
from forumplanner.queries.columns import NAME
from forumplanner.records import (
    ConsularGuest,
    ConsularPost,
    Delegation,
    Forum,
    Institution,
    OrderOverride,
    Participant,
    Person,
)

CONSULAR: Final = "consular"
GUESTS: Final = "guests"
DELEGATIONS: Final = "delegations"
ADDRESSES: Final = "addresses"
"""Codes of the listings in which a place can be fixed by hand."""

NOT_COMING: Final = frozenset({InvitationStatus.DECLINED, InvitationStatus.SUBSTITUTE_NAMED})
"""Whoever answered so stands in no order; as head of a post they still rank its officers."""


def rules(db: Db, *, forum_id: uuid.UUID) -> ProtocolRules:
    """What the forum chose for its orders. Raises `paper.NoSuchForum`."""
    return ProtocolRules.of(paper.forum_of(db, forum_id).protocol)


def consular(db: Db, *, forum_id: uuid.UUID) -> tuple[Ranked, ...]:
    """Every consular guest who has not declined, in the order of protocol; `key` is the id of the consular guest.

    Three statements. Raises `paper.NoSuchForum`.
    """
    forum = paper.forum_of(db, forum_id)
    coming, away = consular_ranks(db, forum)
    return ranked(coming, ProtocolRules.of(forum.protocol), overrides(db, forum_id, CONSULAR), away)


def guests(db: Db, *, forum_id: uuid.UUID) -> tuple[Ranked, ...]:
    """Leaders, consular guests and guests of honour who have not declined, in one list.

    Consular guests stand among each other as `consular` has them, places by hand included. `key` is the id of the
    consular guest, of anybody else that of the participant. Five statements. Raises `paper.NoSuchForum`.
    """
    return both(db, forum_id=forum_id)[1]


def both(db: Db, *, forum_id: uuid.UUID) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """What `consular` and `guests` give, in the five statements of `guests`."""
    forum = paper.forum_of(db, forum_id)
    coming, away = consular_ranks(db, forum)
    honoured = Participant.protocol_group.is_not(None) | (Participant.category == Category.GUEST)
    others = [rank for rank, status in honour_ranks(db, forum, honoured) if status not in NOT_COMING]
    chosen = ProtocolRules.of(forum.protocol)
    sent = ranked(coming, chosen, overrides(db, forum_id, CONSULAR), away)
    whole = ranked([*coming, *others], chosen, overrides(db, forum_id, GUESTS), away)
    return sent, woven(whole, sent)


def delegations(db: Db, *, forum_id: uuid.UUID) -> tuple[str, ...]:
    """Ids of the forum's delegations in the order it chose; four statements. Raises `paper.NoSuchForum`."""
    forum = paper.forum_of(db, forum_id)
    ordered = in_order(_entries(db, forum), ProtocolRules.of(forum.protocol), overrides(db, forum_id, DELEGATIONS))
    return tuple(one.key for one in ordered)


def members(db: Db, *, forum_id: uuid.UUID) -> dict[str, tuple[str, ...]]:
    """Ids of the participants in each delegation, by its id, in the order in which its list names them."""
    chosen = rules(db, forum_id=forum_id)
    rows = db.execute(
        select(
            Participant.id,
            Participant.delegation_id,
            Participant.role_in_delegation,
            Person.country,
            type_coerce(Person.name, NAME).label("name"),
        )
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id, Participant.delegation_id.is_not(None))
    )
    groups: defaultdict[str, list[MemberEntry]] = defaultdict(list)
    for row in rows:
        entry = MemberEntry(str(row.id), row.name, row.role_in_delegation, row.country)
        groups[str(row.delegation_id)].append(entry)
    return {key: tuple(one.key for one in inside(group, chosen.single_name)) for key, group in groups.items()}


def unknown_characters(db: Db, *, forum_id: uuid.UUID) -> tuple[str, ...]:
    """Characters in Chinese names of people in delegations whose strokes nobody knows; such names stand last.

    Each once; one statement. Papers in stroke order should be looked at where there is any.
    """
    names = db.scalars(
        select(type_coerce(Person.name, NAME))
        .join(Participant, Participant.person_id == Person.id)
        .where(Participant.forum_id == forum_id, Participant.delegation_id.is_not(None))
        .order_by(Person.sort_pinyin, Person.id)
    )
    return by_strokes(names, lambda name: name.zh).unknown


def consular_ranks(db: Db, forum: Forum) -> tuple[list[Rank], list[Rank]]:
    """Consular guests who may come, and those who don't; one statement."""
    rows = db.execute(
        select(ConsularGuest, ConsularPost, Participant.status, Person.name, Person.sort_latin)
        .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .outerjoin(Participant, Participant.id == ConsularGuest.participant_id)
        .outerjoin(Person, Person.id == Participant.person_id)
        .where(ConsularGuest.forum_id == forum.id)
    ).all()
    names = {guest.id: _localized(name) for guest, _post, _status, name, _sort in rows}
    coming: list[Rank] = []
    away: list[Rank] = []
    for guest, post, status, _name, sort in rows:
        represented = names.get(guest.stands_for_id, EMPTY) if guest.stands_for_id else EMPTY
        rank = _rank(forum, guest, post, names[guest.id], represented, sort or "")
        (away if (status or guest.status) in NOT_COMING else coming).append(rank)
    return coming, away


def _rank(
    forum: Forum, guest: ConsularGuest, post: ConsularPost, name: LocalizedText, represented: LocalizedText, sort: str
) -> Rank:
    return Rank(
        key=str(guest.id),
        name=name,
        post=str(post.id),
        post_name=post_name(post, forum),
        kind=post.kind,
        role=guest.role,
        consular_class=guest.consular_class,
        honorary=guest.honorary,
        provisional_on=guest.provisional_on,
        exequatur_on=guest.exequatur_on,
        commission_on=guest.commission_on,
        notified_on=guest.notified_on,
        acting_since=guest.acting_since,
        seniority=guest.seniority,
        diplomatic_rank=guest.diplomatic_rank,
        list_order=post.list_order,
        country_en=country_name(post.country, EN, forum.words) if post.country else "",
        sort=sort,
        stands_for=represented,
    )


def post_name(post: ConsularPost, forum: Forum) -> LocalizedText:
    """A consular post's name; where none is entered, country and what the post is."""
    if post.name or not post.country:
        return post.name
    return LocalizedText.of(
        {
            ZH: f"{country_name(post.country, ZH, forum.words)}{label(post.kind, ZH)}",
            EN: f"{country_name(post.country, EN, forum.words)}, {label(post.kind, EN)}",
        }
    )


def _localized(name: PersonName | None) -> LocalizedText:
    return LocalizedText.of({ZH: name.shown(ZH), EN: name.shown(EN)}) if name else EMPTY


def honour_ranks(db: Db, forum: Forum, whom: ColumnElement[bool]) -> list[tuple[Rank, InvitationStatus | None]]:
    """Those participants whom no consular post sends, with what they answered; one statement.

    Guests from abroad of no level stand by country in the English alphabet, others as they were entered.
    """
    sent = select(ConsularGuest.participant_id).where(
        ConsularGuest.forum_id == forum.id, ConsularGuest.participant_id.is_not(None)
    )
    absent, absentee = aliased(Participant), aliased(Person)
    rows = db.execute(
        select(Participant, Person.name, Person.country, Person.sort_latin, absentee.name)
        .join(Person, Person.id == Participant.person_id)
        .outerjoin(absent, absent.id == Participant.stands_for_id)
        .outerjoin(absentee, absentee.id == absent.person_id)
        .where(Participant.forum_id == forum.id, whom, Participant.id.not_in(sent))
    )
    return [
        (
            Rank(
                key=str(one.id),
                name=_localized(name),
                group=one.protocol_group,
                level=one.protocol_level,
                list_order=None if one.protocol_group is ProtocolGroup.FOREIGN_GUEST else one.position,
                country_en=country_name(country, EN, forum.words),
                sort=sort,
                stands_for=_localized(represented),
            ),
            one.status,
        )
        for one, name, country, sort, represented in rows
    ]


def _entries(db: Db, forum: Forum) -> list[DelegationEntry]:
    """Two statements: heads of delegation, and the delegations."""
    heads = {
        row.delegation_id: row
        for row in db.execute(
            select(Participant.delegation_id, Participant.protocol_level, Person.name)
            .join(Person, Person.id == Participant.person_id)
            .where(Participant.forum_id == forum.id, Participant.role_in_delegation == DelegationRole.HEAD)
            .order_by(Participant.position.desc(), Participant.id.desc())
        )
    }
    rows = db.execute(
        select(
            Delegation.id,
            Delegation.country,
            Delegation.name,
            Delegation.confirmed_on,
            Delegation.position,
            Institution.name.label("institution"),
            Institution.country.label("home"),
        )
        .outerjoin(Institution, Institution.id == Delegation.institution_id)
        .where(Delegation.forum_id == forum.id)
    ).all()
    countries = {code: _country(code, forum) for code in {one.country or one.home or "" for one in rows}}
    return [
        DelegationEntry(
            key=str(one.id),
            country=countries[one.country or one.home or ""],
            institution=one.institution or one.name,
            head=heads[one.id].name.zh if one.id in heads else "",
            level=heads[one.id].protocol_level if one.id in heads else None,
            confirmed_on=one.confirmed_on,
            host=(one.country or one.home) == forum.country,
            position=one.position,
        )
        for one in rows
    ]


def _country(code: str, forum: Forum) -> LocalizedText:
    return LocalizedText.of({tag: country_name(code, tag, forum.words) for tag in (ZH, EN)}) if code else EMPTY


def overrides(db: Db, forum_id: uuid.UUID, listing: str) -> dict[str, Override]:
    """Places fixed by hand in one listing, by the id of whom they are about; one statement."""
    rows = db.scalars(select(OrderOverride).where(OrderOverride.forum_id == forum_id, OrderOverride.listing == listing))
    return {
        str(one.consular_guest_id or one.participant_id or one.delegation_id): Override(one.place, one.reason)
        for one in rows
    }
