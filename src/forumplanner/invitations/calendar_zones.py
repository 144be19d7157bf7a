"""VTIMEZONE from the zone database: one rule for a zone that keeps its clock, two yearly ones for daylight saving.

Full histories with RDATE shift some desktop calendars by an hour, so only the years around the forum are described;
a zone that no yearly rule describes has no VTIMEZONE, and its times are written in UTC.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from forumplanner.invitations.calendar_lines import line

_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FIRST_YEAR: Final = 1970
_UTC_NAMES: Final = frozenset({"UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu", "Universal"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A moment at which the clocks of a zone are changed: its instant, the offsets before and after, the new name."""

    at: dt.datetime
    before: dt.timedelta
    after: dt.timedelta
    name: str

    @property
    def wall(self) -> dt.datetime:
        """What the clocks show just before they are changed, without a zone (RFC 5545 3.6.5: DTSTART)."""
        return (self.at + self.before).replace(tzinfo=None)


@lru_cache(maxsize=64)
def vtimezone(name: str, first_year: int, last_year: int) -> bytes | None:
    """The VTIMEZONE of an IANA zone that is true from the first to the last year; None where UTC must do.

    None for UTC itself, for a name that the zone database doesn't know, and for clocks that no yearly rule describes.
    """
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    if name in _UTC_NAMES:
        return None
    turns = list(_turns(zone, first_year, last_year))
    if not turns:
        return _block(name, [_steady(zone, first_year)])
    rules = _yearly(turns, range(first_year, last_year + 1))
    return _block(name, rules) if rules else None


def _turns(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Turn]:
    """Every change of the clocks in those years, found by halving the days in which the offset differs."""
    day = dt.datetime(first_year, 1, 1, tzinfo=dt.UTC)
    end = dt.datetime(last_year + 1, 1, 1, tzinfo=dt.UTC)
    while day < end:
        following = day + dt.timedelta(days=1)
        if _offset(zone, day) != _offset(zone, following):
            at = _moment(zone, day, following)
            yield Turn(at, _offset(zone, day), _offset(zone, following), following.astimezone(zone).tzname() or "")
        day = following


def _moment(zone: ZoneInfo, before: dt.datetime, after: dt.datetime) -> dt.datetime:
    old = _offset(zone, before)
    while after - before > dt.timedelta(minutes=1):
        middle = before + dt.timedelta(minutes=(after - before) // dt.timedelta(minutes=2))
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return after


def _offset(zone: ZoneInfo, at: dt.datetime) -> dt.timedelta:
    return at.astimezone(zone).utcoffset() or dt.timedelta()


def _steady(zone: ZoneInfo, year: int) -> list[str]:
    at = dt.datetime(year, 1, 1, tzinfo=zone)
    offset = _written(at.utcoffset() or dt.timedelta())
    return [
        "BEGIN:STANDARD",
        f"DTSTART:{_FIRST_YEAR}0101T000000",
        f"TZOFFSETFROM:{offset}",
        f"TZOFFSETTO:{offset}",
        f"TZNAME:{at.tzname()}",
        "END:STANDARD",
    ]


def _yearly(turns: list[Turn], years: range) -> list[list[str]] | None:
    """Two blocks with a yearly rule each, if there are two such changes in each of the years; else None."""
    forward = [turn for turn in turns if turn.after > turn.before]
    back = [turn for turn in turns if turn.after < turn.before]
    blocks = []
    for kind, same in (("DAYLIGHT", forward), ("STANDARD", back)):
        rule = _rule(same) if [turn.wall.year for turn in same] == list(years) else None
        if rule is None:
            return None
        blocks.append(_ruled(kind, same[0], rule))
    return blocks


def _rule(turns: list[Turn]) -> int | None:
    """The week of the month (1-4, or -1 for the last) in which all these changes fall, same month, weekday and hour."""
    first = turns[0]
    for turn in turns:
        same_clock = (turn.wall.month, turn.wall.weekday(), turn.wall.time()) == (
            first.wall.month,
            first.wall.weekday(),
            first.wall.time(),
        )
        if not same_clock or (turn.before, turn.after, turn.name) != (first.before, first.after, first.name):
            return None
    for week in (-1, 1, 2, 3, 4):
        if all(turn.wall.date() == _day_of(week, turn.wall.year, first.wall) for turn in turns):
            return week
    return None


def _day_of(week: int, year: int, like: dt.datetime) -> dt.date:
    """The n-th (or last) weekday of `like`'s month in a year."""
    if week > 0:
        start = dt.date(year, like.month, 1)
        return start + dt.timedelta(days=(like.weekday() - start.weekday()) % 7 + 7 * (week - 1))
    following = dt.date(year + like.month // 12, like.month % 12 + 1, 1)
    last = following - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.weekday() - like.weekday()) % 7)


def _ruled(kind: str, turn: Turn, week: int) -> list[str]:
    onset = dt.datetime.combine(_day_of(week, _FIRST_YEAR, turn.wall), turn.wall.time())
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{onset:%Y%m%dT%H%M%S}",
        f"RRULE:FREQ=YEARLY;BYMONTH={turn.wall.month};BYDAY={week}{_DAYS[turn.wall.weekday()]}",
        f"TZOFFSETFROM:{_written(turn.before)}",
        f"TZOFFSETTO:{_written(turn.after)}",
        f"TZNAME:{turn.name}",
        f"END:{kind}",
    ]


def _written(offset: dt.timedelta) -> str:
    """An offset as +0545 or -0330 (RFC 5545 3.3.14)."""
    total = round(offset.total_seconds() / 60)
    hours, minutes = divmod(abs(total), 60)
    return f"{'-' if total < 0 else '+'}{hours:02d}{minutes:02d}"


def _block(name: str, rules: list[list[str]]) -> bytes:
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}", *(row for rule in rules for row in rule), "END:VTIMEZONE"]
    return b"".join(line(row) for row in lines)
