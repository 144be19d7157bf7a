"""Reads which forums a planner file holds and how much is in each; ten statements, however many there are."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.text import LocalizedText
from forumplanner.records import (
    Badge,
    ConsularGuest,
    Delegation,
    Forum,
    Item,
    Part,
    Participant,
    Release,
    Room,
    Session,
    Track,
)
from forumplanner.snapshots.forum_listing import ForumListing

AnyStatement = Select[Any, Any]

_COUNTED: Mapping[str, Any] = {
    "participants": Participant,
    "delegations": Delegation,
    "consular_guests": ConsularGuest,
    "rooms": Room,
    "tracks": Track,
    "sessions": Session,
    "badges": Badge,
    "releases": Release,
}


def load(db: Db) -> tuple[ForumListing, ...]:
    """All forums by their first day; those without one stand last."""
    forums = db.scalars(select(Forum)).all()
    counts = {name: _by_forum(db, _count_of(record)) for name, record in _COUNTED.items()}
    counts["items"] = _by_forum(db, _count_of_items())
    found = [
        _listing(forum, {name: by_forum.get(forum.id, 0) for name, by_forum in counts.items()}) for forum in forums
    ]
    return tuple(sorted(found, key=lambda forum: (forum.starts_on or dt.date.max, forum.slug)))


def _count_of(record: Any) -> AnyStatement:
    return select(record.forum_id, func.count()).group_by(record.forum_id)


def _count_of_items() -> AnyStatement:
    return (
        select(Session.forum_id, func.count())
        .select_from(Item)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .group_by(Session.forum_id)
    )


def _by_forum(db: Db, statement: AnyStatement) -> dict[uuid.UUID, int]:
    return {row[0]: row[1] for row in db.execute(statement)}


def _listing(forum: Forum, counts: dict[str, int]) -> ForumListing:
    return ForumListing(
        id=str(forum.id),
        slug=forum.slug,
        languages=forum.languages,
        titles=tuple(_texts(title) for title in forum.titles),
        short_title=_texts(forum.short_title),
        city=_texts(forum.city),
        starts_on=forum.starts_on,
        ends_on=forum.ends_on,
        counts=counts,
    )


def _texts(text: LocalizedText) -> dict[str, str]:
    return {tag: text.get(tag) for tag in text}
