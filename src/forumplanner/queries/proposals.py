"""Reads what a programme's ceremonies would enter into the registers: signings, appointments, honours, admissions.

What a register holds already, by its act or by its item and recipient, is not proposed again.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import func, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.guest_kinds import AgreementKind, AppointmentKind
from forumplanner.domain.kinds import ItemKind, Role, Standing
from forumplanner.domain.ledger import roll
from forumplanner.domain.text import ZH
from forumplanner.i18n import interface_language
from forumplanner.queries import institutions, ledger, paper
from forumplanner.queries.agenda import day_of
from forumplanner.queries.columns import KEY, NAME
from forumplanner.queries.wordings import name_forms, pair
from forumplanner.records import (
    Act,
    Agreement,
    Appearance,
    Appointment,
    Item,
    LedgerEntry,
    Part,
    Participant,
    Person,
    Post,
    Session,
)
from forumplanner.snapshots.proposals import Proposal, Proposals, ProposedParty, Register
from forumplanner.snapshots.wordings import NO_TEXT

APPOINTMENTS: Final = {
    ItemKind.APPOINTMENT: AppointmentKind.APPOINTMENT,
    ItemKind.CONFERMENT: AppointmentKind.HONORARY_TITLE,
    ItemKind.PLAQUE: AppointmentKind.PLAQUE,
    ItemKind.AWARD: AppointmentKind.AWARD,
}
_KINDS: Final = (ItemKind.SIGNING, ItemKind.ADMISSION, *APPOINTMENTS)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody in an item, with the role."""

    act_id: uuid.UUID | None
    role: Role
    party: ProposedParty


def load(db: Db, *, forum_id: uuid.UUID) -> Proposals:
    """What the programme of a forum would enter. Raises `paper.NoSuchForum`."""
    tags = paper.forum_of(db, forum_id).languages
    rows = db.execute(
        select(Item, Session)
        .join(Part, Part.id == Item.part_id)
        .join(Session, Session.id == Part.session_id)
        .where(Session.forum_id == forum_id, Item.kind.in_(_KINDS))
        .order_by(Session.starts_at, Session.position, Part.position, Item.position, Item.id)
    ).all()
    keys = [item.id for item, _session in rows]
    acts, seen = _acts(db, keys), _seen(db, keys, tags)
    found: list[Proposal] = []
    for item, session in rows:
        base = Proposal(id="", register=Register.LEDGER, item_id=str(item.id), item=pair(item.title, tags))
        base = replace(base, title=base.item, day=day_of(session))
        found += _of_item(item, base, acts.get(item.id, []), seen.get(item.id, []), tags)
    return Proposals(tags, tuple(_fresh(db, found)))


def _of_item(
    item: Item, base: Proposal, acts: Sequence[Act], people: Sequence[_Seen], tags: tuple[str, ...]
) -> Iterator[Proposal]:
    """Each act is an agreement or a deed of its own; an item without acts is one."""
    groups: list[tuple[Proposal, list[_Seen]]] = [
        (
            replace(base, act_id=str(act.id), title=pair(act.title, tags) or base.item),
            [one for one in people if one.act_id == act.id],
        )
        for act in acts
    ]
    loose = [one for one in people if one.act_id is None]
    if not acts or any(one.role is Role.RECIPIENT for one in loose):
        groups.append((base, loose))
    shared = [one for one in loose if one.role is Role.PRESENTER]
    for deed, inside in groups:
        if item.kind is ItemKind.SIGNING:
            yield from _agreement(item, deed, inside)
        else:
            yield from _received(item, deed, inside, [one for one in inside if one.role is Role.PRESENTER] or shared)


def _agreement(item: Item, deed: Proposal, inside: Sequence[_Seen]) -> Iterator[Proposal]:
    parties = _parties([one.party for one in inside if one.role is Role.SIGNATORY])
    if len(parties) > 1:
        yield replace(
            deed,
            id=f"agreements/{deed.act_id or item.id}",
            register=Register.AGREEMENTS,
            parties=parties,
            agreement=agreement_kind(deed.title.texts),
        )


def _parties(signing: Sequence[ProposedParty]) -> tuple[ProposedParty, ...]:
    """Institutions in the order of the programme; a person beside his institution is its signatory."""
    found: dict[str, ProposedParty] = {}
    for one in signing:
        key = one.institution_id or one.person_id
        known = found.get(key)
        found[key] = (
            replace(known, person_id=one.person_id, person=one.person) if known and one.person_id else (known or one)
        )
    return tuple(found.values())


