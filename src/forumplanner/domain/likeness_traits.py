"""What of a person is compared with others: every form of the name made plain, institutions, country, contacts."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from forumplanner.domain.name_rules import rule_for
from forumplanner.domain.names import PersonName
from forumplanner.domain.sorting import latin_key, syllables
from forumplanner.domain.surnames import length
from forumplanner.domain.titles import without_titles, without_titles_zh
from forumplanner.domain.variants import simplified

MUHAMMAD: Final = "muhammad"
_MUHAMMADS: Final = re.compile(r"md|moh?d|muhd|m[ou]h?amm?[aeou]d")
_FATHERS: Final = frozenset({"bin", "binti", "binte", "ibni", "mst", "mosammat"})
_SYLLABLE: Final = re.compile(
    r"[ln](?:yue|yu|ve|v)"
    r"|(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|an|en|in|un|ai|ei|ao|ou|ia|ie|iu|ua|ue|ui|uo|er|a|e|i|o|u)"
)
_UMLAUT: Final = re.compile(r"([ln])(?:yu|v)(e?)")
_RUN_OF_INITIALS: Final = re.compile(r"(?!NG$)[B-DF-HJ-NP-TV-XZ]{2,3}")
"""Two or three capitals without a vowel among other words: "Chen GQ"."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person as the search takes them. `names`: their name, then those of people merged into them.

    `institutions`: keys of where they hold posts, with the houses above; `houses`: names of these in any language.
    """

    id: str
    names: tuple[PersonName, ...]
    country: str = ""
    institutions: frozenset[str] = frozenset()
    houses: tuple[str, ...] = ()
    phone: str = ""
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LatinName:
    """A Latin name made plain: `words` without titles, accents, Md. and bin; `written` as it stands, in lower case."""

    written: str
    titles: str
    words: tuple[str, ...]
    full: tuple[str, ...]
    turns: frozenset[str]
    pinyin: bool

    @property
    def ordered(self) -> tuple[str, ...]:
        """The words in alphabetical order."""
        return tuple(sorted(self.words))


@dataclass(frozen=True, slots=True)
class Traits:
    """Everything about one person that two people are compared by."""

    id: str
    zh: frozenset[str]
    zh_written: frozenset[str]
    sounds: frozenset[str]
    given_sounds: frozenset[tuple[str, ...]]
    latin: tuple[LatinName, ...]
    native: frozenset[str]
    chinese: bool
    rule: str
    country: str
    institutions: frozenset[str]
    houses: frozenset[str]
    phone: str
    emails: frozenset[str]


def traits_of(person: Someone) -> Traits:
    """Make a person comparable."""
    rule = rule_for(person.names[0] if person.names else PersonName(), person.country)
    chinese = rule.code in {"chinese", "chinese_own"}
    written = frozenset(form for name in person.names if len(form := plain_zh(name.zh)) > 1)
    zh = frozenset(simplified(one) for one in written)
    read = {one: syllables(one) for one in zh} if chinese else {}
    latin = {latin_name(n.latin, person.country, family=n.family): None for n in person.names if n.latin}
    return Traits(
        id=person.id,
        zh=zh,
        zh_written=written,
        sounds=frozenset(turn for sound in read.values() for turn in turns_of(tuple(_flat(s) for s in sound))),
        given_sounds=frozenset(tuple(_flat(s) for s in sound[length(one) :]) for one, sound in read.items()),
        latin=tuple(one for one in latin if one.words),
        native=frozenset(plain for name in person.names if (plain := plain_native(name.native))),
        chinese=chinese,
        rule=rule.code,
        country=person.country,
        institutions=person.institutions,
        houses=frozenset(plain for house in person.houses if (plain := plain_house(house))),
        phone=digits(person.phone),
        emails=frozenset(address.strip().casefold() for address in person.emails if address.strip()),
    )


def plain_zh(zh: str) -> str:
    """A Chinese form without spaces, dots and a courtesy behind it."""
    name = without_titles_zh(zh.strip()).name
    return "".join(c for c in name if c.isalnum())


def plain_native(native: str) -> str:
    """A name in its own script without spaces and points; marks above and below belong to letters and stay."""
    normal = unicodedata.normalize("NFC", native).casefold()
    return "".join(c for c in normal if c.isalnum() or unicodedata.category(c).startswith("M"))


def plain_house(house: str) -> str:
    """An institution's name to be compared: simplified, no accents, no punctuation."""
    return simplified(latin_key(house))


def digits(phone: str) -> str:
    """The last eight digits of a phone number, whatever country code stands before; "" for fewer than six."""
    found = "".join(c for c in phone if c.isdigit())
    return found[-8:] if len(found) >= 6 else ""


@lru_cache(maxsize=20_000)
def latin_name(latin: str, country: str, *, family: str = "") -> LatinName:
    """Make a Latin name plain."""
    titled = without_titles(latin, country)
    words = tuple(_words(titled.name, family))
    short = tuple(word for word in words if word not in _FATHERS)
    light = tuple(word for word in short if word != MUHAMMAD)
    kept = light or short
    return LatinName(
        written=" ".join(latin.casefold().split()),
        titles=titled.titles,
        words=kept,
        full=words,
        turns=frozenset(turns_of(kept)),
        pinyin=all(is_pinyin(word) for word in kept),
    )


def _words(name: str, family: str) -> Iterable[str]:
    """Words in small plain letters; initials run together ("GQ", "K.M.") are parted."""
    loud = name.isupper()
    for word in re.split(r"[\s.\-‐‑–·,，/]+", name):
        bare = re.sub(r"['’`ʼ´]", "", word)
        if not bare:
            continue
        if not loud and bare.casefold() != family.casefold() and _RUN_OF_INITIALS.fullmatch(bare):
            yield from bare.casefold()
            continue
        plain = latin_key(bare).replace(" ", "")
        yield MUHAMMAD if _MUHAMMADS.fullmatch(plain) else _flat(plain)


def _flat(word: str) -> str:
    """Lyu, Lü and Lv are one spelling; so are Nyu, Nü and Nv."""
    return _UMLAUT.sub(r"\1u\2", word) if is_pinyin(word) else word


@lru_cache(maxsize=20_000)
def is_pinyin(word: str) -> bool:
    """Whether a word could be the pinyin of some characters."""
    return bool(pinyin_syllables(word))


@lru_cache(maxsize=20_000)
def pinyin_syllables(word: str) -> tuple[str, ...]:
    """A word parted into syllables of pinyin, the longest first; () where that doesn't come out even."""
    at, found = 0, []
    while at < len(word):
        match = _SYLLABLE.match(word, at)
        if match is None:
            return ()
        found.append(match[0])
        at = match.end()
    return tuple(found)


def turns_of(words: tuple[str, ...]) -> Iterable[str]:
    """The words run together, beginning at each of them."""
    for at in range(min(len(words), 6)):
        yield "".join((*words[at:], *words[:at]))
