"""Cells that need other rows: references by code, times of a session's day, journeys; read and written the same way."""

import datetime as dt
from dataclasses import dataclass, field

from forumplanner.domain import times
from forumplanner.exchange.workbook import days
from forumplanner.exchange.workbook.cells import Read, Unread, as_text, write_cell
from forumplanner.exchange.workbook.columns import Column, Kind
from forumplanner.i18n import localized
from forumplanner.snapshots.import_plan import Texts, Value
from forumplanner.snapshots.workbook import Record, Table

_SMALL_HOURS = times.DAY_STARTS * 60
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Context:
    """The records around a cell. `codes`: how a reference is written; `posts`: of each person; `zone`: the forum's."""

    tables: dict[str, Table]
    zone: str
    codes: dict[str, str] = field(default_factory=dict)
    posts: dict[str, list[str]] = field(default_factory=dict)

    def show(  # noqa: PLR0911 - one line a kind reads best
        self, column: Column, value: Value, table: str, record: Record
    ) -> str | int:
        """A value as its cell shows it; `record` of `table` is the one that has it. "" for no value."""
        if value is None and column.kind is not Kind.POST:
            return ""
        match column.kind:
            case Kind.CLOCK:
                day, zone = self.day_and_zone(table, record)
                return clock_cell(str(value), day, zone)
            case Kind.MOMENT:
                return clock_cell(str(value), None, self.zone_of(record))
            case Kind.ZONE if table != "forum":
                return "" if value == self.zone else str(value)
            case Kind.REFERENCE:
                return self.codes.get(str(value), "")
            case Kind.REFERENCES:
                return "; ".join(self.codes.get(key, "") for key in value) if isinstance(value, tuple) else ""
            case Kind.POST:
                return self.post_number(record, value)
            case _:
                return write_cell(column, value)

    def zone_of(self, record: Record) -> str:
        """The zone of a session or a journey; the forum's where it has none of its own."""
        return str(record.get("zone") or self.zone)

    def day_and_zone(self, table: str, record: Record) -> tuple[dt.date | None, str]:
        """The conference day and zone that times of a session, a part or an item are written in."""
        if table == "item":
            record = self.tables.get("part", {}).get(str(record.get("part_id")), {})
        if table in {"item", "part"}:
            record = self.tables.get("session", {}).get(str(record.get("session_id")), {})
        day = record.get("day")
        return (dt.date.fromisoformat(day) if isinstance(day, str) else None), self.zone_of(record)

    def post_number(self, record: Record, value: Value) -> str | int:
        """Which of a person's posts is used: its number from 1, 0 for none, "" where there is nothing to choose."""
        person = record.get("person_id")
        if "participant_id" in record:
            person = self.tables.get("participant", {}).get(str(record["participant_id"]), {}).get("person_id")
        posts = self.posts.get(str(person), [])
        if value in posts:
            return posts.index(str(value)) + 1
        return 0 if posts and "category" in record else ""


def posts_by_person(posts: Table) -> dict[str, list[str]]:
    """The keys of each person's posts in their order; posts that say nothing are none."""
    placed: dict[str, list[tuple[int, str]]] = {}
    for key, post in posts.items():
        position = post.get("position")
        if any(path not in {"person_id", "position"} for path in post):
            place = position if isinstance(position, int) else 0
            placed.setdefault(str(post["person_id"]), []).append((place, key))
    return {person: [key for _, key in sorted(entries)] for person, entries in placed.items()}


def journey_speaks(journey: Record, zone: str) -> bool:
    """Whether a journey says when, how or where, or is in another zone than the forum's; else it has no cell."""
    return any(path in journey for path in ("at", "carrier", "place", "as_written")) or journey.get("zone") != zone


def clock_cell(instant: str, day: dt.date | None, zone: str) -> str:
    """An instant as a cell shows it: "09:05" on its conference day ("25:10" past midnight), else with its date."""
    at = dt.datetime.fromisoformat(instant)
    wall = at.astimezone(times.zone(zone)).replace(tzinfo=None)
    if wall.replace(tzinfo=times.zone(zone)).astimezone(dt.UTC) != at or wall.microsecond:
        return at.astimezone(times.zone(zone)).isoformat()
    if day:
        seconds = round((wall - dt.datetime.combine(day, dt.time())).total_seconds())
        if _SMALL_HOURS <= seconds < _DAY + _SMALL_HOURS:
            return days.clock_text(seconds)
    return wall.isoformat(" ", "seconds").removesuffix(":00")


def read_clock(raw: object, day: dt.date | None, zone: str, around: dt.date | None) -> Read | Unread:
    """A cell of a session's, part's or item's time; `day` is the conference day it belongs to."""
    if exact := days.instant_of(raw):
        return _read_instant(exact, as_text(raw), day, zone)
    if moment := days.moment_of(raw, around or day):
        return _read_instant(_instant(*moment, zone), as_text(raw), day, zone)
    seconds = days.seconds_of(raw)
    if seconds is None:
        return Unread(localized("“{text}” is no time; write it as 09:05.", text=as_text(raw)))
    if day is None:
        return Unread(localized("“{text}” is a time without a day: give the session its day first.", text=as_text(raw)))
    past_midnight = _DAY if seconds < _SMALL_HOURS else 0
    return _read_instant(_instant(day, seconds + past_midnight, zone), as_text(raw), day, zone)


def read_moment(raw: object, zone: str, around: dt.date | None) -> Read | None:
    """A cell of an arrival or departure; None where it is no day with a time."""
    if exact := days.instant_of(raw):
        return _read_instant(exact, as_text(raw), None, zone)
    moment = days.moment_of(raw, around)
    return _read_instant(_instant(*moment, zone), as_text(raw), None, zone) if moment else None


def _instant(day: dt.date, seconds: int, zone: str) -> dt.datetime:
    wall = dt.datetime.combine(day, dt.time()) + dt.timedelta(seconds=seconds)
    return wall.replace(tzinfo=times.zone(zone)).astimezone(dt.UTC)


def _read_instant(at: dt.datetime, raw: str, day: dt.date | None, zone: str) -> Read:
    value = at.isoformat()
    shown = clock_cell(value, day, zone)
    why: Texts | None = None if raw.strip() == shown else localized("a time written in another way")
    return Read(value, shown, why)
