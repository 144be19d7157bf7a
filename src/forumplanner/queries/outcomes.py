"""What a forum's programme holds and what came of it: numbers of items, and of registers, that no basis changes."""

import uuid
from collections import defaultdict

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.guest_kinds import AllianceChange, AppointmentKind
from forumplanner.domain.kinds import ItemKind, Role, SessionKind, Standing
from forumplanner.domain.statistics import Counted, Measure, Row, RowKind
from forumplanner.queries.columns import KEY
from forumplanner.records import (
    Act,
    Agreement,
    Appearance,
    Appointment,
    Item,
    LedgerEntry,
    Part,
    Session,
    Track,
)

_TALKS = {ItemKind.KEYNOTE: Measure.KEYNOTES, ItemKind.REPORT: Measure.REPORTS}
_CEREMONIES = {
    ItemKind.SIGNING: Measure.AGREEMENTS,
    ItemKind.APPOINTMENT: Measure.APPOINTMENTS,
    ItemKind.CONFERMENT: Measure.APPOINTMENTS,
    ItemKind.AWARD: Measure.AWARDS,
}
_AWARDS = frozenset({AppointmentKind.AWARD, AppointmentKind.CERTIFICATE, AppointmentKind.PLAQUE})
_Rows = defaultdict[Measure, list[Row]]


def fixed(db: Db, forum_id: uuid.UUID) -> tuple[Counted, ...]:
    """The registers count first; an act of a ceremony counts where no register speaks of it or of its item."""
    rows: _Rows = defaultdict(list)
    _add_talks(db, forum_id, rows)
    _add_parallel(db, forum_id, rows)
    entered = _add_registers(db, forum_id, rows)
    _add_acts(db, forum_id, rows, entered)
    _add_members(db, forum_id, rows)
    return tuple(Counted(measure, tuple(found)) for measure, found in rows.items())


def _add_talks(db: Db, forum_id: uuid.UUID, rows: _Rows) -> None:
    found = db.execute(
        select(type_coerce(Item.id, KEY).label("id"), Item.kind)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id, Item.kind.in_(_TALKS))
        .order_by(Session.day, Session.position, Part.position, Item.position, Item.id)
    )
    for row in found:
        rows[_TALKS[row.kind]].append(Row(RowKind.ITEM, row.id))


def _add_parallel(db: Db, forum_id: uuid.UUID, rows: _Rows) -> None:
    """Parallel forums, and sessions of that kind that belong to none."""
    tracks = select(type_coerce(Track.id, KEY)).where(Track.forum_id == forum_id).order_by(Track.position, Track.id)
    alone = (
        select(type_coerce(Session.id, KEY))
        .where(Session.forum_id == forum_id, Session.kind == SessionKind.PARALLEL, Session.track_id.is_(None))
        .order_by(Session.day, Session.position, Session.id)
    )
    rows[Measure.PARALLEL_FORUMS] += [Row(RowKind.TRACK, key) for key in db.scalars(tracks)]
    rows[Measure.PARALLEL_FORUMS] += [Row(RowKind.SESSION, key) for key in db.scalars(alone)]


def _add_registers(db: Db, forum_id: uuid.UUID, rows: _Rows) -> tuple[set[str], set[str]]:
    """Agreements and appointments of the forum; the acts and the items without acts that they stand for."""
    acts: set[str] = set()
    items: set[str] = set()
    for record in (Agreement, Appointment):
        found = db.execute(
            select(
                type_coerce(record.id, KEY).label("id"),
                record.kind,
                type_coerce(record.act_id, KEY).label("act_id"),
                type_coerce(record.item_id, KEY).label("item_id"),
            )
            .where(record.forum_id == forum_id)
            .order_by(record.position, record.id)
        )
        for row in found:
            acts.add(row.act_id)
            if not row.act_id:
                items.add(row.item_id)
            if record is Agreement:
                rows[Measure.AGREEMENTS].append(Row(RowKind.AGREEMENT, row.id))
            else:
                measure = Measure.AWARDS if row.kind in _AWARDS else Measure.APPOINTMENTS
                rows[measure].append(Row(RowKind.APPOINTMENT, row.id))
    return acts - {""}, items - {""}


def _add_acts(db: Db, forum_id: uuid.UUID, rows: _Rows, entered: tuple[set[str], set[str]]) -> None:
    found = db.execute(
        select(type_coerce(Act.id, KEY).label("id"), type_coerce(Act.item_id, KEY).label("item_id"), Item.kind)
        .join(Item, Item.id == Act.item_id)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id, Item.kind.in_(_CEREMONIES))
        .order_by(Session.day, Session.position, Item.position, Act.position, Act.id)
    )
    acts, items = entered
    for row in found:
        if row.id not in acts and row.item_id not in items:
            rows[_CEREMONIES[row.kind]].append(Row(RowKind.ACT, row.id))


def _add_members(db: Db, forum_id: uuid.UUID, rows: _Rows) -> None:
    """Admissions of the ledger, founders apart; else the institutions that join in the programme's admissions."""
    entries = db.execute(
        select(
            type_coerce(LedgerEntry.id, KEY).label("id"),
            type_coerce(LedgerEntry.institution_id, KEY).label("institution_id"),
            LedgerEntry.unnamed,
            LedgerEntry.standing,
        )
        .where(LedgerEntry.forum_id == forum_id, LedgerEntry.change == AllianceChange.ADMITTED)
        .order_by(LedgerEntry.position, LedgerEntry.id)
    )
    entered: set[str] = set()
    for row in entries:
        entered.add(row.institution_id)
        founding = row.standing is Standing.FOUNDING_MEMBER
        number = 1 if row.institution_id else max(row.unnamed, 0)
        measure = Measure.FOUNDING_MEMBERS if founding else Measure.ADMISSIONS
        rows[measure].append(Row(RowKind.LEDGER, row.id, number))
    joining = db.scalars(
        select(type_coerce(Appearance.institution_id, KEY))
        .join(Item, Item.id == Appearance.item_id)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id, Item.kind == ItemKind.ADMISSION, Appearance.role == Role.RECIPIENT)
        .where(Appearance.institution_id.is_not(None))
        .order_by(Item.position, Appearance.position, Appearance.id)
    )
    for key in dict.fromkeys(joining):
        if key not in entered:
            rows[Measure.ADMISSIONS].append(Row(RowKind.INSTITUTION, key))
