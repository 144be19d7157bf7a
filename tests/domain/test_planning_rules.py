"""A forum keeps only what it plans differently."""

from forumplanner.domain.planning import PlanningRules


def test_only_differences_are_kept() -> None:
    assert PlanningRules().to_keep() is None
    assert PlanningRules(walk=25).to_keep() == {"walk": 25}


def test_what_was_kept_comes_back() -> None:
    rules = PlanningRules(walk=25, prayer_from=780)

    assert PlanningRules.of(rules.to_keep()) == rules
    assert PlanningRules.of(None) == PlanningRules()


def test_names_of_a_newer_program_are_passed_over() -> None:
    assert PlanningRules.of({"walk": 15, "siesta": 90}) == PlanningRules(walk=15)
