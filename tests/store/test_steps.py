"""One action, one step, one transaction: what is kept of it, who hears of it, what happens when it can't be kept."""

import datetime as dt
import logging
import threading
import uuid

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, NoResultFound
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner import i18n
from forumplanner.domain.kinds import StepKind
from forumplanner.records import Forum, Participant, Person, Room
from forumplanner.store import Changed, StepMode, StepRefused, Store
from store.tables import beside, dump, journal_rows, perform, rows


def add_forum(store: Store, slug: str = "yunling") -> uuid.UUID:
    with store.step(StepKind.CREATE_FORUM, slug=slug) as db:
        return make.make_forum(db, slug=slug).id


def test_a_step_keeps_who_did_what_and_when(planner: Store) -> None:
    begun = dt.datetime.now(dt.UTC)

    add_forum(planner)

    step = planner.history()[0]
    assert (step.id, step.mode, step.kind, step.values) == (
        1,
        StepMode.DO,
        StepKind.CREATE_FORUM,
        {"slug": "yunling"},
    )
    assert (step.actor, step.target, step.undone, step.dead) == ("Lin", None, False, False)
    assert begun <= step.at <= dt.datetime.now(dt.UTC)
    assert planner.head() == (1, step.hash)


def test_history_is_newest_first_and_as_long_as_asked(planner: Store) -> None:
    for slug in "abc":
        add_forum(planner, slug)

    assert [step.values["slug"] for step in planner.history(limit=2)] == ["c", "b"]
    assert [step.id for step in planner.history(limit=None)] == [3, 2, 1]


def test_listeners_hear_once_after_the_file_has_it(planner: Store) -> None:
    heard: list[tuple[Changed, int]] = []
    planner.listen(lambda changed: heard.append((changed, rows(planner.path, "SELECT count(*) FROM forum")[0][0])))
    page = object()

    with planner.step(StepKind.CREATE_FORUM, initiator=page) as db:
        forum = make.make_forum(db).id
        db.flush()

    changed, in_file = heard[0]
    assert changed.step == planner.history()[0]
    assert changed.touched == frozenset({("forum", str(forum))})
    assert changed.initiator is page
    assert (len(heard), in_file) == (1, 1)


def test_nobody_hears_of_a_step_that_failed_or_changed_nothing(planner: Store) -> None:
    heard: list[Changed] = []
    planner.listen(heard.append)

    def fail(db: Db) -> None:
        make.make_forum(db)
        db.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        perform(planner, fail)
    with planner.step(StepKind.OTHER):
        pass

    assert heard == []
    assert planner.history() == []


def test_a_crashing_listener_keeps_nobody_else_from_hearing(planner: Store, caplog: pytest.LogCaptureFixture) -> None:
    def crash(_changed: Changed) -> None:
        raise ZeroDivisionError

    heard: list[Changed] = []
    planner.listen(crash)
    planner.listen(heard.append)

    with caplog.at_level(logging.ERROR):
        add_forum(planner)

    assert [changed.step.id for changed in heard] == [1]
    assert [record.getMessage() for record in caplog.records] == ["a listener failed after step 1"]
    assert planner.head()[0] == 1


def test_who_stops_listening_hears_no_more(planner: Store) -> None:
    heard: list[Changed] = []
    end = planner.listen(heard.append)
    end()
    end()

    add_forum(planner)

    assert heard == []


def test_a_listener_may_make_a_step_of_its_own(planner: Store) -> None:
    def follow(changed: Changed) -> None:
        if changed.step.id == 1:
            add_forum(planner, "second")

    planner.listen(follow)
    add_forum(planner)

    assert [step.id for step in planner.history()] == [2, 1]


def test_a_step_inside_a_step_is_refused_at_once(planner: Store) -> None:
    with pytest.raises(StepRefused, match="another change is still being made"), planner.step(StepKind.OTHER):
        add_forum(planner)

    assert planner.history() == []


def test_a_swallowed_refusal_takes_the_whole_step_along(planner: Store) -> None:
    add_forum(planner)
    before = dump(planner.path)

    def swallow(db: Db) -> None:
        make.make_person(db)
        db.flush()
        make.make_forum(db, slug="yunling")
        with pytest.raises(IntegrityError):
            db.flush()

    with pytest.raises(StepRefused, match="a part of it had been refused before"):
        perform(planner, swallow)

    assert dump(planner.path) == before


def test_going_on_after_a_swallowed_refusal_is_refused_too(planner: Store) -> None:
    add_forum(planner)
    before = dump(planner.path)

    def swallow_and_go_on(db: Db) -> None:
        make.make_forum(db, slug="yunling")
        with pytest.raises(IntegrityError):
            db.flush()
        db.rollback()
        make.make_person(db)

    with pytest.raises(StepRefused, match="a part of it had been refused before"):
        perform(planner, swallow_and_go_on)

    assert dump(planner.path) == before


