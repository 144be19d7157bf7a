"""Orders and numbers on the command line: in order with their reasons, on a stated basis."""

import json
from pathlib import Path

import pytest

from cli.running import Run


def answered(run: Run, *words: object) -> object:
    answer = run(*words, "--json")
    assert (answer.code, answer.err) == (0, "")
    return json.loads(answer.out)


def test_consular_guests_stand_in_order_each_with_its_reason(in_process: Run, planner_file: Path) -> None:
    listed = answered(in_process, "precedence", planner_file, "--list", "consular")
    assert isinstance(listed, list)

    assert [one["place"] for one in listed] == list(range(1, len(listed) + 1))
    assert listed[0]["why_after_the_one_before"] == {}
    assert all(set(one["why_after_the_one_before"]) == {"zh-Hans", "en"} for one in listed[1:])
    assert {one["proof"] for one in listed} <= {"proven", "unproven", "by_hand"}


def test_a_place_that_is_not_proven_asks_for_the_office(in_process: Run, planner_file: Path) -> None:
    answer = in_process("precedence", planner_file)

    assert answer.code == 0
    assert answer.out.startswith("  1  ")
    assert "[not proven]" in answer.out
    assert "confirm the order with the foreign affairs office" in answer.err


def test_delegations_carry_their_caption(in_process: Run, planner_file: Path) -> None:
    listed = answered(in_process, "precedence", planner_file, "--list", "delegations")
    assert isinstance(listed, dict)

    assert (listed["order"], len(listed["delegations"])) == ("country", 11)
    assert listed["caption"]["en"] in in_process("precedence", planner_file, "--list", "delegations").out


@pytest.mark.parametrize("host", [True, False])
def test_numbers_say_what_they_count(in_process: Run, planner_file: Path, host: bool) -> None:
    words = [] if host else ["--without-host"]
    counted = answered(in_process, "stats", planner_file, *words)
    assert isinstance(counted, dict)

    assert counted["numbers"]["countries"] == len(counted["countries"])
    assert ("CN" in counted["countries"]) is host
    assert str(counted["numbers"]["people"]) in counted["sentence"]["zh-Hans"]
    assert str(counted["numbers"]["people"]) in counted["sentence"]["en"]


def test_numbers_are_said_with_their_basis(in_process: Run, planner_file: Path) -> None:
    answer = in_process("stats", planner_file, "--counting", "confirmed", "--rounding", "100")

    assert answer.code == 0
    assert "Parallel forums" in answer.out
    assert answer.out.splitlines()[-1].startswith("Counted: ")
