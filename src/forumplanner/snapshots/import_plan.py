"""ImportPlan: what a file would do to a forum, row by row, before anything is done.

An importer reads a file into a plan, a page or the command line shows it, `actions.importing` applies it in one step.
Everything here is frozen and plain (str, int, bool, None, tuple, dict, StrEnum), so that msgspec writes and reads it.

What a page shows:
- `rows`: one PlannedRow a sheet row that was understood. `action` says whether a thing is added, changed or already
  the same; `label` names it ("陈国强 Chen Guoqiang"); `fields` are its cells, each with `header` in both languages,
  `old` ("" for a new thing or an empty field) and `new` as texts ready to show.
- `repairs`: a cell that was read as something else than what stands in it (full-width digits, dots in names, dates).
- `questions`: what only a person can decide. `choices` in the order of the keys 1, 2, 3; the last one is always
  "later"; `message` says why it asks; `left` and `right` are two columns of equal length to compare.
  Answer by reading the file once more with `answers={question.id: choice.code}`: ids are the same at every reading.
- `rejects`: a cell (`column` is its header) or a whole row (`column` is "") that is left out, and why.
- `remarks`: sheets and columns that were not read, and what else the reader should know.
Messages are `{language tag: sentence}`; take the interface's language. `row` is the number that the spreadsheet shows.

What an action does: the `writes` of each row, in order. The rest of the program need not look at them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | bool | tuple[str, ...] | dict[str, str] | None
"""A value in a write: dates and instants as ISO text, enums as codes, keys of records as UUID text."""

Texts = dict[str, str]
"""One text a language: {"zh-Hans": "...", "en": "..."}."""


class Subject(StrEnum):
    """A sheet of the planning workbook, and what one of its rows is; in the order of the workbook."""

    FORUM = "forum"
    ORGANISERS = "organisers"
    INSTITUTIONS = "institutions"
    PEOPLE = "people"
    DELEGATIONS = "delegations"
    CONSULAR = "consular"
    ROOMS = "rooms"
    TRACKS = "tracks"
    SESSIONS = "sessions"
    PARTS = "parts"
    ITEMS = "items"
    APPEARANCES = "appearances"


class RowAction(StrEnum):
    """What a row does."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"


class QuestionKind(StrEnum):
    """Why a question is asked."""

    SAME_PERSON = "same_person"
    TWO_IN_ONE_CELL = "two_in_one_cell"


@dataclass(frozen=True, slots=True)
class PlannedField:
    """One cell of a row: `column` is the column's code ("title"), with its language or number ("title [en]")."""

    column: str
    header: Texts
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Write:
    """One record to make (`new`) or to change: its table, its key, and values by attribute.

    An attribute may name one part of a value: `title[en]` a language of a LocalizedText, `titles[0][en]` of the first
    of several, `name.latin` a form of a PersonName, `reported[attendees]` an entry of a dictionary.
    """

    table: str
    key: str
    new: bool
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row that was understood. `fields`: for ADD all that it says, for CHANGE only what differs, for SAME none."""

    sheet: Subject
    row: int
    action: RowAction
    label: str
    fields: tuple[PlannedField, ...] = ()
    writes: tuple[Write, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """A cell that was read as something else than what stands in it, and why."""

    sheet: Subject
    row: int
    column: str
    old: str
    new: str
    why: Texts


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to a question: the code to give back, and the words of its button."""

    code: str
    label: Texts


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of a question's card: what the file says (`left`) beside what is known or another row says (`right`)."""

    header: Texts
    left: str
    right: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can decide. `answer`: the code given by now, "" before; `effect`: what happens without one."""

    id: str
    kind: QuestionKind
    sheet: Subject
    row: int
    message: Texts
    effect: Texts
    left_title: Texts
    right_title: Texts
    compared: tuple[Compared, ...]
    choices: tuple[Choice, ...]
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Reject:
    """A cell, or with an empty `column` a whole row, that is left out; `value` is what stands there."""

    sheet: Subject
    row: int
    column: str
    value: str
    why: Texts


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of one sheet do what; `rejected` counts rows left out as a whole."""

    sheet: Subject
    title: Texts
    added: int
    changed: int
    same: int
    rejected: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that one file would do to one forum; see the head of this module.

    `forum_id`: the forum it goes to, new or known (`new_forum`). `source`: the file's name, for the history.
    """

    source: str
    forum_id: str
    forum_slug: str
    forum_title: Texts
    new_forum: bool
    rows: tuple[PlannedRow, ...] = ()
    repairs: tuple[Repair, ...] = ()
    questions: tuple[Question, ...] = ()
    rejects: tuple[Reject, ...] = ()
    remarks: tuple[Texts, ...] = ()
    counts: tuple[Count, ...] = ()
    summary: Texts | None = None

    @property
    def nothing_to_do(self) -> bool:
        """True where applying would change no record: the file says the same as what is known."""
        return not any(row.writes for row in self.rows)

    def writes(self) -> Iterator[Write]:
        """Every record to make or change, in the order to do it."""
        for row in self.rows:
            yield from row.writes

    def open_questions(self) -> tuple[Question, ...]:
        """Questions without an answer, or answered "later"."""
        return tuple(question for question in self.questions if question.answer in {"", "later"})
