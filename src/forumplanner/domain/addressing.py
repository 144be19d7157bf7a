"""How a person is addressed and where they stand in a list, after the name rules of their culture.

Nothing is guessed: without a title the whole name is given, since a bare name is impolite anywhere.
"""

import re
from typing import Final

from forumplanner.domain.courtesy import courtesy_zh
from forumplanner.domain.name_rules import CallBy, NameParts, NameRule, SortBy, rule_for
from forumplanner.domain.names import NameOrder, PersonName
from forumplanner.domain.surnames import PINYIN, length
from forumplanner.domain.titles import without_titles
from forumplanner.i18n import nearest

_FATHER: Final = frozenset({"bin", "binti", "bt", "bt.", "b.", "a/l", "a/p", "ibni", "s/o", "d/o"})
_PARTICLES: Final = frozenset(
    {"van", "von", "der", "den", "de", "di", "da", "la", "le", "du", "dos", "del", "al", "ter"}
)
_INITIAL: Final = re.compile(r"(?:\w\.?)(?:\w\.)*")
_EXCELLENCY: Final = re.compile(r"^h\.?\s?e\.?\s*", re.IGNORECASE)


def name_parts(name: PersonName, country: str) -> NameParts:
    """Family, given and calling part of the Latin name; parts on record go before what the rule reads out of it."""
    rule = rule_for(name, country)
    words = without_titles(name.latin, country).name.split()
    family, given = name.family, name.given
    if not family and not given and rule.has_family and len(words) > 1:
        family, given = _split(words, name, rule)
    return NameParts(family, given, _called(name, rule, words, family, given))


def _split(words: list[str], name: PersonName, rule: NameRule) -> tuple[str, str]:
    """The family part is what stands in capitals, else what the order says; a Chinese one also shows by itself."""
    loud = [n for n, word in enumerate(words) if len(word) > 1 and word.isupper() and word.isalpha()]
    if loud in ([0], [len(words) - 1]):
        return words[loud[0]], " ".join(words[: loud[0]] + words[loud[0] + 1 :])
    order = rule.order if name.order is NameOrder.AS_WRITTEN else name.order
    first, last = words[0].casefold(), words[-1].casefold()
    if rule.code == "chinese" and name.order is NameOrder.AS_WRITTEN and first not in PINYIN and last in PINYIN:
        order = NameOrder.GIVEN_FIRST
    if order is NameOrder.FAMILY_FIRST:
        return words[0], " ".join(words[1:])
    at = next((n for n, word in enumerate(words[1:-1], start=1) if word in _PARTICLES), len(words) - 1)
    return " ".join(words[at:]), " ".join(words[:at])


def _called(name: PersonName, rule: NameRule, words: list[str], family: str, given: str) -> str:
    """The part that stands behind a title; the whole name where the rule finds none."""
    whole = " ".join(words)
    own = given.split() or words
    match rule.call_by:
        case CallBy.FAMILY:
            return family or whole
        case CallBy.FIRST:
            return own[0] if own else whole
        case CallBy.LAST:
            return own[-1] if own else whole
        case CallBy.BEFORE_FATHER:
            return name.given or _before_father(words)
        case CallBy.NOT_INITIALS:
            return " ".join(word for word in words if not is_initial(word)) or whole
        case CallBy.FULL:
            return whole


def _before_father(words: list[str]) -> str:
    at = next((n for n, word in enumerate(words) if n and word.casefold() in _FATHER), len(words))
    return " ".join(words[:at])


def is_initial(word: str) -> bool:
    """Whether a word of a name is nothing but initials: "K.", "K.M.", "K"."""
    return bool(_INITIAL.fullmatch(word)) and (len(word) == 1 or word.endswith("."))


def address(name: PersonName, country: str, tag: str) -> str:
    """The short form of address in the language of `tag`: "Prof. Hùng", "Dr. Sanya", 陈教授.

    The form on record first; the full name where the rule says so or no title is known; "" without a name in it.
    """
    if nearest(tag) == "zh-Hans":
        return name.address_zh or _address_zh(name, country)
    return name.address_en or _address_en(name, country)


def _address_en(name: PersonName, country: str) -> str:
    inside = without_titles(name.latin, country)
    title = _title(name.courtesy_en or inside.titles, rule_for(name, country))
    if not title:
        return name.latin
    return " ".join(filter(None, (title, name_parts(name, country).called)))


def _title(courtesy: str, rule: NameRule) -> str:
    """The title as it is spoken: without H.E., and where titles aren't stacked "Prof." for "Prof. Dr."."""
    title = _EXCELLENCY.sub("", courtesy.strip()).strip()
    if rule.stacked:
        return title
    return re.sub(r"(Prof(?:\.|essor))\s+(?:Dr\.?|Doctor).*$", r"\1", title)


def _address_zh(name: PersonName, country: str) -> str:
    word = courtesy_zh("", name.courtesy_en, own=name.courtesy_zh)
    if not name.zh or not word:
        return name.zh
    return f"{_called_zh(name, country)}{word}"


def _called_zh(name: PersonName, country: str) -> str:
    """The part of the Chinese form that matches the calling part; the whole form where that is not clear."""
    rule = rule_for(name, country)
    parts = name.zh.split("·")
    if rule.code in {"chinese", "chinese_own"} and len(parts) == 1:
        return name.zh[: length(name.zh)]
    latin = without_titles(name.latin, country).name.split()
    called = name_parts(name, country).called
    if len(parts) < 2 or len(parts) != len(latin) or called not in latin:
        return name.zh
    return parts[latin.index(called)] or name.zh


def listed_as(name: PersonName, country: str) -> str:
    """The Latin name turned so that it sorts by its culture: "Hùng Nguyễn Văn", "Smith John", "Kyaw Soe"."""
    rule = rule_for(name, country)
    words = without_titles(name.latin, country).name.split()
    if len(words) > 2 and words[0].casefold() in rule.prefixes:
        words = words[1:]
    parts = name_parts(name, country)
    match rule.sort_by:
        case SortBy.FAMILY if parts.family:
            return f"{parts.family} {parts.given}".strip()
        case SortBy.LAST if len(words) > 1 and parts.family:
            given = parts.given.split()
            return " ".join((*given[-1:], parts.family, *given[:-1]))
        case SortBy.NOT_INITIALS:
            return " ".join(sorted(words, key=is_initial))
        case _:
            return " ".join(words)
