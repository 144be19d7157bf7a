"""What libical, which reads calendars in C, makes of ours: zones, words, revisions, and the rules of iTIP."""

import warnings

import pytest
from hypothesis import given, settings

from forumplanner.invitations.itip import Method
from readers import libical
from readers.made import HOSTILE, STAMP, ZONES, calendars, invitation

if not libical.is_there():
    warnings.warn("libical is not installed (make readers): a reader in C is NOT tested", stacklevel=1)

pytestmark = pytest.mark.skipif(not libical.is_there(), reason="libical is not installed: make readers")


@pytest.mark.parametrize("zone", ZONES)
def test_every_wall_clock_from_2024_to_2030_is_the_instant_of_the_zone_database(zone: str) -> None:
    for data, instants in calendars(zone):
        assert [(one.start, one.end) for one in libical.read(data)] == instants


def test_the_zone_is_read_from_the_calendar_itself() -> None:
    (data, instants), *_rest = calendars("Asia/Kathmandu")
    moved = data.replace(b"TZOFFSETFROM:+0545\r\nTZOFFSETTO:+0545", b"TZOFFSETFROM:+0445\r\nTZOFFSETTO:+0445")

    assert libical.read(moved)[0].start == instants[0][0] + 3600


@settings(max_examples=300)
@given(HOSTILE)
def test_words_come_back_as_they_were_written(words: str) -> None:
    """Between two marks, since libical takes spaces away from both ends of a text."""
    summary, hour = rf"《{words} \N \; , ;》", (STAMP.timestamp(), STAMP.timestamp() + 3600)

    assert libical.read(invitation(summary)) == [libical.Read("u@y.example", 7, summary, *hour)]


def test_a_cancellation_keeps_the_rules_too() -> None:
    assert [one.sequence for one in libical.read(invitation("x", Method.CANCEL))] == [7]
