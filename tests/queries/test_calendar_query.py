"""What calendars will say: whose sessions are whose, in which words, at which instants."""

import datetime as dt

from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    make_appearance,
    make_badge,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    make_track,
    new_database,
    text,
)
from forumplanner.domain.kinds import Access, BadgeState, ItemKind, Role, SessionKind
from forumplanner.queries import calendar
from forumplanner.records import Forum, Participant
from forumplanner.snapshots.calendar import Attendance, Attendee, CalendarPlan, LeftOut

OPEN_TO_ALL = [SessionKind.OPENING, SessionKind.KEYNOTES, SessionKind.CLOSING, SessionKind.BANQUET]


def planned(db: Db, forum: Forum) -> CalendarPlan:
    db.commit()
    return calendar.plan(db, forum_id=forum.id)


def participant(db: Db, forum: Forum, zh: str = "", latin: str = "", code: str = "") -> Participant:
    return make_participant(db, forum, make_person(db, zh, latin), code=code)


def test_everybody_has_what_gathers_the_forum_and_the_own_parallel_sessions() -> None:
    db = new_database()
    forum = make_forum(db)
    feng, aung = participant(db, forum, "冯岚", code="P001"), participant(db, forum, latin="Aung Ko Ko", code="P002")
    opening = make_session(db, forum, "开幕式", kind=SessionKind.OPENING, start="09:00", end="09:50")
    forum_a = make_session(db, forum, "分论坛一", kind=SessionKind.PARALLEL, start="14:00", end="15:30")
    make_session(db, forum, "分论坛二", kind=SessionKind.PARALLEL, start="14:00", end="15:30")
    make_appearance(db, make_part(db, forum_a), aung, Role.CHAIR)

    plan = planned(db, forum)

    shared = Attendance(str(opening.id))
    own = Attendance(str(forum_a.id), "您的任务：主持\nYou: Chair")
    assert {person.name: person.sessions for person in plan.people} == {"冯岚": (shared,), "Aung Ko Ko": (shared, own)}
    assert len(plan.events) == 3
    assert {str(feng.id), str(aung.id)} == {person.participant_id for person in plan.people}


def test_a_gathering_of_the_invited_or_of_one_parallel_forum_is_not_for_all() -> None:
    db = new_database()
    forum = make_forum(db)
    guest = participant(db, forum, "冯岚")
    track = make_track(db, forum)
    for kind in OPEN_TO_ALL:
        make_session(db, forum, kind=kind, start="09:00", end="10:00")
    banquet = make_session(db, forum, kind=SessionKind.BANQUET, start="18:00", end="20:00", access=Access.BY_INVITATION)
    make_session(db, forum, kind=SessionKind.KEYNOTES, start="14:00", end="15:00", track_id=track.id)
    make_session(db, forum, kind=SessionKind.WORK_MEETING, start="16:00", end="17:00")
    make_appearance(db, make_item(db, make_part(db, banquet), "祝酒", start="18:10", minutes=5), guest)

    (person,) = planned(db, forum).people

    assert len(person.sessions) == len(OPEN_TO_ALL) + 1
    assert person.sessions[-1].session_id == str(banquet.id)


def test_a_note_says_what_one_does_and_when() -> None:
    db = new_database()
    forum = make_forum(db)
    aung = participant(db, forum, latin="Aung Ko Ko")
    part = make_part(db, make_session(db, forum, "分论坛一", "Forum 1", start="14:00", end="15:30"))
    make_item(db, part, "第一项", minutes=28, position=0)
    make_appearance(db, make_item(db, part, "热带医学", "Tropical Medicine", minutes=15, position=1), aung)

    (person,) = planned(db, forum).people

    assert person.sessions[0].note.split("\n") == [
        "您的任务：14:28–14:43 报告，“热带医学”",
        "You: 14:28–14:43 Report, “Tropical Medicine”",
    ]


def test_an_item_without_a_title_is_called_by_what_it_is() -> None:
    db = new_database()
    forum = make_forum(db)
    aung = participant(db, forum, latin="Aung Ko Ko")
    part = make_part(db, make_session(db, forum, "开幕式", start="09:00", end="09:50"))
    make_appearance(db, make_item(db, part, minutes=8, kind=ItemKind.WELCOME, position=0), aung)
    make_appearance(db, make_item(db, part, kind=ItemKind.OTHER, position=1, start="09:30"), aung, Role.WITNESS)

    (person,) = planned(db, forum).people

    assert person.sessions[0].note.split("\n") == [
        "您的任务：09:00–09:08 致欢迎辞",
        "您的任务：09:30–09:50 见证人",
        "You: 09:00–09:08 Welcome Remarks",
        "You: 09:30–09:50 Witness",
    ]


