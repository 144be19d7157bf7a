"""Whom a host introduces: guests in the order of protocol, group by group, and nobody who doesn't come."""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.guest_kinds import ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import (
    Category,
    ConsularClass,
    ConsularRole,
    InvitationStatus,
    ItemKind,
    Mode,
    Role,
    SessionKind,
)
from forumplanner.domain.names import PersonName
from forumplanner.queries import running_order
from forumplanner.queries.orders import GUESTS
from forumplanner.records import ConsularGuest, ConsularPost, Forum, Item, OrderOverride, Part, Participant

LEADER = ProtocolGroup.DOMESTIC_LEADER


@pytest.fixture
def db() -> Iterator[Db]:
    with make.new_database() as session:
        yield session


def opening(db: Db, forum: Forum, kind: SessionKind = SessionKind.OPENING) -> Item:
    """A session whose first item introduces guests."""
    session = make.make_session(db, forum, "开幕式", "Opening Ceremony", start="09:00", kind=kind)
    return make.make_item(db, make.make_part(db, session), kind=ItemKind.INTRODUCTION, minutes=5)


def address(db: Db, introduction: Item, who: Participant, position: int = 1, **fields: Any) -> None:
    item = make.make_item(db, part_of(db, introduction), kind=ItemKind.ADDRESS, position=position)
    make.make_appearance(db, item, who, **fields)


def part_of(db: Db, item: Item) -> Part:
    db.flush()
    return db.get_one(Part, item.part_id)


def guest(db: Db, forum: Forum, zh: str, **fields: Any) -> Participant:
    values = {"category": Category.GUEST, "status": InvitationStatus.ACCEPTED, **fields}
    return make.make_participant(db, forum, make.make_person(db, name=PersonName(zh=zh)), **values)


def consul(db: Db, forum: Forum, country: str, zh: str, **fields: Any) -> ConsularGuest:
    """A head of post; nobody is named where `zh` is empty."""
    name = make.text(f"{country}总领馆", f"{country} Consulate-General")
    post = ConsularPost(id=uuid.uuid4(), country=country, name=name)
    person = guest(db, forum, zh, category=Category.CONSULAR, status=None).id if zh else None
    values = {
        "role": ConsularRole.HEAD,
        "consular_class": ConsularClass.CONSUL_GENERAL,
        "status": InvitationStatus.ACCEPTED,
        **fields,
    }
    made = ConsularGuest(id=uuid.uuid4(), forum_id=forum.id, consular_post_id=post.id, participant_id=person, **values)
    db.add_all([post, made])
    return made


def words(db: Db, forum: Forum, tag: int = 0) -> str:
    db.flush()
    db.expire_all()
    (session,) = running_order.load(db, forum_id=forum.id).sessions
    return session.items[0].template[tag]


def lists(db: Db, forum: Forum) -> list[list[str]]:
    """The people of each group, as the host names them."""
    groups = words(db, forum).split("有：\n")[1:]
    named = [group.split("。\n让我们")[0].split("；\n") for group in groups]
    return [[one.rpartition("总领馆总领事")[2] for one in group] for group in named]


def test_guests_are_introduced_in_the_order_of_protocol_group_by_group(db: Db) -> None:
    forum = make.make_forum(db)
    opening(db, forum)
    guest(db, forum, "东道主", protocol_group=ProtocolGroup.HOST)
    guest(db, forum, "副厅长", protocol_group=LEADER, protocol_level=ProtocolLevel.DEPUTY_BUREAU)
    guest(db, forum, "副省长", protocol_group=LEADER, protocol_level=ProtocolLevel.VICE_MINISTER)
    guest(db, forum, "理事长", protocol_group=ProtocolGroup.ALLIANCE_LEADER)
    guest(db, forum, "外校校长", protocol_group=ProtocolGroup.FOREIGN_GUEST)
    consul(db, forum, "TH", "颂猜", exequatur_on=dt.date(2023, 4, 11))
    consul(db, forum, "MM", "吴觉", exequatur_on=dt.date(2021, 9, 2))

    assert lists(db, forum) == [["副省长", "副厅长"], ["吴觉", "颂猜"], ["外校校长"], ["理事长"], ["东道主"]]


def test_each_group_is_applauded_once(db: Db) -> None:
    forum = make.make_forum(db)
    opening(db, forum)
    for zh in ("高一", "高二"):
        guest(db, forum, zh, protocol_group=LEADER)
        consul(db, forum, "TH", f"领{zh}")

    assert words(db, forum).count("让我们以热烈的掌声") == 2
    assert words(db, forum, 1).count("applause") == 2


