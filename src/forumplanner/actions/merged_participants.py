"""Two participants of one forum who are one person become one participant, with everything that hangs on them."""

import datetime as dt
import uuid
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.orm import Session as Db

from forumplanner.actions.merged_remarks import Remarks
from forumplanner.domain.ids import new_id
from forumplanner.domain.kinds import BadgeState
from forumplanner.domain.mail_kinds import TOLD
from forumplanner.domain.merging import DELEGATION_ROLES, MATERIAL_STATES, Choices, Side, one_of
from forumplanner.queries import identities
from forumplanner.records import (
    Appearance,
    Badge,
    Base,
    CalendarIdentity,
    ConsularGuest,
    ContactNote,
    Delegation,
    Journey,
    Letter,
    Material,
    OrderOverride,
    OutboxMessage,
    Participant,
)

_TICK = dt.timedelta(seconds=1)
_JOURNEY = ("direction", "at", "zone", "carrier", "place", "as_written")
_GUEST = (
    "consular_class",
    "role",
    "provisional_on",
    "exequatur_on",
    "commission_on",
    "acting_since",
    "seniority",
    "notified_on",
    "diplomatic_rank",
    "title",
    "status",
    "stands_for_id",
    "plate",
    "interpreting",
    "notes",
    "code",
)


def merge_participants(db: Db, keep: Participant, drop: Participant, choices: Choices, remarks: Remarks) -> None:
    """Make one participant of two in the same forum: `keep` stays, `drop` is deleted."""
    _fields(db, keep, drop, choices, remarks)
    _appearances(db, keep.id, drop.id, remarks)
    _badges(db, keep.id, drop.id, remarks)
    _journeys(db, keep.id, drop.id)
    _offices(db, keep, drop)
    _guests(db, keep.id, drop.id, remarks)
    _materials(db, keep.id, drop.id)
    _overrides(db, OrderOverride.participant_id, keep.id, drop.id, remarks)
    _calendars(db, keep.forum_id, keep.id, drop.id)
    for column in (ContactNote.participant_id, Letter.participant_id):
        _point(db, column, drop.id, keep.id)
    db.flush()
    db.delete(drop)
    db.flush()


def _fields(db: Db, keep: Participant, drop: Participant, choices: Choices, remarks: Remarks) -> None:
    def side(field: str) -> Side | None:
        return choices.get(f"{keep.forum_id}:{field}")

    if keep.category is not drop.category and side("category") is None:
        remarks.category(keep.category, drop.category)
    keep.category = drop.category if side("category") is Side.DROP else keep.category
    keep.post_id = one_of(keep.post_id, drop.post_id, side("post"))
    keep.mode = one_of(keep.mode, drop.mode, side("mode"))
    keep.status = one_of(keep.status, drop.status, side("status"))
    keep.protocol_group = one_of(keep.protocol_group, drop.protocol_group, side("protocol"))
    keep.protocol_level = one_of(keep.protocol_level, drop.protocol_level, side("protocol"))
    keep.contact_by = one_of(keep.contact_by, drop.contact_by, side("contact_by"))
    keep.notes = one_of(keep.notes, drop.notes, side("notes") or Side.BOTH)
    keep.code = one_of(keep.code, drop.code, side("code"))
    _delegation(db, keep, drop, side("delegation"), remarks)


def _delegation(db: Db, keep: Participant, drop: Participant, side: Side | None, remarks: Remarks) -> None:
    """The delegation with the role in it; in the same one the higher role."""
    if keep.delegation_id == drop.delegation_id:
        keep.role_in_delegation = min(keep.role_in_delegation, drop.role_in_delegation, key=_height)
        return
    takes_drop = side is Side.DROP or (side is None and keep.delegation_id is None)
    left = keep.delegation_id if takes_drop else drop.delegation_id
    if takes_drop:
        keep.delegation_id, keep.role_in_delegation = drop.delegation_id, drop.role_in_delegation
    if left is not None and (delegation := db.get(Delegation, left)):
        remarks.delegation(delegation)


