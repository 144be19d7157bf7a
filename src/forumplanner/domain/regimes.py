"""Rules of approval for international conferences as named presets: limits, dates, words that a name may not have.

Every preset says whose rules it follows and of which year; a forum may choose another or dates of its own. Nothing
here forbids anything: the foreign affairs office has the last word.
"""

import calendar
import datetime as dt
import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from forumplanner.domain.protocol import Regime, Subject
from forumplanner.domain.text import EN, ZH, LocalizedText

_COMMON: Final = ("高峰论坛", "峰会", "国际论坛", "世界大会", "首届", "第一届")


@dataclass(frozen=True, slots=True)
class Rules:
    """One preset. Months may be halves; None where the source names no date.

    `online_general`, `online_major`: of conferences held online alone. `refused`: words. `no_marks`: no punctuation in
    the name. `year`: "" where the source gives none.
    """

    source: LocalizedText
    year: str = ""
    general: float | None = None
    major: float | None = None
    online_general: float | None = None
    online_major: float | None = None
    change: float | None = 3
    summary: float | None = 2
    most_days: int | None = 5
    least_countries: int = 3
    refused: tuple[str, ...] = _COMMON
    no_marks: bool = False


def _source(zh: str, en: str) -> LocalizedText:
    return LocalizedText.of({ZH: zh, EN: en})


_NOTHING: Final = Rules(LocalizedText(), change=None, summary=None, most_days=None, least_countries=0, refused=())

RULES: Final[Mapping[Regime, Rules]] = {
    Regime.OPEN: _NOTHING,
    Regime.BNU: Rules(
        _source("北京师范大学", "Beijing Normal University"),
        "2025",
        general=3.5,
        major=5.5,
        online_general=1,
        online_major=3.5,
    ),
    Regime.SNNU: Rules(
        _source("陕西师范大学", "Shaanxi Normal University"), general=4, major=6, online_general=2, online_major=2
    ),
    Regime.CAS: Rules(
        _source("中国科学院", "Chinese Academy of Sciences"), refused=(*_COMMON, "论坛", "峰会"), no_marks=True
    ),
    Regime.NONE: _NOTHING,
}
"""The presets by code."""

LIMITS: Final[Mapping[Subject, tuple[int, int]]] = {Subject.SOCIAL: (100, 400), Subject.NATURAL: (300, 800)}
"""Up to so many people from abroad, and so many in all, a conference is a general one."""


@dataclass(frozen=True, slots=True)
class Classed:
    """How a conference counts. `international` None: nobody has a country yet. `over_foreign`, `over_total`: why major.

    `foreign`, `total`: as counted, with the limits they are held against.
    """

    international: bool | None
    major: bool
    countries: int
    foreign: int
    total: int
    limits: tuple[int, int]
    over_foreign: bool = False
    over_total: bool = False
    sensitive: bool = False


def classed(
    *, countries: int, foreign: int, total: int, subject: Subject, regime: Regime, sensitive: bool = False
) -> Classed:
    """Whether a conference is international, and general or major. `countries` counts the host and no region of China.

    International: people from three countries or more. Major: more people from abroad or in all than the limit of the
    subject, or ministers, bodies of the United Nations, sensitive subjects.
    """
    least = RULES[regime].least_countries
    international = None if not countries else bool(least) and countries >= least
    limits = LIMITS[subject]
    over_foreign, over_total = foreign > limits[0], total > limits[1]
    major = over_foreign or over_total or sensitive
    return Classed(international, major, countries, foreign, total, limits, over_foreign, over_total, sensitive)


class DeadlineKind(StrEnum):
    """What has to be done by a day."""

    PRE_REPORT = "pre_report"
    FILE = "file"
    CHANGE = "change"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Deadline:
    """By which day something is due; `own`: the forum's own date instead of the preset's."""

    kind: DeadlineKind
    day: dt.date
    own: bool = False


def deadlines(
    regime: Regime,
    *,
    starts_on: dt.date | None,
    ends_on: dt.date | None,
    major: bool,
    online: bool,
    file_days: int | None = None,
) -> tuple[Deadline, ...]:
    """The days in order; none where the forum has no dates or the source names none.

    A major conference is filed only after a pre-report, so that one is due before the application is.
    """
    rules, found = RULES[regime], []
    if starts_on is None:
        return ()
    months = {(False, False): rules.general, (True, False): rules.major}
    months |= {(False, True): rules.online_general, (True, True): rules.online_major}
    lead = months[major, online]
    file = starts_on - dt.timedelta(days=file_days) if file_days else months_from(starts_on, -lead) if lead else None
    if file is not None:
        if major:
            found.append(Deadline(DeadlineKind.PRE_REPORT, file, own=bool(file_days)))
        found.append(Deadline(DeadlineKind.FILE, file, own=bool(file_days)))
    if rules.change:
        found.append(Deadline(DeadlineKind.CHANGE, months_from(starts_on, -rules.change)))
    if rules.summary:
        found.append(Deadline(DeadlineKind.SUMMARY, months_from(ends_on or starts_on, rules.summary)))
    return tuple(sorted(found, key=lambda one: one.day))


def months_from(day: dt.date, months: float) -> dt.date:
    """So many months later, or earlier below 0; half a month is 15 days; the 31st becomes the last of its month.

    >>> months_from(dt.date(2027, 10, 23), -3.5), months_from(dt.date(2026, 12, 31), 2)
    (datetime.date(2027, 7, 8), datetime.date(2027, 2, 28))
    """
    whole = math.trunc(months)
    place = day.year * 12 + day.month - 1 + whole
    year, month = place // 12, place % 12 + 1
    moved = dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    half = months - whole
    return moved + dt.timedelta(days=15 if half > 0 else -15 if half < 0 else 0)


@dataclass(frozen=True, slots=True)
class Refused:
    """A word, or a mark of punctuation, that the rules don't want in a name; `title` is the whole name."""

    word: str
    title: str
    mark: bool = False


def refused_in(title: str, regime: Regime) -> tuple[Refused, ...]:
    """What the rules don't want in a Chinese name; the longest word where one holds another.

    >>> [one.word for one in refused_in("首届澜湄卫生高峰论坛", Regime.BNU)]
    ['高峰论坛', '首届']
    """
    rules = RULES[regime]
    found = [word for word in dict.fromkeys(rules.refused) if word in title]
    words = [word for word in found if not any(word != other and word in other for other in found)]
    said = [Refused(word, title) for word in words]
    if rules.no_marks:
        marks = dict.fromkeys(sign for sign in title if unicodedata.category(sign).startswith("P"))
        said += [Refused(sign, title, mark=True) for sign in marks]
    return tuple(said)


def wants_consular_approval(regime: Regime, *, consular: int, approved: bool) -> bool:
    """Whether consular guests are on the list without an approval of their own, which all presets ask for."""
    return bool(RULES[regime].source) and consular > 0 and not approved


def days_of(starts_on: dt.date | None, ends_on: dt.date | None) -> int | None:
    """How many days a forum takes, the first and the last included; None without dates."""
    if starts_on is None:
        return None
    return ((ends_on or starts_on) - starts_on).days + 1
