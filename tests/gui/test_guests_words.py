"""Every word of the page Guests has room and every control a name, also in its forms and its three views."""

from collections.abc import Callable
from functools import partial

import pytest

from forumplanner.gui.pages.guests import GuestsPage
from gui_desk import Desk
from gui_walking import cut_words, low_words, nameless

SIZES = ((1440, 900), (1280, 720))


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_word_of_lists_forms_and_views_has_room(desk: Desk, language: str) -> None:
    desk.open_sample("documents")
    desk.window.go("guests")
    desk.window.set_language(language)
    page = desk.window.stack.page()
    assert isinstance(page, GuestsPage)
    desk.settle()
    found: dict[str, list[str]] = {}
    scenes = scenes_of(page)
    for width, height in SIZES:
        desk.window.resize(width, height)
        desk.settle()
        for name, enter in scenes.items():
            enter()
            desk.settle()
            cut = cut_words(desk.window) + low_words(desk.window) + nameless(desk.window)
            if cut:
                found[f"{name} {width}"] = cut
        page.inspector.tabs.choose("details")
        page.forms.close()

    assert found == {}


def scenes_of(page: GuestsPage) -> dict[str, Callable[[], object]]:
    return {
        "lists": partial(page.show_target, "lists"),
        "log": page.forms.log,
        "posts": partial(page.forms.new, "posts"),
        "consul": partial(page.forms.new, "consul"),
        "honour": partial(page.forms.new, "honour"),
        "replace": page.forms.replace,
        "move": partial(page.forms.move, 1),
        "invite": page.forms.invite,
        "contacts": partial(page.inspector.tabs.choose, "contacts"),
        "calls": partial(page.show_target, "calls"),
        "chase": partial(page.show_target, "chase"),
    }
