"""The search for people who stand twice: a table of spellings, namesakes, and any name changed as lists change it."""

import random
import unicodedata
from collections.abc import Callable, Sequence
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.duplicate_oracle import HOMONYMS, PAIRS, Spelling, everybody, someone
from forumplanner.domain.likeness import Likely, Reason, Someone, Twins, likely_twins, pairs
from forumplanner.domain.likeness_grades import grade
from forumplanner.domain.likeness_traits import traits_of
from forumplanner.domain.likeness_words import question, reason_words, why
from forumplanner.domain.names import PersonName
from forumplanner.domain.titles import without_titles
from forumplanner.sample.names import NameSource

Changed = Callable[[str], str]
COUNTRIES = ("CN", "TH", "MM", "KH", "VN", "BD", "NP", "LK", "PK", "ID", "RU")


def found_in(people: Sequence[Someone]) -> set[frozenset[str]]:
    return {frozenset((one.first, one.second)) for one in pairs(people)}


def strangers(count: int) -> list[Someone]:
    """Invented people with different names at thirty institutions."""
    source = NameSource(random.Random(7))
    houses, countries = cycle(f"h{n}" for n in range(30)), cycle(COUNTRIES)
    people: list[Someone] = []
    taken: set[str] = set()
    while len(people) < count:
        country = next(countries)
        name = source.next(country)
        if name.latin not in taken:
            taken.add(name.latin)
            key = f"s{len(people)}"
            people.append(Someone(key, (name,), country, frozenset({next(houses)}), phone=f"13{len(people):08d}"))
    return people


def test_at_least_36_of_40_pairs_in_eight_spellings_are_found() -> None:
    found = [pair for pair in PAIRS if found_in([someone("a", pair[0]), someone("b", pair[1])])]

    assert len(PAIRS) == 40
    assert len(found) >= 36, set(PAIRS) - set(found)


def test_no_namesake_is_proposed() -> None:
    assert [pair for pair in HOMONYMS if found_in([someone("a", pair[0]), someone("b", pair[1])])] == []


def test_among_500_strangers_pairs_are_found_and_few_others() -> None:
    people, wanted = everybody(PAIRS, "p")
    namesakes, apart = everybody(HOMONYMS, "h")
    everyone = [*people, *namesakes, *strangers(500)]
    random.Random(3).shuffle(everyone)

    found = found_in(everyone)

    assert len(found & wanted) >= 36
    assert found & apart == set()
    false = {pair for pair in found - wanted if any(key.startswith("s") for key in pair)}
    assert len(false) <= 5, false


LETTERS = "abcdefghijklmnopqrstuvwxyzáàâãäçéèêëíìîïñóòôõöøúùûýđłạảấầẩẫậắằẳẵặẹẻẽếềểễệ"
FATHERS = {"binti", "binte", "ibni", "mosammat"}
words = st.text(LETTERS, min_size=4, max_size=10)
names = st.lists(words, min_size=2, max_size=4, unique=True).filter(
    lambda parts: not any(without_titles(f"{part} x").titles for part in parts) and not {*parts} & FATHERS
)


def capital(parts: Sequence[str]) -> str:
    return " ".join(part.capitalize() for part in parts)


def without_accents(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.translate(str.maketrans("đłøĐŁØ", "dloDLO")))
    return "".join(c for c in plain if not unicodedata.combining(c))


def here(key: str, latin: str) -> Someone:
    return Someone(key, (PersonName(latin=latin),), institutions=frozenset({"h"}))


@given(parts=names, order=st.randoms())
def test_any_order_of_a_name_is_found_at_the_same_institution(parts: list[str], order: random.Random) -> None:
    turned = order.sample(parts, len(parts))

    assert found_in([here("a", capital(parts)), here("b", capital(turned))]) == {frozenset("ab")}


@pytest.mark.parametrize(
    "changed",
    [
        without_accents,
        str.upper,
        lambda name: name.replace(" ", "-", 1),
        lambda name: f"Prof. Dr. {name}",
        lambda name: f"Md. {name}",
        lambda name: f"{name}, PhD",
        lambda name: without_accents(name).upper().replace(" ", "  "),
        lambda name: f"{name[0]}.{name[name.index(' ') :]}",
    ],
    ids=["accents", "capitals", "hyphen", "title", "prefix", "degree", "all", "initial"],
)
@given(parts=names)
def test_any_name_changed_as_lists_change_it_is_found(changed: Changed, parts: list[str]) -> None:
    name = capital(parts)

    assert found_in([here("a", name), here("b", changed(name))]) == {frozenset("ab")}


@given(parts=names, zh=st.sampled_from(["", "王伟", "欧阳静"]))
def test_any_namesake_at_another_place_with_another_phone_is_left_in_peace(parts: list[str], zh: str) -> None:
    name = PersonName(zh=zh, latin=capital(parts))
    one = Someone("a", (name,), institutions=frozenset({"h"}), phone="13800000001")
    other = Someone("b", (name,), institutions=frozenset({"k"}), phone="13900000002")

    assert pairs([one, other]) == ()


spellings = st.sampled_from([spelling for pair in (*PAIRS, *HOMONYMS) for spelling in pair])


@given(one=spellings, other=spellings)
def test_two_people_are_as_alike_the_other_way_round(one: Spelling, other: Spelling) -> None:
    first, second = traits_of(someone("a", one)), traits_of(someone("b", other))

    assert grade(first, second).score == grade(second, first).score
    assert 0 <= grade(first, second).score <= 1


@given(seed=st.integers(0, 1000))
def test_the_order_of_people_changes_nothing(seed: int) -> None:
    people, _wanted = everybody(PAIRS[:12], "p")
    shuffled = random.Random(seed).sample(people, len(people))

    assert pairs(shuffled) == pairs(people)


