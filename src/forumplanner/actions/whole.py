"""Reading what a verb needs in one go: a session with all in it, the appearances to delete, the next place."""

import uuid
from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, selectinload
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import found
from forumplanner.domain.ids import PartId, SessionId
from forumplanner.records import Appearance, Part, Session


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


def appearances_of(db: Db, parts: Sequence[uuid.UUID], items: Sequence[uuid.UUID]) -> Sequence[Appearance]:
    """Who appears in any of these; the database cascades nothing, since the journal must see every change."""
    return (
        db.execute(select(Appearance).where(Appearance.part_id.in_(parts) | Appearance.item_id.in_(items)))
        .scalars()
        .all()
    )


def next_position(db: Db, position: InstrumentedAttribute[int], among: ColumnElement[bool]) -> int:
    """The place after the last one among those rows."""
    return int(db.execute(select(func.coalesce(func.max(position), -1)).where(among)).scalar_one()) + 1