def test_an_event_tells_everything_in_both_languages() -> None:
    db = new_database()
    forum = make_forum(db)
    feng, aung = participant(db, forum, "冯岚", "FENG Lan"), participant(db, forum, latin="Aung Ko Ko")
    ministry = make_institution(db, "卫生部", "Ministry of Health")
    session = make_session(
        db,
        forum,
        "分论坛一",
        "Forum 1",
        kind=SessionKind.PARALLEL,
        start="14:00",
        end="15:30",
        rooms=(make_room(db, forum, "云岭厅", "Yunling Hall"),),
        url="https://meet.example/1",
    )
    part = make_part(db, session)
    make_appearance(db, part, feng, Role.CHAIR)
    make_appearance(db, make_item(db, part, "热带医学", "Tropical Medicine", minutes=20, position=0), aung)
    make_appearance(db, make_item(db, part, "政策", "Policy", minutes=20, position=1), institution=ministry)
    make_item(db, part, kind=ItemKind.TEA, position=2)

    (event_,) = planned(db, forum).events

    assert event_.summary == "分论坛一 / Forum 1"
    assert event_.location == (
        "昆明 云岭医科大学国际会议中心 云岭厅 / "
        "Yunling Hall, International Conference Centre, Yunling Medical University, Kunming"
    )
    assert event_.description.split("\n") == [
        "云岭国际医学教育论坛",
        "2026年11月14日（星期六） 14:00–15:30 北京时间（UTC+8）",
        "昆明 云岭医科大学国际会议中心 云岭厅",
        "主持：冯岚",
        "14:00 热带医学 — Aung Ko Ko",
        "14:20 政策 — 卫生部",
        "14:40 茶歇",
        "",
        "Yunling International Medical Education Forum",
        "Saturday, 14 November 2026 14:00–15:30 Beijing Time (UTC+8)",
        "Yunling Hall, International Conference Centre, Yunling Medical University, Kunming",
        "Chair: FENG Lan",
        "14:00 Tropical Medicine — Aung Ko Ko",
        "14:20 Policy — Ministry of Health",
        "14:40 Tea Break",
        "",
        "https://meet.example/1",
    ]


def test_a_text_in_one_language_stands_once() -> None:
    db = new_database()
    forum = make_forum(db, city=text("昆明"), venue=text())
    make_session(db, forum, "座谈", start="09:00", end="10:00", place=text("湖滨酒店"))

    (event_,) = planned(db, forum).events

    assert (event_.summary, event_.location) == ("座谈", "昆明 湖滨酒店")


def test_half_past_midnight_keeps_its_conference_day_in_words_and_its_instant_in_time() -> None:
    db = new_database()
    forum = make_forum(db)
    make_session(db, forum, "夜场", start="24:30", end="25:10")

    (event_,) = planned(db, forum).events

    assert event_.start == dt.datetime(2026, 11, 14, 16, 30, tzinfo=dt.UTC)
    assert "2026年11月14日（星期六） 00:30–01:10" in event_.description


def test_sessions_without_a_start_or_an_end_are_left_out_and_named() -> None:
    db = new_database()
    forum = make_forum(db)
    first = make_session(db, forum, "工作会议", "Work Meeting", position=0)
    second = make_session(db, forum, start="09:00", kind=SessionKind.VISIT, position=1)
    third = make_session(db, forum, "倒置", start="10:00", end="09:00", position=2)

    plan = planned(db, forum)

    assert plan.events == ()
    assert set(plan.left_out) == {
        LeftOut(str(first.id), ("工作会议", "Work Meeting"), forum.starts_on),
        LeftOut(str(second.id), ("参观考察", "Visit"), forum.starts_on),
        LeftOut(str(third.id), ("倒置", "倒置"), forum.starts_on),
    }


def test_a_file_is_called_by_the_valid_badge_else_by_the_code() -> None:
    db = new_database()
    forum = make_forum(db)
    badged, coded = participant(db, forum, "冯岚", code="P001"), participant(db, forum, "刘宁", code="P002")
    make_badge(db, forum, badged, number="YL26-0007", state=BadgeState.LOST)
    make_badge(db, forum, badged, number="YL26-0031")

    numbers = {person.name: person.number for person in planned(db, forum).people}

    assert numbers == {"冯岚": "YL26-0031", "刘宁": "P002"}
    assert coded.code == "P002"


def test_the_live_link_serves_where_everybody_gathers() -> None:
    db = new_database()
    forum = make_forum(db, live_url="https://live.example/")
    make_session(db, forum, "开幕式", kind=SessionKind.OPENING, start="09:00", end="10:00")
    make_session(db, forum, "分论坛一", kind=SessionKind.PARALLEL, start="14:00", end="15:00")

    assert [e.url for e in planned(db, forum).events] == ["https://live.example/", ""]


def test_text_that_is_no_address_is_no_mailbox() -> None:
    db = new_database()
    good, typo = make_forum(db, mailbox=" office@yunling.example "), make_forum(db, mailbox="office@yunling,example")

    assert (planned(db, good).mailbox, planned(db, typo).mailbox) == ("office@yunling.example", "")


def test_one_session_and_thirty_cost_the_same_number_of_statements() -> None:
    db = new_database()
    small, large = make_forum(db), make_forum(db)
    for forum, count in ((small, 1), (large, 30)):
        for _ in range(count):
            person = participant(db, forum, "冯岚")
            session = make_session(db, forum, start="09:00", end="10:00", rooms=(make_room(db, forum),))
            make_appearance(db, make_item(db, make_part(db, session)), person)
    db.commit()

    assert statements(db, small) == statements(db, large) == 22


def statements(db: Db, forum: Forum) -> int:
    forum_id = forum.id
    seen: list[str] = []
    event.listen(db.get_bind(), "before_cursor_execute", lambda *call: seen.append(call[2]))
    db.expire_all()
    calendar.plan(db, forum_id=forum_id)
    return len(seen)


def test_a_person_without_sessions_stays_in_the_plan_without_any() -> None:
    db = new_database()
    forum = make_forum(db)
    lone = participant(db, forum, "冯岚")

    assert planned(db, forum).people == (Attendee(str(lone.id), "", "冯岚"),)
