"""What enters the text layer: cleaned of everything that isn't text, and nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.documents.typesetting.characters import clean, grapheme_end, keep_together, take_joiners


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


@given(st.text(max_size=40))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet="沈知行ab ", min_size=1, max_size=12))
def test_kept_together_text_loses_its_joiners_and_keeps_its_letters(text: str) -> None:
    assert take_joiners(keep_together(text)) == (text, frozenset(range(1, len(text))))


@pytest.mark.parametrize("grapheme", ["a", "é", "x\u0323\u0302", "👩\u200d👩\u200d👧", "👍🏽", "𬭎\ufe00", "က်"])
def test_a_grapheme_is_taken_whole(grapheme: str) -> None:
    assert grapheme_end(grapheme + "z", 0) == len(grapheme)
