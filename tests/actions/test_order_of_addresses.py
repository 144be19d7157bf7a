"""Addresses are proposed by level of office and by protocol, as the forum chose, and put in order in one step."""

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    at,
    make_appearance,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    new_database,
)
from forumplanner.actions import orders as rules
from forumplanner.actions.order_of_addresses import sort_addresses
from forumplanner.domain.guest_kinds import ProtocolGroup, ProtocolLevel
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, ParticipantId, SessionId
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole, ItemKind, Role, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.domain.protocol import AddressOrder
from forumplanner.queries import address_order
from forumplanner.queries.orders import ADDRESSES
from forumplanner.records import ConsularGuest, ConsularPost, Item, Participant
from forumplanner.store import Store
from planner_file import filling_of

LEADER = ProtocolGroup.DOMESTIC_LEADER


class Ceremony:
    """An opening at 09:00, its items by name."""

    def __init__(self, db: Db) -> None:
        self.forum = make_forum(db)
        self.forum_id = ForumId(self.forum.id)
        session = make_session(db, self.forum, "开幕式", "Opening Ceremony", start="09:00", kind=SessionKind.OPENING)
        self.session_id = SessionId(session.id)
        self.part = make_part(db, session)
        self.items: dict[str, uuid.UUID] = {}
        self.people: dict[str, ParticipantId] = {}

    def add(self, db: Db, name: str, who: Participant | None, kind: ItemKind = ItemKind.ADDRESS, **fields: Any) -> Item:
        item = make_item(db, self.part, name, name, kind=kind, position=len(self.items), **fields)
        if who is not None:
            make_appearance(db, item, who)
            self.people[name] = ParticipantId(who.id)
        self.items[name] = item.id
        return item

    def person(self, db: Db, zh: str, country: str = "CN", **fields: Any) -> Participant:
        person = make_person(db, name=PersonName(zh=zh), country=country)
        return make_participant(db, self.forum, person, **{"category": Category.GUEST, **fields})


def fill(db: Db) -> Ceremony:
    """Host, leaders, a consul-general and a rector, in no good order, with a film between them."""
    made = Ceremony(db)
    consul = made.person(db, "颂猜", "TH", category=Category.CONSULAR)
    post = ConsularPost(id=uuid.uuid4(), country="TH")
    guest = ConsularGuest(
        id=uuid.uuid4(),
        forum_id=made.forum_id,
        consular_post_id=post.id,
        participant_id=consul.id,
        role=ConsularRole.HEAD,
        consular_class=ConsularClass.CONSUL_GENERAL,
    )
    db.add_all([post, guest])
    made.add(db, "rector", made.person(db, "坎苏", "LA"), minutes=8, starts_at=at("09:00"))
    made.add(db, "consul", consul, minutes=5, starts_at=at("09:08"))
    made.add(db, "film", None, ItemKind.PERFORMANCE, minutes=3, starts_at=at("09:13"))
    host = made.person(db, "沈砚", protocol_level=ProtocolLevel.BUREAU)
    made.add(db, "host", host, ItemKind.WELCOME, minutes=5, starts_at=at("09:16"))
    made.add(db, "nobody", None, minutes=5, starts_at=at("09:21"))
    director = made.person(db, "高霁", protocol_group=LEADER, protocol_level=ProtocolLevel.BUREAU)
    made.add(db, "director", director, minutes=6, starts_at=at("09:26"))
    governor = made.person(db, "白屹川", protocol_group=LEADER, protocol_level=ProtocolLevel.VICE_MINISTER)
    made.add(db, "governor", governor, minutes=10, starts_at=at("09:32"))
    return made


