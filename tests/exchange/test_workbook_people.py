"""Who a row of the people sheet is: by code, else exact name and institution; look-alikes are asked about."""

from typing import Any

import pytest

from exchange.filled import YUNLING, Row, filled, import_into, known_of, plan_of, row_of
from forumplanner.exchange import workbook
from forumplanner.exchange.workbook.reading.questions import split_names
from forumplanner.snapshots.import_plan import ImportPlan, QuestionKind, RowAction, Subject
from forumplanner.store import Store

WANG: Row = {"Chinese name": "王伟", "institution": "I1"}
HUE: Row = {"code": "I2", "name [en]": "Hue Medical University", "country": "VN"}


def people_of(store: Store) -> list[tuple[str, str]]:
    """Names and phones of all people."""
    people = known_of(store).table("person").values()
    return sorted((str(p.get("name.zh") or p.get("name.latin")), str(p.get("phone", ""))) for p in people)


def import_people(store: Store, *people: Row, answers: dict[str, str] | None = None) -> ImportPlan:
    return import_into(store, filled(institutions=[YUNLING, HUE], people=list(people)), answers)


def questions_of(plan: ImportPlan) -> list[tuple[int, str]]:
    return [(question.row, question.message["en"]) for question in plan.questions]


def test_a_code_finds_its_person_though_the_name_is_spelled_anew(store: Store) -> None:
    import_people(store, {"code": "P1", "Latin name": "Nguyen Van An"})

    plan = import_people(store, {"code": "P1", "Latin name": "Nguyễn Văn An"})

    row = row_of(plan, Subject.PEOPLE)
    assert [(field.old, field.new) for field in row.fields] == [("Nguyen Van An", "Nguyễn Văn An")]
    assert (len(people_of(store)), plan.questions) == (1, ())


def test_a_code_that_has_another_name_by_now_is_asked_about(store: Store) -> None:
    import_people(store, {"code": "P1", "Chinese name": "沈砚秋"})

    plan = import_people(store, {"code": "P1", "Chinese name": "陆知远"})

    assert questions_of(plan) == [(2, "The code P1 was 沈砚秋 so far; row 2 says 陆知远. One person?")]
    assert people_of(store) == [("沈砚秋", "")]
    import_people(store, {"code": "P1", "Chinese name": "陆知远"}, answers={plan.questions[0].id: "one"})
    assert people_of(store) == [("陆知远", "")]


def test_exact_name_and_institution_find_the_person_without_a_code(store: Store) -> None:
    import_people(store, {**WANG, "phone": "13800000001"})

    plan = import_people(store, {**WANG, "post [en]": "Dean"})

    assert (row_of(plan, Subject.PEOPLE).action, plan.questions) == (RowAction.CHANGE, ())
    assert people_of(store) == [("王伟", "13800000001")]


def test_namesakes_at_two_institutions_are_two_people_without_a_question(store: Store) -> None:
    plan = import_people(store, WANG, {**WANG, "institution": "I2"})

    assert (plan.questions, len(people_of(store))) == ((), 2)


def test_namesakes_at_one_institution_with_two_phones_are_two_people_and_a_question(store: Store) -> None:
    rows = ({**WANG, "phone": "13800000001"}, {**WANG, "phone": "13800000002"})

    plan = import_people(store, *rows)

    assert questions_of(plan) == [(3, "Rows 2 and 3: 王伟. One person?")]
    assert people_of(store) == [("王伟", "13800000001"), ("王伟", "13800000002")]
    again = import_people(store, *rows)
    assert (again.nothing_to_do, again.questions) == (True, ())


