"""Titles that lists write into a name: "Prof. Dr. Sanya", "U Kyaw Soe", "Tan Sri Dato’ Nur Aisyah", taken apart."""

import re
from dataclasses import dataclass
from typing import Final

_TITLE: Final = re.compile(
    r"(?:h\.\s?e\.|his excellency|her excellency|the hon(?:ou?rable|\.)|hon(?:ou?rable|\.)"
    r"|academician|acad\.|prof(?:essor)?|ass(?:oc(?:iate)?|t|istant)?(?=\.?\s*prof)"
    r"|dr|doctor|mr|mrs|ms|miss|mdm|madam|sir|engr|ir(?=\.)|drs|dra|hj|haji|hajah|hajjah|ajarn"
    r"|tan sri|puan sri|dato[’'` ]?\s?(?:seri|sri)|datuk\s?(?:seri|sri)|dato[’'`]?|datuk|datin|tengku|tunku"
    r"|m\.\s?[lr]\.|mom luang|mom rajawongse)(?:\.|(?=\s)|(?<=\.))\s*",
    re.IGNORECASE,
)
_BURMESE: Final = re.compile(r"(?:U|Daw|(Ko|Ma)(?!\s+\1\b)|Maung|Mg\.?|Sayadaw|Saya|Sayama)\s+(?=\S+)", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r"[,，]\s*(?:ph\.?\s?d\.?|m\.?\s?d\.?|m\.?sc\.?|m\.?b\.?b\.?s\.?|fr\w{2,4}|jp|mp)\.?\s*$", re.IGNORECASE
)
_BEHIND_ZH: Final = re.compile(r"(?<=.{2})(教授|副教授|博士|先生|女士|老师|院士|主任|院长|校长|同志|阁下)$")


@dataclass(frozen=True, slots=True)
class Titled:
    """A name taken apart: the titles as they were written, "" for none, and the name alone."""

    titles: str
    name: str


def without_titles(latin: str, country: str = "") -> Titled:
    """Take courtesy and academic titles off the front of a Latin name; a name that is nothing but a title stays.

    `country`: "MM" also takes off U, Daw, Ko, Ma and Maung, which are forms of address there (elsewhere Ma is a family
    name). Degrees behind a comma go too ("..., PhD").
    """
    rest, taken = _BEHIND.sub("", latin.strip()), []
    patterns = (_TITLE, _BURMESE) if country == "MM" else (_TITLE,)
    found = True
    while found:
        found = False
        for pattern in patterns:
            match = pattern.match(rest)
            if match and rest[match.end() :].strip(" ."):
                taken.append(match[0].strip())
                rest, found = rest[match.end() :].strip(), True
    return Titled(" ".join(taken), rest)


def without_titles_zh(zh: str) -> Titled:
    """The same for a Chinese name with its courtesy behind: "陈国强教授"."""
    match = _BEHIND_ZH.search(zh)
    return Titled(match[1], zh[: match.start()]) if match else Titled("", zh)
