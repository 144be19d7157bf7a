"""Name rules by culture: who is addressed, sorted and capitalised how; every rule against the table of practice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.addressing import address, listed_as, name_parts
from forumplanner.domain.name_rules import RULES, NameStyle, rule_for, rule_of, styled
from forumplanner.domain.names import NameOrder, PersonName
from forumplanner.domain.sorting import culture_key, latin_key
from forumplanner.domain.titles import without_titles, without_titles_zh

COUNTRIES = {
    "CN": "chinese",
    "HK": "chinese_own",
    "VN": "vietnamese",
    "TH": "thai",
    "LA": "thai",
    "MM": "burmese",
    "KH": "khmer",
    "MY": "malay",
    "ID": "indonesian",
    "BD": "bangladeshi",
    "PK": "pakistani",
    "IN": "indian",
    "LK": "sri_lankan",
    "NP": "nepali",
    "BT": "two_given",
    "MV": "two_given",
    "RU": "russian",
    "KZ": "russian",
    "DE": "usual",
    "": "usual",
}


@pytest.mark.parametrize(("country", "code"), COUNTRIES.items())
def test_every_country_has_its_rule(country: str, code: str) -> None:
    assert rule_for(PersonName(latin="A B"), country).code == code


def test_a_person_may_follow_another_rule() -> None:
    tamil = PersonName(latin="K. M. Sivakumar", courtesy_en="Dr.", rule="tamil")
    malaysian_chinese = PersonName(latin="Tan Mei Ling", courtesy_en="Prof.", rule="chinese_own")

    assert address(tamil, "LK", "en") == "Dr. Sivakumar"
    assert address(malaysian_chinese, "MY", "en") == "Prof. Tan"
    assert rule_for(PersonName(rule="of a newer program"), "VN").code == "vietnamese"
    assert rule_of("of a newer program") is None


@pytest.mark.parametrize(
    ("country", "courtesy", "latin", "called"),
    [
        ("CN", "Prof. Dr.", "Chen Guoqiang", "Prof. Chen"),
        ("CN", "Prof.", "Guoqiang CHEN", "Prof. CHEN"),
        ("CN", "Prof.", "Guoqiang Chen", "Prof. Chen"),
        ("CN", "Dr.", "Ouyang Na", "Dr. Ouyang"),
        ("HK", "Prof.", "CHAN Tai Man", "Prof. CHAN"),
        ("VN", "Prof. Dr.", "Nguyễn Văn Hùng", "Prof. Hùng"),
        ("VN", "Assoc. Prof. Dr.", "Trần Thị Diệu Linh", "Assoc. Prof. Linh"),
        ("TH", "Dr.", "Sanya Subhadrarobandhu", "Dr. Sanya"),
        ("LA", "Asst. Prof.", "Khamla Phommasan", "Asst. Prof. Khamla"),
        ("MM", "Prof.", "U Kyaw Soe", "Prof. Kyaw Soe"),
        ("MM", "", "Daw Khin Thiri Lwin", "Daw Khin Thiri Lwin"),
        ("KH", "H.E. Dr.", "Sok Chanthavy", "Dr. Sok Chanthavy"),
        ("MY", "Prof. Dato’ Dr.", "Nur Aisyah binti Osman", "Prof. Dato’ Dr. Nur Aisyah"),
        ("MY", "Tan Sri", "Ahmad bin Abdullah", "Tan Sri Ahmad"),
        ("ID", "Dr.", "Wiratama", "Dr. Wiratama"),
        ("ID", "Dr.", "Budi Santoso", "Dr. Budi"),
        ("BD", "Prof. Dr.", "Md. Rashedul Karim Chowdhury", "Prof. Chowdhury"),
        ("PK", "Prof. Dr.", "Muhammad Zeeshan Qureshi", "Prof. Dr. Muhammad Zeeshan Qureshi"),
        ("IN", "Dr.", "Anjali Sharma", "Dr. Sharma"),
        ("LK", "Prof.", "K.P. Perera", "Prof. Perera"),
        ("NP", "Prof.", "Man Bahadur Thapa", "Prof. Thapa"),
        ("BT", "Dr.", "Tashi Wangmo", "Dr. Tashi"),
        ("RU", "Mr.", "Andrei Petrovich Ozerov", "Mr. Ozerov"),
        ("DE", "Prof.", "Ludwig van Beethoven", "Prof. van Beethoven"),
        ("AU", "", "Prof. Dr. Jane Smith", "Prof. Smith"),
        ("AU", "", "Jane Smith", "Jane Smith"),
    ],
)
def test_the_form_of_address_follows_the_culture(country: str, courtesy: str, latin: str, called: str) -> None:
    assert address(PersonName(latin=latin, courtesy_en=courtesy), country, "en") == called


@pytest.mark.parametrize(
    ("name", "country", "called"),
    [
        (PersonName(zh="陈国强", courtesy_en="Prof."), "CN", "陈教授"),
        (PersonName(zh="欧阳娜", courtesy_zh="主任"), "CN", "欧阳主任"),
        (PersonName(zh="陈国强"), "CN", "陈国强"),
        (PersonName(zh="桑亚·素帕", latin="Sanya Supha", courtesy_en="Prof."), "TH", "桑亚教授"),
        (PersonName(zh="阮文雄", latin="Nguyen Van Hung", courtesy_en="Prof."), "VN", "阮文雄教授"),
        (PersonName(zh="安德烈·奥泽罗夫", latin="Andrei Ozerov", courtesy_en="Mr."), "RU", "奥泽罗夫先生"),
        (PersonName(zh="觉梭", latin="U Kyaw Soe", courtesy_en="Prof."), "MM", "觉梭教授"),
        (PersonName(latin="Jane Smith", courtesy_en="Prof."), "AU", ""),
    ],
)
def test_the_chinese_form_of_address_follows_it_too(name: PersonName, country: str, called: str) -> None:
    assert address(name, country, "zh-Hans") == called


def test_the_form_on_record_goes_before_the_rule() -> None:
    name = PersonName(
        zh="陈国强", latin="Chen Guoqiang", courtesy_en="Prof.", address_zh="陈老", address_en="Prof. Leo"
    )

    assert (address(name, "CN", "zh"), address(name, "CN", "en")) == ("陈老", "Prof. Leo")


def test_parts_and_order_on_record_go_before_the_rule() -> None:
    double = PersonName(latin="Maria Garcia Lopez", family="Garcia Lopez", given="Maria", courtesy_en="Dr.")
    turned = PersonName(latin="Chanthavy Sok", order=NameOrder.GIVEN_FIRST)

    assert address(double, "ES", "en") == "Dr. Garcia Lopez"
    assert name_parts(turned, "KH").family == "Sok"


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("VN", ["Nguyễn Thị An", "Trần Bình", "Nguyễn Văn Hùng", "Lê Thị Hùng"]),
        ("MM", ["Daw Aung Aung", "Kyaw Soe", "U Nay Win"]),
        ("BD", ["Anisur Rahman", "Md. Kamrul Karim Ali", "Tanvir Hossain"]),
        ("TH", ["Anchalee Zong", "Somchai Boon"]),
        ("CN", ["Guoqiang Chen", "Li Wei", "Zhang An"]),
        ("DE", ["Anna Adler", "Karl Bauer", "Adam Zorn"]),
    ],
)
def test_lists_are_sorted_as_the_culture_sorts(country: str, names: list[str]) -> None:
    keys = [culture_key(PersonName(latin=latin), country) for latin in names]

    if country == "VN":  # by given name, then by family name
        assert sorted(keys) == [keys[0], keys[1], keys[3], keys[2]]
    else:
        assert sorted(keys) == keys


def test_a_paper_may_write_family_names_plain() -> None:
    chen = PersonName(latin="Chen Guoqiang", family="Chen", given="Guoqiang", courtesy_en="Prof.")
    turned = PersonName(latin="Chen Guoqiang", family="Chen", given="Guoqiang", order=NameOrder.GIVEN_FIRST)

    assert styled(chen, NameStyle.CAPITALS) is chen
    assert styled(chen, NameStyle.PLAIN).formal_en() == "Prof. Chen Guoqiang"
    assert styled(turned, NameStyle.PLAIN).latin_with_capitals() == "Guoqiang Chen"
    assert styled(PersonName(latin="Wiratama"), NameStyle.PLAIN).formal_en() == "Wiratama"


@pytest.mark.parametrize(
    ("written", "country", "titles", "name"),
    [
        ("Prof. Dr. Sanya Subhadra", "TH", "Prof. Dr.", "Sanya Subhadra"),
        ("Assoc.Prof.Dr. Sanya", "TH", "Assoc. Prof. Dr.", "Sanya"),
        ("H.E. Mr. Kyaw Soe", "MM", "H.E. Mr.", "Kyaw Soe"),
        ("U Kyaw Soe", "MM", "U", "Kyaw Soe"),
        ("Ma Jun", "CN", "", "Ma Jun"),
        ("Tan Sri Dato' Seri Dr. Nur Aisyah", "MY", "Tan Sri Dato' Seri Dr.", "Nur Aisyah"),
        ("Drake Miller", "US", "", "Drake Miller"),
        ("Missy Elliott", "US", "", "Missy Elliott"),
        ("Ko Ko Latt", "MM", "", "Ko Ko Latt"),
        ("Ko Zaw Latt", "MM", "Ko", "Zaw Latt"),
        ("He Xiaoming", "CN", "", "He Xiaoming"),
        ("HE Xiaoming", "CN", "", "HE Xiaoming"),
        ("Ir. Budi", "ID", "Ir.", "Budi"),
        ("Ira Levin", "US", "", "Ira Levin"),
        ("Asst. Prof. Malee", "TH", "Asst. Prof.", "Malee"),
        ("Assistant Professor Malee", "TH", "Assistant Professor", "Malee"),
        ("Dr", "", "", "Dr"),
        ("Jane Smith, PhD", "AU", "", "Jane Smith"),
    ],
)
def test_titles_are_told_from_names(written: str, country: str, titles: str, name: str) -> None:
    found = without_titles(written, country)

    assert (found.titles, found.name) == (titles, name)


def test_a_courtesy_behind_a_chinese_name_is_none_of_it() -> None:
    assert without_titles_zh("陈国强教授").name == "陈国强"
    assert without_titles_zh("陈国强副教授").titles == "副教授"
    assert without_titles_zh("陈院士").name == "陈院士"


def test_every_rule_says_what_it_is_and_what_to_mind_in_both_languages() -> None:
    assert {tuple(words) for rule in RULES for words in (rule.words, rule.watch)} == {("zh-Hans", "en")}
    assert len({rule.code for rule in RULES}) == len(RULES)


any_name = st.builds(
    PersonName,
    zh=st.text("陈国强欧阳·娜教授", max_size=6),
    latin=st.text("ABcde. -'’üễ", max_size=40),
    family=st.text("ABcd", max_size=6),
    given=st.text("cde f", max_size=6),
    courtesy_en=st.sampled_from(["", "Prof. Dr.", "H.E.", "Dr.", "U"]),
    order=st.sampled_from(NameOrder),
    rule=st.sampled_from(["", *(rule.code for rule in RULES)]),
)


@given(name=any_name, country=st.sampled_from([*COUNTRIES, "XX"]))
def test_any_name_has_an_address_and_a_place_in_lists(name: PersonName, country: str) -> None:
    said = address(name, country, "en")

    assert bool(said.strip()) or not name.latin.strip() or not name.courtesy_en
    assert address(name, country, "zh").startswith(name.zh[:1])
    letters = sorted(latin_key(listed_as(name, country)).replace(" ", ""))
    assert not letters or set(letters) <= set(latin_key(f"{name.latin} {name.family} {name.given}"))
