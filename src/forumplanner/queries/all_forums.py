"""All forums of a file in a period: events, agreements, appointments, people and countries over the years."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from typing import Any

from sqlalchemy import select, type_coerce, union
from sqlalchemy.orm import Session as Db

from forumplanner.domain import reported
from forumplanner.domain.counting import count
from forumplanner.domain.guest_kinds import AppointmentKind
from forumplanner.domain.ledger import Joined, joined
from forumplanner.domain.statistics import Basis, Counted, Counts, Facts, Measure, Row, RowKind
from forumplanner.domain.text import DEFAULT_LANGUAGES, EMPTY
from forumplanner.queries import ledger, statistics
from forumplanner.queries.columns import KEY
from forumplanner.queries.wordings import pair
from forumplanner.records import (
    Agreement,
    Appointment,
    ConsularGuest,
    Delegation,
    Forum,
    LedgerEntry,
    Participant,
    Session,
    Track,
)
from forumplanner.snapshots.statistics import AllForums, ForumLine, YearCount

_AWARDS = frozenset({AppointmentKind.AWARD, AppointmentKind.CERTIFICATE, AppointmentKind.PLAQUE})
_Years = defaultdict[int | None, Counter[str]]
_Period = tuple[int | None, int | None]


def load(
    db: Db, *, basis: Basis, since: int | None = None, until: int | None = None, languages: tuple[str, ...] = ()
) -> AllForums:
    """Whole years from `since` to `until`. A person or country of several forums counts once.

    Agreements, appointments and members are those of the registers, as the page of the alliance has them; what only a
    programme shows is told apart. A forum that holds nothing but reported numbers is an event, and marked; it costs no
    statement of its own.
    """
    forums = list(db.scalars(select(Forum).order_by(Forum.starts_on, Forum.slug)))
    kept, entries = _with_content(db), joined(ledger.entries(db))
    members = {one.entry.institution for one in entries}
    years: _Years = defaultdict(Counter)
    tally = _Tally()
    lines, undated = [], 0
    for forum in forums:
        year = forum.starts_on.year if forum.starts_on else None
        undated += year is None
        if not _within(year, since, until):
            continue
        facts = statistics.facts(db, forum) if forum.id in kept else _bare(forum)
        counts = count(facts, basis)
        line = _line(forum, facts, counts)
        lines.append(line)
        tally.take(forum.id, facts, counts)
        years[year].update({"events": 1, "reported": int(line.reported), "people": line.people})
        tally.take_ceremonies(counts, members)
    undated += _registers(db, tally, years, (since, until))
    undated += _members(db, tally, years, (since, until), entries)
    dated = {forum.starts_on.year for forum in forums if forum.starts_on} | tally.dated
    first, last = min(dated, default=None), max(dated, default=None)
    return AllForums(
        since,
        until,
        languages or DEFAULT_LANGUAGES,
        tally.counted(),
        tuple(lines),
        _years(years, since, until, dated),
        undated,
        first,
        last,
        tally.unentered,
    )


def _within(year: int | None, since: int | None, until: int | None) -> bool:
    if year is None:
        return since is None and until is None
    return (since is None or year >= since) and (until is None or year <= until)


def _with_content(db: Db) -> set[uuid.UUID]:
    """Forums of which something can be counted."""
    records = (Participant, Session, Track, Delegation, ConsularGuest, Agreement, Appointment, LedgerEntry)
    parts = [select(record.forum_id).distinct() for record in records]
    return {key for key in db.scalars(union(*parts)) if key}


def _bare(forum: Forum) -> Facts:
    return Facts(host=forum.country, reported=tuple((forum.reported or {}).items()))


class _Tally:
    """Rows across forums; a set a measure keeps people, countries and institutions from being counted twice."""

    def __init__(self) -> None:
        self._rows: defaultdict[Measure, dict[tuple[RowKind, str], Row]] = defaultdict(dict)
        self.unentered: Counter[Measure] = Counter()
        self.dated: set[int] = set()

    def add(self, measure: Measure, row: Row) -> None:
        self._rows[measure].setdefault((row.kind, row.id), row)

    def take(self, forum_id: uuid.UUID, facts: Facts, counts: Counts) -> None:
        """Add one forum's people, countries and institutions."""
        self.add(Measure.EVENTS, Row(RowKind.FORUM, str(forum_id)))
        people = {attendee.id: attendee.person for attendee in facts.attendees}
        for row in counts.of(Measure.PEOPLE).rows:
            self.add(Measure.PEOPLE, Row(RowKind.PERSON, str(uuid.UUID(people[row.id]))))
        for measure in (Measure.COUNTRIES, Measure.INSTITUTIONS):
            for row in counts.of(measure).rows:
                self.add(measure, row)

    def take_ceremonies(self, counts: Counts, members: Container[str]) -> None:
        """Note what a programme shows and no register speaks of; `members`: institutions that have joined already."""
        for measure in (Measure.ADMISSIONS, Measure.AGREEMENTS, Measure.APPOINTMENTS, Measure.AWARDS):
            for row in counts.of(measure).rows:
                if row.kind is RowKind.ACT or (row.kind is RowKind.INSTITUTION and row.id not in members):
                    self.unentered[measure] += 1

    def counted(self) -> dict[Measure, Counted]:
        """What was added up."""
        return {measure: Counted(measure, tuple(rows.values())) for measure, rows in self._rows.items()}


