"""A name entered in one form gets suggestions for the others; they are never confirmed and never overwrite anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from forumplanner.domain.addressing import name_parts
from forumplanner.domain.name_rules import NameRule, rule_for
from forumplanner.domain.names import HAN, NameOrder, PersonName
from forumplanner.domain.sorting import latin_key, syllables
from forumplanner.domain.surnames import ALSO_READ, length
from forumplanner.domain.titles import without_titles, without_titles_zh
from forumplanner.i18n import localized

LONGEST: Final = 4
"""Characters of a Chinese name that is read by pinyin; longer ones are renderings of other languages."""

_COURTESIES: Final = ("Prof. Dr.", "Prof.", "Assoc. Prof.", "Asst. Prof.", "Dr.", "Mr.", "Ms.")
_LOCAL: Final[Mapping[str, tuple[str, ...]]] = {
    "malay": ("Prof. Dato’ Dr.", "Dato’", "Datuk", "Tan Sri", "Assoc. Prof. Ts. Dr."),
    "thai": ("Assoc. Prof. Dr.", "Asst. Prof. Dr.", "M.L.", "M.R."),
    "burmese": ("U", "Daw", "Prof. Dr."),
    "pakistani": ("Prof. Dr.", "Engr."),
    "bangladeshi": ("Prof. Dr.", "Engr."),
    "indonesian": ("Prof. Dr.", "Ir.", "dr."),
    "khmer": ("H.E.", "Prof. Dr."),
    "vietnamese": ("Assoc. Prof. Dr.", "Prof. Dr."),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What could be filled in. `name`: the name with its gaps filled, every filled form unconfirmed.

    `filled`: which fields of it are new, in the order of `PersonName`. `others`: further spellings of the Latin form to
    choose from. `courtesies`: titles that are usual there. `notes`: why nothing is suggested or what to check.
    """

    name: PersonName
    rule: NameRule
    filled: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    courtesies: tuple[str, ...] = ()
    notes: tuple[Mapping[str, str], ...] = field(default=(), hash=False)


def suggest(name: PersonName, country: str) -> Suggestion:
    """What the forms that are there say about those that are missing.

    Characters of the mainland become pinyin as passports spell it (GB/T 28039-2011: family name first, given name
    joined, ü as YU); nothing is guessed for Hong Kong, Macao, Taiwan and overseas, and never characters from letters.
    """
    rule = rule_for(name, country)
    latin, others, notes = _latin(name, rule)
    more = {**latin, **_titles(name, country)}
    filled = replace(name, **more) if more else name
    more |= _parts(filled, country, rule)
    filled = replace(name, **more) if more else name
    usual = tuple(dict.fromkeys((*_LOCAL.get(rule.code, ()), *_COURTESIES)))
    return Suggestion(filled, rule, tuple(sorted(more, key=_FIELDS.index)), others, usual, notes)


_FIELDS: Final = (*PersonName.__dataclass_fields__,)


def _latin(name: PersonName, rule: NameRule) -> tuple[dict[str, Any], tuple[str, ...], tuple[Mapping[str, str], ...]]:
    """A Latin form where there is none, other spellings of it, and what to mind."""
    zh = without_titles_zh(name.zh).name
    if not zh or name.latin:
        return {}, (), _about_latin(name, rule)
    if why_not := _no_pinyin(zh, rule):
        return {}, (), (why_not,)
    spellings = pinyin_spellings(zh)
    if not spellings:
        return {}, (), ()
    family, given = spellings[0]
    if (name.family or family, name.given or given) != (family, given):
        return {}, (), ()  # the parts on record say another name
    notes = [localized("Check with the person: some families read “{family}” otherwise.", family=zh[: length(zh)])]
    kept = notes if zh[: length(zh)] in ALSO_READ else []
    if len(zh) == LONGEST and length(zh) == 1:
        kept.append(localized("Four characters: check where the family name ends."))
    others = tuple(dict.fromkeys(" ".join(filter(None, pair)) for pair in spellings[1:]))
    fields = {"latin": " ".join(filter(None, (family, given))), "family": family if given else "", "given": given}
    order = NameOrder.FAMILY_FIRST if given and name.order is NameOrder.AS_WRITTEN else name.order
    wanted = {**fields, "order": order}
    return {key: value for key, value in wanted.items() if value and value != getattr(name, key)}, others, tuple(kept)


