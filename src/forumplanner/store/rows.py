"""Rows by their keys, read and written in batches by Core."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, tuple_, update

from forumplanner.store.codec import Key

Part = TypeVar("Part")

BATCH = 400
"""Keys in one IN (...): two columns of them stay below SQLite's oldest limit of 999 parameters."""


def batches(keys: Iterable[Part]) -> Iterator[list[Part]]:
    """Keys in lists of at most BATCH."""
    rest = iter(keys)
    while batch := list(islice(rest, BATCH)):
        yield batch


def read_rows(connection: Connection, table: Table, keys: Iterable[Key]) -> dict[Key, dict[str, Any]]:
    """Those of the rows that exist, by key, each with Python values by column name."""
    columns = list(table.primary_key.columns)
    found: dict[Key, dict[str, Any]] = {}
    for part in batches(keys):
        where = columns[0].in_([key[0] for key in part]) if len(columns) == 1 else tuple_(*columns).in_(part)
        for row in connection.execute(select(table).where(where)).mappings():
            found[tuple(row[column.name] for column in columns)] = dict(row)
    return found


def delete_rows(connection: Connection, table: Table, keys: Sequence[Key]) -> None:
    """Take rows out by key."""
    connection.execute(delete(table).where(*_key_is_bound(table)), [_key_values(table, key) for key in keys])


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put whole rows in."""
    connection.execute(insert(table), list(rows))


def update_rows(connection: Connection, table: Table, changes: Iterable[tuple[Key, Mapping[str, Any]]]) -> None:
    """Set fields of rows by key; rows with the same set of fields share one statement."""
    groups: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for key, fields in changes:
        values = {f"v_{name}": value for name, value in fields.items()}
        groups[tuple(fields)].append(_key_values(table, key) | values)
    for names, rows in groups.items():
        assignments = {name: bindparam(f"v_{name}", type_=table.columns[name].type) for name in names}
        connection.execute(update(table).where(*_key_is_bound(table)).values(assignments), rows)


def _key_is_bound(table: Table) -> list[Any]:
    return [column == bindparam(f"k_{column.name}", type_=column.type) for column in table.primary_key]


def _key_values(table: Table, key: Key) -> dict[str, Any]:
    return {f"k_{column.name}": part for column, part in zip(table.primary_key, key, strict=True)}
