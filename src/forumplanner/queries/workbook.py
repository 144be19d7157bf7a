"""One forum and the directory as plain records, for the planning workbook; one statement a table, whatever its size."""

import datetime as dt
import uuid
from collections.abc import Iterable
from enum import Enum
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.orm import Session as Db

from forumplanner.domain.names import PersonName
from forumplanner.domain.text import LocalizedText
from forumplanner.records import (
    Appearance,
    ConsularGuest,
    ConsularPost,
    Delegation,
    Forum,
    Institution,
    Item,
    Journey,
    Organiser,
    Part,
    Participant,
    Person,
    PersonAlias,
    Post,
    Room,
    Session,
    SessionRoom,
    Track,
)
from forumplanner.snapshots.import_plan import Value
from forumplanner.snapshots.workbook import KnownForum, Record

_DIRECTORY: tuple[type[DeclarativeBase], ...] = (Institution, Person, PersonAlias, Post, ConsularPost)
_OF_FORUM = (Organiser, Participant, Delegation, ConsularGuest, Room, Track, Session)
_LEFT_OUT = frozenset({"id", "version"})
_NUMBERED = frozenset({"notes"})
"""Lists of texts of which every entry is an attribute of its own; others are one value."""


def known(db: Db, forum_id: uuid.UUID | None) -> KnownForum:
    """What the file knows of a forum, and the whole directory; of the directory only where `forum_id` is None."""
    tables = {kind.__tablename__: _records(db, select(kind.__table__)) for kind in _DIRECTORY}
    forums = {slug: str(key) for key, slug in db.execute(select(Forum.id, Forum.slug).order_by(Forum.slug))}
    if forum_id is not None:
        tables |= _of_forum(db, forum_id)
    elsewhere = _elsewhere(db, forum_id, tables)
    return KnownForum(str(forum_id) if forum_id else "", tables, elsewhere, forums)


def _of_forum(db: Db, forum_id: uuid.UUID) -> dict[str, dict[str, Record]]:
    """The forum's own records, each table by one statement."""
    tables = {"forum": _records(db, select(Forum.__table__).where(Forum.id == forum_id))}
    for kind in _OF_FORUM:
        tables[kind.__tablename__] = _records(db, select(kind.__table__).where(kind.forum_id == forum_id))
    sessions = select(Session.id).where(Session.forum_id == forum_id)
    parts = select(Part.id).where(Part.session_id.in_(sessions))
    items = select(Item.id).where(Item.part_id.in_(parts))
    participants = select(Participant.id).where(Participant.forum_id == forum_id)
    place = Appearance.item_id.in_(items) | Appearance.part_id.in_(parts)
    tables["part"] = _records(db, select(Part.__table__).where(Part.session_id.in_(sessions)))
    tables["item"] = _records(db, select(Item.__table__).where(Item.part_id.in_(parts)))
    tables["appearance"] = _records(db, select(Appearance.__table__).where(place))
    tables["journey"] = _records(db, select(Journey.__table__).where(Journey.participant_id.in_(participants)))
    for key, rooms in _rooms(db, sessions).items():
        tables["session"][key]["rooms"] = rooms
    return tables


def _rooms(db: Db, sessions: Select[Any]) -> dict[str, tuple[str, ...]]:
    """Rooms of each session, the place itself first."""
    wanted = select(SessionRoom.session_id, SessionRoom.room_id).where(SessionRoom.session_id.in_(sessions))
    rooms: dict[str, tuple[str, ...]] = {}
    for session_id, room_id in db.execute(wanted.order_by(SessionRoom.position, SessionRoom.id)):
        rooms[str(session_id)] = (*rooms.get(str(session_id), ()), str(room_id))
    return rooms


def _elsewhere(db: Db, forum_id: uuid.UUID | None, tables: dict[str, dict[str, Record]]) -> frozenset[str]:
    """Keys of the directory that other forums use."""
    people = _keys(db, select(Participant.person_id).where(Participant.forum_id != forum_id))
    posts = {key for key, post in tables["post"].items() if post["person_id"] in people}
    here = set(tables.get("appearance", ()))
    institutions = _keys(db, select(Organiser.institution_id).where(Organiser.forum_id != forum_id))
    institutions |= _keys(db, select(Delegation.institution_id).where(Delegation.forum_id != forum_id))
    institutions |= _keys(db, select(Track.convener_id).where(Track.forum_id != forum_id))
    institutions |= {str(tables["post"][key].get("institution_id", "")) for key in posts}
    speaking = select(Appearance.id, Appearance.institution_id).where(Appearance.institution_id.is_not(None))
    institutions |= {str(institution) for key, institution in db.execute(speaking) if str(key) not in here}
    consular = _keys(db, select(ConsularGuest.consular_post_id).where(ConsularGuest.forum_id != forum_id))
    return frozenset(people | posts | institutions | consular)


def _keys(db: Db, wanted: Select[Any]) -> set[str]:
    return {str(key) for key in db.scalars(wanted.distinct()) if key is not None}


def _records(db: Db, wanted: Select[Any]) -> dict[str, Record]:
    """The rows of a statement over a whole table, by key."""
    return {str(row["id"]): _flat(row.items()) for row in db.execute(wanted).mappings()}


def _flat(columns: Iterable[tuple[Any, Any]]) -> Record:
    record: Record = {}
    for name, value in columns:
        if name not in _LEFT_OUT:
            record.update(_parts(name, value))
    return record


def _parts(name: str, value: Any) -> Iterable[tuple[str, Value]]:
    """The attributes that one column's value stands for; none for an empty value."""
    match value:
        case None | "" | ():
            return ()
        case LocalizedText():
            return ((f"{name}[{tag}]", value.get(tag)) for tag in value)
        case PersonName():
            return ((f"{name}.{form}", text) for form, text in value.to_json().items())
        case dict():
            return ((f"{name}[{code}]", str(text)) for code, text in value.items())
        case tuple() if name in _NUMBERED or isinstance(value[0], LocalizedText):
            return (part for at, entry in enumerate(value) for part in _parts(f"{name}[{at}]", entry))
        case _:
            return ((name, _plain(value)),)


def _plain(value: Any) -> Value:
    match value:
        case uuid.UUID():
            return str(value)
        case dt.datetime() | dt.date():
            return value.isoformat()
        case Enum():
            return str(value.value)
        case bool() | int() | str():
            return value
        case tuple():
            return tuple(str(entry) for entry in value)
        case _:
            raise TypeError(f"no plain value for {type(value).__name__}")
