"""Reading what is said on the phone about somebody new: 周敏 副院长 江南医大 13800000000 素食."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from forumplanner.domain.countries import country_code
from forumplanner.domain.kinds import Category
from forumplanner.domain.labels import from_word
from forumplanner.domain.mailboxes import Mailbox, read_mailbox
from forumplanner.domain.names import HAN, PersonName
from forumplanner.domain.newcomers import is_place

_PHONE = re.compile(r"(?<![\w@.])\+?\d[\d\s()-]{5,}\d(?![\w@])")
_MAIL = re.compile(r"[^\s,，;；、]+[@＠][^\s,，;；、]+")
_APART = re.compile(r"\s*[,，;；、\t|]\s*|\s+(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff·])\s+")
_TITLE_ZH = re.compile(
    r"(院长|校长|主任|处长|书记|教授|研究员|医师|医生|护士长|秘书长?|会长|理事长?|部长|厅长|局长|科长|所长|站长|馆长|总领事|领事|"
    r"参赞|经理|总裁|董事长?|主席|主编|记者|编辑|讲师|助理|翻译|司机|博士|院士|总监|工程师|干事|专员)$"
)
_TITLE_EN = re.compile(
    r"\b(dean|president|rector|director|professor|secretary|chair\w*|head|minister|consul|manager|editor|reporter|"
    r"lecturer|doctor|officer|chancellor|vice-\w+)\b",
    re.IGNORECASE,
)
_SHORT_PLACE = re.compile(r"[\u3400-\u9fff]{1,6}([医师科农财工交林民理]大|中医|附院|疾控|卫健委|教育厅|外办)$")
"""Short names of institutions, as they are said: 江南医大."""
_LONGEST_ZH = 6


@dataclass(frozen=True, slots=True)
class QuickPerson:
    """What the line says. `institution_id`: where it is one that is known; `rest`: words that no field took."""

    name: PersonName = field(default_factory=PersonName)
    title: str = ""
    institution: str = ""
    institution_id: str = ""
    phone: str = ""
    emails: tuple[str, ...] = ()
    country: str = ""
    category: Category | None = None
    rest: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.name.shown())


def read_line(line: str, places: Mapping[str, str] | None = None) -> QuickPerson:
    """What stands in the line, in any order; `places`: known institutions by their names in any length, folded.

    Pieces are parted by commas or spaces; words of an alphabet in a row belong together. Nothing is lost: what no field
    takes is `rest`.
    """
    emails, line = _taken(_MAIL, line, _address)
    phones, line = _taken(_PHONE, line, str.strip)
    pieces = [piece for piece in _APART.split(line.strip()) if piece and piece.strip()]
    found = _Sorter(places or {})
    for piece in pieces:
        found.take(piece.strip())
    rest = (*found.rest, *phones[1:])
    return QuickPerson(
        name=PersonName(zh=found.zh, latin=found.latin).tidied(),
        title=found.title,
        institution=found.institution,
        institution_id=found.institution_id,
        phone=phones[0] if phones else "",
        emails=tuple(emails),
        country=found.country,
        category=found.category,
        rest=rest,
    )


def _taken(pattern: re.Pattern[str], line: str, clean: Callable[[str], str]) -> tuple[list[str], str]:
    """All that the pattern finds, and the line with commas in their place, so that its neighbours stay apart."""
    return [clean(one) for one in pattern.findall(line)], pattern.sub(" , ", line)


def _address(written: str) -> str:
    read = read_mailbox(written)
    return read.address if isinstance(read, Mailbox) else written


class _Sorter:
    """Gives each piece to the first field that it fits and that is still empty."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places
        self.zh = self.latin = self.title = self.institution = self.institution_id = self.country = ""
        self.category: Category | None = None
        self.rest: list[str] = []

    def take(self, piece: str) -> None:
        """One piece of the line."""
        known = self._places.get(piece.casefold(), "")
        category = from_word(Category, piece)
        country = country_code(piece) if len(piece) > 1 else None
        if not self.institution and (known or is_place(piece) or _SHORT_PLACE.match(piece)):
            self.institution, self.institution_id = piece, known
        elif not self.title and self._is_title(piece):
            self.title = piece
        elif category and self.category is None:
            self.category = category
        elif country and not self.country:
            self.country = country
        elif not self._take_name(piece):
            self.rest.append(piece)

    def _take_name(self, piece: str) -> bool:
        if HAN.search(piece):
            if not self.zh and ("·" in piece or len(piece) <= _LONGEST_ZH):
                self.zh = piece
                return True
        elif not self.latin and any(map(str.isalpha, piece)):
            self.latin = piece
            return True
        return False

    @staticmethod
    def _is_title(piece: str) -> bool:
        return bool((_TITLE_ZH if HAN.search(piece) else _TITLE_EN).search(piece))
