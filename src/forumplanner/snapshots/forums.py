"""The forums of a planner file, as the window's switcher and the welcome page name them."""

import datetime as dt
from dataclasses import dataclass

from forumplanner.snapshots.wordings import NO_TEXT, Pair


@dataclass(frozen=True, slots=True)
class ForumCard:
    """One forum. `release`: the name of its newest issue, "" before the first. `zone`: IANA name.

    `countries`: how it names countries otherwise than the program: code, language, name.
    """

    id: str
    languages: tuple[str, ...]
    title: Pair = NO_TEXT
    city: Pair = NO_TEXT
    edition: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    zone: str = ""
    release: str = ""
    countries: tuple[tuple[str, str, str], ...] = ()

    def name(self, tag: str) -> str:
        """The title for a reader of `tag`."""
        return self.title.best(self.languages.index(tag) if tag in self.languages else 0)

    def country_words(self) -> dict[str, dict[str, str]]:
        """`countries` as the forum's record keeps them: `{"country.VN": {tag: name}}`."""
        words: dict[str, dict[str, str]] = {}
        for code, tag, name in self.countries:
            words.setdefault(f"country.{code}", {})[tag] = name
        return words
