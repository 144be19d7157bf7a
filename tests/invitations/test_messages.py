"""Mails as bytes: their parts in order, whatever stands in names and titles, and the same ones every time."""

import datetime as dt
import email
import email.policy
import os
import re
import subprocess
import sys
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from forumplanner.invitations.itip import Method
from forumplanner.invitations.messages import Attachment, Mail, mime
from forumplanner.invitations.page import as_html
from forumplanner.invitations.tables import Clock, Row, Section, Table, as_text

MAIL = Mail(
    message_id="1.2@yunling.example",
    date=dt.datetime(2026, 10, 9, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=8))),
    from_name="云岭论坛秘书处 / Yunling Forum",
    from_mailbox="office@yunling.example",
    to_name="Nguyễn Văn An",
    to_mailbox="an@redriver.example",
    subject="会期日程 / Your programme",
    text="尊敬的阮教授：\n您的报告改到 301。\n\nSee https://yunling.example/p?a=1&b=2。",
    language="zh-Hans",
    invitation=(Method.REQUEST, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    files=(Attachment("议程.pdf", "application/pdf", b"%PDF-1.7"),),
)


def read(mail: Mail) -> EmailMessage:
    message = email.message_from_bytes(mime(mail), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_the_parts_stand_as_mail_programs_want_them() -> None:
    parts = list(read(MAIL).walk())

    assert [part.get_content_type() for part in parts] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
        "application/pdf",
    ]
    assert [part.get_filename() for part in parts[5:]] == ["invite.ics", "议程.pdf"]
    assert all(part["Content-Transfer-Encoding"] == "base64" for part in parts[2:])
    assert (parts[4].get_param("method"), parts[4].get_content_charset()) == ("REQUEST", "utf-8")
    assert parts[2].get_content() == MAIL.text
    assert [part.defects for part in parts] == [[]] * 7


def test_the_head_says_who_when_and_that_a_program_wrote_it() -> None:
    head = read(MAIL)

    assert str(head["From"]) == "云岭论坛秘书处 / Yunling Forum <office@yunling.example>"
    assert str(head["To"]) == "Nguyễn Văn An <an@redriver.example>"
    assert (head["Subject"], head["Message-ID"]) == (MAIL.subject, "<1.2@yunling.example>")
    assert (head["Date"], head["Auto-Submitted"]) == ("Fri, 09 Oct 2026 00:30:00 +0000", "auto-generated")
    assert "X-Unsent" not in head


def test_a_draft_says_that_it_was_not_sent() -> None:
    assert read(replace(MAIL, draft=True))["X-Unsent"] == "1"


def test_a_mail_without_invitation_and_files_has_the_words_alone() -> None:
    bare = read(replace(MAIL, invitation=None, files=()))

    assert [part.get_content_type() for part in bare.walk()][2:] == ["text/plain", "text/html"]


def test_links_can_be_pressed_and_nothing_else_is_markup() -> None:
    page = as_html("<b>1 & 2</b>\nzwei https://a.example/x?y=1&z=2。\n\n\nEnde", "en")

    assert "<p>&lt;b&gt;1 &amp; 2&lt;/b&gt;<br>\nzwei " in page
    assert '<a href="https://a.example/x?y=1&amp;z=2">https://a.example/x?y=1&amp;z=2</a>。</p>' in page
    assert page.count("<p>") == 2


def test_a_change_is_a_table_with_the_old_time_struck_out_above_the_new() -> None:
    old = Clock("09:05–09:50", "Beijing Time (UTC+8)", "06:35–07:20", "Colombo", day="Thu 12 Nov")
    new = replace(old, here="14:00–14:45", there="11:30–12:15")
    table = Table(
        "Risk <i>of</i> resurgence",
        (Row(old, label="Was: {when}", over=True), Row(new, "Room 301", label="Now: {when}")),
    )
    sections = (Section("en", ("Dear Dr. Sok,\n\n", table)), Section("zh-Hans", ("尊敬的索博士：",)))

    page = as_html("", "en", sections)
    struck = re.findall(r"line-through[^>]*>([^<]+)<", page)

    assert as_text(sections) == (
        "Dear Dr. Sok,\n\nRisk <i>of</i> resurgence\n"
        "  Was: Thu 12 Nov 09:05–09:50 Beijing Time (UTC+8) (Colombo 06:35–07:20)\n"
        "  Now: Thu 12 Nov 14:00–14:45 Beijing Time (UTC+8) (Colombo 11:30–12:15), Room 301\n\n"
        "· · ·\n\n尊敬的索博士：\n"
    )
    assert struck == ["Thu 12 Nov 09:05–09:50", "06:35–07:20"]
    assert [page.count(word) for word in ("Beijing", "Colombo", "Was", "Now", "<hr", "<i>")] == [1, 1, 1, 1, 1, 0]
    assert re.findall(r'<div lang="([^"]+)">', page) == ["en", "zh-Hans"]


def test_a_programme_has_a_table_a_day_and_names_its_clock_once() -> None:
    def day(heading: str) -> Table:
        return Table(heading, (Row(Clock("09:00–10:00", "Beijing Time (UTC+8)"), "Hall", "Opening"),))

    sections = (Section("en", (day("Thursday"), day("Friday"), "\n\nSecretariat")),)
    page = as_html("", "en", sections)

    assert as_text(sections) == (
        "Thursday\n  09:00–10:00 Beijing Time (UTC+8)  Opening\n    Hall\n\n"
        "Friday\n  09:00–10:00 Beijing Time (UTC+8)  Opening\n    Hall\n\nSecretariat\n"
    )
    assert (page.count("<table"), page.count("Beijing Time"), page.count("Opening")) == (2, 1, 2)


@given(st.text(max_size=700), st.text(max_size=80), st.text(max_size=60))
def test_no_name_or_title_makes_a_header_of_its_own(subject: str, name: str, file: str) -> None:
    hostile = replace(MAIL, subject=subject, to_name=name, files=(Attachment(file, "application/pdf", b""),))
    data = mime(hostile)
    head = data.split(b"\r\n\r\n", 1)[0]
    names = [row.split(b":", 1)[0] for row in head.split(b"\r\n") if not row.startswith((b" ", b"\t"))]

    assert names == [b"From", b"To", b"Subject", b"Date", b"Message-ID", b"Auto-Submitted", b"Content-Language",
                     b"MIME-Version", b"Content-Type"]  # fmt: skip
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_the_same_mail_gives_the_same_bytes_under_any_hash_seed() -> None:
    program = (
        "import sys; sys.path[:0] = sys.argv[1:]; import hashlib; "
        "from test_messages import MAIL, mime; print(hashlib.sha256(mime(MAIL)).hexdigest())"
    )
    here = Path(__file__).parent
    paths = [str(here), str(here.parent), str(here.parents[1] / "src")]
    seen = {
        subprocess.run(
            [sys.executable, "-c", program, *paths],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "7", "42")
    }

    assert len(seen) == 1
