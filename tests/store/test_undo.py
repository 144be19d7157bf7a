"""Undo and redo: whose steps, in which order, over restarts and barriers, and with others at work on the same rows."""

import uuid
from pathlib import Path

import pytest
from sqlalchemy import select

import factories as make
from forumplanner.domain.kinds import Category, StepKind
from forumplanner.domain.text import LocalizedText
from forumplanner.records import Badge, CalendarIdentity, Forum, Item, Part, Participant, Person
from forumplanner.store import Changed, StepMode, Store, UndoRefused, journal
from forumplanner.store import engine as database
from store.tables import beside, dump, journal_rows, meddle, rows


def add_person(store: Store, latin: str = "Lin Xiao") -> uuid.UUID:
    with store.step(StepKind.ADD_PERSON, name=latin) as db:
        return make.make_person(db, latin=latin).id


def phone(store: Store, key: uuid.UUID, number: str) -> None:
    with store.step(StepKind.EDIT_PERSON, phone=number) as db:
        db.get_one(Person, key).phone = number


def phone_of(store: Store) -> str:
    with store.read() as db:
        return db.scalars(select(Person.phone)).one()


def test_undo_is_a_step_that_says_what_it_turned(planner: Store) -> None:
    key = add_person(planner)
    heard: list[Changed] = []
    planner.listen(heard.append)

    undone = planner.undo()

    assert undone is not None
    assert (undone.id, undone.mode, undone.kind, undone.values, undone.target) == (
        2,
        StepMode.UNDO,
        StepKind.ADD_PERSON,
        {"name": "Lin Xiao"},
        1,
    )
    assert [(step.id, step.mode, step.undone) for step in planner.history()] == [
        (2, StepMode.UNDO, False),
        (1, StepMode.DO, True),
    ]
    assert heard == [Changed(undone, frozenset({("person", str(key))}))]


def test_undo_goes_back_one_by_one_and_redo_forward_in_the_same_order(planner: Store) -> None:
    key = add_person(planner)
    for number in "123":
        phone(planner, key, number)

    seen = []
    while planner.can_redo() is None or planner.can_redo().values != {"phone": "1"}:  # type: ignore[union-attr]  # a loop's end
        planner.undo()
        seen.append(phone_of(planner))
    while planner.redo():
        seen.append(phone_of(planner))

    assert seen == ["2", "1", "", "1", "2", "3"]


def test_something_new_ends_redo(planner: Store) -> None:
    key = add_person(planner)
    phone(planner, key, "1")
    planner.undo()

    phone(planner, key, "2")

    assert planner.can_redo() is None
    assert planner.redo() is None
    assert [step.dead for step in planner.history() if step.values == {"phone": "1"} and step.mode == "do"] == [True]
    assert phone_of(planner) == "2"


def test_a_step_without_effect_does_not_end_redo(planner: Store) -> None:
    key = add_person(planner)
    phone(planner, key, "1")
    planner.undo()

    phone(planner, key, "")

    assert planner.redo() is not None
    assert phone_of(planner) == "1"


def test_there_is_nothing_to_undo_in_a_new_file(planner: Store) -> None:
    assert (planner.can_undo(), planner.undo(), planner.redo(), planner.history()) == (None, None, None, [])


def test_everybody_undoes_their_own_steps(planner: Store) -> None:
    other = beside(planner, "Wu")
    mine, theirs = add_person(planner), add_person(other)

    planner.undo()

    with planner.read() as db:
        assert db.scalars(select(Person.id)).all() == [theirs]
    assert planner.can_undo() is None
    assert mine != theirs


def test_undo_and_redo_survive_a_restart(file: Path) -> None:
    with Store.create(file, actor="Lin") as store:
        key = add_person(store)
        phone(store, key, "1")
        before = dump(file)
    with Store.open(file, actor="Lin") as store:
        store.undo()
    with Store.open(file, actor="Lin") as store:
        assert phone_of(store) == ""
        store.redo()

    assert dump(file) == before


def test_nothing_crosses_a_barrier(planner: Store) -> None:
    key = add_person(planner)
    phone(planner, key, "1")
    planner.undo()
    with database.writing(planner._engine) as connection, connection.begin():
        facts = {"kind": StepKind.MIGRATE, "values": {"to": 2}, "actor": "Lin"}
        journal.append(connection, mode=StepMode.BARRIER, changes=(), **facts)  # type: ignore[arg-type]  # as a migration does

    assert (planner.can_undo(), planner.can_redo(), planner.undo(), planner.redo()) == (None, None, None, None)
    phone(planner, key, "2")
    assert planner.undo() is not None
    assert planner.undo() is None


