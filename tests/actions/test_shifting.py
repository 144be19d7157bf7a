"""Ten minutes later: what follows moves up to the next break, beyond it only when asked, in this room or in all."""

import pytest

from factories import DAY
from forumplanner.actions import planning, shifting
from forumplanner.actions.moving import OutsideTheDay
from forumplanner.store import Store
from planned import Plan, make_plan
from planner_file import Filling


@pytest.fixture
def plan(store: Store, filling: Filling) -> Plan:
    made = make_plan(store, filling)
    planning.place_session(store, session_id=made.sessions["Talks"], day=DAY, start=16 * 60, end=17 * 60)
    return made


def starts(plan: Plan) -> dict[str, str]:
    return {name: plan.when(name).split("-")[0] for name in plan.sessions if plan.when(name) != "-"}


UNMOVED = {
    "Opening": "09:00",
    "Tea": "10:00",
    "Keynotes": "10:30",
    "Lunch": "12:00",
    "Forum A": "13:30",
    "Forum B": "13:30",
    "Talks": "16:00",
}


def test_the_next_break_stays_and_ends_the_shift(plan: Plan) -> None:
    assert shifting.shift_following(plan.store, session_id=plan.sessions["Opening"], by=10) == 1

    assert starts(plan) == {**UNMOVED, "Opening": "09:10"}
    assert plan.starts("Opening") == ["09:20", "09:48"]
    assert plan.said() == "Moved “Opening” to Sat 14 Nov 09:10"


def test_asked_again_it_goes_beyond_the_break_but_a_break_for_everybody_waits(plan: Plan) -> None:
    before = plan.programme()

    moved = shifting.shift_following(plan.store, session_id=plan.sessions["Opening"], by=10, beyond_break=True)

    assert moved == 3
    assert starts(plan) == {**UNMOVED, "Opening": "09:10", "Tea": "10:10", "Keynotes": "10:40"}
    assert plan.said() == "Shifted 3 sessions in Hall: 10 minutes later"
    assert plan.said("zh-Hans") == "报告厅的 3 个场次推迟 10 分钟"
    plan.store.undo()
    assert plan.programme() == before


def test_everywhere_it_takes_all_that_starts_later_up_to_the_break(plan: Plan) -> None:
    moved = shifting.shift_following(plan.store, session_id=plan.sessions["Forum A"], by=-5, everywhere=True)

    assert moved == 3
    assert starts(plan) == {**UNMOVED, "Forum A": "13:25", "Forum B": "13:25", "Talks": "15:55"}
    assert plan.said() == "Shifted 3 sessions in all rooms: 5 minutes earlier"


def test_everywhere_and_beyond_breaks_the_whole_day_moves(plan: Plan) -> None:
    moved = shifting.shift_following(
        plan.store, session_id=plan.sessions["Opening"], by=60, everywhere=True, beyond_break=True
    )

    assert (moved, len(plan.store.history(1))) == (7, 1)
    assert starts(plan) == {name: f"{int(clock[:2]) + 1:02d}{clock[2:]}" for name, clock in UNMOVED.items()}


def test_in_its_room_only_its_own_place_counts_not_what_is_relayed_there(plan: Plan) -> None:
    assert shifting.shift_following(plan.store, session_id=plan.sessions["Forum A"], by=10) == 2

    assert starts(plan) == {**UNMOVED, "Forum A": "13:40", "Talks": "16:10"}
    assert [part.start for part in plan.line("Forum A").parts] == [820, 880]


@pytest.mark.parametrize(("name", "by"), [("Waiting", 10), ("Opening", 0)])
def test_nothing_to_shift_is_no_step(plan: Plan, name: str, by: int) -> None:
    steps = plan.steps()

    assert shifting.shift_following(plan.store, session_id=plan.sessions[name], by=by) == 0
    assert plan.steps() == steps


@pytest.mark.parametrize("by", [-541, 19 * 60])
def test_nothing_is_shifted_over_midnight(plan: Plan, by: int) -> None:
    before = plan.programme()

    with pytest.raises(OutsideTheDay):
        shifting.shift_following(plan.store, session_id=plan.sessions["Opening"], by=by, everywhere=True)

    assert plan.programme() == before


@pytest.mark.parametrize("by", [1, 7, 35, -13])
def test_shifted_there_and_back_everything_stands_as_before(plan: Plan, by: int) -> None:
    before = plan.programme()

    for minutes in (by, -by):
        shifting.shift_following(
            plan.store, session_id=plan.sessions["Opening"], by=minutes, everywhere=True, beyond_break=True
        )

    assert plan.programme() == before
