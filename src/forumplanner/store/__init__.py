"""How it is kept: the planner file with its journal of steps, its backups and its migrations. The door is `Store`."""

from forumplanner.store.backup import Backup, Reason, list_backups
from forumplanner.store.failures import FileError, FileInUse, StepRefused, StoreError, UndoRefused
from forumplanner.store.heads import OlderFile
from forumplanner.store.restore import restore
from forumplanner.store.step import Changed, Scalar, Step, StepMode, Touched
from forumplanner.store.store import Store
from forumplanner.store.verify import Problem, ProblemKind

__all__ = [
    "Backup",
    "Changed",
    "FileError",
    "FileInUse",
    "OlderFile",
    "Problem",
    "ProblemKind",
    "Reason",
    "Scalar",
    "Step",
    "StepMode",
    "StepRefused",
    "Store",
    "StoreError",
    "Touched",
    "UndoRefused",
    "list_backups",
    "restore",
]
