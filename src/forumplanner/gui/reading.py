"""What the reader of the window reads: the side of a pair in the interface's language, codes as words."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from forumplanner import i18n
from forumplanner.domain.countries import Words, country_name
from forumplanner.domain.labels import label
from forumplanner.snapshots.paper import Lines
from forumplanner.snapshots.wordings import Pair


def place(languages: tuple[str, ...]) -> int:
    """Which of the forum's languages the reader reads first; 0 where none is the interface's."""
    wanted = i18n.interface_language()
    return next((n for n, tag in enumerate(languages) if i18n.nearest(tag) == wanted), 0)


def words(pair: Pair, languages: tuple[str, ...]) -> str:
    """A text for the reader: in the interface's language, else in another."""
    return pair.best(place(languages))


def line(lines: Lines, languages: tuple[str, ...]) -> str:
    """One of a list's texts for the reader."""
    if not lines:
        return ""
    here = lines[place(languages)]
    return here or next((text for text in lines if text), "")


def word(member: StrEnum) -> str:
    """The word for a code, in the interface's language."""
    return _word(type(member), member.value, i18n.interface_language())


@cache
def _word(kind: type[StrEnum], value: str, tag: str) -> str:
    return label(kind(value), tag)


def listed(names: Iterable[str]) -> str:
    """Names one after the other, as the interface's language parts them."""
    return ("、" if i18n.interface_language() == "zh-Hans" else ", ").join(names)


def country(code: str) -> str:
    """A country's name in the interface's language; "" for no country."""
    return _country(code, i18n.interface_language()) if code else ""


def name_countries(words: Words) -> None:
    """Name countries from now on as the forum that is shown wants them: `{"country.VN": {tag: name}}`."""
    if words != _own:
        _own.clear()
        _own.update(words)
        _country.cache_clear()


_own: dict[str, Mapping[str, str]] = {}
"""The window shows one forum at a time."""


@cache
def _country(code: str, tag: str) -> str:
    return country_name(code, tag, _own)
