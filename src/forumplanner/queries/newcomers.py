"""Whom a newcomer may turn out to be: people of the directory who bear the same name, in this forum or in another."""

import uuid
from collections.abc import Sequence

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.ids import ForumId
from forumplanner.domain.newcomers import Newcomer
from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.queries.columns import NAME
from forumplanner.queries.wordings import AnyRow, name_forms, pair
from forumplanner.records import Forum, Institution, Participant, Person, Post
from forumplanner.snapshots.newcomers import Namesake
from forumplanner.snapshots.wordings import NO_TEXT, Pair


def namesakes(db: Db, *, forum_id: ForumId, newcomer: Newcomer) -> tuple[Namesake, ...]:
    """Those of the same Chinese name, or of the same Latin words in any order; who takes part here stands first."""
    rows = db.execute(
        select(Person.id, Person.sort_pinyin, Person.sort_latin, type_coerce(Person.name, NAME).label("name"))
        .add_columns(Participant.id.label("here"))
        .outerjoin(Participant, (Participant.person_id == Person.id) & (Participant.forum_id == forum_id))
        .order_by(Participant.id.is_(None), Person.sort_latin, Person.id)
    )
    found = [row for row in rows if _same(row, newcomer)]
    languages = db.execute(select(Forum.languages).where(Forum.id == forum_id)).scalar_one_or_none() or ()
    places = _institutions(db, [row.id for row in found], languages)
    return tuple(
        Namesake(str(row.id), str(row.here or ""), name_forms(row.name), places.get(row.id, NO_TEXT)) for row in found
    )


def _same(row: AnyRow, newcomer: Newcomer) -> bool:
    if newcomer.name.zh and row.sort_pinyin == pinyin_key(newcomer.name.zh):
        return bool(row.name.zh == newcomer.name.zh)
    words = sorted(latin_key(newcomer.name.latin).split())
    return bool(words) and sorted(row.sort_latin.split()) == words


def _institutions(db: Db, people: Sequence[uuid.UUID], languages: tuple[str, ...]) -> dict[uuid.UUID, Pair]:
    """Where each holds the first post."""
    rows = db.execute(
        select(Post.person_id, Institution.name)
        .join(Institution, Institution.id == Post.institution_id)
        .where(Post.person_id.in_(people))
        .order_by(Post.position.desc(), Post.id.desc())
    )
    return {row.person_id: pair(row.name, languages) for row in rows}
