"""Which column a header cell means: Chinese, English or both, any letter case, line breaks, numbers, [languages]."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from forumplanner.domain.names import HAN
from forumplanner.domain.text import EN, ZH
from forumplanner.exchange.workbook_columns import Column, Sheet, Spot
from forumplanner.exchange.workbook_words import folded

_BRACKETS: Final = re.compile(r"\s*[\[(【<{〔]([^\])】>}〕]*)[\])】>}〕]\s*")
_TAG: Final = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_WORDS: Final = {
    "中文": ZH, "中": ZH, "汉语": ZH, "chinese": ZH, "zh": ZH, "zhcn": ZH, "简体": ZH, "简体中文": ZH,
    "英文": EN, "英": EN, "英语": EN, "english": EN,
}  # fmt: skip
_LANGUAGE_FIRST: Final = re.compile(r"(?i)(中文|英文|英语|chinese|english)\s*(?=\S)(.+)", re.DOTALL)
_SENSITIVE: Final = re.compile(
    r"护照|身份证|证件号|通行证|出生|生日|民族|宗教|饮食|忌口|清真|素食|过敏|疾病|健康状况|病史|"
    r"passport|\bid (card|number|no)|identity|birth|\bdob\b|diet|halal|vegetarian|allerg|religio|medical|health",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The words of a header without brackets and number, folded; its language or code, its number."""

    base: str
    tag: str
    number: int


def spot_meant(sheet: Sheet, header: str, languages: tuple[str, ...]) -> Spot | None:
    """The column of `sheet` that a header cell names; None for a column we don't know.

    `languages`: the forum's; a localized header without a language means the one it is written in, else the first.
    """
    for meaning in _meanings(header):
        if spot := _spot(sheet, meaning, header, languages):
            return spot
    return None


def is_sensitive(header: str) -> bool:
    """True for a column of passport, identity, birth, diet, religion or health data."""
    return bool(_SENSITIVE.search(unicodedata.normalize("NFKC", header)))


def canonical_tag(text: str) -> str:
    """A language as its BCP 47 tag: "zh-hans" -> "zh-Hans", "俄文" -> "ru", "Russian" -> "ru"; "" for no language."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if known := _WORDS.get(folded(plain)):
        return known
    if _TAG.fullmatch(plain) and _is_language(plain):
        first, *rest = re.split("[-_]", plain)
        return "-".join([first.lower(), *(_subtag(part) for part in rest)])
    return _language_names().get(folded(plain).replace("文", "语"), "")


def _subtag(part: str) -> str:
    """Script in title case, region in capitals, as BCP 47 writes them."""
    return part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part.lower()


def _meanings(header: str) -> Iterator[Meaning]:
    """The readings to try: the whole cell, each of its lines, its Chinese and its other words alone."""
    text = unicodedata.normalize("NFKC", header)
    brackets = [found.strip() for found in _BRACKETS.findall(text)]
    tag = next((tag for tag in brackets if tag), "")
    bare = _BRACKETS.sub(" ", text)
    lines = [line for line in re.split(r"[\n\r/|]+", bare) if line.strip()]
    chinese = "".join(c for c in bare if HAN.match(c))
    other = "".join(" " if HAN.match(c) else c for c in bare)
    seen: set[Meaning] = set()
    for words in (bare, *lines, other, chinese):
        for meaning in (_meaning(words, tag), _language_first(words)):
            if meaning and meaning.base and meaning not in seen:
                seen.add(meaning)
                yield meaning


def _meaning(words: str, tag: str) -> Meaning:
    numbers = re.findall(r"\d+", words)
    number = int(numbers[0]) if numbers and len(set(numbers)) == 1 and len(numbers[0]) < 3 else 1
    return Meaning(folded(re.sub(r"\d+", " ", words)), tag, max(number, 1))


def _language_first(words: str) -> Meaning | None:
    """The language stands before the word: "英文标题", "English title"."""
    found = _LANGUAGE_FIRST.fullmatch(words.strip())
    return _meaning(found[2], found[1]) if found else None


def _spot(sheet: Sheet, meaning: Meaning, header: str, languages: tuple[str, ...]) -> Spot | None:
    tag = canonical_tag(meaning.tag)
    fixed, open_ = _index(sheet)
    column = fixed.get((meaning.base, tag)) or (fixed.get((meaning.base, "")) if not meaning.tag else None)
    if column is None or column.localized or column.keyed:
        column = open_.get(meaning.base)
    if column is None:
        return None
    number = meaning.number if column.numbered else 1
    if column.keyed:
        return Spot(column, meaning.tag, number) if meaning.tag else None
    if not column.localized:
        return Spot(column, "", number)
    if meaning.tag and not tag:
        return None
    return Spot(column, tag or _language_of(header, languages), number)


def _language_of(header: str, languages: tuple[str, ...]) -> str:
    """The language of a header that names none: its own where it is in one language, else the forum's first."""
    chinese = bool(HAN.search(header))
    other = bool(re.search(r"[A-Za-z]", header))
    if chinese == other:
        return languages[0]
    wanted = ZH if chinese else EN
    return wanted if wanted in languages else languages[0]


@cache
def _index(sheet: Sheet) -> tuple[dict[tuple[str, str], Column], dict[str, Column]]:
    """Columns by folded words and language, and those that take any language or code by folded words."""
    fixed: dict[tuple[str, str], Column] = {}
    open_: dict[str, Column] = {}
    for column in sheet.columns:
        spellings = (column.en, column.zh, column.key, f"{column.en}{column.zh}", f"{column.zh}{column.en}")
        for spelling in (*spellings, *column.aliases):
            if column.localized or column.keyed:
                open_.setdefault(folded(re.sub(r"\d+", " ", spelling)), column)
            for meaning in _meanings(spelling):
                fixed.setdefault((meaning.base, canonical_tag(meaning.tag)), column)
    return fixed, open_


@cache
def _language_names() -> dict[str, str]:
    """Languages by their name in Chinese, English and their own."""
    from babel import Locale  # noqa: PLC0415 - its locale data takes 50 ms to load

    names: dict[str, str] = {}
    for reader in ("en", "zh_Hans"):
        for tag, name in Locale.parse(reader).languages.items():
            if re.fullmatch(r"[a-z]{2,3}", tag):
                names.setdefault(folded(str(name)), tag)
    return names


def _is_language(tag: str) -> bool:
    return re.split("[-_]", tag)[0].lower() in set(_language_names().values())
