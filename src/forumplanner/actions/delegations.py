"""What a secretary does with delegations: make, write, look after, put in order, dissolve."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found
from forumplanner.actions.whole import next_position
from forumplanner.domain import captions
from forumplanner.domain.countries import country_name
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import DelegationId, ForumId, InstitutionId, ParticipantId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.protocol import DelegationOrder, HostPlace, ProtocolRules
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.i18n import gettext as _
from forumplanner.i18n import interface_language, localized
from forumplanner.records import ContactNote, Delegation, Forum, Institution, OrderOverride, Participant, Person
from forumplanner.store import Store


class TravelsAlong(NotPossible):
    """A member of a delegation was to look after it."""


def add_delegation(
    store: Store,
    *,
    forum_id: ForumId,
    country: str = "",
    institution_id: InstitutionId | None = None,
    name: Mapping[str, str] | None = None,
) -> DelegationId:
    """Add a delegation behind the others; the institution's country stands where none is given.

    Raises `NotPossible` where neither country nor institution nor name is given.
    """
    text = LocalizedText.of(name)
    if not (country or institution_id or text):
        raise NotPossible(_("A delegation needs a country, an institution or a name, so that it can be told apart."))
    made = DelegationId(new_id())
    with store.read() as db:
        place = found(db, Institution, institution_id) if institution_id else None
        where = country or (place.country if place else "")
        values = _called(text, place, where)
    with store.step(StepKind.ADD_DELEGATION, **values) as db:
        found(db, Forum, forum_id)
        position = next_position(db, Delegation.position, Delegation.forum_id == forum_id)
        row = Delegation(id=made, forum_id=forum_id, country=where, institution_id=institution_id, name=text)
        row.position = position
        db.add(row)
    return made


def remove_delegation(store: Store, *, delegation_id: DelegationId) -> int:
    """Dissolve a delegation; its people stay in the forum. Returns how many they are. Its contact notes stay too.

    Raises `found.NoLongerThere`.
    """
    with store.read() as db:
        members = db.execute(select(Participant.id).where(Participant.delegation_id == delegation_id)).all()
        values = words_of(db, delegation_id)
    with store.step(StepKind.REMOVE_DELEGATION, **values, count=len(members)) as db:
        for row in db.execute(select(Participant).where(Participant.delegation_id == delegation_id)).scalars():
            row.delegation_id, row.role_in_delegation = None, ""
        for override in db.execute(select(OrderOverride).where(OrderOverride.delegation_id == delegation_id)).scalars():
            db.delete(override)
        _let_go_of_notes(db, delegation_id)
        db.flush()
        db.delete(found(db, Delegation, delegation_id))
    return len(members)


def _let_go_of_notes(db: Db, delegation_id: DelegationId) -> None:
    # A note is about exactly one subject, so it goes with the delegation; an undo brings both back.
    for note in db.execute(select(ContactNote).where(ContactNote.delegation_id == delegation_id)).scalars():
        db.delete(note)


def rename_delegation(store: Store, *, delegation_id: DelegationId, tag: str, text: str) -> None:
    """Write one language's name of a delegation; the other then needs review."""
    _edit(store, delegation_id, lambda row: setattr(row, "name", row.name.edited(tag, text)))


def confirm_delegation_name(store: Store, *, delegation_id: DelegationId, tag: str) -> None:
    """Declare one language's name right as it stands."""
    _edit(store, delegation_id, lambda row: setattr(row, "name", row.name.confirmed(tag)))


def set_delegation_country(store: Store, *, delegation_id: DelegationId, country: str) -> None:
    """Say which country a delegation is from: ISO 3166-1 alpha-2, "" for not known yet."""
    _edit(store, delegation_id, lambda row: setattr(row, "country", country))


def set_delegation_institution(
    store: Store, *, delegation_id: DelegationId, institution_id: InstitutionId | None
) -> None:
    """Say which institution sends it; a delegation without a country takes the institution's."""
    with store.read() as db:
        country = found(db, Institution, institution_id).country if institution_id else ""

    def change(row: Delegation) -> None:
        row.institution_id = institution_id
        row.country = row.country or country

    _edit(store, delegation_id, change)


def set_unnamed(store: Store, *, delegation_id: DelegationId, number: int) -> None:
    """Say how many people are announced without names. Raises `NotPossible` for fewer than none."""
    if number < 0:
        raise NotPossible(_("There can't be {n} people. Write a number, or 0.", n=number))
    _edit(store, delegation_id, lambda row: setattr(row, "unnamed", number))


def set_liaison(store: Store, *, delegation_id: DelegationId, participant_id: ParticipantId | None) -> None:
    """Say who looks after a delegation, None for nobody yet. Raises `TravelsAlong` for one of its own members."""
    _refuse_member(store, delegation_id, participant_id)
    _edit(store, delegation_id, lambda row: setattr(row, "liaison_id", participant_id))


def set_interpreter(store: Store, *, delegation_id: DelegationId, participant_id: ParticipantId | None) -> None:
    """Say who interprets for a delegation, None for nobody; one of its members may."""
    _edit(store, delegation_id, lambda row: setattr(row, "interpreter_id", participant_id))


def set_contact(store: Store, *, delegation_id: DelegationId, contact: str) -> None:
    """Write whom to ask for what is missing."""
    _edit(store, delegation_id, lambda row: setattr(row, "contact", contact.strip()))


def set_contact_language(store: Store, *, delegation_id: DelegationId, tag: str) -> None:
    """Say in which language the contact is written to, "" for the usual one."""
    _edit(store, delegation_id, lambda row: setattr(row, "contact_language", tag))


