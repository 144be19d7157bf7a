"""Somebody comes instead of somebody else 改派: what goes over is chosen, the rank is the own one; and back again."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.contacts import Noted, moment, write_note
from forumplanner.actions.found import NotPossible, found, named
from forumplanner.actions.guests import Comer, called, enter, guest_of, name_of
from forumplanner.actions.whole import next_position
from forumplanner.domain.contacts import About
from forumplanner.domain.guest_kinds import ProtocolLevel
from forumplanner.domain.ids import ConsularGuestId, ForumId, ParticipantId, new_id
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, InvitationStatus, StepKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.substitution import PRESET, Carry
from forumplanner.domain.text import LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.records import Appearance, ConsularGuest, Participant
from forumplanner.store import Store


class NotASubstitute(NotPossible):
    """The person named can't come in this place: it is the same one, or already comes for another."""


@dataclass(frozen=True, slots=True)
class OwnRank:
    """What ranks a substitute: never the absentee's."""

    consular_class: ConsularClass | None = None
    role: ConsularRole | None = ConsularRole.OFFICER
    honorary: bool = False
    acting_since: dt.date | None = None
    seniority: int | None = None
    level: ProtocolLevel | None = None
    title: dict[str, str] = field(default_factory=dict)


def replace_guest(
    store: Store,
    *,
    guest_id: ConsularGuestId,
    comer: Comer,
    rank: OwnRank,
    carry: Collection[Carry] = PRESET,
    noted: Noted | None = None,
) -> ConsularGuestId:
    """Let another come for a consular guest, in one step; the absentee stays on record as "substitute named".

    Somebody who is on the list already keeps the own row and stands for the absentee too. `noted`: how it became known,
    else this moment. Raises `NotASubstitute`, `NotPossible` for a newcomer without a name.
    """
    with store.read() as db:
        absentee = found(db, ConsularGuest, guest_id)
        forum_id = ForumId(absentee.forum_id)
        known = _require_free(db, forum_id, absentee, comer)
        values = called(db, guest_id) | _successor(name_of(db, comer))
        said = noted or moment(db, forum_id)
        substitute = name_of(db, comer).shown(interface_language())
    with store.step(StepKind.REPLACE_GUEST, **values) as db:
        absentee = found(db, ConsularGuest, guest_id)
        guest = found(db, ConsularGuest, known) if known else _beside(db, absentee)
        key = enter(db, forum_id, comer, Category.CONSULAR)
        guest.participant_id, guest.stands_for_id = key, guest_id
        if not known:
            _rank(guest, rank)
        _hand_over(absentee, guest, carry)
        person = _stands_for(db, key, absentee.participant_id)
        person.category = Category.CONSULAR
        if Carry.PROGRAMME in carry:
            _appear(db, absentee.participant_id, key)
        _note(db, store, forum_id, About.guest(guest_id), said, InvitationStatus.SUBSTITUTE_NAMED, substitute)
        db.flush()
        made = ConsularGuestId(guest.id)
        _note(db, store, forum_id, About.guest(made), said, InvitationStatus.ACCEPTED, "")
        return made


def replace_participant(
    store: Store,
    *,
    participant_id: ParticipantId,
    comer: Comer,
    rank: OwnRank | None = None,
    carry: Collection[Carry] = PRESET,
    noted: Noted | None = None,
) -> ParticipantId:
    """Let another come for a guest of honour or any other participant, in one step; raises as `replace_guest`."""
    with store.read() as db:
        absentee = found(db, Participant, participant_id)
        forum_id = ForumId(absentee.forum_id)
        _require_other(db, absentee, comer)
        values = _who(name_of(db, Comer(participant_id))) | _successor(name_of(db, comer))
        said = noted or moment(db, forum_id)
        substitute = name_of(db, comer).shown(interface_language())
    with store.step(StepKind.REPLACE_GUEST, **values) as db:
        absentee = found(db, Participant, participant_id)
        key = enter(db, forum_id, comer, absentee.category)
        row = _stands_for(db, key, participant_id)
        if Carry.LIST in carry:
            row.protocol_group = row.protocol_group or absentee.protocol_group
        if rank is not None and rank.level is not None:
            row.protocol_level = rank.level
        if Carry.LIAISON in carry and row.delegation_id is None and absentee.delegation_id is not None:
            row.delegation_id, row.role_in_delegation = absentee.delegation_id, "member"
        if Carry.PROGRAMME in carry:
            _appear(db, participant_id, key)
        about = About.participant(participant_id)
        _note(db, store, forum_id, about, said, InvitationStatus.SUBSTITUTE_NAMED, substitute)
        _note(db, store, forum_id, About.participant(key), said, InvitationStatus.ACCEPTED, "")
        return key