def _line(forum: Forum, facts: Facts, counts: Counts) -> ForumLine:
    """A forum's numbers; where it has no list and no programme, those that were reported stand for it."""
    told = tuple((one.measure, one.text) for one in reported.read(facts.reported) if one.measure)
    bare = not (facts.attendees or facts.parties or facts.envoys or any(one.rows for one in facts.fixed))
    return ForumLine(
        str(forum.id),
        pair(forum.short_title or next(iter(forum.titles), EMPTY), forum.languages),
        forum.starts_on,
        counts.number(Measure.PEOPLE),
        counts.number(Measure.COUNTRIES),
        counts.number(Measure.INSTITUTIONS),
        reported=bare and bool(facts.reported),
        told=told,
    )


def _registers(db: Db, tally: _Tally, years: _Years, period: _Period) -> int:
    """Add agreements, appointments and members by their own dates, else their forum's; how many have none."""
    undated, starts = 0, _starts(db)
    for row in db.execute(_columns(Agreement, Agreement.signed_on)):
        year = _year(row.day or starts.get(row.forum_id))
        undated += _enter(tally, years, period, Measure.AGREEMENTS, Row(RowKind.AGREEMENT, row.id), year)
    for row in db.execute(_columns(Appointment, Appointment.issued_on, Appointment.kind)):
        measure = Measure.AWARDS if row.kind in _AWARDS else Measure.APPOINTMENTS
        year = _year(row.day or starts.get(row.forum_id))
        undated += _enter(tally, years, period, measure, Row(RowKind.APPOINTMENT, row.id), year)
    return undated


def _starts(db: Db) -> dict[str, dt.date]:
    """The first day of every forum that has one."""
    return {key: day for key, day in db.execute(select(type_coerce(Forum.id, KEY), Forum.starts_on)) if day}


def _members(db: Db, tally: _Tally, years: _Years, period: _Period, entries: Iterable[Joined]) -> int:
    """Add those who joined the alliance, founders apart, as its ledger reckons them."""
    undated, starts = 0, _starts(db)
    columns = type_coerce(LedgerEntry.id, KEY), type_coerce(LedgerEntry.forum_id, KEY)
    forums = {key: forum or "" for key, forum in db.execute(select(*columns))}
    for one in entries:
        measure = Measure.FOUNDING_MEMBERS if one.founding else Measure.ADMISSIONS
        kind = RowKind.LEDGER if one.entry.id in forums else RowKind.INSTITUTION
        year = one.entry.in_year or _year(starts.get(forums.get(one.entry.id, "")))
        undated += _enter(tally, years, period, measure, Row(kind, one.entry.id, one.number), year)
    return undated


def _year(day: dt.date | None) -> int | None:
    return day.year if day else None


def _columns(record: Any, day: Any, *more: Any) -> Any:
    keys = type_coerce(record.id, KEY).label("id"), type_coerce(record.forum_id, KEY).label("forum_id")
    return select(*keys, day.label("day"), *more).order_by(record.position, record.id)


_IN_YEARS = {Measure.AGREEMENTS: "agreements", Measure.APPOINTMENTS: "appointments"}


def _enter(tally: _Tally, years: _Years, period: _Period, measure: Measure, row: Row, year: int | None) -> int:
    """Add one entry of a register if it falls into the period; 1 where nobody knows when it was."""
    if year is not None:
        tally.dated.add(year)
    if _within(year, *period):
        tally.add(measure, row)
        if measure in _IN_YEARS:
            years[year][_IN_YEARS[measure]] += 1
    return int(year is None)


def _years(years: _Years, since: int | None, until: int | None, dated: set[int]) -> tuple[YearCount, ...]:
    """Every year of the period that lies between the file's first and last, empty ones too; no year stands last."""
    first, last = (max(min(dated), since or 0), min(max(dated), until or max(dated))) if dated else (1, 0)
    order: list[int | None] = [*range(first, last + 1), *([None] if None in years else [])]
    return tuple(YearCount(year, **years[year]) if year in years else YearCount(year) for year in order)