def test_somebody_known_with_another_phone_is_asked_about_and_not_changed(store: Store) -> None:
    import_people(store, {**WANG, "phone": "13800000001"})

    plan = import_people(store, {**WANG, "phone": "13800000002"})

    assert questions_of(plan) == [(2, "Row 2: 王伟 may be on record already. One person?")]
    (question,) = plan.questions
    assert [choice.code for choice in question.choices] == ["one", "two", "later"]
    assert [(line.header["en"], line.left, line.right, line.differs) for line in question.compared] == [
        ("Chinese name", "王伟", "王伟", False),
        ("phone", "13800000002", "13800000001", True),
    ]
    assert question.effect["en"] == "Until you answer, the row is left out."
    assert people_of(store) == [("王伟", "13800000001")]


@pytest.mark.parametrize(
    ("answer", "phones"),
    [("one", ["13800000002"]), ("two", ["13800000001", "13800000002"]), ("later", ["13800000001"])],
)
def test_an_answer_decides_about_somebody_on_record(store: Store, answer: str, phones: list[str]) -> None:
    import_people(store, {**WANG, "phone": "13800000001"})
    row = {**WANG, "phone": "13800000002"}
    (question,) = workbook.read(filled(institutions=[YUNLING, HUE], people=[row]), known_of(store)).questions

    import_people(store, row, answers={question.id: answer})

    assert [phone for _, phone in people_of(store)] == phones


def test_with_a_code_of_its_own_a_namesake_of_somebody_on_record_is_a_second_person(store: Store) -> None:
    import_people(store, {**WANG, "code": "P1", "phone": "13800000001"})

    plan = import_people(store, {**WANG, "code": "P2", "phone": "13800000002"})

    assert [question.effect["en"] for question in plan.questions] == ["Until you answer, they stay two people."]
    assert people_of(store) == [("王伟", "13800000001"), ("王伟", "13800000002")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"Latin name": "NGUYỄN VĂN AN"}, {"Latin name": "Nguyen Van An"}),
        ({"Latin name": "Nguyen Van An"}, {"Latin name": "An Nguyen Van"}),
        ({"Chinese name": "沈砚秋"}, {"Latin name": "Shen Yanqiu"}),
        ({"Chinese name": "沈砚秋"}, {"Latin name": "Yanqiu Shen"}),
        ({"Chinese name": "沈砚秋", "institution": "I1"}, {"Chinese name": "沈砚秋"}),
    ],
)
def test_look_alikes_are_asked_about_and_stay_two_until_answered(store: Store, one: Row, other: Row) -> None:
    plan = import_people(store, one, other)

    assert [(question.kind, question.row) for question in plan.questions] == [(QuestionKind.SAME_PERSON, 3)]
    assert len(people_of(store)) == 2


def test_answered_one_person_two_rows_become_one(store: Store) -> None:
    rows = ({"Latin name": "Nguyễn Văn An"}, {"Latin name": "Nguyen Van An", "phone": "0900"})
    source = filled(people=list(rows))
    (question,) = workbook.read(source).questions

    plan = import_into(store, source, answers={question.id: "one"})

    assert [q.answer for q in plan.questions] == ["one"]
    assert plan.open_questions() == ()
    assert [(r.row, r.column, r.why["en"]) for r in plan.rejects] == [
        (3, "name_latin", "Row 2 says otherwise of the same; that one is taken.")
    ]
    (person,) = known_of(store).table("person").values()
    assert (person["name.latin"], person["phone"]) == ("Nguyễn Văn An", "0900")


def test_a_person_of_an_earlier_forum_takes_part_without_a_second_record(store: Store) -> None:
    import_people(store, {"code": "P1", **WANG})
    first = known_of(store)
    later = filled(forum=[{"code": "next"}], institutions=[YUNLING], people=[{"code": "P7", **WANG}])

    plan = workbook.read(later, known_without_forum(first))

    assert row_of(plan, Subject.PEOPLE).action is RowAction.ADD
    assert [write.table for write in row_of(plan, Subject.PEOPLE).writes] == ["participant"]


