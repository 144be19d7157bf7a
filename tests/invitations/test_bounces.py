"""Mail that came back, as servers of several makes report it; broken reports are no reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounced import report
from forumplanner.invitations import bounces
from forumplanner.invitations.bounces import Bounce


def test_a_failed_delivery_names_the_mail_the_address_and_the_reason() -> None:
    (found,) = bounces.read(report("m1@y.example", "Siri@Menam.example"))

    assert found == Bounce("m1@y.example", "siri@menam.example", "5.1.1", "550 5.1.1 user unknown")
    assert found.code == 550


def test_a_delay_is_no_failure() -> None:
    assert bounces.read(report("m1@y.example", "siri@menam.example", action="delayed")) == ()


def test_the_head_of_the_mail_is_enough() -> None:
    (found,) = bounces.read(report("m1@y.example", "siri@menam.example", quoted="text/rfc822-headers"))

    assert found.message_id == "m1@y.example"


def test_a_server_that_names_recipients_in_the_head_alone() -> None:
    mail = report("m1@y.example", "siri@menam.example").replace(b"message/delivery-status", b"text/plain")
    (found,) = bounces.read(b"X-Failed-Recipients: Siri@Menam.example\r\n" + mail)

    assert (found.message_id, found.mailbox, found.code) == ("m1@y.example", "siri@menam.example", 550)


@pytest.mark.parametrize(
    ("status", "said", "code"), [("4.4.7", "", 450), ("5.2.2", "", 550), ("5.0.0", "smtp; 552 full", 552)]
)
def test_the_code_is_the_servers_or_follows_from_the_status(status: str, said: str, code: int) -> None:
    assert Bounce("m", "a@b.example", status, said).code == code


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Subject: hello\r\n\r\nI come.",
        b"x" * 1_000_001,
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/report; boundary=b\r\n\r\n"
            b"--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        ),
        b"MIME-Version: 1.0\r\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)),
    ],
)
def test_other_and_broken_mail_is_no_report(data: bytes) -> None:
    assert bounces.read(data) == ()


def test_a_report_that_names_two_mailboxes_names_none() -> None:
    (bounce,) = bounces.read(report("m1@y.example", "siri@menam.example, forger@c.example"))

    assert (bounce.message_id, bounce.mailbox) == ("m1@y.example", "")


@given(st.integers(0, 1200), st.binary(max_size=30))
def test_no_broken_report_raises_anything(place: int, junk: bytes) -> None:
    whole = report("m1@y.example", "siri@menam.example")

    assert isinstance(bounces.read(whole[:place] + junk + whole[place:]), tuple)
