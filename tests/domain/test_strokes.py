"""Stroke order: total strokes, then their classes one by one, then the characters that follow."""

from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.protocol import SingleName
from forumplanner.domain.strokes import by_strokes, family_part, stroke_key, strokes, unknown_characters


def in_order(*names: str, single: SingleName = SingleName.SLOT) -> list[str]:
    return list(by_strokes(names, str, single).ordered)


def test_family_names_of_four_strokes_stand_by_their_classes() -> None:
    assert in_order("尹", "方", "韦", "王") == ["王", "韦", "方", "尹"]
    assert [strokes(name) for name in "王韦方尹"] == ["1121", "1152", "4153", "5113"]


def test_family_names_of_seven_strokes_stand_by_their_classes() -> None:
    assert in_order("杨", "李", "杜") == ["杜", "李", "杨"]


def test_fewer_strokes_stand_first() -> None:
    assert in_order("魏征", "丁一", "王二") == ["丁一", "王二", "魏征"]


def test_the_given_name_decides_where_the_family_name_is_the_same() -> None:
    assert in_order("李建国", "李大中", "李大利") == ["李大中", "李大利", "李建国"]


def test_a_given_name_of_one_character_has_an_empty_slot_before_it() -> None:
    assert in_order("田大利", "田富") == ["田富", "田大利"]


def test_without_the_slot_it_is_compared_as_it_stands() -> None:
    assert in_order("田富", "田大利", single=SingleName.NO_SLOT) == ["田大利", "田富"]


def test_a_compound_family_name_counts_by_its_first_character() -> None:
    assert family_part("欧阳修") == "欧阳"
    assert in_order("魏征", "欧阳修", "欧大利", "王二") == ["王二", "欧大利", "欧阳修", "魏征"]


def test_a_name_of_two_characters_is_no_compound_family_name_alone() -> None:
    assert family_part("东方") == "东"


def test_the_dot_of_a_foreign_name_does_not_count() -> None:
    assert stroke_key("桑亚·冯") == stroke_key("桑亚冯")


def test_characters_that_the_table_lacks_are_named_and_stand_last() -> None:
    found = by_strokes(["𬭎一", "魏征", "丁𠮷"], str)

    assert found.ordered == ("丁𠮷", "魏征", "𬭎一")
    assert found.unknown == ("𬭎", "𠮷")
    assert unknown_characters("丁𠮷") == ("𠮷",)


def test_names_without_a_chinese_character_stand_behind_all() -> None:
    assert in_order("Somchai", "𬭎一", "丁一") == ["丁一", "𬭎一", "Somchai"]


@given(names=st.lists(st.text("王韦方尹杜李杨田富大利欧阳𬭎", max_size=4), unique=True), data=st.data())
def test_the_order_does_not_depend_on_how_names_are_given(names: list[str], data: st.DataObject) -> None:
    for single in SingleName:
        assert in_order(*data.draw(st.permutations(names)), single=single) == in_order(*names, single=single)
