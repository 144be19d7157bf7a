"""How it is kept: the planner file with its journal of steps, its backups and its migrations. The door is `Store`."""

from forumplanner.store.failures import StepRefused, StoreError, UndoRefused
from forumplanner.store.step import Changed, Scalar, Step, StepMode
from forumplanner.store.store import Store

__all__ = ["Changed", "Scalar", "Step", "StepMode", "StepRefused", "Store", "StoreError", "UndoRefused"]
