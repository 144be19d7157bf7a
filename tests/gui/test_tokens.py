"""Colours: every pair that is drawn can be read, by the formula of WCAG 2.2."""

from dataclasses import asdict

import pytest

from forumplanner.domain.colours import CATEGORY_COLOURS
from forumplanner.domain.kinds import Category
from forumplanner.gui.tokens import CATEGORY, DARK, LIGHT, SCHEMES, TONES, TRACKS, Scheme, contrast

GROUNDS = ("surface", "window", "sunken", "hover", "sel")
WORDS = ("text", "text2", "text3", "accent_text", *TONES)
SCHEME = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


def colour(scheme: Scheme, token: str) -> str:
    return str(getattr(scheme, token))


@SCHEME
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_words_can_be_read_on_every_ground(scheme: Scheme, ground: str, word: str) -> None:
    assert contrast(colour(scheme, word), colour(scheme, ground)) >= 4.5


@SCHEME
@pytest.mark.parametrize("tone", TONES)
def test_tones_can_be_read_on_their_own_tint(scheme: Scheme, tone: str) -> None:
    assert contrast(colour(scheme, tone), colour(scheme, f"{tone}_tint")) >= 4.5


@SCHEME
@pytest.mark.parametrize(
    ("word", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_press"),
        ("accent_text", "accent_tint"),
        ("text2", "pressed"),
        ("text", "pressed"),
        ("text", "raised"),
        ("text", "hit"),
        ("tip_text", "tip"),
        ("toast_link", "tip"),
        ("text3", "warn_tint"),
        ("text3", "danger_tint"),
        ("text2", "danger_tint"),
        ("text2", "warn_tint"),
        ("text2", "info_tint"),
        ("text2", "ok_tint"),
    ],
)
def test_words_can_be_read_on_fills(scheme: Scheme, word: str, ground: str) -> None:
    assert contrast(colour(scheme, word), colour(scheme, ground)) >= 4.5


@SCHEME
@pytest.mark.parametrize("token", ["disabled", "accent", "field"])
def test_edges_and_disabled_words_can_be_seen(scheme: Scheme, token: str) -> None:
    assert min(contrast(colour(scheme, token), colour(scheme, g)) for g in ("surface", "sunken")) >= 3


@pytest.mark.parametrize("category", Category)
def test_a_category_has_the_colour_of_its_badge_with_white_words(category: Category) -> None:
    assert CATEGORY[category].solid == CATEGORY_COLOURS[category]
    assert contrast("#FFFFFF", CATEGORY[category].solid) >= 4.5


@pytest.mark.parametrize("category", Category)
def test_a_categorys_square_can_be_seen_in_both_schemes(category: Category) -> None:
    assert contrast(CATEGORY[category].solid, LIGHT.surface) >= 3
    assert contrast(CATEGORY[category].dark, DARK.surface) >= 3


@pytest.mark.parametrize("name", SCHEMES)
def test_sessions_can_be_read_on_their_tracks_tint(name: str) -> None:
    worst = min(contrast(track.text, track.tint) for track in TRACKS[name].values())

    assert worst >= 4.5


def test_both_schemes_colour_the_same_things() -> None:
    assert asdict(LIGHT).keys() == asdict(DARK).keys()


def test_contrast_of_black_on_white_is_the_formulas_greatest() -> None:
    assert contrast("#000000", "#FFFFFF") == 21
    assert contrast("#777777", "#777777") == 1
