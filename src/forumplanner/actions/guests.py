"""Consular guests: asked for, named, described, taken off the list; and guests of honour with group and level."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found, named
from forumplanner.actions.newcomers import enter_known, enter_newcomer
from forumplanner.actions.whole import next_position
from forumplanner.domain.guest_kinds import DiplomaticRank, ProtocolGroup, ProtocolLevel
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import ConsularGuestId, ConsularPostId, ForumId, ParticipantId, PersonId, new_id
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, InvitationStatus, StepKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.newcomers import Newcomer
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language
from forumplanner.records import (
    ConsularGuest,
    ConsularPost,
    ContactNote,
    Letter,
    OrderOverride,
    Participant,
    Person,
)
from forumplanner.store import Store


class AlreadyGuest(NotPossible):
    """Somebody is to be named for a post who is on the list of guests already."""


@dataclass(frozen=True, slots=True)
class Comer:
    """Who comes: a participant, somebody of the directory, or somebody new; exactly one."""

    participant_id: ParticipantId | None = None
    person_id: PersonId | None = None
    newcomer: Newcomer | None = None


class GuestFields(TypedDict, total=False):
    """What can be written about a consular guest besides the title in two languages; as in the record."""

    consular_class: ConsularClass | None
    role: ConsularRole | None
    honorary: bool
    provisional_on: dt.date | None
    exequatur_on: dt.date | None
    commission_on: dt.date | None
    notified_on: dt.date | None
    acting_since: dt.date | None
    seniority: int | None
    diplomatic_rank: DiplomaticRank | None
    companions: int
    plate: str
    interpreting: str
    notes: str


def add_guest(
    store: Store,
    *,
    forum_id: ForumId,
    post_id: ConsularPostId,
    comer: Comer | None = None,
    **fields: Unpack[GuestFields],
) -> ConsularGuestId:
    """Ask a post for one more guest; who it will be may be unknown for weeks.

    Raises `AlreadyGuest` for a person who is on the list, `NoLongerThere` for a post that is gone.
    """
    made = ConsularGuestId(new_id())
    with store.read() as db:
        post = found(db, ConsularPost, post_id)
        values = by_language("who", zh=post.name.best(ZH), en=post.name.best(EN))
        if comer:
            require_new(db, forum_id, comer)
            values = {name.replace("person", "who"): text for name, text in named(name_of(db, comer)).items()}
    with store.step(StepKind.ADD_GUEST, **values) as db:
        guest = ConsularGuest(
            id=made,
            forum_id=forum_id,
            consular_post_id=post_id,
            status=InvitationStatus.TO_APPROVE,
            position=next_position(db, ConsularGuest.position, ConsularGuest.forum_id == forum_id),
            **fields,
        )
        db.add(guest)
        if comer:
            take_in(db, guest, comer)
    return made


def name_guest(store: Store, *, guest_id: ConsularGuestId, comer: Comer) -> ParticipantId:
    """Say who it is that a post sends: category, country and status of the participant follow the guest's.

    Raises `AlreadyGuest`, `NotPossible` for a newcomer without a name.
    """
    with store.read() as db:
        guest = found(db, ConsularGuest, guest_id)
        require_new(db, ForumId(guest.forum_id), comer)
        post = found(db, ConsularPost, guest.consular_post_id).name
        values = by_language("who", zh=post.best(ZH), en=post.best(EN)) | named(name_of(db, comer))
    with store.step(StepKind.NAME_GUEST, **values) as db:
        return take_in(db, found(db, ConsularGuest, guest_id), comer)


def edit_guest(store: Store, *, guest_id: ConsularGuestId, **fields: Unpack[GuestFields]) -> None:
    """Write what is known about a consular guest; dates are kept as they are given, odd ones too."""

    def change(guest: ConsularGuest) -> None:
        for name, value in fields.items():
            setattr(guest, name, value)

    _edit(store, guest_id, change)


def write_title(store: Store, *, guest_id: ConsularGuestId, tag: str, text: str) -> None:
    """Write one language's title as the post writes it; the other then needs review."""
    _edit(store, guest_id, lambda guest: setattr(guest, "title", guest.title.edited(tag, text)))


def confirm_title(store: Store, *, guest_id: ConsularGuestId, tag: str) -> None:
    """Declare one language's title right as it stands."""
    _edit(store, guest_id, lambda guest: setattr(guest, "title", guest.title.confirmed(tag)))


def remove_guest(store: Store, *, guest_id: ConsularGuestId) -> None:
    """Take a consular guest off the list with the log about it; the person stays among the people of the forum.

    Letters stay in the register, about the post; whoever stood in for this guest then stands for nobody.
    """
    with store.read() as db:
        values = called(db, guest_id)
    with store.step(StepKind.REMOVE_GUEST, **values) as db:
        guest = found(db, ConsularGuest, guest_id)
        for record in (ContactNote, OrderOverride):
            for row in db.execute(select(record).where(record.consular_guest_id == guest_id)).scalars():
                db.delete(row)
        for letter in db.execute(select(Letter).where(Letter.consular_guest_id == guest_id)).scalars():
            letter.consular_guest_id, letter.consular_post_id = None, guest.consular_post_id
        for other in db.execute(select(ConsularGuest).where(ConsularGuest.stands_for_id == guest_id)).scalars():
            other.stands_for_id = None
        db.flush()
        db.delete(guest)


