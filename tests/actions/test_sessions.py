"""Sessions: each verb is one step that says what it did and that undo takes back whole."""

import datetime as dt
from dataclasses import dataclass

import pytest

from factories import (
    DAY,
    make_appearance,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
)
from forumplanner.actions import parts, sessions, shifting
from forumplanner.actions.found import NoLongerThere, NotPossible
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, PartId, RoomId, SessionId, TrackId, new_id
from forumplanner.domain.kinds import Access, Role, SessionKind
from forumplanner.queries import programme
from forumplanner.records import Forum, Room
from forumplanner.snapshots.programme import Programme, SessionLine
from forumplanner.store import Store
from planner_file import Filling


@dataclass
class Planner:
    """A forum with one session of two items and a second room."""

    store: Store
    forum_id: ForumId
    session_id: SessionId
    part_id: PartId
    rooms: tuple[RoomId, RoomId]

    def programme(self) -> Programme:
        with self.store.read() as db:
            return programme.load(db, forum_id=self.forum_id)

    def session(self) -> SessionLine:
        return next(line for line in self.programme().sessions if line.id == str(self.session_id))

    def said(self, tag: str = "en") -> str:
        step = self.store.history(1)[0]
        return sentence(step.kind, step.values, tag)


@pytest.fixture
def planner(store: Store, filling: Filling) -> Planner:
    with filling() as db:
        forum = make_forum(db)
        hall, small = make_room(db, forum, position=0), make_room(db, forum, "小厅", "Small Hall", position=1)
        session = make_session(db, forum, "开幕式", "Opening", start="09:00", end="10:00", rooms=(hall, small))
        part = make_part(db, session, start="09:05", end="09:50")
        speaker = make_participant(db, forum, make_person(db, "沈怀瑾"))
        make_appearance(db, part, speaker, Role.CHAIR)
        make_appearance(db, make_item(db, part, "致辞", "Address", start="09:10", minutes=10), speaker)
        make_item(db, part, "讲话", "Speech", minutes=10, position=1)
    rooms = (RoomId(hall.id), RoomId(small.id))
    return Planner(store, ForumId(forum.id), SessionId(session.id), PartId(part.id), rooms)


def test_a_new_session_has_a_part_a_place_and_a_time(planner: Planner) -> None:
    made = sessions.add_session(
        planner.store,
        forum_id=planner.forum_id,
        title={"zh-Hans": "圆桌会议", "en": "Round table"},
        kind=SessionKind.ROUND_TABLE,
        day=DAY,
        start=14 * 60,
        end=15 * 60,
        room_id=planner.rooms[1],
    )

    line = next(line for line in planner.programme().sessions if line.id == str(made))

    assert (line.title.texts, line.kind, line.day, line.start, line.end) == (
        ("圆桌会议", "Round table"),
        SessionKind.ROUND_TABLE,
        DAY,
        840,
        900,
    )
    assert line.room_ids == (str(planner.rooms[1]),)
    assert len(line.parts) == 1
    assert planner.said() == "Added session “Round table”"
    assert planner.said("zh-Hans") == sentence("add_session", {"title": "圆桌会议"}, "zh-Hans")


def test_renaming_one_side_asks_to_look_at_the_other_and_confirming_ends_that(planner: Planner) -> None:
    sessions.rename_session(planner.store, session_id=planner.session_id, tag="zh-Hans", text="开幕典礼")
    assert planner.session().title.review == (False, True)

    sessions.confirm_session_title(planner.store, session_id=planner.session_id, tag="en")
    assert planner.session().title.review == (False, False)
    assert planner.said() == "Confirmed the translation of “Opening”"


def test_moving_takes_parts_and_items_along_and_says_where_to(planner: Planner) -> None:
    sessions.move_session(
        planner.store, session_id=planner.session_id, day=DAY + dt.timedelta(days=1), start=13 * 60 + 28
    )

    line = planner.session()

    assert (line.day, line.start, line.end) == (DAY + dt.timedelta(days=1), 808, 868)
    assert (line.parts[0].start, line.parts[0].end) == (813, 858)
    assert [item.begins for item in line.parts[0].items] == [818, 828]
    assert planner.said() == "Moved “Opening” to Sun 15 Nov 13:28"


def test_a_session_without_time_only_gets_one(planner: Planner, filling: Filling) -> None:
    with filling() as db:
        bare = make_session(db, make_forum(db), "签约", day=None)
    bare_id = SessionId(bare.id)

    sessions.move_session(planner.store, session_id=bare_id, day=DAY, start=600)

    with planner.store.read() as db:
        (line,) = programme.load(db, forum_id=ForumId(bare.forum_id)).sessions
    assert (line.day, line.start, line.end) == (DAY, 600, None)


def test_moving_over_midnight_stays_on_the_conference_day(planner: Planner) -> None:
    sessions.move_session(planner.store, session_id=planner.session_id, start=24 * 60 + 30)

    assert (planner.session().day, planner.session().start, planner.session().end) == (DAY, 1470, 1530)


