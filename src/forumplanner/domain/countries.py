"""Country names in the reader's language, and the country meant by any usual spelling.

Names come from the Unicode CLDR through Babel, with presets where conference practice differs: UN short names in
English, mainland usage in Chinese.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

from forumplanner.i18n import nearest

Words = Mapping[str, Mapping[str, str]]
"""A forum's own wording, `{code: {tag: text}}`."""

_ZH: Final = {
    "HK": "中国香港",
    "MO": "中国澳门",
    "TW": "中国台湾",
    "KP": "朝鲜",
    "KR": "韩国",
    "GB": "英国",
    "AE": "阿联酋",
}
_EN: Final = {
    "HK": "Hong Kong, China",
    "MO": "Macao, China",
    "TW": "Taiwan, China",
    "MM": "Myanmar",
    "LA": "Lao PDR",
    "VN": "Viet Nam",
    "BN": "Brunei Darussalam",
    "RU": "Russian Federation",
    "KR": "Republic of Korea",
    "KP": "DPR Korea",
    "IR": "Iran",
    "SY": "Syria",
    "TR": "Türkiye",
    "CZ": "Czechia",
    "GB": "United Kingdom",
    "US": "United States",
}
_MORE: Final = {
    "laos": "LA",
    "lao people's democratic republic": "LA",
    "vietnam": "VN",
    "burma": "MM",
    "brunei": "BN",
    "russia": "RU",
    "south korea": "KR",
    "korea": "KR",
    "north korea": "KP",
    "turkey": "TR",
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "usa": "US",
    "u.s.a.": "US",
    "america": "US",
    "pr china": "CN",
    "p.r. china": "CN",
    "people's republic of china": "CN",
    "mainland china": "CN",
    "中华人民共和国": "CN",
    "中国大陆": "CN",
    "香港": "HK",
    "澳门": "MO",
    "台湾": "TW",
    "hong kong": "HK",
    "macao": "MO",
    "macau": "MO",
    "taiwan": "TW",
    "锡兰": "LK",
    "ประเทศไทย": "TH",
    "east timor": "TL",
}
_OWN_LANGUAGES: Final = (
    "th",
    "lo",
    "my",
    "km",
    "bn",
    "ne",
    "si",
    "ta",
    "hi",
    "ur",
    "vi",
    "ru",
    "id",
    "ms",
    "dz",
    "ja",
    "ko",
)


def country_name(code: str, tag: str, words: Words | None = None) -> str:
    """The name of an ISO 3166-1 alpha-2 code for a reader of `tag`; an unknown code is given back as it stands.

    `words`: the forum's own (`Forum.words`); "country.VN" in the language asked for goes before everything.
    """
    if words and (own := words.get(f"country.{code}", {}).get(tag)):
        return own
    chinese = nearest(tag) == "zh-Hans"
    preset = (_ZH if chinese else _EN).get(code)
    return preset or _territories("zh_Hans" if chinese else "en").get(code, code)


def country_code(text: str) -> str | None:
    """The alpha-2 code meant by a code or a name in Chinese, English or a language of the region; None if unknown."""
    return _codes().get(_folded(text))


@cache
def _territories(language: str) -> dict[str, str]:
    from babel import Locale  # noqa: PLC0415 - its locale data takes 50 ms to load

    names = Locale.parse(language).territories
    return {code: str(name) for code, name in names.items() if len(code) == 2 and code.isalpha()}


@cache
def _codes() -> dict[str, str]:
    known: dict[str, str] = {}
    for language in (*_OWN_LANGUAGES, "en", "zh_Hans"):
        for code, name in _territories(language).items():
            known[_folded(name)] = code
            known[code.casefold()] = code
    for table in (_EN, _ZH):
        known.update({_folded(name): code for code, name in table.items()})
    known.update({_folded(name): code for name, code in _MORE.items()})
    return known


def _folded(text: str) -> str:
    """Compare without case, full width, spaces at the ends and "The"."""
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return plain.removeprefix("the ")
