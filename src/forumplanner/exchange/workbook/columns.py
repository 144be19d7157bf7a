"""What a column and a sheet of the planning workbook are: the shape of the table in `sheets`."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from forumplanner.domain.text import EN, ZH
from forumplanner.snapshots.import_plan import Subject, Texts


class Kind(StrEnum):
    """How a cell is read and written; `cells` holds one reader and one writer for each."""

    CODE = "code"
    PLAIN = "plain"  # short and technical: full-width letters become ASCII
    TEXT = "text"  # short, kept as written
    LONG = "long"  # long, kept as written
    NAME_ZH = "name_zh"
    NAME = "name"
    COUNTRY = "country"
    CHOICE = "choice"
    YES_NO = "yes_no"
    NUMBER = "number"
    DAY = "day"
    CLOCK = "clock"  # a time of the session's day
    MOMENT = "moment"  # a day and a time; words that are no time are kept as they are
    ZONE = "zone"
    MAILS = "mails"  # e-mail addresses
    TAGS = "tags"  # languages
    REFERENCE = "reference"
    REFERENCES = "references"
    POST = "post"  # which of the person's posts, by its number from 1; 0 for none


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its headers, how it is read, and which attribute of which record of the row it fills.

    `localized`: one column a language. `numbered`: may come several times ("institution 2"); the number goes to `{n}`
    (from 0) in `path`, else to the record. `keyed`: any code in brackets ("reported [attendees]").
    """

    key: str
    zh: str
    en: str
    kind: Kind
    record: str
    path: str
    aliases: tuple[str, ...] = ()
    localized: bool = False
    numbered: bool = False
    keyed: bool = False
    choices: type[StrEnum] | None = None
    to: Subject | None = None
    width: int = 14


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its names, the table its rows stand for, the letter its made-up codes open with, its columns."""

    subject: Subject
    zh: str
    en: str
    table: str
    prefix: str
    columns: tuple[Column, ...]
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name on the tab: "people 参会人员"."""
        return f"{self.subject} {self.zh}"

    @property
    def title(self) -> Texts:
        """What its rows are called, by language."""
        return {ZH: self.zh, EN: self.en}

    def column(self, key: str) -> Column:
        """The column with that key; raises KeyError."""
        return next(column for column in self.columns if column.key == key)


@dataclass(frozen=True, slots=True)
class Spot:
    """A column as it stands in one sheet: with its language or code (`tag`) and its number, from 1."""

    column: Column
    tag: str = ""
    number: int = 1

    @property
    def key(self) -> str:
        """The spot in one word: "title [en]", "institution 2"."""
        number = f" {self.number}" if self.number > 1 else ""
        return f"{self.column.key}{number}" + (f" [{self.tag}]" if self.tag else "")

    @property
    def header(self) -> Texts:
        """The header in both languages, as the template writes it."""
        number = f" {self.number}" if self.number > 1 else ""
        en, zh = self.column.en + number, self.column.zh + number
        if not self.tag:
            return {ZH: zh, EN: en}
        words = {ZH: "（中文）", EN: "（英文）"} if self.column.localized else {}
        return {ZH: zh + words.get(self.tag, f"［{self.tag}］"), EN: f"{en} [{self.tag}]"}

    @property
    def slot(self) -> tuple[str, int]:
        """The record of the row that it fills: ("post", 2); the number is 1 for all others."""
        return (self.column.record, self.number if self.column.numbered and "{n}" not in self.column.path else 1)

    @property
    def path(self) -> str:
        """The attribute of that record: "title[en]", "titles[0][en]", "reported[attendees]", "name.zh"."""
        return self.column.path.replace("{n}", str(self.number - 1)) + (f"[{self.tag}]" if self.tag else "")


def spot_of(column: Column, path: str, number: int) -> Spot | None:
    """The spot of `column` whose path is `path`, in a record that is the `number`th of its kind; None for another's."""
    pattern = re.escape(column.path).replace(r"\{n\}", r"(?P<n>\d+)")
    if column.localized or column.keyed:
        pattern += r"\[(?P<tag>.*)\]"
    found = re.fullmatch(pattern, path, re.DOTALL)
    if not found:
        return None
    parts = found.groupdict()
    at = int(parts["n"]) + 1 if "n" in parts else number
    return Spot(column, parts.get("tag") or "", at if column.numbered else 1)


CODE: Final = Column("code", "编号", "code", Kind.CODE, "", "code", ("代码", "id"), width=11)
ORDER: Final = Column(
    "order", "顺序", "order", Kind.NUMBER, "", "position", ("排序", "次序", "序号", "position", "no"), width=8
)
NOTES: Final = Column("notes", "备注", "notes", Kind.LONG, "", "notes", ("说明", "note", "remarks", "remark"), width=30)


def make_sheet(
    subject: Subject,
    names: tuple[str, str],
    *columns: Column,
    table: str,
    prefix: str,
    aliases: tuple[str, ...] = (),
) -> Sheet:
    """A sheet whose columns, where they name no record, fill its own."""
    own = tuple(column if column.record else replace(column, record=table) for column in columns)
    return Sheet(subject, *names, table, prefix, own, aliases)


def words(key: str, zh: str, en: str, path: str, *aliases: str, **more: object) -> Column:
    """A column of LocalizedText: one a language."""
    base = Column(key, zh, en, Kind.LONG, "", path, aliases, localized=True, width=30)
    return replace(base, **more)  # type: ignore[arg-type]  # the names are Column's own


def reference(key: str, zh: str, en: str, path: str, to: Subject, *aliases: str, **more: object) -> Column:
    """A column that names a row of another sheet by its code, or by its name where that is unique."""
    base = Column(key, zh, en, Kind.REFERENCE, "", path, aliases, to=to)
    return replace(base, **more)  # type: ignore[arg-type]  # the names are Column's own
