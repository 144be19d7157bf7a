"""Calendar files and mails come from a mailbox that somebody reads."""

import pytest

from checked_forum import forum, found, told
from forumplanner.checks import forum as card
from forumplanner.snapshots.findings import Page, Place


def test_a_forum_without_a_mailbox_is_found() -> None:
    (gap,) = found(forum(mailbox=""), card.mailbox)

    assert gap.place == Place(Page.FORUM, "forum")
    assert gap.message == {
        "zh-Hans": "没有联系邮箱，日历文件只能写一个无人收信的主办方。",
        "en": "The forum has no mailbox, so calendar files name a neutral organiser nobody can answer.",
    }


@pytest.mark.parametrize("address", ["office@yunling,example", "office", "a b@c.example", "@c.example", "a@b"])
def test_text_that_is_no_address_is_quoted(address: str) -> None:
    assert told(forum(mailbox=address), card.mailbox) == [
        (
            f"“{address}”不是邮箱地址，日历文件只能写一个无人收信的主办方。",
            f"“{address}” is no mail address, so calendar files name a neutral organiser nobody can answer.",
        )
    ]


def test_an_address_is_in_order() -> None:
    assert found(forum(mailbox=" office@yunling.example "), card.mailbox) == []
