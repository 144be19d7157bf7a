"""What is an address, and what languages are called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.languages import base, language_name
from forumplanner.domain.mailboxes import AddressFault, Mailbox, domain_of, is_mailbox, read_mailbox


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


@pytest.mark.parametrize(
    ("written", "mailbox"),
    [
        ("a@b.cn", Mailbox("a@b.cn")),
        (" A.B@Menam.Example ", Mailbox("A.B@menam.example", repaired=True)),
        ("li＠med．edu。example", Mailbox("li@med.edu.example", repaired=True)),
        ("Ms Wang <wang@med.example>", Mailbox("wang@med.example", repaired=True)),
        ("mailto:wang@med.example", Mailbox("wang@med.example", repaired=True)),
        ("\u200bwang@med.example", Mailbox("wang@med.example", repaired=True)),
        ("x@例子.example", Mailbox("x@xn--fsqu00a.example", repaired=True)),
        ("阮@例子.example", Mailbox("阮@xn--fsqu00a.example", repaired=True, international=True)),
    ],
)
def test_an_address_is_read_as_people_write_it(written: str, mailbox: Mailbox) -> None:
    assert read_mailbox(written) == mailbox


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", AddressFault.EMPTY),
        (" \u3000", AddressFault.EMPTY),
        ("a@b.example\nBcc: c@d.example", AddressFault.LINE_BREAK),
        ("a@b.example\u2028c", AddressFault.LINE_BREAK),
        ("a@b.example;c@d.example", AddressFault.SEVERAL),
        ("a@b.example c@d.example", AddressFault.SEVERAL),
        ("a@b.example、c@d.example", AddressFault.SEVERAL),
        ("a b@c.example", AddressFault.SPACE),
        ("office", AddressFault.NO_AT),
        ("a@@b.example", AddressFault.NO_AT),
        ("a@qq,com", AddressFault.DOMAIN),
        ("a@b", AddressFault.DOMAIN),
        ("a@127.0.0.1", AddressFault.DOMAIN),
        ("a@-b.example", AddressFault.DOMAIN),
        ("@b.example", AddressFault.LOCAL_PART),
        (".a@b.example", AddressFault.LOCAL_PART),
        ("a..b@c.example", AddressFault.LOCAL_PART),
        ("=?utf-8?q?a?=@b.example", AddressFault.LOCAL_PART),
        (f"{'a' * 65}@b.example", AddressFault.TOO_LONG),
    ],
)
def test_nothing_else_is_guessed(written: str, fault: AddressFault) -> None:
    assert read_mailbox(written) is fault


@given(st.text(max_size=40), st.text(max_size=40))
def test_what_is_read_fits_into_one_line_of_smtp(local: str, domain: str) -> None:
    read = read_mailbox(f"{local}@{domain}.example")

    if isinstance(read, Mailbox):
        assert not any(c.isspace() or ord(c) < 32 or c in "<>" for c in read.address)
        assert read_mailbox(read.address) == Mailbox(read.address, international=read.international)
