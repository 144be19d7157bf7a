"""What a plan respects and what was decided is read whole, and with as many statements for one row as for many."""

import datetime as dt
import uuid

from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    make_delegation,
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
from forumplanner.domain.kinds import Interpretation, OrganiserRole, ReleaseKind, Severity
from forumplanner.domain.planning import PlanningRules
from forumplanner.queries import check_settings, checks
from forumplanner.records import (
    Acknowledgement,
    CheckSetting,
    Forum,
    Organiser,
    Release,
    RoomClosure,
    SpecialDay,
    Walk,
)
from forumplanner.snapshots.check_settings import OwnDay
from forumplanner.snapshots.checks import (
    Acknowledged,
    CheckedClosure,
    CheckedDay,
    CheckedOrganiser,
    CheckedRelease,
    CheckedWalk,
    CheckSeverity,
)

NOON = dt.datetime(2026, 11, 14, 4, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(hours=2)
DAY = dt.date(2026, 11, 24)


def decide(db: Db, forum: Forum, number: int = 0) -> None:
    """One row of each kind for a forum."""
    room = make_room(db, forum, building=text("图书馆", "Library"))
    db.add(RoomClosure(room_id=room.id, starts_at=NOON, ends_at=LATER, reason=text("布展", "Set-up")))
    db.add(Walk(forum_id=forum.id, building="会议中心", other="图书馆", minutes=8))
    db.add(SpecialDay(forum_id=forum.id, country="TH", day=DAY, name=text("水灯节", "Loy Krathong")))
    host = make_institution(db, "云岭大学", "Yunling University")
    db.add(Organiser(forum_id=forum.id, institution_id=host.id, role=OrganiserRole.HOST))
    db.add(Release(forum_id=forum.id, name=f"V{number}", kind=ReleaseKind.FINAL, issued_at=NOON))
    db.add(CheckSetting(forum_id=forum.id, kind=f"kind{number}", severity=Severity.OFF))
    db.add(
        Acknowledgement(
            forum_id=forum.id,
            finding=f"room_overlap-{number}",
            kind="room_overlap",
            facts="f",
            reason="有意安排",
            language="zh-Hans",
            accepted_by="Lin",
            accepted_at=NOON,
            until=DAY,
        )
    )


def test_everything_that_was_decided_is_read() -> None:
    db = new_database()
    forum = make_forum(db, planning={"walk": 15, "of_a_newer_program": 1})
    decide(db, forum)
    db.commit()

    found = checks.load(db, forum_id=forum.id)

    (organiser,) = found.organisers
    assert found.planning == PlanningRules(walk=15)
    assert found.rooms[0].building == text("图书馆", "Library")
    assert found.rooms[0].closures == (CheckedClosure(NOON, LATER, text("布展", "Set-up")),)
    assert found.walks == (CheckedWalk("会议中心", "图书馆", 8),)
    assert found.days == (CheckedDay(DAY, text("水灯节", "Loy Krathong"), "TH"),)
    assert organiser == CheckedOrganiser(
        organiser.institution_id, text("云岭大学", "Yunling University"), OrganiserRole.HOST
    )
    assert found.releases == (CheckedRelease("V0", ReleaseKind.FINAL, NOON),)
    assert found.severities == (CheckSeverity("kind0", Severity.OFF),)
    assert found.acknowledged == (Acknowledged("room_overlap-0", "f", "有意安排", "Lin", NOON, "zh-Hans", DAY),)


def test_the_head_of_a_delegation_and_what_an_item_needs_are_read() -> None:
    db = new_database()
    forum = make_forum(db)
    lao = make_delegation(db, forum, country="LA", name=text())
    make_participant(db, forum, make_person(db), delegation_id=lao.id, role_in_delegation="head")
    make_participant(db, forum, make_person(db), delegation_id=lao.id, role_in_delegation="member")
    part = make_part(db, make_session(db, forum, "开幕式", start="09:00", end="10:00"))
    make_item(
        db,
        part,
        "视频",
        minutes=5,
        interpretation=Interpretation.SIMULTANEOUS,
        channel="2",
        media="a.mp4",
        url="https://v.example",
    )
    db.commit()

    found = checks.load(db, forum_id=forum.id)

    (item,) = found.sessions[0].parts[0].items
    assert sorted(person.heads.get("en") for person in found.people) == ["", "Lao PDR"]
    assert (item.interpretation, item.channel, item.media, item.url) == (
        Interpretation.SIMULTANEOUS,
        "2",
        "a.mp4",
        "https://v.example",
    )


def test_the_page_of_settings_reads_buildings_countries_and_own_days() -> None:
    db = new_database()
    forum = make_forum(db)
    decide(db, forum)
    make_room(db, forum, building=text("图书馆", "Library"))
    make_participant(db, forum, make_person(db, country="TH"))
    db.commit()

    found = check_settings.load(db, forum_id=forum.id)

    (day,) = found.days
    assert found.buildings == ("图书馆",)
    assert found.countries == ("TH",)
    assert day == OwnDay(day.id, DAY, text("水灯节", "Loy Krathong"), "TH")


def statements(db: Db, forum_id: uuid.UUID) -> list[int]:
    counts = []
    for query in (checks.load, check_settings.load):
        seen: list[str] = []
        event.listen(db.get_bind(), "before_cursor_execute", lambda *call, seen=seen: seen.append(call[2]))
        db.expire_all()
        query(db, forum_id=forum_id)
        counts.append(len(seen))
    return counts


def test_one_of_each_and_thirty_cost_the_same_number_of_statements() -> None:
    db = new_database()
    small, large = make_forum(db), make_forum(db)
    decide(db, small)
    for number in range(30):
        decide(db, large, number)
    db.commit()

    assert statements(db, small.id) == statements(db, large.id) == [36, 7]
