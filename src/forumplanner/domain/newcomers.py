"""Reading one line about somebody new: 王小明, Wang Xiaoming, Kunming University, Dean."""

import re
from dataclasses import dataclass, field

from forumplanner.domain.names import HAN, PersonName
from forumplanner.domain.text import EN, ZH

_APART = re.compile(r"\s*[,，;；、\t|/]\s*")
_PLACES_ZH = re.compile(r"(大学|学院|学校|医院|研究[院所]|中心|公司|集团|协会|学会|[委厅局部署处办馆院社会])$")
_PLACES_EN = re.compile(
    r"\b(universit|college|school|hospital|institut|academ|cent(er|re)\b|minist|department|bureau|commission|"
    r"association|society|consulate|embassy|faculty|company|office\b|press\b)",
    re.IGNORECASE,
)
_LONGEST_ZH = 6
"""Characters of a Chinese name without a middle dot."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What one line says about somebody: a name in one or two scripts, where from, as what; each may be missing."""

    name: PersonName = field(default_factory=PersonName)
    institution: str = ""
    title: str = ""

    def __bool__(self) -> bool:
        return bool(self.name.shown())


def read(line: str) -> Newcomer:
    """What stands in the line, its pieces in any order: two names are told apart by their script.

    Pieces are parted by commas or the like, else by a change of script: 王小明 Wang Xiaoming 昆明大学.
    """
    pieces = [piece for piece in _APART.split(line.strip()) if piece]
    if len(pieces) == 1:
        pieces = _by_script(pieces[0])
    zh = next((piece for piece in pieces if _is_chinese_name(piece)), "")
    latin = next((piece for piece in pieces if not HAN.search(piece) and not _PLACES_EN.search(piece)), "")
    if not zh and not latin and pieces:
        zh, latin = (pieces[0], "") if HAN.search(pieces[0]) else ("", pieces[0])
    rest = [piece for piece in pieces if piece not in {zh, latin}]
    place = next((piece for piece in rest if is_place(piece)), rest[0] if rest else "")
    title = next((piece for piece in rest if piece != place), "")
    return Newcomer(PersonName(zh=zh, latin=latin).tidied(), place, title)


def language_of(text: str) -> str:
    """The language in which a piece of such a line is written."""
    return ZH if HAN.search(text) else EN


def is_place(piece: str) -> bool:
    """Whether a piece of such a line names a university, office, company or the like."""
    return bool((_PLACES_ZH if HAN.search(piece) else _PLACES_EN).search(piece))


def _is_chinese_name(piece: str) -> bool:
    if not HAN.search(piece) or _PLACES_ZH.search(piece):
        return False
    return "·" in piece or len(piece.replace(" ", "")) <= _LONGEST_ZH


def _by_script(text: str) -> list[str]:
    """Words of one script in a row belong together."""
    groups: list[tuple[bool, list[str]]] = []
    for word in text.split():
        chinese = bool(HAN.search(word))
        if groups and groups[-1][0] == chinese and not chinese:
            groups[-1][1].append(word)
        else:
            groups.append((chinese, [word]))
    return [" ".join(words) for _chinese, words in groups]
