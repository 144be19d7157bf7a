"""Courtesy in spoken words: what stands behind a Chinese name, how post and institution join in English.

Nothing is guessed: 先生 and 女士 only where a record says so, 教授 only for a full professor, 阁下 only for ambassadors
and ministers from abroad (a consul-general is 阁下 in letters, not on the stage), 同志 never.
"""

import re
from typing import Final

_ENGLISH: Final = (
    (re.compile(r"\bAcademician\b"), "院士"),
    (re.compile(r"(?<!Assoc\. )(?<!Asst\. )(?<!Associate )(?<!Assistant )\bProf(\.|essor\b)"), "教授"),
    (re.compile(r"\b(Ms|Mrs|Miss|Madam)\b"), "女士"),
    (re.compile(r"\bMr\b"), "先生"),
)
_NEVER: Final = frozenset({"同志"})
_EXCELLENCIES: Final = ("大使", "部长", "外长", "总理", "首相", "总统", "议长", "国务秘书")
_LESSER: Final = ("副", "前", "助理")

_HEADS: Final = frozenset(
    {
        "president",
        "vice president",
        "vice-president",
        "executive vice president",
        "rector",
        "vice rector",
        "vice-rector",
        "chancellor",
        "vice-chancellor",
        "vice chancellor",
        "deputy vice-chancellor",
        "dean",
        "vice dean",
        "vice-dean",
        "associate dean",
        "director",
        "deputy director",
        "director-general",
        "deputy director-general",
        "chair",
        "chairman",
        "secretary-general",
        "secretary",
        "provost",
        "registrar",
        "principal",
        "editor-in-chief",
        "president and professor",
    }
)
"""Posts that belong to their institution: "President of", but "Associate Professor, ..."."""

_WITH_ARTICLE: Final = re.compile(
    r"^(provincial|municipal|national|ministry|department|office|centre|center|foreign|institute|faculty|school"
    r"|college of|bureau|embassy|consulate|association|alliance|university of|commission|committee|people’s)\b",
    re.IGNORECASE,
)


def courtesy_zh(title: str, courtesy_en: str, *, own: str = "", abroad: bool = False) -> str:
    """What is said behind a Chinese name, "" where nothing is known.

    `title`: the post alone (总领事), `own`: the record's own courtesy in Chinese, `abroad`: not of the host country.
    """
    if abroad and _is_excellency(title):
        return "阁下"
    if own:
        return "" if own in _NEVER else own
    for pattern, word in _ENGLISH:
        if pattern.search(courtesy_en):
            return "" if title.endswith(word) else word
    return ""


def _is_excellency(title: str) -> bool:
    plain = re.sub(r"（.*?）|\(.*?\)", "", title)
    for word in _EXCELLENCIES:
        before, found, after = plain.rpartition(word)
        if found and not after and not before.endswith(_LESSER):
            return True
    return False


def office_en(title: str, institution: str, country: str = "") -> str:
    """Post, institution and country as spoken: "President of Canglan Medical University", "Lecturer, Bluebay College".

    `country` is named only where it isn't the host's; "" leaves it out.
    """
    joined = ", ".join(filter(None, (title, institution)))
    if institution and title.casefold() in _HEADS:
        the = "the " if _WITH_ARTICLE.match(institution) else ""
        joined = f"{title} of {the}{institution}"
    return joined if not country or country in joined else ", ".join(filter(None, (joined, country)))
