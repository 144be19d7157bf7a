"""In which forums somebody took part: category, post, delegation and every appearance, across forums."""

import datetime as dt

from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    DAY,
    make_appearance,
    make_delegation,
    make_forum,
    make_institution,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_post,
    make_session,
    new_database,
    text,
)
from forumplanner.domain.ids import PersonId
from forumplanner.domain.kinds import Category, InvitationStatus, Mode, Role
from forumplanner.queries import took_part
from forumplanner.snapshots.took_part import TookPart, TookPartItem


def test_every_forum_with_what_the_person_did_there() -> None:
    db = new_database()
    guest = make_person(db, "桑亚", "Sanya", country="TH")
    post = make_post(db, guest, title=text("院长", "Dean"), institution=make_institution(db, "清迈学院", "Mai College"))
    earlier = make_forum(db, short_title=text("第一届", "First Forum"), starts_on=dt.date(2024, 10, 24))
    later = make_forum(db, short_title=text("第二届", "Second Forum"), starts_on=DAY)
    first = make_participant(db, earlier, guest)
    thailand = make_delegation(db, later, country="TH")
    second = make_participant(
        db,
        later,
        guest,
        Category.SPEAKER,
        post_id=post.id,
        status=InvitationStatus.ACCEPTED,
        mode=Mode.ONLINE,
        delegation_id=thailand.id,
        role_in_delegation="head",
    )
    part = make_part(db, make_session(db, later, "主旨报告", "Keynotes", start="09:00"))
    make_appearance(db, part, second, Role.CHAIR)
    make_appearance(db, make_item(db, part, "护理教育", "Nursing Education"), second, provisional=True)
    db.flush()

    found = took_part.load(db, person_id=PersonId(guest.id), tag="en")

    assert found == (
        TookPart(
            str(later.id),
            str(second.id),
            "Second Forum",
            DAY,
            Category.SPEAKER,
            InvitationStatus.ACCEPTED,
            Mode.ONLINE,
            "Dean, Mai College",
            "Thailand",
            "head",
            (
                TookPartItem("Keynotes", "Keynotes", DAY, Role.CHAIR),
                TookPartItem("Nursing Education", "Keynotes", DAY, Role.SPEAKER, provisional=True),
            ),
        ),
        TookPart(str(earlier.id), str(first.id), "First Forum", dt.date(2024, 10, 24), Category.DELEGATE, None, None),
    )
    assert found[0].roles == (Role.CHAIR, Role.SPEAKER)
    chinese = took_part.load(db, person_id=PersonId(guest.id), tag="zh-Hans")[0]
    assert (chinese.title, chinese.post, chinese.delegation) == ("第二届", "清迈学院院长", "泰国")


def statements(db: Db, *, forums: int) -> int:
    guest = make_person(db, "桑亚")
    for _number in range(forums):
        forum = make_forum(db)
        make_appearance(
            db, make_item(db, make_part(db, make_session(db, forum))), make_participant(db, forum, guest)
        )  # fmt: skip
    db.flush()
    db.expire_all()
    key, spoken = PersonId(guest.id), []
    event.listen(db.get_bind(), "before_cursor_execute", lambda *said: spoken.append(said[2]))
    assert len(took_part.load(db, person_id=key, tag="en")) == forums
    return len(spoken)


def test_one_forum_and_thirty_cost_the_same_number_of_statements() -> None:
    assert (statements(new_database(), forums=1), statements(new_database(), forums=30)) == (2, 2)
