"""The running order of a forum: words by template until somebody writes them, cues, acts, stale names."""

import uuid
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.kinds import (
    Category,
    CueKind,
    Interpretation,
    ItemKind,
    Mode,
    Role,
    SessionKind,
)
from forumplanner.domain.names import PersonName
from forumplanner.queries import running_order
from forumplanner.records import Act, Cue, Forum, Item, Participant
from forumplanner.snapshots.running_order import RunningItem, RunningOrder


@pytest.fixture
def db() -> Iterator[Db]:
    with make.new_database() as session:
        yield session


def loaded(db: Db, forum: Forum) -> RunningOrder:
    db.flush()
    db.expire_all()
    return running_order.load(db, forum_id=forum.id)


def only(order: RunningOrder) -> RunningItem:
    ((item,),) = (session.items for session in order.sessions)
    return item


def opening(db: Db, forum: Forum, *kinds: ItemKind) -> list[Item]:
    session = make.make_session(
        db, forum, "开幕式", "Opening Ceremony", start="09:00", end="10:00", kind=SessionKind.OPENING
    )
    part = make.make_part(db, session)
    return [make.make_item(db, part, kind=kind, minutes=10, position=n) for n, kind in enumerate(kinds)]


def guest(db: Db, forum: Forum, zh: str, latin: str = "", country: str = "CN") -> Participant:
    person = make.make_person(db, name=PersonName(zh=zh, latin=latin), country=country)
    return make.make_participant(db, forum, person, Category.GUEST)


def test_an_empty_forum_has_no_ceremony(db: Db) -> None:
    order = loaded(db, make.make_forum(db))

    assert (order.sessions, order.ceremonies()) == ((), ())


def test_items_are_numbered_and_flow(db: Db) -> None:
    forum = make.make_forum(db)
    opening(db, forum, ItemKind.WELCOME, ItemKind.ADDRESS, ItemKind.PHOTO)

    (session,) = loaded(db, forum).sessions

    assert [(item.number, item.start, item.minutes) for item in session.items] == [
        (1, 540, 10),
        (2, 550, 10),
        (3, 560, 10),
    ]
    assert (session.ceremonial, session.title) == (True, ("开幕式", "Opening Ceremony"))


def test_sessions_of_one_name_are_told_apart_by_when_they_begin(db: Db) -> None:
    forum = make.make_forum(db)
    for start in ("13:30", "15:30"):
        make.make_item(db, make.make_part(db, make.make_session(db, forum, start=start, kind=SessionKind.PARALLEL)))
    order = loaded(db, forum)

    assert [session.heading("en", order.languages) for session in order.sessions] == [
        "Parallel Forum 13:30",
        "Parallel Forum 15:30",
    ]


def test_words_come_from_the_template_until_somebody_writes_them(db: Db) -> None:
    forum = make.make_forum(db)
    (item,) = opening(db, forum, ItemKind.ADDRESS)
    make.make_appearance(db, item, guest(db, forum, "高岚", "Gao Lan"))
    by_template = only(loaded(db, forum))
    item.script = make.text("有请高岚！")
    by_hand = only(loaded(db, forum))

    assert by_template.words[0].startswith("下面，有请高岚致辞，大家欢迎！")
    assert (by_hand.words[0], by_hand.words[1]) == ("有请高岚！", by_template.words[1])
    assert (by_hand.own, by_hand.template) == (("有请高岚！", ""), by_template.template)


def test_a_guest_from_hong_kong_is_no_guest_from_abroad(db: Db) -> None:
    forum = make.make_forum(db)
    (item,) = opening(db, forum, ItemKind.ADDRESS)
    for n, (zh, country) in enumerate((("何安", "HK"), ("阮文安", "VN"))):
        make.make_appearance(db, item, guest(db, forum, zh, country=country), position=n)

    assert [person.abroad for person in only(loaded(db, forum)).people] == [False, True]


