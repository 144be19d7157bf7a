"""Somebody who was not on the list: directory, post and forum in the step of the verb that needs them."""

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.institutions import institution_called
from forumplanner.actions.whole import next_position
from forumplanner.domain.ids import ForumId, ParticipantId, PersonId, new_id
from forumplanner.domain.kinds import Category
from forumplanner.domain.newcomers import Newcomer, language_of
from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.records import Participant, Person, Post


def enter_newcomer(db: Db, *, forum_id: ForumId, newcomer: Newcomer, category: Category) -> ParticipantId:
    """A new person of the directory and of the forum; an institution of that name is used, else made."""
    person_id, name = PersonId(new_id()), newcomer.name
    keys = {"sort_pinyin": pinyin_key(name.zh), "sort_latin": latin_key(name.latin)}
    db.add(Person(id=person_id, name=name, **keys))
    post = _post(db, person_id, newcomer)
    return _participant(db, forum_id, person_id, category, post)


def enter_known(db: Db, *, forum_id: ForumId, person_id: PersonId, category: Category) -> ParticipantId:
    """Somebody of the directory joins the forum; who takes part already stays what they are."""
    here = select(Participant).where(Participant.forum_id == forum_id, Participant.person_id == person_id)
    known = db.execute(here).scalar_one_or_none()
    return ParticipantId(known.id) if known else _participant(db, forum_id, person_id, category, None)


def _participant(
    db: Db, forum_id: ForumId, person_id: PersonId, category: Category, post: Post | None
) -> ParticipantId:
    made = ParticipantId(new_id())
    position = next_position(db, Participant.position, Participant.forum_id == forum_id)
    db.add(
        Participant(
            id=made,
            forum_id=forum_id,
            person_id=person_id,
            category=category,
            post_id=post.id if post else None,
            position=position,
        )
    )
    return made


def _post(db: Db, person_id: PersonId, newcomer: Newcomer) -> Post | None:
    if not newcomer.institution and not newcomer.title:
        return None
    place = institution_called(db, newcomer.institution) if newcomer.institution else None
    title = LocalizedText.of({language_of(newcomer.title): newcomer.title}) if newcomer.title else EMPTY
    post = Post(id=new_id(), person_id=person_id, institution_id=place.id if place else None, title=title)
    db.add(post)
    return post
