"""Serial numbers of a register: the next one, gaps and twins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.serials import Serial, SerialFaults, faults_of, next_number


@pytest.mark.parametrize(
    ("numbers", "year", "following"),
    [
        ([], 2026, "证字第2026-0001号"),
        (["证字第2026-0012号"], 2026, "证字第2026-0013号"),
        (["证字第2026-0012号", "证字第2026-0003号"], 2026, "证字第2026-0013号"),
        (["证字第2026-0012号"], 2027, "证字第2027-0001号"),
        (["证字第2026-0012号", "证字第2027-0001号", "证字第2026-0013号"], 2027, "证字第2027-0002号"),
        (["MSA/7"], 2027, "MSA/8"),
        (["A-099", ""], 2026, "A-100"),
    ],
)
def test_the_next_number_goes_on_where_its_row_ends(numbers: list[str], year: int, following: str) -> None:
    assert next_number(numbers, year=year) == following


def test_a_row_can_be_chosen_by_one_of_its_numbers() -> None:
    numbers = ["牌字第2026-0001号", "证字第2026-0007号"]

    assert next_number(numbers, year=2026, like="牌字第2026-0001号") == "牌字第2026-0002号"


def test_gaps_and_twins_are_named_as_they_are_written() -> None:
    numbers = ["证字第2026-0012号", "证字第2026-0015号", "证字第2026-0015号", "牌3", "ohne", ""]

    assert faults_of(numbers) == SerialFaults(("证字第2026-0013号", "证字第2026-0014号"), ("证字第2026-0015号",))


def test_a_number_without_digits_belongs_to_no_row() -> None:
    assert Serial.of("证字") is None
    assert Serial.of("证字第2026-0012号") == Serial("证字第2026-", 12, 4, "号")


@given(st.integers(1, 30))
def test_numbers_given_one_after_the_other_have_no_gap_and_no_twin(how_many: int) -> None:
    numbers: list[str] = []
    for _turn in range(how_many):
        numbers.append(next_number(numbers, year=2026))

    assert faults_of(numbers) == SerialFaults()
    assert numbers[-1] == f"证字第2026-{how_many:04d}号"
