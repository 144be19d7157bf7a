"""Keys to sort and find people by: pinyin and its initials, Latin letters without accents, any script as written."""

import re
import unicodedata
from functools import lru_cache

from forumplanner.domain.addressing import listed_as
from forumplanner.domain.names import HAN, PersonName
from forumplanner.domain.surnames import ALSO_READ, READINGS

_NOT_LETTERS = re.compile(r"[^\w]+")
_LATIN_EXTRAS = str.maketrans(
    {"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)


@lru_cache(maxsize=20_000)
def syllables(zh: str) -> tuple[str, ...]:
    """The pinyin of each character without tones, ü as v; surnames by their own reading (单 shan, 解 xie)."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415 - its tables take 100 ms to load
    from pypinyin.contrib.tone_convert import to_normal  # noqa: PLC0415 - as above

    whole = "·" not in zh  # a foreign name's first syllable is no surname
    known = (READINGS.get(zh[:2]) or READINGS.get(zh[:1])) if whole else None
    rest = zh[len(known) :] if known else zh
    read = [to_normal(s) for s in lazy_pinyin(rest, style=Style.NORMAL, v_to_u=False)]
    return tuple(s.lower() for s in (*(known or ()), *read) if any(c.isalnum() for c in s))


@lru_cache(maxsize=5_000)
def readings(zh: str) -> tuple[tuple[str, ...], ...]:
    """Every reading of each character without tones, ü as v; of a family name also those that only surnames have."""
    from pypinyin import Style, pinyin  # noqa: PLC0415 - its tables take 100 ms to load

    found = [tuple(dict.fromkeys(many)) for many in pinyin(zh, style=Style.NORMAL, heteronym=True, v_to_u=False)]
    own = READINGS.get(zh[:2]) or READINGS.get(zh[:1]) or ()
    also = ALSO_READ.get(zh[:1], ())
    return tuple(
        tuple(dict.fromkeys((*own[n : n + 1], *many, *(also if n == 0 else ())))) for n, many in enumerate(found)
    )


def pinyin_key(zh: str) -> str:
    """What a Chinese name is sorted by: its syllables, one space between, so that Li Wei stands before Liang."""
    return " ".join(syllables(zh)) if zh else ""


@lru_cache(maxsize=20_000)
def latin_key(latin: str) -> str:
    """What a Latin name is sorted by: letters only, no accents, lower case ("Nguyễn Văn An" -> "nguyen van an")."""
    plain = "".join(c for c in unicodedata.normalize("NFD", latin.lower()) if not unicodedata.combining(c))
    return " ".join(_NOT_LETTERS.sub(" ", plain.translate(_LATIN_EXTRAS)).split())


def culture_key(name: PersonName, country: str) -> str:
    """What a Latin name is sorted by in its culture: a Vietnamese by the given name, a Burmese without U or Daw."""
    return latin_key(listed_as(name, country))


def initials(key: str) -> str:
    """First letters of a sort key's words: "chen guo qiang" -> "cgq"."""
    return "".join([word[0] for word in key.split()])


def search_keys(name: PersonName) -> tuple[str, ...]:
    """Everything a person may be typed as: Chinese, pinyin joined, initials, Latin, native script; all casefolded."""
    pinyin, latin = pinyin_key(name.zh), latin_key(name.latin)
    keys = (
        name.zh.casefold(),
        pinyin.replace(" ", ""),
        initials(pinyin),
        latin,
        latin.replace(" ", ""),
        initials(latin),
        name.native.casefold(),
    )
    return tuple(dict.fromkeys(key for key in keys if key))


def text_keys(*texts: str) -> tuple[str, ...]:
    """Keys to find any bilingual text by, made in the same way as `search_keys`."""
    keys: list[str] = []
    for text in texts:
        if HAN.search(text):
            pinyin = pinyin_key(text)
            keys += [text.casefold(), pinyin.replace(" ", ""), initials(pinyin)]
        elif text:
            keys += [latin_key(text), initials(latin_key(text))]
    return tuple(dict.fromkeys(key for key in keys if key))
