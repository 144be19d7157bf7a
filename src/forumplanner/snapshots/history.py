"""The history as pages show it: lines of steps, what one step changed, what was removed, what happened to one record.

Texts are `{tag: text}` in every language of the program, made from what the file keeps, never from a kept sentence.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.kinds import StepKind

Words = dict[str, str]


class Change(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    REMOVED = "removed"
    EDITED = "edited"


class Standing(StrEnum):
    """Whether a step counts: it stands, was taken back, did the taking back itself, or nothing crosses it."""

    STANDS = "stands"
    TAKEN_BACK = "taken_back"
    TURN = "turn"
    BARRIER = "barrier"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its value before and after; "" where it was or became empty."""

    field: Words
    before: Words
    after: Words


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that a step changed, what it is called ("session “Opening”"), and its fields if it was edited."""

    table: str
    key: str
    change: Change
    called: Words
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step in a list. `entries`: how many entries it changed."""

    id: int
    at: dt.datetime
    actor: str
    kind: StepKind
    standing: Standing
    sentence: Words
    entries: int


@dataclass(frozen=True, slots=True)
class StepDetail:
    """What a step changed; `more`: entries left out. `page`, `target`: where the window shows it, "" for nowhere."""

    id: int
    entries: tuple[EntryChange, ...]
    more: int = 0
    page: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class RemovedThing:
    """What one step removed and is still gone. `entries`: with all that went along; `since`: steps made after it."""

    step: int
    at: dt.datetime
    actor: str
    called: Words
    entries: int
    since: int


@dataclass(frozen=True, slots=True)
class History:
    """The newest steps, and all that is removed; `total`: how many steps the file has."""

    steps: tuple[StepLine, ...]
    removed: tuple[RemovedThing, ...]
    total: int


@dataclass(frozen=True, slots=True)
class RecordStep:
    """A step that touched one record (or rows of its own, such as a session's room)."""

    step: StepLine
    entries: tuple[EntryChange, ...]
