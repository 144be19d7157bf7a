"""How much two people are alike, and why: first their names in every form, then what speaks for and against."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from forumplanner.domain.likeness_traits import LatinName, Traits, pinyin_syllables


class Reason(StrEnum):
    """Why two people may be one, or may be two; `likeness_words` says each in words."""

    CHARACTERS = "characters"
    VARIANTS = "variants"
    LATIN = "latin"
    ORDER = "order"
    ACCENTS = "accents"
    SPELLED = "spelled"
    SPACES = "spaces"
    TITLES = "titles"
    NATIVE = "native"
    SOUND = "sound"
    HOMOPHONE = "homophone"
    INITIALS = "initials"
    SHORTER = "shorter"
    SPELLING = "spelling"
    HOUSE = "house"
    PHONE = "phone"
    EMAIL = "email"
    OTHER_CHARACTERS = "other_characters"
    OTHER_LATIN = "other_latin"
    OTHER_HOUSE = "other_house"
    OTHER_COUNTRY = "other_country"
    OTHER_PHONE = "other_phone"
    OTHER_EMAIL = "other_email"


THRESHOLD: Final = 0.75
"""From here on two people are proposed to be one."""

_NAME: Final = {
    Reason.CHARACTERS: 0.70,
    Reason.VARIANTS: 0.70,
    Reason.NATIVE: 0.70,
    Reason.LATIN: 0.70,
    Reason.ORDER: 0.68,
    Reason.ACCENTS: 0.68,
    Reason.SPELLED: 0.66,
    Reason.SPACES: 0.66,
    Reason.SOUND: 0.62,
    Reason.INITIALS: 0.55,
    Reason.SHORTER: 0.55,
    Reason.SPELLING: 0.52,
    Reason.HOMOPHONE: 0.35,
}
_TWO_FORMS: Final = 0.10
_ONE_WORD: Final = 0.12
_EVIDENCE: Final = {
    Reason.HOUSE: 0.25,
    Reason.PHONE: 0.40,
    Reason.EMAIL: 0.35,
    Reason.OTHER_HOUSE: -0.30,
    Reason.OTHER_COUNTRY: -0.30,
    Reason.OTHER_PHONE: -0.10,
    Reason.OTHER_EMAIL: -0.05,
    Reason.OTHER_CHARACTERS: -0.05,
    Reason.OTHER_LATIN: -0.15,
}
_NEITHER_MISSING: Final = 0.06
"""Added to a name that is the same where nothing is known of an institution: it has to be looked at once."""

_CLOSE_SPELLINGS: Final = frozenset({"chinese", "chinese_own", "vietnamese", "burmese", "khmer"})
"""Rules of cultures in which one letter, or two given names changed round, make another name."""

_GENERIC: Final = frozenset(
    {"university", "college", "school", "hospital", "institute", "of", "the", "and", "for", "medical", "medicine"}
    | {"national", "international", "department", "faculty", "center", "centre", "academy", "science", "sciences"}
    | {"technology", "affiliated", "first", "second", "people", "peoples", "ministry", "health"}
)


@dataclass(frozen=True, slots=True)
class Grade:
    """How alike two people are: 0 to 1, with the reasons that count, those for it first."""

    score: float
    reasons: tuple[Reason, ...] = ()


NOT_ALIKE: Final = Grade(0.0)


def grade(one: Traits, other: Traits) -> Grade:
    """Compare two people; nothing in common by name is 0, whatever else they share."""
    names = _names(one, other)
    if not names:
        return NOT_ALIKE
    score = max(_NAME.get(reason, 0.0) for reason in names)
    forms = {_FORM_OF[reason] for reason in names if reason in _FORM_OF}
    score += _TWO_FORMS if len(forms) > 1 else 0.0
    score -= _ONE_WORD if forms == {"latin"} and _is_one_word(one, other) else 0.0
    evidence = _evidence(one, other, forms)
    if not {Reason.HOUSE, Reason.OTHER_HOUSE} & set(evidence):
        score += _NEITHER_MISSING
    score += sum(_EVIDENCE[reason] for reason in evidence)
    speaks_for = [reason for reason in evidence if _EVIDENCE[reason] > 0]
    against = [reason for reason in evidence if _EVIDENCE[reason] < 0]
    return Grade(round(min(max(score, 0.0), 1.0), 2), (*names, *speaks_for, *against))


_FORM_OF: Final = {
    Reason.CHARACTERS: "zh",
    Reason.VARIANTS: "zh",
    Reason.NATIVE: "native",
    Reason.LATIN: "latin",
    Reason.ORDER: "latin",
    Reason.ACCENTS: "latin",
    Reason.SPELLED: "latin",
    Reason.SPACES: "latin",
    Reason.INITIALS: "latin",
    Reason.SHORTER: "latin",
    Reason.SPELLING: "latin",
}


def _is_one_word(one: Traits, other: Traits) -> bool:
    return all(len(name.words) < 2 for name in (*one.latin, *other.latin))


def _names(one: Traits, other: Traits) -> list[Reason]:
    """In which forms the names agree, each form once."""
    found: list[Reason] = []
    if one.zh & other.zh:
        found.append(Reason.CHARACTERS if one.zh_written & other.zh_written else Reason.VARIANTS)
    if one.native & other.native:
        found.append(Reason.NATIVE)
    latin = _latin(one, other)
    if latin and one.chinese and other.chinese and one.zh and other.zh and not one.zh & other.zh:
        return [Reason.HOMOPHONE] if one.sounds & other.sounds else []
    if latin:
        found += latin
    if not found and one.sounds & other.sounds:
        return [Reason.HOMOPHONE]
    if not found and _sounds_like(one, other):
        found.append(Reason.SOUND)
    return found


def _sounds_like(one: Traits, other: Traits) -> bool:
    """The characters of one sound like the letters of the other, who has no characters."""
    for characters, letters in ((one, other), (other, one)):
        silent = not (letters.zh and letters.chinese)
        if characters.sounds and silent and any(name.turns & characters.sounds for name in letters.latin):
            return True
    return False


def _latin(one: Traits, other: Traits) -> list[Reason]:
    """How the closest of the Latin forms agree; titles that only one has are said beside it."""
    rules = {one.rule, other.rule}
    best: list[Reason] = []
    for ours in one.latin:
        for theirs in other.latin:
            reason = _spelling(ours, theirs, rules)
            if reason and (not best or _NAME[reason] > _NAME[best[0]]):
                titled = (Reason.TITLES,) if ours.titles != theirs.titles else ()
                best = [reason, *titled]
    return best


def _spelling(ours: LatinName, theirs: LatinName, rules: set[str]) -> Reason | None:
    if ours.words == theirs.words:
        if ours.full != theirs.full:
            return Reason.SPELLED
        same = ours.written.removeprefix(ours.titles.casefold()).strip()
        return Reason.LATIN if same == theirs.written.removeprefix(theirs.titles.casefold()).strip() else Reason.ACCENTS
    if ours.ordered == theirs.ordered and (not rules & _CLOSE_SPELLINGS or _is_turned(ours.words, theirs.words)):
        return Reason.ORDER
    if ours.turns & theirs.turns:
        return Reason.SPACES
    return _partly(ours, theirs) or (Reason.SPELLING if not rules & _CLOSE_SPELLINGS and _close(ours, theirs) else None)


def _is_turned(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Family name at the other end, or all read from the back; else Thanh Bình and Bình Thanh would be one person."""
    turns = [(*ours[at:], *ours[:at]) for at in range(len(ours))]
    return theirs in turns or theirs == ours[::-1]


