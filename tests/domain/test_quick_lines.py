"""One line about somebody new: each word finds its field, and what no field takes is not lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.kinds import Category
from forumplanner.domain.names import PersonName
from forumplanner.domain.quick_lines import QuickPerson, read_line

PLACES = {"江南医大": "key-1", "jiangnan medical university": "key-1"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "周敏 副院长 江南医大 13800000000 素食",
            QuickPerson(PersonName(zh="周敏"), "副院长", "江南医大", "key-1", phone="13800000000", rest=("素食",)),
        ),
        (
            "Siriporn Anurak, Vice-Dean, Jiangnan Medical University, 泰国, s.anurak＠menam.example",
            QuickPerson(
                PersonName(latin="Siriporn Anurak"),
                "Vice-Dean",
                "Jiangnan Medical University",
                "key-1",
                emails=("s.anurak@menam.example",),
                country="TH",
            ),
        ),
        (
            "王小明 Wang Xiaoming 东湖医学院 志愿者 +86 138 0000 0001 138 0000 0002",
            QuickPerson(
                PersonName(zh="王小明", latin="Wang Xiaoming"),
                institution="东湖医学院",
                phone="+86 138 0000 0001 138 0000 0002",
                category=Category.VOLUNTEER,
            ),
        ),
        ("李 13800000000", QuickPerson(PersonName(zh="李"), phone="13800000000")),
        ("", QuickPerson()),
    ],
)
def test_each_word_finds_its_field(line: str, expected: QuickPerson) -> None:
    assert read_line(line, PLACES) == expected


def test_a_line_without_a_name_is_nobody() -> None:
    assert not read_line("13800000000")
    assert read_line("周敏")


@given(st.lists(st.sampled_from(["周敏", "素食", "清真", "带配偶", "晚到"]), unique=True, max_size=5))
def test_no_word_is_lost(words: list[str]) -> None:
    read = read_line(" ".join(words))
    assert sorted(filter(None, (read.name.zh, *read.rest))) == sorted(words)
