"""A forum may name a country otherwise; what is the program's own name is not kept."""

import pytest

from factories import make_forum
from forumplanner.actions.country_names import name_country
from forumplanner.actions.found import NotPossible
from forumplanner.domain.history import sentence
from forumplanner.domain.ids import ForumId
from forumplanner.records import Forum
from forumplanner.store import Store
from planner_file import Filling


@pytest.fixture
def forum_id(filling: Filling) -> ForumId:
    with filling() as db:
        return ForumId(make_forum(db, words={"organiser.host": {"en": "Host"}}).id)


def words(store: Store, forum_id: ForumId) -> dict[str, dict[str, str]] | None:
    with store.read() as db:
        return db.get_one(Forum, forum_id).words


def test_a_name_is_kept_beside_other_words_and_undone(store: Store, forum_id: ForumId) -> None:
    name_country(store, forum_id=forum_id, country="VN", texts={"en": " Vietnam ", "zh-Hans": "越南"})

    assert words(store, forum_id) == {"organiser.host": {"en": "Host"}, "country.VN": {"en": "Vietnam"}}
    step = store.history(limit=1)[0]
    assert sentence(step.kind, step.values, "zh-Hans") == "填写越南在本次论坛中的名称"
    store.undo()
    assert words(store, forum_id) == {"organiser.host": {"en": "Host"}}


def test_empty_names_are_the_programs_again(store: Store, forum_id: ForumId) -> None:
    name_country(store, forum_id=forum_id, country="VN", texts={"en": "Vietnam"})
    name_country(store, forum_id=forum_id, country="VN", texts={"en": "", "zh-Hans": ""})

    assert words(store, forum_id) == {"organiser.host": {"en": "Host"}}


@pytest.mark.parametrize("country", ["", "XX", "Viet Nam"])
def test_what_is_no_country_is_refused(store: Store, forum_id: ForumId, country: str) -> None:
    with pytest.raises(NotPossible, match="Choose the country first"):
        name_country(store, forum_id=forum_id, country=country, texts={"en": "Somewhere"})
