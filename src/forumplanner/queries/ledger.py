"""The ledger of members as the domain reckons with it: kept entries, and one for each institution that has none."""

import datetime as dt
import uuid
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import Standing
from forumplanner.domain.ledger import Entry
from forumplanner.records import Institution, LedgerEntry


def entries(db: Db) -> tuple[Entry, ...]:
    """All entries in two statements; an institution with a standing and no entry of its own counts as one admission.

    Such an entry has the institution's own key.
    """
    kept = db.execute(select(LedgerEntry).order_by(LedgerEntry.position, LedgerEntry.id)).scalars().all()
    return (*map(of_record, kept), *of_standings(db, {row.institution_id for row in kept}))


def of_record(row: LedgerEntry) -> Entry:
    """A kept entry."""
    return Entry(
        id=str(row.id),
        change=row.change,
        institution=str(row.institution_id) if row.institution_id else "",
        unnamed=row.unnamed,
        standing=row.standing,
        day=row.day,
        year=row.year,
        position=row.position,
    )


def of_standings(db: Db, known: Iterable[uuid.UUID | None]) -> tuple[Entry, ...]:
    """What the directory says of institutions that the ledger doesn't know."""
    here = set(known)
    rows = db.execute(
        select(Institution.id, Institution.standing, Institution.standing_since)
        .where(Institution.standing.is_not(None))
        .order_by(Institution.id)
    )
    return tuple(_implied(key, standing, since) for key, standing, since in rows if key not in here)


def _implied(key: uuid.UUID, standing: Standing | None, since: dt.date | None) -> Entry:
    return Entry(id=str(key), change=AllianceChange.ADMITTED, institution=str(key), standing=standing, day=since)


def key_of(entry: Entry) -> uuid.UUID:
    """The key of the institution that an entry is about."""
    return uuid.UUID(entry.institution)
