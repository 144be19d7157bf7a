"""Reads what a plan has to respect and what was decided about findings: seven statements for any forum."""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.records import (
    Acknowledgement,
    CheckSetting,
    Institution,
    Organiser,
    Release,
    Room,
    RoomClosure,
    SpecialDay,
    Walk,
)
from forumplanner.snapshots.checks import (
    Acknowledged,
    CheckedClosure,
    CheckedDay,
    CheckedOrganiser,
    CheckedRelease,
    CheckedWalk,
    CheckSeverity,
)


@dataclass(frozen=True, slots=True)
class Decided:
    """Walks, own days, organisers, issues, severities and accepted findings of one forum."""

    walks: tuple[CheckedWalk, ...]
    days: tuple[CheckedDay, ...]
    organisers: tuple[CheckedOrganiser, ...]
    releases: tuple[CheckedRelease, ...]
    severities: tuple[CheckSeverity, ...]
    acknowledged: tuple[Acknowledged, ...]


def load(db: Db, forum_id: uuid.UUID) -> Decided:
    """What the secretariat of a forum decided, in six statements."""
    return Decided(
        walks=walks(db, forum_id),
        days=_days(db, forum_id),
        organisers=_organisers(db, forum_id),
        releases=_releases(db, forum_id),
        severities=severities(db, forum_id),
        acknowledged=_acknowledged(db, forum_id),
    )


def closures(db: Db, forum_id: uuid.UUID) -> defaultdict[uuid.UUID, list[CheckedClosure]]:
    """When each room is closed, by room."""
    rows = db.execute(
        select(RoomClosure.room_id, RoomClosure.starts_at, RoomClosure.ends_at, RoomClosure.reason)
        .join(Room, Room.id == RoomClosure.room_id)
        .where(Room.forum_id == forum_id)
        .order_by(RoomClosure.starts_at, RoomClosure.id)
    )
    found: defaultdict[uuid.UUID, list[CheckedClosure]] = defaultdict(list)
    for row in rows:
        found[row.room_id].append(CheckedClosure(row.starts_at, row.ends_at, row.reason))
    return found


def walks(db: Db, forum_id: uuid.UUID) -> tuple[CheckedWalk, ...]:
    """Minutes on foot between buildings."""
    query = select(Walk.building, Walk.other, Walk.minutes).where(Walk.forum_id == forum_id)
    rows = db.execute(query.order_by(Walk.building, Walk.other, Walk.id))
    return tuple(CheckedWalk(row.building, row.other, row.minutes) for row in rows)


def _days(db: Db, forum_id: uuid.UUID) -> tuple[CheckedDay, ...]:
    query = select(SpecialDay.day, SpecialDay.name, SpecialDay.country).where(SpecialDay.forum_id == forum_id)
    rows = db.execute(query.order_by(SpecialDay.day, SpecialDay.id))
    return tuple(CheckedDay(row.day, row.name, row.country) for row in rows)


def _organisers(db: Db, forum_id: uuid.UUID) -> tuple[CheckedOrganiser, ...]:
    rows = db.execute(
        select(Organiser.institution_id, Organiser.role, Organiser.track_id, Institution.name)
        .join(Institution, Institution.id == Organiser.institution_id)
        .where(Organiser.forum_id == forum_id)
        .order_by(Organiser.position, Organiser.id)
    )
    return tuple(
        CheckedOrganiser(str(row.institution_id), row.name, row.role, str(row.track_id) if row.track_id else None)
        for row in rows
    )


def _releases(db: Db, forum_id: uuid.UUID) -> tuple[CheckedRelease, ...]:
    query = select(Release.name, Release.kind, Release.issued_at).where(Release.forum_id == forum_id)
    rows = db.execute(query.order_by(Release.issued_at.desc(), Release.id))
    return tuple(CheckedRelease(row.name, row.kind, row.issued_at) for row in rows)


def severities(db: Db, forum_id: uuid.UUID) -> tuple[CheckSeverity, ...]:
    """How much kinds of findings matter, where the forum decided."""
    query = select(CheckSetting.kind, CheckSetting.severity).where(CheckSetting.forum_id == forum_id)
    return tuple(CheckSeverity(row.kind, row.severity) for row in db.execute(query.order_by(CheckSetting.kind)))


def _acknowledged(db: Db, forum_id: uuid.UUID) -> tuple[Acknowledged, ...]:
    query = select(Acknowledgement).where(Acknowledgement.forum_id == forum_id)
    rows = db.scalars(query.order_by(Acknowledgement.accepted_at, Acknowledgement.id))
    return tuple(
        Acknowledged(row.finding, row.facts, row.reason, row.accepted_by, row.accepted_at, row.language, row.until)
        for row in rows
    )
