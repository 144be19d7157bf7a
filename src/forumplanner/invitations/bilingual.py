"""Texts that hold all languages of a forum side by side, taken apart again for one reader."""

from collections.abc import Sequence

from forumplanner.i18n import nearest

BETWEEN = " / "


def side(text: str, languages: Sequence[str], wanted: str) -> str:
    """The part in one language; the whole text where its parts can't be told apart.

    A text that is the same in all languages stands once in the whole, so a single part is everybody's.
    """
    parts = text.split(BETWEEN)
    if len(parts) != len(languages):
        return text
    return next((part for part, tag in zip(parts, languages, strict=True) if nearest(tag) == nearest(wanted)), parts[0])


def apart(old: str, new: str) -> tuple[str, str]:
    """Two places without what they have in common at both ends: the rooms, where venue and city are the same.

    Parts are what stands between commas, or between spaces where there are none; nothing is cut to nothing.
    """
    between = ", " if ", " in old and ", " in new else " "
    first, second = old.split(between), new.split(between)
    while len(first) > 1 and len(second) > 1 and first[-1] == second[-1]:
        first, second = first[:-1], second[:-1]
    while len(first) > 1 and len(second) > 1 and first[0] == second[0]:
        first, second = first[1:], second[1:]
    return between.join(first), between.join(second)
