"""Minutes of an item and what gives: discussion, tea in all rooms, or nothing; each is one step."""

from dataclasses import dataclass

import pytest

from factories import make_forum, make_item, make_part, make_session
from forumplanner.actions import minutes
from forumplanner.actions.minutes import NoBreakAfter
from forumplanner.actions.moving import EndsTooEarly, NoDayYet
from forumplanner.domain.giving import Gives
from forumplanner.domain.ids import ForumId, ItemId
from forumplanner.domain.kinds import ItemKind
from forumplanner.queries import programme
from forumplanner.store import Store
from planner_file import Filling


@dataclass
class Halves:
    """Forums A and B: 13:30 two talks and a discussion, 14:30 tea, 14:50 one talk; C has tea at another time."""

    store: Store
    forum_id: ForumId
    talk: ItemId
    last: ItemId

    def rows(self, place: int = 0) -> list[str]:
        """Each item of a session: start, minutes, title."""
        with self.store.read() as db:
            session = programme.load(db, forum_id=self.forum_id).sessions[place]
        return [
            f"{(item.begins or 0) // 60}:{(item.begins or 0) % 60:02d} {item.minutes} {item.title.side(1)}"
            for part in session.parts
            for item in part.items
        ]

    def parts(self, place: int = 0) -> list[tuple[int | None, int | None]]:
        with self.store.read() as db:
            session = programme.load(db, forum_id=self.forum_id).sessions[place]
        return [(part.start, part.end) for part in session.parts]


@pytest.fixture
def halves(store: Store, filling: Filling) -> Halves:
    keys = []
    with filling() as db:
        forum = make_forum(db)
        for place, (title, tea) in enumerate((("A", "14:30"), ("B", "14:30"), ("C", "14:40"))):
            session = make_session(db, forum, title, title, start="13:30", end="16:00", position=place)
            one = make_part(db, session, start="13:30", end="14:50", position=0)
            two = make_part(db, session, start="14:50", end="16:00", position=1)
            keys.append(make_item(db, one, "报告一", "Talk 1", minutes=20, start="13:30"))
            make_item(db, one, "报告二", "Talk 2", minutes=20, start="13:50", position=1)
            make_item(db, one, "讨论", "Discussion", minutes=20, kind=ItemKind.DISCUSSION, position=2)
            make_item(db, one, "茶歇", "Tea", minutes=20, kind=ItemKind.TEA, start=tea, position=3)
            keys.append(make_item(db, two, "报告三", "Talk 3", minutes=20))
    return Halves(store, ForumId(forum.id), ItemId(keys[0].id), ItemId(keys[1].id))


def test_the_discussion_takes_up_what_a_talk_needs_and_tea_stays(halves: Halves) -> None:
    before = halves.rows()

    minutes.change_minutes(halves.store, item_id=halves.talk, minutes=30)

    assert halves.rows()[:4] == ["13:30 30 Talk 1", "14:00 20 Talk 2", "14:20 10 Discussion", "14:30 20 Tea"]
    halves.store.undo()
    assert halves.rows() == before


def test_a_shorter_talk_leaves_more_to_discuss(halves: Halves) -> None:
    minutes.change_minutes(halves.store, item_id=halves.talk, minutes=12)

    assert halves.rows()[:4] == ["13:30 12 Talk 1", "13:42 20 Talk 2", "14:02 28 Discussion", "14:30 20 Tea"]


def test_what_the_discussion_can_not_take_up_moves_the_rest(halves: Halves) -> None:
    minutes.change_minutes(halves.store, item_id=halves.talk, minutes=45)

    assert halves.rows()[:4] == ["13:30 45 Talk 1", "14:15 20 Talk 2", "14:35 5 Discussion", "14:40 20 Tea"]


def test_without_a_discussion_the_rest_moves(halves: Halves) -> None:
    minutes.change_minutes(halves.store, item_id=halves.last, minutes=30)

    assert halves.rows()[4:] == ["14:50 30 Talk 3"]


def test_tea_moves_in_all_rooms_where_it_begins_at_the_same_time(halves: Halves) -> None:
    before = [halves.rows(place) for place in range(3)]

    assert minutes.change_minutes(halves.store, item_id=halves.talk, minutes=25, gives=Gives.TEA) == 2

    assert halves.rows(0) == [
        "13:30 25 Talk 1",
        "13:55 20 Talk 2",
        "14:15 20 Discussion",
        "14:35 20 Tea",
        "14:55 20 Talk 3",
    ]
    assert (halves.rows(1)[3:], halves.rows(2)) == (["14:35 20 Tea", "14:55 20 Talk 3"], before[2])
    assert [halves.parts(place) for place in (0, 1)] == [[(810, 895), (895, 960)]] * 2
    halves.store.undo()
    assert [halves.rows(place) for place in range(3)] == before


def test_alone_nothing_else_changes(halves: Halves) -> None:
    minutes.change_minutes(halves.store, item_id=halves.talk, minutes=45, gives=Gives.ALONE)

    assert halves.rows()[:4] == ["13:30 45 Talk 1", "13:50 20 Talk 2", "14:10 20 Discussion", "14:30 20 Tea"]


def test_minutes_that_become_unknown_move_nothing(halves: Halves) -> None:
    minutes.change_minutes(halves.store, item_id=halves.talk, minutes=None)

    assert halves.rows()[1:4] == ["13:50 20 Talk 2", "14:10 20 Discussion", "14:30 20 Tea"]


def test_where_no_tea_stands_behind_it_none_moves(halves: Halves) -> None:
    steps = len(halves.store.history())

    with pytest.raises(NoBreakAfter, match="No tea break stands after this item"):
        minutes.change_minutes(halves.store, item_id=halves.last, minutes=30, gives=Gives.TEA)

    assert len(halves.store.history()) == steps


def test_a_typed_span_of_an_item_is_one_step(halves: Halves) -> None:
    steps = len(halves.store.history())

    minutes.span_item(halves.store, item_id=halves.talk, start=13 * 60 + 28, end=13 * 60 + 41)

    assert halves.rows()[:2] == ["13:28 13 Talk 1", "13:50 20 Talk 2"]
    assert len(halves.store.history()) == steps + 1


def test_an_item_can_not_end_before_it_starts(halves: Halves) -> None:
    with pytest.raises(EndsTooEarly):
        minutes.span_item(halves.store, item_id=halves.talk, start=600, end=600)


def test_an_item_without_a_day_gets_no_time(store: Store, filling: Filling) -> None:
    with filling() as db:
        session = make_session(db, make_forum(db), "待定", "Waiting", day=None)
        item = make_item(db, make_part(db, session), "报告", "Talk", minutes=10)
    with pytest.raises(NoDayYet):
        minutes.span_item(store, item_id=ItemId(item.id), start=600, end=620)
