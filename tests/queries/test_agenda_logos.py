"""Logos for the agenda: named in the order of names, read in one statement, absent where nobody has one."""

import hashlib
from collections.abc import Iterator

import msgspec
import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.kinds import OrganiserRole
from forumplanner.queries import agenda
from forumplanner.records import Asset, Forum, Institution
from forumplanner.snapshots.agenda import AgendaPaper


@pytest.fixture
def db() -> Iterator[Db]:
    with make.new_database() as session:
        yield session


def kept(db: Db, data: bytes) -> str:
    key = hashlib.sha256(data).hexdigest()
    db.add(Asset(id=key, media_type="image/png", data=data))
    return key


def house(db: Db, data: bytes = b"") -> Institution:
    return make.make_institution(db, logo=kept(db, data) if data else "")


def loaded(db: Db, forum: Forum) -> AgendaPaper:
    db.flush()
    db.expire_all()
    return agenda.load(db, forum_id=forum.id)


def test_logos_come_in_the_order_of_the_names(db: Db) -> None:
    forum = make.make_forum(db)
    first, bare, sponsor = house(db, b"first"), house(db), house(db, b"sponsor")
    for place, one in enumerate((bare, first)):
        make.make_organiser(db, forum, one, position=place)
    make.make_organiser(db, forum, sponsor, OrganiserRole.SPONSOR)
    make.make_organiser(db, forum, bare, OrganiserRole.MEDIA)

    programme = loaded(db, forum)

    assert [group.logos for group in programme.organisers] == [("", first.logo), (sponsor.logo,), ()]
    assert agenda.logos(db, programme) == {first.logo: b"first", sponsor.logo: b"sponsor"}
    assert msgspec.json.decode(msgspec.json.encode(programme), type=AgendaPaper) == programme


def test_a_parallel_forum_has_the_logos_of_its_organisers_else_of_its_convener(db: Db) -> None:
    forum = make.make_forum(db)
    school, convener = house(db, b"school"), house(db, b"convener")
    with_both = make.make_track(db, forum, "A", position=0, convener_id=convener.id)
    make.make_track(db, forum, "B", position=1, convener_id=convener.id)
    make.make_track(db, forum, "C", position=2)
    make.make_organiser(db, forum, school, track_id=with_both.id)

    programme = loaded(db, forum)

    assert [track.logos for track in programme.tracks] == [(school.logo,), (convener.logo,), ()]
    assert programme.organisers == ()


def test_a_logo_that_was_not_kept_is_missing(db: Db) -> None:
    forum = make.make_forum(db)
    make.make_organiser(db, forum, make.make_institution(db, logo="0" * 64))

    assert agenda.logos(db, loaded(db, forum)) == {}


@pytest.mark.parametrize("count", [1, 300])
def test_all_logos_are_read_in_one_statement(db: Db, count: int) -> None:
    forum = make.make_forum(db)
    for n in range(count):
        make.make_organiser(db, forum, house(db, str(n).encode()), position=n)
    programme = loaded(db, forum)
    seen: list[object] = []
    event.listen(db.get_bind(), "before_cursor_execute", lambda *args: seen.append(args[2]))

    found = agenda.logos(db, programme)

    assert (len(found), len(seen)) == (count, 1)
