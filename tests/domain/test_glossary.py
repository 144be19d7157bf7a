"""The missing side of a text is suggested where the field or the file knows the pair."""

from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.glossary import Glossary, terms
from forumplanner.domain.text import LocalizedText


def pairs(*sides: tuple[str, str]) -> Glossary:
    return Glossary.of(LocalizedText.of(zh_Hans=zh, en=en) for zh, en in sides)


DEAN = pairs(("院长", "Dean"), ("教授", "Professor"))


def test_either_side_finds_the_other() -> None:
    assert DEAN.suggest(LocalizedText.of(zh_Hans="院长"), "en") == "Dean"
    assert DEAN.suggest(LocalizedText.of(en=" dean "), "zh-Hans") == "院长"


def test_a_list_is_put_together_where_every_entry_is_known() -> None:
    assert DEAN.suggest(LocalizedText.of(zh_Hans="院长、教授"), "en") == "Dean, Professor"
    assert DEAN.suggest(LocalizedText.of(en="Dean and Professor"), "zh-Hans") == "院长、教授"
    assert DEAN.suggest(LocalizedText.of(zh_Hans="院长、诗人"), "en") == ""


def test_a_side_that_is_due_for_review_teaches_nothing() -> None:
    doubtful = LocalizedText.of(zh_Hans="院长", en="Dean").edited("zh-Hans", "校长")

    assert Glossary.of([doubtful]).suggest(LocalizedText.of(zh_Hans="校长"), "en") == ""


def test_the_first_pair_of_a_text_wins() -> None:
    assert pairs(("致辞", "Address"), ("致辞", "Remarks")).suggest(LocalizedText.of(zh_Hans="致辞"), "en") == "Address"


def test_terms_of_the_field_have_both_sides_in_their_own_script() -> None:
    for term in terms():
        assert term.missing(("zh-Hans", "en")) == ()
        assert term.get("en").isascii() or "é" in term.get("en")
        assert "/" not in term.get("zh-Hans")


@given(st.text(max_size=30), st.text(max_size=30))
def test_what_is_suggested_was_said_somewhere(zh: str, en: str) -> None:
    text = LocalizedText.of(zh_Hans=zh, en=en)

    suggested = Glossary.of([text]).suggest(LocalizedText.of(zh_Hans=zh), "en")

    assert suggested == (text.get("en") if text.get("zh-Hans") else "")
