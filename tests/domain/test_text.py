"""LocalizedText: one side edited marks the other until somebody confirms it."""

from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.text import EMPTY, LocalizedText, tidy

TEA = LocalizedText.of({"zh-Hans": "茶歇", "en": "Tea break"})


def test_editing_one_side_marks_the_other() -> None:
    edited = TEA.edited("zh-Hans", "茶歇与合影")

    assert edited.get("zh-Hans") == "茶歇与合影"
    assert edited.needs_review("en")
    assert not edited.needs_review("zh-Hans")
    assert not TEA.needs_review("en")


def test_confirming_ends_the_mark() -> None:
    edited = TEA.edited("zh-Hans", "茶歇与合影").confirmed("en")

    assert not edited.needs_review("en")
    assert edited.get("en") == "Tea break"


def test_a_side_that_follows_the_other_leaves_none_to_review() -> None:
    followed = TEA.edited("zh-Hans", "合影").edited("en", "Group photo")

    assert not followed.needs_review("zh-Hans")
    assert not followed.needs_review("en")
    assert followed.edited("en", "Group photograph").needs_review("zh-Hans")


def test_a_gap_that_is_filled_leaves_none_to_review() -> None:
    filled = LocalizedText.of({"zh-Hans": "茶歇"}).edited("en", "Tea break")

    assert not filled.needs_review("zh-Hans")
    assert not filled.needs_review("en")


def test_writing_the_first_side_marks_nothing() -> None:
    text = EMPTY.edited("en", "Tea break")

    assert text == LocalizedText.of({"en": "Tea break"})
    assert text.missing(("zh-Hans", "en")) == ("zh-Hans",)


def test_the_same_words_again_change_nothing() -> None:
    assert TEA.edited("en", "  Tea break ") is TEA


def test_an_emptied_side_goes() -> None:
    assert TEA.edited("en", "").lines(("zh-Hans", "en")) == ("茶歇", "")


def test_any_language_pair_works() -> None:
    text = LocalizedText.of(ru="Кофе-пауза", lo="ພັກ")

    assert text.lines(("lo", "ru")) == ("ພັກ", "Кофе-пауза")
    assert text.best("en", "ru") == "Кофе-пауза"


@given(st.text())
def test_kept_text_has_no_controls_and_stays_as_it_is(text: str) -> None:
    once = tidy(text)

    assert tidy(once) == once
    assert not any(ord(c) < 32 and c != "\n" for c in once)


@given(st.lists(st.tuples(st.sampled_from(["zh-Hans", "en", "ru"]), st.text(max_size=3), st.booleans())))
def test_the_last_written_side_never_needs_review(edits: list[tuple[str, str, bool]]) -> None:
    text = EMPTY
    for tag, words, confirm in edits:
        text = text.confirmed(tag) if confirm else text.edited(tag, words)
        if not confirm and tidy(words) and text.get(tag) == tidy(words):
            before = text.edited(tag, tidy(words) + "!")
            assert not before.needs_review(tag)
