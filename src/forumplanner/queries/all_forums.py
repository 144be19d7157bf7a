"""All forums of a file in a period: events, agreements, appointments, people and countries over the years."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select, type_coerce, union
from sqlalchemy.orm import Session as Db

from forumplanner.domain import reported
from forumplanner.domain.counting import count
from forumplanner.domain.guest_kinds import AllianceChange, AppointmentKind
from forumplanner.domain.kinds import Standing
from forumplanner.domain.statistics import Basis, Counted, Counts, Facts, Measure, Row, RowKind
from forumplanner.domain.text import DEFAULT_LANGUAGES, EMPTY
from forumplanner.queries import statistics
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


def load(
    db: Db, *, basis: Basis, since: int | None = None, until: int | None = None, languages: tuple[str, ...] = ()
) -> AllForums:
    """Whole years from `since` to `until`. A person or country of several forums counts once.

    A forum that holds nothing but reported numbers is an event, and marked; it costs no statement of its own.
    """
    forums = list(db.scalars(select(Forum).order_by(Forum.starts_on, Forum.slug)))
    kept, entered = _with_content(db), _in_ledger(db)
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
        years[year].update(tally.take_ceremonies(counts, entered))
    undated += _registers(db, tally, years, since, until)
    dated = [forum.starts_on.year for forum in forums if forum.starts_on]
    return AllForums(
        since,
        until,
        languages or DEFAULT_LANGUAGES,
        tally.counted(),
        tuple(lines),
        _years(years),
        undated,
        min(dated, default=None),
        max(dated, default=None),
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


def _in_ledger(db: Db) -> set[str]:
    """Institutions that the ledger admits."""
    column = type_coerce(LedgerEntry.institution_id, KEY)
    return set(db.scalars(select(column).where(LedgerEntry.change == AllianceChange.ADMITTED)))


def _bare(forum: Forum) -> Facts:
    return Facts(host=forum.country, reported=tuple((forum.reported or {}).items()))


class _Tally:
    """Rows across forums; a set a measure keeps people, countries and institutions from being counted twice."""

    def __init__(self) -> None:
        self._rows: defaultdict[Measure, dict[tuple[RowKind, str], Row]] = defaultdict(dict)

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

    def take_ceremonies(self, counts: Counts, entered: set[str]) -> Counter[str]:
        """Add what a programme shows and no register speaks of; how much of it belongs to the forum's year.

        `entered`: institutions that the ledger admits, whatever the occasion.
        """
        found: Counter[str] = Counter()
        for measure in (Measure.AGREEMENTS, Measure.APPOINTMENTS, Measure.AWARDS, Measure.ADMISSIONS):
            for row in counts.of(measure).rows:
                if row.kind is RowKind.ACT or (row.kind is RowKind.INSTITUTION and row.id not in entered):
                    self.add(measure, row)
                    found[_IN_YEARS.get(measure, "")] += 1
        del found[""]
        return found

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


def _registers(db: Db, tally: _Tally, years: _Years, since: int | None, until: int | None) -> int:
    """Add agreements, appointments and admissions by their own dates, else their forum's; how many have none."""
    undated = 0
    starts: dict[str, dt.date] = {
        key: day for key, day in db.execute(select(type_coerce(Forum.id, KEY), Forum.starts_on)) if day
    }
    for row in db.execute(_columns(Agreement, Agreement.signed_on)):
        undated += _enter(tally, years, (since, until), Measure.AGREEMENTS, RowKind.AGREEMENT, row, starts)
    for row in db.execute(_columns(Appointment, Appointment.issued_on, Appointment.kind)):
        measure = Measure.AWARDS if row.kind in _AWARDS else Measure.APPOINTMENTS
        undated += _enter(tally, years, (since, until), measure, RowKind.APPOINTMENT, row, starts)
    columns = (LedgerEntry.year, LedgerEntry.unnamed, LedgerEntry.institution_id, LedgerEntry.standing)
    admitted = _columns(LedgerEntry, LedgerEntry.day, *columns).where(LedgerEntry.change == AllianceChange.ADMITTED)
    for row in db.execute(admitted):
        measure = Measure.FOUNDING_MEMBERS if row.standing is Standing.FOUNDING_MEMBER else Measure.ADMISSIONS
        undated += _enter(tally, years, (since, until), measure, RowKind.LEDGER, row, starts)
    return undated


def _columns(record: Any, day: Any, *more: Any) -> Any:
    keys = type_coerce(record.id, KEY).label("id"), type_coerce(record.forum_id, KEY).label("forum_id")
    return select(*keys, day.label("day"), *more).order_by(record.position, record.id)


_IN_YEARS = {Measure.AGREEMENTS: "agreements", Measure.APPOINTMENTS: "appointments"}


def _enter(
    tally: _Tally,
    years: _Years,
    period: tuple[int | None, int | None],
    measure: Measure,
    kind: RowKind,
    row: Any,
    starts: dict[str, dt.date],
) -> int:
    """Add one entry of a register if it falls into the period; 1 where nobody knows when it was."""
    day = row.day or starts.get(row.forum_id)
    year = day.year if day else getattr(row, "year", None)
    if _within(year, *period):
        named = kind is not RowKind.LEDGER or row.institution_id is not None
        tally.add(measure, Row(kind, row.id, 1 if named else max(row.unnamed, 0)))
        if measure in _IN_YEARS:
            years[year][_IN_YEARS[measure]] += 1
    return int(year is None)


def _years(years: _Years) -> tuple[YearCount, ...]:
    """Every year from the first to the last, empty ones too; what has no year stands last."""
    known = [year for year in years if year is not None]
    span: Iterable[int | None] = range(min(known), max(known) + 1) if known else ()
    order = [*span, *([None] if None in years else [])]
    return tuple(YearCount(year, **years[year]) if year in years else YearCount(year) for year in order)
