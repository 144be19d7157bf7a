"""NewForum: what is to stand in a new planner file, before there is one."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NewForum:
    """Texts in Chinese and English. Without a title the file starts empty, and `table`, read next, brings its forum."""

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
        return self.title_zh or self.title_en or (self.table.stem if self.table is not None else "")