def comes_after_all(store: Store, *, participant_id: ParticipantId, noted: Noted | None = None) -> None:
    """Let the one who was replaced come after all: places in the programme go back, the substitute is declined.

    Raises `NotASubstitute` where nobody comes in that place.
    """
    with store.read() as db:
        absentee = found(db, Participant, participant_id)
        forum_id = ForumId(absentee.forum_id)
        instead = _instead(db, participant_id)
        if instead is None:
            raise NotASubstitute(_("Nobody comes in this place. Nothing was changed."))
        values = _who(name_of(db, Comer(ParticipantId(instead.id)))) | _successor(name_of(db, Comer(participant_id)))
        said = noted or moment(db, forum_id)
    with store.step(StepKind.REPLACE_GUEST, **values) as db:
        instead = found(db, Participant, instead.id)
        key = ParticipantId(instead.id)
        instead.stands_for_id = None
        _appear(db, key, participant_id)
        for guest in db.execute(select(ConsularGuest).where(ConsularGuest.participant_id == key)).scalars():
            guest.stands_for_id = None
        _note(db, store, forum_id, About.participant(key), said, InvitationStatus.DECLINED, "")
        _note(db, store, forum_id, About.participant(participant_id), said, InvitationStatus.ACCEPTED, "")


def _instead(db: Db, participant_id: ParticipantId) -> Participant | None:
    query = select(Participant).where(Participant.stands_for_id == participant_id).order_by(Participant.position)
    return db.execute(query).scalars().first()


def _require_free(db: Db, forum_id: ForumId, absentee: ConsularGuest, comer: Comer) -> ConsularGuestId | None:
    """The row that the substitute has on the list already, if any."""
    if comer.newcomer is not None:
        if not comer.newcomer:
            raise NotPossible(_("A person needs a name in at least one script."))
        return None
    known = guest_of(db, forum_id, comer)
    if known is None:
        return None
    if known.id == absentee.id:
        raise NotASubstitute(_("This is the guest who is to be replaced. Choose somebody else. Nothing was changed."))
    if known.stands_for_id is not None and known.stands_for_id != absentee.id:
        raise NotASubstitute(_taken(name_of(db, comer)))
    return ConsularGuestId(known.id)


def _require_other(db: Db, absentee: Participant, comer: Comer) -> None:
    if comer.newcomer is not None:
        if not comer.newcomer:
            raise NotPossible(_("A person needs a name in at least one script."))
        return
    same = Participant.id == comer.participant_id if comer.participant_id else Participant.person_id == comer.person_id
    query = select(Participant).where(same, Participant.forum_id == absentee.forum_id)
    row = db.execute(query).scalars().first()
    if row is None:
        return
    if row.id == absentee.id:
        raise NotASubstitute(_("This is the guest who is to be replaced. Choose somebody else. Nothing was changed."))
    if row.stands_for_id is not None and row.stands_for_id != absentee.id:
        raise NotASubstitute(_taken(name_of(db, comer)))


def _taken(name: PersonName) -> str:
    message = "{person} comes in another’s place already. Choose somebody else, or let that one go first."
    return _(message, person=name.shown(interface_language()))


def _beside(db: Db, absentee: ConsularGuest) -> ConsularGuest:
    """A new row of the same post."""
    guest = ConsularGuest(
        id=ConsularGuestId(new_id()),
        forum_id=absentee.forum_id,
        consular_post_id=absentee.consular_post_id,
        position=next_position(db, ConsularGuest.position, ConsularGuest.forum_id == absentee.forum_id),
    )
    db.add(guest)
    return guest


def _rank(guest: ConsularGuest, rank: OwnRank) -> None:
    guest.consular_class, guest.role, guest.honorary = rank.consular_class, rank.role, rank.honorary
    guest.acting_since, guest.seniority = rank.acting_since, rank.seniority
    guest.title = LocalizedText.of(rank.title)


def _hand_over(absentee: ConsularGuest, guest: ConsularGuest, carry: Collection[Carry]) -> None:
    """The plate goes with the car: one pass, not two."""
    if Carry.CAR in carry and absentee.plate:
        guest.plate, absentee.plate = absentee.plate, ""
    if Carry.INTERPRETING in carry:
        guest.interpreting = guest.interpreting or absentee.interpreting
    if Carry.COMPANIONS in carry:
        guest.companions, absentee.companions = absentee.companions, 0


def _stands_for(db: Db, key: ParticipantId, absentee: UUID | None) -> Participant:
    row = found(db, Participant, key)
    row.stands_for_id = absentee
    return row


def _appear(db: Db, before: UUID | None, after: ParticipantId) -> None:
    """Every place in the programme goes from one to the other; the post printed is the other's own."""
    if before is None:
        return
    for row in db.execute(select(Appearance).where(Appearance.participant_id == before)).scalars():
        row.participant_id, row.post_id = after, None


def _note(
    db: Db, store: Store, forum_id: ForumId, about: About, said: Noted, status: InvitationStatus, text: str
) -> None:
    words = " · ".join(filter(None, (text, said.text)))
    noted = Noted(said.day, said.minute, said.channel, said.contact, words, status, said.reference)
    write_note(db, forum_id=forum_id, about=about, author=store.actor, noted=noted)


def _who(name: PersonName) -> dict[str, str]:
    return {key.replace("person", "who"): text for key, text in named(name).items()}


def _successor(name: PersonName) -> dict[str, str]:
    return {key.replace("person", "successor"): text for key, text in named(name).items()}
