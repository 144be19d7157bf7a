"""The lock that lets one program write a planner file: `<name>.lock` beside it, with who holds it and since when.

The operating system's own lock on that file says whether the holder still lives, so the lock of a crashed program is
taken over at once. Where the holder sits at another computer nobody can know, and its word counts.
"""

import datetime as dt
import errno
import getpass
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from forumplanner.store.failures import FileInUse, ReadOnlyFile, UnreadableFile

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 30
"""Windows locks bytes, and locked ones can't be read: this one is far behind what the file says."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the file; `since` in ISO 8601."""

    host: str
    user: str
    pid: int
    since: str

    @classmethod
    def this_program(cls) -> Self:
        """This process, from now on."""
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        return cls(socket.gethostname(), user_name(), os.getpid(), now)


def user_name() -> str:
    """The login of this computer's user; "?" where the system doesn't know."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


class InstanceLock:
    """A lock that is held; `take` makes one."""

    def __init__(self, place: Path, handle: int) -> None:
        self._place = place
        self._handle: int | None = handle

    @classmethod
    def take(cls, path: Path) -> Self:
        """Lock the planner file at `path`. Raises `FileInUse`, `ReadOnlyFile` or `UnreadableFile`."""
        place = path.with_name(f"{path.name}.lock")
        try:
            handle = _hold(path, place)
            os.ftruncate(handle, 0)
            os.write(handle, json.dumps(asdict(Holder.this_program())).encode())
        except OSError as error:
            if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
                raise ReadOnlyFile(path) from error
            raise UnreadableFile(path, error.strerror or str(error)) from error
        return cls(place, handle)

    def release(self) -> None:
        """Let go, once; further calls do nothing."""
        if self._handle is None:
            return
        if sys.platform == "win32":  # an open file can't be removed there
            os.close(self._handle)
            _remove(self._place)
        else:
            _remove(self._place)
            os.close(self._handle)
        self._handle = None


def _hold(path: Path, place: Path) -> int:
    """A handle on the lock file that the system has locked for us, and that is still the one beside the file."""
    while True:
        handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o666)
        held = _lock(handle)
        holder = _read(handle)
        if held and sys.platform != "win32" and not _same(handle, place):  # its holder has just removed it
            os.close(handle)
            continue
        if not held or (holder and holder.host != socket.gethostname()):
            os.close(handle)
            raise _in_use(path, holder)
        return handle


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EAGAIN, errno.EACCES, errno.EDEADLK}:
            return False
        raise
    return True


def _same(handle: int, place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), place.stat())
    except FileNotFoundError:
        return False


def _read(handle: int) -> Holder | None:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        said = json.loads(os.read(handle, 4096))
        return Holder(str(said["host"]), str(said["user"]), int(said["pid"]), str(said["since"]))
    except (ValueError, KeyError, TypeError):  # just being written, or not ours
        return None
    finally:
        os.lseek(handle, 0, os.SEEK_SET)


def _in_use(path: Path, holder: Holder | None) -> FileInUse:
    if holder is None:
        return FileInUse(path)
    try:
        since = dt.datetime.fromisoformat(holder.since)
    except ValueError:
        since = None
    return FileInUse(path, host=holder.host, user=holder.user, since=since)


def _remove(place: Path) -> None:
    try:
        place.unlink(missing_ok=True)
    except PermissionError:  # Windows: the next program has opened it already and will remove it itself
        return
