"""Two records of one person become one, in one step that undo takes apart; two people are declared to be two."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session as Db

from forumplanner.actions.found import NotPossible, found, named
from forumplanner.actions.merged_participants import merge_participants
from forumplanner.actions.merged_posts import posts_go_over
from forumplanner.actions.merged_remarks import Remarks, Texts
from forumplanner.domain.history import by_language
from forumplanner.domain.ids import PersonId, new_id
from forumplanner.domain.kinds import StepKind
from forumplanner.domain.likeness_traits import digits
from forumplanner.domain.merging import (
    LISTS,
    PARTICIPANT_FIELDS,
    PERSON_FIELDS,
    Choices,
    Side,
    all_forms,
    merged_name,
    one_of,
)
from forumplanner.domain.names import PersonName
from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import gettext as _
from forumplanner.records import (
    AgreementParty,
    Appointment,
    DistinctPair,
    OfficeTerm,
    Participant,
    Person,
    PersonAlias,
)
from forumplanner.store import Store


@dataclass(frozen=True, slots=True)
class Merged:
    """What was done: who stays, and what there is to know about it, a sentence each, by language."""

    person_id: PersonId
    remarks: tuple[Texts, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What files may call somebody by: the record's key, its names and every code."""

    key: uuid.UUID
    name: PersonName
    codes: frozenset[str]


def merge(store: Store, *, keep: PersonId, drop: PersonId, choices: Mapping[str, Side] | None = None) -> Merged:
    """Make one person of two: `keep` stays, with all that hangs on `drop`; files that name `drop` find `keep`.

    `choices`: which side a field is taken from (`domain.merging`); else what `keep` says, else what `drop` says.
    Undo takes the merge apart again. Raises `NotPossible` for one person twice, `NoLongerThere`.
    """
    if keep == drop:
        raise NotPossible(_("This is one and the same record. Choose two records of the person to merge."))
    chosen = dict(choices or {})
    _require_known(chosen)
    with store.read() as db:
        values = {**named(found(db, Person, keep).name), **_other(found(db, Person, drop).name)}
    remarks = Remarks()
    with store.step(StepKind.MERGE_PEOPLE, **values) as db:
        stays, goes = found(db, Person, keep), found(db, Person, drop)
        known = (_known(db, stays), _known(db, goes))
        _participants_go_over(db, keep, drop, chosen, remarks)
        posts_go_over(db, keep, drop)
        _registers_go_over(db, keep, drop)
        _pairs_go_over(db, keep, drop)
        _fields_go_over(stays, goes, chosen)
        _aliases_go_over(db, stays, known)
        db.flush()
        db.delete(goes)
        said = remarks.lines(db)
    return Merged(keep, said)


def _require_known(choices: Choices) -> None:
    for field in choices:
        if field not in PERSON_FIELDS and field.partition(":")[2] not in PARTICIPANT_FIELDS:
            raise ValueError(f"{field} is no field of a person or participant")


def _other(name: PersonName) -> dict[str, str]:
    return by_language("other", zh=name.shown(ZH), en=name.shown(EN))


def _known(db: Db, person: Person) -> _Known:
    codes = set(db.scalars(select(Participant.code).where(Participant.person_id == person.id)))
    return _Known(person.id, person.name, frozenset(codes | {person.code}) - {""})


def _participants_go_over(db: Db, keep: PersonId, drop: PersonId, choices: Choices, remarks: Remarks) -> None:
    mine = {row.forum_id: row for row in db.scalars(select(Participant).where(Participant.person_id == keep))}
    theirs = select(Participant).where(Participant.person_id == drop).order_by(Participant.id)
    for participant in list(db.scalars(theirs)):
        same = mine.get(participant.forum_id)
        if same is None:
            participant.person_id = keep
        else:
            merge_participants(db, same, participant, choices, remarks)
    db.flush()


def _registers_go_over(db: Db, keep: PersonId, drop: PersonId) -> None:
    """Terms of office, appointments and signatures; a term or a signature that both records have is kept once."""
    for appointment in db.scalars(select(Appointment).where(Appointment.person_id == drop)):
        appointment.person_id = keep
    terms = [_term(row) for row in db.scalars(select(OfficeTerm).where(OfficeTerm.person_id == keep))]
    for term in list(db.scalars(select(OfficeTerm).where(OfficeTerm.person_id == drop))):
        _keep_once(db, term, keep, twice=_term(term) in terms)
    signed = [_party(row) for row in db.scalars(select(AgreementParty).where(AgreementParty.person_id == keep))]
    for party in list(db.scalars(select(AgreementParty).where(AgreementParty.person_id == drop))):
        _keep_once(db, party, keep, twice=_party(party) in signed)


