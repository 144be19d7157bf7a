"""The page of organisers and the alliance in the window: every word has room, every control a name, on every tab."""

import pytest

from gui_desk import Desk
from gui_walking import cut_words, low_words, nameless

SIZES = [(1440, 900), (1366, 768), (1280, 720)]
TABS = ["organisers", "members", "offices", "agreements", "appointments"]


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_word_on_every_tab_has_room_and_every_control_a_name(desk: Desk, language: str) -> None:
    desk.open_sample("alliance")
    desk.window.set_language(language)
    found: dict[str, list[str]] = {}
    for tab in TABS:
        for width, height in SIZES:
            desk.window.resize(width, height)
            desk.window.go("alliance", f"{tab}:new")
            desk.settle()
            said = cut_words(desk.window) + low_words(desk.window) + nameless(desk.window)
            if said:
                found[f"{tab} {width}x{height}"] = said

    assert found == {}


def test_the_page_stands_in_the_rail_and_in_the_go_to_box(desk: Desk) -> None:
    desk.open_sample("alliance")

    names = [command.key for command in desk.window.commands.available()]

    assert desk.window.stack.key() == "alliance"
    assert [key for key in names if "alliance" in key] == [
        "page_alliance",
        "alliance_members",
        "alliance_offices",
        "alliance_agreements",
        "alliance_appointments",
    ]
