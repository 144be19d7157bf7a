"""Older steps: one taken back alone, all back to a step, what was removed brought back, and the history of a row."""

import uuid
from pathlib import Path

import pytest
from sqlalchemy import select

import factories as make
from forumplanner import i18n
from forumplanner.domain.history import sentence
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Appearance, Delegation, Forum, Item, Participant, Person, Room, Session
from forumplanner.store import BringBackRefused, NoSuchStep, StepMode, Store, UndoRefused, journal
from forumplanner.store import engine as database
from store.tables import beside, dump, rows


def add_person(store: Store, latin: str = "Lin Xiao") -> uuid.UUID:
    with store.step(StepKind.ADD_PERSON, **{"person.en": latin, "person.zh-Hans": latin}) as db:
        return make.make_person(db, latin=latin).id


def phone(store: Store, key: uuid.UUID, number: str) -> int:
    with store.step(StepKind.EDIT_PERSON, phone=number) as db:
        db.get_one(Person, key).phone = number
    return store.head()[0]


def note(store: Store, key: uuid.UUID, text: str) -> int:
    with store.step(StepKind.EDIT_PERSON) as db:
        db.get_one(Person, key).notes = text
    return store.head()[0]


def plan_keynote(store: Store) -> dict[str, uuid.UUID]:
    """Step 1: a forum with a room, a session in it, an item and its speaker."""
    with store.step(StepKind.CREATE_FORUM) as db:
        forum = make.make_forum(db)
        room = make.make_room(db, forum, "甲厅", "Hall A")
        session = make.make_session(db, forum, "主旨报告", "Keynotes", rooms=(room,))
        item = make.make_item(db, make.make_part(db, session), "报告", "Talk")
        speaker = make.make_participant(db, forum, make.make_person(db, "沈怀瑾", "Shen Huaijin"))
        make.make_appearance(db, item, speaker)
        return {
            "forum": forum.id,
            "room": room.id,
            "session": session.id,
            "item": item.id,
            "speaker": speaker.id,
        }


def remove_session(store: Store, key: uuid.UUID) -> int:
    with store.step(StepKind.REMOVE_SESSION, **{"title.en": "Keynotes", "title.zh-Hans": "主旨报告"}) as db:
        session = db.get_one(Session, key)
        for appearance in db.scalars(select(Appearance)):
            db.delete(appearance)
        for part in session.parts:
            for item in part.items:
                db.delete(item)
            db.delete(part)
        for use in session.rooms:
            db.delete(use)
        db.delete(session)
    return store.head()[0]


def test_an_older_step_goes_alone_and_the_later_ones_stay(planner: Store) -> None:
    key = add_person(planner)
    older = phone(planner, key, "mine")
    note(planner, key, "later")

    assert planner.can_undo_step(older) is None
    made = planner.undo_step(older)

    assert rows(planner.path, "SELECT phone, notes FROM person") == [("", "later")]
    assert (made.kind, made.target, made.values["turned"]) == (StepKind.TAKE_BACK, older, str(older))
    assert [step.undone for step in planner.history() if step.id == older] == [True]


def test_taking_back_is_an_ordinary_step_that_undo_and_redo_turn(planner: Store, file: Path) -> None:
    key = add_person(planner)
    older = phone(planner, key, "mine")
    note(planner, key, "later")
    before = dump(file)
    planner.undo_step(older)
    after = dump(file)

    planner.close()
    with Store.open(file, actor="Lin") as again:
        again.undo()
        assert dump(file) == before
        assert again.can_undo_step(older) is None
        again.redo()
        assert dump(file) == after
        assert again.verify() == []


def test_a_step_whose_field_somebody_changed_since_is_refused_with_the_name(planner: Store) -> None:
    key = add_person(planner)
    older = phone(planner, key, "mine")
    later = phone(beside(planner, "Wu"), key, "theirs")
    before = dump(planner.path)

    refusal = planner.can_undo_step(older)

    assert refusal is not None
    assert (refusal.who, refusal.by and refusal.by.id) == ("Wu", later)
    assert str(refusal).startswith("This step can't be taken back: Wu changed the same entry on ")
    with pytest.raises(UndoRefused):
        planner.undo_step(older)
    assert dump(planner.path) == before


def test_a_step_is_free_again_when_the_later_one_is_taken_back(planner: Store) -> None:
    key = add_person(planner)
    older = phone(planner, key, "mine")
    later = phone(planner, key, "theirs")
    planner.undo_step(later)

    planner.undo_step(older)

    assert rows(planner.path, "SELECT phone FROM person") == [("",)]
    planner.undo()
    planner.undo()
    assert rows(planner.path, "SELECT phone FROM person") == [("theirs",)]


def test_a_field_that_came_back_to_the_same_value_counts_as_touched(planner: Store) -> None:
    key = add_person(planner)
    older = phone(planner, key, "mine")
    phone(planner, key, "theirs")
    phone(planner, key, "mine")

    refusal = planner.can_undo_step(older)

    assert refusal is not None
    assert refusal.by is not None
    assert refusal.by.values == {"phone": "mine"}


