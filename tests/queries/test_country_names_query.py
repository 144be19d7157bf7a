"""A country that a forum names in its own way is named so on its papers, and only on its own."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session as Db

import factories as make
from forumplanner.domain.kinds import Category, ItemKind
from forumplanner.domain.names import PersonName
from forumplanner.gui import reading
from forumplanner.i18n import use
from forumplanner.queries import agenda, badges, forums, running_order
from forumplanner.records import Forum

LAOS = {"country.LA": {"zh-Hans": "老挝人民民主共和国", "en": "Laos"}}


@pytest.fixture
def db() -> Iterator[Db]:
    with make.new_database() as session:
        yield session


def filled(db: Db, **fields: object) -> Forum:
    """A forum in which somebody from a Lao university speaks."""
    forum = make.make_forum(db, **fields)
    college = make.make_institution(db, "琅南塔学院", "Luang Namtha College", country="LA")
    person = make.make_person(
        db,
        name=PersonName(zh="坎苏", latin="Khamsouk"),
        country="LA",
        title=make.text("校长", "President"),
        institution=college,
    )
    speaker = make.make_participant(db, forum, person, Category.SPEAKER)
    item = make.make_item(db, make.make_part(db, make.make_session(db, forum)), kind=ItemKind.ADDRESS)
    make.make_appearance(db, item, speaker)
    make.make_badge(db, forum, speaker)
    db.commit()
    return forum


def on_papers(db: Db, forum: Forum) -> set[tuple[str, ...]]:
    """The post on the agenda and in the running order, and the country on the badge."""
    ((day,),) = ([*agenda.load(db, forum_id=forum.id).days],)
    on_agenda = day.sessions[0].parts[0].items[0].people[0].posts
    on_stage = running_order.load(db, forum_id=forum.id).sessions[0].items[0].people[0].posts
    (badge,) = badges.load(db, forum_id=forum.id).badges
    return {on_agenda, on_stage, badge.country}


def test_papers_take_the_forums_own_name(db: Db) -> None:
    assert on_papers(db, filled(db, words=LAOS)) == {
        ("老挝人民民主共和国琅南塔学院校长", "President, Luang Namtha College, Laos"),
        ("老挝人民民主共和国", "Laos"),
    }


def test_another_forum_keeps_the_programs_name(db: Db) -> None:
    filled(db, words=LAOS)

    assert on_papers(db, filled(db)) == {
        ("老挝琅南塔学院校长", "President, Luang Namtha College, Lao PDR"),
        ("老挝", "Lao PDR"),
    }


def test_a_language_without_a_name_of_its_own_keeps_the_programs(db: Db) -> None:
    assert ("老挝", "Laos") in on_papers(db, filled(db, words={"country.LA": {"en": "Laos"}}))


def test_the_window_names_countries_as_the_forum_that_is_shown(db: Db) -> None:
    filled(db, words=LAOS)
    (card,) = forums.load(db)

    reading.name_countries(card.country_words())
    named = reading.country("LA")
    use("zh-Hans")
    chinese = reading.country("LA")
    reading.name_countries({})

    assert (named, chinese, reading.country("LA")) == ("Laos", "老挝人民民主共和国", "老挝")
