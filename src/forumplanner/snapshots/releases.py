"""Releases of the programme: what one froze, and how the list of them reads."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.domain.kinds import ReleaseKind
from forumplanner.snapshots.agenda import AgendaPaper
from forumplanner.snapshots.paper import Lines


@dataclass(frozen=True, slots=True)
class Frozen:
    """The content of a release: the whole programme (its `edition` blank) and what was marked as minor.

    `minor`: ids of changes against the release before that stay off the change notice. `form`: of this very value.
    """

    programme: AgendaPaper
    minor: tuple[str, ...] = ()
    form: int = 1


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """One release in the list. `kept`: whether its content is, so that it can be compared and printed."""

    id: str
    name: str
    kind: ReleaseKind
    issued_at: dt.datetime
    issued_by: str
    replaces: str
    step: int
    note: Lines
    kept: bool


@dataclass(frozen=True, slots=True)
class Issue:
    """One side of a comparison: a release, or the programme as it stands (`name` "")."""

    name: str
    issued: str
    programme: AgendaPaper


@dataclass(frozen=True, slots=True)
class Issues:
    """Two sides to compare, and the ids of changes that somebody called minor on the way from one to the other."""

    old: Issue
    new: Issue
    minor: tuple[str, ...] = ()
