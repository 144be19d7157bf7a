"""Talks from the clipboard: rows of a spreadsheet or a message become talks; columns are known by header or content."""

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from forumplanner.domain.kinds import Mode
from forumplanner.domain.names import HAN
from forumplanner.domain.talks import NamedSpeaker, TalkRow
from forumplanner.domain.text import DEFAULT_LANGUAGES, LocalizedText, tidy
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
_MINUTES = re.compile(r"(\d{1,3})\s*(?:分钟?|min(?:utes?|s)?\.?|['′’])?", re.IGNORECASE)
_FORUM = re.compile(
    r"(?:parallel\s+)?(?:forum|track|session|room)\s*([a-z]|\d{1,2})\b|第?([一二三四五六七八九十]{1,2})?(?:分论坛|论坛|分会场)\s*([a-z]|\d{1,2}|[一二三四五六七八九十]{1,2})?|([a-z])\s*组?|(\d{1,2})",
    re.IGNORECASE,
)
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", start=1)}


class PasteRefused(PlannerError):
    """What is in the clipboard is no list of talks."""


class _Column(StrEnum):
    TITLE = "title"
    TITLE_ZH = "title_zh"
    TITLE_EN = "title_en"
    SPEAKER = "speaker"
    FORUM = "forum"
    HALF = "half"
    MINUTES = "minutes"
    NUMBER = "number"
    OTHER = "other"


_HEADERS: tuple[tuple[_Column, str], ...] = (
    (_Column.NUMBER, r"序号|编号|no\.?|#|number"),
    (_Column.TITLE_ZH, r"(中文)(报告|演讲|发言)?(题目|标题|名称)|chinese title|title \(?(chinese|zh)\)?"),
    (_Column.TITLE_EN, r"(英文)(报告|演讲|发言)?(题目|标题|名称)|english title|title \(?(english|en)\)?"),
    (
        _Column.MINUTES,
        r"(报告|演讲|发言)?(时长|时间)?([(（]?分钟[)）]?)|(报告|演讲|发言)?时长|minutes?|min\.?|duration.*|length",
    ),
    (_Column.SPEAKER, r"报告人|主讲人?|演讲人|演讲者|发言人|讲者|嘉宾|专家|姓名|speakers?|presenters?|name|lecturer"),
    (_Column.FORUM, r"(平行|分)?论坛|分会场|所属论坛|论坛(编号|代码)|forum|track|parallel forum"),
    (_Column.HALF, r"半场|上/?下半场|half|part"),
    (_Column.TITLE, r"(报告|演讲|发言|讲座)?(题目|标题|内容|主题)|title|topic|talk|subject"),
)


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
    columns = _by_header(rows[0][1])
    if columns:
        rows = rows[1:]
    else:
        columns = _by_content([row for _number, row in rows])
    reading = _Reading(columns, tuple(languages))
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


def _by_header(row: Sequence[str]) -> list[_Column]:
    """What each column is, where the first row says so: at least two cells, or all of them, are known words."""
    found = [_header(cell) for cell in row]
    known = [column for column in found if column is not _Column.OTHER]
    filled = sum(bool(cell) for cell in row)
    is_header = len(known) >= min(2, filled) and known and any("title" in column for column in known)
    return _first_only(found) if is_header else []


def _header(cell: str) -> _Column:
    plain = unicodedata.normalize("NFKC", cell).strip().casefold().rstrip(":*")
    pieces = [plain, *re.split(r"\s*[/\n]\s*|(?<=[\u4e00-\u9fff])\s+(?=[a-z])", plain)]
    for column, pattern in _HEADERS:
        if any(piece and re.fullmatch(pattern, piece) for piece in pieces):
            return column
    return _Column.OTHER


def _first_only(columns: Sequence[_Column]) -> list[_Column]:
    seen: set[_Column] = set()
    found = []
    for column in columns:
        found.append(_Column.OTHER if column in seen else column)
        seen.add(column)
    return found


