"""Bringing a file of an older program up to date: on a copy, in one transaction, checked, then put in its place."""

import os
import sqlite3
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, func, inspect, select, table, text
from sqlalchemy.exc import SQLAlchemyError

from forumplanner.domain.kinds import StepKind
from forumplanner.store import backup, fileformat, journal, migrations
from forumplanner.store import engine as database
from forumplanner.store.failures import MigrationFailed
from forumplanner.store.step import StepMode

SCRIPTS = Path(migrations.__file__).parent


def upgrade(path: Path, *, actor: str, number: int | None = None, versions: Path | None = None) -> None:
    """Bring the file at `path` to form `number` (default: the program's newest). The original goes to the backups.

    `versions` adds a folder of revisions. The file is either as before or complete; no other program may have it open.
    Raises `MigrationFailed` or `BackupFailed`.
    """
    number = number or fileformat.SCHEMA_NUMBER
    backup.make_backup(path, backup.Reason.MIGRATION)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".forumplanner") as folder:
        copy = Path(folder) / path.name
        try:
            backup.copy_database(path, copy)
            _upgrade_copy(copy, actor=actor, number=number, versions=versions)
            _require_sound(copy)
            _to_disk(copy)
            copy.replace(path)
        except (sqlite3.Error, SQLAlchemyError, CommandError, OSError, MigrationFault) as error:
            raise MigrationFailed(path, str(error)) from error
    _to_disk(path.parent)


class MigrationFault(Exception):
    """A migration's result doesn't hold what the file held before."""


def _upgrade_copy(copy: Path, *, actor: str, number: int, versions: Path | None) -> None:
    engine = database.planner_engine(copy, foreign_keys=False)
    with database.writing(engine) as connection, connection.begin():
        before = _counts(connection)
        old = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        run(connection, number, versions=versions)
        _require_same_counts(before, _counts(connection), old=old, number=number)
        connection.exec_driver_sql(f"PRAGMA user_version={number}")
        connection.execute(text("UPDATE planner_file SET needs = :needs"), {"needs": fileformat.NEEDS})
        journal.append(
            connection,
            mode=StepMode.BARRIER,
            kind=StepKind.MIGRATE,
            values={"from": old, "to": number},
            actor=actor,
            changes=(),
        )


def run(connection: Connection, number: int, *, versions: Path | None = None) -> None:
    """Run every migration up to `number` that the database hasn't seen, in the transaction at hand."""
    command.upgrade(_config(connection, versions), f"{number:04}")


def _config(connection: Connection, versions: Path | None) -> Config:
    config = Config()
    config.set_main_option("path_separator", "newline")
    config.set_main_option("script_location", _escaped(SCRIPTS))
    places = [SCRIPTS / "versions", *([versions] if versions else [])]
    config.set_main_option("version_locations", "\n".join(_escaped(place) for place in places))
    config.attributes["connection"] = connection
    return config


def _escaped(place: Path) -> str:
    return str(place).replace("%", "%%")


def _counts(connection: Connection) -> dict[str, int]:
    return {
        name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
        for name in inspect(connection).get_table_names()
    }


def _require_same_counts(before: dict[str, int], after: dict[str, int], *, old: int, number: int) -> None:
    passed = [f"{n:04}" for n in range(old + 1, number + 1)]
    free = {table for revision in passed for table in migrations.ROWS_MAY_CHANGE.get(revision, ())}
    for name in before.keys() & after.keys() - free:
        if before[name] != after[name]:
            raise MigrationFault(f"{name}: {before[name]} -> {after[name]}")


def _require_sound(copy: Path) -> None:
    with database.closing(copy) as connection:
        if found := database.damage(connection, thorough=True):
            raise MigrationFault(found[0])


def _to_disk(place: Path) -> None:
    if place.is_dir() and os.name == "nt":  # a folder can't be opened there, and its entries need no sync
        return
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
