"""What gives when one item of a half takes longer or shorter: the discussion, or the tea break in all rooms."""

from collections.abc import Sequence
from enum import StrEnum

from forumplanner.domain.kinds import BREAK_ITEMS, ItemKind

GIVING = frozenset({ItemKind.DISCUSSION, ItemKind.QA})
"""Items that take up what a talk before them needs."""
LEAST_DISCUSSION = 5
"""A discussion is not shortened below this; what is left over moves the rest."""


class Gives(StrEnum):
    """What gives way when minutes change."""

    REST = "rest"
    TEA = "tea"
    ALONE = "alone"


def discussion_after(kinds: Sequence[ItemKind], place: int) -> int | None:
    """Where the discussion stands that closes the stretch of the item at `place`; None before a break or the end."""
    for later in range(place + 1, len(kinds)):
        if kinds[later] in BREAK_ITEMS:
            return None
        if kinds[later] in GIVING:
            return later
    return None


def absorbed(by: int, discussion: int | None) -> int:
    """How many of `by` minutes a discussion of so many minutes takes up; it grows by what a shorter talk leaves."""
    if discussion is None:
        return 0
    return by if by < 0 else max(0, min(by, discussion - LEAST_DISCUSSION))


def break_after(kinds: Sequence[ItemKind], place: int) -> int | None:
    """Where the next break stands behind the item at `place`."""
    return next((later for later in range(place + 1, len(kinds)) if kinds[later] in BREAK_ITEMS), None)
