"""The chase matrix of a forum in seven statements: what other records say already, the rest as it was ticked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.guest_kinds import MaterialKind, MaterialState
from forumplanner.domain.ids import ForumId
from forumplanner.domain.invitation_chain import comes, place
from forumplanner.domain.kinds import Category, Direction, InvitationStatus, ItemKind, Mode, Role
from forumplanner.domain.sorting import initials
from forumplanner.domain.text import EMPTY, ZH, LocalizedText
from forumplanner.queries.columns import KEY, NAME, TEXTS
from forumplanner.queries.wordings import AnyRow, name_forms
from forumplanner.records import (
    Appearance,
    Delegation,
    Forum,
    Institution,
    Item,
    Journey,
    Material,
    Participant,
    Person,
    Post,
)
from forumplanner.snapshots.chasing import KINDS, Chase, ChaseLine, MaterialCell
from forumplanner.snapshots.paper import Lines

CHASED = (Category.GUEST, Category.CONSULAR, Category.SPEAKER)
"""Whom a secretariat runs after, besides everybody who speaks."""

_TALKS = frozenset((ItemKind.KEYNOTE, ItemKind.REPORT))
_SPEECHES = _TALKS | {ItemKind.ADDRESS, ItemKind.WELCOME, ItemKind.VIDEO_ADDRESS, ItemKind.PANEL}
_AWAY = frozenset((MaterialKind.FLIGHT, MaterialKind.HOTEL))
_HERE = frozenset((*_AWAY, MaterialKind.PASSPORT, MaterialKind.DIET))
"""Asked only of those who come to the place itself."""

_SENT = place(InvitationStatus.SENT)
_ANSWERED = place(InvitationStatus.ACCEPTED)

DONE = MaterialCell(MaterialState.RECEIVED, derived=True)
WAITED = MaterialCell(MaterialState.WAITED)
NOT_NEEDED = MaterialCell(MaterialState.NOT_NEEDED)


@dataclass(slots=True)
class _Speech:
    """What somebody's items have: all titles, all abstracts, and whether any of them is a talk."""

    talks: bool = False
    titled: bool = True
    summed_up: bool = True


def load(db: Db, *, forum_id: ForumId) -> Chase:
    """Everybody who is chased, by Latin name; those who declined or send another owe nothing."""
    forum = db.get(Forum, forum_id)
    if forum is None:
        return Chase(())
    speeches = _speeches(db, forum_id)
    kept = _materials(db, forum_id)
    arrivals = _arrivals(db, forum_id)
    places = _places(db, forum_id)
    rows = [
        row
        for row in db.execute(_PEOPLE.where(Participant.forum_id == forum_id, _chased(forum_id)))
        if comes(row.status)
    ]
    lines = []
    for row in rows:
        name, city = places.get(row.person_id, (EMPTY, ""))
        known = _Known(forum, city, speeches.get(row.id), arrives=row.id in arrivals)
        lines.append(_line(row, name.lines(forum.languages), _cells(row, known, kept[row.id])))
    return Chase(forum.languages, tuple(lines), forum.starts_on.year if forum.starts_on else 0)


@dataclass(frozen=True, slots=True)
class _Known:
    """What else is known about one person: the forum, the home city, what they say on stage, whether they arrive."""

    forum: Forum
    city: str
    speech: _Speech | None
    arrives: bool


_PEOPLE = (
    select(
        type_coerce(Participant.id, KEY).label("id"),
        type_coerce(Participant.person_id, KEY).label("person_id"),
        Participant.category,
        Participant.mode,
        Participant.status,
        Person.country,
        Person.photo,
        Person.sort_pinyin,
        Person.sort_latin,
        type_coerce(Person.name, NAME).label("name"),
        Delegation.hotel,
    )
    .join(Person, Person.id == Participant.person_id)
    .outerjoin(Delegation, Delegation.id == Participant.delegation_id)
    .order_by(Person.sort_latin, Person.sort_pinyin, Participant.id)
)


def _chased(forum_id: ForumId) -> Any:
    speaks = (
        select(Appearance.participant_id)
        .join(Participant, Participant.id == Appearance.participant_id)
        .where(Participant.forum_id == forum_id, Appearance.role == Role.SPEAKER)
    )
    ticked = select(Material.participant_id)
    return or_(Participant.category.in_(CHASED), Participant.id.in_(speaks), Participant.id.in_(ticked))


def _speeches(db: Db, forum_id: ForumId) -> dict[str, _Speech]:
    rows = db.execute(
        select(
            type_coerce(Appearance.participant_id, KEY).label("id"),
            Item.kind,
            type_coerce(Item.title, TEXTS).label("title"),
            type_coerce(Item.abstract, TEXTS).label("abstract"),
        )
        .join(Item, Item.id == Appearance.item_id)
        .join(Participant, Participant.id == Appearance.participant_id)
        .where(Participant.forum_id == forum_id, Appearance.role == Role.SPEAKER, Item.kind.in_(_SPEECHES))
    )
    found: defaultdict[str, _Speech] = defaultdict(_Speech)
    for row in rows:
        speech = found[row.id]
        if row.kind in _TALKS:
            speech.talks = True
            speech.titled = speech.titled and bool(row.title)
            speech.summed_up = speech.summed_up and bool(row.abstract)
    return found