class Planned:
    """A planner file with that ceremony."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.create(folder / "addresses.forumplanner", actor="Lin")
        with filling_of(self.store) as db:
            self.at = fill(db)

    def order(self) -> list[str]:
        return [name for name, _start in self.clocks()]

    def clocks(self) -> list[tuple[str, str]]:
        names = {key: name for name, key in self.at.items.items()}
        with self.store.read() as db:
            items = db.query(Item).order_by(Item.position)
            return [(names[item.id], _clock(item.starts_at)) for item in items]

    def choose(self, order: AddressOrder) -> None:
        rules.set_protocol_rules(self.store, forum_id=self.at.forum_id, addresses=order)

    def sort(self) -> int:
        return sort_addresses(self.store, session_id=self.at.session_id)


def _clock(instant: dt.datetime | None) -> str:
    return f"{instant + dt.timedelta(hours=8):%H:%M}" if instant else "-"


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[Planned]:
    made = Planned(tmp_path)
    yield made
    made.store.close()


def test_the_highest_office_speaks_first_and_guests_from_abroad_after_leaders(planned: Planned) -> None:
    moved = planned.sort()

    assert planned.order() == ["governor", "director", "film", "host", "nobody", "consul", "rector"]
    assert moved == 4
    step = planned.store.history(limit=1)[0]
    assert sentence(step.kind, step.values, "en") == "Put the addresses of “Opening Ceremony” in order (4 moved)"


def test_the_most_important_may_speak_last(planned: Planned) -> None:
    planned.choose(AddressOrder.ASCENDING)
    planned.sort()

    assert planned.order() == ["rector", "consul", "film", "host", "nobody", "director", "governor"]


def test_the_host_may_speak_first(planned: Planned) -> None:
    planned.choose(AddressOrder.HOST_FIRST)
    planned.sort()

    assert planned.order() == ["host", "governor", "film", "director", "nobody", "consul", "rector"]


def test_addresses_without_a_pause_between_them_move_up(planned: Planned) -> None:
    planned.sort()

    assert planned.clocks() == [
        ("governor", "09:00"),
        ("director", "09:10"),
        ("film", "09:16"),
        ("host", "09:19"),
        ("nobody", "09:24"),
        ("consul", "09:29"),
        ("rector", "09:34"),
    ]


def test_it_is_one_step_and_undone_as_one(planned: Planned) -> None:
    before = planned.clocks()
    planned.sort()
    planned.store.undo()

    assert planned.clocks() == before


def test_an_order_that_is_right_is_no_step(planned: Planned) -> None:
    planned.sort()
    head = planned.store.head()

    assert planned.sort() == 0
    assert planned.store.head() == head


def test_a_place_by_hand_holds(planned: Planned) -> None:
    rules.set_override(
        planned.store,
        forum_id=planned.at.forum_id,
        listing=ADDRESSES,
        participant_id=planned.at.people["rector"],
        place=1,
        reason="the forum's oldest partner",
    )
    planned.sort()

    assert planned.order() == ["rector", "governor", "film", "director", "nobody", "host", "consul"]


def test_of_one_level_a_leader_speaks_before_the_host_and_a_guest_from_abroad_after_both() -> None:
    with new_database() as db:
        made = Ceremony(db)
        level = {"protocol_level": ProtocolLevel.MINISTER}
        made.add(db, "abroad", made.person(db, "坎苏", "LA", **level))
        made.add(db, "host", made.person(db, "沈砚", **level), ItemKind.WELCOME)
        made.add(db, "leader", made.person(db, "高霁", protocol_group=LEADER, **level))
        db.flush()

        (order,) = address_order.load(db, session_id=made.session_id)

        assert order.proposed == tuple(str(made.items[name]) for name in ("leader", "host", "abroad"))


def test_who_leads_or_interprets_an_address_is_not_its_speaker() -> None:
    with new_database() as db:
        made = Ceremony(db)
        item = made.add(db, "address", None)
        make_appearance(db, item, made.person(db, "主持人"), Role.MC)
        make_appearance(db, item, made.person(db, "译员"), Role.INTERPRETER)
        other = made.add(db, "organisation", None)
        make_appearance(db, other, institution=make_institution(db))
        db.flush()

        assert address_order.load(db, session_id=made.session_id) == ()


def test_a_session_that_was_removed_has_no_addresses() -> None:
    with new_database() as db:
        assert address_order.load(db, session_id=uuid.uuid4()) == ()


def test_many_addresses_cost_as_many_statements_as_two() -> None:
    counts = []
    for number in (2, 30):
        with new_database() as db:
            made = Ceremony(db)
            for n in range(number):
                made.add(db, f"address {n}", made.person(db, "高霁", protocol_group=LEADER))
            db.flush()
            db.expire_all()
            statements: list[str] = []
            event.listen(db.get_bind(), "before_cursor_execute", lambda *args, said=statements: said.append(args[2]))
            address_order.load(db, session_id=made.session_id)
            counts.append(len(statements))

    assert counts[0] == counts[1] <= 7