def known_without_forum(known: Any) -> Any:
    """The directory alone, as another forum sees it."""
    directory = {name: known.table(name) for name in ("person", "post", "institution", "consular_post")}
    elsewhere = frozenset(key for table in directory.values() for key in table)
    return type(known)("", directory, elsewhere, known.forums)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("张三、李四", ("张三", "李四")),
        ("张三/李四", ("张三", "李四")),
        ("张三\n李四", ("张三", "李四")),
        ("Li Wei; Wang Min", ("Li Wei", "Wang Min")),
        ("Li Wei and Wang Min", ("Li Wei", "Wang Min")),
        ("Nguyen, Van An", ("Nguyen, Van An",)),
        ("Ravi a/l Kumar", ("Ravi a/l Kumar",)),
        ("Li <Wei> & Co", ("Li <Wei> & Co",)),
        ("阿努拉·诗丽蓬", ("阿努拉·诗丽蓬",)),
    ],
)
def test_several_people_in_one_cell_are_seen(cell: str, names: tuple[str, ...]) -> None:
    assert split_names(cell) == names


def test_two_people_in_one_cell_wait_for_an_answer() -> None:
    plan = plan_of(people=[{"code": "P1", "Chinese name": "张三、李四"}, {"code": "P2", "Chinese name": "沈砚秋"}])

    assert [(q.kind, q.row, q.message["en"]) for q in plan.questions] == [
        (QuestionKind.TWO_IN_ONE_CELL, 2, "Row 2 names 2 people in one cell: 张三; 李四.")
    ]
    assert [row.label for row in plan.rows if row.sheet is Subject.PEOPLE] == ["沈砚秋"]


@pytest.mark.parametrize(("answer", "names"), [("two", ["张三", "李四"]), ("one", ["张三、李四"]), ("later", [])])
def test_answered_the_cell_is_one_name_or_several_people(answer: str, names: list[str]) -> None:
    source = filled(people=[{"code": "P1", "Chinese name": "张三、李四", "post [zh-Hans]": "教授"}])
    (question,) = workbook.read(source).questions

    plan = workbook.read(source, answers={question.id: answer})

    assert [row.label for row in plan.rows if row.sheet is Subject.PEOPLE] == names


def test_markup_in_a_name_is_plain_text(store: Store) -> None:
    import_people(store, {"code": "P1", "Latin name": "Li <Wei> & Co"})

    assert people_of(store) == [("Li <Wei> & Co", "")]


def test_several_posts_in_order_and_the_one_used_here(store: Store) -> None:
    row = {
        "code": "P1",
        "Chinese name": "沈砚秋",
        "institution": "I1",
        "post [en]": "President",
        "institution 2": "I2",
        "post 2 [en]": "Honorary Professor",
        "post 3 [en]": "Academician",
        "post used": 2,
    }
    import_people(store, row)

    known = known_of(store)
    posts = sorted(known.table("post").values(), key=lambda post: str(post["position"]))
    assert [post["title[en]"] for post in posts] == ["President", "Honorary Professor", "Academician"]
    (participant,) = known.table("participant").values()
    assert known.table("post")[str(participant["post_id"])]["title[en]"] == "Honorary Professor"


def test_a_post_that_another_forum_uses_is_not_rewritten(store: Store) -> None:
    import_people(store, {"code": "P1", **WANG, "post [en]": "Dean"})
    known = known_without_forum(known_of(store))
    later = filled(forum=[{"code": "next"}], institutions=[YUNLING], people=[{**WANG, "post [en]": "President"}])

    plan = workbook.read(later, known)

    posts = [write for write in row_of(plan, Subject.PEOPLE).writes if write.table == "post"]
    assert [(write.new, write.values["title[en]"]) for write in posts] == [(True, "President")]


def test_two_rows_without_a_name_are_told_apart_by_since_when_they_hold_their_posts(store: Store) -> None:
    rows: list[Row] = [{"since 2": f"200{n}-02-16", "post used": "2"} for n in range(1, 6)]
    import_people(store, *rows)

    again = import_people(store, *reversed(rows))

    assert [row.fields for row in again.rows if row.writes] == []