def test_a_row_that_later_entries_are_tied_to_stays(planner: Store) -> None:
    with planner.step(StepKind.CREATE_FORUM) as db:
        forum = make.make_forum(db)
    with beside(planner, "Wu").step(StepKind.ADD_ROOM) as db:
        db.add(Room(forum_id=forum.id))

    refusal = planner.can_undo_step(1)

    assert refusal is not None
    assert str(refusal).startswith("This step can't be taken back: what Wu did on ")


def test_steps_of_others_can_be_taken_back_too(planner: Store) -> None:
    add_person(beside(planner, "Wu"))

    planner.undo_step(1)

    assert rows(planner.path, "SELECT count(*) FROM person") == [(0,)]
    assert beside(planner, "Wu").can_undo() is None
    assert beside(planner, "Wu").can_redo() is None


@pytest.mark.parametrize("what", ["undone", "undo itself"])
def test_what_does_not_stand_is_not_taken_back(planner: Store, what: str) -> None:
    add_person(planner)
    planner.undo()

    refusal = planner.can_undo_step({"undone": 1, "undo itself": 2}[what])

    assert str(refusal) == "This step is taken back already, so nothing was changed."


def test_an_unknown_number_is_said(planner: Store) -> None:
    with pytest.raises(NoSuchStep, match="holds no step 7"):
        planner.undo_step(7)
    with pytest.raises(NoSuchStep):
        planner.bring_back(7)


def test_going_back_takes_everything_after_it_as_one_step(planner: Store) -> None:
    key = add_person(planner)
    before = dump(planner.path)
    first = phone(planner, key, "1")
    phone(beside(planner, "Wu"), key, "2")
    add_person(planner, "Third")
    after = dump(planner.path)

    assert [step.id for step in planner.steps_after(first)] == [4, 3, 2]
    made = planner.go_back_before(first)

    assert made is not None
    assert (made.kind, made.values["steps"], made.values["turned"]) == (StepKind.GO_BACK, 3, "4,3,2")
    assert dump(planner.path) == before
    planner.undo()
    assert dump(planner.path) == after
    assert [step.undone for step in planner.history() if step.id in {2, 3, 4}] == [False, False, False]


def test_going_back_over_a_step_that_took_others_back(planner: Store) -> None:
    key = add_person(planner)
    before = dump(planner.path)
    first = phone(planner, key, "1")
    note(planner, key, "kept")
    planner.undo_step(first)

    planner.go_back_before(first)

    assert dump(planner.path) == before
    assert planner.go_back_before(first) is not None
    assert planner.verify() == []


def test_neither_crosses_a_barrier(planner: Store) -> None:
    plan = plan_keynote(planner)
    number = remove_session(planner, plan["session"])
    with database.writing(planner._engine) as connection, connection.begin():
        facts = {"kind": StepKind.MIGRATE, "values": {"to": 2}, "actor": "Lin"}
        journal.append(connection, mode=StepMode.BARRIER, changes=(), **facts)  # type: ignore[arg-type]  # as a migration does

    with pytest.raises(UndoRefused, match="brought to a newer form"):
        planner.steps_after(number)
    assert "brought to a newer form" in str(planner.can_undo_step(number))
    assert "brought to a newer form" in str(planner.can_bring_back(number))


def test_a_removed_session_is_one_thing_with_what_went_along(planner: Store) -> None:
    plan = plan_keynote(planner)
    number = remove_session(planner, plan["session"])
    add_person(planner, "Later")

    (thing,) = planner.removed()

    (row,) = thing.rows
    assert (thing.step.id, thing.since, row.table, row.key) == (number, 1, "session", str(plan["session"]))
    assert sorted(table for table, _key in row.along) == ["appearance", "item", "part", "session_room"]


def test_what_was_removed_comes_back_days_later_and_the_days_stay(file: Path) -> None:
    with Store.create(file, actor="Lin") as store:
        plan = plan_keynote(store)
        before = dump(file)
        number = remove_session(store, plan["session"])
    with Store.open(file, actor="Wu") as store:
        key = add_person(store, "Later")
        made = store.bring_back(number)
        after = dump(file)

        assert (made.kind, made.values["rows"]) == (StepKind.BRING_BACK, 5)
        assert {name for name in after if after[name] != before[name]} == {"person"}
        assert rows(file, "SELECT count(*) FROM person WHERE id = ?", key.hex) == [(1,)]
        assert store.removed() == []
        assert str(store.can_bring_back(number)).startswith("Everything that was removed there is back already")
        store.undo()
        assert [thing.step.id for thing in store.removed()] == [number]
        assert store.verify() == []


