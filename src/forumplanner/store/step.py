"""What the rest of the program sees of the history: a step, and the notice that one was made."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from forumplanner.domain.kinds import StepKind

Scalar = str | int | float | bool | None
"""What a step's values may be: whatever JSON keeps without a structure."""

Touched = frozenset[tuple[str, str]]
"""Rows by table name and key text (the key's parts in the codec's spelling, joined by "|")."""


class StepMode(StrEnum):
    """How a step came about; undo never crosses a barrier."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    BARRIER = "barrier"


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the history; `domain.history` puts `kind` and `values` into words.

    `target`: the step that an undo or redo turned. `undone`: taken back at present. `dead`: taken back, and something
    else was done since, so that redo no longer offers it. `hash`: of this step and all before it, in hexadecimal.
    """

    id: int
    mode: StepMode
    kind: StepKind
    values: Mapping[str, Scalar] = field(hash=False)
    actor: str
    at: dt.datetime
    target: int | None = None
    undone: bool = False
    dead: bool = False
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """Told to listeners once after COMMIT. `initiator` is whatever the caller of step, undo or redo gave."""

    step: Step
    touched: Touched
    initiator: object = None


def require_scalars(values: Mapping[str, object]) -> None:
    """Raise `TypeError` for a value of a step that JSON can't keep as it is: a key, a time, a list."""
    for name, value in values.items():
        if value is not None and not isinstance(value, (str, int, float, bool)):
            raise TypeError(f"{name} of a step must be a text, a number or a truth value, not {type(value).__name__}")
