"""What stands in the way of bringing rows out or in: who refers to them, what they refer to, who has their identity."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Connection, Table, UniqueConstraint, select, tuple_

from forumplanner.store.codec import Key, decode_image, encode_row, key_text
from forumplanner.store.replay import Rows, Turn
from forumplanner.store.rows import batches, read_rows
from forumplanner.store.schema import Schema


class TieKind(StrEnum):
    """How a row is in the way.

    `USER`: it refers to one that would go. `GONE`: it is referred to and isn't there. `TAKEN`: it has the identity
    (number, person) of one that would come.
    """

    USER = "user"
    GONE = "gone"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Tie:
    """One row in the way."""

    kind: TieKind
    table: str
    key: str


def ties_of(connection: Connection, schema: Schema, turns: Sequence[Turn], now: Rows) -> Iterator[Tie]:
    """What COMMIT would refuse after these turns, found by reading alone."""
    after = _after(turns, now)
    yield from _gone(connection, schema, after)
    yield from _taken(connection, schema, after)
    yield from _users(connection, schema, after)


def _after(turns: Sequence[Turn], now: Rows) -> dict[str, dict[Key, dict[str, Any] | None]]:
    """Each row as it would be, None where it would be gone."""
    after: defaultdict[str, dict[Key, dict[str, Any] | None]] = defaultdict(dict)
    for table, key, _old, new in turns:
        here = now.get((table.name, key), {})
        after[table.name][key] = None if new is None else here | decode_image(table, new)
    return after


def _references(table: Table) -> Iterator[tuple[Column[Any], Table]]:
    for foreign in table.foreign_keys:
        if len(foreign.column.table.primary_key.columns) == 1:
            yield foreign.parent, foreign.column.table


def _gone(connection: Connection, schema: Schema, after: dict[str, dict[Key, Any]]) -> Iterator[Tie]:
    """Rows that something coming in refers to, and that aren't there."""
    wanted: defaultdict[str, set[Key]] = defaultdict(set)
    for name, rows in after.items():
        for column, parent in _references(schema.tables[name]):
            values = (row.get(column.name) for row in rows.values() if row is not None)
            wanted[parent.name] |= {(value,) for value in values if value is not None}
    for name, keys in wanted.items():
        known = after.get(name, {})
        coming = {key for key in keys if known.get(key) is not None}
        open_ = [key for key in keys - coming if key not in known]
        there = read_rows(connection, schema.tables[name], open_)
        for key in sorted(keys - coming - there.keys(), key=str):
            yield Tie(TieKind.GONE, name, key_text(schema.tables[name], key))


def _taken(connection: Connection, schema: Schema, after: dict[str, dict[Key, Any]]) -> Iterator[Tie]:
    """Rows that have the identity of one that comes in."""
    for name, rows in after.items():
        table = schema.tables[name]
        for columns in _identities(table):
            wanted = {tuple(row[c.name] for c in columns) for row in rows.values() if row is not None}
            for key in _keys_with(connection, table, columns, [one for one in wanted if None not in one]):
                if key not in rows:
                    yield Tie(TieKind.TAKEN, name, key_text(table, key))


def _identities(table: Table) -> Iterator[list[Column[Any]]]:
    yield from (list(one.columns) for one in table.constraints if isinstance(one, UniqueConstraint))
    yield from (list(one.columns) for one in table.indexes if one.unique)


def _users(connection: Connection, schema: Schema, after: dict[str, dict[Key, Any]]) -> Iterator[Tie]:
    """Rows that refer to one that goes, and don't go themselves."""
    leaving = {name: [key for key, row in rows.items() if row is None] for name, rows in after.items()}
    for name, table in schema.tables.items():
        known = after.get(name, {})
        for column, parent in _references(table):
            gone = list(leaving.get(parent.name, ()))
            for key in _keys_with(connection, table, [column], gone):
                if key not in known:
                    yield Tie(TieKind.USER, name, key_text(table, key))


def _keys_with(
    connection: Connection, table: Table, columns: Sequence[Column[Any]], values: Iterable[tuple[Any, ...]]
) -> Iterator[Key]:
    """Keys of the rows in which `columns` hold one of `values`."""
    for part in batches(values):
        where = columns[0].in_([one[0] for one in part]) if len(columns) == 1 else tuple_(*columns).in_(part)
        for row in connection.execute(select(*table.primary_key.columns).where(where)):
            yield tuple(row)


def row_now(connection: Connection, table: Table, key: Key) -> dict[str, Any] | None:
    """The image of a row as it is, None where it isn't there."""
    found = read_rows(connection, table, [key])
    return encode_row(table, found[key]) if key in found else None
