"""Where a line may end: a strict subset of UAX 14 for Chinese, Latin and scripts that part their words by spaces.

Stricter than the standard on purpose, after the habits of Chinese typesetting (GB/T 15834, CLREQ) and of offices:
no break inside numbers, ranges, times, dates, addresses, number and unit, 第3届, 〔2026〕118号; dashes and ellipses
never open a line. Thai, Lao, Burmese and Khmer break at spaces and zero-width spaces only.
"""

from collections.abc import Callable, Sequence
from operator import add

from forumplanner.documents.typesetting.break_classes import CLASSES, SETTLED, with_marks

_KEPT_AFTER_DIGIT = frozenset(
    "年月日时時点點分秒届屆号號楼樓层層室元路版期个個位名家所国國人项項篇场場次天周岁歲万萬亿億米页頁台辆輛间間桌席座"
)
_POSTFIX = frozenset("%％‰℃℉°′″¢￠")
_UNITS = frozenset(
    word
    for words in (
        "kg g mg m cm mm km s min h ms Hz kHz MHz GHz V W kW mL L ℃ °C pt px",
        "GB MB kB TB USD RMB CNY EUR am pm a.m. p.m. AM PM",
    )
    for word in words.split()
)
_KEPT_AFTER_CLOSE = frozenset("·‧・～〜：")


def opportunities(text: str) -> tuple[list[int], list[int]]:
    """Sorted offsets where a line may end (`text[:k]` and `text[k:]`), and those of them where it must."""
    offsets: list[int] = []
    hard: list[int] = []
    kinds: Sequence[str] = text.translate(CLASSES)
    if "M" in kinds:
        kinds = with_marks("".join(kinds))
    settled = SETTLED.get
    for at, pair in enumerate(map(add, kinds, kinds[1:]), 1):
        allowed = settled(pair)
        if allowed is None:
            allowed = _look_around(text, kinds, at)
        if allowed:
            offsets.append(at)
            if pair[0] == "B":
                hard.append(at)
    return offsets, hard


def _look_around(text: str, kinds: Sequence[str], at: int) -> bool:
    """Decide a pair that its two classes don't settle."""
    before, after = kinds[at - 1].upper(), kinds[at]
    if before == "B":
        return True
    if after.islower() or after in "BSZG" or before in "GO" or text[at - 1] == "\u200d":
        return False
    if before == "Z":
        return True
    if before == "S":
        return _after_space(text, kinds, at)
    if after in "C/W":
        return False
    rule = _AFTER.get(before)
    return rule is not None and rule(text, kinds, at)


def _after_space(text: str, kinds: Sequence[str], at: int) -> bool:
    after = kinds[at]
    if after in "CW" or (after == "/" and not (at + 1 < len(text) and kinds[at + 1] in "AN")):
        return False
    start = at - 1
    while start > 0 and kinds[start - 1] == "S":
        start -= 1
    before = kinds[start - 1].upper() if start else "A"
    opening_quote = before == "Q" and (start == 1 or kinds[start - 2] in "SO")
    number_and_unit = before == "N" and at - start == 1 and _is_unit(text, at)
    return before != "O" and not opening_quote and not number_and_unit


def _is_unit(text: str, start: int) -> bool:
    end = start
    while end < len(text) and text[end] < "\u2e80" and (text[end].isalpha() or text[end] in "°.℃"):
        end += 1
    return text[start:end] in _UNITS or text[start:end].rstrip(".") in _UNITS


def _after_dash(text: str, kinds: Sequence[str], at: int) -> bool:
    """After a dash or an ellipsis: before Han and wide brackets only, never inside a range."""
    return kinds[at] in "IE" or (kinds[at] == "O" and _wide(text[at]))


def _after_ideograph(text: str, kinds: Sequence[str], at: int) -> bool:
    before, after = text[at - 1], kinds[at]
    if after == "I":
        return True
    if after == "E":
        return kinds[at - 1] != "E" or not 0x1F1E6 <= ord(before) <= 0x1F1FF
    if after == "N":
        inside_date = before in "年月" and at > 1 and kinds[at - 2] == "N"
        return before != "第" and not inside_date
    if after == "P":
        return text[at] not in "+−±"
    return after in "AO"


def _after_digit(text: str, kinds: Sequence[str], at: int) -> bool:
    if kinds[at] in "IE":
        return text[at] not in _KEPT_AFTER_DIGIT
    return kinds[at] == "O" and _wide(text[at])


def _after_letter(text: str, kinds: Sequence[str], at: int) -> bool:
    return kinds[at] in "IE" or (kinds[at] == "O" and _wide(text[at]))


def _after_close(text: str, kinds: Sequence[str], at: int) -> bool:
    before, after, char = text[at - 1], kinds[at], text[at]
    if after in "IE":
        return True
    if after == "O":
        return before not in _POSTFIX and (_wide(before) or _wide(char))
    if after in "AN":
        inside_number = before in "，．〕" and after == "N"
        return _wide(before) and before not in _KEPT_AFTER_CLOSE and not inside_number
    after_number = at > 1 and kinds[at - 2] == "N"
    return after == "P" and before in "，。、；！？" and not after_number


def _after_hyphen(text: str, kinds: Sequence[str], at: int) -> bool:
    """After a hyphen inside a word, where letters stand on both sides."""
    before = kinds[at - 2].upper() if at > 1 else ""
    if kinds[at] == "A":
        return before == "A" and text[at].isalpha()
    return kinds[at] == "I" and before != "" and before in "AN"


def _wide(char: str) -> bool:
    code = ord(char)
    return 0x3000 <= code <= 0x303F or 0xFF00 <= code <= 0xFF60 or 0xFE30 <= code <= 0xFE4F


_AFTER: dict[str, Callable[[str, Sequence[str], int], bool]] = {
    "W": _after_dash,
    "I": _after_ideograph,
    "E": _after_ideograph,
    "N": _after_digit,
    "A": _after_letter,
    "C": _after_close,
    "H": _after_hyphen,
}