def set_confirmed(store: Store, *, delegation_id: DelegationId, day: dt.date | None) -> None:
    """Record the day on which a delegation was confirmed."""
    _edit(store, delegation_id, lambda row: setattr(row, "confirmed_on", day))


def set_hotel(store: Store, *, delegation_id: DelegationId, tag: str, text: str) -> None:
    """Write one language's name of its hotel."""
    _edit(store, delegation_id, lambda row: setattr(row, "hotel", row.hotel.edited(tag, text)))


def set_delegation_notes(store: Store, *, delegation_id: DelegationId, notes: str) -> None:
    """Write what is noted about a delegation."""
    _edit(store, delegation_id, lambda row: setattr(row, "notes", notes.strip()))


def sort_delegations(
    store: Store, *, forum_id: ForumId, order: DelegationOrder, host_place: HostPlace | None = None
) -> None:
    """Choose how delegations are listed everywhere, and where the host country stands; one step."""
    with store.step(StepKind.SORT_DELEGATIONS) as db:
        forum = found(db, Forum, forum_id)
        rules = ProtocolRules.of(forum.protocol)
        forum.protocol = replace(rules, delegations=order, host_place=host_place or rules.host_place).to_keep()


Arranged = Sequence[tuple[DelegationId, Sequence[ParticipantId]]]
"""Delegations as they are to stand, each with its members as they are to stand."""


def arrange_delegations(store: Store, *, forum_id: ForumId, arranged: Arranged) -> None:
    """List delegations and the people in each by hand, exactly so; those not named keep theirs behind it. One step.

    Places of people are dealt out anew inside their delegation only, since other lists go by them too; places of
    delegations that were fixed one by one are let go.
    """
    with store.step(StepKind.SORT_DELEGATIONS) as db:
        forum = found(db, Forum, forum_id)
        forum.protocol = replace(ProtocolRules.of(forum.protocol), delegations=DelegationOrder.HAND).to_keep()
        rows = select(Delegation).where(Delegation.forum_id == forum_id).order_by(Delegation.position, Delegation.id)
        wanted = {key: place for place, (key, _members) in enumerate(arranged)}
        ordered = sorted(db.execute(rows).scalars(), key=lambda row: wanted.get(DelegationId(row.id), len(wanted)))
        for place, row in enumerate(ordered):
            row.position = place
        _let_go_of_places(db, forum_id)
        _deal_out(db, forum_id, {member: place for _key, members in arranged for place, member in enumerate(members)})


def _let_go_of_places(db: Db, forum_id: ForumId) -> None:
    fixed = OrderOverride.delegation_id.is_not(None) & (OrderOverride.forum_id == forum_id)
    for override in db.execute(select(OrderOverride).where(fixed)).scalars():
        db.delete(override)


def _deal_out(db: Db, forum_id: ForumId, wanted: Mapping[ParticipantId, int]) -> None:
    here = (Participant.forum_id == forum_id) & Participant.delegation_id.is_not(None)
    groups: dict[object, list[Participant]] = {}
    for row in db.execute(select(Participant).where(here).order_by(Participant.position, Participant.id)).scalars():
        groups.setdefault(row.delegation_id, []).append(row)
    for group in groups.values():
        last = -1
        ordered = sorted(group, key=lambda row: wanted.get(ParticipantId(row.id), len(wanted)))
        for row, place in zip(ordered, sorted(row.position for row in group), strict=True):
            last = max(place, last + 1)
            if row.position != last:
                row.position = last


def set_caption(store: Store, *, forum_id: ForumId, texts: Mapping[str, str]) -> None:
    """Write the caption under every list of delegations, by language; an empty side is the program's own again."""
    with store.step(StepKind.SORT_DELEGATIONS) as db:
        forum = found(db, Forum, forum_id)
        words = dict(forum.words or {})
        kept = {tag: text.strip() for tag, text in texts.items() if text.strip()}
        words.pop(captions.CODE, None)
        forum.words = {**words, **({captions.CODE: kept} if kept else {})} or None


def words_of(db: Db, delegation_id: DelegationId) -> dict[str, str]:
    """A delegation as a step's values keep it: its name, else its institution's, else its country's."""
    row = found(db, Delegation, delegation_id)
    place = db.get(Institution, row.institution_id) if row.institution_id else None
    return _called(row.name, place, row.country)


def _called(name: LocalizedText, institution: Institution | None, country: str) -> dict[str, str]:
    text = name or (institution.name if institution else name)
    unknown = localized("Country not known")
    zh, en = (text.best(tag) or (country_name(country, tag) if country else unknown[tag]) for tag in (ZH, EN))
    return by_language("delegation", zh=zh, en=en)


def _refuse_member(store: Store, delegation_id: DelegationId, participant_id: ParticipantId | None) -> None:
    if participant_id is None:
        return
    with store.read() as db:
        row = found(db, Participant, participant_id)
        if row.delegation_id == delegation_id:
            name = found(db, Person, row.person_id).name.shown(interface_language())
            raise TravelsAlong(
                _(
                    "{name} belongs to this delegation, so can't look after it. Choose somebody else, "
                    "or take {name} out of the delegation first.",
                    name=name,
                )
            )


def _edit(store: Store, delegation_id: DelegationId, change: Callable[[Delegation], None]) -> None:
    with store.read() as db:
        values = words_of(db, delegation_id)
    with store.step(StepKind.EDIT_DELEGATION, **values) as db:
        change(found(db, Delegation, delegation_id))
