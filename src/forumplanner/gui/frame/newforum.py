"""NewForum: what the card of a new forum says, before there is a file."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewForum:
    """Texts in Chinese and English; all but one title may be blank. `table`: a file to import next."""

    title_zh: str = ""
    title_en: str = ""
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    city_zh: str = ""
    city_en: str = ""
    venue_zh: str = ""
    venue_en: str = ""
    table: Path | None = None

    def name(self) -> str:
        """What its file may be called."""
        return self.title_zh or self.title_en
