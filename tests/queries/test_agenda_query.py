import datetime as dt
import uuid
from collections.abc import Iterator

import msgspec
import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.kinds import Access, Category, ItemKind, Mode, OrganiserRole, ReleaseKind, Role, SessionKind
from forumplanner.domain.names import PersonName
from forumplanner.queries import agenda, paper
from forumplanner.records import Forum, JournalStep, Release
from forumplanner.snapshots.agenda import AgendaPaper
from forumplanner.snapshots.paper import Edition


@pytest.fixture
def db() -> Iterator[Db]:
    with make.new_database() as session:
        yield session


def loaded(db: Db, forum: Forum) -> AgendaPaper:
    db.flush()
    db.expire_all()
    return agenda.load(db, forum_id=forum.id)


def test_an_empty_forum_is_an_agenda_without_days(db: Db) -> None:
    forum = make.make_forum(db, titles=(), city=make.text(), venue=make.text(), starts_on=None, ends_on=None)

    paper_ = loaded(db, forum)

    assert (paper_.titles, paper_.dates, paper_.city, paper_.days, paper_.organisers) == (
        (),
        ("", ""),
        ("", ""),
        (),
        (),
    )
    assert paper_.edition == Edition()


def test_a_talk_comes_with_its_speaker_in_both_languages(db: Db) -> None:
    forum = make.make_forum(db)
    abroad = make.make_institution(db, "昭帕耶医科大学", "Chao Phraya Medical University", country="TH")
    person = make.make_person(
        db,
        name=PersonName(zh="塔纳瓦·西索巴", latin="Thanawat Srisombat", courtesy_en="Dr."),
        country="TH",
        title=make.text("副校长", "Vice President"),
        institution=abroad,
    )
    speaker = make.make_participant(db, forum, person, Category.SPEAKER)
    hall = make.make_room(db, forum, floor="3F")
    talks = make.make_session(
        db, forum, "主旨报告", "Keynotes", start="10:30", end="12:00", kind=SessionKind.KEYNOTES, rooms=(hall,)
    )
    item = make.make_item(
        db, make.make_part(db, talks), "跨境联防", "Across borders", minutes=22, kind=ItemKind.KEYNOTE
    )
    make.make_appearance(db, item, speaker, mode=Mode.ONLINE)

    (day,) = loaded(db, forum).days
    (session,) = day.sessions
    (talk,) = session.parts[0].items
    (who,) = talk.people

    assert (day.date, session.start, session.end) == (make.DAY, 630, 720)
    assert (session.rooms[0].name, session.rooms[0].floor) == (("云岭厅", "Yunling Hall"), "3F")
    assert (talk.title, talk.start, talk.end, talk.mode) == (("跨境联防", "Across borders"), 630, 652, Mode.ONLINE)
    assert who.names == ("塔纳瓦·西索巴", "Dr. Thanawat Srisombat")
    assert who.posts == ("泰国昭帕耶医科大学副校长", "Vice President, Chao Phraya Medical University, Thailand")


def test_a_post_that_names_its_country_does_not_repeat_it(db: Db) -> None:
    post = paper.HeldPost(make.text("泰国驻昆明总领事馆领事", "Consul"), country="TH")

    assert paper.post_lines(post, ("zh-Hans", "en"), home="CN") == ("泰国驻昆明总领事馆领事", "Consul, Thailand")
    assert paper.post_lines(post, ("zh-Hans",), home="TH") == ("泰国驻昆明总领事馆领事",)


def test_two_parts_are_halves_and_a_tea_break_between_them_counts_for_none(db: Db) -> None:
    forum = make.make_forum(db)
    session = make.make_session(db, forum, start="13:30", end="16:30", kind=SessionKind.PARALLEL)
    first = make.make_part(db, session, start="13:30", end="14:50", position=0)
    tea = make.make_part(db, session, start="14:50", end="15:05", position=1)
    second = make.make_part(db, session, start="15:05", position=2)
    chair = make.make_participant(db, forum, make.make_person(db, "高岚", "Gao Lan"))
    for part, kind in ((first, ItemKind.REPORT), (tea, ItemKind.TEA), (second, ItemKind.REPORT)):
        make.make_item(db, part, "一", "One", minutes=15, kind=kind)
    make.make_appearance(db, second, chair, Role.CHAIR)

    parts = loaded(db, forum).days[0].sessions[0].parts

    assert [part.label for part in parts] == [("上半场", "First half"), ("", ""), ("下半场", "Second half")]
    assert [(part.start, part.end) for part in parts] == [(810, 890), (890, 905), (905, 990)]
    assert [person.names for person in parts[2].chairs] == [("高岚", "Gao Lan")]
    assert parts[1].items[0].is_break


def test_where_only_the_order_is_known_no_item_gets_a_time(db: Db) -> None:
    forum = make.make_forum(db)
    part = make.make_part(db, make.make_session(db, forum, start="09:00", end="10:00"))
    for place in range(3):
        make.make_item(db, part, f"致辞{place}", position=place)

    items = loaded(db, forum).days[0].sessions[0].parts[0].items

    assert [(item.title[0], item.start, item.end) for item in items] == [
        ("致辞0", None, None),
        ("致辞1", None, None),
        ("致辞2", None, None),
    ]


