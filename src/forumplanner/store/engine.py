"""Everything that knows the database behind the journal: connections to a planner file, their pragmas, their errors.

SQLite with a rollback journal and EXTRA: a file that a sync client replaces or a power cut interrupts is either as
before or complete. Whoever brings another database writes these functions again, and nothing else.
"""

import contextlib
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, Table, create_engine, event, select, text
from sqlalchemy.pool import NullPool

from forumplanner.store import guard
from forumplanner.store.codec import Key, plain

BUSY_SECONDS = 5
"""How long to wait for another program's transaction before saying that the file is in use."""

APPLICATION_ID = 0x46504C4E
"""SQLite's application_id of a planner file: "FPLN"."""

_WRITING = "planner_writing"

_PRAGMAS = (
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "secure_delete=ON",
    "cache_spill=OFF",  # else a large transaction locks readers out from its middle on, not only while it is committed
    *(("fullfsync=ON",) if sys.platform == "darwin" else ()),
)


def file_uri(path: Path, mode: str) -> str:
    """SQLite's URI of a file; mode "rw" never makes a file, "ro" never changes one, "rwc" may make one."""
    place = path.absolute().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(place, safe='/:')}?mode={mode}"


def connect(path: Path, *, mode: str = "rw", foreign_keys: bool = True) -> sqlite3.Connection:
    """A connection with the house's pragmas and no transaction of its own making. Raises `sqlite3.Error`.

    `foreign_keys=False` is for migrations only: rebuilding a table with them on removes the rows that refer to it.
    """
    connection = sqlite3.connect(file_uri(path, mode), uri=True, isolation_level=None, timeout=BUSY_SECONDS)
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if not foreign_keys:
            connection.execute("PRAGMA foreign_keys=OFF")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def closing(path: Path, *, mode: str = "rw") -> Iterator[sqlite3.Connection]:
    """Such a connection for the length of a block."""
    with contextlib.closing(connect(path, mode=mode)) as connection:
        yield connection


def planner_engine(path: Path, *, mode: str = "rw", foreign_keys: bool = True) -> Engine:
    """An engine on an existing planner file; each connection is opened when needed and closed after use."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, mode=mode, foreign_keys=foreign_keys),
        poolclass=NullPool,
        json_serializer=plain,  # Chinese stays Chinese in the file: half the size, and readable
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    guard.watch_engine(engine)
    return engine


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection whose transaction, once begun, keeps every other writer out."""
    with engine.connect().execution_options(**{_WRITING: True}) as connection:
        yield connection


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection in one transaction, on which the database itself refuses every write."""
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("PRAGMA query_only=ON")
        yield connection


def is_planner_file(connection: Connection) -> bool:
    """Whether the database at hand is a planner file, by the mark in its header."""
    if connection.dialect.name != "sqlite":
        return True
    return bool(connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID)


def is_open(connection: Connection) -> bool:
    """False where the database gave the transaction up by itself (disk full, device lost)."""
    return bool(connection.connection.in_transaction)


def commit(connection: Connection) -> None:
    """COMMIT; where deferred references refuse it the transaction stays open, so that it can be asked why."""
    connection.exec_driver_sql("COMMIT")


def dangling_rows(connection: Connection, tables: Mapping[str, Table]) -> list[tuple[Table, Key]]:
    """Rows that refer to a row that isn't there, and the missing rows; asked after COMMIT refused, before rollback."""
    found: list[tuple[Table, Key]] = []
    for name, rowid, parent, _number in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        if name in tables:
            table = tables[name]
            row = connection.execute(select(table).where(text("rowid = :rowid")), {"rowid": rowid}).mappings().one()
            found.append((table, tuple(row[column.name] for column in table.primary_key)))
            missing = [row[fk.parent.name] for fk in table.foreign_keys if fk.column.table.name == parent]
            found.extend((tables[parent], (key,)) for key in missing if key is not None and parent in tables)
    return found


def foreign_parts(connection: sqlite3.Connection) -> list[str]:
    """Triggers, views and virtual tables, e.g. "trigger tidy": a planner file has none."""
    rows = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view') "
        "OR (type = 'table' AND (rootpage = 0 OR sql LIKE 'CREATE VIRTUAL%')) ORDER BY type, name"
    )
    return [f"{kind} {name}" for kind, name in rows]


def damage(connection: sqlite3.Connection, *, thorough: bool = False) -> list[str]:
    """What SQLite finds wrong with pages, indexes and references; thorough compares each index with its table."""
    check = "integrity_check" if thorough else "quick_check"
    found = [str(row[0]) for row in connection.execute(f"PRAGMA {check}") if row[0] != "ok"]
    lost = {f"{table} -> {parent}" for table, _row, parent, _key in connection.execute("PRAGMA foreign_key_check")}
    return found + sorted(lost)


class Rule(Enum):
    """Which kind of constraint a write broke."""

    REFERENCE = "reference"
    UNIQUE = "unique"
    OTHER = "other"


def broken_rule(error: BaseException | None) -> Rule:
    """The rule behind the database's own error."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return Rule.REFERENCE
    if code in {sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY}:
        return Rule.UNIQUE
    return Rule.OTHER


def is_busy(error: BaseException | None) -> bool:
    """Another program holds the file."""
    return _primary_code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def is_full(error: BaseException | None) -> bool:
    """The disk is full."""
    return _primary_code(error) == sqlite3.SQLITE_FULL


def is_readonly(error: BaseException | None) -> bool:
    """The file or its folder can't be written."""
    return _primary_code(error) == sqlite3.SQLITE_READONLY


def _primary_code(error: BaseException | None) -> int | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
