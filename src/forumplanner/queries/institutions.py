"""Reads institutions of the directory: one in full, all as choices, all by key."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session as Db
from sqlalchemy.orm import aliased

from forumplanner.domain.text import LocalizedText
from forumplanner.queries.wordings import pair
from forumplanner.records import Institution
from forumplanner.snapshots.organisers import InstitutionCard
from forumplanner.snapshots.wordings import Pair

Tags = tuple[str, ...]


def cards(db: Db, tags: Tags) -> dict[uuid.UUID, InstitutionCard]:
    """Every institution in full, by key; one statement."""
    above = aliased(Institution)
    rows = db.execute(
        select(Institution, above.name).outerjoin(above, above.id == Institution.parent_id).order_by(Institution.id)
    )
    return {row.id: card_of(row, parent, tags) for row, parent in rows}


def card(db: Db, *, institution_id: uuid.UUID, languages: Tags) -> InstitutionCard | None:
    """One institution in full; None where it is gone."""
    row = db.get(Institution, institution_id)
    if row is None:
        return None
    above = db.get(Institution, row.parent_id) if row.parent_id else None
    return card_of(row, above.name if above else None, languages)


def names(db: Db, tags: Tags) -> dict[uuid.UUID, Pair]:
    """The names of all institutions by key; one statement."""
    return {key: pair(name, tags) for key, name in db.execute(select(Institution.id, Institution.name))}


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
