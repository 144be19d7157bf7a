"""Why the store said no: each failure by name, with one sentence for the user."""

import datetime as dt
from pathlib import Path

from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.store.step import Step


def shown_time(at: dt.datetime) -> str:
    """An instant on this computer's clock, as sentences show it: "2026-11-21 23:25"."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


class StoreError(PlannerError):
    """Anything the store refuses; what the sentence says was not done was not done at all."""


class MisuseError(StoreError):
    """The program asked the store for something that would go round the journal; a fault of ours, not the user's."""


class BesideTheJournal(MisuseError):
    """A statement inside a step that no record's flush sent."""

    def __init__(self, statement: str) -> None:
        self.statement = statement
        super().__init__(
            _(
                "The program tried to change data in a way that could not be undone, so nothing was changed. "
                "Please report this: {detail}",
                detail=" ".join(statement.split())[:120],
            )
        )


class OutsideStep(MisuseError):
    """A record was written by a session that no step opened, or a table that only the store writes."""

    def __init__(self, table: str) -> None:
        self.table = table
        super().__init__(
            _(
                "The program tried to change data outside the history, so nothing was changed. "
                "Please report this: {detail}",
                detail=table,
            )
        )


class StepRefused(StoreError):
    """A step could not be kept; the file is as it was before."""


class UndoRefused(StoreError):
    """An undo or redo that would overwrite somebody's later work.

    `step`: what was to be turned. `by`: the later step in the way, None where nobody in the history did it.
    """

    def __init__(self, step: Step, by: Step | None, sentence: str) -> None:
        self.step = step
        self.by = by
        super().__init__(sentence)

    @property
    def who(self) -> str:
        """The name of whoever is in the way, or ""."""
        return self.by.actor if self.by else ""

    @property
    def what(self) -> Step | None:
        """The step in the way; `domain.history` puts it into words."""
        return self.by

    @property
    def when(self) -> dt.datetime | None:
        """When they did it."""
        return self.by.at if self.by else None

    @classmethod
    def changed_since(cls, step: Step, by: Step | None) -> "UndoRefused":
        """Fields of the step's rows hold something else by now."""
        if by is None:
            return cls(
                step,
                by,
                _(
                    "This step can't be taken back: another program has changed the same entry in the file since. "
                    "Nothing was changed; correct the entry by hand."
                ),
            )
        return cls(
            step,
            by,
            _(
                "This step can't be taken back: {who} changed the same entry on {when}. "
                "Nothing was changed; take that back first, or correct the entry by hand.",
                who=by.actor,
                when=shown_time(by.at),
            ),
        )

    @classmethod
    def needed_by(cls, step: Step, by: Step | None) -> "UndoRefused":
        """Rows made later refer to the step's rows, or took what was unique about them."""
        if by is None:
            return cls(
                step,
                by,
                _(
                    "This step can't be taken back: entries made or removed later are tied to it. "
                    "Nothing was changed; correct those entries first."
                ),
            )
        return cls(
            step,
            by,
            _(
                "This step can't be taken back: what {who} did on {when} is tied to it. "
                "Nothing was changed; take that back first.",
                who=by.actor,
                when=shown_time(by.at),
            ),
        )

    @classmethod
    def nothing_left(cls, step: Step) -> "UndoRefused":
        """The step is taken back already, or is one that took another back."""
        return cls(step, None, _("This step is taken back already, so nothing was changed."))

    @classmethod
    def other_form(cls, step: Step, by: Step) -> "UndoRefused":
        """A barrier came after the step: the file has another form now."""
        return cls(
            step,
            by,
            _(
                "This step can't be taken back: the file was brought to a newer form on {when}. "
                "Nothing was changed; correct the entry by hand.",
                when=shown_time(by.at),
            ),
        )


class FileError(StoreError):
    """A planner file that can't be opened, made or restored; `path` is the file."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(sentence)


class MissingFile(FileError):
    """There is no such file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            _(
                "“{name}” was not found in {folder}. Choose the file where it is now.",
                name=path.name,
                folder=path.parent,
            ),
        )


