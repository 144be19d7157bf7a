"""What this computer remembers of each planner file it saved: the newest step, so that an older copy is noticed."""

import datetime as dt
import json
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from forumplanner import paths
from forumplanner.files import write_atomically
from forumplanner.i18n import gettext as _
from forumplanner.store.failures import shown_time


@dataclass(frozen=True, slots=True)
class RememberedHead:
    """The newest step of a file when it was last saved here: number, hash in hexadecimal, when, and where it was.

    `changes`: SQLite's count of changes in its header, which mail raises too. `restored`: a backup was put in its place
    and not opened since. `doubted`: hash of the newest step of an older file whose mail was put in doubt. `line`: how
    often that happened; what is remembered elsewhere of mail counts for one line alone.
    """

    step: int
    hash: str
    at: dt.datetime
    path: Path
    changes: int = 0
    restored: bool = False
    doubted: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class OlderFile:
    """A file that lacks steps which were saved on this computer: somebody put an older or another copy there.

    `parted`: it went its own way since, so it isn't merely older.
    """

    path: Path
    saved: RememberedHead
    parted: bool

    def __str__(self) -> str:
        """The sentence."""
        return self.sentence()

    def sentence(self) -> str:
        """What to tell the user, in the interface's language."""
        values = {"name": self.path.name, "when": shown_time(self.saved.at), "folder": self.saved.path.parent}
        if self.parted:
            return _(
                "“{name}” is not a continuation of what you saved on {when} on this computer (in {folder}): "
                "it was changed elsewhere. Compare the two before you go on.",
                **values,
            )
        return _(
            "“{name}” is older than what you saved on {when} on this computer (in {folder}). "
            "Look for the newer copy, or restore a backup, before you go on.",
            **values,
        )


def remember(planner: uuid.UUID, head: RememberedHead) -> None:
    """Note the newest step of a file. Raises `FileRefused` where the user's folder can't be written."""
    said = {**asdict(head), "at": head.at.isoformat(), "path": str(head.path)}
    write_atomically(_file(planner), json.dumps(said).encode())


def recall(planner: uuid.UUID) -> RememberedHead | None:
    """What was noted; None where nothing was, or nothing readable."""
    return _read(_file(planner))


def planner_at(path: Path) -> uuid.UUID | None:
    """Which planner file was last saved at `path`: tells the backups of a file that can't be read any more."""
    for file in sorted(_folder().glob("*.json")):
        head = _read(file)
        if head is not None and head.path == path.absolute():
            return uuid.UUID(file.stem)
    return None


def _folder() -> Path:
    return paths.user_data() / "heads"


def _file(planner: uuid.UUID) -> Path:
    return _folder() / f"{planner}.json"


def _read(file: Path) -> RememberedHead | None:
    try:
        said = json.loads(file.read_bytes())
        return RememberedHead(
            step=int(said["step"]),
            hash=str(said["hash"]),
            at=dt.datetime.fromisoformat(said["at"]),
            path=Path(said["path"]),
            changes=int(said.get("changes", 0)),
            restored=bool(said.get("restored", False)),
            doubted=str(said.get("doubted", "")),
            line=int(said.get("line", 0)),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
