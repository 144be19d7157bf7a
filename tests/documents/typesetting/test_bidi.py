"""Order on the line: Unicode's own conformance cases, and what must hold for any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.documents.typesetting import bidi

CASES = Path(__file__).parent / "data" / "bidi_character_sample.txt"
DIRECTIONS = {"0": 0, "1": 1, "2": None}
LETTERS = st.text(alphabet="aZ5 ,.()[]אבعڈ٣\u0301–:/%+😀昆", max_size=24)


def test_the_algorithm_agrees_with_unicodes_conformance_cases() -> None:
    cases = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    wrong = []
    for case in cases:
        codes, direction, paragraph_level, expected_levels, expected_order = case.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())

        base, levels = bidi.levels(text, DIRECTIONS[direction])
        on_line = bidi.line_levels(text, levels, base)

        written = " ".join("x" if level is None else str(level) for level in on_line)
        order = " ".join(map(str, bidi.visual_order(on_line)))
        if (str(base), written, order) != (paragraph_level, expected_levels, expected_order):
            wrong.append(case)
    assert (len(cases), wrong) == (2000, [])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ابج (UHS 2026) دهو", "وهد (UHS 2026) جبا"),
        ("ابج 13 دهو", "وهد 13 جبا"),
        ("Prof. ابج (UHS), Lahore", "Prof. جبا (UHS), Lahore"),
        ("ابج، 5 (A-301)", "(A-301) 5 ،جبا"),
        ("10:30 ابج", "جبا 10:30"),
    ],
)
def test_words_numbers_and_brackets_stand_where_a_reader_of_urdu_looks_for_them(text: str, shown: str) -> None:
    base, levels = bidi.levels(text)

    order = bidi.visual_order(bidi.line_levels(text, levels, base))

    mirrored = {"(": ")", ")": "("}
    found = "".join(mirrored.get(text[i], text[i]) if (levels[i] or 0) & 1 else text[i] for i in order)
    assert found == shown


@given(LETTERS)
def test_every_character_is_shown_exactly_once(text: str) -> None:
    base, levels = bidi.levels(text)

    assert sorted(bidi.visual_order(bidi.line_levels(text, levels, base))) == list(range(len(text)))


@given(st.text(alphabet="aZ5 ,.()昆é😀", max_size=24))
def test_text_without_right_to_left_characters_stays_as_it_is(text: str) -> None:
    assert bidi.levels(text) == (0, [0] * len(text))
