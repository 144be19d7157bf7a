"""The history put into words: the newest steps, what one of them changed, what was removed, the steps of one record."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session as Db

from forumplanner.domain.columns import table_word
from forumplanner.domain.history import sentence
from forumplanner.i18n import LANGUAGES, in_language
from forumplanner.queries.kept_values import KeptValues
from forumplanner.records import Appearance, Forum, JournalRow, Part, Participant, Post, SessionRoom
from forumplanner.snapshots.history import (
    Change,
    EntryChange,
    History,
    RecordStep,
    RemovedThing,
    Standing,
    StepDetail,
    StepLine,
    Words,
)
from forumplanner.store import Removed, RowChange, Step, StepMode, journal, rowhistory
from forumplanner.store import removed as bringing
from forumplanner.store.schema import records_schema

SHOWN = 40
"""Entries of one step that are put into words; an import has thousands."""

LINKS = frozenset({"session_room", "room_closure", "walk", "check_setting", "acknowledgement", "special_day", "cue"})
"""What nobody looks for among removed things when it alone is gone."""

_ORDER = ("forum", "session", "session_room", "part", "item", "appearance", "participant", "person", "post")


def load(db: Db, *, limit: int | None = 2000) -> History:
    """The newest steps of everybody with what is removed: a statement a table, and one or two for a removed name."""
    connection = db.connection()
    steps = journal.steps(connection, limit=limit)
    numbers = select(JournalRow.step_id, func.count()).group_by(JournalRow.step_id)
    if steps:
        numbers = numbers.where(JournalRow.step_id >= steps[-1].id)
    entries: dict[int, int] = {row[0]: row[1] for row in db.execute(numbers)}
    things = bringing.removed(connection, records_schema())
    values = KeptValues(db, zone_name="UTC")
    return History(
        steps=tuple(line(step, entries.get(step.id, 0)) for step in steps),
        removed=tuple(_thing(one, values) for one in things if any(row.table not in LINKS for row in one.rows)),
        total=journal.head(connection)[0],
    )


def detail(db: Db, number: int) -> StepDetail:
    """What one step changed, edited entries first. Raises `NoSuchStep`."""
    changes = rowhistory.of_step(db.connection(), number)
    changes.sort(key=lambda one: (_change(one) is not Change.EDITED, _place(one.table)))
    values = KeptValues(db, zone_name=_zone(db))
    shown = _entries(changes[:SHOWN], values)
    page, target = _leads(db, changes, values)
    return StepDetail(number, shown, len(changes) - len(changes[:SHOWN]), page, target)


def record(db: Db, table: str, key: str) -> tuple[RecordStep, ...]:
    """Every step that touched a record or what is its own (rooms, appearances, posts), the newest first."""
    rows = [(table, key), *_own_rows(db, table, key)]
    values = KeptValues(db, zone_name=_zone(db))
    found: dict[int, list[RowChange]] = {}
    for change in rowhistory.of_rows(db.connection(), rows):
        found.setdefault(change.step.id, []).append(change)
    return tuple(
        RecordStep(
            line(changes[0].step, len(changes)), _entries(sorted(changes, key=lambda one: _place(one.table)), values)
        )
        for changes in found.values()
    )


def line(step: Step, entries: int = 0) -> StepLine:
    """A step in words; `entries`: how many it changed, where that is known."""
    return StepLine(step.id, step.at, step.actor, step.kind, _standing(step), _sentence(step), entries)


def _standing(step: Step) -> Standing:
    match step.mode:
        case StepMode.DO:
            return Standing.TAKEN_BACK if step.undone else Standing.STANDS
        case StepMode.BARRIER:
            return Standing.BARRIER
        case _:
            return Standing.TURN


def _sentence(step: Step) -> Words:
    words = {tag: sentence(step.kind, step.values, tag) for tag in LANGUAGES}
    match step.mode:
        case StepMode.UNDO:
            return {tag: in_language(tag, "Took back: {step}", step=said) for tag, said in words.items()}
        case StepMode.REDO:
            return {tag: in_language(tag, "Did again: {step}", step=said) for tag, said in words.items()}
        case _:
            return words


def _change(change: RowChange) -> Change:
    if change.before is None:
        return Change.ADDED
    return Change.REMOVED if change.after is None else Change.EDITED


def _entries(changes: Iterable[RowChange], values: KeptValues) -> tuple[EntryChange, ...]:
    """Known tables only; an edited entry of which a reader sees nothing is left out.

    A session's use of a room is told as a field of the session, and not at all where the session came or went.
    """
    found: dict[tuple[str, str], EntryChange] = {}
    for change in changes:
        if change.table not in values.schema.tables:
            continue
        kind = _change(change)
        if change.table == "session_room":
            _tell_room(found, change, values)
            continue
        edited = kind is Change.EDITED
        fields = values.fields(change.table, change.before or {}, change.after or {}) if edited else ()
        if fields or not edited:
            called = values.called(change.table, change.key)
            found[change.table, change.key] = EntryChange(change.table, change.key, kind, called, fields)
    return tuple(found.values())


def _tell_room(found: dict[tuple[str, str], EntryChange], change: RowChange, values: KeptValues) -> None:
    """Sessions come before their rooms in `changes`: see `_ORDER`."""
    session = values.names.image("session_room", change.key).get("session_id")
    place = ("session", str(session))
    known = found.get(place)
    if session is None or (known is not None and known.change is not Change.EDITED):
        return
    empty: dict[str, str | None] = {"room_id": None}
    fields = values.fields("session_room", change.before or empty, _rooms_only(change.after) or empty)
    if fields:
        told = known.fields if known else ()
        found[place] = EntryChange(*place, Change.EDITED, values.called(*place), (*told, *fields))


def _rooms_only(image: Mapping[str, Any] | None) -> Mapping[str, Any]:
    return {name: value for name, value in (image or {}).items() if name == "room_id"}


def _thing(one: Removed, values: KeptValues) -> RemovedThing:
    rows = [row for row in one.rows if row.table not in LINKS]
    values.names.know(rows[0].table, rows[0].key, rows[0].image)
    entries = sum(1 + len(row.along) for row in one.rows)
    return RemovedThing(one.step.id, one.step.at, one.step.actor, _called(rows, values), entries, one.since)


def _called(rows: Sequence[Any], values: KeptValues) -> Words:
    """The first thing's name, and how many more there are."""
    first = values.called(rows[0].table, rows[0].key)
    if len(rows) == 1:
        return first
    return {
        tag: in_language(
            tag, "{what} and {n} more ({kind})", what=first[tag], n=len(rows) - 1, kind=table_word(rows[0].table, tag)
        )
        for tag in LANGUAGES
    }


