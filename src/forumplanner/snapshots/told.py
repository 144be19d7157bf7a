"""Who was told what: each session with what its people answered, and who still goes by something else."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from forumplanner.domain.telling import Told
from forumplanner.snapshots.paper import Lines


class Stand(StrEnum):
    """What somebody answered to a session, or to their stay as a whole; UNTOLD: nobody told them of it."""

    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    DECLINED = "declined"
    SILENT = "silent"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """One person of a session. `behind`: they go by another time or place, or by what they are no longer in.

    `told`: the last they heard, None while nobody told them. `outdated`: they answered an earlier time or place.
    """

    participant_id: str
    stand: Stand
    told: Told | None = None
    behind: bool = False
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class ToldSession:
    """A session and its people in the order of the list.

    `location`: as calendars write it. `gone`: it stands in nobody's programme any more.
    """

    session_id: str
    title: Lines
    start: dt.datetime | None
    end: dt.datetime | None
    zone: str
    people: tuple[ToldPerson, ...]
    location: str = ""
    gone: bool = False

    def count(self, stand: Stand) -> int:
        """How many stand so."""
        return sum(one.stand is stand for one in self.people)

    def behind(self) -> int:
        """How many go by something else."""
        return sum(one.behind for one in self.people)
