"""Why two people may be one, in words: a line a reason, and the question that a secretary answers."""

from collections.abc import Sequence
from typing import Final

from forumplanner.domain.likeness_grades import Reason
from forumplanner.domain.likeness_traits import Someone
from forumplanner.domain.names import HAN
from forumplanner.domain.text import EN, ZH
from forumplanner.i18n import in_language, nearest

_WORDS: Final[dict[Reason, tuple[str, str]]] = {
    Reason.CHARACTERS: ("中文姓名相同", "same Chinese name"),
    Reason.VARIANTS: ("中文姓名相同（繁简不同）", "same Chinese name, traditional and simplified"),
    Reason.LATIN: ("外文姓名相同", "same Latin name"),
    Reason.ORDER: ("外文姓名次序不同", "same Latin name in another order"),
    Reason.ACCENTS: ("外文姓名只差大小写或声调符号", "same Latin name but for capitals or accents"),
    Reason.SPELLED: ("外文姓名只差 Md.、bin 之类的写法", "same Latin name but for Md., bin or the like"),
    Reason.SPACES: ("外文姓名只差空格或连字符", "same Latin name but for spaces or hyphens"),
    Reason.TITLES: ("其中一处把头衔写进了姓名", "a title stands inside one of the names"),
    Reason.NATIVE: ("本国文字姓名相同", "same name in their own script"),
    Reason.SOUND: ("外文姓名就是中文姓名的拼音", "the Latin name is the pinyin of the Chinese one"),
    Reason.HOMOPHONE: ("中文姓名读音相同", "Chinese names that sound alike"),
    Reason.INITIALS: ("一处是缩写，一处是全名", "initials here, the full name there"),
    Reason.SHORTER: ("一处少写了一部分姓名", "one of the names leaves a part out"),
    Reason.SPELLING: ("外文姓名只差一两个字母", "Latin names that differ by a letter or two"),
    Reason.HOUSE: ("单位相同", "same institution"),
    Reason.PHONE: ("电话相同", "same phone"),
    Reason.EMAIL: ("邮箱相同", "same e-mail"),
    Reason.OTHER_CHARACTERS: ("中文姓名不同", "different Chinese names"),
    Reason.OTHER_LATIN: ("外文姓名不同", "different Latin names"),
    Reason.OTHER_HOUSE: ("单位不同", "different institutions"),
    Reason.OTHER_COUNTRY: ("国别不同", "different countries"),
    Reason.OTHER_PHONE: ("电话不同", "different phones"),
    Reason.OTHER_EMAIL: ("邮箱不同", "different e-mails"),
}


def reason_words(reason: Reason, tag: str) -> str:
    """One reason in the language of `tag`."""
    zh, en = _WORDS[reason]
    return zh if nearest(tag) == ZH else en


def why(reasons: Sequence[Reason], tag: str) -> str:
    """All reasons as one line, those for it first: "same Latin name; same institution; different phones"."""
    chinese = nearest(tag) == ZH
    return ("；" if chinese else "; ").join(reason_words(reason, tag) for reason in reasons)


def question(first: Someone, second: Someone, reasons: Sequence[Reason], tag: str) -> str:
    """What to ask about two people who may be one."""
    names = tuple(_shown(person, tag) for person in (first, second))
    house = _shared_house(first, second, tag)
    said = why([reason for reason in reasons if reason is not Reason.HOUSE or not house], tag)
    if names[0] == names[1] and house:
        return in_language(
            tag, "Two people named {name} at {house}: {why}. One person?", name=names[0], house=house, why=said
        )
    if names[0] == names[1]:
        return in_language(tag, "Two people named {name}: {why}. One person?", name=names[0], why=said)
    if house:
        return in_language(
            tag,
            "{first} and {second}, both of {house}: {why}. One person?",
            first=names[0],
            second=names[1],
            house=house,
            why=said,
        )
    return in_language(tag, "{first} and {second}: {why}. One person?", first=names[0], second=names[1], why=said)


def _shared_house(first: Someone, second: Someone, tag: str) -> str:
    """The name of an institution that both come from, in the reader's language if it has one there."""
    shared = [house for house in first.houses if house in second.houses]
    chinese = nearest(tag) == ZH
    return next((house for house in shared if bool(HAN.search(house)) == chinese), next(iter(shared), ""))


def _shown(person: Someone, tag: str) -> str:
    return next((shown for name in person.names if (shown := name.shown(tag, ZH, EN))), person.id)
