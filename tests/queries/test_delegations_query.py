"""The tree of delegations: their order, what each lacks, and the same statements for one as for many."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    DAY,
    make_delegation,
    make_forum,
    make_institution,
    make_participant,
    make_person,
    new_database,
    text,
)
from forumplanner.domain.delegations import Lack
from forumplanner.domain.guest_kinds import Channel
from forumplanner.domain.ids import DelegationId, ForumId
from forumplanner.domain.kinds import Category, Direction, InvitationStatus, Mode
from forumplanner.domain.names import PersonName
from forumplanner.queries import delegation_escorts, delegations
from forumplanner.records import ContactNote, Delegation, Forum, Journey, Participant, Person
from forumplanner.snapshots.delegations import DelegationLine, Trip


@pytest.fixture
def db() -> Db:
    return new_database()


def member(
    db: Db, forum: Forum, delegation: Delegation, latin: str, role: str = "member", **fields: Any
) -> Participant:
    """A complete member: both names, a post, an arrival."""
    arrival = fields.pop("arrival", "09:05")
    person_fields = {key: fields.pop(key) for key in ("name", "title", "photo") if key in fields}
    values = {"title": text("院长", "Dean"), "name": PersonName(zh="宋通", latin=latin), **person_fields}
    person = make_person(db, country="LA", **values)
    made = make_participant(db, forum, person, delegation_id=delegation.id, role_in_delegation=role, **fields)
    if arrival:
        hours, minutes = map(int, arrival.split(":"))
        at = dt.datetime(DAY.year, DAY.month, DAY.day - 1, hours - 8, minutes, tzinfo=dt.UTC)
        db.add(Journey(participant_id=made.id, direction=Direction.ARRIVAL, at=at, carrier="C86", place="T1"))
    db.flush()
    return made


def only(db: Db, forum: Forum) -> DelegationLine:
    db.flush()
    (line,) = delegations.load(db, forum_id=ForumId(forum.id)).lines
    return line


def lacks(line: DelegationLine) -> dict[Lack, int]:
    return {need.lack: need.number for need in line.needs}


def looked_after(db: Db, forum: Forum, **fields: Any) -> Delegation:
    """A delegation of Laos with a liaison officer and a hotel."""
    officer = make_participant(db, forum, make_person(db, "周敏", "Zhou Min", languages=("lo",)), Category.STAFF)
    return make_delegation(
        db, forum, **{"country": "LA", "liaison_id": officer.id, "hotel": text("宾馆", "Hotel"), **fields}
    )


def test_a_complete_delegation_lacks_nothing(db: Db) -> None:
    forum = make_forum(db)
    member(db, forum, looked_after(db, forum), "Sonthong", "head")
    line = only(db, forum)

    assert lacks(line) == {}
    assert line.members[0].arrival == Trip(DAY - dt.timedelta(days=1), 545, "C86", "T1", "")
    assert line.liaison is not None
    assert (line.liaison.name.zh, line.liaison.languages, line.liaison.groups) == ("周敏", ("lo",), 1)


def test_what_is_missing_is_counted_and_names_whose_it_is(db: Db) -> None:
    forum = make_forum(db)
    delegation = make_delegation(db, forum, country="", unnamed=3)
    member(db, forum, delegation, "", name=PersonName(zh="坎拉"), title=text(), arrival="")
    member(db, forum, delegation, "Bey", name=PersonName(latin="Bey Sisavath"))
    line = only(db, forum)

    assert lacks(line) == {
        Lack.LIAISON: 1,
        Lack.HEAD: 1,
        Lack.NAMES: 3,
        Lack.LATIN_NAME: 1,
        Lack.CHINESE_NAME: 1,
        Lack.POST: 1,
        Lack.ARRIVAL: 1,
        Lack.COUNTRY: 1,
    }
    assert line.grave
    assert [name.zh for need in line.needs if need.lack is Lack.LATIN_NAME for name in need.people] == ["坎拉"]
    assert (line.delegates, line.companions, line.people) == (5, 0, 5)


def test_two_heads_out_of_an_import_are_found(db: Db) -> None:
    forum = make_forum(db)
    delegation = looked_after(db, forum)
    member(db, forum, delegation, "Sonthong", "head")
    member(db, forum, delegation, "Vilay", "head")
    line = only(db, forum)

    assert lacks(line) == {Lack.HEADS: 2}
    assert not line.grave


def test_a_head_who_declined_leaves_the_place_open(db: Db) -> None:
    forum = make_forum(db)
    delegation = looked_after(db, forum)
    member(db, forum, delegation, "Sophal", "head", status=InvitationStatus.DECLINED, arrival="")
    member(db, forum, delegation, "May")
    line = only(db, forum)

    assert lacks(line) == {Lack.HEAD: 1}
    assert [name.latin for name in line.needs[0].people] == ["Sophal"]
    assert line.people == 1


def test_who_joins_online_is_not_asked_for_an_arrival(db: Db) -> None:
    forum = make_forum(db)
    member(db, forum, looked_after(db, forum), "Sonthong", "head", mode=Mode.ONLINE, arrival="")

    assert lacks(only(db, forum)) == {}


def test_photos_are_missing_once_the_first_one_is_there(db: Db) -> None:
    forum = make_forum(db)
    delegation = looked_after(db, forum)
    member(db, forum, delegation, "Sonthong", "head", photo="abc")
    member(db, forum, delegation, "Vilay")

    assert lacks(only(db, forum)) == {Lack.PHOTO: 1}


def test_a_delegation_of_nobody_but_a_number_is_shown(db: Db) -> None:
    forum = make_forum(db)
    make_delegation(db, forum, country="MM", unnamed=6)
    line = only(db, forum)

    assert (line.members, line.people) == ((), 6)
    assert set(lacks(line)) == {Lack.LIAISON, Lack.HEAD, Lack.NAMES}


def test_its_name_is_its_institutions_where_it_has_none(db: Db) -> None:
    forum = make_forum(db)
    place = make_institution(db, "万象健康科学大学", "Vientiane University of Health", country="LA")
    make_delegation(db, forum, institution_id=place.id, name=text("老挝高校代表团"))

    assert only(db, forum).title() == ("老挝高校代表团", "Vientiane University of Health")


def test_the_newest_request_is_remembered(db: Db) -> None:
    forum = make_forum(db)
    delegation = make_delegation(db, forum, country="LA")
    for day, asked in ((8, ("arrival",)), (10, ("latin_name",)), (12, ())):
        db.add(
            ContactNote(
                forum_id=forum.id,
                delegation_id=delegation.id,
                day=dt.date(2026, 10, day),
                channel=Channel.CHAT,
                asked=asked,
            )
        )
    line = only(db, forum)

    assert (line.asked_on, line.asked) == (dt.date(2026, 10, 10), ("latin_name",))


def test_members_stand_by_role_then_by_name(db: Db) -> None:
    forum = make_forum(db)
    delegation = looked_after(db, forum)
    for name, role in (("Zara", "member"), ("Bey", "accompanying"), ("Anna", "member"), ("Sonthong", "head")):
        member(db, forum, delegation, name, role)
    member(db, forum, delegation, "Dao", "deputy")

    assert [one.name.latin for one in only(db, forum).members] == ["Sonthong", "Dao", "Anna", "Zara", "Bey"]


def test_by_hand_members_stand_by_their_places(db: Db) -> None:
    forum = make_forum(db, protocol={"delegations": "hand"})
    delegation = looked_after(db, forum)
    for place, name in enumerate(("Zara", "Anna")):
        member(db, forum, delegation, name, position=place)

    assert [one.name.latin for one in only(db, forum).members] == ["Zara", "Anna"]


def test_order_and_caption_are_the_forums(db: Db) -> None:
    forum = make_forum(db, protocol={"host_place": "first"}, words={"caption.delegations": {"en": "As they come"}})
    for country in ("LA", "CN", "BD"):
        make_delegation(db, forum, country=country)
    db.flush()
    tree = delegations.load(db, forum_id=ForumId(forum.id))

    assert [line.country for line in tree.lines] == ["CN", "BD", "LA"]
    assert (tree.by_country, tree.own_caption, tree.caption[1]) == (True, True, "As they come")


def test_who_could_look_after_a_delegation_stands_by_how_many_they_have(db: Db) -> None:
    forum = make_forum(db)
    busy = make_participant(db, forum, make_person(db, "周敏", "Zhou Min"), Category.STAFF)
    make_participant(db, forum, make_person(db, "朱婉", "Zhu Wan"), Category.VOLUNTEER)
    make_participant(db, forum, make_person(db, "宾客", "Guest"), Category.GUEST)
    make_delegation(db, forum, country="LA", liaison_id=busy.id)
    db.flush()
    found = delegation_escorts.candidates(db, forum_id=ForumId(forum.id))

    assert [(one.name.zh, one.groups) for one in found] == [("朱婉", 0), ("周敏", 1)]


def test_detail_says_how_people_leave(db: Db) -> None:
    forum = make_forum(db)
    delegation = looked_after(db, forum)
    one = member(db, forum, delegation, "Sonthong", "head")
    at = dt.datetime(DAY.year, DAY.month, DAY.day + 1, 1, 20, tzinfo=dt.UTC)
    db.add(Journey(participant_id=one.id, direction=Direction.DEPARTURE, at=at, carrier="C85", place=""))
    db.flush()
    detail = delegations.detail(db, delegation_id=DelegationId(delegation.id))

    assert detail.departures == (Trip(DAY + dt.timedelta(days=1), 560, "C85", "", ""),)


def statements(number: int) -> int:
    db = new_database()
    forum = make_forum(db)
    for _n in range(number):
        member(db, forum, looked_after(db, forum), "Sonthong", "head")
    db.flush()
    db.expunge_all()
    counted: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        counted.append(statement)

    event.listen(db.get_bind(), "before_cursor_execute", note)
    delegations.load(db, forum_id=ForumId(forum.id))
    return len(counted)


def test_as_many_statements_for_one_delegation_as_for_thirty() -> None:
    assert statements(1) == statements(30)


def test_nobody_else_is_read(db: Db) -> None:
    forum, other = make_forum(db), make_forum(db)
    member(db, other, make_delegation(db, other, country="TH"), "Siriporn", "head")

    assert delegations.load(db, forum_id=ForumId(forum.id)).lines == ()
    assert db.query(Person).count() == 1


@pytest.mark.parametrize(
    ("country", "mode", "missing"),
    [("LA", Mode.ON_SITE, True), ("LA", Mode.ONLINE, False), ("CN", Mode.ON_SITE, False)],
)
def test_a_hotel_is_missing_where_somebody_comes_in_person_from_abroad(country: str, mode: Mode, missing: bool) -> None:
    db = new_database()
    forum = make_forum(db)
    member(db, forum, looked_after(db, forum, country=country, hotel=text()), "Sonthong", "head", mode=mode)
    line = only(db, forum)

    assert (line.housed, lacks(line)) == (missing, {Lack.HOTEL: 1} if missing else {})
