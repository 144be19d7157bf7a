"""Setting up a forum: one title is enough, and a slip is refused before anything is made."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from forumplanner.actions.forums import create_forum
from forumplanner.domain.ids import new_id
from forumplanner.domain.kinds import ReleaseKind, StepKind
from forumplanner.domain.text import LocalizedText
from forumplanner.files import PlannerError
from forumplanner.queries import forums
from forumplanner.records import Release
from forumplanner.store import Store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "ours.forumplanner", actor="Lin") as store:
        yield store


def slugs_of(store: Store, *titles: str) -> list[str]:
    for title in titles:
        create_forum(store, title=LocalizedText.of(en=title))
    with store.read() as db:
        return list(db.scalars(text("select slug from forum order by rowid")))


def test_a_forum_is_one_step_with_its_title_in_both_languages(empty: Store) -> None:
    key = create_forum(
        empty,
        title=LocalizedText.of(zh_Hans="青岚论坛", en="Qinglan Forum"),
        starts_on=dt.date(2027, 10, 23),
        ends_on=dt.date(2027, 10, 25),
        city=LocalizedText.of(zh_Hans="昆明"),
    )

    with empty.read() as db:
        (card,) = forums.load(db)
    (step,) = empty.history()
    assert (card.id, card.title.texts, card.city.texts) == (str(key), ("青岚论坛", "Qinglan Forum"), ("昆明", ""))
    assert (card.starts_on, card.ends_on, card.zone, card.release) == (
        dt.date(2027, 10, 23),
        dt.date(2027, 10, 25),
        "Asia/Shanghai",
        "",
    )
    assert (step.kind, dict(step.values)) == (
        StepKind.CREATE_FORUM,
        {"title.zh-Hans": "青岚论坛", "title.en": "Qinglan Forum"},
    )


def test_a_title_in_one_language_speaks_for_both_in_the_history(empty: Store) -> None:
    create_forum(empty, title=LocalizedText.of(zh_Hans="青岚论坛"))

    assert dict(empty.history()[0].values) == {"title.zh-Hans": "青岚论坛", "title.en": "青岚论坛"}


@pytest.mark.parametrize(
    ("title", "ends_on"), [(LocalizedText(), None), (LocalizedText.of(en="Lake"), dt.date(2027, 10, 22))]
)
def test_a_slip_is_refused_and_leaves_no_step(empty: Store, title: LocalizedText, ends_on: dt.date | None) -> None:
    with pytest.raises(PlannerError, match="Nothing was made"):
        create_forum(empty, title=title, starts_on=dt.date(2027, 10, 23), ends_on=ends_on)

    assert empty.history() == []


def test_short_names_differ_from_each_other(empty: Store) -> None:
    made = slugs_of(empty, "The Lake Forum on Health", "Lake forum: Health", "湖")

    assert made == ["lake-forum-health", "lake-forum-health-2", "forum"]


def test_forums_are_listed_newest_first_and_undated_ones_before_them(empty: Store) -> None:
    for title, year in (("A", 2024), ("B", 2027), ("C", None)):
        day = dt.date(year, 5, 1) if year else None
        create_forum(empty, title=LocalizedText.of(en=title), starts_on=day)

    with empty.read() as db:
        names = [card.name("en") for card in forums.load(db)]

    assert names == ["C", "B", "A"]


def test_a_forum_goes_by_its_newest_issue_and_not_by_one_dated_ahead(empty: Store) -> None:
    forum = create_forum(empty, title=LocalizedText.of(en="Lake Forum"))
    with empty.step(StepKind.OTHER) as db:
        for day, name in ((1, "V1"), (5, "V2"), (20, "V3")):
            issued = dt.datetime(2027, 9, day, tzinfo=dt.UTC)
            db.add(Release(id=new_id(), forum_id=forum, name=name, kind=ReleaseKind.COMMENTS, issued_at=issued))

    with empty.read() as db:
        known = [forums.load(db, now=dt.datetime(2027, month, 10, tzinfo=dt.UTC))[0].release for month in (8, 9)]

    assert known == ["", "V2"]
