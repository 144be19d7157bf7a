"""Who belongs to a delegation and as what: join, leave, lead, change places; many people in one step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.delegations import words_of
from forumplanner.actions.found import found, named
from forumplanner.actions.whole import next_position
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import DelegationId, ParticipantId
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import count_localized, interface_language
from forumplanner.records import Delegation, Participant, Person
from forumplanner.store import Store

_AT_ONCE = 400
"""Keys in one statement."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining did: how many are new here, and from which delegations somebody came: person and name of it."""

    number: int
    moved: tuple[tuple[str, str], ...] = ()
    no_longer_liaison: tuple[str, ...] = ()


def join_delegation(
    store: Store,
    *,
    delegation_id: DelegationId,
    participants: Sequence[ParticipantId],
    role: DelegationRole = DelegationRole.MEMBER,
) -> Joined:
    """Put people into a delegation, behind those who are in it; who was in another one moves. One step.

    Whoever looked after this very delegation no longer does, and is named in the answer. A head among the newcomers
    takes the head's place as in `lead_delegation`. Raises `found.NoLongerThere`.
    """
    tag = interface_language()
    with store.read() as db:
        rows = [row for row in _rows(db, participants) if row.delegation_id != delegation_id]
        moved = tuple(
            (_name(db, row).shown(tag), words_of(db, DelegationId(row.delegation_id))[f"delegation.{tag}"])
            for row in rows
            if row.delegation_id
        )
        own = found(db, Delegation, delegation_id).liaison_id
        served = tuple(_name(db, row).shown(tag) for row in rows if row.id == own)
        values = {**words_of(db, delegation_id), **_people(db, rows)}
    if not rows:
        return Joined(0)
    with store.step(StepKind.JOIN_DELEGATION, **values) as db:
        position = next_position(db, Participant.position, Participant.delegation_id == delegation_id)
        for place, row in enumerate(_rows(db, [ParticipantId(row.id) for row in rows])):
            row.delegation_id, row.role_in_delegation = delegation_id, str(DelegationRole.MEMBER)
            row.position = position + place
            _give_role(db, row, role)
        if served:
            found(db, Delegation, delegation_id).liaison_id = None
    return Joined(len(rows), moved, served)


def leave_delegation(store: Store, *, participants: Sequence[ParticipantId]) -> int:
    """Take people out of their delegations; they stay in the forum. Returns how many were in one. One step."""
    with store.read() as db:
        rows = [row for row in _rows(db, participants) if row.delegation_id]
        if not rows:
            return 0
        left = [DelegationId(row.delegation_id) for row in rows if row.delegation_id]
        values = {**words_of(db, left[0]), **_people(db, rows)}
    with store.step(StepKind.LEAVE_DELEGATION, **values) as db:
        for row in _rows(db, [ParticipantId(row.id) for row in rows]):
            row.delegation_id, row.role_in_delegation = None, ""
    return len(rows)


def lead_delegation(store: Store, *, participant_id: ParticipantId) -> tuple[str, ...]:
    """Make a member the head of the delegation; who led it before is a member now, and is named in the answer.

    Raises `found.NoLongerThere`.
    """
    tag = interface_language()
    with store.read() as db:
        row = found(db, Participant, participant_id)
        delegation = found(db, Delegation, row.delegation_id or row.id)
        values = {**words_of(db, DelegationId(delegation.id)), **named(_name(db, row))}
        before = tuple(_name(db, old).shown(tag) for old in _heads(db, row))
    with store.step(StepKind.LEAD_DELEGATION, **values) as db:
        _give_role(db, found(db, Participant, participant_id), DelegationRole.HEAD)
    return before


def set_role(store: Store, *, participants: Sequence[ParticipantId], role: DelegationRole) -> None:
    """Say what people are in their delegation, in one step; one head only, the last of those named."""
    with store.step(StepKind.EDIT_PARTICIPANTS, count=len(participants)) as db:
        for row in _rows(db, participants):
            if row.delegation_id:
                _give_role(db, row, role)


def _give_role(db: Db, row: Participant, role: DelegationRole) -> None:
    if role is DelegationRole.HEAD:
        for old in _heads(db, row):
            old.role_in_delegation = str(DelegationRole.MEMBER)
    row.role_in_delegation = str(role)


def _heads(db: Db, row: Participant) -> list[Participant]:
    """Who else leads the delegation of that member."""
    query = select(Participant).where(
        Participant.delegation_id == row.delegation_id,
        Participant.role_in_delegation == str(DelegationRole.HEAD),
        Participant.id != row.id,
    )
    return list(db.execute(query).scalars())


def _rows(db: Db, participants: Sequence[ParticipantId]) -> list[Participant]:
    """Those who are still there, in the order given."""
    known: dict[object, Participant] = {}
    for start in range(0, len(participants), _AT_ONCE):
        query = select(Participant).where(Participant.id.in_(participants[start : start + _AT_ONCE]))
        known |= {row.id: row for row in db.execute(query).scalars()}
    return [known[key] for key in dict.fromkeys(participants) if key in known]


def _name(db: Db, row: Participant) -> PersonName:
    return found(db, Person, row.person_id).name


def _people(db: Db, rows: Iterable[Participant]) -> dict[str, str]:
    """One person by name, several by their number, as a step's values keep them."""
    there = list(rows)
    if len(there) == 1:
        name = _name(db, there[0])
        return by_language("people", zh=name.shown(ZH), en=name.shown(EN))
    said = count_localized("{n} person", "{n} people", len(there))
    return by_language("people", zh=said[ZH], en=said[EN])
