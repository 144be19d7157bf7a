"""Planning: each verb is one step that says what moved where, takes what is inside along, and comes back whole."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import DAY, make_forum, make_item, make_part, make_session
from forumplanner.actions import planning, sessions
from forumplanner.actions.found import NoLongerThere
from forumplanner.actions.moving import EndsTooEarly, NoDayYet, NoTimeYet, OutsideTheDay
from forumplanner.domain.ids import ForumId, PartId, SessionId, new_id
from forumplanner.queries import programme
from forumplanner.store import Store
from planned import Plan, make_plan
from planner_file import Filling

NEXT_DAY = DAY + dt.timedelta(days=1)


@pytest.fixture
def plan(store: Store, filling: Filling) -> Plan:
    return make_plan(store, filling)


def test_a_session_is_placed_to_the_minute_with_all_that_is_in_it(plan: Plan) -> None:
    before, steps = plan.programme(), plan.steps()

    planning.place_session(plan.store, session_id=plan.sessions["Opening"], day=NEXT_DAY, start=9 * 60 + 28)

    assert (plan.line("Opening").day, plan.when("Opening")) == (NEXT_DAY, "09:28-10:28")
    assert plan.starts("Opening") == ["09:38", "10:06"]
    assert plan.where("Opening") == ["Hall", "Room 301"]
    assert plan.steps() == steps + 1
    assert plan.said() == "Moved “Opening” to Sun 15 Nov 09:28"
    plan.store.undo()
    assert plan.programme() == before


def test_a_session_dropped_on_a_room_says_so_in_both_languages(plan: Plan) -> None:
    planning.place_session(
        plan.store, session_id=plan.sessions["Forum A"], day=DAY, start=14 * 60, room_id=plan.rooms["Room 302"]
    )

    assert (plan.when("Forum A"), plan.where("Forum A")) == ("14:00-16:00", ["Room 302"])
    assert [part.start for part in plan.line("Forum A").parts] == [840, 900]
    assert plan.said() == "Moved “Forum A” to Sat 14 Nov 14:00, Room 302"
    assert plan.said("zh-Hans") == "把“Forum A场”移到 11月14日 周六 14:00，302"


def test_a_relay_dropped_on_another_room_replaces_only_that_room(plan: Plan) -> None:
    opening, rooms = plan.sessions["Opening"], plan.rooms

    planning.place_session(
        plan.store, session_id=opening, day=DAY, start=540, room_id=rooms["Room 302"], from_room=rooms["Room 301"]
    )
    assert plan.where("Opening") == ["Hall", "Room 302"]

    planning.place_session(plan.store, session_id=opening, day=DAY, start=540, room_id=rooms["Room 301"])
    assert plan.where("Opening") == ["Room 301", "Room 302"]


def test_a_room_that_is_already_used_is_used_once(plan: Plan) -> None:
    opening, rooms = plan.sessions["Opening"], plan.rooms

    planning.place_session(
        plan.store, session_id=opening, day=DAY, start=540, room_id=rooms["Hall"], from_room=rooms["Room 301"]
    )
    assert plan.where("Opening") == ["Hall"]

    plan.store.undo()
    planning.place_session(plan.store, session_id=opening, day=DAY, start=540, room_id=rooms["Room 301"])
    assert plan.where("Opening") == ["Room 301"]


def test_a_start_after_midnight_belongs_to_the_day_before(plan: Plan) -> None:
    planning.place_session(plan.store, session_id=plan.sessions["Talks"], day=DAY, start=1470, end=1500)

    assert (plan.line("Talks").day, plan.when("Talks")) == (DAY, "+00:30-+01:00")


def test_what_waited_gets_a_time_a_room_and_the_length_of_its_items(plan: Plan) -> None:
    planning.place_session(
        plan.store, session_id=plan.sessions["Waiting"], day=DAY, start=545, room_id=plan.rooms["Hall"]
    )

    assert (plan.when("Waiting"), plan.where("Waiting")) == ("09:05-09:25", ["Hall"])


def test_an_overlap_is_no_refusal(plan: Plan) -> None:
    planning.place_session(
        plan.store, session_id=plan.sessions["Talks"], day=DAY, start=540, room_id=plan.rooms["Hall"], end=600
    )

    assert (plan.when("Talks"), plan.when("Opening")) == ("09:00-10:00", "09:00-10:00")


@pytest.mark.parametrize(("start", "end"), [(-5, None), (28 * 60, None), (28 * 60, 29 * 60)])
def test_a_drop_outside_the_day_is_refused_and_changes_nothing(plan: Plan, start: int, end: int | None) -> None:
    before, steps = plan.programme(), plan.steps()

    with pytest.raises(OutsideTheDay, match=r"from 00:00 to 04:00 of the next morning"):
        planning.place_session(plan.store, session_id=plan.sessions["Talks"], day=DAY, start=start, end=end)

    assert (plan.programme(), plan.steps()) == (before, steps)


@pytest.mark.parametrize("end", [600, 599, 0, -60])
def test_a_session_can_not_end_before_it_starts(plan: Plan, end: int) -> None:
    steps = plan.steps()

    with pytest.raises(EndsTooEarly, match=r"isn't later than the start 10:00"):
        planning.place_session(plan.store, session_id=plan.sessions["Talks"], day=DAY, start=600, end=end)
    with pytest.raises(EndsTooEarly, match=r"isn't later than the start 10:00"):
        planning.resize_session(plan.store, session_id=plan.sessions["Talks"], start=600, end=end)

    assert plan.steps() == steps


def test_a_session_that_is_gone_is_said(plan: Plan) -> None:
    with pytest.raises(NoLongerThere):
        planning.place_session(plan.store, session_id=SessionId(new_id()), day=DAY, start=540)


def test_resizing_leaves_the_items_where_they_are(plan: Plan) -> None:
    planning.resize_session(plan.store, session_id=plan.sessions["Opening"], start=535, end=618)

    assert (plan.when("Opening"), plan.starts("Opening")) == ("08:55-10:18", ["09:10", "09:38"])
    assert plan.said() == "“Opening” now runs from 08:55 to 10:18"


def test_what_has_no_day_can_not_be_resized(plan: Plan) -> None:
    with pytest.raises(NoDayYet, match="Give it a day first"):
        planning.resize_session(plan.store, session_id=plan.sessions["Waiting"], start=540, end=600)


def test_taken_out_of_the_plan_a_session_keeps_its_room_and_items(plan: Plan) -> None:
    before = plan.programme()

    planning.unschedule_session(plan.store, session_id=plan.sessions["Opening"])

    assert (plan.line("Opening").day, plan.when("Opening"), plan.starts("Opening")) == (None, "-", ["", ""])
    assert plan.where("Opening") == ["Hall", "Room 301"]
    assert plan.said() == "Took “Opening” out of the plan"
    plan.store.undo()
    assert plan.programme() == before


def test_fitting_ends_a_session_with_its_last_item(plan: Plan) -> None:
    planning.fit_session(plan.store, session_id=plan.sessions["Opening"])

    assert plan.when("Opening") == "09:00-09:48"
    assert plan.said() == "“Opening” now runs from 09:00 to 09:48"


def test_fitting_looks_at_all_halves_and_ends_the_last_one_too(plan: Plan) -> None:
    sessions.end_session(plan.store, session_id=plan.sessions["Forum A"], end=16 * 60)
    planning.move_item(plan.store, item_id=plan.items["Talk"], part_id=plan.parts["A2"], place=0)

    planning.fit_session(plan.store, session_id=plan.sessions["Forum A"])

    assert plan.when("Forum A") == "13:30-14:45"
    assert plan.line("Forum A").parts[1].end == 14 * 60 + 45


def test_fitting_needs_a_time_and_minutes(plan: Plan) -> None:
    with pytest.raises(NoTimeYet, match="has no time yet"):
        planning.fit_session(plan.store, session_id=plan.sessions["Waiting"])
    with pytest.raises(NoTimeYet, match="None of its items has minutes"):
        planning.fit_session(plan.store, session_id=plan.sessions["Talks"])


def test_two_sessions_swap_day_start_and_place_and_keep_their_lengths(plan: Plan) -> None:
    sessions.move_session(plan.store, session_id=plan.sessions["Forum B"], day=NEXT_DAY)
    before = plan.programme()

    planning.swap_sessions(plan.store, first=plan.sessions["Opening"], second=plan.sessions["Forum B"])

    assert (plan.line("Opening").day, plan.when("Opening")) == (NEXT_DAY, "13:30-14:30")
    assert (plan.line("Forum B").day, plan.when("Forum B")) == (DAY, "09:00-10:30")
    assert (plan.where("Opening"), plan.where("Forum B")) == (["Room 302", "Room 301"], ["Hall"])
    assert plan.starts("Opening") == ["13:40", "14:08"]
    assert plan.said() == "Swapped “Opening” and “Forum B”"
    plan.store.undo()
    assert plan.programme() == before


def test_a_swap_with_a_room_that_relays_uses_it_once(plan: Plan) -> None:
    planning.swap_sessions(plan.store, first=plan.sessions["Opening"], second=plan.sessions["Forum A"])

    assert (plan.where("Opening"), plan.where("Forum A")) == (["Room 301"], ["Hall"])


def test_a_swap_with_what_waits_takes_the_other_out(plan: Plan) -> None:
    planning.swap_sessions(plan.store, first=plan.sessions["Waiting"], second=plan.sessions["Talks"])

    assert (plan.when("Waiting"), plan.where("Waiting")) == ("16:00-16:20", ["Room 301"])
    assert (plan.line("Talks").day, plan.when("Talks"), plan.where("Talks")) == (None, "-", [])


def test_an_item_moves_to_another_session_and_flows_there(plan: Plan) -> None:
    before = plan.programme()

    planning.move_item(plan.store, item_id=plan.items["Address"], part_id=plan.parts["A1"], place=1)

    titles = [item.title.side(1) for item in plan.line("Forum A").parts[0].items]
    assert (titles, plan.starts("Forum A")) == (["Talk", "Address", "Discussion"], ["13:30", "13:45", "14:13"])
    assert plan.starts("Opening") == ["09:00"]
    assert plan.said() == "Moved item “Address” to “Forum A”"
    plan.store.undo()
    assert plan.programme() == before


def test_within_its_part_an_items_own_start_stays_with_the_place(plan: Plan) -> None:
    planning.move_item(plan.store, item_id=plan.items["Speech"], part_id=plan.parts["Opening"], place=0)

    assert [item.title.side(1) for item in plan.line("Opening").parts[0].items] == ["Speech", "Address"]
    assert plan.starts("Opening") == ["09:10", "09:20"]


def test_a_part_that_is_gone_takes_no_item(plan: Plan) -> None:
    with pytest.raises(NoLongerThere):
        planning.move_item(plan.store, item_id=plan.items["Talk"], part_id=PartId(new_id()), place=0)


def test_a_title_of_5000_letters_is_kept_and_moves_along(plan: Plan) -> None:
    long = "医学教育" * 1250

    sessions.rename_session(plan.store, session_id=plan.sessions["Talks"], tag="zh-Hans", text=long)
    planning.place_session(plan.store, session_id=plan.sessions["Talks"], day=DAY, start=540)

    assert plan.line("Talks").title.side(0) == long
    assert plan.said("zh-Hans").startswith("把“医学教育医学教育")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    zone=st.sampled_from(["Asia/Shanghai", "Asia/Yangon", "Asia/Kolkata", "Asia/Kathmandu"]),
    day=st.dates(dt.date(2026, 1, 2), dt.date(2027, 12, 30)),
    start=st.integers(4 * 60, 1679),
    minutes=st.integers(1, 600),
)
def test_any_minute_in_any_zone_reads_back_as_it_was_placed(
    store: Store, filling: Filling, zone: str, day: dt.date, start: int, minutes: int
) -> None:
    with filling() as db:
        forum = make_forum(db, zone=zone)
        session = make_session(db, forum, "场", "Session", day=None, zone=zone)
        make_item(db, make_part(db, session), "项", "Item", minutes=10)
    key, forum_id = SessionId(session.id), ForumId(forum.id)
    planning.place_session(store, session_id=key, day=dt.date(2026, 6, 1), start=600, end=600 + minutes)
    with store.read() as db:
        item = programme.load(db, forum_id=forum_id).sessions[0].parts[0].items[0]
    assert item.begins == 600

    planning.place_session(store, session_id=key, day=day, start=start, end=start + minutes)

    with store.read() as db:
        (line,) = programme.load(db, forum_id=forum_id).sessions
    assert (line.day, line.start, line.end, line.parts[0].items[0].begins) == (day, start, start + minutes, start)
