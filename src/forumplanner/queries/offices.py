"""Reads the offices of the alliance with who holds them on a day; five statements."""

import datetime as dt
import uuid

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.guest_kinds import AllianceOffice
from forumplanner.domain.terms import Term, overlaps
from forumplanner.queries import institutions, paper
from forumplanner.queries.columns import NAME
from forumplanner.queries.wordings import name_forms, pair
from forumplanner.records import Item, OfficeTerm, Person
from forumplanner.snapshots.offices import OfficeLine, Offices
from forumplanner.snapshots.wordings import NO_TEXT


def load(db: Db, *, forum_id: uuid.UUID, on: dt.date) -> Offices:
    """All terms of office as they stand on `on`. Raises `paper.NoSuchForum`."""
    tags = paper.forum_of(db, forum_id).languages
    rows = db.execute(
        select(OfficeTerm, type_coerce(Person.name, NAME), Item.title)
        .outerjoin(Person, Person.id == OfficeTerm.person_id)
        .outerjoin(Item, Item.id == OfficeTerm.item_id)
    ).all()
    names = institutions.names(db, tags)
    clashes = overlaps(term_of(row) for row, _person, _title in rows)
    lines = [
        OfficeLine(
            id=str(row.id),
            office=row.office,
            state=term_of(row).state(on),
            institution_id=str(row.institution_id) if row.institution_id else "",
            institution=names.get(row.institution_id, NO_TEXT) if row.institution_id else NO_TEXT,
            person_id=str(row.person_id) if row.person_id else "",
            person=name_forms(name),
            since=row.since,
            until=row.until,
            item_id=str(row.item_id) if row.item_id else "",
            item=pair(title, tags),
            resolution=pair(row.resolution, tags),
            clashes=clashes.get(str(row.id), ()),
        )
        for row, name, title in rows
    ]
    order = list(AllianceOffice)
    newest = sorted(lines, key=lambda line: (line.since or dt.date.min, line.id), reverse=True)
    return Offices(tags, on, tuple(sorted(newest, key=lambda line: order.index(line.office))))


def held_on(db: Db, *, forum_id: uuid.UUID, day: dt.date) -> tuple[OfficeLine, ...]:
    """Who holds which office on a day, the highest first."""
    shown = load(db, forum_id=forum_id, on=day)
    return tuple(line for line in shown.lines if line.state.value == "held")


def term_of(row: OfficeTerm) -> Term:
    """A record as the domain reckons with it."""
    return Term(str(row.id), row.office, row.since, row.until)
