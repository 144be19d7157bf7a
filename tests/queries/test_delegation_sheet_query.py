"""Reading the delegation sheets: order, facts, journeys, tasks, and no phone but the liaison officer's."""

import datetime as dt

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
    new_database,
    text,
)
from forumplanner.documents.delegation_sheet import delegation_sheet
from forumplanner.domain.kinds import Category, Direction, ItemKind, Mode, Standing
from forumplanner.domain.names import PersonName
from forumplanner.queries import delegation_sheet as reading
from forumplanner.records import Forum, Journey
from forumplanner.snapshots.delegation_sheet import SheetTask, SheetTrip


def filled(db: Db, **fields: object) -> Forum:
    """One delegation of three: the head gives a keynote, one comes later, one is online; and an empty one."""
    forum = make_forum(db, short_title=text("云岭论坛", "Yunling Forum"), **fields)
    health = make_institution(
        db, "万象健康科学大学", "Vientiane University of Health", country="LA", standing=Standing.MEMBER
    )
    zhou = make_person(db, "周敏", "Zhou Min", languages=("lo",), phone="138 0000 0000")
    li = make_person(db, "李译", "Li Yi", languages=("lo",), phone="139 0000 0000")
    officer, interpreter = (make_participant(db, forum, one, Category.STAFF) for one in (zhou, li))
    lao = make_delegation(
        db,
        forum,
        code="LA-1",
        country="LA",
        institution_id=health.id,
        liaison_id=officer.id,
        interpreter_id=interpreter.id,
        hotel=text("翠湖宾馆", "Cuihu Hotel"),
        position=1,
    )
    make_delegation(db, forum, country="KH", unnamed=2)
    for name, role, hour, mode in (
        ("Sonthong", "head", 3, None),
        ("Vilay", "member", 3, None),
        ("Khamla", "member", 9, None),
        ("Bey", "accompanying", None, Mode.ONLINE),
    ):
        person = make_person(db, name=PersonName(zh="宋", latin=name), country="LA", title=text("院长", "Dean"))
        made = make_participant(db, forum, person, delegation_id=lao.id, role_in_delegation=role, mode=mode)
        if hour is not None:
            at = dt.datetime(DAY.year, DAY.month, DAY.day - 1, hour, tzinfo=dt.UTC)
            journeys = (Direction.ARRIVAL, at), (Direction.DEPARTURE, at + dt.timedelta(days=3))
            for place, (direction, when) in enumerate(journeys):
                journey = Journey(participant_id=made.id, direction=direction, at=when, carrier="C86", position=place)
                db.add(journey)
        if role == "head":
            make_badge(db, forum, made, number="YL26-0061")
            session = make_session(db, forum, "主旨报告", "Keynotes", start="09:00", rooms=(make_room(db, forum),))
            item = make_item(
                db, make_part(db, session), "乡村医生", "Rural doctors", start="10:20", kind=ItemKind.KEYNOTE
            )
            make_appearance(db, item, made)
    db.flush()
    return forum


def test_a_sheet_says_how_each_comes_goes_and_what_they_do() -> None:
    db = new_database()
    snapshot = reading.load(db, forum_id=filled(db).id)
    empty, lao = snapshot.sheets
    head, khamla, vilay, bey = lao.people

    assert (empty.square, empty.unnamed, empty.people) == ("KH", 2, ())
    assert (lao.code, lao.square, lao.country) == ("LA-1", "LA", ("老挝", "Lao PDR"))
    assert (lao.name[1], lao.standing[1]) == ("Vientiane University of Health", "Member institution")
    assert (lao.arrival, lao.together) == (SheetTrip(DAY - dt.timedelta(days=1), 660, "C86"), 2)
    assert (head.number, head.apart, vilay.apart, khamla.apart) == ("0061", False, False, True)
    assert head.departure == SheetTrip(DAY + dt.timedelta(days=2), 660, "C86")
    assert head.tasks == (
        SheetTask(DAY, 620, ("乡村医生", "Rural doctors"), ("主旨报告", "Keynote Speech"), ("云岭厅", "Yunling Hall")),
    )
    assert (bey.online, bey.role) == (("线上", "Online"), ("随行人员", "Accompanying person"))
    assert [head.names[1] for head in lao.heads] == ["Sonthong"]
    assert (lao.delegates, lao.companions) == (3, 1)


def test_only_the_liaison_officers_phone_is_on_paper() -> None:
    db = new_database()
    lao = reading.load(db, forum_id=filled(db).id).sheets[1]

    assert lao.liaison is not None
    assert lao.interpreter is not None
    assert (lao.liaison.phone, lao.liaison.languages) == ("138 0000 0000", ("老挝文", "Lao"))
    assert lao.interpreter.phone == ""


def test_sheets_stand_in_the_forums_order_with_its_own_names_of_countries() -> None:
    db = new_database()
    words = {"country.LA": {"en": "Laos"}}
    forum = filled(db, protocol={"delegations": "hand"}, words=words)
    snapshot = reading.load(db, forum_id=forum.id)

    assert [sheet.country[1] for sheet in snapshot.sheets] == ["Cambodia", "Laos"]
    assert snapshot.caption[1] == "In no particular order"


def test_other_languages_and_one_alone_are_printed() -> None:
    for languages in (("en", "zh-Hans"), ("en",), ("zh-Hans",)):
        db = new_database()
        snapshot = reading.load(db, forum_id=filled(db, languages=languages).id)

        assert delegation_sheet(snapshot).pages == 2
