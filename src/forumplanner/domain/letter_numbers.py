"""Numbers of outgoing letters 发文字号: 外邀〔2026〕12号, counted up by prefix and year without gap or twin."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from forumplanner.domain.guest_kinds import LetterKind

PREFIXES: Final = {
    LetterKind.CONSULAR_INVITATION: "外邀",
    LetterKind.APPROVAL_REQUEST: "外请",
    LetterKind.PROTOCOL_REQUEST: "外函",
}
"""What opens a number where the forum has no prefix of its own."""

_NUMBER: Final = re.compile(r"^(?P<prefix>.*?)[\[〔(（【](?P<year>\d{4})[\]〕)）】](?P<count>\d+)号?$")


def written(prefix: str, year: int, count: int) -> str:
    """A number as GB/T 9704-2012, 7.2.5 writes it: year in full in six-sided brackets, no zero in front, 号."""
    return f"{prefix}〔{year}〕{count}号"


def next_number(prefix: str, year: int, taken: Iterable[str]) -> str:
    """The number that follows those given out: the first gap between the lowest and the highest, else one more.

    A register that somebody began at 118 goes on from there; other prefixes and years count for themselves.
    """
    counts = {found[2] for number in taken if (found := _read(number)) and found[:2] == (_folded(prefix), year)}
    if not counts:
        return written(prefix, year, 1)
    free = next(count for count in range(min(counts), max(counts) + 2) if count not in counts)
    return written(prefix, year, free)


def after(number: str, taken: Iterable[str]) -> str:
    """The next free number behind one that stands, of its prefix and year; one that can't be counted gets "-2"."""
    whole = _NUMBER.match("".join(number.split()))
    used = list(taken)
    if whole is None:
        return next(one for n in range(2, len(used) + 3) if not any(same(one := f"{number}-{n}", o) for o in used))
    count = int(whole["count"]) + 1
    while any(same(written(whole["prefix"], int(whole["year"]), count), one) for one in used):
        count += 1
    return written(whole["prefix"], int(whole["year"]), count)


def same(first: str, second: str) -> bool:
    """Whether two numbers are one, whatever brackets, widths and spaces they are written with."""
    one, other = _read(first), _read(second)
    return one == other if one and other else _folded(first) == _folded(second)


def _read(number: str) -> tuple[str, int, int] | None:
    found = _NUMBER.match("".join(number.split()))
    if found is None:
        return None
    return _folded(found["prefix"]), int(found["year"]), int(found["count"])


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
