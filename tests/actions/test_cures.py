"""A way out is applied as one step, mends its finding, and undo brings the finding back."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from factories import (
    at,
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
)
from forumplanner import checks
from forumplanner.actions.contacts import moment
from forumplanner.actions.cures import apply
from forumplanner.actions.found import NoLongerThere
from forumplanner.actions.sessions import remove_session
from forumplanner.checks.ways import with_ways
from forumplanner.domain.ids import ForumId, SessionId
from forumplanner.domain.kinds import Direction, InvitationStatus, ItemKind, Mode, Role, SessionKind
from forumplanner.queries import calls
from forumplanner.queries import checks as query
from forumplanner.records import Journey
from forumplanner.snapshots.findings import Cure, Finding, WayOut
from forumplanner.store import Store
from planner_file import filling_of


class Troubled:
    """A planner file whose programme has a fault for every cure."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.create(folder / "troubled.forumplanner", actor="Lin")
        with filling_of(self.store) as db:
            forum = make_forum(db, mailbox="office@yunling.example")
            hall, side = make_room(db, forum, capacity=100), make_room(db, forum, capacity=90)
            chair = make_participant(db, forum, make_person(db, latin="Chen Wei"))
            other = make_participant(db, forum, make_person(db, latin="Duan Yi"))
            early = make_participant(db, forum, make_person(db, latin="Early Bird", country="US"), mode=Mode.ONLINE)
            for start, end in (("09:00", "10:00"), ("09:30", "10:30")):
                make_part(db, make_session(db, forum, f"室{start}", start=start, end=end, rooms=(hall,)))
            led = make_session(db, forum, "甲", start="14:00", end="15:00", rooms=(hall,), kind=SessionKind.PARALLEL)
            make_appearance(db, make_part(db, led), chair, Role.CHAIR)
            beside = make_session(db, forum, "乙", start="14:30", end="15:30", rooms=(side,), kind=SessionKind.PARALLEL)
            make_appearance(db, make_part(db, beside), chair, Role.CHAIR)
            late = make_session(db, forum, "丙", start="16:00", end="17:00", rooms=(side,), kind=SessionKind.PARALLEL)
            times = ("16:00", "16:40"), ("16:30", "17:00")
            halves = [make_part(db, late, start=s, end=e, position=n) for n, (s, e) in enumerate(times)]
            for half in halves:
                make_appearance(db, half, other, Role.CHAIR)
            full = make_session(db, forum, "丁", start="18:00", end="19:00", rooms=(side,))
            whole = make_part(db, full)
            first = make_item(db, whole, "一", minutes=50, kind=ItemKind.REPORT)
            make_item(db, whole, "二", minutes=30, position=1, kind=ItemKind.REPORT)
            make_appearance(db, first, early, Role.SPEAKER, mode=Mode.ONLINE, provisional=True)
            gap = make_part(db, make_session(db, forum, "戊", start="20:00", end="21:00", rooms=(side,)))
            make_item(db, gap, "三", start="20:00", minutes=20, kind=ItemKind.REPORT)
            make_item(db, gap, "四", start="20:10", minutes=20, position=1, kind=ItemKind.REPORT)
            tired = make_participant(db, forum, make_person(db, latin="Tired Guest"))
            db.add(Journey(participant_id=tired.id, direction=Direction.ARRIVAL, at=at("10:40")))
            talks = make_part(db, make_session(db, forum, "己", start="10:30", end="12:30", rooms=(side,)))
            for place, (start, person) in enumerate((("10:30", tired), ("11:45", other))):
                talk = make_item(db, talks, start, start=start, minutes=30, position=place, kind=ItemKind.REPORT)
                make_appearance(db, talk, person, Role.SPEAKER)
            away = make_participant(db, forum, make_person(db, latin="Away Guest"), status=InvitationStatus.DECLINED)
            last = make_part(db, make_session(db, forum, "庚", start="21:30", end="22:30", rooms=(hall,)))
            make_appearance(db, make_item(db, last, "五", minutes=30, kind=ItemKind.REPORT), away, Role.SPEAKER)
            self.forum_id = ForumId(forum.id)

    def found(self) -> list[Finding]:
        with self.store.read() as db:
            snapshot = query.load(db, forum_id=self.forum_id)
        return with_ways(checks.run(snapshot), snapshot)

    def way(self, cure: Cure) -> tuple[Finding, WayOut]:
        return next((finding, way) for finding in self.found() for way in finding.ways if way.cure is cure)


@pytest.fixture
def troubled(tmp_path: Path) -> Iterator[Troubled]:
    made = Troubled(tmp_path)
    yield made
    made.store.close()


@pytest.mark.parametrize("cure", [cure for cure in Cure if cure is not Cure.ASK_AGAIN])
def test_a_way_out_is_one_step_that_mends_its_finding(troubled: Troubled, cure: Cure) -> None:
    finding, way = troubled.way(cure)
    steps = len(troubled.store.history(None))

    apply(troubled.store, way)

    assert len(troubled.store.history(None)) == steps + 1
    assert (finding.id, finding.fingerprint) not in {(f.id, f.fingerprint) for f in troubled.found()}
    troubled.store.undo()
    assert (finding.id, finding.fingerprint) in {(f.id, f.fingerprint) for f in troubled.found()}


def test_asking_again_puts_a_call_on_todays_list_and_mends_nothing_yet(troubled: Troubled) -> None:
    finding, way = troubled.way(Cure.ASK_AGAIN)
    apply(troubled.store, way)
    with troubled.store.read() as db:
        (line,) = calls.load(db, forum_id=troubled.forum_id, today=moment(db, troubled.forum_id).day).lines

    assert (line.name.latin, line.next_action, line.next_on) == (
        "Away Guest",
        "Ask again: 庚",
        line.last and line.last.day,
    )
    assert finding.id in {one.id for one in troubled.found()}


def test_what_is_gone_is_said_and_nothing_changes(troubled: Troubled) -> None:
    _finding, way = troubled.way(Cure.PUT_IN_ROOM)
    session_id = SessionId(UUID(str(dict(way.values)["session_id"])))
    remove_session(troubled.store, session_id=session_id)
    before = troubled.store.head()

    with pytest.raises(NoLongerThere):
        apply(troubled.store, way)

    assert troubled.store.head() == before
