"""People of the file who are not in a forum, as its list shows them in grey; four statements for any number."""

from typing import Any

from sqlalchemy import exists, literal, null, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.ids import ForumId
from forumplanner.domain.kinds import Category
from forumplanner.queries.columns import KEY, NAME, RAW_KEY, TEXTS
from forumplanner.queries.people import institution_names, languages_of, line_of, lines_of
from forumplanner.records import Participant, Person, Post
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.people import PersonLine


def elsewhere(db: Db, *, forum_id: ForumId) -> tuple[PersonLine, ...]:
    """Everybody else by Latin name, each with their first post; `participant_id` holds the person's key."""
    languages = languages_of(db, forum_id)
    institutions = institution_names(db, languages)
    absent = ~exists().where(Participant.person_id == Person.id, Participant.forum_id == forum_id)
    posts = _first_posts(db, forum_id, languages)
    rows = db.execute(
        select(
            type_coerce(Person.id, KEY).label("id"),
            type_coerce(Person.id, KEY).label("person_id"),
            literal(Category.DELEGATE, Participant.category.type).label("category"),
            null().label("mode"),
            null().label("status"),
            Person.country,
            Person.phone,
            Person.sort_pinyin,
            Person.sort_latin,
            type_coerce(Person.name, NAME).label("name"),
        )
        .where(absent)
        .order_by(Person.sort_latin, Person.sort_pinyin, Person.id)
    )
    nothing: tuple[Lines, Any] = (("",) * len(languages), None)
    found = []
    for row in rows:
        title, key = posts.get(row.person_id, nothing)
        institution, keys = institutions.get(key, (nothing[0], ""))
        found.append(line_of(row, languages, title, institution, keys, here=False))
    return tuple(found)


def _first_posts(db: Db, forum_id: ForumId, languages: tuple[str, ...]) -> dict[str, tuple[Lines, Any]]:
    """Title and institution of everybody's first post."""
    here = select(Participant.person_id).where(Participant.forum_id == forum_id)
    rows = db.execute(
        select(type_coerce(Post.person_id, KEY).label("person_id"), type_coerce(Post.title, TEXTS).label("title"))
        .add_columns(type_coerce(Post.institution_id, RAW_KEY).label("institution_id"))
        .where(Post.person_id.not_in(here))
        .order_by(Post.position.desc(), Post.id.desc())
    )
    return {row.person_id: (lines_of(row.title, languages), row.institution_id) for row in rows}