def test_one_of_several_removed_things_comes_back(planner: Store) -> None:
    one, other = add_person(planner, "One"), add_person(planner, "Other")
    with planner.step(StepKind.OTHER) as db:
        for key in (one, other):
            db.delete(db.get_one(Person, key))

    planner.bring_back(3, row=("person", str(other)))

    with planner.read() as db:
        assert db.scalars(select(Person.id)).all() == [other]
    assert [row.key for row in planner.removed()[0].rows] == [str(one)]


def test_what_it_belongs_to_must_be_there(planner: Store) -> None:
    plan = plan_keynote(planner)
    with planner.step(StepKind.REMOVE_ITEM) as db:
        for appearance in db.scalars(select(Appearance)):
            db.delete(appearance)
        db.delete(db.get_one(Item, plan["item"]))
    number = planner.head()[0]
    remove_session(beside(planner, "Wu"), plan["session"])

    refusal = planner.can_bring_back(number)

    assert refusal is not None
    assert (refusal.table, refusal.by and refusal.by.actor) == ("part", "Wu")
    assert "part “Keynotes”, to which it belongs, was removed by Wu on " in str(refusal)
    planner.bring_back(number + 1)
    assert planner.can_bring_back(number) is None


def test_a_place_that_is_taken_is_named(planner: Store) -> None:
    plan = plan_keynote(planner)
    with planner.step(StepKind.REMOVE_PARTICIPANT) as db:
        for appearance in db.scalars(select(Appearance)):
            db.delete(appearance)
        db.delete(db.get_one(Participant, plan["speaker"]))
    with beside(planner, "Wu").step(StepKind.OTHER) as db:
        person = db.scalars(select(Person)).one()
        make.make_participant(db, db.get_one(Forum, plan["forum"]), person)

    with pytest.raises(BringBackRefused) as refused:
        planner.bring_back(2)

    assert str(refused.value).startswith(
        "This can't be brought back: participant “Shen Huaijin” has taken its place (Wu, "
    )


def test_a_link_that_was_emptied_is_tied_again_where_it_is_still_empty(planner: Store) -> None:
    plan = plan_keynote(planner)
    with planner.step(StepKind.OTHER) as db:
        delegations = [make.make_delegation(db, db.get_one(Forum, plan["forum"])).id for _ in "12"]
        for key in delegations:
            db.get_one(Delegation, key).liaison_id = plan["speaker"]
    with planner.step(StepKind.REMOVE_PARTICIPANT) as db:
        for key in delegations:
            db.get_one(Delegation, key).liaison_id = None
        for appearance in db.scalars(select(Appearance)):
            db.delete(appearance)
        db.delete(db.get_one(Participant, plan["speaker"]))
    with planner.step(StepKind.OTHER) as db:
        other = make.make_participant(db, db.get_one(Forum, plan["forum"]), make.make_person(db, latin="Other"))
        db.get_one(Delegation, delegations[1]).liaison_id = other.id

    planner.bring_back(3)

    with planner.read() as db:
        assert [db.get_one(Delegation, key).liaison_id for key in delegations] == [plan["speaker"], other.id]


def test_what_undo_took_away_is_no_removal(planner: Store) -> None:
    add_person(planner)
    planner.undo()
    assert planner.removed() == []

    planner.redo()
    planner.undo_step(1)
    assert planner.removed() == []


def test_the_history_of_a_row_tells_who_changed_which_field(planner: Store) -> None:
    key = add_person(planner)
    phone(planner, key, "1")
    phone(beside(planner, "Wu"), key, "2")

    changes = planner.history_of("person", str(key))

    assert [(change.step.id, change.step.actor) for change in changes] == [(3, "Wu"), (2, "Lin"), (1, "Lin")]
    assert [(change.before, change.after) for change in changes[:2]] == [
        ({"phone": "1"}, {"phone": "2"}),
        ({"phone": ""}, {"phone": "1"}),
    ]
    assert changes[2].before is None
    assert [change.key for change in planner.changes_of(3)] == [str(key)]


def test_a_step_about_another_says_which(planner: Store) -> None:
    plan = plan_keynote(planner)
    removal = remove_session(planner, plan["session"])
    back = planner.bring_back(removal)
    taken = planner.undo_step(back.id)

    assert sentence(back.kind, back.values, "en") == "Brought back what was removed: Removed session “Keynotes”"
    assert sentence(taken.kind, taken.values, "en") == (
        "Took back an older step: Brought back what was removed: Removed session “Keynotes”"
    )
    assert sentence(back.kind, back.values, "zh-Hans") == "恢复已删除的内容：删除场次“主旨报告”"


def test_refusals_name_in_the_readers_language(planner: Store) -> None:
    plan = plan_keynote(planner)
    with planner.step(StepKind.REMOVE_ITEM) as db:
        for appearance in db.scalars(select(Appearance)):
            db.delete(appearance)
        db.delete(db.get_one(Item, plan["item"]))
    remove_session(planner, plan["session"])
    i18n.use("zh-Hans")

    assert "它所属的半场“主旨报告”已由Lin于" in str(planner.can_bring_back(2))
