"""Instants, conference days and how times are written: UTC inside, the forum's zone outside, half-hour zones included.

A conference day runs past midnight: an item at 00:30 belongs to the day before, as minute 1470.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from forumplanner.i18n import in_language, nearest

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

DAY_STARTS = 4 * 60
"""Minutes after midnight before which something still belongs to the conference day before, where no day is given."""

_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@lru_cache(maxsize=64)
def zone(name: str) -> "ZoneInfo":
    """The IANA zone of that name; raises `zoneinfo.ZoneInfoNotFoundError` for another."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - papers have their times as minutes and need no zone

    return ZoneInfo(name)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time: aware start and end, and the IANA zone it is written in."""

    start: dt.datetime
    end: dt.datetime
    zone: str

    @property
    def minutes(self) -> int:
        """Its length in whole minutes; negative where it ends before it starts."""
        return round((self.end - self.start).total_seconds() / 60)

    def overlap(self, other: "Span") -> int:
        """Minutes that both share; 0 where they only touch."""
        return max(0, round((min(self.end, other.end) - max(self.start, other.start)).total_seconds() / 60))


def instant(day: dt.date, minutes: int, zone_name: str) -> dt.datetime:
    """The UTC instant that is `minutes` of wall-clock time after midnight of `day` in a zone."""
    wall = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minutes)
    return wall.replace(tzinfo=zone(zone_name)).astimezone(dt.UTC)


def minutes_of(at: dt.datetime, day: dt.date, zone_name: str) -> int:
    """Minutes of wall-clock time since midnight of conference day `day`; over 1440 past midnight."""
    wall = at.astimezone(zone(zone_name)).replace(tzinfo=None)
    return round((wall - dt.datetime.combine(day, dt.time())).total_seconds() / 60)


def conference_day(at: dt.datetime, zone_name: str) -> dt.date:
    """The conference day of an instant where nobody said which: the small hours belong to the day before."""
    return (at.astimezone(zone(zone_name)) - dt.timedelta(minutes=DAY_STARTS)).date()


def clock(minutes: int) -> str:
    """Minutes since midnight as a 24-hour clock reads: 545 -> "09:05", 1470 -> "00:30"."""
    hours, rest = divmod(minutes % 1440, 60)
    return f"{hours:02d}:{rest:02d}"


def local_clock(at: dt.datetime, zone_name: str) -> str:
    """What a clock on the wall of that zone shows."""
    return at.astimezone(zone(zone_name)).strftime("%H:%M")


def day_long(day: dt.date, tag: str) -> str:
    """2026年11月14日（星期六） / Saturday, 14 November 2026."""
    if nearest(tag) == "zh-Hans":
        return f"{day.year}年{day.month}月{day.day}日（星期{_WEEKDAYS_ZH[day.weekday()]}）"
    return f"{_WEEKDAYS_EN[day.weekday()]}, {day.day} {_MONTHS_EN[day.month - 1]} {day.year}"


def day_short(day: dt.date, tag: str) -> str:
    """11月14日 周六 / Sat 14 Nov. Months in words, so that nobody reads 10/11 as October."""
    if nearest(tag) == "zh-Hans":
        return f"{day.month}月{day.day}日 周{_WEEKDAYS_ZH[day.weekday()]}"
    return f"{_WEEKDAYS_EN[day.weekday()][:3]} {day.day} {_MONTHS_EN[day.month - 1][:3]}"


def day_brief(day: dt.date, tag: str) -> str:
    """11月14日 / 14 Nov: a day in a table, where its weekday has no room."""
    if nearest(tag) == "zh-Hans":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS_EN[day.month - 1][:3]}"


def day_range(first: dt.date | None, last: dt.date | None, tag: str) -> str:
    """2026年10月23–25日 / 23–25 October 2026; one day, or "" where nothing is known."""
    days = sorted({d for d in (first, last) if d})
    if not days:
        return ""
    write = _range_zh if nearest(tag) == "zh-Hans" else _range_en
    return write(days[0], days[-1])


def _range_zh(first: dt.date, last: dt.date) -> str:
    head = f"{first.year}年{first.month}月{first.day}"
    if first == last:
        return head + "日"
    if (first.year, first.month) == (last.year, last.month):
        return f"{head}–{last.day}日"
    year = f"{last.year}年" if first.year != last.year else ""
    return f"{head}日–{year}{last.month}月{last.day}日"


def _range_en(first: dt.date, last: dt.date) -> str:
    name: Callable[[dt.date], str] = lambda day: _MONTHS_EN[day.month - 1]  # noqa: E731 - a word for a word
    tail = f"{last.day} {name(last)} {last.year}"
    if first == last:
        return tail
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{tail}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {name(first)}{year} – {tail}"


def offset_label(zone_name: str, on: dt.date) -> str:
    """The zone's distance from UTC at noon of a day: "UTC+8", "UTC+6:30"."""
    at = dt.datetime.combine(on, dt.time(12), tzinfo=zone(zone_name))
    total = round((at.utcoffset() or dt.timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(total), 60)
    sign = "-" if total < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")


def zone_label(zone_name: str, on: dt.date, tag: str) -> str:
    """北京时间（UTC+8） / Beijing Time (UTC+8)."""
    if zone_name in {"Asia/Shanghai", "Asia/Urumqi"}:
        return in_language(tag, "Beijing Time ({offset})", offset=offset_label(zone_name, on))
    city = zone_name.rsplit("/", 1)[-1].replace("_", " ")
    return in_language(tag, "{city} time ({offset})", city=city, offset=offset_label(zone_name, on))
