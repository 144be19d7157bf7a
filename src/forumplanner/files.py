"""Files in and out: safe names, atomic writes and size caps; the only way a file is written or first touched."""

import os
import re
import stat
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from forumplanner.i18n import gettext as _

MAX_NAME_BYTES = 200
"""Room for a folder and a suffix below the 255 bytes that file systems allow for one name."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$")


class PlannerError(Exception):
    """A failure whose text is one sentence for the user: what happened, where, what to do."""


class FileRefused(PlannerError):
    """A file can't be read or written; nothing was changed."""


class UnsafeWrite(UserWarning):
    """A file was about to be written by another way than `write_atomically`."""


def safe_name(text: str, *, suffix: str = "", taken: Iterable[str] = ()) -> str:
    """Make a file name of any text: NFC, no controls or separators, no Windows device name, at most 200 bytes.

    `suffix` (with its dot) is kept whole. `taken` are names in use; the result differs from all of them even
    where letter case is ignored.
    """
    name = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", text))
    name = "".join(c for c in name if unicodedata.category(c) not in {"Cc", "Cf", "Cs"}).strip(" .") or "_"
    if _RESERVED.match(name):
        name = "_" + name
    used = {n.casefold() for n in taken}
    number = 1
    while True:
        tail = ("" if number == 1 else f" ({number})") + suffix
        candidate = _shorten(name, MAX_NAME_BYTES - len(tail.encode())) + tail
        if candidate.casefold() not in used:
            return candidate
        number += 1


def _shorten(text: str, limit: int) -> str:
    """Cut `text` to `limit` UTF-8 bytes, never inside a character."""
    return text.encode()[:limit].decode(errors="ignore").rstrip(" .")


def write_atomically(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write `data` so that `path` is either as before or complete: temporary file, fsync, replace.

    `durable=False` leaves out the fsync: for one of a thousand files that can be written again, where the disk would
    take far longer than the work; only a power cut in the same seconds can then leave it empty.
    Raises `FileRefused` where the folder can't be written or the disk is full.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise FileRefused(_why_not_written(path, error)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _why_not_written(path: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    return _(
        "“{name}” could not be written to {folder} ({reason}). Nothing was changed; choose another place.",
        name=path.name,
        folder=path.parent,
        reason=reason,
    )


def read_capped(path: Path, *, limit: int) -> bytes:
    """Read a file that came from outside, of at most `limit` bytes, whatever size the system names.

    Raises `FileRefused` with a sentence where it is missing, a folder, a device, locked by another program or larger.
    """
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise FileRefused(_("“{name}” is a folder; choose a file in it.", name=path.name))
        if not stat.S_ISREG(about.st_mode):  # reading a device or a pipe may never end
            raise FileRefused(_("“{name}” is a device, not a file; choose a file. Nothing was read.", name=path.name))
        if about.st_size > limit:
            raise _too_large(path, about.st_size, limit)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise FileRefused(_("“{name}” was not found in {folder}.", name=path.name, folder=path.parent)) from error
    except OSError as error:
        raise FileRefused(
            _(
                "“{name}” is in use by another program and can't be read yet. "
                "Save and close it there, then try again. Nothing was changed.",
                name=path.name,
            )
        ) from error
    if len(data) > limit:
        raise _too_large(path, len(data), limit)
    return data


def _too_large(path: Path, size: int, limit: int) -> FileRefused:
    return FileRefused(
        _(
            "“{name}” is {size} MB; at most {limit} MB can be read. Nothing was changed.",
            name=path.name,
            size=round(size / 1e6, 1),
            limit=round(limit / 1e6, 1),
        )
    )
