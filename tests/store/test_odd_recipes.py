"""What breaks a naive journal: values changed in place, rows that only the flush finds, moved keys, savepoints."""

import datetime as dt
import decimal
import uuid
from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.kinds import StepKind
from forumplanner.store import Store
from store.odd_records import ODD, Guest, Person, Presence, Role, Session
from store.tables import dump, journal_rows

FIRST, SECOND, THIRD = (uuid.UUID(int=n) for n in (1, 2, 3))


@pytest.fixture
def filled(odd: Store) -> Store:
    """Two people, three sessions; the first session has both people in roles, and two guests."""
    with odd.step(StepKind.OTHER) as db:
        people = [
            Person(
                id=FIRST, email="lin@forum.example", name={"zh": "林", "en": "Lin"}, extra={"a": 1, "n": {"d": [1]}}
            ),
            Person(id=SECOND, email="wu@forum.example", name={"en": "Wu"}),
        ]
        sessions = [Session(id=key, title=f"session {key.int}") for key in (FIRST, SECOND, THIRD)]
        db.add_all([*people, *sessions])
        db.add_all([Role(session_id=FIRST, person_id=FIRST), Role(session_id=FIRST, person_id=SECOND)])
        db.add_all([Guest(id=FIRST, session_id=FIRST), Guest(id=SECOND, session_id=FIRST)])
    return odd


def change_in_place_then_replace(db: Db) -> None:
    person = db.get_one(Person, FIRST)
    person.name["en"] = "changed in place"
    person.name = dict(person.name) | {"zh": "新"}


def change_a_mutable_dict(db: Db) -> None:
    person = db.get_one(Person, FIRST)
    person.extra["z"] = 1
    del person.extra["a"]


def set_an_expired_attribute(db: Db) -> None:
    person = db.get_one(Person, FIRST)
    db.expire(person)
    person.note = "set blindly"


def merge_from_outside(db: Db) -> None:
    person = db.get_one(Person, FIRST)
    db.expunge(person)
    person.note = "detached"
    db.merge(person)


def delete_a_session_with_orphans_and_guests(db: Db) -> None:
    db.delete(db.get_one(Session, FIRST))


def take_a_role_out_of_the_list(db: Db) -> None:
    session = db.get_one(Session, FIRST)
    session.roles.pop()


def move_a_role_to_another_session(db: Db) -> None:
    db.get_one(Role, (FIRST, SECOND)).session = db.get_one(Session, SECOND)


def change_one_row_in_three_flushes(db: Db) -> None:
    for note in ("first", "second", "third"):
        db.get_one(Person, FIRST).note = note
        db.flush()


def add_and_change_and_keep(db: Db) -> None:
    db.add(Person(id=THIRD, email="new@forum.example"))
    db.flush()
    db.get_one(Person, THIRD).note = "changed in the same step"


def delete_and_add_again_under_the_same_key(db: Db) -> None:
    db.delete(db.get_one(Guest, FIRST))
    db.flush()
    db.add(Guest(id=FIRST, session_id=SECOND))


def give_a_unique_value_to_somebody_else(db: Db) -> None:
    one, other = db.get_one(Person, FIRST), db.get_one(Person, SECOND)
    first, second = one.email, other.email
    for person, email in ((one, None), (other, first), (one, second)):
        person.email = email
        db.flush()


def keep_a_savepoint(db: Db) -> None:
    with db.begin_nested():
        db.get_one(Person, FIRST).note = "kept"
        db.add(Guest(id=THIRD))


def every_kind_of_value(db: Db) -> None:
    person = db.get_one(Person, FIRST)
    person.score, person.big, person.vip = 0.1 + 0.2, 2**53 + 1, True
    person.fee, person.photo, person.presence = decimal.Decimal("1234.50"), b"\x00\xff", Presence.AWAY
    person.born_on, person.wakes_at = dt.date(1970, 2, 28), dt.time(6, 30)
    person.made_at = dt.datetime(2026, 5, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))


def delete_a_person(db: Db) -> None:
    db.delete(db.get_one(Person, FIRST))