def _no_pinyin(zh: str, rule: NameRule) -> Mapping[str, str] | None:
    """Why characters are not spelled in pinyin; None where they are."""
    if not all(map(HAN.match, zh)) or len(zh) > LONGEST:
        return localized("A Chinese rendering of another language gives no spelling: ask for the passport’s.")
    if rule.code == "chinese_own":
        return localized("Spelled their own way, not in pinyin: ask for the passport’s spelling.")
    if rule.code != "chinese":
        return localized("Only names of the mainland are spelled in pinyin: ask for the passport’s spelling.")
    return None


def _about_latin(name: PersonName, rule: NameRule) -> tuple[Mapping[str, str], ...]:
    chinese = rule.code in {"chinese", "chinese_own"}
    if name.latin and not name.zh and chinese:
        return (localized("Letters don’t tell the characters: ask for the Chinese name."),)
    return ()


def pinyin_spellings(zh: str) -> tuple[tuple[str, str], ...]:
    """Family and given name of a mainland name in Latin letters: as passports write it first, then other usual ways.

    吕芳 -> ("Lyu", "Fang"), ("Lü", "Fang"), ("Lv", "Fang"); 陈建安 -> ("Chen", "Jianan"), ("Chen", "Jian'an").
    """
    read = syllables(zh)
    if not read:
        return ()
    at = length(zh)
    readings = [read, *([(other, *read[at:]) for other in ALSO_READ.get(zh[:at], ())])]
    spelled = [_pair(reading, at, u, mark) for reading in readings for u in ("yu", "ü", "v") for mark in ("", "'")]
    return tuple(dict.fromkeys(spelled))


def _pair(read: tuple[str, ...], at: int, u: str, mark: str) -> tuple[str, str]:
    family = "".join(s.replace("v", u) for s in read[:at]).capitalize()
    given = ""
    for syllable in read[at:]:
        apart = mark if given and syllable[0] in "aoe" else ""
        given += apart + syllable.replace("v", u)
    return family, given[:1].upper() + given[1:]


def _titles(name: PersonName, country: str) -> dict[str, Any]:
    """Titles that stand inside the name, where none are on record; the name itself stays as it was written."""
    found: dict[str, Any] = {}
    if not name.courtesy_en and (titles := without_titles(name.latin, country).titles):
        found["courtesy_en"] = titles
    if not name.courtesy_zh and (title := without_titles_zh(name.zh).titles):
        found["courtesy_zh"] = title
    return found


def _parts(name: PersonName, country: str, rule: NameRule) -> dict[str, Any]:
    """Family and given part of a Latin name on record, and their order, where the culture has a family name."""
    if name.family or name.given or not name.latin or not rule.has_family or without_titles(name.latin).titles:
        return {}
    parts = _by_sound(name, rule) or name_parts(name, country)
    family, given = (parts.family, parts.given) if not isinstance(parts, tuple) else parts
    if not family or not given:
        return {}
    found: dict[str, Any] = {"family": family, "given": given}
    if name.order is NameOrder.AS_WRITTEN:
        first = name.latin.startswith(f"{family} ")
        found["order"] = NameOrder.FAMILY_FIRST if first else NameOrder.GIVEN_FIRST
    return found


def _by_sound(name: PersonName, rule: NameRule) -> tuple[str, str] | None:
    """The parts of a Chinese person's spelling, told by how the characters sound: Guoqiang Chen of 陈国强."""
    words = name.latin.split()
    if rule.code != "chinese" or not name.zh or len(words) < 2:
        return None
    sounds = {latin_key(family).replace(" ", "") for family, _given in pinyin_spellings(name.zh)}
    if latin_key(words[0]) in sounds:
        return words[0], " ".join(words[1:])
    if latin_key(words[-1]) in sounds:
        return words[-1], " ".join(words[:-1])
    return None
