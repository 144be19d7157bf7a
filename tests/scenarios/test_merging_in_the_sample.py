"""Merges in a whole forum: any two people become one, every paper still reads, and undo leaves no trace."""

import random
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from factories import (
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
)
from forumplanner import sample
from forumplanner.actions.merging import merge
from forumplanner.changes import compare
from forumplanner.domain.ids import ForumId, PersonId
from forumplanner.domain.likeness import pairs
from forumplanner.exchange import workbook as exchange
from forumplanner.queries import agenda, badges, checks, duplicates, people, running_order, workbook
from forumplanner.records import NOT_JOURNALLED, Appearance, Base, Forum, Participant, Person
from forumplanner.snapshots.agenda import AgendaPaper
from forumplanner.snapshots.import_plan import RowAction
from forumplanner.store import Store
from planner_file import filling_of

Rows = dict[str, dict[str, dict[str, Any]]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("sample") / "sample.forumplanner"
    with Store.create(path, actor="Lin") as made:
        sample.write(made)
        yield made


def rows_of(store: Store) -> Rows:
    """Every journalled row, without the version, which only grows."""
    with store.read() as db:
        return {
            name: {
                str(row["id"]): {column: value for column, value in row.items() if column != "version"}
                for row in db.execute(select(table)).mappings()
            }
            for name, table in Base.metadata.tables.items()
            if name not in NOT_JOURNALLED
        }


def everybody(store: Store) -> list[PersonId]:
    with store.read() as db:
        return [PersonId(key) for key in db.scalars(select(Person.id).order_by(Person.id))]


def on_stage(store: Store) -> list[PersonId]:
    with store.read() as db:
        seen = select(Participant.person_id).join(Appearance, Appearance.participant_id == Participant.id)
        return [PersonId(key) for key in db.scalars(seen.distinct().order_by(Participant.person_id))]


def read_everything(store: Store, forum: ForumId) -> None:
    with store.read() as db:
        agenda.load(db, forum_id=forum)
        badges.load(db, forum_id=forum)
        checks.load(db, forum_id=forum)
        people.load(db, forum_id=forum)
        running_order.load(db, forum_id=forum)
        workbook.known(db, forum)


@pytest.mark.parametrize("seed", range(6))
def test_any_two_people_become_one_and_two_again(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    keep, drop = chance.sample(on_stage(store) if seed % 2 else everybody(store), 2)
    with store.read() as db:
        forum = ForumId(db.execute(select(Forum.id)).scalar_one())
    before = rows_of(store)

    merge(store, keep=keep, drop=drop)

    assert store.verify() == []
    assert str(drop) not in rows_of(store)["person"]
    read_everything(store, forum)
    store.undo()
    assert rows_of(store) == before


@pytest.mark.parametrize("seed", range(4))
def test_the_workbook_of_before_brings_nothing_back(store: Store, seed: int) -> None:
    chance = random.Random(100 + seed)
    keep, drop = chance.sample(on_stage(store) if seed % 2 else everybody(store), 2)
    with store.read() as db:
        forum = db.execute(select(Forum.id)).scalar_one()
        book = exchange.export(workbook.known(db, forum))

    merge(store, keep=keep, drop=drop)

    with store.read() as db:
        plan = exchange.read(book, workbook.known(db, forum), name="before.xlsx")
    store.undo()
    assert {row.action for row in plan.rows} == {RowAction.SAME}
    assert (plan.questions, plan.rejects, len(plan.remarks) <= 1) == ((), (), True)


def test_many_merges_one_after_the_other_are_all_taken_apart(store: Store) -> None:
    chosen = random.Random(1).sample(everybody(store), 8)
    before = rows_of(store)

    for drop in chosen[1:]:
        merge(store, keep=chosen[0], drop=drop)

    assert {str(one) for one in chosen[1:]} & set(rows_of(store)["person"]) == set()
    assert store.verify() == []
    for _drop in chosen[1:]:
        store.undo()
    assert rows_of(store) == before


def test_the_sample_holds_few_likely_pairs(store: Store) -> None:
    with store.read() as db:
        directory = duplicates.load(db)

    assert len(pairs(directory.people, apart=directory.apart)) <= 5


def test_the_programme_says_the_same_after_two_records_of_one_speaker_became_one(tmp_path: Path) -> None:
    with Store.create(tmp_path / "forum.forumplanner", actor="Lin") as store:
        with filling_of(store) as db:
            forum = make_forum(db)
            one, two = (make_person(db, "陈国强", "Chen Guoqiang") for _ in range(2))
            for title, person in (("Opening", one), ("Closing", two)):
                item = make_item(db, make_part(db, make_session(db, forum, en=title)), en=title)
                make_appearance(db, item, make_participant(db, forum, person))
        before, keep, drop = programme(store, forum.id), PersonId(one.id), PersonId(two.id)

        merge(store, keep=keep, drop=drop)

        assert compare(before, programme(store, forum.id)).groups == ()


def programme(store: Store, forum_id: uuid.UUID) -> AgendaPaper:
    with store.read() as db:
        return agenda.load(db, forum_id=forum_id)
