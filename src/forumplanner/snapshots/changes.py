"""What differs between two programmes, in the texts of their languages: changes, grouped by session."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.snapshots.paper import Lines


class ChangeKind(StrEnum):
    """What became of something; the order is that of a session's changes."""

    ADDED = "added"
    CANCELLED = "cancelled"
    TIME = "time"
    ROOM = "room"
    TITLE = "title"
    PERSON = "person"
    CHAIR = "chair"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `what` it is about, what it `was`, what it is `now`; ("", "") for nothing at all.

    `id` is the same whenever the same two texts are compared. `at`: minute of the day by which it is sorted. `minor`:
    somebody marked it as a typing mistake put right, so it is counted but not told.
    """

    id: str
    kind: ChangeKind
    what: Lines
    was: Lines
    now: Lines
    at: int = 0
    minor: bool = False


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes of one session, or of the forum as a whole (`session` ""); `track`: letter of its parallel forum."""

    session: str
    title: Lines
    day: dt.date | None
    start: int | None
    track: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs, in the order of the programme."""

    languages: Lines
    groups: tuple[ChangeGroup, ...]

    def told(self) -> tuple[ChangeGroup, ...]:
        """The groups without minor changes, and only those with others."""
        kept = ((group, tuple(change for change in group.changes if not change.minor)) for group in self.groups)
        return tuple(
            ChangeGroup(group.session, group.title, group.day, group.start, group.track, changes)
            for group, changes in kept
            if changes
        )

    def changes(self) -> tuple[Change, ...]:
        """The changes that are told."""
        return tuple(change for group in self.told() for change in group.changes)

    def minor(self) -> tuple[Change, ...]:
        """The changes that are only counted."""
        return tuple(change for group in self.groups for change in group.changes if change.minor)
