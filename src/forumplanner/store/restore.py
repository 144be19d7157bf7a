"""Bringing a backup back: checked first, then put in place of the damaged file, which is kept under another name."""

import datetime as dt
import sqlite3
import tempfile
import uuid
from pathlib import Path

from forumplanner.files import FileRefused, safe_name, write_atomically
from forumplanner.store import engine as database
from forumplanner.store import heads, opening
from forumplanner.store.backup import Backup, unpack
from forumplanner.store.failures import DamagedFile, UnreadableFile
from forumplanner.store.lock import InstanceLock

_BESIDE = ("-journal", "-wal", "-shm")
"""SQLite's own files beside a database: the damaged one's would be applied to the restored one."""


def restore(backup: Backup, path: Path) -> Path | None:
    """Put the database of `backup` at `path`. Returns where the file that stood there is now, None if none did.

    Raises `DamagedFile` where the backup itself is damaged, `FileInUse` where a program has the file open.
    """
    data = unpack(backup.file)
    _require_sound(data, backup.file)
    lock = InstanceLock.take(path)
    try:
        kept = _replace(path, data)
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    finally:
        lock.release()
    _remember(backup, path)
    return kept


def _remember(backup: Backup, path: Path) -> None:
    """The state of the backup is the newest from now on; what waits in it is put in doubt when it is opened."""
    contents, now = backup.contents, dt.datetime.now(dt.UTC)
    planner = uuid.UUID(contents.planner)
    before = heads.recall(planner)
    line = before.line if before is not None else 0
    head = heads.RememberedHead(contents.step, contents.hash, now, path.absolute(), restored=True, line=line)
    heads.remember(planner, head)


def _require_sound(data: bytes, file: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="forumplanner") as folder:
        copy = Path(folder) / "restored"
        write_atomically(copy, data)
        try:
            opening.require_planner_file(copy)
            with database.closing(copy) as connection:
                found = database.damage(connection)
        except sqlite3.Error as error:
            raise DamagedFile(file, str(error)) from error
        if found:
            raise DamagedFile(file, found[0])


def _replace(path: Path, data: bytes) -> Path | None:
    if not path.exists():
        write_atomically(path, data)
        return None
    kept = _free_name(path)
    _move(path, kept)
    try:
        write_atomically(path, data)
    except FileRefused:
        _move(kept, path)
        raise
    return kept


def _free_name(path: Path) -> Path:
    taken = [other.name for other in path.parent.iterdir()]
    stem = f"{path.stem} (kept {dt.datetime.now().astimezone():%Y-%m-%d %H.%M})"
    return path.with_name(safe_name(stem, suffix=path.suffix, taken=taken))


def _move(source: Path, target: Path) -> None:
    for end in _BESIDE:
        beside = source.with_name(source.name + end)
        if beside.exists():
            beside.rename(target.with_name(target.name + end))
    source.rename(target)
