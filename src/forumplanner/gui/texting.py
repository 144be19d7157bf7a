"""Dates and numbers as the interface's language writes them, without a library that the first paint would wait for."""

import datetime as dt

from forumplanner import i18n

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _chinese() -> bool:
    return i18n.interface_language() == "zh-Hans"


def day(value: dt.date, *, year: bool = False) -> str:
    """Such as "24 October" or "10月24日"; with the year "24 October 2026", "2026年10月24日"."""
    if _chinese():
        return f"{f'{value.year}年' if year else ''}{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]}{f' {value.year}' if year else ''}"


def short_day(value: dt.date) -> str:
    """Such as "24 Oct" or "10月24日"."""
    return day(value) if _chinese() else f"{value.day} {_MONTHS[value.month - 1][:3]}"


def day_of_year(value: dt.date) -> str:
    """Such as "24 Oct 2026" or "2026年10月24日"."""
    return day(value, year=True) if _chinese() else f"{short_day(value)} {value.year}"


def weekday(value: dt.date) -> str:
    """Such as "Saturday" or "星期六"."""
    return f"星期{'一二三四五六日'[value.weekday()]}" if _chinese() else _DAYS[value.weekday()]


def span(start: dt.date | None, end: dt.date | None) -> str:
    """Such as "23–25 Oct" or "10月23–25日"; one day alone; "" for nothing."""
    if start is None:
        return ""
    if end is None or end == start:
        return short_day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.month}月{start.day}–{end.day}日" if _chinese() else f"{start.day}–{short_day(end)}"
    return f"{short_day(start)}–{short_day(end)}"


def number(value: int) -> str:
    """Such as "1,024" in both languages."""
    return f"{value:,}"


def moment(value: dt.datetime, now: dt.datetime) -> str:
    """Such as "Today 14:32", "24 October" this year, "9 Jan 2025" before; both aware or both naive."""
    if value.date() == now.date():
        return f"{'今天' if _chinese() else 'Today'} {value:%H:%M}"
    if value.year == now.year:
        return day(value)
    return day_of_year(value)
