"""A growing set of sample records: each kind of record is added under its code and found again by it."""

import uuid
from dataclasses import dataclass, field
from typing import TypeVar

from forumplanner.records import Base
from forumplanner.sample.tables import SLUG, key

RecordT = TypeVar("RecordT", bound=Base)

FORUM = key("forum", SLUG)


@dataclass(slots=True)
class Draft:
    """Records in the order they were added; `numbers` maps a participant's code in the tables to its printed one."""

    records: list[Base] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)

    def add(self, record: RecordT) -> RecordT:
        """Keep a record."""
        self.records.append(record)
        return record

    def of(self, kind: type[RecordT]) -> list[RecordT]:
        """All records of one kind, in the order they were added."""
        return [record for record in self.records if isinstance(record, kind)]


def institution(code: str) -> uuid.UUID:
    """The key of the institution with a code."""
    return key("institution", code)


def participant(code: str) -> uuid.UUID:
    """The key of the participant with a code."""
    return key("participant", code)


def post(code: str, number: int = 0) -> uuid.UUID:
    """The key of a person's post: 0 is the one used at the forum, 1 the other."""
    return key("post", f"{code}/{number}")
