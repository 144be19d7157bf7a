"""The tray: pasted talks find the half of their forum or wait, speakers are found by any form of their name."""

import pytest

from factories import (
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    make_track,
    text,
)
from forumplanner.actions import tray
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId, ItemId, PartId, SessionId
from forumplanner.domain.kinds import ItemKind, Mode
from forumplanner.domain.names import PersonName
from forumplanner.domain.talks import NamedSpeaker, Pasted, TalkRow
from forumplanner.queries import programme
from forumplanner.snapshots.programme import SessionLine
from forumplanner.store import Store
from planned import make_plan
from planner_file import Filling


@pytest.fixture
def forum_id(filling: Filling) -> ForumId:
    """Forum A with halves of 60 minutes, the first with discussion and tea; five people, two of one name."""
    with filling() as db:
        forum = make_forum(db)
        track = make_track(db, forum, "A")
        session = make_session(db, forum, "分论坛A", "Forum A", start="13:30", end="15:30", track_id=track.id)
        first = make_part(db, session, start="13:30", end="14:30", position=0)
        make_item(db, first, "讨论", "Discussion", minutes=10, kind=ItemKind.DISCUSSION)
        make_item(db, first, "茶歇", "Tea", minutes=10, kind=ItemKind.TEA, start="14:20", position=1)
        make_part(db, session, start="14:30", end="15:30", position=1)
        for name in (
            PersonName(zh="沈怀瑾", latin="Shen Huaijin"),
            PersonName(zh="陈国强"),
            PersonName(latin="Nguyễn Văn An"),
            PersonName(native="สมชาย ใจดี", native_language="th"),
            PersonName(zh="王芳"),
            PersonName(zh="王芳"),
        ):
            make_participant(db, forum, make_person(db, name=name))
    return ForumId(forum.id)


def sessions(store: Store, forum_id: ForumId) -> tuple[SessionLine, ...]:
    with store.read() as db:
        return programme.load(db, forum_id=forum_id).sessions


def talk(row: int, title: str, *speakers: str, **fields: object) -> TalkRow:
    return TalkRow(row, text(en=title), tuple(NamedSpeaker(name) for name in speakers), **fields)  # type: ignore[arg-type]  # fields of the row


def test_talks_fill_the_first_half_then_the_second_before_discussion_and_tea(store: Store, forum_id: ForumId) -> None:
    rows = [talk(number, f"Talk {number}", forum="a", minutes=20) for number in range(1, 5)]

    result = tray.add_to_tray(store, forum_id=forum_id, rows=rows)

    (line,) = sessions(store, forum_id)
    assert [[item.title.side(1) for item in part.items] for part in line.parts] == [
        ["Talk 1", "Talk 2", "Discussion", "Tea"],
        ["Talk 3", "Talk 4"],
    ]
    assert {item.start for part in line.parts for item in part.items} == {None, 860}
    assert (result.count, len(result.items), result.sessions, result.nowhere) == (4, 4, (), ())
    step = store.history(1)[0]
    assert sentence(step.kind, step.values, "en") == "Pasted 4 new talks into the programme"


def test_what_is_too_much_goes_to_the_last_half_and_a_named_half_is_kept(store: Store, forum_id: ForumId) -> None:
    rows = [talk(1, "Long", forum="A", minutes=90), talk(2, "Second", forum="A", half=1), talk(3, "None", forum="A")]

    tray.add_to_tray(store, forum_id=forum_id, rows=rows)

    (line,) = sessions(store, forum_id)
    assert [[item.title.side(1) for item in part.items] for part in line.parts] == [
        ["Second", "None", "Discussion", "Tea"],
        ["Long"],
    ]


def test_without_a_forum_a_talk_waits_as_a_session_without_a_day(store: Store, forum_id: ForumId) -> None:
    rows = [
        talk(2, "Open science", "沈怀瑾"),
        talk(3, "Elsewhere", forum="Q"),
        talk(4, "Third half", forum="A", half=3),
    ]

    result = tray.add_to_tray(store, forum_id=forum_id, rows=rows)

    waiting = [line for line in sessions(store, forum_id) if line.day is None]
    assert [line.title.side(1) for line in waiting] == ["Open science", "Elsewhere", "Third half"]
    assert [len(line.parts[0].items) for line in waiting] == [1, 1, 1]
    assert result.nowhere == ((3, "Q"), (4, "A"))
    assert result.sessions == tuple(line.id for line in waiting)


