"""What enters the text layer: cleaned of everything that isn't text, and nothing more."""

import sys
import unicodedata

import pytest
from fontTools import unicodedata as properties
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.documents.typesetting.characters import (
    clean,
    grapheme_end,
    keep_together,
    script,
    spread,
    take_marks,
)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("A\u202eevil\u202c name\x07", "Aevil name"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("tab\tstop", "tab stop"),
        ("e\u0301 Nguye\u0302\u0303n", "é Nguyễn"),
        ("soft\u00adhyphen \ufeff\ud800", "softhyphen "),
        ("ශ්\u200dරී \u200bខ", "ශ්\u200dරී \u200bខ"),
        ("<b>Li & Wang</b>", "<b>Li & Wang</b>"),
    ],
)
def test_controls_vanish_and_text_stays(raw: str, kept: str) -> None:
    assert clean(raw) == kept


def test_beside_a_control_character_no_printable_one_is_dropped_or_replaced() -> None:
    printable = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isprintable()]

    assert [char for char in printable if clean(f"{char}\x07") != unicodedata.normalize("NFC", char)] == []


@given(st.text(max_size=40))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="沈知行ab ", min_size=1, max_size=12))
def test_kept_together_text_loses_its_joiners_and_keeps_its_letters(text: str) -> None:
    assert take_marks(keep_together(text)) == (text, frozenset(range(1, len(text))), frozenset())


@pytest.mark.parametrize(
    ("name", "widened"),
    [("李松", [0]), ("𬭎龙", [0]), ("嘉宾", [0]), ("陈国强", []), ("李", []), ("Li", []), ("李L", [])],
)
def test_two_chinese_characters_are_spread_and_stay_the_same_text(name: str, widened: list[int]) -> None:
    found = take_marks(spread(name))

    assert (found.text, sorted(found.widened)) == (name, widened)


def test_only_chinese_characters_are_widened() -> None:
    assert take_marks("\ufdd0李\ufdd0L\ufdd0i ") == ("李Li ", frozenset({0, 1, 2}), frozenset({0}))


@pytest.mark.parametrize("grapheme", ["a", "é", "x\u0323\u0302", "👩\u200d👩\u200d👧", "👍🏽", "𬭎\ufe00", "က်"])
def test_a_grapheme_is_taken_whole(grapheme: str) -> None:
    assert grapheme_end(grapheme + "z", 0) == len(grapheme)


RARE = (0x200, 0x2A6, 0x2A7, 0x2B7, 0x2B8, 0x2CB, 0x2CE, 0x2CF, 0x2EB, 0x2F8, 0x313)
"""Blocks of 256 characters in which the ideographs of other planes begin and end."""


@pytest.mark.parametrize("block", [*range(0x100), *RARE], ids=lambda block: f"U+{block:02X}xx")
def test_every_character_has_its_own_script_and_chinese_signs_are_chinese(block: int) -> None:
    for char in map(chr, range(block << 8, block + 1 << 8)):
        found = properties.script(char)
        of_east_asia = "\u3000" <= char <= "\u303f" or "\uff00" <= char <= "\uffef"
        assert script(char) == ("Hani" if found == "Zyyy" and of_east_asia else found)
