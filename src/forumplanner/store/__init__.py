"""How it is kept: the planner file with its journal of steps, its backups and its migrations. The door is `Store`."""

from forumplanner.store.backup import Backup, Reason, list_backups
from forumplanner.store.failures import FileError, FileInUse, StepRefused, StoreError, UndoRefused
from forumplanner.store.heads import OlderFile
from forumplanner.store.past_failures import BringBackRefused, NoSuchStep
from forumplanner.store.removed import Removed, RemovedRow
from forumplanner.store.restore import restore
from forumplanner.store.rowhistory import RowChange
from forumplanner.store.step import Changed, Scalar, Step, StepMode, Touched
from forumplanner.store.store import Store
from forumplanner.store.verify import Problem, ProblemKind

__all__ = [
    "Backup",
    "BringBackRefused",
    "Changed",
    "FileError",
    "FileInUse",
    "NoSuchStep",
    "OlderFile",
    "Problem",
    "ProblemKind",
    "Reason",
    "Removed",
    "RemovedRow",
    "RowChange",
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
