"""A name in one form suggests the others: pinyin as passports spell it, parts, titles; and what is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.name_cautions import CautionKind, cautions
from forumplanner.domain.name_forms import pinyin_spellings, suggest
from forumplanner.domain.names import NameOrder, PersonName
from forumplanner.domain.surnames import ALSO_READ, COMPOUND, READINGS


@pytest.mark.parametrize(
    ("zh", "latin", "family", "given"),
    [
        ("陈国强", "Chen Guoqiang", "Chen", "Guoqiang"),
        ("李松", "Li Song", "Li", "Song"),
        ("欧阳静", "Ouyang Jing", "Ouyang", "Jing"),
        ("司马相如", "Sima Xiangru", "Sima", "Xiangru"),
        ("尉迟明远", "Yuchi Mingyuan", "Yuchi", "Mingyuan"),
        ("万俟卨", "Moqi Xie", "Moqi", "Xie"),
        ("单雪峰", "Shan Xuefeng", "Shan", "Xuefeng"),
        ("仇英", "Qiu Ying", "Qiu", "Ying"),
        ("区少华", "Ou Shaohua", "Ou", "Shaohua"),
        ("吕芳", "Lyu Fang", "Lyu", "Fang"),
        ("陈绿竹", "Chen Lyuzhu", "Chen", "Lyuzhu"),
        ("解晓东", "Xie Xiaodong", "Xie", "Xiaodong"),
        ("曾志伟", "Zeng Zhiwei", "Zeng", "Zhiwei"),
        ("乐正阳", "Yuezheng Yang", "Yuezheng", "Yang"),
        ("陳國強", "Chen Guoqiang", "Chen", "Guoqiang"),
        ("陈国强教授", "Chen Guoqiang", "Chen", "Guoqiang"),
    ],
)
def test_characters_of_the_mainland_become_pinyin(zh: str, latin: str, family: str, given: str) -> None:
    suggestion = suggest(PersonName(zh=zh, zh_confirmed=True), "CN")

    name = suggestion.name
    assert (name.latin, name.family, name.given, name.order) == (latin, family, given, NameOrder.FAMILY_FIRST)
    assert (name.zh, name.zh_confirmed, name.latin_confirmed) == (zh, True, False)


@pytest.mark.parametrize(
    ("zh", "others"),
    [
        ("吕芳", ("Lü Fang", "Lv Fang")),
        ("陈建安", ("Chen Jian'an",)),
        ("覃丽", ("Tan Li",)),
        ("陈国强", ()),
    ],
)
def test_other_usual_spellings_are_offered(zh: str, others: tuple[str, ...]) -> None:
    assert suggest(PersonName(zh=zh), "CN").others == others


@pytest.mark.parametrize(
    ("zh", "country", "note"),
    [
        ("陈大文", "HK", "Spelled their own way, not in pinyin: ask for the passport’s spelling."),
        ("林志明", "TW", "Spelled their own way, not in pinyin: ask for the passport’s spelling."),
        ("桑亚·素帕", "TH", "A Chinese rendering of another language gives no spelling: ask for the passport’s."),
        ("买买提·吐尔逊", "CN", "A Chinese rendering of another language gives no spelling: ask for the passport’s."),
        ("阮文雄", "VN", "Only names of the mainland are spelled in pinyin: ask for the passport’s spelling."),
        ("陈国强", "US", "Only names of the mainland are spelled in pinyin: ask for the passport’s spelling."),
    ],
)
def test_what_is_not_pinyin_is_not_guessed_and_said(zh: str, country: str, note: str) -> None:
    suggestion = suggest(PersonName(zh=zh), country)

    assert (suggestion.name.latin, suggestion.filled) == ("", ())
    assert [one["en"] for one in suggestion.notes] == [note]


def test_letters_never_become_characters() -> None:
    suggestion = suggest(PersonName(latin="Chen Guoqiang"), "CN")

    assert suggestion.name.zh == ""
    assert suggestion.filled == ("family", "given", "order")
    assert [one["en"] for one in suggestion.notes] == [
        "Letters don’t tell the characters: ask for the Chinese name."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "country", "family", "given", "order"),
    [
        (PersonName(latin="Nguyễn Văn Hùng"), "VN", "Nguyễn", "Văn Hùng", NameOrder.FAMILY_FIRST),
        (PersonName(latin="Sanya Subhadra"), "TH", "Subhadra", "Sanya", NameOrder.GIVEN_FIRST),
        (PersonName(zh="陈国强", latin="Guoqiang Chen"), "CN", "Chen", "Guoqiang", NameOrder.GIVEN_FIRST),
        (PersonName(zh="何芳", latin="Fang He"), "CN", "He", "Fang", NameOrder.GIVEN_FIRST),
        (PersonName(latin="Sanya SUBHADRA"), "TH", "SUBHADRA", "Sanya", NameOrder.GIVEN_FIRST),
        (PersonName(latin="Kyaw Soe"), "MM", "", "", NameOrder.AS_WRITTEN),
        (PersonName(latin="Wiratama"), "ID", "", "", NameOrder.AS_WRITTEN),
        (PersonName(latin="Nur Aisyah binti Osman"), "MY", "", "", NameOrder.AS_WRITTEN),
    ],
)
def test_parts_are_filled_where_there_is_a_family_name(
    name: PersonName, country: str, family: str, given: str, order: NameOrder
) -> None:
    filled = suggest(name, country).name

    assert (filled.family, filled.given, filled.order, filled.latin) == (family, given, order, name.latin)


def test_titles_inside_a_name_are_offered_as_titles() -> None:
    filled = suggest(PersonName(zh="陈国强教授", latin="Prof. Dr. Chen Guoqiang"), "CN").name

    assert (filled.courtesy_en, filled.courtesy_zh) == ("Prof. Dr.", "教授")
    assert (filled.latin, filled.zh) == ("Prof. Dr. Chen Guoqiang", "陈国强教授")


def test_usual_titles_of_the_country_come_first() -> None:
    assert suggest(PersonName(), "MY").courtesies[:2] == ("Prof. Dato’ Dr.", "Dato’")
    assert suggest(PersonName(), "MM").courtesies[:2] == ("U", "Daw")
    assert suggest(PersonName(), "AU").courtesies[0] == "Prof. Dr."


names = st.builds(
    PersonName,
    zh=st.sampled_from(["", "陈国强", "吕芳", "欧阳静", "桑亚·素帕", "王", "陈国强教授", "?", "扎西次仁"]),
    latin=st.sampled_from(["", "Chen Guoqiang", "Guoqiang Chen", "Prof. X", "X", "Lv Fang", "N" * 120, "Dr", "?"]),
    native=st.sampled_from(["", "ခင်သီရိလွင်"]),
    family=st.sampled_from(["", "Chen"]),
    given=st.sampled_from(["", "Guoqiang"]),
    courtesy_en=st.sampled_from(["", "Dr."]),
    order=st.sampled_from(NameOrder),
    latin_confirmed=st.booleans(),
)


@given(name=names, country=st.sampled_from(["", "CN", "HK", "VN", "MM", "TH", "ID", "DE"]))
def test_nothing_on_record_is_overwritten_and_a_second_time_nothing_is_new(name: PersonName, country: str) -> None:
    suggestion = suggest(name, country)

    for field in PersonName.__dataclass_fields__:
        before, after = getattr(name, field), getattr(suggestion.name, field)
        assert before == after or (field in suggestion.filled and before in ("", NameOrder.AS_WRITTEN))
    assert suggest(suggestion.name, country).filled == ()


@pytest.mark.parametrize("surname", sorted({*READINGS, *COMPOUND}))
def test_every_surname_of_the_tables_is_spelled(surname: str) -> None:
    family, given = pinyin_spellings(surname + "明")[0]

    assert (family.isalpha(), family.isascii(), given) == (True, True, "Ming")


def test_other_readings_belong_to_surnames_that_are_asked_about() -> None:
    notes = [one["zh-Hans"] for one in suggest(PersonName(zh="翟明"), "CN").notes]

    assert notes == ["请向本人核对：“翟”作姓另有读音。"]
    assert ALSO_READ.keys() <= READINGS.keys() | {"长"}


@pytest.mark.parametrize(
    ("name", "country", "kinds"),
    [
        (PersonName(latin="Prof. Sanya Subhadra"), "TH", [CautionKind.TITLE_INSIDE]),
        (PersonName(zh="陈国?"), "CN", [CautionKind.LOST_LETTERS]),
        (PersonName(latin="X"), "ID", [CautionKind.ONE_LETTER]),
        (PersonName(zh="王"), "CN", [CautionKind.ONE_LETTER]),
        (PersonName(latin="Adisorn " * 15), "TH", [CautionKind.LONG]),
        (PersonName(latin="K.P. Perera"), "LK", [CautionKind.INITIALS]),
        (PersonName(latin="K. M. Sivakumar", rule="tamil"), "LK", []),
        (PersonName(latin="Nguyen Van Hung"), "VN", [CautionKind.NO_DIACRITICS]),
        (PersonName(latin="Nguyễn Văn Hùng"), "VN", []),
        (PersonName(latin="Wiratama Wiratama"), "ID", [CautionKind.REPEATED]),
        (PersonName(zh="吕芳", latin="Lv Fang"), "CN", [CautionKind.UMLAUT]),
        (PersonName(zh="吕芳", latin="Lyu Fang"), "CN", []),
        (PersonName(zh="覃乐", latin="Tan Le"), "CN", []),
        (PersonName(zh="陈国强", latin="Zhang Wei"), "CN", [CautionKind.NOT_PINYIN]),
        (PersonName(zh="陈大文", latin="Chan Tai Man"), "HK", []),
        (PersonName(), "CN", []),
    ],
)
def test_what_deserves_a_look_is_said(name: PersonName, country: str, kinds: list[CautionKind]) -> None:
    found = cautions(name, country)

    assert [caution.kind for caution in found] == kinds
    assert all(caution.text["zh-Hans"] and caution.text["en"] for caution in found)
