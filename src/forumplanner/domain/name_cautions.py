"""What to look at in a name before it is printed, a sentence each with what to do; none of it stops anything."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice, product
from typing import Final

from forumplanner.domain.addressing import is_initial
from forumplanner.domain.likeness_traits import LatinName, latin_name, turns_of
from forumplanner.domain.name_rules import NameRule, rule_for
from forumplanner.domain.names import PersonName
from forumplanner.domain.sorting import readings
from forumplanner.domain.titles import without_titles, without_titles_zh
from forumplanner.i18n import localized

LONG: Final = 60
"""Letters of a Latin name above which a badge sets it small or in two lines."""

_MOST_READINGS: Final = 200
_UMLAUT: Final = re.compile(r"\b[LN](?:ü|v)e?\b", re.IGNORECASE)


class CautionKind(StrEnum):
    """What a caution is about."""

    TITLE_INSIDE = "title_inside"
    LOST_LETTERS = "lost_letters"
    ONE_LETTER = "one_letter"
    LONG = "long"
    INITIALS = "initials"
    NO_DIACRITICS = "no_diacritics"
    REPEATED = "repeated"
    UMLAUT = "umlaut"
    NOT_PINYIN = "not_pinyin"


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing to look at: its kind, and the sentence in each language."""

    kind: CautionKind
    text: Mapping[str, str] = field(hash=False)


def cautions(name: PersonName, country: str) -> tuple[Caution, ...]:
    """Everything about a name that deserves a look; general remarks on the culture are `NameRule.watch`."""
    rule = rule_for(name, country)
    plain = latin_name(name.latin, country, family=name.family) if name.latin else None
    found = (*_in_any(name, country), *(_in_latin(name, rule, plain) if plain else ()))
    return tuple(found)


def _in_any(name: PersonName, country: str) -> Iterator[Caution]:
    title = without_titles(name.latin, country).titles or without_titles_zh(name.zh).titles
    if title:
        text = localized("“{title}” stands inside the name. Enter it as the title and take it out here.", title=title)
        yield Caution(CautionKind.TITLE_INSIDE, text)
    if any("?" in form or "�" in form for form in (name.zh, name.latin, name.native)):
        text = localized("The name holds “?”: letters were lost when a file was saved. Ask for the name once more.")
        yield Caution(CautionKind.LOST_LETTERS, text)
    if any(sum(map(str.isalpha, form)) == 1 for form in (name.zh, name.latin) if form):
        text = localized("The name is a single letter or character. Ask whether it is complete; it can stay so.")
        yield Caution(CautionKind.ONE_LETTER, text)
    if len(name.latin) > LONG:
        text = localized(
            "The Latin name has {n} letters; badges and cards set it small or in several lines. "
            "Ask which short form the person uses and enter it as the form of address.",
            n=len(name.latin),
        )
        yield Caution(CautionKind.LONG, text)


def _in_latin(name: PersonName, rule: NameRule, plain: LatinName) -> Iterator[Caution]:
    words = without_titles(name.latin).name.split()
    if rule.code not in {"chinese_own", "tamil"} and len(words) > 1 and any(map(is_initial, words)):
        text = localized("Initials in the name: ask what they stand for, visas and certificates need the full name.")
        yield Caution(CautionKind.INITIALS, text)
    if rule.code == "vietnamese" and name.latin.isascii() and len(words) > 1:
        text = localized("No diacritics in the name: ask for the Vietnamese spelling.")
        yield Caution(CautionKind.NO_DIACRITICS, text)
    if rule.code == "indonesian" and len(plain.words) == 2 and plain.words[0] == plain.words[1]:
        text = localized("The same word twice: passports repeat a single name. Write it once.")
        yield Caution(CautionKind.REPEATED, text)
    if rule.code == "chinese" and _UMLAUT.search(name.latin):
        text = localized("Passports write ü as YU (Lyu, Nyu). Check the passport.")
        yield Caution(CautionKind.UMLAUT, text)
    if rule.code == "chinese" and len(name.zh) > 1 and "·" not in name.zh and not _is_pinyin_of(plain, name.zh):
        text = localized("The Latin name isn't the pinyin of the characters. Check both with the person.")
        yield Caution(CautionKind.NOT_PINYIN, text)


def _is_pinyin_of(plain: LatinName, zh: str) -> bool:
    """Whether the letters are the sounds in some order, by any reading of the characters; ü is compared as u."""
    read = [[one.replace("v", "u") for one in many] for many in readings(without_titles_zh(zh).name)]
    sounds = islice(product(*read), _MOST_READINGS)
    return any(not plain.turns.isdisjoint(turns_of(sound)) for sound in sounds)
