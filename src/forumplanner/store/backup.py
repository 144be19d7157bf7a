"""Backups of planner files: made, listed, thinned out and restored; never beside the file itself.

A backup is one line that says what it is, as JSON, and the whole database behind it, compressed. The database is
copied by SQLite's online backup only: a plain copy of a live file is often corrupt.
"""

import contextlib
import datetime as dt
import hashlib
import json
import sqlite3
import tempfile
import uuid
import zlib
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from forumplanner import paths
from forumplanner.files import FileRefused, write_atomically
from forumplanner.store import engine as database
from forumplanner.store import fileformat, heads, opening, rotation
from forumplanner.store.failures import BackupFailed, DamagedFile, FileError, FileTaken

_SUFFIX = ".backup"
_LEVEL = 6


class Reason(StrEnum):
    """Why a backup was made."""

    OPENED = "opened"
    TIMER = "timer"
    CLOSED = "closed"
    MIGRATION = "migration"
    IMPORT = "import"
    REMOVAL = "removal"
    RESTORE = "restore"
    WISH = "wish"


@dataclass(frozen=True, slots=True)
class Contents:
    """What the database of a backup holds, to choose by: newest step with its hash, people and sessions.

    `changes`: of the file that was backed up; see `fileformat.changes_of`. Mail moves on without a step.
    """

    planner: str
    step: int
    hash: str
    people: int
    sessions: int
    changes: int = 0


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that can be restored; `at` is aware, `size` in bytes as kept."""

    file: Path
    at: dt.datetime
    reason: Reason
    contents: Contents
    size: int


def make_backup(path: Path, reason: Reason) -> Backup:
    """Back up the planner file at `path`, which may be open; older backups are thinned out then.

    Raises `BackupFailed`; the file at `path` is only read.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="forumplanner") as folder:
            copy, changes = Path(folder) / path.name, fileformat.changes_of(path)
            copy_database(path, copy)
            contents = replace(_require_sound(copy), changes=changes)
            data = copy.read_bytes()
        backup = _write(data, contents, reason)
    except DamagedFile as error:
        raise BackupFailed(path, error.detail) from error
    except (sqlite3.Error, OSError, FileRefused) as error:
        raise BackupFailed(path, str(error)) from error
    thin_out(uuid.UUID(contents.planner))
    return backup


def back_up_if_changed(path: Path, reason: Reason) -> Backup | None:
    """Back up the file at `path`, unless its newest backup holds the same step and mail. Raises `BackupFailed`."""
    try:
        with database.closing(path) as connection:
            contents = replace(database_contents(connection), changes=fileformat.changes_of(path))
    except (sqlite3.Error, OSError) as error:
        raise BackupFailed(path, str(error)) from error
    newest = backups_of(uuid.UUID(contents.planner))[:1]
    if contents.step == 0 or any(backup.contents == contents for backup in newest):
        return None
    return make_backup(path, reason)


def try_to_back_up(path: Path, reason: Reason) -> BackupFailed | None:
    """Like `back_up_if_changed`, where a full disk must not keep the user from the file itself."""
    try:
        back_up_if_changed(path, reason)
    except BackupFailed as failure:
        return failure
    return None


def save_copy(path: Path, target: Path) -> None:
    """Write a verified copy of the planner file at `path` to `target`. Raises `FileTaken` or `BackupFailed`."""
    if target.exists():
        raise FileTaken(target)
    try:
        with tempfile.TemporaryDirectory(prefix="forumplanner") as folder:
            copy = Path(folder) / target.name
            copy_database(path, copy)
            _require_sound(copy)
            write_atomically(target, copy.read_bytes())
    except DamagedFile as error:
        raise BackupFailed(path, error.detail) from error
    except (sqlite3.Error, OSError) as error:
        raise BackupFailed(path, str(error)) from error


def copy_database(source: Path, target: Path) -> None:
    """Copy a live database page by page. `target` must not exist. Raises `sqlite3.Error`."""
    uri = database.file_uri(target, "rwc")
    with database.closing(source) as live, contextlib.closing(sqlite3.connect(uri, uri=True)) as copy:
        live.backup(copy)


def _require_sound(copy: Path) -> Contents:
    with database.closing(copy) as connection:
        if found := database.damage(connection):
            raise DamagedFile(copy, found[0])
        return database_contents(connection)


def database_contents(connection: sqlite3.Connection) -> Contents:
    """What a planner file holds, by plain queries that older forms of the file answer too."""
    (planner,) = connection.execute("SELECT id FROM planner_file").fetchone()
    newest = "SELECT id, hash FROM journal_step ORDER BY id DESC LIMIT 1"
    step, chained = connection.execute(newest).fetchone() or (0, b"")
    (people,) = connection.execute("SELECT count(*) FROM person").fetchone()
    (sessions,) = connection.execute("SELECT count(*) FROM session").fetchone()
    return Contents(str(uuid.UUID(planner)), step, chained.hex(), people, sessions)


def _write(data: bytes, contents: Contents, reason: Reason) -> Backup:
    at = dt.datetime.now(dt.UTC)
    said = {"at": at.isoformat(), "reason": reason, "sha256": hashlib.sha256(data).hexdigest(), **asdict(contents)}
    file = _folder(uuid.UUID(contents.planner)) / f"{at:%Y%m%dT%H%M%S%f}Z{_SUFFIX}"
    whole = json.dumps(said).encode() + b"\n" + zlib.compress(data, _LEVEL)
    write_atomically(file, whole)
    if unpack(file) != data:
        raise OSError(f"{file.name} reads back differently")
    return Backup(file, at, reason, contents, len(whole))


def unpack(file: Path) -> bytes:
    """The database inside a backup. Raises `DamagedFile` where it isn't what was written."""
    line, _newline, packed = file.read_bytes().partition(b"\n")
    try:
        data = zlib.decompress(packed)
        expected = json.loads(line)["sha256"]
    except (zlib.error, ValueError, KeyError) as error:
        raise DamagedFile(file, str(error)) from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise DamagedFile(file, "sha256")
    return data


def list_backups(path: Path) -> list[Backup]:
    """The backups of the planner file at `path`, newest first; also where that file can't be read any more."""
    planner = _planner_of(path)
    return backups_of(planner) if planner else []


def _planner_of(path: Path) -> uuid.UUID | None:
    try:
        opening.require_planner_file(path)
        with database.closing(path) as connection:
            return uuid.UUID(database_contents(connection).planner)
    except (sqlite3.Error, FileError, ValueError, TypeError):
        return heads.planner_at(path)


def backups_of(planner: uuid.UUID) -> list[Backup]:
    """All backups of one planner file, newest first; unreadable ones are left out."""
    files = _folder(planner).glob(f"*{_SUFFIX}")
    found = [backup for file in files if (backup := _described(file))]
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def _described(file: Path) -> Backup | None:
    try:
        with file.open("rb") as handle:
            said = json.loads(handle.readline(4096))
        contents = Contents(
            said["planner"], said["step"], said["hash"], said["people"], said["sessions"], said.get("changes", 0)
        )
        at = dt.datetime.fromisoformat(said["at"])
        return Backup(file, at, Reason(said["reason"]), contents, file.stat().st_size)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def thin_out(planner: uuid.UUID) -> None:
    """Remove the backups that `rotation` doesn't keep."""
    backups = backups_of(planner)
    kept = rotation.to_keep([backup.at for backup in backups])
    for backup in backups:
        if backup.at not in kept:
            backup.file.unlink(missing_ok=True)


def _folder(planner: uuid.UUID) -> Path:
    return paths.backups() / str(planner)
