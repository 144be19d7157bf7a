"""Breaks: tea for one room becomes tea for everybody, unless a room has its own."""

import pytest

from factories import DAY
from forumplanner.actions import breaks, planning
from forumplanner.actions.breaks import NotABreak
from forumplanner.actions.moving import NoTimeYet, OutsideTheDay
from forumplanner.domain.kinds import SessionKind
from forumplanner.store import Store
from planned import Plan, make_plan
from planner_file import Filling


@pytest.fixture
def plan(store: Store, filling: Filling) -> Plan:
    return make_plan(store, filling)


def test_a_new_break_is_tea_for_twenty_minutes_in_both_languages(plan: Plan) -> None:
    made = breaks.add_break(plan.store, forum_id=plan.forum_id, day=DAY, start=15 * 60 + 30)

    line = next(line for line in plan.programme().sessions if line.id == str(made))

    assert (line.title.texts, line.kind, line.start, line.end, line.room_ids) == (
        ("茶歇", "Tea break"),
        SessionKind.BREAK,
        930,
        950,
        (),
    )


def test_a_break_outside_the_day_is_refused(plan: Plan) -> None:
    with pytest.raises(OutsideTheDay):
        breaks.add_break(plan.store, forum_id=plan.forum_id, day=DAY, start=-10)


def test_where_no_other_room_has_one_it_becomes_a_break_for_everybody(plan: Plan) -> None:
    before = plan.programme()

    assert breaks.copy_break(plan.store, session_id=plan.sessions["Tea"]) == 2

    assert plan.where("Tea") == []
    assert len(plan.programme().sessions) == len(before.sessions)
    assert plan.said() == "Copied “Tea” to the other rooms (2)"
    plan.store.undo()
    assert plan.programme() == before


def test_a_room_with_a_break_of_its_own_keeps_it_and_the_others_get_copies(plan: Plan) -> None:
    breaks.add_break(plan.store, forum_id=plan.forum_id, day=DAY, start=615, room_id=plan.rooms["Room 301"])

    assert breaks.copy_break(plan.store, session_id=plan.sessions["Tea"]) == 1

    teas = [line for line in plan.programme().sessions if line.kind is SessionKind.BREAK]
    assert sorted((line.room_ids, line.start, line.end) for line in teas) == sorted(
        [
            ((str(plan.rooms["Hall"]),), 600, 630),
            ((str(plan.rooms["Room 302"]),), 600, 630),
            ((str(plan.rooms["Room 301"]),), 615, 635),
        ]
    )


def test_a_break_for_everybody_already_stands_everywhere(plan: Plan) -> None:
    steps = plan.steps()

    assert breaks.copy_break(plan.store, session_id=plan.sessions["Lunch"]) == 0
    assert plan.steps() == steps


def test_only_a_break_with_a_time_is_copied(plan: Plan) -> None:
    with pytest.raises(NotABreak, match="this is no break"):
        breaks.copy_break(plan.store, session_id=plan.sessions["Opening"])

    planning.unschedule_session(plan.store, session_id=plan.sessions["Tea"])
    with pytest.raises(NoTimeYet):
        breaks.copy_break(plan.store, session_id=plan.sessions["Tea"])