def add_honour(
    store: Store,
    *,
    forum_id: ForumId,
    comers: Sequence[Comer],
    group: ProtocolGroup = ProtocolGroup.GUEST_OF_HONOUR,
    level: ProtocolLevel | None = None,
) -> tuple[ParticipantId, ...]:
    """Put people on the list of guests of honour, in one step; somebody new becomes a guest of the forum.

    Raises `NotPossible` for a newcomer without a name.
    """
    with store.read() as db:
        values = {name.replace("person", "who"): text for name, text in named(name_of(db, comers[0])).items()}
    with store.step(StepKind.ADD_GUEST, **values) as db:
        made = []
        for comer in comers:
            key = enter(db, forum_id, comer, Category.GUEST)
            row = found(db, Participant, key)
            row.protocol_group, row.protocol_level = group, level
            made.append(key)
        return tuple(made)


def set_protocol(
    store: Store, *, participant_id: ParticipantId, group: ProtocolGroup | None, level: ProtocolLevel | None
) -> None:
    """Say in which list of guests of honour somebody stands and at which level; None for both takes them off it."""
    with store.read() as db:
        name = found(db, Person, found(db, Participant, participant_id).person_id).name
    values = {key.replace("person", "who"): text for key, text in named(name).items()}
    with store.step(StepKind.EDIT_GUEST, **values) as db:
        row = found(db, Participant, participant_id)
        row.protocol_group, row.protocol_level = group, level


def enter(db: Db, forum_id: ForumId, comer: Comer, category: Category) -> ParticipantId:
    """The participant that a comer is or becomes, inside a step; who takes part already keeps the category."""
    if comer.participant_id:
        return comer.participant_id
    if comer.person_id:
        key = enter_known(db, forum_id=forum_id, person_id=comer.person_id, category=category)
    else:
        key = enter_newcomer(db, forum_id=forum_id, newcomer=comer.newcomer or Newcomer(), category=category)
    db.flush()
    return key


def take_in(db: Db, guest: ConsularGuest, comer: Comer) -> ParticipantId:
    """Let a comer be the person of a consular guest, inside a step."""
    key = enter(db, ForumId(guest.forum_id), comer, Category.CONSULAR)
    participant = found(db, Participant, key)
    participant.category, participant.status = Category.CONSULAR, guest.status
    person = found(db, Person, participant.person_id)
    person.country = person.country or found(db, ConsularPost, guest.consular_post_id).country
    guest.participant_id = key
    return key


def require_new(db: Db, forum_id: ForumId, comer: Comer) -> None:
    """Raise where the comer has no name, or is a consular guest of this forum already."""
    if comer.newcomer is not None and not comer.newcomer:
        raise NotPossible(_("A person needs a name in at least one script."))
    taken = guest_of(db, forum_id, comer)
    if taken is not None:
        tag = interface_language()
        post = found(db, ConsularPost, taken.consular_post_id).name.best(tag)
        person = name_of(db, comer).shown(tag)
        raise AlreadyGuest(
            _(
                "{person} is on the list already, from {post}. Open that row, or name somebody else. "
                "Nothing was changed.",
                person=person,
                post=post,
            )
        )


def guest_of(db: Db, forum_id: ForumId, comer: Comer) -> ConsularGuest | None:
    """The consular guest of the forum that this person is, if any."""
    if comer.newcomer is not None:
        return None
    who = Participant.id == comer.participant_id if comer.participant_id else Participant.person_id == comer.person_id
    query = (
        select(ConsularGuest)
        .join(Participant, Participant.id == ConsularGuest.participant_id)
        .where(ConsularGuest.forum_id == forum_id, who)
        .order_by(ConsularGuest.position)
    )
    return db.execute(query).scalars().first()


def name_of(db: Db, comer: Comer) -> PersonName:
    """The name of whoever comes."""
    if comer.newcomer is not None:
        return comer.newcomer.name
    if comer.participant_id:
        return found(db, Person, found(db, Participant, comer.participant_id).person_id).name
    return found(db, Person, comer.person_id or PersonId(new_id())).name


def called(db: Db, guest_id: ConsularGuestId) -> dict[str, str]:
    """A consular guest as a step's values keep it: the person, else the post."""
    guest = found(db, ConsularGuest, guest_id)
    if guest.participant_id is not None:
        name = found(db, Person, found(db, Participant, guest.participant_id).person_id).name
        return by_language("who", zh=name.shown(ZH), en=name.shown(EN))
    post = found(db, ConsularPost, guest.consular_post_id).name
    return by_language("who", zh=post.best(ZH), en=post.best(EN))


def _edit(store: Store, guest_id: ConsularGuestId, change: Callable[[ConsularGuest], None]) -> None:
    with store.read() as db:
        values = called(db, guest_id)
    with store.step(StepKind.EDIT_GUEST, **values) as db:
        change(found(db, ConsularGuest, guest_id))
