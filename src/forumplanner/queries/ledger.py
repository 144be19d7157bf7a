"""The ledger of members as the domain reckons with it: kept entries, and one for each institution that has none."""

import datetime as dt
import uuid
from collections.abc import Container, Mapping

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.guest_kinds import AllianceChange
from forumplanner.domain.kinds import Standing
from forumplanner.domain.ledger import Entry
from forumplanner.queries.columns import KEY
from forumplanner.records import Institution, LedgerEntry

Standings = Mapping[str, tuple[Standing, dt.date | None]]


def entries(db: Db) -> tuple[Entry, ...]:
    """All entries in two statements; an institution with a standing and no entry of its own counts as one admission.

    Such an entry has the institution's own key.
    """
    kept = db.execute(select(LedgerEntry).order_by(LedgerEntry.position, LedgerEntry.id)).scalars().all()
    known = {str(row.institution_id) for row in kept if row.institution_id}
    return (*map(of_record, kept), *of_standings(standings(db), known))


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


def standings(db: Db) -> Standings:
    """What the directory says of every institution that has a standing, by key as text."""
    rows = db.execute(
        select(type_coerce(Institution.id, KEY), Institution.standing, Institution.standing_since)
        .where(Institution.standing.is_not(None))
        .order_by(Institution.id)
    )
    return {key: (standing, since) for key, standing, since in rows if standing is not None}


def of_standings(told: Standings, known: Container[str]) -> tuple[Entry, ...]:
    """One admission for each institution of the directory that the ledger doesn't know; it has its key."""
    return tuple(
        Entry(id=key, change=AllianceChange.ADMITTED, institution=key, standing=standing, day=since)
        for key, (standing, since) in told.items()
        if key not in known
    )


def key_of(entry: Entry) -> uuid.UUID:
    """The key of the institution that an entry is about."""
    return uuid.UUID(entry.institution)
