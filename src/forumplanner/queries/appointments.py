"""Reads the register of appointments and honours, in three statements however many there are."""

import uuid

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.serials import faults_of
from forumplanner.queries import institutions, paper
from forumplanner.queries.columns import NAME
from forumplanner.queries.wordings import name_forms, pair
from forumplanner.records import Appointment, Item, Person
from forumplanner.snapshots.appointments import AppointmentLine, Appointments
from forumplanner.snapshots.wordings import NO_TEXT


def load(db: Db, *, forum_id: uuid.UUID) -> Appointments:
    """All entries of the file, those of every forum, in the order of the register. Raises `paper.NoSuchForum`."""
    tags = paper.forum_of(db, forum_id).languages
    names = institutions.names(db, tags)
    rows = db.execute(
        select(Appointment, type_coerce(Person.name, NAME), Item.title)
        .outerjoin(Person, Person.id == Appointment.person_id)
        .outerjoin(Item, Item.id == Appointment.item_id)
        .order_by(Appointment.position, Appointment.id)
    ).all()
    numbers = [row.number for row, _name, _title in rows]
    wrong = faults_of(numbers)
    lines = tuple(
        AppointmentLine(
            id=str(row.id),
            kind=row.kind,
            number=row.number,
            person_id=str(row.person_id) if row.person_id else "",
            person=name_forms(name),
            institution_id=str(row.institution_id) if row.institution_id else "",
            institution=names.get(row.institution_id, NO_TEXT) if row.institution_id else NO_TEXT,
            title=pair(row.title, tags),
            since=row.since,
            until=row.until,
            issued_on=row.issued_on,
            item_id=str(row.item_id) if row.item_id else "",
            item=pair(title, tags),
            act_id=str(row.act_id) if row.act_id else "",
            presenter=row.presenter,
            resolution=pair(row.resolution, tags),
            handed_over=row.handed_over,
            here=row.forum_id == forum_id,
            twin=row.number.strip() in wrong.twins,
        )
        for row, name, title in rows
    )
    return Appointments(tags, lines, wrong.gaps, wrong.twins, sum(not number.strip() for number in numbers))
