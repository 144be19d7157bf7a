"""The forums of a planner file, as the window's switcher and the welcome page name them."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.snapshots.wordings import NO_TEXT, Pair


@dataclass(frozen=True, slots=True)
class ForumCard:
    """One forum. `release`: the name of its newest issue, "" before the first. `zone`: IANA name."""

    id: str
    languages: tuple[str, ...]
    title: Pair = NO_TEXT
    city: Pair = NO_TEXT
    edition: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    zone: str = ""
    release: str = ""

    def name(self, tag: str) -> str:
        """The title for a reader of `tag`."""
        return self.title.best(self.languages.index(tag) if tag in self.languages else 0)