def test_a_replaced_guest_is_found_in_words_that_stay(db: Db) -> None:
    forum = make.make_forum(db)
    (item,) = opening(db, forum, ItemKind.ADDRESS)
    guest(db, forum, "张三丰", "Zhang Sanfeng")
    make.make_appearance(db, item, guest(db, forum, "李时珍", "Li Shizhen"))
    item.script = make.text("有请张三丰致辞！", "May I invite Zhang Sanfeng.")

    assert only(loaded(db, forum)).stale == ("张三丰", "Zhang Sanfeng")


def test_whoever_spoke_just_before_may_be_thanked(db: Db) -> None:
    forum = make.make_forum(db)
    first, second, third = opening(db, forum, ItemKind.WELCOME, ItemKind.ADDRESS, ItemKind.ADDRESS)
    for item, zh in ((first, "张三丰"), (second, "李时珍"), (third, "王羲之")):
        make.make_appearance(db, item, guest(db, forum, zh))
    second.script = make.text("感谢张三丰，有请李时珍！")
    third.script = make.text("感谢李时珍，张三丰请留步，有请王羲之！")
    (session,) = loaded(db, forum).sessions

    assert session.items[1].stale == ()
    assert session.items[2].stale == ()  # the last item of a session may name everybody in it


def test_acts_cues_and_what_the_item_implies(db: Db) -> None:
    forum = make.make_forum(db)
    (item,) = opening(db, forum, ItemKind.VIDEO_ADDRESS)
    item.media, item.interpretation, item.channel = "clip.mp4", Interpretation.SIMULTANEOUS, "2"
    act = Act(id=uuid.uuid4(), item_id=item.id, title=make.text("合作协议", "Agreement"))
    db.add(act)
    db.add(Cue(id=uuid.uuid4(), item_id=item.id, kind=CueKind.LIGHT, text=make.text("全暗", "Dark")))
    found = only(loaded(db, forum))

    assert [(cue.kind, cue.text, bool(cue.id)) for cue in found.cues] == [
        (CueKind.SCREEN, ("clip.mp4", "clip.mp4"), False),
        (CueKind.INTERPRETER, ("同声传译 2", "Simultaneous 2"), False),
        (CueKind.LIGHT, ("全暗", "Dark"), True),
    ]
    assert [one.title for one in found.acts] == [("合作协议", "Agreement")]
    assert (found.is_video, found.mode) == (True, Mode.VIDEO)


def test_a_cue_that_names_the_file_stands_for_it(db: Db) -> None:
    forum = make.make_forum(db)
    (item,) = opening(db, forum, ItemKind.VIDEO_ADDRESS)
    item.media = "clip.mp4"
    db.add(Cue(id=uuid.uuid4(), item_id=item.id, kind=CueKind.SCREEN, text=make.text("clip.mp4，4′38″")))

    assert [cue.text[0] for cue in only(loaded(db, forum)).cues] == ["clip.mp4，4′38″"]


def test_interpreters_stand_in_no_script(db: Db) -> None:
    forum = make.make_forum(db)
    (item,) = opening(db, forum, ItemKind.ADDRESS)
    make.make_appearance(db, item, guest(db, forum, "温如言"), Role.INTERPRETER)

    assert only(loaded(db, forum)).people == ()


def statements_of(db: Db, statements: list[str], forum: Forum) -> None:
    def keep(*args: Any) -> None:
        statements.append(args[2])

    event.listen(db.get_bind(), "before_cursor_execute", keep)
    running_order.load(db, forum_id=forum.id)
    event.remove(db.get_bind(), "before_cursor_execute", keep)


def test_it_is_read_in_as_many_statements_for_one_item_as_for_fifty(db: Db) -> None:
    counts = []
    for number in (1, 50):
        forum = make.make_forum(db)
        for item in opening(db, forum, *[ItemKind.ADDRESS] * number):
            make.make_appearance(db, item, guest(db, forum, "高岚"))
        db.flush()
        db.expire_all()
        statements: list[str] = []
        statements_of(db, statements, forum)
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 14


def test_a_running_order_survives_json(db: Db) -> None:
    forum = make.make_forum(db)
    (item,) = opening(db, forum, ItemKind.ADDRESS)
    make.make_appearance(db, item, guest(db, forum, "高岚"))
    order = loaded(db, forum)

    assert msgspec.json.decode(msgspec.json.encode(order), type=RunningOrder) == order