@pytest.mark.parametrize(
    "status",
    [
        InvitationStatus.NOT_INVITED,
        InvitationStatus.TO_APPROVE,
        InvitationStatus.DECLINED,
        InvitationStatus.SUBSTITUTE_NAMED,
    ],
)
def test_nobody_who_declined_or_is_not_approved_is_introduced(db: Db, status: InvitationStatus) -> None:
    forum = make.make_forum(db)
    item = opening(db, forum)
    away = guest(db, forum, "李不来", status=status)
    address(db, item, away)
    absent = consul(db, forum, "TH", "颂猜", status=status)
    consul(db, forum, "LA", "", status=status)
    db.flush()
    address(db, item, db.get_one(Participant, absent.participant_id))

    assert lists(db, forum) == []


def test_a_consul_of_whose_invitation_nothing_is_recorded_is_introduced_only_from_the_stage(db: Db) -> None:
    forum = make.make_forum(db)
    item = opening(db, forum)
    consul(db, forum, "TH", "颂猜", status=None)
    speaker = consul(db, forum, "MM", "吴觉", status=None)
    db.flush()
    address(db, item, db.get_one(Participant, speaker.participant_id))

    assert lists(db, forum) == [["吴觉"]]


def test_a_guest_who_is_not_named_yet_is_introduced_by_the_post(db: Db) -> None:
    forum = make.make_forum(db)
    item = opening(db, forum)
    signing = make.make_item(db, part_of(db, item), kind=ItemKind.SIGNING, position=1)
    make.make_appearance(db, signing, institution=make.make_institution(db), role=Role.WITNESS)
    consul(db, forum, "MM", "")

    assert lists(db, forum) == [["MM总领馆代表"]]
    assert "a representative of the MM Consulate-General." in words(db, forum, 1)


def test_who_speaks_without_being_a_guest_of_honour_comes_behind_in_the_order_of_the_session(db: Db) -> None:
    forum = make.make_forum(db)
    item = opening(db, forum)
    for turn, zh in enumerate(("先讲者", "后讲者"), start=1):
        address(db, item, guest(db, forum, zh, category=Category.SPEAKER), turn)
    guest(db, forum, "不上台的嘉宾")
    guest(db, forum, "副省长", protocol_group=LEADER)

    assert lists(db, forum) == [["副省长", "先讲者", "后讲者", "不上台的嘉宾"]]


def test_neither_the_host_of_the_session_nor_anybody_online_is_introduced(db: Db) -> None:
    forum = make.make_forum(db)
    item = opening(db, forum)
    host = guest(db, forum, "主持人", protocol_group=LEADER)
    make.make_appearance(db, part_of(db, item), host, Role.MC)
    guest(db, forum, "线上嘉宾", mode=Mode.ONLINE)
    address(db, item, guest(db, forum, "视频致辞者"), mode=Mode.VIDEO)

    assert lists(db, forum) == []


def test_elsewhere_than_at_a_ceremony_only_the_stage_is_introduced(db: Db) -> None:
    forum = make.make_forum(db)
    item = opening(db, forum, SessionKind.PARALLEL)
    guest(db, forum, "副省长", protocol_group=LEADER)
    address(db, item, guest(db, forum, "副厅长", protocol_group=LEADER))

    assert lists(db, forum) == [["副厅长"]]


def test_a_place_by_hand_holds_when_guests_are_introduced(db: Db) -> None:
    forum = make.make_forum(db)
    opening(db, forum)
    guest(db, forum, "甲", protocol_group=LEADER, protocol_level=ProtocolLevel.MINISTER)
    late = guest(db, forum, "乙", protocol_group=LEADER, protocol_level=ProtocolLevel.BUREAU)
    db.add(
        OrderOverride(
            id=uuid.uuid4(), forum_id=forum.id, listing=GUESTS, participant_id=late.id, place=1, reason="外办 10-20"
        )
    )

    assert lists(db, forum) == [["乙", "甲"]]


def test_a_guest_in_words_of_ones_own_is_no_stale_name(db: Db) -> None:
    forum = make.make_forum(db)
    item = opening(db, forum)
    item.script = make.text("首先介绍高岚副省长和张不请。")
    guest(db, forum, "高岚", protocol_group=LEADER)
    guest(db, forum, "张不请", status=InvitationStatus.DECLINED)
    db.flush()
    db.expire_all()

    (session,) = running_order.load(db, forum_id=forum.id).sessions
    assert session.items[0].stale == ("张不请",)


def test_many_guests_cost_as_many_statements_as_one(db: Db) -> None:
    counts = []
    for number in (1, 40):
        forum = make.make_forum(db)
        opening(db, forum)
        for n in range(number):
            guest(db, forum, f"高{n}", protocol_group=LEADER)
            consul(db, forum, "TH", f"领{n}")
        db.flush()
        db.expire_all()
        statements: list[str] = []
        event.listen(db.get_bind(), "before_cursor_execute", lambda *args, said=statements: said.append(args[2]))
        running_order.load(db, forum_id=forum.id)
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 19
