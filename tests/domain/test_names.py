"""PersonName: forms as kept, as shown and as drawn."""

import pytest

from forumplanner.domain.names import NameOrder, PersonName, tidy_zh


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("李 松", "李松"),
        ("李　松", "李松"),
        ("桑亚•萨布哈德罗本杜", "桑亚·萨布哈德罗本杜"),
        ("桑亚-萨布", "桑亚·萨布"),
        ("努尔 · 阿伊莎", "努尔·阿伊莎"),
        ("Li-Ming", "Li-Ming"),
    ],
)
def test_a_chinese_name_is_kept_without_spaces_and_with_one_dot(written: str, kept: str) -> None:
    assert tidy_zh(written) == kept


def test_capitals_go_to_the_family_part_wherever_it_stands() -> None:
    chinese = PersonName(latin="Chen Guoqiang", family="Chen", given="Guoqiang")
    thai = PersonName(latin="Sanya Subhadra", family="Subhadra", given="Sanya")
    turned = PersonName(latin="Chen Guoqiang", family="Chen", given="Guoqiang", order=NameOrder.GIVEN_FIRST)

    assert chinese.latin_with_capitals() == "CHEN Guoqiang"
    assert thai.latin_with_capitals() == "Sanya SUBHADRA"
    assert turned.latin_with_capitals() == "Guoqiang CHEN"


def test_a_mononym_stays_as_it_is_written() -> None:
    assert PersonName(latin="Wiratama").formal_en() == "Wiratama"


def test_honorifics_stand_before_and_suffixes_after() -> None:
    name = PersonName(latin="Nur Aisyah", courtesy_en="Prof. Dato’ Dr.", suffix_en="JP")

    assert name.formal_en() == "Prof. Dato’ Dr. Nur Aisyah, JP"


def test_a_name_survives_the_database_form() -> None:
    name = PersonName(
        zh="金蒂丽伦", native="ခင်သီရိလွင်", native_language="my", order=NameOrder.FAMILY_FIRST, latin_first=True
    )

    assert PersonName.from_json(name.to_json()) == name


def test_a_reader_sees_some_form_of_any_name() -> None:
    assert PersonName(native="ခင်သီရိလွင်").shown("zh-Hans", "en") == "ခင်သီရိလွင်"
    assert PersonName(zh="李松", latin="Li Song").shown("en") == "Li Song"
