"""A forum's facts for its numbers: who is on the list, delegations and posts, what programme and registers hold."""

import json
import uuid
from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.counting import is_academician
from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Mode, Role
from forumplanner.domain.statistics import Attendee, Envoy, Facts, Party
from forumplanner.domain.text import EMPTY
from forumplanner.queries import outcomes
from forumplanner.queries.columns import KEY
from forumplanner.queries.wordings import AnyRow, pair
from forumplanner.records import (
    Appearance,
    ConsularGuest,
    ConsularPost,
    Delegation,
    Forum,
    Institution,
    Participant,
    Person,
    Post,
)
from forumplanner.snapshots.statistics import ForumNumbers

_SPEAKING = frozenset({Role.SPEAKER, Role.PANELIST, Role.DISCUSSANT})


def load(db: Db, *, forum_id: ForumId) -> ForumNumbers | None:
    """All facts of a forum in fourteen statements, whatever their number; None where the forum is gone."""
    forum = db.get(Forum, forum_id)
    if forum is None:
        return None
    return ForumNumbers(
        forum_id=str(forum_id),
        languages=forum.languages,
        title=pair(forum.short_title or next(iter(forum.titles), EMPTY), forum.languages),
        starts_on=forum.starts_on,
        ends_on=forum.ends_on,
        facts=facts(db, forum),
    )


def facts(db: Db, forum: Forum) -> Facts:
    """What is known of that forum."""
    return Facts(
        host=forum.country,
        attendees=attendees(db, forum.id),
        parties=_parties(db, forum.id),
        envoys=_envoys(db, forum.id),
        houses=_houses(db),
        fixed=outcomes.fixed(db, forum.id),
        reported=tuple((forum.reported or {}).items()),
        words=forum.words or {},
    )


@dataclass(slots=True)
class _Posts:
    """Institution by post, institutions by person, and who is an academician by a title of any post."""

    held: dict[str, str] = field(default_factory=dict)
    of_person: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    academicians: set[str] = field(default_factory=set)

    def used(self, person: str, post: str) -> tuple[str, ...]:
        """The institution of the post used here; of all posts where none was chosen."""
        if post in self.held:
            return (self.held[post],) if self.held[post] else ()
        return tuple(dict.fromkeys(self.of_person.get(person, ())))


def attendees(db: Db, forum_id: uuid.UUID) -> tuple[Attendee, ...]:
    """Everybody on the list, each with all ways of taking part and the institutions they stand for."""
    posts, ways, speaking = _posts(db, forum_id), *_appearing(db, forum_id)
    sent = _sending_states(db, forum_id)
    rows = db.execute(
        select(
            type_coerce(Participant.id, KEY).label("id"),
            type_coerce(Participant.person_id, String).label("person_id"),
            type_coerce(Participant.post_id, String).label("post_id"),
            type_coerce(Participant.delegation_id, KEY).label("delegation_id"),
            Participant.category,
            Participant.status,
            Participant.mode,
            Person.country,
        )
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Person.sort_latin, Person.sort_pinyin, Participant.id)
    )
    return tuple(_attendee(row, posts, ways, speaking, sent) for row in rows)


def _attendee(
    row: AnyRow, posts: _Posts, ways: dict[str, set[Mode]], speaking: set[str], sent: dict[str, str]
) -> Attendee:
    return Attendee(
        id=row.id,
        person=row.person_id,
        category=row.category,
        status=row.status,
        ways=frozenset((*ways.get(row.id, ()), *((row.mode,) if row.mode else ()))),
        country=row.country or sent.get(row.id, ""),
        institutions=posts.used(row.person_id, row.post_id),
        delegation=row.delegation_id,
        academician=row.person_id in posts.academicians,
        speaks=row.id in speaking,
    )


def _posts(db: Db, forum_id: uuid.UUID) -> _Posts:
    rows = db.execute(
        select(
            type_coerce(Post.id, String).label("id"),
            type_coerce(Post.person_id, String).label("person_id"),
            type_coerce(Post.institution_id, KEY).label("institution_id"),
            type_coerce(Post.title, String).label("title"),
        )
        .join(Participant, Participant.person_id == Post.person_id)
        .where(Participant.forum_id == forum_id)
        .order_by(Post.position, Post.id)
    )
    found = _Posts()
    for row in rows:
        found.held[row.id] = row.institution_id
        if row.institution_id:
            found.of_person[row.person_id].append(row.institution_id)
        if is_academician(_readable(row.title)):
            found.academicians.add(row.person_id)
    return found


def _readable(title: object) -> str:
    """A title as its column holds it, in all languages at once; only what is escaped has to be read."""
    text = str(title)
    return str(json.loads(text)) if "\\u" in text else text


def _appearing(db: Db, forum_id: uuid.UUID) -> tuple[dict[str, set[Mode]], set[str]]:
    """The ways in which each participant appears, and who speaks."""
    rows = db.execute(
        select(type_coerce(Appearance.participant_id, KEY).label("id"), Appearance.mode, Appearance.role)
        .join(Participant, Participant.id == Appearance.participant_id)
        .where(Participant.forum_id == forum_id)
    )
    ways: defaultdict[str, set[Mode]] = defaultdict(set)
    speaking = set()
    for row in rows:
        if row.mode:
            ways[row.id].add(row.mode)
        if row.role in _SPEAKING:
            speaking.add(row.id)
    return ways, speaking


def _sending_states(db: Db, forum_id: uuid.UUID) -> dict[str, str]:
    """The state that sent each consular guest whose person is known; it counts where the person has no country."""
    rows = db.execute(
        select(type_coerce(ConsularGuest.participant_id, KEY).label("id"), ConsularPost.country)
        .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .where(ConsularGuest.forum_id == forum_id, ConsularGuest.participant_id.is_not(None))
    )
    return {row.id: row.country for row in rows}


def _parties(db: Db, forum_id: uuid.UUID) -> tuple[Party, ...]:
    rows = db.execute(
        select(
            type_coerce(Delegation.id, KEY).label("id"),
            Delegation.country,
            type_coerce(Delegation.institution_id, KEY).label("institution_id"),
            Delegation.unnamed,
            Delegation.confirmed_on,
        )
        .where(Delegation.forum_id == forum_id)
        .order_by(Delegation.position, Delegation.id)
    )
    return tuple(
        Party(row.id, row.country, row.institution_id, row.unnamed, confirmed=row.confirmed_on is not None)
        for row in rows
    )


def _envoys(db: Db, forum_id: uuid.UUID) -> tuple[Envoy, ...]:
    rows = db.execute(
        select(
            type_coerce(ConsularGuest.id, KEY).label("id"),
            ConsularPost.country,
            ConsularGuest.status,
            ConsularGuest.companions,
        )
        .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .where(ConsularGuest.forum_id == forum_id, ConsularGuest.participant_id.is_(None))
        .order_by(ConsularGuest.position, ConsularGuest.id)
    )
    return tuple(Envoy(row.id, row.country, row.status, row.companions) for row in rows)


def _houses(db: Db) -> dict[str, str]:
    rows = db.execute(select(type_coerce(Institution.id, KEY).label("id"), Institution.country))
    return {row.id: row.country for row in rows}
