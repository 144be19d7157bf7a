"""Reading the itineraries: own sessions and tasks, journeys, who looks after whom, the clock of whoever is online."""

import datetime as dt

from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    DAY,
    make_appearance,
    make_badge,
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
from forumplanner.domain.kinds import (
    Access,
    Category,
    Direction,
    InvitationStatus,
    ItemKind,
    Mode,
    Role,
    SessionKind,
)
from forumplanner.domain.names import PersonName
from forumplanner.queries import itinerary as reading
from forumplanner.records import Forum, Journey, Participant
from forumplanner.snapshots.itinerary import Itinerary, Liaison, Stop, StopKind

HALL = ("云岭厅 3F", "Yunling Hall, 3F")


def filled(db: Db, **fields: object) -> Forum:
    """A day with an opening, lunch and forum A; a Lao speaker who comes, a colleague online, and their liaison."""
    forum = make_forum(db, live_url="https://live.forum.example", phone="0871 6500 0000", **fields)
    hall, track = make_room(db, forum, floor="3F"), make_track(db, forum)
    make_session(db, forum, "报到", "Registration", start="06:00", end="08:00", kind=SessionKind.REGISTRATION)
    opening = make_session(
        db, forum, "开幕式", "Opening", start="09:00", end="10:00", kind=SessionKind.OPENING, rooms=(hall,)
    )
    make_session(db, forum, "午餐", "Lunch", start="12:00", end="13:00", kind=SessionKind.MEAL, place=text("食堂"))
    make_session(db, forum, "会长会", "Board", start="13:00", end="14:00", kind=SessionKind.MEAL, access=Access.CLOSED)
    talks = make_session(
        db, forum, "基层医疗", "Rural care", start="14:00", end="16:00", kind=SessionKind.PARALLEL, track_id=track.id
    )
    speaker, online = lao_pair(db, forum)
    part = make_part(db, talks, title=text("上半场", "First half"))
    item = make_item(db, part, "乡村医生", "Rural doctors", start="14:20", minutes=20)
    make_appearance(db, item, speaker)
    make_appearance(db, part, speaker, Role.CHAIR)
    welcome = make_item(
        db, make_part(db, opening), "致辞", "Welcome", start="09:05", kind=ItemKind.WELCOME, url="https://x.example"
    )
    make_appearance(db, welcome, online)
    return forum


def lao_pair(db: Db, forum: Forum) -> tuple[Participant, Participant]:
    """The speaker, who lands at 08:30 and leaves after midnight, and the colleague."""
    health = make_institution(db, "万象健康科学大学", "Vientiane University of Health", country="LA")
    zhou = make_person(db, "周敏", "Zhou Min", languages=("lo",), phone="138 0000 0000")
    officer = make_participant(db, forum, zhou, Category.STAFF, position=9)
    lao = make_delegation(
        db, forum, code="LA-1", country="LA", liaison_id=officer.id, hotel=text("翠湖宾馆", "Cuihu Hotel")
    )
    name = PersonName(zh="宋通", latin="Sonthong Bounmy", courtesy_en="Prof.", native="ສອນທອງ", native_language="lo")
    made = []
    for place, (one, mode) in enumerate(((name, None), (PersonName(latin="Khamla"), Mode.ONLINE))):
        person = make_person(db, name=one, country="LA", title=text("院长", "Dean"), institution=health)
        made.append(
            make_participant(db, forum, person, delegation_id=lao.id, mode=mode, position=place, code=f"P{place}")
        )
    make_badge(db, forum, made[0], number="YL26-0061")
    for direction, hours in ((Direction.ARRIVAL, 0.5), (Direction.DEPARTURE, 17)):
        at = dt.datetime.combine(DAY, dt.time(), tzinfo=dt.UTC) + dt.timedelta(hours=hours)
        db.add(Journey(participant_id=made[0].id, direction=direction, at=at, carrier="C86", place="昆明"))
    db.flush()
    return made[0], made[1]


def cards(**fields: object) -> tuple[Itinerary, ...]:
    db = new_database()
    return reading.load(db, forum_id=filled(db, **fields).id).cards


