"""Answers picked up from a mailbox: each once, only calendars, nothing there is changed."""

import ssl
from dataclasses import replace

import pytest
import trustme

from bounced import report
from forumplanner.invitations.imap import Inbox, Mark, NoInbox, PickedUp, pick_up
from imap_server import Mailbox, nobody_there, running

ANSWER = b"From: siri@menam.example\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n"
CHAT = b"From: siri@menam.example\r\nContent-Type: text/plain\r\n\r\nSee you\r\n"
LARGE = ANSWER + b"X" * 1_000_001


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def tls(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    return context


@pytest.fixture
def trust(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox({3: CHAT, 5: ANSWER, 8: LARGE, 9: ANSWER + b"2"})


def inbox(port: int, folder: str = "INBOX") -> Inbox:
    return Inbox("localhost", port, "office", folder)


def picked(
    mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext | None, mark: Mark, word: str = "right"
) -> PickedUp:
    with running(mailbox, tls) as port:
        return pick_up(inbox(port), lambda: word, mark, trust=trust)


def test_only_mails_with_a_calendar_are_fetched(mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext) -> None:
    found = picked(mailbox, tls, trust, Mark())

    assert found == PickedUp((("5.eml", ANSWER), ("9.eml", ANSWER + b"2")), Mark(7, 9))


def test_a_service_that_asks_which_program_it_is_gets_an_answer(
    mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext
) -> None:
    mailbox.asks_who = True

    assert len(picked(mailbox, tls, trust, Mark()).mails) == 2
    assert 'ID ("name" "Forum Planner")' in mailbox.heard


def test_mail_that_came_back_is_fetched_too(tls: ssl.SSLContext, trust: ssl.SSLContext) -> None:
    back = report("m1@y.example", "siri@menam.example")

    assert picked(Mailbox({4: CHAT, 6: back}), tls, trust, Mark()) == PickedUp((("6.eml", back),), Mark(7, 6))


def test_each_is_picked_up_once(mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext) -> None:
    first = picked(mailbox, tls, trust, Mark(7, 5))
    mailbox.mails[12] = ANSWER
    second = picked(mailbox, tls, trust, first.mark)
    third = picked(mailbox, tls, trust, second.mark)

    assert [name for name, _mail in first.mails] == ["9.eml"]
    assert [name for name, _mail in second.mails] == ["12.eml"]
    assert third == PickedUp((), Mark(7, 12))


def test_a_mailbox_made_anew_is_read_from_its_beginning(
    mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext
) -> None:
    mailbox.validity = 8

    assert picked(mailbox, tls, trust, Mark(7, 9)).mark == Mark(8, 9)
    assert len(picked(mailbox, tls, trust, Mark(7, 9)).mails) == 2


def test_an_empty_mailbox_holds_nothing(tls: ssl.SSLContext, trust: ssl.SSLContext) -> None:
    assert picked(Mailbox(), tls, trust, Mark()) == PickedUp((), Mark(7, 0))


def test_nothing_in_the_mailbox_is_changed(mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext) -> None:
    picked(mailbox, tls, trust, Mark())

    assert {command.split()[0] for command in mailbox.heard} == {"CAPABILITY", "LOGIN", "EXAMINE", "UID", "LOGOUT"}
    assert all("PEEK" in command for command in mailbox.heard if "BODY" in command and "STRUCTURE" not in command)


def test_a_wrong_password_is_a_sentence(mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext) -> None:
    with pytest.raises(NoInbox, match=r"The mailbox INBOX of office at localhost can't be read \(.*wrong password"):
        picked(mailbox, tls, trust, Mark(), word="no")


def test_a_sign_in_takes_the_place_of_a_password(mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext) -> None:
    with running(mailbox, tls) as port:
        signed_in = replace(inbox(port), signed_in=True)
        found = pick_up(signed_in, lambda: "right", Mark(), trust=trust)
        with pytest.raises(NoInbox, match="token has ended"):
            pick_up(signed_in, lambda: "old", Mark(), trust=trust)

    assert len(found.mails) == 2


def test_a_code_in_full_width_is_a_sentence(mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext) -> None:
    with pytest.raises(NoInbox, match="can't be read"):
        picked(mailbox, tls, trust, Mark(), word="ｒｉｇｈｔ")


def test_a_certificate_of_nobody_is_refused(mailbox: Mailbox, tls: ssl.SSLContext) -> None:
    with pytest.raises(NoInbox, match="can't be read"):
        picked(mailbox, tls, None, Mark())

    assert mailbox.heard == []


def test_a_folder_that_is_not_there_is_named(mailbox: Mailbox, tls: ssl.SSLContext, trust: ssl.SSLContext) -> None:
    with running(mailbox, tls) as port, pytest.raises(NoInbox, match="there is no folder Answers"):
        pick_up(replace(inbox(port), folder="Answers"), lambda: "right", Mark(), trust=trust)


def test_no_server_is_a_sentence(trust: ssl.SSLContext) -> None:
    with pytest.raises(NoInbox, match="No answer was taken from it"):
        pick_up(inbox(nobody_there()), str, Mark(), trust=trust)
