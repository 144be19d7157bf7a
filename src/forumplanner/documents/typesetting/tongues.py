"""The languages that a paper prints, as places in its snapshot's lines."""

from collections.abc import Sequence
from typing import NamedTuple

from forumplanner.i18n import nearest
from forumplanner.snapshots.paper import Lines


class Tongue(NamedTuple):
    """One printed language: its place in the snapshot's lines, its tag, whether it is written in Chinese."""

    place: int
    tag: str
    chinese: bool


def tongues_of(languages: Lines, chosen: Sequence[str]) -> tuple[Tongue, ...]:
    """The languages to print, in the snapshot's order; all of them where none is chosen."""
    wanted = [tag for tag in languages if tag in chosen] or list(languages)
    return tuple(Tongue(languages.index(tag), tag, nearest(tag) == "zh-Hans") for tag in wanted)