def _materials(db: Db, forum_id: ForumId) -> defaultdict[str, dict[MaterialKind, MaterialCell]]:
    rows = db.execute(
        select(
            type_coerce(Material.participant_id, KEY).label("id"),
            Material.kind,
            Material.state,
            Material.day,
            Material.note,
        )
        .join(Participant, Participant.id == Material.participant_id)
        .where(Participant.forum_id == forum_id)
    )
    found: defaultdict[str, dict[MaterialKind, MaterialCell]] = defaultdict(dict)
    for row in rows:
        found[row.id][row.kind] = MaterialCell(row.state, day=row.day, note=row.note)
    return found


def _arrivals(db: Db, forum_id: ForumId) -> frozenset[str]:
    rows = db.execute(
        select(type_coerce(Journey.participant_id, KEY))
        .join(Participant, Participant.id == Journey.participant_id)
        .where(Participant.forum_id == forum_id, Journey.direction == Direction.ARRIVAL)
        .where(Journey.at.is_not(None) | (Journey.carrier != ""))
    )
    return frozenset(rows.scalars())


def _places(db: Db, forum_id: ForumId) -> dict[str, tuple[LocalizedText, str]]:
    """Name and Chinese city of the institution of somebody's first post, by person."""
    rows = db.execute(
        select(type_coerce(Post.person_id, KEY).label("id"), Institution.name, Institution.city)
        .join(Institution, Institution.id == Post.institution_id)
        .join(Participant, Participant.person_id == Post.person_id)
        .where(Participant.forum_id == forum_id, _chased(forum_id))
        .order_by(Post.position, Post.id)
    )
    found: dict[str, tuple[LocalizedText, str]] = {}
    for row in rows:
        found.setdefault(row.id, (row.name, row.city.best(ZH)))
    return found


def _line(row: AnyRow, institution: Lines, cells: Iterable[MaterialCell]) -> ChaseLine:
    name = name_forms(row.name)
    keys = (name.zh, row.sort_latin, row.sort_pinyin.replace(" ", ""), initials(row.sort_pinyin), *institution)
    found_by = "\n".join(filter(None, keys)).casefold()
    return ChaseLine(row.id, name, row.category, institution, tuple(cells), found_by, row.sort_pinyin, row.sort_latin)


def _cells(row: AnyRow, known: _Known, kept: Mapping[MaterialKind, MaterialCell]) -> Iterable[MaterialCell]:
    """What another record says for certain, else what was ticked, else what follows from who it is."""
    for kind in KINDS:
        said = _said(kind, row, known)
        yield said if said.derived else kept.get(kind, said)


def _said(kind: MaterialKind, row: AnyRow, known: _Known) -> MaterialCell:
    match kind:
        case MaterialKind.INVITATION | MaterialKind.REPLY:
            return _asked(kind, place(row.status))
        case MaterialKind.PHOTO:
            return DONE if row.photo else WAITED
        case MaterialKind.BIOGRAPHY:
            return WAITED if known.speech else NOT_NEEDED
        case MaterialKind.TITLE | MaterialKind.ABSTRACT | MaterialKind.SLIDES:
            return _of_talk(kind, known.speech)
    return _of_visit(kind, row, known) if kind in _HERE else WAITED


def _asked(kind: MaterialKind, done: int) -> MaterialCell:
    if done >= (_SENT if kind is MaterialKind.INVITATION else _ANSWERED):
        return DONE
    asked = kind is MaterialKind.REPLY and done >= _SENT
    return MaterialCell(MaterialState.ASKED if asked else MaterialState.WAITED, derived=True)


def _of_talk(kind: MaterialKind, speech: _Speech | None) -> MaterialCell:
    if speech is None or not speech.talks:
        return NOT_NEEDED
    here = {MaterialKind.TITLE: speech.titled, MaterialKind.ABSTRACT: speech.summed_up}.get(kind, False)
    return DONE if here else WAITED


def _of_visit(kind: MaterialKind, row: AnyRow, known: _Known) -> MaterialCell:
    if row.mode in {Mode.ONLINE, Mode.VIDEO}:
        return NOT_NEEDED
    at_home = row.category is Category.CONSULAR or (known.city and known.city == known.forum.city.best(ZH))
    if kind in _AWAY and at_home:
        return NOT_NEEDED
    if kind is MaterialKind.PASSPORT and (row.country in {"", known.forum.country} or at_home):
        return NOT_NEEDED
    booked = (kind is MaterialKind.FLIGHT and known.arrives) or (kind is MaterialKind.HOTEL and bool(row.hotel))
    return DONE if booked else WAITED
