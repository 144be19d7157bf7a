"""What the checks look at is read whole, and with as many statements for one session as for many."""

import uuid

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session as Db

from factories import (
    DAY,
    at,
    make_appearance,
    make_delegation,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    make_track,
    new_database,
    text,
)
from forumplanner.domain.kinds import ConsularRole, Direction, InvitationStatus, ItemKind, Mode, Role, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.ranks import Proof
from forumplanner.queries import checks
from forumplanner.queries.paper import NoSuchForum
from forumplanner.records import ConsularGuest, ConsularPost, Forum, Journey, Track
from forumplanner.snapshots.checked_guests import CheckedDelegation
from forumplanner.snapshots.checks import (
    CheckedAppearance,
    CheckedItem,
    CheckedJourney,
    CheckedPart,
    CheckedPerson,
    CheckedRoom,
    CheckedSession,
    CheckedTrack,
)


def a_talk(db: Db, forum: Forum) -> None:
    """A session with a room, a track, a chair and a talk by somebody who arrives by air."""
    colombo = make_institution(db, "科伦坡医学院", "Colombo School of Medicine", country="LK", city=text(en="Colombo"))
    person = make_person(db, latin="N. Perera", title=text(en="Dean"), institution=colombo, country="GB")
    perera = make_participant(db, forum, person, mode=Mode.ONLINE)
    db.add(Journey(participant_id=perera.id, direction=Direction.ARRIVAL, at=at("07:50"), carrier="MU714"))
    room, track = make_room(db, forum, capacity=80), make_track(db, forum, title=text("分论坛一"))
    session = make_session(
        db, forum, "分论坛一", start="09:00", end="10:00", kind=SessionKind.PARALLEL, rooms=(room,), track_id=track.id
    )
    part = make_part(db, session)
    make_appearance(db, part, perera, Role.CHAIR)
    make_appearance(db, make_item(db, part, "报告", minutes=20, kind=ItemKind.REPORT), label=text("待定"))


def statements(db: Db, forum_id: uuid.UUID) -> int:
    seen: list[str] = []
    event.listen(db.get_bind(), "before_cursor_execute", lambda *call: seen.append(call[2]))
    db.expire_all()
    checks.load(db, forum_id=forum_id)
    return len(seen)


def test_everything_that_checks_need_is_read() -> None:
    db = new_database()
    forum = make_forum(db, mailbox="office@yunling.example")
    a_talk(db, forum)
    db.commit()

    found = checks.load(db, forum_id=forum.id)

    (person,), (room,), (track,), (session,) = found.people, found.rooms, found.tracks, found.sessions
    (part,) = session.parts
    (item,) = part.items
    chair, speaker = part.appearances[0], item.appearances[0]
    assert (found.mailbox, found.zone, found.languages) == (
        "office@yunling.example",
        "Asia/Shanghai",
        ("zh-Hans", "en"),
    )
    assert person == CheckedPerson(
        id=person.id,
        name=PersonName(latin="N. Perera"),
        country="LK",
        city=text(en="Colombo"),
        post=text(en="Dean"),
        mode=Mode.ONLINE,
        journeys=(CheckedJourney(Direction.ARRIVAL, at("07:50"), "MU714"),),
    )
    assert room == CheckedRoom(room.id, text("云岭厅", "Yunling Hall"), 80)
    assert track == CheckedTrack(track.id, text("分论坛一"), "A")
    assert chair == CheckedAppearance(chair.id, Role.CHAIR, person.id)
    assert speaker == CheckedAppearance(speaker.id, Role.SPEAKER, label=text("待定"))
    assert session == CheckedSession(
        id=session.id,
        title=text("分论坛一"),
        kind=SessionKind.PARALLEL,
        start=at("09:00"),
        end=at("10:00"),
        day=forum.starts_on,
        track_id=track.id,
        letter="A",
        rooms=(room.id,),
        parts=(
            CheckedPart(
                part.id,
                items=(CheckedItem(item.id, ItemKind.REPORT, text("报告"), minutes=20, appearances=(speaker,)),),
                appearances=(chair,),
            ),
        ),
    )


def test_a_letter_names_a_session_only_where_its_parallel_forum_has_no_other() -> None:
    db = new_database()
    forum = make_forum(db)
    a_talk(db, forum)
    db.flush()
    track_id = db.scalars(select(Track.id)).one()
    make_session(db, forum, "分论坛一（续）", start="10:00", end="11:00").track_id = track_id
    db.commit()

    found = checks.load(db, forum_id=forum.id)

    assert [(session.track_id, session.letter) for session in found.sessions] == [(str(track_id), "")] * 2


def test_another_forums_programme_and_people_stay_out() -> None:
    db = new_database()
    here, other = make_forum(db), make_forum(db)
    a_talk(db, other)
    db.commit()

    found = checks.load(db, forum_id=here.id)

    assert (found.sessions, found.rooms, found.tracks, found.people) == ((), (), (), ())


def test_one_session_and_thirty_cost_the_same_number_of_statements() -> None:
    db = new_database()
    small, large = make_forum(db), make_forum(db)
    a_talk(db, small)
    for _ in range(30):
        a_talk(db, large)
    db.commit()

    assert statements(db, small.id) == statements(db, large.id) == 36


def test_a_forum_that_is_gone_is_named() -> None:
    with pytest.raises(NoSuchForum):
        checks.load(new_database(), forum_id=uuid.uuid4())


def test_delegations_and_consular_guests_are_read_as_the_checks_look_at_them() -> None:
    db = new_database()
    forum = make_forum(db)
    laos = make_delegation(db, forum, country="LA")
    for place, (zh, role) in enumerate((("坎苏", "head"), ("本坎", "head"), ("宋通", ""))):
        person = make_person(db, zh, country="LA")
        make_participant(db, forum, person, delegation_id=laos.id, role_in_delegation=role, position=place)
    post = ConsularPost(
        id=uuid.uuid4(), country="TH", name=text("泰国总领事馆", "Thai Consulate-General"), list_order=2
    )
    consul = make_participant(db, forum, make_person(db, "颂猜", "Somchai"))
    guests = [
        ConsularGuest(id=uuid.uuid4(), forum_id=forum.id, consular_post_id=post.id, **fields)
        for fields in (
            {"participant_id": consul.id, "role": ConsularRole.HEAD, "exequatur_on": DAY},
            {"status": InvitationStatus.DECLINED},
            {},
        )
    ]
    db.add_all([post, *guests])
    db.commit()

    found = checks.load(db, forum_id=forum.id)

    assert found.delegations == (
        CheckedDelegation(str(laos.id), text("老挝", "Lao PDR"), (text("坎苏", "坎苏"), text("本坎", "本坎")), named=3),
    )
    assert [(one.id, one.name.get("zh-Hans"), one.country, one.exequatur_on, one.proof) for one in found.envoys] == [
        (str(guests[0].id), "颂猜", "TH", DAY, Proof.UNPROVEN),
        (str(guests[2].id), "泰国总领事馆", "TH", None, Proof.UNPROVEN),
    ]
    assert (found.envoys[0].participant_id, found.ends_on) == (str(consul.id), DAY)
