"""Addresses as people write them, from the list to the server: refused with a reason, or one recipient and no other."""

import datetime as dt
import email
import email.policy
import uuid
from collections.abc import Iterator
from email.message import EmailMessage

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from forumplanner.domain.kinds import Category
from forumplanner.domain.mailboxes import AddressFault, Mailbox, read_mailbox
from forumplanner.domain.telling import Change, Due
from forumplanner.invitations.assembling import Assembler
from forumplanner.invitations.smtp import Account, Delivery, Line, Outcome, Security
from forumplanner.snapshots.calendar import CalendarEvent, CalendarPlan, Entry
from forumplanner.snapshots.outbox import Prepared, Written
from forumplanner.snapshots.telling import Reach, Reader, TellingPlan
from forumplanner.snapshots.wordings import NameForms
from mail_server import Script, running

NOW = dt.datetime(2026, 10, 9, 8, tzinfo=dt.UTC)
OFFICE = "office@yunling.example"

NAMES = ("li", "Li.Wei", "o'neil", "阮", "ｌｉ", "l i", "a..b", '"a b"', "a\\b", "<li", "li\r\nBcc: x", "=?utf-8?q?a?=")
PLACES = (
    "qq.com",
    "qq,com",
    "med。edu．example",
    "例子.example",
    "bücher.example",
    "b.example;c@d.example",
    "a b.example",
)
FRAMES = ("{}", " {} ", "<{}>", "Li <{}>", "mailto:{}", "{}\n", "{}\r\nBcc: b@c.example", "{}\u2028", "\u3000{}")
ANY = st.text(min_size=1, max_size=12)
WRITTEN = st.builds(
    lambda local, at, domain, frame: frame.replace("{}", local + at + domain),
    st.sampled_from(NAMES) | ANY,
    st.sampled_from(("@", "＠", "@@", " @ ", "", "\uff20\u200b")),
    st.sampled_from(PLACES) | ANY.map(lambda text: f"{text}.example"),
    st.sampled_from(FRAMES),
)


@pytest.fixture(scope="module")
def script() -> Script:
    return Script()


@pytest.fixture(scope="module")
def plain_line(script: Script) -> Iterator[Line]:
    """To a server that takes ASCII only."""
    with running(script) as port, Line(Account("127.0.0.1", port, Security.NONE), str) as line:
        yield line


@pytest.fixture(scope="module")
def wide_line(script: Script) -> Iterator[Line]:
    """To one that takes letters of all scripts (SMTPUTF8)."""
    with (
        running(script, enable_SMTPUTF8=True) as port,
        Line(Account("127.0.0.1", port, Security.NONE), str) as line,
    ):
        yield line


def invitation(mailbox: str) -> Written:
    event = CalendarEvent("s", NOW, NOW + dt.timedelta(hours=1), "Asia/Shanghai", "Opening")
    reader = Reader("p", NameForms(latin='Li "W" Wei, Dr.'), Category.DELEGATE, Reach.MAIL, mailbox=mailbox)
    plan = TellingPlan(
        "f", ("zh-Hans", "en"), "Asia/Shanghai", CalendarPlan("f", ("Forum",), OFFICE), (reader,), (), (), frozenset()
    )
    due = Prepared(Due("p", "s", Change.NEW, mailbox), event, Entry("s", "u@yunling.example", 0, NOW, NOW), "")
    (mail,) = Assembler(plan, NOW, lambda: uuid.UUID(int=1)).changes([due])
    return mail


def parsed(content: bytes) -> EmailMessage:
    mail = email.message_from_string(content.decode(), policy=email.policy.SMTPUTF8)  # RFC 6532: heads are UTF-8
    assert isinstance(mail, EmailMessage)
    return mail


def attendees(mail: EmailMessage) -> list[str]:
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    (event,) = calendar.walk("VEVENT")
    assert isinstance(event, Event)
    found = event["ATTENDEE"]
    return [str(one) for one in (found if isinstance(found, list) else [found])]


def handed_over(line: Line, mail: Written) -> Delivery:
    return line.send(mail.content, sender=OFFICE, recipient=mail.to_mailbox)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much])
@given(WRITTEN)
@example("阮@例子.example")
@example(" li.wei＠med。edu.example ")
@example("Li Wei <o'neil@bücher.example>")
def test_what_is_taken_for_an_address_reaches_that_one_mailbox(
    script: Script, plain_line: Line, wide_line: Line, written: str
) -> None:
    read = read_mailbox(written)
    assume(isinstance(read, Mailbox))
    assert isinstance(read, Mailbox)
    mail = invitation(read.address)
    head = parsed(mail.content)

    assert sorted(head.keys()) == [
        "Auto-Submitted", "Content-Language", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject",
        "To",
    ]  # fmt: skip
    assert [one.addr_spec for one in head["To"].addresses] == [read.address]
    assert attendees(head) == [f"mailto:{read.address}"]

    script.taken.clear()
    assert handed_over(wide_line, mail).outcome is Outcome.SENT
    first = handed_over(plain_line, mail)
    assert first.outcome is (Outcome.REFUSED if read.international else Outcome.SENT)
    assert {to for to, _content in script.taken} == {read.address}


@given(WRITTEN)
def test_everything_else_is_refused_with_its_reason(written: str) -> None:
    read = read_mailbox(written)

    assert isinstance(read, Mailbox | AddressFault)
    if any(c in written.strip("\r\n") for c in "\r\n\u2028"):
        assert read is AddressFault.LINE_BREAK


@pytest.mark.parametrize(
    ("written", "reached"),
    [
        ("li.wei＠med.example", "li.wei@med.example"),
        (" li.wei@med.example\n", "li.wei@med.example"),
        ("ｌｉ@med.example", "li@med.example"),
        ("li@例子.example", "li@xn--fsqu00a.example"),
        ("阮@例子.example", "阮@xn--fsqu00a.example"),
    ],
)
def test_a_repaired_address_is_what_server_and_calendar_are_told(
    script: Script, wide_line: Line, written: str, reached: str
) -> None:
    read = read_mailbox(written)
    assert isinstance(read, Mailbox)
    script.taken.clear()
    handed_over(wide_line, invitation(read.address))

    ((to, content),) = script.taken
    assert (to, attendees(parsed(content))) == (reached, [f"mailto:{reached}"])
