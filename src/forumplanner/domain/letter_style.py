"""How letters write dates, posts and guests: in full, as the post itself writes them, never guessed."""

import datetime as dt
import re
from typing import Final

from forumplanner.domain.courtesy import courtesy_zh
from forumplanner.domain.guest_kinds import DiplomaticRank, PostKind
from forumplanner.domain.kinds import ConsularClass, ConsularRole
from forumplanner.domain.labels import label
from forumplanner.domain.names import PersonName
from forumplanner.domain.text import LocalizedText
from forumplanner.domain.times import day_long
from forumplanner.i18n import nearest

_NOON: Final = 12 * 60
_SMALL_HOURS: Final = 6 * 60
_EVENING: Final = 18 * 60
_ARTICLE: Final = re.compile(
    r"^(Lao PDR|Philippines|Maldives|Netherlands|United |Russian |Republic |DPR |Czech Republic|Gambia|Bahamas|"
    r"Democratic |Dominican |Central African |Union |Kingdom |People’s |Islamic |Socialist |Federal )"
)


def letter_day(day: dt.date, tag: str) -> str:
    """The date of a letter: 2026年9月18日 / 18 September 2026."""
    if _chinese(tag):
        return f"{day.year}年{day.month}月{day.day}日"
    return day_long(day, tag).partition(", ")[2]


def letter_range(first: dt.date | None, last: dt.date | None, tag: str) -> str:
    """When a forum is held: 2026年11月13日至15日 / from 13 to 15 November 2026, on 13 November 2026; "" if unknown."""
    days = sorted({day for day in (first, last) if day})
    if not days:
        return ""
    start, end = days[0], days[-1]
    if start == end:
        return letter_day(start, tag) if _chinese(tag) else f"on {letter_day(start, tag)}"
    if _chinese(tag):
        month = "" if (start.year, start.month) == (end.year, end.month) else f"{end.month}月"
        year = "" if start.year == end.year else f"{end.year}年"
        return f"{letter_day(start, tag)}至{year}{month}{end.day}日"
    return f"from {_shortened(start, end, tag)} to {letter_day(end, tag)}"


def _shortened(start: dt.date, end: dt.date, tag: str) -> str:
    """The first day without what the last one says too."""
    whole = letter_day(start, tag)
    if start.year != end.year:
        return whole
    return str(start.day) if start.month == end.month else whole.rpartition(" ")[0]


def letter_moment(day: dt.date, minute: int | None, tag: str) -> str:
    """A time in running text: 2026年11月14日（星期六）上午9:00 / at 9:00 a.m. on Saturday, 14 November 2026."""
    if minute is None:
        return day_long(day, tag) if _chinese(tag) else f"on {day_long(day, tag)}"
    hour, rest = divmod(minute % (24 * 60), 60)
    if _chinese(tag):
        return f"{day_long(day, tag)}{_part_of_day(minute)}{hour if hour <= 12 else hour - 12}:{rest:02d}"
    half = "a.m." if minute < _NOON else "p.m."
    return f"at {(hour - 1) % 12 + 1}:{rest:02d} {half} on {day_long(day, tag)}"


def _part_of_day(minute: int) -> str:
    if minute < _SMALL_HOURS:
        return "凌晨"
    if minute < _NOON:
        return "上午"
    if minute < _NOON + 60:
        return "中午"
    return "下午" if minute < _EVENING else "晚上"


def post_name(name: LocalizedText, kind: PostKind, country: str, city: str, tag: str) -> str:
    """A post as it calls itself, else 越南驻昆明总领事馆 / Consulate-General of Viet Nam in Kunming; "" if unknown."""
    if own := name.get(tag):
        return own
    if not country or (not city and kind is not PostKind.EMBASSY):
        return ""
    word = label(kind, tag)
    if _chinese(tag):
        return f"{country}驻{'华' if kind is PostKind.EMBASSY else city}{word}"
    place = f" in {city}" if city else ""
    return f"{word} of {with_article(country)}{place}"


def with_article(country: str) -> str:
    """A country's English name as it stands after "of": the Lao PDR, Viet Nam."""
    return f"the {country}" if _ARTICLE.match(country) else country


def office_of(
    title: LocalizedText,
    rank: ConsularClass | DiplomaticRank | None,
    tag: str,
    *,
    role: ConsularRole | None = None,
) -> str:
    """What a guest is at the post: as the post writes it, else the word for the class; "" where neither is known."""
    if own := title.get(tag):
        return own
    if rank is None:
        return ""
    word = label(rank, tag)
    if role is ConsularRole.ACTING and rank is ConsularClass.CONSUL_GENERAL:
        return f"代理{word}" if _chinese(tag) else f"Acting {word}"
    return word


def is_excellency(rank: ConsularClass | DiplomaticRank | None) -> bool:
    """Whether a letter says 阁下 and H.E.: to ambassadors, and by courtesy to consuls-general."""
    return rank in {ConsularClass.CONSUL_GENERAL, DiplomaticRank.AMBASSADOR}


def guest_named(name: PersonName, office: str, tag: str, *, excellency: bool) -> str:
    """A guest in running text: 总领事阮文安阁下 / H.E. Mr. NGUYEN Van An, Consul-General; "" without a name.

    Mr. or Ms. and 先生 or 女士 stand only where the record says so.
    """
    if _chinese(tag):
        called = name.zh or name.latin
        courtesy = "阁下" if excellency else courtesy_zh("", name.courtesy_en, own=name.courtesy_zh)
        return f"{office}{called}{courtesy}" if called else ""
    called = name.formal_en()
    if not called:
        return ""
    if excellency and not called.startswith("H.E."):
        called = f"H.E. {called}"
    return ", ".join(filter(None, (called, office)))


def _chinese(tag: str) -> bool:
    return nearest(tag) == "zh-Hans"
