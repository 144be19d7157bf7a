"""The geometry of the board without a window: columns, side by side, past midnight, where a drag leads."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx  # noqa: PT013 - reads as a word

from forumplanner.domain.kinds import SessionKind, Severity
from forumplanner.gui.pages.programme.board.clashes import merged
from forumplanner.gui.pages.programme.board.dragging import Drag, Grip, Target, new_target, snapped
from forumplanner.gui.pages.programme.board.live import rooms_after
from forumplanner.gui.pages.programme.board.moving import free_place
from forumplanner.gui.pages.programme.board.plan import HOUR, LEAST_COLUMN, NO_ROOM, Part, Plan, Scale, make_plan
from forumplanner.gui.pages.programme.rows import Found
from forumplanner.snapshots.findings import Finding, FindingKind, Page, Place, Subject, SubjectKind
from forumplanner.snapshots.programme import Programme, RoomLine, SessionLine
from forumplanner.snapshots.wordings import Pair

FRIDAY, SATURDAY = dt.date(2026, 10, 23), dt.date(2026, 10, 24)


def session(
    key: str,
    start: int | None,
    end: int | None = None,
    *rooms: str,
    day: dt.date | None = SATURDAY,
    kind: SessionKind = SessionKind.PARALLEL,
) -> SessionLine:
    return SessionLine(key, kind, Pair(), day, start, end, room_ids=rooms)


def programme(*sessions: SessionLine, rooms: int = 3) -> Programme:
    made = tuple(RoomLine(f"r{n}", Pair()) for n in range(rooms))
    return Programme("f", ("zh-Hans", "en"), "Asia/Shanghai", (FRIDAY, SATURDAY), made, (), sessions)


def board(*sessions: SessionLine, rooms: int = 3, hour: float = 60.0, room: float = 600.0) -> Plan:
    return make_plan(programme(*sessions, rooms=rooms), days=(SATURDAY,), scale=Scale(hour, room))


def boxes(plan: Plan, key: str) -> list[tuple[float, float, float, float]]:
    return [(b.x, b.y, b.width, b.height) for b in plan.blocks_of(key)]


def test_the_usual_day_is_shown_where_sessions_are_shorter() -> None:
    plan = board(session("a", 600, 660, "r0"))

    assert (plan.first, plan.last) == (8 * 60 + 30, 18 * 60)


def test_a_session_stands_at_its_minutes_in_its_room() -> None:
    plan = board(session("a", 9 * 60, 10 * 60 + 15, "r1"))

    assert boxes(plan, "a") == [(200.0, 30.0, 200.0, 75.0)]


def test_half_an_hour_is_half_as_high_as_an_hour() -> None:
    plan = board(session("a", 540, 570, "r0"), session("b", 600, 660, "r0"), hour=HOUR * 0.6)

    assert [boxes(plan, "a")[0][3] * 2, boxes(plan, "b")[0][3]] == approx([HOUR * 0.6, HOUR * 0.6])


def test_a_day_past_midnight_goes_on_in_the_same_column() -> None:
    plan = board(session("a", 23 * 60 + 30, 24 * 60 + 45, "r0"))

    assert plan.last == 25 * 60
    assert boxes(plan, "a")[0][3] == 75.0


def test_an_early_start_makes_the_day_begin_at_its_half_hour() -> None:
    assert board(session("a", 7 * 60 + 10, 480, "r0")).first == 7 * 60


def test_a_broadcast_stands_in_each_of_its_rooms() -> None:
    plan = board(session("a", 540, 600, "r0", "r2"))

    assert [(b.column, b.part) for b in plan.blocks_of("a")] == [(0, Part.PLACE), (2, Part.RELAY)]


def test_a_break_without_a_room_spans_all_of_them() -> None:
    plan = board(session("tea", 600, 630, kind=SessionKind.BREAK))

    assert [(b.part, b.x, b.width) for b in plan.blocks] == [(Part.EVERYBODY, 0.0, 600.0)]


def test_other_sessions_without_a_room_have_their_own_column() -> None:
    plan = board(session("a", 540, 600))

    assert [column.room_id for column in plan.columns] == ["r0", "r1", "r2", NO_ROOM]
    assert plan.blocks_of("a")[0].column == 3


def test_thirty_rooms_keep_their_width_and_run_out_of_sight() -> None:
    plan = board(rooms=30, room=1000.0)

    assert (len(plan.columns), plan.columns[-1].width, plan.width) == (30, LEAST_COLUMN, 30 * LEAST_COLUMN)


def test_sessions_that_start_together_share_the_column() -> None:
    plan = board(session("a", 540, 600, "r0"), session("b", 540, 570, "r0"))

    assert [(b.x, b.width) for key in "ab" for b in plan.blocks_of(key)] == [(0.0, 100.0), (100.0, 100.0)]


def test_a_session_after_another_has_the_column_to_itself() -> None:
    plan = board(session("a", 540, 600, "r0"), session("b", 600, 660, "r0"))

    assert [b.width for b in plan.blocks] == [200.0, 200.0]


def test_a_later_start_lies_on_the_earlier_one_and_leaves_its_head_free() -> None:
    plan = board(session("a", 540, 660, "r0"), session("b", 600, 660, "r0"))
    (first,), (second,) = plan.blocks_of("a"), plan.blocks_of("b")

    assert first.width == 200.0
    assert (second.x + second.width, second.y > first.y + 40) == (200.0, True)
    assert second.x > first.x


def test_days_stand_side_by_side_with_the_rooms_that_each_uses() -> None:
    shown = programme(session("a", 540, 600, "r0", day=FRIDAY), session("b", 540, 600, "r2"))
    plan = make_plan(shown, days=shown.days, scale=Scale(60, 600))

    assert [(column.day, column.room_id) for column in plan.columns] == [(FRIDAY, "r0"), (SATURDAY, "r2")]


def test_a_room_keeps_its_place_when_its_last_session_leaves() -> None:
    before, after = board(session("a", 540, 600, "r0")), board(session("a", 540, 600, "r2"))

    assert [column.room_id for column in before.columns] == [column.room_id for column in after.columns]


def test_what_has_no_time_stands_nowhere() -> None:
    assert board(session("a", None), session("b", 540, 600, "r0", day=None)).blocks == ()


@given(st.lists(st.tuples(st.integers(0, 1380), st.integers(1, 300)), max_size=12))
def test_blocks_stay_inside_their_column_and_never_start_on_one_spot(spans: list[tuple[int, int]]) -> None:
    plan = board(*(session(f"s{n}", start, start + length, "r0") for n, (start, length) in enumerate(spans)))
    column = plan.columns[0]

    assert len(plan.blocks) == len(spans)
    assert all(column.x <= b.x and b.x + b.width <= column.x + column.width + 0.01 for b in plan.blocks)
    assert len({(round(b.x, 3), b.y) for b in plan.blocks}) == len(spans)


def taken(plan: Plan, key: str, at: float, *, selected: bool = True) -> Drag:
    block = plan.blocks_of(key)[0]
    return Drag.take(block, plan, block.y + at, selected=selected)


def test_a_drag_snaps_to_five_minutes_and_with_shift_to_one() -> None:
    plan = board(session("a", 540, 600, "r0"))
    drag = taken(plan, "a", 20)

    assert drag.target(plan, 250, plan.y(560 + 63)) == Target(1, 605, 665)
    assert drag.target(plan, 250, plan.y(560 + 63), fine=True) == Target(1, 603, 663)
    assert drag.target(plan, -10, plan.y(600)) is None


def test_edges_of_the_chosen_session_stretch_it_and_others_do_not() -> None:
    plan = board(session("a", 540, 600, "r0"))

    grips = [taken(plan, "a", at).grip for at in (3, 30, 57)]
    assert grips == [Grip.START, Grip.WHOLE, Grip.END]
    assert taken(plan, "a", 3, selected=False).grip is Grip.WHOLE
    assert taken(plan, "a", 57).target(plan, 900, plan.y(637)) == Target(0, 540, 635)


def test_a_session_never_shrinks_to_nothing() -> None:
    plan = board(session("a", 540, 600, "r0"))

    assert taken(plan, "a", 57).target(plan, 10, plan.y(530)) == Target(0, 540, 545)
    assert taken(plan, "a", 3).target(plan, 10, plan.y(700)) == Target(0, 595, 600)


@given(st.integers(-300, 3000), st.sampled_from((1, 5)))
def test_snapping_moves_by_half_a_step_at_most(minute: int, step: int) -> None:
    found = snapped(minute, step)

    assert (found % step, abs(found - minute) * 2 <= step) == (0, True)


def test_a_relay_that_is_dragged_changes_its_own_room_alone() -> None:
    plan = board(session("a", 540, 600, "r0", "r2"))
    place, relay = plan.blocks_of("a")

    assert rooms_after(relay, Target(1, 540, 600), plan) == ("r0", "r1")
    assert rooms_after(place, Target(1, 540, 600), plan) == ("r1", "r2")


def test_over_the_column_without_a_room_a_session_keeps_its_own() -> None:
    plan = board(session("a", 540, 600, "r0"), session("b", 540, 600))
    last = plan.columns[3]

    assert last.room_id == NO_ROOM
    assert taken(plan, "a", 20).target(plan, last.x + 10, plan.y(620)) == Target(0, 600, 660)
    assert taken(plan, "b", 20).target(plan, 10, plan.y(620)) == Target(0, 600, 660)


def test_what_comes_from_the_tray_starts_below_the_pointer() -> None:
    plan = board(session("a", 540, 600, "r0"))

    assert new_target(plan, 450, plan.y(613), 30) == Target(2, 615, 645)
    assert new_target(plan, 4500, plan.y(613), 30) is None


def test_a_free_place_lies_behind_what_is_there_and_not_in_a_break_for_everybody() -> None:
    sessions = (session("a", 540, 600, "r0"), session("tea", 600, 630, kind=SessionKind.BREAK))
    plan = board(*sessions, rooms=1)

    assert free_place(plan, 60, sessions) == Target(0, 630, 690)
    assert free_place(plan, 60 * 12, sessions) is None


def finding(key: str, *about: str) -> Finding:
    subjects = tuple(Subject(SubjectKind.SESSION, one, {}) for one in about)
    place = Place(Page.PROGRAMME, about[0])
    return Finding(key, FindingKind.ROOM_OVERLAP, Severity.ERROR, subjects, {}, {}, {}, "", place)


def test_findings_about_a_dragged_session_give_way_to_what_holds_where_it_hovers() -> None:
    standing = Found.of([finding("1", "a", "b"), finding("2", "b", "c")])
    hovering = merged(standing, [finding("3", "a", "c")], session("a", 540, 600))

    assert [[one.id for one in hovering.about(key)] for key in "abc"] == [["3"], ["2"], ["2", "3"]]
