"""Delegations as a secretary keeps them: members come and go, one head, who looks after them, an order by hand."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

import pytest

from factories import make_delegation, make_forum, make_institution, make_participant, make_person, text
from forumplanner.actions import delegation_members as members
from forumplanner.actions import delegations
from forumplanner.actions.contacts import About, log
from forumplanner.actions.delegations import TravelsAlong
from forumplanner.actions.found import NoLongerThere, NotPossible
from forumplanner.domain.delegations import DelegationRole
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import DelegationId, ForumId, InstitutionId, ParticipantId
from forumplanner.domain.protocol import DelegationOrder, HostPlace
from forumplanner.domain.text import EN, ZH
from forumplanner.records import ContactNote, Delegation, Forum, Participant
from forumplanner.store import Store
from planner_file import Filling


@dataclass
class House:
    """A forum with two delegations: three from Laos, one from Thailand, and two without any."""

    store: Store
    forum: ForumId
    laos: DelegationId
    thailand: DelegationId
    people: dict[str, ParticipantId]

    def roles(self, delegation: DelegationId) -> dict[str, str]:
        """Name and role of the members."""
        names = {key: name for name, key in self.people.items()}
        with self.store.read() as db:
            rows = db.query(Participant).filter_by(delegation_id=delegation).order_by(Participant.position).all()
            return {names[ParticipantId(row.id)]: row.role_in_delegation for row in rows}

    def delegation(self, key: DelegationId) -> Delegation:
        with self.store.read() as db:
            return db.get_one(Delegation, key)

    def steps(self) -> int:
        return len(self.store.history(None))

    def said(self, tag: str = EN) -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, tag)


@pytest.fixture
def house(store: Store, filling: Filling) -> House:
    people = {}
    with filling() as db:
        forum = make_forum(db)
        laos = make_delegation(db, forum, country="LA", name=text("老挝代表团", "Delegation of the Lao PDR"))
        thailand = make_delegation(db, forum, country="TH", name=text("泰国代表团", "Delegation of Thailand"))
        for place, (name, where, role) in enumerate(
            (
                ("Sonthong", laos, "head"),
                ("Vilay", laos, "member"),
                ("Many", laos, "accompanying"),
                ("Siriporn", thailand, "head"),
                ("Zhou", None, ""),
                ("Li", None, ""),
            )
        ):
            person = make_person(db, latin=name)
            made = make_participant(db, forum, person, position=place, role_in_delegation=role)
            made.delegation_id = where.id if where else None
            people[name] = ParticipantId(made.id)
    return House(store, ForumId(forum.id), DelegationId(laos.id), DelegationId(thailand.id), people)


def test_several_join_in_one_step_behind_those_who_are_there(house: House) -> None:
    before = house.steps()
    wanted = [house.people["Zhou"], house.people["Li"]]
    joined = members.join_delegation(house.store, delegation_id=house.laos, participants=wanted)

    assert (joined.number, joined.moved, house.steps() - before) == (2, (), 1)
    assert list(house.roles(house.laos)) == ["Sonthong", "Vilay", "Many", "Zhou", "Li"]
    assert house.said() == "Put 2 people into the delegation “Delegation of the Lao PDR”"
    assert house.said(ZH) == "编入代表团“老挝代表团”：2 人"


def test_who_was_in_another_delegation_moves_and_that_is_said(house: House) -> None:
    joined = members.join_delegation(house.store, delegation_id=house.laos, participants=[house.people["Siriporn"]])

    assert joined.moved == (("Siriporn", "Delegation of Thailand"),)
    assert house.roles(house.thailand) == {}
    assert house.roles(house.laos)["Siriporn"] == "member"


def test_who_belongs_to_it_already_makes_no_step(house: House) -> None:
    before = house.steps()
    joined = members.join_delegation(house.store, delegation_id=house.laos, participants=[house.people["Vilay"]])

    assert (joined.number, house.steps()) == (0, before)


def test_a_new_head_makes_the_old_one_a_member_who_is_named(house: House) -> None:
    before = members.lead_delegation(house.store, participant_id=house.people["Vilay"])

    assert before == ("Sonthong",)
    assert house.roles(house.laos) == {"Sonthong": "member", "Vilay": "head", "Many": "accompanying"}
    assert house.said() == "Vilay now leads the delegation “Delegation of the Lao PDR”"
    house.store.undo()
    assert house.roles(house.laos)["Sonthong"] == "head"


def test_of_several_made_head_one_is(house: House) -> None:
    both = [house.people["Vilay"], house.people["Many"]]
    members.set_role(house.store, participants=both, role=DelegationRole.HEAD)

    assert house.roles(house.laos) == {"Sonthong": "member", "Vilay": "member", "Many": "head"}


def test_roles_of_many_are_one_step(house: House) -> None:
    before = house.steps()
    everybody = [house.people[name] for name in ("Vilay", "Many", "Zhou")]
    members.set_role(house.store, participants=everybody, role=DelegationRole.DEPUTY)

    assert house.steps() - before == 1
    assert house.roles(house.laos) == {"Sonthong": "head", "Vilay": "deputy", "Many": "deputy"}
    assert house.store.history(1)[0].values["count"] == 3


def test_leaving_keeps_people_in_the_forum(house: House) -> None:
    left = members.leave_delegation(house.store, participants=[house.people["Vilay"], house.people["Zhou"]])

    assert left == 1
    with house.store.read() as db:
        row = db.get_one(Participant, house.people["Vilay"])
        assert (row.delegation_id, row.role_in_delegation) == (None, "")
    assert house.said() == "Took Vilay out of the delegation “Delegation of the Lao PDR”"


def test_nobody_to_take_out_makes_no_step(house: House) -> None:
    before = house.steps()

    assert members.leave_delegation(house.store, participants=[house.people["Zhou"]]) == 0
    assert house.steps() == before


def test_a_dissolved_delegation_leaves_its_people_and_comes_back_with_its_notes(house: House) -> None:
    today = dt.date(2026, 10, 8)
    log(
        house.store,
        forum_id=house.forum,
        about=About.delegation(house.laos),
        day=today,
        asked=("arrival",),
        today=today,
    )
    assert delegations.remove_delegation(house.store, delegation_id=house.laos) == 3
    assert house.roles(house.laos) == {}
    with house.store.read() as db:
        assert db.query(Participant).count() == 6
        assert db.query(ContactNote).count() == 0

    house.store.undo()
    assert len(house.roles(house.laos)) == 3
    with house.store.read() as db:
        assert db.query(ContactNote).count() == 1


def test_a_member_cannot_look_after_the_own_delegation(house: House) -> None:
    with pytest.raises(TravelsAlong) as refused:
        delegations.set_liaison(house.store, delegation_id=house.laos, participant_id=house.people["Vilay"])

    assert str(refused.value) == (
        "Vilay belongs to this delegation, so can't look after it. Choose somebody else, or take Vilay out of the "
        "delegation first."
    )
    delegations.set_liaison(house.store, delegation_id=house.laos, participant_id=house.people["Siriporn"])
    assert house.delegation(house.laos).liaison_id == house.people["Siriporn"]


def test_a_liaison_officer_who_joins_no_longer_looks_after_it(house: House) -> None:
    delegations.set_liaison(house.store, delegation_id=house.laos, participant_id=house.people["Zhou"])
    joined = members.join_delegation(house.store, delegation_id=house.laos, participants=[house.people["Zhou"]])

    assert joined.no_longer_liaison == ("Zhou",)
    assert house.delegation(house.laos).liaison_id is None


def test_a_new_delegation_takes_the_country_of_its_institution(house: House, filling: Filling) -> None:
    with filling() as db:
        place = make_institution(db, "洞里萨医学院", "Tonle Sap Medical School", country="KH")
    made = delegations.add_delegation(house.store, forum_id=house.forum, institution_id=InstitutionId(place.id))

    assert (house.delegation(made).country, house.delegation(made).position) == ("KH", 1)
    assert house.said(ZH) == "新建代表团“洞里萨医学院”"


def test_a_delegation_of_nothing_is_refused(house: House) -> None:
    before = house.steps()
    with pytest.raises(NotPossible):
        delegations.add_delegation(house.store, forum_id=house.forum, name={ZH: " "})

    assert house.steps() == before


def test_every_field_is_written_and_kept(house: House) -> None:
    key, store = house.laos, house.store
    delegations.rename_delegation(store, delegation_id=key, tag=EN, text="x" * 120)
    delegations.set_hotel(store, delegation_id=key, tag=ZH, text="翠湖宾馆")
    delegations.set_contact(store, delegation_id=key, contact=" Ms Wang ")
    delegations.set_contact_language(store, delegation_id=key, tag="en")
    delegations.set_confirmed(store, delegation_id=key, day=dt.date(2026, 9, 1))
    delegations.set_unnamed(store, delegation_id=key, number=4)
    delegations.set_delegation_country(store, delegation_id=key, country="")
    delegations.set_delegation_notes(store, delegation_id=key, notes="two cars")
    row = house.delegation(key)

    assert (row.name.get(EN), row.hotel.get(ZH), row.contact) == ("x" * 120, "翠湖宾馆", "Ms Wang")
    assert (row.contact_language, row.confirmed_on, row.unnamed) == ("en", dt.date(2026, 9, 1), 4)
    assert (row.country, row.notes) == ("", "two cars")
    with pytest.raises(NotPossible):
        delegations.set_unnamed(store, delegation_id=key, number=-1)


def test_one_step_chooses_the_order_and_the_place_of_the_host(house: House) -> None:
    delegations.sort_delegations(
        house.store, forum_id=house.forum, order=DelegationOrder.PINYIN, host_place=HostPlace.FIRST
    )
    with house.store.read() as db:
        assert db.get_one(Forum, house.forum).protocol == {"delegations": "pinyin", "host_place": "first"}
    delegations.sort_delegations(house.store, forum_id=house.forum, order=DelegationOrder.COUNTRY)
    with house.store.read() as db:
        assert db.get_one(Forum, house.forum).protocol == {"host_place": "first"}


def test_by_hand_delegations_and_members_stand_as_they_were_put(house: House) -> None:
    inside = [house.people[name] for name in ("Many", "Sonthong", "Vilay")]
    delegations.arrange_delegations(
        house.store, forum_id=house.forum, arranged=[(house.thailand, []), (house.laos, inside)]
    )

    assert house.delegation(house.thailand).position < house.delegation(house.laos).position
    assert list(house.roles(house.laos)) == ["Many", "Sonthong", "Vilay"]
    with house.store.read() as db:
        positions = {row.id: row.position for row in db.query(Participant).all()}
    assert sorted(positions[key] for key in inside) == [0, 1, 2]
    assert positions[house.people["Siriporn"]] == 3


def test_a_caption_of_ones_own_goes_with_its_last_word(house: House) -> None:
    delegations.set_caption(house.store, forum_id=house.forum, texts={ZH: "按报到先后", EN: ""})
    with house.store.read() as db:
        assert db.get_one(Forum, house.forum).words == {"caption.delegations": {ZH: "按报到先后"}}
    delegations.set_caption(house.store, forum_id=house.forum, texts={})
    with house.store.read() as db:
        assert db.get_one(Forum, house.forum).words is None


def test_what_is_gone_is_said(house: House) -> None:
    with pytest.raises(NoLongerThere):
        delegations.set_contact(house.store, delegation_id=DelegationId(UUID(int=7)), contact="x")