@pytest.mark.parametrize(
    "written",
    [
        "沈怀瑾",
        "沈 怀瑾",
        "SHEN Huaijin",
        "Huaijin Shen",
        "Chen Guoqiang",
        "Nguyen Van An",
        "An Nguyễn Văn",
        "สมชาย ใจดี",
    ],
)
def test_a_speaker_is_found_by_any_form_of_the_name(store: Store, forum_id: ForumId, written: str) -> None:
    result = tray.add_to_tray(store, forum_id=forum_id, rows=[talk(1, "Talk", written)])

    (person,) = sessions(store, forum_id)[-1].parts[0].items[0].people
    assert (result.unknown, person.placeholder) == ((), False)


@pytest.mark.parametrize("written", ["王芳", "Somebody Else", "卫生部"])
def test_whom_nobody_or_two_are_called_like_stays_a_placeholder(store: Store, forum_id: ForumId, written: str) -> None:
    result = tray.add_to_tray(store, forum_id=forum_id, rows=[talk(7, "Talk", written)])

    (person,) = sessions(store, forum_id)[-1].parts[0].items[0].people
    assert (person.placeholder, written in person.label.texts) == (True, True)
    assert result.unknown == ((7, written),)


def test_several_speakers_keep_their_order(store: Store, forum_id: ForumId) -> None:
    tray.add_to_tray(store, forum_id=forum_id, rows=[talk(1, "Talk", "陈国强", "Nobody", "沈怀瑾")])

    people = sessions(store, forum_id)[-1].parts[0].items[0].people
    assert [line.name.zh or line.label.side(1) for line in people] == ["陈国强", "Nobody", "沈怀瑾"]


def test_one_step_adds_all_and_undo_takes_all_back(store: Store, forum_id: ForumId) -> None:
    before, steps = sessions(store, forum_id), len(store.history())

    tray.add_to_tray(store, forum_id=forum_id, rows=[talk(n, f"T{n}", "X", forum="A" * (n % 2)) for n in range(60)])

    assert len(store.history()) == steps + 1
    store.undo()
    assert sessions(store, forum_id) == before


def test_no_rows_are_no_step(store: Store, forum_id: ForumId) -> None:
    steps = len(store.history())

    assert tray.add_to_tray(store, forum_id=forum_id, rows=[]) == Pasted()
    assert len(store.history()) == steps


def test_an_item_goes_back_to_wait_and_into_another_half(store: Store, filling: Filling) -> None:
    plan = make_plan(store, filling)
    before = plan.programme()

    waiting = tray.item_to_tray(store, item_id=ItemId(plan.items["Address"]))

    line = next(line for line in plan.programme().sessions if line.id == str(waiting))
    assert (line.title.side(1), line.day, [item.title.side(1) for item in line.parts[0].items]) == (
        "Address",
        None,
        ["Address"],
    )
    assert plan.starts("Opening") == ["09:00"]

    assert tray.put_into_part(store, session_id=waiting, part_id=PartId(plan.parts["A2"]), place=0) == 1
    assert [item.title.side(1) for item in plan.line("Forum A").parts[1].items] == ["Address"]
    assert str(waiting) not in {line.id for line in plan.programme().sessions}
    assert plan.said() == "Moved item “Address” to “Forum A”"

    store.undo()
    store.undo()
    assert plan.programme() == before


def test_people_come_along_and_an_empty_session_stays(store: Store, filling: Filling) -> None:
    plan = make_plan(store, filling)

    assert tray.put_into_part(store, session_id=plan.sessions["Waiting"], part_id=plan.parts["A1"], place=1) == 1
    moved = plan.line("Forum A").parts[0].items[1]
    assert (moved.title.side(1), [line.name.zh for line in moved.people]) == ("Waiting talk", ["沈怀瑾"])

    steps = plan.steps()
    assert (
        tray.put_into_part(store, session_id=SessionId(plan.sessions["Talks"]), part_id=plan.parts["A1"], place=0) == 0
    )
    assert plan.steps() == steps


def test_who_is_to_be_announced_is_nobody_and_a_way_to_take_part_is_kept(store: Store, forum_id: ForumId) -> None:
    speakers = (NamedSpeaker(""), NamedSpeaker("沈怀瑾", Mode.ONLINE), NamedSpeaker("陈国强"))
    result = tray.add_to_tray(store, forum_id=forum_id, rows=[TalkRow(1, text(en="Talk"), speakers)])

    people = sessions(store, forum_id)[-1].parts[0].items[0].people
    assert (people[0].label.texts, people[0].placeholder) == (("待定", "To be announced"), True)
    assert [line.mode for line in people] == [None, Mode.ONLINE, Mode.ON_SITE]
    assert result.unknown == ()


def test_a_forum_is_known_by_number_too(store: Store, forum_id: ForumId) -> None:
    result = tray.add_to_tray(
        store, forum_id=forum_id, rows=[talk(1, "One", forum="1"), talk(2, "Nine", forum="9"), talk(3, "?", forum="0")]
    )

    assert (len(result.items), result.nowhere) == (1, ((2, "9"), (3, "0")))