def test_an_unknown_speaker_stays_unknown(db: Db) -> None:
    forum = make.make_forum(db)
    item = make.make_item(db, make.make_part(db, make.make_session(db, forum)), minutes=10)
    make.make_appearance(db, item, label=make.text("待定", "Speaker to be announced"), position=0)
    make.make_appearance(db, item, position=1)
    make.make_appearance(db, item, institution=make.make_institution(db, "联盟理事会", "Council"), position=2)

    people = loaded(db, forum).days[0].sessions[0].parts[0].items[0].people

    assert [(p.names, p.shown, p.placeholder) for p in people] == [
        (("待定", "Speaker to be announced"), "待定", True),
        (("", ""), "", True),
        (("联盟理事会", "Council"), "联盟理事会", False),
    ]


def test_what_has_no_day_yet_comes_last_and_what_has_no_time_after_the_timed(db: Db) -> None:
    forum = make.make_forum(db)
    make.make_session(db, forum, "无日期", day=None, position=0)
    make.make_session(db, forum, "次日", start="09:00", day=make.DAY + dt.timedelta(1))
    make.make_session(db, forum, "无时间", position=5)
    make.make_session(db, forum, "夜场", start="24:30", end="25:00")
    make.make_session(db, forum, "上午", start="09:00")

    days = loaded(db, forum).days

    assert [(day.date, [(s.title[0], s.start) for s in day.sessions]) for day in days] == [
        (make.DAY, [("上午", 540), ("夜场", 1470), ("无时间", None)]),
        (make.DAY + dt.timedelta(1), [("次日", 540)]),
        (None, [("无日期", None)]),
    ]


def test_organisers_stand_by_rank_and_those_of_a_parallel_forum_with_it(db: Db) -> None:
    forum = make.make_forum(db)
    school = make.make_institution(db, "公共卫生学院", "School of Public Health")
    track = make.make_track(db, forum, "A", title=make.text("传染病防控", "Infectious disease control"), contact="方禾")
    make.make_organiser(db, forum, school, OrganiserRole.ORGANIZER)
    make.make_organiser(db, forum, make.make_institution(db))
    make.make_organiser(db, forum, school, OrganiserRole.ORGANIZER, track_id=track.id)

    paper_ = loaded(db, forum)

    assert [(g.label, g.names) for g in paper_.organisers] == [
        (("主办单位", "Hosted by"), (("云岭医科大学", "Yunling Medical University"),)),
        (("承办单位", "Organised by"), (("公共卫生学院", "School of Public Health"),)),
    ]
    assert [(t.code, t.colour, t.conveners, t.contact) for t in paper_.tracks] == [
        ("A", "#0B6E75", (("公共卫生学院", "School of Public Health"),), "方禾")
    ]


def test_a_closed_session_says_so_and_an_open_one_says_nothing(db: Db) -> None:
    forum = make.make_forum(db)
    make.make_session(db, forum, start="09:00", access=Access.OPEN)
    make.make_session(db, forum, start="10:00", access=Access.CLOSED)

    opened, closed = loaded(db, forum).days[0].sessions

    assert opened.access_label == ("", "")
    assert all(closed.access_label)


def test_the_edition_is_the_newest_step_of_the_history(db: Db) -> None:
    forum = make.make_forum(db)
    evening = dt.datetime(2026, 11, 10, 10, 20, tzinfo=dt.UTC)
    for number in (213, 214):
        db.add(JournalStep(id=number, mode="do", kind="other", values={}, actor="Lin", at=evening, hash=b""))
    db.flush()

    assert agenda.load(db, forum_id=forum.id).edition == Edition(step=214, issued="2026-11-10 18:20")
    with pytest.raises(paper.NoSuchRelease):
        agenda.load(db, forum_id=forum.id, release_id=uuid.uuid4())
    with pytest.raises(paper.NoSuchForum):
        agenda.load(db, forum_id=uuid.uuid4())


def test_a_release_whose_content_was_not_kept_is_never_printed(db: Db) -> None:
    forum = make.make_forum(db)
    issued = dt.datetime(2026, 1, 10, 10, 20, tzinfo=dt.UTC)
    release = Release(id=uuid.uuid4(), forum_id=forum.id, name="V3.1", kind=ReleaseKind.FINAL, issued_at=issued)
    db.add(release)
    db.flush()

    assert agenda.load(db, forum_id=forum.id).edition == Edition(after="V3.1")
    with pytest.raises(paper.NoSuchRelease):
        agenda.load(db, forum_id=forum.id, release_id=release.id)


def fill(db: Db, forum: Forum, *, items: int) -> None:
    part = make.make_part(db, make.make_session(db, forum, start="09:00", rooms=(make.make_room(db, forum),)))
    for place in range(items):
        person = make.make_person(db, "陈国强", "Chen Guoqiang", institution=make.make_institution(db))
        speaker = make.make_participant(db, forum, person)
        item = make.make_item(db, part, f"报告{place}", f"Talk {place}", minutes=5, position=place)
        make.make_appearance(db, item, speaker)


def statements(db: Db, forum: Forum) -> int:
    seen: list[str] = []

    def note(*args: object) -> None:
        seen.append(str(args[2]))

    db.flush()
    db.expire_all()
    event.listen(db.get_bind(), "before_cursor_execute", note)
    agenda.load(db, forum_id=forum.id)
    event.remove(db.get_bind(), "before_cursor_execute", note)
    return len(seen)


def test_one_talk_and_a_thousand_cost_the_same_statements(db: Db) -> None:
    small, large = make.make_forum(db), make.make_forum(db)
    fill(db, small, items=1)
    fill(db, large, items=1000)

    assert statements(db, small) == statements(db, large) == 13


def test_the_snapshot_survives_json(db: Db) -> None:
    forum = make.make_forum(db)
    fill(db, forum, items=3)
    paper_ = loaded(db, forum)

    assert msgspec.json.decode(msgspec.json.encode(paper_), type=AgendaPaper) == paper_
