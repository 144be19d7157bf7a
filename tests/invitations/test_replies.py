"""Answers of many makes: read, or refused in one sentence; never anything else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumplanner.domain.replies import Answer, Participation
from forumplanner.invitations import replies
from forumplanner.invitations.replies import UnreadableReply

ICS = """BEGIN:VCALENDAR
VERSION:2.0
METHOD:REPLY
PRODID:-//Somebody//EN
BEGIN:VTIMEZONE
TZID:China Standard Time
END:VTIMEZONE
BEGIN:VEVENT
UID:abc@yunling.example
SEQUENCE:2
DTSTAMP:20261012T010203Z
DTSTART;TZID=China Standard Time:20261024T090000
SUMMARY:Accepted: Opening
ATTENDEE;CN="Siriporn: Anurak";PARTSTAT=ACCEPTED:MAILTO:Siri
 porn@Menam.example
COMMENT:Gladly\\, with pleasure
BEGIN:VALARM
UID:other
END:VALARM
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")

ANSWER = Answer(
    "REPLY",
    "abc@yunling.example",
    2,
    dt.datetime(2026, 10, 12, 1, 2, 3, tzinfo=dt.UTC),
    (("siriporn@menam.example", Participation.ACCEPTED),),
    "Gladly, with pleasure",
)


def mail(body: str, content_type: str = "text/calendar; charset=utf-8; method=REPLY") -> bytes:
    head = "From: Siriporn <Siriporn@Menam.example>\r\nTo: office@yunling.example\r\nMIME-Version: 1.0\r\n"
    return f"{head}Content-Type: {content_type}\r\n\r\n{body}".encode()


def multipart(*parts: str, kind: str = "mixed") -> str:
    joined = "".join(f"--b\r\n{part}\r\n" for part in parts)
    return f"{joined}--b--\r\n"


@pytest.mark.parametrize("data", [ICS.encode(), b"\xef\xbb\xbf" + ICS.encode(), ICS.replace("\r\n", "\n").encode()])
def test_a_calendar_file_is_read(data: bytes) -> None:
    assert replies.read("answer.ics", data) == (ANSWER,)


def test_a_mail_tells_who_sent_it() -> None:
    (answer,) = replies.read("answer.eml", mail(ICS))

    assert answer.from_mailbox == "siriporn@menam.example"
    assert answer.attendees == ANSWER.attendees


@pytest.mark.parametrize(
    ("written", "sender"),
    [
        ("siri@menam.example", "siri@menam.example"),
        ('"Anurak, Siri" <Siri@Menam.example>', "siri@menam.example"),
        ("siri@menam.example, Siri <SIRI@menam.example>", "siri@menam.example"),
        ("siri@menam.example, forger@c.example", "siri@menam.example, forger@c.example"),
        ("<siri@menam.example> <forger@c.example>", "<siri@menam.example> <forger@c.example>"),
        ("siri@menam.example\r\nFrom: forger@c.example", "siri@menam.example, forger@c.example"),
    ],
)
def test_a_mail_from_several_senders_is_from_none_of_them(written: str, sender: str) -> None:
    (answer,) = replies.read("a.eml", mail(ICS).replace(b"Siriporn <Siriporn@Menam.example>", written.encode()))

    assert answer.from_mailbox == sender


def test_the_same_answer_in_two_parts_is_one() -> None:
    part = "Content-Type: text/calendar; method=REPLY\r\n\r\n" + ICS
    file = "Content-Type: application/ics\r\nContent-Disposition: attachment\r\n\r\n" + ICS
    body = multipart("Content-Type: text/plain\r\n\r\nI come.", part, file)

    assert len(replies.read("a.eml", mail(body, "multipart/mixed; boundary=b"))) == 1


def test_a_forwarded_answer_is_not_the_senders_own() -> None:
    quoted = "Content-Type: message/rfc822\r\n\r\n" + mail(ICS).decode()
    body = multipart("Content-Type: text/plain\r\n\r\nSee below.", quoted)

    with pytest.raises(UnreadableReply, match="holds no calendar answer"):
        replies.read("forwarded.eml", mail(body, "multipart/mixed; boundary=b"))


@pytest.mark.parametrize(
    ("line", "changed", "field", "value"),
    [
        ("SEQUENCE:2", "", "sequence", 0),
        ("SEQUENCE:2", "SEQUENCE:two", "sequence", 0),
        ("DTSTAMP:20261012T010203Z", "DTSTAMP:20261012T010203", "stamped_at", None),
        ("PARTSTAT=ACCEPTED", "PARTSTAT=MAYBE", "attendees", (("siriporn@menam.example", None),)),
        ("METHOD:REPLY", "METHOD:counter", "method", "COUNTER"),
    ],
)
def test_odd_values_are_read_as_what_they_are(line: str, changed: str, field: str, value: object) -> None:
    (answer,) = replies.read("a.ics", ICS.replace(line, changed).encode())

    assert getattr(answer, field) == value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Dear office, I accept.",
        mail("I accept", "text/plain"),
        mail(ICS.replace("UID:abc@yunling.example\r\n", "")),
        mail("--b\r\nContent-Type: text/calendar\r\n", "multipart/mixed; boundary=b"),
        mail("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n"),
        mail("====", "text/calendar; charset=nonsense\r\nContent-Transfer-Encoding: base64"),
        b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VEVENT\r\n\xff\xfe",
    ],
)
def test_what_is_no_answer_is_said(data: bytes) -> None:
    with pytest.raises(UnreadableReply, match=r"“x\.eml” holds no calendar answer"):
        replies.read("x.eml", data)


def test_two_megabytes_are_no_answer() -> None:
    with pytest.raises(UnreadableReply, match="larger than an answer can be"):
        replies.read("big.ics", ICS.encode() + b"X-NOTHING:1\r\n" * 160_000)


@pytest.mark.parametrize("kind", ["multipart/mixed; boundary=b{0}", "message/rfc822"])
def test_mails_within_mails_are_given_up(kind: str) -> None:
    if kind.startswith("multipart"):
        body = "".join(f"Content-Type: {kind.format(n)}\r\n\r\n--b{n}\r\n" for n in range(3000))
    else:
        body = f"Content-Type: {kind}\r\n\r\n" * 3000

    with pytest.raises(UnreadableReply, match=r"“deep\.eml” holds"):
        replies.read("deep.eml", f"From: a@b.example\r\nMIME-Version: 1.0\r\n{body}{ICS}".encode())


@given(st.binary(max_size=400), st.integers(0, len(ICS)), st.integers(0, 60))
def test_no_broken_file_raises_anything_else(noise: bytes, at: int, cut: int) -> None:
    data = ICS.encode()
    broken = data[:at] + noise + data[at + cut :]

    for content in (broken, mail("") + broken, noise):
        try:
            read = replies.read("x", content)
        except UnreadableReply:
            continue
        assert all(answer.uid for answer in read)
