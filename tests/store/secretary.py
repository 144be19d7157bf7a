"""What a secretary might do, at random: each function changes real records in the session it is given.

`Chance` draws from one seed, so that a failing run can be repeated.
"""

import datetime as dt
import random
import uuid
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.kinds import BadgeState, Category, Direction, InvitationStatus, Mode, OrganiserRole, Role
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import LocalizedText
from forumplanner.records import (
    Appearance,
    Badge,
    Base,
    CalendarIdentity,
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
    Post,
    Room,
    Session,
    SessionRoom,
    Track,
)

Record = TypeVar("Record", bound=Base)
Action = Callable[[Db, "Chance"], None]

WORDS = ("茶歇", "Tea", "", "x'y\"z", "a\nb", "null", "𠮷野家", "\u202bעב", "ünï", "0")

FIRST_EDITION = "1"
"""The edition of the forum that is there from the beginning."""


class Chance(random.Random):
    """A seeded source of choices."""

    def key(self) -> uuid.UUID:
        return uuid.UUID(int=self.getrandbits(128), version=4)

    def word(self) -> str:
        return f"{self.choice(WORDS)}{self.randint(0, 99)}"

    def text(self) -> LocalizedText:
        return LocalizedText.of({"zh-Hans": self.word(), "en": self.choice([None, self.word()]), "th": None})

    def one(self, db: Db, kind: type[Record]) -> Record | None:
        """Some record of a kind, the same for the same seed and the same file."""
        found = db.scalars(select(kind).order_by(kind.__table__.c.id)).all()
        return self.choice(found) if found else None


def fill(db: Db, chance: Chance) -> None:
    """A small forum to begin with."""
    forum = make.make_forum(db, slug=chance.word() + str(chance.key()), edition=FIRST_EDITION)
    institution = make.make_institution(db)
    make.make_organiser(db, forum, institution)
    room = make.make_room(db, forum)
    track = make.make_track(db, forum)
    db.add(ConsularPost(id=chance.key(), country="TH", name=chance.text()))
    delegation = make.make_delegation(db, forum, country="LA")
    session = make.make_session(db, forum, "开幕式", "Opening", start="09:00", rooms=(room,), track_id=track.id)
    part = make.make_part(db, session)
    for place in range(3):
        person = make.make_person(db, latin=chance.word(), institution=institution, title=chance.text())
        participant = make.make_participant(db, forum, person, delegation_id=delegation.id)
        make.make_badge(db, forum, participant)
        make.make_appearance(db, make.make_item(db, part, minutes=15, position=place), participant)


def add_person(db: Db, chance: Chance) -> None:
    make.make_person(db, chance.word(), chance.word(), institution=chance.one(db, Institution), title=chance.text())


def edit_person(db: Db, chance: Chance) -> None:
    if person := chance.one(db, Person):
        person.name = PersonName(zh=chance.word(), latin=chance.word(), pronunciation=chance.word())
        person.emails = tuple(f"p{n}@forum.example" for n in range(chance.randint(0, 2)))
        person.languages = chance.choice([(), ("th",), ("zh-Hans", "en")])
        person.notes = chance.word()


def edit_texts(db: Db, chance: Chance) -> None:
    if item := chance.one(db, Item):
        item.title = item.title.edited(chance.choice(["zh-Hans", "en", "th"]), chance.word())
        item.abstract = item.abstract.edited("en", chance.word()).confirmed("zh-Hans")
        item.minutes = chance.choice([None, 2, 15])


def edit_forum(db: Db, chance: Chance) -> None:
    if forum := chance.one(db, Forum):
        forum.titles = tuple(chance.text() for _ in range(chance.randint(0, 2)))
        forum.reported = chance.choice([None, {"countries": "12"}, {chance.word(): chance.word()}])
        forum.starts_on = chance.choice([None, dt.date(2026, 11, 14)])


def admit_person(db: Db, chance: Chance) -> None:
    """Refused where the person is a participant already."""
    forum, person = chance.one(db, Forum), chance.one(db, Person)
    if forum and person:
        make.make_participant(db, forum, person, chance.choice(list(Category)))


def invite(db: Db, chance: Chance) -> None:
    if participant := chance.one(db, Participant):
        participant.status = chance.choice([None, *InvitationStatus])
        participant.mode = chance.choice([None, *Mode])
        delegation = chance.one(db, Delegation)
        participant.delegation_id = delegation.id if delegation else None


def plan_journey(db: Db, chance: Chance) -> None:
    if participant := chance.one(db, Participant):
        zone = dt.timezone(dt.timedelta(hours=6, minutes=30))
        at = chance.choice([None, dt.datetime(2026, 11, 13, chance.randint(0, 23), 5, tzinfo=zone)])
        db.add(Journey(id=chance.key(), participant=participant, direction=chance.choice(list(Direction)), at=at))


def add_session(db: Db, chance: Chance) -> None:
    if forum := chance.one(db, Forum):
        session = make.make_session(db, forum, chance.word(), start=chance.choice([None, "09:28"]))
        item = make.make_item(db, make.make_part(db, session), chance.word())
        make.make_appearance(db, item, chance.one(db, Participant), chance.choice(list(Role)), label=chance.text())


def move_session(db: Db, chance: Chance) -> None:
    if session := chance.one(db, Session):
        session.starts_at = make.at(chance.choice([None, "10:00", "24:30"]))
        track = chance.one(db, Track)
        session.track_id = track.id if track and chance.random() < 0.5 else None


def use_room(db: Db, chance: Chance) -> None:
    """Refused where the session has the room already."""
    session, room = chance.one(db, Session), chance.one(db, Room)
    if session and room:
        session.rooms.append(SessionRoom(id=chance.key(), room=room, position=chance.randint(0, 5)))


