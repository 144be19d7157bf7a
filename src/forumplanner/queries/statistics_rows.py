"""The rows behind a number as a list shows them: names of people, institutions, items and entries, by their keys."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Final

from sqlalchemy import Select, func, select, type_coerce
from sqlalchemy.orm import Session as Db

from forumplanner.domain.countries import country_name
from forumplanner.domain.ids import ForumId
from forumplanner.domain.labels import label
from forumplanner.domain.statistics import Row, RowKind, Words
from forumplanner.domain.text import EMPTY, LocalizedText
from forumplanner.i18n import count_in_language
from forumplanner.queries.columns import NAME, Name
from forumplanner.queries.paper import forum_of
from forumplanner.queries.wordings import AnyRow, name_forms, pair
from forumplanner.records import (
    Act,
    Agreement,
    Appointment,
    ConsularGuest,
    ConsularPost,
    Delegation,
    Forum,
    Institution,
    Item,
    LedgerEntry,
    Participant,
    Person,
    Post,
    Session,
    Track,
)
from forumplanner.snapshots.statistics import ShownRow
from forumplanner.snapshots.wordings import NO_NAME, NO_TEXT, Pair

_Query = Select[*tuple[Any, ...]]
_CHUNK: Final = 500
"""Keys in one statement: SQLite takes some thousand values at most."""


def load(db: Db, *, forum_id: ForumId, rows: Iterable[Row]) -> tuple[ShownRow, ...]:
    """The rows in their order; what is gone meanwhile is left out. Raises `paper.NoSuchForum`."""
    forum = forum_of(db, forum_id)
    languages, words = forum.languages, forum.words or {}
    wanted = tuple(rows)
    by_kind: defaultdict[RowKind, list[uuid.UUID]] = defaultdict(list)
    for row in wanted:
        if row.kind is not RowKind.COUNTRY:
            by_kind[row.kind].append(uuid.UUID(row.id))
    found: dict[tuple[RowKind, str], Callable[[Row], ShownRow]] = {}
    for kind, keys in by_kind.items():
        for start in range(0, len(keys), _CHUNK):
            for record in db.execute(_STATEMENTS[kind](keys[start : start + _CHUNK])):
                found[kind, str(record.id)] = _shower(kind, record, languages)
    shown = []
    for row in wanted:
        if row.kind is RowKind.COUNTRY:
            shown.append(_country(row, languages, words))
        elif show := found.get((row.kind, row.id)):
            shown.append(show(row))
    return tuple(shown)


def _country(row: Row, languages: tuple[str, ...], words: Words) -> ShownRow:
    names = Pair(tuple(country_name(row.id, tag, words) for tag in languages))
    return ShownRow(row, names, country=row.id, page="people", target=f"country:{row.id}")


def _people(column: Any, keys: list[uuid.UUID]) -> _Query:
    """Participants or people, each with the post used here, else the first."""
    first = (
        select(Post.id)
        .where(Post.person_id == Person.id)
        .order_by(Post.position, Post.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
    here = column is Participant.id
    query = select(
        column.label("id"),
        type_coerce(Person.name, NAME).label("name"),
        Person.country,
        Post.title,
        Institution.name.label("institution"),
        *((Participant.category, Participant.status) if here else ()),
    )
    if here:
        query = query.join(Person, Person.id == Participant.person_id)
    used = func.coalesce(Participant.post_id, first) if here else first
    query = query.outerjoin(Post, Post.id == used).outerjoin(Institution, Institution.id == Post.institution_id)
    return query.where(column.in_(keys))


def _beside(record: Any, *columns: Any) -> Callable[[list[uuid.UUID]], _Query]:
    """Columns of one kind of record."""
    return lambda keys: select(record.id.label("id"), *columns).where(record.id.in_(keys))


def _with_institution(record: Any, *columns: Any) -> Callable[[list[uuid.UUID]], _Query]:
    """Columns of a record, with the name of the institution it speaks of."""
    return lambda keys: (
        select(record.id.label("id"), *columns, Institution.name.label("institution"))
        .outerjoin(Institution, Institution.id == record.institution_id)
        .where(record.id.in_(keys))
    )


def _appointments(keys: list[uuid.UUID]) -> _Query:
    return (
        select(
            Appointment.id,
            Appointment.title,
            Appointment.kind,
            type_coerce(Person.name, NAME).label("name"),
            Institution.name.label("institution"),
        )
        .outerjoin(Person, Person.id == Appointment.person_id)
        .outerjoin(Institution, Institution.id == Appointment.institution_id)
        .where(Appointment.id.in_(keys))
    )


def _envoys(keys: list[uuid.UUID]) -> _Query:
    return (
        select(ConsularGuest.id, ConsularPost.name.label("post"), ConsularPost.country, ConsularGuest.status)
        .join(ConsularPost, ConsularPost.id == ConsularGuest.consular_post_id)
        .where(ConsularGuest.id.in_(keys))
    )


_STATEMENTS: Final[dict[RowKind, Callable[[list[uuid.UUID]], _Query]]] = {
    RowKind.PARTICIPANT: lambda keys: _people(Participant.id, keys),
    RowKind.PERSON: lambda keys: _people(Person.id, keys),
    RowKind.DELEGATION: _with_institution(Delegation, Delegation.name, Delegation.country, Delegation.code),
    RowKind.CONSULAR_GUEST: _envoys,
    RowKind.INSTITUTION: _beside(Institution, Institution.name, Institution.country),
    RowKind.ITEM: _beside(Item, Item.title, Item.kind),
    RowKind.TRACK: _beside(Track, Track.title, Track.code),
    RowKind.SESSION: _beside(Session, Session.title, Session.kind),
    RowKind.LEDGER: _with_institution(LedgerEntry, LedgerEntry.change, LedgerEntry.standing),
    RowKind.AGREEMENT: _beside(Agreement, Agreement.title, Agreement.kind),
    RowKind.APPOINTMENT: _appointments,
    RowKind.ACT: _beside(Act, Act.title, Act.item_id),
    RowKind.FORUM: _beside(Forum, Forum.short_title, Forum.titles),
}


def _shower(kind: RowKind, record: AnyRow, languages: tuple[str, ...]) -> Callable[[Row], ShownRow]:
    """What makes the line of a record; a count without names is said in words."""

    def show(row: Row) -> ShownRow:
        return _LINES[kind](row, record, languages)

    return show


def _person(row: Row, record: AnyRow, languages: tuple[str, ...]) -> ShownRow:
    here = row.kind is RowKind.PARTICIPANT
    return ShownRow(
        row,
        _name(record.name, languages),
        pair(record.institution or record.title, languages),
        country=record.country,
        page="people" if here else "",
        target=row.id if here else "",
        category=record.category if here else None,
        status=record.status if here else None,
    )


def _name(name: Name | None, languages: tuple[str, ...]) -> Pair:
    forms = name_forms(name)
    return Pair(tuple(forms.shown(tag) for tag in languages)) if forms != NO_NAME else NO_TEXT


def _delegation(row: Row, record: AnyRow, languages: tuple[str, ...]) -> ShownRow:
    country = Pair(tuple(country_name(record.country, tag) for tag in languages)) if record.country else NO_TEXT
    name = pair(record.name or record.institution, languages) or country or Pair((record.code,) * len(languages))
    beside = _unnamed(row, languages) or (country if name.texts != country.texts else NO_TEXT)
    return ShownRow(row, name, beside, country=record.country, page="delegations", target=row.id)


def _envoy(row: Row, record: AnyRow, languages: tuple[str, ...]) -> ShownRow:
    country = Pair(tuple(country_name(record.country, tag) for tag in languages))
    name, beside = pair(record.post, languages) or country, _unnamed(row, languages)
    return ShownRow(row, name, beside, record.country, "guests", row.id, status=record.status)


def _unnamed(row: Row, languages: tuple[str, ...]) -> Pair:
    """How many stand behind a row without names; nothing for a row that stands for one."""
    if row.count == 1:
        return NO_TEXT
    said = (count_in_language(tag, "{n} without a name", "{n} without names", row.count) for tag in languages)
    return Pair(tuple(said))


def _ledger(row: Row, record: AnyRow, languages: tuple[str, ...]) -> ShownRow:
    kind = record.standing or record.change
    word = Pair(tuple(label(kind, tag) for tag in languages))
    name = pair(record.institution, languages) or _unnamed(row, languages) or word
    return ShownRow(row, name, word, page="alliance", target="members")


def _titled(page: str) -> Callable[[Row, AnyRow, tuple[str, ...]], ShownRow]:
    """Records that have a title, with their kind in words beside it, or instead of it."""

    def show(row: Row, record: AnyRow, languages: tuple[str, ...]) -> ShownRow:
        kind = getattr(record, "kind", None)
        word = Pair(tuple(label(kind, tag) for tag in languages)) if kind else NO_TEXT
        title = pair(getattr(record, "title", None) or getattr(record, "name", None), languages)
        target = _target(row, record) if page else ""
        return ShownRow(row, title or word, word if title else NO_TEXT, getattr(record, "country", ""), page, target)

    return show


def _target(row: Row, record: AnyRow) -> str:
    """What to select on the page; a parallel forum is no row of the programme, an act stands in its item."""
    if row.kind is RowKind.AGREEMENT:
        return f"agreements:{row.id}"
    if row.kind is RowKind.ACT:
        return str(record.item_id)
    return "" if row.kind is RowKind.TRACK else row.id


def _appointment(row: Row, record: AnyRow, languages: tuple[str, ...]) -> ShownRow:
    whom = _name(record.name, languages) or pair(record.institution, languages)
    word = Pair(tuple(label(record.kind, tag) for tag in languages))
    title = pair(record.title, languages) or word
    beside = title if whom else NO_TEXT
    return ShownRow(row, whom or title, beside, page="alliance", target=f"appointments:{row.id}")


def _forum(row: Row, record: AnyRow, languages: tuple[str, ...]) -> ShownRow:
    title: LocalizedText = record.short_title or next(iter(record.titles), EMPTY)
    return ShownRow(row, pair(title, languages))


_LINES: Final[dict[RowKind, Callable[[Row, AnyRow, tuple[str, ...]], ShownRow]]] = {
    RowKind.PARTICIPANT: _person,
    RowKind.PERSON: _person,
    RowKind.DELEGATION: _delegation,
    RowKind.CONSULAR_GUEST: _envoy,
    RowKind.INSTITUTION: _titled(""),
    RowKind.ITEM: _titled("programme"),
    RowKind.TRACK: _titled("programme"),
    RowKind.SESSION: _titled("programme"),
    RowKind.LEDGER: _ledger,
    RowKind.AGREEMENT: _titled("alliance"),
    RowKind.APPOINTMENT: _appointment,
    RowKind.ACT: _titled("programme"),
    RowKind.FORUM: _forum,
}
