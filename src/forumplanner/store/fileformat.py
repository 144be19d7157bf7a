"""What marks a planner file: the numbers in SQLite's header, the tables of a new one, and its identity."""

import datetime as dt
import os
import sqlite3
import uuid
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import DBAPIError

import forumplanner
from forumplanner.records.journal import PlannerFile
from forumplanner.store import engine as database
from forumplanner.store.failures import FileTaken, UnreadableFile
from forumplanner.store.schema import Schema

SUFFIX = ".forumplanner"

SCHEMA_NUMBER = 3
"""SQLite's user_version of the files that this program writes; migration 000N makes files of number N."""

NEEDS = "0.3.0"
"""The oldest version of the program that opens files of SCHEMA_NUMBER; an older one names it when it refuses."""

_HEADER = b"SQLite format 3\x00"
_CHANGES, _USER_VERSION, _APPLICATION_ID = 24, 60, 68
"""Offsets of big-endian 32-bit numbers in the header: https://www.sqlite.org/fileformat2.html, section 1.3."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which planner file this is, wherever it is copied or moved, and the program it needs."""

    id: uuid.UUID
    made_at: dt.datetime
    needs: str


def header_numbers(path: Path) -> tuple[int, int] | None:
    """(application_id, user_version) of a SQLite file, None for any other. Raises `OSError`."""
    with path.open("rb") as file:
        header = file.read(100)
    if len(header) < 100 or not header.startswith(_HEADER):
        return None
    return (
        int.from_bytes(header[_APPLICATION_ID : _APPLICATION_ID + 4]),
        int.from_bytes(header[_USER_VERSION : _USER_VERSION + 4]),
    )


def changes_of(path: Path) -> int:
    """SQLite's own count of the transactions that changed the file; a copy by its backup begins anew.

    Raises `OSError`.
    """
    with path.open("rb") as file:
        return int.from_bytes(file.read(100)[_CHANGES : _CHANGES + 4])


def make(path: Path, schema: Schema) -> None:
    """Make a file with the tables of `schema`, marked as a planner file of this program.

    Raises `FileTaken`, with the file that is there untouched, or `UnreadableFile`.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
    except FileExistsError as error:
        raise FileTaken(path) from error
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    try:
        _fill(path, schema)
    except DBAPIError as error:
        path.unlink(missing_ok=True)
        raise UnreadableFile(path, str(error.orig)) from error


def _fill(path: Path, schema: Schema) -> None:
    engine = database.planner_engine(path, mode="rw")
    with database.writing(engine) as connection, connection.begin():
        schema.metadata.create_all(connection)
        stamp(connection)
        connection.execute(
            insert(PlannerFile).values(
                id=uuid.uuid4(), made_at=dt.datetime.now(dt.UTC), made_with=forumplanner.__version__, needs=NEEDS
            )
        )


def stamp(connection: Connection) -> None:
    """Mark the file as one of this program's newest kind, for SQLite's header and for Alembic."""
    connection.exec_driver_sql(
        "CREATE TABLE IF NOT EXISTS alembic_version "
        "(version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    )
    connection.exec_driver_sql("DELETE FROM alembic_version")
    connection.execute(text("INSERT INTO alembic_version VALUES (:number)"), {"number": f"{SCHEMA_NUMBER:04}"})
    connection.exec_driver_sql(f"PRAGMA application_id={database.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_NUMBER}")


def identity(connection: Connection) -> Identity:
    """The one row of `planner_file`."""
    row = connection.execute(select(PlannerFile.id, PlannerFile.made_at, PlannerFile.needs)).one()
    return Identity(row.id, row.made_at, row.needs)


def needed_version(path: Path) -> str:
    """Which version of the program a file of a newer kind asks for; "" where that can't be read."""
    try:
        with database.closing(path, mode="ro") as connection:
            row = connection.execute("SELECT needs FROM planner_file").fetchone()
    except sqlite3.Error:
        return ""
    return str(row[0]) if row else ""
