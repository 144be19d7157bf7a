"""Everybody for the search for duplicates, and two records side by side."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.orm import Session as Db

from factories import (
    make_appearance,
    make_delegation,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    new_database,
    text,
)
from forumplanner.actions.merging import keep_apart, merge
from forumplanner.domain.ids import PersonId
from forumplanner.domain.kinds import Category, InvitationStatus
from forumplanner.domain.likeness import pairs
from forumplanner.domain.merging import Side
from forumplanner.queries import duplicates
from forumplanner.snapshots.duplicates import ComparedField, ComparedForum
from forumplanner.store import Store
from planner_file import Filling, filling_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "test.forumplanner", actor="Lin") as made:
        yield made


@pytest.fixture
def filling(store: Store) -> Filling:
    return partial(filling_of, store)


def statements(db: Db, *, people: int) -> int:
    """How many statements reading so many people takes."""
    house = make_institution(db)
    for n in range(people):
        make_person(db, f"王{n}", f"Wang {n}", institution=house)
    db.flush()
    spoken: list[str] = []
    connection = db.get_bind()

    def note(_connection: Connection, _cursor: object, statement: str, *_rest: object) -> None:
        spoken.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    assert len(duplicates.load(db).people) == people
    return len(spoken)


def test_a_thousand_people_take_as_many_statements_as_one() -> None:
    assert (statements(new_database(), people=1), statements(new_database(), people=1000)) == (5, 5)


def test_people_come_with_their_houses_and_those_above(store: Store, filling: Filling) -> None:
    with filling() as db:
        university = make_institution(db, "云岭医科大学", "Yunling Medical University")
        school = make_institution(db, "护理学院", "School of Nursing", parent_id=university.id)
        make_person(db, "陈国强", country="CN", phone="138", emails=("a@b.example",), institution=school)

    with store.read() as db:
        [person] = duplicates.load(db).people

    assert person.institutions == {str(university.id), str(school.id)}
    assert set(person.houses) == {"云岭医科大学", "Yunling Medical University", "护理学院", "School of Nursing"}
    assert (person.country, person.phone, person.emails) == ("CN", "138", ("a@b.example",))


def test_a_merged_person_is_found_by_the_names_that_went(store: Store, filling: Filling) -> None:
    with filling() as db:
        house = make_institution(db)
        keep = PersonId(make_person(db, "陈国强", institution=house).id)
        drop = PersonId(make_person(db, "陈国祥", institution=house).id)
        third = make_person(db, "陈国祥", institution=house).id
    merge(store, keep=keep, drop=drop)

    with store.read() as db:
        directory = duplicates.load(db)

    assert [{one.first, one.second} for one in pairs(directory.people)] == [{str(keep), str(third)}]


def test_pairs_that_are_two_people_are_not_proposed(store: Store, filling: Filling) -> None:
    with filling() as db:
        house = make_institution(db)
        one, two = (PersonId(make_person(db, "王伟", institution=house).id) for _ in range(2))
    keep_apart(store, one, two)

    with store.read() as db:
        directory = duplicates.load(db)
        compared = duplicates.compare(db, keep=one, drop=two, tag="en")

    assert pairs(directory.people, apart=directory.apart) == ()
    assert compared is not None
    assert compared.apart


def test_two_records_stand_field_beside_field(store: Store, filling: Filling) -> None:
    with filling() as db:
        forum = make_forum(db, short_title=text("云岭论坛", "Yunling Forum"))
        house = make_institution(db)
        one = make_person(
            db, "陈国强", "Chen Guoqiang", country="CN", title=text("教授", "Professor"), institution=house
        )
        two = make_person(db, "陳國強", country="", phone="138", notes="halal")
        laos = make_delegation(db, forum, country="LA")
        mine = make_participant(db, forum, one)
        make_participant(
            db, forum, two, Category.SPEAKER, status=InvitationStatus.ACCEPTED, delegation_id=laos.id
        )  # fmt: skip
        make_appearance(db, make_item(db, make_part(db, make_session(db, forum))), mine)
        keep, drop, key = PersonId(one.id), PersonId(two.id), str(forum.id)

    with store.read() as db:
        compared = duplicates.compare(db, keep=keep, drop=drop, tag="en")

    assert compared is not None
    assert compared.fields == (
        ComparedField("name.zh", "陈国强", "陳國強", Side.KEEP),
        ComparedField("name.latin", "Chen Guoqiang", "", Side.KEEP),
        ComparedField("country", "China", "", Side.KEEP),
        ComparedField("phone", "", "138", Side.DROP),
        ComparedField("notes", "", "halal", Side.DROP),
    )
    assert [field.code for field in compared.fields if field.differs] == ["name.zh"]
    assert compared.forums == (
        ComparedForum(
            key,
            "Yunling Forum",
            keep=True,
            drop=True,
            fields=(
                ComparedField(f"{key}:category", "Delegate", "Speaker", Side.KEEP),
                ComparedField(f"{key}:status", "", "Accepted", Side.DROP),
                ComparedField(f"{key}:delegation", "", "Lao PDR", Side.DROP),
            ),
        ),
    )
    assert (compared.keep.posts, compared.keep.appearances) == (("Professor, Yunling Medical University",), 1)
    assert (compared.drop.posts, compared.drop.appearances) == ((), 0)


def test_a_record_that_is_gone_is_compared_with_nobody(store: Store, filling: Filling) -> None:
    with filling() as db:
        one, two = (PersonId(make_person(db, "王伟").id) for _ in range(2))
    merge(store, keep=one, drop=two)

    with store.read() as db:
        assert duplicates.compare(db, keep=one, drop=two, tag="zh-Hans") is None
