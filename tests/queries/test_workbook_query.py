"""What is known for the workbook: plain values only, of one forum, in a constant number of statements."""

import datetime as dt

from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    make_appearance,
    make_forum,
    make_institution,
    make_item,
    make_organiser,
    make_part,
    make_participant,
    make_person,
    make_room,
    make_session,
    new_database,
    text,
)
from forumplanner.queries import workbook
from forumplanner.records import Forum


def filled_forum(db: Db, people: int) -> Forum:
    forum = make_forum(db, slug=f"forum-of-{people}")
    house = make_institution(db)
    session = make_session(db, forum, rooms=(make_room(db, forum),))
    item = make_item(db, make_part(db, session))
    for n in range(people):
        guest = make_participant(db, forum, make_person(db, latin=f"Person {n}", institution=house))
        make_appearance(db, item, guest)
    db.flush()
    return forum


def statements(db: Db, forum: Forum) -> int:
    seen: list[str] = []

    def note(*arguments: object) -> None:
        seen.append(str(arguments[2]))

    event.listen(db.get_bind(), "before_cursor_execute", note)
    workbook.known(db, forum.id)
    event.remove(db.get_bind(), "before_cursor_execute", note)
    return len(seen)


def test_as_many_statements_for_fifty_people_as_for_one() -> None:
    few, many = new_database(), new_database()
    assert statements(few, filled_forum(few, 1)) == statements(many, filled_forum(many, 50))


def test_values_are_plain_and_what_is_empty_is_left_out() -> None:
    db = new_database()
    forum = make_forum(
        db,
        slug="yunling",
        titles=(text("论坛", "Forum"), text(en="Meeting")),
        notes=("one", "two"),
        reported={"attendees": "1000+"},
        starts_on=dt.date(2026, 11, 14),
        ends_on=None,
        city=text(),
        venue=text(),
        badge_prefix="",
    )
    db.flush()

    record = workbook.known(db, forum.id).table("forum")[str(forum.id)]

    assert record == {
        "slug": "yunling",
        "titles[0][zh-Hans]": "论坛",
        "titles[0][en]": "Forum",
        "titles[1][en]": "Meeting",
        "starts_on": "2026-11-14",
        "country": "CN",
        "zone": "Asia/Shanghai",
        "languages": ("zh-Hans", "en"),
        "notes[0]": "one",
        "notes[1]": "two",
        "reported[attendees]": "1000+",
    }


def test_another_forums_records_stay_out_and_what_it_uses_of_the_directory_is_marked() -> None:
    db = new_database()
    ours, theirs = make_forum(db), make_forum(db)
    mine, yours, nobodys = make_institution(db, "甲"), make_institution(db, "乙"), make_institution(db, "丙")
    guest = make_person(db, "沈砚秋", institution=yours)
    make_participant(db, theirs, guest)
    make_organiser(db, ours, mine)
    make_organiser(db, theirs, yours)
    make_room(db, theirs)
    db.flush()

    known = workbook.known(db, ours.id)

    assert (known.table("room"), known.table("participant"), len(known.table("organiser"))) == ({}, {}, 1)
    assert set(known.table("institution")) == {str(mine.id), str(yours.id), str(nobodys.id)}
    (post,) = known.table("post")
    assert known.elsewhere == {str(yours.id), str(guest.id), post}
    assert known.forums == {ours.slug: str(ours.id), theirs.slug: str(theirs.id)}


def test_without_a_forum_the_directory_alone() -> None:
    db = new_database()
    forum = filled_forum(db, 2)

    known = workbook.known(db, None)

    assert set(known.tables) == {"institution", "person", "person_alias", "post", "consular_post"}
    assert (known.forum_id, len(known.table("person")), known.forums) == ("", 2, {forum.slug: str(forum.id)})


def test_rooms_of_a_session_in_their_order() -> None:
    db = new_database()
    forum = make_forum(db)
    hall, lecture = make_room(db, forum), make_room(db, forum)
    session = make_session(db, forum, rooms=(lecture, hall))
    db.flush()

    assert workbook.known(db, forum.id).table("session")[str(session.id)]["rooms"] == (str(lecture.id), str(hall.id))
