"""What papers say that a consular guest is: a chosen post, else the title as the post writes it, else the class."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.kinds import Category, ConsularClass, ConsularRole
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import LocalizedText
from forumplanner.queries import paper
from forumplanner.records import ConsularGuest, ConsularPost, Forum, Participant, Person


@pytest.fixture
def db() -> Iterator[Db]:
    with make.new_database() as session:
        yield session


def consul(db: Db, forum: Forum, written: LocalizedText | None = None, **post: Any) -> tuple[Person, Participant]:
    """A consul-general of Thailand, with that title as the consular post writes it."""
    person = make.make_person(db, name=PersonName(zh="颂猜", latin="Somchai"), country="TH", **post)
    participant = make.make_participant(db, forum, person, Category.CONSULAR)
    name = make.text("泰国驻昆明总领事馆", "Consulate-General of Thailand in Kunming")
    mission = ConsularPost(id=uuid.uuid4(), country="TH", name=name)
    guest = ConsularGuest(
        id=uuid.uuid4(),
        forum_id=forum.id,
        consular_post_id=mission.id,
        participant_id=participant.id,
        role=ConsularRole.HEAD,
        consular_class=ConsularClass.CONSUL_GENERAL,
    )
    if written:
        guest.title = written
    db.add_all([mission, guest])
    db.flush()
    return person, participant


def printed(db: Db, forum: Forum, person: Person, *chosen: uuid.UUID | None) -> tuple[str, ...]:
    held = paper.posts(db, forum.id).used(person.id, *chosen)
    return paper.post_lines(held, ("zh-Hans", "en"), home="CN", country=person.country)


def test_the_title_stands_as_the_consular_post_writes_it(db: Db) -> None:
    forum = make.make_forum(db)
    person, _participant = consul(
        db, forum, make.text("代总领事", "Acting Consul-General"), title=make.text("领事", "Consul")
    )

    assert printed(db, forum, person) == (
        "泰国驻昆明总领事馆代总领事",
        "Acting Consul-General, Consulate-General of Thailand in Kunming",
    )


def test_a_post_that_was_chosen_goes_before_it(db: Db) -> None:
    forum = make.make_forum(db)
    person, _participant = consul(db, forum, make.text("总领事", "Consul-General"))
    chosen = make.make_post(db, person, title=make.text("领团团长", "Dean of the Consular Corps"))
    db.flush()

    assert printed(db, forum, person, chosen.id) == ("泰国领团团长", "Dean of the Consular Corps, Thailand")


def test_without_a_title_the_persons_own_post_stands(db: Db) -> None:
    forum = make.make_forum(db)
    person, _participant = consul(db, forum, title=make.text("泰国总领事", "Consul-General of Thailand"))

    assert printed(db, forum, person) == ("泰国总领事", "Consul-General of Thailand")


def test_without_either_the_consular_class_does(db: Db) -> None:
    forum = make.make_forum(db)
    person, _participant = consul(db, forum)

    assert printed(db, forum, person) == (
        "泰国驻昆明总领事馆总领事",
        "Consul-General, Consulate-General of Thailand in Kunming",
    )


def test_nobody_else_has_a_post_that_nobody_entered(db: Db) -> None:
    forum = make.make_forum(db)
    person = make.make_person(db, "李松")
    make.make_participant(db, forum, person)
    db.flush()

    assert printed(db, forum, person) == ("", "")
