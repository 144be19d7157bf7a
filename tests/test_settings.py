"""Settings: kept whole, read leniently; nothing in the file can keep the program from starting."""

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from forumplanner import settings
from forumplanner.settings import MAX_RECENT, Look, Recent, Settings


def test_what_is_saved_is_read_back() -> None:
    chosen = Settings(look=Look("zh-Hans", "dark")).with_recent(
        Recent("/home/湖.forumplanner", "湖", "10月", "2026-11-21")
    )

    settings.save(chosen)

    assert settings.load() == chosen


def test_a_new_user_has_the_defaults() -> None:
    assert settings.load() == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not json",
        "[]",
        '{"look": 3}',
        '{"look": {"scheme": "pink", "language": "fr"}}',
        '{"files": {"recent": [{"title": "no path"}, 7], "folder": 1}}',
        '{"unknown": {"x": 1}}',
    ],
)
def test_whatever_is_wrong_in_the_file_has_its_default(text: str) -> None:
    file = settings.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")

    assert settings.load() == Settings()


def test_a_good_value_beside_a_wrong_one_is_kept() -> None:
    file = settings.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        json.dumps({"look": {"scheme": "dark", "language": 3}, "place": {"width": "wide", "page": "people"}})
    )

    read = settings.load()

    assert (read.look.scheme, read.look.language, read.place.width, read.place.page) == ("dark", "", 1440, "people")


def test_recent_files_are_few_and_each_stands_once() -> None:
    chosen = Settings()
    for number in [*range(20), 5]:
        chosen = chosen.with_recent(Recent(f"/{number}", str(number)))

    paths = [recent.path for recent in chosen.files.recent]
    assert (len(paths), len(set(paths)), paths[:2]) == (MAX_RECENT, MAX_RECENT, ["/5", "/19"])
    assert [recent.path for recent in chosen.without_recent("/5").files.recent] == paths[1:]


def test_the_chosen_language_comes_before_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    chosen = Settings()

    assert chosen.language() == "zh-Hans"
    assert replace(chosen, look=Look("en")).language() == "en"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["look", "files", "recent", "path"]), inner)
    ),
    max_leaves=12,
)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JSON)
def test_any_json_at_all_gives_settings(data: object) -> None:
    file = settings.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data), encoding="utf-8")

    assert isinstance(settings.load(), Settings)
