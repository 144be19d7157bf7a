"""What must be true of a file before anything in it is believed: the checks of `Store.open`, each with its refusal."""

import datetime as dt
import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from forumplanner.store import engine as database
from forumplanner.store import fileformat, heads, journal
from forumplanner.store.failures import (
    DamagedFile,
    FileInUse,
    ForeignParts,
    MissingFile,
    NewerFile,
    NotAPlannerFile,
    OlderForm,
    ReadOnlyFile,
    UnreadableFile,
)
from forumplanner.store.lock import InstanceLock


def require_planner_file(path: Path) -> int:
    """Look at the header only; returns the number of its form. Nothing in the file is run or changed.

    Raises `MissingFile`, `NotAPlannerFile`, `NewerFile`, `DamagedFile` or `UnreadableFile`.
    """
    if path.is_dir():
        raise NotAPlannerFile(path)
    try:
        numbers = fileformat.header_numbers(path)
    except FileNotFoundError as error:
        raise MissingFile(path) from error
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    if numbers is None or numbers[0] != database.APPLICATION_ID:
        if heads.planner_at(path):
            raise DamagedFile(path, "header")
        raise NotAPlannerFile(path)
    if numbers[1] > fileformat.SCHEMA_NUMBER:
        raise NewerFile(path, fileformat.needed_version(path))
    return numbers[1]


def mode_for(path: Path) -> str:
    """How SQLite may open the file: on a read-only medium it must not even try to write."""
    return "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"


def require_writable(path: Path) -> None:
    """Raises `ReadOnlyFile` where the file can't be written."""
    if mode_for(path) != "rw":
        raise ReadOnlyFile(path)


@contextmanager
def locked(path: Path) -> Iterator[InstanceLock]:
    """The instance lock, kept when the block succeeds and released when it fails."""
    lock = InstanceLock.take(path)
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


def require_sound(path: Path) -> None:
    """Look at the whole file: its pages, its references, and that nothing in it acts on its own.

    Raises `DamagedFile`, `ForeignParts`, `FileInUse` or `ReadOnlyFile`.
    """
    try:
        with database.closing(path, mode=mode_for(path)) as connection:
            _require_no_foreign_parts(path, connection)
            found = database.damage(connection)
    except sqlite3.Error as error:
        raise why_not_opened(path, error) from error
    if found:
        raise DamagedFile(path, found[0])


def _require_no_foreign_parts(path: Path, connection: sqlite3.Connection) -> None:
    parts = database.foreign_parts(connection)
    if parts:
        raise ForeignParts(path, parts[0])


def why_not_opened(path: Path, error: sqlite3.Error) -> Exception:
    """The refusal behind the database's own error."""
    if database.is_busy(error):
        return FileInUse(path)
    if database.is_readonly(error):
        return ReadOnlyFile(path)
    if isinstance(error, sqlite3.OperationalError):
        return UnreadableFile(path, str(error))
    return DamagedFile(path, str(error))


def require_current(path: Path, number: int) -> None:
    """Raises `OlderForm` for a file that has to be brought up to date before it can be read."""
    if number != fileformat.SCHEMA_NUMBER:
        raise OlderForm(path)


def bring_up_to_date(path: Path, number: int, *, actor: str) -> None:
    """Migrate a file of an older program; the caller holds the lock. Raises `MigrationFailed` or `BackupFailed`."""
    if number == fileformat.SCHEMA_NUMBER:
        return
    from forumplanner.store import migrate  # noqa: PLC0415 - Alembic takes a quarter of a second to import

    migrate.upgrade(path, actor=actor)


def older_than_saved(path: Path) -> heads.OlderFile | None:
    """What this computer saved of the same file, where the file at `path` lacks it."""
    with database.reading(database.planner_engine(path, mode=mode_for(path))) as connection:
        saved = heads.recall(fileformat.identity(connection).id)
        if saved is None or saved.step == 0:
            return None
        found = journal.hash_of(connection, saved.step)
    if found is not None and found.hex() == saved.hash:
        return None
    return heads.OlderFile(path, saved, parted=found is not None)


def remember(path: Path, head: tuple[int, str]) -> None:
    """Note the newest step of the file on this computer."""
    planner = _planner(path)
    now, before = dt.datetime.now(dt.UTC), heads.recall(planner)
    line, changes = before.line if before is not None else 0, fileformat.changes_of(path)
    heads.remember(planner, heads.RememberedHead(*head, now, path.absolute(), changes=changes, line=line))


def line_of(path: Path) -> int:
    """How often this computer found an older file in the place of the one at `path`; see `heads.RememberedHead`."""
    saved = heads.recall(_planner(path))
    return saved.line if saved is not None else 0


def _planner(path: Path) -> uuid.UUID:
    with database.reading(database.planner_engine(path, mode=mode_for(path))) as connection:
        return fileformat.identity(connection).id
