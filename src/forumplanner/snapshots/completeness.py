"""How complete a forum is in its languages: a count for each kind of text, and every gap with a suggestion."""

from dataclasses import dataclass
from enum import StrEnum

from forumplanner.snapshots.wordings import NO_TEXT, Pair


class TextKind(StrEnum):
    """What a text is, in the order in which gaps are listed."""

    FORUM = "forum"
    SESSION = "session"
    ITEM = "item"
    LABEL = "label"
    SCRIPT = "script"
    ROOM = "room"
    TRACK = "track"
    INSTITUTION = "institution"
    POST = "post"
    DELEGATION = "delegation"
    CONSULAR_POST = "consular_post"
    CONSULAR_GUEST = "consular_guest"
    ALLIANCE = "alliance"
    WORDS = "words"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class TextRef:
    """Where a text is kept: `index` counts the entries of a list of texts (the titles of a forum), else -1.

    `code`: which of the forum's own words ("organiser.host"), where the column holds those.
    """

    table: str
    id: str
    column: str
    index: int = -1
    code: str = ""

    @property
    def key(self) -> str:
        """One word for it."""
        return f"{self.table}:{self.id}:{self.column}:{self.code or self.index}"


@dataclass(frozen=True, slots=True)
class Gap:
    """A text that lacks a side or has one due for review.

    `suggestions`: one per language, "" where nothing is known or needed. `page`, `target`: where it stands in the
    window. `belongs`: what it belongs to, such as the session of an item.
    """

    ref: TextRef
    kind: TextKind
    text: Pair
    suggestions: tuple[str, ...] = ()
    belongs: Pair = NO_TEXT
    page: str = ""
    target: str = ""

    @property
    def missing(self) -> bool:
        """True where a side is empty; else one is due for review."""
        return not all(self.text.texts)

    @property
    def in_lines(self) -> bool:
        """True for a text of several lines: it is written where it stands, a field of one line would join them."""
        return any("\n" in text for text in self.text.texts)

    @property
    def suggested(self) -> bool:
        """True where every empty side has a suggestion."""
        pairs = zip(self.text.texts, self.suggestions, strict=False)
        return self.missing and all(text or suggestion for text, suggestion in pairs)


@dataclass(frozen=True, slots=True)
class Tally:
    """Texts of one kind: how many there are, how many lack a side, how many have one due for review."""

    kind: TextKind
    total: int = 0
    missing: int = 0
    review: int = 0

    @property
    def complete(self) -> int:
        """How many are in order."""
        return self.total - self.missing - self.review


@dataclass(frozen=True, slots=True)
class Completeness:
    """All of one forum's texts, counted; and those that are not in order."""

    languages: tuple[str, ...]
    tallies: tuple[Tally, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def whole(self) -> tuple[int, int]:
        """How many texts are in order, of how many."""
        return sum(tally.complete for tally in self.tallies), sum(tally.total for tally in self.tallies)
