"""Reads whom a host introduces at a ceremony: guests in the order of protocol, then who else comes onto the stage."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import Category, InvitationStatus, Mode, Role
from forumplanner.domain.precedence import Ranked
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import LANGUAGES, localized
from forumplanner.queries import orders
from forumplanner.queries.running_people import OnStage, Stage
from forumplanner.records import ConsularGuest, Forum, Participant, Person

_UNINVITED: Final = frozenset({InvitationStatus.NOT_INVITED, InvitationStatus.TO_APPROVE})
_IN_PERSON: Final = frozenset({None, Mode.ON_SITE})
_BUCKETS: Final = ("home", "consular", "abroad", "alliance", "host")
"""Groups as a host greets them one after the other."""

_LAST: Final = 10**6


@dataclass(frozen=True, slots=True)
class Introduced:
    """A guest with the place in the order of protocol; `known`: the rule had something to place this guest by."""

    guest: OnStage
    place: int
    known: bool


@dataclass(frozen=True, slots=True)
class Invited:
    """Who may be introduced, and the people who must not be although the programme has them: they don't come."""

    guests: tuple[Introduced, ...] = ()
    out: frozenset[str] = frozenset()


def guests_of(db: Db, forum: Forum, stage: Stage) -> Invited:
    """Every guest of the forum who may be introduced, in the order of protocol; six statements.

    Whoever declined, was never invited or isn't approved yet is left out, of a consular post also one of whose
    invitation nothing is recorded. A guest whose name is not known is introduced by the post.
    """
    lines = orders.guests(db, forum_id=forum.id)
    sent = {str(key): (participant, status) for key, participant, status in db.execute(_consular(forum.id))}
    people = {row[0].id: row for row in db.execute(_people(forum.id))}
    found: list[Introduced] = []
    for line in lines:
        participant, status = sent.get(line.key, (uuid.UUID(line.key), None))
        row = people.get(participant) if participant else None
        status = (row[0].status if row else None) or status
        if status in _UNINVITED or (status is None and line.key in sent):
            continue
        guest = _named(forum, stage, *row) if row else _unnamed(forum, line)
        found.append(Introduced(guest, line.place, bool(line.rank.post or line.rank.group)))
    out = {
        str(people[participant][1].id)
        for participant, status in sent.values()
        if participant in people and (people[participant][0].status or status) in _UNINVITED | orders.NOT_COMING
    }
    return Invited(tuple(found), frozenset(out))


def _consular(forum_id: uuid.UUID) -> Select[uuid.UUID, uuid.UUID | None, InvitationStatus | None]:
    return select(ConsularGuest.id, ConsularGuest.participant_id, ConsularGuest.status).where(
        ConsularGuest.forum_id == forum_id
    )


def _people(forum_id: uuid.UUID) -> Select[Participant, Person]:
    """Participants who may be guests of honour, with their names."""
    sent = select(ConsularGuest.participant_id).where(ConsularGuest.forum_id == forum_id)
    honoured = (
        Participant.protocol_group.is_not(None)
        | (Participant.category == Category.GUEST)
        | Participant.id.in_(sent.where(ConsularGuest.participant_id.is_not(None)))
    )
    people = select(Participant, Person).join(Person, Person.id == Participant.person_id)
    return people.where(Participant.forum_id == forum_id, honoured)


def _named(forum: Forum, stage: Stage, participant: Participant, person: Person) -> OnStage:
    return OnStage(
        id=participant.id,
        role=Role.SPEAKER,
        home=forum.country,
        name=person.name,
        held=stage.posts.used(person.id, participant.post_id),
        country=person.country,
        category=participant.category,
        mode=participant.mode,
        person=str(person.id),
        honoured=participant.protocol_group,
        own=forum.words,
    )


def _unnamed(forum: Forum, line: Ranked) -> OnStage:
    """A guest whom a post has promised; a name that nobody has entered is not made up."""
    post = {tag: line.rank.post_name.best(tag) for tag in LANGUAGES}
    words = LocalizedText.of(localized("a representative of the {post}", post=post))
    return OnStage(
        id=uuid.UUID(line.key), role=Role.SPEAKER, home=forum.country, words=words, category=Category.CONSULAR
    )


def introduced(
    invited: Invited, on_stage: Sequence[OnStage], leading: Sequence[OnStage], *, ceremony: bool
) -> tuple[OnStage, ...]:
    """Who is introduced in one session, group by group; never who leads it, nor who takes part from elsewhere.

    Guests who don't come onto the stage are introduced at a ceremony only. Whoever the rule can't place stands behind
    the others of the group, in the order of the session.
    """
    here = [one for one in on_stage if one.person and one.mode in _IN_PERSON]
    elsewhere = {one.person for one in on_stage if one.person} - {one.person for one in here}
    turns = {one.person: turn for turn, one in reversed(list(enumerate(here)))}
    places: dict[str, tuple[OnStage, tuple[bool, int]]] = {}
    for one in here:
        if one.person not in invited.out and one.status not in _UNINVITED | orders.NOT_COMING:
            places.setdefault(one.person, (one, (True, turns[one.person])))
    for guest in invited.guests:
        one, turn = guest.guest, turns.get(guest.guest.person) if guest.guest.person else None
        if one.mode in _IN_PERSON and (turn is not None or (ceremony and one.person not in elsewhere)):
            behind = _LAST + guest.place if turn is None else turn
            known = places.get(one.person, (one,))[0] if one.person else one
            places[one.person or str(one.id)] = (
                replace(known, honoured=one.honoured),
                (
                    not guest.known,
                    guest.place if guest.known else behind,
                ),
            )
    hosts = {one.person for one in leading if one.person}
    rows = sorted(
        (row for row in places.values() if row[0].person not in hosts),
        key=lambda row: (_BUCKETS.index(row[0].group), row[1]),
    )
    return tuple(one for one, _place in rows)
