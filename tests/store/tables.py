"""The oracle of the store's tests: everything in the journalled tables, as the database itself has it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from forumplanner.domain.kinds import StepKind
from forumplanner.store import Store
from forumplanner.store.schema import Schema, records_schema

Dump = dict[str, list[tuple[Any, ...]]]


def dump(path: Path, schema: Schema | None = None) -> Dump:
    """The rows of every journalled table without `version`, read by SQLite alone."""
    found: Dump = {}
    with closing(sqlite3.connect(path)) as connection:
        for name, table in (schema or records_schema()).tables.items():
            columns = ", ".join(f'"{column.name}"' for column in table.columns if column.name != "version")
            selected = connection.execute(f'SELECT {columns} FROM "{name}"')  # noqa: S608 - names of our own tables
            found[name] = sorted((tuple(map(same_spelling, row)) for row in selected), key=repr)
    return found


def same_spelling(value: Any) -> Any:
    """SQLite's own CURRENT_TIMESTAMP leaves out the fraction of a second that everybody else writes."""
    return value.removesuffix(".000000") if isinstance(value, str) else value


def rows(path: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """The answer of SQLite alone."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql, values).fetchall()


def meddle(path: Path, sql: str, *values: Any) -> None:
    """Change the file as another program would."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql, values)


def beside(store: Store, actor: str, schema: Schema | None = None) -> Store:
    """A second secretary at work on the same file: what the instance lock forbids until files are shared."""
    return Store(store.path, actor=actor, schema=schema or records_schema(), lock=store._lock)


def perform(store: Store, verb: Callable[[Session], object]) -> None:
    """One step in which `verb` works."""
    with store.step(StepKind.OTHER) as db:
        verb(db)


def journal_rows(path: Path) -> int:
    """How many rows the newest step changed."""
    newest = "SELECT count(*) FROM journal_row WHERE step_id = (SELECT max(id) FROM journal_step)"
    return int(rows(path, newest)[0][0])
