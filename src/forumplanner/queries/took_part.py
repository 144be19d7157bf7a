"""Reads the forums that somebody took part in, with what they did there: two statements, whatever their number."""

import uuid
from collections import defaultdict

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from forumplanner.domain.countries import country_name
from forumplanner.domain.ids import PersonId
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.i18n import nearest
from forumplanner.records import (
    Appearance,
    Delegation,
    Forum,
    Institution,
    Item,
    Part,
    Participant,
    Post,
    Session,
)
from forumplanner.snapshots.took_part import TookPart, TookPartItem


def load(db: Db, *, person_id: PersonId, tag: str) -> tuple[TookPart, ...]:
    """Every forum of a person, the latest first, those without a date before them; texts in the language of `tag`."""
    items = _items(db, person_id, tag)
    wanted = (
        select(Participant, Forum, Delegation, Post.title, Institution.name)
        .join(Forum, Forum.id == Participant.forum_id)
        .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
        .outerjoin(Post, Post.id == Participant.post_id)
        .outerjoin(Institution, Institution.id == Post.institution_id)
        .where(Participant.person_id == person_id)
        .order_by(Forum.starts_on.is_not(None), Forum.starts_on.desc(), Forum.id)
    )
    return tuple(
        TookPart(
            forum_id=str(forum.id),
            participant_id=str(participant.id),
            title=(forum.short_title or next(iter(forum.titles), EMPTY)).best(tag),
            starts_on=forum.starts_on,
            category=participant.category,
            status=participant.status,
            mode=participant.mode,
            post=_post(title or EMPTY, institution or EMPTY, tag),
            delegation=_delegation(delegation, tag, forum),
            role_in_delegation=participant.role_in_delegation,
            items=tuple(items[participant.id]),
        )
        for participant, forum, delegation, title, institution in db.execute(wanted)
    )


def _post(title: LocalizedText, institution: LocalizedText, tag: str) -> str:
    if nearest(tag) == "zh-Hans":
        return institution.best(tag) + title.best(tag)
    return ", ".join(filter(None, (title.best(tag), institution.best(tag))))


def _delegation(delegation: Delegation | None, tag: str, forum: Forum) -> str:
    if delegation is None:
        return ""
    named = country_name(delegation.country, tag, forum.words) if delegation.country else delegation.code
    return delegation.name.best(tag) or named


def _items(db: Db, person_id: PersonId, tag: str) -> defaultdict[uuid.UUID, list[TookPartItem]]:
    """What the person does in items and whole parts, by participant, in the order of the programme."""
    of_item = aliased(Part)
    wanted = (
        select(Appearance, Participant.id, Item.title, Session)
        .join(Participant, Participant.id == Appearance.participant_id)
        .outerjoin(Item, Item.id == Appearance.item_id)
        .outerjoin(of_item, of_item.id == Item.part_id)
        .outerjoin(Part, Part.id == Appearance.part_id)
        .join(Session, Session.id == func.coalesce(of_item.session_id, Part.session_id))
        .where(Participant.person_id == person_id)
        .order_by(Session.day, Session.starts_at, Session.position, of_item.position, Item.position, Appearance.id)
    )
    found: defaultdict[uuid.UUID, list[TookPartItem]] = defaultdict(list)
    for seen, participant, title, session in db.execute(wanted):
        whole = session.title.best(tag)
        shown = (title or EMPTY).best(tag) or whole
        found[participant].append(TookPartItem(shown, whole, session.day, seen.role, seen.provisional))
    return found
