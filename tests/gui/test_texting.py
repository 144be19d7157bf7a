"""Dates as the window writes them in both languages."""

import datetime as dt

import pytest

from forumplanner import i18n
from forumplanner.gui import texting

START, END = dt.date(2027, 10, 23), dt.date(2027, 10, 25)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", ("23 October", "23 Oct", "Saturday", "23–25 Oct", "23 Oct–2 Nov", "23 Oct", "")),
        ("zh-Hans", ("10月23日", "10月23日", "星期六", "10月23–25日", "10月23日–11月2日", "10月23日", "")),
    ],
)
def test_days_and_spans(tag: str, words: tuple[str, ...]) -> None:
    i18n.use(tag)

    assert words == (
        texting.day(START),
        texting.short_day(START),
        texting.weekday(START),
        texting.span(START, END),
        texting.span(START, dt.date(2027, 11, 2)),
        texting.span(START, None),
        texting.span(None, END),
    )


@pytest.mark.parametrize(
    ("tag", "words"),
    [("en", ("Today 14:32", "2 June", "9 Jan 2025")), ("zh-Hans", ("今天 14:32", "6月2日", "2025年1月9日"))],
)
def test_moments_say_as_much_as_is_needed(tag: str, words: tuple[str, ...]) -> None:
    i18n.use(tag)
    now = dt.datetime(2026, 11, 21, 18, 0, tzinfo=dt.UTC)
    moments = (now.replace(hour=14, minute=32), now.replace(month=6, day=2), now.replace(year=2025, month=1, day=9))

    assert words == tuple(texting.moment(at, now) for at in moments)


def test_numbers_are_grouped() -> None:
    assert texting.number(1024) == "1,024"