def _partly(ours: LatinName, theirs: LatinName) -> Reason | None:
    """One name abbreviates the other, or leaves a part out."""
    found = _covered(ours.words, theirs.words)
    if found is None and ours.pinyin | theirs.pinyin:
        found = _covered(_syllables(ours), _syllables(theirs), whole=True)
    return found


def _syllables(name: LatinName) -> tuple[str, ...]:
    return tuple(syllable for word in name.words for syllable in (pinyin_syllables(word) or (word,)))


def _covered(ours: tuple[str, ...], theirs: tuple[str, ...], *, whole: bool = False) -> Reason | None:
    """Every word of the shorter stands in the longer, in full or by its initial; two of them in full without initials.

    `whole`: the number of words has to be the same.
    """
    few, many = sorted((ours, theirs), key=lambda words: (len(words), sum(map(len, words))))
    left, full, initials = list(many), 0, 0
    for word in sorted(few, key=len, reverse=True):
        match = word if word in left else next((w for w in left if _is_initial_of(word, w)), None)
        if match is None:
            return None
        full += match == word and len(word) > 1
        initials += match != word
        left.remove(match)
    if initials and full and (not left or not whole) and len(few) > 1 and (len(left) < 2 or full > 1):
        return Reason.INITIALS
    return Reason.SHORTER if not initials and full > 1 and left and not whole else None


