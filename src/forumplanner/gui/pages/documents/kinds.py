"""The papers that can be made: their words, their options, and the function that makes one in a thread."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from forumplanner.domain.ids import ForumId
from forumplanner.gui.tasks import Progress
from forumplanner.gui.widgets.attentive import Text
from forumplanner.i18n import gettext as _

if TYPE_CHECKING:  # papers and store load slow libraries, which the first paint does not wait for
    from forumplanner.documents.paper import Paper
    from forumplanner.snapshots.forums import ForumCard
    from forumplanner.store import Store

Values = Mapping[str, str]
"""Chosen options by key; a tick is "yes" or ""."""


class Shape(StrEnum):
    """How an option is asked for."""

    RADIO = "radio"
    CHOICE = "choice"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. `choices`: key and words, empty for a tick. `default`: a key, or "yes"/""."""

    key: str
    label: Text
    shape: Shape
    choices: tuple[tuple[str, Text], ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Issuable:
    """Drafts of letters on the desk that can be issued. `guests`: their ids, none for a letter about nobody.

    `number`, `dated`: proposed for the first, the date as 2026-09-18. `held`: to whom those go that the approval to
    invite is missing for, in the forum's `languages`.
    """

    kind: str
    guests: tuple[str, ...]
    number: str
    dated: str
    count: int
    held: tuple[tuple[str, ...], ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """What came out: a paper (None where there is nothing to print yet) and how long it took.

    `count`: how many sessions or badges stand in it, `blanks`: how many of the badges bear no name, `sheets`: of paper
    with several badges on each (0 where the paper is counted by pages). `lacking`: people without a badge number.
    `one_sided`: the share, 0 to 1, of titles without a text in the second language. `page`: a web page in place of a
    paper. `choices`: what the forum itself offers for an option, by the option's key. `word`: writes the same for Word.
    `issuable`: drafts of letters among it.
    """

    paper: "Paper | None"
    seconds: float
    count: int
    file_name: str
    lacking: int = 0
    blanks: int = 0
    sheets: int = 0
    one_sided: float = 0.0
    page: bytes = field(default=b"", repr=False)
    choices: Mapping[str, tuple[tuple[str, Text], ...]] = field(default_factory=dict)
    word: Callable[[], bytes] | None = field(default=None, repr=False, compare=False)
    issuable: Issuable | None = None

    @property
    def is_held(self) -> bool:
        """Whether it may be looked at, but not be saved or printed yet."""
        return self.paper is not None and bool(self.paper.held)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An entry as a calendar program shows it, on the clock of its place; `note`: the person's own part."""

    start: dt.datetime
    end: dt.datetime
    summary: str
    location: str
    note: str


@dataclass(frozen=True, slots=True)
class CalendarPeek:
    """One participant's calendar file, to be looked into: whose it is, what it holds, and how many files there are.

    `programme`: entries of the file with the whole programme. `left_out`: sessions that have no time yet.
    """

    name: str
    entries: tuple[CalendarEntry, ...]
    files: int
    programme: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where a paper's facts come from."""

    store: "Store"
    forum_id: ForumId


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One entry of the gallery. `make` for a PDF; `export` for a folder of files, `peek` to look into one of them.

    `web`: what is made is a web page. `edit`: the page on which its words are edited, and the button that leads there.
    """

    key: str
    group: Text
    title: Text
    note: Text
    drawing: str
    options: "Callable[[ForumCard], tuple[Option, ...]]"
    make: Callable[[Source, Values], Made] | None = None
    export: Callable[[Source, Path, Progress], int] | None = None
    web: bool = False
    edit: tuple[str, Text] | None = None
    peek: Callable[[Source], CalendarPeek] | None = None


def language_option(card: "ForumCard") -> Option:
    """Both languages of the forum, or one of them."""
    names: dict[str, Text] = {"zh-Hans": lambda: _("Chinese only"), "en": lambda: _("English only")}
    single = tuple((tag, names.get(tag, tag)) for tag in card.languages)
    both: tuple[tuple[str, Text], ...] = (("", lambda: _("Both languages")),)
    return Option("languages", lambda: _("Languages"), Shape.CHOICE, (*both, *single))
