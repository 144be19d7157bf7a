"""Several addresses in one field: put right where that is certain, kept as written where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.mailbox_lists import Mailboxes, read_mailboxes
from forumplanner.domain.mailboxes import AddressFault


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("", ()),
        ("lin@yunling.example, zhou@yunling.example", ("lin@yunling.example", "zhou@yunling.example")),
        ("lin＠yunling。example；zhou@yunling.example", ("lin@yunling.example", "zhou@yunling.example")),
        ("lin@yunling.example zhou@yunling.example", ("lin@yunling.example", "zhou@yunling.example")),
        ("lin@yunling.example，lin@yunling.example", ("lin@yunling.example",)),
    ],
)
def test_addresses_are_parted_and_put_right(written: str, addresses: tuple[str, ...]) -> None:
    assert read_mailboxes(written) == Mailboxes(addresses)


def test_what_is_no_address_is_kept_and_named() -> None:
    read = read_mailboxes("lin @yunling.example, zhou.example")

    assert read.addresses == ("lin @yunling.example", "zhou.example")
    assert read.faults == (("lin @yunling.example", AddressFault.SPACE), ("zhou.example", AddressFault.NO_AT))


@given(st.text(max_size=60))
def test_reading_what_was_read_changes_nothing_more(written: str) -> None:
    once = read_mailboxes(written).addresses
    assert read_mailboxes(", ".join(once)).addresses == once
