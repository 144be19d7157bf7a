"""Entering into the registers what the programme's ceremonies say: several records in one step, never one twice."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.orm import Session as Db

from forumplanner.actions import agreements, alliance, appointments
from forumplanner.actions.agreements import Signing
from forumplanner.domain.guest_kinds import AgreementKind, AllianceChange, AppointmentKind
from forumplanner.domain.ids import ForumId, InstitutionId, PersonId, new_id
from forumplanner.domain.kinds import Standing, StepKind
from forumplanner.domain.ledger import roll
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.queries import ledger, proposals
from forumplanner.records import Act, Agreement, Appointment, Forum, Item, LedgerEntry
from forumplanner.snapshots.proposals import Proposal, Register
from forumplanner.store import Store


def take_from_programme(store: Store, *, forum_id: ForumId, chosen: Collection[str]) -> int:
    """Enter those of `queries.proposals.load` whose ids are `chosen`; how many. What is there stays as it is."""
    with store.read() as db:
        lines = [line for line in proposals.load(db, forum_id=forum_id).lines if line.id in chosen]
    if not lines:
        return 0
    with store.step(StepKind.TAKE_FROM_PROGRAMME, count=len(lines)) as db:
        for line in lines:
            _ENTER[line.register](db, forum_id, line)
            db.flush()
    return len(lines)


def _admission(db: Db, forum_id: ForumId, line: Proposal) -> None:
    institution_id = UUID(line.parties[0].institution_id)
    observes = str(institution_id) in roll(ledger.entries(db)).standings
    forum = db.get(Forum, forum_id)
    row = LedgerEntry(
        id=new_id(),
        institution_id=institution_id,
        change=AllianceChange.STANDING if observes else AllianceChange.ADMITTED,
        standing=Standing.MEMBER,
        unnamed=0,
        day=line.day,
        occasion=(forum.short_title or (forum.titles[0] if forum.titles else EMPTY)) if forum else EMPTY,
        forum_id=forum_id,
        item_id=UUID(line.item_id),
        resolution=_title(db, line) if line.act_id else EMPTY,
    )
    alliance.enter_in(db, institution_id=institution_id, row=row)


def _agreement(db: Db, forum_id: ForumId, line: Proposal) -> None:
    row = Agreement(
        id=new_id(),
        forum_id=forum_id,
        kind=line.agreement or AgreementKind.OTHER,
        title=_title(db, line),
        signed_on=line.day,
        item_id=UUID(line.item_id),
        act_id=_key(line.act_id),
    )
    parties = [
        Signing(
            InstitutionId(UUID(party.institution_id)) if party.institution_id else None,
            PersonId(UUID(party.person_id)) if party.person_id else None,
        )
        for party in line.parties
    ]
    agreements.enter_in(db, row, parties)


def _appointment(db: Db, forum_id: ForumId, line: Proposal) -> None:
    party = line.parties[0]
    row = Appointment(
        id=new_id(),
        forum_id=forum_id,
        kind=line.appointment or AppointmentKind.APPOINTMENT,
        person_id=_key(party.person_id),
        institution_id=None if party.person_id else _key(party.institution_id),
        title=_title(db, line),
        issued_on=line.day,
        item_id=UUID(line.item_id),
        act_id=_key(line.act_id),
        presenter=line.presenter,
        handed_over=False,
    )
    appointments.enter_in(db, row)


def _title(db: Db, line: Proposal) -> LocalizedText:
    """The act's own title, else that of its item."""
    act = db.get(Act, _key(line.act_id)) if line.act_id else None
    item = db.get(Item, UUID(line.item_id))
    return (act.title if act else EMPTY) or (item.title if item else EMPTY)


def _key(text: str) -> UUID | None:
    return UUID(text) if text else None


_ENTER = {Register.LEDGER: _admission, Register.AGREEMENTS: _agreement, Register.APPOINTMENTS: _appointment}
