"""The programme list: flowing times, order, who appears, and a constant number of statements."""

import datetime as dt

from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    DAY,
    make_appearance,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    new_database,
    text,
)
from forumplanner.domain.ids import ForumId, new_id
from forumplanner.domain.kinds import Role
from forumplanner.domain.times import clock
from forumplanner.queries import programme
from forumplanner.records import Forum
from forumplanner.snapshots.programme import PartLine, Programme
from forumplanner.snapshots.wordings import Pair


def loaded(db: Db, forum: Forum) -> Programme:
    db.commit()
    return programme.load(db, forum_id=ForumId(forum.id))


def shown(part: PartLine) -> list[str]:
    return ["" if item.begins is None else clock(item.begins) for item in part.items]


def test_items_flow_from_the_start_of_their_session_to_the_minute() -> None:
    db = new_database()
    forum = make_forum(db)
    part = make_part(db, make_session(db, forum, "开幕式", start="09:00", end="09:50"))
    for place, minutes in enumerate((28, 2, 5)):
        make_item(db, part, f"第{place}项", minutes=minutes, position=place)

    line = loaded(db, forum).sessions[0].parts[0]

    assert shown(line) == ["09:00", "09:28", "09:30"]
    assert line.ends == 9 * 60 + 35


def test_after_an_item_of_unknown_length_the_clock_is_unknown_until_the_next_start() -> None:
    db = new_database()
    forum = make_forum(db)
    part = make_part(db, make_session(db, forum, start="09:00"))
    make_item(db, part, minutes=None, position=0)
    make_item(db, part, minutes=10, position=1)
    make_item(db, part, minutes=10, start="10:00", position=2)

    assert shown(loaded(db, forum).sessions[0].parts[0]) == ["09:00", "", "10:00"]


def test_a_second_part_flows_from_the_first_unless_it_has_its_own_start() -> None:
    db = new_database()
    forum = make_forum(db)
    session = make_session(db, forum, start="13:30", end="17:00")
    first = make_part(db, session, position=0)
    make_item(db, first, minutes=110)
    second = make_part(db, session, position=1)
    make_item(db, second, minutes=30)
    third = make_part(db, session, start="16:00", position=2)
    make_item(db, third, minutes=30)

    parts = loaded(db, forum).sessions[0].parts

    assert [clock(part.begins or 0) for part in parts] == ["13:30", "15:20", "16:00"]


def test_what_runs_past_midnight_belongs_to_the_day_before() -> None:
    db = new_database()
    forum = make_forum(db)
    make_part(db, make_session(db, forum, "晚宴", start="22:30", end="24:30"))

    line = loaded(db, forum).sessions[0]

    assert (line.day, line.start, line.end) == (DAY, 1350, 1470)


def test_sessions_stand_by_day_time_and_room_and_unscheduled_ones_last() -> None:
    db = new_database()
    forum = make_forum(db)
    hall, small = make_room(db, forum, "报告厅", position=0), make_room(db, forum, "小厅", position=1)
    make_session(db, forum, "没有日期", day=None)
    make_session(db, forum, "没有时间")
    make_session(db, forum, "小厅早场", start="09:00", rooms=(small,))
    make_session(db, forum, "报告厅早场", start="09:00", rooms=(hall,))
    make_session(db, forum, "次日", start="08:00", day=DAY + dt.timedelta(days=1))

    titles = [line.title.side(0) for line in loaded(db, forum).sessions]

    assert titles == ["报告厅早场", "小厅早场", "没有时间", "次日", "没有日期"]


def test_days_are_those_of_the_forum_and_of_its_sessions() -> None:
    db = new_database()
    forum = make_forum(db, starts_on=dt.date(2026, 10, 23), ends_on=dt.date(2026, 10, 25))
    make_session(db, forum, day=dt.date(2026, 10, 27))

    assert [day.day for day in loaded(db, forum).days] == [23, 24, 25, 27]


def test_an_edited_side_makes_the_other_one_need_review() -> None:
    db = new_database()
    forum = make_forum(db)
    make_session(db, forum).title = text("开幕式", "Opening").edited("zh-Hans", "开幕典礼")

    assert loaded(db, forum).sessions[0].title == Pair(("开幕典礼", "Opening"), (False, True))


def test_appearances_are_people_institutions_or_words_with_those_who_lead_first() -> None:
    db = new_database()
    forum = make_forum(db)
    person = make_participant(db, forum, make_person(db, "沈怀瑾", "Shen Huaijin"))
    item = make_item(db, make_part(db, make_session(db, forum)))
    make_appearance(db, item, person, position=0)
    make_appearance(db, item, institution=make_institution(db, "卫生厅", "Health Commission"), position=1)
    make_appearance(db, item, label=text("待定", "To be announced"), role=Role.MODERATOR, position=2)

    people = loaded(db, forum).sessions[0].parts[0].items[0].people

    assert [line.role for line in people] == [Role.MODERATOR, Role.SPEAKER, Role.SPEAKER]
    assert [line.placeholder for line in people] == [True, False, False]
    assert people[0].label.texts == ("待定", "To be announced")
    assert (people[1].name.zh, people[1].name.latin) == ("沈怀瑾", "Shen Huaijin")
    assert people[2].institution.texts == ("卫生厅", "Health Commission")


def test_an_unknown_forum_is_an_empty_programme() -> None:
    assert programme.load(new_database(), forum_id=ForumId(new_id())).sessions == ()


def test_a_thousand_items_cost_as_many_statements_as_one() -> None:
    def statements(items: int) -> int:
        db = new_database()
        forum = make_forum(db)
        for place in range(max(1, items // 20)):
            part = make_part(db, make_session(db, forum, start="09:00", rooms=(make_room(db, forum),)))
            for number in range(min(items, 20)):
                speaker = make_participant(db, forum, make_person(db, f"人{place}{number}"))
                make_appearance(db, make_item(db, part, minutes=10, position=number), speaker)
        db.commit()
        forum_id = ForumId(forum.id)
        sent: list[str] = []
        event.listen(db.get_bind(), "before_cursor_execute", lambda *args: sent.append(args[2]))
        programme.load(db, forum_id=forum_id)
        return len(sent)

    assert statements(1) == statements(1000) == 10
