"""Text cut into runs of one level, one script and one face, and the graphemes that no face covers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from forumplanner.documents.typesetting import bidi
from forumplanner.documents.typesetting.characters import UNDRAWN, grapheme_end
from forumplanner.documents.typesetting.faces import Face
from forumplanner.documents.typesetting.fonts import FontBook, Voice
from forumplanner.documents.typesetting.scripts import resolve_scripts

HAN = frozenset(("Hani", "Hira", "Kana", "Bopo"))
ALPHABETIC = frozenset(("Latn", "Cyrl", "Grek", "Zyyy"))
SIMPLE = HAN | ALPHABETIC | {"Zzzz"}
"""Scripts whose characters are drawn one glyph each, kerned at most."""

_WORD_SIGNS = "‘’·"
_SHARED = _WORD_SIGNS + "“”—…–"
"""Signs of Latin and of Chinese, narrow in one and full width in the other."""

# Kinds of characters: H Han, D sign of a word, Q other shared sign, P space, W letter, L other Latin, X anything else.
_HAN_RANGES = (
    ("\u3000", "\u3011"),
    ("\u3014", "\u301b"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uff01", "\uff60"),
    ("\U00020000", "\U0003ffff"),
)
_LETTER_RANGES = (("A", "Z"), ("a", "z"), ("À", "Ö"), ("Ø", "ö"), ("ø", "ɏ"), ("Ạ", "ỹ"))
_CHINESE_CHUNKS = re.compile("[HDQ](?:[HDQ]|P+(?=[HDQ]))*|[LWP]+")
_OTHER_CHUNKS = re.compile("[DQ]*H(?:[HDQ]|P+(?=H))*|(?:[LWP]|[DQ](?![DQ]*H))+")
_WIDE_IN_HAN_FACES = frozenset("“”‘’—…·×÷±°§")


class _Kinds(dict[int, str]):
    """Code point to kind, filled as characters occur: what `str.translate` reads."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _kind(chr(code))
        return found


def _kind(char: str) -> str:
    if char in _SHARED:
        return "D" if char in _WORD_SIGNS else "Q"
    if any(first <= char <= last for first, last in _LETTER_RANGES):
        return "W"
    if " " <= char <= "~":
        return "P" if char == " " else "L"
    return "H" if any(first <= char <= last for first, last in _HAN_RANGES) else "X"


_kinds = _Kinds()


class Run(NamedTuple):
    """Characters that are shaped together."""

    start: int
    end: int
    level: int
    script: str
    face: Face


class Missing(NamedTuple):
    """A grapheme no face covers, at its offset in the cleaned text."""

    offset: int
    text: str

    @property
    def codes(self) -> str:
        """Its code points, e.g. "U+1F600"."""
        return " ".join(f"U+{ord(char):04X}" for char in self.text)


class Items(NamedTuple):
    """What itemising finds: the paragraph's level, its runs in text order, and what can't be drawn."""

    base: int
    runs: list[Run]
    missing: tuple[Missing, ...]


def itemise(text: str, book: FontBook, voice: Voice, base: int | None = None) -> Items:
    """Cut cleaned text into runs.

    Common characters take the script of the strong one before them (opening brackets: after). The face is that of
    the script if it covers the whole grapheme, else the first in the book that does; what none covers is reported
    and shown as the empty box. `base` 0 or 1 forces the paragraph's direction, None takes the first strong character.
    """
    runs = _short_way(text, book, voice) if base in (0, None) else None
    if runs is not None:
        return Items(0, runs, ())
    level, levels = _levels(text, base)
    scripts = resolve_scripts(text, chinese=voice.chinese)
    forced = _whole_words(text, scripts, book, voice) if voice.chinese or voice.serif else {}
    builder = _Builder(text, book, voice)
    for start, end in _stretches(text, levels, scripts, forced):
        builder.add(start, end, levels[start], scripts[start], forced.get(start))
    return Items(level, builder.runs, tuple(builder.missing))


def _stretches(text: str, levels: list[int], scripts: list[str], forced: dict[int, Face]) -> Iterator[tuple[int, int]]:
    """Graphemes of one level, script and forced face."""
    start = at = 0
    while at < len(text):
        at = grapheme_end(text, at)
        if (
            at == len(text)
            or scripts[at] != scripts[start]
            or levels[at] != levels[start]
            or (forced and forced.get(at) is not forced.get(start))
        ):
            yield start, at
            start = at


