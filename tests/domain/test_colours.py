"""Colours of papers: white words can be read on every category, accents are darkened until they can."""

import pytest

from forumplanner.domain import colours
from forumplanner.domain.kinds import Category


@pytest.mark.parametrize("category", Category)
def test_white_reads_on_every_category(category: Category) -> None:
    assert colours.contrast_ratio(colours.CATEGORY_COLOURS[category], "#FFFFFF") >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (colours.INK, "#FFFFFF"),
        (colours.GREY, "#FFFFFF"),
        (colours.GREY, colours.TINT),
        (colours.GREY, colours.ACCENT_TINT),
        (colours.ON_ACCENT_SECOND, colours.ACCENT),
        (colours.SIGNAL, colours.SIGNAL_TINT),
        *[(c, "#FFFFFF") for c in colours.TRACK_COLOURS],
    ],
)
def test_text_reads_on_its_ground(text: str, ground: str) -> None:
    assert colours.contrast_ratio(text, ground) >= 4.5


def test_a_light_accent_is_darkened_until_white_reads_on_it() -> None:
    assert colours.contrast_ratio(colours.accent_colour("#FFCC00"), "#FFFFFF") >= 7
    assert colours.accent_colour("#101010") == "#101010"
    assert colours.accent_colour() == colours.ACCENT


def test_tracks_repeat_their_hues_after_four() -> None:
    assert colours.track_colour(4) == colours.TRACK_COLOURS[0]