def test_start_and_end_alone_leave_the_items(planner: Planner) -> None:
    sessions.start_session(planner.store, session_id=planner.session_id, start=535)
    sessions.end_session(planner.store, session_id=planner.session_id, end=630)

    assert (planner.session().start, planner.session().end) == (535, 630)
    assert planner.session().parts[0].items[0].begins == 550


def test_the_place_changes_and_relays_stay(planner: Planner, filling: Filling) -> None:
    sessions.put_in_room(planner.store, session_id=planner.session_id, room_id=planner.rooms[1])
    assert planner.session().room_ids == (str(planner.rooms[1]),)

    sessions.put_in_room(planner.store, session_id=planner.session_id, room_id=planner.rooms[0])
    assert planner.session().room_ids == (str(planner.rooms[0]),)

    sessions.put_in_room(planner.store, session_id=planner.session_id, room_id=None)
    assert planner.session().room_ids == ()


def test_kind_access_expected_and_track_are_set(planner: Planner) -> None:
    sessions.set_session_kind(planner.store, session_id=planner.session_id, kind=SessionKind.CLOSING)
    sessions.set_access(planner.store, session_id=planner.session_id, access=Access.CLOSED)
    sessions.set_expected(planner.store, session_id=planner.session_id, expected=132)
    sessions.set_track(planner.store, session_id=planner.session_id, track_id=None)

    line = planner.session()

    assert (line.kind, line.access, line.expected, line.track_id) == (SessionKind.CLOSING, Access.CLOSED, 132, "")


def test_a_track_that_is_gone_is_refused(planner: Planner) -> None:
    before = planner.programme()
    with pytest.raises(Exception, match="refer"):
        sessions.set_track(planner.store, session_id=planner.session_id, track_id=TrackId(new_id()))
    assert planner.programme() == before


def test_removing_a_session_takes_everything_in_it_and_undo_brings_all_back(planner: Planner) -> None:
    before = planner.programme()

    sessions.remove_session(planner.store, session_id=planner.session_id)
    assert planner.programme().sessions == ()
    assert planner.said() == "Removed session “Opening”"

    planner.store.undo()
    assert planner.programme() == before


def test_what_is_gone_is_said_in_a_sentence(planner: Planner) -> None:
    with pytest.raises(NoLongerThere, match="removed in the meantime"):
        sessions.rename_session(planner.store, session_id=SessionId(new_id()), tag="en", text="x")


def test_a_part_can_be_added_timed_named_and_removed(planner: Planner) -> None:
    made = parts.add_part(planner.store, session_id=planner.session_id, title={"zh-Hans": "下半场", "en": "Part 2"})
    parts.start_part(planner.store, part_id=made, start=580)
    parts.end_part(planner.store, part_id=made, end=598)
    parts.rename_part(planner.store, part_id=made, tag="en", text="Second half")
    parts.confirm_part_title(planner.store, part_id=made, tag="zh-Hans")

    line = planner.session().parts[1]

    assert (line.title.texts, line.title.review) == (("下半场", "Second half"), (False, False))
    assert (line.start, line.end) == (580, 598)

    parts.remove_part(planner.store, part_id=planner.part_id)
    assert [part.id for part in planner.session().parts] == [str(made)]
    planner.store.undo()
    assert len(planner.session().parts[0].items) == 2


def test_the_last_part_stays(planner: Planner) -> None:
    with pytest.raises(NotPossible, match="needs one part"):
        parts.remove_part(planner.store, part_id=planner.part_id)


def test_what_follows_in_the_room_moves_along_up_to_the_next_break(planner: Planner, filling: Filling) -> None:
    with filling() as db:
        forum = db.get(Forum, planner.forum_id)
        hall, other = db.get(Room, planner.rooms[0]), db.get(Room, planner.rooms[1])
        assert forum is not None
        assert hall is not None
        assert other is not None
        make_session(db, forum, "主旨", start="10:00", end="11:00", rooms=(hall,))
        make_session(db, forum, "旁厅", start="10:00", end="11:00", rooms=(other,))
        make_session(db, forum, "午餐", start="12:00", end="13:00", kind=SessionKind.MEAL)
        make_session(db, forum, "下午", start="14:00", end="15:00", rooms=(hall,))
    before = planner.programme()

    assert shifting.shift_following(planner.store, session_id=planner.session_id, by=10) == 2

    starts = {line.title.side(0): line.start for line in planner.programme().sessions}
    assert starts == {"开幕式": 550, "主旨": 610, "旁厅": 600, "午餐": 720, "下午": 840}
    assert planner.session().parts[0].items[0].begins == 560
    planner.store.undo()
    assert planner.programme() == before


def test_a_session_without_time_can_not_be_shifted(planner: Planner) -> None:
    sessions.put_on_day(planner.store, session_id=planner.session_id, day=None)
    steps = len(planner.store.history())

    assert shifting.shift_following(planner.store, session_id=planner.session_id, by=5) == 0
    assert len(planner.store.history()) == steps
    assert (planner.session().day, planner.session().start) == (None, None)
    assert [item.begins for item in planner.session().parts[0].items] == [None, None]