def test_a_rollback_inside_takes_the_whole_step_along(planner: Store) -> None:
    def roll_back(db: Db) -> None:
        make.make_person(db)
        db.flush()
        db.rollback()

    with pytest.raises(StepRefused, match="a part of it had been refused before"):
        perform(planner, roll_back)

    assert planner.history() == []


def test_a_commit_inside_is_only_a_flush(planner: Store) -> None:
    in_file: list[object] = []

    def commit_and_fail(db: Db) -> None:
        make.make_person(db)
        db.commit()
        in_file.extend(rows(planner.path, "SELECT count(*) FROM person"))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        perform(planner, commit_and_fail)
    assert in_file + rows(planner.path, "SELECT count(*) FROM person") == [(0,), (0,)]

    with planner.step(StepKind.ADD_PERSON) as db:
        make.make_person(db)
        db.commit()
        make.make_person(db)
    assert journal_rows(planner.path) == 2


def test_what_the_verb_itself_raises_goes_through(planner: Store) -> None:
    def look_for_nothing(db: Db) -> None:
        make.make_person(db)
        db.get_one(Forum, uuid.UUID(int=1))

    with pytest.raises(NoResultFound):
        perform(planner, look_for_nothing)

    assert planner.history() == []


def test_a_doubled_identity_is_refused_with_a_sentence(planner: Store) -> None:
    add_forum(planner)

    with pytest.raises(StepRefused) as refused:
        add_forum(planner)

    assert str(refused.value) == (
        "This could not be saved: there is already an entry with the same identity (number, name or person). "
        "Nothing was changed; use that entry, or give this one another."
    )


def test_a_reference_to_nothing_is_refused_at_commit_with_a_sentence(planner: Store) -> None:
    i18n.use("zh-Hans")

    with pytest.raises(StepRefused) as refused, planner.step(StepKind.OTHER) as db:
        db.add(Room(forum_id=uuid.UUID(int=1)))

    assert str(refused.value) == (
        "未能保存：要删除的记录还被别的记录引用，或者引用的记录已经不在。数据没有变动，请先删除或修改相关记录。"
    )
    assert planner.history() == []


def test_an_impossible_row_is_refused_with_a_sentence(planner: Store) -> None:
    with pytest.raises(StepRefused, match="a required field is empty"), planner.step(StepKind.OTHER) as db:
        db.add(Participant(forum_id=None, person_id=None))


def test_an_old_copy_never_wins(planner: Store) -> None:
    with planner.step(StepKind.ADD_PERSON) as db:
        person = make.make_person(db)
    with planner.step(StepKind.EDIT_PERSON) as db:
        db.get_one(Person, person.id).phone = "theirs"
    before = dump(planner.path)

    person.phone = "mine"
    with pytest.raises(StepRefused, match="somebody else has changed the same entry"):
        perform(planner, lambda db: db.add(person))

    assert dump(planner.path) == before


def test_an_old_copy_does_not_win_after_undo_either(planner: Store) -> None:
    with planner.step(StepKind.ADD_PERSON) as db:
        person = make.make_person(db)
    with planner.step(StepKind.EDIT_PERSON) as db:
        db.get_one(Person, person.id).phone = "theirs"
    planner.undo()

    person.phone = "mine"
    with pytest.raises(StepRefused, match="somebody else has changed the same entry"):
        perform(planner, lambda db: db.add(person))


def test_four_secretaries_lose_no_update(planner: Store) -> None:
    with planner.step(StepKind.ADD_PERSON) as db:
        key = make.make_person(db, phone="0").id

    def count(store: Store) -> None:
        for _ in range(10):
            with store.step(StepKind.EDIT_PERSON) as db:
                person = db.get_one(Person, key)
                person.phone = str(int(person.phone) + 1)

    desks = [threading.Thread(target=count, args=(beside(planner, f"desk {n}"),)) for n in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()

    with planner.read() as db:
        assert db.scalars(select(Person.phone)).one() == "40"
    assert planner.head()[0] == 41
    assert planner.verify() == []


def test_two_secretaries_may_append_at_the_same_place(planner: Store) -> None:
    forum_id = add_forum(planner)
    other = beside(planner, "Wu")
    for store in (planner, other):
        with store.step(StepKind.OTHER) as db:
            db.add(Room(forum_id=forum_id, position=1))

    with planner.read() as db:
        assert db.scalars(select(Room.position)).all() == [1, 1]


def test_a_step_without_an_actor_bears_the_login(planner: Store) -> None:
    assert beside(planner, "").actor != ""


def test_a_value_that_json_does_not_keep_is_the_programs_fault(planner: Store) -> None:
    with pytest.raises(TypeError, match="forum_id"), planner.step(StepKind.OTHER, forum_id=uuid.UUID(int=1)) as db:  # type: ignore[arg-type]  # on purpose
        make.make_person(db)

    assert planner.history() == []
