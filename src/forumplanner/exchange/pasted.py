"""Talks from the clipboard: rows of a spreadsheet or a message become talks; columns are known by header or content."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from forumplanner.domain.kinds import Mode
from forumplanner.domain.names import HAN
from forumplanner.domain.talks import NamedSpeaker, TalkRow
from forumplanner.domain.text import DEFAULT_LANGUAGES, LocalizedText, tidy
from forumplanner.exchange.pasted_columns import MINUTES, Column, by_content, by_header, forum_code, half_number
from forumplanner.files import PlannerError
from forumplanner.i18n import gettext as _
from forumplanner.i18n import localized

MOST_ROWS = 1000
MOST_LETTERS = 2_000_000
LONGEST_MINUTES = 600
_NOBODY = frozenset(
    {"待定", "待确定", "待通知", "另行通知", "tba", "tbd", "tbc", "to be announced", "to be confirmed", "-", "—", "?"}
)
_CUTS = re.compile(r"\s*[、；;&/，]\s*|(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff]{2,4}$)")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_BODY = re.compile(r"(?i)\b(?:of|for|university|ministry|department|office|institute|centre|center|college|school)\b")
_COURTESY = re.compile(r"^(?:(?:prof|dr|mr|mrs|ms|professor|doctor|h\.?e)\b\.?\s*)+", re.IGNORECASE)
_TITLE_AFTER = re.compile(r"(?:副?教授|博士|院士|老师|先生|女士|主任|院长|校长)+$")
_BRACKETS = re.compile(r"\s*[(（\[【]([^)）\]】]*)[)）\]】]\s*")


class PasteRefused(PlannerError):
    """What is in the clipboard is no list of talks."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read as it stands, by row; the row itself is added all the same."""

    row: int
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PastedTalks:
    """Talks in the order of the rows, and what should be looked at."""

    talks: tuple[TalkRow, ...]
    problems: tuple[Problem, ...] = ()


def read_talks(text: str, *, languages: Sequence[str] = DEFAULT_LANGUAGES) -> PastedTalks:
    """Talks from pasted text: one row a talk, cells parted by tabs, bars or wide gaps; a header row is optional.

    Rows are numbered as in the text, header included. `languages`: the forum's; a title goes to the side that it is
    written in. Raises `PasteRefused` where there is no table in it, or too much.
    """
    grid = _grid(text)
    rows = [(number, row) for number, row in enumerate(grid, start=1) if any(row)]
    if not rows or (len(rows) == 1 and sum(bool(cell) for cell in rows[0][1]) < 2):
        raise PasteRefused(_("There are no rows to paste. Copy rows with titles and speakers from your table first."))
    if len(rows) > MOST_ROWS:
        raise PasteRefused(_("That is more than {most} rows. Nothing was added; paste fewer at once.", most=MOST_ROWS))
    columns, first = by_header(rows[0][1]), rows[0]
    if columns:
        rows = rows[1:]
    reading = _Reading(columns or by_content([row for _number, row in rows]), tuple(languages))
    reading.note_unread(first[0], first[1] if columns else (), [row for _number, row in rows])
    for number, row in rows:
        reading.take(number, row)
    return PastedTalks(tuple(reading.talks), tuple(reading.problems))


def _grid(text: str) -> list[list[str]]:
    if len(text) > MOST_LETTERS:
        raise PasteRefused(_("That is more than {most} rows. Nothing was added; paste fewer at once.", most=MOST_ROWS))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip("\n")
    if "\t" in lines:
        quoted = _quotes_close(lines) and len(lines) < csv.field_size_limit()
        cells = list(csv.reader(io.StringIO(lines), delimiter="\t")) if quoted else _cut(lines, r"\t")
    else:
        cells = _cut(lines, r"\s*[|｜]\s*" if re.search(r"[|｜]", lines) else r"\s{3,}|　{2,}")
    return [[" ".join(tidy(cell).split()) for cell in row] for row in cells]


def _quotes_close(lines: str) -> bool:
    """Whether quotes stand as a spreadsheet writes them: a cell that starts with one ends with one."""
    return bool(re.search(r'(?:^|[\t\n])"', lines)) and lines.count('"') % 2 == 0


def _cut(lines: str, separator: str) -> list[list[str]]:
    return [re.split(separator, line.strip(" ")) for line in lines.split("\n")]