CHANGES = [
    (change_in_place_then_replace, 1),
    (change_a_mutable_dict, 1),
    (set_an_expired_attribute, 1),
    (merge_from_outside, 1),
    (delete_a_session_with_orphans_and_guests, 5),
    (take_a_role_out_of_the_list, 1),
    (move_a_role_to_another_session, 2),
    (change_one_row_in_three_flushes, 1),
    (add_and_change_and_keep, 1),
    (delete_and_add_again_under_the_same_key, 1),
    (give_a_unique_value_to_somebody_else, 2),
    (keep_a_savepoint, 2),
    (every_kind_of_value, 1),
    (delete_a_person, 2),
]


@pytest.mark.parametrize(("change", "rows"), CHANGES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_change_is_undone_and_redone_to_the_byte(filled: Store, change: Callable[[Db], None], rows: int) -> None:
    before = dump(filled.path, ODD)

    with filled.step(StepKind.OTHER) as db:
        change(db)
    after = dump(filled.path, ODD)

    assert after != before
    assert journal_rows(filled.path) == rows
    filled.undo()
    assert dump(filled.path, ODD) == before
    filled.redo()
    assert dump(filled.path, ODD) == after
    assert filled.verify() == []


def edit_and_back(db: Db) -> None:
    person = db.get_one(Person, FIRST)
    person.note, old, person.touched = "for a moment", person.note, 3
    db.flush()
    person.note, person.touched = old, 0


def add_and_take_away(db: Db) -> None:
    guest = Guest(id=THIRD)
    db.add(guest)
    db.flush()
    db.delete(guest)


def roll_a_savepoint_back(db: Db) -> None:
    savepoint = db.begin_nested()
    db.get_one(Person, FIRST).note = "lost"
    db.add(Guest(id=THIRD))
    db.flush()
    savepoint.rollback()


@pytest.mark.parametrize("change", [edit_and_back, add_and_take_away, roll_a_savepoint_back])
def test_a_step_that_changes_nothing_in_the_end_leaves_no_entry(filled: Store, change: Callable[[Db], None]) -> None:
    before = filled.head()

    with filled.step(StepKind.OTHER) as db:
        change(db)

    assert filled.head() == before


def test_only_what_a_savepoint_rolled_back_is_forgotten(filled: Store) -> None:
    with filled.step(StepKind.OTHER) as db:
        db.get_one(Person, FIRST).note = "before"
        db.flush()
        savepoint = db.begin_nested()
        db.get_one(Person, SECOND).note = "lost"
        db.flush()
        savepoint.rollback()
        with db.begin_nested():
            db.add(Guest(id=THIRD))

    assert journal_rows(filled.path) == 2


def test_a_refused_row_in_a_savepoint_leaves_the_others(filled: Store) -> None:
    with filled.step(StepKind.IMPORT_WORKBOOK) as db:
        kept = []
        for number, email in enumerate(("a@forum.example", "lin@forum.example", "b@forum.example")):
            savepoint = db.begin_nested()
            db.add(Person(id=uuid.UUID(int=100 + number), email=email))
            try:
                savepoint.commit()
                kept.append(email)
            except Exception:  # noqa: BLE001 - what an import does with a row that the database refuses
                savepoint.rollback()

    assert kept == ["a@forum.example", "b@forum.example"]
    assert journal_rows(filled.path) == 2


def test_a_default_of_the_database_comes_back_as_it_was(filled: Store) -> None:
    with filled.step(StepKind.ADD_PERSON) as db:
        db.add(Person(id=THIRD))
    after = dump(filled.path, ODD)

    filled.undo()
    filled.redo()

    assert dump(filled.path, ODD) == after


def test_a_row_taken_out_with_its_key_moved_is_found_by_both_keys(filled: Store) -> None:
    heard = []
    filled.listen(lambda changed: heard.append(changed.touched))

    with filled.step(StepKind.OTHER) as db:
        move_a_role_to_another_session(db)

    assert heard == [frozenset({("role", f"{FIRST}|{SECOND}"), ("role", f"{SECOND}|{SECOND}")})]


def test_a_value_that_json_cannot_say_is_refused_and_nothing_is_kept(filled: Store) -> None:
    before = dump(filled.path, ODD)

    with pytest.raises(ValueError, match="not JSON compliant"), filled.step(StepKind.OTHER) as db:
        db.scalars(select(Person)).first().score = float("inf")  # type: ignore[union-attr]  # there are two

    assert dump(filled.path, ODD) == before
