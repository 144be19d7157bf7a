"""One line about somebody new is read as it is typed: order, commas and scripts as they come."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.names import PersonName
from forumplanner.domain.newcomers import Newcomer, read


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "王小明, Wang Xiaoming, Kunming University",
            Newcomer(PersonName(zh="王小明", latin="Wang Xiaoming"), "Kunming University"),
        ),
        ("王小明，昆明大学，院长", Newcomer(PersonName(zh="王小明"), "昆明大学", "院长")),
        ("昆明大学，王小明", Newcomer(PersonName(zh="王小明"), "昆明大学")),
        ("王小明 Wang Xiaoming 昆明大学", Newcomer(PersonName(zh="王小明", latin="Wang Xiaoming"), "昆明大学")),
        ("诗丽蓬·阿努拉", Newcomer(PersonName(zh="诗丽蓬·阿努拉"))),
        (
            "Aung Min, Ministry of Health, Director",
            Newcomer(PersonName(latin="Aung Min"), "Ministry of Health", "Director"),
        ),
        ("University of Vientiane", Newcomer(PersonName(latin="University of Vientiane"))),
        ("  ", Newcomer()),
    ],
)
def test_a_line_is_read(line: str, wanted: Newcomer) -> None:
    assert read(line) == wanted


@given(st.permutations(["王小明", "Wang Xiaoming", "昆明大学"]), st.sampled_from([", ", "，", "；", " / "]))
def test_the_order_of_the_pieces_does_not_matter(pieces: list[str], comma: str) -> None:
    assert read(comma.join(pieces)) == Newcomer(PersonName(zh="王小明", latin="Wang Xiaoming"), "昆明大学")


@given(st.text(max_size=60))
def test_whatever_is_typed_nothing_is_invented(line: str) -> None:
    made = read(line)
    kept = made.name.zh + made.name.latin + made.institution + made.title
    written = {c for form in ("NFC", "NFKC") for c in unicodedata.normalize(form, line)}
    assert {c for c in kept if c.isalnum()} <= written
