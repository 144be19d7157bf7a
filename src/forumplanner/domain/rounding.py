"""Rounded numbers as speeches and reports say them: "over 1,000" and 1000余, never more than what is true."""

from typing import Final

from forumplanner.i18n import in_language, nearest

STEPS: Final = (1, 10, 100, 1000)
"""What a number may be rounded down to; 1 is exact."""


def floored(number: int, step: int) -> tuple[int, bool]:
    """The number rounded down to a multiple of `step`, and whether something was left over.

    A number below the step stays as it is: "over 0" says nothing, and nothing is rounded up.

    >>> floored(1024, 1000), floored(983, 1000), floored(1000, 1000)
    ((1000, True), (983, False), (1000, False))
    """
    if step <= 1 or number < step:
        return number, False
    low = number - number % step
    return low, low != number


def can_round(number: int, step: int) -> bool:
    """Whether rounding to `step` says anything about that number."""
    return step == 1 or number >= step


def rounded(number: int, step: int, tag: str) -> str:
    """The number in words of `tag`: "over 1,000", 1000余; exact where nothing is left over."""
    low, more = floored(number, step)
    return in_language(tag, "over {n}", n=digits(low, tag)) if more else digits(low, tag)


def digits(number: int, tag: str) -> str:
    """A number as a sentence of `tag` writes it: 1024 in Chinese, "1,024" in English."""
    return str(number) if nearest(tag) == "zh-Hans" else f"{number:,}"
