"""Rules of protocol and places by hand are set in one undoable step; a place by hand says why."""

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session as Db

from factories import make_delegation, make_forum, make_participant, make_person, text
from forumplanner.actions import orders as verbs
from forumplanner.actions.found import NotPossible
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ConsularGuestId, DelegationId, ForumId, ParticipantId
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole
from forumplanner.domain.names import PersonName
from forumplanner.domain.protocol import AddressOrder, HostPlace, ProtocolRules, Setting
from forumplanner.queries import orders as query
from forumplanner.records import ConsularGuest, ConsularPost, OrderOverride
from forumplanner.store import Store
from planner_file import filling_of


class Ordered:
    """A planner file with two consuls-general, one of them without a name, and a delegation."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.create(folder / "orders.forumplanner", actor="Lin")
        with filling_of(self.store) as db:
            forum = make_forum(db)
            self.forum_id = ForumId(forum.id)
            consul = make_participant(
                db, forum, make_person(db, name=PersonName(zh="颂猜", latin="Somchai")), Category.CONSULAR
            )
            self.consul = ParticipantId(consul.id)
            self.delegation = DelegationId(make_delegation(db, forum, country="LA").id)
            self.thai, self.lao = (
                ConsularGuestId(self._guest(db, country, day, participant_id))
                for country, day, participant_id in (("TH", 1, consul.id), ("LA", 2, None))
            )

    def _guest(self, db: Db, country: str, day: int, participant_id: uuid.UUID | None) -> uuid.UUID:
        post = ConsularPost(id=uuid.uuid4(), country=country, name=text(f"{country}总领事馆", f"{country} Consulate"))
        guest = ConsularGuest(
            id=uuid.uuid4(),
            forum_id=self.forum_id,
            consular_post_id=post.id,
            participant_id=participant_id,
            role=ConsularRole.HEAD,
            consular_class=ConsularClass.CONSUL_GENERAL,
            exequatur_on=dt.date(2023, 4, day),
        )
        db.add_all([post, guest])
        return guest.id

    def consular(self) -> list[str]:
        with self.store.read() as db:
            return [line.key for line in query.consular(db, forum_id=self.forum_id)]

    def rules(self) -> ProtocolRules:
        with self.store.read() as db:
            return query.rules(db, forum_id=self.forum_id)

    def overrides(self) -> list[tuple[str, int, str, str]]:
        with self.store.read() as db:
            rows = db.query(OrderOverride).order_by(OrderOverride.listing)
            return [(row.listing, row.place, row.reason, row.decided_by) for row in rows]

    def last(self, tag: str = "en") -> str:
        step = self.store.history(limit=1)[0]
        return sentence(step.kind, step.values, tag)


@pytest.fixture
def ordered(tmp_path: Path) -> Iterator[Ordered]:
    made = Ordered(tmp_path)
    yield made
    made.store.close()


def test_rules_change_one_by_one_and_what_is_usual_is_not_kept(ordered: Ordered) -> None:
    verbs.set_protocol_rules(ordered.store, forum_id=ordered.forum_id, setting=Setting.NATIONAL)
    verbs.set_protocol_rules(
        ordered.store, forum_id=ordered.forum_id, addresses=AddressOrder.ASCENDING, host_place=HostPlace.LAST
    )

    assert ordered.rules() == ProtocolRules(setting=Setting.NATIONAL, addresses=AddressOrder.ASCENDING)
    assert ordered.last() == "Changed the rules of protocol"
    ordered.store.undo()
    assert ordered.rules() == ProtocolRules(setting=Setting.NATIONAL)


def test_a_place_by_hand_is_kept_with_its_reason_and_undone_in_one_step(ordered: Ordered) -> None:
    verbs.set_override(
        ordered.store,
        forum_id=ordered.forum_id,
        listing=query.CONSULAR,
        consular_guest_id=ordered.lao,
        place=1,
        reason="  office,\n10-20 ",
    )

    assert ordered.consular() == [str(ordered.lao), str(ordered.thai)]
    assert ordered.overrides() == [("consular", 1, "office, 10-20", "Lin")]
    assert ordered.last() == "Fixed the place of LA Consulate by hand, no. 1: office, 10-20"
    assert ordered.last("zh-Hans") == "人工指定LA总领事馆排第 1 位：office, 10-20"
    ordered.store.undo()
    assert ordered.consular() == [str(ordered.thai), str(ordered.lao)]


def test_a_second_decision_replaces_the_first(ordered: Ordered) -> None:
    for place in (2, 1):
        verbs.set_override(
            ordered.store,
            forum_id=ordered.forum_id,
            listing=query.GUESTS,
            participant_id=ordered.consul,
            place=place,
            reason="外办电话",
            decided_by="Zhou",
        )

    assert ordered.overrides() == [("guests", 1, "外办电话", "Zhou")]
    assert ordered.last() == "Fixed the place of Somchai by hand, no. 1: 外办电话"


def test_a_place_by_hand_without_a_reason_is_refused_in_a_sentence(ordered: Ordered) -> None:
    head = ordered.store.head()
    with pytest.raises(verbs.NoReason, match="A place by hand needs its reason"):
        verbs.set_override(
            ordered.store,
            forum_id=ordered.forum_id,
            listing=query.CONSULAR,
            consular_guest_id=ordered.lao,
            place=1,
            reason=" \n",
        )

    assert ordered.store.head() == head


def test_a_place_before_the_first_is_refused(ordered: Ordered) -> None:
    with pytest.raises(NotPossible, match="The first place is number 1"):
        verbs.set_override(
            ordered.store,
            forum_id=ordered.forum_id,
            listing=query.DELEGATIONS,
            delegation_id=ordered.delegation,
            place=0,
            reason="x",
        )


def test_a_place_belongs_to_exactly_one(ordered: Ordered) -> None:
    with pytest.raises(TypeError, match="exactly one"):
        verbs.clear_override(ordered.store, forum_id=ordered.forum_id, listing=query.CONSULAR)


def test_a_place_is_left_to_the_rule_again(ordered: Ordered) -> None:
    about = {"forum_id": ordered.forum_id, "listing": query.DELEGATIONS, "delegation_id": ordered.delegation}
    verbs.set_override(ordered.store, **about, place=1, reason="guest of honour")  # type: ignore[arg-type]  # as named

    assert verbs.clear_override(ordered.store, **about)  # type: ignore[arg-type]  # as named
    assert not verbs.clear_override(ordered.store, **about)  # type: ignore[arg-type]  # as named
    assert ordered.overrides() == []
    assert ordered.last() == "Left the place of Lao PDR to the rule again"
