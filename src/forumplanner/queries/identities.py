"""Reads what calendars out there know sessions by: each UID's newest revision, whose it is, and which was born last."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import StepKind
from forumplanner.queries.columns import KEY
from forumplanner.queries.wordings import AnyRow
from forumplanner.records import CalendarIdentity, JournalRow, JournalStep, Participant

Whose = tuple[str, str]
"""Session and participant; "" for the forum's own programme."""


class Identity(NamedTuple):
    """What a session is known by in one calendar since it last left the house; `fingerprint`: of what it said then."""

    uid: str
    sequence: int
    stamped_at: dt.datetime
    created_at: dt.datetime
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Identities:
    """`newest`: what each session has in each calendar now. `by_uid`: the highest revision that each UID ever had.

    A UID that came over by a merge that was undone since stays with the participant it was made for.
    """

    newest: dict[Whose, Identity]
    by_uid: dict[str, Identity]


def load(db: Db, *, forum_id: uuid.UUID) -> Identities:
    """All identities of a forum; one statement, two more where records were merged; columns only."""
    rows = db.execute(
        select(
            type_coerce(CalendarIdentity.session_id, KEY),
            type_coerce(CalendarIdentity.participant_id, KEY),
            CalendarIdentity.uid,
            CalendarIdentity.sequence,
            CalendarIdentity.stamped_at,
            CalendarIdentity.created_at,
            CalendarIdentity.fingerprint,
        )
        .where(CalendarIdentity.forum_id == forum_id)
        .order_by(CalendarIdentity.sequence, CalendarIdentity.stamped_at, CalendarIdentity.id)
    ).all()
    made_for: dict[str, str] = {}
    for row in rows:
        made_for.setdefault(row.uid, row[1])
    copied = {made_for[row.uid] for row in rows if made_for[row.uid] != row[1]}
    merged = _merged(db, forum_id, copied) if copied else frozenset()
    by_uid: dict[str, Identity] = {}
    newest: dict[Whose, Identity] = {}
    for row in rows:
        session, participant = row[0], row[1]
        made = Identity(row.uid, row.sequence, row.stamped_at, row.created_at, row.fingerprint)
        by_uid[made.uid] = made
        if made_for[made.uid] not in merged | {participant}:
            continue
        known = newest.get((session, participant))
        # The clock may have been put back since: what counts is which UID was born last, and then its revision.
        if known is None or known.uid == made.uid or known.created_at <= made.created_at:
            newest[session, participant] = made
    return Identities(newest, by_uid)


def heirs(db: Db, *, forum_id: uuid.UUID) -> dict[str, str]:
    """By UID: the participant in whose calendar it now stands, where the one it was made for is no more."""
    here = select(Participant.id).where(Participant.forum_id == forum_id)
    identity = (
        select(
            CalendarIdentity.uid,
            CalendarIdentity.participant_id,
            CalendarIdentity.participant_id.in_(here).label("here"),
        )
        .where(CalendarIdentity.forum_id == forum_id, CalendarIdentity.participant_id.is_not(None))
        .order_by(CalendarIdentity.sequence, CalendarIdentity.stamped_at, CalendarIdentity.id)
    )
    gone = identity.where(CalendarIdentity.participant_id.not_in(here)).order_by(None).subquery()
    owners: defaultdict[str, list[AnyRow]] = defaultdict(list)
    for row in db.execute(identity.where(CalendarIdentity.uid.in_(select(gone.c.uid)))):
        owners[row.uid].append(row)
    merged = _merged(db, forum_id, {str(rows[0].participant_id) for rows in owners.values()}) if owners else frozenset()
    found = {uid: next((row for row in rows if row.here), None) for uid, rows in owners.items()}
    return {
        uid: str(row.participant_id)
        for uid, row in found.items()
        if row is not None and str(owners[uid][0].participant_id) in merged
    }


def _merged(db: Db, forum_id: uuid.UUID, participants: Iterable[str]) -> frozenset[str]:
    """Those of these who are no more since another took them in, and were not simply taken off the list."""
    here = {str(key) for key in db.scalars(select(Participant.id).where(Participant.forum_id == forum_id))}
    gone = sorted(set(participants) - here)
    rows = db.execute(
        select(JournalRow.row_key, JournalStep.kind)
        .join(JournalStep, JournalStep.id == JournalRow.step_id)
        .where(
            JournalRow.table_name == Participant.__tablename__, JournalRow.after.is_(None), JournalRow.row_key.in_(gone)
        )
        .order_by(JournalRow.id)
    )
    last = {row.row_key: row.kind for row in rows}
    return frozenset(key for key in gone if last.get(key) == StepKind.MERGE_PEOPLE)


def births(db: Db, *, uids: Iterable[str]) -> dict[str, dt.datetime]:
    """When each of these UIDs was made, as the clock then stood; later ones never stand before earlier ones."""
    found: dict[str, dt.datetime] = {}
    for some in _in_portions(sorted(uids)):
        rows = db.execute(
            select(CalendarIdentity.uid, CalendarIdentity.created_at).where(CalendarIdentity.uid.in_(some))
        )
        for row in rows:
            found[row.uid] = min(found.get(row.uid, row.created_at), row.created_at)
    return found


def _in_portions(keys: list[str]) -> Iterator[list[str]]:
    """SQLite takes only so many values in one statement."""
    for start in range(0, len(keys), 400):
        yield keys[start : start + 400]
