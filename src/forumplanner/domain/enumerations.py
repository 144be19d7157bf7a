"""Enumerations of which some are named: "A、B等11所" and "A, B and 9 others", both counted from one list.

Chinese 等 names the total, the named ones included; English "others" only those that are left. English takes no comma
before "and" ("A, B and C") unless a name itself holds "and"; names that hold a comma are parted by semicolons.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from forumplanner.domain.kinds import InstitutionKind
from forumplanner.domain.text import EN, ZH, LocalizedText
from forumplanner.i18n import nearest


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the Chinese measure word, and the noun of each language; without a noun English says "others".

    `one` and `many` are the English noun in singular and plural.
    """

    measure: str
    noun: str = ""
    one: str = ""
    many: str = ""


SCHOOLS: Final = Counted("所", "院校", "university", "universities")
"""Universities and hospitals are counted by 所."""
INSTITUTIONS: Final = Counted("家", "单位", "institution", "institutions")
"""Offices, companies and mixed company are counted by 家."""
COUNTRIES: Final = Counted("个", "国家", "country", "countries")
PLACES: Final = Counted("所")
HOUSES: Final = Counted("家")
PIECES: Final = Counted("个")
PEOPLE: Final = Counted("位")
TEXTS: Final = Counted("份")

_BY_PLACE: Final = frozenset({InstitutionKind.UNIVERSITY, InstitutionKind.HOSPITAL, InstitutionKind.RESEARCH})


def counted_as(kinds: Sequence[InstitutionKind | None]) -> Counted:
    """How institutions of these kinds are counted: 所 where all are schools, hospitals or institutes, else 家."""
    return PLACES if kinds and all(kind in _BY_PLACE for kind in kinds) else HOUSES


def enumeration(
    names: Sequence[LocalizedText], tag: str, *, named: int = 2, unnamed: int = 0, counted: Counted = PLACES
) -> str:
    """The first `named` of `names`, then how many there are: in Chinese for `zh`, else in English.

    `unnamed`: members of the list whose names nobody has; the total is all names and these. With nothing left over the
    names stand alone, without 等; with none named the number stands alone. An empty list gives "".
    """
    total = len(names) + max(unnamed, 0)
    shown = names[: max(named, 0)]
    chinese = nearest(tag) == ZH
    texts = [name.best(*((ZH, EN) if chinese else (EN, ZH))) for name in shown]
    if not total:
        return ""
    return _chinese(texts, total, counted) if chinese else _english(texts, total, counted)


def in_both(
    names: Sequence[LocalizedText], *, named: int = 2, unnamed: int = 0, counted: Counted = PLACES
) -> LocalizedText:
    """The same list in Chinese and English; both speak of one total."""
    said = {tag: enumeration(names, tag, named=named, unnamed=unnamed, counted=counted) for tag in (ZH, EN)}
    return LocalizedText.of(said)


def _chinese(texts: Sequence[str], total: int, counted: Counted) -> str:
    count = f"{total}{counted.measure}{counted.noun}"
    if not texts:
        return count
    mark = "；" if any("、" in text for text in texts) else "、"
    if len(texts) < total:
        return f"{mark.join(texts)}等{count}"
    return "和".join((mark.join(texts[:-1]), texts[-1])) if len(texts) > 1 else texts[0]


def _english(texts: Sequence[str], total: int, counted: Counted) -> str:
    left = total - len(texts)
    if not texts:
        return f"{total} {counted.one if total == 1 else counted.many}".strip()
    if not left and len(texts) == 1:
        return texts[0]
    last = _others(left, counted) if left else texts[-1]
    before = texts if left else texts[:-1]
    mark = "; " if any("," in text for text in texts) else ", "
    heavy = mark == "; " or any(" and " in text for text in texts)
    return f"{mark.join(before)}{mark if heavy else ' '}and {last}"


def _others(left: int, counted: Counted) -> str:
    if counted.one:
        return f"{left} other {counted.one if left == 1 else counted.many}"
    return f"{left} other{'' if left == 1 else 's'}"
