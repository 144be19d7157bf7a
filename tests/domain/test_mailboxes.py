"""What is an address, and what languages are called."""

import pytest

from forumplanner.domain.languages import base, language_name
from forumplanner.domain.mailboxes import domain_of, is_mailbox


@pytest.mark.parametrize("text", ["office@yunling.example", "a.b+c@mail.yunling.example", "A_B@Y-1.EXAMPLE"])
def test_addresses_are_mailboxes(text: str) -> None:
    assert is_mailbox(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "office",
        "office@",
        "@yunling.example",
        "a@b",
        "a b@c.example",
        "a@c,example",
        "a@c.example\n",
        "a@@c.example",
    ],
)
def test_other_text_is_none(text: str) -> None:
    assert not is_mailbox(text)


def test_the_domain_is_in_lower_case() -> None:
    assert domain_of("Office@Yunling.Example") == "yunling.example"


@pytest.mark.parametrize(
    ("tag", "chinese", "english"),
    [("zh-Hans", "中文", "Chinese"), ("en", "英文", "English"), ("ru-RU", "俄文", "Russian"), ("tlh", "tlh", "tlh")],
)
def test_a_language_has_a_name_for_each_reader(tag: str, chinese: str, english: str) -> None:
    assert language_name(tag) == {"zh-Hans": chinese, "en": english}


def test_the_base_of_a_tag_is_its_language() -> None:
    assert base("zh-Hans-CN") == "zh"