def _by_content(rows: Sequence[Sequence[str]]) -> list[_Column]:
    """What each column is by what stands in it: counting numbers, minutes, forums; the longest words are the title."""
    width = max(len(row) for row in rows)
    cells = [[row[place] for row in rows if place < len(row) and row[place]] for place in range(width)]
    columns = [_guess(column, len(rows)) for column in cells]
    columns = _first_only(columns)
    words = [place for place, column in enumerate(columns) if column is _Column.OTHER and cells[place]]
    by_length = sorted(words, key=lambda place: -_average(cells[place]))
    if by_length:
        columns[by_length[0]] = _Column.TITLE
    rest = [place for place in words if place != by_length[0]] if by_length else []
    if len(rest) > 1:
        second = by_length[1]
        other_script = _mostly_han(cells[second]) != _mostly_han(cells[by_length[0]])
        if other_script and _average(cells[second]) > 1.5 * _average(cells[by_length[2]]):
            columns[second] = _Column.TITLE_ZH if _mostly_han(cells[second]) else _Column.TITLE_EN
            rest.remove(second)
    if rest:
        columns[rest[0]] = _Column.SPEAKER
    return columns


def _guess(cells: Sequence[str], rows: int) -> _Column:
    if not cells:
        return _Column.OTHER
    if (
        cells == [str(number) for number in range(int(cells[0]), int(cells[0]) + len(cells))]
        if cells[0].isdecimal()
        else False
    ):
        return _Column.NUMBER if rows > 1 else _Column.MINUTES
    if _most(cells, lambda cell: bool(_MINUTES.fullmatch(cell))):
        return _Column.MINUTES
    if _most(cells, lambda cell: _half(cell) is not None):
        return _Column.HALF
    if _most(cells, lambda cell: bool(_forum(cell))):
        return _Column.FORUM
    return _Column.OTHER


def _most(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return sum(test(cell) for cell in cells) * 10 >= len(cells) * 7


def _average(cells: Sequence[str]) -> float:
    """How wide the words are on average: a Chinese character takes the room of two letters."""
    return sum(len(cell) + len(HAN.findall(cell)) for cell in cells) / max(1, len(cells))


def _mostly_han(cells: Sequence[str]) -> bool:
    return _most(cells, lambda cell: bool(HAN.search(cell)))


def _forum(cell: str) -> str:
    """The code of a parallel forum: "A", "分论坛A", "Forum 2", "第一分论坛" -> "1"; "" for other words."""
    match = _FORUM.fullmatch(unicodedata.normalize("NFKC", cell).strip())
    code = next((group for group in match.groups() if group), "") if match else ""
    return str(_DIGITS.get(code, code)).upper()


def _half(cell: str) -> int | None:
    """1 for 上半场, "first half", "Part 1"; None for other words."""
    plain = cell.strip().casefold()
    known = {"上半场": 1, "上": 1, "first half": 1, "first": 1, "下半场": 2, "下": 2, "second half": 2, "second": 2}
    match = re.fullmatch(r"(?:part|half|第)\s*(\d|[一二三四])\s*(?:半场|节)?", plain)
    return known.get(plain) or (int(str(_DIGITS.get(match[1], match[1]))) if match else None)


@dataclass(slots=True)
class _Reading:
    """One run over the rows."""

    columns: Sequence[_Column]
    languages: tuple[str, ...]
    talks: list[TalkRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

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
                speakers=self._speakers(number, cells.get(_Column.SPEAKER, "")),
                forum=self._forum(number, cells.get(_Column.FORUM, "")),
                half=_half(cells.get(_Column.HALF, "")),
                minutes=self._minutes(number, cells.get(_Column.MINUTES, "")),
            )
        )

    def _title(self, cells: Mapping[_Column, str]) -> LocalizedText:
        chinese = next((tag for tag in self.languages if tag.startswith("zh")), self.languages[0])
        other = next((tag for tag in self.languages if not tag.startswith("zh")), self.languages[-1])
        texts: dict[str, str | None] = {}
        plain = cells.get(_Column.TITLE, "")
        if plain:
            texts[chinese if HAN.search(plain) else other] = plain
        for column, tag in ((_Column.TITLE_ZH, chinese), (_Column.TITLE_EN, other)):
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
        code = _forum(cell)
        if cell and not code:
            self._note(number, localized("Row {row}: “{words}” names no parallel forum.", row=number, words=cell))
        return code

    def _minutes(self, number: int, cell: str) -> int | None:
        match = _MINUTES.fullmatch(unicodedata.normalize("NFKC", cell))
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
