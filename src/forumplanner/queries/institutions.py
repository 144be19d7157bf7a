"""Reads institutions of the directory: one in full, all as choices, all by key."""

import uuid
from collections.abc import Mapping

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from forumplanner.domain.text import LocalizedText
from forumplanner.queries.columns import KEY, TEXTS
from forumplanner.queries.wordings import pair
from forumplanner.records import Institution
from forumplanner.snapshots.organisers import InstitutionCard
from forumplanner.snapshots.wordings import NO_TEXT, Pair

Tags = tuple[str, ...]


def cards(db: Db, tags: Tags) -> dict[str, InstitutionCard]:
    """Every institution in full, by key as text; one statement, plain columns since there can be hundreds."""
    above = aliased(Institution)
    rows = db.execute(
        select(
            type_coerce(Institution.id, KEY),
            type_coerce(Institution.name, TEXTS),
            type_coerce(Institution.short_name, TEXTS),
            Institution.country,
            type_coerce(Institution.city, TEXTS),
            Institution.kind,
            type_coerce(Institution.parent_id, KEY),
            type_coerce(above.name, TEXTS).label("above"),
            Institution.logo,
        )
        .outerjoin(above, above.id == Institution.parent_id)
        .order_by(Institution.id)
    )
    return {
        key: InstitutionCard(
            key,
            plain_pair(name, tags),
            plain_pair(short, tags),
            country,
            plain_pair(city, tags),
            kind,
            parent,
            plain_pair(parents, tags),
            logo,
        )
        for key, name, short, country, city, kind, parent, parents, logo in rows
    }


def card(db: Db, *, institution_id: uuid.UUID, languages: Tags) -> InstitutionCard | None:
    """One institution in full; None where it is gone."""
    row = db.get(Institution, institution_id)
    if row is None:
        return None
    above = db.get(Institution, row.parent_id) if row.parent_id else None
    return card_of(row, above.name if above else None, languages)


def names(db: Db, tags: Tags) -> dict[uuid.UUID, Pair]:
    """The names of all institutions by key; one statement."""
    rows = db.execute(select(Institution.id, type_coerce(Institution.name, TEXTS)))
    return {key: plain_pair(name, tags) for key, name in rows}


def plain_pair(texts: Mapping[str, tuple[str, int]] | None, tags: Tags) -> Pair:
    """A localized column read as `columns.TEXTS`: one text per language, with the sides that need review."""
    if not texts:
        return NO_TEXT
    newest = max(revision for _text, revision in texts.values())
    found = [texts.get(tag, ("", newest)) for tag in tags]
    return Pair(tuple(text for text, _revision in found), tuple(revision < newest for _text, revision in found))


def card_of(row: Institution, parent: LocalizedText | None, tags: Tags) -> InstitutionCard:
    """A record as pages show it."""
    return InstitutionCard(
        id=str(row.id),
        name=pair(row.name, tags),
        short_name=pair(row.short_name, tags),
        country=row.country,
        city=pair(row.city, tags),
        kind=row.kind,
        parent_id=str(row.parent_id) if row.parent_id else "",
        parent=pair(parent, tags),
        logo=row.logo,
    )