class FileTaken(FileError):
    """A new file was to be made where one is already."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            _(
                "“{name}” already exists in {folder}. It was left as it is; choose another name.",
                name=path.name,
                folder=path.parent,
            ),
        )


class NotAPlannerFile(FileError):
    """Something else than a planner file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            _(
                "“{name}” is not a Forum Planner file, so it was not opened and not changed. Choose a {suffix} file.",
                name=path.name,
                suffix=".forumplanner",
            ),
        )


class NewerFile(FileError):
    """A file of a newer program; `needs` is the version it asks for, "" where it can't be read."""

    def __init__(self, path: Path, needs: str) -> None:
        self.needs = needs
        super().__init__(
            path,
            _(
                "“{name}” was saved by a newer Forum Planner; it needs version {needs} or later. "
                "Nothing was changed; update the program, or open an older backup.",
                name=path.name,
                needs=needs,
            )
            if needs
            else _(
                "“{name}” was saved by a newer Forum Planner. "
                "Nothing was changed; update the program, or open an older backup.",
                name=path.name,
            ),
        )


class DamagedFile(FileError):
    """A planner file whose contents don't hold together; `detail` is for a report."""

    def __init__(self, path: Path, detail: str) -> None:
        self.detail = detail
        super().__init__(
            path,
            _(
                "“{name}” is damaged and was not opened ({detail}). "
                "Nothing was changed; restore one of its backups, the damaged file is kept.",
                name=path.name,
                detail=detail,
            ),
        )


class ForeignParts(FileError):
    """A planner file into which somebody put a trigger, view or virtual table: those act on their own."""

    def __init__(self, path: Path, part: str) -> None:
        self.part = part
        super().__init__(
            path,
            _(
                "“{name}” holds something that Forum Planner never writes ({part}) and that could change data unseen, "
                "so it was not opened. Ask whoever sent it for another copy, or open a backup.",
                name=path.name,
                part=part,
            ),
        )


class FileInUse(FileError):
    """Another program has the file; `host`, `user` and `since` where it said so."""

    def __init__(self, path: Path, *, host: str = "", user: str = "", since: dt.datetime | None = None) -> None:
        self.host, self.user, self.since = host, user, since
        super().__init__(
            path,
            _(
                "“{name}” has been open on {host} (by {user}) since {since}. Close it there first; if nobody has it "
                "open any more, delete “{lock}” beside it.",
                name=path.name,
                host=host,
                user=user,
                since=shown_time(since),
                lock=f"{path.name}.lock",
            )
            if since
            else _("“{name}” is in use by another program. Close it there, then try again.", name=path.name),
        )


class ReadOnlyFile(FileError):
    """A file, folder or medium that can't be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            _(
                "“{name}” can only be read where it is ({folder}). Open it for reading, "
                "or copy it to a folder where you may write.",
                name=path.name,
                folder=path.parent,
            ),
        )


class UnreadableFile(FileError):
    """The system doesn't let the file be read, or a new one be made."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            _(
                "“{name}” in {folder} can't be used ({reason}). Nothing was changed; check the place and your "
                "permission, then try again.",
                name=path.name,
                folder=path.parent,
                reason=reason,
            ),
        )


class OlderForm(FileError):
    """A file of an older program, opened for reading only: it must be brought up to date first."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            _(
                "“{name}” was saved by an older Forum Planner and must be brought up to date once. "
                "Open it where it may be written.",
                name=path.name,
            ),
        )


class BackupFailed(FileError):
    """A backup could not be written, or a written one doesn't hold what it should."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            _(
                "A backup of “{name}” could not be made ({reason}). The file itself is saved; "
                "make room on the disk, then save a copy.",
                name=path.name,
                reason=reason,
            ),
        )


class MigrationFailed(FileError):
    """A file of an older program could not be brought up to date."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path,
            _(
                "“{name}” could not be brought up to date ({reason}). It was left as it was; "
                "go on with the older program and report this.",
                name=path.name,
                reason=reason,
            ),
        )
