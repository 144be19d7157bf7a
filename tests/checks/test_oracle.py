"""The checks find exactly what the tables say: every planted fault by kind, subjects and minutes, and nothing else."""

from collections import Counter

import pytest

from forumplanner.checks import run
from forumplanner.checks.ways import with_ways
from forumplanner.snapshots.findings import FindingKind
from oracle_innocent import INNOCENT
from oracle_planted import PLANTED, Case


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case.name)
def test_a_planted_fault_is_found_and_nothing_else(case: Case) -> None:
    found = [(f.kind, " ".join(subject.id for subject in f.subjects), f.minutes) for f in run(case.forum)]

    assert sorted(found) == sorted(case.expected)


@pytest.mark.parametrize("case", INNOCENT, ids=lambda case: case.name)
def test_where_nothing_is_amiss_nothing_is_found(case: Case) -> None:
    assert [(f.kind, f.message["en"]) for f in run(case.forum)] == []


def test_every_kind_is_planted_and_no_case_comes_twice() -> None:
    planted = {kind for case in PLANTED for kind, _subjects, _minutes in case.expected}
    names = Counter(case.name for case in (*PLANTED, *INNOCENT))

    assert set(FindingKind) - planted == {FindingKind.PLACEHOLDER_OPEN}
    assert [name for name, times in names.items() if times > 1] == []
    assert min(len(PLANTED), len(INNOCENT)) >= 40


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case.name)
def test_ways_out_are_three_at_most_with_ids_of_their_own(case: Case) -> None:
    for finding in with_ways(run(case.forum), case.forum):
        assert len({way.id for way in finding.ways}) == len(finding.ways) <= 3
        for way in finding.ways:
            assert all(words and "{" not in words for words in (*way.words.values(), *way.effect.values()))
