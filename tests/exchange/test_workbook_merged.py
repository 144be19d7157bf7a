"""Lists that still name a merged person: they don't come apart, no third appears, and what was decided stands."""

import uuid

import pytest

from exchange.filled import YUNLING, Row, filled, import_into, known_of
from forumplanner.actions.merging import merge
from forumplanner.domain.ids import PersonId
from forumplanner.domain.merging import Side
from forumplanner.exchange import workbook
from forumplanner.snapshots.import_plan import QuestionKind, RowAction, Subject
from forumplanner.store import Store

ONE: Row = {
    "code": "A1",
    "Chinese name": "陈国强",
    "Latin name": "Chen Guoqiang",
    "institution": "I1",
    "post [en]": "Professor",
    "phone": "13800000001",
}
TWO: Row = {
    "code": "A2",
    "Chinese name": "陳國強",
    "Latin name": "Guoqiang Chen",
    "institution": "I1",
    "post [en]": "Dean",
    "phone": "13900000002",
    "arrival": "2026-11-13 15:40",
}
TALK: dict[str, list[Row]] = {
    "sessions": [{"code": "S1", "title [en]": "Opening", "day": "2026-11-14", "start": "09:00"}],
    "items": [{"code": "T1", "session": "S1", "title [en]": "Address"}],
}


def listed(*people: Row, **sheets: list[Row]) -> bytes:
    return filled(institutions=[YUNLING], people=list(people), **sheets)


def person(store: Store, latin: str) -> PersonId:
    people = known_of(store).table("person")
    return PersonId(uuid.UUID(next(key for key, one in people.items() if one["name.latin"] == latin)))


def merged(store: Store, **choices: Side) -> None:
    """Chen Guoqiang stays, Guoqiang Chen goes."""
    chosen = {field.replace("_", "."): side for field, side in choices.items()}
    merge(store, keep=person(store, "Chen Guoqiang"), drop=person(store, "Guoqiang Chen"), choices=chosen)


def counts(store: Store) -> dict[str, int]:
    return {name: len(rows) for name, rows in known_of(store).tables.items() if rows}


def people_as_two(store: Store, *rows: Row, **sheets: list[Row]) -> bytes:
    """Import a list that names them twice; the question about them is answered by "two people" for now."""
    source = listed(*rows, **sheets)
    plan = workbook.read(source, known_of(store))
    import_into(store, source, {question.id: "two" for question in plan.questions})
    return source


def test_the_list_that_named_both_brings_nothing_new_after_the_merge(store: Store) -> None:
    source = people_as_two(store, ONE, TWO)
    merged(store)
    before, steps = counts(store), len(store.history())

    plan = import_into(store, source)

    assert {row.action for row in plan.rows} == {RowAction.SAME}
    assert plan.questions == ()
    assert counts(store) == before
    assert len(store.history()) == steps
    assert plan.remarks == ()


@pytest.mark.parametrize("row", [TWO, {**TWO, "code": None}, {**TWO, "code": None, "phone": None}])
def test_a_list_that_names_only_the_one_who_went_finds_the_one_who_stayed(store: Store, row: Row) -> None:
    people_as_two(store, ONE, TWO)
    merged(store)
    before = counts(store)

    plan = import_into(store, listed({key: value for key, value in row.items() if value}))

    assert [row.action for row in plan.rows if row.sheet is Subject.PEOPLE] == [RowAction.SAME]
    assert plan.questions == ()
    assert counts(store) == before


def test_two_records_of_the_very_same_name_stay_one(store: Store) -> None:
    twin = {**ONE, "code": "A2", "phone": "13900000002"}
    source = people_as_two(store, ONE, twin)
    first, second = sorted(known_of(store).table("participant").values(), key=lambda one: str(one["code"]))
    keep, drop = (PersonId(uuid.UUID(str(one["person_id"]))) for one in (first, second))
    merge(store, keep=keep, drop=drop)
    before = counts(store)

    plan = import_into(store, source)

    assert {row.action for row in plan.rows} == {RowAction.SAME}
    assert counts(store) == before


def test_a_namesake_with_another_phone_is_asked_about_though_a_merge_left_that_name(store: Store) -> None:
    people_as_two(store, ONE, TWO)
    merged(store)
    namesake = {**TWO, "code": None, "phone": "13700000003"}

    plan = workbook.read(listed({key: value for key, value in namesake.items() if value}), known_of(store))

    assert [question.kind for question in plan.questions] == [QuestionKind.SAME_PERSON]


def test_a_name_that_the_merge_gave_up_does_not_come_back(store: Store) -> None:
    source = people_as_two(store, ONE, TWO)
    merged(store, name_zh=Side.DROP)

    plan = import_into(store, source)

    assert {row.action for row in plan.rows} == {RowAction.SAME}
    assert [one["name.zh"] for one in known_of(store).table("person").values()] == ["陳國強"]


def test_a_phone_that_gave_way_does_not_come_back(store: Store) -> None:
    source = people_as_two(store, ONE, TWO)
    merged(store, phone=Side.DROP)

    plan = import_into(store, source)

    assert {row.action for row in plan.rows} == {RowAction.SAME}
    assert [one["phone"] for one in known_of(store).table("person").values()] == ["13900000002"]


def test_what_the_former_row_alone_knows_is_added(store: Store) -> None:
    people_as_two(store, ONE, TWO)
    merged(store)

    plan = import_into(store, listed({**TWO, "country": "CN", "phone": "13700000003"}))

    (one,) = known_of(store).table("person").values()
    assert (one["country"], one["phone"]) == ("CN", "13800000001")
    said = [
        "Row 2 calls 陈国强 Chen Guoqiang by a former name or code. What differs there was left as it stands on record."
    ]
    assert [remark["en"] for remark in plan.remarks] == said


def test_appearances_that_name_the_former_code_stay_one(store: Store) -> None:
    said: list[Row] = [{"item": "T1", "person": code, "role": "speaker"} for code in ("A1", "A2")]
    source = people_as_two(store, ONE, TWO, **TALK, appearances=said)
    merged(store)
    before = counts(store)

    plan = import_into(store, source)

    assert before["appearance"] == 1
    assert {row.action for row in plan.rows} == {RowAction.SAME}
    assert plan.rejects == ()
    assert counts(store) == before


def test_a_later_list_may_name_the_former_one_in_the_programme(store: Store) -> None:
    people_as_two(store, ONE, TWO, **TALK)
    merged(store)

    import_into(store, filled(**TALK, appearances=[{"item": "T1", "person": "A2", "role": "chair"}]))

    (participant,) = known_of(store).table("participant")
    assert [one["participant_id"] for one in known_of(store).table("appearance").values()] == [participant]


def test_another_person_may_get_the_code_that_went(store: Store) -> None:
    people_as_two(store, ONE, TWO)
    merged(store)

    import_into(store, listed({"code": "A2", "Chinese name": "陆知远", "institution": "I1"}))

    assert sorted(str(one["name.zh"]) for one in known_of(store).table("person").values()) == ["陆知远", "陈国强"]


def test_undone_the_merge_lets_them_be_two_again(store: Store) -> None:
    source = people_as_two(store, ONE, TWO)
    merged(store)
    store.undo()

    plan = workbook.read(source, known_of(store))

    assert {row.action for row in plan.rows} == {RowAction.SAME}
    assert len(known_of(store).table("person")) == 2
