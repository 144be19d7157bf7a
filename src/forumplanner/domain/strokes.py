"""Stroke order of Chinese names 姓氏笔画: fewer strokes first, then the classes of the strokes one by one.

Classes: 横 1, 竖 2, 撇 3, 点 and 捺 4, 折 5; 提 counts as 横, 竖钩 as 竖. The table covers 6,939 characters.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Generic, TypeVar

from forumplanner import paths
from forumplanner.domain.names import HAN
from forumplanner.domain.protocol import SingleName
from forumplanner.domain.surnames import COMPOUND

Anything = TypeVar("Anything")
CharacterKey = tuple[int, str, str]

_NO_CHARACTER: Final[CharacterKey] = (0, "", "")
_UNKNOWN: Final = 10**3


@dataclass(frozen=True, slots=True)
class ByStrokes(Generic[Anything]):
    """Things in stroke order. `unknown`: characters that the table lacks; names with them stand behind the others."""

    ordered: tuple[Anything, ...]
    unknown: tuple[str, ...]


def by_strokes(
    things: Iterable[Anything], name: Callable[[Anything], str], single: SingleName = SingleName.SLOT
) -> ByStrokes[Anything]:
    """Things in the stroke order of their names; equal names keep the order in which they are given."""
    given = list(things)
    missing = dict.fromkeys(character for thing in given for character in unknown_characters(name(thing)))
    return ByStrokes(tuple(sorted(given, key=lambda thing: stroke_key(name(thing), single))), tuple(missing))


@lru_cache(maxsize=20_000)
def stroke_key(name: str, single: SingleName = SingleName.SLOT) -> tuple[CharacterKey, ...]:
    """What a Chinese name is sorted by, character by character; a name without any stands last.

    `single`: a given name of one character has an empty first slot, as party congresses and the consultative
    conference list names (田富 before 田大利), or none, as people's congresses do (田大利 before 田富).
    """
    characters = HAN.findall(name)
    if not characters:
        return ((_UNKNOWN + 1, "", name),)
    keys = [_character_key(character) for character in characters]
    family = len(family_part(name))
    if single is SingleName.SLOT and len(characters) - family == 1:
        keys.insert(family, _NO_CHARACTER)
    return tuple(keys)


def family_part(name: str) -> str:
    """The family name with which a Chinese name opens: two characters for a compound one, else one."""
    characters = "".join(HAN.findall(name))
    return characters[:2] if len(characters) > 2 and characters[:2] in COMPOUND else characters[:1]


def strokes(character: str) -> str | None:
    """The classes of a character's strokes in the order in which it is written; None if the table lacks it."""
    return _table().get(character)


def unknown_characters(name: str) -> tuple[str, ...]:
    """Chinese characters of a name that the table lacks, each once."""
    return tuple(dict.fromkeys(character for character in HAN.findall(name) if character not in _table()))


def _character_key(character: str) -> CharacterKey:
    """Strokes, their classes, and the code point where two characters are written alike."""
    written = _table().get(character)
    return (len(written), written, character) if written else (_UNKNOWN, "", character)


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = json.loads(paths.resource("strokes", "strokes.json").read_text(encoding="utf-8"))
    return table