def test_a_card_holds_own_sessions_tasks_and_what_gathers_all_while_the_person_is_there() -> None:
    room, tomorrow = ("分论坛A", "Forum A"), DAY + dt.timedelta(days=1)

    assert cards()[0].stops == (
        Stop(StopKind.ARRIVAL, DAY, 510, place=("昆明", "昆明"), carrier="C86"),
        Stop(StopKind.SESSION, DAY, 540, ("开幕式", "Opening"), HALL),
        Stop(StopKind.SESSION, DAY, 720, ("午餐", "Lunch"), ("食堂", "")),
        Stop(StopKind.SESSION, DAY, 840, ("基层医疗", "Rural care"), room),
        Stop(StopKind.PART, DAY, 860, ("上半场", "First half"), room, ("主持", "Chair")),
        Stop(StopKind.SPEECH, DAY, 860, ("乡村医生", "Rural doctors"), room, ("报告", "Report"), 20),
        Stop(StopKind.DEPARTURE, tomorrow, 60, place=("昆明", "昆明"), carrier="C86"),
    )


def test_a_card_says_who_it_is_for_and_whom_to_call() -> None:
    card = cards()[0]

    assert card.names == ("宋通", "Prof. Sonthong Bounmy")
    assert (card.native, card.latin_first, card.number) == ("ສອນທອງ", True, "YL26-0061")
    assert (card.country, card.institution[1]) == (("老挝", "Lao PDR"), "Vientiane University of Health")
    assert card.hotel == ("翠湖宾馆", "Cuihu Hotel")
    assert card.liaison == Liaison(("周敏", "Zhou Min"), "138 0000 0000", ("老挝文", "Lao"))
    assert (card.home, card.ahead) == (("万象", "Vientiane"), -60)


def test_who_is_online_has_links_and_the_own_clock_and_no_hotel_or_meal() -> None:
    card = cards()[1]

    assert (card.online, card.hotel) == (True, ())
    assert [(stop.title[1], stop.url, stop.local) for stop in card.stops] == [
        ("Opening", "https://live.forum.example", "08:00"),
        ("Welcome", "https://x.example", "08:05"),
    ]
    assert card.stops[1].kind is StopKind.TURN


def test_a_delegation_without_liaison_officer_names_none_and_who_declined_is_away() -> None:
    db = new_database()
    forum = make_forum(db)
    group = make_delegation(db, forum, country="RU")
    gone = make_person(db, name=PersonName(latin="Elena"), country="RU")
    make_participant(db, forum, gone, delegation_id=group.id, status=InvitationStatus.DECLINED)
    book = reading.load(db, forum_id=forum.id)

    assert (book.cards[0].liaison, book.cards[0].away, book.chosen()) == (None, True, ())
    assert book.delegations[0].names == ("RU", "俄罗斯", "Russian Federation")


def test_drivers_are_shown_chinese_only_where_they_read_it() -> None:
    db = new_database()
    at_home, abroad = filled(db), make_forum(db, country="TH")

    assert reading.load(db, forum_id=at_home.id).taxi == "云岭医科大学国际会议中心"
    assert reading.load(db, forum_id=abroad.id).taxi == ""


def statements(people: int) -> int:
    db = new_database()
    forum = filled(db)
    for number in range(people):
        person = make_person(db, name=PersonName(latin=f"Guest {number}"), country="TH")
        group = make_delegation(db, forum, country="TH")
        made = make_participant(db, forum, person, delegation_id=group.id)
        session = make_session(db, forum, f"场次{number}", start="10:00", end="11:00")
        make_appearance(db, make_item(db, make_part(db, session), f"报告{number}"), made)
        db.add(Journey(participant_id=made.id, direction=Direction.ARRIVAL))
    db.flush()
    db.expunge_all()
    counted: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        counted.append(statement)

    event.listen(db.get_bind(), "before_cursor_execute", note)
    assert len(reading.load(db, forum_id=forum.id).cards) == people + 3
    return len(counted)


def test_one_person_and_two_hundred_cost_the_same_statements() -> None:
    assert statements(1) == statements(200)