def test_two_people_stay_two_once_declared() -> None:
    people = [here("b", "Wang Wei"), here("a", "Wang Wei")]

    assert pairs(people) == (Likely("a", "b", 0.95, (Reason.LATIN, Reason.HOUSE)),)
    assert pairs(people, apart=[("b", "a")]) == ()


def test_a_mailbox_of_an_office_says_nothing() -> None:
    two = [Someone(key, (PersonName(zh="李静"),), emails=("office@yl.example",)) for key in "ab"]
    third = Someone("c", (PersonName(zh="周敏"),), emails=("office@yl.example",))

    assert [one.reasons for one in pairs(two)] == [(Reason.CHARACTERS, Reason.EMAIL)]
    assert [one.reasons for one in pairs([*two, third])] == [(Reason.CHARACTERS,)]


def test_the_search_tells_how_far_it_is_and_can_be_called_off() -> None:
    told: list[tuple[int, int]] = []
    people = strangers(500)

    pairs(people, lambda done, of: told.append((done, of)))

    assert told == [(0, 1000), (200, 1000), (400, 1000), (600, 1000), (800, 1000)]
    assert pairs([*people, *people], cancelled=lambda: True) == ()


def test_a_name_being_typed_finds_its_twin() -> None:
    people, _wanted = everybody(PAIRS, "p")
    typed = Someone("", (PersonName(zh="陈国强"),), institutions=frozenset({"yl"}))

    assert {one.second for one in Twins(people).of(typed)} == {"p00a", "p00b"}
    assert likely_twins(typed, people) == Twins(people).of(typed)
    assert Twins(people).of(Someone("", ())) == ()


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Nguyễn Thanh Bình", "Nguyễn Bình Thanh", "VN"),
        ("Khin Thiri Lwin", "Thiri Khin Lwin", "MM"),
        ("Wang Wen Jun", "Wang Jun Wen", "CN"),
        ("Huang Guoqiang", "Huang Guoqing", "CN"),
        ("Nguyen Van Thanh", "Nguyen Van Thang", "VN"),
    ],
)
def test_names_that_differ_little_but_are_others_are_not_proposed(one: str, other: str, country: str) -> None:
    people = [Someone(key, (PersonName(latin=n),), country, frozenset("h")) for key, n in (("a", one), ("b", other))]

    assert pairs(people) == ()


@pytest.mark.parametrize("turned", ["Bình Thanh Nguyễn", "Thanh Bình Nguyễn"])
def test_a_vietnamese_name_turned_round_is_found(turned: str) -> None:
    names = (("a", "Nguyễn Thanh Bình"), ("b", turned))

    assert len(pairs([Someone(key, (PersonName(latin=n),), "VN", frozenset("h")) for key, n in names])) == 1


def test_one_institution_entered_twice_hides_nobody() -> None:
    one = Someone("a", (PersonName(latin="K. M. Rahman"),), "BD", frozenset("h"), ("江南医科大学",))
    other = Someone("b", (PersonName(latin="Kazi Mahbub Rahman"),), "BD", frozenset("k"), ("江南医大",))

    assert [likely.reasons for likely in pairs([one, other])] == [(Reason.INITIALS, Reason.HOUSE)]


def test_hong_kong_and_china_are_no_different_countries() -> None:
    one = Someone("a", (PersonName(latin="Wong Tai Man"),), "HK", frozenset("h"))
    other = Someone("b", (PersonName(latin="Wong Tai Man"),), "CN", frozenset("h"))

    assert [likely.reasons for likely in pairs([one, other])] == [(Reason.LATIN, Reason.HOUSE)]


@pytest.mark.parametrize("latin", ["X", "x" * 120, "", ".", "-", "Dr.", "  ", "’", "١٢"])
def test_odd_names_are_compared_like_others(latin: str) -> None:
    assert found_in([here("a", latin), here("b", "Wang Wei")]) == set()


def test_every_reason_has_its_words() -> None:
    assert {bool(reason_words(reason, tag)) for reason in Reason for tag in ("zh-Hans", "en")} == {True}
    assert why((Reason.LATIN, Reason.HOUSE, Reason.OTHER_PHONE), "en") == (
        "same Latin name; same institution; different phones"
    )


def test_the_question_names_both() -> None:
    one, other = here("a", "Nguyễn Văn An"), here("b", "Van An Nguyen")
    reasons = (Reason.LATIN, Reason.HOUSE, Reason.OTHER_PHONE)

    assert question(one, one, reasons, "zh-Hans") == (
        "两位“Nguyễn Văn An”：外文姓名相同；单位相同；电话不同。是同一个人吗？"
    )
    assert question(one, other, (Reason.ORDER,), "en") == (
        "Nguyễn Văn An and Van An Nguyen: same Latin name in another order. One person?"
    )


def test_the_question_says_where_both_are_from() -> None:
    houses = ("河内医科大学", "Hanoi Medical University")
    one = Someone("a", (PersonName(zh="阮文安", latin="Nguyễn Văn An"),), houses=houses, phone="0912000111")
    other = Someone("b", (PersonName(zh="阮文安", latin="Nguyen Van An"),), houses=houses, phone="0987222333")
    reasons = (Reason.CHARACTERS, Reason.HOUSE, Reason.OTHER_PHONE)

    assert question(one, other, reasons, "zh-Hans") == (
        "两位“阮文安”都来自河内医科大学：中文姓名相同；电话不同。是同一个人吗？"
    )
    assert question(one, other, reasons, "en") == (
        "Nguyễn Văn An and Nguyen Van An, both of Hanoi Medical University: "
        "same Chinese name; different phones. One person?"
    )
