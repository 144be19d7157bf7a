"""Reads the register of agreements with its parties, in four statements however many there are."""

import uuid
from collections import Counter, defaultdict

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.queries import institutions, paper
from forumplanner.queries.columns import NAME
from forumplanner.queries.wordings import name_forms, pair
from forumplanner.records import Agreement, AgreementParty, Item, Person
from forumplanner.snapshots.agreements import AgreementLine, Agreements, PartyLine
from forumplanner.snapshots.wordings import NO_TEXT


def load(db: Db, *, forum_id: uuid.UUID) -> Agreements:
    """All agreements of the file, those of every forum, in the order of the register. Raises `paper.NoSuchForum`."""
    tags = paper.forum_of(db, forum_id).languages
    rows = db.execute(
        select(Agreement, Item.title)
        .outerjoin(Item, Item.id == Agreement.item_id)
        .order_by(Agreement.position, Agreement.id)
    ).all()
    numbers = Counter(row.number for row, _title in rows if row.number)
    parties = _parties(db, tags)
    return Agreements(
        tags,
        tuple(
            AgreementLine(
                id=str(row.id),
                kind=row.kind,
                number=row.number,
                title=pair(row.title, tags),
                signed_on=row.signed_on,
                parties=tuple(parties[row.id]),
                item_id=str(row.item_id) if row.item_id else "",
                item=pair(title, tags),
                act_id=str(row.act_id) if row.act_id else "",
                resolution=pair(row.resolution, tags),
                here=row.forum_id == forum_id,
                twin=numbers[row.number] > 1,
            )
            for row, title in rows
        ),
    )


def _parties(db: Db, tags: tuple[str, ...]) -> defaultdict[uuid.UUID, list[PartyLine]]:
    names = institutions.names(db, tags)
    rows = db.execute(
        select(AgreementParty, type_coerce(Person.name, NAME))
        .outerjoin(Person, Person.id == AgreementParty.person_id)
        .order_by(AgreementParty.position, AgreementParty.id)
    )
    found: defaultdict[uuid.UUID, list[PartyLine]] = defaultdict(list)
    for row, name in rows:
        found[row.agreement_id].append(
            PartyLine(
                id=str(row.id),
                institution_id=str(row.institution_id) if row.institution_id else "",
                institution=names.get(row.institution_id, NO_TEXT) if row.institution_id else NO_TEXT,
                person_id=str(row.person_id) if row.person_id else "",
                person=name_forms(name),
            )
        )
    return found
