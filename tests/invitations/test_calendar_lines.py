"""Content lines: every reader gives back the text that went in, and no line is too long or cut inside a character."""

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from forumplanner.invitations.calendar_lines import line, parameter, text, web_address

WRITABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff") | st.just("\n")
)
ANYTHING = st.text()


def calendar(content: str) -> bytes:
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20261114T010000Z"]
    rows += ["DTSTART:20261114T010000Z", content, "END:VEVENT", "END:VCALENDAR"]
    return b"".join(line(row) for row in rows)


@given(WRITABLE)
def test_icalendar_gives_back_what_was_written(value: str) -> None:
    (event,) = Calendar.from_ical(calendar(f"SUMMARY:{text(value)}")).events

    assert str(event["SUMMARY"]) == value


@given(WRITABLE)
def test_vobject_gives_back_what_was_written(value: str) -> None:
    read = vobject.readOne(calendar(f"SUMMARY:{text(value)}").decode())

    assert read.vevent.summary.value == value


@given(ANYTHING)
def test_no_control_character_survives(value: str) -> None:
    written = text(value)

    assert [c for c in written if (c < " " and c != "\t") or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff"] == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_a_folded_line_has_75_octets_at_most_and_whole_characters(value: str) -> None:
    folded = line(value)
    pieces = folded.removesuffix(b"\r\n").split(b"\r\n")

    assert max(len(piece) for piece in pieces) <= 75
    assert all(piece.decode() is not None for piece in pieces)
    assert all(piece.startswith(b" ") for piece in pieces[1:])
    assert b"".join([pieces[0], *(piece[1:] for piece in pieces[1:])]).decode() == value


def test_a_line_is_folded_before_a_character_that_would_not_fit() -> None:
    folded = line("SUMMARY:" + "论" * 23)

    assert folded == b"SUMMARY:" + "论".encode() * 22 + b"\r\n " + "论".encode() + b"\r\n"


def test_a_line_of_exactly_75_octets_is_not_folded() -> None:
    assert line("x" * 75) == b"x" * 75 + b"\r\n"
    assert line("x" * 76) == b"x" * 75 + b"\r\n x\r\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("A; B, C\\D", "A\\; B\\, C\\\\D"),
        ("one\r\ntwo\rthree\u2028four", "one\\ntwo\\nthree\\nfour"),
        ("a literal \\N and \\n", "a literal \\\\N and \\\\n"),
        ("bell\x07 and \ufeffmark", "bell and mark"),
        ("tab\tstays", "tab\tstays"),
        ("时间：9:00", "时间：9:00"),
    ],
)
def test_text_is_escaped(value: str, written: str) -> None:
    assert text(value) == written


def test_a_parameter_can_hold_anything_but_a_double_quote() -> None:
    assert parameter('Forum "A"; B: C,\nD') == "\"Forum 'A'; B: C, D\""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("https://live.yunling.example/a?b=1&c=2#d", "https://live.yunling.example/a?b=1&c=2#d"),
        (" https://直播.example/会场 ", "https://xn--z6ut02b.example/%E4%BC%9A%E5%9C%BA"),
        ("https://meet.example:8443/a%20b", "https://meet.example:8443/a%20b"),
        ("https://meet.example/a b\r\nX-EVIL:1", "https://meet.example/a%20bX-EVIL:1"),
        ("腾讯会议 123 456 789", ""),
        ("javascript:alert(1)", ""),
        ("https://user@bank.example/", ""),
        ("https://[broken", ""),
        ("https://meet.example:port/", ""),
        ("", ""),
    ],
)
def test_only_web_links_become_addresses(value: str, written: str) -> None:
    assert web_address(value) == written
