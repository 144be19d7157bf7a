from collections.abc import Iterator

import msgspec
import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.kinds import BadgeState, Category
from forumplanner.domain.names import PersonName
from forumplanner.queries import badges
from forumplanner.records import Forum
from forumplanner.snapshots.badges import BackLine, BadgeBatch


@pytest.fixture
def db() -> Iterator[Db]:
    with make.new_database() as session:
        yield session


def loaded(db: Db, forum: Forum) -> BadgeBatch:
    db.flush()
    db.expire_all()
    return badges.load(db, forum_id=forum.id)


def test_a_forum_without_badges_is_an_empty_batch(db: Db) -> None:
    batch = loaded(db, make.make_forum(db, phone="138 0000 0421"))

    assert batch.badges == ()
    assert batch.place_date == ("昆明 · 2026年11月14日", "Kunming · 14 November 2026")
    assert batch.phone == "138 0000 0421"


def test_a_card_carries_every_form_of_the_name(db: Db) -> None:
    forum = make.make_forum(db)
    name = PersonName(
        zh="金蒂丽伦",
        latin="Khin Thiri Lwin",
        native="ခင်သီရိလွင်",
        native_language="my",
        courtesy_en="Prof. Dr.",
        latin_first=True,
    )
    school = make.make_institution(db, "伊洛瓦底医科大学", "Irrawaddy University of Medicine", country="MM")
    person = make.make_person(db, name=name, country="MM", title=make.text("教授", "Professor"), institution=school)
    party = make.make_delegation(db, forum, name=make.text("缅甸代表团", "Delegation of Myanmar"))
    owner = make.make_participant(db, forum, person, Category.SPEAKER, delegation_id=party.id)
    badge = make.make_badge(db, forum, owner, number="YL26-0140")

    (card,) = loaded(db, forum).badges

    assert (card.id, card.token, card.number) == (str(badge.id), badge.token, "YL26-0140")
    assert (card.zh, card.latin, card.native, card.courtesy) == (name.zh, name.latin, name.native, "Prof. Dr.")
    assert (card.category, card.words) == (Category.SPEAKER, ("演讲嘉宾", "Speaker"))
    assert card.post == ("教授　伊洛瓦底医科大学", "Professor, Irrawaddy University of Medicine")
    assert (card.country, card.delegation, card.sort_key) == (("缅甸", "Myanmar"), "缅甸代表团", "khin thiri lwin")
    assert card.latin_first
    assert not card.is_blank


def test_a_blank_has_a_number_and_a_category_but_no_name(db: Db) -> None:
    forum = make.make_forum(db)
    make.make_badge(db, forum, number="W018", category=Category.PRESS)

    (card,) = loaded(db, forum).badges

    assert (card.number, card.words, card.is_blank) == ("W018", ("媒体", "Press"), True)


def test_void_badges_are_left_out_and_the_rest_can_be_chosen(db: Db) -> None:
    forum = make.make_forum(db)
    make.make_badge(db, forum, number="YL26-0001", state=BadgeState.VOID)
    kept = make.make_badge(db, forum, number="YL26-0002", category=Category.STAFF)
    make.make_badge(db, forum, number="YL26-0003", category=Category.CREW)
    db.flush()

    assert [card.number for card in loaded(db, forum).badges] == ["YL26-0002", "YL26-0003"]
    chosen = badges.load(db, forum_id=forum.id, badge_ids={kept.id})
    crew = badges.load(db, forum_id=forum.id, categories={Category.CREW})
    assert [card.number for card in chosen.badges] == ["YL26-0002"]
    assert [card.number for card in crew.badges] == ["YL26-0003"]


def test_parallel_forums_share_a_line_on_the_back(db: Db) -> None:
    forum = make.make_forum(db)
    hall = make.make_room(db, forum, floor="3F")
    make.make_session(db, forum, "开幕式", "Opening", start="09:00", rooms=(hall,))
    make.make_session(db, forum, "尚无时间", "No time yet")
    for code in "AB":
        room = make.make_room(db, forum, f"30{code}", f"Room 30{code}")
        track = make.make_track(db, forum, code)
        make.make_session(db, forum, code, code, start="13:30", rooms=(room,), track_id=track.id, position=ord(code))

    (day,) = loaded(db, forum).days

    assert day.lines == (
        BackLine(540, ("开幕式", "Opening"), ("云岭厅 3F", "Yunling Hall 3F")),
        BackLine(810, ("分论坛（2场）", "Parallel forums (2)"), ("30A 30B", "Room 30A Room 30B")),
    )


def statements(db: Db, forum: Forum) -> int:
    seen: list[str] = []

    def note(*args: object) -> None:
        seen.append(str(args[2]))

    db.flush()
    db.expire_all()
    event.listen(db.get_bind(), "before_cursor_execute", note)
    badges.load(db, forum_id=forum.id)
    event.remove(db.get_bind(), "before_cursor_execute", note)
    return len(seen)


def test_one_badge_and_a_thousand_cost_the_same_statements(db: Db) -> None:
    small, large = make.make_forum(db), make.make_forum(db)
    for forum, count in ((small, 1), (large, 1000)):
        for _ in range(count):
            person = make.make_person(db, "陈国强", "Chen Guoqiang", institution=make.make_institution(db))
            make.make_badge(db, forum, make.make_participant(db, forum, person))

    assert statements(db, small) == statements(db, large) == 7


def test_the_snapshot_survives_json(db: Db) -> None:
    forum = make.make_forum(db)
    make.make_badge(db, forum, make.make_participant(db, forum, make.make_person(db, "高岚", "Gao Lan")))
    batch = loaded(db, forum)

    assert msgspec.json.decode(msgspec.json.encode(batch), type=BadgeBatch) == batch
