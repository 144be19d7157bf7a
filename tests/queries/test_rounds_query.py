"""What a round weighs people by: duties, phones, who looks after whom; the same statements for one and many."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from factories import (
    make_appearance,
    make_delegation,
    make_forum,
    make_item,
    make_part,
    make_participant,
    make_person,
    make_session,
    new_database,
)
from forumplanner.domain.kinds import Category, Role
from forumplanner.queries import rounds
from forumplanner.records import Forum
from forumplanner.snapshots.rounds import Duty, Liaison


@pytest.fixture
def db() -> Iterator[Db]:
    with new_database() as session:
        yield session


def make_group(db: Db, people: int) -> Forum:
    """A delegation whose head is looked after by a volunteer; everybody chairs the part and speaks in it."""
    forum = make_forum(db)
    part = make_part(db, make_session(db, forum))
    volunteer = make_participant(
        db, forum, make_person(db, zh="何苗", latin="He Miao", phone="13800000001"), Category.VOLUNTEER
    )
    group = make_delegation(db, forum, liaison_id=volunteer.id)
    for place in range(people):
        person = make_person(db, latin=f"Guest {place}", phone=f"+84 24 000{place}")
        guest = make_participant(db, forum, person)
        guest.delegation_id, guest.role_in_delegation = group.id, "member" if place else "head"
        make_appearance(db, part, guest, role=Role.MODERATOR)
        make_appearance(db, make_item(db, part), guest, role=Role.PANELIST)
    db.flush()
    return forum


def statements(db: Db, forum: Forum) -> int:
    seen: list[str] = []

    def note(*arguments: object) -> None:
        seen.append(str(arguments[2]))

    db.expire_all()
    bind = db.get_bind()
    event.listen(bind, "before_cursor_execute", note)
    rounds.load(db, forum_id=forum.id)
    event.remove(bind, "before_cursor_execute", note)
    return len(seen)


def test_duties_phones_and_who_looks_after_them(db: Db) -> None:
    forum = make_group(db, 2)
    duties = rounds.load(db, forum_id=forum.id)

    assert sorted(map(sorted, duties.of.values())) == [
        [Duty.CHAIR, Duty.HEAD, Duty.SPEAKER],
        [Duty.CHAIR, Duty.SPEAKER],
    ]
    assert sorted(duties.phones.values()) == ["+84 24 0000", "+84 24 0001", "13800000001"]
    assert set(duties.liaisons.values()) == {Liaison(("何苗", "He Miao"), "13800000001")}


def test_one_person_and_two_hundred_cost_the_same_statements(db: Db) -> None:
    small, large = make_group(db, 1), make_group(db, 200)

    assert statements(db, small) == statements(db, large)