def agreement_kind(titles: Sequence[str]) -> AgreementKind:
    """What kind of text a title speaks of."""
    text = " ".join(titles).casefold()
    words = (
        (AgreementKind.LETTER_OF_INTENT, ("意向", "letter of intent")),
        (AgreementKind.DECLARATION, ("宣言", "declaration")),
        (AgreementKind.MEMORANDUM, ("备忘录", "memorandum", "mou")),
        (AgreementKind.AGREEMENT, ("协议", "agreement")),
    )
    return next((kind for kind, said in words if any(word in text for word in said)), AgreementKind.OTHER)


def _received(item: Item, deed: Proposal, inside: Sequence[_Seen], presenting: Sequence[_Seen]) -> Iterator[Proposal]:
    presenter = _presenter([one.party for one in presenting])
    for one in inside:
        if one.role is not Role.RECIPIENT:
            continue
        if item.kind is ItemKind.ADMISSION:
            if one.party.institution_id:
                made = replace(deed, id=f"ledger/{one.party.institution_id}", register=Register.LEDGER)
                yield replace(made, parties=(replace(one.party, person_id=""),))
            continue
        who = one.party.person_id or one.party.institution_id
        yield replace(
            deed,
            id=f"appointments/{deed.act_id or item.id}/{who}",
            register=Register.APPOINTMENTS,
            parties=(one.party,),
            appointment=APPOINTMENTS[item.kind],
            presenter=presenter,
        )


def _presenter(parties: Sequence[ProposedParty]) -> str:
    tag = interface_language()
    names = [one.person.shown(tag) or one.institution.best(0 if tag == ZH else -1) for one in parties]
    return ("、" if tag == ZH else ", ").join(filter(None, names))[:200]


def _fresh(db: Db, lines: Sequence[Proposal]) -> Iterator[Proposal]:
    """Those that no register holds, each once."""
    known = _known(db)
    standings = roll(ledger.entries(db)).standings
    members = {key for key, standing in standings.items() if standing is not Standing.OBSERVER}
    for line in lines:
        who = line.parties[0].institution_id if line.register is Register.LEDGER else ""
        if line.id in known or who in members:
            continue
        known.add(line.id)
        yield line


def _known(db: Db) -> set[str]:
    """The ids that proposals of what is in the registers would have."""
    found: set[str] = set()
    for act, item in db.execute(select(Agreement.act_id, Agreement.item_id)):
        found |= {f"agreements/{key}" for key in (act or item,) if key}
    rows = select(Appointment.act_id, Appointment.item_id, Appointment.person_id, Appointment.institution_id)
    for act, item, person, institution in db.execute(rows):
        found |= {f"appointments/{act or item}/{who}" for who in (person, institution) if who}
    admitted = select(LedgerEntry.institution_id, LedgerEntry.item_id).where(LedgerEntry.item_id.is_not(None))
    found |= {f"ledger/{institution}" for institution, _item in db.execute(admitted) if institution}
    return found


def _acts(db: Db, items: Sequence[uuid.UUID]) -> dict[uuid.UUID, list[Act]]:
    found: defaultdict[uuid.UUID, list[Act]] = defaultdict(list)
    for act in db.scalars(select(Act).where(Act.item_id.in_(items)).order_by(Act.position, Act.id)):
        found[act.item_id].append(act)
    return found


def _seen(db: Db, items: Sequence[uuid.UUID], tags: tuple[str, ...]) -> dict[uuid.UUID, list[_Seen]]:
    """Who appears in these items, in order; a person's institution is that of the post used there."""
    names = institutions.names(db, tags)
    rows = db.execute(
        select(Appearance, type_coerce(Participant.person_id, KEY), type_coerce(Person.name, NAME), Post.institution_id)
        .outerjoin(Participant, Participant.id == Appearance.participant_id)
        .outerjoin(Person, Person.id == Participant.person_id)
        .outerjoin(Post, Post.id == func.coalesce(Appearance.post_id, Participant.post_id))
        .where(Appearance.item_id.in_(items))
        .order_by(Appearance.position, Appearance.id)
    )
    found: defaultdict[uuid.UUID, list[_Seen]] = defaultdict(list)
    for row, person_id, name, place in rows:
        institution = row.institution_id or place
        party = ProposedParty(
            institution_id=str(institution) if institution else "",
            institution=names.get(institution, NO_TEXT) if institution else NO_TEXT,
            person_id=person_id or "",
            person=name_forms(name),
        )
        if row.item_id and (person_id or institution):
            found[row.item_id].append(_Seen(row.act_id, row.role, party))
    return found
