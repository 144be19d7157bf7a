"""What a step costs is the same in a small file and in a large one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

import factories as make
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Person
from forumplanner.store import Store


@contextmanager
def counted(store: Store) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(store._engine, "before_cursor_execute", note)
    yield statements
    event.remove(store._engine, "before_cursor_execute", note)


def people(store: Store, count: int) -> list[Person]:
    with store.step(StepKind.IMPORT_WORKBOOK) as db:
        return [make.make_person(db, latin=f"Person {number}") for number in range(count)]


def cost_of_one_edit(store: Store, person: Person) -> tuple[int, int]:
    with counted(store) as done, store.step(StepKind.EDIT_PERSON) as db:
        db.get_one(Person, person.id).phone = "1"
    with counted(store) as undone:
        store.undo()
    return len(done), len(undone)


def test_one_edit_costs_the_same_with_one_row_and_with_a_thousand(planner: Store) -> None:
    first = people(planner, 1)[0]
    alone = cost_of_one_edit(planner, first)

    people(planner, 1000)

    assert cost_of_one_edit(planner, first) == alone


def test_a_step_of_many_rows_reads_and_writes_them_in_batches(planner: Store) -> None:
    made = people(planner, 300)

    def edit(count: int) -> int:
        with planner.step(StepKind.EDIT_PERSON) as db:
            found = [db.get_one(Person, person.id) for person in made[:count]]
            with counted(planner) as statements:
                for person in found:
                    person.phone = str(count)
                db.flush()
        return len(statements)

    assert edit(300) - edit(2) == 300 - 2  # one UPDATE a row is the version check; images are one SELECT
