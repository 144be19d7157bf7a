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


class DelegationRole(StrEnum):
    """What a participant is in a delegation."""

    HEAD = "head"
    DEPUTY = "deputy"
    MEMBER = "member"
    ACCOMPANYING = "accompanying"


_OWN_WORDS: Final[dict[tuple[type[StrEnum], str], tuple[str, str]]] = {
    (DelegationRole, "head"): ("团长", "Head of delegation"),
    (DelegationRole, "deputy"): ("副团长", "Deputy head"),
    (DelegationRole, "member"): ("团员", "Member"),
    (DelegationRole, "accompanying"): ("随行人员", "Accompanying person"),
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
