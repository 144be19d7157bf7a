"""Posts of two records of one person become the posts of one: the same post held twice is held once."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.text import LocalizedText
from forumplanner.records import Appearance, Participant, Post


def posts_go_over(db: Db, keep: uuid.UUID, drop: uuid.UUID) -> None:
    """Give `keep` the posts of `drop`, behind their own; whoever used a post that is there already uses that one."""
    staying = _posts(db, keep)
    last = max((post.position for post in staying), default=-1)
    for post in _posts(db, drop):
        same = next((one for one in staying if _is_same(one, post)), None)
        if same is None:
            last += 1
            post.person_id, post.position = keep, last
            continue
        same.title = _completed(same.title, post.title)
        same.since, same.until = same.since or post.since, same.until or post.until
        _use_instead(db, post.id, same.id)
        db.flush()
        db.delete(post)
    db.flush()


def _posts(db: Db, person_id: uuid.UUID) -> list[Post]:
    held = select(Post).where(Post.person_id == person_id).order_by(Post.position, Post.id)
    return list(db.scalars(held))


def _is_same(one: Post, other: Post) -> bool:
    if one.institution_id != other.institution_id:
        return False
    ours, theirs = _texts(one.title), _texts(other.title)
    return not ours or not theirs or bool(ours & theirs)


def _texts(text: LocalizedText) -> set[str]:
    return {text.get(tag).casefold() for tag in text}


def _completed(title: LocalizedText, other: LocalizedText) -> LocalizedText:
    for tag in other:
        if not title.get(tag):
            title = title.edited(tag, other.get(tag))
    return title


def _use_instead(db: Db, old: uuid.UUID, new: uuid.UUID) -> None:
    for participant in db.scalars(select(Participant).where(Participant.post_id == old)):
        participant.post_id = new
    for appearance in db.scalars(select(Appearance).where(Appearance.post_id == old)):
        appearance.post_id = new
