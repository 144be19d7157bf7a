"""Reads what fields of the alliance's registers offer, in five statements."""

import uuid
from typing import Final

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import ItemKind
from forumplanner.domain.sorting import latin_key
from forumplanner.queries import institutions, paper
from forumplanner.queries.agenda import day_of
from forumplanner.queries.columns import NAME
from forumplanner.queries.wordings import name_forms, pair
from forumplanner.records import Institution, Item, Part, Person, Post, Session
from forumplanner.snapshots.register_choices import CeremonyChoice, InstitutionChoice, PersonChoice, RegisterChoices
from forumplanner.snapshots.wordings import NO_TEXT

CEREMONIES: Final = (
    ItemKind.SIGNING,
    ItemKind.UNVEILING,
    ItemKind.PLAQUE,
    ItemKind.AWARD,
    ItemKind.APPOINTMENT,
    ItemKind.CONFERMENT,
    ItemKind.ADMISSION,
    ItemKind.ADOPTION,
    ItemKind.VOTE,
    ItemKind.DECLARATION,
)


def load(db: Db, *, forum_id: uuid.UUID) -> RegisterChoices:
    """Institutions and people by Latin name, ceremonies by time. Raises `paper.NoSuchForum`."""
    tags = paper.forum_of(db, forum_id).languages
    places = [
        InstitutionChoice(str(key), pair(name, tags), pair(short, tags), country)
        for key, name, short, country in db.execute(
            select(Institution.id, Institution.name, Institution.short_name, Institution.country)
        )
    ]
    return RegisterChoices(
        languages=tags,
        institutions=tuple(sorted(places, key=lambda one: (latin_key(one.name.best(-1)), one.id))),
        people=_people(db, tags),
        ceremonies=_ceremonies(db, forum_id, tags),
    )


def _people(db: Db, tags: tuple[str, ...]) -> tuple[PersonChoice, ...]:
    names = institutions.names(db, tags)
    first: dict[uuid.UUID, uuid.UUID | None] = {}
    for person_id, institution_id in db.execute(
        select(Post.person_id, Post.institution_id).order_by(Post.position, Post.id)
    ):
        first.setdefault(person_id, institution_id)
    rows = db.execute(select(Person.id, type_coerce(Person.name, NAME)).order_by(Person.sort_latin, Person.id))
    return tuple(
        PersonChoice(str(key), name_forms(name), names.get(place, NO_TEXT) if (place := first.get(key)) else NO_TEXT)
        for key, name in rows
    )


def _ceremonies(db: Db, forum_id: uuid.UUID, tags: tuple[str, ...]) -> tuple[CeremonyChoice, ...]:
    rows = db.execute(
        select(Item, Session)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id, Item.kind.in_(CEREMONIES))
        .order_by(Session.starts_at, Session.position, Part.position, Item.position, Item.id)
    )
    return tuple(CeremonyChoice(str(item.id), pair(item.title, tags), day_of(session)) for item, session in rows)