def _height(role: str) -> int:
    return DELEGATION_ROLES.index(role) if role in DELEGATION_ROLES else len(DELEGATION_ROLES)


def _appearances(db: Db, keep: uuid.UUID, drop: uuid.UUID, remarks: Remarks) -> None:
    """The same role twice in one item or part becomes one; other roles stay beside each other."""
    mine = list(db.scalars(select(Appearance).where(Appearance.participant_id == keep)))
    theirs = select(Appearance).where(Appearance.participant_id == drop).order_by(Appearance.position, Appearance.id)
    remarks.before(db, mine)
    for appearance in list(db.scalars(theirs)):
        twin = next((one for one in mine if _same_place(one, appearance) and one.role is appearance.role), None)
        if twin is None:
            appearance.participant_id = keep
            remarks.came(db, appearance)
            continue
        remarks.once(db, appearance)
        twin.mode, twin.minutes = twin.mode or appearance.mode, twin.minutes or appearance.minutes
        twin.post_id, twin.code = twin.post_id or appearance.post_id, twin.code or appearance.code
        twin.provisional = twin.provisional and appearance.provisional
        db.delete(appearance)


def _same_place(one: Appearance, other: Appearance) -> bool:
    return (one.item_id, one.part_id, one.act_id) == (other.item_id, other.part_id, other.act_id)


def _badges(db: Db, keep: uuid.UUID, drop: uuid.UUID, remarks: Remarks) -> None:
    """All badges are one person's now; of two that open doors the one of the record that goes no longer does."""
    valid = select(Badge.id).where(Badge.participant_id == keep, Badge.state == BadgeState.VALID)
    has_valid = db.scalars(valid).first() is not None
    for badge in list(db.scalars(select(Badge).where(Badge.participant_id == drop).order_by(Badge.number))):
        badge.participant_id = keep
        if has_valid and badge.state is BadgeState.VALID:
            badge.state = BadgeState.VOID
            remarks.badge(badge.number)


def _journeys(db: Db, keep: uuid.UUID, drop: uuid.UUID) -> None:
    """Journeys follow behind; one that both records have is kept once."""
    mine = list(db.scalars(select(Journey).where(Journey.participant_id == keep)))
    known = {_said(journey, _JOURNEY) for journey in mine}
    last = max((journey.position for journey in mine), default=-1)
    theirs = select(Journey).where(Journey.participant_id == drop).order_by(Journey.position, Journey.id)
    for journey in list(db.scalars(theirs)):
        if _said(journey, _JOURNEY) in known:
            db.delete(journey)
        else:
            last += 1
            journey.participant_id, journey.position = keep, last


def _said(record: Base, fields: Sequence[str]) -> tuple[Any, ...]:
    return tuple(getattr(record, name) for name in fields)


def _offices(db: Db, keep: Participant, drop: Participant) -> None:
    """Whoever they look after or stand for; nobody stands for themselves."""
    for column in (Delegation.liaison_id, Delegation.interpreter_id, Participant.stands_for_id):
        _point(db, column, drop.id, keep.id)
    stands_for = {keep.stands_for_id, drop.stands_for_id} - {None, keep.id, drop.id}
    keep.stands_for_id = keep.stands_for_id if keep.stands_for_id in stands_for else next(iter(stands_for), None)
    drop.stands_for_id = None


def _point(db: Db, column: InstrumentedAttribute[Any], old: uuid.UUID, new: uuid.UUID) -> None:
    """Let every record whose `column` names `old` name `new`."""
    for record in list(db.scalars(select(column.class_).where(column == old))):
        setattr(record, column.key, new)