def _zone(db: Db) -> str:
    return db.execute(select(Forum.zone).order_by(Forum.starts_on.desc()).limit(1)).scalar_one_or_none() or "UTC"


def _place(table: str) -> int:
    return _ORDER.index(table) if table in _ORDER else len(_ORDER)


def _leads(db: Db, changes: Iterable[RowChange], values: KeptValues) -> tuple[str, str]:
    """Where the window shows what was changed: the first entry that is there and has a page."""
    for change in changes:
        if change.after is None and change.before is not None:
            continue
        image = values.names.image(change.table, change.key)
        match change.table:
            case "session" | "part" | "item":
                return "programme", change.key
            case "session_room":
                return "programme", str(image.get("session_id", ""))
            case "appearance" | "act" | "cue":
                return "programme", str(image.get("item_id") or image.get("part_id") or "")
            case "participant":
                return "people", change.key
            case "person" | "post":
                person = change.key if change.table == "person" else image.get("person_id")
                wanted = select(Participant.id).where(Participant.person_id == uuid.UUID(str(person))).limit(1)
                found = db.execute(wanted).scalar_one_or_none()
                return ("people", str(found)) if found else ("", "")
    return "", ""


def _own_rows(db: Db, table: str, key: str) -> list[tuple[str, str]]:
    """Rows that a reader counts as part of a record: those that are there now, and those that were removed."""
    mine = uuid.UUID(key)
    wanted: dict[str, Select[uuid.UUID]] = {}
    if table == "session":
        wanted["session_room"] = select(SessionRoom.id).where(SessionRoom.session_id == mine)
        wanted["part"] = select(Part.id).where(Part.session_id == mine)
    elif table == "item":
        wanted["appearance"] = select(Appearance.id).where(Appearance.item_id == mine)
    elif table == "participant":
        person = select(Participant.person_id).where(Participant.id == mine)
        wanted["person"] = person
        wanted["post"] = select(Post.id).where(Post.person_id == person.scalar_subquery())
        wanted["appearance"] = select(Appearance.id).where(Appearance.participant_id == mine)
    there = [(name, str(found)) for name, chosen in wanted.items() for found in db.scalars(chosen)]
    gone = select(JournalRow.table_name, JournalRow.row_key).where(
        JournalRow.table_name.in_(wanted), JournalRow.after.is_(None), JournalRow.before.contains(f'":"{key}"')
    )
    return list(dict.fromkeys([*there, *((row.table_name, row.row_key) for row in db.execute(gone))]))
