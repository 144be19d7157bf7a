"""Reads the addresses of a ceremony as they stand and as the forum's rule proposes them, in seven statements."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.addresses import KINDS, Address, proposed
from forumplanner.domain.guest_kinds import ProtocolGroup
from forumplanner.domain.kinds import CHAIRING_ROLES, ItemKind, Role
from forumplanner.domain.precedence import Rank, ranked
from forumplanner.domain.protocol import ProtocolRules
from forumplanner.queries import orders, paper
from forumplanner.records import Appearance, ConsularGuest, Forum, Item, Part, Participant, Person, Session

_NO_SPEAKER: Final = CHAIRING_ROLES | {Role.INTERPRETER}


@dataclass(frozen=True, slots=True)
class AddressOrder:
    """The addresses of one part by the ids of their items: `now` as they stand, `proposed` as the rule has them.

    Both hold the same items; an address by nobody in particular is in neither and keeps its place.
    """

    part_id: str
    now: tuple[str, ...]
    proposed: tuple[str, ...]

    @property
    def moved(self) -> int:
        """How many of them would change their place."""
        return sum(one != other for one, other in zip(self.now, self.proposed, strict=True))


@dataclass(frozen=True, slots=True)
class _Said:
    """An address with its first speaker."""

    item: uuid.UUID
    kind: ItemKind
    participant: uuid.UUID
    country: str


def load(db: Db, *, session_id: uuid.UUID) -> tuple[AddressOrder, ...]:
    """The parts of a session that hold addresses of at least two people; () for a session that is no longer there."""
    session = db.get(Session, session_id)
    if session is None:
        return ()
    forum = paper.forum_of(db, session.forum_id)
    parts = _said(db, session_id)
    speakers, absent = _ranks(db, forum, [said for part in parts.values() for said in part])
    rules = ProtocolRules.of(forum.protocol)
    fixed = orders.overrides(db, forum.id, orders.ADDRESSES)
    lines = {
        line.key: line for line in ranked({rank.key: rank for rank in speakers.values()}.values(), rules, {}, absent)
    }
    found = []
    for part, said in parts.items():
        addresses = [Address(str(one.item), lines[speakers[one.participant].key]) for one in said]
        if len(addresses) > 1:
            wanted = tuple(one.key for one in proposed(addresses, rules.addresses, fixed))
            found.append(AddressOrder(str(part), tuple(one.key for one in addresses), wanted))
    return tuple(found)


def _said(db: Db, session_id: uuid.UUID) -> dict[uuid.UUID, list[_Said]]:
    """Addresses with a speaker, part by part in their order."""
    rows = db.execute(
        select(Part.id, Item.id, Item.kind, Participant.id, Person.country)
        .join(Item, Item.part_id == Part.id)
        .join(Appearance, Appearance.item_id == Item.id)
        .join(Participant, Participant.id == Appearance.participant_id)
        .join(Person, Person.id == Participant.person_id)
        .where(Part.session_id == session_id, Item.kind.in_(KINDS), Appearance.role.not_in(_NO_SPEAKER))
        .order_by(Part.position, Part.id, Item.position, Item.id, Appearance.position, Appearance.id)
    )
    found: defaultdict[uuid.UUID, list[_Said]] = defaultdict(list)
    known: set[uuid.UUID] = set()
    for part, item, kind, participant, country in rows:
        if item not in known:
            known.add(item)
            found[part].append(_Said(item, kind, participant, country))
    return dict(found)


def _ranks(db: Db, forum: Forum, said: Sequence[_Said]) -> tuple[dict[uuid.UUID, Rank], list[Rank]]:
    """The rank of each speaker, by participant; and consular guests who don't speak, by whom officers may rank.

    A speaker of no group is placed by what is known: a welcome is taken for the host's own, somebody from abroad for a
    foreign guest.
    """
    people = [one.participant for one in said]
    sent = select(ConsularGuest.id, ConsularGuest.participant_id).where(
        ConsularGuest.forum_id == forum.id, ConsularGuest.participant_id.in_(people)
    )
    guests = {str(guest): participant for guest, participant in db.execute(sent) if participant}
    consular = [rank for group in orders.consular_ranks(db, forum) for rank in group]
    found = {guests[rank.key]: rank for rank in consular if rank.key in guests}
    others = {rank.key: rank for rank, _answer in orders.honour_ranks(db, forum, Participant.id.in_(people))}
    for one in said:
        if rank := others.get(str(one.participant)):
            found.setdefault(one.participant, replace(rank, group=rank.group or _group(one, forum)))
    return found, [rank for rank in consular if rank.key not in guests]


def _group(said: _Said, forum: Forum) -> ProtocolGroup | None:
    if said.kind is ItemKind.WELCOME:
        return ProtocolGroup.HOST
    return ProtocolGroup.FOREIGN_GUEST if said.country not in {"", forum.country} else None
