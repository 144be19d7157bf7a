"""The line-breaking class of each character, and the pairs of classes that settle a break without a further look.

Classes: B newline, S space, Z zero-width space, G glue, O opening, C closing, I ideograph, N digit, A letter and all
else, H hyphen, Q straight quote, P prefix, E emoji, / slash, M mark, W dash or ellipsis.
"""

import unicodedata

from forumplanner.documents.typesetting.characters import joins, script

_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
_MEMBERS = {
    "B": "\n\x0b\x0c\x85\u2028\u2029",
    "S": " \t\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000",
    "Z": "\u200b",
    "G": "\u00a0\u202f\u2007\u2060\ufeff\u034f\u2011",
    "W": "—―─…‥",
    "O": "([{（［｛〈《「『【〔〖〘〚“‘«‹⟨⦅｟¡¿〝",
    "H": "-\u00ad\u2010",
    "/": "/",
    "Q": "\"'",
    "C": ")]}）］｝〉》」』】〕〗〙〛”’»›⟩⦆｠、。，．：；！？‼⁇⁈⁉!?,.:;·‧%％‰℃℉°′″〜～゛゜ゝゞヽヾ々〻ー¢￠‐–؟،؛।॥၊။។"
    "៖៕៘៙៚ๆฯຯໆ" + _SMALL_KANA,
    "P": "$€£¥￥№#＃±+−\\",
}
_IDEOGRAPHIC = (
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFF60),
    (0x20000, 0x3FFFD),
)
_CLASS_OF_CATEGORY = {"Ps": "O", "Pi": "O", "Pe": "C", "Pf": "C"}


def break_class(char: str) -> str:
    """The class of one character, by the lists above, then by its Unicode properties."""
    code = ord(char)
    listed = _LISTED.get(char)
    if listed:
        return listed
    if joins(char):
        return "M"
    category = unicodedata.category(char)
    if category == "Nd":
        return "I" if 0xFF10 <= code <= 0xFF19 else "N"
    if code != 0x303F and any(first <= code <= last for first, last in _IDEOGRAPHIC):
        return "I"
    if 0x1F000 <= code <= 0x1FAFF or (0x2600 <= code <= 0x27BF and script(char) == "Zyyy"):
        return "E"
    return _CLASS_OF_CATEGORY.get(category, "A")


_LISTED: dict[str, str] = {}
for _kind, _chars in _MEMBERS.items():
    for _char in _chars:
        _LISTED.setdefault(_char, _kind)


class _Table(dict[int, str]):
    """Code point to class, filled as characters occur: what `str.translate` reads."""

    def __missing__(self, code: int) -> str:
        found = self[code] = break_class(chr(code))
        return found


CLASSES = _Table()

_ALL = "BSZGOCINAHQPE/W"
_NEVER = (
    [a + b for a in _ALL for b in _ALL if a != "B" and (b in "BSZG" or a == "G")]
    + [a + b for a in "OCINAHQPE/W" for b in "C/W"]
    + ["O" + b for b in _ALL]
    + [a + b for a in "ANQP" for b in "AN"]
    + ["AH", "NH", "IH", "EH", "HH", "HN", "IQ", "EQ", "QQ", "AQ", "NQ", "QI", "QE", "AP", "NP", "PP"]
)
_ALWAYS = ["AI", "AE", "EI", "EA", "IO", "EO"]

SETTLED: dict[str, bool] = {**dict.fromkeys(_NEVER, False), **dict.fromkeys(_ALWAYS, True)}
"""Pairs of classes that need no look at their surroundings: whether a line may end between them."""


def with_marks(kinds: str) -> list[str]:
    """Classes where a mark takes that of its base in lower case: no line ends before it."""
    out: list[str] = []
    for kind in kinds:
        if kind != "M":
            out.append(kind)
        elif out and out[-1] not in "SBZ":
            out.append(out[-1].lower())
        else:
            out.append("A")
    return out
