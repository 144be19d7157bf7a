"""The list of forums counts what each holds, and costs the same for one forum as for many."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session as Db

from forumplanner import sample
from forumplanner.actions.forums import create_forum
from forumplanner.domain.text import LocalizedText
from forumplanner.queries import forum_listing
from forumplanner.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "plan.forumplanner", actor="Lin") as opened:
        yield opened


def statements(db: Db) -> int:
    sent: list[str] = []
    connection = db.connection()
    event.listen(connection, "before_cursor_execute", lambda *arguments: sent.append(arguments[2]))
    forum_listing.load(db)
    return len(sent)


def test_counts_are_those_of_the_answer_key(store: Store) -> None:
    sample.write(store, 150)
    key = sample.answer_key(150)
    with store.read() as db:
        (forum,) = forum_listing.load(db)

    assert (forum.slug, forum.name("en"), forum.name("zh-Hans")) == (sample.SLUG, "Qinglan Forum", "青岚论坛")
    assert forum.counts | {"items": 0} == {
        "participants": 150,
        "delegations": key.delegations,
        "consular_guests": 6,
        "rooms": key.rooms,
        "tracks": key.parallel_forums,
        "sessions": key.sessions,
        "badges": key.badges + key.blanks,
        "releases": 1,
        "items": 0,
    }


def test_forums_without_a_date_stand_last(store: Store) -> None:
    create_forum(store, title=LocalizedText.of({"en": "Some day"}))
    sample.write(store, 150)
    with store.read() as db:
        listed = [forum.starts_on is None for forum in forum_listing.load(db)]

    assert listed == [False, True]


def test_one_forum_and_many_cost_the_same_number_of_statements(store: Store) -> None:
    create_forum(store, title=LocalizedText.of({"en": "First"}))
    with store.read() as db:
        one = statements(db)
    for number in range(12):
        create_forum(store, title=LocalizedText.of({"en": f"Forum {number}"}))
    with store.read() as db:
        many = statements(db)

    assert one == many == 10