@dataclass(slots=True)
class _Reading:
    """One run over the rows."""

    columns: Sequence[Column]
    languages: tuple[str, ...]
    talks: list[TalkRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def note_unread(self, number: int, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Say which columns are not read, by header or by their place."""
        for place, column in enumerate(self.columns):
            filled = any(place < len(row) and row[place] for row in rows)
            if column is Column.OTHER and filled:
                name = (headers[place] if place < len(headers) else "") or str(place + 1)
                self._note(number, localized("Column “{name}” was not read.", name=name))

    def take(self, number: int, row: Sequence[str]) -> None:
        """Read one row."""
        cells = {column: cell for column, cell in zip(self.columns, row, strict=False) if cell}
        title = self._title(cells)
        if not title:
            self._note(number, localized("Row {row} has no title yet.", row=number))
        self.talks.append(
            TalkRow(
                row=number,
                title=title,
                speakers=self._speakers(number, cells.get(Column.SPEAKER, "")),
                forum=self._forum(number, cells.get(Column.FORUM, "")),
                half=half_number(cells.get(Column.HALF, "")),
                minutes=self._minutes(number, cells.get(Column.MINUTES, "")),
            )
        )

    def _title(self, cells: Mapping[Column, str]) -> LocalizedText:
        chinese = next((tag for tag in self.languages if tag.startswith("zh")), self.languages[0])
        other = next((tag for tag in self.languages if not tag.startswith("zh")), self.languages[-1])
        texts: dict[str, str | None] = {}
        plain = cells.get(Column.TITLE, "")
        if plain:
            texts[chinese if HAN.search(plain) else other] = plain
        for column, tag in ((Column.TITLE_ZH, chinese), (Column.TITLE_EN, other)):
            if column in cells:
                texts.setdefault(tag, cells[column])
        return LocalizedText.of(texts)

    def _speakers(self, number: int, cell: str) -> tuple[NamedSpeaker, ...]:
        """One or several names; brackets say how somebody takes part, other words in them are told."""
        if cell.casefold().strip() in _NOBODY:
            return (NamedSpeaker(""),)
        found = (self._speaker(number, piece) for piece in _pieces(cell))
        return tuple(speaker for speaker in found if speaker is not None)

    def _speaker(self, number: int, piece: str) -> NamedSpeaker | None:
        mode = None
        for words in _BRACKETS.findall(piece):
            if (known := _mode(words)) is not None:
                mode = known
            elif words.strip():
                self._note(
                    number, localized("Row {row}: “{words}” beside the name was left out.", row=number, words=words)
                )
        plain = _BRACKETS.sub(" ", piece).strip()
        name = _TITLE_AFTER.sub("", _COURTESY.sub("", plain)).strip()
        name = name if len(name) > 1 else plain
        return NamedSpeaker(name, mode) if name else None

    def _forum(self, number: int, cell: str) -> str:
        code = forum_code(cell)
        if cell and not code:
            self._note(number, localized("Row {row}: “{words}” names no parallel forum.", row=number, words=cell))
        return code

    def _minutes(self, number: int, cell: str) -> int | None:
        match = MINUTES.fullmatch(unicodedata.normalize("NFKC", cell))
        minutes = int(match[1]) if match else None
        if minutes is not None and 0 < minutes <= LONGEST_MINUTES:
            return minutes
        if cell:
            self._note(
                number,
                localized("Row {row}: “{words}” is no number of minutes; it is left open.", row=number, words=cell),
            )
        return None

    def _note(self, number: int, words: Mapping[str, str]) -> None:
        self.problems.append(Problem(number, words))


def _pieces(cell: str) -> list[str]:
    """Several names in one cell; a comma in "Shen, Huaijin" and an "and" in an institution's name part nothing."""
    pieces: list[str] = []
    for piece in _CUTS.split(cell):
        sides = [side.strip() for side in piece.split(",")]
        several = len(sides) > 1 and all(" " in side or HAN.search(side) for side in sides)
        pieces += sides if several else [" ".join(sides)]
    parted = [piece if _BODY.search(piece) else _AND.sub("\n", piece) for piece in pieces]
    return [name.strip() for piece in parted for name in piece.split("\n") if name.strip()]


def _mode(words: str) -> Mode | None:
    plain = words.casefold()
    if re.search(r"线上|网络|视频会议|online|zoom|腾讯会议|remote", plain):
        return Mode.ONLINE
    if re.search(r"视频|录播|录像|video|recorded", plain):
        return Mode.VIDEO
    return Mode.ON_SITE if re.search(r"线下|现场|on-?site|in person", plain) else None
