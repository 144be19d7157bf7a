"""What type-ahead compares: texts folded to plain letters, with pinyin and initials of Chinese and of Latin words."""

import unicodedata
from functools import cache


def fold(text: str) -> str:
    """Lower case, without accents or width differences; one character may become several or none."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


def haystack(*texts: str, rare: bool = True) -> str:
    """One string per row to search in: every text folded, its initials, and the pinyin of Chinese ones.

    `rare`: also the second reading of each character, which names need (解 xie) and sentences are misread by.

    `fold(query) in haystack(...)` finds "lgy" and "liguangyao" and 李光耀; "ns" and "nguyen" find Nguyễn Sơn.
    """
    found: list[str] = []
    for text in texts:
        if not text:
            continue
        found += [fold(text), initials(text)]
        if any(_is_han(c) for c in text):
            found += [_pinyin(text, 0), *([_initials(text, 1)] if rare else [])]
    return "\n".join(dict.fromkeys(filter(None, found)))


def initials(text: str) -> str:
    """First letters: of each Chinese character's pinyin, of each word of an alphabet ("李 Guang yao" -> "lgy")."""
    return _initials(text, 0)


def hits(text: str, query: str, *, rare: bool = True) -> list[tuple[int, int]]:
    """Where in `text` the query stands, as (start, length) in characters; one stretch, or those of its initials.

    By initials only the characters are meant that stand for a letter of the query: "hj" marks the H and the J of
    "Huang Jianyu". `rare`: as in `haystack`.
    """
    wanted = fold(query).strip()
    if not wanted:
        return []
    folded = [_folded(character) for character in text]
    found = _span("".join(folded), wanted, [len(part) for part in folded])
    if found is not None:
        return [found]
    for reading in (0, 1) if rare else (0,):
        letters = _letters(text, reading)
        found = _span("".join(letters), wanted, [len(part) for part in letters])
        if found is not None:
            return _stretches([i for i in range(found[0], sum(found)) if letters[i]])
    return []


def _stretches(places: list[int]) -> list[tuple[int, int]]:
    """Neighbours together: [3, 4, 7] is (3, 2), (7, 1)."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found


def _span(text: str, wanted: str, lengths: list[int]) -> tuple[int, int] | None:
    """The stretch of characters (each `lengths[i]` letters long) that covers `wanted` in `text`."""
    at = text.find(wanted)
    if at < 0:
        return None
    ends, total = [], 0
    for length in lengths:
        total += length
        ends.append(total)
    first = next(i for i, end in enumerate(ends) if end > at)
    last = next(i for i, end in enumerate(ends) if end >= at + len(wanted))
    return first, last - first + 1


def _initials(text: str, reading: int) -> str:
    return "".join(_letters(text, reading))


def _letters(text: str, reading: int) -> list[str]:
    """For each character its initial, or "" inside a word."""
    letters, inside = [], False
    for character in text:
        if _is_han(character):
            letters.append(_reading(character, reading)[:1])
            inside = False
        elif character.isalnum() or unicodedata.category(character).startswith("M"):
            letters.append("" if inside else _folded(character)[:1])
            inside = True
        else:
            letters.append("")
            inside = character in "'’ʼ"
    return letters


def _pinyin(text: str, reading: int) -> str:
    return "".join(_reading(c, reading) if _is_han(c) else _folded(c) for c in text)


def _is_han(character: str) -> bool:
    return "㐀" <= character <= "鿿" or "豈" <= character <= "﫿" or character >= "\U00020000"


@cache
def _folded(character: str) -> str:
    special = {"đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
    lower = special.get(character.casefold(), character.casefold())
    return "".join(c for c in unicodedata.normalize("NFKD", lower) if not ("\u0300" <= c <= "\u036f"))


@cache
def _reading(character: str, number: int) -> str:
    """The pinyin of a character without tone: its usual reading (0), or the next one that differs (1)."""
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - a dictionary of 40,000 entries, on first search

    usual = list(dict.fromkeys(fold(one) for one in pinyin_dict.get(ord(character), "").split(",")))
    return usual[min(number, len(usual) - 1)]
