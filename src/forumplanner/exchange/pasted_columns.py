"""What the columns of a pasted list are: told by their headers, else by what stands in them."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from enum import StrEnum

from forumplanner.domain.names import HAN

MINUTES = re.compile(r"(\d{1,3})\s*(?:分钟?|min(?:utes?|s)?\.?|['′’])?", re.IGNORECASE)
_CODE = r"([a-z]|\d{1,2}|十?[一二三四五六七八九十])"
_REST = r"(?:\s*[:：–-].*)?"
_FORUMS = tuple(
    re.compile(pattern + _REST, re.IGNORECASE)
    for pattern in (
        rf"(?:parallel\s+)?(?:forum|track|session|room)\s*{_CODE}",
        rf"第?{_CODE}\s*(?:号|个)?\s*(?:平行)?(?:分?论坛|分会场|组)",
        rf"(?:平行)?(?:分?论坛|分会场)\s*\(?\s*{_CODE}\s*\)?",
        _CODE,
    )
)
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", start=1)}


class Column(StrEnum):
    """What a column holds."""

    TITLE = "title"
    TITLE_ZH = "title_zh"
    TITLE_EN = "title_en"
    SPEAKER = "speaker"
    FORUM = "forum"
    HALF = "half"
    MINUTES = "minutes"
    NUMBER = "number"
    OTHER = "other"


_HEADERS: tuple[tuple[Column, str], ...] = (
    (Column.NUMBER, r"序号|编号|no\.?|#|number"),
    (Column.TITLE_ZH, r"(中文)(报告|演讲|发言)?(题目|标题|名称)|chinese title|title \(?(chinese|zh)\)?"),
    (Column.TITLE_EN, r"(英文)(报告|演讲|发言)?(题目|标题|名称)|english title|title \(?(english|en)\)?"),
    (
        Column.MINUTES,
        r"(报告|演讲|发言)?(时长|时间)?([(（]?分钟[)）]?)|(报告|演讲|发言)?时长|minutes?|min\.?|duration.*|length",
    ),
    (
        Column.SPEAKER,
        r"(报告|演讲|发言|主讲|特邀)?(人|者|嘉宾|专家)(姓名)?|主讲|讲者|姓名|(speaker|presenter|lecturer)s?( names?)?",
    ),
    (Column.FORUM, r"(平行|分)?论坛|分会场|所属论坛|论坛(编号|代码)|forum|track|parallel forum"),
    (Column.HALF, r"半场|上/?下半场|half|part"),
    (
        Column.TITLE,
        r"(报告|演讲|发言|讲座|论文)?(题目|标题|内容|主题)|(talk|paper|presentation|report)? ?title|topic|talk|subject",
    ),
)


def by_header(row: Sequence[str]) -> list[Column]:
    """What each column is, where the first row says so: at least two cells, or all of them, are known words."""
    found = [_header(cell) for cell in row]
    known = [column for column in found if column is not Column.OTHER]
    filled = sum(bool(cell) for cell in row)
    is_header = len(known) >= min(2, filled) and known and any("title" in column for column in known)
    return _first_only(found) if is_header else []


def _header(cell: str) -> Column:
    plain = unicodedata.normalize("NFKC", cell).strip().casefold().rstrip(":*")
    pieces = [plain, *re.split(r"\s*[/\n]\s*|(?<=[\u4e00-\u9fff])\s+(?=[a-z])", plain)]
    for column, pattern in _HEADERS:
        if any(piece and re.fullmatch(pattern, piece) for piece in pieces):
            return column
    return Column.OTHER


def _first_only(columns: Sequence[Column]) -> list[Column]:
    seen: set[Column] = set()
    found = []
    for column in columns:
        found.append(Column.OTHER if column in seen else column)
        seen.add(column)
    return found


def by_content(rows: Sequence[Sequence[str]]) -> list[Column]:
    """What each column is by what stands in it: counting numbers, minutes, forums; the longest words are the title."""
    width = max(len(row) for row in rows)
    cells = [[row[place] for row in rows if place < len(row) and row[place]] for place in range(width)]
    columns = [_guess(column, len(rows)) for column in cells]
    columns = _first_only(columns)
    words = [place for place, column in enumerate(columns) if column is Column.OTHER and cells[place]]
    by_length = sorted(words, key=lambda place: -_average(cells[place]))
    if by_length:
        columns[by_length[0]] = Column.TITLE
    rest = [place for place in words if place != by_length[0]] if by_length else []
    if len(rest) > 1:
        second = by_length[1]
        other_script = _mostly_han(cells[second]) != _mostly_han(cells[by_length[0]])
        if other_script and _average(cells[second]) > 1.5 * _average(cells[by_length[2]]):
            columns[second] = Column.TITLE_ZH if _mostly_han(cells[second]) else Column.TITLE_EN
            rest.remove(second)
    if rest:
        columns[rest[0]] = Column.SPEAKER
    return columns


def _guess(cells: Sequence[str], rows: int) -> Column:
    if not cells:
        return Column.OTHER
    if (
        cells == [str(number) for number in range(int(cells[0]), int(cells[0]) + len(cells))]
        if cells[0].isdecimal()
        else False
    ):
        return Column.NUMBER if rows > 1 else Column.MINUTES
    if _most(cells, lambda cell: bool(MINUTES.fullmatch(cell))):
        return Column.MINUTES
    if _most(cells, lambda cell: half_number(cell) is not None):
        return Column.HALF
    if _most(cells, lambda cell: bool(forum_code(cell))):
        return Column.FORUM
    return Column.OTHER


def _most(cells: Sequence[str], test: Callable[[str], bool]) -> bool:
    return sum(test(cell) for cell in cells) * 10 >= len(cells) * 7


def _average(cells: Sequence[str]) -> float:
    """How wide the words are on average: a Chinese character takes the room of two letters."""
    return sum(len(cell) + len(HAN.findall(cell)) for cell in cells) / max(1, len(cells))


def _mostly_han(cells: Sequence[str]) -> bool:
    return _most(cells, lambda cell: bool(HAN.search(cell)))


def forum_code(cell: str) -> str:
    """The code of a parallel forum: "A", "分论坛A", "Forum 2", "第一分论坛" -> "1"; "" for other words."""
    plain = unicodedata.normalize("NFKC", cell).strip()
    match = next((found for pattern in _FORUMS if (found := pattern.fullmatch(plain))), None)
    code = match[1] if match else ""
    tens, digit = (10, code[1:]) if len(code) > 1 and code[0] == "十" else (0, code)
    return str(tens + _DIGITS[digit]) if digit in _DIGITS else code.upper()


def half_number(cell: str) -> int | None:
    """1 for 上半场, "first half", "Part 1"; None for other words."""
    plain = cell.strip().casefold()
    known = {"上半场": 1, "上": 1, "first half": 1, "first": 1, "下半场": 2, "下": 2, "second half": 2, "second": 2}
    match = re.fullmatch(r"(?:part|half|第)\s*(\d|[一二三四])\s*(?:半场|节)?", plain)
    return known.get(plain) or (int(str(_DIGITS.get(match[1], match[1]))) if match else None)
