"""One guest in full, as the inspector shows it: record, post, person, programme and the whole log."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.contacts import About
from forumplanner.domain.ids import ConsularGuestId, ForumId, ParticipantId
from forumplanner.domain.invitation_chain import is_approved
from forumplanner.queries import contacts
from forumplanner.queries.letters import office_approved
from forumplanner.queries.wordings import pair
from forumplanner.records import Appearance, ConsularGuest, ConsularPost, Delegation, Forum, Participant, Person
from forumplanner.snapshots.contacts import NoteLine
from forumplanner.snapshots.guests import ConsularRecord, GuestCard, GuestLine, Mission
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, NameForms, Pair


def card(db: Db, *, line: GuestLine, forum_id: ForumId) -> GuestCard | None:
    """The whole of the guest of that row; None where the guest is gone."""
    forum = db.get(Forum, forum_id)
    guest = db.get(ConsularGuest, UUID(line.id)) if line.consular else None
    participant = db.get(Participant, UUID(line.participant_id)) if line.participant_id else None
    if forum is None or (guest or participant) is None:
        return None
    person = db.get(Person, participant.person_id) if participant else None
    notes = _notes(db, line, forum_id)
    instead, instead_id = _instead(db, guest, participant)
    return GuestCard(
        line=line,
        languages=forum.languages,
        last_day=forum.ends_on or forum.starts_on,
        name=person.name if person else None,
        category=participant.category if participant else None,
        contact_by=participant.contact_by if participant else None,
        phone=person.phone if person else "",
        mission=_mission(db.get_one(ConsularPost, guest.consular_post_id), forum.languages) if guest else None,
        record=_record(guest, forum.languages) if guest else None,
        instead=instead,
        instead_id=instead_id,
        addresses=_addresses(db, participant),
        delegation=_delegation(db, participant, forum.languages),
        approved=is_approved((line.status, *(note.status for note in notes))) or office_approved(db, forum_id),
        notes=notes,
    )


def _notes(db: Db, line: GuestLine, forum_id: ForumId) -> tuple[NoteLine, ...]:
    if line.consular:
        abouts = contacts.abouts_of(db, guest_id=ConsularGuestId(UUID(line.id)))
    else:
        abouts = (About.participant(ParticipantId(UUID(line.participant_id))),)
    return contacts.notes_of(db, forum_id=forum_id, about=abouts)


def _instead(db: Db, guest: ConsularGuest | None, participant: Participant | None) -> tuple[NameForms, str]:
    """Name and row of whoever comes in this guest's place."""
    if guest is not None:
        query = (
            select(ConsularGuest.id, Person.name)
            .outerjoin(Participant, Participant.id == ConsularGuest.participant_id)
            .outerjoin(Person, Person.id == Participant.person_id)
            .where(ConsularGuest.stands_for_id == guest.id)
        )
    else:
        here = Participant.stands_for_id == (participant.id if participant else None)
        query = select(Participant.id, Person.name).join(Person, Person.id == Participant.person_id).where(here)
    row = db.execute(query).first()
    if row is None:
        return NO_NAME, ""
    return NameForms(row.name.zh, row.name.latin, row.name.native) if row.name else NO_NAME, str(row.id)


def _mission(post: ConsularPost, languages: tuple[str, ...]) -> Mission:
    return Mission(
        id=str(post.id),
        name=pair(post.name, languages),
        country=post.country,
        kind=post.kind,
        contact=post.contact,
        phone=post.phone,
        email=post.email,
        list_order=post.list_order,
    )


def _record(guest: ConsularGuest, languages: tuple[str, ...]) -> ConsularRecord:
    return ConsularRecord(
        title=pair(guest.title, languages),
        consular_class=guest.consular_class,
        role=guest.role,
        honorary=guest.honorary,
        provisional_on=guest.provisional_on,
        exequatur_on=guest.exequatur_on,
        commission_on=guest.commission_on,
        notified_on=guest.notified_on,
        acting_since=guest.acting_since,
        seniority=guest.seniority,
        diplomatic_rank=guest.diplomatic_rank,
        companions=guest.companions,
        plate=guest.plate,
        interpreting=guest.interpreting,
        notes=guest.notes,
    )


def _addresses(db: Db, participant: Participant | None) -> int:
    if participant is None:
        return 0
    query = select(func.count()).select_from(Appearance).where(Appearance.participant_id == participant.id)
    return db.execute(query).scalar_one()


def _delegation(db: Db, participant: Participant | None, languages: tuple[str, ...]) -> Pair:
    if participant is None or participant.delegation_id is None:
        return NO_TEXT
    delegation = db.get(Delegation, participant.delegation_id)
    return pair(delegation.name, languages) if delegation else NO_TEXT