def _short_way(text: str, book: FontBook, voice: Voice) -> list[Run] | None:
    """Runs of a text of nothing but Han and Latin that the two first faces cover, else None."""
    kinds = text.translate(_kinds)
    if not text or "X" in kinds or (voice.chinese and "WDW" in kinds):
        return None
    latin, han = book.leading(voice)
    known = book.known(voice)
    new = set() if known.issuperset(text) else set(text) - known
    for char in new:
        shared = char in _SHARED
        if not (han if shared or _kinds[ord(char)] == "H" else latin).has(char) or (shared and not latin.has(char)):
            return None
    known |= new
    if text.isascii():
        return [Run(0, len(text), 0, "Latn", latin)]
    runs = []
    for chunk in (_CHINESE_CHUNKS if voice.chinese else _OTHER_CHUNKS).finditer(kinds):
        found = chunk.group()
        is_han = "H" in found or (voice.chinese and found[0] in "DQ")
        script, face = ("Hani", han) if is_han else ("Latn", latin)
        runs.append(Run(chunk.start(), chunk.end(), 0, script, face))
    return runs


def _levels(text: str, base: int | None) -> tuple[int, list[int]]:
    """Levels of all lines of the text; each line is a paragraph of its own, in the direction of the first."""
    if base in (0, None) and not bidi.needs_bidi(text):
        return 0, [0] * len(text)
    if base is None:
        strong = (bidi.base_level(part) for part in text.split("\n"))
        base = next((level for level in strong if level is not None), 0)
    levels: list[int] = []
    for part in text.split("\n"):
        for level in bidi.levels(part, base)[1]:
            # Joiners have no level of their own; they stay with what they join.
            levels.append(level if level is not None else levels[-1] if levels else base)
        levels.append(base)
    return base, levels[:-1]


def _whole_words(text: str, scripts: list[str], book: FontBook, voice: Voice) -> dict[int, Face]:
    """Offsets of Latin words that the line's first face can't set alone: the Latin face sets the whole word."""
    forced: dict[int, Face] = {}
    first, latin = book.first(voice), book.latin(voice)

    def sets_alone(char: str) -> bool:
        return char in UNDRAWN or (first.has(char) and char not in _WIDE_IN_HAN_FACES)

    start = 0
    while start < len(text):
        end = start + 1
        if scripts[start] != "Latn" or text[start] == " ":
            start = end
            continue
        while end < len(text) and scripts[end] == "Latn" and text[end] != " ":
            end += 1
        if not all(map(sets_alone, text[start:end])):
            forced.update(dict.fromkeys(range(start, end), latin))
        start = end
    return forced


class _Builder:
    """Joins stretches to runs as they come; a stretch that no face covers alone is taken grapheme by grapheme."""

    def __init__(self, text: str, book: FontBook, voice: Voice) -> None:
        self.runs: list[Run] = []
        self.missing: list[Missing] = []
        self._text = text
        self._book = book
        self._voice = voice

    def add(self, start: int, end: int, level: int, script: str, forced: Face | None) -> None:
        face = forced or self._book.for_script(script, self._voice)
        if face is not None and face.sets(self._text[start:end]):
            self._join(Run(start, end, level, script, face))
            return
        while start < end:
            stop = grapheme_end(self._text, start)
            self._add_grapheme(start, stop, level, script)
            start = stop

    def _add_grapheme(self, start: int, end: int, level: int, script: str) -> None:
        grapheme = self._text[start:end]
        if grapheme in UNDRAWN and self.runs:
            face, script = self.runs[-1].face, self.runs[-1].script
        else:
            face, script = self._face(grapheme, start, script)
        self._join(Run(start, end, level, script, face))

    def _join(self, run: Run) -> None:
        last = self.runs[-1] if self.runs else None
        if last and last.level == run.level and last.face is run.face and _of_one_kind(last.script, run.script):
            self.runs[-1] = last._replace(end=run.end)
        else:
            self.runs.append(run)

    def _face(self, grapheme: str, at: int, script: str) -> tuple[Face, str]:
        found = self._book.pick(grapheme, script, self._voice)
        if found is not None:
            return found, script
        self.missing.append(Missing(at, grapheme))
        base = self._book.pick(grapheme[0], script, self._voice)
        return (base, script) if base is not None else (self._book.first(self._voice), "Zzzz")


def _of_one_kind(one: str, other: str) -> bool:
    return one == other or (one in ALPHABETIC and other in ALPHABETIC) or (one in HAN and other in HAN)
