"""Ceremonies: acts are added, named, put in order and taken out, each with those who appear in it."""

import uuid
from dataclasses import dataclass

import pytest

from factories import make_forum, make_institution, make_item, make_part, make_participant, make_person, make_session
from forumplanner.actions import acts, appearances, items, translations
from forumplanner.actions.appearances import Who
from forumplanner.domain.ids import ForumId, InstitutionId, ItemId, ParticipantId
from forumplanner.domain.kinds import ItemKind, Role
from forumplanner.queries import programme
from forumplanner.snapshots.completeness import TextRef
from forumplanner.snapshots.programme import ItemLine
from forumplanner.store import Store
from planner_file import Filling


@dataclass
class Ceremony:
    """A signing ceremony without any agreement yet."""

    store: Store
    forum_id: ForumId
    item: ItemId
    parties: tuple[InstitutionId, ...]
    witness: ParticipantId

    def line(self) -> ItemLine:
        with self.store.read() as db:
            return programme.load(db, forum_id=self.forum_id).sessions[0].parts[0].items[0]

    def shown(self) -> list[tuple[str, list[str]]]:
        return [
            (act.title.side(0), [p.institution.side(0) or p.name.zh for p in act.people]) for act in self.line().acts
        ]


@pytest.fixture
def ceremony(store: Store, filling: Filling) -> Ceremony:
    with filling() as db:
        forum = make_forum(db)
        item = make_item(db, make_part(db, make_session(db, forum)), "签约仪式", "Signing", kind=ItemKind.SIGNING)
        parties = tuple(InstitutionId(make_institution(db, f"大学{n}", f"University {n}").id) for n in range(3))
        witness = ParticipantId(make_participant(db, forum, make_person(db, "见证", "Jian Zheng")).id)
    return Ceremony(store, ForumId(forum.id), ItemId(item.id), parties, witness)


def signing(ceremony: Ceremony, first: int, second: int) -> list[tuple[Who, Role]]:
    return [(Who(institution_id=ceremony.parties[n]), Role.SIGNATORY) for n in (first, second)]


def test_pairs_of_parties_sign_in_order_and_a_witness_joins_one_of_them(ceremony: Ceremony) -> None:
    first = acts.add_act(
        ceremony.store, item_id=ceremony.item, title={"zh-Hans": "合作协议"}, people=signing(ceremony, 0, 1)
    )
    acts.add_act(ceremony.store, item_id=ceremony.item, title={"zh-Hans": "备忘录"}, people=signing(ceremony, 0, 2))
    appearances.add_appearance(
        ceremony.store, place=ceremony.item, who=Who(ceremony.witness), role=Role.WITNESS, act_id=first
    )

    assert ceremony.shown() == [("合作协议", ["大学0", "大学1", "见证"]), ("备忘录", ["大学0", "大学2"])]

    assert acts.reorder_act(ceremony.store, act_id=first, by=1)
    assert [title for title, _who in ceremony.shown()] == ["备忘录", "合作协议"]
    assert not acts.reorder_act(ceremony.store, act_id=first, by=1)


def test_an_act_goes_with_its_people_and_comes_back(ceremony: Ceremony) -> None:
    act = acts.add_act(ceremony.store, item_id=ceremony.item, people=signing(ceremony, 0, 1))

    acts.remove_act(ceremony.store, act_id=act)
    assert (ceremony.shown(), ceremony.line().people) == ([], ())
    ceremony.store.undo()
    assert ceremony.shown() == [("", ["大学0", "大学1"])]


def test_removing_the_item_takes_its_acts(ceremony: Ceremony) -> None:
    acts.add_act(ceremony.store, item_id=ceremony.item, people=signing(ceremony, 0, 1))

    items.remove_item(ceremony.store, item_id=ceremony.item)
    ceremony.store.undo()

    assert ceremony.shown() == [("", ["大学0", "大学1"])]


def test_the_title_of_an_act_stands_in_both_languages(ceremony: Ceremony) -> None:
    act = acts.add_act(ceremony.store, item_id=ceremony.item, title={"zh-Hans": "合作协议"})

    translations.write_text(ceremony.store, ref=TextRef("act", str(act), "title"), tag="en", text="Agreement")

    assert ceremony.line().acts[0].title.texts == ("合作协议", "Agreement")
    assert uuid.UUID(ceremony.line().acts[0].id) == act