def remove_session(db: Db, chance: Chance) -> None:
    if session := chance.one(db, Session):
        for part in session.parts:
            for item in part.items:
                remove_appearances(db, item_id=item.id)
                db.delete(item)
            remove_appearances(db, part_id=part.id)
            db.delete(part)
        for use in session.rooms:
            db.delete(use)
        db.delete(session)


def remove_appearances(db: Db, **where: uuid.UUID) -> None:
    for appearance in db.scalars(select(Appearance).filter_by(**where)):
        db.delete(appearance)


def remove_recklessly(db: Db, chance: Chance) -> None:
    """Refused at COMMIT where anything refers to the record."""
    kind: type[Base] = chance.choice(
        [Person, Participant, Institution, Room, Track, Session, Part, Item, Post, Journey]
    )
    if record := chance.one(db, kind):
        db.delete(record)


def reorder_items(db: Db, chance: Chance) -> None:
    if part := chance.one(db, Part):
        places = [item.position for item in part.items]
        chance.shuffle(places)
        for item, place in zip(part.items, places, strict=True):
            item.position = place


def add_and_drop_items(db: Db, chance: Chance) -> None:
    if part := chance.one(db, Part):
        make.make_item(db, part, chance.word(), position=chance.randint(0, 9))
        if part.items:
            gone = part.items[0]
            remove_appearances(db, item_id=gone.id)
            db.delete(gone)


def issue_badge(db: Db, chance: Chance) -> None:
    if forum := chance.one(db, Forum):
        make.make_badge(db, forum, None, token=str(chance.key()), category=chance.choice([None, *Category]))


def hand_over_badge(db: Db, chance: Chance) -> None:
    if badge := chance.one(db, Badge):
        participant = chance.one(db, Participant)
        badge.participant_id = participant.id if participant else None
        badge.state = chance.choice(list(BadgeState))


def swap_badge_numbers(db: Db, chance: Chance) -> None:
    one, other = chance.one(db, Badge), chance.one(db, Badge)
    if one and other and one is not other:
        first, second = one.number, other.number
        for badge, number in ((one, "parked"), (other, first), (one, second)):
            badge.number = number
            db.flush()


def reuse_badge_number(db: Db, chance: Chance) -> None:
    if badge := chance.one(db, Badge):
        forum = db.get_one(Forum, badge.forum_id)
        number, token = badge.number, badge.token
        db.delete(badge)
        db.flush()
        make.make_badge(db, forum, None, number=number, token=token)


def name_guest(db: Db, chance: Chance) -> None:
    forum, post = chance.one(db, Forum), chance.one(db, ConsularPost)
    if forum and post:
        on = chance.choice([None, dt.date(2024, 2, 29)])
        db.add(ConsularGuest(id=chance.key(), forum_id=forum.id, consular_post=post, exequatur_on=on))


def move_institution(db: Db, chance: Chance) -> None:
    one, other = chance.one(db, Institution), chance.one(db, Institution)
    if one and other and one is not other and other.parent_id is None:
        one.parent = other


def add_organiser(db: Db, chance: Chance) -> None:
    forum = chance.one(db, Forum)
    if forum:
        organiser = Organiser(
            id=chance.key(), role=OrganiserRole.HOST, institution=make.make_institution(db, chance.word())
        )
        organiser.role = chance.choice(list(OrganiserRole))
        forum.organisers.append(organiser)


def stamp_calendar(db: Db, chance: Chance) -> None:
    """Leaves no trace in the journal: it has left the house. Of the first forum only, since it ties its forum down."""
    forum = db.scalars(select(Forum).where(Forum.edition == FIRST_EDITION)).first()
    session = chance.one(db, Session)
    if forum and session:
        now = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
        facts = {"uid": chance.word(), "stamped_at": now, "created_at": now, "fingerprint": chance.word()}
        db.add(CalendarIdentity(id=chance.key(), forum_id=forum.id, session_id=session.id, **facts))


def work_in_two_flushes(db: Db, chance: Chance) -> None:
    edit_person(db, chance)
    db.flush()
    edit_person(db, chance)
    add_person(db, chance)
    db.flush()
    edit_texts(db, chance)


def change_and_change_back(db: Db, chance: Chance) -> None:
    if person := chance.one(db, Person):
        old, person.phone = person.phone, "for a moment"
        db.flush()
        person.phone = old


def try_and_give_up(db: Db, chance: Chance) -> None:
    savepoint = db.begin_nested()
    add_session(db, chance)
    edit_person(db, chance)
    db.flush()
    savepoint.rollback()
    if chance.random() < 0.5:
        edit_person(db, chance)


def import_with_one_bad_row(db: Db, chance: Chance) -> None:
    """The doubled slug is refused by itself."""
    slugs = [chance.word(), *db.scalars(select(Forum.slug).limit(1)), chance.word()]
    for slug in slugs:
        savepoint = db.begin_nested()
        try:
            make.make_forum(db, slug=slug)
            savepoint.commit()
        except IntegrityError:
            savepoint.rollback()


ACTIONS: tuple[Action, ...] = (
    add_person,
    edit_person,
    edit_texts,
    edit_forum,
    admit_person,
    invite,
    plan_journey,
    add_session,
    move_session,
    use_room,
    remove_session,
    remove_recklessly,
    reorder_items,
    add_and_drop_items,
    issue_badge,
    hand_over_badge,
    swap_badge_numbers,
    reuse_badge_number,
    name_guest,
    move_institution,
    add_organiser,
    stamp_calendar,
    work_in_two_flushes,
    change_and_change_back,
    try_and_give_up,
    import_with_one_bad_row,
)
