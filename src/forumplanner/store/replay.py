"""Undo and redo: a step's journal rows turned round and written again, by Core, in one transaction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, Table

from forumplanner.store import engine, journal
from forumplanner.store.capture import VERSION, NetChange
from forumplanner.store.codec import Image, Key, decode_image, encode_row, image_from_text, key_from_text, key_text
from forumplanner.store.failures import UndoRefused
from forumplanner.store.rows import delete_rows, insert_rows, read_rows, update_rows
from forumplanner.store.schema import Schema
from forumplanner.store.step import Step

Turn = tuple[Table, Key, Image | None, Image | None]
"""A row to bring from one image to another; None = not there."""

Rows = dict[tuple[str, Key], dict[str, Any]]
"""Rows that exist, by table name and key."""


@dataclass
class Plan:
    """What to write, table by table: rows out, rows in, fields of rows; `gone`: the last version of removed rows."""

    gone: Mapping[tuple[str, str], int]
    out: defaultdict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    into: defaultdict[str, list[Mapping[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    fields: defaultdict[str, list[tuple[Key, Mapping[str, Any]]]] = field(default_factory=lambda: defaultdict(list))


def replay(connection: Connection, schema: Schema, step: Step, *, backwards: bool) -> list[NetChange]:
    """Turn `step` back (or do it again) and return what changed, ready for the journal.

    Only the step's own fields are compared and written, so other fields of the same rows may have changed since.
    Raises `UndoRefused`, with nothing written, where one of the step's fields holds something else by now.
    """
    return carry_out(connection, schema, turns_of(connection, schema, step, backwards=backwards), step)


def turns_of(connection: Connection, schema: Schema, step: Step, *, backwards: bool) -> list[Turn]:
    """What turning one step back (or doing it again) has to bring about."""
    return [_turn(schema, row, backwards=backwards) for row in journal.rows_of(connection, step.id)]


def carry_out(connection: Connection, schema: Schema, turns: Sequence[Turn], step: Step) -> list[NetChange]:
    """Bring rows from one image to another and return what changed; raises as `replay`, for `step`."""
    now = require_as_left(connection, turns, step)
    plan = Plan(_versions_gone(connection, turns, now))
    changes = [_place(plan, schema, turn, now.get((turn[0].name, turn[1]))) for turn in turns]
    _write(connection, schema, plan)
    return changes


def require_as_left(connection: Connection, turns: Sequence[Turn], step: Step) -> Rows:
    """The rows as they are; raises `UndoRefused` where one holds something else than its turn starts from."""
    now = _current(connection, turns)
    for table, key, wanted, _to in turns:
        if not _holds(table, now.get((table.name, key)), wanted):
            row_key = key_text(table, key)
            by = journal.last_change(connection, table=table.name, key=row_key, after=step)
            raise UndoRefused.changed_since(step, by)
    return now


def _turn(schema: Schema, row: Row[Any], *, backwards: bool) -> Turn:
    table = schema.tables[row.table_name]
    before, after = image_from_text(row.before), image_from_text(row.after)
    key = key_from_text(table, row.row_key)
    return (table, key, after, before) if backwards else (table, key, before, after)


def _current(connection: Connection, turns: Sequence[Turn]) -> Rows:
    keys: defaultdict[Table, list[Key]] = defaultdict(list)
    for table, key, *_images in turns:
        keys[table].append(key)
    return {
        (table.name, key): row
        for table, wanted in keys.items()
        for key, row in read_rows(connection, table, wanted).items()
    }


def _holds(table: Table, row: dict[str, Any] | None, wanted: Image | None) -> bool:
    if row is None or wanted is None:
        return row is None and wanted is None
    image = encode_row(table, row)
    return all(image.get(name) == value for name, value in wanted.items() if name != VERSION)


def _versions_gone(
    connection: Connection, turns: Sequence[Turn], now: Mapping[tuple[str, Key], Any]
) -> dict[tuple[str, str], int]:
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for table, key, _old, new in turns:
        if new is not None and (table.name, key) not in now:
            keys[table.name].append(key_text(table, key))
    return {
        (name, key): int(str(image[VERSION]))
        for name, wanted in keys.items()
        for key, image in journal.images_gone(connection, name, wanted).items()
    }


def _place(plan: Plan, schema: Schema, turn: Turn, row: dict[str, Any] | None) -> NetChange:
    """Put one row into the plan. The version grows at every turn, so that an editor with an older copy is refused."""
    table, key, old, new = turn
    if new is None:
        plan.out[table.name].append(key)
        return table, key, encode_row(table, row) if row else old, None
    fields = decode_image(table, new)
    if row is None:
        fields[VERSION] = plan.gone[table.name, key_text(table, key)] + 1
        plan.into[table.name].append(fields)
        return table, key, None, new | {VERSION: fields[VERSION]}
    fields[VERSION] = row[VERSION] + 1
    if schema.unique[table.name] & new.keys():  # no UNIQUE can wait for COMMIT: out with the row, and in again
        plan.out[table.name].append(key)
        plan.into[table.name].append(row | fields)
    else:
        plan.fields[table.name].append((key, fields))
    return table, key, old, new


def _write(connection: Connection, schema: Schema, plan: Plan) -> None:
    """In any order of tables: references are checked at COMMIT only, a rule of the schema."""
    for name, keys in plan.out.items():
        delete_rows(connection, schema.tables[name], keys)
    for name, rows in plan.into.items():
        insert_rows(connection, schema.tables[name], rows)
    for name, changes in plan.fields.items():
        update_rows(connection, schema.tables[name], changes)


def who_needs(connection: Connection, schema: Schema, step: Step) -> Step | None:
    """After the database refused a turn: the newest step that made or removed a row which a turned row is tied to."""
    tied = engine.dangling_rows(connection, schema.tables)
    found = (journal.last_change(connection, table=t.name, key=key_text(t, key), after=step) for t, key in tied)
    return max((by for by in found if by), key=lambda by: by.id, default=None)
