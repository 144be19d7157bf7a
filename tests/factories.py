"""Records for tests, one function a noun: what a test does not say has a plain default; times are "09:05" on a day.

Every function adds its record to the SQLAlchemy session `db` and returns it with its key set; nothing is committed.
"""

import datetime as dt
import uuid
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import create_engine
from sqlalchemy.orm import Session as Db
from sqlalchemy.pool import StaticPool

from forumplanner.domain import times
from forumplanner.domain.kinds import Category, ItemKind, OrganiserRole, Role, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.sorting import latin_key, pinyin_key
from forumplanner.domain.text import EMPTY, EN, ZH, LocalizedText
from forumplanner.domain.tokens import new_token
from forumplanner.records import (
    Appearance,
    Badge,
    Base,
    Delegation,
    Forum,
    Institution,
    Item,
    Organiser,
    Part,
    Participant,
    Person,
    Post,
    Room,
    Session,
    SessionRoom,
    Track,
)

DAY = dt.date(2026, 11, 14)
"""The day on which a test's forum takes place if it says nothing."""

Record = TypeVar("Record", bound=Base)

_numbers = count(1)


def new_database() -> Db:
    """An empty database in memory with all tables, as a plain SQLAlchemy session without a journal."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    Base.metadata.create_all(engine)
    return Db(engine)


def text(zh: str = "", en: str = "", **more: str) -> LocalizedText:
    """Chinese, English and further languages: `text("茶歇", "Tea", th="...")`."""
    return LocalizedText.of({ZH: zh, EN: en, **more})


def at(clock: str | None, day: dt.date = DAY, zone: str = "Asia/Shanghai") -> dt.datetime | None:
    """The instant that a clock in `zone` shows on `day`; "24:30" is half past midnight of the same conference day."""
    if not clock:
        return None
    hours, minutes = clock.split(":")
    return times.instant(day, int(hours) * 60 + int(minutes), zone)


def make_forum(db: Db, **fields: Any) -> Forum:
    """A one-day forum in Kunming."""
    values = {
        "slug": f"forum-{next(_numbers)}",
        "titles": (text("云岭国际医学教育论坛", "Yunling International Medical Education Forum"),),
        "city": text("昆明", "Kunming"),
        "venue": text("云岭医科大学国际会议中心", "International Conference Centre, Yunling Medical University"),
        "starts_on": DAY,
        "ends_on": DAY,
        "badge_prefix": "YL26",
        **fields,
    }
    return _added(db, Forum(id=uuid.uuid4(), **values))


def make_institution(
    db: Db, zh: str = "云岭医科大学", en: str = "Yunling Medical University", **fields: Any
) -> Institution:
    """A university in China."""
    return _added(db, Institution(id=uuid.uuid4(), name=text(zh, en), **{"country": "CN", **fields}))


def make_organiser(
    db: Db, forum: Forum, institution: Institution, role: OrganiserRole = OrganiserRole.HOST, **fields: Any
) -> Organiser:
    """An institution that organises the forum, or one of its tracks (`track_id=`)."""
    made = Organiser(id=uuid.uuid4(), forum_id=forum.id, institution_id=institution.id, role=role, **fields)
    return _added(db, made)


def make_person(
    db: Db,
    zh: str = "",
    latin: str = "",
    *,
    country: str = "CN",
    title: LocalizedText = EMPTY,
    institution: Institution | None = None,
    name: PersonName | None = None,
    **fields: Any,
) -> Person:
    """A person, with one post where a title or an institution is given; `name` replaces `zh` and `latin`."""
    whole = name or PersonName(zh=zh, latin=latin)
    keys = {"sort_pinyin": pinyin_key(whole.zh), "sort_latin": latin_key(whole.latin)}
    person = _added(db, Person(id=uuid.uuid4(), name=whole, country=country, **{**keys, **fields}))
    if title or institution:
        make_post(db, person, title=title, institution=institution)
    return person


def make_post(
    db: Db, person: Person, *, title: LocalizedText = EMPTY, institution: Institution | None = None, **fields: Any
) -> Post:
    """A post of a person."""
    made = Post(id=uuid.uuid4(), title=title, institution_id=institution.id if institution else None, **fields)
    made.person_id = person.id
    return _added(db, made)


def make_participant(
    db: Db, forum: Forum, person: Person, category: Category = Category.DELEGATE, **fields: Any
) -> Participant:
    """That person in that forum."""
    made = Participant(id=uuid.uuid4(), forum_id=forum.id, person_id=person.id, category=category, **fields)
    return _added(db, made)


def make_delegation(db: Db, forum: Forum, **fields: Any) -> Delegation:
    """A delegation without members."""
    return _added(db, Delegation(id=uuid.uuid4(), forum_id=forum.id, **fields))


def make_badge(db: Db, forum: Forum, participant: Participant | None = None, **fields: Any) -> Badge:
    """A badge with a fresh token and the next number; a blank where no participant is given."""
    values = {"token": new_token(), "number": f"YL26-{next(_numbers):04d}", **fields}
    owner = participant.id if participant else None
    return _added(db, Badge(id=uuid.uuid4(), forum_id=forum.id, participant_id=owner, **values))


def make_room(db: Db, forum: Forum, zh: str = "云岭厅", en: str = "Yunling Hall", **fields: Any) -> Room:
    """A room of the forum."""
    return _added(db, Room(id=uuid.uuid4(), forum_id=forum.id, name=text(zh, en), **fields))


def make_track(db: Db, forum: Forum, code: str = "A", **fields: Any) -> Track:
    """A parallel forum."""
    return _added(db, Track(id=uuid.uuid4(), forum_id=forum.id, code=code, **fields))


def make_session(
    db: Db,
    forum: Forum,
    zh: str = "",
    en: str = "",
    *,
    start: str | None = None,
    end: str | None = None,
    day: dt.date | None = DAY,
    kind: SessionKind = SessionKind.OTHER,
    rooms: tuple[Room, ...] = (),
    **fields: Any,
) -> Session:
    """A session of the forum on `day`; without parts: see `make_part`."""
    instants = {"starts_at": at(start, day or DAY), "ends_at": at(end, day or DAY)}
    made = Session(id=uuid.uuid4(), forum_id=forum.id, title=text(zh, en), day=day, kind=kind, **{**instants, **fields})
    _added(db, made)
    for place, room in enumerate(rooms):
        db.add(SessionRoom(id=uuid.uuid4(), session_id=made.id, room_id=room.id, position=place))
    return made


def make_part(
    db: Db, session: Session, *, start: str | None = None, end: str | None = None, day: dt.date = DAY, **fields: Any
) -> Part:
    """A part of a session."""
    values = {"starts_at": at(start, day), "ends_at": at(end, day), **fields}
    return _added(db, Part(id=uuid.uuid4(), session_id=session.id, **values))


def make_item(
    db: Db,
    part: Part,
    zh: str = "",
    en: str = "",
    *,
    start: str | None = None,
    minutes: int | None = None,
    day: dt.date = DAY,
    kind: ItemKind = ItemKind.REPORT,
    **fields: Any,
) -> Item:
    """An agenda item of a part."""
    values = {"starts_at": at(start, day), "minutes": minutes, "kind": kind, **fields}
    return _added(db, Item(id=uuid.uuid4(), part_id=part.id, title=text(zh, en), **values))


def make_appearance(
    db: Db,
    place: Item | Part,
    participant: Participant | None = None,
    role: Role = Role.SPEAKER,
    *,
    institution: Institution | None = None,
    **fields: Any,
) -> Appearance:
    """Somebody in an item or a part: a participant, an organisation, or only a `label`."""
    where = {"item_id": place.id} if isinstance(place, Item) else {"part_id": place.id}
    who = {
        "participant_id": participant.id if participant else None,
        "institution_id": institution.id if institution else None,
    }
    return _added(db, Appearance(id=uuid.uuid4(), role=role, **where, **who, **fields))


def _added(db: Db, record: Record) -> Record:
    db.add(record)
    return record