def _is_initial_of(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return len(short) == 1 and long.startswith(short)


def _close(ours: LatinName, theirs: LatinName) -> bool:
    """One word differs by a letter or two, as Chowdhury and Choudhury do; the others are the same."""
    mine, yours = list(ours.words), list(theirs.words)
    for word in ours.words:
        if word in yours:
            mine.remove(word)
            yours.remove(word)
    return len(mine) == len(yours) == 1 and len(ours.words) > 1 and _one_off(mine[0], yours[0])


def _one_off(one: str, other: str) -> bool:
    plain = _undoubled(one), _undoubled(other)
    if plain[0] == plain[1] and min(map(len, plain)) > 3:
        return True
    longest = max(map(len, plain))
    allowed = 2 if longest > 8 else 1 if longest > 5 else 0
    return plain[0][0] == plain[1][0] and abs(len(plain[0]) - len(plain[1])) <= allowed and _edits(*plain) <= allowed


def _undoubled(word: str) -> str:
    return "".join(c for n, c in enumerate(word) if n == 0 or c != word[n - 1])


def _edits(one: str, other: str) -> int:
    """Letters to add, take away or change (Levenshtein)."""
    row = list(range(len(other) + 1))
    for n, mine in enumerate(one, start=1):
        before, row[0] = row[0], n
        for m, yours in enumerate(other, start=1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (mine != yours))
    return row[-1]


def _evidence(one: Traits, other: Traits, forms: set[str]) -> list[Reason]:
    """What speaks for and against, beside the names."""
    found: list[Reason] = []
    if (one.institutions or one.houses) and (other.institutions or other.houses):
        found.append(Reason.HOUSE if _share_a_house(one, other) else Reason.OTHER_HOUSE)
    if one.country and other.country and _state(one.country) != _state(other.country):
        found.append(Reason.OTHER_COUNTRY)
    if one.phone and other.phone:
        found.append(Reason.PHONE if one.phone == other.phone else Reason.OTHER_PHONE)
    if one.emails and other.emails:
        found.append(Reason.EMAIL if one.emails & other.emails else Reason.OTHER_EMAIL)
    if one.zh and other.zh and "zh" not in forms and forms:
        found.append(Reason.OTHER_CHARACTERS)
    if one.latin and other.latin and "latin" not in forms and forms:
        found.append(Reason.OTHER_LATIN)
    return found


def _state(country: str) -> str:
    """Lists write Hong Kong, Macao and Taiwan now as such, now as China."""
    return "CN" if country in {"HK", "MO", "TW"} else country


def _share_a_house(one: Traits, other: Traits) -> bool:
    if one.institutions & other.institutions or one.houses & other.houses:
        return True
    return any(same_house(ours, theirs) for ours in one.houses for theirs in other.houses)


def same_house(one: str, other: str) -> bool:
    """Whether one name of an institution shortens the other: 江南医大 and 江南医科大学, Hue Medical Univ."""
    short, long = sorted((one, other), key=len)
    if not short.isascii():
        return len(short) > 3 and short[:2] == long[:2] and _in_order(short, long)
    words, of = short.split(), long.split()
    telling = [word for word in words if word not in _GENERIC]
    return len(words) > 1 and bool(telling) and all(any(w == o or _begins(w, o) for o in of) for w in words)


def _begins(word: str, other: str) -> bool:
    return len(word) > 2 and other.startswith(word)


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return all(c in rest for c in short)
