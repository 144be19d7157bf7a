"""Which numbers a Chinese and an English text speak of, so that the two sides of a pair can be compared.

Dates, ordinals, years, percentages and clock times are numbers like others: 第三届 and "3rd", 10月24日 and "24 Oct",
百分之三十 and "30%", 1.2万 and "12,000", 下午2:30 and "2:30 pm" read alike. Numbers glued to letters are names and no
numbers (COVID-19, H1N1, 3D, G20), a Chinese numeral counts only where a measure word or a place in an order shows that
it is one (三亚 and 一带一路 hold none), and 一 alone is an article.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

Numbers = frozenset[Decimal]

_DIGITS: Final = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS: Final = {"十": 10, "百": 100, "千": 1000}
_MYRIADS: Final = {"万": 10**4, "亿": 10**8}
_RUN: Final = "[〇零一二三四五六七八九十百千万亿两]+"
_MEASURES: Final = (
    "个届所位名人家国项次场年天日岁种类篇部期月周分倍米里斤吨亩座条点省市校院例株批版卷章课层间台辆张节段轮级维代阶余多"
)
_ORDERED: Final = "分论坛|论坛|会场|专场|部分|单元|环节|场次|主题|议题|附件|阶段|讲|之"
_ZH_WORD: Final = re.compile(f"第({_RUN})|({_RUN})(?=[{_MEASURES}]|小时|分钟|公|世纪|年代|平方)|(?:{_ORDERED})({_RUN})")
_PER_CENT: Final = re.compile(f"百分之({_RUN}|\\d+(?:\\.\\d+)?)")
_FRACTION: Final = re.compile(f"(?:{_RUN}|\\d+)分之(?:{_RUN}|\\d+)")
_FIRST: Final = re.compile(r"首届|首次|首个|创刊号")
_DECADE: Final = re.compile(r"(\d{2})世纪(\d)0年代")
_ZH_NUMBER: Final = re.compile(r"(\d+(?:,\d{3})+|\d+)(\.\d+)?([十百千]?[万亿]|百|千)?")
_ZH_CLOCK: Final = re.compile(r"(上午|下午|晚上|中午|傍晚|早上)?(\d{1,2})(?:[:点时](\d{2}|半)?)分?")
_AFTERNOON: Final = frozenset({"下午", "晚上", "傍晚"})
_AND_OTHERS_ZH: Final = re.compile(f"等(?:{_RUN}|\\d+)")

_GLUED: Final = re.compile(r"[a-zβα]+[-.]?\d[\w.]*|\d+[a-z]+\d*[\w]*", re.IGNORECASE)
_SUFFIXED: Final = re.compile(r"(\d+)(?:st|nd|rd|th|s|k?m|k?g|cm|mm|ml|mg|min|h|hrs?|am|pm|bn|k)", re.IGNORECASE)
_AND_OTHERS_EN: Final = re.compile(r"\band (?:\d+|[a-z]+(?:-[a-z]+)?) (?:other|more)", re.IGNORECASE)
_EN_CLOCK: Final = re.compile(r"\b(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\b\.?|\b(\d{1,2}):(\d{2})\b", re.IGNORECASE)
_EN_NUMBER: Final = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(?:(hundred|thousand|million|billion)\b)?", re.IGNORECASE
)
_ROMAN: Final = re.compile(
    r"(?:\b(?:part|phase|type|forum|session|stage|grade|class|volume)\s+)?(?<![a-z])([IVX]+)(?![a-z])", re.IGNORECASE
)
_SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_MONTH_NAMES: Final = "january february march april may june july august september october november december"
_SMALL_NAMES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_NAMES: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_NAMES: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_MONTHS: Final = tuple(_MONTH_NAMES.split())
_DOZENS: Final = tuple(_TENS_NAMES.split())
_WORDS: Final = {word: n for n, word in enumerate(_SMALL_NAMES.split())} | {
    word: 20 + 10 * n for n, word in enumerate(_DOZENS)
}
_ORDINALS: Final = {word: n for n, word in enumerate(_ORDINAL_NAMES.split(), start=1)} | {
    "inaugural": 1,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "twice": 2,
    "double": 2,
    "dozen": 12,
}
_MONTH_BESIDE: Final = re.compile(
    r"(?:(?<=\d )|(?<=\d))({0})\b|\b({0})\.?(?= ?\d)".format("|".join(f"{m[:3]}(?:{m[3:]})?" for m in _MONTHS if m)),
    re.IGNORECASE,
)
_EN_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
_SIGN_ZH: Final = re.compile(r"[\d〇一二三四五六七八九十百千两首Ⅰ-Ⅻ]")


def differing(zh: str, en: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The numbers that stand only in the Chinese and only in the English text; None where the two agree.

    A number that one side leaves out is no difference ("2026 Forum" / “论坛”): both have to say something that the
    other doesn't.
    """
    if not _SIGN_ZH.search(zh):
        return None
    return _differing(zh, en)


