"""The Overview's numbers: counted by what is recorded, in a constant number of statements."""

import datetime as dt

from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    DAY,
    at,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    new_database,
    text,
)
from forumplanner.domain.ids import ForumId, new_id
from forumplanner.domain.kinds import Category, Direction, InvitationStatus, Mode, ReleaseKind, SessionKind
from forumplanner.domain.statistics import Measure
from forumplanner.queries import overview
from forumplanner.records import Forum, Journey, Release
from forumplanner.snapshots.overview import CountryCount, MilestoneKind, Overview

TODAY = DAY - dt.timedelta(days=14)


def loaded(db: Db, forum: Forum) -> Overview:
    db.commit()
    found = overview.load(db, forum_id=ForumId(forum.id), today=TODAY)
    assert found is not None
    return found


def test_people_are_counted_by_category_country_and_reply() -> None:
    db = new_database()
    forum = make_forum(db)
    school = make_institution(db)
    for country, category, status, mode in (
        ("TH", Category.SPEAKER, InvitationStatus.ACCEPTED, Mode.ONLINE),
        ("TH", Category.SPEAKER, InvitationStatus.SENT, None),
        ("TH", Category.GUEST, InvitationStatus.DECLINED, None),
        ("", Category.STAFF, None, None),
    ):
        person = make_person(db, "人", country=country, institution=school)
        make_participant(db, forum, person, category, status=status, mode=mode)

    found = loaded(db, forum)

    assert found.people == 4
    measures = (Measure.PEOPLE, Measure.INSTITUTIONS, Measure.COUNTRIES, Measure.ONLINE)
    assert [found.counts.number(measure) for measure in measures] == [2, 1, 1, 1]
    assert dict(found.by_category) == {Category.SPEAKER: 2, Category.GUEST: 1, Category.STAFF: 1}
    assert found.by_country == (CountryCount("TH", 3, 1, 1), CountryCount("", 1, 0, 0))
    assert found.by_status == (
        (InvitationStatus.SENT, 1),
        (InvitationStatus.ACCEPTED, 1),
        (InvitationStatus.DECLINED, 1),
        (None, 1),
    )


def test_titles_without_a_language_and_sides_to_review_are_counted() -> None:
    db = new_database()
    forum = make_forum(db)
    session = make_session(db, forum, "开幕式", "Opening")
    session.title = session.title.edited("en", "Opening ceremony")
    part = make_part(db, session)
    make_item(db, part, "致辞")
    make_item(db, part, "", "Address")
    make_item(db, part, "", "")

    found = loaded(db, forum)

    assert (found.missing, found.review) == ((2, 2), 1)


def test_dates_are_those_of_releases_journeys_ceremonies_and_the_forum() -> None:
    db = new_database()
    forum = make_forum(db, starts_on=DAY - dt.timedelta(days=1), ends_on=DAY)
    make_session(db, forum, "开幕式", "Opening", start="09:00", kind=SessionKind.OPENING)
    make_session(db, forum, "分论坛", "Forum", start="10:00", kind=SessionKind.PARALLEL)
    participant = make_participant(db, forum, make_person(db, "人"))
    arrival = at("16:40", DAY - dt.timedelta(days=1))
    db.add(Journey(id=new_id(), participant_id=participant.id, direction=Direction.ARRIVAL, at=arrival))
    for name, days in (("V1", -3), ("V2, dated ahead", 3)):
        issued = at("09:00", TODAY + dt.timedelta(days=days))
        assert issued is not None
        db.add(Release(id=new_id(), forum_id=forum.id, name=name, kind=ReleaseKind.COMMENTS, issued_at=issued))

    found = loaded(db, forum)

    assert [(one.kind, (one.day - DAY).days) for one in found.milestones] == [
        (MilestoneKind.RELEASE, -17),
        (MilestoneKind.TODAY, -14),
        (MilestoneKind.ARRIVALS, -1),
        (MilestoneKind.START, -1),
        (MilestoneKind.SESSION, 0),
    ]


def test_an_unknown_forum_is_nothing() -> None:
    assert overview.load(new_database(), forum_id=ForumId(new_id()), today=TODAY) is None


def test_a_thousand_people_and_items_cost_as_many_statements_as_one() -> None:
    def statements(number: int) -> int:
        db = new_database()
        forum = make_forum(db)
        part = make_part(db, make_session(db, forum))
        for place in range(number):
            make_participant(db, forum, make_person(db, f"人{place}", title=text("教授")))
            make_item(db, part, "报告", position=place)
        db.commit()
        forum_id = ForumId(forum.id)
        sent: list[str] = []
        event.listen(db.get_bind(), "before_cursor_execute", lambda *args: sent.append(args[2]))
        overview.load(db, forum_id=forum_id, today=TODAY)
        return len(sent)

    assert statements(1) == statements(1000)