def _guests(db: Db, keep: uuid.UUID, drop: uuid.UUID, remarks: Remarks) -> None:
    """Seats that a consular post gave them; two of the same post become one."""
    mine = list(db.scalars(select(ConsularGuest).where(ConsularGuest.participant_id == keep)))
    for guest in list(db.scalars(select(ConsularGuest).where(ConsularGuest.participant_id == drop))):
        same = next((one for one in mine if one.consular_post_id == guest.consular_post_id), None)
        if same is not None:
            _one_guest(db, same, guest, remarks)
        else:
            guest.participant_id = keep
            if mine:
                remarks.two_posts()


def _one_guest(db: Db, keep: ConsularGuest, drop: ConsularGuest, remarks: Remarks) -> None:
    for name in _GUEST:
        setattr(keep, name, getattr(keep, name) or getattr(drop, name))
    keep.honorary, keep.companions = keep.honorary or drop.honorary, max(keep.companions, drop.companions)
    for column in (ContactNote.consular_guest_id, Letter.consular_guest_id, ConsularGuest.stands_for_id):
        _point(db, column, drop.id, keep.id)
    keep.stands_for_id = None if keep.stands_for_id == keep.id else keep.stands_for_id
    drop.stands_for_id = None
    _overrides(db, OrderOverride.consular_guest_id, keep.id, drop.id, remarks)
    db.flush()
    db.delete(drop)


def _materials(db: Db, keep: uuid.UUID, drop: uuid.UUID) -> None:
    """What they owe; of one thing that both records speak of, what is further on."""
    mine = {row.kind: row for row in db.scalars(select(Material).where(Material.participant_id == keep))}
    for row in list(db.scalars(select(Material).where(Material.participant_id == drop))):
        same = mine.get(row.kind)
        if same is None:
            row.participant_id = keep
            continue
        if MATERIAL_STATES.index(row.state) < MATERIAL_STATES.index(same.state):
            same.state, same.day = row.state, row.day
        same.note = same.note or row.note
        db.delete(row)


def _calendars(db: Db, forum_id: uuid.UUID, keep: uuid.UUID, drop: uuid.UUID) -> None:
    """What calendars out there know a session by goes on for the one who stays; what has left the house is no step.

    Where both have an entry for a session, the one that was told by mail goes on, that of `keep` where both were; the
    other one stands behind it and is taken back. A copy is stamped later than what it was copied from, so that the
    first participant of a UID stays known.
    """
    known = identities.load(db, forum_id=forum_id)
    mine = {session: one for (session, person), one in known.newest.items() if person == str(keep)}
    theirs = {session: one for (session, person), one in known.newest.items() if person == str(drop)}
    told = _told_uids(db, (keep, drop)) if mine.keys() & theirs.keys() else frozenset()
    for session, one in theirs.items():
        own = mine.get(session)
        born = one.created_at
        if own is not None:
            goes_on = one.uid in told and own.uid not in told
            born = max(born, own.created_at + _TICK) if goes_on else min(born, own.created_at - _TICK)
        copied = one._replace(created_at=born, stamped_at=one.stamped_at + _TICK)
        db.add(
            CalendarIdentity(
                id=new_id(), forum_id=forum_id, session_id=uuid.UUID(session), participant_id=keep, **copied._asdict()
            )
        )


def _told_uids(db: Db, participants: Sequence[uuid.UUID]) -> frozenset[str]:
    rows = db.scalars(
        select(OutboxMessage.tells).where(OutboxMessage.participant_id.in_(participants), OutboxMessage.state.in_(TOLD))
    )
    return frozenset(one["uid"] for tells in rows for one in tells)


def _overrides(
    db: Db, column: InstrumentedAttribute[uuid.UUID | None], keep: uuid.UUID, drop: uuid.UUID, remarks: Remarks
) -> None:
    """Places fixed by hand; where both had one in the same list, that of the record that stays."""
    mine = set(db.scalars(select(OrderOverride.listing).where(column == keep)))
    for override in list(db.scalars(select(OrderOverride).where(column == drop))):
        if override.listing in mine:
            remarks.place(override.place)
            db.delete(override)
        else:
            setattr(override, column.key, keep)