def _term(row: OfficeTerm) -> tuple[object, ...]:
    return row.office, row.institution_id, row.since, row.until


def _party(row: AgreementParty) -> tuple[object, ...]:
    return row.agreement_id, row.institution_id


def _keep_once(db: Db, row: OfficeTerm | AgreementParty, keep: PersonId, *, twice: bool) -> None:
    if twice:
        db.delete(row)
    else:
        row.person_id = keep


def _pairs_go_over(db: Db, keep: PersonId, drop: PersonId) -> None:
    """Whoever was declared not to be `drop` is not `keep` either; that the two are two is no longer true."""
    pairs = list(db.scalars(select(DistinctPair).where(_concerns(keep) | _concerns(drop))))
    kept = {_others(pair, keep) for pair in pairs if keep in {pair.first_id, pair.second_id}}
    for pair in [pair for pair in pairs if drop in {pair.first_id, pair.second_id}]:
        other = _others(pair, drop)
        db.delete(pair)
        if other not in {keep, *kept}:
            db.add(_pair(keep, other))
    db.flush()


def _concerns(person: uuid.UUID) -> ColumnElement[bool]:
    return (DistinctPair.first_id == person) | (DistinctPair.second_id == person)


def _others(pair: DistinctPair, person: uuid.UUID) -> uuid.UUID:
    return pair.second_id if pair.first_id == person else pair.first_id


def _pair(one: uuid.UUID, other: uuid.UUID) -> DistinctPair:
    first, second = sorted((one, other), key=str)
    return DistinctPair(id=new_id(), first_id=first, second_id=second)


def _fields_go_over(keep: Person, drop: Person, choices: Choices) -> None:
    keep.name = merged_name(keep.name, drop.name, choices)
    numbers = [keep.phone, drop.phone]
    keep.sort_pinyin, keep.sort_latin = pinyin_key(keep.name.zh), latin_key(keep.name.latin)
    for field in ("country", "phone", "photo", "code"):
        setattr(keep, field, one_of(getattr(keep, field), getattr(drop, field), choices.get(field)))
    for field in (*LISTS, "notes"):
        side = choices.get(field, Side.BOTH)
        setattr(keep, field, one_of(getattr(keep, field), getattr(drop, field), side))
    _note_numbers(keep, {keep.phone, *numbers})


def _note_numbers(person: Person, numbers: set[str]) -> None:
    """A phone number that had to give way is noted, so that nobody loses it and lists with it are still recognised."""
    lost = (number for number in sorted(numbers) if digits(number) and digits(number) != digits(person.phone))
    fresh = [f"Tel. {number}" for number in lost if number not in person.notes]
    person.notes = "\n".join(filter(None, (person.notes, *fresh)))


def _aliases_go_over(db: Db, keep: Person, known: tuple[_Known, _Known]) -> None:
    """What files may still call either record by, where the record that stays no longer says so itself."""
    for alias in db.scalars(select(PersonAlias).where(PersonAlias.person_id == known[1].key)):
        alias.person_id = keep.id
    now = _known(db, keep)
    for was in known:
        codes = sorted(was.codes - now.codes)
        renamed = all_forms(was.name) - all_forms(now.name)
        if was.key == keep.id and not codes and not renamed:
            continue
        for code in codes or [""]:
            db.add(PersonAlias(id=new_id(), person_id=keep.id, was_id=was.key, code=code, name=was.name))


def keep_apart(store: Store, first: PersonId, second: PersonId) -> None:
    """Declare two people of one name to be two, so that nobody is asked about them again.

    What was declared before is no new step. Raises `NotPossible` for one person twice, `NoLongerThere`.
    """
    if first == second:
        raise NotPossible(_("This is one and the same record. Choose two different people."))
    with store.read() as db:
        values = {**named(found(db, Person, first).name), **_other(found(db, Person, second).name)}
    with store.step(StepKind.KEEP_APART, **values) as db:
        found(db, Person, first)
        found(db, Person, second)
        pair = _pair(first, second)
        known = (DistinctPair.first_id == pair.first_id) & (DistinctPair.second_id == pair.second_id)
        if db.scalars(select(DistinctPair).where(known)).first() is None:
            db.add(pair)
