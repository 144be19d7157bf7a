"""Orders read from the database: who stands where, who is left out, places by hand, and few statements."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.guest_kinds import PostKind, ProtocolGroup, ProtocolLevel
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, InvitationStatus
from forumplanner.domain.names import PersonName
from forumplanner.domain.precedence import Proof
from forumplanner.domain.protocol import DelegationOrder, ProtocolRules
from forumplanner.queries import orders
from forumplanner.records import ConsularGuest, ConsularPost, Forum, OrderOverride, Participant


@pytest.fixture
def db() -> Iterator[Db]:
    with make.new_database() as session:
        yield session


def post(db: Db, country: str, list_order: int | None = None, **fields: Any) -> ConsularPost:
    made = ConsularPost(id=uuid.uuid4(), country=country, list_order=list_order, **fields)
    db.add(made)
    return made


def sent(db: Db, forum: Forum, by: ConsularPost, exequatur: str = "", **fields: Any) -> ConsularGuest:
    """A consul-general who is head of that post."""
    values = {
        "role": ConsularRole.HEAD,
        "consular_class": ConsularClass.CONSUL_GENERAL,
        "exequatur_on": dt.date.fromisoformat(exequatur) if exequatur else None,
        **fields,
    }
    made = ConsularGuest(id=uuid.uuid4(), forum_id=forum.id, consular_post_id=by.id, **values)
    db.add(made)
    return made


def honoured(db: Db, forum: Forum, zh: str, **fields: Any) -> Participant:
    person = make.make_person(db, name=PersonName(zh=zh))
    return make.make_participant(db, forum, person, **{"category": Category.GUEST, **fields})


def fixed(db: Db, forum: Forum, listing: str, place: int, **about: uuid.UUID) -> None:
    db.add(
        OrderOverride(id=uuid.uuid4(), forum_id=forum.id, listing=listing, place=place, reason="外办 10-20", **about)
    )


def test_consular_guests_stand_by_the_dates_of_their_records(db: Db) -> None:
    forum = make.make_forum(db)
    late = sent(db, forum, post(db, "TH", 1), "2023-04-11")
    early = sent(db, forum, post(db, "MM", 2), "2021-09-02")
    unknown = sent(db, forum, post(db, "LA"))
    db.flush()

    lines = orders.consular(db, forum_id=forum.id)

    assert [(line.key, line.proof) for line in lines] == [
        (str(early.id), Proof.PROVEN),
        (str(late.id), Proof.PROVEN),
        (str(unknown.id), Proof.UNPROVEN),
    ]


def test_whoever_declined_stands_in_no_order_but_ranks_the_officers_of_the_post(db: Db) -> None:
    forum = make.make_forum(db)
    thai, lao = post(db, "TH"), post(db, "LA")
    sent(db, forum, thai, "2021-01-01", status=InvitationStatus.DECLINED)
    sent(db, forum, lao, "2022-01-01", status=InvitationStatus.SUBSTITUTE_NAMED)
    officer = {"role": ConsularRole.OFFICER, "consular_class": ConsularClass.CONSUL}
    of_lao, of_thai = sent(db, forum, lao, **officer), sent(db, forum, thai, **officer)
    db.flush()

    lines = orders.consular(db, forum_id=forum.id)

    assert [(line.key, line.proof) for line in lines] == [
        (str(of_thai.id), Proof.PROVEN),
        (str(of_lao.id), Proof.PROVEN),
    ]


def test_the_participants_status_goes_before_the_posts(db: Db) -> None:
    forum = make.make_forum(db)
    person = honoured(db, forum, "桑亚·冯", category=Category.CONSULAR, status=InvitationStatus.DECLINED)
    sent(db, forum, post(db, "LA"), participant_id=person.id, status=InvitationStatus.ACCEPTED)
    db.flush()

    assert orders.consular(db, forum_id=forum.id) == ()


def test_a_guest_is_named_and_a_post_without_a_guest_is_named_by_country(db: Db) -> None:
    forum = make.make_forum(db, words={"country.LA": {"en": "Laos"}})
    person = honoured(db, forum, "桑亚·冯", category=Category.CONSULAR)
    sent(
        db,
        forum,
        post(db, "TH", name=make.text("泰国驻昆总领事馆", "Thai Consulate-General")),
        participant_id=person.id,
    )
    sent(db, forum, post(db, "LA", kind=PostKind.CONSULATE), "2023-01-01")
    db.flush()

    lines = orders.consular(db, forum_id=forum.id)

    assert [(line.rank.shown("zh-Hans"), line.rank.shown("en")) for line in lines] == [
        ("老挝领事馆", "Laos, Consulate"),
        ("桑亚·冯", "桑亚·冯"),
    ]


def test_a_substitute_says_for_whom(db: Db) -> None:
    forum = make.make_forum(db)
    thai = post(db, "TH")
    chief = honoured(db, forum, "颂猜", category=Category.CONSULAR, status=InvitationStatus.SUBSTITUTE_NAMED)
    absent = sent(db, forum, thai, "2021-01-01", participant_id=chief.id)
    sent(
        db,
        forum,
        thai,
        role=ConsularRole.OFFICER,
        consular_class=ConsularClass.VICE_CONSUL,
        stands_for_id=absent.id,
    )
    db.flush()

    (line,) = orders.consular(db, forum_id=forum.id)

    assert line.basis_in("zh-Hans") == "副领事；代表颂猜出席，按本人级别排"


def test_a_leaders_substitute_says_for_whom(db: Db) -> None:
    forum = make.make_forum(db)
    leader = honoured(db, forum, "高岚", status=InvitationStatus.SUBSTITUTE_NAMED)
    honoured(
        db,
        forum,
        "李松",
        stands_for_id=leader.id,
        protocol_group=ProtocolGroup.DOMESTIC_LEADER,
        protocol_level=ProtocolLevel.DIVISION,
    )
    db.flush()

    (line,) = orders.guests(db, forum_id=forum.id)

    assert line.basis_in("zh-Hans") == "县处级正职；代表高岚出席，按本人级别排"


def test_a_place_by_hand_holds_among_consular_guests_in_the_list_of_all_guests_too(db: Db) -> None:
    forum = make.make_forum(db)
    first = sent(db, forum, post(db, "MM"), "2021-01-01")
    second = sent(db, forum, post(db, "TH"), "2022-01-01")
    fixed(db, forum, orders.CONSULAR, 1, consular_guest_id=second.id)
    leader = honoured(db, forum, "高岚", protocol_group=ProtocolGroup.DOMESTIC_LEADER)
    db.flush()

    lines = orders.consular(db, forum_id=forum.id)

    assert [line.key for line in lines] == [str(second.id), str(first.id)]
    assert lines[0].basis_in("en") == "By hand: 外办 10-20"
    assert [(line.place, line.key, line.proof) for line in orders.guests(db, forum_id=forum.id)] == [
        (1, str(leader.id), Proof.PROVEN),
        (2, str(second.id), Proof.BY_HAND),
        (3, str(first.id), Proof.PROVEN),
    ]


def test_a_place_by_hand_among_all_guests_goes_before_one_among_consular_guests(db: Db) -> None:
    forum = make.make_forum(db)
    guests = [sent(db, forum, post(db, country), f"202{n}-01-01") for n, country in enumerate(("MM", "TH", "LA"))]
    fixed(db, forum, orders.CONSULAR, 1, consular_guest_id=guests[2].id)
    fixed(db, forum, orders.GUESTS, 1, consular_guest_id=guests[1].id)
    db.flush()

    keys = [line.key for line in orders.guests(db, forum_id=forum.id)]
    assert keys == [str(guests[n].id) for n in (1, 2, 0)]


def test_leaders_consular_guests_and_guests_of_honour_stand_in_one_list(db: Db) -> None:
    forum = make.make_forum(db)
    host = honoured(db, forum, "沈砚", protocol_group=ProtocolGroup.HOST)
    leader = honoured(
        db, forum, "高岚", protocol_group=ProtocolGroup.DOMESTIC_LEADER, protocol_level=ProtocolLevel.VICE_MINISTER
    )
    consul = honoured(db, forum, "颂猜", category=Category.CONSULAR)
    guest = sent(db, forum, post(db, "TH"), participant_id=consul.id)
    honoured(db, forum, "李不来", status=InvitationStatus.DECLINED)
    make.make_participant(db, forum, make.make_person(db, "王代表"), Category.DELEGATE)
    db.flush()

    assert [line.key for line in orders.guests(db, forum_id=forum.id)] == [str(leader.id), str(guest.id), str(host.id)]


def test_delegations_stand_in_the_english_alphabet_with_the_host_last(db: Db) -> None:
    forum = make.make_forum(db)
    made = [make.make_delegation(db, forum, country=country) for country in ("TH", "CN", "LA")]
    school = make.make_institution(db, "仰光医学院", "Yangon College", country="MM")
    myanmar = make.make_delegation(db, forum, institution_id=school.id)
    db.flush()

    thailand, china, laos = (str(one.id) for one in made)
    assert orders.delegations(db, forum_id=forum.id) == (laos, str(myanmar.id), thailand, china)


def test_delegations_by_rank_and_strokes_of_their_heads(db: Db) -> None:
    forum = make.make_forum(db)
    one, other = make.make_delegation(db, forum, country="LA"), make.make_delegation(db, forum, country="TH")
    head = {"role_in_delegation": DelegationRole.HEAD}
    honoured(db, forum, "尹力", delegation_id=one.id, protocol_level=ProtocolLevel.DIVISION, **head)
    honoured(db, forum, "王平", delegation_id=other.id, protocol_level=ProtocolLevel.MINISTER, **head)
    for order in (DelegationOrder.PROTOCOL, DelegationOrder.STROKES):
        forum.protocol = ProtocolRules(delegations=order).to_keep()
        db.flush()

        assert orders.delegations(db, forum_id=forum.id) == (str(other.id), str(one.id))


def test_the_people_of_each_delegation_are_in_order(db: Db) -> None:
    forum = make.make_forum(db)
    delegation = make.make_delegation(db, forum, country="CN")
    names = ("丁一", DelegationRole.ACCOMPANYING), ("尹力", ""), ("王平", DelegationRole.MEMBER), ("魏征", "head")
    ids = {
        zh: str(honoured(db, forum, zh, delegation_id=delegation.id, role_in_delegation=role).id) for zh, role in names
    }
    db.flush()

    assert orders.members(db, forum_id=forum.id) == {
        str(delegation.id): (ids["魏征"], ids["王平"], ids["尹力"], ids["丁一"])
    }


def test_characters_whose_strokes_nobody_knows_are_named(db: Db) -> None:
    forum = make.make_forum(db)
    delegation = make.make_delegation(db, forum, country="CN")
    for zh in ("丁𠮷", "王平", "𬭎一"):
        honoured(db, forum, zh, delegation_id=delegation.id)
    honoured(db, forum, "李𪚥")
    db.flush()

    assert sorted(orders.unknown_characters(db, forum_id=forum.id)) == ["𠮷", "𬭎"]


def fill(db: Db, forum: Forum, number: int) -> None:
    for n in range(number):
        consul = honoured(db, forum, "颂猜", category=Category.CONSULAR)
        guest = sent(db, forum, post(db, "TH", n), "2021-01-01", participant_id=consul.id)
        delegation = make.make_delegation(db, forum, country="LA")
        leader = honoured(db, forum, "高岚", delegation_id=delegation.id, role_in_delegation="head")
        fixed(db, forum, orders.CONSULAR, 1, consular_guest_id=guest.id)
        fixed(db, forum, orders.GUESTS, 1, participant_id=leader.id)
    db.flush()
    db.expire_all()


@pytest.mark.parametrize("read", [orders.consular, orders.guests, orders.delegations, orders.members])
def test_an_order_of_many_costs_as_many_statements_as_of_one(db: Db, read: Callable[..., object]) -> None:
    counts = []
    for number in (1, 40):
        forum = make.make_forum(db)
        fill(db, forum, number)
        statements: list[str] = []
        event.listen(db.get_bind(), "before_cursor_execute", lambda *args, said=statements: said.append(args[2]))
        read(db, forum_id=forum.id)
        counts.append(len(statements))

    assert counts[0] == counts[1] <= 5
