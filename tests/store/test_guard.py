"""No way round the journal: every statement that no record's flush sent is refused and leaves nothing."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.kinds import StepKind
from forumplanner.records import JournalRow, JournalStep, Person, PlannerFile, Room
from forumplanner.store import Store
from forumplanner.store.engine import connect
from forumplanner.store.failures import BesideTheJournal, OutsideStep
from store.tables import dump

NEW = {"id": uuid.UUID(int=7), "code": "", "phone": "", "notes": "", "country": "", "sort_pinyin": "", "sort_latin": ""}


@pytest.fixture
def filled(planner: Store) -> Store:
    with planner.step(StepKind.ADD_PERSON) as db:
        make.make_person(db, "林晓", "Lin Xiao")
        make.make_room(db, make.make_forum(db))
    return planner


WAYS: dict[str, Callable[[Db], Any]] = {
    "bulk update": lambda db: db.execute(sa.update(Person).values(notes="bulk")),
    "bulk delete": lambda db: db.execute(sa.delete(Room)),
    "insert": lambda db: db.execute(sa.insert(Person).values(version=1, **NEW)),
    "insert many": lambda db: db.execute(sa.insert(Person), [{"version": 1, **NEW}]),
    "bulk mappings": lambda db: db.bulk_insert_mappings(sa.inspect(Person), [{"version": 1, **NEW}]),
    "bulk objects": lambda db: db.bulk_save_objects([Person(**NEW)]),
    "text": lambda db: db.execute(sa.text("UPDATE person SET notes = 'text'")),
    "text in a comment's shadow": lambda db: db.execute(sa.text("/* SELECT */ UPDATE person SET notes = 'text'")),
    "with": lambda db: db.execute(sa.text("WITH x AS (SELECT 1) UPDATE person SET notes = 'with'")),
    "replace": lambda db: db.execute(sa.text("INSERT OR REPLACE INTO room SELECT * FROM room")),
    "core on the connection": lambda db: db.connection().execute(sa.delete(Room)),
    "driver's SQL": lambda db: db.connection().exec_driver_sql("DELETE FROM room"),
    "pragma": lambda db: db.execute(sa.text("PRAGMA foreign_keys=OFF")),
    "table": lambda db: db.execute(sa.text("DROP TABLE room")),
    "commit by text": lambda db: db.execute(sa.text("COMMIT")),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_statement_beside_the_journal_is_refused(filled: Store, way: str) -> None:
    before = dump(filled.path)

    with pytest.raises(BesideTheJournal), filled.step(StepKind.OTHER) as db:
        WAYS[way](db)

    assert dump(filled.path) == before


def test_a_refusal_that_the_verb_swallows_changes_nothing_either(filled: Store) -> None:
    before = dump(filled.path)

    with filled.step(StepKind.OTHER) as db, pytest.raises(BesideTheJournal):
        db.execute(sa.delete(Room))

    assert dump(filled.path) == before


def test_reading_is_free_inside_a_step(filled: Store) -> None:
    with filled.step(StepKind.OTHER) as db:
        assert db.execute(sa.text("WITH x AS (SELECT 1) SELECT count(*) FROM room, x")).scalar_one() == 1
        assert db.scalars(sa.select(Person.sort_latin)).all() == ["lin xiao"]


def test_a_plain_session_on_a_planner_file_is_refused(filled: Store) -> None:
    before = dump(filled.path)
    engine = sa.create_engine("sqlite://", creator=lambda: connect(filled.path), poolclass=sa.NullPool)

    with Db(engine) as db:
        make.make_person(db)
        with pytest.raises(OutsideStep):
            db.commit()
    with Db(engine) as db:
        db.scalars(sa.select(Person)).one().notes = "changed"
        with pytest.raises(OutsideStep):
            db.commit()
    with Db(engine) as db:
        db.delete(db.scalars(sa.select(Person)).one())
        with pytest.raises(OutsideStep):
            db.commit()

    assert dump(filled.path) == before


def test_a_session_for_reading_cannot_write(filled: Store) -> None:
    before = dump(filled.path)

    with filled.read() as db:
        db.scalars(sa.select(Person)).one().notes = "changed"
        with pytest.raises(OutsideStep):
            db.flush()
    with filled.read() as db, pytest.raises(OperationalError, match="readonly"):
        db.execute(sa.delete(Room))

    assert dump(filled.path) == before


@pytest.mark.parametrize("kind", [JournalStep, JournalRow, PlannerFile])
def test_history_is_written_by_the_store_alone(filled: Store, kind: type[Any]) -> None:
    with pytest.raises(OutsideStep), filled.step(StepKind.OTHER) as db:
        db.add(kind(id=uuid.UUID(int=9) if kind is PlannerFile else 99))


def test_the_sentence_names_what_was_tried(filled: Store) -> None:
    with pytest.raises(BesideTheJournal) as refused, filled.step(StepKind.OTHER) as db:
        db.execute(sa.text("DELETE  FROM\nroom"))

    assert str(refused.value) == (
        "The program tried to change data in a way that could not be undone, so nothing was changed. "
        "Please report this: DELETE FROM room"
    )