def test_another_field_of_the_row_may_have_changed_since(planner: Store) -> None:
    key = add_person(planner)
    phone(planner, key, "mine")
    with beside(planner, "Wu").step(StepKind.EDIT_PERSON) as db:
        db.get_one(Person, key).country = "TH"

    planner.undo()

    with planner.read() as db:
        assert db.execute(select(Person.phone, Person.country)).one() == ("", "TH")


def test_the_same_field_changed_by_somebody_is_never_overwritten(planner: Store) -> None:
    key = add_person(planner)
    phone(planner, key, "mine")
    phone(beside(planner, "Wu"), key, "theirs")
    before, head = dump(planner.path), planner.head()

    with pytest.raises(UndoRefused) as refused:
        planner.undo()

    by = planner.history()[0]
    assert (refused.value.who, refused.value.when, refused.value.what) == ("Wu", by.at, by)
    assert refused.value.step.values == {"phone": "mine"}
    assert str(refused.value) == (
        f"This step can't be taken back: Wu changed the same entry on {by.at.astimezone():%Y-%m-%d %H:%M}. "
        "Nothing was changed; take that back first, or correct the entry by hand."
    )
    assert (dump(planner.path), planner.head()) == (before, head)


def test_a_new_row_that_somebody_edited_is_not_taken_away(planner: Store) -> None:
    key = add_person(planner)
    phone(beside(planner, "Wu"), key, "theirs")

    with pytest.raises(UndoRefused, match="Wu changed the same entry"):
        planner.undo()

    assert phone_of(planner) == "theirs"


def test_a_removed_row_does_not_come_back_twice(planner: Store) -> None:
    key = add_person(planner)
    with planner.step(StepKind.OTHER) as db:
        db.delete(db.get_one(Person, key))
    with beside(planner, "Wu").step(StepKind.OTHER) as db:
        db.add(Person(id=key, phone="theirs"))

    with pytest.raises(UndoRefused, match="Wu changed the same entry"):
        planner.undo()

    assert phone_of(planner) == "theirs"


def test_what_somebody_hung_on_my_row_keeps_it(planner: Store) -> None:
    with planner.step(StepKind.ADD_SESSION) as db:
        session = make.make_session(db, make.make_forum(db))
    with beside(planner, "Wu").step(StepKind.EDIT_PART) as db:
        db.add(Part(session_id=session.id))
    before = dump(planner.path)

    with pytest.raises(UndoRefused) as refused:
        planner.undo()

    assert refused.value.who == "Wu"
    assert str(refused.value).startswith("This step can't be taken back: what Wu did on ")
    assert dump(planner.path) == before


def test_what_my_row_hung_on_may_be_gone(planner: Store) -> None:
    with planner.step(StepKind.OTHER) as db:
        part = make.make_part(db, make.make_session(db, make.make_forum(db)))
        item = make.make_item(db, part)
    with planner.step(StepKind.REMOVE_ITEM) as db:
        db.delete(db.get_one(Item, item.id))
    with beside(planner, "Wu").step(StepKind.OTHER) as db:
        db.delete(db.get_one(Part, part.id))
    before = dump(planner.path)

    with pytest.raises(UndoRefused) as refused:
        planner.undo()

    assert refused.value.who == "Wu"
    assert dump(planner.path) == before


def test_what_was_unique_about_my_row_may_be_taken(planner: Store) -> None:
    with planner.step(StepKind.CREATE_FORUM) as db:
        forum = make.make_forum(db, slug="yunling")
    with planner.step(StepKind.OTHER) as db:
        db.delete(db.get_one(Forum, forum.id))
    with beside(planner, "Wu").step(StepKind.CREATE_FORUM) as db:
        make.make_forum(db, slug="yunling")
    before = dump(planner.path)

    with pytest.raises(UndoRefused, match="entries made or removed later are tied to it"):
        planner.undo()

    assert dump(planner.path) == before


def test_a_row_that_another_program_changed_is_not_overwritten(planner: Store) -> None:
    key = add_person(planner)
    phone(planner, key, "mine")
    meddle(planner.path, "UPDATE person SET phone = 'outside'")

    with pytest.raises(UndoRefused, match="another program has changed") as refused:
        planner.undo()

    assert (refused.value.who, refused.value.when) == ("", None)
    assert phone_of(planner) == "outside"


