"""A talk as somebody sent it: one row of a pasted list."""

from dataclasses import dataclass

from forumplanner.domain.kinds import Mode
from forumplanner.domain.text import LocalizedText


@dataclass(frozen=True, slots=True)
class NamedSpeaker:
    """A name as written, "" for somebody to be announced; how the speaker takes part, where that was said."""

    name: str
    mode: Mode | None = None


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One row. `row`: its number in what was pasted, from 1. `forum`: code of a parallel forum, "" for none.

    `half`: 1, 2 ... or None; `minutes`: None where not said.
    """

    row: int
    title: LocalizedText
    speakers: tuple[NamedSpeaker, ...] = ()
    forum: str = ""
    half: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Pasted:
    """What became of pasted rows: keys of new sessions and items; rows with a remark, each by number and words.

    `unknown`: speakers that no participant is, with their row; they stand as placeholders until somebody is named.
    `nowhere`: rows whose parallel forum or half is not in the programme; they wait among what has no day.
    """

    sessions: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    unknown: tuple[tuple[int, str], ...] = ()
    nowhere: tuple[tuple[int, str], ...] = ()

    @property
    def count(self) -> int:
        """How many talks were added."""
        return len(self.sessions) + len(self.items)
