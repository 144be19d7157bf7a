"""Answers as mail programs of many makes send them, and files that mean no good."""

import base64

from forumplanner.domain.replies import Participation


def calendar(
    uid: str,
    mailbox: str,
    said: Participation,
    *,
    sequence: int = 0,
    stamp: str = "20261101T080000Z",
    method: str = "REPLY",
    comment: str = "",
) -> str:
    """A calendar answer (RFC 5546 3.2.3), with a zone of Windows and a title that isn't ours."""
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Somebody//EN",
        "VERSION:2.0",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"SEQUENCE:{sequence}",
        f"DTSTAMP:{stamp}",
        "DTSTART;TZID=China Standard Time:20261024T090000",
        "SUMMARY:Accepted: Opening",
        f"ATTENDEE;PARTSTAT={said}:mailto:{mailbox}",
        *([f"COMMENT:{comment}"] if comment else []),
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines) + "\r\n"


def answer(
    uid: str,
    mailbox: str,
    said: Participation,
    *,
    sender: str = "",
    stamp: str = "20261101T080000Z",
    sequence: int = 0,
) -> bytes:
    """A mail with that answer; `sender` is the mailbox itself unless said otherwise."""
    head = (
        f"From: Somebody <{sender or mailbox}>\r\nTo: office@yunling.example\r\nSubject: Re: Forum\r\n"
        "MIME-Version: 1.0\r\nContent-Type: text/calendar; charset=UTF-8; method=REPLY\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n"
    )
    return head.encode() + base64.encodebytes(calendar(uid, mailbox, said, stamp=stamp, sequence=sequence).encode())


def hostile(uid: str, mailbox: str) -> dict[str, bytes]:
    """By file name: a forged sender, an answer from before the invitation, an unknown UID, two megabytes and more."""
    yes, no = Participation.ACCEPTED, Participation.DECLINED
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000))
    return {
        "forged.eml": answer(uid, mailbox, no, sender="forger@c.example"),
        "old.eml": answer(uid, mailbox, no, stamp="20250101T080000Z"),
        "unknown.ics": calendar("nobody@c.example", mailbox, yes).encode(),
        "windows.ics": calendar(uid, mailbox, yes).replace("\r\n", "\n").encode("utf-8-sig"),
        "large.eml": answer(uid, mailbox, yes) + b"x" * 2_000_000,
        "nested.eml": b"MIME-Version: 1.0\r\n" + nested,
        "broken.eml": b"Content-Type: multipart/mixed; boundary=\xff\r\n\r\n--\xff\r\nBEGIN:VCALENDAR\r\n",
        "empty.eml": b"",
    }
