"""The forums of a planner file as the command line lists them: what they are called, when, and how much is in them."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

Texts = dict[str, str]
"""One text by language tag; a language without a text is not there."""


@dataclass(frozen=True, slots=True)
class ForumListing:
    """One forum. `slug` is what `--forum` takes; `counts`: how many of each subject, by its English plural."""

    id: str
    slug: str
    languages: tuple[str, ...]
    titles: tuple[Texts, ...]
    short_title: Texts
    city: Texts
    starts_on: dt.date | None
    ends_on: dt.date | None
    counts: dict[str, int]

    @property
    def key(self) -> uuid.UUID:
        """The forum's key, as queries take it."""
        return uuid.UUID(self.id)

    def name(self, tag: str) -> str:
        """What a reader of `tag` calls it."""
        for texts in (self.short_title, *self.titles):
            if texts:
                return texts.get(tag) or next(iter(texts.values()))
        return self.slug

    def as_json(self) -> dict[str, Any]:
        """The shape that `forums --json` prints."""
        return {
            "id": self.id,
            "slug": self.slug,
            "languages": list(self.languages),
            "titles": list(self.titles),
            "short_title": self.short_title,
            "city": self.city,
            "starts_on": self.starts_on.isoformat() if self.starts_on else None,
            "ends_on": self.ends_on.isoformat() if self.ends_on else None,
            "counts": self.counts,
        }
