"""The invented tables of the sample forum, and the keys and values that are made of them."""

import datetime as dt
import json
import uuid
from functools import cache
from typing import Any, Final

from forumplanner.domain.text import LocalizedText
from forumplanner.domain.times import instant
from forumplanner.paths import resource

SLUG: Final = "qinglan-2027"
PREFIX: Final = "QL27"
"""Opens the printed number of a badge."""

ZONE: Final = "Asia/Shanghai"
FIRST_DAY: Final = dt.date(2027, 10, 23)
"""A Saturday: registration. The forum itself is on Sunday, the visit on Monday."""

LARGE: Final = 600
"""From so many participants on, the forum is the large one: all consuls named, 60 talks, 17 provisional speakers."""

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "sample.forumplanner.example")


def key(table: str, code: str) -> uuid.UUID:
    """The key of a sample record: the same code always gives the same key."""
    return uuid.uuid5(_NAMESPACE, f"{table}/{code}")


@cache
def table(name: str) -> Any:
    """One of the tables in `resources/sample`, as plain JSON values; read only."""
    return json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8"))


def pair(text: str) -> LocalizedText:
    """A text in Chinese and English from one string: "校长|President"."""
    zh, _, en = text.partition("|")
    return bilingual(zh, en)


def bilingual(zh: str, en: str) -> LocalizedText:
    """A text in Chinese and English; an empty side is left out."""
    return LocalizedText.of({"zh-Hans": zh, "en": en})


def day(number: int) -> dt.date:
    """The conference day of that number, from 0."""
    return FIRST_DAY + dt.timedelta(days=number)


def minutes(clock: str) -> int:
    """Minutes since midnight of a clock time such as "09:28"."""
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


def at(number: int, minute: int) -> dt.datetime:
    """The instant of a wall-clock minute on a conference day."""
    return instant(day(number), minute, ZONE)
