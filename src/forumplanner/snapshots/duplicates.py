"""People as the search for duplicates takes them; two records side by side, field by field, before a merge."""

from dataclasses import dataclass

from forumplanner.domain.likeness import Someone
from forumplanner.domain.merging import Side
from forumplanner.domain.names import PersonName


@dataclass(frozen=True, slots=True)
class Directory:
    """Everybody in the file, and the pairs of keys that somebody declared to be two people."""

    people: tuple[Someone, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field of both records as texts in the reader's language, "" where nothing stands.

    `code`: what `actions.merging.merge` takes as a choice, "posts" for what needs none. `preset`: what a merge takes if
    nobody chooses.
    """

    code: str
    keep: str
    drop: str
    preset: Side

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.keep and self.drop and self.keep != self.drop)


@dataclass(frozen=True, slots=True)
class ComparedForum:
    """A forum that one of them or both took part in; `fields` only where both did, for they become one participant."""

    forum_id: str
    title: str
    keep: bool
    drop: bool
    fields: tuple[ComparedField, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedPerson:
    """One of the two records. `appearances`: in how many items and parts of all forums; `photo`: its content hash."""

    id: str
    name: PersonName
    country: str
    photo: str
    posts: tuple[str, ...]
    appearances: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records side by side; `apart`: somebody declared them to be two people."""

    keep: ComparedPerson
    drop: ComparedPerson
    fields: tuple[ComparedField, ...]
    forums: tuple[ComparedForum, ...]
    apart: bool = False
