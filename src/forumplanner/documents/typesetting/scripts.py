"""The script each character of a text is set in, where digits, spaces and punctuation follow their neighbours."""

from forumplanner.documents.typesetting.characters import joins, script

_FOLLOWERS = frozenset(("Zyyy", "Zinh", "Zzzz"))
_OPENERS = frozenset("([{（［｛“‘«‹「『《〈【〔")
_SHARED = frozenset("“”‘’—…·–")
_WESTERN = frozenset(map(chr, range(0x21, 0x7F)))
_LATIN_SIGNS = frozenset("¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶¸¹º»¼½¾¿×÷€№℃")
_WORD_SIGNS = frozenset("‘’·–")


def resolve_scripts(text: str, *, chinese: bool) -> list[str]:
    """Script of every character; `chinese` says what a text without any strong character is set in.

    Western digits and the spaces at the seams of Urdu are set as Latin, because Nastaliq's space is next to nothing.
    Quotation marks, dashes and ellipses are Chinese in a Chinese line (but not inside a Latin word), and elsewhere
    where they touch Han.
    """
    found = _from_neighbours(text, chinese=chinese)
    if "Arab" in found:
        _western_in_arabic(text, found)
    _shared_signs(text, found, chinese=chinese)
    _spaces_after_han(text, found)
    western = _WESTERN if chinese else _WESTERN | _LATIN_SIGNS
    return ["Latn" if kind == "Hani" and char in western else kind for char, kind in zip(text, found, strict=True)]


def _from_neighbours(text: str, *, chinese: bool) -> list[str]:
    found: list[str | None] = []
    last: str | None = None
    for char in text:
        kind = script(char)
        if joins(char) and found:
            found.append(found[-1])
        elif kind not in _FOLLOWERS:
            last = kind
            found.append(kind)
        else:
            found.append(None if char in _OPENERS else last)
    following = last or ("Hani" if chinese else "Latn")
    resolved: list[str] = []
    for maybe in reversed(found):
        following = maybe or following
        resolved.append(following)
    return resolved[::-1]


def _western_in_arabic(text: str, found: list[str]) -> None:
    before = list(found)
    for at, char in enumerate(text):
        if before[at] != "Arab" or not char.isascii():
            continue
        edge = at == 0 or at + 1 == len(text)
        if char.isdigit():
            western = True
        elif char == " ":
            western = edge or found[at - 1] != "Arab" or before[at + 1] != "Arab" or text[at + 1].isascii()
        else:
            western = not edge and not char.isalnum() and text[at - 1].isascii() and text[at + 1].isascii()
        if western:
            found[at] = "Latn"


def _shared_signs(text: str, found: list[str], *, chinese: bool) -> None:
    for at, char in enumerate(text):
        if char not in _SHARED:
            continue
        before = next((found[q] for q in range(at - 1, -1, -1) if text[q] not in _SHARED and text[q] != " "), None)
        after = next((found[q] for q in range(at + 1, len(text)) if text[q] not in _SHARED and text[q] != " "), None)
        sides = (before, after)
        if "Hani" in sides or (chinese and set(sides) <= {"Latn", None} and not _inside_word(text, at)):
            found[at] = "Hani"
        else:
            found[at] = before or after or found[at]


def _spaces_after_han(text: str, found: list[str]) -> None:
    """Give a space that follows Han to the run that follows it: pdfium may lose a space that stands alone."""
    following = "Latn"
    for at in range(len(text) - 1, -1, -1):
        if text[at] == " " and found[at] == "Hani":
            found[at] = following
        following = "Latn" if text[at].isascii() and found[at] == "Hani" else found[at]


def _inside_word(text: str, at: int) -> bool:
    """Whether letters or digits touch the sign on both sides: the apostrophe of O’Neil, the dash of 10:30–12:00."""
    return text[at] in _WORD_SIGNS and 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
