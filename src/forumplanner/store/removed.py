"""What was removed and is still gone, and bringing it back as a step of its own, whatever was done since."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.exc import IntegrityError

from forumplanner.domain.history import about
from forumplanner.domain.kinds import StepKind
from forumplanner.i18n import interface_language
from forumplanner.records.journal import JournalRow, JournalStep
from forumplanner.store import engine as database
from forumplanner.store import journal, naming, standing
from forumplanner.store.codec import Image, image_from_text, key_from_text
from forumplanner.store.past_failures import BringBackRefused, NoSuchStep
from forumplanner.store.replay import Turn, carry_out
from forumplanner.store.rows import read_rows
from forumplanner.store.schema import Schema
from forumplanner.store.step import Step, StepMode
from forumplanner.store.ties import Tie, TieKind, row_now, ties_of
from forumplanner.store.transaction import Made, refusals

RowName = tuple[str, str]
"""A row by table name and key text."""


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """A row that is gone: its last image, and the rows that went with it in the same step because they were its own."""

    table: str
    key: str
    image: Mapping[str, Any] = field(hash=False)
    along: tuple[RowName, ...] = ()


@dataclass(frozen=True, slots=True)
class Removed:
    """What one step removed and is still gone; `since`: how many steps were made after it."""

    step: Step
    rows: tuple[RemovedRow, ...]
    since: int


def removed(connection: Connection, schema: Schema) -> list[Removed]:
    """Everything that a step removed and nothing brought back, the newest first.

    What went because a step was taken back is no removal: doing that step again is the way.
    """
    last: dict[RowName, Row[Any]] = {}
    wanted = (
        select(JournalRow.__table__)
        .join(JournalStep, JournalStep.id == JournalRow.step_id)
        .where(JournalRow.after.is_(None), JournalStep.undone.is_(False))
        .where(JournalStep.mode == StepMode.DO.value)
        .where(JournalStep.kind.not_in([kind.value for kind in standing.TURNING]))
        .order_by(JournalRow.id)
    )
    for row in connection.execute(wanted):
        last[row.table_name, row.row_key] = row
    gone: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    for name in _still_gone(connection, schema, last):
        gone[last[name].step_id].append(last[name])
    head = journal.head(connection)[0]
    steps = journal.steps_by_number(connection, gone)
    return [_entry(schema, steps[number], rows, head) for number, rows in sorted(gone.items(), reverse=True)]


def _still_gone(connection: Connection, schema: Schema, last: Mapping[RowName, Any]) -> Iterator[RowName]:
    by_table: defaultdict[str, list[str]] = defaultdict(list)
    for name, key in last:
        if name in schema.tables:
            by_table[name].append(key)
    for name, keys in by_table.items():
        table = schema.tables[name]
        there = read_rows(connection, table, [key_from_text(table, key) for key in keys])
        yield from ((name, key) for key in keys if key_from_text(table, key) not in there)


def _entry(schema: Schema, step: Step, rows: Sequence[Row[Any]], head: int) -> Removed:
    images = {(row.table_name, row.row_key): image_from_text(row.before) or {} for row in rows}
    above = {name: _parents(schema, name[0], image, images) for name, image in images.items()}
    roots = [name for name, parents in above.items() if not parents]
    return Removed(step, tuple(_root(name, images, above) for name in roots), head - step.id)


def _parents(schema: Schema, table: str, image: Image, among: Mapping[RowName, Image]) -> list[RowName]:
    """Rows of `among` to which a row belongs."""
    named = (
        (foreign.column.table.name, str(image[foreign.parent.name]))
        for foreign in schema.tables[table].foreign_keys
        if image.get(foreign.parent.name) is not None
    )
    return [name for name in named if name in among]


def _root(name: RowName, images: Mapping[RowName, Image], above: Mapping[RowName, list[RowName]]) -> RemovedRow:
    family, along = {name}, []
    grown = True
    while grown:
        grown = False
        for other, parents in above.items():
            if other not in family and family & set(parents):
                family.add(other)
                along.append(other)
                grown = True
    return RemovedRow(*name, images[name], tuple(along))


def bring_back(engine: Engine, schema: Schema, number: int, *, row: RowName | None, actor: str) -> Made:
    """Put what step `number` removed in again, or one of its rows with all that went along, as a step of its own.

    Entries that stayed and lost their link to it get it back where it is still empty. Raises `BringBackRefused`.
    """
    with refusals(), database.writing(engine) as connection, connection.begin():
        step, turns = require_way(connection, schema, number, row=row)
        came = sum(old is None for _table, _key, old, _new in turns)
        values = {k: v for k, v in step.values.items() if k != standing.TURNED}
        values |= {"was": about(step.kind, step.values), "step": number, "rows": came}
        try:
            changes = carry_out(connection, schema, turns, step)
            journal.close_redo(connection, actor)
            made = journal.append(
                connection, mode=StepMode.DO, kind=StepKind.BRING_BACK, values=values, actor=actor, changes=changes
            )
            database.commit(connection)
        except IntegrityError as error:
            raise BringBackRefused.nothing() from error
        return made


def require_way(connection: Connection, schema: Schema, number: int, *, row: RowName | None) -> tuple[Step, list[Turn]]:
    """The removing step and what bringing back has to write. Raises `BringBackRefused`, `NoSuchStep`."""
    step = journal.step_by_number(connection, number)
    if step is None:
        raise NoSuchStep(number)
    barrier = standing.last_barrier(connection)
    if barrier is not None and barrier.id >= number:
        raise BringBackRefused.other_form(barrier)
    found = next((one for one in removed(connection, schema) if one.step.id == number), None)
    chosen = [one for one in found.rows if row in {None, (one.table, one.key)}] if found else []
    if not chosen:
        raise BringBackRefused.nothing()
    names = list(dict.fromkeys(name for one in chosen for name in ((one.table, one.key), *one.along)))
    turns = [_coming(connection, schema, name) for name in names]
    turns += _relinked(connection, schema, step, set(names))
    for tie in ties_of(connection, schema, turns, {}):
        raise _refusal(connection, schema, tie, step)
    return step, turns


def _coming(connection: Connection, schema: Schema, name: RowName) -> Turn:
    table = schema.tables[name[0]]
    image = journal.images_gone(connection, table.name, [name[1]])[name[1]]
    return table, key_from_text(table, name[1]), None, image


def _relinked(connection: Connection, schema: Schema, step: Step, names: set[RowName]) -> Iterator[Turn]:
    """Rows whose link to something that comes back the step had emptied, and that is empty still."""
    for row in journal.rows_of(connection, step.id):
        before, after = image_from_text(row.before), image_from_text(row.after)
        if before is None or after is None:
            continue
        table = schema.tables[row.table_name]
        key = key_from_text(table, row.row_key)
        now = row_now(connection, table, key) or {}
        fields = {
            foreign.parent.name: before[foreign.parent.name]
            for foreign in table.foreign_keys
            if (foreign.column.table.name, str(before.get(foreign.parent.name))) in names
            and after.get(foreign.parent.name) is None
            and now.get(foreign.parent.name, "") is None
        }
        if fields:
            yield table, key, dict.fromkeys(fields), fields


def _refusal(connection: Connection, schema: Schema, tie: Tie, step: Step) -> BringBackRefused:
    name = naming.Names(connection, schema).called(tie.table, tie.key, interface_language())
    if tie.kind is TieKind.GONE:
        by = naming.last_touch(connection, tie.table, tie.key)
        return BringBackRefused.gone(name, table=tie.table, key=tie.key, by=by)
    by = journal.last_change(connection, table=tie.table, key=tie.key, after=step)
    return BringBackRefused.taken(name, table=tie.table, key=tie.key, by=by)
