"""Kept: a backup that can be restored, as the welcome page lists it."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Kept:
    """`path`: the planner file it is of; `file`: the backup itself; `at`: when it was made, aware."""

    path: Path
    file: Path
    at: dt.datetime
    people: int
    sessions: int


@dataclass(frozen=True, slots=True)
class Restored:
    """`path`: the file as it is now; `former`: where the file that stood there is kept, None if none did."""

    path: Path
    former: Path | None
