"""Badge tokens: fixed length, one alphabet, mistakes found."""

import random

from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.tokens import ALPHABET, LENGTH, is_token, new_token

tokens = st.integers().map(lambda seed: new_token(random.Random(seed)))


@given(tokens)
def test_a_token_is_twelve_characters_of_a_scanner_safe_alphabet(token: str) -> None:
    assert len(token) == LENGTH
    assert token.startswith("FP")
    assert set(token) <= set(ALPHABET)
    assert is_token(token)
    assert is_token(token.lower())


@given(tokens, st.integers(2, LENGTH - 1), st.sampled_from(ALPHABET))
def test_any_single_wrong_character_is_found(token: str, place: int, wrong: str) -> None:
    mistaken = token[:place] + wrong + token[place + 1 :]

    assert is_token(mistaken) == (mistaken == token)


def test_tokens_do_not_repeat() -> None:
    assert len({new_token() for _ in range(1000)}) == 1000


def test_other_texts_are_no_tokens() -> None:
    assert not any(is_token(text) for text in ("", "FP", "FP123", "XX84G7ZWYRD6", "FPILOU567890"))