@lru_cache(maxsize=8192)
def _differing(zh: str, en: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    chinese, english = in_chinese(zh), in_english(en)
    if not chinese or not english:
        return None
    only_zh = frozenset(n for n in chinese - english if not _short_year(n, english))
    only_en = frozenset(n for n in english - chinese if not _short_year(n, chinese))
    if not only_zh or not only_en:
        return None
    return _said(only_zh), _said(only_en)


def _short_year(number: Decimal, others: Numbers) -> bool:
    """2026–30 and 2026–2030 say the same."""
    return any(min(n, number) < 1000 <= max(n, number) and n % 100 == number % 100 for n in others)


def _said(numbers: Numbers) -> tuple[str, ...]:
    return tuple(f"{n.normalize():f}" for n in sorted(numbers))


def in_chinese(text: str) -> Numbers:
    """The numbers that a Chinese text speaks of."""
    return frozenset(_taken(_plain(text), _CHINESE)) - {Decimal(0)}


def in_english(text: str) -> Numbers:
    """The numbers that an English text speaks of."""
    return frozenset(_taken(_plain(text), _ENGLISH)) - {Decimal(0)}


Reader = Callable[[re.Match[str]], Iterator[Decimal]]


def _taken(text: str, readers: tuple[tuple[re.Pattern[str], Reader], ...]) -> Iterator[Decimal]:
    """Each reader takes what it understands out of the text, so that no later one reads it again."""
    for pattern, read in readers:
        for match in pattern.finditer(text):
            yield from read(match)
        text = pattern.sub(" ", text)


def _plain(text: str) -> str:
    """Full-width digits and Roman numerals as ASCII."""
    return unicodedata.normalize("NFKC", text)


def _none(_match: re.Match[str]) -> Iterator[Decimal]:
    return iter(())


def _one(_match: re.Match[str]) -> Iterator[Decimal]:
    yield Decimal(1)


def _group(match: re.Match[str]) -> Iterator[Decimal]:
    yield Decimal(match[1])


def _decade(match: re.Match[str]) -> Iterator[Decimal]:
    yield Decimal((int(match[1]) - 1) * 100 + int(match[2]) * 10)


def _percent(match: re.Match[str]) -> Iterator[Decimal]:
    yield Decimal(match[1]) if match[1][0].isdecimal() else Decimal(chinese_numeral(match[1]))


def _zh_clock(match: re.Match[str]) -> Iterator[Decimal]:
    hour = int(match[2])
    yield Decimal(hour + 12 if match[1] in _AFTERNOON and hour < 12 else hour)
    if match[3]:
        yield Decimal(30 if match[3] == "半" else int(match[3]))


def _en_clock(match: re.Match[str]) -> Iterator[Decimal]:
    hour, minute = int(match[1] or match[4]), match[2] or match[5]
    yield Decimal(hour + 12 if (match[3] or "").lower() == "p" and hour < 12 else hour)
    if minute:
        yield Decimal(int(minute))


def _zh_number(match: re.Match[str]) -> Iterator[Decimal]:
    scale = Decimal(1)
    for unit in match[3] or "":
        scale *= _TENS.get(unit) or _MYRIADS[unit]
    yield Decimal(match[1].replace(",", "") + (match[2] or "")) * scale


def _zh_word(match: re.Match[str]) -> Iterator[Decimal]:
    value = chinese_numeral(match[1] or match[2] or match[3])
    if value != 1 or match[1] or match[3]:  # 一个 is "a", 第一 is "first"
        yield Decimal(value)


def _en_number(match: re.Match[str]) -> Iterator[Decimal]:
    scale = _SCALES[match[3].lower()] if match[3] else 1
    yield Decimal(match[1].replace(",", "") + (match[2] or "")) * scale


def _month(match: re.Match[str]) -> Iterator[Decimal]:
    name = (match[1] or match[2]).lower()
    yield Decimal(next(n for n, month in enumerate(_MONTHS, start=1) if month.startswith(name[:3])))


def _roman(match: re.Match[str]) -> Iterator[Decimal]:
    letters = match[1].upper()
    named = match[0].strip() != match[1]
    if match[1] == letters and (named or (len(letters) > 1 and letters != "IV")):
        values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in letters]
        following = [*values[1:], 0]
        yield Decimal(sum(-v if v < n else v for v, n in zip(values, following, strict=True)))


def _en_word(match: re.Match[str]) -> Iterator[Decimal]:
    word = match[0].lower()
    value = _WORDS.get(word) or _ORDINALS.get(word)
    if value is None and "-" in word:
        tens, _dash, unit = word.partition("-")
        rest = _WORDS.get(unit) or _ORDINALS.get(unit)
        value = _WORDS[tens] + rest if tens in _DOZENS and rest else rest if unit in _ORDINALS else _WORDS.get(tens)
    if value is None and word in _SCALES:
        value = _SCALES[word]
    if value is not None and word != "one":
        yield Decimal(value)


def chinese_numeral(text: str) -> int:
    """The value of a Chinese numeral: 三十二 -> 32, 一千零五 -> 1005, 一万二 -> 10002, 二〇二六 -> 2026."""
    if not any(letter in _TENS or letter in _MYRIADS for letter in text):
        return int("".join(str(_DIGITS[letter]) for letter in text))
    total = section = digit = 0
    for letter in text:
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        elif letter in _TENS:
            section, digit = section + (digit or 1) * _TENS[letter], 0
        else:
            total, section, digit = (total + (section + digit or 1)) * _MYRIADS[letter], 0, 0
    return total + section + digit


_CHINESE: Final = (
    (_AND_OTHERS_ZH, _none),
    (_DECADE, _decade),
    (_PER_CENT, _percent),
    (_FRACTION, _none),
    (_FIRST, _one),
    (_GLUED, _none),
    (_ZH_CLOCK, _zh_clock),
    (_ZH_NUMBER, _zh_number),
    (_ZH_WORD, _zh_word),
    (_ROMAN, _roman),
)
_ENGLISH: Final = (
    (_AND_OTHERS_EN, _none),
    (_MONTH_BESIDE, _month),
    (_EN_CLOCK, _en_clock),
    (_SUFFIXED, _group),
    (_GLUED, _none),
    (_EN_NUMBER, _en_number),
    (_ROMAN, _roman),
    (_EN_WORD, _en_word),
)