def test_the_version_only_grows_even_of_a_row_that_comes_back(planner: Store) -> None:
    key = add_person(planner)
    phone(planner, key, "1")
    seen = []
    for turn in (planner.undo, planner.redo, planner.undo, planner.undo, planner.redo, planner.redo):
        turn()
        seen += rows(planner.path, "SELECT version FROM person")

    assert seen == [(3,), (4,), (5,), (6,), (7,)]


def test_reordering_is_plain_assignment_even_over_doubles(planner: Store) -> None:
    with planner.step(StepKind.OTHER) as db:
        part = make.make_part(db, make.make_session(db, make.make_forum(db)))
        items = [make.make_item(db, part, position=place).id for place in (0, 1, 1)]
    before = dump(planner.path)
    with planner.step(StepKind.REORDER_ITEMS) as db:
        for place, key in zip((1, 0, 0), items, strict=True):
            db.get_one(Item, key).position = place
    after = dump(planner.path)

    planner.undo()
    assert dump(planner.path) == before
    planner.redo()
    assert dump(planner.path) == after


def test_unique_numbers_are_swapped_by_parking_one(planner: Store) -> None:
    with planner.step(StepKind.ISSUE_BADGES) as db:
        forum = make.make_forum(db)
        one, other = (make.make_badge(db, forum, number=number) for number in ("YL26-0001", "YL26-0002"))
    before = dump(planner.path)
    with planner.step(StepKind.OTHER) as db:
        for badge, number in ((one, "parked"), (other, "YL26-0001"), (one, "YL26-0002")):
            db.get_one(Badge, badge.id).number = number
            db.flush()
    after = dump(planner.path)

    assert journal_rows(planner.path) == 2
    planner.undo()
    assert dump(planner.path) == before
    planner.redo()
    assert dump(planner.path) == after


def test_an_import_of_hundreds_of_people_is_one_undo(planner: Store) -> None:
    with planner.step(StepKind.CREATE_FORUM) as db:
        forum = make.make_forum(db)
    before = dump(planner.path)
    with planner.step(StepKind.IMPORT_WORKBOOK, people=600) as db:
        for number in range(600):
            person = make.make_person(db, latin=f"Person {number}", title=LocalizedText.of(en="Professor"))
            make.make_participant(db, forum, person, Category.DELEGATE)
    after = dump(planner.path)

    assert journal_rows(planner.path) == 1800
    planner.undo()
    assert dump(planner.path) == before
    planner.redo()
    assert dump(planner.path) == after
    assert rows(planner.path, "PRAGMA foreign_key_check") == []


def test_what_has_left_the_house_stays_when_its_step_is_undone(planner: Store) -> None:
    with planner.step(StepKind.CREATE_FORUM) as db:
        forum = make.make_forum(db)
    with planner.step(StepKind.ADD_SESSION) as db:
        session = make.make_session(db, db.get_one(Forum, forum.id))
        stamped = {"stamped_at": session.starts_at or make.at("09:00"), "created_at": make.at("09:00")}
        db.add(CalendarIdentity(forum_id=forum.id, session_id=session.id, uid="1@x", fingerprint="", **stamped))

    planner.undo()

    assert rows(planner.path, "SELECT uid FROM calendar_identity") == [("1@x",)]
    assert rows(planner.path, "SELECT count(*) FROM session") == [(0,)]


def test_an_identity_outlives_its_forum(planner: Store) -> None:
    with planner.step(StepKind.CREATE_FORUM) as db:
        forum = make.make_forum(db)
    with planner.step(StepKind.OTHER) as db:
        stamped = {"stamped_at": make.at("09:00"), "created_at": make.at("09:00"), "fingerprint": ""}
        db.add(CalendarIdentity(forum_id=forum.id, session_id=uuid.uuid4(), uid="1@x", **stamped))

    planner.undo()

    assert rows(planner.path, "SELECT count(*) FROM forum") == [(0,)]
    assert rows(planner.path, "SELECT uid FROM calendar_identity") == [("1@x",)]


def test_a_row_of_two_people_may_be_undone_by_both_in_turn(planner: Store) -> None:
    key = add_person(planner)
    other = beside(planner, "Wu")
    phone(planner, key, "mine")
    phone(other, key, "theirs")

    other.undo()
    planner.undo()

    assert phone_of(planner) == ""
    with planner.read() as db:
        assert db.scalars(select(Participant.id)).all() == []
