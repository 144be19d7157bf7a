"""What `verify` finds: rot, casual edits of history and tables, and files that aren't what they were."""

import hashlib

import pytest

import factories as make
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Asset, Person
from forumplanner.store import Problem, ProblemKind, Store
from store.tables import meddle, rows


@pytest.fixture
def lived_in(planner: Store) -> Store:
    """Three steps, an undo and a picture."""
    with planner.step(StepKind.ADD_PERSON) as db:
        key = make.make_person(db, "林晓", "Lin Xiao").id
        data = b"a picture"
        db.add(Asset(id=hashlib.sha256(data).hexdigest(), media_type="image/png", data=data))
    for number in "12":
        with planner.step(StepKind.EDIT_PERSON) as db:
            db.get_one(Person, key).phone = number
    planner.undo()
    return planner


def test_a_whole_file_has_no_problems(lived_in: Store) -> None:
    assert lived_in.verify() == []


@pytest.mark.parametrize(
    ("sql", "where"),
    [
        ("UPDATE journal_row SET after = replace(after, '1', '7') WHERE step_id = 2", "step 2, row 2"),
        ("UPDATE journal_step SET actor = 'Wu' WHERE id = 2", "step 2"),
        ('UPDATE journal_step SET "values" = \'{"a":1}\' WHERE id = 1', "step 1"),
        ("DELETE FROM journal_row WHERE step_id = 2", "step 2"),
        ("UPDATE journal_step SET hash = x'00' WHERE id = 4", "step 4"),
    ],
)
def test_an_altered_history_is_found(lived_in: Store, sql: str, where: str) -> None:
    meddle(lived_in.path, sql)

    found = [problem.where for problem in lived_in.verify() if problem.kind is ProblemKind.CHAIN]

    assert found == [where]


def test_a_removed_step_is_found(lived_in: Store) -> None:
    meddle(lived_in.path, "DELETE FROM journal_step WHERE id = 2")
    meddle(lived_in.path, "DELETE FROM journal_row WHERE step_id = 2")

    assert Problem(ProblemKind.CHAIN, "step 3") in lived_in.verify()


def test_whether_a_step_is_undone_is_no_part_of_the_chain(lived_in: Store) -> None:
    lived_in.redo()

    assert lived_in.verify() == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE person SET phone = 'outside'",
        "DELETE FROM person",
        "UPDATE person SET name = '{}'",
    ],
)
def test_an_entry_changed_outside_is_found(lived_in: Store, sql: str) -> None:
    ((key,),) = rows(lived_in.path, "SELECT row_key FROM journal_row WHERE step_id = 1")
    meddle(lived_in.path, sql)

    assert lived_in.verify() == [Problem(ProblemKind.ROW, f"person {key}")]


def test_an_entry_made_outside_is_found(lived_in: Store) -> None:
    meddle(
        lived_in.path,
        "INSERT INTO consular_post "
        "(id, code, country, city, name, kind, district, address, contact, phone, email, version) "
        "VALUES ('00000000000000000000000000000001', '', 'TH', '{}', '{}', 'consulate', '{}', '{}', '', '', '', 1)",
    )

    assert lived_in.verify() == [Problem(ProblemKind.ROW, "consular_post 00000000-0000-0000-0000-000000000001")]


def test_a_changed_picture_is_found(lived_in: Store) -> None:
    meddle(lived_in.path, "UPDATE asset SET data = x'00'")

    assert lived_in.verify() == [Problem(ProblemKind.ASSET, hashlib.sha256(b"a picture").hexdigest())]


def test_a_stranger_in_the_file_is_found(lived_in: Store) -> None:
    meddle(lived_in.path, "CREATE VIEW people AS SELECT * FROM person")

    assert lived_in.verify() == [Problem(ProblemKind.FOREIGN_PART, "view people")]


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_is_said_in_both_languages(kind: ProblemKind) -> None:
    problem = Problem(kind, "person 1")

    assert "person 1" in problem.sentence("en")
    assert "person 1" in problem.sentence("zh-Hans")
    assert problem.sentence("en") != problem.sentence("zh-Hans")
