"""What the text layer asks of single characters: cleaning, script, and whether one belongs to the grapheme before."""

import unicodedata
from typing import NamedTuple

JOINER = "\u2060"
"""WORD JOINER: where `keep_together` puts it, no line may end. It is never drawn and never copied."""

WIDENER = "\ufdd0"
"""After it stands where `spread` puts it, a Chinese character is an em wider. It is never drawn and never copied.

A noncharacter (Unicode 23.7, for internal use), so no text that somebody types has it.
"""

UNDRAWN = frozenset("\n\u200b\u200c\u200d\u2060\ufeff\u034f")
"""Characters that take part in line breaking or shaping, but have no glyph and no width of their own."""

_KEPT_AS = {0x09: " ", 0x0A: "\n", 0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
_DROPPED = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0xAD,  # soft hyphen: the layer doesn't hyphenate, and a shown one would be a lie
    0x61C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    0xFFFE,
    0xFFFF,
)
_CLEANING: dict[int, str | None] = {**dict.fromkeys(_DROPPED), **_KEPT_AS}


def clean(text: str) -> str:
    """Text in NFC without control characters, bidi controls, soft hyphens and lone surrogates.

    Tabs become spaces and every kind of line end becomes a newline. U+200B to U+200D stay: Thai, Khmer, Sinhala and
    Urdu are written with them. Nothing is ever read as markup.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = text if text.isprintable() else text.translate(_CLEANING)  # nothing of the table is printable
    return kept if kept.isascii() else unicodedata.normalize("NFC", kept)


def keep_together(text: str) -> str:
    """The text with a word joiner between its characters, so that no line ends inside: a name in running text."""
    return JOINER.join(text)


def spread(name: str) -> str:
    """A name or word of two Chinese characters drawn as wide as one of three: 李　松, copied and found as 李松.

    The first character itself is made wider: readers take a space, and poppler even a gap, for the end of a word.
    """
    return WIDENER.join(name) if len(name) == 2 and all(map(_is_han, name)) else name


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u4dbf" or "\u4e00" <= char <= "\u9fff" or char >= "\U00020000" or char == "\u3007"


class Marked(NamedTuple):
    """A text without private marks: offsets where no line may end, and those of characters that are an em wider."""

    text: str
    kept: frozenset[int] = frozenset()
    widened: frozenset[int] = frozenset()


def take_marks(text: str) -> Marked:
    """Take word joiners and wideners out of a text. A name that is spread is also kept together."""
    if WIDENER not in text and JOINER not in text:
        return Marked(text)
    letters: list[str] = []
    kept, widened = set(), set()
    for char in text:
        if char not in {JOINER, WIDENER}:
            letters.append(char)
            continue
        kept.add(len(letters))
        if char == WIDENER and letters and _is_han(letters[-1]):
            widened.add(len(letters) - 1)
    return Marked("".join(letters), frozenset(kept), frozenset(widened))


_CHINESE_SIGNS = frozenset("\u3000、。《》「」『』【】〔〕〈〉（），：；！？％～")
_COMMON_SIGNS = frozenset("“”‘’—–…·×")
_RARE_HAN = (
    ("\u3400", "\u4dbf"),
    ("\U00020000", "\U0002a6d6"),
    ("\U0002a700", "\U0002b734"),
    ("\U0002b740", "\U0002b81d"),
    ("\U0002b820", "\U0002cea1"),
    ("\U0002ceb0", "\U0002ebe0"),
)
"""Extensions A to F, as full as Unicode 10 left them: characters of rare names."""


class _Scripts(dict[str, str]):
    """Script (ISO 15924) of each character seen; punctuation of East Asia counts as Han."""

    def __missing__(self, char: str) -> str:
        found = self[char] = _plain_script(char) or _looked_up(char)
        return found


def _plain_script(char: str) -> str:
    """The script of what Chinese and English are written with, else "": the table of all others takes long to load."""
    if (
        "\u4e00" <= char <= "\u9fff"
        or char in _CHINESE_SIGNS
        or any(first <= char <= last for first, last in _RARE_HAN)
    ):
        return "Hani"
    if char.isascii():
        return "Latn" if char.isalpha() else "Zyyy"
    return "Zyyy" if char in _COMMON_SIGNS else ""


def _looked_up(char: str) -> str:
    from fontTools.unicodedata import script as script_property  # noqa: PLC0415 - most papers need no other script

    found: str = script_property(char)
    east_asian = 0x3000 <= ord(char) <= 0x303F or 0xFF00 <= ord(char) <= 0xFFEF
    return "Hani" if found == "Zyyy" and east_asian else found


class _Joining(dict[str, bool]):
    """Whether each character seen belongs to the grapheme before it."""

    def __missing__(self, char: str) -> bool:
        code = ord(char)
        found = self[char] = (
            unicodedata.category(char)[0] == "M"
            or code in {0x200C, 0x200D}
            or 0xFE00 <= code <= 0xFE0F
            or 0x1F3FB <= code <= 0x1F3FF
            or 0xE0100 <= code <= 0xE01EF
        )
        return found


_scripts = _Scripts()
_joining = _Joining()


def script(char: str) -> str:
    """Script of a character; "Zyyy" (common), "Zinh" (inherited) and "Zzzz" (unknown) take their neighbour's."""
    return _scripts[char]


def joins(char: str) -> bool:
    """Whether the character belongs to the grapheme before it: marks, joiners, variation selectors, skin tones."""
    return _joining[char]


def needs_no_glyph(char: str) -> bool:
    """Whether the character only steers shaping, so that a face without it still draws the text."""
    return char in UNDRAWN or 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF


def grapheme_end(text: str, start: int) -> int:
    """Offset after the grapheme that begins at `start`; what a zero-width joiner joins stays whole."""
    end = start + 1
    while end < len(text) and (_joining[text[end]] or text[end - 1] == "\u200d"):
        end += 1
    return end
