"""Reading what a verb needs in one go: a session with all in it, what to delete with it, the next place."""

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, selectinload
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import found
from forumplanner.domain.ids import PartId, SessionId
from forumplanner.records import Act, Agreement, Appearance, Appointment, Cue, LedgerEntry, OfficeTerm, Part, Session


def whole_session(db: Db, session_id: SessionId) -> Session:
    """A session with its rooms, parts and items, in four statements."""
    found(db, Session, session_id)
    inside = selectinload(Session.parts).selectinload(Part.items)
    query = select(Session).where(Session.id == session_id).options(inside, selectinload(Session.rooms))
    return db.execute(query).scalar_one()


def whole_part(db: Db, part_id: PartId) -> Part:
    """A part with its items and its session."""
    found(db, Part, part_id)
    query = select(Part).where(Part.id == part_id).options(selectinload(Part.items), selectinload(Part.session))
    return db.execute(query).scalar_one()


def contents_of(db: Db, parts: Sequence[uuid.UUID], items: Sequence[uuid.UUID]) -> list[Appearance | Act | Cue]:
    """Who appears in any of these, acts and cues; the database cascades nothing, the journal must see every change.

    The alliance's registers keep what was signed and handed over there; they only let go of the ceremony.
    """
    _let_go_of_items(db, items)
    appearances = select(Appearance).where(Appearance.part_id.in_(parts) | Appearance.item_id.in_(items))
    acts, cues = select(Act).where(Act.item_id.in_(items)), select(Cue).where(Cue.item_id.in_(items))
    return [*db.execute(appearances).scalars(), *db.execute(acts).scalars(), *db.execute(cues).scalars()]


def next_position(db: Db, position: InstrumentedAttribute[int], among: ColumnElement[bool]) -> int:
    """The place after the last one among those rows."""
    return int(db.execute(select(func.coalesce(func.max(position), -1)).where(among)).scalar_one()) + 1


def let_go_of_acts(db: Db, acts: Sequence[uuid.UUID]) -> None:
    """Registers keep what came of these acts and let go of the acts."""
    signed = db.execute(select(Agreement).where(Agreement.act_id.in_(acts))).scalars()
    given = db.execute(select(Appointment).where(Appointment.act_id.in_(acts))).scalars()
    for row in (*signed, *given):
        row.act_id = None


def _let_go_of_items(db: Db, items: Sequence[uuid.UUID]) -> None:
    let_go_of_acts(db, list(db.execute(select(Act.id).where(Act.item_id.in_(items))).scalars()))
    signed = db.execute(select(Agreement).where(Agreement.item_id.in_(items))).scalars()
    given = db.execute(select(Appointment).where(Appointment.item_id.in_(items))).scalars()
    entries = db.execute(select(LedgerEntry).where(LedgerEntry.item_id.in_(items))).scalars()
    terms = db.execute(select(OfficeTerm).where(OfficeTerm.item_id.in_(items))).scalars()
    for row in (*signed, *given, *entries, *terms):
        row.item_id = None
    db.flush()
