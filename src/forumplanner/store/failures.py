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


class FileError(StoreError):
    """A planner file that can't be opened, made or restored; `path` is the file."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(sentence)
