"""The pages of numbers and of approval have room for every word in both languages and at every size."""

import pytest

from gui_desk import Desk
from gui_walking import cut_words, low_words, nameless

SIZES = [(1440, 900), (1366, 768), (1280, 720)]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize(("page", "target"), [("numbers", "countries"), ("numbers", "all"), ("approval", "new")])
def test_every_word_has_room_and_every_control_a_name(desk: Desk, page: str, target: str, language: str) -> None:
    desk.open_sample("overview")
    desk.window.go(page, target)
    desk.window.set_language(language)
    found: dict[str, list[str]] = {}
    for width, height in SIZES:
        desk.window.resize(width, height)
        desk.settle()
        found[f"{width}x{height}"] = cut_words(desk.window) + low_words(desk.window) + nameless(desk.window)

    assert found == {f"{width}x{height}": [] for width, height in SIZES}
