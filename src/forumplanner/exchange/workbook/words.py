"""Words of cells: codes with their meaning as drop-downs show them, yes and no, countries."""

import re
import unicodedata
from enum import StrEnum
from functools import cache
from typing import Final

from forumplanner.domain import labels
from forumplanner.domain.countries import country_code, country_name
from forumplanner.domain.names import NameOrder
from forumplanner.domain.text import EN, ZH

_OWN_WORDS: Final[dict[tuple[type[StrEnum], str], tuple[str, str]]] = {
    (NameOrder, "as_written"): ("按原样", "As written"),
    (NameOrder, "family_first"): ("姓在前", "Family name first"),
    (NameOrder, "given_first"): ("名在前", "Given name first"),
}
YES: Final = "yes 是"
NO: Final = "no 否"
_YES_WORDS: Final = frozenset({"yes", "y", "true", "1", "是", "√", "✓", "✔", "对", "有", "已", "已核", "yes是"})
_NO_WORDS: Final = frozenset({"no", "n", "false", "0", "否", "×", "✗", "无", "未", "未核", "no否"})


def words_of(member: StrEnum) -> tuple[str, str]:
    """The Chinese and the English word of a code."""
    own = _OWN_WORDS.get((type(member), member.value))
    return own or (labels.label(member, ZH), labels.label(member, EN))


def choice_text(member: StrEnum) -> str:
    """A code as cells and drop-downs show it: "guest 嘉宾 Distinguished Guest"."""
    chinese, english = words_of(member)
    return f"{member.value} {chinese} {english}"


def choice_meant(kind: type[StrEnum], text: str) -> StrEnum | None:
    """The code meant by a code, a word in Chinese or English, or both together as drop-downs write them."""
    return _choices(kind).get(folded(text))


@cache
def _choices(kind: type[StrEnum]) -> dict[str, StrEnum]:
    known: dict[str, StrEnum] = {}
    for member in kind:
        chinese, english = words_of(member)
        for spelling in (member.value, chinese, english, f"{chinese}{english}", f"{english}{chinese}"):
            known.setdefault(folded(spelling), member)
            known.setdefault(folded(f"{member.value}{spelling}"), member)
        known[folded(choice_text(member))] = member
    return known


def yes_or_no(text: str) -> bool | None:
    """True for yes, √ or 是, False for no, × or 否, None for anything else."""
    plain = folded(text)
    if plain in _YES_WORDS:
        return True
    return False if plain in _NO_WORDS else None


def country_text(code: str) -> str:
    """A country as cells and drop-downs show it: "TH 泰国 Thailand"; an unknown code as it stands."""
    chinese, english = country_name(code, ZH), country_name(code, EN)
    return code if chinese == code else f"{code} {chinese} {english}"


def country_meant(text: str) -> str | None:
    """The alpha-2 code meant by a code, a name in any usual language, or a drop-down's line."""
    if found := country_code(text):
        return found
    first = unicodedata.normalize("NFKC", text).split(" ", 1)[0]
    is_code = bool(re.fullmatch(r"[A-Z]{2}", first)) and country_name(first, EN) != first
    return first if is_code and folded(text) == folded(country_text(first)) else None


def folded(text: str) -> str:
    """Text to compare by: without case, full width, white space and the punctuation of lists."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s_\-./·,，、:：;；*＊]+", "", plain)


_TAG: Final = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_WORDS: Final = {
    "中文": ZH, "中": ZH, "汉语": ZH, "chinese": ZH, "zh": ZH, "zhcn": ZH, "简体": ZH, "简体中文": ZH,
    "英文": EN, "英": EN, "英语": EN, "english": EN,
}  # fmt: skip


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
